// What the control tower draws, and the plan that stands behind it. Two questions, because the first is answered at once and
// the second may take seconds.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { OperationParams } from '../contract/operation.ts';
import { PictureQuery, PictureReport, StandingPlanQuery } from '../contract/picture.ts';
import { PlanReport } from '../contract/plan.ts';
import { responses } from '../contract/responses.ts';

export const pictureRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/picture', { config: { permission: 'picture.read' }, schema: { tags: ['Operations'], summary: 'Everything the control tower draws at an instant, at once', params: OperationParams, querystring: PictureQuery, response: responses('The picture; without a plan where none of that instant is at hand.', PictureReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await desk.picture(request.params.op, request.query)),
    );

    app.get('/operations/:op/standing-plan', { config: { permission: 'plan.read' }, schema: { tags: ['Plans'], summary: 'The plan of an instant: recorded, or made once and kept', params: OperationParams, querystring: StandingPlanQuery, response: responses('The plan.', PlanReport, 400, 404, 422) } }, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.standingPlan(request.params.op, request.query, { signal: gone.signal }));
    });
  };
