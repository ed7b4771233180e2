// Whole pallets: which goods of a departure are one consignment, and how many pallet places that takes. Goods go together that
// ride to the same recipient by the same departures from here on, at the same temperature; they share pallets, and a pallet that
// is begun takes its place whole. Not here: room (book.ts), what is put on a pallet (pallets.ts).

import type { Item } from '../domain/catalogue.ts';
import type { RecipientId } from '../domain/ids.ts';
import { cartonTakes, type Leg } from './timetable.ts';

/** Parts of a pallet that are over by less are rounding of their sum. */
const DUST = 1e-7;

/** Pallet places of goods that fill so many pallets, by the part. */
export const wholePallets = (parts: number): number => Math.max(0, Math.ceil(parts - DUST));

/** So much fits on pallets that are begun. */
export const restOfPallet = (parts: number): number => Math.max(0, wholePallets(parts) - parts);

/** Cartons on their way to a recipient. */
export interface Cargo {
  readonly recipient: RecipientId;
  readonly item: Item;
  readonly cartons: number;
  readonly legs: readonly Leg[];
}

/** Goods that go on together on a departure. */
export interface Consignment<C extends Cargo = Cargo> {
  readonly leg: Leg;
  readonly recipient: RecipientId;
  readonly cargo: readonly C[];
  /** Pallets by the part, and pallet places. */
  readonly parts: number;
  readonly places: number;
}

const known = new WeakMap<readonly Leg[], Map<string, readonly string[]>>();

/** For each leg of a route, the key of the consignment that goods of the item to the recipient are part of there: the legs from there on, temperature, recipient. */
export function consignmentKeys(recipient: RecipientId | null, { temperature }: Pick<Item, 'temperature'>, legs: readonly Leg[]): readonly string[] {
  const whose = `${temperature} ${recipient}`;
  const ofRoute = known.get(legs) ?? new Map<string, readonly string[]>();
  known.set(legs, ofRoute);
  let key = whose;
  const keys = ofRoute.get(whose) ?? legs.toReversed().map((leg) => (key = `${leg.index} ${key}`)).reverse();
  ofRoute.set(whose, keys);
  return keys;
}

/** In the order of departures, then of the first cargo of each. O(cargo × legs). */
export const consignments = <C extends Cargo>(all: Iterable<C>): Consignment<C>[] => [...consignmentsByKey(all).values()].toSorted((a, b) => a.leg.index - b.leg.index);

/** The same by key. */
export function consignmentsByKey<C extends Cargo>(all: Iterable<C>): Map<string, Consignment<C>> {
  const byKey = new Map<string, { leg: Leg; recipient: RecipientId; cargo: C[]; parts: number }>();
  for (const cargo of all) {
    const { recipient, item, legs, cartons } = cargo;
    if (cartons <= 0) continue;
    for (const [at, key] of consignmentKeys(recipient, item, legs).entries()) {
      const leg = legs[at];
      if (leg === undefined) continue;
      const held = byKey.get(key) ?? { leg, recipient, cargo: [], parts: 0 };
      held.cargo.push(cargo);
      held.parts += cartons * cartonTakes(item).positions;
      byKey.set(key, held);
    }
  }
  return new Map([...byKey].map(([key, held]) => [key, { ...held, places: wholePallets(held.parts) }]));
}
