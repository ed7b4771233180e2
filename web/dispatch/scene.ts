// What the dispatch page knows, and how it writes: each step as facts under a key of their own, undone by corrections.

import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { DispatchesAnswer, PlansAnswer } from '../../src/http/contract/answers.ts';
import type { Draft } from '../../src/http/contract/questions.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { client, given } from '../shared/client.ts';

export type Board = DispatchesAnswer;
export type Order = Board['orders'][number];
export type Loss = Board['losses'][number];
export type Departure = Board['departures'][number];
export const BY = 'dispatcher';

export function useBoard(operation: OperationSummary | undefined, at: string | undefined): UseQueryResult<Board> {
  const id = operation?.operation ?? '';
  return useQuery({ queryKey: ['dispatches', id, operation?.facts ?? 0, at], queryFn: ({ signal }) => given(client.onward.board(id, { asOf: at }, { signal })), enabled: operation !== undefined, placeholderData: keepPreviousData });
}

export function usePlans(operation: OperationSummary): UseQueryResult<PlansAnswer> {
  return useQuery({ queryKey: ['plans', operation.operation, operation.facts], queryFn: ({ signal }) => given(client.plans(operation.operation, { signal })), placeholderData: keepPreviousData });
}

export interface Step {
  readonly what: string;
  readonly dispatch: string;
  readonly drafts: readonly Draft[];
  readonly photos?: readonly File[];
  readonly signatory?: { readonly name: string; readonly role?: string };
}

export interface Entered {
  readonly what: string;
  readonly dispatch: string;
  /** What a correction would name; empty: it was a correction itself. */
  readonly facts: readonly string[];
  /** It took something back. */
  readonly undone: boolean;
}

/** Proof first, then the facts that name it, all of them or none. */
export function useEnter(operation: string): UseMutationResult<Entered, Error, Step> {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: async ({ what, dispatch, drafts, photos = [], signatory }: Step): Promise<Entered> => {
      const evidence = await Promise.all(photos.map(async (file) => ({ sha256: (await given(client.onward.keepEvidence(operation, { content: await base64(file) }))).sha256, title: file.name })));
      const signed = signatory === undefined ? null : await given(client.onward.keepSignatory(operation, signatory));
      const facts = drafts.map((draft): Draft => ({ ...draft, by: BY, ...(evidence.length > 0 && { evidence: evidence }), body: { ...draft.body, ...(signed !== null && { signedBy: signed.signedBy }) } }));
      const recorded = await given(client.recordAll(operation, { facts }, crypto.randomUUID()));
      return { what, dispatch, facts: recorded.facts.flatMap(({ fact }) => (fact.kind === 'correction.made' ? [] : [fact.id])), undone: drafts.every((draft) => draft.kind === 'correction.made' && draft.body['replacement'] === undefined) };
    },
    onSuccess: () => answers.invalidateQueries({ queryKey: ['operations'] }),
  });
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

const LATE_MS = 15 * 60_000;

/** How late the most likely hour is against the timetable, in minutes; null: it is not. */
export function lateBy({ eta, planned }: Pick<Order, 'eta' | 'planned'>): number | null {
  if (eta === null || planned === null) return null;
  const ms = Date.parse(eta.likely) - Date.parse(planned);
  return ms >= LATE_MS ? ms / 60_000 : null;
}

export const WAITING: ReadonlySet<Order['state']> = new Set(['ordered', 'verified', 'accepted', 'loaded']);
export const ON_ROAD: ReadonlySet<Order['state']> = new Set(['on-the-road', 'arrived', 'partly-delivered']);
