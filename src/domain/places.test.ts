// Borders by date and paper, and the time that goods spend at a place.

import { describe, expect, test } from 'vitest';
import { AreaCode } from './ids.ts';
import { liesIn } from './areas.ts';
import { Paper, Place, Rule, hindrances, readyAt } from './places.ts';
import { Instant, LocalDate } from './time.ts';

const rule = Rule.parse({ rule: 'EU-2020-402', classes: ['ppe'], fromArea: 'EU', toArea: 'EFTA', validFrom: '2020-03-15', validUntil: '2020-03-20', effect: 'paper', paper: 'export-authorisation' });
const held = Paper.parse({ paper: 'export-authorisation', reference: '7/2020', classes: ['ppe'], fromArea: 'EU', toArea: 'CH', validFrom: '2020-03-17' });
const crossing = (to: string, on: string, itemClass: 'ppe' | 'diagnostic' = 'ppe'): Parameters<typeof hindrances>[0] => ({ itemClass, from: AreaCode.parse('BE'), to: AreaCode.parse(to), on: LocalDate.parse(on) });

describe('a border that asks for a paper', () => {
  test.each([
    ['the day before it holds', 'CH', '2020-03-14', 'ppe', 0],
    ['on its first day', 'CH', '2020-03-15', 'ppe', 1],
    ['on its last day', 'CH', '2020-03-20', 'ppe', 1],
    ['the day after', 'CH', '2020-03-21', 'ppe', 0],
    ['for other goods', 'CH', '2020-03-16', 'diagnostic', 0],
    ['inside the Union', 'IT', '2020-03-16', 'ppe', 0],
    ['to a region inside the Union', 'IT-25', '2020-03-16', 'ppe', 0],
    ['to another member of the group', 'NO', '2020-03-16', 'ppe', 1],
  ] as const)('%s', (_, to, on, itemClass, stops) => expect(hindrances(crossing(to, on, itemClass), [rule], [])).toHaveLength(stops));
  test('is open to whoever holds the paper, where and from when it is valid', () => {
    expect(hindrances(crossing('CH', '2020-03-16'), [rule], [held])).toHaveLength(1);
    expect(hindrances(crossing('CH', '2020-03-17'), [rule], [held])).toHaveLength(0);
    expect(hindrances(crossing('NO', '2020-03-17'), [rule], [held])).toHaveLength(1);
  });
  test('a closed border is opened by no paper', () => expect(hindrances(crossing('CH', '2020-03-17'), [{ ...rule, effect: 'closed', paper: undefined }], [held])).toHaveLength(1));
});

test('a region lies in its country, a country in its group, and neither the other way round', () => {
  const in_ = (inner: string, outer: string): boolean => liesIn(AreaCode.parse(inner), AreaCode.parse(outer));
  expect([in_('IT-25', 'IT'), in_('IT-25', 'EU'), in_('CH', 'EUROPE'), in_('IT', 'IT-25'), in_('CH', 'EU'), in_('US', 'EUROPE')]).toEqual([true, true, true, false, false, false]);
});

test('goods that come by night wait for the morning, then for the dwell, and longer where they change mode', () => {
  const place = Place.parse({ place: 'ITMXP', name: 'Malpensa', area: 'IT-25', latitude: 45.6, longitude: 8.7, zone: 'Europe/Rome', role: 'gateway', opens: '06:00', closes: '22:00', dwellMinutes: 90, changeMinutes: 60 });
  const night = Instant.parse('2020-03-17T23:00:00.000Z');
  expect(readyAt(place, night)).toBe('2020-03-18T06:30:00.000Z');
  expect(readyAt(place, night, 'road', 'road')).toBe('2020-03-18T06:30:00.000Z');
  expect(readyAt(place, night, 'air', 'road')).toBe('2020-03-18T07:30:00.000Z');
});
