// Who is signed in, and what the pages ask about people. In local mode nobody is, and everything is allowed.

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { wireTo, type Request } from '../../src/client/wire.ts';
import type { Self } from '../../src/http/contract/people.ts';
import { given } from './client.ts';

const wire = wireTo({ url: '' });

/** @throws Refusal */
export const askPeople = <T>(path: string, request: Request = {}): Promise<T> => given(wire.ask<T>(path, request));

export const useSelf = (): UseQueryResult<Self> => useQuery({ queryKey: ['self'], queryFn: ({ signal }) => askPeople<Self>('/v1/me', { signal }), retry: false });
