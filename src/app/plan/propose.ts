// Propose: the journal at an instant → a planning problem → a plan that the independent checker has been over.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Fact, NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey, PlanId, type OperationId } from '../../domain/ids.ts';
import type { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import { checkPlan } from '../../planner/check.ts';
import { plan, type Planned, type Workings } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { LinearModel, Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { Appended, Clock, Store } from '../ports.ts';
import { record } from '../record.ts';
import { problemOf } from './problem.ts';
import { situation } from './situation.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';

export interface PlanOptions {
  readonly policy: Policy;
  readonly seed: number;
  /** Stop at this relative gap of the model; 0: proven optimal. */
  readonly gap: number;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export interface Tools {
  readonly solver: Solver;
  readonly clock: Clock;
}

export interface Proposed {
  readonly proposal: PlanProposed;
  readonly seconds: number;
  readonly model: LinearModel;
  readonly problem: PlanningProblem;
  readonly workings: Workings;
}

export const DEFAULTS = { policy: 'equal-cover', seed: 1, gap: 0 } as const satisfies Omit<PlanOptions, 'asOf' | 'knownAt'>;

export async function propose(journal: readonly Fact[], options: PlanOptions, { solver, clock }: Tools, watch?: PlanWatch): Promise<Result<Proposed, Failure>> {
  const when = whenOf(operationOf(journal), options, clock);
  if (!when.ok) return when;
  const began = Date.parse(clock.now());
  const { problem, notes } = problemOf(situation(journal, when.value));
  const planned = await plan(problem, { policy: options.policy, seed: options.seed, gap: options.gap }, solver, watch);
  if (!planned.ok) return err({ code: 'planning-failed', message: planned.error.limit, remedy: planned.error.remedy });
  const { model, workings, ...found } = planned.value;
  const noted = [...notes, ...(found.noted ?? [])];
  const content = { ...found, notes: noted.map((note) => say(note, english)), noted, asOf: problem.asOf, seed: options.seed, check: checked(problem, found, options.policy) };
  const name = PlanId.parse(`${options.policy}-${bytesToHex(sha256(utf8ToBytes(canonicalize(wordless(content)) ?? ''))).slice(0, 12)}`);
  return ok({ proposal: { plan: name, ...content }, seconds: (Date.parse(clock.now()) - began) / 1000, model, problem, workings });
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

/** Enters a plan in the journal, once: proposing the same plan again changes nothing. */
export function recordPlan(store: Store, proposal: PlanProposed, operation: OperationId, clock: Clock, by: Actor = Actor.parse('planner')): Promise<Result<Appended, Failure>> {
  const fact: NewFact<'plan.proposed'> = {
    kind: 'plan.proposed',
    occurredAt: proposal.asOf,
    recordedAt: latest(clock.now(), proposal.asOf),
    by,
    key: IdempotencyKey.parse(`plan:${proposal.plan}`),
    sources: [],
    note: null,
    evidence: [],
    body: proposal,
  };
  return record(store, operation, [fact]);
}
