// The hub and the way onward of the reference operation, as its boards show them: counted against the sheets by hand.

import { expect, test } from 'vitest';
import { deskOverPack } from '../../src/app/local-desk.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import type { Solver } from '../../src/planner/solver.ts';
import { checkDigit } from '../../src/standards/gs1/check-digit.ts';
import { edited, REFERENCE, readFolder } from '../support/packs.ts';
import { noPrinter } from '../support/printer.ts';

const unused: Solver = { solve: () => Promise.reject(new Error('a board plans nothing')) };
const opened = deskOverPack(readFolder(REFERENCE), { clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, solver: unused, printer: noPrinter });
if (!opened.ok) throw new Error('the reference operation is refused');
const { desk, operation } = opened.value;

async function board(asOf: string) {
  const found = await desk.hub.board(operation, { asOf });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}
async function onward(asOf: string) {
  const found = await desk.onward.board(operation, { asOf });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

test('on the evening of 16 March two flights are counted, one is in the sky to Spain, and F5 cannot take all its suits', async () => {
  const { arrivals } = await board('2020-03-16T19:40:00Z');
  const state = new Map(arrivals.map((it) => [it.consignment, it.state]));
  expect([state.get('F1'), state.get('F2'), state.get('F3'), state.get('F5')]).toEqual(['counted', 'counted', 'announced', 'announced']);
  expect(arrivals.find(({ consignment }) => consignment === 'F5')?.overflow).toEqual([{ lot: 'F5-SUIT', cartons: 251, binding: 'volume', onto: null, fits: 0 }]);
});

test('an aircraft that is short of room is offered the next flight on the same way', async () => {
  const pack = readFolder(REFERENCE);
  const text = new TextDecoder().decode(pack.get('consignments.csv')).replace(/^F4,(.*),777F,103000,653,/m, 'F4,$1,777F,103000,15,');
  const later = text.split('\n').find((line) => line.startsWith('F5,'))?.replace('F5,', 'F6,').replaceAll('2020-03-31', '2020-04-02') ?? '';
  const again = deskOverPack(new Map([...pack, ['consignments.csv', new TextEncoder().encode(`${text.trimEnd()}\n${later}\n`)]]), { clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, solver: unused, printer: noPrinter });
  if (!again.ok) throw new Error(again.error.message);
  const found = await again.value.desk.hub.board(operation, { asOf: '2020-03-16T19:40:00Z' });
  const four = found.ok ? found.value.arrivals.find(({ consignment }) => consignment === 'F4') : undefined;
  expect(four?.overflow[0]).toMatchObject({ lot: 'F4-MASK', onto: 'F6', fits: four?.overflow[0]?.cartons });
});

test('goods on pallets and in unit load devices are held against the positions of their aircraft, and offered the next flight by them', async () => {
  // Two pallets of 96 × 125 inches with 20 cartons of masks each, and six EUR pallets of 20 cartons, on an aircraft of three positions.
  const built = [...['PMC10001CV', 'PMC10002CV'].map((unit) => [unit, 'uld'] as const), ...[0, 1, 2, 3, 4, 5].map((n) => [`15413210000000${n}00`, 'pallet'] as const)];
  const rows = built.map(([unit, type]) => `handling-unit.built,2020-03-16T10:00:00Z,assumption,,"${JSON.stringify({ unit: type === 'pallet' ? `${unit}${checkDigit(unit)}` : unit, type, at: { consignment: 'F4' }, contents: [{ lot: 'F4-MASK', units: 40_000 }] }).replaceAll('"', '""')}"`);
  const edit = edited(edited(readFolder(REFERENCE), 'facts', (text) => `${text.trimEnd()}\n${rows.join('\n')}\n`), 'consignments', (text) => {
    const later = text.split('\n').find((line) => line.startsWith('F5,'))?.replace('F5,', 'F6,').replaceAll('2020-03-31', '2020-04-02') ?? '';
    return `${text.replace(/^F4,(.*),653,37,/m, 'F4,$1,653,3,').trimEnd()}\n${later}\n`;
  });
  const again = deskOverPack(edit, { clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, solver: unused, printer: noPrinter });
  if (!again.ok) throw new Error(again.error.message);
  const found = await again.value.desk.hub.board(operation, { asOf: '2020-03-16T19:40:00Z' });
  const four = found.ok ? found.value.arrivals.find(({ consignment }) => consignment === 'F4') : undefined;
  // Two positions, six fifths of one, and the loose rest by volume: more than three. Masks are loaded first.
  expect(four?.load).toMatchObject({ positions: 3, positionsTaken: 4, built: { ulds: 2, pallets: 6 } });
  expect(four?.overflow[0]).toMatchObject({ lot: 'F4-MASK', binding: 'positions', onto: 'F6', fits: four?.overflow[0]?.cartons });
});

test('stock is told lot by lot, and first expired goes first', async () => {
  const { stock } = await board('2020-03-16T19:40:00Z');
  expect(stock.find(({ lot }) => lot === 'F1-GLOVES')).toMatchObject({ total: 39_000, turn: 1, units: { available: 39_000 } });
  expect(stock.filter(({ item }) => item === 'surgical-mask').map(({ lot, turn }) => [lot, turn])).toEqual([['F1-MASK', 1], ['F2-MASK', 2]]);
});

test('the stock card of the gloves: 40,000 landed, one carton found nowhere, 39,000 left', async () => {
  const card = await desk.hub.stockCard(operation, { lot: 'F1-GLOVES', asOf: '2020-03-16' });
  expect(card.ok && card.value.movements.map(({ kind, in: came, out, balance }) => [kind, came, out, balance])).toEqual([
    ['consignment.arrived', 40_000, 0, 40_000],
    ['goods.tallied', 0, 0, 40_000],
    ['goods.lost', 0, 1000, 39_000],
  ]);
});

test('a lot that nobody announced is named, with the nearest', async () => {
  expect(await desk.hub.stockCard(operation, { lot: 'F1-GLOVE' })).toMatchObject({ ok: false, error: { code: 'unknown-lot', remedy: 'did you mean F1-GLOVES?' } });
});

test('who holds units of F1-MASK on the 18th: every unit of it, and nobody twice', async () => {
  const found = await desk.hub.holders(operation, { lots: ['F1-MASK'], asOf: '2020-03-18' });
  const holders = found.ok ? found.value.holders : [];
  expect(holders.reduce((sum, { units }) => sum + units, 0)).toBe(500_000);
  expect(new Set(holders.map(({ kind, holder }) => `${kind} ${holder}`)).size).toBe(holders.length);
});

test('517 pallets of F5 at 20 an hour: the queue is told before it stands there', async () => {
  const { handling } = await board('2020-03-31T10:00:00Z');
  expect(handling?.worst).toEqual({ from: '2020-03-31T12:00:00.000Z', waiting: 497 });
});

test('France has counted 2,000 fewer than were sent: the order is partly delivered and the question open', async () => {
  const { orders } = await onward('2020-03-31T10:00:00Z');
  expect(orders.find(({ dispatch }) => dispatch === 'D-FR-1')).toMatchObject({ state: 'partly-delivered', lots: [{ onRoad: 2000 }] });
  expect((await board('2020-03-31T10:00:00Z')).questions).toMatchObject([{ lot: 'F3-MASK-FR', kind: 'short', missing: 2000, where: 'Santé publique France' }]);
});

test('the first load to Rome is expected in a range around its timetable; thirteen deliveries later the range rests on them', async () => {
  const [first] = (await onward('2020-03-16T19:40:00Z')).orders;
  expect(first).toMatchObject({ dispatch: 'D-IT-1', state: 'on-the-road', planned: '2020-03-17T13:30:00.000Z', eta: { likely: '2020-03-17T13:30:00.000Z', seen: 0 } });
  expect((first?.eta?.early ?? '') < (first?.eta?.likely ?? '') && (first?.eta?.likely ?? '') < (first?.eta?.late ?? '')).toBe(true);
  expect((await onward('2020-03-31T10:00:00Z')).delays.map(({ mode, seen }) => [mode, seen])).toEqual([['road', 13], ['air', 2]]);
});

test('a load list holds what its orders hold', async () => {
  const { departures, orders } = await onward('2020-03-31T10:00:00Z');
  for (const { lines, load } of departures) expect(load.cartons).toBe(lines.reduce((sum, { cartons }) => sum + cartons, 0));
  expect(new Set(departures.flatMap(({ lines }) => lines.map(({ dispatch }) => dispatch)))).toEqual(new Set(orders.filter(({ legs }) => legs.length > 0).map(({ dispatch }) => dispatch)));
});
