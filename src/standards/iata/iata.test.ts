import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Place } from '../../domain/places.ts';
import { airportOf, readFlightNumber } from './flight-number.ts';
import { EUR_PALLETS_A_POSITION, eurPalletsOn, readUld, uldSize } from './uld.ts';
import { masterWaybill, readHouseWaybill, readMasterWaybill, waybillCheckDigit } from './waybill-number.ts';

const problem = (read: { ok: true } | { ok: false; error: { message: string; remedy: string } }): readonly string[] => (read.ok ? [] : [read.error.message, read.error.remedy]);

describe('a master air waybill', () => {
  // 8114074 = 7 · 1159153 + 3, as forwarders publish it; 1234567 = 7 · 176366 + 5, as the Australian Border Force does.
  test.each(['020-81140743', '176 1234 5675', '17612345675', '176-12345675 '])('%s is read', (text) => expect(readMasterWaybill(text).ok).toBe(true));
  test('is written with a hyphen after the prefix', () => expect(readMasterWaybill('17612345675')).toEqual({ ok: true, value: { number: '176-12345675', prefix: '176', serial: '1234567' } }));
  test.each([
    ['176-12345674', 'the check digit is 4, the others make it 5', 'compare it with the paper: either the last digit is 5, or one of the others is wrong'],
    ['12345675', 'a master air waybill has 11 digits, this one has 8', 'put the carrier’s prefix of three digits in front'],
    ['176-1234567', 'a master air waybill has 11 digits, this one has 10', 'read it again: 1 more may be missing'],
    ['176-l2345675', 'character 5 is “l”: a master air waybill has digits only', 'if it is a digit, write 1'],
  ])('%s is refused', (...[text, ...said]) => expect(problem(readMasterWaybill(text))).toEqual(said));

  const serials = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
  const reads = (serial: string, check: string): boolean => readMasterWaybill(`172${serial}${check}`).ok;

  test('finds every wrong digit of the serial, but one that is seven off', () => {
    fc.assert(fc.property(serials, fc.nat({ max: 6 }), fc.integer({ min: 0, max: 9 }), (serial, at, digit) => {
      const misread = serial.slice(0, at) + String(digit) + serial.slice(at + 1);
      expect(reads(misread, waybillCheckDigit(serial))).toBe((digit - Number(serial[at])) % 7 === 0);
    }), { numRuns: 500 });
  });
  test('finds every swap of neighbours, but those that differ by seven', () => {
    fc.assert(fc.property(serials, fc.nat({ max: 5 }), (serial, at) => {
      const [a = '', b = ''] = [serial[at], serial[at + 1]];
      expect(reads(serial.slice(0, at) + b + a + serial.slice(at + 2), waybillCheckDigit(serial))).toBe((Number(a) - Number(b)) % 7 === 0);
    }), { numRuns: 500 });
  });
  test('finds every wrong check digit', () => {
    fc.assert(fc.property(serials, fc.integer({ min: 0, max: 9 }), (serial, check) => {
      expect(reads(serial, String(check))).toBe(String(check) === waybillCheckDigit(serial));
    }));
  });
  test('is made from prefix and serial', () => {
    expect(masterWaybill('172', 1_234_567)).toMatchObject({ value: { number: '172-12345675' } });
    expect(masterWaybill('17', 1).ok || masterWaybill('172', 10_000_000).ok).toBe(false);
  });
});

describe('a house air waybill', () => {
  test.each([['hgh-2003/117', 'HGH-2003/117'], ['1234567', '1234567']])('%s is read', (text, number) => expect(readHouseWaybill(text)).toEqual({ ok: true, value: number }));
  test.each([
    ['', 'a house waybill has 1 to 12 letters and digits, this one has 0', 'write the forwarder’s number'],
    ['FORWARDER-HGH-1', 'a house waybill has 1 to 12 letters and digits, this one has 13', 'write it without the forwarder’s name'],
    ['H#1', 'character 2 is “#”: a house waybill has letters, digits, spaces, / and - only', 'leave it out'],
    ['172-12345675', '172-12345675 is a master air waybill', 'enter it as the master, and the forwarder’s own number here'],
  ])('%s is refused', (...[text, ...said]) => expect(problem(readHouseWaybill(text))).toEqual(said));
});

describe('a unit load device', () => {
  test.each([['PMC12345CV', 'PMC', '12345', 'CV'], ['ake 1234 5x', 'AKE', '1234', '5X'], ['AKE-12345-5X', 'AKE', '12345', '5X'], ['P6P 12345 R7A', 'P6P', '12345', 'R7A']])('%s is read', (text, type, serial, owner) => {
    expect(readUld(text)).toEqual({ ok: true, value: { id: type + serial + owner, type, serial, owner } });
  });
  test.each([
    ['12345CV', '“12345CV” does not begin with a type code of three characters', 'write the letters as they stand on its side, such as PMC or AKE'],
    ['PMC123CV', 'the serial after PMC has 4 or 5 digits, this one has 3', 'read it again; a letter O in it is a nought'],
    ['PMC12345', 'the owner’s code is missing at the end', 'write the airline’s designator after the serial, such as CV'],
    ['PMC12345CARGO', '“CARGO” is no owner’s code: it has two or three characters, a letter among them', 'write the airline’s designator after the serial, such as CV'],
  ])('%s is refused', (...[text, ...said]) => expect(problem(readUld(text))).toEqual(said));
  test('of a common type says its base, its greatest weight and how many positions it takes', () => {
    expect(uldSize('PMC')).toEqual({ type: 'PMC', kind: 'certified pallet', base: { widthMm: 2438, lengthMm: 3175 }, mostGross: 6_804_000, positions: 1 });
    expect(uldSize('PGA')?.positions).toBe(2);
  });
  test('holds EUR pallets in strips, some lengthwise, some crosswise: five on 96 × 125 inches and on 88 × 125, one on a container for the belly', () => {
    // Within the nets 2,336 × 3,073 mm: a strip of 1,200 with three pallets across and one of 800 with two.
    expect(['PMC', 'PAG', 'AKE', 'PGA'].map((type) => eurPalletsOn(uldSize(type)?.base ?? { widthMm: 0, lengthMm: 0 }))).toEqual([5, 5, 1, 11]);
    expect(EUR_PALLETS_A_POSITION).toBe(5);
  });
  test('of another type says its base at least, and of a strange one nothing', () => {
    expect(uldSize('RAP')).toEqual({ type: 'RAP', kind: 'certified thermal container', base: { widthMm: 2235, lengthMm: 3175 } });
    expect(uldSize('PXX')).toBeNull();
  });
});

describe('a flight number', () => {
  test.each([['cz0401', 'CZ 401'], ['CK217', 'CK 217'], ['5X-63', '5X 63'], ['CLX 9733', 'CLX 9733'], ['RU 424d', 'RU 424D']])('%s is %s', (text, flight) => expect(readFlightNumber(text)).toMatchObject({ value: { text: flight } }));
  test.each([
    ['217', '“217” is no flight number', 'write the carrier’s two characters and up to four digits, such as CK 217'],
    ['CK 21705', '“CK 21705” is no flight number', 'write the carrier’s two characters and up to four digits, such as CK 217'],
    ['CK/217', 'character 3 is “/”: a flight number has letters and digits only', 'leave it out'],
    ['CK 000', 'CK 0 is no flight', 'write the digits as they stand on the waybill'],
  ])('%s is refused', (...[text, ...said]) => expect(problem(readFlightNumber(text))).toEqual(said));
});

describe('an airport', () => {
  const place = (code: string, iata: string): Place => Place.parse({ place: code, iata, name: code, area: 'BE', latitude: 50, longitude: 5, zone: 'Europe/Brussels', role: 'hub', dwellMinutes: 0, changeMinutes: 0 });
  const places = [place('BELGG', 'LGG'), place('CNHGH', 'HGH'), place('FRPAR', 'CDG'), place('FRCDG', 'CDG')];
  test('is found by its IATA code', () => expect(airportOf(' lgg', places)).toMatchObject({ value: { place: 'BELGG' } }));
  test('that nobody has added, or two places claim, is asked for', () => {
    expect(problem(airportOf('MXP', places))).toEqual(['no place of the operation has the airport code MXP', 'add a place with the IATA code MXP, or write its UN/LOCODE']);
    expect(problem(airportOf('CDG', places))[0]).toBe('FRPAR and FRCDG both have the airport code CDG');
  });
});
