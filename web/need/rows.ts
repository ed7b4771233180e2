// The ranking as rows: what stands in each column, its share of all need, which rows fit the filters, in which order. Pure.

import type { Sorted } from '../shared/table.tsx';
import type { AreaNeed, Report } from './scene.ts';

export const COLUMNS = ['area', 'days', 'perDay', 'stock', 'underWay', 'unmet', 'share'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export interface Row extends Readonly<Record<Exclude<ColumnName, 'area'>, number | null>> {
  readonly id: string;
  readonly need: AreaNeed;
  readonly area: string;
  /** The country that it is, or lies in. */
  readonly country: string;
  /** Another row holds it: the two are not to be added. */
  readonly isPart: boolean;
}

export const countryOf = (area: string): string => (/^[A-Z]{2}-/.test(area) ? area.slice(0, 2) : area);

export const idOf = ({ area, recipient }: Pick<AreaNeed, 'area' | 'recipient'>): string => recipient ?? area;

/** `name`: what an area, or a hospital, is called on the page. */
export function rowsOf(areas: readonly AreaNeed[], shortages: Report['shortages'], name: (need: AreaNeed) => string): Row[] {
  const shares = new Map((shortages?.rows ?? []).map((it) => [`${idOf(it)} ${it.item}`, it.shareOfNeed]));
  return areas.map((need) => ({
    id: idOf(need),
    need,
    area: name(need),
    country: countryOf(need.area),
    isPart: need.within !== null,
    days: need.daysOfSupply,
    perDay: need.perDay?.central ?? null,
    stock: need.stock,
    underWay: need.underWay,
    unmet: need.unmet?.central ?? null,
    share: shares.get(`${idOf(need)} ${need.item}`) ?? null,
  }));
}

/** The shortest first; where nothing is left, or nothing known, whoever misses most. */
export const RANKED: Sorted = { column: 'days', down: false };

const words = new Intl.Collator();

/** What is not known stands at the end in either direction. */
export function sorted(rows: readonly Row[], { column, down }: Sorted): Row[] {
  const by = COLUMNS.find((it) => it === column) ?? 'days';
  return rows.toSorted((a, b) => {
    const [left, right] = [a[by], b[by]];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || next(a, b);
    const sign = typeof left === 'number' && typeof right === 'number' ? left - right : words.compare(String(left), String(right));
    return (down ? -sign : sign) || next(a, b);
  });
}

const next = (a: Row, b: Row): number => (b.unmet ?? 0) - (a.unmet ?? 0) || words.compare(a.area, b.area);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** `text`: part of a name or a code, whatever its case and accents. */
export const fits = ({ area, need, country }: Row, { text = '', of = '' }: { readonly text?: string | undefined; readonly of?: string | undefined }): boolean => (of === '' || country === of) && (text === '' || plain(`${area} ${need.area}`).includes(plain(text.trim())));

/** The one that the first line speaks of: the country that needs most a day. */
export const neediest = (rows: readonly Row[]): Row | null => rows.reduce<Row | null>((most, row) => (row.isPart || row.perDay === null || row.perDay <= (most?.perDay ?? 0) ? most : row), null);

/** Whoever is left with least, of those whose stock is known; `besides` has been spoken of. */
export const shortest = (rows: readonly Row[], besides: Row | null): Row | null => sorted(rows.filter((row) => row.days !== null && row !== besides), RANKED)[0] ?? null;
