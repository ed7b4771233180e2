// Server-sent events that outlive their connection: where it breaks or falls silent it is made again, with the last id that
// was seen, after a pause that grows. Reads what Airbridge sends: UTF-8, lines that end in \n, JSON in `data`.
// Source: HTML Living Standard, 9.2 Server-sent events. EventSource itself can send no header and ends for good at a 503.

import { err, ok, type Result } from '../domain/result.ts';
import type { ClientFailure, Wire } from './wire.ts';

/** The server gives a sign of life every 15 s. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface Received {
  readonly event: string;
  readonly data: unknown;
}

export type StreamState = 'live' | 'reconnecting';

export interface StreamOptions {
  readonly query?: Readonly<Record<string, number | undefined>>;
  readonly signal?: AbortSignal | undefined;
  readonly onState?: ((state: StreamState) => void) | undefined;
}

/** Ends at the signal, or with the failure that coming back would not mend. */
export async function* lasting(wire: Wire, path: string, { query = {}, signal, onState }: StreamOptions): AsyncGenerator<Result<Received, ClientFailure>, void> {
  let lastId: string | null = null;
  let breaks = 0;
  const isOver = (): boolean => signal?.aborted === true;
  while (!isOver()) {
    const gone = new AbortController();
    const leave = (): void => gone.abort();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      const opened = await wire.open(path, { query: lastId === null ? query : {}, headers: { accept: 'text/event-stream', ...(lastId !== null && { 'last-event-id': lastId }) }, signal: gone.signal });
      if (!opened.ok && isFinal(opened.error)) return yield err(opened.error);
      if (opened.ok && opened.value.body !== null) {
        onState?.('live');
        for await (const { id, ...received } of eventsIn(opened.value.body, leave)) {
          lastId = id ?? lastId;
          breaks = 0;
          yield ok(received);
        }
      }
    } finally {
      signal?.removeEventListener('abort', leave);
      gone.abort();
    }
    if (isOver()) return;
    onState?.('reconnecting');
    await pause(breaks, signal);
    breaks += 1;
  }
}

/** A server that is starting, full or away may be asked again; one that says no may not. */
const isFinal = ({ status }: ClientFailure): boolean => status !== null && status < 500 && status !== 408 && status !== 429;

/** Between half and all of a time that doubles: so that many who lost the same server do not come back in one moment. */
function pause(breaks: number, signal: AbortSignal | undefined): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** breaks);
  return new Promise((resolve) => {
    const on = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', on);
      resolve();
    };
    const timer = setTimeout(on, longest * (0.5 + Math.random() / 2));
    signal?.addEventListener('abort', on, { once: true });
  });
}

/** The events of one connection, until it ends, breaks, or falls silent, which calls `onSilence`. Never throws. */
async function* eventsIn(body: ReadableStream<Uint8Array>, onSilence: () => void): AsyncGenerator<Received & { readonly id: string | null }, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const silent = setTimeout(onSilence, SILENCE_MS);
    const chunk = await reader.read().catch(() => null);
    clearTimeout(silent);
    if (chunk === null || chunk.value === undefined) return;
    const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string | null => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
      const [event, data] = [field('event'), field('data')];
      if (event !== null && data !== null) yield { event, data: JSON.parse(data), id: field('id') };
    }
  }
}
