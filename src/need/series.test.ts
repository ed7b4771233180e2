import { describe, expect, test } from 'vitest';
import type { OfficialCount } from '../domain/need/counts.ts';
import { LocalDate } from '../domain/time.ts';
import { partsDiffer, seriesFaults, seriesOf, until, valueOn } from './series.ts';

const day = (n: number): LocalDate => LocalDate.parse(`2020-03-${String(n).padStart(2, '0')}`);
const count = (area: string, n: number, cases: number | null): OfficialCount => ({ area, name: area, date: day(n), asOf: null, cases, deaths: null, wards: null, intensiveCare: null });
const faults = (...counts: OfficialCount[]) => seriesFaults(counts, 'cases', day(16));

test('counts become one series for each area, with a place for each day', () => {
  const [italy, spain] = seriesOf([count('IT', 12, 5), count('ES', 13, 1), count('IT', 10, 3)], 'cases');
  expect(italy).toEqual({ area: 'IT', measure: 'cases', from: day(10), values: [3, null, 5] });
  expect(spain?.values).toEqual([1]);
});
test('a series as it stood on a day ends there', () => {
  const [italy] = seriesOf([count('IT', 10, 3), count('IT', 12, 5)], 'cases');
  expect(italy && until(italy, day(11)).values).toEqual([3, null]);
  expect(italy && valueOn(italy, day(12))).toBe(5);
  expect(italy && valueOn(italy, day(13))).toBeNull();
});

describe('what is wrong is named, and nothing is mended:', () => {
  test('cumulative counts that fall', () => {
    const counts = [count('IT', 10, 42), count('IT', 11, 25), count('IT', 12, 30)];
    expect(faults(...counts)).toMatchObject([{ kind: 'falls', area: 'IT', date: day(11), problem: 'cumulative cases fall from 42 to 25' }]);
    expect(seriesOf(counts, 'cases')[0]?.values).toEqual([42, 25, 30]);
  });
  test('a fall across a gap', () => expect(faults(count('IT', 10, 42), count('IT', 12, 25)).map(({ kind }) => kind)).toEqual(['falls', 'gap']));
  test('but not a census that falls: patients go home', () => {
    const wards = (n: number, patients: number): OfficialCount => ({ ...count('IT', n, null), wards: patients });
    expect(seriesFaults([wards(10, 42), wards(11, 25)], 'wards', day(16))).toEqual([]);
  });
  test('a gap, by its first day and its length', () => expect(faults(count('IT', 10, 3), count('IT', 13, 5))).toMatchObject([{ kind: 'gap', date: day(11), problem: expect.stringContaining('2 days') }]));
  test('a day twice with two figures: it counts as unknown', () => {
    const counts = [count('IT', 10, 3), count('IT', 10, 4)];
    expect(faults(...counts)).toMatchObject([{ kind: 'day-twice', problem: 'cases of this day stand twice, as 3 and as 4' }]);
    expect(seriesOf(counts, 'cases')[0]?.values).toEqual([null]);
  });
  test('a day twice with the same figure is told, and known', () => {
    const counts = [count('IT', 10, 3), count('IT', 10, 3)];
    expect(faults(...counts)).toMatchObject([{ kind: 'day-twice' }]);
    expect(seriesOf(counts, 'cases')[0]?.values).toEqual([3]);
  });
  test('a date in the future, which makes no gap before it', () => expect(faults(count('IT', 16, 3), count('IT', 30, 9))).toMatchObject([{ kind: 'future-date', date: day(30) }]));
  test('regions that do not add up to their country', () => {
    const [italy, lombardy, veneto] = seriesOf([count('IT', 10, 100), count('IT', 11, 120), count('IT-25', 10, 60), count('IT-25', 11, 70), count('IT-34', 10, 40), count('IT-34', 11, 40)], 'cases');
    if (italy === undefined || lombardy === undefined || veneto === undefined) throw new Error('three series');
    expect(partsDiffer(italy, [lombardy, veneto])).toMatchObject([{ kind: 'parts-differ', area: 'IT', date: day(11), problem: 'cases of the regions add up to 110, not to 120: 10 too few' }]);
  });
  test('nothing, where nothing is', () => expect(faults(count('IT', 10, 3), count('IT', 11, 3))).toEqual([]));
  test('each with what to do', () => {
    const all = faults(count('IT', 10, 42), count('IT', 12, 25), count('IT', 12, 26), count('IT', 13, 27), count('IT', 30, 30));
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['falls', 'gap', 'day-twice', 'future-date']));
    expect(all.filter(({ remedy }) => remedy === '')).toEqual([]);
  });
});
