// What a transparency log cannot compute again: its keys and what it signed last. In the data folder a synced file of its own,
// readable by this user alone, so that it outlives the database; on a server a row. Either is changed only where it still is
// what was read, so that two processes never sign two trees of one size.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { LogState } from '../app/ports.ts';
import { OperationId } from '../domain/ids.ts';
import { canonical } from './canonical.ts';
import { type Disk, putFile } from './disk.ts';
import { codeOf, diskFailure } from './errors.ts';
import type { Tables } from './tables.ts';

const Stored = z.strictObject({
  operation: OperationId,
  keys: z.array(z.strictObject({ vkey: z.string(), seed: z.hex(), from: z.int().min(0), statement: z.string().nullable() })).min(1),
  checkpoint: z.string().nullable(),
});

const written = (state: LogState): string => canonical(state);
const read = (text: string): LogState => Stored.parse(JSON.parse(text));
const isSame = (a: LogState | null, b: LogState | null): boolean => (a === null || b === null ? a === b : written(a) === written(b));

const folderOf = (home: string): string => join(home, 'log');
const pathOf = (home: string, operation: OperationId): string => join(folderOf(home), `${operation}.json`);

export async function logStateIn(home: string, operation: OperationId): Promise<LogState | null> {
  try {
    return read(await readFile(pathOf(home, operation), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The caller sees to it that no other write to the same operation runs meanwhile. */
export async function putLogState(home: string, disk: Disk, state: LogState, before: LogState | null): Promise<boolean> {
  if (!isSame(await logStateIn(home, state.operation), before)) return false;
  try {
    await putFile(disk, pathOf(home, state.operation), Buffer.from(written(state), 'utf8'));
    return true;
  } catch (error) {
    throw diskFailure(error, 'The state of the transparency log could not be written');
  }
}

export async function logStatesIn(home: string): Promise<LogState[]> {
  const names = await readdir(folderOf(home)).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? [] : Promise.reject(error)));
  const states: LogState[] = [];
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const operation = OperationId.safeParse(name.replace(/\.json$/, ''));
    const state = operation.success && name.endsWith('.json') ? await logStateIn(home, operation.data) : null;
    if (state !== null) states.push(state);
  }
  return states;
}

export async function logStateOn(db: Kysely<Tables>, operation: OperationId): Promise<LogState | null> {
  const row = await db.selectFrom('log_state').select('state').where('operation_id', '=', operation).executeTakeFirst();
  return row === undefined ? null : read(row.state);
}

export async function writeLogState(db: Kysely<Tables>, state: LogState, before: LogState | null): Promise<boolean> {
  if (before === null) {
    const made = await db.insertInto('log_state').values({ operation_id: state.operation, state: written(state) }).onConflict((it) => it.doNothing()).executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await db.updateTable('log_state').set({ state: written(state) }).where('operation_id', '=', state.operation).where('state', '=', written(before)).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function logStatesOn(db: Kysely<Tables>): Promise<LogState[]> {
  const rows = await db.selectFrom('log_state').select('state').orderBy('operation_id').execute();
  return rows.map(({ state }) => read(state));
}
