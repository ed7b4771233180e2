// What the map draws, by hand: Italy needs 100 a day, of which Lombardy, a recipient of its own, 60. The reserve of Rome serves the rest:
// 40 a day. Six days ago Italy's stores had 700 together, Lombardy's 300.

import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { AreaNeed, Report } from './scene.ts';
import { suppliedOf } from './supplies.ts';

const ITEM = 'surgical-mask';
const row = (area: string, within: string | null, perDay: number, stock: number | null, days: number | null): AreaNeed => ({ area, recipient: null, within, item: ITEM, perDay: { low: perDay, central: perDay, high: perDay }, stock, daysOfSupply: days, facts: [7] }) as unknown as AreaNeed;
const holding = (units: number) => ({ item: ITEM, severity: 4, perDay: { value: 1, facts: [] }, delivered: { value: 0, facts: [] }, onward: 20, allocated: 5, planned: 9, stock: { value: units, facts: [3], at: '2020-03-10T12:00:00.000Z' }, lastsUntil: null, use: null });
const recipient = (code: string, area: string, units: number | null) => ({ recipient: code, name: code, area, place: code, holdings: units === null ? [] : [holding(units)] });
const demand = (code: string, perDay: number | null, asked: number | null = null) => ({ recipient: code, item: ITEM, estimatePerDay: perDay === null ? null : { low: perDay, central: perDay, high: perDay }, askedPerDay: asked, facts: [9] });

const supplied = (recipients: readonly object[], demands: readonly object[]) =>
  suppliedOf({ picture: { recipients } as unknown as Picture, report: { asOf: '2020-03-16T12:00:00.000Z', areas: [row('IT', null, 100, 700, 1), row('IT-25', 'IT', 60, 300, 2)], demand: demands } as unknown as Report, item: ITEM });

describe('a recipient on the map', () => {
  const both = supplied([recipient('PC', 'IT', 400), recipient('LOM', 'IT-25', 300)], [demand('PC', 40), demand('LOM', 60)]);
  test('of an area with a row of its own has what that row says: two days of sixty', () => expect(both[1]?.holdings[0]).toMatchObject({ perDay: { value: 60, facts: [9] }, delivered: { value: 120, facts: [3] }, onward: 20, allocated: 5, planned: 0 }));
  // 700 − 300 are its own; six days at 40 are gone.
  test('that serves the rest has the country’s stock less the regions’, used since', () => expect(both[0]?.holdings[0]).toMatchObject({ perDay: { value: 40 }, delivered: { value: 160 } }));
  test('whose stock nobody reported has none known', () => expect(supplied([recipient('LOM', 'IT-25', null)], [])[0]?.holdings[0]).toMatchObject({ perDay: { value: 60 }, delivered: { value: 0 }, stock: null }));
  test('without an estimate is as large as what it asks', () => expect(supplied([recipient('X', 'FR-ARA', null)], [demand('X', null, 33.4)])[0]?.holdings[0].perDay.value).toBe(33));
  test('that needs nothing is not drawn', () => expect(supplied([recipient('X', 'FR', 10)], [])).toEqual([]));
});
