import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../domain/time.ts';
import { CubicCm, grams } from '../../domain/units.ts';
import { APPLICATION_IDENTIFIERS, readDictionaryLine } from './application-identifiers.ts';
import { checkDigit } from './check-digit.ts';
import { readDigitalLink, writeDigitalLink } from './digital-link.ts';
import { checkElements, readBracketed, readScan, writeBracketed, writeScan, type Element } from './element-string.ts';
import { kilogramElement, readKilograms, readYymmdd, volumeElement, writeYymmdd } from './value.ts';

const FNC1 = '\u001d';
const pallet = '(00)106141412345678908(02)09506000134352(37)40(10)L-2020/7(17)220301';
const problemsOf = (read: ReturnType<typeof readScan>): string[] => (read.ok ? [] : read.error.map(({ at, message }) => (at === undefined ? message : `${at}: ${message}`)));
const remediesOf = (read: ReturnType<typeof readScan>): string[] => (read.ok ? [] : read.error.map(({ remedy }) => remedy));

/** Labels as they may be: a unit with its content, or an item by itself. */
const text82 = (most: number) => fc.string({ unit: fc.constantFrom(...Array.from('ABCXYZabcxyz0123456789!"%&\'*+,-./:;<=>?_')), minLength: 1, maxLength: most });
const digitsOf = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const keyed = (length: number) => digitsOf(length - 1).map((body) => body + checkDigit(body));
const day = fc.integer({ min: 0, max: 25_000 }).map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }).toString().slice(2).replaceAll('-', ''));
const elementsOf = (fields: Readonly<Record<string, string | undefined>>): Element[] => Object.entries(fields).flatMap(([ai, value]) => (value === undefined ? [] : [{ ai, value }]));
const anyLabel: fc.Arbitrary<Element[]> = fc.oneof(
  fc.record({ _00: keyed(18), _02: keyed(14), _37: digitsOf(4), _10: fc.option(text82(20), { nil: undefined }), _17: fc.option(day, { nil: undefined }), _3300: fc.option(digitsOf(6), { nil: undefined }), _400: fc.option(text82(30), { nil: undefined }), _410: fc.option(keyed(13), { nil: undefined }), _402: fc.option(keyed(17), { nil: undefined }) }),
  fc.record({ _01: keyed(14), _10: fc.option(text82(20), { nil: undefined }), _21: fc.option(text82(20), { nil: undefined }), _17: fc.option(day, { nil: undefined }), _3103: fc.option(digitsOf(6), { nil: undefined }) }),
).chain((fields) => fc.shuffledSubarray(elementsOf(Object.fromEntries(Object.entries(fields).map(([ai, value]) => [ai.slice(1), value]))), { minLength: 0 }).map((order) => {
  const all = elementsOf(Object.fromEntries(Object.entries(fields).map(([ai, value]) => [ai.slice(1), value])));
  return [...order, ...all.filter(({ ai }) => !order.some((it) => it.ai === ai))];
}));

describe('element strings', () => {
  test('are read as people write them', () => {
    expect(readBracketed(pallet)).toEqual({ ok: true, value: [{ ai: '00', value: '106141412345678908' }, { ai: '02', value: '09506000134352' }, { ai: '37', value: '40' }, { ai: '10', value: 'L-2020/7' }, { ai: '17', value: '220301' }] });
  });
  test('are read as scanners send them: a separator after fields of open length only', () => {
    const sent = `]C10010614141234567890802095060001343523740${FNC1}10L-2020/7${FNC1}17220301`;
    expect(readScan(sent)).toEqual(readBracketed(pallet));
    expect(writeScan(elementsIn(pallet))).toBe(sent.slice(3));
  });
  test('end without a separator, however open the length of the last', () => expect(writeScan([{ ai: '400', value: 'A' }, { ai: '401', value: 'B' }])).toBe(`400A${FNC1}401B`));
  test('come back from the barcode, from the text under it and from a link, in any order', () => {
    fc.assert(fc.property(anyLabel, (elements) => {
      expect(readScan(writeScan(elements))).toEqual({ ok: true, value: elements });
      expect(readBracketed(writeBracketed(elements))).toEqual({ ok: true, value: elements });
      if (elements.some(({ value }) => value === '.' || value === '..')) return;
      const link = writeDigitalLink('https://airbridge.example/t/', elements);
      const back = link.ok ? readDigitalLink(link.value) : link;
      expect(back.ok ? [...back.value].sort(byAi) : back).toEqual([...elements].sort(byAi));
    }));
  });
  test('survive a separator too many', () => expect(readScan(`${FNC1}00106141412345678908${FNC1}${FNC1}400A${FNC1}`).ok).toBe(true));
  const byAi = (a: Element, b: Element): number => (a.ai < b.ai ? -1 : 1);
  const elementsIn = (text: string): readonly Element[] => {
    const read = readBracketed(text);
    if (!read.ok) throw new Error(read.error[0]?.message);
    return read.value;
  };
});

describe('refused, and it says where and what to do', () => {
  test.each([
    ['(00)106141412345678907', ['22: the check digit is 7, the others make it 8'], 'compare it with the paper: either the last digit is 8, or one of the others is wrong'],
    ['(00)10614141234567890', ['(00) SSCC has 18 digits, this one has 17'], 'scan it again, or compare it with the text under the barcode'],
    ['(00)1061414123456789089', ['23: (00) SSCC has 18 digits, this one has 19'], 'end it before character 23'],
    ['(00)1061414123A5678908', ['15: character 15 is “A”: (00) SSCC takes digits only'], 'read the digit again'],
    ['(01)09506000134352(17)221301', ['23: 221301 is no day: (17) USE BY or EXPIRY is written YYMMDD'], 'write year, month, day with two digits each; 00 for the day means the end of the month'],
    ['(01)09506000134352(17)220230', ['23: 220230 is no day: (17) USE BY or EXPIRY is written YYMMDD'], 'write year, month, day with two digits each; 00 for the day means the end of the month'],
    ['(01)09506000134352(7003)2203012460', ['31: 2460 is no time of day: (7003) EXPIRY TIME ends with HHMM'], 'write hours 00–23 and minutes 00–59'],
    ['(01)09506000134352(10)lot né', ['26: character 26 is “ ”: (10) BATCH/LOT takes unaccented letters, digits and !"%&\'()*+,-./:;<=>?_ only'], 'leave it out, or write it with one of these'],
    ['(37)40', ['(37) COUNT says nothing without (00) and (02)'], 'add (00) and (02)'],
    ['(17)220301', ['(17) USE BY or EXPIRY says nothing without (01) or (02)'], 'add (01)'],
    ['(01)09506000134352(02)09506000134352', ['(01) GTIN may not stand beside (02) CONTENT', '(02) CONTENT says nothing without (37)'], 'put them into two barcodes'],
    ['(01)09506000134352(3100)000100(3103)100000', ['(3100) NET WEIGHT (kg) may not stand beside (3103) NET WEIGHT (kg)'], 'put them into two barcodes'],
    ['(400)A(400)B', ['(400) ORDER NUMBER is there with different values'], 'keep the one that is true of this unit'],
    ['(8999)1', ['2: “8999” begins with no application identifier that we know'], 'scan it again; if it is a maker’s own, type the number under the SSCC barcode'],
    ['106141412345678908', ['1: it does not begin with an application identifier in brackets'], 'write it as it stands under the barcode, such as (00)106141412345678908'],
  ])('%s', (text, problems, remedy) => {
    const read = readBracketed(text);
    expect(problemsOf(read)).toEqual(problems);
    expect(remediesOf(read)[0]).toBe(remedy);
  });
  test('a scan that no label of ours could be', () => expect(problemsOf(readScan('00106141412345678908XY'))).toEqual(['21: “XY” begins with no application identifier that we know']));
  test('a value without anything in it', () => expect(problemsOf(checkElements([{ ai: '400', value: '' }]))).toEqual(['(400) ORDER NUMBER has 1 to 30 characters, this one has 0']));
});

describe('a Digital Link', () => {
  test('has the key in the path, then what qualifies it, then the rest', () => {
    expect(writeDigitalLink('https://id.gs1.org', [{ ai: '17', value: '220301' }, { ai: '21', value: '5/7' }, { ai: '01', value: '09506000134352' }, { ai: '10', value: 'A&B' }])).toEqual({ ok: true, value: 'https://id.gs1.org/01/09506000134352/10/A%26B/21/5%2F7?17=220301' });
  });
  test.each([
    ['106141412345678908', 'this is no web address'],
    ['https://example.org/products/17', 'this address holds no GS1 key, such as /00/ and an SSCC'],
    ['https://example.org/01/09506000134352/21/5/10/A', 'this address holds no GS1 key, such as /00/ and an SSCC'],
    ['https://example.org/00/%E0%A4%A', 'this address holds no GS1 key, such as /00/ and an SSCC'],
    ['https://example.org/00/106141412345678907', '18: the check digit is 7, the others make it 8'],
  ])('is not %s', (text, problem) => expect(problemsOf(readDigitalLink(text))).toEqual([problem]));
  test('leaves aside what is not GS1’s', () => expect(readDigitalLink('https://example.org/a/00/106141412345678908?utm=x&400=7')).toEqual({ ok: true, value: [{ ai: '00', value: '106141412345678908' }, { ai: '400', value: '7' }] }));
  test.each(['.', '..'])('holds no serial that an address would lose: %s', (value) =>
    expect(writeDigitalLink('https://example.org', [{ ai: '01', value: '09506000134352' }, { ai: '21', value }])).toMatchObject({ ok: false, error: [{ remedy: 'leave it out of the link; the bars hold it' }] }));
  test('needs a key', () => expect(writeDigitalLink('https://example.org', [{ ai: '400', value: '7' }])).toMatchObject({ ok: false, error: [{ remedy: 'add the SSCC (00) or the GTIN (01)' }] }));
});

describe('a value means', () => {
  test.each([['220300', 2020, '2022-03-31'], ['200200', 2020, '2020-02-29'], ['700101', 2020, '2070-01-01'], ['710101', 2020, '1971-01-01'], ['000101', 2060, '2100-01-01']])('the day %s, seen in %d: %s', (value, year, date) => expect(readYymmdd(value, year)).toBe(date));
  test('and a day is written so', () => expect(writeYymmdd(LocalDate.parse('2022-03-31'))).toBe('220331'));
  test('a weight, with as many decimals as fit', () => {
    expect(kilogramElement('330', grams(12_500))).toEqual({ ai: '3303', value: '012500' });
    expect(kilogramElement('330', grams(113_000_000))).toEqual({ ai: '3300', value: '113000' });
    expect(kilogramElement('310', grams(1_000_000_000))).toBeNull();
    expect(volumeElement(CubicCm.parse(1_501_760))).toEqual({ ai: '3365', value: '150176' });
    expect(readKilograms({ ai: '3302', value: '001250' })).toBe(12_500);
  });
});

const dictionary = join(process.env['AIRBRIDGE_SHARED'] ?? '../shared', 'specs/gs1/gs1-syntax-dictionary.txt');
if (!existsSync(dictionary)) process.stderr.write(`SKIPPED: application identifiers beside the GS1 Syntax Dictionary: no ${dictionary}. Set AIRBRIDGE_SHARED to the folder that holds it.\n`);
test.skipIf(!existsSync(dictionary))('every identifier stands as the published dictionary has it', () => {
  const published = new Map(readFileSync(dictionary, 'utf8').split('\n').flatMap((line) => readDictionaryLine(line) ?? []).map((it) => [it.ai, it]));
  expect(published.size).toBeGreaterThan(200);
  expect(APPLICATION_IDENTIFIERS.map(({ ai }) => published.get(ai))).toEqual(APPLICATION_IDENTIFIERS);
});
