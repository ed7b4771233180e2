// Essential supplies: patients in beds → units of an item a day; and what of it is still needed beside stock and what is
// under way, which the WHO's tool leaves out. Not for items that are had once, such as ventilators.
// Source: WHO COVID-19 Essential Supplies Forecasting Tool; parameters and their sources in supply-parameters.ts.

import { band, type Band } from './parameter.ts';
import type { SupplyParameters } from './supply-parameters.ts';

/** Patients in beds at an hour. */
export interface Census {
  readonly wards: number;
  readonly intensiveCare: number;
}

/** Units a day, fractional; null: the method has no figure for this item. */
export function unitsPerDay(census: Readonly<Record<keyof Band, Census>>, item: string, { perBedDay, spread }: SupplyParameters): Band | null {
  const use = perBedDay.get(item);
  if (use === undefined) return null;
  const factor = { low: spread.low.value, central: 1, high: spread.high.value };
  return band((end) => factor[end] * (census[end].wards * use.severe.value + census[end].intensiveCare * use.critical.value));
}

/** A census that was counted is the same at all three ends. */
export const counted = (census: Census): Readonly<Record<keyof Band, Census>> => ({ low: census, central: census, high: census });

/** New cases within the stay of a severe and of a critical patient, at three ends where the days are not all known. */
export type NewCases = Readonly<Record<'withinSevereStay' | 'withinCriticalStay', Band>>;

/** Where no census is published: who fell ill within a stay still lies in a bed. */
export function censusFromCases({ withinSevereStay, withinCriticalStay }: NewCases, { severity }: SupplyParameters): Readonly<Record<keyof Band, Census>> {
  const at = (end: keyof Band): Census => ({ wards: withinSevereStay[end] * severity.severe.value, intensiveCare: withinCriticalStay[end] * severity.critical.value });
  return { low: at('low'), central: at('central'), high: at('high') };
}

export interface Relief {
  /** On hand. */
  readonly stock: number;
  /** Released to them or on the road, and there within the days that are asked about. */
  readonly underWay: number;
}

/** Whole units that are still missing over some days; none where stock and deliveries suffice. Rounded up: a piece is a piece. */
export const unmetOver = (days: number, perDay: Band, { stock, underWay }: Relief): Band =>
  // 1e-6: 0.1 × 30 is 3, whatever a computer makes of it.
  band((end) => Math.max(0, Math.ceil(perDay[end] * days - stock - underWay - 1e-6)));

/** How long a stock lasts: shortest at the high use. Null where nothing is used. */
export function daysOfSupply(stock: number, perDay: Band): Band | null {
  return perDay.low <= 0 ? null : { low: stock / perDay.high, central: stock / perDay.central, high: stock / perDay.low };
}
