// How a column writes its numbers and dates: proved by the column itself, else by the other columns of the sheet, else by
// what was learned of the sender, else asked. 1.234 alone proves nothing.

import { dateIn, isOpen, orderOf, readDate, type DateOrder, type DateReadings } from '../sheets/dates.ts';
import { isAmbiguous, readNumeral, styleOf, valueOf, type Numeral, type NumberStyle } from '../sheets/numerals.ts';
import { packingsIn, readAmount } from './amounts.ts';
import type { Column } from './columns.ts';
import { kindOf, type Field } from './fields.ts';
import type { Cell, GridRow } from './layout.ts';
import { question, type Asking } from './question.ts';

export interface Styles {
  /** The number in a reading; null while the column's style is open. */
  readonly number: (numeral: Numeral, column: number) => number | null;
  /** ISO date; null while the column's order is open. */
  readonly date: (readings: DateReadings, column: number) => string | null;
  /** For what is learned: what was settled for the sheet. */
  readonly numbers: NumberStyle | null;
  readonly dates: DateOrder | null;
}

const COUNTS: ReadonlySet<Field> = new Set(['quantity', 'unitsPerCarton', 'cartons', 'pallets']);

/** Every number that a cell of this field holds. A number that the spreadsheet keeps as one has no style. */
export function numeralsOf({ text, kind }: Cell, field: Field): Numeral[] {
  if (kind !== 'text') return [];
  if (field === 'item') return packingsIn(text).map(({ count }) => count);
  if (field === 'dimensions') return text.split(/[x×*✕]/i).flatMap((part) => readNumeral(part) ?? []);
  const single = readNumeral(text);
  if (single !== null) return [single];
  if (!COUNTS.has(field)) return [];
  const amount = readAmount(text);
  return [...(amount === null ? [] : [amount.count, ...(amount.each === null ? [] : [amount.each])]), ...(amount === null ? packingsIn(text).map(({ count }) => count) : [])];
}

/** Which fields hold what, for whoever knows them. */
export interface FieldKinds<F extends string> {
  readonly isNumber: (field: F) => boolean;
  readonly isDate: (field: F) => boolean;
  /** It counts whole things: a carton is not divided. */
  readonly isCount: (field: F) => boolean;
  /** Every number that a cell of this field holds. */
  readonly numeralsOf: (cell: Cell, field: F) => readonly Numeral[];
}

interface StyledColumn<F extends string> {
  readonly column: number;
  readonly letter: string;
  readonly field: F | null;
}

const GOODS: FieldKinds<Field> = {
  isNumber: (field) => kindOf(field) === 'number' || field === 'item' || field === 'dimensions',
  isDate: (field) => kindOf(field) === 'date',
  isCount: (field) => COUNTS.has(field),
  numeralsOf,
};

export const stylesOf = (columns: readonly Column[], body: readonly GridRow[], asking: Asking): Styles => stylesIn(columns, body, asking, GOODS);

export function stylesIn<F extends string>(columns: readonly StyledColumn<F>[], body: readonly GridRow[], asking: Asking, kinds: FieldKinds<F>): Styles {
  const numbers = decided(columns, body, kinds.isNumber, kinds.numeralsOf, {
    proof: styleOf, isOpen: isAmbiguous, contradicts: (numeral, style: NumberStyle, field: F) => kinds.isCount(field) && !Number.isInteger(valueOf(numeral, style)), ask: (letters, example, row) => asking.ask(askNumbers(letters, example), row) as NumberStyle | null,
  });
  const dates = decided(columns, body, kinds.isDate, (cell) => (cell.kind === 'text' ? (readDate(cell.text) ?? []) : []), {
    proof: orderOf, isOpen, contradicts: () => false, ask: (letters, example, row) => asking.ask(askDates(letters, example), row) as DateOrder | null,
  });
  return {
    number: (numeral, column) => (isAmbiguous(numeral) ? ((style) => (style === null ? null : valueOf(numeral, style)))(numbers.of(column)) : valueOf(numeral, 'point')),
    date: (readings, column) => (isOpen(readings) ? ((order) => (order === null ? null : dateIn(readings, order)))(dates.of(column)) : dateIn(readings, 'day-first')),
    numbers: numbers.settled,
    dates: dates.settled,
  };
}

interface Rules<T, S, F> {
  readonly proof: (values: Iterable<T>) => S | 'both' | null;
  readonly isOpen: (value: T) => boolean;
  /** The style cannot be this column's: a carton is not divided. */
  readonly contradicts: (value: T, style: S, field: F) => boolean;
  readonly ask: (letters: string, example: string, row: number) => S | null;
}

interface Held<T> {
  readonly value: T;
  readonly text: string;
  readonly row: number;
}

function decided<T, S, F extends string>(columns: readonly StyledColumn<F>[], body: readonly GridRow[], concerns: (field: F) => boolean, valuesOf: (cell: Cell, field: F) => T | readonly T[], rules: Rules<T, S, F>): { of: (column: number) => S | null; settled: S | null } {
  const held = columns.flatMap(({ column, letter, field }) => {
    if (field === null || !concerns(field)) return [];
    const values = body.flatMap(({ row, cells }): Held<T>[] => { const cell = cells.get(column); return cell === undefined || cell.isRepeated ? [] : [valuesOf(cell, field)].flat().map((value) => ({ value: value as T, text: cell.text, row })); });
    return [{ column, letter, field, values, proof: rules.proof(values.map(({ value }) => value)), open: values.filter(({ value }) => rules.isOpen(value)) }];
  });
  const proofs = new Set(held.map(({ proof }) => proof).filter((proof) => proof !== null));
  const [only] = proofs.size === 1 ? [...proofs] : [];
  const ofSheet = only === undefined || only === 'both' ? null : only;
  const styles = new Map<number, S>();
  const undecided = held.filter(({ column, field, open, proof }) => {
    const style = proof === 'both' || proof === null ? ofSheet : proof;
    if (style === null || proof === 'both' || open.some(({ value }) => rules.contradicts(value, style, field))) return open.length > 0;
    styles.set(column, style);
    return false;
  });
  const example = undecided.flatMap(({ open }) => open)[0];
  const said = example === undefined ? null : rules.ask(undecided.map(({ letter }) => letter).toSorted().join(', '), example.text, example.row);
  if (said !== null) for (const { column } of undecided) styles.set(column, said);
  return { of: (column) => styles.get(column) ?? null, settled: said ?? ofSheet };
}

const WORDED = new Intl.NumberFormat('en', { maximumFractionDigits: 6, useGrouping: false });

function askNumbers(letters: string, example: string): ReturnType<typeof question> {
  const numeral = numeralsOf({ text: example, kind: 'text', formula: null, through: 0, isRepeated: false, isWide: false }, 'quantity').find(isAmbiguous) ?? readNumeral(example);
  const read = (style: NumberStyle): string => (numeral === null ? '' : WORDED.format(valueOf(numeral, style)));
  const label = (style: NumberStyle): string => (numeral === null ? style : `${style === 'point' ? 'the point is the decimal mark' : 'the comma is the decimal mark'}: it is ${read(style)}`);
  return question('numbers', 'numbers', `Column ${letters} holds ${example}, which can be read in two ways. Which is meant?`, { about: letters, values: { example, point: read('point'), comma: read('comma') }, options: [{ value: 'point', label: label('point') }, { value: 'comma', label: label('comma') }] });
}

function askDates(letters: string, example: string): ReturnType<typeof question> {
  const readings = readDate(example);
  return question('dates', 'dates', `Column ${letters} holds ${example}, which can be read in two ways. Which day is meant?`, { about: letters, values: { example, 'day-first': readings?.dayFirst ?? '', 'month-first': readings?.monthFirst ?? '' }, options: [{ value: 'day-first', label: `day first: ${readings?.dayFirst ?? ''}` }, { value: 'month-first', label: `month first: ${readings?.monthFirst ?? ''}` }] });
}
