// Makes dist/, what an installed package runs: Node does not strip types below node_modules, so the TypeScript is compiled,
// the migrations' SQL goes along, and the web pages are built. Runs before `npm pack`. A checkout runs src/ itself and needs none of this.

import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(checkout, 'dist');
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

rmSync(dist, { recursive: true, force: true });
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: checkout, stdio: 'inherit' });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
cpSync(join(checkout, 'src', 'storage', 'migrations'), join(dist, 'storage', 'migrations'), { recursive: true });

const bundler = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
for (const config of ['vite.config.ts', 'vite.check.ts', 'vite.public.ts']) {
  const bundled = spawnSync(process.execPath, [bundler, 'build', '--config', join('web', config), '--logLevel', 'warn'], { cwd: checkout, stdio: 'inherit' });
  if (bundled.status !== 0) process.exit(bundled.status ?? 1);
}
