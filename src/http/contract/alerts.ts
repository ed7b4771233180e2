// What the routes about alerts take and answer.

import { z } from 'zod';
import { ALERT_KINDS, SEVERITIES } from '../../app/alerts/alert.ts';
import { CHANNELS } from '../../app/alerts/book.ts';
import { OperationParams } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

const Kind = z.enum(ALERT_KINDS);
const Channel = z.enum(CHANNELS);

const Alert = z.looseObject({
  alert: z.string().describe('The same for as long as the thing lasts.'),
  kind: Kind,
  severity: z.enum(SEVERITIES),
  subject: z.string().describe('A consignment, dispatch, lot, country, recipient or pledge.'),
  item: z.string().nullable(),
  recipient: z.string().nullable(),
  units: z.number().nullable(),
  deadline: z.string().nullable().describe('Until when somebody has to act; null: the sooner the better.'),
  since: z.string().nullable().describe('When it was first noticed; null: nobody is watching.'),
  title: SpokenPhrase,
  text: z.array(SpokenPhrase),
  titleInEnglish: z.string(),
  textInEnglish: z.string(),
  where: z.looseObject({ page: z.string() }).describe('The page that solves it.'),
  facts: z.array(z.int()),
});
export const AlertsReport = z
  .object({ operation: z.string(), asOf: z.string(), standsAt: z.string().nullable(), undecided: z.boolean().describe('No plan of the instant is at hand: whether promises are at risk is not known.'), alerts: z.array(Alert) })
  .meta({ id: 'Alerts', description: 'What needs a person, soonest deadline first.' });

const Language = z.enum(['en', 'fr']);
export const SubscriptionWish = z.strictObject({
  channel: Channel,
  address: z.string().min(1).max(2000).describe('An https address, or one e-mail address.'),
  kinds: z.array(Kind).min(1).max(ALERT_KINDS.length).nullable().default(null).describe('Null: every kind.'),
  language: Language.default('en'),
  evenPast: z.boolean().default(false).describe('Also of an operation that stands in the past, which else tells nobody.'),
});
export const NewSubscription = z.object({ id: z.string(), secret: z.string().nullable().describe('Each message of a webhook is signed with it (Standard Webhooks); shown this once. Null: an e-mail.') }).meta({ id: 'NewAlertSubscription' });

const Subscription = z.object({
  id: z.string(),
  channel: Channel,
  address: z.string(),
  kinds: z.array(Kind).nullable(),
  language: Language,
  madeBy: z.string().describe('The id of a member; empty: the machine itself.'),
  maker: z.string().nullable().describe('The name of that member.'),
  madeAt: z.string(),
  paused: z.object({ at: z.string(), why: z.enum(['by-hand', 'gone', 'not-theirs']) }).nullable().describe('`gone`: the receiver answered 410. `not-theirs`: whoever made it may no longer see the operation.'),
});
export const SubscriptionList = z.object({ channels: z.array(Channel).describe('What this server can send by.'), subscriptions: z.array(Subscription) }).meta({ id: 'AlertSubscriptions' });
export const SubscriptionParams = OperationParams.extend({ subscription: z.string().min(1).max(64) });
export const SubscriptionChange = z.strictObject({ paused: z.boolean() });

export const Tried = z.object({ outcome: z.enum(['taken', 'failed', 'gone', 'refused']), why: z.string().nullable().describe('Null: it was taken.') }).meta({ id: 'AlertTest' });

const STATES = ['queued', 'sent', 'dead'] as const;
export const MessagesQuery = z.object({ state: z.enum(STATES).default('dead') });
const Message = z.object({
  id: z.string().describe('The webhook-id, the same over all tries.'),
  subscription: z.string(),
  channel: Channel,
  address: z.string(),
  madeAt: z.string(),
  state: z.enum(STATES),
  tries: z.int(),
  nextAt: z.string().describe('Of a message that waits: not before.'),
  lastError: z.string().nullable(),
  settledAt: z.string().nullable(),
  alerts: z.int(),
  subject: z.string(),
});
export const MessageList = z.object({ messages: z.array(Message) }).meta({ id: 'AlertMessages' });
export const MessageParams = OperationParams.extend({ message: z.string().min(1).max(64) });
