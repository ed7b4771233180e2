// Consignments that have not left and whose load their aircraft cannot take.

import type { ConsignmentAnnounced, LotAnnounced } from '../../domain/airlift/consignment.ts';
import { loadAircraft, positionsNeeded, type Binding, type LoadedLot } from '../../domain/airlift/load.ts';
import { cartonVolume, cartonsFor, type Item } from '../../domain/catalogue.ts';
import { phrase, type PhraseOf } from '../../domain/phrase.ts';
import type { ConsignmentOnRecord, Register } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { builtFor } from './built.ts';
import type { Situation } from './situation.ts';

type Standing = Pick<Situation, 'known' | 'ledger'>;

export interface Overflow {
  readonly consignment: ConsignmentAnnounced;
  /** What does not fit, in the order of the load list. */
  readonly left: readonly { readonly lot: LotAnnounced; readonly cartons: number; readonly units: number; readonly binding: Binding }[];
  /** What ran out. */
  readonly limit: PhraseOf<'load.volume' | 'load.weight' | 'load.positions'>;
}

export const itemOf = (known: Register, { item }: { readonly item: string }): Item => {
  const found = known.items.get(item as Item['item']);
  invariant(found !== undefined, `item ${item} has units but is not in the catalogue`);
  return found;
};
export const perCarton = (known: Register, lot: LotAnnounced): number => lot.unitsPerCarton ?? itemOf(known, lot).unitsPerCarton;
export const cartonsOf = (known: Register, lot: LotAnnounced): number => cartonsFor(lot.units, perCarton(known, lot));

/** The load list of a consignment, with what of it is built already. */
export function loadListOf(now: Standing, { announced, lots }: Pick<ConsignmentOnRecord, 'announced' | 'lots'>): LoadedLot[] {
  const built = builtFor(now, announced.consignment).lots;
  return lots.map((lot): LoadedLot => ({ lot: lot.lot, item: itemOf(now.known, lot), cartons: cartonsOf(now.known, lot), built: built.get(lot.lot) }));
}

export function overflows(now: Standing): Overflow[] {
  const { known } = now;
  const found: Overflow[] = [];
  for (const { announced, lots, departedAt } of known.consignments.values()) {
    if (departedAt !== null) continue;
    const list = loadListOf(now, { announced, lots });
    const { overflow, binding } = loadAircraft(list, announced);
    if (overflow.length === 0) continue;
    const volume = list.reduce((sum, { item, cartons }) => sum + cartons * cartonVolume(item), 0);
    const gross = list.reduce((sum, { item, cartons }) => sum + cartons * item.cartonGrams, 0);
    const behind = new Map(overflow.map((it) => [it.lot, it]));
    found.push({
      consignment: announced,
      left: lots.flatMap((lot) => {
        const stays = behind.get(lot.lot);
        return stays === undefined ? [] : [{ lot, cartons: stays.cartons, units: Math.min(lot.units, stays.cartons * perCarton(known, lot)), binding: stays.binding }];
      }),
      limit:
        binding === 'positions'
          ? phrase('load.positions', { needs: Math.ceil((positionsNeeded(list, announced) ?? 0) - 1e-9), has: announced.positions ?? 0 })
        : binding === 'volume'
          ? phrase('load.volume', { takes: { m3: volume / 1e6 }, holds: { m3: (announced.volume ?? 0) / 1e6 } })
          : phrase('load.weight', { weighs: { tonnes: gross / 1e6 }, payload: { tonnes: (announced.payload ?? 0) / 1e6 } }),
    });
  }
  return found;
}
