import { expect, test } from 'vitest';
import type { OfficialCount } from '../domain/need/counts.ts';
import { LocalDate } from '../domain/time.ts';
import { intraday, morningsOf } from './mornings.ts';

const count = (area: string, day: number, deaths: number | null, cases: number | null = null): OfficialCount => ({ area, name: area, date: LocalDate.parse(`2020-03-${String(day).padStart(2, '0')}`), asOf: null, cases, deaths, wards: null, intensiveCare: null });
const world = morningsOf([count('IT', 15, 100), count('ES', 15, 10), count('IT', 16, 150), count('IT', 17, 200, 5), count('ES', 17, 20)]);

test('all areas add up; one that reports nothing on a day stands as it last was', () => expect(world.map(({ date, deaths, cases }) => [date, deaths, cases])).toEqual([['2020-03-15', 110, 0], ['2020-03-16', 160, 0], ['2020-03-17', 220, 5]]));
test('a figure of an hour in between lies between two days', () => expect(intraday(world, 'deaths', 170)).toEqual({ measure: 'deaths', figure: 170, before: { date: '2020-03-16', at: null, total: 160 }, after: { date: '2020-03-17', at: null, total: 220 } }));
test.each([['the figure of a day itself', 160], ['before the first day', 50], ['after the last', 500]])('%s needs no explanation, or has none', (_, figure) => expect(intraday(world, 'deaths', figure)).toBeNull());
