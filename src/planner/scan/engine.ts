// The dual scan as an interface, as solver.ts is for linear programs: it takes long, so that it runs elsewhere, in the
// background, and answers when it is done. src/solver puts threads behind it.

import type { Charters } from '../charters/charters.ts';
import type { EqualCover, EqualOptions, EqualProgress } from '../equal/equal-cover.ts';
import type { Way } from './decompose.ts';
import type { ScanProblem } from './scan-problem.ts';

export interface ScanRequest {
  readonly problem: ScanProblem;
  /** (bound − value) ÷ bound at which it may stop. Below some 0.3 % a program is solved besides, which takes longer. */
  readonly gap: number;
  /** Departures of the problem that are to be decided. With them no programs are solved, and the gap is what the scan reaches. */
  readonly charters?: Charters;
  /** To begin from, of an earlier answer to a problem with the same capacities and stocks. */
  readonly prices?: Float64Array;
}

export interface ScanFound {
  /** Euros that the ways relieve, transport and charters paid. */
  readonly value: number;
  /** Euros that no plan relieves more than. */
  readonly bound: number;
  readonly ways: readonly Way[];
  /** By charter of the request, how often it is flown. */
  readonly flown: Float64Array;
  /** Of each capacity, then each stock. */
  readonly prices: Float64Array;
}

export interface ScanWatch {
  /** The best so far; value 0 until there is a plan. */
  readonly onProgress?: (progress: { readonly value: number; readonly bound: number; readonly seconds: number }) => void;
  /** Aborted: there is to be no answer. */
  readonly signal?: AbortSignal;
  /** Aborted: what stands by then is the answer, however wide its gap; nothing shipped, where there is no plan yet. */
  readonly enough?: AbortSignal;
}

export interface LevelsRequest extends EqualOptions {
  readonly problem: ScanProblem;
}

/** By group of `groupsOf(problem)`, see there. */
export type LevelsFound = Pick<EqualCover, 'levels' | 'shares' | 'reachable' | 'delta' | 'rounds'>;

export interface LevelsWatch {
  readonly onProgress?: (progress: EqualProgress) => void;
  readonly signal?: AbortSignal;
}

/** Both reject only when the engine is broken or when `signal` is aborted. */
export interface ScanEngine {
  scan(request: ScanRequest, watch?: ScanWatch): Promise<ScanFound>;
  /** Levels of equal cover. */
  levels(request: LevelsRequest, watch?: LevelsWatch): Promise<LevelsFound>;
}
