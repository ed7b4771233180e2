// The planner for other programs, in Node, in a page and in a worker: a problem in, a plan out. No I/O, no clock, no chance.
// Everything here is a name that stays; what is not here may change from one release to the next.

import { engineHere, type Host } from './engine-here.ts';
import type { Solver } from './solver.ts';

/** The problem in objects, and as JSON: docs/planning-problem.md. */
export type * from './problem.ts';
export { readProblem, type ProblemFault } from './file/read-problem.ts';
export { writeProblem } from './file/write-problem.ts';

/** The plan, its progress, its check by code of its own, and its model for any solver. */
export { plan, type Planned, type PlanningFailure, type PlanOptions } from './plan.ts';
export type { PlanProgress, PlanWatch } from './progress.ts';
export { checkPlan } from './check.ts';
export { writeMps } from './mps.ts';
export type { LinearModel, Solution, Solver, SolveOptions } from './solver.ts';

/** The dual scan by itself: flat arrays in, ways out. docs/concepts/scan.md has its format. */
export { answering, type Stands } from './answering.ts';
export { engineHere, type Host } from './engine-here.ts';
export { checkScan } from './scan/check-scan.ts';
export type { Charters } from './charters/charters.ts';
export type { ScanEngine, ScanFound, ScanRequest, ScanWatch } from './scan/engine.ts';
export type * from './scan/scan-problem.ts';

/** For deprivation and severity, with the scan asked for: nothing else than this thread. Equal cover needs a solver of programs. */
export const scanHere = (host: Host): Solver => ({ large: engineHere(host), solve: () => Promise.reject(new Error('there is no solver of programs here: ask for the engine scan, under deprivation or severity')) });
