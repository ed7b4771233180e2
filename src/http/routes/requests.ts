// Requests for need: which there are, filing one or a sheet of them, and each step that one takes.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Desk } from '../../app/desk.ts';
import type { RequestSheetAsk } from '../../app/need/requests/request-sheets.ts';
import { answer } from '../answer.ts';
import { FactHeaders, OperationParams, WhenQuery } from '../contract/operation.ts';
import { AcceptanceBody, AnswerBody, DeclineBody, FiledRequest, QuestionBody, RequestBody, RequestParams, RequestSheetBody, RequestSheetFiled, RequestSheetPreview, RequestsReport, WithdrawalBody } from '../contract/requests.ts';
import { responses } from '../contract/responses.ts';
import { goneWith, sheetLimit } from '../sheet-request.ts';

const tags = ['Need'];
const file = { permission: 'request.file' } as const;
const judge = { permission: 'request.judge' } as const;
const filed = responses('The request as it stands.', FiledRequest, 400, 403, 404, 409, 422);

const sheetOf = ({ file: { name, content }, ...rest }: z.infer<typeof RequestSheetBody>): RequestSheetAsk => ({ file: { name, content: new Uint8Array(Buffer.from(content, 'base64')) }, ...rest });

export const requestRoutes =
  ({ requests }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/requests', { config: { permission: 'request.read' }, schema: { tags, summary: 'Requests for need: what each duplicates, the band it is held against, what was said', params: OperationParams, querystring: WhenQuery, response: responses('The requests.', RequestsReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await requests.report(request.params.op, request.query)),
    );

    app.post('/operations/:op/requests', { config: file, schema: { tags, summary: 'File a request, once under its key; outside the plausible band it is asked about at once', params: OperationParams, headers: FactHeaders, body: RequestBody, response: filed } }, async (request, reply) =>
      answer(reply, await requests.file(request.params.op, request.body, request.headers['idempotency-key'])),
    );

    app.post('/operations/:op/request-sheets/preview', { bodyLimit: sheetLimit, config: file, schema: { tags, summary: 'Read a sheet of requests; nothing is written', params: OperationParams, body: RequestSheetBody, response: responses('What it says, what is open and what is wrong.', RequestSheetPreview, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await requests.previewSheet(request.params.op, sheetOf(request.body), goneWith(reply))),
    );

    app.post('/operations/:op/request-sheets', { bodyLimit: sheetLimit, config: file, schema: { tags, summary: 'File a sheet of requests: one for each recipient, all or none, once for each file', params: OperationParams, body: RequestSheetBody, response: responses('The requests.', RequestSheetFiled, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await requests.fileSheet(request.params.op, sheetOf(request.body))),
    );

    app.post('/operations/:op/requests/:request/question', { config: judge, schema: { tags, summary: 'Ask its requester something', params: RequestParams, headers: FactHeaders, body: QuestionBody, response: filed } }, async ({ params, headers, body: { at, ...ask } }, reply) =>
      answer(reply, await requests.step(params.op, params.request, { step: 'ask', ...ask }, { at }, headers['idempotency-key'])),
    );

    app.post('/operations/:op/requests/:request/answer', { config: file, schema: { tags, summary: 'Answer the question', params: RequestParams, headers: FactHeaders, body: AnswerBody, response: filed } }, async ({ params, headers, body: { at, ...ask } }, reply) =>
      answer(reply, await requests.step(params.op, params.request, { step: 'answer', ...ask }, { at }, headers['idempotency-key'])),
    );

    app.post('/operations/:op/requests/:request/acceptance', { config: judge, schema: { tags, summary: 'Accept all of it or less: it is need from then on', params: RequestParams, headers: FactHeaders, body: AcceptanceBody, response: filed } }, async ({ params, headers, body: { at, ...ask } }, reply) =>
      answer(reply, await requests.step(params.op, params.request, { step: 'accept', ...ask }, { at }, headers['idempotency-key'])),
    );

    app.post('/operations/:op/requests/:request/decline', { config: judge, schema: { tags, summary: 'Decline it, with the reason', params: RequestParams, headers: FactHeaders, body: DeclineBody, response: filed } }, async ({ params, headers, body: { at, ...ask } }, reply) =>
      answer(reply, await requests.step(params.op, params.request, { step: 'decline', ...ask }, { at }, headers['idempotency-key'])),
    );

    app.post('/operations/:op/requests/:request/withdrawal', { config: file, schema: { tags, summary: 'Withdraw it; accepted before, it is need no longer', params: RequestParams, headers: FactHeaders, body: WithdrawalBody, response: filed } }, async ({ params, headers, body: { at, ...ask } }, reply) =>
      answer(reply, await requests.step(params.op, params.request, { step: 'withdraw', ...ask }, { at }, headers['idempotency-key'])),
    );
  };
