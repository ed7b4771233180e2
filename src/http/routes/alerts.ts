// What is raised, who is told, and what did not get through. `desk` is the asker's own; subscriptions are theirs, or of all whom they
// may manage.

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { alertsNow } from '../../app/alerts/raised.ts';
import { messagesFor, pauseSubscription, removeSubscription, settleDead, subscribe, subscriptionsFor, tryOut, type Asker } from '../../app/alerts/subscriptions.ts';
import type { AlertTools } from '../../app/alerts/tools.ts';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { AlertsReport, MessageList, MessageParams, MessagesQuery, NewSubscription, SubscriptionChange, SubscriptionList, SubscriptionParams, SubscriptionWish, Tried } from '../contract/alerts.ts';
import { OperationParams } from '../contract/operation.ts';
import { Done } from '../contract/people.ts';
import { responses } from '../contract/responses.ts';

export interface AlertsAtServer {
  readonly tools: AlertTools;
  /** Tells the watch of this process that something changed. */
  readonly wake: (operation: string) => void;
}

const tags = ['Alerts'];
const read = { permission: 'alert.read' } as const;
const manage = { permission: 'alert.manage' } as const;
/** Each of these may make the server write to somebody. */
const WRITING = { max: 30, timeWindow: '1 minute' };

export const alertRoutes =
  (desk: Desk, { tools, wake }: AlertsAtServer): FastifyPluginAsyncZod =>
  async (app) => {
    const of = ({ viewer }: Pick<FastifyRequest, 'viewer'>): Asker => ({ desk, viewer });
    const done = (): { readonly done: true } => ({ done: true });
    const doneAndWake = (operation: string) => (): { readonly done: true } => {
      wake(operation);
      return { done: true };
    };

    app.get('/operations/:op/alerts', { config: read, schema: { tags, summary: 'What needs a person now', params: OperationParams, response: responses('The alerts, soonest deadline first.', AlertsReport, 404) } }, async (request, reply) => answer(reply, await alertsNow(desk, tools.book, request.params.op)));

    app.get('/operations/:op/alert-subscriptions', { config: manage, schema: { tags, summary: 'Who is told, and by which way', params: OperationParams, response: responses('The subscriptions, without their secrets.', SubscriptionList, 404) } }, async (request, reply) =>
      answer(reply, await subscriptionsFor(tools, of(request), request.params.op), (subscriptions) => ({ channels: [...tools.courier.channels], subscriptions })),
    );

    app.post('/operations/:op/alert-subscriptions', { config: { ...manage, rateLimit: WRITING }, schema: { tags, summary: 'Have alerts sent to a webhook or an e-mail address', params: OperationParams, body: SubscriptionWish, response: responses('The subscription; its secret is shown once.', NewSubscription, 404, 409, 422) } }, async (request, reply) => {
      const { op } = request.params;
      return answer(reply.header('cache-control', 'no-store'), await subscribe(tools, of(request), op, request.body), (made) => {
        wake(op);
        return made;
      });
    });

    app.patch('/operations/:op/alert-subscriptions/:subscription', { config: manage, schema: { tags, summary: 'Pause a subscription, or let it go on', params: SubscriptionParams, body: SubscriptionChange, response: responses('Changed. What waited meanwhile is told as one message.', Done, 404) } }, async (request, reply) => {
      const { op, subscription } = request.params;
      return answer(reply, await pauseSubscription(tools, of(request), op, subscription, request.body.paused), doneAndWake(op));
    });

    app.delete('/operations/:op/alert-subscriptions/:subscription', { config: manage, schema: { tags, summary: 'Remove a subscription, with its messages', params: SubscriptionParams, response: responses('It is no more.', Done, 404) } }, async (request, reply) => answer(reply, await removeSubscription(tools, of(request), request.params.op, request.params.subscription), done));

    app.post('/operations/:op/alert-subscriptions/:subscription/test', { config: { ...manage, rateLimit: WRITING }, schema: { tags, summary: 'Send a test message now, once', params: SubscriptionParams, response: responses('What became of it.', Tried, 404) } }, async (request, reply) =>
      answer(reply, await tryOut(tools, of(request), request.params.op, request.params.subscription), (tried) => ({ outcome: tried.outcome, why: tried.outcome === 'taken' ? null : tried.why })),
    );

    app.get('/operations/:op/alert-messages', { config: manage, schema: { tags, summary: 'Messages that were given up, wait, or were sent', params: OperationParams, querystring: MessagesQuery, response: responses('The newest 200, newest first.', MessageList, 404) } }, async (request, reply) => answer(reply, await messagesFor(tools, of(request), request.params.op, request.query.state), (messages) => ({ messages })));

    app.post('/operations/:op/alert-messages/:message/retry', { config: { ...manage, rateLimit: WRITING }, schema: { tags, summary: 'Send a message again that was given up', params: MessageParams, response: responses('It waits for its turn, under the same id.', Done, 404) } }, async (request, reply) => {
      const { op, message } = request.params;
      return answer(reply, await settleDead(tools, of(request), op, message, 'retry'), doneAndWake(op));
    });

    app.delete('/operations/:op/alert-messages/:message', { config: manage, schema: { tags, summary: 'Throw a message away that was given up', params: MessageParams, response: responses('It is no more.', Done, 404) } }, async (request, reply) => answer(reply, await settleDead(tools, of(request), request.params.op, request.params.message, 'discard'), done));
  };
