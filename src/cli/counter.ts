// Which desk a command goes to: a pack's own, the one behind the server that has the data folder, or one opened over the
// data folder here, and closed again after the question.

import { existsSync, statSync } from 'node:fs';
import type { Desk } from '../app/desk.ts';
import { deskOverPack, deskOverStore } from '../app/local-desk.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { readFolder } from './folder.ts';
import { shippedCandidates } from './hub-candidates.ts';
import { homeOf, isInFolder, type Common } from './options.ts';
import { deskOverHttp } from './remote.ts';
import type { Refusal, World } from './world.ts';

export interface Counter {
  readonly desk: Desk;
  close(): Promise<void>;
}

/** A name with a slash or a dot, or of a folder that stands here, is a pack; any other is an operation in the store. */
const isPackPath = (op: string): boolean => /[/\\.]/.test(op) || statSync(op, { throwIfNoEntry: false })?.isDirectory() === true;

const nothingToClose = (): Promise<void> => Promise.resolve();

/** The desk for OP, and the operation's id there. */
export async function counterFor(world: World, op: string, common: Common): Promise<Result<Counter & { readonly operation: string }, Refusal>> {
  if (!isPackPath(op)) {
    const counter = await storeCounter(world, common, { create: false });
    return counter.ok ? ok({ ...counter.value, operation: op }) : counter;
  }
  const files = await readFolder(op);
  if (!files.ok) return files;
  const opened = deskOverPack(files.value, { solver: await world.solver(), clock: world.clock, printer: world.printer, candidates: () => shippedCandidates(world), fetcher: world.fetcher });
  return opened.ok ? ok({ ...opened.value, close: nothingToClose }) : opened;
}

/** The desk over the data folder; behind the server, where one has it. */
export async function storeCounter(world: World, common: Common, { create }: { readonly create: boolean }): Promise<Result<Counter, Refusal>> {
  const home = homeOf(world, common);
  const holder = await world.holderOf(home);
  if (holder !== null && holder.url !== null) return ok({ desk: deskOverHttp(holder.url, world.env['AIRBRIDGE_TOKEN']), close: nothingToClose });
  if (!create && isInFolder(world) && !existsSync(home)) return err({ code: 'unknown-operation', message: `there is no operation yet: the data folder ${home} does not exist`, remedy: 'run npm start, or airbridge import PACK, or name the folder of a pack' });
  const folder = await world.openFolder(home);
  if (!folder.ok) return folder;
  for (const notice of folder.value.notices) world.err(`airbridge: ${notice}\n`);
  const { store } = folder.value;
  return ok({ desk: deskOverStore(store, { solver: await world.solver(), clock: world.clock, printer: world.printer, candidates: () => shippedCandidates(world), fetcher: world.fetcher }), close: () => store.close() });
}

/** Asks, and leaves nothing open, whatever happens. */
export async function atCounter<C extends Counter, T>(counter: C, ask: (counter: C) => Promise<T>): Promise<T> {
  try {
    return await ask(counter);
  } finally {
    await counter.close();
  }
}
