// What is read from a problem's file is planned as the problem itself, byte for byte, under each policy and by both engines.

import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { POLICIES, type Policy } from '../domain/plan/plan.ts';
import { readProblem } from '../planner/file/read-problem.ts';
import { writeProblem } from '../planner/file/write-problem.ts';
import { plan } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: Policy, engine: 'exact' | 'scan'): Promise<string> {
  const found = await plan(problem, { policy, seed: 1, gap: 0.001, engine }, solver);
  return JSON.stringify(found.ok ? { ...found.value, model: null, workings: null } : found.error);
}

/** With some lines of a plan frozen, some made dear to change, and a run forbidden. */
async function decided(problem: PlanningProblem, seed: number): Promise<PlanningProblem> {
  const found = await plan(problem, { policy: 'deprivation', seed: 1, gap: 0 }, solver);
  if (!found.ok) throw new Error(found.error.limit);
  const lines = found.value.lines.map(({ lot, recipient, cartons, route }) => ({ lot, recipient, cartons, route }));
  const own = (part: number): typeof lines => lines.filter((_, index) => (index + seed) % 3 === part);
  const run = own(2)[0]?.route[0];
  return { ...problem, frozen: own(0), standing: own(1).map((line) => ({ ...line, eurosPerCarton: 100 / 3 })), forbidden: run === undefined ? [] : [{ run, recipient: own(2)[0]?.recipient ?? null, lot: null }] };
}

test('the plan of the file is the plan of the problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(...POLICIES), fc.constantFrom('exact', 'scan'), async (seed, policy, engine) => {
      const problem = await decided(randomProblem(seed), seed);
      const read = readProblem([...writeProblem(problem)].join(''));
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(read.value).toEqual(problem);
      expect(await planned(read.value, policy, engine)).toBe(await planned(problem, policy, engine));
    }),
    { numRuns: 25 },
  );
}, 240_000);
