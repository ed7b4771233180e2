// The solver is an interface: HiGHS stands behind it (src/solver), another may. A model is column-compressed.

import type { ScanEngine } from './scan/engine.ts';

/** min c·x, rowLower ≤ A·x ≤ rowUpper, columnLower ≤ x ≤ columnUpper, some columns binary or integer. Infinite bounds are ±Infinity. */
export interface LinearModel {
  readonly columnNames: readonly string[];
  readonly rowNames: readonly string[];
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Length columns + 1. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** 1 where the column is integer. */
  readonly integer: Uint8Array;
}

/** Where a solved linear program stood: one code for each column and row, the solver's own. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export interface SolveOptions {
  /** Stop when (objective − bound) / |objective| is at most this; 0: proven optimal. */
  readonly relativeGap: number;
  readonly secondsAtMost?: number;
  readonly seed: number;
  /** Basis of a program with the same matrix and other bounds, to go on from. Changes the time, never the optimum. */
  readonly start?: Basis;
  /** Of a linear program. `primal`, the usual: goes on from a basis. `dual`, `interior`: large programs that nothing is known of. */
  readonly method?: 'primal' | 'dual' | 'interior';
}

export interface Solution {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'stopped';
  readonly objective: number;
  /** Never above the optimum. */
  readonly bound: number;
  readonly columns: Float64Array;
  /** Row duals of the linear program, or of the one that is left when the integer columns found are fixed; zeros where there is neither. */
  readonly duals: Float64Array;
  /** Of that linear program, solved to its end; else null. */
  readonly basis: Basis | null;
}

export interface SolveProgress {
  readonly objective: number | null;
  readonly bound: number | null;
  readonly seconds: number;
}

export interface Solver {
  /** For problems that are too large for a program; left out: there is none, and programs take what they take. */
  readonly large?: ScanEngine;
  /** Solves in the background; rejects only when it is broken or when `signal` is aborted. */
  solve(model: LinearModel, options: SolveOptions, watch?: { readonly onProgress?: (progress: SolveProgress) => void; readonly signal?: AbortSignal }): Promise<Solution>;
}
