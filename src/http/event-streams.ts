// Server-sent events: a bounded number of open answers, each written as fast as its reader reads, with a sign of life in between,
// and let go when the reader has gone or the server stops. What is sent is the routes' business.
// Source: HTML Living Standard, 9.2 Server-sent events.

import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { refuse } from './problems.ts';

export interface StreamLimits {
  readonly atMost: number;
  /** Between two signs of life. */
  readonly beatMs: number;
  /** A stream that somebody signed in for ends after this; its reader comes back, and is asked again who it is. */
  readonly signedInMs: number;
}
const LIMITS: StreamLimits = { atMost: 200, beatMs: 15_000, signedInMs: 60_000 };
/** How soon a reader comes back after a break; browsers take it from the stream. */
const RETRY_MS = 1_000;
/** A reader that takes nothing for this long is let go; it comes back with the last number that it saw. */
const STUCK_MS = 60_000;

export interface SentEvent {
  readonly event: string;
  /** What the reader says it has seen when it comes back; absent: the number before stands. */
  readonly id?: number;
  readonly data: unknown;
}

const textOf = ({ event, id, data }: SentEvent): string => `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export interface EventStreams {
  /** Answers with these events until they end, or `gone` is aborted; aborts `gone` when the reader leaves. */
  send(reply: FastifyReply, gone: AbortController, events: AsyncIterable<readonly SentEvent[]>): Promise<FastifyReply>;
  /** Ends all. */
  close(): void;
}

export function eventStreams(limits: Partial<StreamLimits> = {}): EventStreams {
  const { atMost, beatMs, signedInMs } = { ...LIMITS, ...limits };
  const open = new Set<AbortController>();

  const write = async (to: ServerResponse, gone: AbortController, events: AsyncIterable<readonly SentEvent[]>): Promise<void> => {
    const beat = setInterval(() => to.writableNeedDrain || to.write(': still here\n\n'), beatMs);
    try {
      to.write(`retry: ${RETRY_MS}\n\n`);
      for await (const page of events) {
        if (gone.signal.aborted) break;
        if (!to.write(page.map(textOf).join(''))) await drained(to, gone.signal);
      }
    } finally {
      clearInterval(beat);
    }
  };

  return {
    send: async (reply, gone, events) => {
      if (open.size >= atMost) {
        gone.abort();
        return refuse(reply.header('retry-after', '10'), { code: 'too-many-streams', message: `${atMost} readers follow this server, which is as many as it serves.`, remedy: 'Close pages that nobody looks at, or read facts page by page.' });
      }
      open.add(gone);
      const over = (reply.request.viewer ?? null) === null ? undefined : setTimeout(() => gone.abort(), signedInMs);
      reply.hijack();
      const { raw } = reply;
      raw.on('close', () => gone.abort());
      raw.writeHead(200, { ...withoutUndefined(reply.getHeaders()), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      try {
        await write(raw, gone, events);
      } catch (error) {
        // The reader finds the stream ended, comes back, and is told why it cannot be served.
        if (!gone.signal.aborted) reply.log.error(error);
      } finally {
        open.delete(gone);
        clearTimeout(over);
        gone.abort();
        raw.end();
      }
      return reply;
    },
    close: () => {
      for (const gone of open) gone.abort();
    },
  };
}

type Headers = ReturnType<FastifyReply['getHeaders']>;
const withoutUndefined = (headers: Headers): Record<string, string | number | string[]> => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** Until the reader has taken what was written, has left, or has been stuck for too long. */
function drained(to: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const on = (): void => {
      clearTimeout(stuck);
      to.off('drain', on).off('close', on);
      signal.removeEventListener('abort', on);
      resolve();
    };
    const stuck = setTimeout(() => to.destroy(), STUCK_MS);
    to.on('drain', on).on('close', on);
    signal.addEventListener('abort', on, { once: true });
    if (signal.aborted || to.closed) on();
  });
}
