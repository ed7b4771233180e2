// How the pages are built: from web/ into dist/web, with names that change with their content. `npm run web` serves them while
// they are being written and passes questions on to a server on port 4020.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { port: 4021, proxy: { '/api': 'http://127.0.0.1:4020' } },
});
