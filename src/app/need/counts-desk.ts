// What people ask about official counts: a file looked at and taken in, what each series says, and the addresses that are asked by
// themselves.

import { err, ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { WithFacts } from '../look.ts';
import type { Store } from '../ports.ts';
import { askFeed } from './ask-feed.ts';
import { countsReport } from './counts-report.ts';
import type { CountsAsk, CountsImported, CountsPreview, CountsReport, FeedReport, FeedWish } from './counts-shape.ts';
import { feedReports, NOTHING_FETCHED, setFeed, type FeedMemory, type FeedTools } from './feeds.ts';
import { importCounts } from './import-counts.ts';
import { examineCounts } from './preview-counts.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface CountsDesk {
  /** Files, a pasted text or an address, held against the operation; nothing is written. */
  preview(operation: string, ask: CountsAsk, signal?: AbortSignal): Answer<CountsPreview>;
  /** What is new or another joins the journal, all of it or nothing; the same files again change nothing. */
  import(operation: string, ask: CountsAsk): Answer<CountsImported>;
  /** What stands; of one area also each day, source beside source, with what stood before. */
  report(operation: string, ask: Asked & { readonly area?: string | undefined }): Answer<CountsReport>;
  feeds(operation: string): Answer<readonly FeedReport[]>;
  setFeed(operation: string, wish: FeedWish): Answer<FeedReport>;
  /** Now, whether it is due or not. */
  askFeed(operation: string, series: string, signal?: AbortSignal): Answer<FeedReport>;
}

/** What needs the facts alone, wherever they lie. `memory` null: nobody asks feeds here. */
export function countsDesk(withFacts: WithFacts, tools: FeedTools, memory: FeedMemory | null = null): Pick<CountsDesk, 'preview' | 'report' | 'feeds'> {
  return {
    preview: async (operation, asked, signal) => {
      const ask = await withFiles(asked, tools, signal);
      if (!ask.ok) return ask;
      return withFacts(operation, async (facts) => {
        const examined = await examineCounts(facts, ask.value, tools.clock.now(), tools.reader, signal);
        return examined.ok ? ok(examined.value.preview) : examined;
      });
    },
    report: (operation, { area, ...asked }) =>
      withFacts(operation, (facts) => {
        const when = whenOf(operationOf(facts), asked, tools.clock);
        return when.ok ? ok(countsReport(facts, when.value, area)) : when;
      }),
    feeds: (operation) => withFacts(operation, (facts) => ok(feedReports(facts, memory))),
  };
}

export function countsWriting(store: Store, withFacts: WithFacts, tools: FeedTools): CountsDesk {
  const memory: FeedMemory = new Map();
  return {
    ...countsDesk(withFacts, tools, memory),
    import: async (operation, asked) => {
      const ask = await withFiles(asked, tools);
      return ask.ok ? importCounts(store, operation, ask.value, tools) : ask;
    },
    setFeed: (operation, wish) => setFeed(store, operation, wish, tools),
    askFeed: (operation, series, signal) => askFeed(store, operation, series, tools, memory, signal),
  };
}

/** An address is fetched, so that what follows sees files alone. */
async function withFiles(ask: CountsAsk, { fetcher }: FeedTools, signal?: AbortSignal): Promise<Result<CountsAsk, Failure>> {
  if (ask.url === undefined) return (ask.files ?? []).length > 0 ? ok(ask) : err({ code: 'not-fetched', message: 'there is nothing to read', remedy: 'hand in a file, a text or an address' });
  if (fetcher === null) return err({ code: 'not-fetched', ...NOTHING_FETCHED });
  const answer = await fetcher.fetch(ask.url, { etag: null, lastModified: null }, signal);
  if (answer.outcome === 'fetched') return ok({ ...ask, files: [{ name: answer.name, content: answer.content }] });
  return err({ code: 'not-fetched', message: answer.outcome === 'unchanged' ? 'the source says that nothing changed, though nothing was asked of it before' : answer.detail, remedy: answer.outcome === 'unchanged' ? 'ask again' : answer.remedy });
}
