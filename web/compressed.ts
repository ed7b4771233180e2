// What browsers are sent, compressed once when it is built, so that the server need not do so for each reader.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

export const ASSETS = join(import.meta.dirname, '..', 'dist', 'web', 'assets');

export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle: () => {
    for (const name of readdirSync(ASSETS)) {
      // Names change with their content.
      if (!/\.(js|css)$/.test(name) || existsSync(join(ASSETS, `${name}.br`))) continue;
      const content = readFileSync(join(ASSETS, name));
      writeFileSync(join(ASSETS, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    }
  },
});
