// Which lines of the approved plan people act on: what leaves soon, is neither released nor frozen, and can still be done.

import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { STOCK } from '../../../test/support/small-operation.ts';
import { NO_DECISIONS, PlanDecisions } from '../../domain/plan/decisions.ts';
import type { StandingLine } from '../../planner/problem.ts';
import { actedOnIn } from './acted.ts';
import { problemOf } from './problem.ts';
import { situation, type Situation } from './situation.ts';
import { hoursAhead } from './steady.ts';

const line = (name: string, cartons: number, run: string): object => ({ line: name, lot: 'A', item: 'mask', recipient: 'IT', cartons, units: cartons * 100, route: [run], departs: hour(30), arrives: hour(55), frozen: false, why: 'x' });
const proposed = (plan: string, lines: readonly object[]): Line => ['plan.proposed', 23, {
  plan, policy: 'equal-cover', asOf: hour(23), seed: 1, objective: 0, bound: 0, gap: 0, relativeGap: 0, modelObjective: 0, coverage: { min: 0, mean: 0, gini: 0 }, hours: { median: null, last: null }, cost: 0, co2Kg: 0,
  charters: [], lines, unserved: [], notes: [], check: { ok: true, violations: [] },
}];
const approved = (plan: string): Line => ['plan.approved', 23, { plan }];
/** Four cartons on ROAD-2, which leaves at hour 30; two on ROAD-3, which leaves at hour 54. */
const APPROVED: readonly Line[] = [...STOCK, proposed('one', [line('L1', 4, 'ROAD-2'), line('L2', 2, 'ROAD-3')]), approved('one')];

const at = (lines: readonly Line[], asOf = 23): Situation => situation(journal(lines), { asOf: hour(asOf), knownAt: null });
const acted = (lines: readonly Line[], hours: number, more: { readonly asOf?: number; readonly decisions?: Partial<z.input<typeof PlanDecisions>> } = {}): readonly StandingLine[] =>
  problemOf(at(lines, more.asOf), PlanDecisions.parse({ ...NO_DECISIONS, ...more.decisions }), hours).problem.standing;
const runs = (...all: Parameters<typeof acted>): string[] => acted(...all).map(({ route }) => route.join(' '));

describe('people act on', () => {
  test('nothing where no plan is approved', () => expect(runs([...STOCK, proposed('one', [line('L1', 4, 'ROAD-2')])], 48)).toEqual([]));
  test('nothing where nobody asks: hours 0', () => expect(runs(APPROVED, 0)).toEqual([]));
  test('what leaves before the hours are over, at 50 cents a kg: a carton has ten', () =>
    expect(acted(APPROVED, 8)).toEqual([{ lot: 'A', recipient: 'IT', route: ['ROAD-2'], cartons: 4, eurosPerCarton: 5 }]));
  test('nothing that leaves at the very end of them', () => expect(runs(APPROVED, 7)).toEqual([]));
  test('more, further ahead', () => expect(runs(APPROVED, 48)).toEqual(['ROAD-2', 'ROAD-3']));
  test('nothing that has left', () => expect(runs(APPROVED, 48, { asOf: 31 })).toEqual(['ROAD-3']));
  test('no line that was frozen: it stands anyway', () => expect(runs([...APPROVED, ['plan.frozen', 23, { plan: 'one', lines: ['L1'], reason: 'x' }]], 48)).toEqual(['ROAD-3']));
  test('no line that is frozen, set or let go of now', () => {
    const name = { lot: 'A', recipient: 'IT', route: ['ROAD-2'] };
    for (const decisions of [{ frozen: [{ ...name, cartons: 4, reason: 'x' }] }, { overridden: [{ ...name, cartons: 0, reason: 'x' }] }, { released: [name] }])
      expect(runs(APPROVED, 48, { decisions: decisions })).toEqual(['ROAD-3']);
  });
  test('no line that was released, but again one whose release was refused', () => {
    const released: readonly Line[] = [...APPROVED, ['dispatch.released', 24, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 400, route: ['ROAD-2'], plan: 'one' }]];
    expect(runs(released, 48, { asOf: 24 })).toEqual(['ROAD-3']);
    expect(runs([...released, ['release.refused', 25, { dispatch: 'D1', reason: 'x' }]], 48, { asOf: 25 })).toEqual(['ROAD-2', 'ROAD-3']);
  });
  test('nothing whose departure is cancelled or forbidden to it', () => {
    expect(runs(APPROVED, 48, { decisions: { forbidden: [{ departure: 'ROAD-2', reason: 'x' }] } })).toEqual(['ROAD-3']);
    expect(runs(APPROVED, 48, { decisions: { forbidden: [{ departure: 'ROAD-2', recipient: 'ES', reason: 'x' }] } })).toEqual(['ROAD-2', 'ROAD-3']);
  });
  test('nothing whose goods are held', () => expect(runs([...APPROVED, ['customs.held', 23, { place: 'BELGG', lot: 'A', units: 600 }]], 48)).toEqual([]));
  test('only the plan that was approved last', () => expect(runs([...APPROVED, proposed('two', [line('L1', 1, 'ROAD-4')]), approved('two')], 100)).toEqual(['ROAD-4']));
});

describe('how far ahead', () => {
  const { operation } = at(STOCK);
  const says = (hours: number): Situation['operation'] => ({ ...operation, steady: { ...operation.steady, hours } });
  test.each([
    [0, undefined, 0], [0, true, 24], [0, false, 0], [0, 6, 6],
    [48, undefined, 48], [48, true, 48], [48, false, 0], [48, 6, 6],
  ] as const)('the operation says %d, somebody asks %s: %d hours', (own, asked, hours) => expect(hoursAhead(says(own), asked)).toBe(hours));
  test('what would be asked for is told', () => {
    expect(actedOnIn(at(APPROVED))).toEqual({ plan: 'one', hours: 24, lines: 1, cartons: 4 });
    expect(actedOnIn(at(STOCK))).toBeNull();
  });
});
