// Sends what waits, and settles what came of it: taken, tried again later, given up, or the subscription paused because its
// receiver is no more. A process that dies between sending and settling leaves a message that goes out once more, under its id.

import { plusMinutes, type Instant } from '../../domain/time.ts';
import { stands } from './audience.ts';
import { MOST_TRIES, nextTry } from './backoff.ts';
import type { Message, Subscription } from './book.ts';
import type { AlertTools } from './tools.ts';

/** Sent side by side. */
const AT_ONCE = 8;
/** Longer than any try may take: after that the message is anybody's again. */
const HELD_MINUTES = 2;

/** Sends what is due in the operation; answers when the next is, null: none waits. */
export async function sendDue(tools: AlertTools, operation: string, signal?: AbortSignal): Promise<Instant | null> {
  const { book, clock } = tools;
  for (;;) {
    if (signal?.aborted === true) return null;
    const now = clock.now();
    const claimed = await book.claim(operation, now, plusMinutes(now, HELD_MINUTES), AT_ONCE);
    if (claimed.length === 0) return book.nextDue(operation);
    const subscriptions = new Map((await book.subscriptions(operation)).map((it) => [it.id, it]));
    await Promise.all(claimed.map((message) => sendOne(tools, message, subscriptions.get(message.subscription), signal)));
  }
}

async function sendOne({ desk, book, courier, chance, clock, people }: AlertTools, message: Message, subscription: Subscription | undefined, signal?: AbortSignal): Promise<void> {
  // It was removed meanwhile, and the message with it.
  if (subscription === undefined) return;
  const { operation, tries } = message;
  if (tries > MOST_TRIES) return void (await book.settle(message, { state: 'dead', at: clock.now(), error: message.lastError ?? 'each try ended with its process' }));
  const may = await stands(desk, people, subscription);
  if (may !== 'yes') {
    if (may === 'not-theirs') await book.pause(operation, subscription.id, { at: clock.now(), why: 'not-theirs' });
    return void (await book.settle(message, { state: 'dead', at: clock.now(), error: may === 'unknown' ? 'a member made the subscription, and this server runs without accounts' : 'whoever made the subscription may no longer see the operation' }));
  }
  const { channel, address, secret, language } = subscription;
  const carried = await courier.carry({ id: message.id, channel, address, secret, language, subject: message.subject, body: message.body, at: clock.now() }, signal);
  // Broken off: it stays claimed, and goes out when that time is over.
  if (carried.outcome !== 'taken' && signal?.aborted === true) return;
  const at = clock.now();
  if (carried.outcome === 'taken') return void (await book.settle(message, { state: 'sent', at }));
  if (carried.outcome === 'gone') await book.pause(operation, subscription.id, { at, why: 'gone' });
  const isOver = carried.outcome !== 'failed' || tries >= MOST_TRIES;
  await book.settle(message, isOver ? { state: 'dead', at, error: carried.why } : { state: 'queued', nextAt: nextTry(at, tries, chance.share()), error: carried.why });
}
