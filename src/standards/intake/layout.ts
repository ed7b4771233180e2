// Where in a worksheet the goods stand: titles and banners above, the header in one row or more, the rows below. By what
// the cells say, never by a fixed row. Which rows are sums or notes is decided once the columns are known (rows.ts).

import { isTagRow } from '../packs/csv.ts';
import type { CellValue, Grid } from '../sheets/grid.ts';
import { LEAST, readHeader } from './header.ts';
import { plainWords } from './words.ts';

export interface Cell {
  /** What it shows: of a formula, what it last gave. */
  readonly text: string;
  readonly kind: CellValue['kind'];
  /** The formula behind it; null: none. */
  readonly formula: string | null;
  /** The last row of a merged cell that begins here or further up; its own row where nothing is merged. */
  readonly through: number;
  /** It stands in a merged cell whose text is written further up or to the left. */
  readonly isRepeated: boolean;
  /** It is merged with cells beside it: a title, or what heads several columns. */
  readonly isWide: boolean;
}

export interface HeaderText {
  /** Several rows joined. */
  readonly text: string;
  /** Without what it shares with the columns beside it. */
  readonly own: string;
}

export interface GridRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface Layout {
  readonly sheet: string;
  readonly headerTop: number;
  readonly headerBottom: number;
  /** By column. */
  readonly headers: ReadonlyMap<number, HeaderText>;
  readonly above: readonly GridRow[];
  readonly body: readonly GridRow[];
  /** How many columns were known by their header: which of several sheets is the list. */
  readonly known: number;
}

/** What the words of a header speak for: field → 0–1. */
export type HeaderScores = (text: string) => ReadonlyMap<string, number>;
const ofGoods: HeaderScores = (text) => readHeader(text).scores;

/** Headers stand in the first rows: what is further down is goods. */
const SEARCHED = 60;

export function rowsOf({ cells, merged }: Grid): GridRow[] {
  const rows = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => void (rows.get(row) ?? rows.set(row, new Map()).get(row))?.set(column, cell);
  for (const { row, column, value } of cells) {
    const shown = value.kind === 'formula' ? (value.result ?? { kind: 'error' as const, text: '' }) : value;
    put(row, column, { text: shown.text.trim(), kind: shown.kind, formula: value.kind === 'formula' ? value.text : null, through: row, isRepeated: false, isWide: false });
  }
  for (const { top, left, bottom, right } of merged) {
    const first = rows.get(top)?.get(left);
    if (first === undefined || (bottom - top) * (right - left) > cells.length + 10_000) continue;
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) put(row, column, { ...first, through: bottom, isRepeated: row !== top || column !== left, isWide: right > left });
  }
  return [...rows].map(([row, byColumn]) => ({ row, cells: byColumn })).toSorted((a, b) => a.row - b.row);
}

const texts = ({ cells }: GridRow): string[] => [...cells.values()].filter(({ isRepeated }) => !isRepeated).map(({ text }) => text);

/** How many different fields the cells of a row name for sure; merged titles name one at most. */
function named(row: GridRow, scores: HeaderScores): number {
  const fields = new Set<string>();
  for (const text of texts(row)) {
    if (text === '' || text.length > 80 || /^[\d.,\s-]+$/.test(text)) continue;
    const best = [...scores(text)].toSorted((a, b) => b[1] - a[1])[0];
    if (best !== undefined && best[1] >= 0.6) fields.add(best[0]);
  }
  return fields.size;
}

/** @param given the header's row, where a person named it. Null: no row looks like a header. */
export function layoutOf(grid: Grid, given: number | null, scores: HeaderScores = ofGoods): Layout | null {
  const rows = rowsOf(grid);
  const searched = rows.slice(0, SEARCHED);
  const names = searched.map((row) => named(row, scores));
  const best = given === null ? names.indexOf(Math.max(...names)) : rows.findIndex(({ row }) => row === given);
  if (best < 0 || (given === null && (names[best] ?? 0) < 2)) return null;
  const top = best > 0 && isHeaderToo(rows[best - 1], rows[best], scores) ? best - 1 : best;
  const bottom = lastHeaderRow(rows, top, best, scores);
  const headers = new Map<number, HeaderText>();
  for (const column of new Set(rows.slice(top).flatMap(({ cells }) => [...cells.keys()]))) {
    const parts = rows.slice(top, bottom + 1).flatMap(({ cells }) => cells.get(column) ?? []);
    const text = joined(parts);
    const own = joined(parts.filter(({ isWide }) => !isWide));
    headers.set(column, { text, own: own === '' ? text : own });
  }
  const rest = rows.slice(bottom + 1);
  const body = rest[0] !== undefined && isTagRow(texts(rest[0])) ? rest.slice(1) : rest;
  return { sheet: grid.name, headerTop: rows[top]?.row ?? 0, headerBottom: rows[bottom]?.row ?? 0, headers, above: rows.slice(0, top), body, known: names[best] ?? 0 };
}

const joined = (cells: readonly Cell[]): string => [...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))].join(' ');

/** The row above belongs to the header where it names columns itself: a second language, or what several columns share. */
const isHeaderToo = (above: GridRow | undefined, header: GridRow | undefined, scores: HeaderScores): boolean => above !== undefined && header !== undefined && above.row === header.row - 1 && named(above, scores) >= 2;

function lastHeaderRow(rows: readonly GridRow[], top: number, best: number, scores: HeaderScores): number {
  const first = rows[top];
  // Cells merged over several rows hold the header together, as far as they reach.
  const reach = Math.max(rows[best]?.row ?? 0, ...[...(first?.cells.values() ?? [])].map(({ through }) => through));
  const merged = rows.findLastIndex(({ row }) => row <= reach);
  const next = rows[merged + 1];
  const isSecond = next !== undefined && next.row === (rows[merged]?.row ?? 0) + 1 && texts(next).every((text) => !/^[\d.,\s]+$/.test(text)) && named(next, scores) >= 2 && texts(next).every((text) => headerLike(text, scores));
  return isSecond ? merged + 1 : merged;
}

const headerLike = (text: string, scores: HeaderScores): boolean => text.length <= 40 && (plainWords(text) === '' || [...scores(text).values()].some((score) => score >= LEAST) || /^\(.*\)$/.test(text));
