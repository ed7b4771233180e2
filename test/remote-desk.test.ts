// The desk behind a server answers as the desk itself does: what the commands print does not depend on who has the folder.

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk, JournalEvent, PlanReport } from '../src/app/desk.ts';
import { deskOverHttp } from '../src/cli/remote.ts';
import type { Fact } from '../src/domain/facts.ts';
import { err, ok } from '../src/domain/result.ts';
import type { FeedReport } from '../src/app/need/counts-shape.ts';
import { Actor } from '../src/domain/ids.ts';
import { Instant, LocalDate } from '../src/domain/time.ts';
import { buildServer, listen } from '../src/http/server.ts';

const at = Instant.parse('2020-03-16T19:40:00.000Z');
const plan = { plan: 'p1', policy: 'equal-cover', asOf: at, seed: 1, objective: 10.5, lines: [], check: { ok: true, violations: [] } } as unknown as PlanReport;
const laid = { objective: 1, bound: 1, gap: 0, relativeGap: 0, modelObjective: 1, coverage: { min: 0, mean: 0.5, gini: 0.1 }, worstOff: 0.25, hours: { median: null, last: 9 }, cost: 2, co2Kg: 3, cartons: 4, check: { ok: false, violations: ['v'] } };
const unknown = err({ code: 'unknown-operation', message: 'there is no operation x', remedy: 'did you mean liege?' } as const);

async function* once(): AsyncGenerator<readonly JournalEvent[]> {
  yield [{ event: 'head', seq: 1 }];
}

const COUNTED = { operation: 'liege', series: 's', format: 'ecdc', source: { title: 't', isNew: true }, documents: [], isKnown: false, rows: 2, from: null, until: null, days: 0, areas: 0, figures: { new: 1, revised: 0, unchanged: 0, absent: 0 }, revisions: [], unknownAreas: [], drift: null, faultKinds: [], faults: [], mapping: null } as const;
const FEED: FeedReport = { series: 's', url: 'https://counts.example.org/a.csv', format: 'ecdc', everyHours: 6, state: 'failed', askedAt: at, last: { outcome: 'disappeared', detail: 'it answered 404', remedy: 'r' }, changedAt: null, nextAt: at };

const desk: Desk = {
  operationIds: () => Promise.resolve(ok(['liege'])),
  operations: () => Promise.resolve(ok([{ operation: 'liege', name: 'Liège', hub: 'BELGG', zone: 'Europe/Brussels', openedAt: at, standsAt: null, isPublic: false, facts: 3 }])),
  importPack: (files) =>
    Promise.resolve(
      files.size === 0
        ? err({ code: 'pack-refused', message: 'refused', remedy: 'correct it', rejected: [{ file: 'a.csv', sheet: null, row: 2, column: null, value: 'x', problem: 'p', remedy: 'r' }] })
        : ok({ operation: [...files].map(([name, bytes]) => `${name}=${[...bytes].join('.')}`).join(), facts: 1, known: 0, rejected: [] }),
    ),
  exportPack: (operation, form) => Promise.resolve(operation === 'liege' ? ok(new Map([[`a.${form?.as ?? 'csv'}`, new Uint8Array([0, 255, 195, 169, form?.hxl === true ? 1 : 0])]])) : unknown),
  record: (operation, draft, key) => Promise.resolve(ok({ fact: { ...draft, key, operation } as unknown as Fact, fresh: key === 'new' })),
  airlift: {
    previewIntake: (operation, { file, answers }) =>
      Promise.resolve(
        operation === 'liege'
          ? ok({
              operation, file: { name: file.name, sha256: [...file.content].join('.') }, matched: answers?.['numbers'] === 'comma', sender: null, sheet: '', sheets: [''], headerRow: 1, mapping: [], questions: [], rows: [], counts: { rows: 0, withProblems: 0, aside: 0, lots: 0 }, lots: [],
              totals: { items: [], cartons: 0, pallets: 0, grossKg: 0, volumeM3: 0, chargeableKg: 0, isEstimated: false }, sums: [], notRead: [], waybill: null, request: null, consignment: null, missingPapers: [['gift-certificate']], duplicateOf: null,
            })
          : unknown,
      ),
    acceptIntake: (operation, { sender }) => Promise.resolve(sender === undefined ? err({ code: 'intake-open', message: 'one question is open', remedy: 'answer it', rejected: [] }) : ok({ operation, consignment: 'F9', lots: ['F9-1'], facts: 4, missingPapers: [] })),
    serviceRequest: (_, consignment) => Promise.resolve(consignment === 'F1' ? ok({ name: 'srf-F1.xlsx', content: new Uint8Array([80, 75, 0, 255]) }) : err({ code: 'unknown-consignment', message: 'there is no consignment F99', remedy: 'did you mean F9?' })),
  },
  announcements: { read: (operation, { text, author }) => Promise.resolve(operation === 'liege' ? ok({ operation, key: `announcement:${text}`, publishedAt: at, language: 'fr', sentences: [{ start: 0, end: text.length }], proposals: [], unread: [{ span: { start: 0, end: 1 }, words: author ?? 'nobody', as: 'money' }], drafts: [] }) : unknown) },
  follow: () => Promise.resolve(ok(once())),
  recordAll: (operation, drafts, key) => Promise.resolve(ok(drafts.map((draft, index) => ({ fact: { ...draft, key: `${key}#${index}`, operation } as unknown as Fact, fresh: key === 'new' })))),
  counts: {
    preview: (operation, { files = [], url, mapping }) => Promise.resolve(operation === 'liege' ? ok({ ...COUNTED, series: url ?? files.map(({ name, content }) => `${name}=${[...content].join('.')}`).join(), questions: [{ id: 'counting', problem: mapping?.columns?.date ?? 'none', remedy: 'r', options: [] }], isReady: false }) : unknown),
    import: (_, { series, by }) => Promise.resolve(series === undefined ? err({ code: 'intake-open', message: 'one question is open', remedy: 'answer it', rejected: [] }) : ok({ ...COUNTED, series: `${series} ${by ?? 'nobody'}`, facts: 3 })),
    report: (operation, { area, asOf }) => Promise.resolve(ok({ operation, asOf: asOf === undefined ? at : Instant.parse(asOf), series: [], areas: [], days: area === undefined ? [] : [{ date: LocalDate.parse('2020-03-16'), told: [] }], world: null })),
    feeds: () => Promise.resolve(ok([FEED])),
    setFeed: (_, wish) => Promise.resolve(wish.url === 'nowhere' ? err({ code: 'not-fetched', message: 'no address', remedy: 'r' }) : ok({ ...FEED, url: wish.url, everyHours: wish.everyHours })),
    askFeed: (_, series) => Promise.resolve(series === 'none' ? err({ code: 'unknown-series', message: 'none', remedy: 'r' }) : ok({ ...FEED, series })),
  },
  hub: {
    board: (operation, { asOf }) => Promise.resolve(operation === 'liege' ? ok({ operation, hub: 'BELGG', asOf: asOf === undefined ? at : Instant.parse(asOf), arrivals: [], stock: [], questions: [], handling: null, recalls: [] }) : unknown),
    stockCard: (_, { lot, place }) => Promise.resolve(ok({ lot, item: 'i', place: place ?? 'BELGG', batch: null, expires: null, movements: [] })),
    build: (_, { lot, units }, key) => Promise.resolve(ok({ lot, cartons: [{ unit: key, units, on: null }], pallets: [], facts: [`fact of ${key}`] })),
    units: (_, { in: within }) => Promise.resolve(within === 'gone' ? err({ code: 'unknown-unit', message: 'gone', remedy: 'r' }) : ok({ in: within ?? null, count: 0, units: [] })),
    scan: (_, { code }, key) => Promise.resolve(code === 'x' ? err({ code: 'unreadable-code', message: 'x', remedy: 'r' }) : ok({ unit: { unit: code, type: 'carton', at: {}, in: key, holds: [], contents: [] }, entered: 1 })),
    holders: (_, { lots, batch }) => Promise.resolve(ok({ lots: [...(lots ?? []), batch ?? 'no batch'], holders: [] })),
  },
  onward: {
    board: (operation) => Promise.resolve(ok({ operation, asOf: at, orders: [], departures: [], losses: [], delays: [] })),
    release: (_, { plan: id, lines }) => Promise.resolve(lines === undefined ? err({ code: 'not-approved', message: id, remedy: 'r' }) : ok({ plan: id, orders: [], waiting: lines.map((line) => ({ line, why: 'not-free-yet', free: 1, units: 2 })) })),
    keepEvidence: (_, content) => Promise.resolve(content.length === 0 ? err({ code: 'evidence-refused', message: 'the file is empty', remedy: 'r' }) : ok({ sha256: [...content].join('.'), type: 'image/png', bytes: content.length })),
    evidence: (_, sha256) => Promise.resolve(sha256.startsWith('0') ? err({ code: 'unknown-evidence', message: sha256, remedy: 'r' }) : ok({ name: 'pallet 7.png', type: 'image/png', content: new Uint8Array([137, 80, 0, 255]), namedBy: [] })),
    keepSignatory: (_, { name, role }) => Promise.resolve(ok({ signedBy: `${name}, ${role ?? 'no role'}` })),
  },
  need: {
    report: (operation, { item }) => Promise.resolve(item === undefined ? unknown : ok({ operation, asOf: at, areas: [], demand: [], shortages: null, world: null, projections: [], faults: [] })),
    parameters: (operation, { asOf }) => Promise.resolve(asOf === undefined ? unknown : ok({ operation, asOf: at, parameters: [] })),
    method: (operation, { asOf }) => Promise.resolve(asOf === undefined ? unknown : ok({ operation, asOf: at, scores: { own: [], published: { from: LocalDate.parse('2020-03-01'), until: LocalDate.parse('2020-04-30'), rows: [] } }, infections: { use: 'never-for-allocation', parameters: [], said: [] } })),
  },
  requests: {
    report: (operation, { asOf }) => Promise.resolve(operation === 'liege' ? ok({ operation, asOf: asOf ?? 'now' } as never) : unknown),
    file: (_, { recipient, lines, via }, key) => Promise.resolve(recipient === 'nobody' ? err({ code: 'facts-refused', message: 'refused', remedy: 'r', rejected: [] }) : ok({ request: { recipient, lines, via }, fresh: key === 'new' } as never)),
    step: (_, request, ask, { at: when }, key) => Promise.resolve(request === 'gone' ? err({ code: 'unknown-request', message: 'gone', remedy: 'r' }) : ok({ request: { request, ask: JSON.parse(JSON.stringify(ask)) as object, when: when ?? null }, fresh: key === 'new' } as never)),
    previewSheet: (operation, { file }) => Promise.resolve(ok({ operation, file: { name: file.name, sha256: [...file.content].join('.') } } as never)),
    fileSheet: (operation, { file, answers }) => Promise.resolve(ok({ operation, requests: [file.name, answers ?? {}], fresh: true } as never)),
  },
  promises: {
    report: (operation, { asOf }) => Promise.resolve(operation === 'liege' ? ok({ operation, asOf: asOf ?? 'now' } as never) : unknown),
    history: (operation, { item, pledge, country, asOf }) => Promise.resolve(ok({ operation, asOf: asOf === undefined ? at : Instant.parse(asOf), item, pledge: pledge ?? null, donor: null, country: country ?? null, points: [] })),
    takePosition: (operation, { claims = ['all'], ...ask }, key) => Promise.resolve(ask.contradiction === 'none' ? err({ code: 'unknown-contradiction', message: 'none', remedy: 'r' }) : ok({ fact: { ...ask, claims, key, operation } as unknown as Fact, fresh: true })),
    keepSnapshot: (_, content) => Promise.resolve(ok({ sha256: [...content].join('.'), type: 'application/pdf', bytes: content.length })),
  },
  communiques: {
    draft: (operation, { language, form, corrects }) => Promise.resolve(ok({ operation, asOf: at, language, form, corrects: corrects ?? null, sentences: [{ id: 'post', paragraph: 0, parts: [{ words: 'x' }] }], basis: {}, isPlanned: false })),
    list: (operation) => Promise.resolve(operation === 'liege' ? ok([]) : unknown),
  },
  papers: {
    list: (operation) => Promise.resolve(operation === 'liege' ? ok({ operation, asOf: at, papers: [{ kind: 'cmr', subject: 'D-1', number: 'CMR-1', language: 'it' }] }) : unknown),
    paper: (_, { kind, subject, lang }) => Promise.resolve(subject === 'none' ? err({ code: 'unknown-paper', message: kind, remedy: 'r' }) : ok({ name: `${subject.replace(':', '-')}.${lang ?? 'fr'}.pdf`, type: 'application/pdf', content: new Uint8Array([37, 80, 0, 255, ...Buffer.from(kind)]) })),
    labels: (_, { units, lot, inner, format }) => Promise.resolve(ok({ name: [...(units ?? []), lot, inner, format].join('_'), type: 'application/pdf', content: new Uint8Array([37, 80]) })),
    report: (_, { kind, format, hxl, asOf }) => Promise.resolve(ok({ name: `${kind}.${format}`, type: format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: new TextEncoder().encode(`${String(hxl)} ${asOf ?? 'now'}`) })),
  },
  funding: {
    report: (operation, { asOf }) => Promise.resolve(operation === 'liege' ? ok({ operation, asOf: at, identifier: `X-${asOf ?? 'now'}`, transactions: 1, indicators: 2, rows: 3, notes: ['n'] }) : unknown),
    file: (_, { file, asOf }) => Promise.resolve(ok({ name: `liege-${file}`, type: file === 'iati.xml' ? 'application/xml' : 'text/csv', content: new TextEncoder().encode(`é ${asOf ?? 'now'}`) })),
  },
  facts: (_, after, limit) => Promise.resolve(ok({ facts: [], next: after + limit })),
  status: (operation, { asOf }) =>
    Promise.resolve(operation === 'liege' ? ok({ operation, name: asOf ?? 'now', asOf: at, knownAt: null, promises: [], claims: [], contradictions: [], discrepancies: [], plan: { plan: 'p1', recorded: true }, notes: [], noted: [] }) : unknown),
  audit: (operation, { knownAt }) => Promise.resolve(ok({ ok: true, facts: 1, rows: [], problems: [operation ?? 'all', knownAt ?? 'now'] })),
  plan: (_, ask) => Promise.resolve(ask.seed === 13 ? err({ code: 'planning-failed', message: 'no', remedy: 'thaw' }) : ok({ report: { ...plan, seconds: ask.gap, policy: ask.policy }, mps: ask.mps === true ? 'NAME p1\n' : null, problem: ask.problem === true ? '{}\n' : null })),
  approve: (_, { plan: id, reason }, key) => Promise.resolve(id === 'p1' ? ok({ plan: `${id} ${reason}`, facts: 3, frozen: key.length }) : err({ code: 'decisions-refused', message: 'no', remedy: 'release', release: [{ lot: 'A', recipient: 'IT', route: ['T1'], cartons: 3 }], most: 2 })),
  picture: (operation, { asOf }) => Promise.resolve(operation === 'liege' ? ok({ operation, asOf: asOf ?? 'now' } as never) : unknown),
  standingPlan: (_, { policy }) => Promise.resolve(ok({ ...plan, policy })),
  explain: (_, { plan: id, line, asOf }) => Promise.resolve(line === 'L1' ? ok({ plan: id, line, recipient: 'CH', item: asOf ?? 'now', why: 'w', because: [], prices: [], counterfactuals: [], notes: [], noted: [] }) : err({ code: 'unknown-line', message: line, remedy: 'r' })),
  hedge: (operation, { scenarios = 0 }) => Promise.resolve(ok({ operation, asOf: at, policy: 'equal-cover', seed: scenarios, plans: [] })),
  frontier: (operation, { asOf }) => Promise.resolve(asOf === 'then' ? err({ code: 'bad-instant', message: 'then', remedy: 'r' }) : ok({ operation, asOf: at, points: [], policies: [] })),
  choice: {
    hub: (operation, { hubs, by, budget }) =>
      Promise.resolve(budget === 1 ? err({ code: 'bad-hub', message: 'too little', remedy: 'allow more' }) : ok({ operation, asOf: at, hub: 'BELGG', by, hubs, candidates: [], gateways: [], ranking: [], reasons: ['r'], because: [], shocks: [], sensitivity: null, classic: [], sets: { all: 1, planned: 1 }, isochrones: [], rules: {} } as never)),
    whatIf: (_, { changes }) => Promise.resolve(err({ code: 'bad-change', message: JSON.stringify(changes), remedy: 'r' })),
    whatIfs: (operation, { futures, asOf }) => Promise.resolve(futures.length === 0 ? err({ code: 'bad-change', message: 'no what-if is named', remedy: 'r' }) : ok({ operation, asOf: at, standing: laid, futures: futures.map(({ name, changes, keptAsOf = null }) => ({ name: `${name} ${String(keptAsOf)} ${asOf ?? 'now'}`, changes, keptAsOf: null, plan: name === 'b' ? laid : null, failure: name === 'b' ? null : { code: 'bad-change', message: 'm', remedy: 'r' } })) })),
    kept: (operation) => Promise.resolve(operation === 'liege' ? ok([{ name: 'More masks', changes: [{ kind: 'need', times: 1.2 }], asOf: null, at, by: Actor.parse('planner'), seq: 9, facts: [] }]) : unknown),
  },
  plans: () => Promise.resolve(ok([{ plan: 'p1', policy: 'severity', asOf: at, recordedAt: at, lines: 1, unserved: 0, current: true, approved: { at, by: 'planner' } }])),
  recordedPlan: (_, id) => Promise.resolve(ok(id === 'latest' ? plan : null)),
};

let app: FastifyInstance;
let remote: Desk;
let url: string;
beforeAll(async () => {
  app = await buildServer(desk, { version: '9.9.9' });
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.message);
  ({ url } = listening.value);
  remote = deskOverHttp(url);
});
afterAll(() => app.close());

const QUESTIONS: readonly (readonly [string, (desk: Desk) => Promise<unknown>])[] = [
  ['the operations', (it) => it.operations()],
  ['their ids', (it) => it.operationIds()],
  ['an import, byte for byte', (it) => it.importPack(new Map([['b.csv', new Uint8Array([1, 0, 254])]]))],
  ['a refused import', (it) => it.importPack(new Map())],
  ['an export, byte for byte', (it) => it.exportPack('liege')],
  ['an export as a workbook', (it) => it.exportPack('liege', { as: 'xlsx', hxl: false })],
  ['an export with tags', (it) => it.exportPack('liege', { as: 'csv', hxl: true })],
  ['an export of nothing', (it) => it.exportPack('x')],
  ['requests', (it) => it.requests.report('liege', { asOf: '2020-03-16' })],
  ['a request', (it) => it.requests.file('liege', { recipient: 'IT', via: 'desk', lines: [{ item: 'suit', units: 5, from: '2020-03-16', until: '2020-03-20', severity: 3, why: null }] }, 'new')],
  ['a refused request', (it) => it.requests.file('liege', { recipient: 'nobody', via: 'api', lines: [{ item: 'suit', units: 5, from: '2020-03-16', until: '2020-03-20', severity: 3 }] }, 'k')],
  ['a question', (it) => it.requests.step('liege', 'R1', { step: 'ask', question: 'beds?' }, { at: '2020-03-16' }, 'k')],
  ['an answer', (it) => it.requests.step('liege', 'R1', { step: 'answer', answer: '40', name: 'Jo' }, { at: '2020-03-16' }, 'k')],
  ['an acceptance of less', (it) => it.requests.step('liege', 'R1', { step: 'accept', lines: [{ item: 'suit', from: '2020-03-16', units: 3, within: [], replaces: ['2020-03-15'] }], reason: 'short' }, {}, 'new')],
  ['a refusal of a request that is gone', (it) => it.requests.step('liege', 'gone', { step: 'decline', reason: 'x' }, {}, 'k')],
  ['a withdrawal', (it) => it.requests.step('liege', 'R1', { step: 'withdraw', reason: null }, {}, 'k')],
  ['a sheet of requests, byte for byte', (it) => it.requests.previewSheet('liege', { file: { name: 'a.csv', content: new Uint8Array([0, 254, 1]) } })],
  ['a sheet that is filed', (it) => it.requests.fileSheet('liege', { file: { name: 'a.csv', content: new Uint8Array([0, 254, 1]) }, answers: { 'row:2': 'aside' } })],
  ['a recorded fact', (it) => it.record('liege', { kind: 'stock.reported', occurredAt: '2020-03-16', by: 'hub', sources: ['S1'], note: 'né', evidence: [], body: { units: 5 } }, 'new')],
  ['a sheet, byte for byte', (it) => it.airlift.previewIntake('liege', { file: { name: 'a.csv', content: new Uint8Array([0, 255, 7]) }, answers: { numbers: 'comma' } })],
  ['a sheet for nothing', (it) => it.airlift.previewIntake('x', { file: { name: 'a.csv', content: new Uint8Array([1]) } })],
  ['an announcement', (it) => it.announcements.read('liege', { text: 'Né.', author: 'a paper' })],
  ['an announcement of nothing', (it) => it.announcements.read('x', { text: 'Né.' })],
  ['an accepted sheet', (it) => it.airlift.acceptIntake('liege', { file: { name: 'a.csv', content: new Uint8Array([1]) }, sender: 'a shipper' })],
  ['a sheet with a question open', (it) => it.airlift.acceptIntake('liege', { file: { name: 'a.csv', content: new Uint8Array([1]) } })],
  ['a service request form, byte for byte', (it) => it.airlift.serviceRequest('liege', 'F1')],
  ['a form of nothing', (it) => it.airlift.serviceRequest('liege', 'F99')],
  ['recorded facts', (it) => it.recordAll('liege', [{ kind: 'stock.reported', occurredAt: '2020-03-16', by: 'hub', sources: [], note: null, evidence: [], body: { units: 5 } }], 'new')],
  ['counts, byte for byte', (it) => it.counts.preview('liege', { format: 'sheet', series: 'x', files: [{ name: 'a.csv', content: new Uint8Array([0, 255, 7]) }], mapping: { columns: { date: 'Jour' } } })],
  ['counts at an address', (it) => it.counts.preview('liege', { format: 'ecdc', url: 'https://counts.example.org/a.csv' })],
  ['counts of nothing', (it) => it.counts.preview('x', { format: 'ecdc', url: 'https://counts.example.org/a.csv' })],
  ['counts taken in', (it) => it.counts.import('liege', { format: 'ecdc', series: 'ecdc', files: [{ name: 'a.csv', content: new Uint8Array([1]) }] })],
  ['counts with a question open', (it) => it.counts.import('liege', { format: 'sheet', files: [{ name: 'a.csv', content: new Uint8Array([1]) }] })],
  ['what was counted', (it) => it.counts.report('liege', {})],
  ['what was counted of one area', (it) => it.counts.report('liege', { area: 'IT', asOf: '2020-03-16T00:00:00.000Z' })],
  ['feeds', (it) => it.counts.feeds('liege')],
  ['a feed that is set', (it) => it.counts.setFeed('liege', { url: 'https://counts.example.org/b.csv', format: 'dpc', everyHours: 12, active: true })],
  ['a feed from nowhere', (it) => it.counts.setFeed('liege', { url: 'nowhere', format: 'dpc', everyHours: 12, active: true })],
  ['a feed asked', (it) => it.counts.askFeed('liege', 'dpc')],
  ['a feed that is not there', (it) => it.counts.askFeed('liege', 'none')],
  ['the hub', (it) => it.hub.board('liege', { asOf: '2020-03-13T23:00:00.000Z' })],
  ['the hub of nothing', (it) => it.hub.board('x', {})],
  ['a stock card', (it) => it.hub.stockCard('liege', { lot: 'F1-A', place: 'ITMXP' })],
  ['who holds lots', (it) => it.hub.holders('liege', { lots: ['A', 'B'] })],
  ['units built', (it) => it.hub.build('liege', { lot: 'A', units: 5, place: 'BELGG', by: 'hub' }, 'k1')],
  ['handling units', (it) => it.hub.units('liege', { in: 'PMC12345CV' })],
  ['handling units in what was broken down', (it) => it.hub.units('liege', { in: 'gone' })],
  ['a scan', (it) => it.hub.scan('liege', { code: '(00)1', doing: 'receive', by: 'hub' }, 'k2')],
  ['a scan of nothing', (it) => it.hub.scan('liege', { code: 'x', doing: 'find', by: 'hub' }, 'k3')],
  ['who holds a batch', (it) => it.hub.holders('liege', { batch: 'n/7' })],
  ['the dispatch board', (it) => it.onward.board('liege', {})],
  ['release orders', (it) => it.onward.release('liege', { plan: 'p1', lines: ['L1'], by: 'hub' })],
  ['release orders of a plan that nobody approved', (it) => it.onward.release('liege', { plan: 'p1', by: 'hub' })],
  ['evidence, byte for byte', (it) => it.onward.keepEvidence('liege', new Uint8Array([0, 255, 7]))],
  ['no evidence', (it) => it.onward.keepEvidence('liege', new Uint8Array())],
  ['a file that a fact names', (it) => it.onward.evidence('liege', 'a'.repeat(64))],
  ['a file that no fact names', (it) => it.onward.evidence('liege', '0'.repeat(64))],
  ['who signed', (it) => it.onward.keepSignatory('liege', { name: 'Anna', role: 'pharmacist' })],
  ['the need of an item', (it) => it.need.report('liege', { item: 'ffp2', asOf: '2020-03-16' })],
  ['how good the projections were', (it) => it.need.method('liege', { asOf: '2020-03-16' })],
  ['what need rests on', (it) => it.need.parameters('liege', { asOf: '2020-03-16' })],
  ['the need of nothing', (it) => it.need.report('liege', {})],
  ['the promises of an instant', (it) => it.promises.report('liege', { asOf: '2020-03-16' })],
  ['the history of a figure', (it) => it.promises.history('liege', { item: 'surgical-mask', pledge: 'P1', country: 'IT', asOf: '2020-03-16T00:00:00.000Z' })],
  ['a position', (it) => it.promises.takePosition('liege', { contradiction: 'amounts:P1:mask', reading: 'pledge', reason: 'r', claims: ['C1'], by: 'planner' }, 'k')],
  ['a position on nothing', (it) => it.promises.takePosition('liege', { contradiction: 'none', reading: 'pledge', reason: 'r', by: 'planner' }, 'k')],
  ['a snapshot', (it) => it.promises.keepSnapshot('liege', new Uint8Array([37, 80, 255]))],
  ['what can be printed', (it) => it.papers.list('liege', {})],
  ['a paper, byte for byte', (it) => it.papers.paper('liege', { kind: 'waybill', subject: 'RO-1.a', lang: 'ar' })],
  ['a recall notice', (it) => it.papers.paper('liege', { kind: 'recall-notice', subject: 'R1:A/B' })],
  ['a paper that is not there', (it) => it.papers.paper('liege', { kind: 'cmr', subject: 'none' })],
  ['a report as a workbook', (it) => it.papers.report('liege', { kind: 'stock', format: 'xlsx', hxl: true })],
  ['a report as PDF', (it) => it.papers.report('liege', { kind: 'donors', format: 'pdf', hxl: false, asOf: '2020-03-16' })],
  ['what there is to publish', (it) => it.funding.report('liege', {})],
  ['what there was to publish', (it) => it.funding.report('liege', { asOf: '2020-03-16', knownAt: '2020-03-17' })],
  ['what nobody publishes', (it) => it.funding.report('x', {})],
  ['an activity, byte for byte', (it) => it.funding.file('liege', { file: 'iati.xml', asOf: '2020-03-16' })],
  ['flat rows', (it) => it.funding.file('liege', { file: 'funding.csv' })],
  ['a page of facts', (it) => it.facts('liege', 7, 5)],
  ['the status now', (it) => it.status('liege', {})],
  ['the status at an instant', (it) => it.status('liege', { asOf: '2020-03-13T23:00+01:00' })],
  ['the status of nothing', (it) => it.status('x/../y', {})],
  ['the audit of one', (it) => it.audit('liege', { knownAt: '2020-03-13' })],
  ['the audit of all', (it) => it.audit(null, {})],
  ['a plan', (it) => it.plan('liege', { policy: 'severity', seed: 1, gap: 0.25 })],
  ['a plan with its model', (it) => it.plan('liege', { policy: 'deprivation', seed: 1, gap: 0, mps: true, record: true })],
  ['a plan with its problem', (it) => it.plan('liege', { policy: 'deprivation', seed: 1, gap: 0, problem: true })],
  ['a plan that fails', (it) => it.plan('liege', { policy: 'deprivation', seed: 13, gap: 0 })],
  ['an approval', (it) => it.approve('liege', { plan: 'p1', by: 'planner', reason: 'né', freeze: 'all' }, 'key')],
  ['an approval that is refused', (it) => it.approve('liege', { plan: 'p2', by: 'planner', reason: 'r', freeze: 'decided', decisions: { frozen: [], overridden: [], forbidden: [], released: [] } }, 'key')],
  ['the picture of an instant', (it) => it.picture('liege', { asOf: '2020-03-13T23:00+01:00' })],
  ['the picture of nothing', (it) => it.picture('x', {})],
  ['the standing plan', (it) => it.standingPlan('liege', { policy: 'severity' })],
  ['why a line is so', (it) => it.explain('liege', { plan: 'p1', line: 'L1', asOf: '2020-03-16' })],
  ['why a need without a line stays short', (it) => it.explain('liege', { plan: 'latest', line: 'CH/ffp2' })],
  ['plans that hedge', (it) => it.hedge('liege', { scenarios: 50 })],
  ['a frontier', (it) => it.frontier('liege', {})],
  ['a frontier at no instant', (it) => it.frontier('liege', { asOf: 'then' })],
  ['which hub', (it) => it.choice.hub('liege', { hubs: 2, by: 'cost' })],
  ['which hub for no money', (it) => it.choice.hub('liege', { budget: 1 })],
  ['what if', (it) => it.choice.whatIf('liege', { changes: [{ kind: 'need', times: 1.2 }] })],
  ['several what-ifs', (it) => it.choice.whatIfs('liege', { asOf: '2020-03-16', futures: [{ name: 'Né', changes: [{ kind: 'rail' }], keptAsOf: null }, { name: 'b', changes: [{ kind: 'need', times: 1.2 }] }, { name: 'c', changes: [{ kind: 'rail' }], keptAsOf: '2020-03-17' }] })],
  ['no what-if', (it) => it.choice.whatIfs('liege', { futures: [] })],
  ['what-ifs that were kept', (it) => it.choice.kept('liege')],
  ['what-ifs of nothing', (it) => it.choice.kept('x')],
  ['the plans', (it) => it.plans('liege')],
  ['the latest plan', (it) => it.recordedPlan('liege', 'latest')],
  ['a plan that is not there', (it) => it.recordedPlan('liege', 'p9')],
];

describe('the server answers as the desk does:', () => {
  test.each(QUESTIONS)('%s', async (_, ask) => expect(await ask(remote)).toEqual(await ask(desk)));
});

test('a server that is gone is a failure with a remedy', async () => {
  expect(await deskOverHttp('http://127.0.0.1:9').status('liege', {})).toMatchObject({ ok: false, error: { code: 'server-failed', message: expect.stringContaining('does not answer') as string } });
});
