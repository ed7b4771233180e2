// Every quantity is a branded integer in its base unit; a cast lives in a schema here and nowhere else.
// What people write (kg, m³, €) becomes these integers where a sheet is read, exactly or not at all.

import { z } from 'zod';

const LARGEST = 1_000_000_000_000;
const count = () => z.int().min(0).max(LARGEST);

/** Single pieces: one mask, one kit, one ventilator. What pledges, ledger and receipts count in. */
export const Units = count().brand<'Units'>();
export type Units = z.infer<typeof Units>;
/** Whole cartons: what is loaded. */
export const Cartons = count().brand<'Cartons'>();
export type Cartons = z.infer<typeof Cartons>;
export const Grams = count().brand<'Grams'>();
export type Grams = z.infer<typeof Grams>;
export const CubicCm = count().brand<'CubicCm'>();
export type CubicCm = z.infer<typeof CubicCm>;
export const Millimetres = count().brand<'Millimetres'>();
export type Millimetres = z.infer<typeof Millimetres>;
export const EuroCents = count().brand<'EuroCents'>();
export type EuroCents = z.infer<typeof EuroCents>;
/** A rate: millionths of a euro for each kilogram (€0.0834/kg is 83,400). */
export const MicroEurosPerKg = count().brand<'MicroEurosPerKg'>();
export type MicroEurosPerKg = z.infer<typeof MicroEurosPerKg>;
/** A rate: milligrams of CO₂ for each kilogram carried. */
export const MilligramsCo2PerKg = count().brand<'MilligramsCo2PerKg'>();
export type MilligramsCo2PerKg = z.infer<typeof MilligramsCo2PerKg>;
export const Minutes = count().brand<'Minutes'>();
export type Minutes = z.infer<typeof Minutes>;
export const Days = count().brand<'Days'>();
export type Days = z.infer<typeof Days>;
/** Pallet places (EUR pallet 1,200 × 800 mm) on a vehicle, or lower-deck and main-deck positions of an aircraft. */
export const Positions = count().brand<'Positions'>();
export type Positions = z.infer<typeof Positions>;

/** A whole number of pieces. @throws where it is negative, fractional or above 10¹². */
export const units = (n: number): Units => Units.parse(n);
export const cartons = (n: number): Cartons => Cartons.parse(n);
export const grams = (n: number): Grams => Grams.parse(n);
export const cubicCm = (n: number): CubicCm => CubicCm.parse(n);

export const kg = (g: Grams): number => g / 1000;
export const m3 = (v: CubicCm): number => v / 1_000_000;
