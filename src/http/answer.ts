// How a route answers: the value as JSON, a file as it is, or the failure as a problem document.

import type { FastifyReply } from 'fastify';
import type { PrintedFile } from '../app/papers/papers-desk.ts';
import type { Result } from '../domain/result.ts';
import { refuse, type Refusal } from './problems.ts';

export const answer = <T>(reply: FastifyReply, result: Result<T, Refusal>, shape: (value: T) => unknown = (value) => value): FastifyReply => (result.ok ? reply.send(shape(result.value)) : refuse(reply, result.error));

/** Opened in the browser where it can, and saved under its own name. */
export function hand(reply: FastifyReply, file: Result<PrintedFile, Refusal>): FastifyReply {
  if (!file.ok) return refuse(reply, file.error);
  const { name, type, content } = file.value;
  return reply.type(type.startsWith('text/') ? `${type}; charset=utf-8` : type).header('content-disposition', `inline; filename="${name}"`).header('cache-control', 'no-store').send(Buffer.from(content));
}
