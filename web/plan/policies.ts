// The policies in the order in which they are shown. Named here once more, so that the page need not carry the schemas that
// the server checks with; the type keeps both lists the same.

import type { Policy } from '../../src/domain/plan/plan.ts';

/** A plan as the server answers it: with how it fares in each scenario of the need, where that is the viewer's to see. */
export type { StandingPlanAnswer as PlanProposed } from '../../src/http/contract/answers.ts';
export type { Policy };

const ORDER: Readonly<Record<Policy, number>> = { 'equal-cover': 0, deprivation: 1, severity: 2 };
export const POLICIES = (Object.keys(ORDER) as Policy[]).toSorted((a, b) => ORDER[a] - ORDER[b]);
