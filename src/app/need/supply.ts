// What is in the stores of an area beside what it uses: the stock as last reported and what came in since, how fast it really goes,
// how long it lasts, what is missing over a week.

import type { Instant } from '../../domain/time.ts';
import { burnRate, disagreement, type BurnRate, type StockAt } from '../../need/burn-rate.ts';
import { daysOfSupply, unmetOver } from '../../need/essential-supplies.ts';
import { band, type Band, type Parameter } from '../../need/parameter.ts';
import type { AreaNeed } from './shape.ts';

/** Of one recipient and item: every report, and what came in. */
export interface StockHistory {
  readonly reports: readonly StockAt[];
  readonly receipts: readonly StockAt[];
}

export interface Supplied {
  readonly histories: readonly StockHistory[];
  readonly underWay: number;
}

export const UNMET_DAYS: Parameter = { value: 7, unit: 'days', source: 'assumption', note: 'the week that a plan looks ahead' };

export type Supply = Pick<AreaNeed, 'stock' | 'stockAt' | 'underWay' | 'daysOfSupply' | 'daysOfSupplyBand' | 'unmet' | 'burnRate' | 'noBurnRate'>;
const UNKNOWN: Supply = { stock: null, stockAt: null, underWay: null, daysOfSupply: null, daysOfSupplyBand: null, unmet: null, burnRate: null, noBurnRate: null };
const DAY_MS = 86_400_000;

/** @param forecast units a day. `asOf` null: a day without an hour. */
export function supplyOf(supplied: Supplied | null, forecast: Band | null, asOf: Instant | null): Supply {
  if (supplied === null) return UNKNOWN;
  const { histories, underWay } = supplied;
  const { units: stock, at: stockAt } = stockOf(histories) ?? { units: null, at: null };
  const burnt = burntTogether(histories);
  const shown = burnt.rate === null || forecast === null ? null : { ...disagreement(burnt.rate, forecast), perDay: burnt.rate.perDay, overDays: burnt.rate.overDays, reports: burnt.rate.reports };
  const use = shown?.used === 'burn-rate' && burnt.rate !== null ? burnt.rate.perDay : forecast;
  const elapsed = asOf === null || stockAt === null ? 0 : (Date.parse(asOf) - Date.parse(stockAt)) / DAY_MS;
  const lasts = stock === null || use === null ? null : daysOfSupply(stock, use);
  const left = lasts === null ? null : band((end) => Math.round(Math.max(0, lasts[end] - elapsed) * 10) / 10);
  const unmet = use === null ? null : { ...unmetOver(UNMET_DAYS.value, use, { stock: stockLeft(stock, use, elapsed), underWay }), days: UNMET_DAYS.value };
  return { stock, stockAt, underWay, daysOfSupply: left?.central ?? null, daysOfSupplyBand: left, unmet, burnRate: shown, noBurnRate: burnt.why };
}

export interface Lasts {
  /** Of the stock's report. */
  readonly at: Instant;
  /** From that instant on, central. */
  readonly days: number;
  /** Units a day, central. */
  readonly perDay: number;
  /** The use was measured, and not taken from the forecast. */
  readonly isMeasured: boolean;
}

/** How long the stock lasts, unrounded and also where it is over; null: none was reported, or nothing is used. */
export function lastsFrom({ histories }: Supplied, forecast: Band): Lasts | null {
  const stock = stockOf(histories);
  const { rate } = burntTogether(histories);
  const isMeasured = rate !== null && disagreement(rate, forecast).used === 'burn-rate';
  const perDay = isMeasured ? rate.perDay.central : forecast.central;
  return stock === null || perDay <= 0 ? null : { at: stock.at, days: stock.units / perDay, perDay, isMeasured };
}

/** Several stores are as fresh as the oldest of their reports. */
function stockOf(histories: readonly StockHistory[]): StockAt | null {
  const stocks = histories.flatMap((it) => stockNow(it) ?? []);
  const at = stocks.map((stock) => stock.at).toSorted()[0];
  return at === undefined ? null : { at, units: stocks.reduce((sum, { units }) => sum + units, 0) };
}

/** What the reported stock has come down to, at the central use. */
const stockLeft = (stock: number | null, use: Band, elapsed: number): number => (stock === null ? 0 : Math.max(0, stock - use.central * elapsed));

function stockNow({ reports, receipts }: StockHistory): StockAt | null {
  const last = reports.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last === undefined ? null : { at: last.at, units: last.units + receipts.reduce((sum, { at, units }) => (at > last.at ? sum + units : sum), 0) };
}

/** Of several stores the sum, where each of those that report has a burn rate. */
function burntTogether(histories: readonly StockHistory[]): { readonly rate: BurnRate | null; readonly why: string | null } {
  const reporting = histories.filter(({ reports }) => reports.length > 0);
  const rates = reporting.map(({ reports, receipts }) => burnRate(reports, receipts));
  const [first, ...rest] = rates.flatMap((it) => (it.ok ? [it.value] : []));
  const failed = rates.find((it) => !it.ok);
  // That a store has reported once only is no fault; that its counts cannot be true together is.
  const contradicting = rates.find((it, k) => !it.ok && (reporting[k]?.reports.length ?? 0) > 1);
  if (failed !== undefined) return { rate: null, why: contradicting === undefined || contradicting.ok ? null : `${contradicting.error.problem}; ${contradicting.error.remedy}` };
  if (first === undefined) return { rate: null, why: null };
  const sum = (a: BurnRate, b: BurnRate): BurnRate => ({ ...a, perDay: band((end) => a.perDay[end] + b.perDay[end]), overDays: Math.min(a.overDays, b.overDays), reports: Math.min(a.reports, b.reports), stock: a.stock + b.stock });
  return { rate: rest.reduce(sum, first), why: null };
}
