// Charters on generated networks, 60 of them: which are flown, and the plan with them, beside HiGHS' search on the
// same choices as one mixed program, stopped at the gap that ours has. The checker follows the plan with what is flown. Ratios are by
// processor seconds, those of all threads and of the compiler, for the machine may be shared; where the peer had not come so far
// when its time was up, the ratio is a lower limit and says so.

import process from 'node:process';
import { buildInstance } from '../src/planner/scan/build.ts';
import { checkScan } from '../src/planner/scan/check-scan.ts';
import { waysOf } from '../src/planner/scan/decompose.ts';
import { alone } from '../src/planner/scan/dual.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { emptyLabels } from '../src/planner/scan/labels.ts';
import { CharterDual } from '../src/planner/charters/charter-dual.ts';
import { charterModel } from '../src/planner/charters/charter-model.ts';
import { costOf, withFlown } from '../src/planner/charters/charters.ts';
import { withCharters } from '../src/planner/charters/charters.fixture.ts';
import { choose } from '../src/planner/charters/choose.ts';
import { highsSolver } from '../src/solver/highs.ts';
import type { Asked, Row } from './suite.ts';

type ScaleName = keyof typeof SCALES;
const GAP = 0.005;
const CHARTERS = 60;
const AGREE = 1e-6;
/** Nobody waits longer for a peer. */
const MOST_SECONDS = 120;

const processorSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** Each seed from the one asked for on, one after the other. */
export async function chartersSuite(asked: Asked): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let seed = asked.seed; seed < asked.seed + asked.seeds; seed += 1) rows.push(...(await oneNetwork({ ...asked, seed })));
  return rows;
}

async function oneNetwork({ scale, seed, peer, limit, say }: Asked): Promise<readonly Row[]> {
  const [name, constraints] = (scale ?? 'M').split('-') as [ScaleName, 'full' | undefined];
  const longest = limit ?? MOST_SECONDS;
  const { problem, charters } = withCharters(generate({ scale: SCALES[name], seed, constraints: constraints ?? 'bare' }), CHARTERS, seed);
  say(`${scale ?? 'M'}, seed ${seed}: ${charters.count} charters`);
  const [before, began] = [process.cpuUsage(), performance.now()];
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const answer = choose(new CharterDual(instance, labels, alone(instance, labels), charters), { gap: GAP });
  const seconds = (performance.now() - began) / 1_000;
  const processor = processorSince(before);
  const check = checkScan(withFlown(problem, charters, answer.flown), answer.answer.plan === null ? [] : waysOf(instance, answer.answer.plan));
  const agrees = Math.abs(check.value - costOf(charters, answer.flown) - answer.value) <= AGREE * Math.abs(answer.value);
  const label = `${(scale ?? 'M').padEnd(8)} seed ${seed}  ${charters.count} charters`;
  const common = { size: charters.count, seed, tolerance: AGREE } as const;
  const ours: Row = {
    ...common, engine: 'airbridge', status: check.faults.length === 0 && agrees ? 'same' : 'differs', seconds, objective: answer.value, bound: answer.bound, gap: answer.gap,
    relativeGap: (answer.bound - answer.value) / Math.abs(answer.value), ratio: null,
    line: `${label}  airbridge  ${seconds.toFixed(2)} s (${processor.toFixed(2)} processor s)  ${answer.flown.reduce((sum, it) => sum + it, 0)} flown, ${answer.tries} choices tried  value ${answer.value.toFixed(0)}  gap ${(answer.gap * 100).toFixed(3)} %, the plan's ${(((answer.answer.bound - answer.answer.value) / answer.bound) * 100).toFixed(3)} %, to the relaxation ${(((answer.relaxed - answer.value) / answer.relaxed) * 100).toFixed(3)} %  check ${check.faults.length === 0 ? 'clean' : check.faults[0]}`,
  };
  if (peer === 'none') return [ours];
  say(`HiGHS to the same gap, ${longest} s at most`);
  const solver = highsSolver();
  try {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const theirs = await solver.solve(charterModel(problem, charters), { relativeGap: ours.relativeGap ?? 0, seed: 1, secondsAtMost: longest });
    const took = (performance.now() - start) / 1_000;
    const theirProcessor = processorSince(used);
    const [best, bound] = [-theirs.objective, -theirs.bound];
    const between = answer.value <= bound * (1 + AGREE) && best <= answer.bound * (1 + AGREE);
    const gap = Number.isFinite(best) ? (bound - best) / Math.abs(best) : null;
    const more = gap === null || gap > (ours.relativeGap ?? 0) * (1 + AGREE) ? 'more than ' : '';
    return [ours, {
      ...common, engine: 'highs', status: between ? 'same' : 'differs', seconds: took, objective: best, bound, gap, relativeGap: gap, ratio: theirProcessor / processor,
      line: `${label}  HiGHS      ${took.toFixed(2)} s of ${longest} (${theirProcessor.toFixed(2)} processor s)  value ${best.toFixed(0)}  gap ${gap === null ? 'without a plan' : `${(gap * 100).toFixed(3)} %`}  ours to its bound ${(((bound - answer.value) / answer.value) * 100).toFixed(3)} %  airbridge ${more}${(theirProcessor / processor).toFixed(1)} × as fast by processor, ${more}${(took / seconds).toFixed(1)} × by the clock, ours at ${((ours.relativeGap ?? 0) * 100).toFixed(3)} %  ${between ? 'same' : 'differs'}`,
    }];
  } finally {
    await solver.close();
  }
}
