// Approve: a plan that a person has seen, with what was decided for it, enters the journal in one transaction or not at all:
// what is forbidden, the plan, the lines set by hand, the lines that stand, the approval. The plan is made again from the
// decisions first: what was seen is what is approved.

import { isKind, type BodyOf, type Fact, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey } from '../../domain/ids.ts';
import type { PlanDecisions } from '../../domain/plan/decisions.ts';
import { lineKey } from '../../domain/plan/line-key.ts';
import { POLICIES, type Pallets, type PlanProposed } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import type { Store } from '../ports.ts';
import { record } from '../record.ts';
import type { DecidedLine } from './decisions.ts';
import { problemOf } from './problem.ts';
import { DEFAULTS, proposalFact, propose, type Tools } from './propose.ts';
import { situation } from './situation.ts';
import type { SteadyAsk } from './steady.ts';

export interface ApproveAsk {
  readonly plan: string;
  /** A role, not a person's name. */
  readonly by: string;
  readonly reason: string;
  readonly asOf?: string | undefined;
  readonly decisions?: PlanDecisions | undefined;
  /** As the plan was asked for. */
  readonly steady?: SteadyAsk;
  readonly pallets?: Pallets | undefined;
  /** `all`: every line stands from now on; `decided`: only those that people decided on. */
  readonly freeze: 'all' | 'decided';
}

export interface Approved {
  readonly plan: string;
  /** Facts that are new in the journal; 0: it was approved so before. */
  readonly facts: number;
  /** Lines that stand from now on, whatever a later plan would prefer. */
  readonly frozen: number;
}

export async function approvePlan(store: Store, journal: readonly Fact[], ask: ApproveAsk, key: string, tools: Tools, watch?: Parameters<typeof propose>[3]): Promise<Result<Approved, Failure>> {
  const seen = await planSeen(journal, ask, tools, watch);
  if (!seen.ok) return seen;
  const { proposal, decided } = seen.value;
  if (!proposal.check.ok) return err({ code: 'planning-failed', message: `the independent check objects to plan ${proposal.plan}: ${proposal.check.violations[0] ?? ''}`, remedy: 'plan again, and report the plan with the pack' });
  const facts = factsOf(proposal, decided, ask, key, tools);
  const recorded = await record(store, operationOf(journal).id, facts);
  if (!recorded.ok) return recorded;
  const frozen = new Set(facts.flatMap((fact) => (fact.kind === 'plan.frozen' ? fact.body.lines : fact.kind === 'plan.overridden' ? [fact.body.line] : [])));
  return ok({ plan: proposal.plan, facts: recorded.value.fresh, frozen: frozen.size });
}

interface Seen {
  readonly proposal: PlanProposed;
  readonly decided: readonly DecidedLine[];
}

/** The plan under this name: as it stands in the journal, or made again. */
async function planSeen(journal: readonly Fact[], { plan, asOf, decisions, steady, pallets }: ApproveAsk, tools: Tools, watch: Parameters<typeof propose>[3]): Promise<Result<Seen, Failure>> {
  const recorded = journal.filter((fact) => isKind(fact, 'plan.proposed')).find(({ body }) => body.plan === plan);
  if (recorded !== undefined) {
    const before = situation(journal.filter(({ seq }) => seq < recorded.seq), { asOf: recorded.body.asOf, knownAt: null });
    return ok({ proposal: recorded.body, decided: problemOf(before, recorded.body.decisions).decided });
  }
  const policy = POLICIES.find((each) => plan.startsWith(`${each}-`));
  if (policy === undefined) return err({ code: 'unknown-plan', message: `there is no plan ${plan}`, remedy: 'name a plan that was proposed, such as the one that the plan page shows' });
  const made = await propose(journal, { ...DEFAULTS, policy, asOf, decisions, steady, pallets }, tools, watch);
  if (!made.ok) return made;
  const { proposal, decided } = made.value;
  if (proposal.plan !== plan) return err({ code: 'plan-changed', message: `made again, the plan is ${proposal.plan}, not ${plan}: the journal has grown, or the decisions are others`, remedy: 'replan, look at the differences, and approve that plan' });
  return ok({ proposal, decided });
}

function factsOf(proposal: PlanProposed, decided: readonly DecidedLine[], { by, reason, freeze }: ApproveAsk, key: string, { clock }: Tools): NewFact[] {
  const fact = <K extends NewFact['kind']>(kind: K, name: string, body: BodyOf<K>): NewFact =>
    ({ kind, occurredAt: proposal.asOf, recordedAt: latest(clock.now(), proposal.asOf), by: Actor.parse(by), key: IdempotencyKey.parse(`${key}:${name}`), sources: [], note: null, evidence: [], body }) as NewFact;
  const { plan } = proposal;
  const struck = decided.filter(({ how, cartons }) => how === 'overridden' && cartons === 0);
  const forbidden = [
    ...(proposal.decisions?.forbidden ?? []),
    ...struck.flatMap(({ lot, recipient, route, reason: why }) => { const departure = route.at(-1); return departure === undefined ? [] : [{ departure, recipient, lot, reason: why }]; }),
  ];
  const byKey = new Map(decided.map((line) => [lineKey(line), line]));
  const set = proposal.lines.flatMap((line) => { const own = byKey.get(lineKey(line)); return line.frozen && own?.how === 'overridden' ? [{ plan, line: line.line, cartons: line.cartons, reason: own.reason }] : []; });
  const byHand = new Set<string>(set.map(({ line }) => line));
  const rest = proposal.lines.filter(({ line, frozen }) => !byHand.has(line) && (frozen || freeze === 'all'));
  const pinned = Map.groupBy(rest, (line) => (line.frozen ? (byKey.get(lineKey(line))?.reason ?? reason) : reason));
  return [
    ...forbidden.map((body, at) => fact('plan.forbidden', `forbidden/${at}`, body)),
    proposalFact(proposal, clock, Actor.parse(by)),
    ...set.map((body) => fact('plan.overridden', `overridden/${body.line}`, body)),
    ...[...pinned].map(([why, lines], at) => fact('plan.frozen', `frozen/${at}`, { plan, lines: lines.map(({ line }) => line), reason: why })),
    fact('plan.approved', 'approved', { plan, reason }),
  ];
}
