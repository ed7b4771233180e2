// Propose: the journal at an instant → a planning problem → a plan that the independent checker has been over.

import type { Fact, NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey, type OperationId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import type { PlanDecisions } from '../../domain/plan/decisions.ts';
import type { Pallets, PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import type { PlanningFailure } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { Appended, Clock, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { DecidedLine } from './decisions.ts';
import { problemOf } from './problem.ts';
import { hoursAhead, steadyTerms, type SteadyAsk } from './steady.ts';
import { planBefore } from './standing.ts';
import { situation, type Situation } from './situation.ts';
import { solve, type Solved } from './solve.ts';

export interface PlanOptions {
  readonly policy: Policy;
  readonly seed: number;
  /** Stop at this relative gap of the model; 0: proven optimal. */
  readonly gap: number;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Left out: only what stands is kept to. */
  readonly decisions?: PlanDecisions | undefined;
  readonly steady?: SteadyAsk;
  /** Left out: as the operation counts them. */
  readonly pallets?: Pallets | undefined;
}

export interface Tools {
  readonly solver: Solver;
  readonly clock: Clock;
}

export interface Proposed extends Solved {
  readonly seconds: number;
  readonly problem: PlanningProblem;
  /** What the problem was made of. */
  readonly now: Situation;
  /** The lines that stood or were asked for, in the order of the problem's frozen lines. */
  readonly decided: readonly DecidedLine[];
}

export const DEFAULTS = { policy: 'equal-cover', seed: 1, gap: 0 } as const satisfies Omit<PlanOptions, 'asOf' | 'knownAt'>;

export async function propose(journal: readonly Fact[], options: PlanOptions, { solver, clock }: Tools, watch?: PlanWatch): Promise<Result<Proposed, Failure>> {
  const when = whenOf(operationOf(journal), options, clock);
  if (!when.ok) return when;
  const began = Date.parse(clock.now());
  const { decisions } = options;
  const now = situation(journal, when.value);
  const hours = hoursAhead(now.operation, options.steady);
  const { problem, notes, decided } = problemOf(now, decisions, hours, options.pallets);
  const unknown = unknownRun(problem, decisions);
  if (unknown !== null) return err(unknown);
  const steady = steadyTerms(now, problem, hours);
  const before = planBefore(now, options.policy);
  const solved = await solve(problem, { policy: options.policy, seed: options.seed, gap: options.gap, ...(before !== null && { from: before.prices }) }, solver, watch, { notes, ...(decisions !== undefined && { decisions }), ...(steady !== null && { steady }), ...(before !== null && { began: before.plan }) });
  if (!solved.ok) return err(failureOf(solved.error, decided));
  return ok({ ...solved.value, seconds: (Date.parse(clock.now()) - began) / 1000, problem, now, decided });
}

/** A departure that nobody knows can be neither used nor forbidden. */
function unknownRun({ runs, asOf, until }: PlanningProblem, decisions: PlanDecisions | undefined): Failure | null {
  const known = new Set<string>(runs.map(({ id }) => id));
  const missing = decisions?.forbidden.find(({ departure }) => !known.has(departure));
  if (missing === undefined) return null;
  const close = nearest(missing.departure, known);
  return { code: 'decisions-refused', message: `there is no departure ${missing.departure} between ${asOf} and ${until}`, remedy: close === null ? 'leave the prohibition out' : `did you mean ${close}?`, release: [], most: null };
}

function failureOf({ limit, remedy, release, most }: PlanningFailure, lines: readonly DecidedLine[]): Failure {
  if (release === undefined) return { code: 'planning-failed', message: limit, remedy };
  const named = release.flatMap((at) => { const line = lines[at]; return line === undefined ? [] : [{ lot: line.lot, recipient: line.recipient, route: line.route, cartons: line.cartons }]; });
  return { code: 'decisions-refused', message: limit, remedy, release: named, most: most ?? null };
}

/** Enters a plan in the journal, once: proposing the same plan again changes nothing. */
export const recordPlan = (store: Store, proposal: PlanProposed, operation: OperationId, clock: Clock, by?: Actor): Promise<Result<Appended, Failure>> => record(store, operation, [proposalFact(proposal, clock, by)]);

export const proposalFact = (proposal: PlanProposed, clock: Clock, by: Actor = Actor.parse('planner')): NewFact<'plan.proposed'> => ({
  kind: 'plan.proposed',
  occurredAt: proposal.asOf,
  recordedAt: latest(clock.now(), proposal.asOf),
  by,
  key: IdempotencyKey.parse(`plan:${proposal.plan}`),
  sources: [],
  note: null,
  evidence: [],
  body: proposal,
});
