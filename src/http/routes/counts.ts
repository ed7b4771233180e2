// Official counts: files looked at and taken in, what stands source beside source, and the addresses that are asked by themselves.

import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Desk } from '../../app/desk.ts';
import type { CountsAsk } from '../../app/need/counts-shape.ts';
import { answer } from '../answer.ts';
import { CountsBody, CountsImported, CountsPreview, CountsQuery, CountsReport, Feed, FeedBody, FeedList, FeedParams } from '../contract/counts.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Counts'];
/** 50 MB of a file are 67 MB in base64. */
const bodyLimit = 72 * 1024 * 1024;
/** Each of these may make the server ask somebody. */
const ASKING = { max: 30, timeWindow: '1 minute' };
const write = { permission: 'fact.count', rateLimit: ASKING } as const;

const askOf = ({ files, text, ...rest }: z.infer<typeof CountsBody>): CountsAsk => ({
  ...rest,
  ...(files !== undefined && { files: files.map(({ name, content }) => ({ name, content: new Uint8Array(Buffer.from(content, 'base64')) })) }),
  ...(text !== undefined && { files: [{ name: 'pasted.csv', content: new TextEncoder().encode(text) }] }),
});

function goneWith({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => raw.writableFinished || gone.abort());
  return gone.signal;
}

export const countRoutes =
  ({ counts }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.post('/operations/:op/counts/preview', { bodyLimit, config: write, schema: { tags, summary: 'Read files of counts and hold them against what stands; nothing is written', params: OperationParams, body: CountsBody, response: responses('What would be new or another, what is wrong, and what is open.', CountsPreview, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await counts.preview(request.params.op, askOf(request.body), goneWith(reply))),
    );

    app.post('/operations/:op/counts', { bodyLimit, config: write, schema: { tags, summary: 'Take files of counts in: what is new or another, all of it or nothing', params: OperationParams, body: CountsBody, response: responses('What was written.', CountsImported, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await counts.import(request.params.op, askOf(request.body))),
    );

    app.get('/operations/:op/counts', { config: { permission: 'count.read' }, schema: { tags, summary: 'Official counts, source beside source, with what stood before', params: OperationParams, querystring: CountsQuery, response: responses('The series, which is used for each area and why; of one area also its days.', CountsReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await counts.report(request.params.op, request.query)),
    );

    app.get('/operations/:op/count-feeds', { config: { permission: 'count.follow' }, schema: { tags, summary: 'Which counts are fetched by themselves, and how that goes', params: OperationParams, response: responses('The feeds, each with how it last went and when it is asked again.', FeedList, 404) } }, async (request, reply) =>
      answer(reply, await counts.feeds(request.params.op), (feeds) => ({ feeds })),
    );

    app.post('/operations/:op/count-feeds', { config: write, schema: { tags, summary: 'Have counts fetched by themselves, or set that anew', params: OperationParams, body: FeedBody, response: responses('The feed as it stands.', Feed, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await counts.setFeed(request.params.op, request.body)),
    );

    app.post('/operations/:op/count-feeds/:series/ask', { config: write, schema: { tags, summary: 'Ask a feed now', params: FeedParams, response: responses('How that went.', Feed, 404, 422) } }, async (request, reply) =>
      answer(reply, await counts.askFeed(request.params.op, request.params.series)),
    );
  };
