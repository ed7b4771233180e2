import { describe, expect, test } from 'vitest';
import { ALWAYS } from '../../domain/asof.ts';
import type { CountFaultKind, OfficialCount } from '../../domain/need/counts.ts';
import { SeriesId } from '../../domain/need/publication.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { journal } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { compareCounts, type Compared } from './compare-counts.ts';
import { publishedIn } from './published.ts';

const day = (n: number): LocalDate => LocalDate.parse(`2020-03-${String(n).padStart(2, '0')}`);
const count = (area: string, on: number, cases: number | null, more: Partial<OfficialCount> = {}): OfficialCount => ({ area, name: area, date: day(on), asOf: null, cases, deaths: null, wards: null, intensiveCare: null, ...more });
/** What stands: Italy on the 1st and 2nd, Spain on the 2nd. */
const STANDING = publishedIn(
  journal([...SMALL, ['counts.published', 30, { series: 'ecdc', date: '2020-03-01', areas: [{ area: 'IT', cases: 10 }] }], ['counts.published', 54, { series: 'ecdc', date: '2020-03-02', areas: [{ area: 'IT', cases: 20 }, { area: 'ES', cases: 5 }] }]]),
  ALWAYS,
).get(SeriesId.parse('ecdc')) ?? null;
const against = (counts: readonly OfficialCount[], standing = STANDING): Compared => compareCounts(counts, { standing, names: new Map(), latest: day(10), now: Instant.parse('2020-03-10T12:00:00.000Z') });
const kinds = ({ faults }: Compared): readonly CountFaultKind[] => faults.map(({ kind }) => kind);
const entered = ({ changes }: Compared) => [...changes].map(([date, rows]) => [date, rows.map(({ area, cases }) => [area, cases])]);

describe('what is entered', () => {
  test('only what is new or another, by day', () => {
    const found = against([count('IT', 1, 10), count('IT', 2, 22), count('ES', 2, 5), count('IT', 3, 30)]);
    expect(entered(found)).toEqual([['2020-03-02', [['IT', 22]]], ['2020-03-03', [['IT', 30]]]]);
    expect(found.figures).toEqual({ new: 1, revised: 1, unchanged: 2, absent: 0 });
    expect(found.revisions).toEqual([{ area: 'IT', date: '2020-03-02', measure: 'cases', before: 20, firstSeen: '2020-03-03T06:00:00.000Z', after: 22 }]);
  });
  test('of deaths alone, no case is taken back', () => expect(against([count('IT', 2, null, { deaths: 3 })]).figures).toEqual({ new: 1, revised: 0, unchanged: 0, absent: 0 }));
  test('what stood and is not there any more goes on standing, and is told', () => {
    const found = against([count('IT', 1, 10), count('IT', 2, 20)]);
    expect(found.figures.absent).toBe(1);
    expect(found.faults).toMatchObject([{ kind: 'withdrawn', area: 'ES', date: '2020-03-02' }]);
  });
});

describe('what is wrong is named, and not entered where it cannot be', () => {
  test('a cumulative figure that falls, against what stands', () => expect(against([count('IT', 3, 15)]).faults).toMatchObject([{ kind: 'falls', area: 'IT', date: '2020-03-03', problem: 'cumulative cases fall from 20 to 15' }]));
  test('a gap between what stands and the file', () => expect(against([count('IT', 5, 40)]).faults).toMatchObject([{ kind: 'gap', area: 'IT', date: '2020-03-03', problem: expect.stringContaining('2 days') }]));
  test('a gap within the file', () => expect(kinds(against([count('IT', 3, 30), count('IT', 6, 60)]))).toEqual(['gap']));
  test('a day twice: where the two differ, neither is entered, and the day is a gap', () => {
    const found = against([count('SE', 2, 20), count('SE', 3, 30), count('SE', 3, 31), count('SE', 4, 40), count('SE', 4, 40)], null);
    expect(kinds(found)).toEqual(['gap', 'day-twice', 'day-twice']);
    expect(entered(found)).toEqual([['2020-03-02', [['SE', 20]]], ['2020-03-04', [['SE', 40]]]]);
  });
  test('a day that has not come', () => {
    const found = against([count('SE', 12, 30)], null);
    expect([kinds(found), entered(found)]).toEqual([['future-date'], []]);
  });
  test('an hour that has not come: read in another zone', () => expect(against([count('SE', 10, 30, { asOf: Instant.parse('2020-03-10T18:00:00.000Z') })], null).faults).toMatchObject([{ kind: 'future-date', value: '2020-03-10T18:00:00.000Z', remedy: expect.stringContaining('time zone') }]));
  test('fewer than none', () => {
    const found = against([count('SE', 3, -9)], null);
    expect([kinds(found), entered(found)]).toEqual([['negative'], []]);
  });
  test('regions that do not add up to their country', () => {
    const regions = ['21', '23', '25', '32', '34', '36', '42', '45', '52', '55', '57', '62', '65', '67', '72', '75', '77', '78', '82', '88'].map((code) => count(`IT-${code}`, 3, 1));
    expect(kinds(against([...regions, count('IT', 3, 20)], null))).toEqual([]);
    expect(against([...regions, count('IT', 3, 23)], null).faults).toMatchObject([{ kind: 'parts-differ', area: 'IT', date: '2020-03-03', problem: 'cases of the regions add up to 20, not to 23: 3 too few' }]);
  });
});
