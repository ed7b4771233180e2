// Planning as jobs: begin one, watch how far it is, cancel it, read what came of it.

import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk } from '../../app/desk.ts';
import type { Job, JobBoard, JobView } from '../../app/jobs.ts';
import { answer } from '../answer.ts';
import { JobHeaders, JobParams, JobQuery, JobRequest, JobView as JobSchema } from '../contract/job.ts';
import { OperationParams } from '../contract/operation.ts';
import { accepted, responses, streamed } from '../contract/responses.ts';
import type { EventStreams, SentEvent } from '../event-streams.ts';
import { ownerOf } from '../permitted.ts';
import { refusalOf, refuse } from '../problems.ts';

const tags = ['Plans'];
/** What is at hand already is answered with the start; nobody need ask again. */
const AT_HAND_MS = 30;

const EVENTS = 'Events: `progress` with the job as it stands, at once and at each change; then `done`, `failed` or `cancelled`, and the stream ends. Whoever comes back is told how it stands then.';

export const planJobRoutes =
  (desk: Desk, board: JobBoard, streams: EventStreams): FastifyPluginAsyncZod =>
  async (app) => {
    app.post('/operations/:op/plan-jobs', { config: { permission: 'plan.read' }, schema: { tags, summary: 'Begin a plan, a frontier, plans that hedge, or an explanation', params: OperationParams, querystring: JobQuery, headers: JobHeaders, body: JobRequest, response: accepted('The job, and its result where that was at hand.', JobSchema, 400, 404, 409, 503) } }, async (request, reply) => {
      const { op } = request.params;
      // Is there such an operation?
      const known = await desk.facts(op, 0, 1);
      if (!known.ok) return answer(reply, known);
      const { kind = 'plan', ...wanted } = request.body;
      const started = board.start(op, { ...wanted, kind } as Parameters<JobBoard['start']>[1], { key: request.headers['idempotency-key'] ?? null, attended: request.query.attended, owner: ownerOf(request) });
      if (!started.ok) return refuse(reply, refusalOf(started.error));
      const job = started.value;
      await Promise.race([job.ended, wait(AT_HAND_MS)]);
      return reply.status(202).header('location', `/api/v1/operations/${encodeURIComponent(op)}/plan-jobs/${job.view().job}`).send(withResult(job));
    });

    app.get('/operations/:op/plan-jobs/:job', { config: { permission: 'plan.read' }, schema: { tags, summary: 'How a job stands, and its result', params: JobParams, response: responses('The job.', JobSchema, 404) } }, async (request, reply) => {
      const job = board.find(request.params.op, request.params.job, ownerOf(request));
      return job === null ? unknownJob(reply, request.params) : reply.send(withResult(job));
    });

    app.get('/operations/:op/plan-jobs/:job/events', { exposeHeadRoute: false, config: { permission: 'plan.read' }, schema: { tags, summary: 'How far a job is, as it goes', params: JobParams, response: streamed(EVENTS, z.string(), 404, 503) } }, async (request, reply) => {
      const job = board.find(request.params.op, request.params.job, ownerOf(request));
      if (job === null) return unknownJob(reply, request.params);
      const gone = new AbortController();
      return streams.send(reply, gone, sent(job.watch(gone.signal)));
    });

    app.delete('/operations/:op/plan-jobs/:job', { config: { permission: 'plan.read' }, schema: { tags, summary: 'Cancel a job; the operation stays as it was', params: JobParams, response: responses('How the job ended: done, where it was too late.', JobSchema, 404) } }, async (request, reply) => {
      const job = board.find(request.params.op, request.params.job, ownerOf(request));
      return job === null ? unknownJob(reply, request.params) : reply.send(await job.cancel());
    });
  };

const unknownJob = (reply: FastifyReply, { op, job }: { readonly op: string; readonly job: string }): FastifyReply =>
  refuse(reply, { code: 'unknown-job', message: `There is no job ${job} of ${op}.`, remedy: 'Jobs are kept for an hour, and not over a restart of the server; begin it again.' });

/** The result as the route of its kind answers it. */
function withResult(job: Job): JobView & { readonly result?: unknown } {
  const result = job.result();
  if (result === null) return job.view();
  return { ...job.view(), result: result.kind === 'plan' ? planResult(result.answer) : result.answer };
}

export const planResult = ({ report, mps, problem }: { readonly report: object; readonly mps: string | null; readonly problem: string | null }): object => ({ ...report, ...(mps !== null && { mps }), ...(problem !== null && { problem }) });

async function* sent(views: AsyncIterable<JobView>): AsyncGenerator<readonly SentEvent[]> {
  for await (const view of views) yield [{ event: view.status === 'waiting' || view.status === 'running' ? 'progress' : view.status, data: view }];
}
