// A line on the terminal that tells how far a longer piece of work is: only to a person, only after two seconds.

import { decimal, percent } from '../app/figures.ts';
import type { PlanProgress } from '../planner/progress.ts';
import type { SolveProgress } from '../planner/solver.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 2000;
const BEAT_MS = 500;
const CLEAR = '\r\u001B[2K';

export interface Progress {
  readonly watch: { readonly onProgress: (progress: SolveProgress) => void };
  done(): void;
}

export function progressOf(world: World, what: string): Progress {
  let last: SolveProgress | null = null;
  const beat = beating(world, (seconds) => {
    const { objective = null, bound = null } = last ?? {};
    const open = objective !== null && bound !== null && objective !== 0 ? `, ${percent(Math.abs((objective - bound) / objective))} between plan and bound` : '';
    return `${what} … ${decimal(seconds)} s${open}`;
  });
  return { watch: { onProgress: (progress) => void (last = progress) }, done: () => beat.done() };
}

const BAR = 24;

/** Of many plans, how many are made: `Planning each hub [████░░░░] 14 of 48 plans … 12.5 s`. */
export function partsOf(world: World, what: string): { readonly watch: { readonly onProgress: (progress: Pick<PlanProgress, 'part' | 'parts'>) => void }; done(): void } {
  let [part, parts] = [0, 1];
  const beat = beating(world, (seconds) => {
    const full = Math.round((BAR * part) / parts);
    return `${what} [${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${part} of ${parts} … ${decimal(seconds)} s`;
  });
  return { watch: { onProgress: (progress) => void ({ part, parts } = progress) }, done: () => beat.done() };
}

/** How much of something counted is done: `Verifying … 412,000 of 1,000,000 leaves`. */
export function countingOf(world: World, what: string): { readonly watch: (line: string) => void; done(): void } {
  let last = '';
  const beat = beating(world, () => `${what} … ${last}`);
  return { watch: (line) => void (last = line), done: () => beat.done() };
}

function beating(world: World, line: (seconds: number) => string): { done(): void } {
  let shown = false;
  let seconds = PATIENCE_MS / 1000;
  const show = (): void => {
    world.err(`${CLEAR}${line(seconds)}`);
    shown = true;
    seconds += BEAT_MS / 1000;
  };
  let beat: NodeJS.Timeout | undefined;
  const patience = world.isTerminal.err
    ? setTimeout(() => {
        show();
        beat = setInterval(show, BEAT_MS);
      }, PATIENCE_MS)
    : undefined;
  return {
    done: () => {
      clearTimeout(patience);
      clearInterval(beat);
      if (shown) world.err(CLEAR);
    },
  };
}
