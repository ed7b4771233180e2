// A journal → the files of its pack, a folder of CSV files or one workbook. One journal has one pack of each form, byte for
// byte: what is written here and read again is written the same.

import type { Fact } from '../../domain/facts.ts';
import { isKind } from '../../domain/facts.ts';
import { readOperation } from '../../domain/operation.ts';
import { invariant } from '../../domain/result.ts';
import { writeTable } from './csv.ts';
import { writeOperationSheet } from './operation-sheet.ts';
import { writeRow } from './row-out.ts';
import type { Column, Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';
import { operation as operationSheet } from './sheets/operation.ts';
import { workbookOf } from './workbook-out.ts';

/** File name (`items.csv`, `liege-2020.xlsx`) → content. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

export interface PackForm {
  readonly as: 'csv' | 'xlsx';
  /** With a row of HXL tags under each header. */
  readonly hxl: boolean;
}

/** A sheet as it is written: its columns in their order, its rows as texts by column name. */
export interface PackTable {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/**
 * All facts of one operation → its pack; only sheets that have rows or that no pack may lack. Rows stand in the order in which they were recorded.
 * Throws where no operation was opened with settings that can be read: no journal holds such.
 */
export function writePack(journal: readonly Fact[], { as, hxl }: PackForm = { as: 'csv', hxl: false }): PackFiles {
  const { operation, tables } = tablesOf(journal);
  if (as === 'xlsx') return new Map([[`${operation}.xlsx`, workbookOf(tables, { hxl })]]);
  return new Map(tables.map((table) => [`${table.sheet.name}.csv`, csvOf(table, hxl)]));
}

function tablesOf(journal: readonly Fact[]): { readonly operation: string; readonly tables: readonly PackTable[] } {
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
  const tables = SHEETS.filter((sheet) => rows.has(sheet) || REQUIRED_SHEETS.has(sheet.name)).map((sheet) => tableOf(sheet, rows.get(sheet) ?? []));
  return { operation: opening.body.operation, tables };
}

/** With the bookkeeping columns that some row needs. */
const tableOf = (sheet: Sheet, rows: PackTable['rows']): PackTable => ({ sheet, rows, columns: sheet.columns.filter((column) => !column.onDemand || rows.some((texts) => texts.has(column.name))) });

function csvOf({ columns, rows }: PackTable, hxl: boolean): Uint8Array {
  const tags = hxl && columns.some((column) => column.hxl !== null) ? [columns.map((column) => column.hxl ?? '')] : [];
  return writeTable([columns.map(({ name }) => name), ...tags, ...rows.map((texts) => columns.map(({ name }) => texts.get(name) ?? ''))]);
}
