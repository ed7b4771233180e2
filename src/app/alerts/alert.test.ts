// The small operation, whose figures are by hand, as alerts; and when to look again.

import { describe, expect, test } from 'vitest';
import { ALWAYS } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import { english } from '../../words/en/english.ts';
import { say, sayAll } from '../../words/say.ts';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SENT, SMALL, STOCK } from '../../../test/support/small-operation.ts';
import { dispatchBoard } from '../onward/board.ts';
import { picture } from '../picture/picture.ts';
import { situation } from '../plan/situation.ts';
import { alertsOf, type Alert } from './alert.ts';
import { nextLook } from './due.ts';

const drawn = (facts: readonly Fact[], h: number) => ({ picture: picture(facts, hour(h), null, []), orders: dispatchBoard(situation(facts, { ...ALWAYS, asOf: hour(h) })).orders });
const at = (lines: readonly Line[], h: number): Alert[] => alertsOf(drawn(journal(lines), h));
const only = (alerts: readonly Alert[], kind: Alert['kind']): Pick<Alert, 'alert' | 'severity' | 'measure' | 'where'> & { said: string } => {
  const found = alerts.filter((it) => it.kind === kind);
  expect(found).toHaveLength(1);
  const [{ alert, severity, measure, where, title, text }] = found as [Alert];
  return { alert, severity, measure, where, said: `${say(title, english)}. ${sayAll(text, english)}` };
};

describe('an alert names what it is about, what follows from it, and where it is solved', () => {
  test('a flight that should have landed two hours ago', () =>
    expect(only(at(SMALL, 22), 'late-flight')).toEqual({ alert: 'late:C1', severity: 'notice', measure: 120, where: { page: '/hub', open: 'C1' }, said: 'C1 is late. It was due at BELGG on Sun 1 March, 21:00 CET and is now expected on Sun 1 March, 23:00 CET.' }));
  test('and five, and thirteen', () => expect([25, 33].map((h) => only(at(SMALL, h), 'late-flight').severity)).toEqual(['warning', 'critical']));
  test('goods that customs hold', () => expect(only(at([...STOCK, ['customs.held', 23, { place: 'BELGG', lot: 'A', units: 40 }]], 24), 'held')).toEqual({ alert: 'held:A:BELGG', severity: 'notice', measure: 40, where: { page: '/hub', card: 'A' }, said: 'Customs hold A. 40 units of Mask wait and cannot be planned.' }));
  test('a truck that nobody has reported as arrived', () => {
    // Leaves hour 30, drives 24 h, dwell 1 h: handed over at hour 55.
    expect(at(SENT, 55).filter(({ kind }) => kind === 'late-dispatch')).toEqual([]);
    const late = only(at(SENT, 59), 'late-dispatch');
    expect(late).toMatchObject({ alert: 'late-dispatch:D1', severity: 'warning', measure: 240, where: { page: '/dispatch' } });
    expect(late.said).toContain('D1 to Italy is late. It was due on Tue 3 March, 08:00 CET');
  });
  test('stock that ran out is one alert for all who ran out, whoever is first', () => {
    const lines: readonly Line[] = [...SMALL, ['stock.reported', 2, { recipient: 'IT', item: 'mask', units: 0 }]];
    expect(only(at(lines, 30), 'out-of-stock')).toMatchObject({ alert: 'out-of-stock', severity: 'critical', measure: 1, where: { page: '/plan', recipient: 'IT' } });
  });
});

describe('time alone', () => {
  test('makes a flight late a quarter of an hour after it was due', () => expect(nextLook(drawn(journal(SMALL), 19.5))).toBe(hour(20.25)));
  test('makes what is late later: it is looked at again in a quarter of an hour', () => expect(nextLook(drawn(journal(SMALL), 21))).toBe(hour(21.25)));
  test('is looked at each hour where nothing else is near', () => expect(nextLook(drawn(journal(STOCK), 26))).toBe(hour(27)));
  test('turns the day, on the clock of the operation', () => expect(nextLook(drawn(journal(STOCK), 22.5))).toBe(hour(23)));
});
