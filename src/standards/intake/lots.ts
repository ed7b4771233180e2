// Rows of goods → drafts of lots, with everything that speaks against a row; then rows of the same goods, batch and packing
// become one lot, because a lot is what is alike, and pallets or cartons are how it is handled.

import { implausible } from '../../domain/airlift/consignment.ts';
import type { Item } from '../../domain/catalogue.ts';
import type { ItemCode } from '../../domain/ids.ts';
import { LocalDate } from '../../domain/time.ts';
import { CubicCm, Grams, Units } from '../../domain/units.ts';
import { readDate } from '../sheets/dates.ts';
import type { Column } from './columns.ts';
import { countOf, type Counting } from './counts.ts';
import { FIELD_NAMES, type Field } from './fields.ts';
import type { GoodsRow } from './goods.ts';
import type { CountedRow, Loads } from './loads.ts';
import { question, type Asking } from './question.ts';
import type { Styles } from './styles.ts';
import type { ItemNames } from './items.ts';

export interface LotDraft {
  readonly item: ItemCode;
  readonly units: number;
  readonly cartons: number;
  readonly unitsPerCarton: number;
  /** Grams and cm³ of the whole lot; null: the sheet does not say for all of it. */
  readonly gross: number | null;
  readonly volume: number | null;
  readonly batch: string | null;
  readonly expires: string | null;
  readonly consignee: string | null;
}

export type Told = (row: GoodsRow, field: Field | null, problem: string, remedy: string, mayKeep?: boolean) => void;

/** The item that a row is of; null: asked, or told as a problem. */
export function itemOf(row: GoodsRow, items: readonly Item[], names: ItemNames, asking: Asking, tell: Told): Item | null {
  const text = row.cell('item')?.text ?? row.cell('itemCode')?.text ?? '';
  if (text === '') return tell(row, 'item', 'the row does not say what it holds', 'write the description in each row'), null;
  return askedItem(text, row.row, items, names, asking);
}

/** The item that a description names; null: asked. */
export function askedItem(text: string, row: number, items: readonly Item[], names: ItemNames, asking: Asking): Item | null {
  const found = names.candidates(text);
  const own = items.find(({ item }) => item === (found.length === 1 ? found[0] : undefined));
  if (own !== undefined) return own;
  const choices = found.length > 1 ? items.filter(({ item }) => found.includes(item)) : items;
  const said = asking.ask(question(`item:${text}`, 'item', found.length > 1 ? `"${text}" could be several things. Which is it?` : `"${text}" is not in the catalogue. Which item is it?`, { about: text, values: { candidates: String(found.length) }, options: [...choices.map(({ item, name }) => ({ value: item as string, label: name })), { value: 'none', label: 'none of these: set its rows aside' }] }), row);
  return items.find(({ item }) => item === said) ?? null;
}

/** @returns null where a question is open that the row depends on, or a problem was told. */
export function countedRow(row: GoodsRow, item: Item, counting: Counting, tell: Told): CountedRow | null {
  const count = countOf(row, item, counting);
  if (count === null) return null;
  if ('units' in count) return { row, item, count };
  tell(row, count.field, count.problem, count.remedy);
  return null;
}

/** Units, grams or cm³ of one row: a thousand million masks, a thousand tonnes, a thousand m³ of one line. */
const MOST = 1_000_000_000;

export function draftOf(counted: CountedRow, loads: Loads, columns: ReadonlyMap<Field, Column>, styles: Styles, today: string, tell: Told): LotDraft | null {
  const { row, item, count } = counted;
  for (const field of ['gross', 'volume'] as const) {
    const cell = row.cell(field);
    if (cell !== undefined && !cell.isRepeated && cell.through > row.row) tell(row, field, `one figure stands for rows ${row.row}–${cell.through} together`, `write the ${FIELD_NAMES[field]} of each row, or keep the row without it`, true);
    else if (cell !== undefined && !cell.isRepeated && cell.kind !== 'number' && !/\d/.test(cell.text)) tell(row, field, 'this is not a number', 'write the figure alone, or leave the cell empty');
    else if (cell !== undefined && /^\s*-/.test(cell.text)) tell(row, field, 'it is negative', 'write 0 or more');
  }
  const isShared = (field: Field): boolean => (row.cell(field)?.through ?? row.row) > row.row || row.cell(field)?.isRepeated === true;
  const gross = isShared('gross') ? null : loads.gross(counted);
  const volume = isShared('volume') ? null : loads.volume(counted);
  // What no schema holds is no figure of goods: a slip of the keyboard, told before anything is made of it.
  for (const [field, value] of [['quantity', count.units], ['gross', gross ?? 0], ['volume', volume ?? 0]] as const)
    if (value > MOST) return tell(row, columns.has(field) ? field : 'cartons', 'this is more than any consignment holds', 'correct the figure'), null;
  const expires = expiryOf(row, columns, styles, today, tell);
  const figures = { units: Units.parse(count.units), unitsPerCarton: Units.parse(count.unitsPerCarton), ...(gross !== null && { gross: Grams.parse(gross) }), ...(volume !== null && { volume: CubicCm.parse(volume) }) };
  for (const { field, problem } of implausible(figures, item)) tell(row, field === 'volume' && !columns.has('volume') ? (columns.has('dimensions') ? 'dimensions' : 'length') : field === 'unitsPerCarton' && !columns.has('unitsPerCarton') ? 'quantity' : field, problem, 'correct the figure, or the catalogue if the carton is really another');
  return { item: item.item, units: count.units, cartons: count.cartons, unitsPerCarton: count.unitsPerCarton, gross, volume, batch: row.cell('batch')?.text ?? null, expires: expires === '' ? null : expires, consignee: row.cell('consignee')?.text ?? null };
}

/** Empty: none, or its order is still asked. */
function expiryOf(row: GoodsRow, columns: ReadonlyMap<Field, Column>, styles: Styles, today: string, tell: Told): string {
  const cell = row.cell('expires');
  const column = columns.get('expires');
  if (cell === undefined || column === undefined) return '';
  const readings = readDate(cell.text);
  if (readings === null && /^(?:-+|n\/?a|none|nil|无|\/)$/i.test(cell.text)) return '';
  if (readings === null) return tell(row, 'expires', 'this is not a date', 'write the date as 2022-03-31, or leave the cell empty'), '';
  const date = styles.date(readings, column.column);
  if (date === null) return '';
  if (!LocalDate.safeParse(date).success) return tell(row, 'expires', 'there is no such day', 'write the date as 2022-03-31'), '';
  if (date < today) tell(row, 'expires', `it expired on ${date}`, 'correct the date, set the row aside, or keep it if it is meant so', true);
  return date;
}

export interface MergedLot extends LotDraft {
  readonly rows: readonly number[];
}

/** Rows that are alike, as one lot, in the order of their first rows. */
export function mergedLots(drafts: readonly { readonly row: number; readonly draft: LotDraft }[]): MergedLot[] {
  const lots = new Map<string, LotDraft & { rows: number[] }>();
  const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
  for (const { row, draft } of drafts) {
    const key = JSON.stringify([draft.item, draft.batch, draft.expires, draft.unitsPerCarton, draft.consignee]);
    const lot = lots.get(key);
    if (lot === undefined) lots.set(key, { ...draft, rows: [row] });
    else {
      lot.rows.push(row);
      lots.set(key, { ...lot, units: lot.units + draft.units, cartons: lot.cartons + draft.cartons, gross: sum(lot.gross, draft.gross), volume: sum(lot.volume, draft.volume) });
    }
  }
  return [...lots.values()];
}
