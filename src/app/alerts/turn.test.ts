import { describe, expect, test } from 'vitest';
import { phrase } from '../../domain/phrase.ts';
import { Instant, plusMinutes } from '../../domain/time.ts';
import type { Alert } from './alert.ts';
import { nextTry } from './backoff.ts';
import { isWorse, turned, type Standing } from './turn.ts';

const AT = Instant.parse('2026-03-01T08:00:00.000Z');
const LATER = plusMinutes(AT, 60);
const never = (): boolean => false;

const held = (lot: string, over: Partial<Alert> = {}): Alert => ({ alert: `held:${lot}`, kind: 'held', severity: 'notice', subject: lot, item: 'mask', recipient: null, units: 10, deadline: null, measure: 10, title: phrase('alert.held', { lot }), text: [], where: { page: '/hub' }, facts: [], ...over });
/** What stands after these looks, one after the other. */
const after = (...looks: readonly (readonly Alert[])[]): Map<string, Standing> =>
  looks.reduce((standing, seen, n) => new Map([...standing, ...turned([...standing.values()], seen, never, plusMinutes(AT, n * 60)).map((it): [string, Standing] => [it.alert, it])]), new Map<string, Standing>());

describe('an alert', () => {
  test('is raised once, however often it is seen', () => {
    expect(turned([...after([held('A')]).values()], [held('A')], never, LATER)).toEqual([]);
    expect(after([held('A')], [held('A')]).get('held:A')).toMatchObject({ raise: 1, raisedAt: AT, clearedAt: null });
  });
  test('is cleared when it is gone, once', () => {
    const gone = after([held('A')], []);
    expect(gone.get('held:A')).toMatchObject({ raise: 1, clearedAt: LATER });
    expect(turned([...gone.values()], [], never, plusMinutes(AT, 120))).toEqual([]);
  });
  test('is raised again where it comes back, with a new beginning', () => expect(after([held('A')], [], [held('A')]).get('held:A')).toMatchObject({ raise: 2, raisedAt: plusMinutes(AT, 120), clearedAt: null }));
  test('is raised again where it gets worse, and keeps its beginning', () => expect(after([held('A')], [held('A', { measure: 20 })]).get('held:A')).toMatchObject({ raise: 2, raisedAt: AT, measure: 20 }));
  test('that gets better stays as it was raised, so that getting back there is no news', () => {
    expect(after([held('A', { measure: 20 })], [held('A', { measure: 5 })], [held('A', { measure: 20 })]).get('held:A')).toMatchObject({ raise: 1, measure: 20 });
  });
  test('that cannot be judged at this look is left as it stands', () => expect(turned([...after([held('A')]).values()], [], () => true, LATER)).toEqual([]));
});

test.each([
  ['a minute later is not worse', { kind: 'late-flight', severity: 'notice', measure: 15 }, { measure: 16 }, false],
  ['twice a quarter of an hour is not worth a word', { kind: 'late-flight', severity: 'notice', measure: 15 }, { measure: 30 }, false],
  ['an hour more than that is', { kind: 'late-flight', severity: 'notice', measure: 15 }, { measure: 75 }, true],
  ['five hours late: six are not worse, ten are', { kind: 'late-flight', severity: 'warning', measure: 300 }, { measure: 360 }, false],
  ['graver is worse', { kind: 'at-risk', severity: 'warning', measure: 10 }, { kind: 'broken', severity: 'critical', measure: 5 }, true],
  ['one more without stock, of one', { kind: 'out-of-stock', severity: 'critical', measure: 1 }, { measure: 2 }, true],
  ['one more without stock, of five', { kind: 'out-of-stock', severity: 'critical', measure: 5 }, { measure: 6 }, false],
] as const)('%s', (_, before, now, worse) => expect(isWorse(before, { ...before, ...now })).toBe(worse));

describe('the next try', () => {
  const waits = (chance: number): number[] => [1, 2, 3, 4, 5, 6, 7].map((tries) => (Date.parse(nextTry(AT, tries, chance)) - Date.parse(AT)) / 1000);
  test('waits four times as long each time, up to six hours', () => expect(waits(0.5)).toEqual([10, 40, 160, 640, 2560, 10_240, 21_600]));
  test('is spread by chance, from half to one and a half of that', () => {
    expect(waits(0)[1]).toBe(20);
    expect(waits(0.999)[1]).toBeLessThan(60);
  });
});
