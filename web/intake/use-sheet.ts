// A sheet on its way in, whatever it is about: the file, what has been answered, what the server makes of it. Nothing is written
// until it is accepted.

import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { IntakePreviewAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import type { Result } from '../../src/domain/result.ts';
import { given } from '../shared/client.ts';
import type { SheetFile } from './sheet-file.ts';

export type Question = IntakePreviewAnswer['questions'][number];
export type Answers = Readonly<Record<string, string>>;

export interface SheetInHand<P, A> {
  readonly file: SheetFile | null;
  readonly read: UseQueryResult<P>;
  readonly answers: Answers;
  /** Open ones and those that were answered here, in the order in which they were first asked. */
  readonly questions: readonly Question[];
  readonly take: (file: SheetFile | null) => void;
  /** Undefined takes an answer back. */
  readonly answer: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly accept: () => Promise<ClientFailure | null>;
  readonly accepting: boolean;
  readonly accepted: A | null;
}

interface Asking {
  readonly file: { readonly name: string; readonly content: string };
  readonly answers: Record<string, string>;
}

interface Ways<P, A> {
  /** Sheets of two kinds are two questions, and so is one that is asked with something else besides. */
  readonly kind: readonly string[];
  readonly preview: (ask: Asking, signal: AbortSignal) => Promise<Result<P, ClientFailure>>;
  readonly accept: (ask: Asking) => Promise<Result<A, ClientFailure>>;
}

export function useSheet<P extends { readonly questions: readonly Question[] }, A>(operation: OperationSummary, { kind, preview, accept: acceptIt }: Ways<P, A>): SheetInHand<P, A> {
  const cache = useQueryClient();
  const [file, setFile] = useState<SheetFile | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [seen, setSeen] = useState<ReadonlyMap<string, Question>>(new Map());
  const [accepting, setAccepting] = useState(false);
  const [accepted, setAccepted] = useState<A | null>(null);
  const ask = { file: { name: file?.name ?? '', content: file?.content ?? '' }, answers };
  const read = useQuery<P>({
    queryKey: ['intake', ...kind, operation.operation, operation.facts, file?.name, file?.bytes, file?.content.slice(0, 4000), answers],
    queryFn: ({ signal }) => given(preview(ask, signal)),
    enabled: file !== null && accepted === null,
    placeholderData: file === null ? undefined : keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const asked = read.data?.questions ?? [];
  if (asked.some((question) => seen.get(question.id) !== question)) setSeen(new Map([...seen, ...asked.map((question) => [question.id, question] as const)]));
  const take = useCallback((next: SheetFile | null) => {
    setFile(next);
    setAnswers({});
    setSeen(new Map());
    setAccepted(null);
  }, []);
  const answer = useCallback((change: Readonly<Record<string, string | undefined>>) => {
    setAnswers((held) => Object.fromEntries(Object.entries({ ...held, ...change }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
  }, []);
  const accept = async (): Promise<ClientFailure | null> => {
    setAccepting(true);
    const answered = await acceptIt(ask);
    setAccepting(false);
    if (!answered.ok) return answered.error;
    setAccepted(answered.value);
    await cache.invalidateQueries({ queryKey: ['operations'] });
    return null;
  };
  const questions = [...seen.values()].filter((question) => answers[question.id] !== undefined || asked.some((open) => open.id === question.id));
  return { file, read, answers, questions, take, answer, accept, accepting, accepted };
}
