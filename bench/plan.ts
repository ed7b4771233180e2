// The reference plan, equal cover, from the problem to lines with reasons, at four instants; and its model alone beside
// coinor-cbc, native, given the same model as MPS in the same run. Both must name the same optimum.

import { invariant } from '../src/domain/result.ts';
import { checkPlan } from '../src/planner/check.ts';
import { plan, type Planned } from '../src/planner/plan.ts';
import { highsSolver } from '../src/solver/highs.ts';
import { cbc } from './cbc.ts';
import { referenceProblems } from './reference.ts';
import type { Asked, Row } from './suite.ts';

const ROUNDS = 5;
/** Optima are held against each other to this share. */
const TOLERANCE = 1e-6;

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { seconds: (performance.now() - began) / 1000, value };
}

export async function planSuite({ seed, peer, say }: Asked): Promise<readonly Row[]> {
  const solver = highsSolver();
  const rows: Row[] = [];
  try {
    for (const { asOf, problem } of referenceProblems()) {
      say(`the plan as of ${asOf}`);
      const whole: number[] = [];
      const alone: number[] = [];
      const theirs: number[] = [];
      let found: Planned | null = null;
      let optimum: number | null = null;
      for (let round = 0; round < ROUNDS; round += 1) {
        const ours = await timed(() => plan(problem, { policy: 'equal-cover', seed, gap: 0 }, solver));
        invariant(ours.value.ok, 'the reference operation has a plan');
        whole.push(ours.seconds);
        found = ours.value.value;
        const model = found.model();
        alone.push((await timed(() => solver.solve(model, { relativeGap: 0, seed }))).seconds);
        if (peer !== null && peer !== 'cbc') continue;
        const other = cbc(model, null);
        if (other === null) continue;
        invariant(other.optimum !== null, 'cbc proves an optimum');
        theirs.push(other.seconds);
        optimum = other.optimum;
      }
      if (found === null) continue;
      const clean = checkPlan(problem, found, 'equal-cover').ok;
      const same = clean && (optimum === null || Math.abs(optimum - found.modelObjective) <= TOLERANCE * Math.abs(found.modelObjective));
      rows.push(...rowsOf({ asOf, seed, found, same, optimum }, median(whole), median(alone), theirs.length === 0 ? null : median(theirs)));
    }
  } finally {
    await solver.close();
  }
  return rows;
}

interface Answered {
  readonly asOf: string;
  readonly seed: number;
  readonly found: Planned;
  readonly same: boolean;
  readonly optimum: number | null;
}

function rowsOf({ asOf, seed, found, same, optimum }: Answered, whole: number, alone: number, theirs: number | null): Row[] {
  const status = same ? 'same' : 'differs';
  const common = { size: found.model().rows.length, seed, status, tolerance: TOLERANCE } as const;
  const row = (engine: string, what: string, seconds: number, objective: number, ratio: number | null, own: boolean): Row => ({
    ...common, engine, seconds, objective, ratio, bound: own ? found.bound : null, gap: own ? found.gap : null, relativeGap: own ? found.relativeGap : null,
    line: `${asOf.padEnd(20)}  ${engine.padEnd(9)}  ${what.padEnd(30)}  ${seconds.toFixed(2).padStart(6)} s  optimum € ${objective.toFixed(2)}  ${ratio === null ? '' : `${ratio.toFixed(1)} × as fast as cbc`}  ${status}`,
  });
  return [
    row('airbridge', 'the whole plan, with reasons', whole, found.modelObjective, null, true),
    row('airbridge', 'its model alone', alone, found.modelObjective, theirs === null ? null : theirs / alone, true),
    ...(theirs === null || optimum === null ? [] : [row('cbc', 'the same model, as MPS', theirs, optimum, null, false)]),
  ];
}
