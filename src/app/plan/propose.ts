// Propose: the journal at an instant → a planning problem → a plan that the independent checker has been over.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Fact, NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey, PlanId, type OperationId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import type { PlanDecisions } from '../../domain/plan/decisions.ts';
import type { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import { checkPlan } from '../../planner/check.ts';
import { plan, type Planned, type PlanningFailure, type Workings } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { LinearModel, Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { Appended, Clock, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { DecidedLine } from './decisions.ts';
import { problemOf } from './problem.ts';
import { hoursAhead, steadyTerms, type SteadyAsk } from './steady.ts';
import { situation, type Situation } from './situation.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';

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
}

export interface Tools {
  readonly solver: Solver;
  readonly clock: Clock;
}

export interface Proposed {
  readonly proposal: PlanProposed;
  readonly seconds: number;
  readonly model: () => LinearModel;
  readonly problem: PlanningProblem;
  /** What the problem was made of. */
  readonly now: Situation;
  readonly workings: Workings;
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
  const { problem, notes, decided } = problemOf(now, decisions, hours);
  const unknown = unknownRun(problem, decisions);
  if (unknown !== null) return err(unknown);
  const planned = await plan(problem, { policy: options.policy, seed: options.seed, gap: options.gap }, solver, watch);
  if (!planned.ok) return err(failureOf(planned.error, decided));
  const { model, workings, ...found } = planned.value;
  const steady = steadyTerms(now, problem, hours);
  const noted = [...notes, ...(found.noted ?? [])];
  const content = { ...found, notes: noted.map((note) => say(note, english)), noted, asOf: problem.asOf, seed: options.seed, check: checked(problem, found, options.policy), ...(decisions !== undefined && { decisions }), ...(steady !== null && { steady }) };
  const name = PlanId.parse(`${options.policy}-${bytesToHex(sha256(utf8ToBytes(canonicalize(wordless(content)) ?? ''))).slice(0, 12)}`);
  return ok({ proposal: { plan: name, ...content }, seconds: (Date.parse(clock.now()) - began) / 1000, model, problem, now, workings, decided });
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
