// Packs the checkout as npm would publish it, installs the tarball in an empty folder and lets it work there as somebody
// who has no checkout would: a workbook out and in, a plan, the server with its reference operation. What it proves is that
// everything the program looks for at run time (its compiled workers, migrations, data) lies where it looks in a package.
// Run by .ci/run; needs the registry, and Node's own modules only.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const READY_WITHIN_MS = 120_000;
const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'airbridge-package-'));
const windows = process.platform === 'win32';
const env = { ...process.env, AIRBRIDGE_HOME: join(folder, 'home'), NO_COLOR: '1' };

const npm = (args, cwd) => execFileSync(windows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: windows });
const command = join(folder, 'node_modules', '.bin', windows ? 'airbridge.cmd' : 'airbridge');
const airbridge = (...args) => execFileSync(command, args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024, shell: windows });
const answer = (...args) => JSON.parse(airbridge(...args, '--json'));

function holds(what, is) {
  if (!is) throw new Error(`the package fails: ${what}`);
  process.stdout.write(`  ${what}\n`);
}

function install() {
  npm(['pack', '--silent', '--pack-destination', folder], checkout);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', join(folder, tarball)], folder);
  const installed = join(folder, 'node_modules', 'airbridge');
  const names = readdirSync(installed, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  holds('brings JavaScript and its types, and no TypeScript', names.includes('dist/main.js') && names.includes('dist/client/client.d.ts') && !names.some((name) => /(?<!\.d)\.tsx?$/.test(name) && !name.startsWith('node_modules/')));
  holds('brings no tests', !names.some((name) => /\.(test|fixture)\.js$/.test(name)));
  return { pack: join(installed, 'data', 'liege-2020'), version: JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version };
}

function works({ pack, version }) {
  holds(`answers as version ${version}`, airbridge('--version').trim() === version);
  const first = answer('import', pack);
  holds(`imports the reference operation: ${first.facts} facts`, first.facts > 2000);
  answer('export', first.operation, 'out.xlsx', '--hxl');
  holds('exports a workbook that imports as the same facts', answer('import', 'out.xlsx').facts === 0);
  answer('template', 'template.xlsx', '--from', first.operation);
  holds('writes a template that imports', answer('import', 'template.xlsx').facts === 0);
  holds('audits its journal clean', answer('audit').ok === true);
  holds('plans, and the check of the plan is clean', answer('plan', pack).check.ok === true);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function serves() {
  const port = String(await freePort());
  const server = spawn(command, ['serve', '--reference'], { cwd: folder, env: { ...env, AIRBRIDGE_HOME: join(folder, 'served'), PORT: port }, stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
  const ended = new Promise((resolve) => void server.on('close', resolve));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const ask = (path) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  try {
    const until = Date.now() + READY_WITHIN_MS;
    while ((await ask('/api/health'))?.status !== 200) {
      if (isOver || Date.now() > until) throw new Error('the package fails: the server does not get ready');
      await new Promise((resolve) => void setTimeout(resolve, 200));
    }
    const plan = await (await ask('/api/v1/operations/liege-2020/plans/latest')).json();
    holds('serves the reference operation with a plan', plan.check.ok === true);
    writeFileSync(join(folder, 'client.mjs'), `import { airbridgeClient } from 'airbridge/client'; console.log(JSON.stringify(await airbridgeClient({ url: 'http://127.0.0.1:${port}' }).audit('liege-2020')));\n`);
    const audited = JSON.parse(execFileSync(process.execPath, ['client.mjs'], { cwd: folder, encoding: 'utf8' }));
    holds('lets a program ask through its client', audited.ok === true && audited.value.ok === true);
    const page = await (await ask('/')).text();
    const [, script] = /<script[^>]* src="([^"]+\.js)"/.exec(page) ?? [];
    const shown = await ask('/p/liege-2020');
    const picture = await ask('/p/liege-2020/preview.png');
    holds('serves the public page and the picture of its link', shown?.status === 200 && (await shown.text()).includes('data-figure') && picture?.headers.get('content-type') === 'image/png');
    holds('serves its pages and their program', script !== undefined && (await ask(script))?.status === 200);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

try {
  process.stdout.write('the packed tarball, installed elsewhere,\n');
  works(install());
  await serves();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
