import { describe, expect, test } from 'vitest';
import { hasPoppler, pagesOf, sayThatItIsMissing } from '../../test/support/poppler.ts';
import { AreaCode } from '../domain/ids.ts';
import { Instant, LocalDate, Zone } from '../domain/time.ts';
import { cubicCm, grams } from '../domain/units.ts';
import { packingList } from '../standards/documents/packing-list.ts';
import type { Shipment, Spot } from '../standards/documents/shipment.ts';
import { printPaper } from './print.ts';

const at = Instant.parse('2020-03-13T20:40:00.000Z');
const LINES = 5000;
const spot: Spot = { place: 'BELGG', iata: 'LGG', name: 'Liège', area: AreaCode.parse('BE') };
const shipment: Shipment = {
  kind: 'consignment', id: 'F9', senders: [], consignee: { name: 'A hub', area: spot.area }, from: spot, to: spot, legs: [], aircraft: null, capacity: { payload: null, volume: null }, departedAt: null, arrivedAt: null, stayed: [], handlingUnits: [], waybills: [], papersHeld: [],
  lines: Array.from({ length: LINES }, (_, i) => ({
    lot: `LOT-${i + 1}`, item: 'mask', name: 'Surgical mask', cnCode: null, batch: `B${i % 90}`, expires: LocalDate.parse('2021-01-01'), temperature: 'ambient', units: 2000, perCarton: 2000, cartons: 1, pallets: 1, gross: grams(8500), volume: cubicCm(75_088), declared: true, valueCents: null, pledge: 'P1', donor: 'A foundation', boundFor: [],
  })),
};

if (!hasPoppler) sayThatItIsMissing('a packing list of 5,000 lots');
describe.skipIf(!hasPoppler)('a packing list of 5,000 lots', () => {
  test('has every lot once, its head on each page, and the totals beside the last', async () => {
    const pdf = await printPaper(packingList({ language: 'en', number: 'PL-1', operation: 'An operation', issuedAt: at, zone: Zone.parse('Europe/Brussels'), position: { asOf: at, seq: 1, hash: 'a'.repeat(64) } }, shipment));
    if (!pdf.ok) throw new Error(pdf.error.message);
    const pages = pagesOf(pdf.value);
    const lots = pages.join('\n').match(/LOT-\d+/g) ?? [];
    expect(lots).toHaveLength(LINES);
    expect(new Set(lots).size).toBe(LINES);
    const listing = pages.filter((page) => page.includes('LOT-'));
    expect(listing.filter((page) => !/Lot\s+Goods\s+Batch/.test(page))).toEqual([]);
    expect(listing.at(-1)).toMatch(/LOT-5000[\s\S]*Total\s+5,000\s+42,500\.0 kg\s+375\.440 m³/);
  }, 60_000);
});
