// The sheet's own sums held against its rows; and rows that say the same twice.

import type { Column } from './columns.ts';
import { numberIn } from './counts.ts';
import { FIELD_NAMES, type Field } from './fields.ts';
import type { GoodsRow, Sorted } from './goods.ts';
import { question, type Asking } from './question.ts';
import type { Styles } from './styles.ts';

export interface StatedSum {
  readonly row: number;
  readonly column: string;
  readonly field: Field;
  readonly stated: number;
  readonly summed: number;
  readonly agrees: boolean;
}

const SUMMED: readonly Field[] = ['quantity', 'cartons', 'pallets', 'gross', 'net', 'volume', 'value'];
/** Sums of rounded figures may differ in the last digit that is shown. */
const close = (stated: number, summed: number, field: Field): boolean => Math.abs(stated - summed) <= (field === 'quantity' || field === 'cartons' || field === 'pallets' ? 1e-6 : 0.02 + Math.abs(stated) * 0.0005);

export function statedSums({ goods, sums }: Sorted, columns: ReadonlyMap<Field, Column>, styles: Styles): StatedSum[] {
  return sums.flatMap(({ row, isPart, section }) =>
    SUMMED.flatMap((field): StatedSum[] => {
      const column = columns.get(field);
      const stated = numberIn(row.cell(field), column, styles);
      if (column === undefined || stated === null || column.header.basis === 'carton') return [];
      const sumOf = (rows: readonly GoodsRow[]): number => Number(rows.reduce((sum, it) => sum + (it.cell(field)?.isRepeated === true ? 0 : (numberIn(it.cell(field), column, styles) ?? 0)), 0).toPrecision(12));
      const above = goods.filter((it) => it.row < row.row);
      const [whole, part] = [sumOf(above), sumOf(above.filter((it) => section.includes(it.row)))];
      const summed = isPart || close(stated, part, field) ? part : whole;
      return [{ row: row.row, column: column.letter, field, stated, summed, agrees: close(stated, summed, field) }];
    }),
  );
}

const TOTALS_REMEDY = [{ value: 'rows', label: 'the rows are right: go by them' }];

export function askSums(sums: readonly StatedSum[], asking: Asking): void {
  const wrong = sums.filter(({ agrees }) => !agrees);
  if (wrong.length === 0) return;
  const text = wrong.slice(0, 3).map(({ row, column, field, stated, summed }) => `row ${row}, column ${column}: the sheet's sum of ${FIELD_NAMES[field]} is ${stated}, its rows come to ${summed}`).join('; ');
  asking.ask(question('totals', 'totals', `The sheet's own sums do not agree with its rows (${text}). Correct the sheet, or say that the rows are right.`, { options: TOTALS_REMEDY, rows: wrong.slice(0, 5).map(({ row }) => row) }));
}

/** Rows whose every cell repeats an earlier row's, but for the line number. */
export function repeatedRows(goods: readonly GoodsRow[], columns: readonly Column[]): { readonly row: number; readonly of: number }[] {
  const telling = columns.filter(({ field }) => field !== 'line').toSorted((a, b) => (a.header.text < b.header.text ? -1 : 1));
  const first = new Map<string, number>();
  const found: { row: number; of: number }[] = [];
  for (const { row, raw } of goods) {
    const key = JSON.stringify(telling.map(({ column }) => raw.cells.get(column)?.text ?? ''));
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else found.push({ row, of: earlier });
  }
  return found;
}

/** Whether repeats count; null: asked. */
export function askRepeats(repeats: readonly { readonly row: number; readonly of: number }[], asking: Asking): 'both' | 'once' | null {
  if (repeats.length === 0) return 'both';
  const text = repeats.slice(0, 3).map(({ row, of }) => `row ${row} is row ${of} again`).join(', ');
  return asking.ask(
    question('twice', 'twice', `${repeats.length === 1 ? 'One row says' : `${repeats.length} rows say`} the same as an earlier one in every column (${text}). Do they count?`, {
      options: [{ value: 'both', label: 'yes: these are further goods' }, { value: 'once', label: 'no: they were copied by mistake' }], rows: repeats.slice(0, 5).map(({ row }) => row),
    }),
  ) as 'both' | 'once' | null;
}
