// Counts that come in by themselves, from a source on loopback that answers as it is told to: what changes is taken in, what does not is
// not asked for twice, and each way to fail is named with what to do and when it is tried again.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import type { FeedReport } from '../../src/app/need/counts-shape.ts';
import { watchFeeds } from '../../src/app/need/watch-feeds.ts';
import type { Store } from '../../src/app/ports.ts';
import { invariant, type Result } from '../../src/domain/result.ts';
import { epochMs, instantFromMs, plusMinutes } from '../../src/domain/time.ts';
import { countsFetcherBy } from '../../src/post/counts-fetcher.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { noPrinter } from '../support/printer.ts';
import { withSmall } from '../support/served.ts';

const HEAD = 'dateRep,day,month,year,cases,deaths,countriesAndTerritories,geoId,countryterritoryCode,popData2018,continentExp\n';
const AREAS = [['Italy', 'IT'], ['Spain', 'ES'], ['France', 'FR'], ['Belgium', 'BE'], ['Germany', 'DE'], ['Austria', 'AT'], ['Greece', 'EL'], ['Portugal', 'PT'], ['Poland', 'PL'], ['Norway', 'NO']] as const;
/** So many days of ten countries; each reports 10 cases a day. */
const published = (days: number): string => HEAD + Array.from({ length: days }, (_, k) => AREAS.map(([name, code]) => `${String(k + 1).padStart(2, '0')}/03/2020,${k + 1},3,2020,10,1,${name},${code},XXX,1000,Europe\n`).join('')).join('');

type Mood = { readonly status: number; readonly body?: string; readonly etag?: string; readonly modified?: string; readonly cut?: boolean; readonly location?: string };

interface Source {
  readonly url: string;
  readonly asked: IncomingHttpHeaders[];
  mood: Mood;
  close(): Promise<void>;
}

async function source(): Promise<Source> {
  const asked: IncomingHttpHeaders[] = [];
  const made = { url: '', asked, mood: { status: 200 } as Mood, close: () => Promise.resolve() };
  const server = createServer((request, reply) => {
    asked.push(request.headers);
    const { status, body = '', etag, modified, cut, location } = request.url === '/moved.csv' ? { status: 302, location: '/daily.csv' } as Mood : made.mood;
    reply.writeHead(status, { ...(etag !== undefined && { etag }), ...(modified !== undefined && { 'last-modified': modified }), ...(location !== undefined && { location }), 'content-length': Buffer.byteLength(body) });
    if (cut === true) {
      reply.write(body.slice(0, body.length / 2));
      setTimeout(() => reply.destroy(), 20);
    } else reply.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/daily.csv`;
  made.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return made;
}

const value = <T>(result: Result<T, { readonly message: string }>): T => {
  invariant(result.ok, result.ok ? '' : result.error.message);
  return result.value;
};

let store: Store;
let desk: Desk;
let from: Source;
let now = instantFromMs(Date.UTC(2020, 2, 20, 12));
const fetcher = countsFetcherBy({ env: { AIRBRIDGE_FEED_HOSTS: '127.0.0.1' }, version: '9.9.9', timeoutMs: 2_000 });

/** Puts the clock on to when the feed is due, lets the watch see it, and waits until it was asked. */
async function atNextRound(watched: Desk = desk): Promise<FeedReport> {
  const before = value(await watched.counts.feeds('test'))[0];
  if (before?.nextAt !== null && before?.nextAt !== undefined && before.nextAt > now) now = before.nextAt;
  const already = from.asked.length;
  const watch = watchFeeds({ desk: watched, clock: { now: () => now } }, (error) => { throw error; }, 0.001);
  try {
    await expect.poll(async () => value(await watched.counts.feeds('test'))[0]?.askedAt, { timeout: 5_000, interval: 10 }).toBe(now);
    await new Promise((resolve) => setTimeout(resolve, 100));
  } finally {
    await watch.stop();
  }
  // Once, however often the watch looked.
  expect(from.asked.length - already).toBe(1);
  const [feed] = value(await watched.counts.feeds('test'));
  invariant(feed !== undefined, 'there is a feed');
  return feed;
}
const kindsSince = async (seq: number): Promise<string[]> => value(await desk.facts('test', seq, 10_000)).facts.map(({ kind, body }) => (kind === 'count-feed.asked' ? `${kind} ${(body as { outcome: string }).outcome}` : kind));
const head = async (): Promise<number> => value(await desk.facts('test', 0, 10_000)).facts.at(-1)?.seq ?? 0;

beforeAll(async () => {
  from = await source();
  store = await withSmall(await openHome(newFolder()));
  desk = deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock: { now: () => now }, fetcher });
});
afterAll(async () => {
  await store.close();
  await from.close();
});

describe('a feed of the ECDC’s daily file, every six hours', () => {
  test('is set with its source, and waits to be asked', async () => {
    const set = value(await desk.counts.setFeed('test', { url: from.url, format: 'ecdc', everyHours: 6, active: true }));
    expect(set).toMatchObject({ series: 'ecdc', state: 'waiting', last: null, nextAt: null });
    expect(value(await desk.counts.setFeed('test', { url: from.url, format: 'ecdc', everyHours: 6, active: true }))).toEqual(set);
  });
  test('the first file is taken in', async () => {
    from.mood = { status: 200, body: published(10), etag: '"a"', modified: 'Wed, 11 Mar 2020 10:00:00 GMT' };
    const seq = await head();
    const feed = await atNextRound();
    expect(feed).toMatchObject({ state: 'well', last: { outcome: 'changed', detail: '200 new figures, 0 revised', remedy: null }, nextAt: plusMinutes(now, 360) });
    expect(await kindsSince(seq)).toEqual([...Array.from({ length: 10 }, () => 'counts.published'), 'counts.imported', 'count-feed.asked changed']);
  });
  test('the next time it shows what it has; unchanged (304) is no news and writes nothing', async () => {
    from.mood = { status: 304 };
    const seq = await head();
    expect(await atNextRound()).toMatchObject({ state: 'well', last: { outcome: 'unchanged' } });
    expect(from.asked.at(-1)).toMatchObject({ 'if-none-match': '"a"', 'if-modified-since': 'Wed, 11 Mar 2020 10:00:00 GMT' });
    expect(await kindsSince(seq)).toEqual([]);
  });
  test('a changed file: only what is new or another', async () => {
    from.mood = { status: 200, body: published(11).replace('01/03/2020,1,3,2020,10,1,Italy', '01/03/2020,1,3,2020,12,1,Italy'), etag: '"b"' };
    // Ten countries on the 11th, and each of Italy's ten days with two cases more.
    expect(await atNextRound()).toMatchObject({ last: { outcome: 'changed', detail: '20 new figures, 10 revised' } });
  });
  test('an error (500) is told once, with when it is tried again', async () => {
    from.mood = { status: 500 };
    const seq = await head();
    const feed = await atNextRound();
    expect(feed).toMatchObject({ state: 'failed', last: { outcome: 'unreachable', detail: 'it answered 500', remedy: expect.stringContaining('asked again') }, nextAt: plusMinutes(now, 60) });
    await atNextRound();
    expect(await kindsSince(seq)).toEqual(['count-feed.asked unreachable']);
  });
  test('a file that is gone (404) says to look for the new address', async () => {
    from.mood = { status: 404 };
    expect(await atNextRound()).toMatchObject({ state: 'failed', last: { outcome: 'disappeared', detail: expect.stringContaining('404'), remedy: expect.stringContaining('set the new address') } });
  });
  test('a connection that ends early: nothing of the file is taken in', async () => {
    from.mood = { status: 200, body: published(12), cut: true };
    const seq = await head();
    expect(await atNextRound()).toMatchObject({ state: 'failed', last: { outcome: 'truncated', detail: expect.stringMatching(/^the connection ended after \d+ bytes of \d+$/) } });
    expect(await kindsSince(seq)).toEqual(['count-feed.asked truncated']);
  });
  test('a file whose last line is cut, and one with a tenth of its rows gone: the same', async () => {
    const seq = await head();
    from.mood = { status: 200, body: published(12).slice(0, -30) };
    expect(await atNextRound()).toMatchObject({ last: { outcome: 'truncated', detail: expect.stringContaining('last line breaks off') } });
    from.mood = { status: 200, body: published(9) };
    expect(await atNextRound()).toMatchObject({ last: { outcome: 'truncated', detail: 'the file has 90 rows, and the last one had 110' } });
    expect(await kindsSince(seq)).toEqual([]);
  });
  test('a file that lost a column, and a page instead of a file', async () => {
    from.mood = { status: 200, body: published(12).replace('deaths', 'fatal') };
    expect(await atNextRound()).toMatchObject({ state: 'failed', last: { outcome: 'column-drift', detail: expect.stringContaining('the column deaths of ECDC daily files is missing'), remedy: expect.stringContaining('look up what the source changed') } });
    from.mood = { status: 200, body: '<!doctype html><html></html>' };
    expect(await atNextRound()).toMatchObject({ last: { outcome: 'column-drift', detail: 'this is a web page, not a table' } });
  });
  test('it comes back, with a column more: taken in, and told', async () => {
    from.mood = { status: 200, body: published(12).split('\n').map((line, k) => (line === '' ? '' : `${line},${k === 0 ? 'tests' : '5'}`)).join('\n'), etag: '"c"' };
    const feed = await atNextRound();
    expect(feed.state).toBe('well');
    // Italy's eleven days are as they were at first.
    expect(feed.last?.detail).toBe('20 new figures, 11 revised; columns that came: tests; that went: none');
  });
  test('after a start of the server the source is shown what was taken in last', async () => {
    const again = deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock: { now: () => now }, fetcher });
    from.mood = { status: 304 };
    expect(value(await again.counts.feeds('test'))[0]).toMatchObject({ state: 'well', last: { outcome: 'changed' } });
    await atNextRound(again);
    expect(from.asked.at(-1)).toMatchObject({ 'if-none-match': '"c"' });
  });
  test('paused, it is left alone', async () => {
    expect(value(await desk.counts.setFeed('test', { url: from.url, format: 'ecdc', everyHours: 6, active: false }))).toMatchObject({ state: 'paused', nextAt: null });
    const already = from.asked.length;
    now = plusMinutes(now, 60 * 24 * 7);
    const watch = watchFeeds({ desk, clock: { now: () => now } }, (error) => { throw error; }, 0.001);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await watch.stop();
    expect(from.asked.length).toBe(already);
  });
});

describe('what may be asked', () => {
  const wish = { format: 'ecdc', everyHours: 6, active: true } as const;
  test.each([['http://counts.example.org/a.csv', 'plain http'], ['https://10.0.0.1/a.csv', 'own network'], ['https://user:pass@counts.example.org/', 'user name'], ['file:///etc/passwd', 'no web address']])('%s is refused: %s', async (url, why) => {
    const set = await desk.counts.setFeed('test', { ...wish, url });
    expect(set).toMatchObject({ ok: false, error: { code: 'not-fetched', message: expect.stringContaining(why) } });
  });
  test('a redirect to within is not followed, and one to the same host is', async () => {
    const strict = countsFetcherBy({ env: { AIRBRIDGE_FEED_HOSTS: '127.0.0.1' }, version: '9.9.9', timeoutMs: 2_000 });
    const known = { etag: null, lastModified: null };
    from.mood = { status: 302, location: 'https://169.254.169.254/secret' };
    expect(await strict.fetch(from.url, known)).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('own network') });
    from.mood = { status: 200, body: published(1) };
    expect(await strict.fetch(from.url.replace('daily', 'moved'), known)).toMatchObject({ outcome: 'fetched', name: 'daily.csv' });
  });
  test('a circle of redirects ends', async () => {
    from.mood = { status: 302, location: from.url };
    expect(await fetcher.fetch(from.url, { etag: null, lastModified: null })).toMatchObject({ outcome: 'unreachable', detail: expect.stringContaining('more than 5 times') });
  });
  test('a file above the size is not taken, told or not', async () => {
    const small = countsFetcherBy({ env: { AIRBRIDGE_FEED_HOSTS: '127.0.0.1' }, version: '9.9.9', timeoutMs: 2_000, largestBytes: 1000 });
    from.mood = { status: 200, body: published(5) };
    expect(await small.fetch(from.url, { etag: null, lastModified: null })).toMatchObject({ outcome: 'too-large' });
  });
  test('nobody there', async () => {
    expect(await fetcher.fetch('http://127.0.0.1:9/none.csv', { etag: null, lastModified: null })).toMatchObject({ outcome: 'unreachable', detail: expect.stringContaining('could not be reached') });
  });
  test('an address on demand: looked at, and taken in', async () => {
    now = instantFromMs(epochMs(now) + 60_000);
    from.mood = { status: 200, body: published(13) };
    const preview = value(await desk.counts.preview('test', { format: 'ecdc', url: from.url }));
    expect(preview).toMatchObject({ documents: [{ name: 'daily.csv' }], figures: { new: 20 } });
    expect(value(await desk.counts.import('test', { format: 'ecdc', url: from.url })).figures.new).toBe(20);
  });
});
