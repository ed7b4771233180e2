// Burn rate: what a store really uses a day, from its own stock reports and what came in between them; and what to do where
// that and the forecast disagree. Source: CDC, Personal Protective Equipment (PPE) Burn Rate Calculator (2020): stock ÷ mean
// daily use, from two days' data or more. The band is the slowest and the fastest stretch between two reports.

import { err, ok, type Result } from '../domain/result.ts';
import { epochMs, type Instant } from '../domain/time.ts';
import type { Band, Parameter } from './parameter.ts';

export interface StockAt {
  readonly at: Instant;
  readonly units: number;
}

export interface BurnRate {
  /** Units a day. With two reports there is one stretch, and the three are the same. */
  readonly perDay: Band;
  /** Days between the first and the last report. */
  readonly overDays: number;
  readonly reports: number;
  /** Of the last report. */
  readonly stock: number;
  /** Shortest at the fastest use; null where nothing was used, so that it never runs out. */
  readonly daysOfSupply: Readonly<Record<keyof Band, number | null>>;
}

export interface NoBurnRate {
  readonly problem: string;
  readonly remedy: string;
}

const DAY_MS = 86_400_000;

/** @param receipts what came in; each counts between the reports that it lies between, the later one included. */
export function burnRate(reports: readonly StockAt[], receipts: readonly StockAt[]): Result<BurnRate, NoBurnRate> {
  const inOrder = reports.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined || first.at === last.at) return err({ problem: 'a burn rate needs two stock reports of different hours', remedy: 'report the stock again tomorrow' });
  const came = (after: Instant, until: Instant): number => receipts.reduce((sum, { at, units }) => (at > after && at <= until ? sum + units : sum), 0);
  const rates: number[] = [];
  for (const [k, next] of inOrder.entries()) {
    const before = inOrder[k - 1];
    if (before === undefined || before.at === next.at) continue;
    const used = before.units + came(before.at, next.at) - next.units;
    if (used < 0) return err({ problem: `between ${before.at} and ${next.at} the stock rose by ${-used} units more than is known to have come in`, remedy: 'enter the receipt that is missing, or correct one of the two counts' });
    rates.push(used / ((epochMs(next.at) - epochMs(before.at)) / DAY_MS));
  }
  const overDays = (epochMs(last.at) - epochMs(first.at)) / DAY_MS;
  const perDay = { low: Math.min(...rates), central: (first.units + came(first.at, last.at) - last.units) / overDays, high: Math.max(...rates) };
  const lasts = (use: number): number | null => (use > 0 ? last.units / use : null);
  return ok({ perDay, overDays, reports: rates.length + 1, stock: last.units, daysOfSupply: { low: lasts(perDay.high), central: lasts(perDay.central), high: lasts(perDay.low) } });
}

export const LONG_ENOUGH: Parameter = { value: 3, unit: 'days', source: 'assumption', note: 'over fewer days one large issue looks like use' };

export type UseOfWhich = 'burn-rate' | 'forecast';
export type WhyUsed = 'within-the-band' | 'below-the-band' | 'above-the-band' | 'above-the-band-for-too-short';

export interface Disagreement {
  /** Burn rate ÷ forecast, both central; null where the forecast is nil. */
  readonly ratio: number | null;
  /** Burn rate less forecast, units a day. */
  readonly difference: number;
  readonly used: UseOfWhich;
  readonly why: WhyUsed;
}

/**
 * Which of the two the need is taken from. What was measured, where the forecast's band holds it. Below the band the
 * forecast: who has little uses little, and that is no lesser need. Above it what was measured, if over long enough.
 */
export function disagreement(burnt: BurnRate, forecast: Band): Disagreement {
  const measured = burnt.perDay.central;
  const common = { ratio: forecast.central > 0 ? measured / forecast.central : null, difference: measured - forecast.central };
  if (measured < forecast.low) return { ...common, used: 'forecast', why: 'below-the-band' };
  if (measured <= forecast.high) return { ...common, used: 'burn-rate', why: 'within-the-band' };
  return burnt.overDays >= LONG_ENOUGH.value ? { ...common, used: 'burn-rate', why: 'above-the-band' } : { ...common, used: 'forecast', why: 'above-the-band-for-too-short' };
}
