import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk, JournalEvent } from '../app/desk.ts';
import type { Failure } from '../app/failure.ts';
import type { PromiseStatus, StatusReport } from '../app/promise/status.ts';
import type { Fact } from '../domain/facts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { Instant } from '../domain/time.ts';
import { isLoopback } from '../app/loopback.ts';
import { buildServer, listen } from './server.ts';

const unknown = (operation: string): Promise<Result<never, Failure>> => Promise.resolve(err({ code: 'unknown-operation', message: `there is no operation ${operation}`, remedy: 'import its pack' }));
const rejected = [{ file: 'items.csv', sheet: 'items', row: 3, column: 'worth_eur', value: '-1', problem: 'is negative', remedy: 'write 0 or more' }];
const promise: PromiseStatus = {
  pledge: 'P1', donor: 'a <b>donor</b>', item: 'surgical-mask', scope: 'EUROPE', promised: 2_000_000, surplus: 0, outstanding: 1_500_000, consigned: 0, inTheAir: 0, atHub: 500_000, onward: 0, delivered: 0, accepted: 0, lost: 0,
  everLanded: 500_000, everDelivered: 0, landedShare: 0.25, everConsigned: 500_000, deliveredShare: 0, verdict: 'on-course', expectedBy: null, why: 'the plan delivers all by the due date', because: [],
};
const report: StatusReport = { operation: 'liege', name: 'Liège & on', asOf: Instant.parse('2020-03-13T23:00:00.000Z'), knownAt: null, promises: [promise], claims: [], contradictions: [], discrepancies: [], plan: { plan: 'equal-cover-0', recorded: false }, notes: [], noted: [] };

async function* pagesOf(after: number | null): AsyncGenerator<readonly JournalEvent[]> {
  yield [{ event: 'head', seq: 3 }];
  yield [2, 3].filter((seq) => seq > (after ?? 3)).map((seq) => ({ event: 'fact', seq, kind: 'stock.reported', occurredAt: report.asOf, recordedAt: report.asOf }));
}

const desk: Desk = {
  operationIds: () => Promise.resolve(ok(['liege'])),
  operations: () => Promise.resolve(ok([{ operation: 'liege', name: 'Liège & on', hub: 'BELGG', zone: 'Europe/Brussels', openedAt: Instant.parse('2020-03-11T00:00:00.000Z'), standsAt: null, isPublic: false, facts: 3 }])),
  importPack: (files) => Promise.resolve(files.has('items.csv') ? err({ code: 'pack-refused', message: 'the pack has 1 error', remedy: 'correct it', rejected }) : ok({ operation: 'liege', facts: 3, known: 0, rejected: [] })),
  exportPack: (operation) => (operation === 'liege' ? Promise.resolve(ok(new Map([['operation.csv', new TextEncoder().encode('key,value\n')]]))) : Promise.resolve(err({ code: 'unknown-operation', message: 'none', remedy: 'import it' }))),
  facts: () => Promise.resolve(ok({ facts: [], next: null })),
  follow: (operation, after) => (operation === 'liege' ? Promise.resolve(ok(pagesOf(after))) : unknown(operation)),
  record: (_, draft, key) => Promise.resolve(key === 'used' ? err({ code: 'key-reused', message: 'it stands for another fact', remedy: 'give it another key' }) : ok({ fact: { kind: draft.kind, key, body: draft.body } as Fact, fresh: true })),
  airlift: {
    previewIntake: () => Promise.resolve(err({ code: 'sheet-refused', message: 'a.xls has a password', remedy: 'take it away', rejected: [] })),
    acceptIntake: () => Promise.resolve(err({ code: 'intake-open', message: 'one question is open', remedy: 'answer it', rejected: [] })),
    serviceRequest: () => Promise.resolve(err({ code: 'unknown-consignment', message: 'none', remedy: 'name another' })),
  },
  announcements: { read: unknown },
  counts: { preview: unknown, import: unknown, report: unknown, feeds: unknown, setFeed: unknown, askFeed: unknown },
  recordAll: () => Promise.resolve(ok([])),
  hub: { board: unknown, stockCard: unknown, holders: unknown, units: unknown, build: unknown, scan: unknown },
  onward: { board: unknown, release: unknown, keepEvidence: unknown, evidence: unknown, keepSignatory: unknown },
  need: { report: unknown, parameters: unknown, method: unknown },
  promises: { report: unknown, history: unknown, takePosition: unknown, keepSnapshot: unknown },
  communiques: { draft: unknown, list: unknown },
  requests: { report: unknown, file: unknown, step: unknown, previewSheet: unknown, fileSheet: unknown },
  papers: {
    list: unknown,
    paper: (_, { subject }) => Promise.resolve(subject === 'F1.a' ? ok({ name: 'PL-1.en.pdf', type: 'application/pdf', content: new TextEncoder().encode(`%PDF ${'x'.repeat(5000)}`) }) : err({ code: 'unknown-paper', message: `there is no ${subject}`, remedy: 'name another' })),
    report: () => Promise.resolve(err({ code: 'unprintable', message: 'signs', remedy: 'write them otherwise' })),
    labels: unknown,
  },
  funding: {
    report: unknown,
    file: (_, { file }) => Promise.resolve(file === 'funding.csv' ? ok({ name: 'liege-funding.csv', type: 'text/csv', content: new TextEncoder().encode('donor\n') }) : err({ code: 'no-publisher', message: 'nobody publishes', remedy: 'say who' })),
  },
  status: (operation) => (operation === 'liege' ? Promise.resolve(ok(report)) : unknown(operation)),
  audit: () => Promise.reject(new Error('a secret of the inside')),
  plan: () => Promise.resolve(err({ code: 'planning-failed', message: 'line L3 does not fit', remedy: 'thaw it' })),
  approve: (_, { plan, reason }, key) => Promise.resolve(plan === 'old' ? err({ code: 'plan-changed', message: `made again, the plan is another (${reason})`, remedy: 'replan' }) : ok({ plan, facts: 3, frozen: key.length })),
  picture: () => Promise.resolve(err({ code: 'bad-instant', message: 'soon is not an instant', remedy: 'write a date' })),
  standingPlan: () => Promise.resolve(err({ code: 'planning-failed', message: 'line L3 does not fit', remedy: 'thaw it' })),
  plans: () => Promise.reject(Object.assign(new Error('no space is left'), { code: 'disk-full', remedy: 'free some space' })),
  explain: (_, { plan, line, asOf }) =>
    Promise.resolve(line === 'BE/surgical-mask' ? ok({ plan, line: null, recipient: 'BE', item: 'surgical-mask', why: `as of ${asOf ?? 'now'}`, because: [], prices: [], counterfactuals: [], notes: [], noted: [] }) : err({ code: 'unknown-line', message: `there is no line ${line}`, remedy: 'name another' })),
  frontier: (operation) => Promise.resolve(ok({ operation, asOf: Instant.parse('2020-03-13T23:00:00.000Z'), points: [], policies: [] })),
  choice: { hub: () => Promise.resolve(err({ code: 'bad-hub', message: 'no candidates', remedy: 'hand some in' })), whatIf: () => Promise.resolve(err({ code: 'bad-change', message: 'no flight F9', remedy: 'name another' })), whatIfs: () => Promise.resolve(err({ code: 'bad-change', message: 'no what-if is named', remedy: 'name one at least' })), kept: () => Promise.resolve(ok([])) },
  hedge: (operation) => Promise.resolve(ok({ operation, asOf: Instant.parse('2020-03-13T23:00:00.000Z'), policy: 'equal-cover', seed: 1, plans: [] })),
  recordedPlan: () => Promise.resolve(ok(null)),
};

const fact = { kind: 'stock.reported', occurredAt: '2020-03-16T12:00:00Z', body: { recipient: 'BE', item: 'surgical-mask', units: 5 } };

let app: FastifyInstance;
beforeAll(async () => {
  app = await buildServer(desk, { version: '9.9.9' });
});
afterAll(() => app.close());

const PROBLEM = 'application/problem+json; charset=utf-8';

describe('answers', () => {
  test('that it is ready', async () => expect((await app.inject('/api/health')).json()).toEqual({ status: 'ok', version: '9.9.9', operations: 1, logs: [] }));
  test('a status as the use case made it', async () => expect((await app.inject('/api/v1/operations/liege/status')).json()).toEqual(report));
  test('an export with its files in base64', async () => expect((await app.inject('/api/v1/operations/liege/export')).json()).toEqual({ operation: 'liege', facts: 3, rejected: [], files: { 'operation.csv': 'a2V5LHZhbHVlCg==' } }));
  test('something large compressed, for whom can read that', async () => {
    const plain = await app.inject('/api/openapi.json');
    const squeezed = await app.inject({ url: '/api/openapi.json', headers: { 'accept-encoding': 'gzip, br' } });
    expect([plain.headers['content-encoding'], squeezed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(squeezed.rawPayload).toString()).toBe(plain.body);
    expect(squeezed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });
  test('an import', async () => expect((await app.inject({ method: 'POST', url: '/api/v1/operations/import', payload: { files: { 'operation.csv': 'a2V5LHZhbHVlCg==' } } })).json()).toEqual({ operation: 'liege', facts: 3, known: 0, rejected: [] }));
  test('why a need stays short, under an address with an escaped slash', async () =>
    expect((await app.inject('/api/v1/operations/liege/plans/p1/lines/BE%2Fsurgical-mask?asOf=2020-03-16')).json()).toMatchObject({ plan: 'p1', recipient: 'BE', why: 'as of 2020-03-16' }));
  test('404 for a line that the plan has not', async () => expect((await app.inject('/api/v1/operations/liege/plans/p1/lines/L99')).statusCode).toBe(404));
  test('a fact under its key', async () =>
    expect((await app.inject({ method: 'POST', url: '/api/v1/operations/liege/facts', headers: { 'idempotency-key': 'k1' }, payload: fact })).json()).toEqual({ fact: { kind: 'stock.reported', key: 'k1', body: fact.body }, fresh: true }));
});

test('says that it is starting until it is ready', async () => {
  let ready = false;
  const starting = await buildServer(desk, { version: '9.9.9', ready: () => ready });
  expect((await starting.inject('/api/health')).json()).toMatchObject({ status: 503, code: 'starting' });
  ready = true;
  expect((await starting.inject('/api/health')).statusCode).toBe(200);
  await starting.close();
});

describe('the pages', () => {
  let site: string;
  let serving: FastifyInstance;
  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'airbridge-site-'));
    await mkdir(join(site, 'assets'));
    await writeFile(join(site, 'index.html'), '<!doctype html><title>Airbridge</title>');
    await writeFile(join(site, 'assets', 'app-1a2b.js'), 'export {};');
    serving = await buildServer(desk, { version: '9.9.9', site });
  });
  afterAll(async () => {
    await serving.close();
    await rm(site, { recursive: true });
  });

  test.each(['/', '/plan', '/plan?recipient=CH'])('stand at %s and are asked for each time', async (url) => {
    const { statusCode, headers, body } = await serving.inject(url);
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
    expect(body).toContain('<title>Airbridge</title>');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });
  test('name files that browsers may keep', async () => expect((await serving.inject('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable'));
  test.each(['/api/v1/plan', '/api/nowhere', '/assets/gone.js'])('never stand in for %s', async (url) => expect((await serving.inject(url)).json()).toMatchObject({ status: 404, code: 'unknown-route' }));
  test('say how to build them where nobody has', async () => {
    const { statusCode, body } = await app.inject('/');
    expect(statusCode).toBe(503);
    expect(body).toContain('npm start');
  });
});

describe('refuses with a problem document', () => {
  test.each([
    ['an unknown address', { url: '/api/v1/nowhere' }, 404, 'unknown-route'],
    ['an unknown operation', { url: '/api/v1/operations/atlantis/status' }, 404, 'unknown-operation'],
    ['an operation that is not in the list', { url: '/api/v1/operations/atlantis' }, 404, 'unknown-operation'],
    ['a plan that nobody recorded', { url: '/api/v1/operations/liege/plans/latest' }, 404, 'unknown-plan'],
    ['an unknown policy', { method: 'POST', url: '/api/v1/operations/liege/plans', payload: { policy: 'first-come' } }, 400, 'bad-request'],
    ['a misspelt key', { method: 'POST', url: '/api/v1/operations/liege/plans', payload: { polcy: 'severity' } }, 400, 'bad-request'],
    ['a page size that is no number', { url: '/api/v1/operations/liege/facts?limit=many' }, 400, 'bad-request'],
    ['a body that is no JSON', { method: 'POST', url: '/api/v1/operations/import', headers: { 'content-type': 'application/json' }, payload: '{' }, 400, 'bad-request'],
    ['a fact without a key', { method: 'POST', url: '/api/v1/operations/liege/facts', payload: fact }, 400, 'bad-request'],
    ['a fact of no kind', { method: 'POST', url: '/api/v1/operations/liege/facts', headers: { 'idempotency-key': 'k1' }, payload: { ...fact, kind: 'goods.vanished' } }, 400, 'bad-request'],
    ['a key that stands for another fact', { method: 'POST', url: '/api/v1/operations/liege/facts', headers: { 'idempotency-key': 'used' }, payload: fact }, 409, 'key-reused'],
    ['a picture of no instant', { url: '/api/v1/operations/liege/picture?asOf=soon' }, 400, 'bad-instant'],
    ['a standing plan of an unknown policy', { url: '/api/v1/operations/liege/standing-plan?policy=first-come' }, 400, 'bad-request'],
    ['a plan that cannot be made', { method: 'POST', url: '/api/v1/operations/liege/plans', payload: {} }, 422, 'planning-failed'],
    ['a pack with errors', { method: 'POST', url: '/api/v1/operations/import', payload: { files: { 'items.csv': '' } } }, 422, 'pack-refused'],
    ['a page elsewhere that points its name at this machine', { url: '/api/health', headers: { host: 'evil.example:4020' } }, 403, 'foreign-host'],
    ['a full disk', { url: '/api/v1/operations/liege/plans' }, 507, 'disk-full'],
    ['its own mistake, without the inside', { url: '/api/v1/audit' }, 500, 'broken'],
  ] as const)('%s', async (_, request, status, code) => {
    const reply = await app.inject(request as InjectOptions);
    expect(reply.headers['content-type']).toBe(PROBLEM);
    expect(reply.json()).toMatchObject({ status, code, type: `urn:airbridge:problem:${code}` });
    expect(reply.statusCode).toBe(status);
    expect(reply.json<{ remedy: string }>().remedy).not.toBe('');
    expect(reply.body).not.toContain('secret');
  });

  test('and names each field that cannot be read', async () => {
    const reply = await app.inject({ method: 'POST', url: '/api/v1/operations/liege/plans', payload: { policy: 'first-come', seed: -1 } });
    expect(reply.json<{ fields: { field: string }[] }>().fields.map(({ field }) => field)).toEqual(['body.policy', 'body.seed']);
  });
  test('an approval without a key, and one of a plan that is another by now', async () => {
    const approve = async (plan: string, headers: Record<string, string>) => await app.inject({ method: 'POST', url: `/api/v1/operations/liege/plans/${plan}/approval`, headers, payload: { reason: 'seen' } });
    expect((await approve('p1', {})).statusCode).toBe(400);
    expect((await approve('p1', { 'idempotency-key': 'k' })).json()).toEqual({ plan: 'p1', facts: 3, frozen: 1 });
    expect(await approve('old', { 'idempotency-key': 'k' }).then((reply) => [reply.statusCode, reply.json<{ code: string }>().code])).toEqual([409, 'plan-changed']);
  });
  test('and hands each rejected row on', async () => {
    const reply = await app.inject({ method: 'POST', url: '/api/v1/operations/import', payload: { files: { 'items.csv': '' } } });
    expect(reply.json<{ rejected: unknown }>().rejected).toEqual(rejected);
  });
});

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary?: string; readonly parameters?: readonly { readonly name: string; readonly in: string }[]; readonly responses: Readonly<Record<string, { readonly description?: string }>> }>>>>;
}

describe('files', () => {
  test('a paper under its own name, whatever dots the subject has, compressed for who can read that', async () => {
    const plain = await app.inject('/api/v1/operations/liege/papers/packing-list/F1.a.pdf?lang=fr');
    expect([plain.statusCode, plain.headers['content-type'], plain.headers['content-disposition'], plain.body.slice(0, 6)]).toEqual([200, 'application/pdf', 'inline; filename="PL-1.en.pdf"', '%PDF x']);
    const small = await app.inject({ url: '/api/v1/operations/liege/papers/packing-list/F1.a.pdf', headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
  });
  test('flat rows as CSV', async () => {
    const flat = await app.inject('/api/v1/operations/liege/funding.csv');
    expect([flat.statusCode, flat.headers['content-type'], flat.headers['content-disposition'], flat.body]).toEqual([200, 'text/csv; charset=utf-8', 'inline; filename="liege-funding.csv"', 'donor\n']);
  });
  test('or why there is none', async () => {
    expect((await app.inject('/api/v1/operations/liege/iati.xml')).json()).toMatchObject({ status: 422, code: 'no-publisher', remedy: 'say who' });
    expect((await app.inject('/api/v1/operations/liege/papers/cmr/D-9.pdf')).json()).toMatchObject({ status: 404, code: 'unknown-paper', remedy: 'name another' });
    expect((await app.inject('/api/v1/operations/liege/reports/stock.xlsx')).json()).toMatchObject({ status: 422, code: 'unprintable' });
    expect((await app.inject('/api/v1/operations/liege/papers/menu/D-9.pdf')).json()).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await app.inject('/api/v1/operations/liege/papers/cmr/D-9.pdf?lang=xx')).json()).toMatchObject({ status: 400, code: 'bad-request' });
  });
});

describe('describes itself', () => {
  const described = async (): Promise<Described> => (await app.inject('/api/openapi.json')).json<Described>();

  test('as OpenAPI 3.1, with every route', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toMatch(/^3\.1\./);
    expect(Object.keys(paths).toSorted()).toEqual([
      '/api/health',
      '/api/v1/audit',
      '/api/v1/me',
      '/api/v1/operations',
      '/api/v1/operations/import',
      '/api/v1/operations/{op}',
      '/api/v1/operations/{op}/announcements/reading',
      '/api/v1/operations/{op}/audit',
      '/api/v1/operations/{op}/claims/snapshots',
      '/api/v1/operations/{op}/communiques',
      '/api/v1/operations/{op}/communiques/draft',
      '/api/v1/operations/{op}/consignments/{consignment}/service-request',
      '/api/v1/operations/{op}/count-feeds',
      '/api/v1/operations/{op}/count-feeds/{series}/ask',
      '/api/v1/operations/{op}/counts',
      '/api/v1/operations/{op}/counts/preview',
      '/api/v1/operations/{op}/dispatches',
      '/api/v1/operations/{op}/events',
      '/api/v1/operations/{op}/evidence',
      '/api/v1/operations/{op}/evidence/{sha256}',
      '/api/v1/operations/{op}/export',
      '/api/v1/operations/{op}/facts',
      '/api/v1/operations/{op}/facts/batch',
      '/api/v1/operations/{op}/frontier',
      '/api/v1/operations/{op}/funding',
      '/api/v1/operations/{op}/funding.csv',
      '/api/v1/operations/{op}/hedge',
      '/api/v1/operations/{op}/hub',
      '/api/v1/operations/{op}/hub-choice',
      '/api/v1/operations/{op}/hub/holders',
      '/api/v1/operations/{op}/hub/lots/{lot}',
      '/api/v1/operations/{op}/hub/scans',
      '/api/v1/operations/{op}/hub/units',
      '/api/v1/operations/{op}/iati.xml',
      '/api/v1/operations/{op}/intake',
      '/api/v1/operations/{op}/intake/preview',
      '/api/v1/operations/{op}/labels.pdf',
      '/api/v1/operations/{op}/need',
      '/api/v1/operations/{op}/need/method',
      '/api/v1/operations/{op}/need/parameters',
      '/api/v1/operations/{op}/papers',
      '/api/v1/operations/{op}/papers/{kind}/{subject}.pdf',
      '/api/v1/operations/{op}/picture',
      '/api/v1/operations/{op}/plan-jobs',
      '/api/v1/operations/{op}/plan-jobs/{job}',
      '/api/v1/operations/{op}/plan-jobs/{job}/events',
      '/api/v1/operations/{op}/plans',
      '/api/v1/operations/{op}/plans/{plan}',
      '/api/v1/operations/{op}/plans/{plan}/approval',
      '/api/v1/operations/{op}/plans/{plan}/lines/{line}',
      '/api/v1/operations/{op}/positions',
      '/api/v1/operations/{op}/promises',
      '/api/v1/operations/{op}/promises/history',
      '/api/v1/operations/{op}/releases',
      '/api/v1/operations/{op}/reports/{kind}.pdf',
      '/api/v1/operations/{op}/reports/{kind}.xlsx',
      '/api/v1/operations/{op}/request-sheets',
      '/api/v1/operations/{op}/request-sheets/preview',
      '/api/v1/operations/{op}/requests',
      '/api/v1/operations/{op}/requests/{request}/acceptance',
      '/api/v1/operations/{op}/requests/{request}/answer',
      '/api/v1/operations/{op}/requests/{request}/decline',
      '/api/v1/operations/{op}/requests/{request}/question',
      '/api/v1/operations/{op}/requests/{request}/withdrawal',
      '/api/v1/operations/{op}/signatories',
      '/api/v1/operations/{op}/standing-plan',
      '/api/v1/operations/{op}/status',
      '/api/v1/operations/{op}/what-if',
      '/api/v1/operations/{op}/what-ifs',
      '/api/v1/operations/{op}/what-ifs/comparison',
      '/p/{op}',
      '/p/{op}/card',
      '/p/{op}/data.csv',
      '/p/{op}/data.json',
      '/p/{op}/data.xlsx',
      '/p/{op}/facts/{fact}',
      '/p/{op}/feed.atom',
      '/p/{op}/feed.json',
      '/p/{op}/figures/{figure}',
      '/p/{op}/oembed.json',
      '/p/{op}/preview.png',
      '/p/{op}/promise/{pledge}',
      '/p/{op}/thanks/{recipient}',
    ]);
  });
  test('with a summary, described answers and each parameter of the path', async () => {
    for (const [path, methods] of Object.entries((await described()).paths))
      for (const operation of Object.values(methods)) {
        expect(operation.summary).toBeTruthy();
        for (const response of Object.values(operation.responses)) expect(response.description).toEqual(expect.any(String));
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      }
  });
  test('without a reference that leads nowhere', async () => {
    const document = await described();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => (match[1] ?? '').split('/'));
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(reference.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document), reference.join('/')).toBeDefined();
  });
  test('on a page that loads nothing from elsewhere', async () => {
    const page = await app.inject('/api/docs');
    const read = page.statusCode === 302 ? await app.inject(String(page.headers.location)) : page;
    expect(read.statusCode).toBe(200);
    expect(read.body).not.toMatch(/(src|href)="https?:/);
    const scripts = [...read.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => new URL(match[1] ?? '', 'http://localhost/api/docs/').pathname);
    expect(scripts.length).toBeGreaterThan(3);
    for (const address of scripts) expect((await app.inject(address)).statusCode, address).toBe(200);
  });
});

describe('listens', () => {
  let other: Server;
  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void other.close());

  test('not on a port that another program has, and says what to change', async () => {
    const server = await buildServer(desk, { version: '9.9.9' });
    const { port } = other.address() as AddressInfo;
    const refused = await listen(server, { host: '127.0.0.1', port });
    expect(refused).toMatchObject({ ok: false, error: { code: 'port-in-use', remedy: expect.stringContaining('PORT') as string } });
    await server.close();
  });
  test('not for other machines', async () => expect(await listen(app, { host: '0.0.0.0', port: 0 })).toMatchObject({ ok: false, error: { code: 'host-not-local' } }));
  test.each([['localhost', true], ['127.0.0.1', true], ['127.9.9.9', true], ['::1', true], ['[::1]', true], ['0.0.0.0', false], ['127.evil.example', false], ['localhost.evil.example', false]])('%s is this machine only: %s', (host, local) => expect(isLoopback(host)).toBe(local));
});
