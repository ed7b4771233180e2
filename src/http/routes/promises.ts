// Is the promise kept, and does every unit add up?

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { EvidenceBody, EvidenceKept } from '../contract/onward.ts';
import { FactHeaders, OperationParams, RecordedFact, WhenQuery } from '../contract/operation.ts';
import { AuditReport, StatusReport } from '../contract/promise.ts';
import { HistoryQuery, HistoryReport, PositionRequest, PromisesReport } from '../contract/promises.ts';
import { responses } from '../contract/responses.ts';

export const promiseRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/status', { config: { permission: 'status.read' }, schema: { tags: ['Promises'], summary: 'Each promise: where its units are, and the verdict', params: OperationParams, querystring: WhenQuery, response: responses('Where every promised unit is.', StatusReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.status(request.params.op, request.query)),
    );

    app.get('/operations/:op/promises', { config: { permission: 'status.read' }, schema: { tags: ['Promises'], summary: 'Claims, contradictions, positions, versions, and the promise meter by pledge, donor, item and country', params: OperationParams, querystring: WhenQuery, response: responses('How the promises stand, and what was said of them.', PromisesReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.promises.report(request.params.op, request.query)),
    );

    app.get('/operations/:op/promises/history', { config: { permission: 'status.read' }, schema: { tags: ['Promises'], summary: 'The promise meter over time, a point for each fact that moved units', params: OperationParams, querystring: HistoryQuery, response: responses('The points, oldest first.', HistoryReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.promises.history(request.params.op, request.query)),
    );

    app.post('/operations/:op/positions', { config: { permission: 'fact.position' }, schema: { tags: ['Promises'], summary: 'Take a position: accept one reading of a contradiction, with the reason', params: OperationParams, headers: FactHeaders, body: PositionRequest, response: responses('The fact as it stands in the journal.', RecordedFact, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await desk.promises.takePosition(request.params.op, request.body, request.headers['idempotency-key'])),
    );

    app.post('/operations/:op/claims/snapshots', { config: { permission: 'fact.announcement' }, schema: { tags: ['Promises'], summary: 'Keep a page as it was read, to be named by a claim', params: OperationParams, body: EvidenceBody, response: responses('Its name.', EvidenceKept, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.promises.keepSnapshot(request.params.op, new Uint8Array(Buffer.from(request.body.content, 'base64')))),
    );

    app.get('/operations/:op/audit', { config: { permission: 'audit.run' }, schema: { tags: ['Custody'], summary: 'An independent replay of the journal', params: OperationParams, querystring: WhenQuery, response: responses('What the replay found; `ok` says whether all agrees.', AuditReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.audit(request.params.op, request.query)),
    );

    app.get('/audit', { config: { permission: 'audit.run' }, schema: { tags: ['Custody'], summary: 'The same over all operations', response: responses('What the replay found; `ok` says whether all agrees.', AuditReport) } }, async (_, reply) => answer(reply, await desk.audit(null, {})));
  };
