// A sheet of requests, a row for each recipient and item, in the layout of whoever wrote it → lines, and what is wrong in which
// row. Sheets, headers, numbers and dates are read as a shipper's are (intake/). Not here: what was asked before.

import type { Item } from '../../domain/catalogue.ts';
import type { ItemCode, RecipientId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { LocalDate } from '../../domain/time.ts';
import { readAmount } from '../intake/amounts.ts';
import { assignColumns, type Assigned, type RatedColumn } from '../intake/assign.ts';
import { chooseSheet } from '../intake/choose-sheet.ts';
import { totalOf } from '../intake/header-words.ts';
import { itemNames, type ItemNames } from '../intake/items.ts';
import type { Cell, GridRow, Layout } from '../intake/layout.ts';
import { askedItem } from '../intake/lots.ts';
import { countedBy, type Counted } from '../intake/measures.ts';
import { Asking, question, type Answers, type Question, type RowProblem } from '../intake/question.ts';
import { stylesIn, type FieldKinds, type Styles } from '../intake/styles.ts';
import { plainWords } from '../intake/words.ts';
import { readDate } from '../sheets/dates.ts';
import { columnLetters } from '../sheets/grid.ts';
import { readNumeral } from '../sheets/numerals.ts';
import type { Sheets } from '../sheets/read-sheets.ts';
import { REQUEST_FIELD_NAMES, REQUEST_FIELDS, requestScores, type RequestField } from './fields.ts';
import { severityIn } from './severity.ts';

export interface SheetLine {
  readonly recipient: RecipientId;
  readonly item: ItemCode;
  /** Single pieces. */
  readonly units: number;
  /** First and last day, both of them whole. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly severity: number;
  readonly why: string | null;
}

export interface RequestRow {
  readonly row: number;
  readonly description: string;
  /** Null: not yet known. */
  readonly line: SheetLine | null;
  readonly problems: readonly RowProblem<RequestField>[];
  readonly isAside: boolean;
}

export interface RequestSheet {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly columns: readonly RequestColumn[];
  readonly questions: readonly Question[];
  readonly rows: readonly RequestRow[];
  readonly notRead: readonly { readonly row: number; readonly text: string }[];
}

export type RequestColumn = RatedColumn<RequestField> & Assigned<RequestField>;

export interface KnownToRequests {
  readonly items: readonly Item[];
  readonly recipients: readonly { readonly recipient: RecipientId; readonly name: string }[];
  readonly today: LocalDate;
}

/** Where a row does not say how urgent it is. */
const ORDINARY = 3;
/** A line of a thousand million is a mistake. */
const MOST = 1_000_000_000;

const KINDS: FieldKinds<RequestField> = {
  isNumber: (field) => field === 'quantity',
  isDate: (field) => field === 'from' || field === 'until',
  isCount: (field) => field === 'quantity',
  numeralsOf: ({ text, kind }) => (kind === 'text' ? [readNumeral(text) ?? readAmount(text)?.count ?? []].flat() : []),
};

export function readRequestSheet(sheets: Sheets, known: KnownToRequests, answers: Answers): Result<RequestSheet, { readonly problem: string; readonly remedy: string }> {
  const asking = new Asking(answers);
  const layout = chooseSheet(sheets, answers, asking, 'Several sheets look like requests. Which one is to be read?', requestScores);
  const names = sheets.grids.map(({ name }) => name);
  if (layout === null) return asking.open().length > 0 ? ok({ sheet: '', sheets: names, headerRow: null, columns: [], questions: asking.open(), rows: [], notRead: [] }) : err({ problem: 'no row looks like the header of a sheet of requests', remedy: 'hand in the sheet with a row that names its columns, such as Recipient, Item, Quantity, From, Until' });
  const columns = matched(layout, answers);
  askMissing(columns, asking);
  const { requests, notRead } = sorted(layout, columns);
  const styles = stylesIn(columns, requests, asking, KINDS);
  const rows = rowsRead(requests, { columns, styles, asking, answers, known, names: itemNames(known.items, new Map()) });
  return ok({ sheet: layout.sheet, sheets: names, headerRow: layout.headerBottom, columns, questions: asking.open(), rows, notRead });
}

function matched(layout: Layout, answers: Answers): RequestColumn[] {
  const given = new Map([...answers].flatMap(([id, field]) => (id.startsWith('column:') ? [[id.slice('column:'.length), field] as const] : [])));
  const rated = [...layout.headers].toSorted(([a], [b]) => a - b).map(([column, { text }]) => {
    const values = layout.body.slice(0, 100).flatMap(({ cells }) => cells.get(column)?.text || []);
    const ranked = [...requestScores(text)].map(([field, score]) => ({ field, confidence: Math.round(score * fit(field, values) * 100) / 100 })).toSorted((a, b) => b.confidence - a.confidence);
    return { column, letter: columnLetters(column), header: { text }, ranked, samples: [...new Set(values)].slice(0, 3) };
  });
  return assignColumns(rated, REQUEST_FIELDS, given, new Map());
}

/** Numbers do not name a recipient, and words are no quantity. */
function fit(field: RequestField, values: readonly string[]): number {
  const share = (is: (text: string) => boolean): number => (values.length === 0 ? 1 : values.filter(is).length / values.length);
  if (field === 'quantity') return share((text) => readNumeral(text) !== null || readAmount(text) !== null) >= 0.5 ? 1 : 0.5;
  if (field === 'from' || field === 'until') return share((text) => readDate(text) !== null) >= 0.5 ? 1 : 0.4;
  return field === 'recipient' || field === 'item' ? (share((text) => /\p{L}/u.test(text)) >= 0.5 ? 1 : 0.3) : 1;
}

function askMissing(columns: readonly RequestColumn[], asking: Asking): void {
  const has = (field: RequestField): boolean => columns.some((column) => column.field === field);
  const free = columns.filter(({ field }) => field === null || field === 'why' || field === 'unit').map(({ letter, header }) => ({ value: `column:${letter}`, label: `${letter}: ${header.text}` }));
  for (const field of ['recipient', 'item', 'quantity', 'until'] as const) if (!has(field)) asking.ask(question(`field:${field}`, 'field', `Which column is the ${REQUEST_FIELD_NAMES[field]}? Answer with column:LETTER → ${field}.`, { about: field, options: free }));
}

const shown = ({ cells }: GridRow): string[] => [...cells.values()].flatMap(({ text, isRepeated }) => (text === '' || isRepeated ? [] : [text]));

/** Rows that ask for something; sums and notes are not read. */
function sorted(layout: Layout, columns: readonly RequestColumn[]): { readonly requests: GridRow[]; readonly notRead: { readonly row: number; readonly text: string }[] } {
  const at = (field: RequestField): number => columns.find((column) => column.field === field)?.column ?? -1;
  const [item, quantity] = [at('item'), at('quantity')];
  const requests: GridRow[] = [];
  const notRead: { row: number; text: string }[] = [];
  for (const row of layout.body) {
    const texts = shown(row);
    const isSum = texts.some((text) => totalOf(plainWords(text)) !== null);
    const asks = (row.cells.get(item)?.text ?? '') !== '' || (row.cells.get(quantity)?.text ?? '') !== '';
    if (asks && !isSum) requests.push(row);
    else if (texts.length > 0) notRead.push({ row: row.row, text: texts.join(' · ').slice(0, 120) });
  }
  return { requests, notRead };
}

interface Reading {
  readonly columns: readonly RequestColumn[];
  readonly styles: Styles;
  readonly asking: Asking;
  readonly answers: Answers;
  readonly known: KnownToRequests;
  readonly names: ItemNames;
}

type Tell = (field: RequestField | null, problem: string, remedy: string) => null;

function rowsRead(requests: readonly GridRow[], reading: Reading): RequestRow[] {
  const columnOf = new Map(reading.columns.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])));
  const seen = new Map<string, number>();
  return requests.map((raw): RequestRow => {
    const cell = (field: RequestField): Cell | undefined => { const found = raw.cells.get(columnOf.get(field)?.column ?? -1); return found === undefined || (found.text === '' && found.kind !== 'error') ? undefined : found; };
    const problems: RowProblem<RequestField>[] = [];
    const tell: Tell = (field, problem, remedy) => {
      problems.push({ row: raw.row, column: field === null ? null : (columnOf.get(field)?.letter ?? null), field, value: field === null ? null : (cell(field)?.text ?? null), problem, remedy, mayKeep: false });
      return null;
    };
    const isAside = reading.answers.get(`row:${raw.row}`) === 'aside' || reading.answers.get(`item:${cell('item')?.text ?? ''}`) === 'none';
    const line = isAside ? null : lineOf(raw.row, cell, columnOf, reading, tell);
    if (line !== null) {
      const key = `${line.recipient}\t${line.item}\t${line.from}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, raw.row);
      else tell(null, `row ${first} asks for the same item for the same recipient from the same day`, 'put both quantities in one row, or set one aside');
    }
    return { row: raw.row, description: [cell('recipient')?.text, cell('item')?.text].filter((text) => text !== undefined).join(': '), line, problems, isAside };
  });
}

function lineOf(row: number, cell: (field: RequestField) => Cell | undefined, columnOf: ReadonlyMap<RequestField, RequestColumn>, { styles, asking, known, names }: Reading, tell: Tell): SheetLine | null {
  for (const field of REQUEST_FIELDS) if (cell(field)?.kind === 'error') tell(field, `the spreadsheet shows ${cell(field)?.text ?? ''} here`, 'mend the formula, or write the value');
  const recipient = recipientOf(cell('recipient')?.text ?? '', known, tell);
  const text = cell('item')?.text ?? '';
  const item = text === '' ? tell('item', 'the row does not say what is needed', 'write the item in each row') : askedItem(text, row, known.items, names, asking);
  const units = item === null ? null : unitsOf(cell, columnOf, item, styles, asking, tell);
  const from = dayOf('from', cell('from'), columnOf, styles, asking, tell, known.today);
  const until = dayOf('until', cell('until'), columnOf, styles, asking, tell, null);
  const said = cell('severity')?.text ?? '';
  const severity = said === '' ? ORDINARY : (severityIn(said) ?? tell('severity', 'this is no urgency', 'write 1 (can wait) to 5 (people die of it), or a word such as urgent'));
  if (recipient === null || item === null || units === null || from === null || until === null || severity === null) return null;
  if (until < from) return tell('until', `the last day, ${until}, lies before the first, ${from}`, 'correct one of them');
  return { recipient, item: item.item, units, from, until, severity, why: cell('why')?.text.slice(0, 2000) ?? null };
}

/** By its code, its name, or a part of its name that no other has. */
function recipientOf(text: string, { recipients }: KnownToRequests, tell: Tell): RecipientId | null {
  if (text === '') return tell('recipient', 'the row does not say who asks', 'write the recipient in each row');
  const words = plainWords(text);
  const exact = recipients.find(({ recipient, name }) => plainWords(recipient) === words || plainWords(name) === words);
  if (exact !== undefined) return exact.recipient;
  const like = recipients.filter(({ name }) => words.length >= 4 && (` ${plainWords(name)} `.includes(` ${words} `) || ` ${words} `.includes(` ${plainWords(name)} `)));
  const [only] = like;
  if (only !== undefined && like.length === 1) return only.recipient;
  if (like.length > 1) return tell('recipient', `${text} could be ${like.slice(0, 4).map(({ name }) => name).join(' or ')}`, `write the code: ${like.slice(0, 4).map(({ recipient }) => recipient).join(' or ')}`);
  const close = nearest(text, [...recipients.map(({ recipient }): string => recipient), ...recipients.map(({ name }) => name)]);
  return tell('recipient', `there is no recipient ${text}`, close === null ? 'register the recipient first, or write one that is registered' : `did you mean ${close}?`);
}

/** What one of it holds; pairs and dozens of things that are counted one by one. */
function sizeOf(counted: Counted, item: Item): number | null {
  switch (counted) {
    case 'unit': return 1;
    case 'pair': return 2;
    case 'dozen': return 12;
    case 'box': return item.unitsPerBox ?? null;
    case 'carton': return item.unitsPerCarton;
    case 'pallet': return item.unitsPerCarton * item.cartonsPerPallet;
  }
}

function unitsOf(cell: (field: RequestField) => Cell | undefined, columnOf: ReadonlyMap<RequestField, RequestColumn>, item: Item, styles: Styles, asking: Asking, tell: Tell): number | null {
  const held = cell('quantity');
  if (held === undefined) return tell('quantity', 'the row does not say how many', 'write the quantity');
  const amount = held.kind === 'number' ? null : readAmount(held.text);
  const numeral = held.kind === 'number' ? null : (readNumeral(held.text) ?? amount?.count ?? null);
  const number = held.kind === 'number' ? Number(held.text) : numeral === null ? null : styles.number(numeral, columnOf.get('quantity')?.column ?? 0);
  if (number === null) return numeral !== null && asking.isOpen('numbers') ? null : tell('quantity', 'this is not a number', 'write a whole number of pieces, such as 5000');
  if (!Number.isInteger(number) || number < 1 || number > MOST) return tell('quantity', number < 1 ? 'nothing is asked for' : number > MOST ? 'no one needs so many' : 'a piece is not divided', `write a whole number from 1 to ${MOST}`);
  const unit = cell('unit')?.text ?? '';
  const counted = unit === '' ? (amount?.of ?? 'unit') : countedBy(unit);
  if (counted === null) return tell('unit', `${unit} is no unit of measure that is known`, 'write pieces, boxes, cartons or pallets');
  const size = sizeOf(counted, item);
  return size === null ? tell('unit', `${item.name} does not come in boxes`, 'write pieces or cartons') : number * size;
}

function dayOf(field: 'from' | 'until', held: Cell | undefined, columnOf: ReadonlyMap<RequestField, RequestColumn>, styles: Styles, asking: Asking, tell: Tell, missing: LocalDate | null): LocalDate | null {
  if (held === undefined) return missing ?? (columnOf.has(field) ? tell(field, 'the row does not say until when', 'write the last day, such as 2020-03-27') : null);
  const readings = readDate(held.text);
  if (readings === null) return tell(field, 'this is not a date', 'write a date such as 2020-03-27');
  const day = styles.date(readings, columnOf.get(field)?.column ?? 0);
  return day === null || day === '' ? (asking.isOpen('dates') ? null : tell(field, 'this is not a date', 'write a date such as 2020-03-27')) : LocalDate.parse(day);
}
