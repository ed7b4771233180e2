// A shipper's own sheet → lots: which sheet and columns, what each row holds, what is wrong with which row, and what has to
// be asked before anything can be written. Knows the catalogue, not the operation: which pledge and which flight is the use
// case's to say (app/airlift/intake.ts). The same sheet and answers give the same reading, whatever the order of its columns.

import type { Item } from '../../domain/catalogue.ts';
import type { ItemCode } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DateOrder } from '../sheets/dates.ts';
import type { NumberStyle } from '../sheets/numerals.ts';
import type { Sheets } from '../sheets/read-sheets.ts';
import { readBanner, type Banner } from './banner.ts';
import { matchColumns, type Column, type LearnedColumns } from './columns.ts';
import { countedByColumns, type Counting } from './counts.ts';
import { DECISIVE, FIELDS, FIELD_NAMES, type Field } from './fields.ts';
import { sortRows, type GoodsRow, type Sorted } from './goods.ts';
import { itemNames, type ItemNames } from './items.ts';
import { chooseSheet } from './choose-sheet.ts';
import { loadsOf, type CountedRow, type Scale } from './loads.ts';
import { countedRow, draftOf, itemOf, mergedLots, type LotDraft, type MergedLot, type Told } from './lots.ts';
import { Asking, question, type Answers, type Question, type RowProblem } from './question.ts';
import { stylesOf, type Styles } from './styles.ts';
import { plainWords } from './words.ts';
import { askRepeats, askSums, repeatedRows, statedSums, type StatedSum } from './sums.ts';

/** What this sender's earlier sheets taught. */
export interface Learned {
  readonly columns: LearnedColumns;
  /** Description, as plain words, → item. */
  readonly items: ReadonlyMap<string, ItemCode>;
  /** Answers that hold for the sender: numbers, dates, pair, measure:…, by the question's id with the header for the letter. */
  readonly answers: ReadonlyMap<string, string>;
}
export const NOTHING_LEARNED: Learned = { columns: new Map(), items: new Map(), answers: new Map() };

export interface Known {
  readonly items: readonly Item[];
  readonly learned: Learned;
  /** ISO date: what has expired by then is told. */
  readonly today: string;
}

export interface ListRow {
  readonly row: number;
  readonly description: string;
  readonly draft: LotDraft | null;
  readonly problems: readonly RowProblem[];
  /** By a person, or as a repeat. */
  readonly isAside: boolean;
}

export interface PackingList {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
  readonly scales: ReadonlyMap<Field, Scale>;
  readonly numbers: NumberStyle | null;
  readonly dates: DateOrder | null;
  readonly questions: readonly Question[];
  readonly rows: readonly ListRow[];
  readonly lots: readonly MergedLot[];
  readonly sums: readonly StatedSum[];
  readonly notRead: Sorted['notRead'];
  readonly banner: Banner;
}

export interface NoList {
  readonly problem: string;
  readonly remedy: string;
}

export function readPackingList(sheets: Sheets, known: Known, answers: Answers): Result<PackingList, NoList> {
  const asking = new Asking(answers);
  const names = itemNames(known.items, known.learned.items);
  const namesItem = (text: string): boolean => names.candidates(text).length > 0;
  const layout = chooseSheet(sheets, answers, asking, 'Several sheets look like packing lists. Which one is to be read?');
  if (layout === null) return asking.open().length > 0 ? ok(unread(sheets, asking)) : err({ problem: 'no row looks like the header of a packing list', remedy: 'hand in the sheet with a row that names its columns, such as Description, Quantity, Cartons, Gross weight (kg)' });
  const given = new Map([...answers].flatMap(([id, field]) => (id.startsWith('column:') ? [[id.slice('column:'.length), field] as const] : [])));
  const columns = matchColumns(layout, given, known.learned.columns, namesItem);
  for (const [id, answer] of known.learned.answers) asking.suppose(withLetter(id, columns), answer);
  askColumns(columns, asking, given);
  const byField = new Map(columns.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])));
  const sorted = sortRows(layout, columns, namesItem);
  const styles = stylesOf(columns, sorted.goods.map(({ raw }) => raw), asking);
  const body = readGoods({ sorted, columns, byField, styles, asking, answers, known, names });
  const banner = readBanner(layout.above, sorted.goods.slice(0, 50).map((row) => row.cell('waybill')?.text ?? '').map((text) => `AWB ${text}`));
  return ok({ sheet: layout.sheet, sheets: sheets.grids.map(({ name }) => name), headerRow: layout.headerBottom, columns, numbers: styles.numbers, dates: styles.dates, notRead: sorted.notRead, banner, ...body, questions: asking.open() });
}

/** measure:poids brut kg → measure:E, wherever that column stands this time. */
const withLetter = (id: string, columns: readonly Column[]): string => id.replace(/^(measure|counts):(.*)$/, (_, kind: string, words: string) => `${kind}:${columns.find(({ header }) => plainWords(header.text) === words)?.letter ?? ''}`);

const unread = (sheets: Sheets, asking: Asking): PackingList => ({ sheet: '', sheets: sheets.grids.map(({ name }) => name), headerRow: null, columns: [], scales: new Map(), numbers: null, dates: null, questions: asking.open(), rows: [], lots: [], sums: [], notRead: [], banner: { waybill: null, brokenWaybill: null, sender: null } });

const NEAR = 0.1;

/** Columns that could as well be another: asked where it matters. And what is missing altogether. */
function askColumns(columns: readonly Column[], asking: Asking, given: ReadonlyMap<string, string>): void {
  const has = (field: Field): boolean => columns.some((column) => column.field === field);
  for (const { letter, header, field, confidence, by, runnersUp, samples } of columns) {
    const rivals = runnersUp.filter((it) => it.confidence >= confidence - NEAR && it.confidence >= 0.5 && (DECISIVE.has(it.field) || (field !== null && DECISIVE.has(field))));
    const isTaken = field === null && rivals.length > 0;
    if (by === 'answer' || by === 'learned' || given.has(letter) || rivals.length === 0 || (!isTaken && rivals.every((rival) => has(rival.field)))) continue;
    const fields = [...(field === null ? [] : [field]), ...rivals.map((rival) => rival.field)];
    asking.ask(question(`column:${letter}`, 'column', `What is column ${letter}, "${header.text}" (such as ${samples[0] ?? 'nothing'})?`, { about: letter, values: { header: header.text, sample: samples[0] ?? '–' }, options: [...fields.map((value) => ({ value: value as string, label: FIELD_NAMES[value] })), { value: 'none', label: 'nothing that is needed' }], suggestion: field ?? 'none' }));
  }
  const free = columns.filter(({ field }) => field === null || !DECISIVE.has(field)).map(({ letter, header }) => ({ value: letter, label: `${letter}: ${header.text}` }));
  const missing: readonly (readonly [Field, boolean])[] = [['item', has('item') || has('itemCode')], ['quantity', has('quantity') || has('cartons')]];
  for (const [field, isThere] of missing) if (!isThere) asking.ask(question(`field:${field}`, 'field', `Which column is the ${FIELD_NAMES[field]}? Answer with column:LETTER → ${field}.`, { about: field, options: free.map(({ value, label }) => ({ value: `column:${value}`, label })) }));
}

interface Body {
  readonly sorted: Sorted;
  readonly columns: readonly Column[];
  readonly byField: ReadonlyMap<Field, Column>;
  readonly styles: Styles;
  readonly asking: Asking;
  readonly answers: Answers;
  readonly known: Known;
  readonly names: ItemNames;
}

function readGoods({ sorted, columns, byField, styles, asking, answers, known, names }: Body): Pick<PackingList, 'rows' | 'lots' | 'sums' | 'scales'> {
  const problems = new Map<number, RowProblem[]>();
  const tell: Told = (row, field, problem, remedy, mayKeep = false) => {
    const column = field === null ? undefined : byField.get(field);
    const told = { row: row.row, column: column?.letter ?? null, field, value: field === null ? null : (row.cell(field)?.text ?? null), problem, remedy, mayKeep };
    (problems.get(row.row) ?? problems.set(row.row, []).get(row.row))?.push(told);
  };
  const repeats = repeatedRows(sorted.goods, columns);
  const repeated = askRepeats(repeats, asking) === 'once' ? new Set(repeats.map(({ row }) => row)) : new Set<number>();
  const isAside = (row: GoodsRow): boolean => repeated.has(row.row) || answers.get(`row:${row.row}`) === 'aside' || answers.get(`item:${row.cell('item')?.text ?? ''}`) === 'none';
  const standing = sorted.goods.filter((row) => !isAside(row));
  checkCells(standing, columns, asking, tell);
  const items = new Map(standing.map((row) => [row.row, itemOf(row, known.items, names, asking, tell)]));
  const counting: Counting = { columns: byField, styles, asking, counted: countedByColumns(standing, (row) => items.get(row.row) ?? null, { columns: byField, styles, asking }) };
  const counted = standing.flatMap((row): CountedRow[] => {
    const item = items.get(row.row) ?? null;
    const found = item === null ? null : countedRow(row, item, counting, tell);
    return found === null ? [] : [found];
  });
  const sums = statedSums(sorted, byField, styles);
  askSums(sums, asking);
  const proves = (field: Field): boolean => sorted.goods.length > 1 && sums.some((sum) => sum.field === field && sum.agrees);
  const loads = loadsOf(counted, byField, styles, asking, proves);
  const drafts = new Map(counted.map((it) => [it.row.row, draftOf(it, loads, byField, styles, known.today, tell)]));
  const rows = sorted.goods.map((row): ListRow => {
    const all = problems.get(row.row) ?? [];
    const kept = answers.get(`row:${row.row}`) === 'keep' ? all.filter(({ mayKeep }) => !mayKeep) : all;
    return { row: row.row, description: row.cell('item')?.text ?? row.cell('itemCode')?.text ?? '', draft: drafts.get(row.row) ?? null, problems: kept, isAside: isAside(row) };
  });
  const sound = rows.flatMap(({ row, draft, problems: left, isAside: aside }) => (draft === null || aside || left.length > 0 ? [] : [{ row, draft }]));
  return { rows, lots: mergedLots(sound), sums, scales: loads.scales };
}

/** Formulas without a result, errors of the spreadsheet, and whether what formulas gave may be taken. */
function checkCells(goods: readonly GoodsRow[], columns: readonly Column[], asking: Asking, tell: Told): void {
  const fields = FIELDS.filter((field) => columns.some((column) => column.field === field));
  for (const row of goods)
    for (const field of fields) {
      const cell = row.cell(field);
      if (cell === undefined || cell.isRepeated) continue;
      if (cell.kind === 'error') tell(row, field, cell.formula === null ? `the spreadsheet shows ${cell.text} here` : 'this formula has no result in the file', cell.formula === null ? 'mend the formula, or write the value' : 'open the file in the spreadsheet program and save it, or write the value in place of the formula');
      else if (cell.formula !== null) asking.ask(question('formulas', 'formulas', `Some cells are formulas (row ${row.row}: ${cell.formula}, last worked out as ${cell.text}). Take what they last gave?`, { values: { row: String(row.row), formula: cell.formula, result: cell.text }, options: [{ value: 'take', label: 'yes: take the values as they were last worked out' }] }), row.row);
    }
}
