// One feed asked: what the source has changed joins the journal as an import like any other; that it failed is entered when that is news.
// A file that broke off or has lost columns is not taken in, since nobody looks at it before it counts.

import { FACT_BODIES, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey } from '../../domain/ids.ts';
import type { CountFeedSet } from '../../domain/need/publication.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import type { Fetched, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { CountsPreview, FeedReport } from './counts-shape.ts';
import { feedRemedy, feedsIn, memoryKey, NOTHING_FETCHED, onRecord, reportOf, type Asked, type FeedMemory, type FeedTools, type Outcome } from './feeds.ts';
import { importCounts } from './import-counts.ts';

/** Asks one feed now, and enters what it brought. All that can go wrong on the way is an outcome. */
export async function askFeed(store: Store, operation: string, series: string, tools: FeedTools, memory: FeedMemory, signal?: AbortSignal): Promise<Result<FeedReport, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const feed = [...feedsIn(journal.value).values()].find((it) => it.series === series);
  if (feed === undefined) return reportOf(journal.value, series);
  if (tools.fetcher === null) return err({ code: 'not-fetched', ...NOTHING_FETCHED });
  const past = onRecord(journal.value, feed);
  const taken = memory.get(memoryKey(operation, feed)) ?? past.map(({ body }) => ({ etag: body.etag ?? null, lastModified: body.lastModified ?? null })).findLast(({ etag, lastModified }) => etag !== null || lastModified !== null);
  const answer = await tools.fetcher.fetch(feed.url, { etag: taken?.etag ?? null, lastModified: taken?.lastModified ?? null }, signal);
  const kept = { etag: taken?.etag ?? null, lastModified: taken?.lastModified ?? null };
  const [outcome, detail, stamps] = answer.outcome === 'fetched' ? await takeIn(store, operation, feed, answer, past.length, tools) : [answer.outcome, answer.outcome === 'unchanged' ? 'the source says that nothing changed' : answer.detail, kept];
  const now = tools.clock.now();
  memory.set(memoryKey(operation, feed), { at: now, outcome, detail, ...(feedRemedy(outcome) === null ? stamps : kept) });
  // A change is on record with the figures; of all else, only that it is otherwise than before.
  if (outcome !== 'changed' && isNews(past.at(-1)?.body.outcome, outcome)) {
    const entered = await record(store, operationOf(journal.value).id, [askedFact(feed, { outcome, detail, ...stamps }, past.length, now)]);
    if (!entered.ok && entered.error.code !== 'key-reused') return entered;
  }
  const after = await journalOf(store, operation);
  return after.ok ? reportOf(after.value, series, memory) : after;
}

const isNews = (before: Outcome | undefined, now: Outcome): boolean => (before === undefined ? true : feedRemedy(now) === null ? feedRemedy(before) !== null : before !== now);

type Stamps = Pick<Asked, 'etag' | 'lastModified'>;

function askedFact({ series, url }: CountFeedSet, { outcome, detail, etag, lastModified }: Stamps & { readonly outcome: Outcome; readonly detail: string }, before: number, now: Instant): NewFact {
  const body = FACT_BODIES['count-feed.asked'].parse({ series, url, outcome, detail: detail.slice(0, 1000), ...(etag !== null && { etag: etag.slice(0, 500) }), ...(lastModified !== null && { lastModified: lastModified.slice(0, 100) }) });
  return { kind: 'count-feed.asked', occurredAt: now, recordedAt: now, by: Actor.parse('count-feed'), key: IdempotencyKey.parse(`counts:${series}:asked:${now}:${before + 1}`), sources: [series], note: null, evidence: [], body };
}

type Told = readonly [outcome: Outcome, detail: string, stamps: Stamps];

async function takeIn(store: Store, operation: string, feed: CountFeedSet, { name, content, etag, lastModified }: Extract<Fetched, { readonly outcome: 'fetched' }>, before: number, { clock, reader }: FeedTools): Promise<Told> {
  const stamps = { etag, lastModified };
  const none: Stamps = { etag: null, lastModified: null };
  const ask = { format: feed.format, series: feed.series, files: [{ name, content }], by: Actor.parse('count-feed') };
  const broken: { told: string | null } = { told: null };
  const imported = await importCounts(store, operation, ask, { clock, reader }, {
    alongside: ({ changed, preview }) => (changed ? [askedFact(feed, { outcome: 'changed', detail: changesIn(preview), ...stamps }, before, clock.now())] : []),
    refuse: ({ faults }) => {
      const cut = faults.find(({ kind }) => kind === 'truncated');
      if (cut !== undefined) broken.told = cut.problem;
      return cut === undefined ? null : { code: 'sheet-refused', message: cut.problem, remedy: cut.remedy, rejected: [] };
    },
  });
  if (broken.told !== null) return ['truncated', broken.told, none];
  if (imported.ok) {
    const { figures } = imported.value;
    return figures.new + figures.revised === 0 ? ['unchanged', 'the file has no other figures than before', stamps] : ['changed', changesIn(imported.value), stamps];
  }
  const { code, message } = imported.error;
  if (code === 'sheet-refused' || code === 'intake-open') {
    const [first] = imported.error.rejected;
    const isCut = first !== undefined && /cut short|is empty/.test(first.problem);
    return [isCut ? 'truncated' : first === undefined ? 'unreadable' : 'column-drift', first?.problem ?? message, none];
  }
  return ['unreadable', message, none];
}

function changesIn({ figures, drift }: Pick<CountsPreview, 'figures' | 'drift'>): string {
  const columns = drift === null || drift.came.length + drift.went.length === 0 ? '' : `; columns that came: ${drift.came.join(', ') || 'none'}; that went: ${drift.went.join(', ') || 'none'}`;
  return `${figures.new} new figures, ${figures.revised} revised${columns}`;
}
