// The ScanEngine in a worker of its own, so that the process stays awake. One worker for each problem: it ends with its
// answer, which returns its memory. To abort is to end it; that it is enough, it is told. Not here: the method (planner/scan).

import { Worker } from 'node:worker_threads';
import type { ScanEngine, ScanFound } from '../planner/scan/engine.ts';
import type { ScanAnswered, ScanOrder } from './scan-worker.ts';

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);

const lost = (message: string): Error => Object.assign(new Error(message), { code: 'solver-lost', remedy: 'plan again; if it ends the same way, the machine has too little free memory for a plan of this size' });

export function scanEngine(): ScanEngine {
  return {
    async scan(request, watch) {
      watch?.signal?.throwIfAborted();
      const worker = new Worker(workerFile());
      const { promise, resolve, reject } = Promise.withResolvers<ScanFound>();
      worker.on('message', (answer: ScanAnswered) => {
        if (answer.kind === 'progress') watch?.onProgress?.(answer);
        else if (answer.kind === 'found') resolve(answer.found);
        else reject(lost(`the scan failed: ${answer.message}`));
      });
      worker.on('error', (error) => reject(lost(`the scan ended before it had an answer (${error instanceof Error ? error.message : String(error)})`)));
      worker.on('exit', (code) => reject(lost(`the scan ended before it had an answer (exit ${code})`)));
      const onAbort = (): void => reject(watch?.signal?.reason);
      watch?.signal?.addEventListener('abort', onAbort, { once: true });
      const order: ScanOrder = { request, enough: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
      const onEnough = (): void => void Atomics.store(order.enough, 0, 1);
      if (watch?.enough?.aborted === true) onEnough();
      watch?.enough?.addEventListener('abort', onEnough, { once: true });
      worker.postMessage(order);
      try {
        return await promise;
      } finally {
        watch?.signal?.removeEventListener('abort', onAbort);
        watch?.enough?.removeEventListener('abort', onEnough);
        await worker.terminate();
      }
    },
  };
}
