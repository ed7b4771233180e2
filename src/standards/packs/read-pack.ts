// The files of a pack → the facts that they hold, and everything that is wrong with them at once. Rules that need two
// rows (an unknown place, an earmark above its pledge) are checked where facts enter the journal; the row and the column
// that they speak of are told by each fact's `at` and `columnOf`.

import type { NewFact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { isBlank, readTable, type Table } from './csv.ts';
import { readHeader, type Header } from './header.ts';
import { naturalKeyOf } from './keys.ts';
import { readOperationSheet } from './operation-sheet.ts';
import type { CellProblem, PackProblem } from './problem.ts';
import type { Packaging } from './quantity.ts';
import { readRow, type RowContext } from './row-in.ts';
import { columnOfField, type Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';
import { operation as operationSheet } from './sheets/operation.ts';
import type { PackFiles } from './write-pack.ts';

interface Located {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
export interface LocatedFact {
  readonly fact: NewFact;
  readonly at: Located;
  /** Field of the fact or its body (`units`, `allotment.positions`, `occurredAt`) → the column that holds it. */
  columnOf(field: string): string;
}
export interface ReadPack {
  readonly operation: OperationId | null;
  /** In the order in which they enter the journal; complete only where there is no problem. */
  readonly facts: readonly LocatedFact[];
  readonly problems: readonly PackProblem[];
}

/** A sheet whose file could be read: header matched, cells by column name. */
interface Filled {
  readonly file: string;
  readonly sheet: Sheet;
  readonly missing: ReadonlySet<string>;
  readonly rows: readonly { readonly row: number; readonly texts: ReadonlyMap<string, string> }[];
}

/** @param files the pack's folder: file name → bytes. What does not end in `.csv` is left alone. */
export function readPack(files: PackFiles): ReadPack {
  const problems: PackProblem[] = [];
  const filled = new Map<string, Filled>();
  const named = nameSheets(files, problems);
  for (const sheet of SHEETS) {
    const file = named.get(sheet.name);
    if (file === undefined) continue;
    const table = fill(sheet, file, files.get(file) ?? new Uint8Array(), problems);
    if (table !== null) filled.set(sheet.name, table);
  }
  const opening = filled.get(operationSheet.name);
  const settings = readOperationSheet(opening?.rows ?? []);
  if (opening !== undefined) {
    if (opening.rows.length === 0) problems.push(whole(opening.file, 'operation', 'the sheet has no rows', 'begin with a row whose key is operation and whose value is its name, such as liege-2020'));
    else if (opening.missing.size === 0) problems.push(...settings.problems.map((problem) => ({ file: opening.file, sheet: 'operation', ...problem })));
  }
  const facts: LocatedFact[] = [];
  if (opening !== undefined && settings.fact !== null) facts.push(locate(settings.fact, opening, settings.hubRow, 'value'));
  const context: RowContext = { zone: settings.zone, openedAt: settings.openedAt, packaging: { items: new Map(), lots: new Map(), broken: new Set(), itemsUnread: !filled.has('items') } };
  for (const sheet of SHEETS.filter((it) => it !== operationSheet)) {
    const table = filled.get(sheet.name);
    if (table !== undefined) facts.push(...readRows(table, context, problems));
  }
  problems.push(...repeated(facts));
  return { operation: settings.id, facts: inOrderOfRecording(facts), problems: inOrderOfSheets(problems) };
}

const whole = (file: string, sheet: string, problem: string, remedy: string): PackProblem => ({ file, sheet, row: null, column: null, value: null, problem, remedy });

/** Sheet → the file that holds it. A misspelt file is reported and read as what it seems to mean. */
function nameSheets(files: PackFiles, problems: PackProblem[]): Map<string, string> {
  const names = SHEETS.map((sheet) => sheet.name);
  const named = new Map(names.filter((name) => files.has(`${name}.csv`)).map((name) => [name, `${name}.csv`]));
  for (const file of [...files.keys()].toSorted()) {
    const name = /^(.*)\.csv$/i.exec(file)?.[1];
    if (name === undefined || (file.endsWith('.csv') && names.includes(name))) continue;
    const meant = nearest(name, names);
    problems.push(whole(file, name, `there is no sheet ${name}`, meant === null ? `remove the file; known are ${names.map((it) => `${it}.csv`).join(', ')}` : `did you mean ${meant}? rename it to ${meant}.csv`));
    if (meant !== null && !named.has(meant)) named.set(meant, file);
  }
  for (const name of names) if (REQUIRED_SHEETS.has(name) && !named.has(name)) problems.push(whole(`${name}.csv`, name, `the sheet ${name} is missing`, `add the file ${name}.csv; docs/pack.md shows its columns`));
  return named;
}

function fill(sheet: Sheet, file: string, bytes: Uint8Array, problems: PackProblem[]): Filled | null {
  const table = readTable(bytes);
  if (!table.ok) {
    problems.push({ file, sheet: sheet.name, ...table.error });
    return null;
  }
  const header = readHeader(sheet, table.value.header);
  problems.push(...header.problems.map((problem) => ({ file, sheet: sheet.name, row: 1, ...problem })));
  return { file, sheet, missing: header.missing, rows: rowsOf(sheet, file, table.value, header, problems) };
}

function rowsOf(sheet: Sheet, file: string, table: Table, header: Header, problems: PackProblem[]): Filled['rows'] {
  const width = header.columns.length;
  return table.rows.flatMap(({ row, cells }) => {
    const surplus = cells.slice(width);
    if (cells.length < width || !surplus.every(isBlank)) {
      const remedy = cells.length < width ? 'write a comma for each empty cell too' : 'put a text that contains a comma in double quotes';
      problems.push({ file, sheet: sheet.name, row, column: null, value: surplus.length > 0 ? surplus.join(',') : null, problem: `the row has ${cells.length} cells, the header ${width}`, remedy });
      return [];
    }
    const texts = new Map<string, string>();
    header.columns.forEach((column, k) => column !== null && texts.set(column.name, cells[k] ?? ''));
    return [{ row, texts }];
  });
}

function readRows(table: Filled, context: RowContext, problems: PackProblem[]): LocatedFact[] {
  const { file, sheet, missing, rows } = table;
  return rows.flatMap(({ row, texts }) => {
    const read = readRow(sheet, texts, missing, context);
    problems.push(...read.problems.map((problem: CellProblem) => ({ file, sheet: sheet.name, row, ...problem })));
    if (read.fact === null) {
      if (sheet.name === 'items' || sheet.name === 'lots') context.packaging.broken.add((texts.get(sheet.naturalKey[0] ?? '') ?? '').trim());
      return [];
    }
    remember(read.fact, context.packaging);
    return [locate(read.fact, table, row)];
  });
}

function remember(fact: NewFact, { items, lots }: Packaging): void {
  if (fact.kind === 'item.registered') items.set(fact.body.item, fact.body);
  else if (fact.kind === 'lot.announced') lots.set(fact.body.lot, fact.body);
}

const locate = (fact: NewFact, { file, sheet }: Filled, row: number, always?: string): LocatedFact => ({
  fact,
  at: { file, sheet: sheet.name, row },
  columnOf: (field) => always ?? columnOfField(sheet.columns, field),
});

/** Rows that would be the same fact twice: the second is the problem, and it names the first. */
function repeated(facts: readonly LocatedFact[]): PackProblem[] {
  const firsts = new Map<string, LocatedFact>();
  return facts.flatMap((located) => {
    const { fact, at } = located;
    const first = firsts.get(fact.key);
    if (first === undefined) {
      firsts.set(fact.key, located);
      return [];
    }
    const sheet = SHEETS.find((it) => it.name === at.sheet);
    const names = sheet === undefined ? [] : naturalKeyOf(sheet, { ...fact });
    const where = first.at.sheet === at.sheet ? `row ${first.at.row}` : `row ${first.at.row} of ${first.at.file}`;
    const value = names.map(({ text }) => text).join(' ') || fact.key;
    const own = fact.key.startsWith(`pack:${at.sheet}:`) ? 'remove one of the two; where both are meant, give the second its own text in the column key' : 'give each row its own key';
    return [{ ...at, column: names[0]?.column ?? 'key', value, problem: `${value} stands in ${where} already`, remedy: own }];
  });
}

/** By recording, then by sheet, then by row; the opening of the operation comes first of all. */
function inOrderOfRecording(facts: readonly LocatedFact[]): LocatedFact[] {
  const rank = ({ fact }: LocatedFact): string => (fact.kind === 'operation.opened' ? '' : fact.recordedAt);
  return facts.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

function inOrderOfSheets(problems: readonly PackProblem[]): PackProblem[] {
  const rank = new Map(SHEETS.map((sheet, k) => [sheet.name, k]));
  return problems.toSorted((a, b) => (rank.get(a.sheet) ?? -1) - (rank.get(b.sheet) ?? -1) || (a.row ?? 0) - (b.row ?? 0));
}
