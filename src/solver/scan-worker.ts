// Runs inside a worker: plans one problem by the dual scan, with further threads where it is large, or finds its levels of
// equal cover, and answers.
// Not here: aborting (scan-engine.ts ends the worker).

import { parentPort } from 'node:worker_threads';
import { CharterDual } from '../planner/charters/charter-dual.ts';
import { choose } from '../planner/charters/choose.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { Dual } from '../planner/scan/dual.ts';
import type { LevelsFound, LevelsRequest, ScanFound, ScanRequest } from '../planner/scan/engine.ts';
import { equalCover, type EqualProgress } from '../planner/equal/equal-cover.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { sharedMemory } from '../planner/scan/memory.ts';
import { polish } from '../planner/scan/polish/polish.ts';
import { scan, type ScanAnswer } from '../planner/scan/scan.ts';
import { helpersFor, threads } from './scan-crew.ts';

export type ScanAsked = { readonly kind: 'scan'; readonly request: ScanRequest } | { readonly kind: 'levels'; readonly request: LevelsRequest };
export type ScanAnswered =
  | { readonly kind: 'progress'; readonly progress: ScanProgressed | EqualProgress }
  | { readonly kind: 'found'; readonly found: ScanFound | LevelsFound }
  | { readonly kind: 'failed'; readonly message: string };

export interface ScanProgressed {
  readonly value: number;
  readonly bound: number;
  readonly seconds: number;
}

const SECONDS_BETWEEN_REPORTS = 0.2;
/** The scan goes so far by itself; from there interior point is quicker. */
const SCANNED = 0.005;
/** The finest gap that the scan reaches by itself, as a rule. */
const BY_SCAN = 0.003;
/** Slots and values beyond which the polish takes minutes: 500 recipients × 10 items × 14 days have 125,000, 500 × 20 × 30 have 625,000. */
const MOST_POLISHED = 250_000;

/** The scan, and where it is asked for more than that reaches, the polish. */
function* finer(dual: Dual, gap: number, prices: Float64Array | undefined): Generator<ScanAnswer, ScanAnswer> {
  const { slotDeparture, value } = dual.instance;
  const small = slotDeparture.length + value.length <= MOST_POLISHED;
  const run = scan(dual, { gap: small && gap < BY_SCAN ? SCANNED : gap, ...(prices === undefined ? {} : { prices }) });
  let step = run.next();
  for (; step.done !== true; step = run.next()) yield step.value.answer;
  return small && step.value.gap > gap ? yield* polish(dual, step.value, { gap }) : step.value;
}

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
    let told = 0;
    const run = finer(dual, gap, prices);
    for (let step = run.next(); ; step = run.next()) {
      const { value, bound, plan, prices: found } = step.value;
      if (step.done === true) return { value, bound, flown: new Float64Array(0), ways: plan === null ? [] : [...waysOf(instance, plan)], prices: found };
      const seconds = (performance.now() - began) / 1000;
      if (seconds < told + SECONDS_BETWEEN_REPORTS) continue;
      told = seconds;
      tell({ kind: 'progress', progress: { value, bound, seconds } });
    }
  } finally {
    crew.leave();
    await helpers.close();
  }
}

function levels({ problem, ...options }: LevelsRequest, tell: (progress: ScanAnswered) => void): LevelsFound {
  const run = equalCover(problem, options);
  let told: EqualProgress | null = null;
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) {
      const { levels: found, shares, reachable, delta, rounds } = step.value;
      return { levels: found, shares, reachable, delta, rounds };
    }
    if (step.value !== told) tell({ kind: 'progress', progress: step.value });
    told = step.value;
  }
}

const port = parentPort;
if (port !== null)
  port.once('message', (asked: ScanAsked) => {
    const post = (message: ScanAnswered): void => port.postMessage(message);
    (asked.kind === 'scan' ? planned(asked.request, post) : Promise.try(levels, asked.request, post))
      .then((found) => post({ kind: 'found', found }))
      .catch((problem: unknown) => post({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) }));
  });
