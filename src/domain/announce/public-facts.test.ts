import { describe, expect, test } from 'vitest';
import { FACT_BODIES, type Fact, type FactKind } from '../facts.ts';
import { publicActor, publicBody } from './public-facts.ts';

const SECRET = 'Anna Bianchi, +39 06 5550100';
const HASH = 'a'.repeat(64);
const ID = '01900000-0000-7000-8000-000000000001';

const factOf = (kind: FactKind, body: object): Fact => ({ kind, body: FACT_BODIES[kind].parse(body) }) as unknown as Fact; // the schema has just proved the body to be of its kind
const said = (kind: FactKind, body: object, corrected?: FactKind): object | null => publicBody(factOf(kind, body), () => corrected);

describe('what somebody wrote in a sentence of their own never becomes public', () => {
  test.each<[FactKind, object]>([
    ['source.recorded', { id: 's', title: SECRET, publisher: 'a ministry', link: 'https://example.org/bianchi' }],
    ['recipient.registered', { recipient: 'IT', name: 'Italy', area: 'IT', place: 'ITROM', address: SECRET, eori: 'IT12345678901' }],
    ['claim.recorded', { claim: 'c', author: SECRET, channel: SECRET, language: 'it', link: 'https://example.org/bianchi', summary: SECRET, stance: 'supports' }],
    ['pledge.amended', { pledge: 'P1', item: 'mask', units: 5, reason: SECRET }],
    ['pledge.withdrawn', { pledge: 'P1', item: 'mask', reason: SECRET }],
    ['paper.held', { paper: 'p', reference: SECRET, classes: ['ppe'], fromArea: 'EU', toArea: 'EFTA', validFrom: '2020-03-15' }],
    ['waybill.issued', { waybill: '172-12345675', kind: 'master', consignment: 'C1', pieces: 1, gross: 1000, goods: SECRET, shipper: SECRET, consignee: SECRET }],
    ['document.filed', { consignment: 'C1', document: 'proforma', reference: SECRET, file: HASH }],
    ['sender.mapping-learned', { sender: SECRET, fingerprint: HASH, columns: [], items: [], answers: [] }],
    ['consignment.estimated', { consignment: 'C1', arrival: '2020-03-14T06:00:00.000Z', reason: SECRET }],
    ['lot.offloaded', { lot: 'A', units: 1, onto: 'C2', as: 'A2', pieces: SECRET, reason: SECRET }],
    ['goods.quarantined', { place: 'BELGG', lot: 'A', units: 1, reference: SECRET, reason: SECRET }],
    ['lot.recalled', { recall: 'R', lots: ['A'], reason: SECRET, authority: SECRET, reference: SECRET }],
    ['recall.notified', { recall: 'R', holder: 'IT', channel: SECRET }],
    ['plan.overridden', { plan: 'x', line: 'L1', cartons: 1, reason: SECRET }],
    ['release.refused', { dispatch: 'D1', reason: SECRET, reference: SECRET }],
    ['dispatch.refused', { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 1, reason: SECRET, reference: SECRET }],
    ['goods.seized', { dispatch: 'D1', lot: 'A', units: 1, reason: SECRET, reference: SECRET }],
    ['goods.returned', { place: 'BELGG', dispatch: 'D1', lot: 'A', units: 1, reason: SECRET }],
    ['discrepancy.resolved', { opened: ID, lot: 'A', how: SECRET }],
    ['operation.opened', { operation: 'x', settings: [{ key: 'name', value: 'X', source: SECRET, note: SECRET }] }],
  ])('%s', (kind, body) => {
    const text = JSON.stringify([said(kind, body), said('correction.made', { corrects: ID, reason: SECRET, replacement: { occurredAt: '2020-03-14T06:00:00.000Z', body } }, kind)]);
    for (const secret of ['Bianchi', 'bianchi', '5550100', 'IT12345678901', HASH]) expect(text).not.toContain(secret);
  });
});

describe('public is', () => {
  test('where units are, and the commitment of whoever signed for them', () =>
    expect(said('dispatch.delivered', { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 5, reference: 'x', signedBy: HASH })).toEqual({ dispatch: 'D1', lot: 'A', recipient: 'IT', units: 5, signedBy: HASH }));

  test('no price', () => {
    const service = { service: 'S', mode: 'road', carrier: 'x', from: 'BELGG', to: 'ITROM', days: '1', departs: '07:00', arrives: '09:00', arrivesAfterDays: 0, allotment: { positions: 2 }, rate: 83_400, liftCents: 4_200, co2: 0, keeps: [] };
    expect(said('service.registered', service)).toEqual({ service: 'S', mode: 'road', carrier: 'x', from: 'BELGG', to: 'ITROM', days: '1', departs: '07:00', arrives: '09:00', arrivesAfterDays: 0 });
  });

  test('nothing of what a recipient has on its own shelf', () => expect(said('stock.reported', { recipient: 'IT', item: 'mask', units: 7 })).toBeNull());

  test('of a correction, what it corrects and what of the new body is public', () => {
    const body = { place: 'BELGG', lot: 'A', units: 4, reference: 'x' };
    expect(said('correction.made', { corrects: ID, reason: 'x', replacement: { occurredAt: '2020-03-14T06:00:00.000Z', body } }, 'goods.tallied')).toEqual({ corrects: ID, replacement: { occurredAt: '2020-03-14T06:00:00.000Z', body: { place: 'BELGG', lot: 'A', units: 4 } } });
    expect(said('correction.made', { corrects: ID, reason: 'x' }, 'goods.tallied')).toEqual({ corrects: ID });
  });

  test('of who recorded it, the commitment and no name', () => {
    const by = (text: string): string | null => publicActor({ by: text } as unknown as Fact);
    expect([by(`hub-operator:LGG/${HASH}`), by('pack'), by('Anna Bianchi')]).toEqual([HASH, null, null]);
  });
});
