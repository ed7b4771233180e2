// Counts of people that differ by source and hour. Context only: no position is taken on them, each keeps its source and hour.

import type { AreaCode } from '../../../domain/ids.ts';
import { phrase } from '../../../domain/phrase.ts';
import { localDateIn, Zone, type Instant } from '../../../domain/time.ts';
import { readingOf, tellsOf, type Evidence, type Found, type Reading } from './shape.ts';

interface Count {
  /** null: of the world. */
  readonly area: AreaCode | null;
  readonly at: Instant;
  readonly cases: number | null;
  readonly deaths: number | null;
  readonly reading: Reading;
}

/** Daily series stand at the end of a day of theirs, by UTC. */
const UTC = Zone.parse('UTC');

/** Of each area the last day of which several counts are known. */
export function counts({ now, said }: Evidence): Found[] {
  const all: Count[] = [
    ...now.facts.flatMap((fact) => (fact.kind === 'count.reported' ? [{ area: fact.body.area, at: fact.occurredAt, cases: fact.body.cases, deaths: fact.body.deaths ?? null, reading: { ...readingOf(`fact:${fact.seq}`, [], {}, 'count'), at: fact.occurredAt, facts: [fact.seq], sources: fact.sources } }] : [])),
    ...said.flatMap((it) => (tellsOf(it) === 'count' && it.claim.units !== undefined && it.claim.item === undefined ? [{ area: it.claim.scope ?? null, at: it.at, cases: null, deaths: it.claim.units, reading: readingOf(it.claim.claim, [it], {}) }] : [])),
  ];
  return [...Map.groupBy(all, ({ area }) => area)].flatMap(([area, own]): Found[] => {
    const days = [...Map.groupBy(own, ({ at }) => localDateIn(at, UTC))].toSorted(([a], [b]) => (a < b ? 1 : -1));
    const [day, group] = days.find(([, counted]) => counted.length > 1) ?? [];
    if (day === undefined || group === undefined) return [];
    const of = group.every(({ deaths }) => deaths !== null) ? 'deaths' : 'cases';
    const compared = group.filter((it) => it[of] !== null);
    const figures = [...new Set(compared.flatMap((it) => it[of] ?? []))].toSorted((a, b) => a - b);
    if (figures.length < 2) return [];
    return [{ contradiction: `counts:${area ?? 'world'}:${day}`, kind: 'counts', pledge: null, item: null, subject: area, differs: ['units'], readings: compared.map((it) => ({ ...it.reading, units: it[of] })).toSorted((a, b) => (a.at < b.at ? -1 : 1)), says: phrase('contradiction.counts', { area: area === null ? null : { area }, of, day: { day }, counts: figures }) }];
  });
}
