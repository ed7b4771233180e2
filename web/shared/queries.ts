// What the pages ask, and how long an answer holds: as long as the journal has not grown. The number of facts stands in each
// key, so a new fact asks anew, and the figure that it changes fades in.

import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StandingPlanAnswer } from '../../src/http/contract/answers.ts';
import type { Policy } from '../../src/domain/plan/plan.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';
import { askOperations, askPicture, Refusal } from './client.ts';
import { useLiveState } from './live.tsx';
import { makePlan, usePlanJob, type PlanJob } from './plan-jobs.ts';

/** Only while no stream tells of new facts. */
const FALLBACK_MS = 20_000;
/** A cursor that rests this long is worth a plan. */
const REST_MS = 600;

/** What every page of an operation asks first. */
export const operationsAsked = queryOptions({ queryKey: ['operations'], queryFn: ({ signal }: { readonly signal: AbortSignal }) => askOperations(signal), staleTime: FALLBACK_MS });

export function useOperations(): UseQueryResult<readonly OperationSummary[]> {
  const isLive = useLiveState() === 'live';
  return useQuery({ ...operationsAsked, refetchInterval: isLive ? false : FALLBACK_MS, refetchOnWindowFocus: true });
}

interface Scene {
  readonly picture: UseQueryResult<Picture>;
  /** Of the same instant; while it is being made, `isFetching`. */
  readonly plan: UseQueryResult<StandingPlanAnswer>;
  /** While it is being made. */
  readonly making: PlanJob;
}

/** The picture at once; where no plan is at hand the plan is asked for, and then the picture again. */
export function useScene(operation: OperationSummary | undefined, at: string | undefined): Scene {
  const id = operation?.operation ?? '';
  const facts = operation?.facts ?? 0;
  const rested = useRested(at, REST_MS);
  const first = useQuery({ queryKey: ['picture', id, facts, at], queryFn: ({ signal }) => askPicture(id, at, signal), enabled: operation !== undefined, placeholderData: keepPreviousData });
  const missing = first.data?.plan === null && !first.isPlaceholderData && rested === at;
  const plan = usePlan(operation, at, 'equal-cover', missing);
  const full = useQuery({ queryKey: ['picture', id, facts, at, plan.data?.plan], queryFn: ({ signal }) => askPicture(id, at, signal), enabled: missing && plan.data !== undefined });
  const making = usePlanJob({ operation: id, at, policy: 'equal-cover' });
  return { picture: full.data !== undefined && missing ? full : first, plan, making };
}

export function usePlan(operation: OperationSummary | undefined, at: string | undefined, policy: Policy, enabled: boolean): UseQueryResult<StandingPlanAnswer> {
  const id = operation?.operation ?? '';
  return useQuery({ queryKey: ['plan', id, operation?.facts ?? 0, at, policy], queryFn: ({ signal }) => makePlan({ operation: id, at, policy }, signal), enabled: enabled && operation !== undefined, retry: (times, error) => times < 2 && isForgotten(error) });
}

/** The server was started anew while it planned. */
const isForgotten = (error: Error): boolean => error instanceof Refusal && error.failure.code === 'unknown-job';

/** The value, once it has not changed for a while. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** Seconds for which something has been going on; 0 while it is not. */
export function useSeconds(isOn: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isOn) return undefined;
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [isOn]);
  return seconds;
}
