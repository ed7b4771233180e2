// Runs inside a worker: plans one problem by the dual scan, with further threads where it is large, and answers.
// Not here: aborting (scan-engine.ts ends the worker).

import { parentPort } from 'node:worker_threads';
import { answering } from '../planner/answering.ts';
import type { ScanFound, ScanRequest } from '../planner/scan/engine.ts';
import { sharedMemory } from '../planner/scan/memory.ts';
import { helpersFor, threads, type ThreadedCrew, type Threads } from './scan-crew.ts';

export interface ScanOrder {
  readonly request: ScanRequest;
  /** One number in shared memory: not 0 when it is enough. */
  readonly enough: Int32Array;
}

export type ScanAnswered =
  | { readonly kind: 'progress'; readonly value: number; readonly bound: number; readonly seconds: number }
  | { readonly kind: 'found'; readonly found: ScanFound }
  | { readonly kind: 'failed'; readonly message: string };

const SECONDS_BETWEEN_REPORTS = 0.2;

async function planned({ request, enough }: ScanOrder, tell: (progress: ScanAnswered) => void): Promise<ScanFound> {
  const began = performance.now();
  const at: { helpers?: Threads; crew?: ThreadedCrew } = {};
  try {
    const run = answering(request, {
      memory: sharedMemory,
      crew: (instance, labels) => {
        at.helpers = threads(helpersFor(instance));
        return (at.crew = at.helpers.crew(instance, labels));
      },
    });
    let told = 0;
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value;
      if (Atomics.load(enough, 0) !== 0) return step.value.found();
      const seconds = (performance.now() - began) / 1000;
      if (seconds < told + SECONDS_BETWEEN_REPORTS) continue;
      told = seconds;
      tell({ kind: 'progress', value: step.value.value, bound: step.value.bound, seconds });
    }
  } finally {
    at.crew?.leave();
    await at.helpers?.close();
  }
}

const port = parentPort;
if (port !== null)
  port.once('message', (order: ScanOrder) => {
    const post = (message: ScanAnswered): void => port.postMessage(message);
    planned(order, post)
      .then((found) => post({ kind: 'found', found }))
      .catch((problem: unknown) => post({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) }));
  });
