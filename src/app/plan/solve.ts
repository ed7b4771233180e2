// A planning problem → a plan that the independent checker has been over, with a name that follows from what it says.
// Not here: where the problem comes from.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { PlanId } from '../../domain/ids.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { checkPlan } from '../../planner/check.ts';
import { plan, type Planned, type PlanningFailure, type PlanOptions } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';

export interface Solved extends Pick<Planned, 'model' | 'workings'> {
  readonly proposal: PlanProposed;
}

/** What a plan tells of how its problem came about. */
export interface Origin extends Pick<PlanProposed, 'decisions' | 'steady' | 'began'> {
  /** Come before the plan's own. */
  readonly notes: readonly Phrase[];
}

export async function solve(problem: PlanningProblem, options: PlanOptions, solver: Solver, watch?: PlanWatch, { notes, began, ...told }: Origin = { notes: [] }): Promise<Result<Solved, PlanningFailure>> {
  const planned = await plan(problem, options, solver, watch);
  if (!planned.ok) return planned;
  const { model, workings, ...found } = planned.value;
  const noted = [...notes, ...(found.noted ?? [])];
  const content = { ...found, notes: noted.map((note) => say(note, english)), noted, asOf: problem.asOf, seed: options.seed, check: checked(problem, found, options.policy), ...told, ...(found.prices !== undefined && began !== undefined && { began }) };
  const name = PlanId.parse(`${options.policy}-${bytesToHex(sha256(utf8ToBytes(canonicalize(wordless(content)) ?? ''))).slice(0, 12)}`);
  return ok({ proposal: { plan: name, ...content }, model, workings });
}

/** What a plan is named after, so that the same plan has the same name wherever it is computed: all of it but its English, which follows from its phrases and may differ by a comma from one release of Intl to the next. */
const wordless = ({ lines, unserved, notes: _notes, ...rest }: Omit<PlanProposed, 'plan'>): object => ({ ...rest, lines: lines.map(({ why: _why, ...line }) => line), unserved: unserved.map(({ why: _why, ...need }) => need) });

/** The independent checker's word on the plan, and on the figures that the planner gives for it. */
function checked(problem: PlanningProblem, found: Omit<Planned, 'model' | 'workings'>, policy: Policy): PlanProposed['check'] {
  const { violations, figures } = checkPlan(problem, found, policy);
  const differ = (name: string, own: number | null, theirs: number | null): string[] =>
    Math.abs((own ?? 0) - (theirs ?? 0)) > 1e-6 * Math.max(1, Math.abs(theirs ?? 0)) ? [`the planner says ${name} ${own}, the check ${theirs}`] : [];
  const all = [
    ...violations,
    ...differ('objective', found.objective, figures.objective),
    ...differ('price of change', found.change?.euros ?? 0, figures.change),
    ...differ('cost', found.cost, figures.cost),
    ...differ('CO₂', found.co2Kg, figures.co2Kg),
    ...differ('worst-off cover', found.coverage.min, figures.coverage.min),
    ...differ('mean cover', found.coverage.mean, figures.coverage.mean),
    ...differ('Gini coefficient', found.coverage.gini, figures.coverage.gini),
    ...differ('last hour', found.hours.last, figures.hours.last),
    ...differ('median hour', found.hours.median, figures.hours.median),
  ];
  return { ok: all.length === 0, violations: all };
}
