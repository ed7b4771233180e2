// Plans: make one, enter it in the journal, read those that stand there.

import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk, PlanAsk } from '../../app/desk.ts';
import type { JobBoard, JobTerms } from '../../app/jobs.ts';
import { invariant } from '../../domain/result.ts';
import { answer } from '../answer.ts';
import { JobHeaders } from '../contract/job.ts';
import { FactHeaders, OperationParams, WhenQuery } from '../contract/operation.ts';
import { ApprovalRequest, Approved, ExplanationReport, FrontierReport, HedgeQuestion, HedgeReport, PlanList, PlanReport, PlanRequest } from '../contract/plan.ts';
import { responses } from '../contract/responses.ts';
import { ownerOf } from '../permitted.ts';
import { refusalOf, refuse } from '../problems.ts';
import { planResult } from './plan-jobs.ts';

const tags = ['Plans'];
const PlanParams = OperationParams.extend({ plan: z.string().min(1).max(64).describe('The id of a recorded plan, or latest.') });
const LineParams = PlanParams.extend({ line: z.string().min(1).max(128).describe('A line such as L7, or a need as RECIPIENT/ITEM.') });

export const planRoutes =
  (desk: Desk, board: JobBoard): FastifyPluginAsyncZod =>
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

    app.post('/operations/:op/plans/:plan/approval', { config: { permission: 'plan.approve' }, schema: { tags, summary: 'Approve a plan with its decisions: all of it is recorded, once under its key, or nothing', params: PlanParams, headers: FactHeaders, body: ApprovalRequest, response: responses('What was recorded.', Approved, 400, 404, 409, 422) } }, async (request, reply) => {
      const { op, plan } = request.params;
      return answer(reply, await desk.approve(op, { plan, ...request.body }, request.headers['idempotency-key']));
    });

    app.get('/operations/:op/frontier', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'Plans between equity, hours and cost, side by side', params: OperationParams, querystring: WhenQuery, response: responses('The plans, by their figures.', FrontierReport, 400, 404, 422) } }, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.frontier(request.params.op, request.query, { signal: gone.signal }));
    });

    app.get('/operations/:op/hedge', { config: { permission: 'plan.compare' }, schema: { tags, summary: 'Plans with time in hand, and how each fares when needs and delays come out otherwise', params: OperationParams, querystring: HedgeQuestion, response: responses('The plans, by their figures.', HedgeReport, 400, 404, 422) } }, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.hedge(request.params.op, request.query, { signal: gone.signal }));
    });

    app.post('/operations/:op/plans', { config: { permission: 'plan.make' }, schema: { tags, summary: 'Make a plan', params: OperationParams, headers: JobHeaders, body: PlanRequest, response: responses('The plan.', PlanReport, 400, 404, 409, 422, 503) } }, async (request, reply) => {
      const key = request.headers['idempotency-key'];
      if (key !== undefined) return planUnderKey(request.params.op, request.body, { key, attended: false, owner: ownerOf(request) }, reply);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return answer(reply, await desk.plan(request.params.op, request.body, { signal: gone.signal }), planResult);
    });

    /** Goes on when whoever asked has gone: who asks again under the same key finds the plan. */
    const planUnderKey = async (op: string, wanted: PlanAsk, terms: JobTerms, reply: FastifyReply): Promise<FastifyReply> => {
      const started = board.start(op, { ...wanted, kind: 'plan' }, terms);
      if (!started.ok) return refuse(reply, refusalOf(started.error));
      await started.value.ended;
      const result = started.value.result();
      if (result?.kind === 'plan') return reply.send(planResult(result.answer));
      const { failure } = started.value.view();
      invariant(failure !== null, 'a job that is not done has failed');
      return refuse(reply, refusalOf(failure));
    };
  };
