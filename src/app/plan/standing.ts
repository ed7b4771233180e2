// The plan that stands: recorded, and still resting on everything that is known of its instant. And the plan before: recorded of an
// earlier instant, whose prices a new one may begin from.

import type { Fact } from '../../domain/facts.ts';
import type { FactId } from '../../domain/ids.ts';
import type { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import type { Instant } from '../../domain/time.ts';
import type { Situation } from './situation.ts';

/** A recorded plan of just this instant that still rests on everything known of it, and on what people decided since; null where there is none. */
export function standingPlan(journal: readonly Fact[], asOf: Instant, knownAt: Instant | null, policy: Policy = 'equal-cover'): PlanProposed | null {
  if (knownAt !== null) return null;
  const decidedOn = new Set<string>();
  const isNews = newsIn(journal);
  for (const fact of journal.toReversed()) {
    if (fact.kind === 'plan.frozen' || fact.kind === 'plan.overridden' || fact.kind === 'plan.approved') decidedOn.add(fact.body.plan);
    if (fact.kind === 'plan.proposed' && fact.body.asOf === asOf && fact.body.policy === policy) return [...decidedOn].every((plan) => plan === fact.body.plan) ? fact.body : null;
    if (isNews(fact, asOf)) return null;
  }
  return null;
}

export interface Began {
  readonly plan: PlanProposed['plan'];
  readonly prices: NonNullable<PlanProposed['prices']>;
}

/**
 * Where the search for a plan begins: the plan of the latest instant before this one, under the same policy, that has prices; of
 * those of one instant the one that was recorded last. Never one of this very instant: the same question has one answer, whether
 * or not it has been recorded meanwhile. Null where there is none.
 */
export function planBefore({ known, asOf }: Pick<Situation, 'known' | 'asOf'>, policy: Policy): Began | null {
  let found: (Began & { readonly asOf: Instant }) | null = null;
  for (const { proposed: { plan, prices, asOf: its, policy: under } } of known.plans.values())
    if (prices !== undefined && under === policy && its < asOf && (found === null || its >= found.asOf)) found = { plan, prices, asOf: its };
  return found;
}

/** A publication of counts moves the need of who asked for nothing, an accepted request its own; what is kept of files, feeds, what-ifs and unanswered requests moves none. */
const MOVES_NO_PLAN = /^(plan\.(?!forbidden)|communique\.|counts\.(?!published)|count-feed\.|what-if\.|need\.requested|request\.(asked|answered|declined))/;
/** Of these not even a correction does. One of a plan, a decision or a request does: it undoes what a plan rests on. */
const CORRECTED_UNNOTICED = /^(communique\.|counts\.(?!published)|count-feed\.|what-if\.)/;

/**
 * Could a fact of this journal, recorded after a plan of that instant, have changed it? What occurred later could not; a correction
 * could, whenever it is made, unless what it corrects moves no plan. O(1), after one pass over the journal at its first correction.
 */
export function newsIn(journal: readonly Fact[]): (fact: Fact, asOf: Instant) => boolean {
  let kinds: ReadonlyMap<FactId, Fact['kind']> | null = null;
  const isOfNoPlan = (corrected: FactId): boolean => CORRECTED_UNNOTICED.test((kinds ??= new Map(journal.map(({ id, kind }) => [id, kind]))).get(corrected) ?? '');
  return (fact, asOf) => (fact.kind === 'correction.made' ? !isOfNoPlan(fact.body.corrects) : !MOVES_NO_PLAN.test(fact.kind) && fact.occurredAt <= asOf);
}
