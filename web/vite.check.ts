// How the one script of the public page is built: a few hundred bytes that show a button, and the checker that is fetched when it is
// pressed. It shares nothing with the pages of those who sign in, so that a reader loads none of those.

import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [compressed()],
  build: { outDir: '../dist/web', emptyOutDir: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: 'check/check.ts', checks: { pluginTimings: false } } },
});
