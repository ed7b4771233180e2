// The ScanEngine in a worker of its own, so that the process stays awake. One worker for each problem: it ends with its
// answer, which returns its memory. To abort is to end it; that it is enough, it is told. Not here: the method (planner).

import { Worker } from 'node:worker_threads';
import type { LevelsFound, ScanEngine, ScanFound } from '../planner/scan/engine.ts';
import type { ScanAnswered, ScanAsked, ScanTold } from './scan-worker.ts';

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);

const lost = (message: string): Error => Object.assign(new Error(message), { code: 'solver-lost', remedy: 'plan again; if it ends the same way, the machine has too little free memory for a plan of this size' });

interface Watch<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export function scanEngine(): ScanEngine {
  return {
    async scan(request, watch = {}) {
      const enough = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const onEnough = (): void => void Atomics.store(enough, 0, 1);
      if (watch.enough?.aborted === true) onEnough();
      watch.enough?.addEventListener('abort', onEnough, { once: true });
      try {
        return await answered<ScanFound, ScanTold['scan']>({ kind: 'scan', request, enough }, watch);
      } finally {
        watch.enough?.removeEventListener('abort', onEnough);
      }
    },
    levels: (request, watch = {}) => answered<LevelsFound, ScanTold['levels']>({ kind: 'levels', request }, watch),
  };
}

/** The worker answers in the kind that it is asked in. */
async function answered<Found extends ScanFound | LevelsFound, Progress extends ScanTold[keyof ScanTold]>(asked: ScanAsked, { onProgress, signal }: Watch<Progress>): Promise<Found> {
  signal?.throwIfAborted();
  const worker = new Worker(workerFile());
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  worker.on('message', (answer: ScanAnswered) => {
    if (answer.kind === 'progress') onProgress?.(answer.progress as Progress);
    else if (answer.kind === 'found') resolve(answer.found as Found);
    else reject(lost(`the scan failed: ${answer.message}`));
  });
  worker.on('error', (error) => reject(lost(`the scan ended before it had an answer (${error instanceof Error ? error.message : String(error)})`)));
  worker.on('exit', (code) => reject(lost(`the scan ended before it had an answer (exit ${code})`)));
  const onAbort = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.postMessage(asked);
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
