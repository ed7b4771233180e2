// Many small networks with every constraint, each solved by HiGHS on its complete model and by the dual scan down to where it
// stops, or with the polish to a gap that is asked for: the optimum lies between plan and bound, and the checker finds nothing.

import { finer } from '../src/planner/answering.ts';
import { completeModel } from '../src/planner/scan/complete-model.ts';
import { buildInstance } from '../src/planner/scan/build.ts';
import { checkScan } from '../src/planner/scan/check-scan.ts';
import { waysOf } from '../src/planner/scan/decompose.ts';
import { alone, Dual } from '../src/planner/scan/dual.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { emptyLabels } from '../src/planner/scan/labels.ts';
import { ended, scan } from '../src/planner/scan/scan.ts';
import { highsSolver } from '../src/solver/highs.ts';
import { median, type Row } from './suite.ts';

const NETWORKS = 10_000;
/** Relative: HiGHS holds rows to 1e-7. */
const AGREE = 1e-6;

/** @param finest null: the scan alone, as far as it goes. */
export async function agreement(seed: number, finest: number | null, say: (line: string) => void): Promise<readonly Row[]> {
  const solver = highsSolver();
  const gaps: number[] = [];
  const wrong: string[] = [];
  const began = performance.now();
  try {
    for (let index = 0; index < NETWORKS; index += 1) {
      if (index % 1_000 === 0) say(`${index} of ${NETWORKS} networks`);
      const problem = generate({ scale: SCALES.tiny, seed: seed + index, constraints: index % 2 === 0 ? 'full' : 'bare' });
      const instance = buildInstance(problem);
      const labels = emptyLabels(instance);
      const dual = new Dual(instance, labels, alone(instance, labels));
      const { value, bound, plan, gap } = ended(finest === null ? scan(dual, { gap: 0 }) : finer(dual, finest));
      const check = checkScan(problem, plan === null ? [] : waysOf(instance, plan));
      const optimum = -(await solver.solve(completeModel(problem), { relativeGap: 0, seed: 1 })).objective;
      const dust = AGREE * (1 + Math.abs(optimum));
      if (check.faults.length > 0 || check.value < value - dust || (finest === null && check.value > value + dust) || check.value > optimum + dust || bound < optimum - dust) wrong.push(`seed ${seed + index}: plan ${check.value}, optimum ${optimum}, bound ${bound}, ${check.faults[0] ?? 'no fault'}`);
      gaps.push(gap);
    }
  } finally {
    await solver.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const worst = Math.max(...gaps);
  return [{
    size: NETWORKS, seed, engine: 'airbridge', status: wrong.length === 0 ? 'same' : 'differs', tolerance: AGREE, seconds, objective: null, bound: null, gap: worst, relativeGap: null, ratio: null,
    line: `${NETWORKS} networks, seeds ${seed} to ${seed + NETWORKS - 1}: ${wrong.length} where plan, optimum and bound do not agree to ${AGREE}${wrong.length === 0 ? '' : ` (${wrong.slice(0, 3).join('; ')})`}; certified gap ${(100 * median(gaps)).toFixed(3)} % in the median, ${(100 * worst).toFixed(2)} % at most${finest === null ? '' : `, ${gaps.filter((gap) => gap > finest).length} above the ${100 * finest} % asked for`}; ${seconds.toFixed(0)} s with HiGHS`,
  }];
}
