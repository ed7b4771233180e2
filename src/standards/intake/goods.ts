// Which rows of the body are goods, which are sums, which are neither; and a row's cells by field.

import type { Column } from './columns.ts';
import type { Field } from './fields.ts';
import { totalOf } from './header-words.ts';
import type { Cell, GridRow, Layout } from './layout.ts';
import { plainWords } from './words.ts';

export interface GoodsRow {
  readonly row: number;
  /** Absent: nothing stands there. */
  readonly cell: (field: Field) => Cell | undefined;
  readonly raw: GridRow;
}

export interface Sorted {
  readonly goods: readonly GoodsRow[];
  /** Sums as the sheet has them, and which rows of goods stand above it since the sum before. */
  readonly sums: readonly { readonly row: GoodsRow; readonly isPart: boolean; readonly section: readonly number[] }[];
  /** Neither: notes, signatures, headings between. */
  readonly notRead: readonly { readonly row: number; readonly text: string }[];
}

const TELLS: readonly Field[] = ['quantity', 'cartons', 'unitsPerCarton', 'gross', 'net', 'volume'];

export function sortRows(layout: Layout, columns: readonly Column[], namesItem: (text: string) => boolean): Sorted {
  const columnOf = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])));
  const goods: GoodsRow[] = [];
  const sums: Sorted['sums'][number][] = [];
  const notRead: { row: number; text: string }[] = [];
  let section: number[] = [];
  for (const raw of layout.body) {
    const cell = (field: Field): Cell | undefined => { const column = columnOf.get(field); const found = column === undefined ? undefined : raw.cells.get(column); return found === undefined || (found.text === '' && found.formula === null && found.kind !== 'error') ? undefined : found; };
    const row: GoodsRow = { row: raw.row, cell, raw };
    const filled = [...raw.cells.values()].filter(({ text, isRepeated }) => text !== '' && !isRepeated);
    const sum = sumIn(filled.map(({ text }) => text), cell('item')?.text);
    const tells = TELLS.some((field) => cell(field) !== undefined);
    if (sum !== null && tells) {
      sums.push({ row, isPart: sum === 'part', section });
      section = [];
    } else if (tells ? cell('item') !== undefined || cell('quantity') !== undefined || cell('cartons') !== undefined : namesItem(cell('item')?.text ?? '') && filled.length > 1) {
      goods.push(row);
      section.push(raw.row);
    } else if (filled.length > 0) notRead.push({ row: raw.row, text: filled.map(({ text }) => text).join(' · ').slice(0, 120) });
  }
  return { goods, sums, notRead };
}

/** Whatever begins a row of sums has one of these in it: most cells need no closer look. */
const LIKE_TOTAL = /tot|sum|som|ges|zwi|parz|[合总小共]/i;

/** A row of sums says so in its first words, and names no goods beside. */
function sumIn(texts: readonly string[], item: string | undefined): 'total' | 'part' | null {
  for (const text of texts) {
    if (!LIKE_TOTAL.test(text)) continue;
    const found = totalOf(plainWords(text));
    if (found !== null && (item === undefined || item === text)) return found;
  }
  return null;
}
