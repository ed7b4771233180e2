// Plans: make one, enter it in the journal, read those that stand there.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { ExplanationReport, FrontierReport, PlanList, PlanReport, PlanRequest } from '../contract/plan.ts';
import { responses } from '../contract/responses.ts';
import { refuse } from '../problems.ts';

const tags = ['Plans'];
const PlanParams = OperationParams.extend({ plan: z.string().min(1).max(64).describe('The id of a recorded plan, or latest.') });
const LineParams = PlanParams.extend({ line: z.string().min(1).max(128).describe('A line such as L7, or a need as RECIPIENT/ITEM.') });

export const planRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/plans', { config: { permission: 'plan.read' }, schema: { tags, summary: 'The recorded plans, oldest first', params: OperationParams, response: responses('The plans.', PlanList, 404) } }, async (request, reply) =>
      answer(reply, await desk.plans(request.params.op), (plans) => ({ plans })),
    );

    app.get('/operations/:op/plans/:plan', { config: { permission: 'plan.read' }, schema: { tags, summary: 'One recorded plan, or the latest', params: PlanParams, response: responses('The plan.', PlanReport, 404) } }, async (request, reply) => {
      const { op, plan } = request.params;
      const found = await desk.recordedPlan(op, plan);
      if (found.ok && found.value === null) return refuse(reply, { code: 'unknown-plan', message: plan === 'latest' ? `No plan of ${op} has been recorded yet.` : `There is no plan ${plan} of ${op}.`, remedy: `GET /api/v1/operations/${op}/plans lists those there are; POST makes one.` });
      return answer(reply, found);
    });

    app.get('/operations/:op/plans/:plan/lines/:line', { config: { permission: 'plan.explain' }, schema: { tags, summary: 'Why a line or a short need is as it is, and what would change it', params: LineParams, querystring: WhenQuery, response: responses('The reason, the prices, the counterfactuals.', ExplanationReport, 400, 404, 422) } }, async (request, reply) => {
      const { op, plan, line } = request.params;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.explain(op, { plan, line, ...request.query }, { signal: gone.signal }));
    });

    app.get('/operations/:op/frontier', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'Plans between equity, hours and cost, side by side', params: OperationParams, querystring: WhenQuery, response: responses('The plans, by their figures.', FrontierReport, 400, 404, 422) } }, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.frontier(request.params.op, request.query, { signal: gone.signal }));
    });

    app.post('/operations/:op/plans', { config: { permission: 'plan.make' }, schema: { tags, summary: 'Make a plan', params: OperationParams, body: PlanRequest, response: responses('The plan.', PlanReport, 400, 404, 422) } }, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.plan(request.params.op, request.body, { signal: gone.signal }), ({ report, mps }) => (mps === null ? report : { ...report, mps }));
    });
  };
