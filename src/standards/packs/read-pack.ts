// The files of a pack → the facts that they hold, and everything that is wrong with them at once. Rules that need two
// rows (an unknown place, an earmark above its pledge) are checked where facts enter the journal; the row and the column
// that they speak of are told by each fact's `at` and `columnOf`. What is read is plain data, which another thread can hand over.

import type { NewFact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { fillFromCsv } from './csv-pack.ts';
import { whole, type Filled, type FilledPack } from './filled.ts';
import { naturalKeyOf } from './keys.ts';
import { readOperationSheet } from './operation-sheet.ts';
import type { CellProblem, PackProblem } from './problem.ts';
import type { Packaging } from './quantity.ts';
import { readRow, type RowContext } from './row-in.ts';
import { columnOfField } from './sheet.ts';
import { SHEETS } from './sheets/all.ts';
import { operation as operationSheet } from './sheets/operation.ts';
import { fillFromWorkbook } from './workbook-pack.ts';
import type { PackFiles } from './write-pack.ts';

interface Located {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
export interface LocatedFact {
  readonly fact: NewFact;
  readonly at: Located;
}

/** Field of a fact or its body (`units`, `allotment.positions`, `occurredAt`) → the column of its sheet that holds it. */
export function columnOf({ at }: Pick<LocatedFact, 'at'>, field: string): string {
  const sheet = SHEETS.find(({ name }) => name === at.sheet);
  return sheet === undefined ? field : sheet === operationSheet ? 'value' : columnOfField(sheet.columns, field);
}
export interface ReadPack {
  readonly operation: OperationId | null;
  /** In the order in which they enter the journal; complete only where there is no problem. */
  readonly facts: readonly LocatedFact[];
  readonly problems: readonly PackProblem[];
}

/** @param files file name → bytes: CSV files, or one workbook. What ends in neither `.csv` nor `.xlsx` is left alone. */
export function readPack(files: PackFiles): ReadPack {
  const { sheets: filled, problems: found } = fillSheets(files);
  const problems = [...found];
  const opening = filled.get(operationSheet.name);
  const settings = readOperationSheet(opening?.rows ?? []);
  if (opening !== undefined) {
    if (opening.rows.length === 0) problems.push(whole(opening.file, 'operation', 'the sheet has no rows', 'begin with a row whose key is operation and whose value is its name, such as liege-2020'));
    else if (opening.missing.size === 0) problems.push(...settings.problems.filter(({ row, column }) => opening.rows.every((it) => it.row !== row || !it.refused.has(column ?? ''))).map((problem) => ({ file: opening.file, sheet: 'operation', ...problem })));
  }
  const facts: LocatedFact[] = [];
  if (opening !== undefined && settings.fact !== null) facts.push(locate(settings.fact, opening, settings.hubRow));
  const context: RowContext = { zone: settings.zone, openedAt: settings.openedAt, packaging: { items: new Map(), lots: new Map(), broken: new Set(), itemsUnread: !filled.has('items') } };
  for (const sheet of SHEETS.filter((it) => it !== operationSheet)) {
    const table = filled.get(sheet.name);
    if (table !== undefined) facts.push(...readRows(table, context, problems));
  }
  problems.push(...repeated(facts));
  return { operation: settings.id, facts: inOrderOfRecording(facts), problems: inOrderOfSheets(problems) };
}

function fillSheets(files: PackFiles): FilledPack {
  const names = [...files.keys()].toSorted();
  const [book, another] = names.filter((name) => /\.xlsx$/i.test(name));
  if (book === undefined) return fillFromCsv(files);
  const beside = another ?? names.find((name) => /\.csv$/i.test(name));
  if (beside !== undefined) return { sheets: new Map(), problems: [whole(book, 'operation', `a workbook stands beside ${beside}: it is not clear which of them is the pack`, 'name the workbook itself, or move one of them elsewhere')] };
  return fillFromWorkbook(book, files.get(book) ?? new Uint8Array());
}

function readRows(table: Filled, context: RowContext, problems: PackProblem[]): LocatedFact[] {
  const { file, sheet, missing, rows } = table;
  return rows.flatMap(({ row, texts, refused }) => {
    const read = readRow(sheet, texts, missing.union(refused), context);
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

const locate = (fact: NewFact, { file, sheet }: Filled, row: number): LocatedFact => ({ fact, at: { file, sheet: sheet.name, row } });

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
    const where = first.at.sheet === at.sheet ? `row ${first.at.row}` : `row ${first.at.row} of ${first.at.file === at.file ? `the sheet ${first.at.sheet}` : first.at.file}`;
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
