// A journal followed live, over HTTP and over both stores: each fact once and in order, whatever happens to the connection,
// the server or the client in between.

import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import type { ClientEvent, StreamState } from '../../src/client/client.ts';
import { EVENING } from '../support/facts.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { addReports, serveStore, SMALL_ID, stockDraft, STORES, withSmall, type Place, type Served } from '../support/served.ts';

const open: { close(): Promise<void> }[] = [];
/** Closed after the test, the last first. */
const kept = <T extends { close(): Promise<void> }>(thing: T): T => {
  open.push(thing);
  return thing;
};
const closeNow = async (thing: { close(): Promise<void> }): Promise<void> => {
  open.splice(open.indexOf(thing), 1);
  await thing.close();
};
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

interface Reader {
  readonly heard: ClientEvent[];
  readonly states: StreamState[];
  seqs(): number[];
  /** Until this many facts were heard, or this fact. */
  until(isEnough: (reader: Reader) => boolean): Promise<void>;
  close(): Promise<void>;
}

function follow({ client }: Served, after?: number): Reader {
  const stop = new AbortController();
  const heard: ClientEvent[] = [];
  const states: StreamState[] = [];
  const reading = (async () => {
    for await (const event of client.events(SMALL_ID, { after, signal: stop.signal, onState: (state) => states.push(state) })) heard.push(event);
  })();
  const reader: Reader = {
    heard,
    states,
    seqs: () => heard.flatMap((event) => (event.event === 'fact' ? [event.seq] : [])),
    until: async (isEnough) => {
      await expect.poll(() => isEnough(reader), { timeout: 30_000, interval: 10 }).toBe(true);
    },
    close: () => {
      stop.abort();
      return reading;
    },
  };
  return kept(reader);
}

const range = (from: number, until: number): number[] => Array.from({ length: until - from + 1 }, (_, n) => from + n);

describe.each(STORES)('over $name', ({ isHere, isShared, newPlace }) => {
  const small = async (): Promise<{ place: Place; store: Store; head: number }> => {
    const place = await newPlace();
    const store = kept(await withSmall(await place.open()));
    return { place, store, head: (await store.head(SMALL_ID)).seq };
  };

  test.skipIf(!isHere)('a reader who names no number hears what comes in from now on', async () => {
    const { store, head } = await small();
    const server = kept(await serveStore(store));
    const reader = follow(server);
    await reader.until(({ heard }) => heard.length === 1);
    const recorded = await server.client.record(SMALL_ID, stockDraft(5), 'stock-1');
    expect(recorded).toMatchObject({ ok: true, value: { fresh: true } });
    await reader.until(({ heard }) => heard.length === 2);
    expect(reader.heard).toEqual([{ event: 'head', seq: head }, { event: 'fact', seq: head + 1, kind: 'stock.reported', occurredAt: EVENING, recordedAt: expect.any(String) as string }]);
  });

  test.skipIf(!isHere)('a reader who was away while 3,000 facts came in and the server was restarted misses none and hears none twice', async () => {
    const { place, store, head } = await small();
    const first = kept(await serveStore(store));
    const reader = follow(first, 0);
    await reader.until(({ heard }) => heard.length === head + 1);
    await closeNow(first);
    await closeNow(store);
    const again = kept(await place.open());
    for (let n = 0; n < 3000; n += 500) await addReports(again, n, 500);
    const second = kept(await serveStore(again, { port: Number(new URL(first.url).port) }));
    await reader.until((it) => it.seqs().at(-1) === head + 3000);
    await addReports(again, 3000, 1);
    await reader.until((it) => it.seqs().at(-1) === head + 3001);
    expect(reader.seqs()).toEqual(range(1, head + 3001));
    expect(reader.states).toEqual(['live', 'reconnecting', ...reader.states.slice(2, -1).map(() => 'reconnecting'), 'live']);
    await closeNow(second);
  });

  test.skipIf(!isHere)('facts that come in while the old ones are read follow them without a gap', async () => {
    const { store, head } = await small();
    await addReports(store, 0, 1200);
    const reader = follow(kept(await serveStore(store)), head);
    for (let n = 1200; n < 1230; n += 3) await addReports(store, n, 3);
    await reader.until((it) => it.seqs().length === 1230);
    expect(reader.seqs()).toEqual(range(head + 1, head + 1230));
  });

  test.skipIf(!isHere)('a reader who has seen more than the journal holds is told to read anew', async () => {
    const { store, head } = await small();
    const reader = follow(kept(await serveStore(store)), head + 40);
    await reader.until(({ heard }) => heard.length === 1);
    await addReports(store, 0, 1);
    await reader.until(({ heard }) => heard.length === 2);
    expect(reader.heard).toMatchObject([{ event: 'reset', seq: head }, { event: 'fact', seq: head + 1 }]);
  });

  test.skipIf(!isHere || !isShared)('what another process writes into the same database is heard', async () => {
    const { place, store, head } = await small();
    const reader = follow(kept(await serveStore(store)));
    await reader.until(({ heard }) => heard.length === 1);
    await addReports(kept(await place.open()), 0, 2);
    await reader.until((it) => it.seqs().length === 2);
    expect(reader.seqs()).toEqual([head + 1, head + 2]);
  });
});

describe('the stream itself', () => {
  const served = async (streams: { readonly atMost?: number; readonly beatMs?: number } = {}): Promise<Served> => kept(await serveStore(kept(await withSmall(await openHome(newFolder()))), { streams: { atMost: 10, beatMs: 10_000, ...streams } }));

  /** The text of the stream, as it comes over the wire. */
  const raw = (url: string, headers: Readonly<Record<string, string>> = {}): { text(): string; type(): string; close(): Promise<void> } => {
    let text = '';
    let type = '';
    const asked = request(url, { headers }, (reply) => {
      type = String(reply.headers['content-type']);
      reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('error', () => undefined);
    });
    asked.on('error', () => undefined).end();
    return kept({
      text: () => text,
      type: () => type,
      close: () => {
        asked.destroy();
        return Promise.resolve();
      },
    });
  };
  const has = async (stream: { text(): string }, what: string): Promise<void> => {
    await expect.poll(() => stream.text(), { timeout: 15_000 }).toContain(what);
  };

  test('is what browsers read: a time to come back after, an id, a name, and JSON', async () => {
    const { url } = await served();
    const stream = raw(`${url}/api/v1/operations/test/events?after=0`, { 'last-event-id': '1' });
    await has(stream, 'id: 3\n');
    expect(stream.type()).toBe('text/event-stream; charset=utf-8');
    expect(stream.text()).toMatch(/^retry: \d+\n\nevent: head\ndata: \{"seq":\d+\}\n\nid: 2\nevent: fact\ndata: \{"seq":2,"kind":"[a-z.-]+","occurredAt":"[^"]+","recordedAt":"[^"]+"\}\n\nid: 3\n/);
  });

  test('says in between that it lives', async () => has(raw(`${(await served({ beatMs: 5 })).url}/api/v1/operations/test/events`), ': still here\n\n'));

  test('is refused to more readers than the server serves, and free again when one has gone', async () => {
    const { url } = await served({ atMost: 1 });
    const address = `${url}/api/v1/operations/test/events`;
    const first = raw(address);
    await has(first, 'event: head');
    const refused = await fetch(address);
    expect([refused.status, await refused.json()]).toEqual([503, expect.objectContaining({ code: 'too-many-streams', remedy: expect.stringContaining('Close') as string })]);
    await closeNow(first);
    const tried = async (): Promise<string> => {
      const stream = raw(address);
      await expect.poll(() => stream.type()).not.toBe('');
      return stream.type();
    };
    await expect.poll(tried, { timeout: 15_000 }).toContain('text/event-stream');
  });

  test.each([
    ['an operation that is not there', '/api/v1/operations/atlantis/events', {}, 404, 'unknown-operation'],
    ['a number that is none', '/api/v1/operations/test/events?after=soon', {}, 400, 'bad-request'],
    ['an id that is none', '/api/v1/operations/test/events', { 'last-event-id': 'x' }, 400, 'bad-request'],
  ])('is refused with a remedy for %s', async (_, path, headers, status, code) => {
    const reply = await fetch((await served()).url + path, { headers });
    expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ code, remedy: expect.stringMatching(/./) as string })]);
  });

  test('ends for a client whose question can never be answered', async () => {
    const { client } = await served();
    const heard: ClientEvent[] = [];
    for await (const event of client.events('atlantis')) heard.push(event);
    expect(heard).toMatchObject([{ event: 'refused', failure: { code: 'unknown-operation', status: 404 } }]);
  });
});
