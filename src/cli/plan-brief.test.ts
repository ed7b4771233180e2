import { expect, test } from 'vitest';
import type { PlanProposed } from '../domain/plan/plan.ts';
import { planBrief } from './plan-brief.ts';

const plain = { heading: (text: string) => text, good: (text: string) => text, bad: (text: string) => text, quiet: (text: string) => text };
const line = { lot: 'A', frozen: false, why: 'because', departs: '2020-03-17T00:00:00.000Z', item: 'surgical-mask', recipient: 'IT' };

const plan = {
  plan: 'p1', policy: 'equal-cover', asOf: '2020-03-16T19:40:00.000Z', seed: 1, objective: 110, bound: 100, gap: 0.0125, relativeGap: 0.09, modelObjective: 105,
  coverage: { min: 0.25, mean: 0.5, gini: 0.1 }, hours: { median: 30, last: 80.25 }, cost: 1234.5, co2Kg: 99, charters: [{ charter: 'CH-1', copies: 2, cost: 950 }],
  lines: [
    { ...line, line: 'L1', cartons: 10, units: 20_000, route: ['TRUCK-1'], arrives: '2020-03-18T10:00:00.000Z' },
    { ...line, line: 'L2', cartons: 5, units: 10_000, route: ['TRAIN-1', 'TRUCK-2'], arrives: '2020-03-17T10:00:00.000Z' },
  ],
  unserved: [
    { recipient: 'CH', item: 'gown', units: 5, why: 'every way is barred: a paper is missing' },
    { recipient: 'FR', item: 'surgical-mask', units: 100, why: 'the supply is short: FR has a share of it' },
    { recipient: 'ES', item: 'surgical-mask', units: 900, why: 'the supply is short: ES has a share of it' },
  ],
  notes: ['Nothing can be done here.', 'F5 overflows.'],
  check: { ok: true, violations: [] },
} as unknown as PlanProposed;

test('a first look has a row for each recipient and item, a row for each reason, and every note', () => {
  const brief = planBrief(plan, plain).split('\n');
  const rows = brief.map((text) => text.replaceAll(/ {2,}/g, ' | '));
  expect(rows).toContain('IT | surgical-mask | 15 | 30,000 | Tue 17 Mar 2020, 10:00 UTC | Wed 18 Mar 2020, 10:00 UTC | TRUCK-1 and 1 more');
  expect(rows).toContain('surgical-mask | 1,000 | ES, FR');
  expect(brief).toContain('    the supply is short: ES has a share of it');
  expect(brief).not.toContain('    the supply is short: FR has a share of it');
  expect(brief).toContain('  Nothing can be done here.');
  expect(brief).toContain('  F5 overflows.');
});

test('and says how good the plan is', () => {
  const brief = planBrief(plan, plain);
  for (const figure of ['25% where it is lowest, 50% on average, Gini 0.10', '30 h in the middle, 80.3 h at the last', '€ 1,235, 99 kg', '2 × CH-1 (€ 950)', 'gap 1.250%', 'clean']) expect(brief).toContain(figure);
});
