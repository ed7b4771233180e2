// Makes a fresh checkout ready to run: installs the locked packages when they are missing or older than the lockfile, and
// builds the web pages when their sources or the packages have changed since. Runs before `npm start` and `npm test`, under any Node from 20 on, with Node's own modules only. Says nothing when
// there is nothing to do. It does not start anything and does not look for newer versions.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(checkout, 'node_modules');
const lockfile = join(checkout, 'package-lock.json');
const stamp = join(modules, '.airbridge-setup');

/** What node_modules was made from: the lockfile's content, and the machine whose binaries it holds. */
const wanted = () => `${createHash('sha256').update(readFileSync(lockfile)).digest('hex')} ${process.platform}-${process.arch}\n`;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A linked node_modules belongs to another checkout, which sets it up itself. */
const isLinked = () => lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true;
/** Somebody ran `npm ci` or `npm install` by hand: npm's own note of what it installed is the newer file. */
const installedByHand = () => read(stamp) === null && modifiedAt(join(modules, '.package-lock.json')) > modifiedAt(lockfile);

function install() {
  process.stderr.write('Setting up: installing the locked packages into node_modules (about half a minute, once) …\n');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its scripts which Node and which npm-cli.js it runs; that Node does not lie in the folder that `npm ci` replaces.
  const npm = process.env.npm_execpath;
  const options = { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'] };
  const done =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
      : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status === 0) return true;
  process.stderr.write(
    done.error
      ? `Setting up failed: npm could not be started (${done.error.message}). Install Node.js 20 or newer with npm from https://nodejs.org, then run this again.\n`
      : 'Setting up failed: npm could not install the packages (its own message stands above). Check the network, the proxy and the free disk space, then run this again.\n',
  );
  return false;
}

if (!isLinked() && read(stamp) !== wanted()) {
  if (!installedByHand() && !install()) process.exit(1);
  writeFileSync(stamp, wanted());
}

const pages = join(checkout, 'dist', 'web');
const pagesStamp = join(pages, '.airbridge-built');

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

/** What the pages were made from: every file of web/, src/words/ and src/log/, and the packages. What else they take from src/ is types, which leave no trace. */
function pagesWanted() {
  const hash = createHash('sha256').update(readFileSync(lockfile));
  for (const folder of ['web', join('src', 'words'), join('src', 'log')]) for (const path of filesBelow(join(checkout, folder)).sort()) hash.update(`${path.slice(checkout.length)}\0`).update(readFileSync(path));
  return `${hash.digest('hex')}\n`;
}

function buildPages() {
  process.stderr.write('Setting up: building the web pages (a few seconds, once) …\n');
  // The bundler wants a newer Node than the oldest that may run this; the packages bring one.
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const vite = join(modules, 'vite', 'bin', 'vite.js');
  const build = (config) => spawnSync(existsSync(own) ? own : process.execPath, [vite, 'build', '--config', join('web', config), '--logLevel', 'warn'], { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'] });
  // What a browser is sent, the script of the public page, and what the server draws that page with; the last knows the name of the second.
  if (['vite.config.ts', 'vite.check.ts', 'vite.public.ts'].every((config) => build(config).status === 0)) return true;
  process.stderr.write('Setting up failed: the web pages could not be built (the message stands above). Remove node_modules and run this again.\n');
  return false;
}

if (existsSync(join(checkout, 'web')) && read(pagesStamp) !== pagesWanted()) {
  if (!buildPages()) process.exit(1);
  writeFileSync(pagesStamp, pagesWanted());
}
