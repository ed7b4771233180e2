// Plans that hedge, on the reference operation: what they promise of themselves holds.

import { afterAll, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { hedge, type HedgeReport } from '../../src/app/plan/hedge.ts';
import { Instant } from '../../src/domain/time.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const solver = highsSolver();
afterAll(() => solver.close());
const clock = { now: () => Instant.parse('2020-04-02T00:00:00.000Z') };

async function report(seed: number): Promise<HedgeReport> {
  const pack = journalOfPack(readFolder(REFERENCE));
  if (!pack.ok) throw new Error(pack.error.message);
  const found = await hedge(pack.value.facts, { asOf: '2020-03-16', scenarios: 40, seed }, { solver, clock });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

test('the more time in hand, the fewer connections are missed; every plan can be carried out; the same seed says the same', async () => {
  const [one, again] = [await report(3), await report(3)];
  expect(again).toEqual(one);
  const { plans } = one;
  expect(plans.map(({ inHand }) => inHand)).toEqual([null, 0.75, 0.9, 0.97]);
  expect(plans.flatMap(({ check }) => check.violations)).toEqual([]);
  const missed = plans.map(({ fares }) => fares.expected.missedConnections);
  expect(missed).toEqual(missed.toSorted((a, b) => b - a));
  expect(plans.filter(({ best }) => best)).toHaveLength(1);
  const best = plans.find((it) => it.best);
  for (const { fares } of plans) {
    expect(fares.worstTenth.mean).toBeLessThanOrEqual(best?.fares.worstTenth.mean ?? 0);
    expect(fares.worstTenth.mean).toBeLessThanOrEqual(fares.expected.mean);
  }
});
