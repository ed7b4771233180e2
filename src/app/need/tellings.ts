// Who counted what, out of the facts that hold: single counts and censuses, and whole publications, by area and source; the census that
// holds of each area, and of each hospital that reports its own. And which of several sources is used for an area, and why: the one that
// was counted last. The others stand beside it.

import { isKind, type BodyOf, type Fact } from '../../domain/facts.ts';
import { AreaCode, type RecipientId } from '../../domain/ids.ts';
import type { OfficialCount } from '../../domain/need/counts.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn, type Instant, type LocalDate, type Zone } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';
import { countOf, publishedIn, type DayTold, type PublishedSeries } from './published.ts';
import type { AreaNeed } from './shape.ts';

/** What one source says of one area, oldest first. Of a day at most one entry of cases and deaths, and one of patients. */
export interface Telling {
  readonly area: AreaCode;
  readonly sources: readonly string[];
  readonly counts: readonly OfficialCount[];
  /** Sequence numbers of the facts that count cases, newest day first. */
  readonly facts: readonly number[];
}

export interface CensusOnRecord {
  readonly body: Omit<BodyOf<'census.reported'>, 'recipient'>;
  readonly at: Instant;
  readonly seq: number;
  readonly sources: readonly string[];
}

export interface Told {
  /** In the order in which areas were first told of. */
  readonly areas: ReadonlyMap<AreaCode, readonly Telling[]>;
  /** The latest of each area. */
  readonly census: ReadonlyMap<AreaCode, CensusOnRecord>;
  /** The latest of each recipient that reports its own. */
  readonly hospitals: ReadonlyMap<RecipientId, CensusOnRecord>;
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

interface Used {
  readonly telling: Telling;
  readonly why: UsedWhy;
}

/** What is told in a situation. */
export const toldIn = ({ facts, asOf, operation }: Situation): Told => toldOf(facts, publishedIn(facts, { asOf, knownAt: null }), operation.zone);

/**
 * @param facts those that hold, in the order in which they take effect. What a fact says is a guess is no other source. Ships and what
 * else has no code are nobody's to supply, and have no telling.
 */
export function toldOf(facts: readonly Fact[], published: ReadonlyMap<string, PublishedSeries>, zone: Zone): Told {
  const book = new Book();
  const hospitals = new Map<RecipientId, CensusOnRecord>();
  for (const fact of facts) {
    if (isKind(fact, 'count.reported')) book.enter(fact.body.area, namedIn(fact), { ...NOTHING, ...singly(fact, zone), cases: fact.body.cases, deaths: fact.body.deaths ?? null }, fact.seq);
    if (!isKind(fact, 'census.reported')) continue;
    const { recipient, ...body } = fact.body;
    const found = { body, at: fact.occurredAt, seq: fact.seq, sources: namedIn(fact) };
    if (recipient !== undefined) hospitals.set(recipient, found);
    else {
      book.enter(body.area, found.sources, { ...NOTHING, ...singly(fact, zone), wards: body.wards, intensiveCare: body.intensiveCare }, fact.seq);
      book.census(body.area, found);
    }
  }
  for (const { series, areas } of published.values())
    for (const [name, days] of areas) {
      const area = AreaCode.safeParse(name);
      if (area.success) book.publish(area.data, series, days);
    }
  return { ...book.told(), hospitals };
}

/** A single report's day and hour. */
const singly = ({ occurredAt, body }: { readonly occurredAt: Instant; readonly body: { readonly area: AreaCode } }, zone: Zone): Pick<OfficialCount, 'area' | 'name' | 'date' | 'asOf'> => ({ area: body.area, name: body.area, date: localDateIn(occurredAt, zone), asOf: occurredAt });

/** What a fact says is a guess is no other source. */
const namedIn = ({ sources }: Fact): string[] => sources.filter((source) => source !== 'assumption');

const NOTHING = { cases: null, deaths: null, wards: null, intensiveCare: null } as const;

interface Entry {
  readonly count: OfficialCount;
  readonly seq: number;
}

/** By area and source, while it is being written. */
class Book {
  readonly #areas = new Map<AreaCode, { readonly sources: readonly string[]; readonly entries: Map<string, Entry> }[]>();
  readonly #census = new Map<AreaCode, CensusOnRecord>();

  #of(area: AreaCode, sources: readonly string[]): Map<string, Entry> {
    const all = this.#areas.get(area) ?? [];
    this.#areas.set(area, all);
    const held = all.find((it) => it.sources.join(' ') === sources.join(' '));
    if (held !== undefined) return held.entries;
    const entries = new Map<string, Entry>();
    all.push({ sources, entries });
    return entries;
  }

  /** Two reports of one source on one day are two hours, not a contradiction: the later one is the day's. */
  enter(area: AreaCode, sources: readonly string[], count: OfficialCount, seq: number): void {
    const entries = this.#of(area, sources);
    const put = (part: 'counted' | 'census', entry: OfficialCount): void => {
      const key = `${entry.date}\t${part}`;
      if ((entries.get(key)?.count.asOf ?? '') > (entry.asOf ?? '')) return;
      // What was said last also comes last.
      entries.delete(key);
      entries.set(key, { count: entry, seq });
    };
    if (count.cases !== null || count.deaths !== null) put('counted', { ...count, wards: null, intensiveCare: null });
    if (count.wards !== null || count.intensiveCare !== null) put('census', { ...count, cases: null, deaths: null });
  }

  census(area: AreaCode, found: CensusOnRecord): void {
    if (found.at >= (this.#census.get(area)?.at ?? '')) this.#census.set(area, found);
  }

  publish(area: AreaCode, series: string, days: ReadonlyMap<LocalDate, DayTold>): void {
    for (const day of days.values()) {
      const count = countOf(area, day);
      this.enter(area, [series], count, day.seq);
      if (count.wards !== null && count.intensiveCare !== null) this.census(area, { body: { area, wards: count.wards, intensiveCare: count.intensiveCare }, at: day.at, seq: day.seq, sources: [series] });
    }
  }

  told(): Pick<Told, 'areas' | 'census'> {
    const areas = [...this.#areas].map(([area, all]) => [area, all.map(({ sources, entries }) => tellingOf(area, sources, [...entries.values()]))] as const);
    return { areas: new Map(areas), census: this.#census };
  }
}

function tellingOf(area: AreaCode, sources: readonly string[], entries: readonly Entry[]): Telling {
  const inOrder = entries.toSorted((a, b) => (a.count.date < b.count.date ? -1 : a.count.date > b.count.date ? 1 : 0));
  return { area, sources, counts: inOrder.map(({ count }) => count), facts: inOrder.toReversed().flatMap(({ count, seq }) => (count.cases === null ? [] : [seq])) };
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

export const latestOf = (all: readonly Telling[]): Telling => usedOf(all).telling;

function rankOf(telling: Telling): Ranked {
  let countedAt: Instant | null = null;
  const days = new Set<LocalDate>();
  for (const { asOf, cases, date } of telling.counts) {
    days.add(date);
    if (cases !== null && asOf !== null && (countedAt === null || asOf > countedAt)) countedAt = asOf;
  }
  return { telling, countedAt, days: days.size };
}

/** What the other sources say last. */
export const besideOf = (all: readonly Telling[], used: Telling): AreaNeed['beside'] =>
  all.flatMap((telling) => {
    const last = telling === used ? undefined : telling.counts.findLast(({ cases }) => cases !== null);
    return last === undefined ? [] : [{ sources: telling.sources, countedOn: last.date, cases: last.cases, deaths: last.deaths }];
  });
