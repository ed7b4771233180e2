// One area's need of each item, from whatever is known of it: a census before cases, what was measured beside what is forecast.

import type { Instant, LocalDate } from '../../domain/time.ts';
import { censusFromCases, counted, dailyUse, type Census, type DailyUse, type NewCases } from '../../need/essential-supplies.ts';
import { growthOf } from '../../need/growth.ts';
import { infectionsFrom, type InfectedPeople } from '../../need/infections.ts';
import { band, type Band } from '../../need/parameter.ts';
import { dateOf, dayOf, type DailySeries } from '../../need/series.ts';
import { itemsIn, valueOf, type NeedParameters } from '../../need/supply-parameters.ts';
import { count, factor } from '../figures.ts';
import type { Effective } from './parameters.ts';
import type { AreaNeed, Basis, CensusShown, InfectionsShown, Level } from './shape.ts';
import { supplyOf, type Supplied } from './supply.ts';

export interface AreaEvidence {
  readonly area: string;
  readonly name: string;
  readonly level: Level;
  readonly recipient: string | null;
  readonly within: string | null;
  /** The day that is asked about. */
  readonly on: LocalDate;
  /** Up to that day. */
  readonly cases: DailySeries | null;
  readonly deaths: DailySeries | null;
  readonly census: CensusShown | null;
  readonly censusAt: Instant | null;
  readonly sources: readonly string[];
  readonly why: AreaNeed['why'];
  readonly facts: readonly number[];
  readonly beside: AreaNeed['beside'];
  /** Null: nothing is known of stocks here. */
  readonly supplied: (item: string) => Supplied | null;
}

/** People whom goods are used for, and how we know. */
export interface People {
  readonly census: Readonly<Record<keyof Band, Census>>;
  readonly basis: Basis;
}

/** A row for each item that there are figures for. `asOf` null: a day without an hour. */
export function areaNeeds(evidence: AreaEvidence, { parameters, changed }: Effective, asOf: Instant | null): AreaNeed[] {
  const { area, name, level, recipient, within, sources, why, facts, beside, census, censusAt } = evidence;
  const people = peopleOf(evidence, parameters);
  const common = {
    area, name, level, recipient, within, census, censusAt, basis: people?.basis ?? null, sources, why, facts, beside,
    cases: lastOf(evidence.cases), deaths: lastOf(evidence.deaths), countedOn: lastDay(evidence.cases) ?? lastDay(evidence.deaths),
    infections: infectionsOf(evidence.deaths, area),
  };
  return itemsIn(parameters).map((item) => {
    const use = people === null ? null : dailyUse(people.census, item, parameters);
    const touched = changed.filter((it) => (it.item === null ? SHAPING.has(it.name) : it.item === item));
    return { ...common, item, changed: touched, ...shownUse(use), ...supplyOf(evidence.supplied(item), use?.perDay ?? null, asOf) };
  });
}

/** What, of no item, has a part in units a day. */
const SHAPING: ReadonlySet<string> = new Set(['severity-mild', 'severity-moderate', 'severity-severe', 'severity-critical', 'stay-isolated', 'stay-severe', 'stay-critical', 'spread-low', 'spread-high']);

const rounded = (of: Band): Band => band((end) => Math.round(of[end]));

function shownUse(use: DailyUse | null): Pick<AreaNeed, 'perDay' | 'uses' | 'arithmetic' | 'notIncluded'> {
  if (use === null) return { perDay: null, uses: [], arithmetic: null, notIncluded: [] };
  const parts = use.parts.filter(({ people, perPerson }) => people > 0 && perPerson > 0);
  const sum = parts.map(({ people, perPerson }) => `${count(Math.round(people))} × ${factor(perPerson)}`).join(' + ');
  return {
    perDay: rounded(use.perDay),
    uses: use.parts.map((part) => ({ ...part, people: Math.round(part.people), perDay: rounded(part.perDay) })),
    arithmetic: parts.length === 0 ? null : `${sum} = ${count(Math.round(use.perDay.central))}`,
    notIncluded: use.left,
  };
}

/** A census before cases; null: neither is known. */
export function peopleOf({ on, census, cases }: Pick<AreaEvidence, 'on' | 'census' | 'cases'>, parameters: NeedParameters): People | null {
  if (census !== null) return { census: counted({ wards: census.wards, intensiveCare: census.intensiveCare, isolation: census.isolation, healthWorkers: census.healthWorkers, screening: census.screenedPerDay }), basis: 'census' };
  const found = cases === null ? null : newCasesOf(cases, on, parameters);
  return found === null ? null : { census: censusFromCases(found.newCases, parameters), basis: found.isWhole ? 'cases' : 'cases-partly-known' };
}

function newCasesOf(cases: DailySeries, on: LocalDate, parameters: NeedParameters): { readonly newCases: NewCases; readonly isWhole: boolean } | null {
  const since = (stay: 'isolated' | 'severe' | 'critical') => newSince(cases, dayOf(on) - valueOf(parameters, `stay-${stay}`));
  const [isolated, severe, critical] = [since('isolated'), since('severe'), since('critical')];
  if (isolated === null || severe === null || critical === null) return null;
  return { newCases: { withinIsolation: isolated.cases, withinSevereStay: severe.cases, withinCriticalStay: critical.cases }, isWhole: isolated.isWhole && severe.isWhole && critical.isWhole };
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
