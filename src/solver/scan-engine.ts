// The ScanEngine in a worker of its own, so that the process stays awake. One worker for each problem: it ends with its
// answer, which returns its memory. To abort is to end it. Not here: the method (planner/scan).

import { Worker } from 'node:worker_threads';
import type { EqualProgress } from '../planner/equal/equal-cover.ts';
import type { LevelsFound, ScanEngine, ScanFound } from '../planner/scan/engine.ts';
import type { ScanAnswered, ScanAsked, ScanProgressed } from './scan-worker.ts';

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);

const lost = (message: string): Error => Object.assign(new Error(message), { code: 'solver-lost', remedy: 'plan again; if it ends the same way, the machine has too little free memory for a plan of this size' });

interface Watch<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export function scanEngine(): ScanEngine {
  return {
    scan: (request, watch) => answered<ScanFound, ScanProgressed>({ kind: 'scan', request }, watch),
    levels: (request, watch) => answered<LevelsFound, EqualProgress>({ kind: 'levels', request }, watch),
  };
}

/** The worker answers in the kind that it is asked in. */
async function answered<Found extends ScanFound | LevelsFound, Progress extends ScanProgressed | EqualProgress>(asked: ScanAsked, watch: Watch<Progress> | undefined): Promise<Found> {
  watch?.signal?.throwIfAborted();
  const worker = new Worker(workerFile());
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  worker.on('message', (answer: ScanAnswered) => {
    if (answer.kind === 'progress') watch?.onProgress?.(answer.progress as Progress);
    else if (answer.kind === 'found') resolve(answer.found as Found);
    else reject(lost(`the scan failed: ${answer.message}`));
  });
  worker.on('error', (error) => reject(lost(`the scan ended before it had an answer (${error instanceof Error ? error.message : String(error)})`)));
  worker.on('exit', (code) => reject(lost(`the scan ended before it had an answer (exit ${code})`)));
  const onAbort = (): void => reject(watch?.signal?.reason);
  watch?.signal?.addEventListener('abort', onAbort, { once: true });
  worker.postMessage(asked);
  try {
    return await promise;
  } finally {
    watch?.signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
