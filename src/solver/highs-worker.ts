// Runs inside the worker thread: takes one model, solves it to the end, answers. Deterministic: one thread, a given seed.
// Not here: queueing, aborting (highs.ts).

import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type * as HighsPackage from 'highs';
import type { Highs, Model } from 'highs';
import { branchable, branchAndBound, type Branched } from './branch.ts';
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
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;
/** HiGHS's code for the devex rule, `simplex_dual_edge_weight_strategy`. */
const DEVEX = 1;

const finite = (n: number | undefined): number | null => (n !== undefined && Number.isFinite(n) && Math.abs(n) < 1e29 ? n : null);

/** How a program is solved: as it stands, or by our own branch and bound over these columns. */
type Way = { readonly kind: 'linear' } | { readonly kind: 'branch'; readonly columns: readonly number[] } | { readonly kind: 'integer' };

function wayOf({ model, options }: SolverRequest): Way {
  if (!model.integer.includes(1)) return { kind: 'linear' };
  // A limit in seconds is the general solver's: it can stop anywhere and still say how far it is.
  const columns = options.secondsAtMost === undefined ? branchable(model) : null;
  return columns === null ? { kind: 'integer' } : { kind: 'branch', columns };
}

/** Settings by way. */
const SETTINGS = {
  linear: {},
  branch: { presolve: 'off', simplex_dual_edge_weight_strategy: DEVEX },
  integer: { mip_heuristic_effort: 0, mip_detect_symmetry: false },
} as const;

/** The levels of equal cover are each a step from the last, where the primal method goes on from a basis. Interior point ends with a basis, too: its prices are of use only so. */
const METHODS = {
  primal: { simplex_strategy: PRIMAL_SIMPLEX },
  dual: { simplex_strategy: DUAL_SIMPLEX },
  interior: { solver: 'ipm', run_crossover: 'on' },
} as const;

function fill(model: Model, { model: program, options }: SolverRequest, kind: Way['kind']): void {
  const columns = program.cost.length;
  const rows = program.rowLower.length;
  model.options.set({
    output_flag: false,
    random_seed: Math.abs(options.seed) % LARGEST_SEED,
    mip_rel_gap: finestGap(options),
    mip_abs_gap: 1e-9,
    mip_feasibility_tolerance: 1e-9,
    ...SETTINGS[kind],
    ...(kind === 'linear' ? METHODS[options.method ?? 'primal'] : {}),
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
    ...(kind === 'integer' ? { integrality: Int32Array.from(program.integer) } : {}),
  });
  if (options.start !== undefined && kind === 'linear') model.setBasis({ colStatus: options.start.columns, rowStatus: options.start.rows });
}

const finestGap = (options: SolveOptions): number => Math.max(options.relativeGap, FINEST_RELATIVE_GAP);

function answer(highs: Highs, model: Model, kind: 'linear' | 'integer', rows: number): Solution {
  const code = model.getModelStatus();
  const is = highs.constants.modelStatus;
  const mixed = kind === 'integer';
  const found = model.getSolution();
  const objective = model.getObjectiveValue();
  const proven = code === is.optimal || code === is.empty;
  const feasible = proven || Number(model.info.get('primal_solution_status')) === 2;
  const dual = mixed ? finite(Number(model.info.get('mip_dual_bound'))) : proven ? objective : null;
  const status = proven ? 'optimal' : code === is.infeasible ? 'infeasible' : code === is.unbounded || code === is.unboundedOrInfeasible ? 'unbounded' : feasible ? 'feasible' : 'stopped';
  return {
    status,
    objective: feasible ? objective : Infinity,
    bound: dual === null ? -Infinity : safely(dual, objective),
    columns: found.colValue,
    duals: mixed ? new Float64Array(rows) : found.rowDual,
    basis: mixed || code !== is.optimal ? null : basisOf(model),
  };
}

function answerOfBranches(model: Model, { objective, bound, choice }: Branched, columns: readonly number[], rows: number): Solution {
  if (objective === Infinity) return { status: 'infeasible', objective, bound: -Infinity, columns: new Float64Array(0), duals: new Float64Array(rows), basis: null };
  const { colValue, rowDual } = model.getSolution();
  for (const [which, column] of columns.entries()) colValue[column] = choice[which] ?? 0;
  return { status: 'optimal', objective, bound: safely(bound, objective), columns: colValue, duals: rowDual, basis: basisOf(model) };
}

const safely = (bound: number, objective: number): number => Math.min(bound, objective) - DUST * Math.max(1, Math.abs(objective));

function basisOf(model: Model): Basis {
  const basis = model.getBasis();
  return { columns: basis.colStatus, rows: basis.rowStatus };
}

/** @returns null where another way must be gone. */
function solveBy(highs: Highs, request: SolverRequest, way: Way, tell: (progress: SolveProgress) => void): Solution | null {
  const rows = request.model.rowLower.length;
  const model = highs.createModel();
  try {
    fill(model, request, way.kind);
    if (way.kind === 'branch') {
      const began = performance.now();
      const report = (objective: number, bound: number): void => tell({ objective: finite(objective), bound: finite(bound), seconds: (performance.now() - began) / 1000 });
      const branched = branchAndBound(highs, model, request.model, way.columns, finestGap(request.options), report);
      return branched === null ? null : answerOfBranches(model, branched, way.columns, rows);
    }
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
    return answer(highs, model, way.kind, rows);
  } finally {
    model.dispose();
  }
}

function solve(highs: Highs, request: SolverRequest, tell: (progress: SolveProgress) => void): Solution {
  const solution = solveBy(highs, request, wayOf(request), tell) ?? solveBy(highs, request, { kind: 'integer' }, tell);
  if (solution === null) throw new Error('the general solver always has an answer');
  return solution;
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
