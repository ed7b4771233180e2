// The story at an instant, as a text may tell it.

import type { Fact } from '../../../domain/facts.ts';
import type { Instant } from '../../../domain/time.ts';
import { standingPlan } from '../../plan/standing.ts';
import type { PublicStory } from '../shape.ts';
import { storyOf } from '../story.ts';

/** With the plan that is recorded for that instant: an expected day must be one that anybody can look up. */
export function storyAt(journal: readonly Fact[], asOf: Instant): PublicStory {
  const plan = standingPlan(journal, asOf, null);
  const fact = plan === null ? undefined : journal.findLast(({ kind, body }) => kind === 'plan.proposed' && body === plan);
  return storyOf(journal, asOf, plan === null ? null : { plan }, plan === null || fact === undefined ? null : { plan: plan.plan, asOf: plan.asOf, fact: fact.id, isOfThisHead: true });
}
