// What the pages of requests ask of the server, and what a person does about a request.

import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { RequestsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import type { Result } from '../../src/domain/result.ts';
import { client, given } from '../shared/client.ts';

export type Request = RequestsAnswer['requests'][number];
export type Line = Request['lines'][number];

export function useRequests(operation: OperationSummary | undefined, at: string | undefined): UseQueryResult<RequestsAnswer> {
  const id = operation?.operation ?? '';
  return useQuery({ queryKey: ['requests', id, operation?.facts ?? 0, at], queryFn: ({ signal }) => given(client.requests.report(id, { asOf: at }, { signal })), enabled: operation !== undefined, placeholderData: keepPreviousData });
}

/** What is done about a request; null: it is done. */
export type Do = (step: (key: string) => Promise<Result<unknown, ClientFailure>>) => Promise<ClientFailure | null>;

/** Sent again after a failure it bears the same key, so that it is one step; after a success, the next has its own. */
export function useDoing(): Do {
  const answers = useQueryClient();
  const key = useRef<string | null>(null);
  return useCallback<Do>(
    async (step) => {
      key.current ??= `page:${crypto.randomUUID()}`;
      const done = await step(key.current);
      if (done.ok || done.error.status !== null) key.current = null;
      if (!done.ok) return done.error;
      await answers.invalidateQueries({ queryKey: ['operations'] });
      await answers.invalidateQueries({ queryKey: ['requests'] });
      return null;
    },
    [answers],
  );
}
