// Planning as jobs, over HTTP, on the reference operation with the real solver: progress, cancel in the middle, one job under
// one key, a solver that dies. Whatever happens to a job, the operation is as it was, and the next plan works.

import process from 'node:process';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPack } from '../../src/app/pack/import.ts';
import type { Head, Store } from '../../src/app/ports.ts';
import type { JobAnswer } from '../../src/http/contract/answers.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { highsSolver, type HighsSolver } from '../../src/solver/highs.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';
import { serveStore, type Served } from '../support/served.ts';

const LIEGE = OperationId.parse('liege-2020');
let store: Store;
let solver: HighsSolver;
let server: Served;
const workers: Worker[] = [];
const hear = (worker: Worker): number => workers.push(worker);

beforeAll(async () => {
  store = await openHome(newFolder());
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  process.on('worker', hear);
  solver = highsSolver();
  server = await serveStore(store, { solver });
});
afterAll(async () => {
  process.off('worker', hear);
  await server.close();
  await solver.close();
  await store.close();
});

const jobs = (): string => `${server.url}/api/v1/operations/${LIEGE}/plan-jobs`;
const post = (body: object, key?: string): Promise<Response> => fetch(jobs(), { method: 'POST', headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) }, body: JSON.stringify(body) });
const read = async (job: string): Promise<JobAnswer> => (await fetch(`${jobs()}/${job}`)).json() as Promise<JobAnswer>;
const until = async (job: string, isThere: (view: JobAnswer) => boolean): Promise<JobAnswer> => {
  await expect.poll(async () => isThere(await read(job)), { timeout: 30_000, interval: 20 }).toBe(true);
  return read(job);
};
const begin = async (body: object, key?: string): Promise<string> => ((await (await post(body, key)).json()) as JobAnswer).job;
const isSolving = ({ status, progress }: JobAnswer): boolean => status === 'running' && progress !== null;
const isOver = ({ endedAt }: JobAnswer): boolean => endedAt !== null;
const head = (): Promise<Head> => store.head(LIEGE);

/** Of an instant that no other test plans. */
const ask = (day: number | string, more: object = {}): object => ({ policy: 'equal-cover', asOf: `2020-03-${day}`, ...more });

describe('a job', () => {
  test('is begun, tells how far it is, and is done with the plan and its figures', async () => {
    const told: JobAnswer[] = [];
    const planned = await server.client.job(LIEGE, { kind: 'plan', ...ask(20) }, { onProgress: (job) => told.push(job) });
    invariant(planned.ok, 'the plan is made');
    expect(planned.value).toMatchObject({ policy: 'equal-cover', check: { ok: true, violations: [] } });
    expect(told.map(({ status }) => status).slice(-2)).toEqual(['running', 'done']);
    expect(told.at(-1)).toMatchObject({ plan: planned.value.plan, figures: { cost: planned.value.cost, gap: planned.value.gap }, failure: null });
    const levels = told.flatMap(({ progress }) => (progress?.phase === 'levels' ? [progress] : []));
    expect(levels.length).toBeGreaterThan(0);
    for (const { settled, groups } of levels) expect(settled).toBeLessThan(groups);
    const before = await head();
    expect(before.seq).toBe((await store.facts(LIEGE)).length);
    expect((await store.facts(LIEGE)).some(({ kind }) => kind === 'plan.proposed')).toBe(false);
  });

  test('answers 202 with where it stands, and its own address', async () => {
    const reply = await post(ask(14, { policy: 'severity' }));
    const { job } = (await reply.json()) as JobAnswer;
    expect([reply.status, reply.headers.get('location')]).toEqual([202, `/api/v1/operations/${LIEGE}/plan-jobs/${job}`]);
    await until(job, isOver);
  });

  test('that is cancelled in the middle leaves the operation as it was, and the next plan works', async () => {
    const [before, facts] = [await head(), await store.facts(LIEGE)];
    const job = await begin(ask('18T06:00:00Z', { record: true }));
    await until(job, isSolving);
    const cancelled = (await (await fetch(`${jobs()}/${job}`, { method: 'DELETE' })).json()) as JobAnswer;
    expect(cancelled).toMatchObject({ status: 'cancelled', plan: null, failure: { code: 'cancelled', remedy: expect.stringMatching(/./) as string } });
    expect(await head()).toEqual(before);
    expect(await store.facts(LIEGE)).toEqual(facts);
    const next = await until(await begin(ask('18T06:00:00Z', { record: true })), isOver);
    expect(next).toMatchObject({ status: 'done', failure: null });
    expect((await head()).seq).toBe(before.seq + 1);
    expect(await server.client.audit(LIEGE)).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
  });

  test('is cancelled by the client’s own signal', async () => {
    const stop = new AbortController();
    const planned = await server.client.job(LIEGE, { kind: 'plan', ...ask('18T07:00:00Z') }, { signal: stop.signal, onProgress: (view) => isSolving(view) && stop.abort() });
    expect(planned).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  test('whose solver dies has failed with a remedy, and the next one works', async () => {
    const before = await head();
    workers.length = 0;
    const job = await begin(ask('18T08:00:00Z', { record: true }));
    await until(job, isSolving);
    expect(workers.length).toBeGreaterThan(0);
    await workers.at(-1)?.terminate();
    expect(await until(job, isOver)).toMatchObject({ status: 'failed', failure: { code: 'solver-lost', remedy: expect.stringContaining('plan again') as string } });
    expect(await head()).toEqual(before);
    expect(await until(await begin(ask('18T08:00:00Z')), isOver)).toMatchObject({ status: 'done' });
  });

  test('may be a frontier: several plans, one after the other', async () => {
    const parts = new Set<string>();
    const answer = await server.client.job(LIEGE, { kind: 'frontier', asOf: '2020-03-21' }, { onProgress: ({ progress }) => progress && parts.add(`${progress.part} of ${progress.parts}`) });
    invariant(answer.ok, 'the frontier is found');
    expect(answer.value.points.map(({ point }) => point)).toContain('most-equal');
    const plans = answer.value.points.length + answer.value.policies.length;
    expect(parts).toContain(`${plans} of ${plans}`);
  });

  test('may be an explanation: the plan, and each alternative', async () => {
    const parts = new Set<string>();
    const answer = await server.client.job(LIEGE, { kind: 'explanation', plan: 'latest', line: 'L1' }, { onProgress: ({ progress }) => progress && parts.add(`${progress.part} of ${progress.parts}`) });
    invariant(answer.ok, 'the line is explained');
    expect(answer.value).toMatchObject({ line: 'L1', why: expect.stringMatching(/./) as string });
    expect(parts).toContain(`${answer.value.counterfactuals.length} of ${answer.value.counterfactuals.length}`);
  });
});

describe('under one key', () => {
  test('the same question is the same job, and one plan in the journal', async () => {
    const before = await head();
    const wanted = ask(21, { record: true });
    const [one, other] = await Promise.all([begin(wanted, 'k1'), begin(wanted, 'k1')]);
    expect(one).toBe(other);
    expect(await until(one, isOver)).toMatchObject({ status: 'done' });
    expect(await begin(wanted, 'k1')).toBe(one);
    expect((await head()).seq).toBe(before.seq + 1);
  });

  test('another question is refused', async () => {
    const reply = await post(ask(22), 'k1');
    expect([reply.status, await reply.json()]).toEqual([409, expect.objectContaining({ code: 'key-reused', remedy: expect.stringContaining('key') as string })]);
  });

  test('a plan asked for without a job is made once too, and another question refused', async () => {
    const plan = (body: object): Promise<Response> => fetch(`${server.url}/api/v1/operations/${LIEGE}/plans`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'k2' }, body: JSON.stringify(body) });
    const before = await head();
    const replies = await Promise.all([plan(ask(18, { record: true })), plan(ask(18, { record: true }))]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = await Promise.all(replies.map((reply) => reply.json()));
    expect(one).toEqual(other);
    expect((await head()).seq).toBe(before.seq + 1);
    expect((await plan(ask(18, { seed: 2, record: true }))).status).toBe(409);
  });
});

test.each([
  ['a job that is not there', 'GET', '/no-such-job', undefined, 404, 'unknown-job'],
  ['the events of a job that is not there', 'GET', '/no-such-job/events', undefined, 404, 'unknown-job'],
  ['the end of a job that is not there', 'DELETE', '/no-such-job', undefined, 404, 'unknown-job'],
  ['a kind that is none', 'POST', '', { kind: 'guess' }, 400, 'bad-request'],
  ['a misspelt field', 'POST', '', { polcy: 'severity' }, 400, 'bad-request'],
] as const)('%s is refused with a remedy', async (_, method, path, body, status, code) => {
  const reply = await fetch(jobs() + path, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ code, remedy: expect.stringMatching(/./) as string })]);
});

test('a server that stops cancels what it was planning', async () => {
  const other = await serveStore(store, { solver });
  const before = await head();
  const begun = await fetch(`${other.url}/api/v1/operations/${LIEGE}/plan-jobs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask('18T09:00:00Z', { record: true })) });
  expect(await begun.json()).toMatchObject({ status: 'running' });
  await other.close();
  expect(await until(await begin(ask(22)), isOver)).toMatchObject({ status: 'done' });
  expect(await head()).toEqual(before);
});
