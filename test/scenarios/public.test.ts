// The public pages over HTTP: who may read what, what a nasty name becomes, what a correction does to a published total, and what a
// storm of crawlers costs. What a browser sees: test/e2e/public.test.ts.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { SaxesParser } from 'saxes';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deskOverStore } from '../../src/app/local-desk.ts';
import type { Store } from '../../src/app/ports.ts';
import { append } from '../../src/app/record.ts';
import type { PublicStory } from '../../src/http/contract/public.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { buildServer } from '../../src/http/server.ts';
import { drawPicture } from '../../src/papers/picture.ts';
import { highsSolver, type HighsSolver } from '../../src/solver/highs.ts';
import { unguarded } from '../../src/standards/sheets/guarded.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';
import { hour, journal, type Line } from '../support/journal.ts';
import { noPrinter } from '../support/printer.ts';
import { SENT, SMALL } from '../support/small-operation.ts';

const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'public');
const isBuilt = existsSync(join(BUILT, 'render.js'));
const NASTY = '<script>alert(1)</script>"&\'';
const FORMULA = '=HYPERLINK("http://x.example","click")';

/** The small operation in public, given by somebody with such a name. */
const published = (lines: readonly Line[], donor = 'a foundation', isPublic = 'yes'): Line[] =>
  lines.map(([kind, at, body]): Line => {
    if (kind === 'operation.opened') return [kind, at, { ...body, settings: [...(body as { readonly settings: readonly object[] }).settings, { key: 'public', value: isPublic }, { key: 'stands_at', value: hour(40) }] }];
    return kind === 'pledge.made' ? [kind, at, { ...body, donor }] : [kind, at, body];
  });

let solver: HighsSolver;
beforeAll(() => {
  solver = highsSolver();
  return () => solver.close();
});

let store: Store;
let app: FastifyInstance;
const open = async (lines: readonly Line[], limits = {}): Promise<void> => {
  invariant((await append(store, OperationId.parse('test'), journal(lines))).ok, 'the operation is taken');
  app = await buildServer(deskOverStore(store, { solver, printer: noPrinter, clock: wallClock }), { version: '9.9.9', pages: { folder: BUILT, draw: drawPicture, limits } });
};
beforeEach(async () => {
  store = await openHome(newFolder());
});
afterEach(async () => {
  await app.close();
  await store.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ url: `/p/test${path}`, headers });
const story = async (query = ''): Promise<PublicStory> => (await get(`/data.json${query}`)).json();

describe.skipIf(!isBuilt)('the public pages', () => {
  test('are there for public operations only, and say so in the reader’s form', async () => {
    await open(published(SENT, 'a foundation', 'no'));
    for (const path of ['', '/data.json', '/feed.atom', '/card', '/facts/x', '/promise/P1']) expect((await get(path)).statusCode).toBe(404);
    expect((await app.inject('/p/nothing')).statusCode).toBe(404);
    const page = await get('', { accept: 'text/html' });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('There is no such page.');
    expect((await get('')).json()).toMatchObject({ code: 'unknown-operation' });
  });

  test('say what cannot be read, with a remedy', async () => {
    await open(published(SENT));
    const refused = await get('?at=yesterday');
    expect(refused.statusCode).toBe(400);
    expect(refused.json<{ remedy: string }>().remedy).toContain('2020-03-13');
    expect((await get('/facts/0170d596-e140-75a7-9f6e-afacf0d2c8bb')).statusCode).toBe(404);
    expect((await get('/figures/nothing')).statusCode).toBe(404);
    expect((await get('/thanks/IT')).statusCode).toBe(404);
  });

  test('speak the reader’s language, and the one that was chosen before it', async () => {
    await open(published(SENT));
    expect((await get('', { 'accept-language': 'de, fr;q=0.8, en;q=0.2' })).body).toContain('<html lang="fr"');
    expect((await get('?lang=en', { 'accept-language': 'fr' })).body).toContain('<html lang="en"');
    const page = await get('', { 'accept-language': 'ja' });
    expect(page.body).toContain('<html lang="en"');
    expect(page.headers['vary']).toContain('accept-language');
    expect(page.body).toContain('hrefLang="fr"');
  });

  test('hold no script but that of the check, and no name that becomes one', async () => {
    await open(published(SENT, NASTY));
    for (const path of ['', '/promise/P1', '/card', '/preview.png']) {
      const { body } = await get(path);
      expect(body).not.toContain('<script>alert');
    }
    const { body, headers } = await get('');
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">', '<script type="application/json">', expect.stringMatching(/^<script type="module" src="\/assets\/check-[\w-]+\.js">$/)]);
    const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(body)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Dataset' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const promise = await get('/promise/P1');
    expect(promise.body).toContain('&lt;script&gt;');
  });

  test('stay well-formed in feeds, whatever the name', async () => {
    await open(published(SENT, `${NASTY}\u0001`));
    const atom = (await get('/feed.atom?lang=en')).body;
    const seen: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => void seen.push(text));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(atom).close();
    expect(seen.some((text) => text.startsWith(`${NASTY} promises 1,000`))).toBe(true);
    const feed = (await get('/feed.json?lang=en')).json<{ version: string; items: { id: string; content_text: string }[] }>();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
    expect(feed.items.map(({ content_text }) => content_text).join('\n')).toContain(NASTY);
    expect((await get('/feed.json?lang=fr')).json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
  });

  test('compute nothing in a spreadsheet, and give the name back', async () => {
    await open(published(SENT, FORMULA));
    const [header, tags, row] = parse((await get('/data.csv')).body);
    expect(tags?.every((tag) => tag.startsWith('#'))).toBe(true);
    const donor = row?.[header?.indexOf('donor') ?? -1] ?? '';
    expect(donor).toBe(`'${FORMULA}`);
    expect(unguarded(donor)).toBe(FORMULA);
    expect(row?.[header?.indexOf('promised') ?? -1]).toBe('1000');
    const sheets = Object.entries(unzipSync((await get('/data.xlsx')).rawPayload)).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, xml] of sheets) expect(new TextDecoder().decode(xml)).not.toContain('<f>');
  });

  test('may be embedded as a card, and not otherwise', async () => {
    await open(published(SENT));
    const card = await get('/card');
    expect(card.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(card.headers['x-frame-options']).toBeUndefined();
    const page = await get('');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect((await get('/oembed.json')).json()).toMatchObject({ type: 'rich', width: 480, html: expect.stringContaining('/p/test/card') as string });
    const picture = await get('/preview.png');
    expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.rawPayload.readUInt32BE(16), picture.rawPayload.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('are answered with “not changed” until something changes', async () => {
    await open(published(SENT));
    const first = await get('', { 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    const tag = String(first.headers['etag']);
    expect((await get('', { 'accept-encoding': 'br', 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('', { 'accept-encoding': 'gzip', 'if-none-match': tag })).statusCode).toBe(200);
    expect((await get('?utm_source=somebody&fbclid=1', { 'accept-encoding': 'br' })).headers['etag']).toBe(tag);
  });

  test('tell of a lower total after a correction, and keep the higher one readable', async () => {
    await open(published(SENT));
    const before = await story();
    expect(before.answer?.promised.value).toBe(1000);
    const [pledge] = before.answer?.promised.facts ?? [];
    const made = (await store.facts(OperationId.parse('test'))).find(({ id }) => id === pledge);
    invariant(made !== undefined, 'the pledge stands in the journal');
    const corrected: Line = ['correction.made', 41, { corrects: made.id, reason: 'the communiqué said 900', replacement: { occurredAt: made.occurredAt, body: { ...(made.body as object), units: 900 } } }];
    invariant((await append(store, OperationId.parse('test'), journal([...published(SENT), corrected]).slice(-1))).ok, 'the correction is taken');
    await expect.poll(async () => (await story()).answer?.promised.value, { timeout: 5_000 }).toBe(900);
    const after = await story();
    expect(after.corrections).toMatchObject([{ fact: made.id, reason: 'the communiqué said 900', before: 1000, after: 900 }]);
    expect(Object.values(after.answer?.parts ?? {}).reduce((sum, { value }) => sum + value, 0)).toBe(900);
    expect((await get('?lang=en')).body).toContain('the communiqué said 900');
    const fact = (await get(`/facts/${made.id}.json`)).json<{ body: { units: number }; history: { before: { units: number } }[] }>();
    expect([fact.body.units, fact.history[0]?.before.units]).toEqual([900, 1000]);
    expect((await get('/feed.atom?lang=en')).body).toContain('Corrected from 1,000 to 900');
  });

  test('tell nothing that is not public: stocks, who signed, who entered it', async () => {
    const signed = 'a'.repeat(64);
    await open(published([...SENT, ['stock.reported', 31, { recipient: 'IT', item: 'mask', units: 4711 }], ['dispatch.delivered', 36, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 400, signedBy: signed }]]));
    const facts = await store.facts(OperationId.parse('test'));
    for (const { id, kind } of facts) {
      const { statusCode, body } = await get(`/facts/${id}.json`);
      if (kind === 'stock.reported' || kind === 'place.registered' || kind === 'departure.scheduled') expect(statusCode).toBe(404);
      expect(body).not.toContain(signed);
      expect(body).not.toContain('4711');
    }
    const all = (await Promise.all(['', '/data.json', '/promise/P1', '/thanks/IT', '/feed.json'].map((path) => get(`${path}?lang=en`)))).map(({ body }) => body).join('');
    expect(all).not.toMatch(/4,?711/);
    expect(all).not.toContain(signed);
    expect((await get('/thanks/IT?lang=en')).body).toContain('400');
  });

  test('say that nothing is promised yet, and how that ends', async () => {
    await open(published(SMALL.filter(([kind]) => ['operation.opened', 'item.registered', 'place.registered'].includes(kind))));
    const page = await get('?lang=en');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Nothing has been promised through this hub yet.');
    expect(page.body).toContain('as soon as the first promise is recorded');
    for (const path of ['/card', '/feed.atom', '/data.csv', '/preview.png']) expect((await get(path)).statusCode).toBe(200);
  });

  test('add up in every answer while facts come in', async () => {
    await open(published(SENT));
    const lines = Array.from({ length: 12 }, (_, n): Line => ['pledge.amended', 30 + n / 100, { pledge: 'P1', item: 'mask', units: 1000 + 100 * (n + 1), reason: 'more' }]);
    const facts = journal([...published(SENT), ...lines]).slice(-lines.length);
    const promised = new Set<number>();
    const writing = (async () => {
      for (const fact of facts) {
        invariant((await append(store, OperationId.parse('test'), [fact])).ok, 'the amendment is taken');
        await new Promise((resolve) => void setTimeout(resolve, 60));
      }
    })();
    while (!promised.has(2200)) {
      const { body } = await get('?lang=en');
      const said = Map.groupBy([...body.matchAll(/data-figure="P1:mask:([\w-]+)" data-value="(\d+)"/g)], ([, name]) => name ?? '');
      const one = (name: string): number => {
        const values = new Set((said.get(name) ?? []).map(([, , value]) => value));
        expect(values.size, name).toBe(1);
        return Number([...values][0]);
      };
      expect(['delivered', 'lost', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned', 'outstanding'].reduce((sum, state) => sum + one(state), 0)).toBe(one('promised'));
      promised.add(one('promised'));
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
    await writing;
    expect(promised.size).toBeGreaterThan(1);
  }, 60_000);

  test('withstand a storm of crawlers: a thousand addresses, a dozen pages', async () => {
    await open(published(SMALL), { burst: 4, perSecond: 0.001 });
    expect((await get('')).statusCode).toBe(200);
    const strangers = await Promise.all(Array.from({ length: 500 }, (_, n) => get(`?stranger=${n}&lang=en`)));
    expect(new Set(strangers.map(({ headers }) => headers['etag'])).size).toBe(1);
    const storm = await Promise.all(Array.from({ length: 500 }, (_, n) => get(`?at=2020-03-01T${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:${String((7 * n) % 60).padStart(2, '0')}Z`)));
    const served = storm.filter(({ statusCode }) => statusCode === 200);
    expect(new Set(served.map(({ headers }) => headers['etag'])).size).toBeLessThanOrEqual(4);
    const turnedAway = storm.filter(({ statusCode }) => statusCode === 503);
    expect(served.length + turnedAway.length).toBe(500);
    expect(turnedAway[0]?.headers['retry-after']).toBe('2');
    expect(turnedAway[0]?.json()).toMatchObject({ code: 'busy' });
    expect((await get('')).statusCode).toBe(200);
  }, 60_000);
});
