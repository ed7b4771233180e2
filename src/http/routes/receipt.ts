// Consignee links: made and revoked by the hub or a planner, used by whoever holds one, for one delivery and nothing else.

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk, DeskFailure } from '../../app/desk.ts';
import { answerDelivery, linksOf, makeLink, revokeLink, viewDelivery } from '../../app/people/delivery-links.ts';
import { dispatchesFor } from '../../app/people/member-desk.ts';
import { invariant, type Result } from '../../domain/result.ts';
import { type Accounts, receiptUrl } from '../../app/people/accounts.ts';
import { answer } from '../answer.ts';
import { OperationParams } from '../contract/operation.ts';
import { Delivery, Done, LinkList, LinkParams, LinkWish, NewLink, ReceiptAnswer, ReceiptParams } from '../contract/people.ts';
import { responses } from '../contract/responses.ts';
import { refuse, type Refusal } from '../problems.ts';

const tags = ['Receipt'];
const GUESSES = { max: 30, timeWindow: '1 minute' };
const make = { permission: 'link.make' } as const;

const notYours = (dispatch: string): Refusal => ({ code: 'unknown-delivery', message: `there is no dispatch ${dispatch} from your hub`, remedy: 'name a dispatch that was released from it' });

/** `desk`: the whole one; what of it is the viewer's is asked here. */
export const receiptRoutes =
  (accounts: Accounts, desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    const { tools } = accounts;
    /** The dispatches that the viewer may make links for. */
    const mine = ({ viewer }: FastifyRequest, operation: string): Promise<Result<(dispatch: string) => boolean, DeskFailure>> => {
      invariant(viewer !== null, 'a link is made by a member');
      return dispatchesFor(desk, viewer, operation, 'link.make');
    };

    app.get('/operations/:op/delivery-links', { config: make, schema: { tags, summary: 'The links to deliveries, without their secrets', params: OperationParams, response: responses('The links.', LinkList, 403, 404) } }, async (request, reply) => {
      const isMine = await mine(request, request.params.op);
      if (!isMine.ok) return answer(reply, isMine);
      return reply.send({ links: (await linksOf(tools, request.params.op)).filter(({ dispatch }) => isMine.value(dispatch)) });
    });

    app.post('/operations/:op/delivery-links', { config: make, schema: { tags, summary: 'Make a link by which the consignee answers for one delivery', params: OperationParams, body: LinkWish, response: responses('The link.', NewLink, 403, 404) } }, async (request, reply) => {
      const { op } = request.params;
      const isMine = await mine(request, op);
      if (!isMine.ok) return answer(reply, isMine);
      if (!isMine.value(request.body.dispatch)) return refuse(reply, notYours(request.body.dispatch));
      const made = await makeLink(tools, op, { ...request.body, madeBy: request.viewer?.member?.id ?? '' });
      return answer(reply, made, ({ id, secret, expiresAt }) => ({ id, url: receiptUrl(accounts.url, secret), expiresAt }));
    });

    app.delete('/operations/:op/delivery-links/:link', { config: make, schema: { tags, summary: 'Revoke a link', params: LinkParams, response: responses('It no longer holds.', Done, 403, 404) } }, async (request, reply) => {
      const { op, link } = request.params;
      const isMine = await mine(request, op);
      if (!isMine.ok) return answer(reply, isMine);
      const standing = (await linksOf(tools, op)).find(({ id }) => id === link);
      if (standing !== undefined && !isMine.value(standing.dispatch)) return refuse(reply, notYours(standing.dispatch));
      return answer(reply, await revokeLink(tools, op, link), () => ({ done: true }));
    });

    app.get('/receipt/:secret', { config: { permission: 'open', rateLimit: GUESSES }, schema: { tags, summary: 'The delivery that a consignee’s link opens', params: ReceiptParams, response: responses('What is coming, and what was answered.', Delivery, 404, 410) } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await viewDelivery(tools, request.params.secret)),
    );

    app.post('/receipt/:secret', { config: { permission: 'open', rateLimit: GUESSES }, schema: { tags, summary: 'Answer for the delivery, once: received, damaged, refused', params: ReceiptParams, body: ReceiptAnswer, response: responses('The answer as it stands in the journal.', Delivery, 400, 404, 409, 410, 422) } }, async (request, reply) =>
      answer(reply.header('cache-control', 'no-store'), await answerDelivery(tools, request.params.secret, request.body)),
    );
  };
