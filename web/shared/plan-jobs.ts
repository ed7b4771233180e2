// What takes seconds and is made for the pages, as jobs of the server: plans, the frontier, explanations. How far each is, and how
// to give it up. A page that goes, or an instant that is left, gives its job up too.

import { useCallback, useSyncExternalStore } from 'react';
import type { JobAnswer, JobResults, StandingPlanAnswer } from '../../src/http/contract/answers.ts';
import type { JobAsk, JobKind } from '../../src/http/contract/questions.ts';
import type { Policy } from '../../src/domain/plan/plan.ts';
import { client, given } from './client.ts';

interface Making {
  readonly control: AbortController;
  readonly job: JobAnswer | null;
}

const making = new Map<string, Making>();
const watchers = new Set<() => void>();
const keep = (key: string, next: Making | null): void => {
  if (next === null) making.delete(key);
  else making.set(key, next);
  for (const watcher of watchers) watcher();
};
const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Runs a job under a name that is the page's own; by it the page follows the job. @throws Refusal, also where it was cancelled. */
export async function runJob<K extends JobKind>(name: string, operation: string, ask: JobAsk<K>, signal: AbortSignal): Promise<JobResults[K]> {
  const control = new AbortController();
  keep(name, { control, job: null });
  try {
    return await given(client.job(operation, ask, { signal: AbortSignal.any([signal, control.signal]), onProgress: (job) => making.get(name)?.control === control && keep(name, { control, job }) }));
  } finally {
    if (making.get(name)?.control === control) keep(name, null);
  }
}

export interface PlanJob {
  /** How far it is; null before the first word of it, and when none is being made. */
  readonly job: JobAnswer | null;
  readonly cancel: () => void;
}

export function useJob(name: string): PlanJob {
  const job = useSyncExternalStore(subscribe, () => making.get(name)?.job ?? null);
  const cancel = useCallback(() => making.get(name)?.control.abort(), [name]);
  return { job, cancel };
}

export interface PlanAsked {
  readonly operation: string;
  readonly at: string | undefined;
  readonly policy: Policy;
}
const nameOf = ({ operation, at = '', policy }: PlanAsked): string => `${operation} ${at} ${policy}`;

/** The plan of an instant. @throws Refusal, also where it was cancelled. */
export const makePlan = (asked: PlanAsked, signal: AbortSignal): Promise<StandingPlanAnswer> => runJob<'standing-plan'>(nameOf(asked), asked.operation, { kind: 'standing-plan', asOf: asked.at, policy: asked.policy }, signal);

export const usePlanJob = (asked: PlanAsked): PlanJob => useJob(nameOf(asked));
