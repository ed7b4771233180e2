// Which hub, and what if: asked at once here, or as a job (plan-jobs.ts) by whoever wants to watch it.

import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { HubChoiceQuery, HubChoiceReport, HubChoiceRequest, KeptWhatIfs, WhatIfReport, WhatIfRequest, WhatIfsReport, WhatIfsRequest } from '../contract/choice.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Plans'];

export const choiceRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/hub-choice', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'Which hub: every candidate that Airbridge brings, ranked', params: OperationParams, querystring: HubChoiceQuery, response: responses('The ranking, with reasons.', HubChoiceReport, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.choice.hub(request.params.op, request.query, { signal: goneOf(reply) })),
    );

    app.post('/operations/:op/hub-choice', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'Which hub: the candidates of a sheet, ranked', params: OperationParams, body: HubChoiceRequest, response: responses('The ranking, with reasons.', HubChoiceReport, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.choice.hub(request.params.op, request.body, { signal: goneOf(reply) })),
    );

    app.post('/operations/:op/what-if', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'The operation beside what it would be with some changes; nothing is written', params: OperationParams, body: WhatIfRequest, response: responses('Both plans, by their figures.', WhatIfReport, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.choice.whatIf(request.params.op, request.body, { signal: goneOf(reply) })),
    );

    app.post('/operations/:op/what-ifs/comparison', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'The operation beside several futures at once, each with its changes; nothing is written', params: OperationParams, body: WhatIfsRequest, response: responses('All plans, by their figures.', WhatIfsReport, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.choice.whatIfs(request.params.op, request.body, { signal: goneOf(reply) })),
    );

    app.get('/operations/:op/what-ifs', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'What-ifs that were kept under a name; a fact what-if.kept keeps one, a correction strikes it out', params: OperationParams, response: responses('By name.', KeptWhatIfs, 404) } }, async (request, reply) =>
      answer(reply, await desk.choice.kept(request.params.op), (whatIfs) => ({ whatIfs })),
    );
  };

/** Is aborted when whoever asked has gone. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
