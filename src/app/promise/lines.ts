// What a pledge is made of: pledge ⊃ earmarks ⊃ consignment lines. A line that draws on no earmark stands by itself.

import type { Instant } from '../../domain/time.ts';
import { expectedArrival } from '../../domain/register.ts';
import type { Situation } from '../plan/situation.ts';

export interface ConsignmentLine {
  readonly lot: string;
  readonly consignment: string;
  readonly run: string | null;
  readonly mode: string;
  readonly to: string;
  readonly units: number;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly expectedAt: Instant;
  /** Fact that announced the lot. */
  readonly facts: readonly number[];
}

export interface EarmarkLines {
  readonly pledge: string;
  readonly item: string;
  /** null: lines that draw on none. */
  readonly earmark: string | null;
  /** For whom: areas and recipients. */
  readonly bound: readonly string[];
  /** Bound; null where there is no earmark. */
  readonly units: number | null;
  readonly facts: readonly number[];
  readonly lines: readonly ConsignmentLine[];
}

/** By pledge and item, in the order in which they were made. O(pledges × (earmarks + lots)). */
export function linesOf({ facts, known }: Situation): EarmarkLines[] {
  const announced = new Map(facts.flatMap((fact) => (fact.kind === 'lot.announced' ? [[fact.body.lot as string, fact.seq] as const] : fact.kind === 'lot.offloaded' ? [[fact.body.as as string, fact.seq] as const] : [])));
  const set = new Map(facts.flatMap((fact) => (fact.kind === 'earmark.set' ? [[fact.body.earmark as string, fact.seq] as const] : [])));
  return [...known.pledges.values()].flatMap(({ pledge, item }) => {
    const lots = [...known.lots.values()].filter((lot) => lot.pledge === pledge && lot.item === item);
    const drawing = (earmark: string | null): ConsignmentLine[] =>
      lots.flatMap((lot): ConsignmentLine[] => {
        const consignment = known.consignments.get(lot.consignment);
        if ((lot.earmark ?? null) !== earmark || consignment === undefined) return [];
        const seq = announced.get(lot.lot);
        const { run, mode, to } = consignment.announced;
        return [{ lot: lot.lot, consignment: lot.consignment, run: run ?? null, mode, to, units: lot.units, departedAt: consignment.departedAt, arrivedAt: consignment.arrivedAt, expectedAt: expectedArrival(consignment), facts: seq === undefined ? [] : [seq] }];
      });
    const marks = [...known.earmarks.values()].filter((it) => it.pledge === pledge && it.item === item).map((it): EarmarkLines => ({ pledge, item, earmark: it.earmark, bound: [...it.areas, ...it.recipients], units: it.units, facts: [set.get(it.earmark) ?? []].flat(), lines: drawing(it.earmark) }));
    const free = drawing(null);
    return free.length === 0 ? marks : [...marks, { pledge, item, earmark: null, bound: [], units: null, facts: [], lines: free }];
  });
}
