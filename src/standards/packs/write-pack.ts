// A journal → the files of its pack. One journal has one pack, byte for byte: what is written here and read again is
// written the same.

import type { Fact } from '../../domain/facts.ts';
import { isKind } from '../../domain/facts.ts';
import { readOperation } from '../../domain/operation.ts';
import { invariant } from '../../domain/result.ts';
import { writeTable } from './csv.ts';
import { writeOperationSheet } from './operation-sheet.ts';
import { writeRow } from './row-out.ts';
import type { Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';
import { operation as operationSheet } from './sheets/operation.ts';

/** File name (`items.csv`) → content. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/**
 * All facts of one operation → its pack; only sheets that have rows or that no pack may lack. Rows stand in the order in which they were recorded.
 * Throws where no operation was opened with settings that can be read: no journal holds such.
 */
export function writePack(journal: readonly Fact[]): PackFiles {
  const ordered = journal.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.seq - b.seq));
  const opening = ordered.find((fact) => isKind(fact, 'operation.opened'));
  invariant(opening !== undefined && isKind(opening, 'operation.opened'), 'a journal without an opened operation');
  const settings = readOperation(opening.body);
  invariant(settings.ok, 'an opened operation whose settings cannot be read');
  const { openedAt, zone } = settings.value;
  const context = { openedAt, zone, packaging: { items: new Map(), lots: new Map(), broken: new Set<string>(), itemsUnread: false } };

  const rows = new Map<Sheet, ReadonlyMap<string, string>[]>([[operationSheet, writeOperationSheet(opening, openedAt)]]);
  for (const fact of ordered) {
    if (fact === opening) continue;
    invariant(fact.kind !== 'operation.opened', 'an operation that was opened twice');
    const { sheet, texts } = writeRow(fact, context);
    const others = rows.get(sheet);
    if (others === undefined) rows.set(sheet, [texts]);
    else others.push(texts);
  }
  return new Map(SHEETS.filter((sheet) => rows.has(sheet) || REQUIRED_SHEETS.has(sheet.name)).map((sheet) => [`${sheet.name}.csv`, table(sheet, rows.get(sheet) ?? [])]));
}

function table(sheet: Sheet, rows: readonly ReadonlyMap<string, string>[]): Uint8Array {
  const names = sheet.columns.filter((column) => !column.onDemand || rows.some((texts) => texts.has(column.name))).map((column) => column.name);
  return writeTable([names, ...rows.map((texts) => names.map((name) => texts.get(name) ?? ''))]);
}
