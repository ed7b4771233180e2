// Futures of an operation beside what it is: changes tried on its situation, each future planned whole, the operation itself once
// however many they are. Not here: what is asked, and what is answered of it (try.ts, several.ts).

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { ComparedPlan } from '../../domain/plan/compared.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { checkPlan } from '../../planner/check.ts';
import { unreachableIn, worstOff } from '../../planner/frontier.ts';
import { plan, type Planned } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { counting, sideBySide } from '../hub-choice/side-by-side.ts';
import { problemOf } from '../plan/problem.ts';
import { DEFAULTS } from '../plan/propose.ts';
import type { Situation } from '../plan/situation.ts';
import { throughAnotherHub } from './another-hub.ts';
import { changed, type SituationChange } from './changes.ts';

export interface WhatIfPlan extends ComparedPlan {
  readonly check: PlanProposed['check'];
}

export interface Laid {
  readonly problem: PlanningProblem;
  readonly planned: Planned;
  readonly figures: WhatIfPlan;
}

export interface Beside {
  readonly standing: Laid;
  /** In the order in which they were asked for; one that cannot be tried or planned is its failure. */
  readonly futures: readonly Result<Laid, Failure>[];
}

/** Asked for only where a change names another hub. */
export type Candidates = () => Promise<Result<readonly HubCandidate[], Failure>>;

/** Changes of the situation come first, in their order; then another hub, of which there may be one. */
export async function futureOf(now: Situation, changes: readonly Change[], candidates: Candidates): Promise<Result<PlanningProblem, Failure>> {
  let there = now;
  for (const change of changes.filter((it): it is SituationChange => it.kind !== 'hub')) {
    const next = changed(there, change);
    if (!next.ok) return next;
    there = next.value;
  }
  const hubs = changes.filter((it): it is Extract<Change, { kind: 'hub' }> => it.kind === 'hub');
  const [hub] = hubs;
  if (hub === undefined) return ok(problemOf(there).problem);
  if (hubs.length > 1) return err({ code: 'bad-change', message: `${hubs.length} other hubs are asked for at once`, remedy: 'try one at a time; airbridge hub OP --p 2 tries every pair' });
  const known = await candidates();
  return known.ok ? throughAnotherHub(there, hub, known.value) : known;
}

/** @returns a failure where the operation as it stands cannot be planned. @throws where the watch's signal is aborted. */
export async function planBeside(now: Situation, futures: readonly Result<PlanningProblem, Failure>[], solver: Solver, watch?: PlanWatch): Promise<Result<Beside, Failure>> {
  const questions = [ok(problemOf(now).problem), ...futures];
  const counted = counting(watch, questions.filter((it) => it.ok).length);
  const tried = await sideBySide(questions, async (question, k) => {
    const answer = question.ok ? await counted((own) => planned(question.value, solver, own)) : question;
    return k === 0 && !answer.ok ? answer : ok(answer);
  });
  watch?.signal?.throwIfAborted();
  if (!tried.ok) return tried;
  const [first, ...rest] = tried.value;
  invariant(first?.ok === true, 'the operation as it stands is planned, or else nothing is answered');
  const laid = laidBeside(first.value);
  return ok({ standing: laid(first.value), futures: rest.map((it) => (it.ok ? ok(laid(it.value)) : it)) });
}

type Made = Pick<Laid, 'problem' | 'planned'>;

async function planned(problem: PlanningProblem, solver: Solver, watch: PlanWatch): Promise<Result<Made, Failure>> {
  const found = await plan(problem, DEFAULTS, solver, watch);
  return found.ok ? ok({ problem, planned: found.value }) : err({ code: 'planning-failed', message: found.error.limit, remedy: found.error.remedy });
}

/** Figures of a plan, the worst-off among the needs that the standing plan can reach. */
function laidBeside(standing: Made): (made: Made) => Laid {
  const unreachable = unreachableIn(standing.planned);
  return ({ problem, planned: own }) => {
    const { objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg, lines, charters, unserved } = own;
    const { ok: isClean, violations } = checkPlan(problem, { lines, charters, unserved }, DEFAULTS.policy);
    const cartons = lines.reduce((sum, line) => sum + line.cartons, 0);
    return { problem, planned: own, figures: { objective, bound, gap, relativeGap, modelObjective, coverage, worstOff: worstOff(own, unreachable), hours, cost, co2Kg, cartons, check: { ok: isClean, violations } } };
  };
}
