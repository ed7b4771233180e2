// The permission matrix over HTTP, cell by cell: every role × every address, and every role × every kind of fact, its own and
// somebody else's. An address or a kind that nobody has written a row for fails.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InjectOptions } from 'fastify';
import type { Draft } from '../../src/app/record-draft.ts';
import { FACT_PERMISSIONS, type Holder, HOLDERS, MATRIX, ROLES, type Scope } from '../../src/app/people/permissions.ts';
import { FACT_KINDS, type Fact, type FactKind } from '../../src/domain/facts.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { type House, houseWithPeople, organisationOf } from '../support/people.ts';
import { hour } from '../support/journal.ts';

let house: House;
beforeAll(async () => {
  const store = await openHome(newFolder());
  // Writing is asked for, and answered, but not done: each cell finds the same operation.
  house = await houseWithPeople(store, () => ({
    recordAll: (_, drafts, key) => Promise.resolve(ok(drafts.map((draft) => ({ fact: { ...draft, key } as unknown as Fact, fresh: true })))),
    record: (_, draft, key) => Promise.resolve(ok({ fact: { ...draft, key } as unknown as Fact, fresh: true })),
    importPack: () => Promise.resolve(ok({ operation: 'test', facts: 0, known: 1, rejected: [] })),
  }));
});
afterAll(async () => {
  await house.app.close();
  await house.store.close();
});

type Row = Omit<InjectOptions, 'url' | 'method'> & { readonly url?: string; readonly status?: number };
const NONE = 404;
const secret = 'x'.repeat(43);
const sheet = { file: { name: 'requests.csv', content: Buffer.from('Recipient,Item,Quantity,From,Until\nIT,mask,700,2020-03-02,2020-03-08\n').toString('base64') } };
const planned = { policy: 'equal-cover', seed: 1, gap: 0 };
const claim = { kind: 'stock.reported', occurredAt: '2020-03-02', body: { recipient: 'IT', item: 'mask', units: 5 } };

/** For each address: what to ask, and the status where it is allowed (200 unless said). */
const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/openapi.json': {},
  'GET /api/health': {},
  'GET /api/v1/me': {},
  'POST /api/auth/sign-in/username': { payload: { username: 'nobody', password: 'nothing at all' }, status: 401 },
  'POST /api/auth/sign-out': { headers: { cookie: '' } },
  'POST /api/auth/change-password': { payload: { currentPassword: 'not the right one', newPassword: 'another hut beside it' }, status: 401 },
  'GET /api/v1/operations': {},
  'GET /api/v1/operations/:op': {},
  'POST /api/v1/operations/import': { payload: { files: {} } },
  'GET /api/v1/operations/:op/export': {},
  'GET /api/v1/operations/:op/facts': {},
  'POST /api/v1/operations/:op/facts': { headers: { 'idempotency-key': 'k' }, payload: claim },
  'GET /api/v1/operations/:op/status': {},
  'GET /api/v1/operations/:op/promises': {},
  'GET /api/v1/operations/:op/promises/history': { url: '/api/v1/operations/test/promises/history?item=mask' },
  'POST /api/v1/operations/:op/positions': { headers: { 'idempotency-key': 'p' }, payload: { contradiction: 'nothing', reading: 'pledge', reason: 'x' }, status: NONE },
  'POST /api/v1/operations/:op/claims/snapshots': { payload: { content: '' }, status: 422 },
  'GET /api/v1/operations/:op/audit': {},
  'GET /api/v1/audit': {},
  'GET /api/v1/operations/:op/picture': {},
  'GET /api/v1/operations/:op/standing-plan': {},
  'GET /api/v1/operations/:op/need': {},
  'GET /api/v1/operations/:op/need/parameters': {},
  'GET /api/v1/operations/:op/need/method': {},
  'GET /api/v1/operations/:op/plans': {},
  'GET /api/v1/operations/:op/plans/:plan': { status: NONE },
  'GET /api/v1/operations/:op/plans/:plan/lines/:line': { status: NONE },
  'GET /api/v1/operations/:op/frontier': {},
  'GET /api/v1/operations/:op/hub-choice': { url: '/api/v1/operations/test/hub-choice?hubs=5', status: 422 },
  'POST /api/v1/operations/:op/hub-choice': { payload: { sheet: { name: 'c.csv', content: '' } }, status: 422 },
  'POST /api/v1/operations/:op/what-if': { payload: { changes: [{ kind: 'flight', like: 'NONE', days: 7, times: 1 }] }, status: 422 },
  'GET /api/v1/operations/:op/what-ifs': {},
  'POST /api/v1/operations/:op/what-ifs/comparison': { payload: { futures: [] }, status: 422 },
  'GET /api/v1/operations/:op/hedge': {},
  'POST /api/v1/operations/:op/plans': { payload: planned },
  'POST /api/v1/operations/:op/facts/batch': { headers: { 'idempotency-key': 'b' }, payload: { facts: [claim] } },
  'GET /api/v1/operations/:op/events': { url: '/api/v1/operations/nothing/events', status: NONE },
  'POST /api/v1/operations/:op/plan-jobs': { payload: { kind: 'standing-plan' }, status: 202 },
  'GET /api/v1/operations/:op/plan-jobs/:job': { status: NONE },
  'GET /api/v1/operations/:op/plan-jobs/:job/events': { status: NONE },
  'DELETE /api/v1/operations/:op/plan-jobs/:job': { status: NONE },
  'POST /api/v1/operations/:op/plans/:plan/approval': { headers: { 'idempotency-key': 'a' }, payload: { reason: 'x', freeze: 'decided' }, status: NONE },
  'POST /api/v1/operations/:op/releases': { payload: { plan: 'nothing' }, status: NONE },
  'GET /api/v1/operations/:op/dispatches': {},
  'POST /api/v1/operations/:op/evidence': { payload: { content: '' }, status: 422 },
  'GET /api/v1/operations/:op/evidence/:sha256': { url: `/api/v1/operations/test/evidence/${'a'.repeat(64)}`, status: NONE },
  'POST /api/v1/operations/:op/signatories': { payload: { name: 'Anna' } },
  'POST /api/v1/operations/:op/announcements/reading': { payload: { text: 'Two million masks for Europe' } },
  'POST /api/v1/operations/:op/intake/preview': { payload: { file: { name: 'x.csv', content: '' } }, status: 422 },
  'POST /api/v1/operations/:op/counts/preview': { payload: { format: 'ecdc', text: 'x' }, status: 422 },
  'POST /api/v1/operations/:op/counts': { payload: { format: 'ecdc', text: 'x' }, status: 422 },
  'GET /api/v1/operations/:op/counts': {},
  'GET /api/v1/operations/:op/count-feeds': {},
  'POST /api/v1/operations/:op/count-feeds': { payload: { url: 'nowhere', format: 'ecdc', everyHours: 6 }, status: 422 },
  'POST /api/v1/operations/:op/count-feeds/:series/ask': { url: '/api/v1/operations/test/count-feeds/ecdc/ask', status: NONE },
  'POST /api/v1/operations/:op/intake': { payload: { file: { name: 'x.csv', content: '' } }, status: 422 },
  'GET /api/v1/operations/:op/consignments/:consignment/service-request': { status: NONE },
  'GET /api/v1/operations/:op/papers': {},
  'GET /api/v1/operations/:op/papers/:kind/:subject.pdf': { status: 400 },
  'GET /api/v1/operations/:op/reports/:kind.xlsx': { status: 400 },
  'GET /api/v1/operations/:op/reports/:kind.pdf': { status: 400 },
  'GET /api/v1/operations/:op/funding': { status: 422 },
  'GET /api/v1/operations/:op/labels.pdf': { status: 400 },
  'GET /api/v1/operations/:op/communiques': {},
  'GET /api/v1/operations/:op/communiques/draft': {},
  'GET /api/v1/operations/:op/iati.xml': { status: 422 },
  'GET /api/v1/operations/:op/funding.csv': { status: 422 },
  'GET /api/v1/operations/:op/hub': {},
  'GET /api/v1/operations/:op/hub/lots/:lot': { status: NONE },
  'GET /api/v1/operations/:op/hub/holders': { url: '/api/v1/operations/test/hub/holders?lots=A' },
  'GET /api/v1/operations/:op/hub/units': {},
  'POST /api/v1/operations/:op/hub/units': { headers: { 'idempotency-key': 'u' }, payload: { lot: 'nothing', place: 'BELGG', units: 1 }, status: NONE },
  'POST /api/v1/operations/:op/hub/scans': { headers: { 'idempotency-key': 's' }, payload: { code: '106141412345678908', doing: 'find' }, status: NONE },
  'GET /api/v1/operations/:op/alerts': {},
  'GET /api/v1/operations/:op/alert-subscriptions': {},
  'POST /api/v1/operations/:op/alert-subscriptions': { payload: { channel: 'webhook', address: 'http://127.0.0.1:9/' } },
  'PATCH /api/v1/operations/:op/alert-subscriptions/:subscription': { payload: { paused: true }, status: NONE },
  'DELETE /api/v1/operations/:op/alert-subscriptions/:subscription': { status: NONE },
  'POST /api/v1/operations/:op/alert-subscriptions/:subscription/test': { status: NONE },
  'GET /api/v1/operations/:op/alert-messages': {},
  'POST /api/v1/operations/:op/alert-messages/:message/retry': { status: NONE },
  'DELETE /api/v1/operations/:op/alert-messages/:message': { status: NONE },
  'GET /log/:op/checkpoint': { status: NONE },
  'GET /log/:op/keys': { status: NONE },
  'GET /log/:op/totals': { status: NONE },
  'GET /log/:op/tile/*': { status: NONE },
  'GET /api/v1/operations/:op/log': { status: NONE },
  'GET /api/v1/operations/:op/log/facts/:fact': { status: NONE },
  'POST /api/v1/operations/:op/log/rotation': { payload: { from: 'a key' }, status: NONE },
  'GET /api/v1/people/members': {},
  'PATCH /api/v1/people/members/:member': { payload: {}, status: NONE },
  'POST /api/v1/people/members/:member/password-link': { status: NONE },
  'GET /api/v1/people/organisations': {},
  'PUT /api/v1/people/organisations/:organisation': { payload: { name: 'A new one', bindings: [] } },
  'POST /api/v1/people/invitations': { payload: { organisation: organisationOf('donor'), role: 'donor' } },
  'POST /api/v1/people/invitation': { payload: { secret }, status: 410 },
  'POST /api/v1/people/join': { payload: { secret, username: 'new', name: 'New', password: 'a hut beside the runway' }, status: 410 },
  'POST /api/v1/people/admin-link': {},
  'GET /api/v1/tokens': {},
  'POST /api/v1/tokens': { payload: { name: 'mine', permissions: ['operations.read'] } },
  'DELETE /api/v1/tokens/:token': { status: NONE },
  'GET /api/v1/people/members/:member/tokens': { status: NONE },
  'POST /api/v1/people/members/:member/tokens': { payload: { name: 'theirs', permissions: ['operations.read'] }, status: NONE },
  'DELETE /api/v1/people/members/:member/tokens/:token': { status: NONE },
  'GET /api/v1/operations/:op/delivery-links': {},
  'GET /api/v1/operations/:op/requests': {},
  'POST /api/v1/operations/:op/requests': { headers: { 'idempotency-key': 'r' }, payload: { recipient: 'IT', lines: [{ item: 'mask', units: 700, from: '2020-03-02', until: '2020-03-08', severity: 3 }] } },
  'POST /api/v1/operations/:op/request-sheets/preview': { payload: sheet },
  'POST /api/v1/operations/:op/request-sheets': { payload: sheet },
  'POST /api/v1/operations/:op/requests/:request/question': { headers: { 'idempotency-key': 'q' }, payload: { question: 'x' }, status: NONE },
  'POST /api/v1/operations/:op/requests/:request/answer': { headers: { 'idempotency-key': 'q' }, payload: { answer: 'x' }, status: NONE },
  'POST /api/v1/operations/:op/requests/:request/acceptance': { headers: { 'idempotency-key': 'q' }, payload: {}, status: NONE },
  'POST /api/v1/operations/:op/requests/:request/decline': { headers: { 'idempotency-key': 'q' }, payload: { reason: 'x' }, status: NONE },
  'POST /api/v1/operations/:op/requests/:request/withdrawal': { headers: { 'idempotency-key': 'q' }, payload: {}, status: NONE },
  'GET /api/v1/operations/:op/request-links': {},
  'POST /api/v1/operations/:op/request-links': { payload: { recipient: 'IT' } },
  'DELETE /api/v1/operations/:op/request-links/:link': { status: NONE },
  'GET /api/v1/need/:secret': { status: NONE },
  'POST /api/v1/need/:secret': { headers: { 'idempotency-key': 'k' }, payload: { name: 'Jo', lines: [{ item: 'mask', units: 5, from: '2020-03-02', until: '2020-03-08', severity: 3 }] }, status: NONE },
  'POST /api/v1/need/:secret/:request/answer': { headers: { 'idempotency-key': 'k' }, payload: { name: 'Jo', answer: 'yes' }, status: NONE },
  'POST /api/v1/need/:secret/:request/withdrawal': { headers: { 'idempotency-key': 'k' }, status: NONE },
  'POST /api/v1/operations/:op/delivery-links': { payload: { dispatch: 'D1' } },
  'DELETE /api/v1/operations/:op/delivery-links/:link': { status: NONE },
  'GET /api/v1/receipt/:secret': { status: NONE },
  'POST /api/v1/receipt/:secret': { payload: { name: 'Jo', lots: [{ lot: 'A', received: 1 }] }, status: NONE },
  // The pages have not been built here.
  'GET /': { status: 503 },
  'GET /plan': { status: 503 },
  'GET /need': { status: 503 },
  'GET /dispatch': { status: 503 },
  'GET /hub': { status: 503 },
  'GET /hubs': { status: 503 },
  'GET /promises': { status: 503 },
  'GET /intake': { status: 503 },
  'GET /alerts': { status: 503 },
  'GET /announce': { status: 503 },
  'GET /promises/read': { status: 503 },
  'GET /sign-in': { status: 503 },
  'GET /join': { status: 503 },
  'GET /people': { status: 503 },
  'GET /r/:secret': { status: 503 },
  'GET /n/:secret': { status: 503 },
  'GET /need/requests': { status: 503 },
  'GET /need/requests/sheet': { status: 503 },
  // Open to anybody, but this operation is not public; what needs words has not been built here.
  'GET /p/:op': { status: 503 },
  'GET /p/:op/card': { status: 503 },
  'GET /p/:op/preview.png': { status: 503 },
  'GET /p/:op/feed.atom': { status: 503 },
  'GET /p/:op/feed.json': { status: 503 },
  'GET /p/:op/oembed.json': { status: 503 },
  'GET /p/:op/data.csv': { status: NONE },
  'GET /p/:op/data.json': { status: NONE },
  'GET /p/:op/data.xlsx': { status: NONE },
  'GET /p/:op/facts/:fact': { status: 503 },
  'GET /p/:op/figures/:figure': { status: 503 },
  'GET /p/:op/promise/:pledge': { status: 503 },
  'GET /p/:op/thanks/:recipient': { status: 503 },
};

const PLACES: Readonly<Record<string, string>> = { ':op': 'test', ':organisation': 'ORG-NEW', ':secret': secret };
const requestFor = (method: string, url: string, { url: given = url, payload, headers }: Row): InjectOptions => ({ method: method, url: given.replaceAll(/:\w+/g, (name) => PLACES[name] ?? 'nothing'), ...(payload !== undefined && { payload }), ...(headers && { headers }) });

/** What a route asks besides its own permission: the kind of the fact that the row above sends. */
const scopeOf = (holder: Holder, address: string, permission: keyof typeof MATRIX): Scope => {
  const scope = MATRIX[permission].scopes[holder];
  return address.startsWith('POST /api/v1/operations/:op/facts') && scope !== 'none' ? MATRIX['fact.need'].scopes[holder] : scope;
};

describe('every role × every address', () => {
  test('there is a row for each address, and an address for each row', () => {
    const addresses = house.app.permittedRoutes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`);
    expect(addresses.toSorted()).toEqual(Object.keys(ROWS).toSorted());
  });

  test.each(Object.keys(ROWS))('%s', async (address) => {
    const [method = '', url = ''] = address.split(' ');
    const row = ROWS[address] ?? {};
    const permission = house.app.permittedRoutes.find((it) => it.method === method && it.url === url)?.permission ?? 'open';
    const found: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const holder of [...HOLDERS, 'nobody'] as const) {
      const reply = await house.ask(holder, requestFor(method, url, row));
      found[holder] = reply.statusCode;
      const allowed = row.status ?? 200;
      wanted[holder] = permission === 'open' ? allowed : holder === 'nobody' ? 401 : scopeOf(holder, address, permission) === 'none' ? 403 : allowed;
      if (reply.statusCode >= 400 && reply.statusCode !== 503) expect(reply.json<{ remedy: string }>().remedy).not.toBe('');
    }
    expect(found).toEqual(wanted);
  });
});

const place = { name: 'x', area: 'BE', latitude: 1, longitude: 1, zone: 'Europe/Brussels', role: 'door', dwellMinutes: 0, changeMinutes: 0 };
const waybill = { waybill: '172-12345675', kind: 'master', pieces: 1, gross: 1000, goods: 'masks' };
const unit = { unit: '106141412345678908', type: 'carton', contents: [] };
const flight = { mode: 'air', from: 'CNHGH', plannedDeparture: hour(3), plannedArrival: hour(4) };
const fact = '01900000-0000-7000-8000-000000000001';

const REQUEST = (request: string, recipient: string): { readonly request: string; readonly recipient: string; readonly lines: readonly object[]; readonly via: string } => ({ request, recipient, lines: [{ item: 'mask', units: 1, from: hour(1), until: hour(2), severity: 1 }], via: 'api' });

const IMPORTED = { series: 's', format: 'ecdc', documents: [{ name: 'x.csv', sha256: '0'.repeat(64) }], columns: [], rows: 0, names: [] };
const MAPPING = { series: 's', mapping: { columns: { date: 'date' }, counting: 'new' } };
const FEED = { series: 's', url: 'https://counts.example.org/x.csv', format: 'ecdc', everyHours: 6, active: false };
const ASKED = { series: 's', url: FEED.url, outcome: 'unchanged', detail: 'as before' };

/** For each kind: a body that is the donor's, carrier's, hub's and receiver's own (pledge P1, carrier x, hub BELGG, Italy), and one of somebody else. */
const BODIES: Readonly<Record<keyof typeof FACT_PERMISSIONS, readonly [own: object, others: object]>> = {
  'source.recorded': [{ id: 's', title: 'A source' }, { id: 's', title: 'A source' }],
  'item.registered': [ITEM(), ITEM()],
  'place.registered': [{ place: 'BEBRU', ...place }, { place: 'BEBRU', ...place }],
  'recipient.registered': [{ recipient: 'IT', name: 'Italy', area: 'IT', place: 'ITROM' }, { recipient: 'ES', name: 'Spain', area: 'ES', place: 'ESZAZ' }],
  'service.registered': [SERVICE('x'), SERVICE('y')],
  'departure.scheduled': [{ departure: 'R-9', service: 'ROAD', departs: '2020-03-09T07:00', arrives: '2020-03-10T07:00' }, { departure: 'E-9', service: 'ROAD-ES', departs: '2020-03-09T07:00', arrives: '2020-03-10T07:00' }],
  'charter.offered': [CHARTER('x'), CHARTER('y')],
  'rule.set': [{ rule: 'r', classes: ['ppe'], fromArea: 'BE', toArea: 'IT', validFrom: '2020-03-01', effect: 'closed' }, { rule: 'r', classes: ['ppe'], fromArea: 'BE', toArea: 'ES', validFrom: '2020-03-01', effect: 'closed' }],
  'paper.held': [{ paper: 'p', reference: '1' }, { paper: 'p', reference: '1' }],
  'sender.mapping-learned': [{ sender: 'a', fingerprint: '0'.repeat(64), columns: [], items: [], answers: [] }, { sender: 'b', fingerprint: '0'.repeat(64), columns: [], items: [], answers: [] }],
  'document.filed': [{ consignment: 'C1', document: 'proforma' }, { consignment: 'C3', document: 'proforma' }],
  'claim.recorded': [CLAIM('P1'), CLAIM('P2')],
  'position.taken': [{ contradiction: 'amounts:P1:mask', reading: 'pledge', claims: ['C1'], reason: 'x' }, { contradiction: 'amounts:P2:mask', reading: 'pledge', claims: ['C1'], reason: 'x' }],
  'communique.approved': [{ communique: 'c', language: 'fr', text: 'x', basis: [] }, { communique: 'c', language: 'fr', text: 'x', basis: [] }],
  'communique.published': [{ communique: 'c', language: 'fr', text: 'x', basis: [] }, { communique: 'c', language: 'fr', text: 'x', basis: [] }],
  'pledge.made': [{ pledge: 'P9', item: 'mask', donor: 'a foundation', units: 1, scope: 'EUROPE', viaHub: true }, { pledge: 'P9', item: 'mask', donor: 'another donor', units: 1, scope: 'EUROPE', viaHub: true }],
  'pledge.amended': [{ pledge: 'P1', item: 'mask', units: 5, reason: 'x' }, { pledge: 'P2', item: 'mask', units: 5, reason: 'x' }],
  'pledge.withdrawn': [{ pledge: 'P1', item: 'mask', reason: 'x' }, { pledge: 'P2', item: 'mask', reason: 'x' }],
  'earmark.set': [{ earmark: 'new', pledge: 'P1', item: 'mask', units: 1, areas: ['IT'], recipients: [] }, { earmark: 'P1-IT', pledge: 'P2', item: 'mask', units: 1, areas: ['IT'], recipients: [] }],
  'consignment.announced': [{ consignment: 'C9', carrier: 'x', to: 'BELGG', ...flight }, { consignment: 'C3', carrier: 'y', to: 'ESZAZ', ...flight }],
  'lot.announced': [{ lot: 'Z', consignment: 'C1', pledge: 'P1', item: 'mask', units: 1 }, { lot: 'Z', consignment: 'C3', pledge: 'P2', item: 'mask', units: 1 }],
  'waybill.issued': [{ ...waybill, consignment: 'C1', lots: ['A'] }, { ...waybill, consignment: 'C3', lots: ['D'] }],
  'lot.offloaded': [{ lot: 'A', units: 1, onto: 'C1', as: 'A2' }, { lot: 'D', units: 1, onto: 'C3', as: 'D2' }],
  'consignment.estimated': [{ consignment: 'C1', arrival: hour(21) }, { consignment: 'C3', arrival: hour(21) }],
  'consignment.handed-over': [{ consignment: 'C1' }, { consignment: 'C3' }],
  'consignment.departed': [{ consignment: 'C1' }, { consignment: 'C3' }],
  'consignment.arrived': [{ consignment: 'C1' }, { consignment: 'C3' }],
  'handling-unit.built': [{ ...unit, at: { place: 'BELGG' } }, { ...unit, at: { place: 'ESZAZ' } }],
  'handling-unit.packed': [{ units: ['106141412345678908'], into: '006141410000000017' }, { units: ['106141412345678908'], into: '006141410000000017' }],
  'handling-unit.unpacked': [{ units: ['106141412345678908'] }, { units: ['106141412345678908'] }],
  'handling-unit.broken-down': [{ unit: '106141412345678908' }, { unit: '106141412345678908' }],
  'handling-unit.moved': [{ unit: '106141412345678908', to: { place: 'BELGG' } }, { unit: '106141412345678908', to: { place: 'ESZAZ' } }],
  'goods.tallied': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'customs.held': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'customs.cleared': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'goods.quarantined': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'goods.released': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'goods.surplus': [{ place: 'BELGG', lot: 'A', units: 1 }, { place: 'ESZAZ', lot: 'B', units: 1 }],
  'lot.recalled': [{ recall: 'r', lots: ['A'], reason: 'x' }, { recall: 'r', lots: ['unknown'], reason: 'x' }],
  'recall.notified': [{ recall: 'none', holder: 'IT', channel: 'phone' }, { recall: 'none', holder: 'ES', channel: 'phone' }],
  'recall.lifted': [{ recall: 'none', reason: 'x' }, { recall: 'none', reason: 'x' }],
  'goods.recalled': [{ dispatch: 'D1', lot: 'A', units: 1 }, { dispatch: 'D9', lot: 'B', units: 1 }],
  'count.reported': [{ area: 'IT', cases: 1 }, { area: 'ES', cases: 1 }],
  'census.reported': [{ area: 'IT', wards: 1, intensiveCare: 1 }, { area: 'ES', wards: 1, intensiveCare: 1 }],
  'counts.published': [{ series: 's', date: '2020-03-01', areas: [{ area: 'IT', cases: 1 }] }, { series: 's', date: '2020-03-01', areas: [{ area: 'ES', cases: 1 }] }],
  'counts.imported': [IMPORTED, IMPORTED],
  'counts.mapping-learned': [MAPPING, MAPPING],
  'count-feed.set': [FEED, FEED],
  'count-feed.asked': [ASKED, ASKED],
  'need.parameter-set': [{ parameter: 'spread-low', value: 0.5, source: 'x' }, { parameter: 'spread-low', area: 'ES', value: 0.5, source: 'x' }],
  'stock.reported': [{ recipient: 'IT', item: 'mask', units: 1 }, { recipient: 'ES', item: 'mask', units: 1 }],
  'need.requested': [REQUEST('RQ-9', 'IT'), REQUEST('RQ-9', 'ES')],
  'request.asked': [{ request: 'RQ-IT', recipient: 'IT', question: 'beds?' }, { request: 'RQ-ES', recipient: 'ES', question: 'beds?' }],
  'request.answered': [{ request: 'RQ-IT', recipient: 'IT', answer: '40' }, { request: 'RQ-ES', recipient: 'ES', answer: '40' }],
  'request.accepted': [{ request: 'RQ-IT', recipient: 'IT', lines: REQUEST('', '').lines }, { request: 'RQ-ES', recipient: 'ES', lines: REQUEST('', '').lines }],
  'request.declined': [{ request: 'RQ-IT', recipient: 'IT', reason: 'x' }, { request: 'RQ-ES', recipient: 'ES', reason: 'x' }],
  'request.withdrawn': [{ request: 'RQ-IT', recipient: 'IT' }, { request: 'RQ-ES', recipient: 'ES' }],
  'need.reported': [{ recipient: 'IT', item: 'mask', units: 1, from: hour(1), until: hour(2), severity: 1 }, { recipient: 'ES', item: 'mask', units: 1, from: hour(1), until: hour(2), severity: 1 }],
  'plan.proposed': [{}, {}],
  'plan.approved': [{ plan: 'x' }, { plan: 'x' }],
  'plan.overridden': [{ plan: 'x', line: 'L1', cartons: 1, reason: 'x' }, { plan: 'x', line: 'L1', cartons: 1, reason: 'x' }],
  'plan.frozen': [{ plan: 'x', lines: ['L1'], reason: 'x' }, { plan: 'x', lines: ['L1'], reason: 'x' }],
  'plan.forbidden': [{ departure: 'ROAD-2', reason: 'x' }, { departure: 'ES-2', reason: 'x' }],
  'what-if.kept': [{ name: 'x', changes: [{ kind: 'rail' }] }, { name: 'x', changes: [{ kind: 'rail' }] }],
  'dispatch.released': [{ dispatch: 'D9', place: 'BELGG', recipient: 'IT', lot: 'A', units: 1, route: [] }, { dispatch: 'D9', place: 'ESZAZ', recipient: 'ES', lot: 'B', units: 1, route: [] }],
  'release.verified': [{ dispatch: 'D1' }, { dispatch: 'D9' }],
  'release.accepted': [{ dispatch: 'D1' }, { dispatch: 'D9' }],
  'release.refused': [{ dispatch: 'D1', reason: 'x' }, { dispatch: 'D9', reason: 'x' }],
  'dispatch.loaded': [{ dispatch: 'D1' }, { dispatch: 'D9' }],
  'dispatch.departed': [{ dispatch: 'D1' }, { dispatch: 'D9' }],
  'dispatch.arrived': [{ dispatch: 'D1' }, { dispatch: 'D9' }],
  'dispatch.delivered': [{ dispatch: 'D1', lot: 'A', recipient: 'IT', units: 1 }, { dispatch: 'D9', lot: 'B', recipient: 'ES', units: 1 }],
  'dispatch.accepted': [{ dispatch: 'D1', lot: 'A', recipient: 'IT', units: 1 }, { dispatch: 'D9', lot: 'B', recipient: 'ES', units: 1 }],
  'dispatch.refused': [{ dispatch: 'D1', lot: 'A', recipient: 'IT', units: 1 }, { dispatch: 'D9', lot: 'B', recipient: 'ES', units: 1 }],
  'goods.short': [{ recipient: 'IT', lot: 'A', units: 1 }, { recipient: 'XX', lot: 'B', units: 1 }],
  'goods.damaged': [{ recipient: 'IT', lot: 'A', units: 1 }, { recipient: 'XX', lot: 'B', units: 1 }],
  'goods.lost': [{ dispatch: 'D1', lot: 'A', units: 1 }, { dispatch: 'D9', lot: 'B', units: 1 }],
  'goods.seized': [{ dispatch: 'D1', lot: 'A', units: 1 }, { dispatch: 'D9', lot: 'B', units: 1 }],
  'goods.destroyed': [{ dispatch: 'D1', lot: 'A', units: 1 }, { dispatch: 'D9', lot: 'B', units: 1 }],
  'goods.returned': [{ place: 'BELGG', dispatch: 'D1', lot: 'A', units: 1 }, { place: 'ESZAZ', dispatch: 'D9', lot: 'B', units: 1 }],
  'discrepancy.resolved': [{ opened: fact, lot: 'A', how: 'x' }, { opened: fact, lot: 'unknown', how: 'x' }],
};

/** Where a kind cannot tell whose it is, the hub's own is all of it; and what nobody has is nobody's own. */
const EITHER = new Set<FactKind>(['handling-unit.packed', 'handling-unit.unpacked', 'handling-unit.broken-down']);
const NOBODYS = new Set<FactKind>(['recall.notified', 'recall.lifted']);
/** A carrier answers for what is in its hands, not for what a receiver or a hub holds. */
const IN_OTHER_HANDS = new Set<FactKind>(['goods.short', 'goods.damaged']);

function statusFor(role: (typeof ROLES)[number], kind: keyof typeof FACT_PERMISSIONS, whose: 'own' | 'others'): number {
  const scope = MATRIX[FACT_PERMISSIONS[kind]].scopes[role];
  if (MATRIX['fact.record'].scopes[role] === 'none' || scope === 'none') return 403;
  if (scope === 'all' || EITHER.has(kind)) return 200;
  if (NOBODYS.has(kind) || (role === 'carrier' && IN_OTHER_HANDS.has(kind))) return 403;
  return whose === 'own' ? 200 : 403;
}

describe('every role × every kind of fact, its own and somebody else’s', () => {
  test('there is a row for each kind', () => expect([...Object.keys(BODIES), 'operation.opened', 'correction.made'].toSorted()).toEqual(FACT_KINDS.toSorted()));

  // A plan is entered by making it; as a fact its body is long, and nobody sends it.
  test.each(Object.keys(BODIES).filter((kind) => kind !== 'plan.proposed') as (keyof typeof BODIES)[])('%s', async (kind) => {
    const [own, others] = BODIES[kind];
    for (const role of ROLES) {
      for (const [whose, body] of [['own', own], ['others', others]] as const) {
        const draft: Partial<Draft> = { kind, occurredAt: '2020-03-02T12:00:00Z', body };
        const reply = await house.ask(role, { method: 'POST', url: '/api/v1/operations/test/facts', headers: { 'idempotency-key': `${role} ${kind} ${whose}` }, payload: draft });
        expect([role, whose, reply.statusCode]).toEqual([role, whose, statusFor(role, kind, whose)]);
      }
    }
  });

  test('a correction needs what the corrected fact needed, of both what it takes back and what it puts in place', async () => {
    const facts = await house.store.facts(OperationId.parse('test'));
    const needs = facts.filter(({ kind }) => kind === 'need.reported');
    const [ofItaly, ofSpain] = [needs[0], needs[1]];
    const correct = async (role: 'consignee' | 'planner' | 'donor', corrects: unknown, recipient?: string): Promise<number> => {
      const replacement = recipient === undefined ? undefined : { occurredAt: hour(2), body: { recipient, item: 'mask', units: 7, from: hour(24), until: hour(48), severity: 3 } };
      return (await house.ask(role, { method: 'POST', url: '/api/v1/operations/test/facts', headers: { 'idempotency-key': 'c' }, payload: { kind: 'correction.made', occurredAt: hour(3), body: { corrects, reason: 'x', ...(replacement && { replacement }) } } })).statusCode;
    };
    expect([await correct('consignee', ofItaly?.id), await correct('consignee', ofItaly?.id, 'IT'), await correct('consignee', ofItaly?.id, 'ES'), await correct('consignee', ofSpain?.id), await correct('planner', ofSpain?.id, 'ES'), await correct('donor', ofItaly?.id)]).toEqual([200, 200, 403, 403, 200, 403]);
  });
});

function ITEM(): object {
  return { item: 'mask', name: 'Mask', class: 'ppe', unitsPerCarton: 100, cartonsPerPallet: 10, lengthMm: 500, widthMm: 500, heightMm: 400, cartonGrams: 10_000, leastCartonGrams: 5_000, mostCartonGrams: 15_000, leastUnitsPerCarton: 50, mostUnitsPerCarton: 200, temperature: 'ambient', worthCents: 100 };
}
function SERVICE(carrier: string): object {
  return { service: 'S', mode: 'road', carrier, from: 'BELGG', to: 'ITROM', days: '1', departs: '07:00', arrives: '09:00', arrivesAfterDays: 0, allotment: {}, rate: 0, liftCents: 0, co2: 0, keeps: [] };
}
function CHARTER(carrier: string): object {
  return { charter: 'CH', mode: 'road', carrier, from: 'BELGG', to: 'ITROM', departs: '2020-03-09T07:00', arrives: '2020-03-09T09:00', allotment: {}, fixedCents: 0, count: 1, co2: 0, keeps: [] };
}
function CLAIM(pledge: string): object {
  return { claim: 'c', author: 'a', channel: 'press', language: 'fr', summary: 'x', pledge, stance: 'supports' };
}
