// The sheets of a pack → one workbook that a person can work in: numbers are numbers, everything else stays the text that
// was typed, words and codes can be chosen from lists, and each cell tells what belongs there. Read back by workbook-pack.ts.

import { fitsInRule, LONGEST_TEXT, writeWorkbook, type Validation, type Worksheet, type WrittenCell } from '../sheets/write-workbook.ts';
import type { Column } from './sheet.ts';
import type { PackTable } from './write-pack.ts';

/** Lists and hints go on to this row at least. */
const LAST_ROW = 5000;
const SPARE_ROWS = 1000;
const WIDEST = 44;
/** More digits than these a spreadsheet does not keep. */
const SURE_DIGITS = 15;
/** The leading underscore tells the reader to leave the sheet alone. */
const LISTS = '_lists';

export function workbookOf(tables: readonly PackTable[], { hxl, guide = [] }: { readonly hxl: boolean; readonly guide?: readonly Worksheet[] }): Uint8Array {
  const lists = longLists(tables);
  const sheets = tables.map((table) => worksheetOf(table, { hxl, tables, lists }));
  return writeWorkbook([...guide, ...sheets, ...(lists.length > 0 ? [listSheet(lists)] : [])]);
}

interface Around {
  readonly hxl: boolean;
  readonly tables: readonly PackTable[];
  readonly lists: readonly (readonly string[])[];
}

const hasTags = ({ columns }: PackTable, hxl: boolean): boolean => hxl && columns.some((column) => column.hxl !== null);

function worksheetOf(table: PackTable, around: Around): Worksheet {
  const tagged = hasTags(table, around.hxl);
  const parts = table.columns.map((column) => ({ column, chunks: Math.max(1, ...table.rows.map((texts) => chunksOf(texts.get(column.name) ?? '').length)) }));
  const spread = parts.flatMap(({ column, chunks }) => Array.from({ length: chunks }, (_, k) => ({ column, k })));
  const head = spread.map(({ column, k }): WrittenCell => ({ text: k === 0 ? column.name : `${column.name} (${k + 1})`, look: column.required ? 'headRequired' : 'head' }));
  const tags = spread.map(({ column, k }): WrittenCell | null => (column.hxl === null || k > 0 ? null : { text: column.hxl, look: 'tag' }));
  const rows = table.rows.map((texts) => spread.map(({ column, k }) => cellOf(column, chunksOf(texts.get(column.name) ?? '')[k])));
  const first = tagged ? 3 : 2;
  const last = Math.max(LAST_ROW, first + table.rows.length + SPARE_ROWS);
  return {
    name: table.sheet.name,
    columns: spread.map(({ column, k }, at) => ({ width: widthOf(head[at]?.text ?? '', k > 0 ? [] : table.rows.map((texts) => texts.get(column.name) ?? '')), isText: column.cell.takes !== 'number' })),
    rows: [head, ...(tagged ? [tags] : []), ...rows],
    frozen: first - 1,
    validations: spread.flatMap(({ column, k }, at) => (k > 0 ? [] : [{ range: { top: first, bottom: last, left: at + 1, right: at + 1 }, allow: allowedIn(column, around), title: column.name, hint: hintOf(column) }])),
  };
}

/** A text in pieces that a cell can hold; no character is cut in two. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_TEXT) {
    const isSplit = /[\uD800-\uDBFF]/.test(rest.charAt(LONGEST_TEXT - 1));
    const end = isSplit ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    chunks.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...chunks, rest];
}

function cellOf(column: Column, text: string | undefined): WrittenCell | null {
  if (text === undefined || text === '') return null;
  return { text, isNumber: column.cell.takes === 'number' && isSureNumber(text) };
}

/** Would a spreadsheet give the same digits back? */
const isSureNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= SURE_DIGITS && String(Number(text)) === text;

const widthOf = (head: string, texts: readonly string[]): number => Math.min(WIDEST, 2 + texts.reduce((most, text) => Math.max(most, text.length), head.length));

/** What the column takes, what for, and how it looks. */
function hintOf({ required, unit, example, meaning, cell }: Column): string {
  const several = cell.isList ? ' Several: single spaces between them.' : '';
  return `${required ? 'Required. ' : ''}${meaning}${several}\n${unit === '' ? '' : `Unit: ${unit}. `}Example: ${example}`;
}

function allowedIn({ cell, names }: Column, { hxl, tables, lists }: Around): Validation['allow'] {
  if (cell.words.length > 0 && !cell.isList) {
    if (fitsInRule(cell.words)) return { words: cell.words };
    const at = lists.indexOf(cell.words) + 1;
    return { from: { sheet: LISTS, range: { top: 1, bottom: cell.words.length, left: at, right: at } }, othersToo: false };
  }
  const named = tables.find(({ sheet }) => sheet.name === names);
  if (named !== undefined) {
    const at = named.columns.findIndex(({ name }) => name === named.sheet.naturalKey[0]) + 1;
    return { from: { sheet: named.sheet.name, range: { top: hasTags(named, hxl) ? 3 : 2, bottom: LAST_ROW, left: at, right: at } }, othersToo: true };
  }
  return cell.takes === 'number' ? 'number' : 'anything';
}

/** Lists of words that are too long for a rule, each once. */
const longLists = (tables: readonly PackTable[]): (readonly string[])[] => [
  ...new Set(tables.flatMap(({ columns }) => columns.flatMap(({ cell }) => (cell.isList || cell.words.length === 0 || fitsInRule(cell.words) ? [] : [cell.words])))),
];

const listSheet = (lists: readonly (readonly string[])[]): Worksheet => ({
  name: LISTS,
  hidden: true,
  columns: lists.map(() => ({ width: WIDEST, isText: true })),
  rows: Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) => lists.map((list) => { const word = list[row]; return word === undefined ? null : { text: word }; })),
  frozen: 0,
  validations: [],
});

