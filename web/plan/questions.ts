// What only the plan page asks of the server: why a line is as it is, the frontier, a plan with decisions, its approval. Each
// takes seconds, is asked for by a person, and is given up when its page goes or the person says so.

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Approved, Explanation, FrontierReport, PlanReport } from '../../src/http/contract/plan.ts';
import type { DecisionsAsked } from '../../src/domain/plan/decisions.ts';
import { ask, ofOperation } from '../shared/client.ts';
import type { PlanProposed, Policy } from './policies.ts';

interface Place {
  readonly operation: string;
  /** The journal's length: an answer holds as long as it has not grown. */
  readonly facts: number;
}

/** An answer that somebody waits for, and may give up. */
export interface Asking<T> {
  readonly answer: UseQueryResult<T>;
  readonly giveUp: () => void;
}

function useAsking<T>(key: readonly unknown[], question: (signal: AbortSignal) => Promise<T>, enabled: boolean): Asking<T> {
  const store = useQueryClient();
  const answer = useQuery({ queryKey: key, queryFn: ({ signal }) => question(signal), enabled, retry: false });
  return { answer, giveUp: () => void store.cancelQueries({ queryKey: key }) };
}

/** `about`: a line such as L7, or a need as RECIPIENT/ITEM; null: nothing is asked. */
export function useExplanation({ operation, facts }: Place, plan: PlanProposed | undefined, about: string | null): Asking<Explanation> {
  const path = `${ofOperation(operation)}/plans/${encodeURIComponent(plan?.plan ?? '')}/lines/${encodeURIComponent(about ?? '')}`;
  return useAsking(['why', operation, facts, plan?.plan, about], (signal) => ask(path, { asOf: plan?.asOf }, signal), plan !== undefined && about !== null);
}

export const useFrontier = ({ operation, facts }: Place, asOf: string | undefined, wanted: boolean): Asking<FrontierReport> =>
  useAsking(['frontier', operation, facts, asOf], (signal) => ask(`${ofOperation(operation)}/frontier`, { asOf }, signal), wanted);

export const replan = (operation: string, body: { readonly policy: Policy; readonly asOf?: string | undefined; readonly decisions: DecisionsAsked }, signal: AbortSignal): Promise<PlanReport> => ask(`${ofOperation(operation)}/plans`, {}, signal, { body });

interface Approval {
  readonly plan: string;
  readonly by: string;
  readonly reason: string;
  readonly freeze: 'all' | 'decided';
  readonly asOf?: string | undefined;
  readonly decisions?: DecisionsAsked;
}
export const approve = (operation: string, { plan, ...body }: Approval, key: string): Promise<Approved> => ask(`${ofOperation(operation)}/plans/${encodeURIComponent(plan)}/approval`, {}, undefined, { body, key });
