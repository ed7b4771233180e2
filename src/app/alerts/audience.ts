// What whoever made a subscription may see now. A member's alerts are drawn through their own desk, so that no message holds what
// their pages would hide; the machine's own subscriptions, made without accounts, see everything.

import { BrokenInvariant, ok } from '../../domain/result.ts';
import type { Desk } from '../desk.ts';
import type { DispatchBoard } from '../onward/board.ts';
import { memberDesk } from '../people/member-desk.ts';
import { actorOf } from '../people/members.ts';
import type { PeopleTools } from '../people/tools.ts';
import { memberViewer, scopeOf, type Viewer } from '../people/viewer.ts';
import type { Picture } from '../picture/shape.ts';
import { alertsOf, type Alert } from './alert.ts';
import type { Subscription } from './book.ts';

/** Null: they have no account any more, or may have no alerts. */
async function viewerOf({ roster }: Pick<PeopleTools, 'roster'>, id: string): Promise<Viewer | null> {
  const member = await roster.member(id);
  if (member === null || member.endedAt !== null) return null;
  const viewer = memberViewer(member, await roster.organisation(member.organisation), 'session', null);
  return scopeOf(viewer, 'alert.manage') === 'none' ? null : viewer;
}

const deskOf = (desk: Desk, people: PeopleTools, viewer: Viewer): Desk =>
  memberDesk(desk, { viewer, actor: (operation) => actorOf(people, viewer, operation), adopt: () => Promise.reject(new BrokenInvariant('a look brings nothing in')) });

/** What one look has drawn, for everybody. */
export interface Drawn {
  readonly picture: Picture;
  readonly board: DispatchBoard;
}

/** not-theirs: they may no longer see the operation. unknown: a member made it, and this server runs without accounts. */
type Unseen = 'not-theirs' | 'unknown';
type Maker = Pick<Subscription, 'operation' | 'madeBy'>;

/** One look, seen by many: each sees the same drawing, cut to what is theirs. */
export class Audience {
  readonly #drawn: Desk;
  readonly #people: PeopleTools | null;
  /** What there is to see. */
  readonly whole: readonly Alert[];

  /** `people`: null without accounts. */
  constructor(desk: Desk, people: PeopleTools | null, { picture, board }: Drawn) {
    this.#drawn = { ...desk, picture: () => Promise.resolve(ok(picture)), onward: { ...desk.onward, board: () => Promise.resolve(ok(board)) } };
    this.#people = people;
    this.whole = alertsOf({ picture, orders: board.orders });
  }

  async sees({ operation, madeBy }: Maker): Promise<readonly Alert[] | Unseen> {
    if (madeBy === '') return this.whole;
    if (this.#people === null) return 'unknown';
    const viewer = await viewerOf(this.#people, madeBy);
    if (viewer === null) return 'not-theirs';
    const own = deskOf(this.#drawn, this.#people, viewer);
    const [picture, board] = [await own.picture(operation, {}), await own.onward.board(operation, {})];
    if (picture.ok && board.ok) return alertsOf({ picture: picture.value, orders: board.value.orders });
    return 'not-theirs';
  }
}

/** May a message still go to whoever made the subscription? */
export async function stands(desk: Desk, people: PeopleTools | null, { operation, madeBy }: Maker): Promise<'yes' | Unseen> {
  if (madeBy === '') return 'yes';
  if (people === null) return 'unknown';
  const viewer = await viewerOf(people, madeBy);
  if (viewer === null) return 'not-theirs';
  const seen = await deskOf(desk, people, viewer).operationIds();
  return seen.ok && seen.value.includes(operation) ? 'yes' : 'not-theirs';
}
