// The census of each area, and of each hospital that reports its own: the latest that anybody told, be it a fact of its own or a day of
// a publication. Which facts it comes out of stands with it.

import { isKind, type Fact } from '../../domain/facts.ts';
import type { AreaCode, RecipientId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';
import type { AreaNeed, CensusShown } from './shape.ts';
import { tellingsOf, type Telling } from './tellings.ts';

export interface CensusOnRecord {
  readonly census: CensusShown;
  readonly at: Instant;
  readonly facts: readonly number[];
  readonly sources: readonly string[];
}

export interface Told {
  /** By area, in the order in which areas were first told of. */
  readonly areas: ReadonlyMap<AreaCode, readonly Telling[]>;
  readonly hospitals: ReadonlyMap<RecipientId, CensusOnRecord>;
}

/** The facts of a situation are those that hold; publications among them stand as they were last recorded. */
export function toldIn({ facts, asOf, operation }: Situation): Told {
  const hospitals = new Map<RecipientId, CensusOnRecord>();
  for (const fact of facts) if (isKind(fact, 'census.reported') && fact.body.recipient !== undefined) hospitals.set(fact.body.recipient, recordOf(fact));
  return { areas: tellingsOf(facts, facts, { asOf, knownAt: null }, operation.zone), hospitals };
}

type CensusFact = Extract<Fact, { kind: 'census.reported' }>;

function recordOf({ body, occurredAt, seq, sources }: CensusFact): CensusOnRecord {
  const { wards, intensiveCare, isolation = null, healthWorkers = null, screenedPerDay = null } = body;
  return { census: { wards, intensiveCare, isolation, healthWorkers, screenedPerDay }, at: occurredAt, facts: [seq], sources: sources.filter((source) => source !== 'assumption') };
}

/** The latest of an area, whoever told it; of two at one instant the one that a fact of its own tells. Null: none is known. */
export function censusOf(area: AreaCode, tellings: readonly Telling[], facts: readonly Fact[]): CensusOnRecord | null {
  const own = facts.findLast((fact): fact is CensusFact => isKind(fact, 'census.reported') && fact.body.area === area && fact.body.recipient === undefined);
  const published = tellings
    .flatMap(({ sources, counts }) => counts.flatMap(({ wards, intensiveCare, asOf, date }) => (wards === null || intensiveCare === null || asOf === null ? [] : [{ wards, intensiveCare, asOf, date, sources }])))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0))[0];
  if (own !== undefined && (published === undefined || own.occurredAt >= published.asOf)) return recordOf(own);
  if (published === undefined) return null;
  const { wards, intensiveCare, asOf, date, sources } = published;
  const behind = facts.flatMap((fact) => (isKind(fact, 'counts.published') && fact.body.date === date && sources.includes(fact.body.series) && fact.body.areas.some((it) => it.area === area) ? [fact.seq] : []));
  return { census: { wards, intensiveCare, isolation: null, healthWorkers: null, screenedPerDay: null }, at: asOf, facts: behind.slice(-1), sources };
}

/** Sequence numbers of what counts cases of an area, as these sources tell it. */
export const caseFacts = (area: AreaCode, { sources }: Telling, facts: readonly Fact[]): number[] =>
  facts.flatMap((fact) => {
    if (isKind(fact, 'counts.published')) return sources.includes(fact.body.series) && fact.body.areas.some((it) => it.area === area) ? [fact.seq] : [];
    return isKind(fact, 'count.reported') && fact.body.area === area && fact.sources.filter((source) => source !== 'assumption').join(' ') === sources.join(' ') ? [fact.seq] : [];
  });

/** What the other sources say last. */
export const besideOf = (all: readonly Telling[], used: Telling): AreaNeed['beside'] =>
  all.flatMap((telling) => {
    const last = telling === used ? undefined : telling.counts.findLast(({ cases }) => cases !== null);
    return last === undefined ? [] : [{ sources: telling.sources, countedOn: last.date, cases: last.cases, deaths: last.deaths }];
  });
