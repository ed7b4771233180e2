// The watch over feeds: asks each when it is due, one after the other, for as long as the server runs. Several processes may watch one
// database: what both bring in is the same, and is entered once.

import { epochMs, plusMinutes, type Instant } from '../../domain/time.ts';
import { alarmClock } from '../alarm.ts';
import type { Desk } from '../desk.ts';
import type { Clock } from '../ports.ts';
import type { FeedReport } from './counts-shape.ts';

/** How often it is looked which feeds there are, and which of them are due. */
const ROUND_MINUTES = 1;

export interface FeedWatch {
  stop(): Promise<void>;
}

export function watchFeeds({ desk, clock }: { readonly desk: Pick<Desk, 'operationIds' | 'counts'>; readonly clock: Clock }, onBroken: (error: unknown) => void, roundMinutes = ROUND_MINUTES): FeedWatch {
  const stopping = new AbortController();
  const alarm = alarmClock();
  const unlessStopped = (error: unknown): void => {
    if (!stopping.signal.aborted) onBroken(error);
  };

  async function askDue(operation: string): Promise<void> {
    const feeds = await desk.counts.feeds(operation);
    if (!feeds.ok) return;
    for (const feed of feeds.value) {
      if (stopping.signal.aborted) return;
      if (isDue(feed, clock.now())) await desk.counts.askFeed(operation, feed.series, stopping.signal).then((asked) => asked.ok || onBroken(new Error(`${operation}, ${feed.series}: ${asked.error.message}`)));
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const next = plusMinutes(clock.now(), roundMinutes);
      const operations = await desk.operationIds().catch((error: unknown) => {
        unlessStopped(error);
        return null;
      });
      for (const operation of operations?.ok === true ? operations.value : []) await askDue(operation).catch(unlessStopped);
      if (!stopping.signal.aborted) await alarm.rest(epochMs(next) - epochMs(clock.now()));
    }
  }

  const done = run();
  return {
    stop: async () => {
      stopping.abort();
      alarm.ring();
      await done;
    },
  };
}

const isDue = ({ state, nextAt }: FeedReport, now: Instant): boolean => state !== 'paused' && (nextAt === null || nextAt <= now);
