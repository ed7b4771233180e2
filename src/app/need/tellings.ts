// Who counted what: the counts and census of an operation's journal by area and source, side by side, and the census of hospitals
// that report their own. Nothing is chosen here but the latest.

import { isKind, type BodyOf, type Fact } from '../../domain/facts.ts';
import type { AreaCode, RecipientId } from '../../domain/ids.ts';
import type { OfficialCount } from '../../domain/need/counts.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn, type Instant, type Zone } from '../../domain/time.ts';
import type { AreaNeed } from './shape.ts';

/** What one source says of one area, oldest first. */
export interface Telling {
  readonly area: AreaCode;
  readonly sources: readonly string[];
  readonly counts: OfficialCount[];
  /** Sequence numbers of the facts that count cases. */
  readonly facts: number[];
}

export interface CensusOnRecord {
  readonly body: BodyOf<'census.reported'>;
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

/** @param facts those that hold, in the order in which they take effect. */
export function toldIn(facts: readonly Fact[], zone: Zone): Told {
  const areas = new Map<AreaCode, Telling[]>();
  const census = new Map<AreaCode, CensusOnRecord>();
  const hospitals = new Map<RecipientId, CensusOnRecord>();
  for (const fact of facts) {
    if (isKind(fact, 'census.reported')) {
      const found = { body: fact.body, at: fact.occurredAt, seq: fact.seq, sources: namedIn(fact) };
      if (fact.body.recipient === undefined) census.set(fact.body.area, found);
      else hospitals.set(fact.body.recipient, found);
    }
    if ((isKind(fact, 'count.reported') || isKind(fact, 'census.reported')) && !('recipient' in fact.body && fact.body.recipient !== undefined)) tell(areas, fact, zone);
  }
  return { areas, census, hospitals };
}

/** What a fact says is a guess is no other source. */
const namedIn = ({ sources }: Fact): string[] => sources.filter((source) => source !== 'assumption');

function tell(areas: Map<AreaCode, Telling[]>, fact: Extract<Fact, { kind: 'count.reported' | 'census.reported' }>, zone: Zone): void {
  const { area } = fact.body;
  const sources = namedIn(fact);
  const all = areas.get(area) ?? [];
  areas.set(area, all);
  let telling = all.find((it) => it.sources.join(' ') === sources.join(' '));
  if (telling === undefined) all.push((telling = { area, sources, counts: [], facts: [] }));
  const nothing = { cases: null, deaths: null, wards: null, intensiveCare: null };
  const said = fact.kind === 'count.reported' ? { cases: fact.body.cases, deaths: fact.body.deaths ?? null } : { wards: fact.body.wards, intensiveCare: fact.body.intensiveCare };
  enter(telling.counts, { area, name: area, date: localDateIn(fact.occurredAt, zone), asOf: fact.occurredAt, ...nothing, ...said });
  if (fact.kind === 'count.reported') telling.facts.push(fact.seq);
}

/** Two reports of one source on one day are two hours, not a contradiction: the later one is the day's. */
function enter(counts: OfficialCount[], count: OfficialCount): void {
  const measures = (['cases', 'wards'] as const).filter((measure) => count[measure] !== null);
  const earlier = counts.findIndex((it) => it.date === count.date && measures.some((measure) => it[measure] !== null));
  if (earlier >= 0) counts.splice(earlier, 1);
  counts.push(count);
}

const lastCounted = ({ counts }: Telling): string => counts.reduce((latest, { asOf, cases }) => (cases !== null && asOf !== null && asOf > latest ? asOf : latest), '');

/** The one that was counted last; of two at one instant the one that has counted more often. */
export function latestOf(all: readonly Telling[]): Telling {
  const [best] = all.toSorted((a, b) => (lastCounted(a) === lastCounted(b) ? b.counts.length - a.counts.length : lastCounted(a) < lastCounted(b) ? 1 : -1));
  invariant(best !== undefined, 'an area that is told of has a source');
  return best;
}

/** What the other sources say last. */
export const besideOf = (all: readonly Telling[], used: Telling): AreaNeed['beside'] =>
  all.flatMap((telling) => {
    const last = telling === used ? undefined : telling.counts.findLast(({ cases }) => cases !== null);
    return last === undefined ? [] : [{ sources: telling.sources, countedOn: last.date, cases: last.cases, deaths: last.deaths }];
  });
