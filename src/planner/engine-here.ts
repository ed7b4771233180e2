// The ScanEngine in this very thread, on one core, with nothing of Node's: for a page, a worker of a browser, a small tool. It
// rests between steps, so that whoever shares the thread can draw, and can say that it is enough.
// Not here: the ScanEngine with threads of its own (src/solver).

import { answering } from './answering.ts';
import { equalCover } from './equal/equal-cover.ts';
import { alone } from './scan/dual.ts';
import type { ScanEngine } from './scan/engine.ts';

export interface Host {
  /** Milliseconds of a clock that does not go backwards: performance.now. It decides when to rest, never what the answer is. */
  readonly now: () => number;
  /** Lets others have the thread: a timer of no time, or scheduler.yield. */
  readonly rest: () => Promise<void>;
}

/** Milliseconds of work between rests: a page that draws in between stays smooth enough. */
const WORK_MS = 30;

export function engineHere({ now, rest }: Host): ScanEngine {
  return {
    async scan(request, { onProgress, signal, enough } = {}) {
      const began = now();
      let rested = -Infinity;
      const run = answering(request, alone);
      for (;;) {
        signal?.throwIfAborted();
        const step = run.next();
        if (step.done === true) return step.value;
        const { value, bound } = step.value;
        if (now() - rested >= WORK_MS) {
          onProgress?.({ value, bound, seconds: (now() - began) / 1000 });
          await rest();
          rested = now();
        }
        if (enough?.aborted === true) return step.value.found();
      }
    },
    async levels({ problem, ...options }, { onProgress, signal } = {}) {
      const run = equalCover(problem, options);
      for (let rested = -Infinity; ; ) {
        signal?.throwIfAborted();
        const step = run.next();
        if (step.done === true) return step.value;
        if (now() - rested < WORK_MS) continue;
        onProgress?.(step.value);
        await rest();
        rested = now();
      }
    },
  };
}
