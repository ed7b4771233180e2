// How the pages are built: from web/ into dist/web, with names that change with their content. `npm run web` serves them while
// they are being written and passes questions on to a server on port 4020.

import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { atlas } from './atlas.ts';
import { compressed } from './compressed.ts';

/** What every first screen needs comes in two large pieces: the libraries, which a new version of the pages rarely changes, and our own. */
const FIRST: Rolldown.CodeSplittingGroup[] = [
  { name: 'libraries', test: (id) => id.includes('node_modules') && !id.endsWith('.css'), tags: ['$initial'] },
  { name: 'pages', tags: ['$initial'] },
];

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), atlas(), compressed()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900, rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: FIRST } } } },
  server: { port: 4021, proxy: { '/api': 'http://127.0.0.1:4020' } },
});
