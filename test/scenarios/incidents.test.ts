// What went wrong in March 2020, played through the desk on the reference operation, one incident after another. After each
// the auditor's equation holds to the unit, and the questions that are open are the right ones.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskOverStore } from '../../src/app/local-desk.ts';
import type { Desk } from '../../src/app/desk.ts';
import type { Draft } from '../../src/app/record-draft.ts';
import type { FactKind } from '../../src/domain/facts.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';
import { noPrinter } from '../support/printer.ts';

const OP = 'liege-2020';
const solver = highsSolver();
let store: EmbeddedStore;
let desk: Desk;
let hours = 0;
/** Each question in the order in which it came up; a fact is recorded an hour after the one before. */
const clock = { now: () => instantFromMs(Date.UTC(2020, 3, 10) + (hours += 1) * 3_600_000) };

beforeAll(async () => {
  store = await openHome(newFolder());
  desk = deskOverStore(store, { clock, solver, printer: noPrinter });
  const imported = await desk.importPack(readFolder(REFERENCE));
  if (!imported.ok) throw new Error(imported.error.message);
}, 60_000);
afterAll(async () => {
  await solver.close();
  await store.close();
});

const draft = (kind: FactKind, occurredAt: string, body: object): Draft => ({ kind, occurredAt, by: 'hub-operator', sources: [], note: null, evidence: [], body });
let keys = 0;
async function happens(...facts: readonly [kind: FactKind, occurredAt: string, body: object][]): Promise<readonly string[]> {
  const recorded = await desk.recordAll(OP, facts.map((fact) => draft(...fact)), `incident-${(keys += 1)}`);
  if (!recorded.ok) throw new Error(`${recorded.error.message}: ${recorded.error.remedy}`);
  const audited = await desk.audit(OP, {});
  expect(audited.ok && audited.value.problems).toEqual([]);
  for (const row of audited.ok ? audited.value.rows : [])
    expect(row.promised + row.surplus).toBe(row.outstanding + row.consigned + row.inTheAir + row.atHub + row.onward + row.delivered + row.lost);
  return recorded.value.map(({ fact }) => fact.id);
}
async function refused(...facts: readonly [kind: FactKind, occurredAt: string, body: object][]): Promise<string> {
  const recorded = await desk.recordAll(OP, facts.map((fact) => draft(...fact)), `incident-${(keys += 1)}`);
  return recorded.ok ? 'it was accepted' : `${recorded.error.message} ${recorded.error.remedy}`;
}
async function board(asOf: string) {
  const found = await desk.hub.board(OP, { asOf });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}
async function orderOf(dispatch: string, asOf: string) {
  const found = await desk.onward.board(OP, { asOf });
  return found.ok ? found.value.orders.find((order) => order.dispatch === dispatch) : undefined;
}
const questions = async (asOf: string): Promise<string[]> => (await board(asOf)).questions.map(({ lot, kind, missing }) => `${lot} ${kind} ${missing}`);
/** What the reference operation itself leaves open at its end. */
const OWN = 'F3-MASK-FR short 2000';

test('1 · authorities seize masks on their way to Italy, because nobody could show the donation papers; they are replaced', async () => {
  const flown = (consignment: string, lot: string, day: string, replaces: object = {}): [FactKind, string, object][] => [
    ['consignment.announced', `${day}T01:00:00Z`, { consignment, mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: `${day}T02:00:00.000Z`, plannedArrival: `${day}T14:00:00.000Z` }],
    ['lot.announced', `${day}T01:00:00Z`, { lot, consignment, pledge: 'P11', item: 'surgical-mask', units: 101_600, ...replaces }],
    ['consignment.departed', `${day}T02:00:00Z`, { consignment }],
    ['consignment.arrived', `${day}T14:00:00Z`, { consignment }],
    ['goods.tallied', `${day}T16:00:00Z`, { place: 'BELGG', lot, units: 101_600 }],
  ];
  const sent = (dispatch: string, lot: string, day: string): [FactKind, string, object][] => [
    ['dispatch.released', `${day}T18:00:00Z`, { dispatch, place: 'BELGG', recipient: 'IT-LOM', lot, units: 101_600, route: [] }],
    ['dispatch.departed', `${day}T19:00:00Z`, { dispatch }],
  ];
  await happens(['pledge.made', '2020-03-14T00:00:00Z', { pledge: 'P11', item: 'surgical-mask', donor: 'A Red Cross society', units: 101_600, scope: 'IT', viaHub: true }], ...flown('R1', 'R1-MASK', '2020-03-15'), ...sent('D-CZ', 'R1-MASK', '2020-03-15'));
  const [seizure] = await happens(['goods.seized', '2020-03-17T09:00:00Z', { dispatch: 'D-CZ', lot: 'R1-MASK', units: 101_600, reference: 'CZ-2020-0317', reason: 'donation papers not shown' }]);
  expect(await rowOf('P11', '2020-03-17T12:00:00Z')).toMatchObject({ lost: 101_600, delivered: 0 });
  await happens(...flown('R2', 'R2-MASK', '2020-03-22', { replaces: seizure }), ...sent('D-CZ-2', 'R2-MASK', '2020-03-22'), ['dispatch.delivered', '2020-03-23T12:00:00Z', { dispatch: 'D-CZ-2', lot: 'R2-MASK', recipient: 'IT-LOM', units: 101_600, reference: 'handed over with the gift certificate' }]);
  // The replacement is no question: it says which loss it makes good.
  expect(await rowOf('P11', '2020-03-24')).toMatchObject({ promised: 101_600, surplus: 101_600, lost: 101_600, delivered: 101_600 });
  expect(await questions('2020-03-24')).toEqual([OWN]);
  const elsewhere = (await happens(['release.verified', '2020-03-22T18:30:00Z', { dispatch: 'D-CZ-2' }]))[0];
  expect(await refused(...flown('R3', 'R3-MASK', '2020-03-24', { replaces: elsewhere }))).toMatch(/is no loss: release\.verified/);
});

test('2 · a receiver has handed out part of a lot when it is recalled: every holder is known, and nothing more goes out', async () => {
  const before = await desk.hub.holders(OP, { lots: ['F1-FFP2'], asOf: '2020-03-28' });
  await happens(['lot.recalled', '2020-03-28T08:00:00Z', { recall: 'NL-1', lots: ['F1-FFP2'], reason: 'does not seal', authority: 'Dutch ministry of health' }]);
  const { recalls, stock } = await board('2020-03-28T09:00:00Z');
  const [recall] = recalls;
  const held = before.ok ? before.value.holders.reduce((sum, { units }) => sum + units, 0) : 0;
  expect(recall?.units).toEqual({ held: 40_000, recovered: 0, lost: 0 });
  expect(held).toBe(40_000);
  expect(recall?.holders.map(({ kind, holder, units }) => `${kind} ${holder} ${units}`).toSorted()).toEqual(['place BELGG 36000', 'recipient NL 4000']);
  expect(stock.find(({ lot }) => lot === 'F1-FFP2')).toMatchObject({ recalled: true, turn: null, units: { available: 0, quarantined: 36_000 } });
  expect(await refused(['dispatch.released', '2020-03-28T10:00:00Z', { dispatch: 'D-X', place: 'BELGG', recipient: 'NL', lot: 'F1-FFP2', units: 1000, route: [] }])).toMatch(/lot F1-FFP2 is recalled/);
  await happens(['recall.notified', '2020-03-28T10:00:00Z', { recall: 'NL-1', holder: 'NL', channel: 'telephone' }], ['goods.recalled', '2020-03-30T10:00:00Z', { recipient: 'NL', lot: 'F1-FFP2', units: 3000, reference: 'NL-back-1' }]);
  const later = (await board('2020-03-30T12:00:00Z')).recalls[0];
  expect(later?.units).toEqual({ held: 37_000, recovered: 3000, lost: 0 });
  expect(later?.holders.find(({ holder }) => holder === 'NL')).toMatchObject({ units: 1000, notifiedAt: '2020-03-28T10:00:00.000Z' });
});

test('3 · an order to Zürich is held up by an authorisation that nobody holds; from 21 March it is free', async () => {
  await happens(['dispatch.released', '2020-03-16T14:00:00Z', { dispatch: 'D-ZRH', place: 'BELGG', recipient: 'CH', lot: 'F1-GOWN', units: 500, route: [] }]);
  expect((await orderOf('D-ZRH', '2020-03-16T15:00:00Z'))?.obstacles).toEqual([{ kind: 'border', lot: 'F1-GOWN', detail: 'EU-2020-402-EFTA', paper: 'export-authorisation' }]);
  expect((await orderOf('D-ZRH', '2020-03-21T15:00:00Z'))?.obstacles).toEqual([]);
  expect(await refused(['release.refused', '2020-03-16T16:00:00Z', { dispatch: 'D-ZRH' }])).toMatch(/refused for a reason/);
  await happens(['release.refused', '2020-03-16T16:00:00Z', { dispatch: 'D-ZRH', reason: 'export authorisation missing' }]);
  expect(await orderOf('D-ZRH', '2020-03-16T17:00:00Z')).toMatchObject({ state: 'refused', reason: 'export authorisation missing' });
  expect((await board('2020-03-16T17:00:00Z')).stock.find(({ lot }) => lot === 'F1-GOWN')?.units.available).toBe(4000);
});

test('4 · goods come without the declaration that customs ask for: held with a reference, and let go with another', async () => {
  await happens(['customs.held', '2020-03-20T19:00:00Z', { place: 'BELGG', lot: 'F4-GOWN', units: 6000, reference: 'MRN-1', reason: 'relief under Decision 2020/491 not claimed yet' }]);
  expect((await board('2020-03-20T20:00:00Z')).stock.find(({ lot }) => lot === 'F4-GOWN')?.units).toMatchObject({ held: 6000, available: 0 });
  await happens(['customs.cleared', '2020-03-21T08:00:00Z', { place: 'BELGG', lot: 'F4-GOWN', units: 6000, reference: 'MRN-2' }]);
});

test('5 · 1.8 and 2.0 million: what was said stays beside what is accepted, and changes no unit', async () => {
  const before = await desk.audit(OP, {});
  const claim = { claim: 'C-18', author: 'a paper', channel: 'article', language: 'fr', summary: 'Still 1.8 million masks are promised.', item: 'surgical-mask', units: 1_800_000, pledge: 'P1', stance: 'contradicts' };
  expect(await refused(['claim.recorded', '2020-03-16T20:00:00Z', claim])).toMatch(/a claim without a source is worth nothing.*give its link/);
  await happens(['claim.recorded', '2020-03-16T20:00:00Z', { ...claim, link: 'https://paper.example/18' }]);
  expect(await refused(['claim.recorded', '2020-03-16T21:00:00Z', { ...claim, link: 'https://paper.example/19' }])).toMatch(/there is a claim C-18 already/);
  const after = await desk.audit(OP, {});
  expect(after.ok && after.value.rows).toEqual(before.ok && before.value.rows);
});

test('6 · a count without a source is worth nothing', async () => {
  expect(await refused(['count.reported', '2020-03-16T14:00:00Z', { area: 'IT', cases: 27_980, deaths: 2158 }])).toMatch(/a count without a source is worth nothing.*name the source/);
});

test('7 · 64 million masks that weigh 30.6 t: refused, with the range that could be true', async () => {
  expect(
    await refused(
      ['consignment.announced', '2020-03-20T08:00:00Z', { consignment: 'F9', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: '2020-03-21T00:00:00.000Z', plannedArrival: '2020-03-21T12:00:00.000Z' }],
      ['lot.announced', '2020-03-20T08:00:00Z', { lot: 'F9-MASK', consignment: 'F9', pledge: 'P1', item: 'surgical-mask', units: 64_000_000, gross: 30_600_000 }],
    ),
  ).toMatch(/32000 cartons of surgical-mask weigh .* kg, not 30600 kg/);
});

test('8 · dwell, not driving, is the loss: a load on the road is expected in a range, and a late departure shifts it', async () => {
  const onTime = await orderOf('D-IT-1', '2020-03-16T19:40:00Z');
  expect(onTime?.eta).toMatchObject({ likely: onTime?.planned });
  await happens(['dispatch.released', '2020-03-20T20:00:00Z', { dispatch: 'D-LATE', place: 'BELGG', recipient: 'NL', lot: 'F3-GOWN', units: 500, route: ['ROAD-LGG-AMS-20200321'] }], ['dispatch.departed', '2020-03-21T12:00:00Z', { dispatch: 'D-LATE' }]);
  const late = await orderOf('D-LATE', '2020-03-21T12:30:00Z');
  const behind = Date.parse('2020-03-21T12:00:00Z') - Date.parse(late?.legs[0]?.departsAt ?? '');
  expect(behind).toBeGreaterThan(0);
  expect(late).toMatchObject({ state: 'on-the-road', eta: { seen: 6 } });
  expect(Date.parse(late?.eta?.likely ?? '') - Date.parse(late?.planned ?? '')).toBeGreaterThanOrEqual(behind);
});

test('9 · a receiver types 500 instead of 5,000: sent and received are two facts, their difference a question until somebody answers it', async () => {
  await happens(['dispatch.released', '2020-03-25T08:00:00Z', { dispatch: 'D-500', place: 'BELGG', recipient: 'NL', lot: 'F3-FFP2', units: 5000, route: [] }], ['dispatch.departed', '2020-03-25T09:00:00Z', { dispatch: 'D-500' }]);
  const [typed] = await happens(['dispatch.delivered', '2020-03-25T18:00:00Z', { dispatch: 'D-500', lot: 'F3-FFP2', recipient: 'NL', units: 500 }]);
  expect(await questions('2020-03-25T19:00:00Z')).toEqual([OWN, 'F3-FFP2 short 4500']);
  expect(await refused(['dispatch.delivered', '2020-03-25T20:00:00Z', { dispatch: 'D-500', lot: 'F3-FFP2', recipient: 'NL', units: 4500 }])).toBe('it was accepted');
  expect(await questions('2020-03-25T21:00:00Z')).toEqual([OWN]);
  expect(await refused(['dispatch.delivered', '2020-03-25T22:00:00Z', { dispatch: 'D-500', lot: 'F3-FFP2', recipient: 'NL', units: 4500 }])).toMatch(/nothing of lot F3-FFP2 is onward at D-500/);
  expect(typed).toBeDefined();
});

test('10 · volume binds before weight: what stays behind flies later under a lot of its own, and nothing is lost between the two', async () => {
  expect((await board('2020-03-30T12:00:00Z')).arrivals.find(({ consignment }) => consignment === 'F5')?.overflow).toEqual([{ lot: 'F5-SUIT', cartons: 251, binding: 'volume', onto: null, fits: 0 }]);
  await happens(
    ['consignment.announced', '2020-03-30T08:00:00Z', { consignment: 'F6', mode: 'air', carrier: 'x', aircraft: '777F', payload: 103_000_000, volume: 653_000_000, from: 'CNHGH', to: 'BELGG', plannedDeparture: '2020-04-02T00:00:00.000Z', plannedArrival: '2020-04-02T12:00:00.000Z' }],
  );
  expect((await board('2020-03-30T12:00:00Z')).arrivals.find(({ consignment }) => consignment === 'F5')?.overflow).toEqual([{ lot: 'F5-SUIT', cartons: 251, binding: 'volume', onto: 'F6', fits: 251 }]);
  await happens(['lot.offloaded', '2020-03-30T13:00:00Z', { lot: 'F5-SUIT', units: 251 * 50, onto: 'F6', as: 'F5-SUIT-2', pieces: '251 cartons', reason: 'volume' }]);
  const { arrivals } = await board('2020-03-30T14:00:00Z');
  expect(arrivals.find(({ consignment }) => consignment === 'F5')?.overflow).toEqual([]);
  expect(arrivals.find(({ consignment }) => consignment === 'F6')?.lots).toMatchObject([{ lot: 'F5-SUIT-2', cartons: 251, units: 12_550 }]);
  expect((await rowOf('P4', '2020-03-30T14:00:00Z', 'suit')).consigned).toBe(300_000);
});

test('at the end the promise still adds up as it was known, and the questions are those that nobody has answered', async () => {
  expect(await questions('2020-04-03')).toEqual([OWN]);
});

async function rowOf(pledge: string, asOf: string, item = 'surgical-mask') {
  const audited = await desk.audit(OP, { asOf });
  const row = audited.ok ? audited.value.rows.find((it) => it.pledge === pledge && it.item === item) : undefined;
  if (row === undefined) throw new Error(`no row ${pledge} ${item}`);
  return row;
}
