// Airlift: a consignment is what one vehicle brings from a donor; its lines are lots, each of one item, drawn on one
// pledge (and earmark). Whether the load fits the aircraft: load.ts.

import { z } from 'zod';
import { cartonLoad, cartonsFor, type Item } from '../catalogue.ts';
import { ConsignmentId, EarmarkId, FactId, ItemCode, LotId, PlaceCode, PledgeId } from '../ids.ts';
import { Mode } from '../places.ts';
import { Instant, LocalDate } from '../time.ts';
import { CubicCm, Grams, Positions, Units } from '../units.ts';

export const ConsignmentAnnounced = z.strictObject({
  consignment: ConsignmentId,
  mode: Mode,
  carrier: z.string().min(1),
  /** Flight, train or truck number. */
  run: z.string().min(1).optional(),
  /** Master air waybill. */
  waybill: z.string().min(1).optional(),
  aircraft: z.string().min(1).optional(),
  payload: Grams.optional(),
  volume: CubicCm.optional(),
  positions: Positions.optional(),
  from: PlaceCode,
  to: PlaceCode,
  plannedDeparture: Instant,
  plannedArrival: Instant,
});
export type ConsignmentAnnounced = z.infer<typeof ConsignmentAnnounced>;

/** A line of a consignment. A lot never spans two consignments, so a donor's units stay identifiable to the last receiver. */
export const LotAnnounced = z.strictObject({
  lot: LotId,
  consignment: ConsignmentId,
  pledge: PledgeId,
  earmark: EarmarkId.optional(),
  item: ItemCode,
  units: Units.refine((n) => n > 0, 'a lot has at least one unit'),
  /** Where it differs from the item master. */
  unitsPerCarton: Units.refine((n) => n > 0, 'a carton holds at least one unit').optional(),
  /** Gross weight of the whole lot, as declared. */
  gross: Grams.optional(),
  volume: CubicCm.optional(),
  batch: z.string().min(1).optional(),
  expires: LocalDate.optional(),
  /** The loss, seizure, refusal or shortage that it makes good. */
  replaces: FactId.optional(),
});
export type LotAnnounced = z.infer<typeof LotAnnounced>;

/** Why a declared weight, volume or count cannot be true; empty where it can. */
export function implausible(lot: Pick<LotAnnounced, 'units' | 'unitsPerCarton' | 'gross' | 'volume'>, item: Item): { field: 'gross' | 'volume' | 'unitsPerCarton'; problem: string }[] {
  const perCarton = lot.unitsPerCarton ?? item.unitsPerCarton;
  const cartons = cartonsFor(lot.units, perCarton);
  const found: { field: 'gross' | 'volume' | 'unitsPerCarton'; problem: string }[] = [];
  if (perCarton < item.leastUnitsPerCarton || perCarton > item.mostUnitsPerCarton)
    found.push({ field: 'unitsPerCarton', problem: `a carton of ${item.item} holds ${item.leastUnitsPerCarton}–${item.mostUnitsPerCarton} units, not ${perCarton}` });
  if (lot.gross !== undefined) {
    const least = cartons * item.leastCartonGrams;
    const most = cartons * item.mostCartonGrams;
    if (lot.gross < least || lot.gross > most)
      found.push({ field: 'gross', problem: `${cartons} cartons of ${item.item} weigh ${kgText(least)}–${kgText(most)} kg, not ${kgText(lot.gross)} kg` });
  }
  if (lot.volume !== undefined) {
    const expected = cartons * cartonLoad(item).volume;
    if (lot.volume < expected / 2 || lot.volume > expected * 2)
      found.push({ field: 'volume', problem: `${cartons} cartons of ${item.item} take about ${(expected / 1e6).toFixed(1)} m³, not ${(lot.volume / 1e6).toFixed(1)} m³` });
  }
  return found;
}
const kgText = (g: number): string => (g / 1000).toFixed(g < 100_000 ? 1 : 0);
