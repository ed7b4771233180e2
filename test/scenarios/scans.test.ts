// A lot's way by label and scanner, from loose cartons in the hall to the receiver's hands, on a small operation.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import type { ScanAsk } from '../../src/app/hub/scan.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { append } from '../../src/app/record.ts';
import { printLabels } from '../../src/papers/labels.ts';
import { OperationId } from '../../src/domain/ids.ts';
import type { Solver } from '../../src/planner/solver.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { hour, journal, type Line } from '../support/journal.ts';
import { LANDED } from '../support/small-operation.ts';
import { hasPoppler, picturesOf } from '../support/poppler.ts';
import { noPrinter } from '../support/printer.ts';
import { scan as scanPicture } from '../support/scanner.ts';

const unused: Solver = { solve: () => Promise.reject(new Error('a scan plans nothing')) };
const OP = OperationId.parse('test');
let store: EmbeddedStore;
let desk: Desk;
beforeAll(async () => {
  store = await openHome(newFolder());
  desk = deskOverStore(store, { clock: { now: () => hour(200) }, solver: unused, printer: { ...noPrinter, labels: printLabels } });
  await enter(LANDED, 1);
}, 60_000);
afterAll(() => store.close());

async function enter(lines: readonly Line[], first: number): Promise<void> {
  const appended = await append(store, OP, journal(lines, first));
  if (!appended.ok) throw new Error(JSON.stringify(appended.error));
}
let scans = 0;
async function scan(code: string, doing: ScanAsk['doing'], at: number, rest: Partial<ScanAsk> = {}, key = `s${(scans += 1)}`) {
  const done = await desk.hub.scan(OP, { code, doing, at: hour(at), by: 'hub-operator', ...rest }, key);
  return done.ok ? { entered: done.value.entered, at: done.value.unit.at } : `${done.error.message}: ${done.error.remedy}`;
}
const lies = async (): Promise<string[]> => (await store.balances(OP)).filter(({ lot, units }) => lot === 'A' && units > 0).map(({ account, at, units }) => `${account} ${at} ${units}`).toSorted();
const audited = async (): Promise<void> => {
  const report = await desk.audit(OP, {});
  expect(report.ok && report.value.problems).toEqual([]);
};

test.each<[string, Line, RegExp]>([
  ['a carton under an SSCC with a wrong check digit', ['handling-unit.built', 23, { unit: '095200000000000001', type: 'carton', at: { place: 'BELGG' }, contents: [] }], /the check digit is 1, the others make it/],
  ['a master air waybill with a wrong one', ['waybill.issued', 23, { waybill: '172-12345674', kind: 'master', consignment: 'C1', pieces: 6, gross: 60_000, goods: 'masks' }], /the check digit is 4, the others make it 5/],
])('%s is refused', async (_, [kind, at, body], told) => {
  const recorded = await desk.record(OP, { kind, occurredAt: hour(at), by: 'hub-operator', sources: [], note: null, evidence: [], body }, 'wrong-digit');
  expect(recorded.ok ? '' : recorded.error.message).toMatch(told);
});

let cartons: readonly string[] = [];
let pallets: readonly string[] = [];

test('600 masks become six labelled cartons on a pallet; asked again, the same numbers answer', async () => {
  await enter([['goods.tallied', 22, { place: 'BELGG', lot: 'A', units: 600 }]], 50);
  const ask = { lot: 'A', units: 600, place: 'BELGG', cartonsPerPallet: 4, at: hour(23), by: 'hub-operator' };
  const built = await desk.hub.build(OP, ask, 'k1');
  if (!built.ok) throw new Error(built.error.message);
  expect(built.value.cartons.map(({ units }) => units)).toEqual([100, 100, 100, 100, 100, 100]);
  expect(built.value.pallets).toHaveLength(2);
  expect(built.value.cartons.map(({ on }) => built.value.pallets.indexOf(on ?? ''))).toEqual([0, 0, 0, 0, 1, 1]);
  expect(await desk.hub.build(OP, ask, 'k1')).toEqual(built);
  expect(await desk.hub.build(OP, ask, 'k2')).toMatchObject({ ok: false, error: { code: 'too-many-units', message: '0 units of lot A at BELGG are in no handling unit yet, not 600' } });
  cartons = built.value.cartons.map(({ unit }) => unit);
  pallets = built.value.pallets;
});

test('each has its label, and what is scanned off the sheet is the unit that it hangs on', async () => {
  const file = await desk.papers.labels(OP, { units: pallets, inner: true, format: 'carton-a4', asOf: hour(24) });
  if (!file.ok) throw new Error(file.error.message);
  expect([file.value.name, Buffer.from(file.value.content.subarray(0, 5)).toString()]).toEqual([`labels-${pallets[0] ?? ''}.fr.pdf`, '%PDF-']);
  const ofLot = await desk.papers.labels(OP, { lot: 'A', format: 'carton-a4', asOf: hour(24) });
  expect(ofLot.ok).toBe(true);
  const none = await desk.papers.labels(OP, { units: ['395212340000000007'], format: 'carton-a4' });
  expect(none.ok ? '' : none.error.message).toBe('there is no handling unit 395212340000000007');
  if (!hasPoppler) return;
  const codes = (await Promise.all(picturesOf(file.value.content, 150).map(scanPicture))).flat().filter(({ symbology }) => symbology === ']d2');
  expect(new Set(codes.map(({ text }) => text.slice(2, 20)))).toEqual(new Set([...pallets, ...cartons]));
}, 60_000);

test('a label is read as a scanner sends it, as people type it, and as a web address', async () => {
  const [carton = ''] = cartons;
  const typed = carton.replaceAll(/(.{4})/g, '$1 ');
  for (const code of [carton, `(00)${carton}`, `00${carton}`, `]C100${carton}`, typed, `https://id.gs1.org/00/${carton}`]) expect(await scan(code, 'find', 24)).toEqual({ entered: 0, at: { place: 'BELGG' } });
});

test.each([
  ['a digit misread', '095200000000000001', /check digit/],
  ['a letter', '0952000000000000O0', /write 0/],
  ['the code on the goods', '(01)09520000000004', /which carton or pallet/],
  ['a ULD that nobody built', 'PMC12345CV', /no handling unit PMC12345CV has been built/],
])('%s is refused with what to do', async (_, code, told) => expect(await scan(code, 'find', 24)).toMatch(told));

test('loading takes only what the order asks for, and the same scan twice is one', async () => {
  await enter([['dispatch.released', 25, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 400, route: ['ROAD-3'] }]], 60);
  const [four = '', two = ''] = pallets;
  expect(await scan(four, 'load', 26, { dispatch: 'D1' }, 'load-1')).toEqual({ entered: 2, at: { dispatch: 'D1' } });
  expect(await scan(four, 'load', 26, { dispatch: 'D1' }, 'load-1')).toEqual({ entered: 0, at: { dispatch: 'D1' } });
  expect(await scan(four, 'load', 27, { dispatch: 'D1' })).toEqual({ entered: 0, at: { dispatch: 'D1' } });
  expect(await scan(two, 'load', 27, { dispatch: 'D1' })).toMatch(/order D1 asks for 400, and 400 are loaded/);
  expect(await scan(two, 'load', 27, { dispatch: 'D9' })).toMatch(/no dispatch D9 was released/);
  await audited();
});

test('a carton on the pallet moves with it, and cannot walk off by itself', async () => {
  expect(await scan(cartons[0] ?? '', 'put', 28, { bin: 'A-1' })).toMatch(new RegExp(`stands in ${pallets[0]}: move ${pallets[0]}, or take`));
  expect(await scan(cartons[0] ?? '', 'find', 28)).toMatchObject({ at: { dispatch: 'D1' } });
});

test('handed over pallet by pallet, in whatever order; what the scanner sends hours late finds its place', async () => {
  await enter([['dispatch.departed', 54, { dispatch: 'D1' }]], 70);
  expect(await scan(pallets[0] ?? '', 'deliver', 80)).toMatchObject({ at: { recipient: 'IT' } });
  expect(await lies()).toEqual(['available BELGG 200', 'delivered IT 400']);
  expect(await scan(pallets[1] ?? '', 'put', 40, { bin: 'A-7' })).toEqual({ entered: 1, at: { place: 'BELGG', bin: 'A-7' } });
  await audited();
});
