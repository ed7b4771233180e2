// The reference operation behind a desk of this process, for scenarios that plan it: it is imported before the first test, and
// all of it is closed after the last.

import { afterAll, beforeAll } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { newFolder, openHome } from './folders.ts';
import { REFERENCE, readFolder } from './packs.ts';
import { noPrinter } from './printer.ts';

/** What it is called. */
export const OP = 'liege-2020';

/** Its clock stands after all of the operation. */
export async function deskOfReference(): Promise<Desk> {
  const solver = highsSolver();
  const store = await openHome(newFolder());
  const desk = deskOverStore(store, { solver, printer: noPrinter, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) } });
  beforeAll(async () => {
    const imported = await desk.importPack(readFolder(REFERENCE));
    invariant(imported.ok, 'the reference operation is imported');
  });
  afterAll(async () => {
    await store.close();
    await solver.close();
  });
  return desk;
}
