// One command takes the Liège operation from promise to plan: what `npm start` does, and what the commands answer beside it.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKOUT, airbridge, freePort, serve, type ServerProcess } from './process.ts';

const PACK = join(CHECKOUT, 'data', 'liege-2020');

interface Row {
  readonly [figure: string]: number | string | null;
}
interface Status {
  readonly promises: readonly (Row & { readonly pledge: string; readonly item: string; readonly why: string })[];
}

const folder = mkdtempSync(join(tmpdir(), 'airbridge-e2e-'));
const home = join(folder, 'home');
let server: ServerProcess;
let port: string;
beforeAll(async () => {
  port = await freePort();
  server = await serve(['--reference'], { AIRBRIDGE_HOME: home, PORT: port });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = async <T>(path: string): Promise<T> => (await (await fetch(server.url + path)).json()) as T;
const here = (args: readonly string[]): ReturnType<typeof airbridge> => airbridge(args, { AIRBRIDGE_HOME: home });
const sumOf = (row: Row, ...figures: readonly string[]): number => figures.reduce((sum, figure) => sum + Number(row[figure]), 0);

describe('a first start', () => {
  test('is ready, with the reference operation', async () => expect(await get('/api/health')).toMatchObject({ status: 'ok', operations: 1 }));

  test('prints what a person wants to know', async () => {
    await expect.poll(() => server.heard.out, { timeout: 20_000 }).toContain(`Serving ${server.url}`);
    for (const heading of ['What was promised, and where it is', 'Who gets what, how and when', 'What stays short', 'Independent check  clean']) expect(server.heard.out).toContain(heading);
  });

  test('has a recorded plan that the independent check finds clean', async () =>
    expect(await get('/api/v1/operations/liege-2020/plans/latest')).toMatchObject({ policy: 'equal-cover', check: { ok: true, violations: [] } }));

  test('describes itself as OpenAPI 3.1', async () => expect(await get('/api/openapi.json')).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) as string }));

  test('accounts for every unit that was promised', async () => {
    const { promises } = await get<Status>('/api/v1/operations/liege-2020/status');
    expect(promises.length).toBeGreaterThan(8);
    for (const row of promises) expect(sumOf(row, 'promised', 'surplus'), row.pledge).toBe(sumOf(row, 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'lost'));
  });
});

describe('the first promise reads', () => {
  test.each([
    ['2020-03-13T23:00:00Z', 0.25],
    ['2020-03-16T23:00:00Z', 0.4],
    ['2020-03-18T23:00:00Z', 0.75],
    ['2020-03-20T23:00:00Z', 1],
  ])('at %s as landed to a share of %d', async (asOf, share) => {
    const { promises } = await get<Status>(`/api/v1/operations/liege-2020/status?asOf=${asOf}`);
    expect(promises.find(({ pledge, item }) => pledge === 'P1' && item === 'surgical-mask')).toMatchObject({ promised: 2_000_000, landedShare: share });
  });
});

describe('beside the server, a command', () => {
  test('answers from the server what the server answers', async () => {
    const { code, out } = await here(['status', 'liege-2020', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(await get('/api/v1/operations/liege-2020/status'));
  });
  test('answers from the pack what the server answers about the promises', async () => {
    const { code, out } = await here(['status', PACK, '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Status).promises).toEqual((await get<Status>('/api/v1/operations/liege-2020/status')).promises);
  });
  test('finds the journal clean', async () => {
    const { code, out } = await here(['audit', '--json']);
    expect({ code, report: JSON.parse(out) as unknown }).toMatchObject({ code: 0, report: { ok: true, problems: [] } });
  });
  test('may import it as a workbook that the server wrote, which changes nothing', async () => {
    const book = join(folder, 'liege.xlsx');
    expect(await here(['export', 'liege-2020', book, '--hxl'])).toMatchObject({ code: 0 });
    expect(JSON.parse((await here(['import', book, '--json'])).out)).toMatchObject({ operation: 'liege-2020', facts: 0, rejected: [] });
    expect(await here(['export', 'liege-2020', book])).toMatchObject({ code: 2, err: expect.stringContaining('exists already') as string });
  });
  test('may import the same pack again, which changes nothing', async () => expect(JSON.parse((await here(['import', PACK, '--json'])).out)).toMatchObject({ operation: 'liege-2020', facts: 0, rejected: [] }));
});

describe('a fact that is handed in', () => {
  const hand = async (key: string, units: number): Promise<{ status: number; answer: { fresh?: boolean; fact?: { id: string }; code?: string } }> => {
    const reply = await fetch(`${server.url}/api/v1/operations/liege-2020/facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ kind: 'stock.reported', occurredAt: '2020-03-31T12:00:00Z', note: 'by telephone', body: { recipient: 'BE', item: 'surgical-mask', units } }),
    });
    return { status: reply.status, answer: (await reply.json()) as { fresh?: boolean; fact?: { id: string }; code?: string } };
  };

  test('stands once under its key, and no other fact takes that key', async () => {
    const [first, again, other] = [await hand('e2e-1', 5000), await hand('e2e-1', 5000), await hand('e2e-1', 500)];
    expect(first).toMatchObject({ status: 200, answer: { fresh: true } });
    expect(again).toMatchObject({ status: 200, answer: { fresh: false, fact: { id: first.answer.fact?.id } } });
    expect(other).toMatchObject({ status: 409, answer: { code: 'key-reused' } });
  });
  test('is refused with a reason where it cannot be read', async () => expect(await hand('e2e-2', -1)).toMatchObject({ status: 422, answer: { code: 'facts-refused' } }));
});

describe('a second server is refused in one line with a remedy', () => {
  test('on the same data folder', async () => {
    const { code, err } = await airbridge(['serve'], { AIRBRIDGE_HOME: home, PORT: await freePort() });
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(err).toContain(server.url);
    expect(err).toContain('AIRBRIDGE_HOME');
  });
  test('on the same port', async () => {
    const { code, err } = await airbridge(['serve'], { AIRBRIDGE_HOME: join(folder, 'other'), PORT: port });
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(err).toContain(`port ${port} on 127.0.0.1 is in use`);
    expect(err).toContain('PORT=');
  });
  test('for other machines than this', async () => expect(await airbridge(['serve'], { AIRBRIDGE_HOME: join(folder, 'other'), PORT: await freePort(), HOST: '0.0.0.0' })).toMatchObject({ code: 2, err: expect.stringContaining('HOST') as string }));
});

describe('after the server', () => {
  test('stops with 0 and leaves its data folder to others', async () => {
    expect((await server.stop('SIGINT')).code).toBe(0);
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });
  test('an export imports and exports again, byte for byte', async () => {
    const [first, second, other] = [join(folder, 'first'), join(folder, 'second'), join(folder, 'other')];
    expect(await here(['export', 'liege-2020', first])).toMatchObject({ code: 0 });
    expect(await airbridge(['import', first], { AIRBRIDGE_HOME: other })).toMatchObject({ code: 0 });
    expect(await airbridge(['export', 'liege-2020', second], { AIRBRIDGE_HOME: other })).toMatchObject({ code: 0 });
    expect(readdirSync(second)).toEqual(readdirSync(first));
    for (const name of readdirSync(first)) expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name))), name).toBe(true);
  });
  test('a second start finds everything again, and makes no second plan', async () => {
    server = await serve(['--reference'], { AIRBRIDGE_HOME: home, PORT: port });
    const { plans } = await get<{ plans: unknown[] }>('/api/v1/operations/liege-2020/plans');
    expect(plans).toMatchObject([{ current: true }]);
  });
});
