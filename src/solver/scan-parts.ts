// How several threads share the parts of one scan: a board that all see says what is to be done and which part is next;
// whoever takes a part does it and says so. Not here: who starts the threads (scan-crew.ts).

import { loopsOf, type Loops } from '../planner/scan/compiled/compiled.ts';
import type { ScanInstance } from '../planner/scan/instance.ts';
import type { Labels } from '../planner/scan/labels.ts';

/** Places on the board: the next part to take, parts done, what is to be done with them, and the call that wakes. */
export const BOARD = { next: 0, done: 1, task: 2, call: 3, length: 4 } as const;
export const TASK = { temper: 1, smooth: 2, hard: 3, leave: 4 } as const;

/** What a thread is told once. The instance and its labels lie in memory for compiled loops, which all threads see. */
export interface PartWork {
  readonly instance: ScanInstance;
  readonly labels: Labels;
  readonly board: Int32Array;
  /** The temperature of the task, in euros a kg. */
  readonly heat: Float64Array;
}

/** Looks at the board before it sleeps: a scan is often shorter than waking up. */
export const LOOKS = 5_000;
const ASLEEP_MS = 1_000;

/** Takes parts while there are some. */
export function takeParts({ instance, labels, board, heat }: PartWork, loops: Loops): void {
  while (Atomics.load(board, BOARD.next) < instance.parts.length) {
    const which = Atomics.add(board, BOARD.next, 1);
    if (which >= instance.parts.length) return;
    // Read after the part was taken: the task cannot change while a part of it is open.
    const temperature = heat[0] as number;
    const task = Atomics.load(board, BOARD.task);
    if (task === TASK.temper) loops.temper(which, temperature);
    else if (task === TASK.smooth) loops.smooth(which, temperature);
    else labels.worth[which] = loops.hard(which);
    Atomics.add(board, BOARD.done, 1);
    Atomics.notify(board, BOARD.done);
  }
}

/** Takes parts of one call after the other, until it is told to leave. */
export function helpOut(work: PartWork): void {
  const { board } = work;
  const loops = loopsOf(work.instance, work.labels);
  for (;;) {
    const call = Atomics.load(board, BOARD.call);
    takeParts(work, loops);
    if (Atomics.load(board, BOARD.task) === TASK.leave) return;
    let looks = 0;
    while (looks < LOOKS && Atomics.load(board, BOARD.call) === call) looks += 1;
    if (looks === LOOKS) Atomics.wait(board, BOARD.call, call, ASLEEP_MS);
  }
}
