// The way onward: release orders with what became of them, load lists, and orders out of an approved plan.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { DispatchBoard, EvidenceBody, EvidenceKept, EvidenceParams, ReleaseReport, ReleaseRequest, SignatoryBody, SignatoryKept } from '../contract/onward.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { fileResponses, responses } from '../contract/responses.ts';
import { refuse } from '../problems.ts';

const tags = ['Onward'];

export const onwardRoutes =
  ({ onward }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/dispatches', { config: { permission: 'onward.read' }, schema: { tags, summary: 'Release orders, load lists, expected arrivals', params: OperationParams, querystring: WhenQuery, response: responses('The board.', DispatchBoard, 400, 404) } }, async (request, reply) =>
      answer(reply, await onward.board(request.params.op, request.query)),
    );

    app.post('/operations/:op/releases', { config: { permission: 'plan.release' }, schema: { tags, summary: 'Release orders out of an approved plan; asked again, it gives only what was not given yet', params: OperationParams, body: ReleaseRequest, response: responses('What was released, and what waits.', ReleaseReport, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await onward.release(request.params.op, request.body)),
    );

    app.post('/operations/:op/evidence', { config: { permission: 'fact.receipt' }, schema: { tags, summary: 'Keep a photo, a signature or a document, to be named by a fact', params: OperationParams, body: EvidenceBody, response: responses('Its name.', EvidenceKept, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await onward.keepEvidence(request.params.op, new Uint8Array(Buffer.from(request.body.content, 'base64')))),
    );

    app.get('/operations/:op/evidence/:sha256', { config: { permission: 'journal.read' }, schema: { tags, summary: 'A file that a fact names: a photo, a signature, a document', params: EvidenceParams, response: fileResponses('The file.', 'application/octet-stream', 400, 404) } }, async (request, reply) => {
      const file = await onward.evidence(request.params.op, request.params.sha256);
      if (!file.ok) return refuse(reply, file.error);
      const { name, type, content } = file.value;
      // Only what a browser shows without running it is shown; the rest is saved.
      const way = type === 'application/octet-stream' ? 'attachment' : 'inline';
      return reply.type(type).header('content-disposition', `${way}; filename="${name.replaceAll(/[^\w. -]/g, '_')}"`).header('cache-control', 'private, no-cache').send(Buffer.from(content));
    });

    app.post('/operations/:op/signatories', { config: { permission: 'fact.receipt' }, schema: { tags, summary: 'Keep who signed, in the vault', params: OperationParams, body: SignatoryBody, response: responses('The commitment that a fact may bear.', SignatoryKept, 400, 404) } }, async (request, reply) => {
      const { name, role } = request.body;
      return answer(reply, await onward.keepSignatory(request.params.op, { name, ...(role !== undefined && { role }) }));
    });
  };
