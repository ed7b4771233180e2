// A sheet on its way in: the file, what has been answered, what the server makes of it. Nothing is written until it is accepted.

import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { IntakeAcceptedAnswer, IntakePreviewAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import { client, given } from '../shared/client.ts';
import type { SheetFile } from './sheet-file.ts';

export type Preview = IntakePreviewAnswer;
export type Question = Preview['questions'][number];
export type Answers = Readonly<Record<string, string>>;

export interface Intake {
  readonly file: SheetFile | null;
  readonly read: UseQueryResult<Preview>;
  readonly answers: Answers;
  /** Open ones and those that were answered here, in the order in which they were first asked. */
  readonly questions: readonly Question[];
  readonly take: (file: SheetFile | null) => void;
  /** Undefined takes an answer back. */
  readonly answer: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly sender: string;
  readonly nameSender: (sender: string) => void;
  readonly accept: () => Promise<ClientFailure | null>;
  readonly accepting: boolean;
  readonly accepted: IntakeAcceptedAnswer | null;
}

export function useIntake(operation: OperationSummary, at: string | undefined): Intake {
  const cache = useQueryClient();
  const [file, setFile] = useState<SheetFile | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [sender, setSender] = useState('');
  const [seen, setSeen] = useState<ReadonlyMap<string, Question>>(new Map());
  const [accepting, setAccepting] = useState(false);
  const [accepted, setAccepted] = useState<IntakeAcceptedAnswer | null>(null);
  const id = operation.operation;
  const ask = { file: { name: file?.name ?? '', content: file?.content ?? '' }, answers, ...(sender !== '' && { sender }) };
  const read = useQuery({
    queryKey: ['intake', id, operation.facts, file?.name, file?.bytes, file?.content.slice(0, 4000), answers, sender],
    queryFn: ({ signal }) => given(client.airlift.previewIntake(id, ask, { signal })),
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
    setSender('');
    setSeen(new Map());
    setAccepted(null);
  }, []);
  const answer = useCallback((change: Readonly<Record<string, string | undefined>>) => {
    setAnswers((held) => Object.fromEntries(Object.entries({ ...held, ...change }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))));
  }, []);
  const accept = async (): Promise<ClientFailure | null> => {
    setAccepting(true);
    const answered = await client.airlift.acceptIntake(id, { ...ask, occurredAt: at ?? operation.standsAt ?? undefined });
    setAccepting(false);
    if (!answered.ok) return answered.error;
    setAccepted(answered.value);
    await cache.invalidateQueries({ queryKey: ['operations'] });
    return null;
  };
  const questions = [...seen.values()].filter((question) => answers[question.id] !== undefined || asked.some((open) => open.id === question.id));
  return { file, read, answers, questions, take, answer, sender, nameSender: setSender, accept, accepting, accepted };
}
