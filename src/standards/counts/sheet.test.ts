import { describe, expect, test } from 'vitest';
import { invariant } from '../../domain/result.ts';
import type { SheetMapping } from '../../domain/need/publication.ts';
import { sheetXml, workbook } from '../sheets/workbook.fixture.ts';
import { areaWritten } from './areas.ts';
import { readCountsSheet, type SheetRead } from './sheet.ts';
import type { MappingGiven } from './sheet-mapping.ts';
import { readCountsHeader } from './sheet-words.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function read(text: string, given: MappingGiven = {}, learned: SheetMapping | null = null): SheetRead {
  const found = readCountsSheet('mine.csv', bytes(text), given, learned);
  invariant(found.ok, found.ok ? '' : found.error.map(({ problem }) => problem).join('; '));
  return found.value;
}
const fields = ({ mapping }: SheetRead) => Object.fromEntries(mapping.columns.flatMap(({ header, field }) => (field === null ? [] : [[field, header]])));
const told = ({ counts }: SheetRead) => counts.map(({ area, date, cases, deaths, wards, intensiveCare }) => [area, date, cases, deaths, wards, intensiveCare]);
const open = ({ questions }: SheetRead) => questions.map(({ id }) => id);

describe('columns by their headers', () => {
  test.each([
    ['English', 'Date,Country,Total cases,Total deaths\n2020-03-16,Italy,27980,2158\n', ['IT', 27_980, 2158]],
    ['French', 'Jour;Pays;Cas confirmés cumulés;Décès cumulés;Hospitalisés;Réanimation\n16/03/2020;Italie;27 980;2 158;11 025;1 851\n', ['IT', 27_980, 2158]],
    ['Italian', 'Data;Paese;Totale casi;Totale deceduti\n16/03/2020;Italia;27.980;2.158\n', ['IT', 27_980, 2158]],
    ['German', 'Datum;Land;Fälle gesamt;Todesfälle gesamt\n16.03.2020;Italien;27.980;2.158\n', ['IT', 27_980, 2158]],
    ['Dutch', 'Datum;Land;Cumulatief gevallen;Cumulatief overleden\n16-03-2020;Italië;27980;2158\n', ['IT', 27_980, 2158]],
    ['Spanish', 'Fecha;País;Casos acumulados;Fallecidos acumulados\n16/03/2020;Italia;27980;2158\n', ['IT', 27_980, 2158]],
    ['Chinese', '日期\t国家\t累计确诊\t累计死亡\n2020年3月16日\t意大利\t27980\t2158\n', ['IT', 27_980, 2158]],
  ])('in %s', (_, text, [area, cases, deaths]) => expect(told(read(text)).map((row) => row.slice(0, 4))).toEqual([[area, '2020-03-16', cases, deaths]]));
  test('wards and intensive care', () => {
    const found = read('Jour;Pays;Hospitalisés;Réanimation\n16/03/2020;Italie;11 025;1 851\n');
    expect(fields(found)).toEqual({ date: 'Jour', area: 'Pays', wards: 'Hospitalisés', intensiveCare: 'Réanimation' });
    expect(told(found)).toEqual([['IT', '2020-03-16', null, null, 11_025, 1851]]);
  });
  test('a code before a name, and all so far before those of the day', () => expect(fields(read('Date_reported,Country,Country_code,New_cases,Cumulative_cases\n2020-03-16,Czechia,CZ,109,298\n'))).toEqual({ date: 'Date_reported', area: 'Country_code', cases: 'Cumulative_cases' }));
  test('below a title and above notes', () => expect(told(read('Situation report,,\n,,\nDate,Area,Cumulative cases\n2020-03-16,IT-25,14649\nSource: the region,,\n'))).toEqual([['IT-25', '2020-03-16', 14_649, null, null, null]]));
  test('one area for all rows', () => expect(told(read('Day,Deaths to date\n2020-03-16,2158\n', { area: 'IT' }))).toEqual([['IT', '2020-03-16', null, 2158, null, null]]));
  test('a workbook, with dates and numbers as the spreadsheet keeps them', () => {
    // 43906 is 16 March 2020.
    const found = readCountsSheet('mine.xlsx', workbook({ Notes: sheetXml([['nothing here']]), Counts: sheetXml([['Date', 'Country', 'Total deaths'], [{ serial: 43_906 }, 'Italy', 2158]]) }), {}, null);
    expect(found.ok ? [found.value.mapping.sheet, told(found.value)] : found.error).toEqual(['Counts', [['IT', '2020-03-16', null, 2158, null, null]]]);
  });
  test('those of each day are summed, in order', () => expect(told(read('Day,Country,New cases\n2020-03-17,BE,7\n2020-03-16,BE,5\n')).map((row) => row.slice(1, 3))).toEqual([['2020-03-16', 5], ['2020-03-17', 12]]));
  test('corrected by hand: a header, a letter, or none', () => {
    const found = read('When,Where,A,B\n2020-03-16,BE,5,2\n', { columns: { date: 'When', area: 'Where', cases: 'C', deaths: 'none' }, counting: 'cumulative' });
    expect(told(found)).toEqual([['BE', '2020-03-16', 5, null, null, null]]);
    expect(found.mapping.columns.find(({ header }) => header === 'A')).toMatchObject({ letter: 'C', field: 'cases', by: 'answer', samples: ['5'] });
  });
});

describe('what the sheet does not settle is asked', () => {
  test('which column is what', () => expect(open(read('x,y\n1,2\n'))).toEqual(['columns.date', 'columns.area', 'columns.cases']));
  test('all so far, or those of the day', () => {
    const found = read('Date,Country,Cases\n2020-03-16,BE,5\n');
    expect([open(found), found.counts, found.settled]).toEqual([['counting'], [], null]);
    expect(told(read('Date,Country,Cases\n2020-03-16,BE,5\n', { counting: 'new' }))).toHaveLength(1);
  });
  test('day or month first, unless one of the dates proves it', () => {
    expect(open(read('Date,Country,Total cases\n03/04/2020,BE,5\n'))).toEqual(['dates']);
    expect(told(read('Date,Country,Total cases\n03/04/2020,BE,5\n', { dates: 'month-first' }))[0]?.[1]).toBe('2020-03-04');
    expect(read('Date,Country,Total cases\n03/04/2020,BE,5\n31/03/2020,BE,4\n').counts.map(({ date }) => date)).toEqual(['2020-03-31', '2020-04-03']);
  });
  test('thousands or decimals, unless a reading would count parts of people', () => {
    expect(open(read('Date;Country;Total cases\n2020-03-16;BE;1.000\n'))).toEqual(['numbers']);
    expect(told(read('Date;Country;Total cases\n2020-03-16;BE;1.243\n'))[0]?.[2]).toBe(1243);
    expect(told(read('Date;Country;Total cases\n2020-03-16;BE;1.000\n', { numbers: 'comma' }))[0]?.[2]).toBe(1000);
  });
});

describe('what was settled is known the next time', () => {
  const first = read('Jour;Pays;Cas\n03/04/2020;Belgique;5\n', { counting: 'new', dates: 'day-first' });
  test('by the words of the headers', () => expect(first.settled).toEqual({ columns: { date: 'jour', area: 'pays', cases: 'cas' }, counting: 'new', dates: 'day-first' }));
  test('with its columns moved, nothing is asked', () => {
    const next = read('Cas;Jour;Pays\n7;04/04/2020;Belgique\n', {}, first.settled);
    expect([open(next), told(next)[0]?.slice(0, 3)]).toEqual([[], ['BE', '2020-04-04', 7]]);
    expect(next.mapping.columns.map(({ by }) => by)).toEqual(['learned', 'learned', 'learned']);
  });
  test('a column that went is asked for', () => expect(open(read('Cas;Date du jour;Pays\n7;04/04/2020;Belgique\n', {}, first.settled))).toContain('columns.date'));
});

describe('what is wrong is told, and not mended', () => {
  const faults = (text: string, given: MappingGiven = {}) => read(text, given).faults.map(({ kind, row, column, value }) => [kind, row, column, value]);
  const HEAD = 'Date,Country,Total cases\n';
  test('text in a number', () => expect(faults(`${HEAD}2020-03-16,BE,about 5\n2020-03-17,BE,5.5\n`)).toEqual([['not-a-number', 2, 'Total cases', 'about 5'], ['not-a-number', 3, 'Total cases', '5.5']]));
  test('no such day', () => expect(faults(`${HEAD}soon,BE,5\n`)).toEqual([['not-a-date', 2, 'Date', 'soon']]));
  test('a country that nobody knows stands alone', () => {
    expect(faults(`${HEAD}2020-03-16,Atlantis,5\n`)).toEqual([['unknown-area', 2, 'Country', 'Atlantis']]);
    expect(told(read(`${HEAD}2020-03-16,Atlantis,5\n`))[0]?.[0]).toBe('Atlantis');
  });
  test('a day twice: the second is not read', () => {
    expect(faults(`${HEAD}2020-03-16,BE,5\n2020-03-16,Belgium,6\n`)).toEqual([['day-twice', 3, 'Date', '2020-03-16']]);
    expect(told(read(`${HEAD}2020-03-16,BE,5\n2020-03-16,Belgium,6\n`)).map((row) => row[2])).toEqual([5]);
  });
  test('a line that breaks off', () => expect(faults(`${HEAD}2020-03-16,BE,5\n2020-03-17,B`)).toEqual([['truncated', 3, null, null]]));
  test('an hour in another zone: the day is the source’s own, the instant that of its offset', () => {
    const [count] = read(`${HEAD}2020-03-16T23:30:00-05:00,US,5\n`).counts;
    expect(count).toMatchObject({ date: '2020-03-16', asOf: '2020-03-17T04:30:00.000Z' });
  });
  test('what is no table is refused', () => {
    const found = readCountsSheet('x.bin', new Uint8Array([0, 1, 2, 3]), {}, null);
    expect(found.ok ? [] : found.error).toMatchObject([{ problem: 'this is neither a workbook nor a text', remedy: expect.stringContaining('CSV') }]);
  });
});

test.each([['IT', 'IT'], ['IT-25', 'IT-25'], ['Italie', 'IT'], ['Deutschland', 'DE'], ['Paesi Bassi', 'NL'], ['Verenigd Koninkrijk', 'GB'], ['Estados Unidos', 'US'], ['意大利', 'IT'], ['XQ', null], ['Total', null]])('%s is %s', (text, code) => expect(areaWritten(text)).toBe(code));
test('a header that speaks of two things speaks for the one that it says more of', () => expect([...readCountsHeader('Cumulative cases').scores.keys()]).toEqual(['cases']));
