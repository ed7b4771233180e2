// How the public pages' renderer is built: React components that run on the server, bundled with React into one file, dist/public/
// render.js, for Node does not run .tsx. Its faces are those that the pages' own build puts under /assets/.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { atlas } from './atlas.ts';
import { checkScript } from './check/script.ts';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [react(), atlas(), checkScript()],
  ssr: { noExternal: true },
  build: { ssr: 'public/render.tsx', outDir: '../dist/public', emptyOutDir: true, target: 'node26', assetsInlineLimit: 0, minify: true, rolldownOptions: { output: { entryFileNames: 'render.js', codeSplitting: false }, checks: { pluginTimings: false } } },
});
