// Shaken packs: other needs, prices, capacities and weights, at any hour of the operation, under any policy. Each plan is
// clean by the checker and proven; its exported model has the same optimum for CBC. AIRBRIDGE_SHAKES sets how many.

import { afterAll, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { propose } from '../../src/app/plan/propose.ts';
import { POLICIES } from '../../src/domain/plan/plan.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { writeMps } from '../../src/planner/mps.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { cbcOptimum, hasCbc } from '../support/cbc.ts';
import { randomly } from '../support/disks.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';
import { shaken } from '../support/shake.ts';

const SHAKES = Number(process.env['AIRBRIDGE_SHAKES'] ?? 2);
const reference = readFolder(REFERENCE);
const solver = highsSolver();
afterAll(() => solver.close());
const clock = { now: () => instantFromMs(Date.UTC(2020, 3, 2)) };

test.each(Array.from({ length: SHAKES }, (_, n) => n + 1))(`pack %i, shaken: checked${hasCbc ? ', and proven by CBC too' : ' (CBC is not here: its proof is skipped)'}`, { timeout: 900_000 }, async (seed) => {
  const random = randomly(seed);
  const read = journalOfPack(shaken(reference, random));
  expect(read.ok || read.error).toBe(true);
  if (!read.ok) return;
  const asOf = instantFromMs(Date.UTC(2020, 2, 13, 23) + random(14 * 24) * 3_600_000);
  const policy = POLICIES[random(POLICIES.length)] ?? 'equal-cover';
  const proposed = await propose(read.value.facts, { policy, seed, gap: 0, asOf }, { solver, clock });
  expect(proposed.ok || proposed.error).toBe(true);
  if (!proposed.ok) return;
  const { proposal, model } = proposed.value;
  expect(proposal.check, `${asOf} ${policy}`).toEqual({ ok: true, violations: [] });
  expect(proposal.bound).toBeLessThanOrEqual(proposal.modelObjective);
  if (!hasCbc) return;
  const optimum = cbcOptimum(writeMps(model(), 'SHAKEN'));
  expect(Math.abs(optimum - proposal.modelObjective), `${asOf} ${policy}`).toBeLessThanOrEqual(1e-6 * Math.abs(proposal.modelObjective));
  expect(proposal.bound).toBeLessThanOrEqual(optimum + 1e-9 * Math.abs(optimum));
});
