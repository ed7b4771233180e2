// The ranking, by hand: Italy with a region of its own, Spain, and Kosovo of which nothing is known.

import { expect, test } from 'vitest';
import { fits, neediest, rowsOf, shortest, sorted } from './rows.ts';
import type { AreaNeed } from './scene.ts';

const band = (central: number): AreaNeed['perDay'] => ({ low: central * 0.75, central, high: central * 1.25 });
const need = (area: string, perDay: number | null, stock: number | null, days: number | null, unmet: number | null): AreaNeed => ({
  area, name: area, level: 'country', recipient: null, within: area === 'IT-25' ? 'IT' : null, item: 'surgical-mask', perDay: perDay === null ? null : band(perDay), basis: perDay === null ? null : 'census', uses: [], arithmetic: null, notIncluded: [], changed: [], facts: [], census: null, censusAt: null, stock, stockAt: null, underWay: 0,
  daysOfSupply: days, daysOfSupplyBand: null, unmet: unmet === null ? null : { low: unmet, central: unmet, high: unmet, days: 7 }, burnRate: null, noBurnRate: null, cases: null, deaths: null, countedOn: null, infections: null, sources: [], why: null, beside: [],
});
const NAMES: Readonly<Record<string, string>> = { IT: 'Italy', 'IT-25': 'Lombardy', ES: 'España', XK: 'Kosovo', SI: 'Slovenia' };
const shares = { IT: 0.75, 'IT-25': 0.5, ES: 0.25, SI: 0 };
const shortages = { days: 7, nextFlight: null, rows: Object.entries(shares).map(([area, shareOfNeed]) => ({ area, recipient: null, item: 'surgical-mask', daysOfSupply: null, unmet: null, shareOfNeed, rank: { daysOfSupply: null, unmet: null, shareOfNeed: null } })) };
const rows = rowsOf([need('IT', 300, 100, 0.3, 2000), need('IT-25', 200, 80, 0.4, 1320), need('ES', 100, null, null, 700), need('XK', null, null, null, null), need('SI', 0, 0, 0, 0)], shortages, ({ area }) => NAMES[area] ?? area);
const names = (some: readonly { readonly area: string }[]): string[] => some.map(({ area }) => area);

test('a share is the report’s own; of an area without need there is none', () => expect(rows.map(({ share }) => share)).toEqual([0.75, 0.5, 0.25, null, 0]));
test('the shortest stand first, what is not known last', () => expect(names(sorted(rows, { column: 'days', down: false }))).toEqual(['Slovenia', 'Italy', 'Lombardy', 'España', 'Kosovo']));
test('turned round, what is not known still stands last', () => expect(names(sorted(rows, { column: 'days', down: true }))).toEqual(['Lombardy', 'Italy', 'Slovenia', 'España', 'Kosovo']));
test('sorted by name', () => expect(names(sorted(rows, { column: 'area', down: false }))).toEqual(['España', 'Italy', 'Kosovo', 'Lombardy', 'Slovenia']));
test.each([
  [{ text: 'espana' }, ['España']],
  [{ text: 'it-2' }, ['Lombardy']],
  [{ of: 'IT' }, ['Italy', 'Lombardy']],
  [{ of: 'IT', text: 'lomb' }, ['Lombardy']],
  [{}, ['Italy', 'Lombardy', 'España', 'Kosovo', 'Slovenia']],
])('filtered by %o', (by, left) => expect(names(rows.filter((row) => fits(row, by)))).toEqual(left));
test('the first line speaks of the country that needs most, then of whoever has least left', () => {
  const most = neediest(rows);
  expect(most?.area).toBe('Italy');
  expect(shortest(rows, most)?.area).toBe('Slovenia');
  expect(neediest([])).toBeNull();
  expect(shortest([], null)).toBeNull();
});
