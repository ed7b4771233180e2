// Threads that scan together. Which of them scans a part changes nothing, for a part writes to places of its own and the
// parts are added up in their order. A thread that is not yet awake is not waited for: the others do its work.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { alone, type Crew } from '../planner/scan/dual.ts';
import { loopsOf } from '../planner/scan/compiled/compiled.ts';
import type { ScanInstance } from '../planner/scan/instance.ts';
import type { Labels } from '../planner/scan/labels.ts';
import { BOARD, LOOKS, TASK, takeParts, type PartWork } from './scan-parts.ts';

const ASLEEP_MS = 5;
/** Slots and values. */
const LARGE = 300_000;

/** A crew at work on one instance; `leave` sets its threads free for another. */
export interface ThreadedCrew extends Crew {
  leave(): void;
}
export interface Threads {
  /** Several threads where instance and labels lie in memory that they can see. */
  crew(instance: ScanInstance, labels: Labels): ThreadedCrew;
  close(): Promise<void>;
}

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './scan-part-worker.ts' : './scan-part-worker.js', import.meta.url);

/** Further threads that are worth their start: there are no more parts than four, and a small instance is done before they are awake. */
export const helpersFor = ({ slotDeparture, value, parts }: ScanInstance): number => (slotDeparture.length + value.length < LARGE ? 0 : Math.min(availableParallelism(), parts.length) - 1);

/** @param count threads besides the one that asks. They start at once and wait for work. */
export function threads(count: number): Threads {
  const workers = Array.from({ length: count }, () => new Worker(workerFile()));
  for (const worker of workers) worker.unref();
  return {
    crew: (instance, labels) => (count === 0 || instance.compiled === null ? { ...alone(instance, labels), leave: () => {} } : crewOf(workers, instance, labels)),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function crewOf(workers: readonly Worker[], instance: ScanInstance, labels: Labels): ThreadedCrew {
  const parts = instance.parts.length;
  const board = new Int32Array(new SharedArrayBuffer(BOARD.length * Int32Array.BYTES_PER_ELEMENT));
  const heat = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const loops = loopsOf(instance, labels);
  board[BOARD.next] = parts;
  const work: PartWork = { instance, labels, board, heat };
  for (const worker of workers) worker.postMessage(work);
  const call = (task: number): void => {
    Atomics.store(board, BOARD.task, task);
    Atomics.store(board, BOARD.done, 0);
    if (task !== TASK.leave) Atomics.store(board, BOARD.next, 0);
    Atomics.add(board, BOARD.call, 1);
    Atomics.notify(board, BOARD.call);
  };
  const run = (task: number, temperature: number): void => {
    heat[0] = temperature;
    call(task);
    takeParts(work, loops);
    for (let looks = 0; ; looks += 1) {
      const done = Atomics.load(board, BOARD.done);
      if (done === parts) return;
      if (looks > LOOKS) Atomics.wait(board, BOARD.done, done, ASLEEP_MS);
    }
  };
  return { temper: (temperature) => run(TASK.temper, temperature), smooth: (temperature) => run(TASK.smooth, temperature), hard: () => run(TASK.hard, 0), leave: () => call(TASK.leave) };
}
