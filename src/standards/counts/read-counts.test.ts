import { describe, expect, test } from 'vitest';
import type { OfficialCount } from '../../domain/need/counts.ts';
import { areaNamed, isShip, territoryApart } from './areas.ts';
import { DPC, ECDC, JHU_DEATHS, JHU_FIRST, JHU_SECOND, JHU_THIRD, WHO } from './counts.fixture.ts';
import { readCounts, type CountFormat, type ReadCounts } from './read-counts.ts';

function read(name: string, text: string, format: CountFormat): ReadCounts {
  const found = readCounts([{ name, text }], format);
  if (!found.ok) throw new Error(found.error.map(({ problem }) => problem).join('; '));
  return found.value;
}
function refused(name: string, text: string, format: CountFormat) {
  const found = readCounts([{ name, text }], format);
  return found.ok ? [] : found.error;
}
const of = ({ counts }: ReadCounts, area: string): OfficialCount | undefined => counts.findLast((count) => count.area === area);
const kinds = ({ faults }: ReadCounts): string[] => faults.map(({ kind }) => kind);

describe('ECDC daily', () => {
  const found = read('ecdc.csv', ECDC, 'ecdc');
  test('sums what is new each day, oldest first', () => expect(found.counts.filter(({ area }) => area === 'IT').map(({ date, cases, deaths }) => [date, cases, deaths])).toEqual([['2020-03-15', 30, 1], ['2020-03-16', 40, 3]]));
  test('has its own codes for two countries', () => expect([of(found, 'GB')?.cases, of(found, 'GR')?.cases]).toEqual([4, 3]));
  test('keeps a ship apart, under its name', () => expect(of(found, 'Cases on an international conveyance Japan')?.cases).toBe(-9));
  test('is told of no fault where there is none', () => expect(found.faults).toEqual([]));
  test('text in a number: told, and the day has no figure', () => {
    const wrong = read('ecdc.csv', ECDC.replace('2020,10,2,Italy', '2020,ten,2,Italy'), 'ecdc');
    expect(wrong.faults).toMatchObject([{ kind: 'not-a-number', file: 'ecdc.csv', row: 2, column: 'cases', value: 'ten' }]);
    expect(of(wrong, 'IT')).toMatchObject({ cases: null, deaths: 3 });
  });
  test.each([['32/03/2020'], ['2020-13-01'], ['yesterday'], ['']])('no such date: %j', (date) => {
    expect(read('ecdc.csv', ECDC.replace('16/03/2020,16,3,2020,10', `${date},16,3,2020,10`), 'ecdc').faults).toMatchObject([{ kind: 'not-a-date', row: 2, column: 'dateRep', value: date }]);
  });
});

describe('JHU daily reports', () => {
  test('the first layout: provinces and counties are summed, the ship and Hong Kong stand apart', () => {
    const found = read('02-29-2020.csv', JHU_FIRST, 'jhu');
    expect(found.counts.map(({ area, date, cases, deaths }) => [area, date, cases, deaths])).toEqual([
      ['CN', '2020-02-29', 66337 + 1349, 2734], ['KR', '2020-02-29', 3150, 16], ['IT', '2020-02-29', 1128, 29],
      ['Diamond Princess cruise ship', '2020-02-29', 705, 6], ['HK', '2020-02-29', 95, 2], ['US', '2020-02-29', 7, 1],
    ]);
    expect(of(found, 'US')?.asOf).toBe('2020-02-29T23:53:03.000Z');
    expect(found.faults).toMatchObject([{ kind: 'stale', row: 3, column: 'Last Update', area: 'CN' }]);
  });
  test('the second: "Korea, South", territories overseas apart, a stale hour told', () => {
    const found = read('03-16-2020.csv', JHU_SECOND, 'jhu');
    expect(of(found, 'IT')).toMatchObject({ cases: 27_980, deaths: 2158 });
    expect(of(found, 'KR')).toMatchObject({ cases: 8236, deaths: 75 });
    expect(of(found, 'FR')).toMatchObject({ cases: 6633, deaths: 148 });
    expect([of(found, 'GF')?.cases, of(found, 'MQ')?.cases, of(found, 'GB')?.cases, of(found, 'Channel Islands')?.cases, of(found, 'HK')?.cases, of(found, 'CN')?.cases]).toEqual([11, 15, 1543, 6, 155, 67_798]);
    expect(found.faults).toMatchObject([{ kind: 'stale', file: '03-16-2020.csv', row: 10, column: 'Last Update', area: 'CN' }]);
  });
  test('the third: counties by their codes', () => {
    const found = read('03-22-2020.csv', JHU_THIRD, 'jhu');
    expect([of(found, 'US')?.cases, of(found, 'PR')?.cases, of(found, 'DK')?.cases, of(found, 'FO')?.cases, of(found, 'IT')?.deaths]).toEqual([10_694, 23, 1395, 115, 5476]);
    expect(found.faults).toEqual([]);
  });
  test('the third with the rates of late May is no drift', () => {
    const later = JHU_THIRD.split('\n').map((line, k) => (line === '' ? '' : `${line},${k === 0 ? 'Incidence_Rate,Case-Fatality_Ratio' : '1.5,2.5'}`)).join('\n');
    expect(read('05-29-2020.csv', later.replaceAll('2020-03-22', '2020-05-29'), 'jhu').faults).toEqual([]);
  });
  test('hours in the other way in which they were written', () => {
    const found = read('03-16-2020.csv', JHU_SECOND.replace('2020-03-16T17:33:03', '3/16/20 17:33').replace('2020-03-16T09:53:06', '3/16/2020 9:53'), 'jhu');
    expect([of(found, 'IT')?.asOf, of(found, 'KR')?.asOf]).toEqual(['2020-03-16T17:33:00.000Z', '2020-03-16T09:53:00.000Z']);
  });
  test('a row that stands twice is told', () => expect(kinds(read('03-16-2020.csv', `${JHU_SECOND},Italy,2020-03-16T17:33:03,27980,2158,2749,41.8719,12.5674\n`, 'jhu'))).toEqual(['stale', 'day-twice']));
  test('a country under a new name is told, and stands alone', () => {
    const found = read('03-16-2020.csv', JHU_SECOND.replace(',Italy,', ',Italian Republic of Elsewhere,'), 'jhu');
    expect(found.faults[0]).toMatchObject({ kind: 'unknown-area', row: 2, column: 'Country/Region', value: 'Italian Republic of Elsewhere' });
    expect(of(found, 'Italian Republic of Elsewhere')?.cases).toBe(27_980);
  });
  test('a file without its day in the name is refused', () => expect(refused('today.csv', JHU_SECOND, 'jhu')).toMatchObject([{ kind: 'not-a-date', file: 'today.csv' }]));
});

describe('JHU time series', () => {
  test('a row a province, a column a day, the measure in the name', () => {
    const found = read('time_series_covid19_deaths_global.csv', JHU_DEATHS, 'jhu');
    expect(found.counts.filter(({ area }) => area === 'CN').map(({ date, deaths, cases }) => [date, deaths, cases])).toEqual([['2020-03-14', 3083, null], ['2020-03-15', 3093, null], ['2020-03-16', 3107, null]]);
    expect([of(found, 'FR')?.deaths, of(found, 'GF')?.deaths]).toEqual([148, 0]);
    expect(found.faults).toEqual([]);
  });
  test('without the measure in the name it is refused', () => expect(refused('time_series.csv', JHU_DEATHS, 'jhu')).toHaveLength(1));
});

describe('Protezione Civile', () => {
  test('regions by their codes; Bolzano and Trento are one; no Italy while regions are missing', () => {
    const found = read('dpc.csv', DPC, 'dpc');
    expect(found.counts.map(({ area, cases, deaths, wards, intensiveCare }) => [area, cases, deaths, wards, intensiveCare])).toEqual([['IT-25', 14_649, 1420, 6171, 823], ['IT-32', 582, 10, 157, 22]]);
    expect(of(found, 'IT-25')?.asOf).toBe('2020-03-16T16:00:00.000Z');
  });
  test('a province that stands twice is told, and counted once', () => {
    const line = DPC.split('\n')[1];
    const found = read('dpc.csv', `${DPC}${line}\n`, 'dpc');
    expect(found.faults).toMatchObject([{ kind: 'day-twice', row: 5, area: 'IT-25' }]);
    expect(of(found, 'IT-25')?.wards).toBe(6171);
  });
  test('an hour that the clocks skip is no hour', () => expect(kinds(read('dpc.csv', DPC.replace('2020-03-16T17:00:00,ITA,03', '2020-03-29T02:30:00,ITA,03'), 'dpc'))).toEqual(['not-a-date']));
  test('a region that nobody knows is told', () => expect(read('dpc.csv', DPC.replace('ITA,03,', 'ITA,99,'), 'dpc').faults).toMatchObject([{ kind: 'unknown-area', row: 2, column: 'codice_regione' }]));
});

describe('WHO global daily', () => {
  const found = read('who.csv', WHO, 'who');
  test('the cumulative figures by code; what has no code stands alone', () => expect(found.counts.map(({ area, date, cases, deaths }) => [area, date, cases, deaths])).toEqual([['IT', '2020-03-15', 21_157, 1441], ['IT', '2020-03-16', 24_747, 1809], ['CZ', '2020-03-16', 298, 0], ['International conveyance', '2020-03-16', 697, 7]]));
  test('is told of no fault where there is none', () => expect(found.faults).toEqual([]));
  test('a new figure that the cumulative one does not grow by is told', () => expect(read('who.csv', WHO.replace('3590,24747', '3500,24747'), 'who').faults).toMatchObject([{ kind: 'parts-differ', row: 3, column: 'New_cases', area: 'IT', date: '2020-03-16', problem: '3500 new cases, but the cumulative figure grows by 3590' }]));
  test('empty new figures, as later files have them, are no fault', () => expect(read('who.csv', WHO.replace('3590,24747,368', ',24747,'), 'who').faults).toEqual([]));
});

describe('what was read of a file', () => {
  test('its columns and rows, for the next to be held against', () => expect(read('who.csv', WHO, 'who')).toMatchObject({ rows: 4, columns: ['Date_reported', 'Country_code', 'Country', 'WHO_region', 'New_cases', 'Cumulative_cases', 'New_deaths', 'Cumulative_deaths'] }));
  test('of a time series without a column for each day', () => expect(read('time_series_covid19_deaths_global.csv', JHU_DEATHS, 'jhu').columns).toEqual(['Province/State', 'Country/Region', 'Lat', 'Long']));
});

describe('drift of any file', () => {
  test('a column that is new is told, and the rest is read', () => {
    const found = read('ecdc.csv', ECDC.split('\n').map((line, k) => (line === '' ? '' : `${line},${k === 0 ? 'testsDone' : '7'}`)).join('\n'), 'ecdc');
    expect(found.faults).toMatchObject([{ kind: 'unknown-column', row: 1, column: 'testsDone' }]);
    expect(of(found, 'IT')?.cases).toBe(40);
  });
  test('a column that is missing refuses the file, and a renamed one is guessed at', () => expect(refused('ecdc.csv', ECDC.replace('deaths', 'death'), 'ecdc')).toMatchObject([{ kind: 'unknown-column', file: 'ecdc.csv', row: 1, column: 'deaths', value: 'death', remedy: expect.stringContaining('rename it back') }]));
  test('columns in another order are read by name', () => {
    const turned = ECDC.replaceAll('"Bonaire, Saint Eustatius and Saba"', 'Bonaire').split('\n').map((line) => line.split(',').toReversed().join(',')).join('\n');
    expect(of(read('ecdc.csv', turned, 'ecdc'), 'IT')?.cases).toBe(40);
  });
  test('a download that broke off: the last line is told and not read', () => {
    const found = read('dpc.csv', DPC.slice(0, DPC.lastIndexOf(',107') + 4), 'dpc');
    expect(found.faults).toMatchObject([{ kind: 'truncated', row: 4, problem: expect.stringContaining('breaks off') }]);
    expect(of(found, 'IT-32')?.wards).toBe(50);
  });
  test('one that broke off inside a quoted cell is refused', () => expect(refused('ecdc.csv', ECDC.slice(0, ECDC.indexOf('Saint Eust')), 'ecdc')).toMatchObject([{ kind: 'truncated', problem: expect.stringContaining('quoted') }]));
  test.each([['nothing at all', ''], ['a page instead of a file', '<!DOCTYPE html>\n<html></html>'], ['another source’s file', DPC]])('%s is refused with what to do', (_, text) => {
    const found = refused('ecdc.csv', text, 'ecdc');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ remedy }) => remedy === '')).toEqual([]);
  });
});

describe('names of countries', () => {
  test.each([
    ['Italy', 'IT'], ['Korea, South', 'KR'], ['Republic of Korea', 'KR'], ['South Korea', 'KR'], ['US', 'US'], ['United Kingdom', 'GB'], ['UK', 'GB'], ['Taiwan*', 'TW'], ['Mainland China', 'CN'], ["Cote d'Ivoire", 'CI'], ['Iran (Islamic Republic of)', 'IR'],
    ['Czech Republic', 'CZ'], ['Czechia', 'CZ'], ['Turkey', 'TR'], ['North Macedonia', 'MK'], ['Congo (Kinshasa)', 'CD'], ['Congo (Brazzaville)', 'CG'], ['Holy See', 'VA'], ['Bosnia and Herzegovina', 'BA'], ['Saint Kitts and Nevis', 'KN'], [' Azerbaijan', 'AZ'], ['Curacao', 'CW'],
  ])('%s is %s', (name, code) => expect(areaNamed(name)).toBe(code));
  test('no country', () => expect([areaNamed('European Union'), areaNamed('Atlantis'), areaNamed('')]).toEqual([null, null, null]));
  test('territories apart, and provinces that are not', () => expect([territoryApart('Reunion'), territoryApart('Hubei'), territoryApart('Georgia'), territoryApart('St Martin')]).toEqual(['RE', null, null, 'MF']));
  test('ships', () => expect([isShip('Grand Princess'), isShip('Others'), isShip('Prince Edward Island')]).toEqual([true, true, false]));
});
