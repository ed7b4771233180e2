// The composition root: the only place that knows the real store, solver, server, clock and terminal at once. Each is
// loaded when it is first needed, so that a question to a pack does not wait for a database.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, sep } from 'node:path';
import process from 'node:process';
import type { CountsFetcher, SheetReader, Store } from './app/ports.ts';
import { run } from './cli/program.ts';
import type { OpenFolder, World } from './cli/world.ts';
import { err, ok } from './domain/result.ts';
import { instantFromMs } from './domain/time.ts';
import type { Solver } from './planner/solver.ts';
import { signer } from './storage/signer.ts';
import type { AccountsDatabase } from './storage/accounts/people.ts';

const checkout = dirname(import.meta.dirname);
const isInstalled = checkout.includes(`${sep}node_modules${sep}`);
const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { readonly version: string };

/** Empty: the store is embedded in the data folder. */
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const PARENT_LOOK_MS = 500;
/** Plans are made two at a time where there are many; a further solver would cost memory and win nothing. */
const MOST_SOLVERS = 2;
let solver: Promise<Solver> | undefined;
let reader: Promise<SheetReader> | undefined;
let fetcher: Promise<CountsFetcher> | undefined;
const fetching = (): Promise<CountsFetcher> => (fetcher ??= import('./post/counts-fetcher.ts').then(({ countsFetcherBy }) => countsFetcherBy({ env: process.env, version })));

/** What keeps people on either store. */
const peopleIn =
  (store: Store & { readonly db: AccountsDatabase }): OpenFolder['people'] =>
  async (url) => {
    const { peopleOn } = await import('./storage/accounts/people.ts');
    return { ...(await peopleOn(store.db, url)), store, clock: world.clock };
  };

const bookIn =
  (store: { readonly db: AccountsDatabase }): OpenFolder['alerts'] =>
  async () =>
    (await import('./storage/alerts/book.ts')).alertBookOn(store.db);

const world: World = {
  version,
  checkout,
  base: isInstalled ? process.cwd() : checkout,
  env: process.env,
  clock: { now: () => instantFromMs(Date.now()) },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: { out: process.stdout.isTTY, err: process.stderr.isTTY },
  printer: { print: async (paper) => (await import('./papers/print.ts')).printPaper(paper), labels: async (labels, sheet) => (await import('./papers/labels.ts')).printLabels(labels, sheet) },
  solver: () => (solver ??= import('./solver/highs.ts').then(({ highsSolvers }) => highsSolvers(Math.min(MOST_SOLVERS, availableParallelism())))),
  reader: () => (reader ??= import('./reading/sheet-reader.ts').then(({ threadedReader }) => threadedReader())),
  fetcher: { check: async (url) => (await fetching()).check(url), fetch: async (url, known, signal) => (await fetching()).fetch(url, known, signal) },
  openFolder: async (home) => {
    if (databaseUrl !== '') {
      const { openServer } = await import('./storage/server-open.ts');
      const opened = await openServer(databaseUrl);
      return opened.ok ? ok({ store: opened.value, notices: opened.value.notices, announce: () => undefined, people: peopleIn(opened.value), alerts: bookIn(opened.value) }) : opened;
    }
    const { openEmbedded } = await import('./storage/open.ts');
    const opened = await openEmbedded(home, { clock: world.clock });
    return opened.ok ? ok({ store: opened.value, notices: opened.value.notices, announce: (url) => opened.value.setUrl(url), people: peopleIn(opened.value), alerts: bookIn(opened.value) }) : opened;
  },
  // A database server lets in as many as come.
  holderOf: async (home) => {
    if (databaseUrl !== '') return null;
    const { readLock } = await import('./storage/lock.ts');
    return readLock(home);
  },
  courier: async () => {
    const { chance, courierBy } = await import('./post/courier.ts');
    const courier = courierBy({ env: process.env, version });
    return courier.ok ? ok({ courier: courier.value, chance }) : err({ code: 'bad-mail', ...courier.error });
  },
  signer,
  serve: async (desk, where, ready, accounts, alerts, logs) => {
    const [{ buildServer, listen }, { pino }] = await Promise.all([import('./http/server.ts'), import('pino')]);
    const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
    const app = await buildServer(desk, { version, log, ready, site: join(checkout, 'dist', 'web'), pages: { folder: join(checkout, 'dist', 'public'), draw: async (svg) => (await import('./papers/picture.ts')).drawPicture(svg) }, accounts, alerts, logs });
    const listening = await listen(app, { ...where, withAccounts: accounts !== null });
    if (!listening.ok) await app.close();
    return listening;
  },
  onStop: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // npm hands a signal to the shell between us, which dies of it and tells nobody: to lose the parent is to be stopped.
    const parent = process.ppid;
    if (process.env['npm_lifecycle_event'] !== undefined) setInterval(() => process.ppid !== parent && stop(), PARENT_LOOK_MS).unref();
  },
};

// Whoever reads us may have read enough, as head does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(world, process.argv.slice(2));
