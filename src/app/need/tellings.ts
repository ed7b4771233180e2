// What each source says of each area, out of the facts: single counts and censuses, and whole publications; and the census of hospitals
// that report their own. And which of several sources is used for an area, and why: the one that was counted last. The others
// stand beside it.

import { isKind, type BodyOf, type Fact } from '../../domain/facts.ts';
import { AreaCode, type RecipientId } from '../../domain/ids.ts';
import type { OfficialCount } from '../../domain/need/counts.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn, type Instant, type LocalDate, type Zone } from '../../domain/time.ts';
import { countOf, standingIn } from './published.ts';
import type { AreaNeed } from './shape.ts';

/** What one source says of one area, oldest first. Of a day at most one entry of cases and deaths, and one of patients. */
export interface Telling {
  readonly area: AreaCode;
  readonly sources: readonly string[];
  readonly counts: readonly OfficialCount[];
  /** Sequence numbers of the facts that count cases, oldest day first. */
  readonly facts: readonly number[];
}

export interface CensusOnRecord {
  readonly body: Omit<BodyOf<'census.reported'>, 'recipient'>;
  readonly at: Instant;
  readonly seq: number;
  readonly sources: readonly string[];
}

export interface Told {
  /** In the order in which areas were first told of. Ships and what else has no code are nobody's to supply, and are not among them. */
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

export interface Used {
  readonly telling: Telling;
  readonly why: UsedWhy;
}

/** Of facts that hold: boards look many times, and counts are many. The array of the present situation goes on growing; what was told of it is good for its length. */
const kept = new WeakMap<readonly Fact[], { readonly length: number; readonly told: Told }>();

/** @param facts those that hold, in the order in which they take effect. What a fact says is a guess is no other source. */
export function toldIn(facts: readonly Fact[], zone: Zone): Told {
  const known = kept.get(facts);
  if (known?.length === facts.length) return known.told;
  const census = new Map<AreaCode, CensusOnRecord>();
  const hospitals = new Map<RecipientId, CensusOnRecord>();
  const areas = new Tellings();
  for (const fact of facts) {
    if (!isKind(fact, 'count.reported') && !isKind(fact, 'census.reported')) continue;
    const { area } = fact.body;
    const sources = fact.sources.filter((source) => source !== 'assumption');
    if (fact.kind === 'census.reported') {
      const { recipient, ...body } = fact.body;
      const found = { body, at: fact.occurredAt, seq: fact.seq, sources };
      if (recipient !== undefined) {
        hospitals.set(recipient, found);
        continue;
      }
      if ((census.get(area)?.at ?? '') <= found.at) census.set(area, found);
    }
    const said = fact.kind === 'count.reported' ? { cases: fact.body.cases, deaths: fact.body.deaths ?? null } : { wards: fact.body.wards, intensiveCare: fact.body.intensiveCare };
    areas.enter(area, sources, { ...NOTHING, area, name: area, date: localDateIn(fact.occurredAt, zone), asOf: fact.occurredAt, ...said }, fact.seq);
  }
  for (const { series, areas: days } of standingIn(facts).values())
    for (const [name, told] of days) {
      const area = AreaCode.safeParse(name);
      if (!area.success) continue;
      for (const day of told.values()) {
        const count = countOf(name, day);
        areas.enter(area.data, [series], count, day.seq);
        // Of two at one instant the one that a fact of its own tells.
        if (count.wards !== null && count.intensiveCare !== null && (census.get(area.data)?.at ?? '') < day.at) census.set(area.data, { body: { area: area.data, wards: count.wards, intensiveCare: count.intensiveCare }, at: day.at, seq: day.seq, sources: [series] });
      }
    }
  const found = { areas: areas.all(), census, hospitals };
  kept.set(facts, { length: facts.length, told: found });
  return found;
}

const NOTHING = { cases: null, deaths: null, wards: null, intensiveCare: null } as const;

interface Entry {
  readonly count: OfficialCount;
  readonly seq: number;
}

/** Collects what is said, by area and source. */
class Tellings {
  readonly #byArea = new Map<AreaCode, { readonly sources: readonly string[]; readonly entries: Map<string, Entry> }[]>();

  enter(area: AreaCode, sources: readonly string[], count: OfficialCount, seq: number): void {
    const all = this.#byArea.get(area) ?? [];
    this.#byArea.set(area, all);
    let own = all.find((it) => it.sources.join(' ') === sources.join(' '));
    if (own === undefined) all.push((own = { sources, entries: new Map() }));
    if (count.cases !== null || count.deaths !== null) put(own.entries, `${count.date}\tcounted`, { count: { ...count, wards: null, intensiveCare: null }, seq });
    if (count.wards !== null || count.intensiveCare !== null) put(own.entries, `${count.date}\tcensus`, { count: { ...count, cases: null, deaths: null }, seq });
  }

  all(): Map<AreaCode, Telling[]> {
    return new Map([...this.#byArea].map(([area, all]) => [area, all.map(({ sources, entries }): Telling => {
      const inOrder = [...entries.values()].toSorted((a, b) => (a.count.date < b.count.date ? -1 : a.count.date > b.count.date ? 1 : 0));
      return { area, sources, counts: inOrder.map(({ count }) => count), facts: inOrder.flatMap(({ count, seq }) => (count.cases === null ? [] : [seq])) };
    })]));
  }
}

/** Two reports of one source on one day are two hours, not a contradiction: the later one is the day's. What was said last also comes last. */
function put(entries: Map<string, Entry>, key: string, entry: Entry): void {
  const standing = entries.get(key);
  if (standing !== undefined && (standing.count.asOf ?? '') > (entry.count.asOf ?? '')) return;
  entries.delete(key);
  entries.set(key, entry);
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

/** What the other sources say last. */
export const besideOf = (all: readonly Telling[], used: Telling): AreaNeed['beside'] =>
  all.flatMap((telling) => {
    const last = telling === used ? undefined : telling.counts.findLast(({ cases }) => cases !== null);
    return last === undefined ? [] : [{ sources: telling.sources, countedOn: last.date, cases: last.cases, deaths: last.deaths }];
  });
