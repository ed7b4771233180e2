// Being told: subscriptions made, paused, tried and removed, and what did not get through. Each belongs to the member who made it;
// without accounts, to the machine. Who may reach those of others is the matrix's business (alert.manage).

import { err, ok, type Result } from '../../domain/result.ts';
import type { LanguageCode } from '../../words/languages.ts';
import type { Desk, DeskFailure, OperationSummary } from '../desk.ts';
import { scopeOf, type Viewer } from '../people/viewer.ts';
import type { AlertKind } from './alert.ts';
import type { Channel, Message, Subscription } from './book.ts';
import type { Carried } from './courier.ts';
import { testLetter } from './letter.ts';
import type { AlertFailure } from './refusal.ts';
import type { AlertTools } from './tools.ts';

type Answer<T> = Promise<Result<T, AlertFailure | DeskFailure>>;

/** Of one maker in one operation. */
const MOST_SUBSCRIPTIONS = 20;

export interface Wish {
  readonly channel: Channel;
  readonly address: string;
  /** Null: every kind. */
  readonly kinds: readonly AlertKind[] | null;
  readonly language: LanguageCode;
  /** Also of an operation that stands in the past. */
  readonly evenPast: boolean;
}

export interface SubscriptionInList extends Omit<Subscription, 'operation' | 'secret'> {
  /** Of whoever made it; null: the machine, or an account that is no more. */
  readonly maker: string | null;
}

/** Who asks, at their own desk. `viewer`: null without accounts. */
export interface Asker {
  readonly desk: Desk;
  readonly viewer: Viewer | null;
}

const reaches = ({ viewer }: Asker, { madeBy }: Pick<Subscription, 'madeBy'>): boolean => viewer === null || scopeOf(viewer, 'alert.manage') === 'all' || (viewer.member !== null && madeBy === viewer.member.id);

async function operationFor({ desk }: Asker, operation: string): Answer<OperationSummary> {
  const all = await desk.operations();
  if (!all.ok) return all;
  const found = all.value.find((it) => it.operation === operation);
  if (found !== undefined) return ok(found);
  const remedy = all.value.length > 0 ? `name one of ${all.value.map((it) => it.operation).join(', ')}` : 'import a pack first, or ask an administrator to bind your organisation to an operation';
  return err({ code: 'unknown-operation', message: `there is no operation ${operation}`, remedy });
}

/** Those that the asker may manage. */
export async function subscriptionsFor({ book, people }: AlertTools, asker: Asker, operation: string): Answer<readonly SubscriptionInList[]> {
  const seen = await operationFor(asker, operation);
  if (!seen.ok) return seen;
  const all = (await book.subscriptions(operation)).filter((it) => reaches(asker, it));
  return ok(await Promise.all(all.map(async ({ id, channel, address, kinds, language, madeBy, madeAt, paused }) => ({ id, channel, address, kinds, language, madeBy, madeAt, paused, maker: madeBy === '' || people === null ? null : ((await people.roster.member(madeBy))?.name ?? null) }))));
}

export interface MadeSubscription {
  readonly id: string;
  /** What a webhook's messages are signed with, shown this once; null: an e-mail. */
  readonly secret: string | null;
}

export async function subscribe({ book, courier, chance, clock }: AlertTools, asker: Asker, operation: string, { channel, address, kinds, language, evenPast }: Wish): Answer<MadeSubscription> {
  const seen = await operationFor(asker, operation);
  if (!seen.ok) return seen;
  if (seen.value.standsAt !== null && !evenPast) return err({ code: 'past-operation', message: `${operation} stands at ${seen.value.standsAt.slice(0, 10)}: it is a story, and nothing in it needs anybody today`, remedy: 'to be told all the same, ask for it with evenPast' });
  const checked = await courier.check(channel, address);
  if (!checked.ok) return err({ code: courier.channels.has(channel) ? 'bad-address' : 'channel-off', ...checked.error });
  const id = chance.id();
  const secret = channel === 'webhook' ? `whsec_${chance.secret()}` : null;
  const put = await book.putSubscription({ operation, id, channel, address: checked.value, kinds, language, madeBy: asker.viewer?.member?.id ?? '', madeAt: clock.now(), paused: null, secret }, MOST_SUBSCRIPTIONS);
  if (put) return ok({ id, secret });
  return err({ code: 'too-many-subscriptions', message: `there are ${MOST_SUBSCRIPTIONS} subscriptions of yours to ${operation} already`, remedy: 'remove one that nobody needs; or let one webhook tell the others' });
}

const unknownSubscription = (id: string): AlertFailure => ({ code: 'unknown-subscription', message: `there is no subscription ${id} of yours`, remedy: 'the list of subscriptions names those there are' });

async function subscriptionFor({ book }: AlertTools, asker: Asker, operation: string, id: string): Answer<{ readonly subscription: Subscription; readonly of: OperationSummary }> {
  const seen = await operationFor(asker, operation);
  if (!seen.ok) return seen;
  const subscription = (await book.subscriptions(operation)).find((it) => it.id === id);
  return subscription !== undefined && reaches(asker, subscription) ? ok({ subscription, of: seen.value }) : err(unknownSubscription(id));
}

export async function pauseSubscription(tools: AlertTools, asker: Asker, operation: string, id: string, paused: boolean): Answer<void> {
  const found = await subscriptionFor(tools, asker, operation, id);
  if (!found.ok) return found;
  const done = await tools.book.pause(operation, id, paused ? { at: tools.clock.now(), why: 'by-hand' } : null);
  return done ? ok(undefined) : err(unknownSubscription(id));
}

export async function removeSubscription(tools: AlertTools, asker: Asker, operation: string, id: string): Answer<void> {
  const found = await subscriptionFor(tools, asker, operation, id);
  if (!found.ok) return found;
  return (await tools.book.remove(operation, id)) ? ok(undefined) : err(unknownSubscription(id));
}

/** One try, at once, whether it is paused or not; it is not kept. */
export async function tryOut(tools: AlertTools, asker: Asker, operation: string, id: string): Answer<Carried> {
  const found = await subscriptionFor(tools, asker, operation, id);
  if (!found.ok) return found;
  const { subscription, of } = found.value;
  const at = tools.clock.now();
  const { subject, body } = testLetter({ operation, name: of.name, zone: of.zone, asOf: at, at, home: tools.home() }, subscription);
  const { channel, address, secret, language } = subscription;
  return ok(await tools.courier.carry({ id: tools.chance.id(), channel, address, secret, language, subject, body, at }));
}

export type MessageInList = Pick<Message, 'id' | 'subscription' | 'madeAt' | 'state' | 'tries' | 'nextAt' | 'lastError' | 'settledAt' | 'alerts' | 'subject'> & Pick<Subscription, 'channel' | 'address'>;

/** Of subscriptions that the asker may manage, newest first. */
export async function messagesFor({ book }: Pick<AlertTools, 'book'>, asker: Asker, operation: string, state: Message['state']): Answer<readonly MessageInList[]> {
  const seen = await operationFor(asker, operation);
  if (!seen.ok) return seen;
  const mine = new Map((await book.subscriptions(operation)).filter((it) => reaches(asker, it)).map((it) => [it.id, it]));
  return ok(
    (await book.messages(operation, state)).flatMap(({ id, subscription, madeAt, state: now, tries, nextAt, lastError, settledAt, alerts, subject }) => {
      const to = mine.get(subscription);
      return to === undefined ? [] : [{ id, subscription, madeAt, state: now, tries, nextAt, lastError, settledAt, alerts, subject, channel: to.channel, address: to.address }];
    }),
  );
}

/** A dead letter: sent again, or thrown away. */
export async function settleDead(tools: AlertTools, asker: Asker, operation: string, id: string, how: 'retry' | 'discard'): Answer<void> {
  const dead = await messagesFor(tools, asker, operation, 'dead');
  if (!dead.ok) return dead;
  const { book, clock } = tools;
  const done = dead.value.some((it) => it.id === id) && (how === 'retry' ? await book.retry(operation, id, clock.now()) : await book.discard(operation, id));
  return done ? ok(undefined) : err({ code: 'unknown-message', message: `there is no dead letter ${id} of yours`, remedy: 'the list of dead letters names those there are' });
}
