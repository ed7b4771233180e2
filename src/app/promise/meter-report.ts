// The meter as it is read: pledge by pledge, and summed by donor, by item and by country; and its history, a point for each fact
// that moved units. Different items are never added.

import { pledgeKey } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';
import { sumOf, totalOf, type Meter, type Standing, type Tally } from './meter.ts';

/** A pledge of an item: promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost. */
export interface PledgeMeter extends Tally {
  readonly pledge: string;
  readonly item: string;
  readonly donor: string;
  readonly scope: string;
  readonly promised: number;
  readonly surplus: number;
  /** everLanded ÷ promised; 0 where nothing is promised any more. */
  readonly landedShare: number;
  /** everDelivered ÷ promised. */
  readonly deliveredShare: number;
  readonly countries: readonly CountryShare[];
}

interface CountryShare extends Tally {
  /** null: bound to no country yet. */
  readonly country: string | null;
  /** The states, summed: what was promised to it or has come to it. */
  readonly total: number;
}

/** All pledges of a donor, or all of an item, or what is a country's. */
export interface GroupMeter extends Tally {
  readonly donor: string | null;
  readonly country: string | null;
  readonly item: string;
  readonly total: number;
  /** Null for a country: units that are bound to none change hands. */
  readonly promised: number | null;
  readonly surplus: number | null;
  readonly landedShare: number | null;
  readonly deliveredShare: number | null;
  readonly pledges: readonly string[];
}

export interface MeterReport {
  readonly pledges: readonly PledgeMeter[];
  readonly donors: readonly GroupMeter[];
  readonly items: readonly GroupMeter[];
  readonly countries: readonly GroupMeter[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function pledgeMeters({ known }: Pick<Situation, 'known'>, { rows }: Meter): PledgeMeter[] {
  return [...rows.values()].flatMap(({ pledge, item, standings }) => {
    const last = standings.at(-1);
    if (last === undefined) return [];
    const on = known.pledges.get(pledgeKey(pledge, item));
    const tally = sumOf(last.cells);
    const { promised, surplus } = last;
    return [{ pledge, item, donor: on?.donor ?? '', scope: on?.scope ?? '', promised, surplus, ...tally, landedShare: share(tally.everLanded, promised), deliveredShare: share(tally.everDelivered, promised), countries: last.cells.map((cell) => ({ ...cell, total: totalOf(cell) })) }];
  });
}

/** Sums of these pledges, and of no others: who sees some sees sums of those. */
export function meterReport(pledges: readonly PledgeMeter[]): MeterReport {
  const sums = (of: readonly PledgeMeter[], donor: string | null): GroupMeter[] =>
    [...Map.groupBy(of, ({ item }) => item)].map(([item, group]) => {
      const tally = sumOf(group);
      const promised = group.reduce((sum, it) => sum + it.promised, 0);
      const surplus = group.reduce((sum, it) => sum + it.surplus, 0);
      return { donor, country: null, item, ...tally, promised, surplus, total: promised + surplus, landedShare: share(tally.everLanded, promised), deliveredShare: share(tally.everDelivered, promised), pledges: names(group) };
    });
  const parts = pledges.flatMap(({ pledge, item, countries }) => countries.map((it) => ({ ...it, pledge, item })));
  return {
    pledges,
    donors: [...Map.groupBy(pledges, ({ donor }) => donor)].flatMap(([donor, group]) => sums(group, donor)),
    items: sums(pledges, null),
    countries: [...Map.groupBy(parts, ({ country, item }) => JSON.stringify([country, item])).values()].map((group) => {
      const [{ country, item } = { country: null, item: '' }] = group;
      const tally = sumOf(group);
      return { donor: null, country, item, ...tally, total: totalOf(tally), promised: null, surplus: null, landedShare: null, deliveredShare: null, pledges: names(group) };
    }),
  };
}

const names = (group: readonly { readonly pledge: string }[]): string[] => [...new Set(group.map(({ pledge }) => pledge))];

/** Which pledges, and what of them. */
export interface HistoryAsk {
  readonly item: string;
  readonly pledge?: string | undefined;
  readonly donor?: string | undefined;
  readonly country?: string | undefined;
}

export interface HistoryPoint extends Tally {
  readonly at: Instant;
  /** The fact after which it stood so. */
  readonly seq: number;
  readonly total: number;
  /** Null by country. */
  readonly promised: number | null;
}

/** How the sum of these pledges stood after each fact that moved units of it. O(points × pledges). */
export function historyOf({ known }: Pick<Situation, 'known'>, { rows }: Meter, { item, pledge, donor, country }: HistoryAsk): HistoryPoint[] {
  const asked = [...rows.values()].filter((row) => row.item === item && (pledge === undefined || row.pledge === pledge) && (donor === undefined || known.pledges.get(pledgeKey(row.pledge, row.item))?.donor === donor));
  const moves = asked.flatMap((row) => row.standings.map((standing) => ({ row, standing }))).toSorted((a, b) => (a.standing.at < b.standing.at ? -1 : a.standing.at > b.standing.at ? 1 : 0));
  const current = new Map<unknown, Standing>();
  const points: HistoryPoint[] = [];
  for (const { row, standing } of moves) {
    current.set(row, standing);
    const all = [...current.values()];
    const cells = all.flatMap((it) => it.cells).filter((cell) => country === undefined || cell.country === country);
    const tally = sumOf(cells);
    points.push({ at: standing.at, seq: standing.seq, ...tally, total: totalOf(tally), promised: country === undefined ? all.reduce((sum, it) => sum + it.promised, 0) : null });
  }
  return points;
}
