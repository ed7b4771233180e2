// The Solver on HiGHS: npm `highs`, WebAssembly, one thread, in a worker of its own so that the process stays awake.
// The worker is started when there is something to solve and ended when it has been idle, which returns its memory.
// Not here: what the models mean. Source: HiGHS, https://highs.dev (MIT).

import { Worker } from 'node:worker_threads';
import type { LinearModel, SolveOptions, SolveProgress, Solution, Solver } from '../planner/solver.ts';
import type { SolverAnswer, SolverRequest } from './highs-worker.ts';
import { scanEngine } from './scan-engine.ts';

/** How long an idle worker is kept for the next program of the same plan, in milliseconds. */
const IDLE_MS = 1_000;

export interface HighsSolver extends Solver {
  /** Ends the worker; what is under way is rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly request: SolverRequest;
  readonly onProgress: ((progress: SolveProgress) => void) | undefined;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (solution: Solution) => void;
  readonly reject: (reason: unknown) => void;
}

// Node runs the TypeScript itself from a checkout and the compiled JavaScript from a package.
const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './highs-worker.ts' : './highs-worker.js', import.meta.url);

/** Nothing of the operation has changed; the next program starts a worker of its own. */
const solverLost = (message: string): Error => Object.assign(new Error(message), { code: 'solver-lost', remedy: 'plan again; if it ends the same way, the machine has too little free memory for a plan of this size' });

/** One solver, one worker at a time: programs are solved in the order in which they were handed in. */
export function highsSolver(): HighsSolver {
  const waiting: Job[] = [];
  let worker: Worker | null = null;
  let current: Job | null = null;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const settle = (finish: (job: Job) => void): void => {
    const job = current;
    current = null;
    if (job !== null) finish(job);
    next();
  };

  const start = (): Worker => {
    const started = new Worker(workerFile());
    started.on('message', (answer: SolverAnswer) => {
      if (started !== worker) return;
      if (answer.kind === 'progress') current?.onProgress?.(answer.progress);
      else if (answer.kind === 'solved') settle((job) => job.resolve(answer.solution));
      else settle((job) => job.reject(solverLost(`the solver failed: ${answer.message}`)));
    });
    const lost = (reason: string): void => {
      if (started !== worker) return;
      worker = null;
      settle((job) => job.reject(solverLost(`the solver ended before it had an answer (${reason})`)));
    };
    started.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => lost(`exit ${code}`));
    return started;
  };

  const next = (): void => {
    clearTimeout(idle);
    if (current !== null) return;
    const job = waiting.shift();
    if (job === undefined) {
      worker?.unref();
      idle = setTimeout(() => void end(), IDLE_MS).unref();
      return;
    }
    if (job.signal?.aborted === true) {
      job.reject(job.signal.reason);
      next();
      return;
    }
    current = job;
    worker ??= start();
    worker.ref();
    worker.postMessage(job.request);
  };

  const abort = (job: Job): void => {
    const queued = waiting.indexOf(job);
    if (queued >= 0) {
      waiting.splice(queued, 1);
      job.reject(job.signal?.reason);
    } else if (current === job) {
      void end();
      settle((stopped) => stopped.reject(stopped.signal?.reason));
    }
  };

  return {
    large: scanEngine(),
    solve(model: LinearModel, options: SolveOptions, watch): Promise<Solution> {
      const { promise, resolve, reject } = Promise.withResolvers<Solution>();
      const job: Job = { request: { model, options }, onProgress: watch?.onProgress, signal: watch?.signal, resolve, reject };
      const onAbort = (): void => abort(job);
      job.signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(job);
      next();
      return promise.finally(() => job.signal?.removeEventListener('abort', onAbort));
    },
    async close(): Promise<void> {
      const stopped = [...(current === null ? [] : [current]), ...waiting.splice(0)];
      current = null;
      await end();
      for (const job of stopped) job.reject(new Error('the solver was closed'));
    },
  };
}

/** Several workers, so that plans made side by side do not wait for each other: a program goes to whichever has least to do. */
export function highsSolvers(workers: number): HighsSolver {
  const all = Array.from({ length: workers }, () => ({ solver: highsSolver(), open: 0 }));
  return {
    async solve(model, options, watch): Promise<Solution> {
      const least = all.reduce((best, one) => (one.open < best.open ? one : best));
      least.open += 1;
      try {
        return await least.solver.solve(model, options, watch);
      } finally {
        least.open -= 1;
      }
    },
    async close(): Promise<void> {
      await Promise.all(all.map(({ solver }) => solver.close()));
    },
  };
}
