// A problem file → its plan, checked: no operation and no journal. `airbridge solve`.

import { err, ok, type Result } from '../../domain/result.ts';
import type { Pallets } from '../../domain/plan/plan.ts';
import { readProblem } from '../../planner/file/read-problem.ts';
import type { PlanOptions } from '../../planner/plan.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import type { Rejection } from '../failure.ts';
import { solve, type Solved } from './solve.ts';

export interface FileRefused {
  readonly code: 'file-refused' | 'planning-failed';
  readonly message: string;
  readonly remedy: string;
  readonly rejected: readonly Rejection[];
}

/** @param file.name as the person named it. */
export async function solveFile(file: { readonly name: string; readonly text: string }, { pallets, ...options }: PlanOptions & { /** Left out: as the file says. */ readonly pallets?: Pallets }, solver: Solver, watch?: PlanWatch): Promise<Result<Solved, FileRefused>> {
  const read = readProblem(file.text);
  if (!read.ok) {
    const rejected = read.error.map(({ path, value, problem, remedy }): Rejection => ({ file: file.name, sheet: null, row: null, column: null, ...(path !== '' && { path }), value, problem, remedy }));
    return err({ code: 'file-refused', message: `${file.name} is refused: ${rejected.length} ${rejected.length === 1 ? 'fault' : 'faults'}`, remedy: 'correct what is named; docs/planning-problem.md has every field', rejected });
  }
  const solved = await solve({ ...read.value, ...(pallets !== undefined && { pallets }) }, options, solver, watch);
  return solved.ok ? ok(solved.value) : err({ code: 'planning-failed', message: solved.error.limit, remedy: solved.error.remedy, rejected: [] });
}
