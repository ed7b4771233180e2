// Proofs and losses over HTTP, on a server with accounts: a file is handed out to whoever may read a fact that names it and to nobody
// else; a seizure on the road is made good by a release order, then by a lot that is announced, as happened in March 2020.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Holder } from '../../src/app/people/permissions.ts';
import type { DispatchesAnswer } from '../../src/http/contract/answers.ts';
import { hour } from '../support/journal.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { type House, houseWithPeople } from '../support/people.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const OP = '/api/v1/operations/test';

let house: House;
let photo = '';
beforeAll(async () => {
  house = await houseWithPeople(await openHome(newFolder()));
  const kept = await house.ask('hub-operator', { method: 'POST', url: `${OP}/evidence`, payload: { content: PNG.toString('base64') } });
  photo = kept.json<{ sha256: string }>().sha256;
}, 60_000);
afterAll(async () => {
  await house.app.close();
  await house.store.close();
});

let key = 0;
async function enter(who: Holder, kind: string, at: number, body: object, more: object = {}): Promise<string> {
  const reply = await house.ask(who, { method: 'POST', url: `${OP}/facts`, headers: { 'idempotency-key': `k${(key += 1)}` }, payload: { kind, occurredAt: hour(at), body, ...more } });
  expect([kind, reply.statusCode, reply.statusCode === 200 ? '' : reply.body]).toEqual([kind, 200, '']);
  return reply.json<{ fact: { id: string } }>().fact.id;
}
const file = (who: Holder | 'nobody', sha256: string) => house.ask(who, { method: 'GET', url: `${OP}/evidence/${sha256}` });
const board = async (who: Holder = 'planner'): Promise<DispatchesAnswer> => (await house.ask(who, { method: 'GET', url: `${OP}/dispatches?asOf=${hour(90)}` })).json<DispatchesAnswer>();

describe('a file', () => {
  test('that no fact names yet is nobody’s to read', async () => expect([(await file('planner', photo)).statusCode, (await file('nobody', photo)).statusCode]).toEqual([404, 401]));

  test('is handed out, as what it is, to whoever may read a fact that names it', async () => {
    await enter('hub-operator', 'dispatch.delivered', 54, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 100, partial: true }, { evidence: [{ sha256: photo, title: 'pallet "7".png' }] });
    for (const who of ['hub-operator', 'planner', 'auditor', 'administrator', 'donor', 'carrier', 'consignee'] as const) {
      const reply = await file(who, photo);
      expect([who, reply.statusCode, reply.headers['content-type'], reply.headers['content-disposition'], reply.rawPayload.equals(PNG)]).toEqual([who, 200, 'image/png', 'inline; filename="pallet _7_.png"', true]);
    }
  });

  test('of somebody else’s delivery is there for those who read all, and for nobody else', async () => {
    const pdf = Buffer.from('%PDF-1.4 somebody else’s');
    const kept = await house.ask('hub-operator', { method: 'POST', url: `${OP}/evidence`, payload: { content: pdf.toString('base64') } });
    const { sha256 } = kept.json<{ sha256: string }>();
    await enter('hub-operator', 'dispatch.delivered', 55, { dispatch: 'D2', lot: 'B', recipient: 'ES', units: 50, partial: true }, { evidence: [{ sha256 }] });
    expect((await file('auditor', sha256)).headers['content-type']).toBe('application/pdf');
    for (const who of ['donor', 'carrier', 'consignee'] as const) expect([who, (await file(who, sha256)).statusCode]).toEqual([who, 404]);
  });

  test('that a browser might run is saved, never shown', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const sha256 = await house.store.putEvidence(page);
    await enter('planner', 'document.filed', 56, { consignment: 'C1', document: 'other', file: sha256 });
    const reply = await file('planner', sha256);
    expect([reply.headers['content-type'], String(reply.headers['content-disposition']).startsWith('attachment')]).toEqual(['application/octet-stream', true]);
  });

  test('stands beside the order on the board, the papers of its flight with it; a carrier of the road sees those of its own flights alone', async () => {
    const own = (await board()).orders.find(({ dispatch }) => dispatch === 'D1');
    expect(own?.proofs.map(({ kind, title, document, consignment }) => [kind, title, document, consignment])).toEqual([['dispatch.delivered', 'pallet "7".png', null, null], ['document.filed', null, 'other', 'C1']]);
    expect((await board('consignee')).orders.find(({ dispatch }) => dispatch === 'D1')?.proofs.map(({ kind }) => kind)).toEqual(['dispatch.delivered']);
  });
});

describe('a seizure', () => {
  test('stands open with what could make it good, and a donor is not told what others have in stock', async () => {
    await enter('hub-operator', 'goods.seized', 60, { dispatch: 'D1', lot: 'A', units: 200, reference: 'CZ-17' });
    const [loss] = (await board()).losses;
    expect(loss).toMatchObject({ kind: 'goods.seized', dispatch: 'D1', recipient: 'IT', units: 200, open: 200, replacedBy: [], could: { stock: expect.arrayContaining([{ lot: 'A', place: 'BELGG', units: 200 }]) as unknown } });
    expect((await board('donor')).losses[0]).toMatchObject({ units: 200, could: { stock: [], ways: [], announced: [] } });
    expect((await board('consignee')).losses).toHaveLength(1);
  });

  test('is made good in part by a release order that names it, and each names the other', async () => {
    const [loss] = (await board()).losses;
    await enter('planner', 'dispatch.released', 62, { dispatch: 'RP-1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 150, route: ['ROAD-4'], replaces: loss?.id });
    const after = await board();
    expect(after.losses[0]).toMatchObject({ open: 50, replacedBy: [{ kind: 'dispatch', name: 'RP-1', units: 150 }] });
    expect(after.orders.find(({ dispatch }) => dispatch === 'RP-1')?.makesGood).toMatchObject({ seq: loss?.seq, kind: 'goods.seized', units: 200, dispatch: 'D1', reference: 'CZ-17' });
  });

  test('and for the rest by a lot that was announced: its announcement is corrected to say so', async () => {
    await enter('planner', 'consignment.announced', 64, { consignment: 'C9', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(100), plannedArrival: hour(120) });
    const body = { lot: 'R', consignment: 'C9', pledge: 'P1', item: 'mask', units: 100 };
    await enter('planner', 'lot.announced', 64, body);
    const [loss] = (await board()).losses;
    expect(loss?.could.announced).toMatchObject([{ lot: 'R', consignment: 'C9', units: 100 }]);
    const announced = (await house.store.facts('test' as never)).find(({ seq }) => seq === loss?.could.announced[0]?.seq);
    await enter('planner', 'correction.made', 66, { corrects: announced?.id, reason: 'it makes good the seizure', replacement: { occurredAt: announced?.occurredAt, body: { ...body, replaces: loss?.id } } });
    expect((await board()).losses[0]).toMatchObject({ open: 0, replacedBy: [{ kind: 'dispatch', name: 'RP-1' }, { kind: 'lot', name: 'R', units: 100 }], could: { stock: [], ways: [], announced: [] } });
  });
});
