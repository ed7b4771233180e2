import { expect, test } from 'vitest';
import { AreaCode } from '../../domain/ids.ts';
import { Instant, LocalDate, Zone } from '../../domain/time.ts';
import { EuroCents, cubicCm, grams } from '../../domain/units.ts';
import { airWaybill } from './air-waybill.ts';
import { cim } from './cim.ts';
import { cmr } from './cmr.ts';
import { languageOf } from './language-of.ts';
import type { Box, Paper, TableSection } from './paper.ts';
import { goodsTable, penOf, type Issue } from './parts.ts';
import { proformaInvoice } from './proforma-invoice.ts';
import type { GoodsLine, Leg, Shipment, Spot } from './shipment.ts';
import { PAPER_LANGUAGES, writeCountry } from './wording.ts';
import { WORDS } from './words/vocabulary.ts';

const at = Instant.parse('2020-03-16T11:30:00.000Z');
const area = (code: string): AreaCode => AreaCode.parse(code);
const issue: Issue = { language: 'en', number: 'X-1', operation: 'An operation', issuedAt: at, zone: Zone.parse('Europe/Brussels'), position: { asOf: at, seq: 7, hash: 'a'.repeat(64) } };
const spot = (place: string, of: string): Spot => ({ place, iata: null, name: place, area: area(of) });
const LIEGE = spot('BELGG', 'BE');
const ROME = spot('ITROM', 'IT');

const MASKS: GoodsLine = {
  lot: 'A', item: 'mask', name: 'Mask', cnCode: '63079098', batch: null, expires: null, temperature: 'ambient', units: 3000, perCarton: 1000, cartons: 3, pallets: 1, gross: grams(24_200), volume: cubicCm(225_264), declared: true,
  valueCents: EuroCents.parse(5), pledge: 'P1', donor: 'A foundation', boundFor: [area('IT')],
};
const KITS: GoodsLine = { ...MASKS, lot: 'B', item: 'kit', name: 'Kit', cnCode: null, expires: LocalDate.parse('2020-12-31'), units: 10, cartons: 1, gross: grams(12_000), volume: cubicCm(96_000), declared: false, valueCents: null, temperature: 'cool' };
const leg = (mode: Leg['mode'], carrier: string, from: Spot, to: Spot): Leg => ({ run: `${mode}-1`, mode, carrier, from, to, departsAt: at, arrivesAt: at });
const shipment = (legs: readonly Leg[], lines: readonly GoodsLine[] = [MASKS, KITS]): Shipment => ({
  kind: 'dispatch', id: 'D-1', senders: [{ name: 'A hub', area: area('BE') }], consignee: { name: 'A ministry', area: area('IT') }, from: LIEGE, to: ROME, legs, aircraft: null, capacity: { payload: null, volume: null }, departedAt: null, arrivedAt: null,
  lines, stayed: [], handlingUnits: [], waybills: [], papersHeld: ['export-authorisation BE-7'],
});

const boxesOf = ({ sections }: Paper): Box[] => sections.flatMap((section) => (section.kind === 'boxes' ? section.rows.flat() : []));
const numbersOf = (paper: Paper): number[] => [...boxesOf(paper).flatMap(({ number }) => number ?? []), ...tablesOf(paper).flatMap(({ columns }) => columns.flatMap(({ heading }) => /^\d+/.exec(heading)?.[0] ?? []))].map(Number).toSorted((a, b) => a - b);
const tablesOf = ({ sections }: Paper): TableSection[] => sections.filter((section) => section.kind === 'table');

test('a CMR has its 24 boxes, each once', () => expect(numbersOf(cmr(issue, shipment([leg('road', 'Hauler', LIEGE, ROME)])))).toEqual(Array.from({ length: 24 }, (_, i) => i + 1)));

test('a CMR is of the legs by road, and names who carries on', () => {
  const boxes = boxesOf(cmr(issue, shipment([leg('rail', 'Train', LIEGE, spot('ITMIL', 'IT')), leg('road', 'Hauler', spot('ITMIL', 'IT'), spot('ITBLQ', 'IT')), leg('road', 'Second', spot('ITBLQ', 'IT'), ROME)])));
  expect(boxes.find(({ number }) => number === '4')?.lines[0]).toBe('ITMIL (ITMIL), Italy');
  expect(boxes.find(({ number }) => number === '16')?.lines[0]).toBe('Hauler');
  expect(boxes.find(({ number }) => number === '17')?.lines).toEqual(['Second']);
  expect(boxes.find(({ number }) => number === '5')?.lines).toContain('export-authorisation BE-7');
});

test('a CIM numbers its boxes once each, and takes the NHM code from the first six digits', () => {
  const paper = cim(issue, shipment([leg('rail', 'Train', LIEGE, ROME)]));
  const numbers = numbersOf(paper);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(tablesOf(paper)[0]?.rows[0]?.cells).toContain('63079000');
});

test('a waybill rounds up to half a kilogram, and chargeable weight is the larger', () => {
  const boxes = boxesOf(airWaybill(issue, shipment([leg('air', 'Airline', LIEGE, ROME)], [MASKS])));
  // 24.2 kg gross; 0.225264 m³ × 167 kg/m³ = 37.6 kg.
  expect([boxes.find(({ number }) => number === '22B')?.lines, boxes.find(({ number }) => number === '22F')?.lines]).toEqual([['24.5\u00a0kg'], ['38.0\u00a0kg']]);
});

test('what is not on record is dots, never a guess', () => {
  const paper = proformaInvoice(issue, shipment([]));
  expect(boxesOf(paper).flatMap(({ lines }) => lines).filter((line) => line.includes('.....'))).toHaveLength(4);
  const [goods] = tablesOf(paper);
  expect(goods?.rows[1]?.cells.filter((cell) => /^\.+$/.test(cell))).toHaveLength(3);
  expect(paper.sections.at(-1)).toEqual({ kind: 'text', paragraphs: [WORDS.en.toComplete] });
  expect(JSON.stringify(paper)).toContain(WORDS.en.proforma.unvalued);
});

test('pieces of different goods are not added up; cartons, weight, volume and value are', () => {
  const table = goodsTable(penOf(issue), [MASKS, KITS], ['item', 'units', 'cartons', 'gross', 'volume', 'value']);
  expect(table.totals).toEqual(['Total', '', '4', '36.2\u00a0kg', '0.321\u00a0m³', '150.00\u00a0EUR']);
  expect(table.rows[1]?.cells[3]).toBe('~\u00a012.0\u00a0kg');
});

test('a batch or an expiry that no lot has is no column', () => {
  expect(goodsTable(penOf(issue), [MASKS], ['lot', 'batch', 'expires']).columns).toHaveLength(1);
  expect(goodsTable(penOf(issue), [MASKS, KITS], ['lot', 'batch', 'expires']).columns).toHaveLength(2);
});

test.each([['IT-25', 'it'], ['BE', 'fr'], ['CH', 'fr'], ['LB', 'ar'], ['SI', 'en'], ['EUROPE', 'en']] as const)('a paper that goes to %s is in %s', (to, language) => expect(languageOf(area(to))).toBe(language));
test.each([['en', 'Italy', 'Europe'], ['fr', 'Italie', 'Europe'], ['it', 'Italia', 'Europa'], ['ar', 'إيطاليا', 'أوروبا']] as const)('countries are named in %s', (language, italy, europe) => expect([writeCountry(area('IT-25'), language), writeCountry(area('EUROPE'), language)]).toEqual([italy, europe]));

test.each(PAPER_LANGUAGES)('every word in %s is there and not left in English by oversight', (language) => {
  const leaves = (words: object): string[] => Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : typeof word === 'object' && word !== null ? leaves(word as object) : []));
  const [own, english] = [leaves(WORDS[language]), leaves(WORDS.en)];
  expect(own.filter((word) => word.trim() === '')).toEqual([]);
  // Sentences that are the same in both: none but of a few short words that the languages share.
  const same = own.filter((word, i) => word === english[i] && word.length > 12);
  expect(language === 'en' ? [] : same).toEqual([]);
});
