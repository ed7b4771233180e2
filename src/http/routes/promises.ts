// Is the promise kept, and does every unit add up?

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { AuditReport, StatusReport } from '../contract/promise.ts';
import { responses } from '../contract/responses.ts';

export const promiseRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/status', { config: { permission: 'status.read' }, schema: { tags: ['Promises'], summary: 'Each promise: where its units are, and the verdict', params: OperationParams, querystring: WhenQuery, response: responses('Where every promised unit is.', StatusReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.status(request.params.op, request.query)),
    );

    app.get('/operations/:op/audit', { config: { permission: 'audit.run' }, schema: { tags: ['Custody'], summary: 'An independent replay of the journal', params: OperationParams, querystring: WhenQuery, response: responses('What the replay found; `ok` says whether all agrees.', AuditReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.audit(request.params.op, request.query)),
    );

    app.get('/audit', { config: { permission: 'audit.run' }, schema: { tags: ['Custody'], summary: 'The same over all operations', response: responses('What the replay found; `ok` says whether all agrees.', AuditReport) } }, async (_, reply) => answer(reply, await desk.audit(null, {})));
  };
