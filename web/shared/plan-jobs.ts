// Plans that are being made for the pages, as jobs of the server: how far each is, and how to give it up. A page that goes, or an
// instant that is left, gives its plan up too.

import { useCallback, useSyncExternalStore } from 'react';
import type { JobAnswer } from '../../src/http/contract/answers.ts';
import type { PlanProposed, Policy } from '../../src/domain/plan/plan.ts';
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

export interface PlanAsked {
  readonly operation: string;
  readonly at: string | undefined;
  readonly policy: Policy;
}
const keyOf = ({ operation, at = '', policy }: PlanAsked): string => `${operation} ${at} ${policy}`;

/** The plan of an instant. @throws Refusal, also where it was cancelled. */
export async function makePlan(asked: PlanAsked, signal: AbortSignal): Promise<PlanProposed> {
  const key = keyOf(asked);
  const control = new AbortController();
  keep(key, { control, job: null });
  try {
    return await given(
      client.job(asked.operation, { kind: 'standing-plan', asOf: asked.at, policy: asked.policy }, { signal: AbortSignal.any([signal, control.signal]), onProgress: (job) => making.get(key)?.control === control && keep(key, { control, job }) }),
    );
  } finally {
    if (making.get(key)?.control === control) keep(key, null);
  }
}

export interface PlanJob {
  /** How far it is; null before the first word of it, and when none is being made. */
  readonly job: JobAnswer | null;
  readonly cancel: () => void;
}

export function usePlanJob(asked: PlanAsked): PlanJob {
  const key = keyOf(asked);
  const job = useSyncExternalStore(subscribe, () => making.get(key)?.job ?? null);
  const cancel = useCallback(() => making.get(key)?.control.abort(), [key]);
  return { job, cancel };
}
