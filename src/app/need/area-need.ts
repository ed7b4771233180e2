// One area's need of each item, from whatever is known of it: a census before cases, what was measured beside what is forecast.

import type { LocalDate, Instant } from '../../domain/time.ts';
import { burnRate, disagreement, type BurnRate, type StockAt } from '../../need/burn-rate.ts';
import { censusFromCases, counted, daysOfSupply, unitsPerDay, unmetOver, type Census, type NewCases } from '../../need/essential-supplies.ts';
import { growthOf } from '../../need/growth.ts';
import { infectionsFrom, type InfectedPeople } from '../../need/infections.ts';
import { band, type Band, type Parameter } from '../../need/parameter.ts';
import type { DailySeries } from '../../need/series.ts';
import { dateOf, dayOf } from '../../need/series.ts';
import type { SupplyParameters } from '../../need/supply-parameters.ts';
import type { AreaNeed, InfectionsShown } from './shape.ts';

/** Of one recipient and item: every report, and what came in. */
export interface StockHistory {
  readonly reports: readonly StockAt[];
  readonly receipts: readonly StockAt[];
}

export interface Supplied {
  readonly histories: readonly StockHistory[];
  readonly underWay: number;
}

export interface AreaEvidence {
  readonly area: string;
  readonly name: string;
  /** The day that is asked about. */
  readonly on: LocalDate;
  /** Up to that day. */
  readonly cases: DailySeries | null;
  readonly deaths: DailySeries | null;
  readonly census: Census | null;
  readonly sources: readonly string[];
  readonly beside: AreaNeed['beside'];
  /** Null: nothing is known of stocks here. */
  readonly supplied: (item: string) => Supplied | null;
}

export const UNMET_DAYS: Parameter = { value: 7, unit: 'days', source: 'assumption', note: 'the week that a plan looks ahead' };

/** A row for each item that the method has figures for. `asOf` null: a day without an hour. */
export function areaNeeds(evidence: AreaEvidence, parameters: SupplyParameters, asOf: Instant | null): AreaNeed[] {
  const { area, name, sources, beside, census } = evidence;
  const beds = bedsOf(evidence, parameters);
  const common = {
    area, name, census, basis: beds?.basis ?? null, sources, beside,
    cases: lastOf(evidence.cases), deaths: lastOf(evidence.deaths), countedOn: lastDay(evidence.cases) ?? lastDay(evidence.deaths),
    infections: infectionsOf(evidence.deaths, area),
  };
  return [...parameters.perBedDay.keys()].map((item) => {
    const forecast = beds === null ? null : unitsPerDay(beds.census, item, parameters);
    return { ...common, item, perDay: forecast === null ? null : band((end) => Math.round(forecast[end])), ...supplyOf(evidence.supplied(item), forecast, asOf) };
  });
}

function bedsOf({ on, census, cases }: AreaEvidence, parameters: SupplyParameters): { readonly census: Readonly<Record<keyof Band, Census>>; readonly basis: 'census' | 'cases' | 'cases-partly-known' } | null {
  if (census !== null) return { census: counted(census), basis: 'census' };
  const found = cases === null ? null : newCasesOf(cases, on, parameters);
  return found === null ? null : { census: censusFromCases(found.newCases, parameters), basis: found.isWhole ? 'cases' : 'cases-partly-known' };
}

function newCasesOf(cases: DailySeries, on: LocalDate, { stay }: SupplyParameters): { readonly newCases: NewCases; readonly isWhole: boolean } | null {
  const [severe, critical] = [newSince(cases, dayOf(on) - stay.severe.value), newSince(cases, dayOf(on) - stay.critical.value)];
  return severe === null || critical === null ? null : { newCases: { withinSevereStay: severe.cases, withinCriticalStay: critical.cases }, isWhole: severe.isWhole && critical.isWhole };
}

/**
 * New cases since a day. Where that day was not counted they lie between what the days before and after it say; where counting
 * began later, at least what was seen to come, at most all there are, and in between what the growth makes likely.
 */
function newSince({ from, values }: DailySeries, day: number): { readonly cases: Band; readonly isWhole: boolean } | null {
  const end = values.findLastIndex((value) => value !== null);
  const now = values[end] ?? null;
  if (now === null) return null;
  const start = day - dayOf(from);
  const since = (before: number): number => Math.max(0, now - before);
  const exact = values[start] ?? null;
  if (exact !== null) return { cases: band(() => since(exact)), isWhole: true };
  const earlier = values.slice(0, Math.max(0, start)).findLast((value) => value !== null) ?? null;
  const later = values.slice(Math.max(0, start)).find((value) => value !== null) ?? now;
  if (earlier !== null) return { cases: { low: Math.min(since(later), since(earlier)), central: (since(later) + since(earlier)) / 2, high: Math.max(since(later), since(earlier)) }, isWhole: false };
  const growth = growthOf(values.slice(0, end + 1), end - start);
  const likely = growth.ok ? now * (1 - Math.exp(-Math.max(0, growth.value.rate) * (end - start))) : now;
  return { cases: { low: since(later), central: Math.max(since(later), likely), high: now }, isWhole: false };
}

const lastIndex = (series: DailySeries): number => series.values.findLastIndex((value) => value !== null);
const lastOf = (series: DailySeries | null): number | null => (series === null ? null : (series.values[lastIndex(series)] ?? null));
const lastDay = (series: DailySeries | null): LocalDate | null => (series === null || lastIndex(series) < 0 ? null : dateOf(dayOf(series.from) + lastIndex(series)));

function infectionsOf(deaths: DailySeries | null, area: string): InfectionsShown | null {
  const found = deaths === null ? null : infectionsFrom(deaths.values.slice(0, lastIndex(deaths) + 1), area);
  if (found === null || found.deaths === 0) return null;
  const { use, floor, band: shown, uncapped, isCapped, lagDays, growth, fatality } = found;
  const seen = (people: InfectedPeople | undefined): number | null => people?.show ?? null;
  return { use, floor: floor.show, low: seen(shown?.low), high: seen(shown?.high), uncapped: uncapped?.show ?? null, capped: isCapped, lagDays, growth, fatality };
}

type Supply = Pick<AreaNeed, 'stock' | 'stockAt' | 'underWay' | 'daysOfSupply' | 'daysOfSupplyBand' | 'unmet' | 'burnRate' | 'noBurnRate'>;
const UNKNOWN: Supply = { stock: null, stockAt: null, underWay: null, daysOfSupply: null, daysOfSupplyBand: null, unmet: null, burnRate: null, noBurnRate: null };
const DAY_MS = 86_400_000;

function supplyOf(supplied: Supplied | null, forecast: Band | null, asOf: Instant | null): Supply {
  if (supplied === null) return UNKNOWN;
  const { histories, underWay } = supplied;
  const stocks = histories.flatMap((it) => stockNow(it) ?? []);
  const stock = stocks.length === 0 ? null : stocks.reduce((sum, { units }) => sum + units, 0);
  // Several stores are as fresh as the oldest of their reports.
  const stockAt = stocks.map(({ at }) => at).toSorted()[0] ?? null;
  const burnt = burntTogether(histories);
  const shown = burnt.rate === null || forecast === null ? null : { ...disagreement(burnt.rate, forecast), perDay: burnt.rate.perDay, overDays: burnt.rate.overDays, reports: burnt.rate.reports };
  const use = shown?.used === 'burn-rate' && burnt.rate !== null ? burnt.rate.perDay : forecast;
  const elapsed = asOf === null || stockAt === null ? 0 : (Date.parse(asOf) - Date.parse(stockAt)) / DAY_MS;
  const lasts = stock === null || use === null ? null : daysOfSupply(stock, use);
  const left = lasts === null ? null : band((end) => Math.round(Math.max(0, lasts[end] - elapsed) * 10) / 10);
  const unmet = use === null ? null : { ...unmetOver(UNMET_DAYS.value, use, { stock: stockLeft(stock, use, elapsed), underWay }), days: UNMET_DAYS.value };
  return { stock, stockAt, underWay, daysOfSupply: left?.central ?? null, daysOfSupplyBand: left, unmet, burnRate: shown, noBurnRate: burnt.why };
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
