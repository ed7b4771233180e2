// Runs inside a worker: plans one problem by the dual scan, with further threads where it is large, or finds its levels of
// equal cover, and answers. Not here: aborting (scan-engine.ts ends the worker).

import { parentPort } from 'node:worker_threads';
import { answering } from '../planner/answering.ts';
import { equalCover, type EqualProgress } from '../planner/equal/equal-cover.ts';
import type { LevelsFound, LevelsRequest, ScanFound, ScanRequest } from '../planner/scan/engine.ts';
import { helpersFor, threads, type ThreadedCrew, type Threads } from './scan-crew.ts';

/** `enough`: one number in shared memory, not 0 when it is enough. */
export type ScanAsked = { readonly kind: 'scan'; readonly request: ScanRequest; readonly enough: Int32Array } | { readonly kind: 'levels'; readonly request: LevelsRequest };
export type ScanAnswered =
  | { readonly kind: 'progress'; readonly progress: ScanTold[keyof ScanTold] }
  | { readonly kind: 'found'; readonly found: ScanFound | LevelsFound }
  | { readonly kind: 'failed'; readonly message: string };

/** What is told while it works, by the kind of question. */
export interface ScanTold {
  readonly scan: { readonly value: number; readonly bound: number; readonly seconds: number };
  readonly levels: EqualProgress;
}

type Tell = (message: ScanAnswered) => void;

const SECONDS_BETWEEN_REPORTS = 0.2;

async function planned(request: ScanRequest, enough: Int32Array, tell: Tell): Promise<ScanFound> {
  const began = performance.now();
  const at: { helpers?: Threads; crew?: ThreadedCrew } = {};
  try {
    const run = answering(request, (instance, labels) => {
      at.helpers = threads(helpersFor(instance));
      return (at.crew = at.helpers.crew(instance, labels));
    });
    let told = 0;
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value;
      if (Atomics.load(enough, 0) !== 0) return step.value.found();
      const seconds = (performance.now() - began) / 1000;
      if (seconds < told + SECONDS_BETWEEN_REPORTS) continue;
      told = seconds;
      tell({ kind: 'progress', progress: { value: step.value.value, bound: step.value.bound, seconds } });
    }
  } finally {
    at.crew?.leave();
    await at.helpers?.close();
  }
}

function levels({ problem, ...options }: LevelsRequest, tell: Tell): LevelsFound {
  const run = equalCover(problem, options);
  let told: EqualProgress | null = null;
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return levelsOf(step.value);
    if (step.value !== told) tell({ kind: 'progress', progress: step.value });
    told = step.value;
  }
}

/** What is asked for: proofs and ways stay here. */
const levelsOf = ({ levels: found, shares, reachable, delta, rounds }: LevelsFound): LevelsFound => ({ levels: found, shares, reachable, delta, rounds });

const port = parentPort;
if (port !== null)
  port.once('message', (asked: ScanAsked) => {
    const post: Tell = (message) => port.postMessage(message);
    (asked.kind === 'scan' ? planned(asked.request, asked.enough, post) : Promise.try(levels, asked.request, post))
      .then((found) => post({ kind: 'found', found }))
      .catch((problem: unknown) => post({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) }));
  });
