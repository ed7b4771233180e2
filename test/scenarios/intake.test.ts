// A shipper's sheet that nobody has seen before joins the Liège operation: asked where it must be, entered once, learned from.

import { beforeAll, describe, expect, test } from 'vitest';
import { acceptIntake } from '../../src/app/airlift/accept-intake.ts';
import type { IntakeAsk, IntakePreview } from '../../src/app/airlift/intake-shape.ts';
import { examine } from '../../src/app/airlift/preview-intake.ts';
import { serviceRequestOf } from '../../src/app/airlift/service-request.ts';
import { auditStore } from '../../src/app/custody/audit.ts';
import { importPack } from '../../src/app/pack/import.ts';
import type { Store } from '../../src/app/ports.ts';
import { readHere } from '../../src/app/read-here.ts';
import { isKind } from '../../src/domain/facts.ts';
import { Sha256 } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { chineseList, englishList, frenchList } from '../../src/standards/intake/lists.fixture.ts';
import { readSheets } from '../../src/standards/sheets/read-sheets.ts';
import { readServiceRequest } from '../../src/standards/srf/read-request.ts';
import { writeServiceRequest } from '../../src/standards/srf/write-request.ts';
import { LIEGE } from '../support/facts.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

let store: Store;
beforeAll(async () => {
  store = await openHome(newFolder());
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken in');
});

async function preview(ask: IntakeAsk): Promise<IntakePreview> {
  const examined = await examine(await store.facts(LIEGE), ask, wallClock.now(), readHere);
  invariant(examined.ok, 'the sheet can be read');
  return examined.value.preview;
}
const accept = (ask: IntakeAsk): ReturnType<typeof acceptIntake> => acceptIntake(store, LIEGE, ask, { clock: wallClock, reader: readHere });
const ids = ({ questions }: IntakePreview): string[] => questions.map(({ id }) => id);

const FLIGHT = { consignment: 'F9', 'consignment.mode': 'air', 'consignment.carrier': 'Carrier not named', 'consignment.from': 'CNHGH', 'consignment.to': 'BELGG', 'consignment.departs': '2020-04-02T08:00:00Z', 'consignment.arrives': '2020-04-02T20:00:00Z' };
const file = { name: 'packing list.xlsx', content: englishList() };
/** The FFP2 of P10 come another day: row 6 is set aside. */
const answers = { ...FLIGHT, 'row:6': 'aside', 'pledge:surgical-mask': 'P1', 'earmark:surgical-mask': 'P1-IT', 'earmark:suit': 'P4-BE-SUIT' };
const occurredAt = '2020-03-16T10:00:00Z';

describe('an English workbook', () => {
  test('is read, and asks only what no sheet says: which flight, whose pledge', async () => {
    const seen = await preview({ file });
    expect([seen.sender, seen.waybill, seen.matched, seen.duplicateOf]).toEqual(['Qiantang Medical Trading Co.', '112-34567890', false, null]);
    expect(ids(seen)).toEqual(['consignment', 'earmark:suit', 'pledge:surgical-mask']);
    expect(seen.questions[0]?.suggestion).toBe('112-34567890');
    expect(seen.totals).toMatchObject({ cartons: 310, grossKg: 2765, volumeM3: 24.7, chargeableKg: 4125, isEstimated: false });
  });
  test('is refused while something is open, with every question', async () => {
    const refused = await accept({ file, answers: FLIGHT });
    expect(refused).toMatchObject({ ok: false, error: { code: 'intake-open', rejected: [{ remedy: 'answer earmark:suit' }, { remedy: 'answer pledge:surgical-mask' }] } });
  });
  test('an answer that cannot be used is asked again', async () => {
    const seen = await preview({ file, answers: { ...answers, consignment: '北京!', 'earmark:suit': 'P99' } });
    expect(ids(seen)).toEqual(['consignment', 'earmark:suit']);
    expect(ids(await preview({ file, answers: { ...answers, 'consignment.departs': 'soon' } }))).toEqual(['consignment.departs']);
  });
  test('becomes a consignment with its lots, its paper and what was learned, and the audit adds up', async () => {
    const seen = await preview({ file, answers, occurredAt });
    expect([seen.matched, seen.lots.map(({ lot, item, units, pledge, earmark }) => [lot, item, units, pledge, earmark])]).toEqual([true, [['F9-1', 'surgical-mask', 500_000, 'P1', 'P1-IT'], ['F9-2', 'suit', 1000, 'P4', 'P4-BE-SUIT']]]);
    const accepted = await accept({ file, answers, occurredAt });
    expect(accepted).toEqual({ ok: true, value: { operation: 'liege-2020', consignment: 'F9', lots: ['F9-1', 'F9-2'], facts: 5, missingPapers: [['proforma'], ['air-waybill'], ['gift-certificate'], ['donation-letter'], ['ce-certificate', 'test-report']] } });
    const facts = await store.facts(LIEGE);
    expect(facts.slice(-5).map(({ kind }) => kind)).toEqual(['consignment.announced', 'lot.announced', 'lot.announced', 'document.filed', 'sender.mapping-learned']);
    expect(facts.find((fact) => isKind(fact, 'lot.announced') && fact.body.lot === 'F9-1')?.body).toEqual({ lot: 'F9-1', consignment: 'F9', pledge: 'P1', earmark: 'P1-IT', item: 'surgical-mask', units: 500_000, gross: 2_125_000, volume: 18_750_000, batch: 'M200301', expires: '2023-02-28' });
    const paper = facts.findLast((fact) => isKind(fact, 'document.filed'));
    invariant(paper?.kind === 'document.filed' && paper.body.file !== undefined, 'the sheet is filed');
    expect(await store.evidence(paper.body.file)).toEqual(file.content);
    expect(await auditStore(store)).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
  });
  test('handed in again it changes nothing, whatever is answered', async () => {
    const before = (await store.head(LIEGE)).seq;
    expect(await accept({ file, answers: { consignment: 'F10' } })).toMatchObject({ ok: true, value: { consignment: 'F9', lots: ['F9-1', 'F9-2'], facts: 0 } });
    expect((await store.head(LIEGE)).seq).toBe(before);
  });
  test('under another name, with the columns moved, it is known by its waybill', async () => {
    const seen = await preview({ file: { name: 'copy.xlsx', content: englishList([1, 0, 2, 3, 4, 5, 6, 7, 8]) }, answers });
    expect([seen.duplicateOf?.by, seen.duplicateOf?.consignment, seen.mapping.every(({ by, field }) => field === null || by === 'learned')]).toEqual(['waybill', 'F9', true]);
  });
});

describe('a sender is learned from', () => {
  const sheet = (rows: string): IntakeAsk['file'] => ({ name: 'list.csv', content: new TextEncoder().encode(`Shipper: Masks & Co;;;\nArticle;Qté unités;Colis;Poids brut\n${rows}\n`) });
  const settled = { ...FLIGHT, consignment: 'F11', 'item:Protection type B': 'surgical-mask', numbers: 'comma', 'measure:D': 'kg row', 'pledge:surgical-mask': 'P1', 'earmark:surgical-mask': 'none' };
  test('what one sheet settles, the next does not ask', async () => {
    const first = sheet('Protection type B;4.000;2;17');
    expect(ids(await preview({ file: first }))).toEqual(expect.arrayContaining(['item:Protection type B', 'numbers']));
    expect(await accept({ file: first, answers: settled, occurredAt })).toMatchObject({ ok: true, value: { lots: ['F11-1'] } });
    const next = await preview({ file: sheet('Protection type B;6.000;3;25'), answers: { ...FLIGHT, consignment: 'F12', 'pledge:surgical-mask': 'P1', 'earmark:surgical-mask': 'none' } });
    expect([next.questions, next.lots.map(({ item, units, grossKg }) => [item, units, grossKg])]).toEqual([[], [['surgical-mask', 6000, 25]]]);
  });
  test('a description longer than any name is read, and not learned', async () => {
    const long = `Protection type C ${'x'.repeat(400)}`;
    const accepted = await accept({ file: sheet(`${long};8.000;4;34`), answers: { ...settled, consignment: 'F15', [`item:${long}`]: 'surgical-mask' }, occurredAt });
    expect(accepted).toMatchObject({ ok: true, value: { lots: ['F15-1'] } });
  });
  test('the same goods again are a question, not a second consignment', async () => {
    const again = await preview({ file: sheet('Protection type B;4.000;2;17\n'), answers: { ...settled, consignment: 'F13' } });
    expect([again.duplicateOf?.by, ids(again), ids(await preview({ file: sheet('Protection type B;4.000;2;17\n'), answers: { ...settled, consignment: 'F13', duplicate: 'another' } }))]).toEqual(['content', ['duplicate'], []]);
  });
});

test('the French and the Chinese sheet ask for nothing but flight and pledge', async () => {
  for (const content of [frenchList(), chineseList()]) expect(ids(await preview({ file: { name: 'x', content } })).filter((id) => !/^(consignment|pledge|earmark)/.test(id))).toEqual([]);
});

test('two at once accept the same sheet once', async () => {
  const same: IntakeAsk = { file: { name: 'fr.csv', content: frenchList() }, answers: { ...FLIGHT, consignment: 'F14', 'row:4': 'aside', 'pledge:surgical-mask': 'P1', 'earmark:surgical-mask': 'none' }, occurredAt };
  const both = await Promise.all([accept(same), accept(same)]);
  expect(both.map((one) => one.ok && one.value.consignment)).toEqual(['F14', 'F14']);
  expect(both.map((one) => (one.ok ? one.value.facts : -1)).toSorted((a, b) => a - b)).toEqual([0, 3]);
});

test('what cannot be read is refused with the file, the row and the remedy', async () => {
  expect(await accept({ file: { name: 'old.xls', content: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) } })).toMatchObject({ ok: false, error: { code: 'sheet-refused', message: 'old.xls: the workbook has a password, or is of the old form .xls', rejected: [{ file: 'old.xls' }] } });
});

describe('a service request form of the Logistics Cluster', () => {
  const written = (): Uint8Array =>
    writeServiceRequest({
      reference: 'SRF-0042', sender: { organisation: 'A relief agency', name: 'Ana Ferreira', role: 'logistician', phone: '+32 470', email: null }, receiver: { organisation: null, name: null, role: null, phone: null, email: null },
      readyToLoad: '2020-04-01', from: { town: 'Hangzhou', facility: null, address: null, latitude: 30.2, longitude: 120.4 }, to: { town: 'Liège', facility: null, address: null, latitude: null, longitude: null }, storage: { location: null, start: null, until: null }, remarks: null,
      items: [{ description: 'Surgical masks', category: 'Health', handlingUnit: 'carton', handlingUnits: 30, unitsEach: 2000, grossKg: 255, volumeM3: 2.25, valueUsd: null, special: null }],
    });
  test('is accepted like a packing list; whom to call goes into the vault, never into a fact', async () => {
    const form = { name: 'srf.xlsx', content: written() };
    const seen = await preview({ file: form, answers: { consignment: 'S1' } });
    expect([seen.request?.reference, seen.sender, seen.lots.map(({ item, units, grossKg }) => [item, units, grossKg])]).toEqual(['SRF-0042', 'A relief agency', [['surgical-mask', 60_000, 255]]]);
    expect(Object.fromEntries(seen.questions.map(({ id, suggestion }) => [id, suggestion]))).toMatchObject({ 'consignment.from': 'CNHGH', 'consignment.to': 'BELGG', 'consignment.departs': '2020-04-01' });
    const accepted = await accept({ file: form, answers: { ...FLIGHT, consignment: 'S1', 'pledge:surgical-mask': 'P1', 'earmark:surgical-mask': 'none' }, occurredAt });
    expect(accepted).toMatchObject({ ok: true, value: { lots: ['S1-1'] } });
    const facts = await store.facts(LIEGE);
    const paper = facts.findLast((fact) => isKind(fact, 'document.filed'));
    invariant(paper?.kind === 'document.filed', 'the form is filed');
    expect(paper.body).toMatchObject({ document: 'service-request', reference: 'SRF-0042' });
    expect(JSON.stringify(facts)).not.toContain('Ferreira');
    expect(await store.person(LIEGE, paper.body.contacts?.[0] ?? Sha256.parse('0'.repeat(64)))).toEqual({ name: 'Ana Ferreira', contact: '+32 470', role: 'logistician' });
  });
  test('is written of any consignment, and what is written can be read', async () => {
    const form = serviceRequestOf(await store.facts(LIEGE), 'F9');
    invariant(form.ok, 'F9 is known');
    const sheets = readSheets(form.value.content);
    invariant(sheets.ok, 'it is a workbook');
    expect(readServiceRequest(sheets.value)).toMatchObject({ readyToLoad: '2020-04-02', from: { facility: 'CNHGH' }, to: { facility: 'BELGG' }, items: [{ description: 'Surgical mask', handlingUnits: 250, unitsEach: 2000, grossKg: 2125 }, { handlingUnits: 20, grossKg: 240 }] });
    expect(serviceRequestOf(await store.facts(LIEGE), 'F99')).toMatchObject({ ok: false, error: { code: 'unknown-consignment' } });
  });
});
