// Is the server ready?

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import type { PublicLogs } from '../../app/log/public-logs.ts';
import { answer } from '../answer.ts';
import { Health } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

export const healthRoute =
  (desk: Desk, version: string, logs: PublicLogs | null): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/health', { schema: { tags: ['Server'], summary: 'Ready', response: responses('It is ready.', Health) }, config: { permission: 'open', rateLimit: false } }, async (_, reply) => answer(reply, await desk.operationIds(), ({ length }) => ({ status: 'ok', version, operations: length, logs: logs?.problems() ?? [] })));
  };
