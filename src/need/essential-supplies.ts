// Essential supplies: people in beds, in isolation, at work and screened → units of an item a day; and what of it is still needed
// beside stock and what is under way, which the WHO's tool leaves out. Not for items that are had once, such as ventilators.
// Source: WHO COVID-19 Essential Supplies Forecasting Tool; parameters and their sources in supply-parameters.ts.

import { band, type Band } from './parameter.ts';
import { USES, useOf, valueOf, type NeedParameters, type Use } from './supply-parameters.ts';

/** People at an hour: in beds and in isolation, at work that day, screened that day. Null: nobody has said, and nothing is counted. */
export type Census = Readonly<Record<Use, number | null>>;

/** One purpose's part of a day's use. */
export interface UsePart {
  readonly use: Use;
  /** Central. */
  readonly people: number;
  readonly perPerson: number;
  /** Units a day, fractional. */
  readonly perDay: Band;
}

export interface DailyUse {
  readonly perDay: Band;
  readonly parts: readonly UsePart[];
  /** Purposes that nobody has counted people for, or that nobody has given a use of this item for. */
  readonly left: readonly Use[];
}

/** Units a day, fractional, with what they are the sum of; null: the method has no figure for this item. */
export function dailyUse(census: Readonly<Record<keyof Band, Census>>, item: string, parameters: NeedParameters): DailyUse | null {
  if (USES.every((use) => useOf(parameters, use, item) === null)) return null;
  const factor = { low: valueOf(parameters, 'spread-low'), central: 1, high: valueOf(parameters, 'spread-high') };
  const parts = USES.flatMap((use): UsePart[] => {
    const [people, perPerson] = [census.central[use], useOf(parameters, use, item)?.value];
    return people === null || perPerson === undefined ? [] : [{ use, people, perPerson, perDay: band((end) => factor[end] * (census[end][use] ?? 0) * perPerson) }];
  });
  return { perDay: band((end) => parts.reduce((sum, { perDay }) => sum + perDay[end], 0)), parts, left: USES.filter((use) => parts.every((part) => part.use !== use)) };
}

/** A census that was counted is the same at all three ends. */
export const counted = (census: Census): Readonly<Record<keyof Band, Census>> => ({ low: census, central: census, high: census });

/** New cases within the stay of each, at three ends where the days are not all known. */
export type NewCases = Readonly<Record<'withinIsolation' | 'withinSevereStay' | 'withinCriticalStay', Band>>;

/** Where no census is published: who fell ill within a stay still lies in a bed, or is isolated. Cases tell nothing of health workers and screening. */
export function censusFromCases({ withinIsolation, withinSevereStay, withinCriticalStay }: NewCases, parameters: NeedParameters): Readonly<Record<keyof Band, Census>> {
  const share = (of: 'mild' | 'moderate' | 'severe' | 'critical'): number => valueOf(parameters, `severity-${of}`);
  const at = (end: keyof Band): Census => ({
    wards: withinSevereStay[end] * share('severe'),
    intensiveCare: withinCriticalStay[end] * share('critical'),
    isolation: withinIsolation[end] * (share('mild') + share('moderate')),
    healthWorkers: null,
    screening: null,
  });
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
