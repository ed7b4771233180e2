// One look at an operation: what is raised, worse or gone since the last one, and a message for each subscription to which any
// of it is new. Everything is written in one transaction; two processes that look at once tell nobody twice.

import { plusMinutes, type Instant } from '../../domain/time.ts';
import type { Alert } from './alert.ts';
import { Audience } from './audience.ts';
import type { Kept, NewMessage, Subscription, Told, Turn } from './book.ts';
import { nextLook } from './due.ts';
import { type About, newsFor, newsLetter } from './letter.ts';
import type { AlertTools } from './tools.ts';
import { turned, type Standing } from './turn.ts';

/** How long what is over is remembered: cleared alerts, messages that were sent or given up. */
export const REMEMBERED_DAYS = 30;

export interface Looked {
  /** When time alone may change something. */
  readonly next: Instant;
  /** No plan of the instant was at hand: whether promises are at risk was left as it stood. */
  readonly undecided: boolean;
  /** Where a story stands; null: the operation lives, and each look is at another instant. */
  readonly standsAt: Instant | null;
  /** Messages written. */
  readonly messages: number;
}

/** `at`: the instant of a plan that is at hand; absent: where the operation stands, or now. Null: there is no such operation. */
export async function look({ desk, book, chance, clock, people, home }: AlertTools, operation: string, at?: Instant): Promise<Looked | null> {
  const began = clock.now();
  const picture = await desk.picture(operation, { asOf: at });
  if (!picture.ok) return null;
  const { asOf, name, zone, plan, standsAt } = picture.value;
  // Of the very instant that the picture was drawn for.
  const board = await desk.onward.board(operation, { asOf: standsAt === asOf ? undefined : asOf });
  if (!board.ok) return null;
  const audience = new Audience(desk, people, { picture: picture.value, board: board.value });
  const views = new Map<string, { readonly subscription: Subscription; readonly sees: readonly Alert[] }>();
  for (const subscription of await book.subscriptions(operation)) {
    if (subscription.paused !== null) continue;
    const sees = await audience.sees(subscription);
    if (sees === 'not-theirs') await book.pause(operation, subscription.id, { at: began, why: 'not-theirs' });
    else if (sees !== 'unknown') views.set(subscription.id, { subscription, sees });
  }
  let written = 0;
  const undecided = plan === null;
  const isUndecided = ({ kind }: Standing): boolean => undecided && (kind === 'at-risk' || kind === 'broken');
  await book.turn(operation, began, plusMinutes(began, -REMEMBERED_DAYS * 24 * 60), (kept) => {
    const turn = decide(kept, audience.whole, isUndecided, { operation, name, zone, asOf, at: began, home: home() }, views, () => chance.id());
    written = turn.messages.length;
    return turn;
  });
  return { next: nextLook({ picture: picture.value, orders: board.value.orders }), undecided, standsAt, messages: written };
}

function decide(kept: Kept, whole: readonly Alert[], isUndecided: (alert: Standing) => boolean, about: About, views: ReadonlyMap<string, { readonly subscription: Subscription; readonly sees: readonly Alert[] }>, newId: () => string): Turn {
  const changed = turned(kept.standing, whole, isUndecided, about.at);
  const standing = new Map([...kept.standing, ...changed].map((it) => [it.alert, it]));
  const messages: NewMessage[] = [];
  const toldNow: { subscription: string; now: Told; over: string[] }[] = [];
  for (const [id, told] of kept.subscriptions) {
    const view = views.get(id);
    const news = view === undefined ? null : newsFor(view.subscription, standing, view.sees, told);
    if (view === undefined || news === null) continue;
    messages.push({ id: newId(), subscription: id, ...newsLetter(about, view.subscription, news) });
    toldNow.push({ subscription: id, now: new Map(news.raised.map(({ alert: { alert } }) => [alert, standing.get(alert)?.raise ?? 0])), over: news.cleared.map(({ alert }) => alert) });
  }
  return { changed, told: toldNow, messages };
}
