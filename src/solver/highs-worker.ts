// Runs inside the worker thread: takes one model, solves it to the end, answers. Deterministic: one thread, a given seed.
// Not here: queueing, aborting (highs.ts).

import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type * as HighsPackage from 'highs';
import type { Highs, Model } from 'highs';
import type { Basis, LinearModel, SolveOptions, SolveProgress, Solution } from '../planner/solver.ts';

export interface SolverRequest {
  readonly model: LinearModel;
  readonly options: SolveOptions;
}
export type SolverAnswer =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'solved'; readonly solution: Solution }
  | { readonly kind: 'failed'; readonly message: string };

/** Below this no double can tell the bound from the optimum of sums in the billions; it is what "proven" means here. */
const FINEST_RELATIVE_GAP = 1e-10;
/** Taken off a bound, relative: solvers hold rows to about 1e-7, so that another one may find an optimum that much lower. */
const DUST = 1e-7;

// The package declares its types for `require` only; imported, its loader would be typed as a namespace.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof HighsPackage.default;

const SECONDS_BETWEEN_REPORTS = 0.2;
/** HiGHS takes seeds from 0 to this. */
const LARGEST_SEED = 2_147_483_647;
/** HiGHS's code for `simplex_strategy`. */
const PRIMAL_SIMPLEX = 4;

const finite = (n: number | undefined): number | null => (n !== undefined && Number.isFinite(n) && Math.abs(n) < 1e29 ? n : null);

function fill(model: Model, request: SolverRequest): boolean {
  const { model: program, options } = request;
  const columns = program.cost.length;
  const rows = program.rowLower.length;
  const mixed = program.integer.some((flag) => flag === 1);
  model.options.set({
    output_flag: false,
    random_seed: Math.abs(options.seed) % LARGEST_SEED,
    mip_rel_gap: Math.max(options.relativeGap, FINEST_RELATIVE_GAP),
    mip_abs_gap: 1e-9,
    mip_feasibility_tolerance: 1e-9,
    // Linear programs here are the levels of equal cover, each a step from the last: the primal method goes on from a basis.
    ...(mixed ? { mip_heuristic_effort: 0, mip_detect_symmetry: false } : { simplex_strategy: PRIMAL_SIMPLEX }),
    ...(options.secondsAtMost === undefined ? {} : { time_limit: options.secondsAtMost }),
  });
  model.passModel({
    numCols: columns,
    numRows: rows,
    colCost: program.cost,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: { format: 'csc', starts: program.starts, indices: program.rows, values: program.values, numRows: rows, numCols: columns },
    ...(mixed ? { integrality: Int32Array.from(program.integer) } : {}),
  });
  if (options.start !== undefined && !mixed) model.setBasis({ colStatus: options.start.columns, rowStatus: options.start.rows });
  return mixed;
}

function answer(highs: Highs, model: Model, mixed: boolean, rows: number): Solution {
  const code = model.getModelStatus();
  const is = highs.constants.modelStatus;
  const found = model.getSolution();
  const objective = model.getObjectiveValue();
  const proven = code === is.optimal || code === is.empty;
  const feasible = proven || Number(model.info.get('primal_solution_status')) === 2;
  const dual = mixed ? finite(Number(model.info.get('mip_dual_bound'))) : proven ? objective : null;
  const status = proven ? 'optimal' : code === is.infeasible ? 'infeasible' : code === is.unbounded || code === is.unboundedOrInfeasible ? 'unbounded' : feasible ? 'feasible' : 'stopped';
  return {
    status,
    objective: feasible ? objective : Infinity,
    bound: dual === null ? -Infinity : Math.min(dual, objective) - DUST * Math.max(1, Math.abs(objective)),
    columns: found.colValue,
    duals: mixed ? new Float64Array(rows) : found.rowDual,
    basis: mixed || code !== is.optimal ? null : basisOf(model),
  };
}

function basisOf(model: Model): Basis {
  const basis = model.getBasis();
  return { columns: basis.colStatus, rows: basis.rowStatus };
}

function solve(highs: Highs, request: SolverRequest, tell: (progress: SolveProgress) => void): Solution {
  const model = highs.createModel();
  try {
    const mixed = fill(model, request);
    let told = 0;
    // HiGHS asks here many times a second whether to go on; its own log lines come only every few seconds.
    model.run({
      [highs.constants.callbackType.mipInterrupt]: ({ data }) => {
        const seconds = data.running_time ?? 0;
        if (seconds < told + SECONDS_BETWEEN_REPORTS) return;
        told = seconds;
        tell({ objective: finite(data.mip_primal_bound), bound: finite(data.mip_dual_bound), seconds });
      },
    });
    return answer(highs, model, mixed, request.model.rowLower.length);
  } finally {
    model.dispose();
  }
}

const port = parentPort;
if (port !== null) {
  const ready = loadHighs();
  port.on('message', (request: SolverRequest) => {
    const post = (message: SolverAnswer): void => port.postMessage(message);
    ready
      .then((highs) => post({ kind: 'solved', solution: solve(highs, request, (progress) => post({ kind: 'progress', progress })) }))
      .catch((problem: unknown) => post({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) }));
  });
}
