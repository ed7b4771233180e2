// What only the plan page asks of the server: why a line is as it is, the frontier, a plan with decisions, its approval. All but
// the approval are jobs: they take seconds, and are given up when the page goes or the person says so.

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApprovalAnswer, ExplanationAnswer, FrontierAnswer, JobResults, PlanAnswer, PlansAnswer } from '../../src/http/contract/answers.ts';
import type { ApprovalAsk, JobAsk } from '../../src/http/contract/questions.ts';
import type { DecisionsAsked } from '../../src/domain/plan/decisions.ts';
import { client, given } from '../shared/client.ts';
import { runJob, useJob, type PlanJob } from '../shared/plan-jobs.ts';
import type { PlanProposed, Policy } from './policies.ts';

interface Place {
  readonly operation: string;
  /** The journal's length: an answer holds as long as it has not grown. */
  readonly facts: number;
}

/** An answer that somebody waits for, and may give up. */
export interface Asking<T> {
  readonly answer: UseQueryResult<T>;
  readonly making: PlanJob;
}

function useAsking<K extends 'explanation' | 'frontier'>({ operation, facts }: Place, ask: JobAsk<K>, enabled: boolean): Asking<JobResults[K]> {
  const name = JSON.stringify([operation, facts, ask]);
  const answer = useQuery({ queryKey: ['asked', operation, facts, ask], queryFn: ({ signal }) => runJob<K>(name, operation, ask, signal), enabled, retry: false });
  return { answer, making: useJob(name) };
}

/** `about`: a line such as L7, or a need as RECIPIENT/ITEM; null: nothing is asked. */
export const useExplanation = (place: Place, plan: PlanProposed | undefined, about: string | null): Asking<ExplanationAnswer> =>
  useAsking<'explanation'>(place, { kind: 'explanation', plan: plan?.plan ?? '', line: about ?? '', asOf: plan?.asOf }, plan !== undefined && about !== null);

export const useFrontier = (place: Place, asOf: string | undefined, wanted: boolean): Asking<FrontierAnswer> => useAsking<'frontier'>(place, { kind: 'frontier', asOf }, wanted);

/** The plans on record, oldest first. */
export const usePlansOnRecord = ({ operation, facts }: Place): UseQueryResult<PlansAnswer> => useQuery({ queryKey: ['plans', operation, facts], queryFn: ({ signal }) => given(client.plans(operation, { signal })) });

/** How a plan is to be made besides the decisions; what is left out is as usual. */
export interface Wishes {
  /** Is what people act on to cost to change? */
  readonly steady?: boolean;
  /** How pallets are counted. */
  readonly pallets?: 'parts' | 'whole';
}

/** @throws Refusal, also where it was cancelled. */
export const replan = (name: string, operation: string, ask: { readonly policy: Policy; readonly asOf: string | undefined; readonly decisions: DecisionsAsked } & Wishes, signal: AbortSignal): Promise<PlanAnswer> => runJob<'plan'>(name, operation, { kind: 'plan', ...ask }, signal);

export const approve = (operation: string, plan: string, ask: ApprovalAsk, key: string): Promise<ApprovalAnswer> => given(client.approve(operation, plan, ask, key));
