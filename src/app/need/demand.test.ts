import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { problemOf } from '../plan/problem.ts';
import { netNeeds } from '../plan/needs.ts';
import { situation, type Situation } from '../plan/situation.ts';
import { areaRows } from './area-rows.ts';
import { demandIn, estimatesIn } from './demand.ts';
import { levelFaults } from './faults.ts';

/** 10 masks a ward bed-day, 20 in intensive care; spread 0.75 and 1.25 as published. */
const USE: readonly Line[] = [
  ['need.parameter-set', 2, { parameter: 'use-ward', item: 'mask', value: 10, source: 'by hand' }],
  ['need.parameter-set', 2, { parameter: 'use-intensive-care', item: 'mask', value: 20, source: 'by hand' }],
];
const census = (area: string, wards: number, recipient?: string): Line => ['census.reported', 3, { area, wards, intensiveCare: 0, ...(recipient !== undefined && { recipient }) }];
const recipient = (name: string, area: string): Line => ['recipient.registered', 1, { recipient: name, name, area, place: 'ITROM' }];
const at = (lines: readonly Line[], asOf = 24): Situation => situation(journal([...SMALL, ...USE, ...lines]), { asOf: hour(asOf), knownAt: null });
const row = (now: Situation, of: string) => demandIn(now).find((it) => it.recipient === of && it.item === 'mask');
const estimate = (now: Situation, of: string) => estimatesIn(now, areaRows(now))(of, 'mask');

describe('what a recipient asked is its demand', () => {
  // 5,000 for a week: 714 a day; the census says 50 × 10 = 500.
  const now = at([census('IT', 50)]);
  test('with the band of the estimate beside it', () => expect(row(now, 'IT')).toMatchObject({ basis: 'asked', units: { low: 3750, central: 5000, high: 6250 }, askedPerDay: 714, estimatePerDay: { low: 375, central: 500, high: 625 }, outOfBand: null }));
  test('or without one where nothing was counted', () => expect(row(at([]), 'IT')).toMatchObject({ basis: 'asked', units: { low: 5000, central: 5000, high: 5000 }, estimatePerDay: null, outOfBand: null }));
  test('also where the estimate says otherwise: the planner plans for it', () => expect(netNeeds(now).find(({ recipient: of }) => of === 'IT')?.units).toBe(5000));
});

describe('what was asked far outside the band is asked about, never dropped', () => {
  // Above 3 × the high end: 3 × 1.25 × 100 = 375. Below a third of the low one: 0.75 × 3,000 ÷ 3 = 750.
  test.each([[10, { side: 'above', askedPerDay: 714, least: 25, most: 375 }], [300, { side: 'below', askedPerDay: 714, least: 750, most: 11_250 }], [20, null]])('%i on wards', (wards, outOfBand) => {
    const now = at([census('IT', wards)]);
    expect(row(now, 'IT')).toMatchObject({ outOfBand, units: { central: 5000 } });
    expect(netNeeds(now).map(({ units }) => units)).toEqual([5000]);
  });
});

describe('who asked nothing at all', () => {
  const now = at([census('ES', 30)]);
  test('has the estimate of its own area over the horizon', () => expect(row(now, 'ES')).toMatchObject({ basis: 'estimated', units: { low: 300 * 0.75 * 21, central: 300 * 21, high: 300 * 1.25 * 21 }, severity: 3, askedPerDay: null, from: hour(24) }));
  test('is planned for, at either end', () => expect((['low', 'central', 'high'] as const).map((end) => netNeeds(now, demandIn(now), end).find(({ recipient: of }) => of === 'ES')?.units)).toEqual([4725, 6300, 7875]));
  test('is named in a note of the plan', () => expect(problemOf(now).notes).toContainEqual({ say: 'note.estimated', with: { recipients: [{ recipient: 'ES', name: 'Spain' }] } }));
  test('has none where nothing was counted', () => expect(row(at([]), 'ES')).toBeUndefined());
  test('has none where no pledge that passes the hub may serve it', () => expect(row(at([recipient('US', 'US'), census('US', 30)]), 'US')).toBeUndefined());
  test('has what it asks once it asks, be it nothing', () => expect(row(at([census('ES', 30), ['need.reported', 4, { recipient: 'ES', item: 'mask', units: 0, from: hour(24), until: hour(48), severity: 3 }]]), 'ES')).toMatchObject({ basis: 'asked', units: { central: 0 } }));
});

describe('an estimate is of the area less its own regions', () => {
  const regions = [recipient('IT-LOM', 'IT-25'), recipient('IT-VEN', 'IT-34'), census('IT', 100), census('IT-25', 60)];
  test('where they are recipients of their own', () => expect(estimate(at([...regions, census('IT-34', 15)]), 'IT')).toMatchObject({ perDay: { central: 1000 - 600 - 150 }, holds: [] }));
  test('not where nobody receives for them', () => expect(estimate(at([census('IT', 100), census('IT-25', 60)]), 'IT')?.perDay.central).toBe(1000));
  test('a region without counts stays in it, and is named', () => expect(estimate(at(regions), 'IT')).toMatchObject({ perDay: { central: 400 }, holds: ['IT-34'] }));
  test('never below nothing', () => expect(estimate(at([...regions, census('IT-34', 90)]), 'IT')?.perDay.central).toBe(0));
  test('a hospital with a census of its own has that, and its region has the rest', () => {
    const now = at([...regions, recipient('H1', 'IT-25'), census('IT-25', 8, 'H1')]);
    expect(estimate(now, 'H1')?.perDay.central).toBe(80);
    expect(estimate(now, 'IT-LOM')?.perDay.central).toBe(600 - 80);
    // It lies in Lombardy, and is taken off Italy with it, once.
    expect(estimate(now, 'IT')?.perDay.central).toBe(400);
    expect(areaRows(now).find(({ recipient: of, item }) => of === 'H1' && item === 'mask')).toMatchObject({ level: 'hospital', area: 'IT-25', within: 'IT-25', perDay: { central: 80 } });
  });
  test('two recipients of one area share it alike', () => expect(estimate(at([recipient('IT-2', 'IT'), census('IT', 100)]), 'IT-2')?.perDay.central).toBe(500));
});

describe('the parts and the whole', () => {
  const faults = (lines: readonly Line[]) => levelFaults(areaRows(at(lines))).filter(({ problem }) => problem.includes(' mask ')).map(({ area, problem }) => [area, problem]);
  test('some regions that need less than the country are no fault', () => expect(faults([census('IT', 100), census('IT-25', 60)])).toEqual([]));
  test('some that need more are one, with both figures', () => expect(faults([census('IT', 100), census('IT-25', 60), census('IT-34', 70)])).toEqual([['IT', 'IT-25, IT-34 in IT: 1,300 mask a day, IT itself 1,000, so 300 more']]));
  test('hospitals that need more than their region, too', () => expect(faults([recipient('H1', 'IT-25'), census('IT-25', 5), census('IT-25', 8, 'H1')])).toEqual([['IT-25', 'H1 in IT-25: 80 mask a day, IT-25 itself 50, so 30 more']]));
});
