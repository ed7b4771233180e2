// Whom a row of JHU CSSE counts: provinces and counties are added up to their country, overseas territories and ships stand
// apart. Names change from week to week ("South Korea", "Republic of Korea", "Korea, South"); areas.ts knows them.

import type { Counted, Measure } from '../../domain/need/counts.ts';
import { areaNamed, isShip, territoryApart } from './areas.ts';
import type { Cells } from './cells.ts';
import type { CountsRow } from './table.ts';

export interface Whom {
  readonly area: string;
  readonly name: string;
}

export function whomOf(row: CountsRow, columns: { readonly province: string; readonly country: string }, cells: Cells): Whom {
  const [province, country] = [row.cell(columns.province), row.cell(columns.country)];
  if (isShip(province)) return { area: province, name: province };
  if (isShip(country)) return { area: country, name: country };
  const apart = province === '' ? null : territoryApart(province);
  if (apart !== null) return { area: apart, name: province };
  const code = areaNamed(country);
  if (code === null) cells.unknownArea(row, columns.country, country);
  return { area: code ?? country, name: country };
}

/** Adds what is known. A country of which one province is not counted still has the others; the row that cannot be read is told. */
export function added(to: Counted | undefined, more: Pick<Counted, 'cases' | 'deaths'>): Counted {
  const sum = (measure: 'cases' | 'deaths'): number | null => (more[measure] === null ? (to?.[measure] ?? null) : (to?.[measure] ?? 0) + more[measure]);
  return { cases: sum('cases'), deaths: sum('deaths'), wards: null, intensiveCare: null } satisfies Record<Measure, number | null>;
}
