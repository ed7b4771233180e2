// Need: who is short of what, and how sure that is.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { MethodReport, NeedQuery, NeedReport, ParametersReport } from '../contract/need.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Need'];

export const needRoutes =
  ({ need }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/need', { config: { permission: 'need.read' }, schema: { tags, summary: 'Who is short of what at an instant, by area and item, and how sure that is', params: OperationParams, querystring: NeedQuery, response: responses('The report.', NeedReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await need.report(request.params.op, request.query)),
    );

    app.get('/operations/:op/need/parameters', { config: { permission: 'need.read' }, schema: { tags, summary: 'What the forecast rests on: each parameter as it holds, beside what is published; a fact need.parameter-set sets one', params: OperationParams, querystring: WhenQuery, response: responses('The parameters.', ParametersReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await need.parameters(request.params.op, request.query)),
    );

    app.get('/operations/:op/need/method', { config: { permission: 'need.read' }, schema: { tags, summary: 'How good the projections were, and what estimates of infections rest on', params: OperationParams, querystring: WhenQuery, response: responses('The scores and the parameters.', MethodReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await need.method(request.params.op, request.query)),
    );
  };
