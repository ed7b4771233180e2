// What the page about the choice of a hub asks: jobs of the server, since each makes many plans. All are given up when the page goes.

import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { HubChoiceAnswer, JobResults, WhatIfAnswer, WhatIfsAnswer } from '../../src/http/contract/answers.ts';
import type { JobAsk } from '../../src/http/contract/questions.ts';
import type { Change } from '../../src/domain/plan/what-if.ts';
import { runJob, useJob, type PlanJob } from '../shared/plan-jobs.ts';

export type Outcome = HubChoiceAnswer['ranking'][number];
export type Candidate = HubChoiceAnswer['candidates'][number];
export type HubQuestion = Omit<JobAsk<'hub-choice'>, 'kind'>;
export type SeveralQuestion = Omit<JobAsk<'what-ifs'>, 'kind'>;

export interface Asking<T> {
  readonly answer: UseQueryResult<T>;
  readonly making: PlanJob;
}

interface Place {
  readonly operation: string;
  /** The journal's length: an answer holds as long as it has not grown. */
  readonly facts: number;
}

function useAsking<K extends 'hub-choice' | 'what-if' | 'what-ifs'>({ operation, facts }: Place, ask: JobAsk<K>, enabled: boolean): Asking<JobResults[K]> {
  const name = JSON.stringify([operation, facts, ask]);
  const queryKey = ['asked', operation, facts, ask];
  // What was answered stands until the same question is answered of a longer journal.
  const stands = (asked: readonly unknown[] | undefined): boolean => JSON.stringify(asked?.toSpliced(2, 1)) === JSON.stringify(queryKey.toSpliced(2, 1));
  const answer = useQuery<JobResults[K]>({ queryKey, queryFn: ({ signal }) => runJob<K>(name, operation, ask, signal), placeholderData: (before, query) => (stands(query?.queryKey) ? before : undefined), enabled, retry: false, staleTime: Infinity });
  return { answer, making: useJob(name) };
}

/** Null: nothing is asked yet. */
export const useHubChoice = (place: Place, question: HubQuestion | null): Asking<HubChoiceAnswer> => useAsking<'hub-choice'>(place, { ...question, kind: 'hub-choice' }, question !== null);

export const useWhatIf = (place: Place, asOf: string | undefined, changes: readonly Change[], wanted: boolean): Asking<WhatIfAnswer> => useAsking<'what-if'>(place, { kind: 'what-if', changes: [...changes], ...(asOf !== undefined && { asOf }) }, wanted && changes.length > 0);

/** Null: nothing is asked yet. */
export const useSeveral = (place: Place, question: SeveralQuestion | null): Asking<WhatIfsAnswer> => useAsking<'what-ifs'>(place, { futures: [], ...question, kind: 'what-ifs' }, question !== null);

/** `LGG`, or `LGG + MXP`. */
export function codesOf(candidates: readonly Candidate[]): (outcome: Pick<Outcome, 'places'>) => string {
  const codes = new Map<string, string>(candidates.map(({ place }) => [place.place, place.iata ?? place.place]));
  return ({ places }) => places.map((place) => codes.get(place) ?? place).join(' + ');
}
export function namesOf(candidates: readonly Candidate[]): (outcome: Pick<Outcome, 'places'>) => string {
  const names = new Map<string, string>(candidates.map(({ place }) => [place.place, place.name]));
  return ({ places }) => places.map((place) => names.get(place) ?? place).join(' + ');
}

/** What was just recorded, under these numbers, moves no plan: answers hold, unless somebody else's facts came between. */
export function answersHold(answers: QueryClient, { operation, facts }: Place, recorded: readonly number[]): void {
  const after = Math.max(facts, ...recorded);
  if (after !== facts + recorded.length) return;
  for (const [[, , , ask], data] of answers.getQueriesData({ queryKey: ['asked', operation, facts] })) answers.setQueryData(['asked', operation, after, ask], data);
}
