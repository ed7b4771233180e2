// Import: a pack joins the journal whole, or not at all. Importing it again changes nothing.

import type { Actor } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { columnOf } from '../../standards/packs/read-pack.ts';
import type { PackFiles } from '../../standards/packs/write-pack.ts';
import type { Failure, Rejection } from '../failure.ts';
import { factsOfPack, packRefused, rejections } from './read.ts';
import type { SheetReader, Store } from '../ports.ts';
import { readHere } from '../read-here.ts';
import { append } from '../record.ts';

export interface Imported {
  readonly operation: string;
  /** Facts that are new to the journal. */
  readonly facts: number;
  /** Facts that the journal held already. */
  readonly known: number;
  readonly rejected: readonly Rejection[];
}

/** Asked with the operation that a pack names, before anything is written: who brings it, or why they may not. */
export type Bringing<F> = (operation: string) => Promise<Result<Actor, F>>;

export async function importPack<F = never>(store: Store, files: PackFiles, reader: SheetReader = readHere, bringing?: Bringing<F>): Promise<Result<Imported, Failure | F>> {
  const read = factsOfPack(await reader.pack(files));
  if (!read.ok) return read;
  const { operation, located } = read.value;
  const by = await bringing?.(operation);
  if (by?.ok === false) return by;
  const facts = located.map(({ fact }) => (by === undefined ? fact : { ...fact, by: by.value }));
  const appended = await append(store, operation, facts);
  if (appended.ok) return ok({ operation, facts: appended.value.fresh, known: facts.length - appended.value.fresh, rejected: [] });
  const { error } = appended;
  if (error.code === 'key-reused') {
    const from = located[error.index];
    return err(packRefused([{
      file: from?.at.file ?? null, sheet: from?.at.sheet ?? null, row: from?.at.row ?? null, column: from === undefined ? null : columnOf(from, 'key'), value: error.key,
      problem: `the journal holds another fact under this row's name: number ${error.existing.seq}, of ${error.existing.occurredAt}`,
      remedy: 'leave the row as it was and add a correction to the sheet facts, or give the changed row another name',
    }]));
  }
  const byKey = new Map(located.map((it) => [it.fact.key, it]));
  const fresh = error.objections.map(({ fact }) => fact);
  return err(packRefused(rejections(error.objections, fresh, fresh.flatMap((fact) => byKey.get(fact.key) ?? []))));
}
