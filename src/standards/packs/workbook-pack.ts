// A workbook → its sheets, filled. Here stands what a cell of a spreadsheet may hold beside text: numbers where the column
// is a number, dates where it is a date. What a spreadsheet may have rewritten unseen is refused and the cell named, as are
// formulas, whose result may be stale, and merged cells, which hide what belongs to which row.

import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { cellName, rangeName, type Grid, type GridCell } from '../sheets/grid.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import type { Unreadable } from './cells.ts';
import { isBlank, isTagRow } from './csv.ts';
import { whole, type Filled, type FilledPack } from './filled.ts';
import { readHeader } from './header.ts';
import type { PackProblem } from './problem.ts';
import type { Column, Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';

export function fillFromWorkbook(file: string, bytes: Uint8Array): FilledPack {
  const book = readWorkbook(bytes);
  if (!book.ok) return { sheets: new Map(), problems: [whole(file, 'operation', book.error.problem, book.error.remedy)] };
  const problems: PackProblem[] = [];
  const named = nameSheets(file, book.value, problems);
  const sheets = new Map<string, Filled>();
  for (const sheet of SHEETS) {
    const grid = named.get(sheet.name);
    const filled = grid === undefined ? null : fill(sheet, file, grid, problems);
    if (filled !== null) sheets.set(sheet.name, filled);
  }
  return { sheets, problems };
}

/** Sheets whose names begin so are their writer's own: a guide, lists, notes. */
const OWN = '_';
/** A text that is longer than a cell takes goes on in `body (2)`, `body (3)`; workbook-out.ts writes it so. */
const CONTINUED = /^(.+) \((\d+)\)$/;

/** Sheet → its grid. A misspelt name is reported and read as what it seems to mean; an empty sheet is none. */
function nameSheets(file: string, book: readonly Grid[], problems: PackProblem[]): Map<string, Grid> {
  const names = SHEETS.map((sheet) => sheet.name);
  const given = book.filter(({ name, cells }) => !name.startsWith(OWN) && cells.length > 0);
  const named = new Map(given.filter(({ name }) => names.includes(name)).map((grid) => [grid.name, grid]));
  for (const grid of given) {
    if (names.includes(grid.name)) continue;
    const meant = nearest(grid.name, names);
    const remedy = meant === null ? `remove it, or begin its name with ${OWN} to have it left alone; known are ${names.join(', ')}` : `did you mean ${meant}? rename it, or begin its name with ${OWN} to have it left alone`;
    problems.push(whole(file, grid.name, `there is no sheet ${grid.name}`, remedy));
    if (meant !== null && !named.has(meant)) named.set(meant, grid);
  }
  for (const name of names) if (REQUIRED_SHEETS.has(name) && !named.has(name)) problems.push(whole(file, name, `the sheet ${name} is missing`, `add a sheet ${name}; docs/pack.md shows its columns, and airbridge template writes a workbook that has them`));
  return named;
}

type Rows = ReadonlyMap<number, readonly GridCell[]>;

function fill(sheet: Sheet, file: string, grid: Grid, problems: PackProblem[]): Filled | null {
  const report = (row: number | null, column: string | null, value: string | null, found: Unreadable): void => void problems.push({ file, sheet: sheet.name, row, column, value, ...found });
  const rows: Rows = Map.groupBy(grid.cells, (cell) => cell.row);
  const head = rows.get(1) ?? [];
  if (head.length === 0) {
    report(1, null, null, { problem: 'the first row is empty', remedy: 'write the names of the columns in the first row' });
    return null;
  }
  const formulas = head.flatMap((cell) => objection(cell) ?? []);
  for (const { cell, ...found } of formulas) report(1, null, cell.value.text, found);
  if (formulas.length > 0) return null;
  const { columns, continued, problems: said, missing } = headerOf(sheet, head);
  problems.push(...said.map((problem) => ({ file, sheet: sheet.name, row: 1, ...problem })));
  const merged = refuseMerged(grid, columns, report);

  const filled: Filled['rows'][number][] = [];
  for (const [row, cells] of [...rows].toSorted(([a], [b]) => a - b)) {
    if (row === 1 || cells.every(({ value }) => isBlank(value.text)) || (row === 2 && isTagRow(cells.map(({ value }) => value.text)))) continue;
    const texts = new Map([...columns.values()].map(({ name }) => [name, '']));
    const refused = new Set(merged(row));
    for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
      const column = columns.get(cell.column) ?? continued.get(cell.column);
      if (column === undefined) {
        if (cell.column > widthOf(head) && !isBlank(cell.value.text)) report(row, null, cell.value.text, { problem: `the cell ${cellName(row, cell.column)} stands under no column`, remedy: 'name its column in the first row, or empty it' });
        continue;
      }
      const text = textFor(column, cell);
      if (text.ok) texts.set(column.name, (texts.get(column.name) ?? '') + text.value);
      else if (!refused.has(column.name)) {
        refused.add(column.name);
        report(row, column.name, cell.value.text, text.error);
      }
    }
    filled.push({ row, texts, refused });
  }
  return { file, sheet, missing, rows: filled };
}

const widthOf = (head: readonly GridCell[]): number => Math.max(...head.map(({ column }) => column));

interface GridHeader extends Pick<ReturnType<typeof readHeader>, 'missing' | 'problems'> {
  /** By the number of the grid's column. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Further columns that go on with the text of one of `columns`. */
  readonly continued: ReadonlyMap<number, Column>;
}

function headerOf(sheet: Sheet, head: readonly GridCell[]): GridHeader {
  const names = Array.from({ length: widthOf(head) }, () => '');
  for (const { column, value } of head) names[column - 1] = value.text;
  const base = (name: string): string | null => {
    const [, first = ''] = CONTINUED.exec(name.trim()) ?? [];
    return names.some((it) => it.trim() === first) ? first : null;
  };
  const own = names.flatMap((name, k) => (name !== '' && base(name) !== null ? [] : [{ name, at: k + 1 }]));
  const { columns, missing, problems } = readHeader(sheet, own.map(({ name }) => name));
  const placed = new Map(own.flatMap(({ at }, k): [number, Column][] => { const column = columns[k]; return column ? [[at, column]] : []; }));
  const continued = new Map(names.flatMap((name, k): [number, Column][] => { const column = sheet.columns.find((it) => it.name === base(name)); return column ? [[k + 1, column]] : []; }));
  return { columns: placed, continued, missing, problems };
}

/** Reports what is merged; answers which columns of a row that concerns. */
function refuseMerged(grid: Grid, columns: ReadonlyMap<number, Column>, report: (row: number, column: string | null, value: string, found: Unreadable) => void): (row: number) => string[] {
  for (const range of grid.merged) {
    const name = rangeName(range);
    report(range.top, columns.get(range.left)?.name ?? null, name, { problem: `the cells ${name} are merged`, remedy: 'unmerge them, and write in each cell what belongs to its row' });
  }
  return (row) => grid.merged.filter(({ top, bottom }) => top <= row && row <= bottom).flatMap(({ left, right }) => [...columns].flatMap(([at, { name }]) => (left <= at && at <= right ? [name] : [])));
}

/** What may stand in no cell, whatever its column. */
function objection(cell: GridCell): (Unreadable & { readonly cell: GridCell }) | null {
  const name = cellName(cell.row, cell.column);
  if (cell.value.kind === 'formula') return { cell, problem: `the cell ${name} holds a formula`, remedy: `copy ${name} and paste it back as a value (Paste Special, Values)` };
  if (cell.value.kind === 'error') return { cell, problem: `the cell ${name} shows an error`, remedy: `write the value itself in ${name}` };
  return null;
}

const KINDS = { number: 'a number', date: 'a date', truth: 'a truth value' } as const;

/** The text that the reader of the column's cells takes this cell for. */
function textFor({ cell: { takes, words }, example }: Column, cell: GridCell): Result<string, Unreadable> {
  const refused = objection(cell);
  if (refused !== null) return err({ problem: refused.problem, remedy: refused.remedy });
  const { kind, text } = cell.value;
  // A word of a list, and a date column's own reader, say best what is wrong with anything else.
  if (kind === 'text' || kind === 'formula' || kind === 'error' || words.length > 0 || takes === 'any' || takes === 'date') return ok(text);
  const name = cellName(cell.row, cell.column);
  if (takes === 'number') return kind === 'number' ? ok(text) : err({ problem: `the cell ${name} holds ${KINDS[kind]}, and the column takes a number`, remedy: `format ${name} as a number and write it again, such as ${example}` });
  return err({ problem: `the cell ${name} holds ${KINDS[kind]}, and the column takes text: the spreadsheet may have rewritten it`, remedy: `format ${name} as text, then write it again, such as ${kind === 'number' ? text : example}` });
}
