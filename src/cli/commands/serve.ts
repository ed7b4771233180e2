// airbridge serve: opens the data folder, serves it, and prints what a person wants to know. With --reference (npm start) it
// brings in the reference operation where there is none, and plans it.

import { join } from 'node:path';
import type { Command } from 'commander';
import type { Desk, DeskFailure, OperationSummary } from '../../app/desk.ts';
import { deskOverStore } from '../../app/local-desk.ts';
import { watchFeeds } from '../../app/need/watch-feeds.ts';
import { type Accounts, joinUrl } from '../../app/people/accounts.ts';
import { administratorLink, hasAdministrator } from '../../app/people/invitations.ts';
import { isLoopback } from '../../app/loopback.ts';
import { storeFailure } from '../../app/store-failure.ts';
import { ok, type Result } from '../../domain/result.ts';
import { addressOf, type Address, publicUrl } from '../address.ts';
import { alertsAt } from '../alerting.ts';
import { briefing } from '../briefing.ts';
import { readFolder } from '../folder.ts';
import { shippedCandidates } from '../hub-candidates.ts';
import { inkFor } from '../ink.ts';
import { keepPublishing, logsOf } from '../logs.ts';
import { homeOf, isInFolder, type Common } from '../options.ts';
import { progressOf } from '../progress.ts';
import { refuse, type ExitCode } from '../refusals.ts';
import { removeKey, writeKey } from '../terminal-key.ts';
import type { OpenFolder, Refusal, World } from '../world.ts';

const REFERENCE = join('data', 'liege-2020');

type ServeOptions = Omit<Common, 'json'> & { readonly reference?: true };

export const serveCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void program
    .command('serve')
    .description('serve the data folder on this machine (PORT, HOST, AIRBRIDGE_HOME)')
    .option('--reference', 'bring in and plan the reference operation, Liège in March 2020, where there is none')
    .option('--home <folder>', 'the data folder (default: AIRBRIDGE_HOME, or .airbridge in the checkout)')
    .action(async (options: ServeOptions) => exit(await serve(world, options)));

async function serve(world: World, options: ServeOptions): Promise<ExitCode> {
  const where = addressOf(world.env);
  if (!where.ok) return refuse(world, where.error, false);
  const carried = await world.courier();
  if (!carried.ok) return refuse(world, carried.error, false);
  const named = publicUrl(world.env['AIRBRIDGE_URL'] ?? '', where.value.host, where.value.port);
  // Elsewhere than on loopback the address was asked for with the accounts, or the server itself refuses to start without them.
  if (!named.ok && isLoopback(where.value.host)) return refuse(world, named.error, false);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    world.onStop(() => {
      stopping.abort();
      resolve();
    });
  });
  const home = homeOf(world, options);
  const folder = await world.openFolder(home);
  if (!folder.ok) return refuse(world, folder.error, false);
  const { store, notices } = folder.value;
  for (const notice of notices) world.err(`airbridge: ${notice}\n`);
  try {
    const desk = deskOverStore(store, { solver: await world.solver(), clock: world.clock, printer: world.printer, candidates: () => shippedCandidates(world), reader: await world.reader(), fetcher: world.fetcher });
    const accounts = await accountsOf(world, folder.value, where.value, home);
    let ready = false;
    const alerts = await alertsAt(world, desk, folder.value, accounts, carried.value);
    const logs = logsOf(world, store, named.ok ? named.value.host : where.value.host);
    const listening = await world.serve(desk, where.value, () => ready, accounts, alerts, logs);
    if (!listening.ok) return refuse(world, listening.error, false);
    const { url } = listening.value;
    try {
      folder.value.announce(url);
      const prepared = options.reference === true ? await prepare(world, desk, stopping.signal).catch(unlessStopped(stopping.signal)) : ok(undefined);
      if (!prepared.ok && !stopping.signal.aborted) return refuse(world, prepared.error, false);
      const publishing = keepPublishing(world, logs);
      ready = true;
      if (!stopping.signal.aborted) world.out(await briefing(desk, { version: world.version, url, ink: inkFor(world) }));
      if (accounts !== null) await greetAdministrator(world, accounts);
      if (!stopping.signal.aborted) alerts.begin(url);
      const feeds = watchFeeds({ desk, clock: world.clock }, (error) => world.err(`airbridge: counts: ${storeFailure(error)?.message ?? (error instanceof Error ? error.message : String(error))}\n`));
      await stopped;
      await feeds.stop();
      await publishing.end();
    } finally {
      await alerts.end();
      await listening.value.close();
    }
    return 0;
  } finally {
    await removeKey(home);
    await store.close();
  }
}

/** A plan that is cut short because the process is to stop is no mistake. */
const unlessStopped = (signal: AbortSignal) => (error: unknown): Result<void, never> => {
  if (signal.aborted) return ok(undefined);
  throw error;
};

/** Null: local mode. With accounts, the key of the machine lies in the data folder while the server has it. */
async function accountsOf(world: World, folder: OpenFolder, { url }: Address, home: string): Promise<Accounts | null> {
  if (url === null) return null;
  const tools = await folder.people(url);
  const terminalKey = isInFolder(world) ? tools.randomness.secret() : null;
  if (terminalKey !== null) await writeKey(home, terminalKey);
  return { tools, url, terminalKey };
}

/** While there is no administrator, nobody could let anybody in. */
async function greetAdministrator(world: World, { tools, url }: Accounts): Promise<void> {
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) world.err(`airbridge: ${url.origin} is not encrypted: passwords travel in the clear. Put a proxy with a certificate before the server and set AIRBRIDGE_URL to its https address.\n`);
  if (await hasAdministrator(tools)) return;
  const { secret, expiresAt } = await administratorLink(tools);
  world.out(`There is no administrator yet. This link makes one, once, until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC:\n  ${joinUrl(url, secret)}\nA new one: airbridge admin-link\n`);
}

/** The reference operation where there is no operation, and a plan of each past operation that has none for what is known. */
async function prepare(world: World, desk: Desk, signal: AbortSignal): Promise<Result<void, Refusal>> {
  const known = await desk.operationIds();
  if (!known.ok) return known;
  if (known.value.length === 0) {
    const files = await readFolder(join(world.checkout, REFERENCE));
    if (!files.ok) return files;
    const imported = await desk.importPack(files.value);
    if (!imported.ok) return imported;
  }
  const operations = await desk.operations();
  if (!operations.ok) return operations;
  for (const operation of operations.value) {
    const planned = await planWhereNone(world, desk, operation, signal);
    // A plan that cannot be made is said, but keeps nobody from what is known.
    if (!planned.ok && !signal.aborted) world.err(`airbridge: no plan of ${operation.operation}: ${planned.error.message}; ${planned.error.remedy}\n`);
  }
  return ok(undefined);
}

async function planWhereNone(world: World, desk: Desk, { operation, standsAt }: OperationSummary, signal: AbortSignal): Promise<Result<void, DeskFailure>> {
  if (standsAt === null || signal.aborted) return ok(undefined);
  const plans = await desk.plans(operation);
  if (!plans.ok) return plans;
  if (plans.value.some(({ current, asOf, policy }) => current && asOf === standsAt && policy === 'equal-cover')) return ok(undefined);
  const progress = progressOf(world, `Planning ${operation}`);
  const planned = await desk.plan(operation, { policy: 'equal-cover', seed: 1, gap: 0, record: true }, { ...progress.watch, signal }).finally(() => progress.done());
  return planned.ok ? ok(undefined) : planned;
}
