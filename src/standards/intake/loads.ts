// What a row weighs and takes: the column's unit (kg, lb, m³, cm, inch) and whether its figures are of one carton or of the
// row. Said by the header or the cell; else proved by the sums or by what the goods can weigh; else asked.

import { cartonLoad, type Item } from '../../domain/catalogue.ts';
import { readNumeral } from '../sheets/numerals.ts';
import type { Column } from './columns.ts';
import type { Count } from './counts.ts';
import { FIELD_NAMES, type Field } from './fields.ts';
import type { GoodsRow } from './goods.ts';
import { measureOf } from './header.ts';
import type { Cell } from './layout.ts';
import { inBase, measureUnit, unitsOf, type Measure } from './measures.ts';
import { question, type Asking } from './question.ts';
import type { Styles } from './styles.ts';

export interface CountedRow {
  readonly row: GoodsRow;
  readonly item: Item;
  readonly count: Count;
}

/** How a column is read. */
export interface Scale {
  readonly unit: string;
  readonly basis: 'carton' | 'row';
}

const UNIT_NAMES: Readonly<Record<string, string>> = { kg: 'kilograms', g: 'grams', t: 'tonnes', lb: 'pounds', m3: 'm³', dm3: 'litres', cm3: 'cm³', ft3: 'cubic feet', mm: 'millimetres', cm: 'centimetres', m: 'metres', in: 'inches' };

export interface Loads {
  /** In grams and cm³ for the whole row; null: it does not say, or it is still asked. */
  readonly gross: (row: CountedRow) => number | null;
  readonly net: (row: CountedRow) => number | null;
  readonly volume: (row: CountedRow) => number | null;
  readonly scales: ReadonlyMap<Field, Scale>;
}

/** @param provesRow does the sheet's own sum of the column equal the sum of its rows? */
export function loadsOf(rows: readonly CountedRow[], columns: ReadonlyMap<Field, Column>, styles: Styles, asking: Asking, provesRow: (field: Field) => boolean): Loads {
  const scales = new Map<Field, Scale>();
  const settle = (field: Field, plausible: (row: CountedRow, base: number) => boolean, baseOf: (row: CountedRow, scale: Scale) => number | null, fixedBasis: Scale['basis'] | null): void => {
    const column = columns.get(field);
    if (column === undefined) return;
    const scale = scaleOf(field, column, rows, { plausible, baseOf, fixedBasis: fixedBasis ?? column.header.basis ?? (provesRow(field) ? 'row' : null) }, asking);
    if (scale !== null) scales.set(field, scale);
  };
  const figure = (field: Field) => (row: CountedRow, scale: Scale): number | null => baseIn(row.row.cell(field), columns.get(field), styles, measureOf(field) ?? 'weight', scale.unit, scale.basis === 'carton' ? row.count.cartons : 1);
  settle('gross', ({ item, count }, grams) => grams >= count.cartons * item.leastCartonGrams && grams <= count.cartons * item.mostCartonGrams, figure('gross'), null);
  settle('net', ({ item, count }, grams) => grams <= count.cartons * item.mostCartonGrams && grams >= (count.cartons * item.leastCartonGrams) / 4, figure('net'), null);
  const fills = ({ item, count }: CountedRow, volume: number): boolean => { const expected = count.cartons * cartonLoad(item).volume; return volume >= expected / 2 && volume <= expected * 2; };
  settle('volume', fills, figure('volume'), null);
  const boxed = (row: CountedRow, unit: string): number | null => sizeVolume(row, columns, styles, unit);
  const sized: Field = columns.has('dimensions') ? 'dimensions' : 'length';
  if (!columns.has('volume')) settle(sized, fills, (row, { unit }) => boxed(row, unit), 'carton');
  const at = (field: Field) => (row: CountedRow): number | null => { const scale = scales.get(field); return scale === undefined ? null : figure(field)(row, scale); };
  const size = scales.get(sized);
  return { gross: at('gross'), net: at('net'), volume: (row) => (columns.has('volume') ? at('volume')(row) : size === undefined ? null : boxed(row, size.unit)), scales };
}

interface Reading {
  readonly plausible: (row: CountedRow, base: number) => boolean;
  readonly baseOf: (row: CountedRow, scale: Scale) => number | null;
  readonly fixedBasis: Scale['basis'] | null;
}

function scaleOf(field: Field, { letter, header }: Column, rows: readonly CountedRow[], { plausible, baseOf, fixedBasis }: Reading, asking: Asking): Scale | null {
  const measure = measureOf(field);
  if (measure === null) return null;
  const filled = rows.filter(({ row }) => row.cell(field) !== undefined);
  const ofCell = filled.flatMap(({ row }) => cellUnit(row.cell(field), measure) ?? []);
  const said = header.unit[measure] ?? (ofCell.length === filled.length ? (ofCell[0] ?? null) : null);
  // Where every row is one carton, both bases are the same.
  const bases: readonly Scale['basis'][] = fixedBasis === null ? (filled.every(({ count }) => count.cartons === 1) ? ['row'] : ['row', 'carton']) : [fixedBasis];
  const scales = (said === null ? unitsOf(measure) : [said]).flatMap((unit) => bases.map((basis): Scale => ({ unit, basis })));
  if (scales.length === 1 || filled.length === 0) return scales[0] ?? null;
  const fits = scales.filter((scale) => share(filled, (row) => { const base = baseOf(row, scale); return base === null || plausible(row, base); }) >= 0.9);
  if (fits.length === 1) return fits[0] ?? null;
  // No reading makes sense: the plainest is taken, and each row is told that it cannot be true.
  if (fits.length === 0 && said !== null) return { unit: said, basis: 'row' };
  const choices = fits.length > 0 ? fits : scales;
  const label = ({ unit, basis }: Scale): string => `${UNIT_NAMES[unit] ?? unit}, ${field === 'length' || field === 'dimensions' ? 'of one carton' : basis === 'carton' ? 'of one carton' : 'of the whole row'}`;
  const answer = asking.ask(question(`measure:${letter}`, 'measure', `Column ${letter} (${header.text}) gives the ${FIELD_NAMES[field]}. How is it meant?`, { about: letter, options: choices.map((scale) => ({ value: `${scale.unit} ${scale.basis}`, label: label(scale) })) }), filled[0]?.row.row);
  const [unit, basis] = answer?.split(' ') ?? [];
  return unit === undefined ? null : { unit, basis: basis === 'carton' ? 'carton' : 'row' };
}

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / Math.max(1, all.length);

const cellUnit = (cell: Cell | undefined, measure: Measure): string | null => {
  const suffix = cell?.kind === 'text' ? (/[^\d.,\s'’][^\d]*$/.exec(cell.text.normalize('NFKC'))?.[0] ?? '') : '';
  // m³ becomes m3 in NFKC, whose digit is not the number's.
  return measureUnit(suffix, measure) ?? (/m(?:3|³)\s*$/.test(cell?.text ?? '') && measure === 'volume' ? 'm3' : null);
};

function baseIn(cell: Cell | undefined, column: Column | undefined, styles: Styles, measure: Measure, unit: string, times: number): number | null {
  // A figure merged over several rows is of all of them together: it is no row's own.
  if (cell === undefined || column === undefined || cell.isRepeated) return null;
  const numeral = cell.kind === 'number' ? null : readNumeral(cell.text.replace(/\s*m[³3]\s*$/, ''));
  const value = cell.kind === 'number' ? Number(cell.text) : numeral === null ? null : styles.number(numeral, column.column);
  if (value === null || value < 0) return null;
  return inBase(value * times, cellUnit(cell, measure) ?? unit, measure);
}

/** Outer volume of the row's cartons by their length, width and height; cm³, rounded up so that no load looks smaller than it is. */
function sizeVolume({ row, count }: CountedRow, columns: ReadonlyMap<Field, Column>, styles: Styles, unit: string): number | null {
  const own = row.cell('dimensions');
  const sides = own === undefined
    ? (['length', 'width', 'height'] as const).map((field) => baseIn(row.cell(field), columns.get(field), styles, 'length', columns.get(field)?.header.unit.length ?? unit, 1))
    : own.text.split(/[x×*✕]/i).map((part) => { const numeral = readNumeral(part.replace(/^[^\d]*/, '')); const value = numeral === null ? null : styles.number(numeral, columns.get('dimensions')?.column ?? 0); return value === null ? null : inBase(value, cellUnit(own, 'length') ?? unit, 'length'); });
  if (sides.length !== 3) return null;
  let mm3 = count.cartons;
  for (const side of sides) {
    if (side === null) return null;
    mm3 *= side;
  }
  return Math.ceil(mm3 / 1000);
}
