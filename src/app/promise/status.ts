// Status: each promise at an instant: where its units are, what share has landed, and whether it is being kept.

import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { pledgeKey } from '../../domain/register.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { PromiseVerdict } from '../../domain/promise/promise.ts';
import { isOpen } from '../../ledger/ledger.ts';
import { partition, type PartitionRow } from '../../ledger/partition.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { DEFAULTS, propose, type Tools } from '../plan/propose.ts';
import { situation } from '../plan/situation.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import { contradictionsIn, type Contradiction } from './contradictions/contradictions.ts';
import { saidIn } from './claims.ts';
import { meterOf } from './meter.ts';
import { pledgeMeters } from './meter-report.ts';
import { standingPlan } from '../plan/standing.ts';
import { verdictOf } from './verdict.ts';

export interface PromiseStatus extends Omit<PartitionRow, 'everDelivered'>, PromiseVerdict {
  readonly donor: string;
  readonly scope: string;
  readonly everDelivered: number;
  /** everLanded ÷ promised; 0 where nothing is promised any more. */
  readonly landedShare: number;
  readonly everConsigned: number;
  /** everDelivered ÷ promised. */
  readonly deliveredShare: number;
}

/** What was said, beside what is accepted. */
export interface ClaimStatus {
  readonly claim: string;
  readonly at: Instant;
  readonly author: string;
  readonly summary: string;
  readonly item: string | null;
  readonly units: number | null;
  readonly pledge: string | null;
  readonly stance: 'supports' | 'contradicts' | 'context';
  readonly about: string | null;
  readonly language: string;
  readonly link: string | null;
}

/** What does not agree, and whether somebody took a position on it. */
export interface ContradictionStatus {
  readonly contradiction: string;
  readonly pledge: string | null;
  readonly state: Contradiction['state'];
  /** In English: `because`, said. */
  readonly why: string;
  readonly because: readonly Phrase[];
}

export interface DiscrepancyStatus {
  readonly opened: string;
  readonly lot: string;
  readonly kind: 'beyond-pledge' | 'short' | 'surplus';
  readonly expected: number;
  readonly found: number;
}

export interface StatusReport {
  readonly operation: string;
  readonly name: string;
  readonly asOf: Instant;
  readonly knownAt: Instant | null;
  readonly promises: readonly PromiseStatus[];
  readonly claims: readonly ClaimStatus[];
  readonly contradictions: readonly ContradictionStatus[];
  /** Open questions: counts that differ from what was sent, goods beyond a pledge. */
  readonly discrepancies: readonly DiscrepancyStatus[];
  /** The plan that the verdicts rest on. */
  readonly plan: { readonly plan: string; readonly recorded: boolean };
  readonly notes: readonly string[];
  /** The notes as phrases; none where the plan was recorded without. */
  readonly noted: readonly Phrase[];
}

export async function status(journal: readonly Fact[], asked: { readonly asOf?: string; readonly knownAt?: string }, tools: Tools): Promise<Result<StatusReport, Failure>> {
  const operation = operationOf(journal);
  const when = whenOf(operation, asked, tools.clock);
  if (!when.ok) return when;
  const now = situation(journal, when.value);
  const recorded = standingPlan(journal, when.value.asOf, when.value.knownAt);
  const standing = recorded === null ? await proposedNow(journal, asked, tools) : ok(recorded);
  if (!standing.ok) return standing;
  const plan = standing.value;
  const meter = meterOf(now);
  const meters = new Map(pledgeMeters(now, meter).map((it) => [pledgeKey(it.pledge, it.item), it]));
  const promises = partition(now.ledger).map((row): PromiseStatus => {
    const pledge = now.known.pledges.get(pledgeKey(row.pledge, row.item));
    return { ...row, donor: pledge?.donor ?? '', scope: pledge?.scope ?? '', landedShare: row.promised === 0 ? 0 : row.everLanded / row.promised, everConsigned: meters.get(pledgeKey(row.pledge, row.item))?.everConsigned ?? 0, deliveredShare: row.promised === 0 ? 0 : row.everDelivered / row.promised, ...verdictOf(now, row, plan) };
  });
  return ok({
    operation: operation.id,
    name: operation.name,
    asOf: when.value.asOf,
    knownAt: when.value.knownAt,
    promises,
    claims: now.known.claims.map(({ at, claim: { claim, author, summary, item, units, pledge, stance, about, language, link } }) => ({ claim, at, author, summary, item: item ?? null, units: units ?? null, pledge: pledge ?? null, stance, about: about ?? null, language, link: link ?? null })),
    contradictions: contradictionsIn(now, saidIn(now.facts), meter).contradictions.map(({ contradiction, pledge, state, says }) => ({ contradiction, pledge, state, why: say(says, english), because: [says] })),
    discrepancies: [...now.ledger.discrepancies.values()].filter((it) => isOpen(now.ledger, it)).map(({ opened, lot, kind, expected, found }) => ({ opened, lot, kind, expected, found })),
    plan: { plan: plan.plan, recorded: recorded !== null },
    notes: plan.notes,
    noted: plan.noted ?? [],
  });
}

async function proposedNow(journal: readonly Fact[], asked: { readonly asOf?: string; readonly knownAt?: string }, tools: Tools): Promise<Result<PlanProposed, Failure>> {
  const proposed = await propose(journal, { ...DEFAULTS, ...asked }, tools);
  return proposed.ok ? ok(proposed.value.proposal) : proposed;
}
