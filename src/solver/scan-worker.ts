// Runs inside a worker: plans one problem by the dual scan, with further threads where it is large, and answers.
// Not here: aborting (scan-engine.ts ends the worker).

import { parentPort } from 'node:worker_threads';
import { CharterDual } from '../planner/charters/charter-dual.ts';
import { choose } from '../planner/charters/choose.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { Dual } from '../planner/scan/dual.ts';
import type { ScanFound, ScanRequest } from '../planner/scan/engine.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { sharedMemory } from '../planner/scan/memory.ts';
import { polish } from '../planner/scan/polish.ts';
import { scan, type ScanAnswer } from '../planner/scan/scan.ts';
import { highsSolver } from './highs.ts';
import { helpersFor, threads } from './scan-crew.ts';

export type ScanAnswered =
  | { readonly kind: 'progress'; readonly value: number; readonly bound: number; readonly seconds: number }
  | { readonly kind: 'found'; readonly found: ScanFound }
  | { readonly kind: 'failed'; readonly message: string };

const SECONDS_BETWEEN_REPORTS = 0.2;

async function planned({ problem, charters, gap, prices }: ScanRequest, tell: (progress: ScanAnswered) => void): Promise<ScanFound> {
  const began = performance.now();
  const instance = buildInstance(problem, sharedMemory);
  const labels = emptyLabels(instance, sharedMemory);
  const helpers = threads(helpersFor(instance));
  const crew = helpers.crew(instance, labels);
  try {
    if (charters !== undefined && charters.count > 0) {
      const { flown, value, bound, answer } = choose(new CharterDual(instance, labels, crew, charters), { gap });
      return { value, bound, flown, ways: answer.plan === null ? [] : [...waysOf(instance, answer.plan)], prices: answer.prices };
    }
    const dual = new Dual(instance, labels, crew);
    const run = scan(dual, { gap, ...(prices === undefined ? {} : { prices }) });
    let told = 0;
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) {
        const { value, bound, plan, prices: found } = step.value.gap <= gap ? step.value : await finer(dual, step.value, gap);
        return { value, bound, flown: new Float64Array(0), ways: plan === null ? [] : [...waysOf(instance, plan)], prices: found };
      }
      const seconds = (performance.now() - began) / 1000;
      if (seconds < told + SECONDS_BETWEEN_REPORTS) continue;
      told = seconds;
      tell({ kind: 'progress', value: step.value.answer.value, bound: step.value.answer.bound, seconds });
    }
  } finally {
    crew.leave();
    await helpers.close();
  }
}

/** What the scan alone does not reach, HiGHS does on what is near its prices. */
async function finer(dual: Dual, answer: ScanAnswer, gap: number): Promise<ScanAnswer> {
  const solver = highsSolver();
  try {
    return await polish(dual, answer, { gap, seed: 1 }, solver);
  } finally {
    await solver.close();
  }
}

const port = parentPort;
if (port !== null)
  port.once('message', (request: ScanRequest) => {
    const post = (message: ScanAnswered): void => port.postMessage(message);
    planned(request, post)
      .then((found) => post({ kind: 'found', found }))
      .catch((problem: unknown) => post({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) }));
  });
