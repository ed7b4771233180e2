// Infections from deaths: how many had been infected when those who died by now caught it (the floor), and a band for the
// present day. A figure to understand a country by, never to share goods out by: it explodes with the growth rate, and the
// ratio behind it is uncertain. So the result is no number and fits no field that the planner takes.
// Source: Flaxman et al. 2020 (delays, fatality ratios). With growth r and gamma delays of mean m and variation c,
// deaths(t) = IFR × infections(t) × Π (1 + r·m·c²)^(−1/c²): the Laplace transform of the delays at r.

import type { Result } from '../domain/result.ts';
import { growthOf, type Growth } from './growth.ts';
import { fatalityOf, GROWTH_WINDOW, LAG, MOST_GROWTH, ROUND_IFR, TO_DEATH, TO_ONSET, type Delay } from './infection-parameters.ts';
import type { Parameter } from './parameter.ts';

declare const neverForAllocation: unique symbol;
/** People, wrapped: not a number, so that no quantity is made of it by mistake. */
export interface InfectedPeople {
  readonly [neverForAllocation]: true;
  /** For showing. */
  readonly show: number;
}
const people = (n: number): InfectedPeople => ({ show: Math.round(n) }) as InfectedPeople;

export interface Infections {
  readonly use: 'never-for-allocation';
  readonly deaths: number;
  readonly fatality: Parameter;
  /** Infected by `lagDays` ago, whatever happened since. */
  readonly floor: InfectedPeople;
  readonly lagDays: number;
  /** Null: too few deaths to tell growth; then there is no figure for the present day. */
  readonly growth: Growth | null;
  /** The present day with the growth as estimated, on and on: what the formula says if nothing changed, shown to explain why it is not used. */
  readonly uncapped: InfectedPeople | null;
  /** The present day, growth held to MOST_GROWTH; what is shown. */
  readonly band: { readonly low: InfectedPeople; readonly high: InfectedPeople } | null;
  /** Was the estimated growth above what the band allows? */
  readonly isCapped: boolean;
}

/** How many times the infections outnumber what the deaths of today account for. */
export function presentFactor(rate: number): number {
  const of = ({ mean, cv }: Delay): number => (1 + rate * mean.value * cv.value ** 2) ** (1 / cv.value ** 2);
  return of(TO_ONSET) * of(TO_DEATH);
}

/** @param deaths cumulative, daily, oldest first, ending with the day that is asked about. */
export function infectionsFrom(deaths: readonly (number | null)[], area: string, windowDays: number = GROWTH_WINDOW.value): Infections | null {
  const dead = deaths.at(-1) ?? null;
  if (dead === null) return null;
  const fatality = fatalityOf(area);
  const floor = dead / fatality.value;
  const common = { use: 'never-for-allocation', deaths: dead, fatality, floor: people(floor), lagDays: LAG.value } as const;
  const growth: Result<Growth, unknown> = dead < FEW_DEATHS.value ? { ok: false, error: null } : growthOf(deaths, windowDays);
  if (!growth.ok) return { ...common, growth: null, uncapped: null, band: null, isCapped: false };
  const { rate, standardError } = growth.value;
  const held = (z: number, most: Parameter): number => Math.min(Math.max(0, rate + z * standardError), most.value);
  return {
    ...common,
    growth: growth.value,
    uncapped: people(floor * presentFactor(Math.max(0, rate))),
    band: { low: people(floor * presentFactor(held(-NORMAL_95, MOST_GROWTH.low))), high: people(floor * presentFactor(held(NORMAL_95, MOST_GROWTH.high))) },
    isCapped: rate + NORMAL_95 * standardError > MOST_GROWTH.high.value,
  };
}

const NORMAL_95 = 1.96;
const FEW_DEATHS: Parameter = { value: 10, unit: 'deaths', source: 'assumption', note: 'with fewer, one death more or less moves the growth rate by more than its error says' };

/** The round sum: 6,705 deaths at one in a hundred are 670,500 infected, hundreds of thousands. */
export function roundSum(deaths: number): { readonly people: InfectedPeople; readonly arithmetic: string } {
  const infected = deaths / ROUND_IFR.value;
  const figure = (n: number): string => n.toLocaleString('en-GB');
  return { people: people(infected), arithmetic: `${figure(deaths)} deaths ÷ ${figure(ROUND_IFR.value * 100)} % = ${figure(Math.round(infected))}` };
}
