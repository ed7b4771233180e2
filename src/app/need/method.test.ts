// What the page says of its own methods: a round sum for each count of the world that somebody said, and scores only where days
// enough were counted to project from and to compare with.

import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { situation } from '../plan/situation.ts';
import type { MethodReport } from './method-shape.ts';
import { methodReport } from './method.ts';

const at = (lines: readonly Line[], h: number): MethodReport => methodReport(situation(journal(lines), { asOf: hour(h), knownAt: null }));
const claim = (code: string, h: number, body: object): Line => ['claim.recorded', h, { claim: code, author: 'Press', channel: 'article', language: 'fr', summary: code, stance: 'context', about: 'count', ...body }];
/** A case count of each day at noon, growing by ten a day from 100. */
const counted = (days: number, area = 'IT'): Line[] => Array.from({ length: days }, (_, k) => ['count.reported', 24 * k + 12, { area, cases: 100 + 10 * k }]);

describe('what was said of the world', () => {
  const lines = [...SMALL, claim('C17', 40, { units: 6705 }), claim('C18', 41, { units: 30, scope: 'BE' }), claim('C19', 42, { units: 500, item: 'mask' }), claim('C20', 60, { units: 7178 })];
  test('is each count of all its dead, with the hour and the round sum: 6,705 ÷ 1 % = 670,500', () => {
    expect(at(lines, 50).infections.said).toMatchObject([{ claim: 'C17', at: hour(40), deaths: 6705, roundSum: { use: 'never-for-allocation', people: 670_500, arithmetic: '6,705 deaths ÷ 1 % = 670,500' } }]);
  });
  test('is what was said by the instant', () => expect(at(lines, 70).infections.said.map(({ claim: code }) => code)).toEqual(['C17', 'C20']));
});

describe('scores', () => {
  test('are none of a few days: there is nothing to compare', () => expect(at([...SMALL, ...counted(8)], 24 * 8).scores.own).toEqual([]));
  test('of forty days that grow by ten: same increments are exact, and last value is three days behind', () => {
    const [three] = at([...SMALL, ...counted(40), ...counted(40, 'ES')], 24 * 40).scores.own;
    expect(three).toMatchObject({ measure: 'cases', horizonDays: 3, areas: 2 });
    // Thirty too few, three days ahead: our error is that share of it.
    expect((three?.error ?? 0) / 30).toBeCloseTo(three?.against['last-value'] ?? 0, 6);
  });
  test('stand beside the published ones, which say on whose series', () => expect(at(SMALL, 50).scores.published.rows[0]).toMatchObject({ measure: 'wards', horizonDays: 3, source: 'dpc', error: 59.5 }));
});

test('each figure that infections rest on has a value, unit, source and note', () => {
  const { parameters } = at(SMALL, 50).infections;
  expect(parameters.map(({ name }) => name)).toEqual(['delay-to-onset', 'delay-to-onset-spread', 'delay-to-death', 'delay-to-death-spread', 'lag', 'growth-window', 'growth-low', 'growth-high', 'round-ratio']);
  for (const { value, unit, source, note } of parameters) expect([value > 0, unit !== '', source !== '', note !== '']).toEqual([true, true, true, true]);
});
