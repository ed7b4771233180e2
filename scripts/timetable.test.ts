// What the timetable promises, and that the departures in the reference operation are what it prints.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Pattern, departuresSheet, timetable } from './timetable.ts';

const PACK = join(import.meta.dirname, '..', 'data', 'liege-2020');
const ZONES = new Map([
  ['BELGG', 'Europe/Brussels'],
  ['ITFCO', 'Europe/Rome'],
  ['GBSTN', 'Europe/London'],
]);
const ROME: Pattern = { service: 'ROAD-LGG-FCO', from: 'BELGG', to: 'ITFCO', days: '135', departs: '18:00', arrives: '18:00', arrives_after_days: 1 };

describe('a timetable', () => {
  test('runs on the weekdays of its pattern, both ends of the period included', () => {
    const runs = timetable([ROME], ZONES, '2020-03-13', '2020-03-18');
    expect(runs.map((run) => run.departs)).toEqual(['2020-03-13T18:00', '2020-03-16T18:00', '2020-03-18T18:00']);
    expect(runs[0]).toEqual({ departure: 'ROAD-LGG-FCO-20200313', service: 'ROAD-LGG-FCO', departs: '2020-03-13T18:00', arrives: '2020-03-14T18:00', note: '' });
  });

  test('keeps its wall-clock over the change to summer time', () => {
    const [run] = timetable([{ ...ROME, days: '6' }], ZONES, '2020-03-28', '2020-03-28');
    expect(run).toMatchObject({ departs: '2020-03-28T18:00', arrives: '2020-03-29T18:00', note: '' });
  });

  test('moves a departure out of the hour that 29 March skips, and says so', () => {
    const [run] = timetable([{ ...ROME, days: '7', departs: '02:30', arrives: '12:30', arrives_after_days: 0 }], ZONES, '2020-03-29', '2020-03-29');
    expect(run).toMatchObject({ departs: '2020-03-29T03:30', arrives: '2020-03-29T12:30' });
    expect(run?.note).toBe('Departure moved from 02:30 to 03:30: the clocks go forward over it');
  });

  test('moves an arrival by the zone of its own place: London skips 01:00 to 02:00', () => {
    const late = { ...ROME, to: 'GBSTN', days: '6' };
    const [inLondon] = timetable([{ ...late, arrives: '01:15' }], ZONES, '2020-03-28', '2020-03-28');
    expect(inLondon).toMatchObject({ arrives: '2020-03-29T02:15' });
    const [untouched] = timetable([{ ...late, arrives: '02:30' }], ZONES, '2020-03-28', '2020-03-28');
    expect(untouched).toMatchObject({ arrives: '2020-03-29T02:30', note: '' });
  });

  test('refuses a run that arrives before it leaves, and a place without a zone', () => {
    expect(() => timetable([{ ...ROME, arrives_after_days: 0, arrives: '17:00' }], ZONES, '2020-03-13', '2020-03-13')).toThrow('arrives before it leaves');
    expect(() => timetable([{ ...ROME, to: 'ITMXP' }], ZONES, '2020-03-13', '2020-03-13')).toThrow('ITMXP is not in places.csv');
  });
});

test("the reference operation's departures are what its services say", () => {
  expect(readFileSync(join(PACK, 'departures.csv'), 'utf8')).toBe(departuresSheet(PACK, '2020-03-13', '2020-03-31'));
});
