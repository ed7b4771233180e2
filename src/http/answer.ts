// How a route answers: the value as JSON, or the failure as a problem document.

import type { FastifyReply } from 'fastify';
import type { Result } from '../domain/result.ts';
import { refuse, type Refusal } from './problems.ts';

export const answer = <T>(reply: FastifyReply, result: Result<T, Refusal>, shape: (value: T) => unknown = (value) => value): FastifyReply => (result.ok ? reply.send(shape(result.value)) : refuse(reply, result.error));
