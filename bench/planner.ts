// The dual scan on generated networks, beside solvers that are given the complete model of the same network in the same run:
// npm `highs` (WebAssembly), and Clp, Cbc and HiGHS where the machine has them. Ours stops at a gap of 0.5 %, or at the one
// that is asked for, with the polish where the scan does not reach it, which its own checker confirms; they stop at optimality.
// Both tolerances stand in the row, and each optimum must lie between our plan and our bound. Ratios are by processor seconds,
// ours those of all threads and of the compiler: the machine may be shared. `--threads 1`: on one core. `--seeds 5`: one network
// after the other in one process, as a service plans them; the first alone finds nothing compiled. A greedy by severity, as a
// spreadsheet would do it, says what the plan is worth. `tiny`: 10,000 small networks with every constraint, each solved by
// HiGHS too.

import { invariant } from '../src/domain/result.ts';
import { finer } from '../src/planner/answering.ts';
import { buildInstance } from '../src/planner/scan/build.ts';
import { checkScan } from '../src/planner/scan/check-scan.ts';
import { completeModel } from '../src/planner/scan/complete-model.ts';
import { waysOf } from '../src/planner/scan/decompose.ts';
import { Dual } from '../src/planner/scan/dual.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { emptyLabels } from '../src/planner/scan/labels.ts';
import { ended, type ScanAnswer } from '../src/planner/scan/scan.ts';
import type { ScanProblem } from '../src/planner/scan/scan-problem.ts';
import { helpersFor, threads } from '../src/solver/scan-crew.ts';
import { agreement } from './planner-agreement.ts';
import { severityFirst } from './planner-greedy.ts';
import { LINEAR_PEERS, type PeerAnswer } from './planner-peers.ts';
import type { Asked, Row } from './suite.ts';

type ScaleName = keyof typeof SCALES;
export const SIZES: readonly string[] = [...Object.keys(SCALES), ...Object.keys(SCALES).map((name) => `${name}-full`)];

const USUAL_GAP = 0.005;
/** Peers are not asked for networks on which the fastest of them takes more than some minutes. */
const COMPARED: readonly string[] = ['S', 'M', 'L', 'XL'];
/** Two engines that hold rows to 1e-7 may differ by so much, relative. */
const AGREE = 1e-6;

interface Ours {
  readonly asked: number;
  readonly answer: ScanAnswer;
  readonly seconds: number;
  readonly processor: number;
  readonly buildSeconds: number;
  readonly scans: number;
  readonly value: number;
  readonly faults: readonly string[];
  readonly megabytes: number;
}

export async function plannerSuite(asked: Asked): Promise<readonly Row[]> {
  const { scale, seed, seeds, gap, say } = asked;
  if (scale === 'tiny') return agreement(seed, gap, say);
  const rows: Row[] = [];
  for (let at = 0; at < seeds; at += 1) rows.push(...(await ofOneSeed({ ...asked, seed: seed + at }, at === 0)));
  return rows;
}

async function ofOneSeed({ scale, seed, gap, peer, threads: most, limit, say }: Asked, isFirst: boolean): Promise<readonly Row[]> {
  const [name, constraints] = (scale ?? 'M').split('-') as [ScaleName, 'full' | undefined];
  const problem = generate({ scale: SCALES[name], seed, constraints: constraints ?? 'bare' });
  say(`${scale ?? 'M'}, seed ${seed}: ${problem.departures.count} departures, ${problem.segments.count} segments`);
  const ours = await timedScan(problem, gap ?? USUAL_GAP, most);
  const label = `${(scale ?? 'M').padEnd(8)} seed ${seed}`;
  const rows: Row[] = [];
  if (COMPARED.includes(name)) {
    say('the complete model');
    const model = completeModel(problem);
    for (const [engine, solve] of Object.entries(LINEAR_PEERS)) {
      if (peer !== null && (Object.hasOwn(LINEAR_PEERS, peer) ? engine !== peer : !engine.startsWith(peer))) continue;
      say(engine);
      const answer = await solve(model, name, limit);
      if (answer !== null) rows.push(peerRow(label, engine, seed, model.values.length, answer, ours));
    }
    if (peer === null) rows.push(greedyRow(label, seed, problem, ours));
  }
  return [ourRow(label, seed, ours, isFirst, Math.min(...rows.flatMap(({ ratio }) => ratio ?? []))), ...rows];
}

/** @param most threads; null: as many as are worth their start. */
async function timedScan(problem: ScanProblem, asked: number, most: number | null): Promise<Ours> {
  const before = process.cpuUsage();
  const began = performance.now();
  const instance = buildInstance(problem);
  const buildSeconds = (performance.now() - began) / 1000;
  const helpers = threads(most === null ? helpersFor(instance) : most - 1);
  const labels = emptyLabels(instance);
  const crew = helpers.crew(instance, labels);
  const dual = new Dual(instance, labels, crew);
  const answer = ended(finer(dual, asked));
  crew.leave();
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(before);
  const check = checkScan(problem, answer.plan === null ? [] : waysOf(instance, answer.plan));
  await helpers.close();
  return { asked, answer, seconds, buildSeconds, processor: (used.user + used.system) / 1e6, scans: dual.scans, value: check.value, faults: check.faults, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

function ourRow(label: string, seed: number, ours: Ours, isFirst: boolean, leastRatio: number): Row {
  const { asked, answer, seconds, processor, buildSeconds, scans, value, faults, megabytes } = ours;
  const dust = AGREE * Math.abs(value);
  const same = faults.length === 0 && Math.abs(value - answer.value) <= dust && answer.gap <= asked;
  const ratio = Number.isFinite(leastRatio) ? leastRatio : null;
  return {
    size: scans, seed, engine: 'airbridge', status: same ? 'same' : 'differs', tolerance: asked, seconds, objective: -answer.value, bound: -answer.bound, gap: answer.gap, relativeGap: (answer.bound - answer.value) / answer.value, ratio,
    line: `${label}  airbridge         ${seconds.toFixed(2).padStart(8)} s  (processor ${processor.toFixed(2)} s${isFirst ? ' with compiling' : ''}, build ${buildSeconds.toFixed(2)} s, ${scans} scans, at most ${megabytes} MB)  gap ${(answer.gap * 100).toFixed(4)} % of ${asked * 100} % asked for${ratio === null ? '' : `  ${ratio.toFixed(1)} × the fastest peer to optimality, by processor`}  ${faults[0] ?? (same ? 'checked' : 'differs')}`,
  };
}

function peerRow(label: string, engine: string, seed: number, nonzeros: number, answer: PeerAnswer, ours: Ours): Row {
  const dust = AGREE * Math.abs(ours.answer.bound);
  const relieved = answer.objective === null ? null : -answer.objective;
  const same = relieved === null || (relieved <= ours.answer.bound + dust && relieved >= ours.value - dust);
  const ratio = answer.processor / ours.processor;
  return {
    size: nonzeros, seed, engine, status: same ? 'same' : 'differs', tolerance: answer.tolerance, seconds: answer.seconds, objective: answer.objective, bound: answer.objective, gap: 0, relativeGap: 0, ratio: relieved === null ? null : ratio,
    line: `${label}  ${engine.padEnd(16)} ${relieved === null ? '>' : ' '}${answer.seconds.toFixed(2).padStart(8)} s  (processor ${answer.processor.toFixed(2)} s, feasible to ${answer.tolerance})  ${relieved === null ? 'no optimum in that time' : `optimum ${relieved.toFixed(1)}`}  ours ${relieved === null ? 'more than ' : ''}${ratio.toFixed(1)} × by processor, ${(answer.seconds / ours.seconds).toFixed(1)} × by the clock  ${same ? 'same' : 'differs'}`,
  };
}

function greedyRow(label: string, seed: number, problem: ScanProblem, ours: Ours): Row {
  const began = performance.now();
  const ways = severityFirst(problem);
  const seconds = (performance.now() - began) / 1000;
  const check = checkScan(problem, ways);
  invariant(check.faults.length === 0, `the greedy keeps the limits (${check.faults[0]})`);
  return {
    size: ways.length, seed, engine: 'severity-first', status: 'same', tolerance: 0, seconds, objective: -check.value, bound: null, gap: (ours.answer.bound - check.value) / ours.answer.bound, relativeGap: null, ratio: null,
    line: `${label}  severity first   ${seconds.toFixed(2).padStart(9)} s  relieves ${((100 * check.value) / ours.answer.bound).toFixed(1)} % of the bound, ours ${((100 * ours.value) / ours.answer.bound).toFixed(1)} %`,
  };
}
