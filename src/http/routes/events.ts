// A journal followed live, as server-sent events: from any number on, each fact once and in order, over any number of breaks.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk, JournalEvent } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { EventsHeaders, EventsQuery } from '../contract/events.ts';
import { OperationParams } from '../contract/operation.ts';
import { streamed } from '../contract/responses.ts';
import type { EventStreams, SentEvent } from '../event-streams.ts';

const DESCRIPTION =
  'Events: `head` {seq}, once, where the journal ends; `fact` {seq, kind, occurredAt, recordedAt} for each fact, its body under GET …/facts; `reset` {seq} where the journal ends before the last id seen, ' +
  'because it was restored from an older copy: read everything anew. A comment every 15 seconds says that the stream lives.';

export const eventRoutes =
  (desk: Desk, streams: EventStreams): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/operations/:op/events',
      { exposeHeadRoute: false, config: { permission: 'journal.read' }, schema: { tags: ['Operations'], summary: 'Every fact as it comes in', params: OperationParams, querystring: EventsQuery, headers: EventsHeaders, response: streamed(DESCRIPTION, z.string(), 400, 404, 503) } },
      async (request, reply) => {
        const after = request.headers['last-event-id'] ?? request.query.after ?? null;
        const gone = new AbortController();
        const events = await desk.follow(request.params.op, after, gone.signal);
        return events.ok ? streams.send(reply, gone, sent(events.value, after !== null)) : answer(reply, events);
      },
    );
  };

/** To a reader that named a number the head has no id: it has not seen what lies between. */
async function* sent(pages: AsyncIterable<readonly JournalEvent[]>, isNamed: boolean): AsyncGenerator<readonly SentEvent[]> {
  for await (const page of pages) yield page.map(({ event, ...data }) => ({ event, data, ...(event === 'head' && isNamed ? {} : { id: data.seq }) }));
}
