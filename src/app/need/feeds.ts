// Series that come in by themselves: which there are, how each does, and setting one. When each was last asked is remembered in memory: a
// start asks anew, and the source answers "unchanged". Not here: asking (ask-feed.ts), and when (watch-feeds.ts).

import { ALWAYS, effective } from '../../domain/asof.ts';
import { FACT_BODIES, isKind, type BodyOf, type Fact, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey } from '../../domain/ids.ts';
import { SeriesId, type CountFeedAsked, type CountFeedSet, type FeedFailureKind } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { plusMinutes, type Instant } from '../../domain/time.ts';
import { PUBLISHERS } from '../../standards/counts/publishers.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import type { Clock, CountsFetcher, SheetReader, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { FeedReport, FeedWish } from './counts-shape.ts';

export interface FeedTools {
  readonly clock: Clock;
  readonly reader: SheetReader;
  /** Null: nothing is fetched here. */
  readonly fetcher: CountsFetcher | null;
}

export type Outcome = CountFeedAsked['outcome'];

/** How a feed did when it was last asked in this process. */
export interface Asked {
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly detail: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Operation and series → how it went. */
export type FeedMemory = Map<string, Asked>;
export const memoryKey = (operation: string, { series, url }: Pick<CountFeedSet, 'series' | 'url'>): string => JSON.stringify([operation, series, url]);

/** After a failure it is asked sooner than it would be, but no source is asked more often than this. */
const AFTER_FAILURE_HOURS = 1;

const REMEDIES: Readonly<Record<FeedFailureKind, string>> = {
  unreachable: 'nothing at first: it is asked again; where it stays so, look whether the source still answers',
  truncated: 'nothing: it is asked again, and nothing of the broken file was taken in; where the source has left rows out for good, bring its file by hand once',
  'column-drift': 'look up what the source changed; bring the file by hand with its columns told, or set the feed to a file of the known form',
  disappeared: 'look whether the source has moved the file, and set the new address; what was taken in stays',
  'too-large': 'set the feed to a smaller file, such as one of the last weeks',
  refused: 'set an address that may be asked: https, and outside this machine’s own network',
  unreadable: 'bring the file by hand and look at what is told of it',
};
export const feedRemedy = (outcome: Outcome): string | null => (outcome === 'changed' || outcome === 'unchanged' ? null : REMEDIES[outcome]);

/** The feeds that stand, by series. */
export function feedsIn(journal: readonly Fact[]): ReadonlyMap<SeriesId, CountFeedSet> {
  return new Map(heldOf(journal, 'count-feed.set').flatMap((fact) => (isKind(fact, 'count-feed.set') ? [[fact.body.series, fact.body] as const] : [])));
}

const heldOf = (journal: readonly Fact[], kind: Fact['kind']): Fact[] => effective(journal.filter((fact) => fact.kind === kind || fact.kind === 'correction.made'), ALWAYS).toSorted((a, b) => a.seq - b.seq);

/** What is on record of asking this very address, oldest first. */
export function onRecord(journal: readonly Fact[], { series, url }: CountFeedSet): { readonly at: Instant; readonly body: BodyOf<'count-feed.asked'> }[] {
  return heldOf(journal, 'count-feed.asked').flatMap((fact) => (isKind(fact, 'count-feed.asked') && fact.body.series === series && fact.body.url === url ? [{ at: fact.recordedAt, body: fact.body }] : []));
}

/** @param memory null: nobody asks feeds here. */
export function feedReports(journal: readonly Fact[], memory: FeedMemory | null): FeedReport[] {
  const { id } = operationOf(journal);
  return [...feedsIn(journal).values()].map((feed) => {
    const last = onRecord(journal, feed).at(-1);
    const asked = memory?.get(memoryKey(id, feed)) ?? (last === undefined ? null : { at: last.at, outcome: last.body.outcome, detail: last.body.detail });
    const { series, url, format, everyHours, active } = feed;
    const remedy = asked === null ? null : feedRemedy(asked.outcome);
    return {
      series, url, format, everyHours,
      state: !active ? 'paused' : asked === null ? 'waiting' : remedy === null ? 'well' : 'failed',
      askedAt: asked?.at ?? null, last: asked === null ? null : { outcome: asked.outcome, detail: asked.detail, remedy }, changedAt: last?.at ?? null,
      nextAt: active && memory !== null ? nextAt(feed, asked) : null,
    };
  });
}

/** Null: it was never asked, so now. */
function nextAt({ everyHours }: CountFeedSet, asked: Pick<Asked, 'at' | 'outcome'> | null): Instant | null {
  if (asked === null) return null;
  return plusMinutes(asked.at, (feedRemedy(asked.outcome) === null ? everyHours : Math.min(everyHours, AFTER_FAILURE_HOURS)) * 60);
}

/** Sets a feed, or sets it anew; whatever stood of the series is replaced. */
export async function setFeed(store: Store, operation: string, { series: named, title, by, ...wish }: FeedWish, { clock, fetcher }: FeedTools): Promise<Result<FeedReport, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const publisher = wish.format === 'sheet' ? null : PUBLISHERS[wish.format];
  const series = SeriesId.safeParse(named ?? publisher?.series);
  if (!series.success) return err({ code: 'not-fetched', message: 'the feed needs a series', remedy: 'name the source that it comes from, in letters, digits, . _ -' });
  const url = fetcher === null ? err(NOTHING_FETCHED) : await fetcher.check(wish.url);
  if (!url.ok) return err({ code: 'not-fetched', ...url.error });
  const known = heldOf(journal.value, 'source.recorded').some((fact) => isKind(fact, 'source.recorded') && fact.body.id === series.data);
  const recorded = title ?? publisher?.title;
  if (!known && recorded === undefined) return err({ code: 'not-fetched', message: `nobody is on record as the source ${series.data}`, remedy: 'say what the source is called (title), or record it as a source first' });
  const settings = operationOf(journal.value);
  const now = clock.now();
  const body: CountFeedSet = { ...wish, series: series.data, url: url.value };
  if (JSON.stringify(feedsIn(journal.value).get(series.data)) === JSON.stringify(FACT_BODIES['count-feed.set'].parse(body))) return reportOf(journal.value, series.data);
  const times = journal.value.filter((fact) => isKind(fact, 'count-feed.set') && fact.body.series === series.data).length;
  const fact = (kind: 'source.recorded' | 'count-feed.set', key: string, occurredAt: Instant, of: unknown): NewFact => ({ kind, occurredAt, recordedAt: now, by: by ?? Actor.parse('counts'), key: IdempotencyKey.parse(key), sources: kind === 'source.recorded' ? [] : [series.data], note: null, evidence: [], body: FACT_BODIES[kind].parse(of) }) as NewFact;
  const set = await record(store, settings.id, [
    ...(known ? [] : [fact('source.recorded', `counts:${series.data}:source`, settings.openedAt, { id: series.data, title: recorded, ...(publisher !== null && { publisher: publisher.publisher, link: publisher.link }) })]),
    fact('count-feed.set', `counts:${series.data}:feed:${times + 1}`, now, body),
  ]);
  if (!set.ok) return set;
  const after = await journalOf(store, operation);
  return after.ok ? reportOf(after.value, series.data) : after;
}

export const NOTHING_FETCHED = { message: 'nothing is fetched here', remedy: 'ask the server for it, or bring the file' } as const;

export function reportOf(journal: readonly Fact[], series: string, memory: FeedMemory = new Map()): Result<FeedReport, Failure> {
  const found = feedReports(journal, memory).find((feed) => feed.series === series);
  return found === undefined ? err({ code: 'unknown-series', message: `nothing is fetched for ${series}`, remedy: 'set a feed for it first' }) : ok(found);
}
