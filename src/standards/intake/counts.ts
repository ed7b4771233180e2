// How many units a row holds: from its quantity and what that counts, its cartons and what one holds, the packing in its
// description. Figures that contradict each other are a problem of the row; what nothing tells is asked.

import { cartonsFor, type Item } from '../../domain/catalogue.ts';
import { readNumeral, type Numeral } from '../sheets/numerals.ts';
import { packingsIn, readAmount, type Packing } from './amounts.ts';
import type { Column } from './columns.ts';
import type { Field } from './fields.ts';
import type { GoodsRow } from './goods.ts';
import type { Cell } from './layout.ts';
import { countedBy, type Counted } from './measures.ts';
import { question, type Asking } from './question.ts';
import type { Styles } from './styles.ts';

export interface Count {
  readonly units: number;
  readonly cartons: number;
  readonly unitsPerCarton: number;
}

export interface CountProblem {
  readonly field: Field;
  readonly problem: string;
  readonly remedy: string;
}

const problem = (field: Field, text: string, remedy: string): CountProblem => ({ field, problem: text, remedy });

export interface Counting {
  readonly columns: ReadonlyMap<Field, Column>;
  readonly styles: Styles;
  readonly asking: Asking;
  /** What a quantity counts where neither its cell nor its row says; null: asked. */
  readonly counted: Counted | null;
}

/** A cell's own number; null: none, or still open. */
export function numberIn(cell: Cell | undefined, column: Column | undefined, styles: Styles): number | null {
  if (cell === undefined || column === undefined) return null;
  if (cell.kind === 'number') return Number(cell.text);
  const numeral = readNumeral(cell.text) ?? readAmount(cell.text)?.count ?? null;
  return numeral === null ? null : styles.number(numeral, column.column);
}

/** Null: a question is open that it depends on. */
export function countOf(row: GoodsRow, item: Item, counting: Counting): Count | CountProblem | null {
  const { columns, styles, asking } = counting;
  const read = (numeral: Numeral, field: Field): number | null => styles.number(numeral, columns.get(field)?.column ?? 0);
  const size = sizeOf(row, item, counting, read);
  if (size.open) return null;
  const quantity = row.cell('quantity');
  const cartonsCell = row.cell('cartons');
  const cartons = numberIn(cartonsCell, columns.get('cartons'), styles);
  if (cartonsCell !== undefined && cartons === null) return asking.isOpen('numbers') ? null : problem('cartons', 'this is not a number of cartons', 'write the number of cartons alone');
  if (cartons !== null && !isCount(cartons)) return problem('cartons', cartons <= 0 ? 'a row has at least one carton' : 'a carton is not divided', 'write a whole number of 1 or more');
  if (quantity === undefined) {
    if (cartons === null) return problem('quantity', 'the row does not say how many', 'write the quantity, or the number of cartons and what one holds');
    const each = size.each ?? askSize('carton', item, asking, row.row);
    return each === null ? null : { units: cartons * each, cartons, unitsPerCarton: each };
  }
  const units = unitsIn(row, quantity, item, counting, size.each, size.perBox, read);
  return units === null || 'problem' in units ? units : agreed(units, cartons ?? units.cartons, size.each, item);
}

const isCount = (n: number): boolean => Number.isInteger(n) && n > 0 && n <= 1e12;

/** Quantity, cartons and pack size held against each other. */
function agreed({ units }: { readonly units: number }, cartons: number | null, each: number | null, item: Item): Count | CountProblem {
  if (cartons === null) return { units, cartons: cartonsFor(units, each ?? item.unitsPerCarton), unitsPerCarton: each ?? item.unitsPerCarton };
  if (each !== null && cartonsFor(units, each) !== cartons) return problem('quantity', `${cartons} cartons of ${each} hold ${cartons * each}, not ${units}`, 'correct the quantity, the number of cartons or what one holds');
  if (units < cartons) return problem('quantity', `${units} units cannot fill ${cartons} cartons`, 'correct the quantity or the number of cartons');
  const fits = cartonsFor(units, item.unitsPerCarton) === cartons;
  return { units, cartons, unitsPerCarton: each ?? (fits ? item.unitsPerCarton : Math.ceil(units / cartons)) };
}

interface Size {
  /** Units in a carton, and in a box; null: the row does not say. */
  readonly each: number | null;
  readonly perBox: number | null;
  /** It says, but how its numbers are meant is still asked. */
  readonly open: boolean;
}

function sizeOf(row: GoodsRow, item: Item, { columns, styles }: Counting, read: (numeral: Numeral, field: Field) => number | null): Size {
  const cell = row.cell('unitsPerCarton');
  const own = cell === undefined ? null : cell.kind === 'number' ? Number(cell.text) : numberIn(cell, columns.get('unitsPerCarton'), styles);
  const amount = cell === undefined ? null : readAmount(cell.text);
  const sources: readonly (readonly [Field, Packing])[] = [
    ...packingsIn(cell?.text ?? '').map((packing) => ['unitsPerCarton', packing] as const),
    ...packingsIn(row.cell('item')?.text ?? '').map((packing) => ['item', packing] as const),
    ...packingsIn(row.cell('remarks')?.text ?? '').map((packing) => ['item', packing] as const),
  ];
  const held = (holder: 'box' | 'carton'): { count: number | null; of: Counted } | null => { const found = sources.find(([, packing]) => packing.holder === holder); return found === undefined ? null : { count: read(found[1].count, found[0]), of: found[1].of }; };
  const [box, carton] = [held('box'), held('carton')];
  const perBox = box?.count ?? item.unitsPerBox ?? null;
  const times = (count: number | null, of: Counted | null): number | null => (count === null ? null : of === 'box' ? (perBox === null ? null : count * perBox) : of === 'pair' ? count * 2 : count);
  if (amount !== null && amount.each !== null) {
    const [count, each] = [read(amount.count, 'unitsPerCarton'), read(amount.each, 'unitsPerCarton')];
    return { each: count === null || each === null ? null : count * each, perBox: amount.of === 'box' ? each : perBox, open: count === null || each === null };
  }
  if (cell !== undefined && own !== null && isCount(own)) return { each: times(own, amount?.of ?? null), perBox, open: false };
  const isUnread = (cell !== undefined && amount !== null && own === null) || [box, carton].some((it) => it?.count === null);
  return { each: carton === null ? null : times(carton.count, carton.of), perBox, open: isUnread };
}

function askSize(holder: 'box' | 'carton' | 'pallet', item: Item, asking: Asking, row: number): number | null {
  const known = holder === 'box' ? item.unitsPerBox : holder === 'carton' ? item.unitsPerCarton : item.unitsPerCarton * item.cartonsPerPallet;
  const said = asking.ask(
    question(`size:${holder}:${item.item}`, 'size', `The sheet counts ${holder}${holder === 'box' ? 'es' : 's'} of ${item.name} and does not say how many units one holds. How many?`, {
      about: item.item, free: 'number', options: known === undefined ? [] : [{ value: String(known), label: `${known}, as the catalogue has it` }], suggestion: known === undefined ? null : String(known),
    }),
    row,
  );
  return said === null ? null : Number(said);
}

type Units = { readonly units: number; readonly cartons: number | null };

function unitsIn(row: GoodsRow, cell: Cell, item: Item, { columns, styles, asking, counted }: Counting, perCarton: number | null, perBox: number | null, read: (numeral: Numeral, field: Field) => number | null): Units | CountProblem | null {
  const amount = cell.kind === 'number' ? null : readAmount(cell.text);
  const count = cell.kind === 'number' ? Number(cell.text) : amount === null ? null : read(amount.count, 'quantity');
  if (cell.kind !== 'number' && amount === null) return problem('quantity', 'this is not a quantity', 'write a number, with its unit or without: 5000, 5000 pcs, 50 cartons × 100');
  if (count === null) return null;
  if (count <= 0) return problem('quantity', 'a row holds at least one unit', 'write the quantity, or set the row aside');
  const of = amount?.of ?? wordOf(row, asking) ?? columns.get('quantity')?.header.counted ?? counted;
  if (of === null) return null;
  if (amount !== null && amount.each !== null) {
    const each = read(amount.each, 'quantity');
    if (each === null) return null;
    const inEach = amount.eachOf === 'box' ? perBox : 1;
    return inEach === null ? problem('quantity', 'it counts boxes, and does not say what one holds', 'write how many units are in a box') : whole(count * each * inEach, of === 'carton' ? count : null);
  }
  switch (of) {
    case 'unit': return whole(count, null);
    case 'dozen': return whole(count * 12, null);
    case 'pair': {
      const two = asking.ask(question('pair', 'pair', 'The sheet counts pairs. How many units of the pledge is one pair?', { options: [{ value: '2', label: 'two: the pledge counts single pieces' }, { value: '1', label: 'one: the pledge counts pairs' }], suggestion: '2' }), row.row);
      return two === null ? null : whole(count * Number(two), null);
    }
    default: {
      const each = of === 'carton' ? perCarton : of === 'box' ? perBox : null;
      const size = each ?? askSize(of, item, asking, row.row);
      return size === null ? null : whole(count * size, of === 'carton' ? count : null);
    }
  }

  function whole(units: number, cartons: number | null): Units | CountProblem {
    return isCount(units) ? { units, cartons: cartons !== null && isCount(cartons) ? cartons : null } : problem('quantity', `${styles.numbers === null ? count : units} is not a whole number of units`, 'write the quantity in whole units');
  }
}

/** What the row's column of units says; a word that is not known is asked about, once for all its rows. */
function wordOf(row: GoodsRow, asking: Asking): Counted | null {
  const text = row.cell('unit')?.text ?? '';
  if (text === '') return null;
  const known = countedBy(text);
  if (known !== null) return known;
  const said = asking.ask(question(`unit:${text}`, 'unit', `What does "${text}" count?`, { about: text, options: COUNTED.map((value) => ({ value, label: `${value}s`.replace('boxs', 'boxes') })) }), row.row);
  return said as Counted | null;
}
const COUNTED: readonly Counted[] = ['unit', 'pair', 'dozen', 'box', 'carton'];

/** What the quantity column counts where nothing names it: proved by the columns beside it, or asked. */
export function countedByColumns(goods: readonly GoodsRow[], itemOf: (row: GoodsRow) => Item | null, counting: Omit<Counting, 'counted'>): Counted | null {
  const { columns, styles, asking } = counting;
  const column = columns.get('quantity');
  if (column === undefined) return null;
  const open = goods.filter((row) => { const cell = row.cell('quantity'); return cell !== undefined && (cell.kind === 'number' || readAmount(cell.text)?.of === null) && (row.cell('unit')?.text ?? '') === '' && column.header.counted === null; });
  if (open.length === 0) return null;
  const triples = open.flatMap((row) => {
    const [quantity, cartons, item] = [numberIn(row.cell('quantity'), column, styles), numberIn(row.cell('cartons'), columns.get('cartons'), styles), itemOf(row)];
    return quantity === null || cartons === null || item === null || cartons <= 0 ? [] : [{ quantity, cartons, each: numberIn(row.cell('unitsPerCarton'), columns.get('unitsPerCarton'), styles), item }];
  });
  const all = (is: (it: (typeof triples)[number]) => boolean): boolean => triples.length > 0 && triples.length >= open.length * 0.5 && triples.every(is);
  if (all(({ quantity, cartons, each }) => quantity === cartons && (each === null || each > 1))) return 'carton';
  if (all(({ quantity, cartons, each, item }) => (each === null ? quantity / cartons >= item.leastUnitsPerCarton && quantity / cartons <= item.mostUnitsPerCarton : cartonsFor(quantity, each) === cartons))) return 'unit';
  return asking.ask(question(`counts:${column.letter}`, 'counts', `Column ${column.letter} (${column.header.text}) gives quantities without a unit. What does it count?`, { about: column.letter, options: COUNTED.map((value) => ({ value, label: `${value}s`.replace('boxs', 'boxes') })) }), open[0]?.row) as Counted | null;
}
