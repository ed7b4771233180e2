// Links for requests: made and revoked by whoever judges requests, used by whoever holds one, for one recipient and nothing else.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { type Accounts, requestUrl } from '../../app/people/accounts.ts';
import { Gate } from '../../app/people/gate.ts';
import { answerByLink, fileByLink, makeRequestLink, requestLinksOf, revokeRequestLink, viewByLink, withdrawByLink } from '../../app/people/request-links.ts';
import type { Viewer } from '../../app/people/viewer.ts';
import { invariant, ok } from '../../domain/result.ts';
import { answer } from '../answer.ts';
import { OperationParams } from '../contract/operation.ts';
import { Done, LinkParams, NewLink } from '../contract/people.ts';
import { LinkAnswerBody, LinkHeaders, LinkRequestBody, LinkRequestParams, LinkSecretParams, RequestLinkList, RequestLinkWish, RequestsByLink } from '../contract/requests.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Need'];
const GUESSES = { max: 30, timeWindow: '1 minute' };
const judge = { permission: 'request.judge' } as const;
const open = { permission: 'open', rateLimit: GUESSES } as const;
const opened = responses('What the recipient asked for, and what became of it.', RequestsByLink, 400, 404, 409, 410, 422);

/** `desk`: the whole one; whether the operation is the viewer's is asked here. */
export const requestLinkRoutes =
  (accounts: Accounts, desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    const { tools } = accounts;
    const allowed = (viewer: Viewer | null, operation: string): ReturnType<Gate['whole']> => {
      invariant(viewer !== null, 'a link is made by a member');
      return new Gate(desk, viewer).whole(operation, 'request.judge', async () => ok(null));
    };

    app.get('/operations/:op/request-links', { config: judge, schema: { tags, summary: 'The links by which recipients file requests, without their secrets', params: OperationParams, response: responses('The links.', RequestLinkList, 403, 404) } }, async (request, reply) => {
      const may = await allowed(request.viewer, request.params.op);
      return may.ok ? reply.send({ links: [...(await requestLinksOf(tools, request.params.op))] }) : answer(reply, may);
    });

    app.post('/operations/:op/request-links', { config: judge, schema: { tags, summary: 'Make a link by which a recipient says what it needs', params: OperationParams, body: RequestLinkWish, response: responses('The link.', NewLink, 403, 404) } }, async (request, reply) => {
      const may = await allowed(request.viewer, request.params.op);
      if (!may.ok) return answer(reply, may);
      const made = await makeRequestLink(tools, request.params.op, { ...request.body, madeBy: request.viewer?.member?.id ?? '' });
      return answer(reply, made, ({ id, secret, expiresAt }) => ({ id, url: requestUrl(accounts.url, secret), expiresAt }));
    });

    app.delete('/operations/:op/request-links/:link', { config: judge, schema: { tags, summary: 'Revoke a link', params: LinkParams, response: responses('It no longer holds.', Done, 403, 404) } }, async (request, reply) => {
      const may = await allowed(request.viewer, request.params.op);
      if (!may.ok) return answer(reply, may);
      return answer(reply, await revokeRequestLink(tools, request.params.op, request.params.link), () => ({ done: true }));
    });

    app.get('/need/:secret', { config: open, schema: { tags, summary: 'What a recipient’s link opens', params: LinkSecretParams, response: opened } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await viewByLink(tools, request.params.secret)),
    );

    app.post('/need/:secret', { config: open, schema: { tags, summary: 'File a request by link, once under its key', params: LinkSecretParams, headers: LinkHeaders, body: LinkRequestBody, response: opened } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await fileByLink(tools, request.params.secret, request.body, request.headers['idempotency-key'])),
    );

    app.post('/need/:secret/:request/answer', { config: open, schema: { tags, summary: 'Answer what was asked about a request, by link', params: LinkRequestParams, headers: LinkHeaders, body: LinkAnswerBody, response: opened } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await answerByLink(tools, request.params.secret, request.params.request, request.body, request.headers['idempotency-key'])),
    );

    app.post('/need/:secret/:request/withdrawal', { config: open, schema: { tags, summary: 'Withdraw a request, by link', params: LinkRequestParams, headers: LinkHeaders, response: opened } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await withdrawByLink(tools, request.params.secret, request.params.request, request.headers['idempotency-key'])),
    );
  };
