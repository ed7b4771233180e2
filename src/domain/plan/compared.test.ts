import { expect, test } from 'vitest';
import { bestOf, COMPARED, differenceOf, type ComparedFigure, type ComparedPlan } from './compared.ts';

const planOf = (more: Partial<ComparedPlan>): ComparedPlan => ({ objective: 9, bound: 8, gap: 0.1, relativeGap: 0.1, modelObjective: 9, coverage: { min: 0, mean: 0.5, gini: 0.2 }, worstOff: 0.25, hours: { median: 30, last: 78 }, cost: 100, co2Kg: 10, cartons: 6, ...more });
const figure = (name: ComparedFigure['name']): ComparedFigure => COMPARED.find((it) => it.name === name) as ComparedFigure;
const plain = (value: number): string => value.toFixed(1);

test('more cover is better, and less cost; a plan that sends nothing has no hours to be best by', () => {
  const plans = [planOf({ cost: 90 }), planOf({ worstOff: 0.3, hours: { median: null, last: null } })];
  expect([bestOf(figure('worstOff'), plans), bestOf(figure('cost'), plans), bestOf(figure('last'), plans)]).toEqual([0.3, 90, 78]);
  expect(bestOf(figure('median'), [planOf({ hours: { median: null, last: null } })])).toBeNull();
});

test('each figure is read off the plan', () => expect(COMPARED.map(({ of }) => of(planOf({})))).toEqual([0.25, 0.5, 0.2, 30, 78, 100, 10, 6, 9, 0.1]));

test.each([
  [1, 3.5, '+2.5'],
  [3.5, 1, '−2.5'],
  [2, 2, '±0.0'],
  [2, 2.01, '±0.0'],
])('from %d to %d is %s', (from, to, told) => expect(differenceOf(from, to, plain)).toBe(told));
