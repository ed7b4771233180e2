// Operations, packs in and out, and the journal read fact by fact.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { ExportReport, FactDraft, FactDrafts, FactHeaders, FactPage, FactsQuery, FormQuery, ImportReport, OperationList, OperationParams, OperationSummary, PackBody, RecordedFact, RecordedFacts } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';
import { refuse } from '../problems.ts';

const tags = ['Operations'];

export const operationRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations', { config: { permission: 'operations.read' }, schema: { tags, summary: 'The operations in this journal', response: responses('All operations, in the order in which they were opened.', OperationList) } }, async (_, reply) => answer(reply, await desk.operations(), (operations) => ({ operations })));

    app.get('/operations/:op', { config: { permission: 'operations.read' }, schema: { tags, summary: 'One operation', params: OperationParams, response: responses('The operation.', OperationSummary, 404) } }, async (request, reply) => {
      const all = await desk.operations();
      if (!all.ok) return answer(reply, all);
      const found = all.value.find(({ operation }) => operation === request.params.op);
      return found ? reply.send(found) : refuse(reply, { code: 'unknown-operation', message: `There is no operation ${request.params.op}.`, remedy: 'GET /api/v1/operations lists those there are.' });
    });

    app.post('/operations/import', { config: { permission: 'pack.import' }, schema: { tags, summary: 'Import an operation pack: all of it or nothing', body: PackBody, response: responses('What was written.', ImportReport, 400, 409, 422) } }, async (request, reply) => {
      const files = new Map(Object.entries(request.body.files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content, 'base64'))]));
      return answer(reply, await desk.importPack(files));
    });

    app.get('/operations/:op/export', { config: { permission: 'pack.export' }, schema: { tags, summary: 'The operation as a pack that imports again without loss', params: OperationParams, querystring: FormQuery, response: responses('The files of the pack.', ExportReport, 404) } }, async (request, reply) => {
      const { op } = request.params;
      const all = await desk.operations();
      const facts = all.ok ? (all.value.find(({ operation }) => operation === op)?.facts ?? 0) : 0;
      return answer(reply, await desk.exportPack(op, request.query), (files) => ({ operation: op, facts, rejected: [], files: Object.fromEntries([...files].map(([name, content]) => [name, Buffer.from(content).toString('base64')])) }));
    });

    app.get('/operations/:op/facts', { config: { permission: 'journal.read' }, schema: { tags, summary: 'The journal, page by page', params: OperationParams, querystring: FactsQuery, response: responses('Facts in the order of the journal.', FactPage, 404) } }, async (request, reply) =>
      answer(reply, await desk.facts(request.params.op, request.query.after, request.query.limit)),
    );

    app.post('/operations/:op/facts', { config: { permission: 'fact.record' }, schema: { tags, summary: 'Record a fact, once under its key', params: OperationParams, headers: FactHeaders, body: FactDraft, response: responses('The fact as it stands in the journal.', RecordedFact, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await desk.record(request.params.op, request.body, request.headers['idempotency-key'])),
    );

    app.post('/operations/:op/facts/batch', { config: { permission: 'fact.record' }, schema: { tags, summary: 'Record several facts: all of them or none, each once under the key and its place', params: OperationParams, headers: FactHeaders, body: FactDrafts, response: responses('The facts as they stand in the journal, in the order handed in.', RecordedFacts, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await desk.recordAll(request.params.op, request.body.facts, request.headers['idempotency-key']), (facts) => ({ facts })),
    );
  };
