import { describe, expect, test } from 'vitest';
import { COMPARED, type ComparedFigure, type ComparedPlan } from '../../src/domain/plan/compared.ts';
import { inOrder, isBest } from './compared-figures.ts';

const planOf = (more: Partial<ComparedPlan>): ComparedPlan => ({ objective: 9, bound: 8, gap: 0.1, relativeGap: 0.1, modelObjective: 9, coverage: { min: 0, mean: 0.5, gini: 0.2 }, worstOff: 0.25, hours: { median: 30, last: 78 }, cost: 100, co2Kg: 10, cartons: 6, ...more });
const figure = (name: ComparedFigure['name']): ComparedFigure => COMPARED.find((it) => it.name === name) as ComparedFigure;
const checked = (violations: readonly string[], more: Partial<ComparedPlan>) => ({ ...planOf(more), check: { violations } });
const ROWS = [
  { name: 'b', plan: checked(['v'], { cost: 200 }) },
  { name: 'a', plan: null },
  { name: 'Ä', plan: checked([], { cost: 100, hours: { median: null, last: null } }) },
  { name: 'c', plan: checked(['v', 'w'], { cost: 300 }) },
];
const order = (column: string, down = false): string => inOrder(ROWS, { column, down }).map(({ name }) => name).join('');

describe('what-ifs side by side stand', () => {
  test('as they were asked for', () => expect(inOrder(ROWS, null)).toEqual(ROWS));
  test('by name', () => expect([order('name'), order('name', true)]).toEqual(['aÄbc', 'cbÄa']));
  test('by what the check found', () => expect([order('check'), order('check', true)]).toEqual(['Äbca', 'cbÄa']));
  test('by a figure, and without one at the end, either way', () => expect([order('cost'), order('cost', true), order('median'), order('median', true)]).toEqual(['Äbca', 'cbÄa', 'bcaÄ', 'bcaÄ']));
});

describe('the best of a column', () => {
  const texts = { value: ({ of }: ComparedFigure, plan: ComparedPlan): string => (of(plan) ?? NaN).toFixed(1) };
  const best = (name: ComparedFigure['name'], ...plans: readonly ComparedPlan[]): boolean[] => plans.map((plan) => isBest(figure(name), plan, plans, texts));
  test('is the most cover, or the least cost', () => {
    expect(best('worstOff', planOf({ worstOff: 0.2 }), planOf({ worstOff: 0.4 }))).toEqual([false, true]);
    expect(best('cost', planOf({ cost: 1 }), planOf({ cost: 2 }))).toEqual([true, false]);
  });
  test('is shared by those that are written alike', () => expect(best('cost', planOf({ cost: 1.01 }), planOf({ cost: 2 }), planOf({ cost: 1.02 }))).toEqual([true, false, true]));
  test('is nobody’s where all are written alike, or none has a figure', () => {
    expect(best('cost', planOf({ cost: 1.01 }), planOf({ cost: 1.02 }))).toEqual([false, false]);
    expect(best('last', planOf({ hours: { median: null, last: null } }), planOf({ hours: { median: null, last: null } }))).toEqual([false, false]);
  });
});
