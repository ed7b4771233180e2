// Consignments that have not left and whose load their aircraft cannot take.

import { loadAircraft, type ConsignmentAnnounced, type LoadedLot, type LotAnnounced } from '../../domain/airlift/consignment.ts';
import { cartonVolume, cartonsFor, type Item } from '../../domain/catalogue.ts';
import type { LotId } from '../../domain/ids.ts';
import { phrase, type PhraseOf } from '../../domain/phrase.ts';
import type { Register } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';

export interface Overflow {
  readonly consignment: ConsignmentAnnounced;
  /** What does not fit, in the order of the load list. */
  readonly left: readonly { readonly lot: LotAnnounced; readonly cartons: number; readonly units: number }[];
  /** What ran out. */
  readonly limit: PhraseOf<'load.volume' | 'load.weight'>;
}

export const itemOf = (known: Register, { item }: { readonly item: string }): Item => {
  const found = known.items.get(item as Item['item']);
  invariant(found !== undefined, `item ${item} has units but is not in the catalogue`);
  return found;
};
export const perCarton = (known: Register, lot: LotAnnounced): number => lot.unitsPerCarton ?? itemOf(known, lot).unitsPerCarton;
export const cartonsOf = (known: Register, lot: LotAnnounced): number => cartonsFor(lot.units, perCarton(known, lot));

export function overflows(known: Register): Overflow[] {
  const found: Overflow[] = [];
  for (const { announced, lots, departedAt } of known.consignments.values()) {
    if (departedAt !== null) continue;
    const list = lots.map((lot): LoadedLot => ({ lot: lot.lot, item: itemOf(known, lot), cartons: cartonsOf(known, lot) }));
    const { overflow, binding } = loadAircraft(list, announced);
    if (overflow.length === 0) continue;
    const volume = list.reduce((sum, { item, cartons }) => sum + cartons * cartonVolume(item), 0);
    const gross = list.reduce((sum, { item, cartons }) => sum + cartons * item.cartonGrams, 0);
    const behind = new Map<LotId, number>(overflow.map(({ lot, cartons }) => [lot, cartons]));
    found.push({
      consignment: announced,
      left: lots.flatMap((lot) => {
        const cartons = behind.get(lot.lot) ?? 0;
        return cartons === 0 ? [] : [{ lot, cartons, units: Math.min(lot.units, cartons * perCarton(known, lot)) }];
      }),
      limit:
        binding === 'volume'
          ? phrase('load.volume', { takes: { m3: volume / 1e6 }, holds: { m3: (announced.volume ?? 0) / 1e6 } })
          : phrase('load.weight', { weighs: { tonnes: gross / 1e6 }, payload: { tonnes: (announced.payload ?? 0) / 1e6 } }),
    });
  }
  return found;
}
