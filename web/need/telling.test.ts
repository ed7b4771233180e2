// Lines out of a report's days, by hand: dpc on two days, ecdc on one, and what is ahead.

import { describe, expect, test } from 'vitest';
import { dayOf } from './lines.ts';
import type { Projected } from './scene.ts';
import { aheadOf, daysShown, linesOf, type Days } from './telling.ts';

const figure = (value: number) => ({ value, firstSeen: '2020-03-17T00:00:00.000Z', revisions: [] });
const told = (source: string, at: string, cases: number | null, wards: number | null = null) => ({ sources: [source], at, figures: { cases: cases === null ? null : figure(cases), deaths: null, wards: wards === null ? null : figure(wards), intensiveCare: null } });
const days = [
  { date: '2020-03-16', told: [told('dpc', '2020-03-16T16:00:00Z', 27_980, 11_025), told('ecdc', '2020-03-16T09:00:00Z', 23_980)] },
  { date: '2020-03-13', told: [told('dpc', '2020-03-13T16:00:00Z', 17_660)] },
] as unknown as Days;

describe('a line for each source', () => {
  test('oldest first, the one that is used marked', () =>
    expect(linesOf(days, [['dpc'], ['ecdc']], ['dpc'], 'cases')).toEqual([
      { name: 'dpc', isUsed: true, points: [{ day: dayOf('2020-03-13T16:00:00Z'), value: 17_660 }, { day: dayOf('2020-03-16T16:00:00Z'), value: 27_980 }] },
      { name: 'ecdc', isUsed: false, points: [{ day: dayOf('2020-03-16T09:00:00Z'), value: 23_980 }] },
    ]));
  test('of a measure that it does not count, without points', () => expect(linesOf(days, [['ecdc']], ['dpc'], 'wards')).toEqual([{ name: 'ecdc', isUsed: false, points: [] }]));
});

test('what is ahead is of one area and one measure, at the noon of its day, nearest first', () => {
  const of = (area: string, horizonDays: number, date: string): Projected => ({ area, measure: 'cases', horizonDays, date, central: horizonDays, low: null, high: null }) as unknown as Projected;
  expect(aheadOf([of('IT', 7, '2020-03-23'), of('ES', 3, '2020-03-19'), of('IT', 3, '2020-03-19')], 'IT', 'cases')).toEqual([
    { day: dayOf('2020-03-19T12:00:00Z'), value: 3, low: null, high: null },
    { day: dayOf('2020-03-23T12:00:00Z'), value: 7, low: null, high: null },
  ]);
});

describe('the days that the charts show', () => {
  const at = (day: number) => ({ name: 'a', isUsed: true, points: [{ day, value: 1 }] });
  test('from the first count to the last that is ahead', () => expect(daysShown([at(90.4)], [{ day: 114.5, value: 1, low: null, high: null }], 100.2)).toEqual({ from: 90, until: 115 }));
  test('of a long series the last six weeks', () => expect(daysShown([at(10)], [], 100.2)).toEqual({ from: 58, until: 101 }));
  test('of none a few days all the same', () => expect(daysShown([], [], 100.2)).toEqual({ from: 96, until: 101 }));
});
