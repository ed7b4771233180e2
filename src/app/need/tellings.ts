// What each source says of each area, out of the facts: single counts and censuses, and whole publications. And which of several sources
// is used for an area, and why: the one that was counted last. The others stand beside it.

import type { When } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { AreaCode } from '../../domain/ids.ts';
import type { OfficialCount } from '../../domain/need/counts.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn, type Instant, type LocalDate, type Zone } from '../../domain/time.ts';
import { countOf, publishedIn } from './published.ts';

/** What one source says of one area, oldest first. Of a day at most one entry of cases and deaths, and one of patients. */
export interface Telling {
  readonly area: AreaCode;
  readonly sources: readonly string[];
  readonly counts: readonly OfficialCount[];
}

/** Why a source is used for an area: there is no other; it counted last; of those that counted last it has counted on more days. */
export interface UsedWhy {
  readonly rule: 'only-source' | 'counted-last' | 'counted-more-days';
  /** Cases; null: it counts none. */
  readonly countedAt: Instant | null;
  readonly days: number;
  /** The next best; null: there is no other. */
  readonly before: { readonly sources: readonly string[]; readonly countedAt: Instant | null; readonly days: number } | null;
}

export interface Used {
  readonly telling: Telling;
  readonly why: UsedWhy;
}

interface Writing extends Telling {
  readonly entries: Map<string, OfficialCount>;
}

/**
 * By area, in the order in which areas were first told of. `facts`: those that hold at `when`. What a fact says is a guess is no other
 * source. Ships and what else has no code are nobody's to supply, and have no telling.
 */
export function tellingsOf(facts: readonly Fact[], journal: readonly Fact[], when: When, zone: Zone): ReadonlyMap<AreaCode, readonly Telling[]> {
  const byArea = new Map<AreaCode, Writing[]>();
  const tellingOf = (area: AreaCode, sources: readonly string[]): Writing => {
    const all = byArea.get(area) ?? [];
    byArea.set(area, all);
    const held = all.find((it) => it.sources.join(' ') === sources.join(' '));
    if (held !== undefined) return held;
    const entries = new Map<string, OfficialCount>();
    const made: Writing = { area, sources, entries, get counts() { return [...entries.values()]; } };
    all.push(made);
    return made;
  };
  for (const fact of facts) {
    if (!isKind(fact, 'count.reported') && !isKind(fact, 'census.reported')) continue;
    const { area } = fact.body;
    const said = fact.kind === 'count.reported' ? { cases: fact.body.cases, deaths: fact.body.deaths ?? null } : { wards: fact.body.wards, intensiveCare: fact.body.intensiveCare };
    enter(tellingOf(area, fact.sources.filter((source) => source !== 'assumption')), { ...NOTHING, area, name: area, date: localDateIn(fact.occurredAt, zone), asOf: fact.occurredAt, ...said });
  }
  for (const { series, areas } of publishedIn(journal, when).values())
    for (const [name, days] of areas) {
      const area = AreaCode.safeParse(name);
      if (!area.success) continue;
      const telling = tellingOf(area.data, [series]);
      for (const day of days.values()) enter(telling, countOf(name, day));
    }
  return new Map([...byArea].map(([area, all]) => [area, all.map(({ sources, counts }) => ({ area, sources, counts: counts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }))]));
}

const NOTHING = { cases: null, deaths: null, wards: null, intensiveCare: null } as const;

/** Two reports of one source on one day are two hours, not a contradiction: the later one is the day's. */
function enter({ entries }: Writing, count: OfficialCount): void {
  const put = (part: 'counted' | 'census', entry: OfficialCount): void => {
    const key = `${entry.date}\t${part}`;
    const standing = entries.get(key);
    if (standing !== undefined && (standing.asOf ?? '') > (entry.asOf ?? '')) return;
    // What was said last also comes last.
    entries.delete(key);
    entries.set(key, entry);
  };
  if (count.cases !== null || count.deaths !== null) put('counted', { ...count, wards: null, intensiveCare: null });
  if (count.wards !== null || count.intensiveCare !== null) put('census', { ...count, cases: null, deaths: null });
}

interface Ranked {
  readonly telling: Telling;
  readonly countedAt: Instant | null;
  readonly days: number;
}

/** The one that was counted last; of two at one instant the one that has counted on more days. */
export function usedOf(all: readonly Telling[]): Used {
  const ranked = all.map(rankOf).toSorted((a, b) => (a.countedAt === b.countedAt ? b.days - a.days : (a.countedAt ?? '') < (b.countedAt ?? '') ? 1 : -1));
  const [best, next] = ranked;
  invariant(best !== undefined, 'an area that is told of has a source');
  const before = next === undefined ? null : { sources: next.telling.sources, countedAt: next.countedAt, days: next.days };
  return { telling: best.telling, why: { rule: next === undefined ? 'only-source' : next.countedAt === best.countedAt ? 'counted-more-days' : 'counted-last', countedAt: best.countedAt, days: best.days, before } };
}

function rankOf(telling: Telling): Ranked {
  let countedAt: Instant | null = null;
  const days = new Set<LocalDate>();
  for (const { asOf, cases, date } of telling.counts) {
    days.add(date);
    if (cases !== null && asOf !== null && (countedAt === null || asOf > countedAt)) countedAt = asOf;
  }
  return { telling, countedAt, days: days.size };
}
