// How good the method was, and what infections rest on: asked when a part of the page shows it.

import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { NeedMethodAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { useNeed } from './scene.ts';

export type Method = NeedMethodAnswer;

export function useMethod(): UseQueryResult<Method> {
  const { operation, facts, picture } = useNeed();
  return useQuery({ queryKey: ['need-method', operation, facts, picture.asOf], queryFn: ({ signal }) => given(client.needMethod(operation, { asOf: picture.asOf }, { signal })), placeholderData: keepPreviousData });
}
