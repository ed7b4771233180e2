// How far planning has come, for whoever waits for it. Not for deciding anything: a plan is the same whether somebody watches.

import type { SolveProgress, Solver } from './solver.ts';

export interface PlanProgress extends SolveProgress {
  /** levels: equal cover raises the worst-off; plan: the model itself is solved. */
  readonly phase: 'levels' | 'plan';
  /** Of the levels: groups of needs that have theirs, and all of them. */
  readonly settled: number;
  readonly groups: number;
  /** Which plan of how many; more than one where plans are set side by side. */
  readonly part: number;
  readonly parts: number;
}

export interface PlanWatch {
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Aborted: no plan is wanted any more; the planning rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Aborted: no more time. What the dual scan has by then becomes the plan, with the bound by then; levels are found and programs solved to their end. */
  readonly enough?: AbortSignal;
}

const BEGUN = { objective: null, bound: null, seconds: 0, settled: 0, groups: 0, part: 1, parts: 1 } as const;

/** Tells that a phase is this far, and answers the watch for the program that is solved next. */
export function inPhase(watch: PlanWatch | undefined, phase: PlanProgress['phase'], settled = 0, groups = 0): Parameters<Solver['solve']>[2] {
  const { onProgress, signal } = watch ?? {};
  onProgress?.({ ...BEGUN, phase, settled, groups });
  return { ...(signal && { signal }), ...(onProgress && { onProgress: (progress) => onProgress({ ...BEGUN, ...progress, phase, settled, groups }) }) };
}

/** The watch for one plan of several. */
export function inPart(watch: PlanWatch | undefined, part: number, parts: number): PlanWatch {
  const { onProgress, signal, enough } = watch ?? {};
  return { ...(signal && { signal }), ...(enough && { enough }), ...(onProgress && { onProgress: (progress) => onProgress({ ...progress, part, parts }) }) };
}
