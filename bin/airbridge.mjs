#!/usr/bin/env node
// The command `airbridge`: finds a Node that runs TypeScript (26 or newer) and hands everything over to the program.
// Plain JavaScript that Node 20 can read. It knows no command itself.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST = 26;
// A server mostly waits: with a small nursery its heap stays 100 MB smaller, and planning takes no longer. npm start says the same.
const FLAGS = ['--max-semi-space-size=4'];
const here = dirname(dirname(fileURLToPath(import.meta.url)));
// Node does not strip types below node_modules, so an installed package brings JavaScript.
const compiled = join(here, 'dist', 'main.js');
const program = here.includes(`${sep}node_modules${sep}`) && existsSync(compiled) ? compiled : join(here, 'src', 'main.ts');

/** The Node that came with the packages; null where none was installed or none exists for this machine. */
function bundledNode() {
  const name = process.platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const executable = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

const isMusl = () => process.platform === 'linux' && process.report?.getReport().header.glibcVersionRuntime === undefined;

function refuse(problem, remedy) {
  process.stderr.write(`airbridge: ${problem}. ${remedy}.\n`);
  process.exit(2);
}

function handOver(executable) {
  const child = spawn(executable, [...FLAGS, program, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`the Node that came with the packages does not start (${error.message})`, 'Run npm ci here, or use a Node of version 26 or newer'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const isSetUp = program === compiled || existsSync(join(here, 'node_modules'));
if (!isSetUp) refuse('this checkout is not set up yet', 'Run npm start once, or npm ci');
else if (Number(process.versions.node.split('.')[0]) >= OLDEST) await import(pathToFileURL(program).href);
else {
  const bundled = isMusl() ? null : bundledNode();
  if (bundled === null) refuse(`no Node of version ${OLDEST} or newer was found (this one is ${process.versions.node})`, `Run npm ci here; on an Intel Mac or a system with musl, install Node ${OLDEST} or newer yourself`);
  else handOver(bundled);
}
