// What estimates of infections rest on. Published figures with their source; what bounds the band of the present day is an
// assumption and says so.

import type { Parameter } from './parameter.ts';

const FLAXMAN = 'Flaxman et al. 2020, Nature 584, 257–261 (Imperial College report 13)';

export interface Delay {
  readonly mean: Parameter;
  readonly cv: Parameter;
}
const delay = (mean: number, cv: number, what: string): Delay => ({
  mean: { value: mean, unit: 'days', source: FLAXMAN, note: `${what}, gamma distributed` },
  cv: { value: cv, unit: 'standard deviation ÷ mean', source: FLAXMAN, note: what },
});
export const TO_ONSET = delay(5.1, 0.86, 'infection to onset');
export const TO_DEATH = delay(18.8, 0.45, 'onset to death');

export const LAG: Parameter = { value: 23, unit: 'days', source: FLAXMAN, note: 'infection to death, 5.1 + 18.8 = 23.9 days, in whole days rounded down' };

const RATIOS: Readonly<Record<string, number>> = { IT: 0.01245, ES: 0.01078, FR: 0.01256, DE: 0.01233, BE: 0.01096, CH: 0.01021, GB: 0.01035, NL: 0.01029 };
const PUBLISHED: ReadonlyMap<string, Parameter> = new Map(
  Object.entries(RATIOS).map(([country, value]) => [country, { value, unit: 'deaths an infection', source: FLAXMAN, note: `infection fatality ratio of ${country} by its ages` }]),
);
export const ROUND_IFR: Parameter = { value: 0.01, unit: 'deaths an infection', source: 'assumption', note: 'one in a hundred; for countries without a published ratio, and for the round sum of 16 March' };

/** By country; a region has its country's. */
export const fatalityOf = (area: string): Parameter => PUBLISHED.get(area.slice(0, 2)) ?? ROUND_IFR;

export const GROWTH_WINDOW: Parameter = { value: 7, unit: 'days', source: 'assumption', note: 'a week holds each weekday once' };

const doubling = (days: number): Parameter => ({ value: Math.LN2 / days, unit: 'a day', source: 'assumption', note: `no faster than doubling in ${days} days, taken over the whole lag: contacts fell in those weeks, and deaths cannot show it yet` });
/** What the growth rate is held to at either end of the band. */
export const MOST_GROWTH = { low: doubling(14), high: doubling(7) } as const;
