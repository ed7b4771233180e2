import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheets } from '../sheets/read-sheets.ts';
import { sheetXml, workbook } from '../sheets/workbook.fixture.ts';
import { readServiceRequest } from './read-request.ts';
import type { ServiceRequest } from './service-request.ts';
import { writeServiceRequest } from './write-request.ts';

const read = (bytes: Uint8Array): ServiceRequest | null => {
  const sheets = readSheets(bytes);
  return sheets.ok ? readServiceRequest(sheets.value) : null;
};

const words = fc.stringMatching(/^[A-Z][a-zà-ü]{3,12}( [A-Z][a-z]{3,9})?$/).filter((text) => !/^(?:total|sum|city|town|street|address|title|phone|email|until|start|location|contact|position|office|agency)$/i.test(text) && !/^(?:total|sum)/i.test(text));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const contact = fc.record({ organisation: maybe(fc.oneof(words, fc.constant('World Health Organization'), fc.constant('Transport agency'))), name: maybe(words), role: maybe(words), phone: maybe(fc.constant('+32 4 000 00 00')), email: maybe(fc.constant('someone@example.org')) });
const stop = fc.tuple(words, maybe(words), maybe(words), maybe(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 })))).map(([town, facility, address, at]) => ({ town, facility, address, latitude: at?.[0] ?? null, longitude: at?.[1] ?? null }));
const amount = maybe(fc.integer({ min: 1, max: 1e6 }));
const item = fc.record({ description: words, category: maybe(words), handlingUnit: maybe(fc.constantFrom('carton', 'pallet', 'bag')), handlingUnits: amount, unitsEach: amount, grossKg: amount, volumeM3: amount, valueUsd: amount, special: maybe(words) });
const day = fc.constantFrom('2020-03-16', '2020-12-31');
const request: fc.Arbitrary<ServiceRequest> = fc.record({ reference: maybe(fc.constant('SRF-0042')), sender: contact, receiver: contact, readyToLoad: maybe(day), from: stop, to: stop, storage: fc.record({ location: maybe(words), start: maybe(day), until: maybe(day) }), items: fc.array(item, { minLength: 1, maxLength: 5 }), remarks: maybe(words) });

describe('a service request form', () => {
  test('comes back as it was written', () => fc.assert(fc.property(request, (one) => { expect(read(writeServiceRequest(one))).toEqual(one); }), { numRuns: 60 }));
  test('is the same bytes each time', () => fc.assert(fc.property(request, (one) => { expect(writeServiceRequest(one)).toEqual(writeServiceRequest(one)); }), { numRuns: 5 }));
  test('in another layout is read by its labels: section and label in one cell, a total below', () => {
    const sheet = workbook({
      Request: sheetXml([
        ['Service Request Form (SRF)'], ['Requesting Organization'], ['Organisation', 'Relief International'], ['Focal point', 'A. Person', 'Telephone', '+32 470'], ['Ready to Load (date)', { serial: 43_906 }],
        ['FROM (Town/City Name)', 'Liège'], ['(Office/Facility Name)', 'LC Warehouse'], ['(Lat./Long.)', '50.64, 5.44'], ['TO (Town/City Name)', 'Roma'], ['(Office/Facility Name)', 'Protezione Civile'],
        ['Cargo description', 'Unit type', 'Quantity', 'Total weight (kg)', 'Total volume (m3)'], ['Surgical masks', 'carton', 250, 2125, 18.75], ['Total', null, 250, 2125, 18.75],
      ]),
    });
    expect(read(sheet)).toMatchObject({
      sender: { organisation: 'Relief International', name: 'A. Person', phone: '+32 470' }, readyToLoad: '2020-03-16', from: { town: 'Liège', facility: 'LC Warehouse', latitude: 50.64, longitude: 5.44 }, to: { town: 'Roma', facility: 'Protezione Civile', latitude: null },
      items: [{ description: 'Surgical masks', handlingUnit: 'carton', handlingUnits: 250, grossKg: 2125, volumeM3: 18.75 }],
    });
  });
  test('a packing list is none', () => expect(read(workbook({ A: sheetXml([['Description', 'Quantity', 'Weight'], ['Masks', 5, 6]]) }))).toBeNull());
});
