// Lanes: what may be loaded together. A lane is one recipient, one route, one temperature; its ways are the goods that could go by
// it. Lanes that end by the same departures share consignments there. Not here: what is loaded (loading.ts, load.ts).

import { wayKey, type Way } from '../ways.ts';
import { consignmentKeys } from '../consignments.ts';
import { carriedPrice } from '../objective.ts';
import type { PlanningProblem } from '../problem.ts';
import { cartonTakes, type Leg } from '../timetable.ts';

export interface Offer {
  readonly way: Way;
  /** Pallets by the part that a carton takes. */
  readonly each: number;
  /** € of the objective for carrying a carton, places apart. */
  readonly carried: number;
}
export interface Lane {
  readonly legs: readonly Leg[];
  /** Of its consignment on each leg. */
  readonly keys: readonly string[];
  readonly offers: readonly [Offer, ...Offer[]];
}

export interface Lanes {
  readonly all: readonly Lane[];
  readonly onLeg: ReadonlyMap<Leg, readonly Lane[]>;
  readonly ofRecipient: ReadonlyMap<string, readonly Lane[]>;
  /** Who could take from a source. */
  readonly ofSource: ReadonlyMap<Way['source'], readonly { readonly lane: Lane; readonly offer: Offer }[]>;
  /** By consignment. */
  readonly together: ReadonlyMap<string, readonly Lane[]>;
}

/** In the order in which ways first come up. Goods that lie at the recipient need no pallet. */
export function lanesOf(ways: readonly Way[], problem: PlanningProblem): Lanes {
  const distinct = new Map(ways.filter(({ legs }) => legs.length > 0).map((way) => [wayKey(way), way]));
  const byKey = Map.groupBy(distinct.values(), ({ group, commodity, legs }) => `${consignmentKeys(group.recipient.recipient, commodity.item, legs)[0]}`);
  const all = [...byKey.values()].flatMap((these): Lane[] => {
    const [first, ...rest] = these;
    if (first === undefined) return [];
    const offer = (way: Way): Offer => ({ way, each: cartonTakes(way.commodity.item).positions, carried: way.legs.reduce((sum, leg) => sum + carriedPrice(leg.run, way.commodity.item, problem.weights), 0) });
    return [{ legs: first.legs, keys: consignmentKeys(first.group.recipient.recipient, first.commodity.item, first.legs), offers: [offer(first), ...rest.map(offer)] }];
  });
  return {
    all,
    onLeg: indexed(all, ({ legs }) => legs),
    ofRecipient: indexed(all, ({ offers: [first] }) => [first.way.group.recipient.recipient]),
    ofSource: Map.groupBy(all.flatMap((lane) => lane.offers.map((offer) => ({ lane, offer }))), ({ offer }) => offer.way.source),
    together: indexed(all, ({ keys }) => keys),
  };
}

function indexed<K>(all: readonly Lane[], of: (lane: Lane) => Iterable<K>): Map<K, Lane[]> {
  const index = new Map<K, Lane[]>();
  for (const lane of all)
    for (const key of of(lane)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [lane]);
      else known.push(lane);
    }
  return index;
}
