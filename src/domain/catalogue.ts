// The item master: what a thing is, how it is packed, what it weighs, how long and how cool it keeps, and what is
// plausible for it. Published loads that cannot be true ("64 million masks = 30.6 t") are caught here.

import { z } from 'zod';
import { ItemCode } from './ids.ts';
import { CubicCm, Days, EuroCents, Grams, Millimetres, Units, cubicCm } from './units.ts';

/** Which border rules and papers a thing falls under. */
export const ItemClass = z.enum(['ppe', 'diagnostic', 'device', 'medicine', 'other']);
export type ItemClass = z.infer<typeof ItemClass>;
/** What a vehicle or store must be able to keep. */
export const Temperature = z.enum(['ambient', 'cool', 'frozen']);
export type Temperature = z.infer<typeof Temperature>;

/** unit ⊂ box ⊂ carton ⊂ pallet. `unitsPerBox` is absent where there is no inner box. */
export const Item = z.strictObject({
  item: ItemCode,
  name: z.string().min(1),
  class: ItemClass,
  unitsPerBox: Units.optional(),
  unitsPerCarton: Units.refine((n) => n > 0, 'a carton holds at least one unit'),
  cartonsPerPallet: z.int().min(1).max(1000),
  lengthMm: Millimetres,
  widthMm: Millimetres,
  heightMm: Millimetres,
  cartonGrams: Grams.refine((n) => n > 0, 'a carton weighs something'),
  /** Plausible gross weight of one carton, inclusive. */
  leastCartonGrams: Grams,
  mostCartonGrams: Grams,
  /** Plausible number of units in one carton, inclusive. */
  leastUnitsPerCarton: Units,
  mostUnitsPerCarton: Units,
  shelfLifeDays: Days.optional(),
  temperature: Temperature,
  /** What one unit missing weighs in the objective at severity weight 1, before the segments (catalogue figure, an assumption). */
  worthCents: EuroCents,
  /** Combined Nomenclature, the EU's eight-digit code for customs and trade statistics. */
  cnCode: z.string().regex(/^\d{8}$/, 'a CN code has eight digits, such as 63079098').optional(),
  /** What customs are told that one unit is worth; nothing is paid. */
  valueCents: EuroCents.optional(),
});
export type Item = z.infer<typeof Item>;

/** Outer volume of one carton in cm³, rounded up so that no load looks smaller than it is. */
export const cartonVolume = (item: Pick<Item, 'lengthMm' | 'widthMm' | 'heightMm'>): CubicCm => cubicCm(Math.ceil((item.lengthMm * item.widthMm * item.heightMm) / 1000));

/** IATA's volumetric divisor: 6,000 cm³ weigh one chargeable kilogram, i.e. 167 kg a cubic metre as the trade rounds it. */
export const KG_PER_M3 = 167;

/** Chargeable weight in kilograms: the greater of gross weight and volume × 167 kg/m³. Not rounded; a waybill rounds up to 0.5 kg. */
export const chargeableKg = (gross: Grams, volume: CubicCm): number => Math.max(gross / 1000, (volume / 1_000_000) * KG_PER_M3);

/** EUR pallet, EN 13698-1: 1,200 × 800 mm. Loaded height that a freighter's lower deck and a truck both take: 2,100 mm (assumption). */
const PALLET = { lengthMm: 1200, widthMm: 800, loadHeightMm: 1956 } as const;

/**
 * How many equal cartons stand on one EUR pallet in plain layers, the better of both orientations on the floor.
 * @returns 0 where a carton is larger than the pallet: such goods travel loose and their `cartonsPerPallet` is given by hand.
 */
export function layeredCartonsPerPallet(item: Pick<Item, 'lengthMm' | 'widthMm' | 'heightMm'>): number {
  const lengthwise = Math.floor(PALLET.lengthMm / item.lengthMm) * Math.floor(PALLET.widthMm / item.widthMm);
  const crosswise = Math.floor(PALLET.lengthMm / item.widthMm) * Math.floor(PALLET.widthMm / item.lengthMm);
  return Math.max(lengthwise, crosswise) * Math.floor(PALLET.loadHeightMm / item.heightMm);
}

/** Whole cartons that hold `units` when each holds `perCarton`; a broken carton counts whole. */
export const cartonsFor = (units: number, perCarton: number): number => Math.ceil(units / perCarton);

/** What one carton takes of a vehicle: the row that departures, charters, handling and aircraft are all filled by. */
export interface CartonLoad {
  readonly grams: Grams;
  readonly volume: CubicCm;
  /** Share of one pallet place, 1 / cartonsPerPallet. */
  readonly positions: number;
}
export const cartonLoad = (item: Item): CartonLoad => ({ grams: item.cartonGrams, volume: cartonVolume(item), positions: 1 / item.cartonsPerPallet });
