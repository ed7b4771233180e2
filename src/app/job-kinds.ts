// The kinds of work that run as jobs: what is asked, which question of the desk answers it, and what of the answer stands in the
// job itself.

import type { PlanFigures, Policy } from '../domain/plan/plan.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Asked, Desk, DeskFailure, PlanAnswer, PlanAsk, StandingPlan, Watch } from './desk.ts';
import type { ExplainAsk, Explanation } from './plan/explain.ts';
import type { HubAsk, HubChoiceReport } from './hub-choice/report.ts';
import type { FrontierReport } from './plan/frontier.ts';
import type { WhatIfsAsk, WhatIfsReport } from './what-if/several.ts';
import type { WhatIfAsk, WhatIfReport } from './what-if/try.ts';
import type { HedgeAsk, HedgeReport } from './plan/hedge.ts';

export type JobAsk =
  | (PlanAsk & { readonly kind: 'plan' })
  | (Pick<Asked, 'asOf'> & { readonly kind: 'standing-plan'; readonly policy: Policy })
  | (Asked & { readonly kind: 'frontier' })
  | (HedgeAsk & { readonly kind: 'hedge' })
  | (ExplainAsk & { readonly kind: 'explanation' })
  | (HubAsk & { readonly kind: 'hub-choice' })
  | (WhatIfAsk & { readonly kind: 'what-if' })
  | (WhatIfsAsk & { readonly kind: 'what-ifs' });

export type JobResult =
  | { readonly kind: 'plan'; readonly answer: PlanAnswer }
  | { readonly kind: 'standing-plan'; readonly answer: StandingPlan }
  | { readonly kind: 'frontier'; readonly answer: FrontierReport }
  | { readonly kind: 'hedge'; readonly answer: HedgeReport }
  | { readonly kind: 'explanation'; readonly answer: Explanation }
  | { readonly kind: 'hub-choice'; readonly answer: HubChoiceReport }
  | { readonly kind: 'what-if'; readonly answer: WhatIfReport }
  | { readonly kind: 'what-ifs'; readonly answer: WhatIfsReport };

/** What of the desk takes seconds. */
export type PlanningDesk = Pick<Desk, 'plan' | 'standingPlan' | 'frontier' | 'hedge' | 'explain' | 'choice'>;

export async function resultOf(desk: PlanningDesk, operation: string, ask: JobAsk, watch: Watch): Promise<Result<JobResult, DeskFailure>> {
  switch (ask.kind) {
    case 'plan': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.plan(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'standing-plan': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.standingPlan(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'frontier': {
      const { kind, ...when } = ask;
      return mapped(await desk.frontier(operation, when, watch), (answer) => ({ kind, answer }));
    }
    case 'hedge': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.hedge(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'explanation': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.explain(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'hub-choice': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.choice.hub(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'what-if': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.choice.whatIf(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
    case 'what-ifs': {
      const { kind, ...wanted } = ask;
      return mapped(await desk.choice.whatIfs(operation, wanted, watch), (answer) => ({ kind, answer }));
    }
  }
}

const mapped = <T, U, E>(result: Result<T, E>, shape: (value: T) => U): Result<U, E> => (result.ok ? ok(shape(result.value)) : result);

/** Which plan, and how good it is. */
export function summaryOf(result: JobResult | null): { readonly plan: string | null; readonly figures: PlanFigures | null } {
  if (result === null || result.kind === 'frontier' || result.kind === 'hedge' || result.kind === 'hub-choice' || result.kind === 'what-if' || result.kind === 'what-ifs') return { plan: null, figures: null };
  if (result.kind === 'explanation') return { plan: result.answer.plan, figures: null };
  const { plan, objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg } = result.kind === 'plan' ? result.answer.report : result.answer;
  return { plan, figures: { objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg } };
}
