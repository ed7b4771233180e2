// Does a load fit its aircraft? By weight, by volume, and by positions, carton by carton in the order of the load list.
//
// Loose cartons are built up on the carrier's own pallets and nets, which fill a position to its contour: they are held against the
// aircraft's volume, and each takes its share of the positions by volume. Goods that come on pallets of their own or in unit load
// devices fill positions whatever their volume: a position with five EUR pallets on it is taken, even if there is air above them.

import { cartonLoad, type Item } from '../catalogue.ts';
import type { LotId } from '../ids.ts';
import type { ConsignmentAnnounced } from './consignment.ts';

/** Pallets and unit load devices on which cartons of a lot stand already. */
export interface Built {
  readonly cartons: number;
  /** Positions that they take, in parts of one where several share it. */
  readonly positions: number;
}

export interface LoadedLot {
  readonly lot: LotId;
  readonly item: Item;
  readonly cartons: number;
  /** Absent: all of it is loose. */
  readonly built?: Built | undefined;
}

export type Binding = 'payload' | 'volume' | 'positions';

export interface AircraftLoad {
  readonly grams: number;
  readonly volume: number;
  /** Cartons of each lot that do not fit, in the order of the load list; empty where all fits. */
  readonly overflow: readonly { readonly lot: LotId; readonly cartons: number; readonly binding: Binding }[];
  /** What ran out first, where something overflows. */
  readonly binding: Binding | null;
}

type Vehicle = Pick<ConsignmentAnnounced, 'payload' | 'volume' | 'positions'>;

/**
 * What one position holds in cm³ where only the number of positions is known: 92 × 121 inches within the nets of a pallet of
 * 96 × 125 inches, 2.44 m high (assumption; main decks take more, lower decks 1.6 m).
 */
const USUAL_POSITION = 17_500_000;

const positionVolume = ({ volume, positions }: Vehicle): number => (volume === undefined || positions === undefined || positions === 0 ? USUAL_POSITION : volume / positions);

/** Positions that the whole load would take; null where nobody has said how many there are. */
export function positionsNeeded(lots: readonly LoadedLot[], vehicle: Vehicle): number | null {
  if (vehicle.positions === undefined) return null;
  const each = positionVolume(vehicle);
  return lots.reduce((sum, { item, cartons, built }) => sum + (built?.positions ?? 0) + ((cartons - Math.min(cartons, built?.cartons ?? 0)) * cartonLoad(item).volume) / each, 0);
}

/** Loads lots in the order given into a vehicle of that payload (g), volume (cm³) and positions; absent figures do not bind. O(lots). */
export function loadAircraft(lots: readonly LoadedLot[], vehicle: Vehicle): AircraftLoad {
  let [grams, volume, blocked] = [0, 0, 0];
  const overflow: { lot: LotId; cartons: number; binding: Binding }[] = [];
  const each = positionVolume(vehicle);
  const room = vehicle.volume ?? (vehicle.positions === undefined ? undefined : vehicle.positions * each);
  for (const { lot, item, cartons, built } of lots) {
    const one = cartonLoad(item);
    const onPallets = Math.min(cartons, built?.cartons ?? 0);
    // What a carton on a pallet keeps others from, besides its own volume.
    const extra = onPallets === 0 || vehicle.positions === undefined ? 0 : Math.max(0, ((built?.positions ?? 0) * each) / onPallets - one.volume);
    let [left, binding]: [number, Binding] = [0, 'volume'];
    for (const [count, taking] of [[onPallets, one.volume + extra], [cartons - onPallets, one.volume]] as const) {
      const byWeight = vehicle.payload === undefined ? count : Math.max(0, Math.floor((vehicle.payload - grams) / one.grams));
      const byRoom = room === undefined ? count : Math.max(0, Math.floor((room - volume - blocked) / taking));
      const loaded = Math.min(count, byWeight, byRoom);
      grams += loaded * one.grams;
      volume += loaded * one.volume;
      blocked += loaded * (taking - one.volume);
      if (loaded === count) continue;
      left += count - loaded;
      binding = byWeight < byRoom ? 'payload' : blocked > 0 || taking > one.volume || vehicle.volume === undefined ? 'positions' : 'volume';
    }
    if (left > 0) overflow.push({ lot, cartons: left, binding });
  }
  return { grams, volume, overflow, binding: overflow[0]?.binding ?? null };
}
