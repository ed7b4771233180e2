// The address of the public page's script, as vite.check.ts built it, for the page that names it.

import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { ASSETS } from '../compressed.ts';

const ID = '\0virtual:check';

export const checkScript = (): Plugin => ({
  name: 'check-script',
  resolveId: (id) => (id === 'virtual:check' ? ID : undefined),
  load: (id) => {
    if (id !== ID) return undefined;
    const name = readdirSync(ASSETS).find((it) => /^check-.*\.js$/.test(it));
    if (name === undefined) throw new Error('dist/web/assets has no check-….js: build with web/vite.check.ts first');
    return `export default ${JSON.stringify(`/assets/${name}`)}`;
  },
});
