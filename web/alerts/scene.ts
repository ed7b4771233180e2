// What the alerts page asks, and how often: at once when a fact comes in, and now and then because time passes and messages fail.

import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { AlertMessagesAnswer, AlertsAnswer, AlertSubscriptionsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { client, given } from '../shared/client.ts';

export type Raised = AlertsAnswer['alerts'][number];
export type Subscription = AlertSubscriptionsAnswer['subscriptions'][number];
export type DeadLetter = AlertMessagesAnswer['messages'][number];

/** A flight becomes late without a fact. */
const TIME_PASSES_MS = 60_000;
const MESSAGES_MS = 15_000;

export function useAlerts(operation: OperationSummary | undefined): UseQueryResult<AlertsAnswer> {
  const id = operation?.operation ?? '';
  return useQuery({ queryKey: ['alerts', id, operation?.facts ?? 0], queryFn: ({ signal }) => given(client.alerts.list(id, { signal })), enabled: operation !== undefined, placeholderData: keepPreviousData, refetchInterval: TIME_PASSES_MS });
}

export function useSubscriptions(operation: string, enabled: boolean): UseQueryResult<AlertSubscriptionsAnswer> {
  return useQuery({ queryKey: ['alert-book', operation, 'subscriptions'], queryFn: ({ signal }) => given(client.alerts.subscriptions(operation, { signal })), enabled, refetchInterval: MESSAGES_MS });
}

export function useDeadLetters(operation: string, enabled: boolean): UseQueryResult<AlertMessagesAnswer> {
  return useQuery({ queryKey: ['alert-book', operation, 'dead'], queryFn: ({ signal }) => given(client.alerts.messages(operation, {}, { signal })), enabled, refetchInterval: MESSAGES_MS });
}

/** Does something to who is told, and asks anew. */
export function useChange<T>(operation: string, change: (what: T) => Promise<unknown>): UseMutationResult<unknown, Error, T> {
  const answers = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => answers.invalidateQueries({ queryKey: ['alert-book', operation] }) });
}
