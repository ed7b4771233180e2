// What is raised now, as the asker sees it: their own picture and dispatch board, with since when each alert stands where looks
// have been made.

import { ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { english } from '../../words/en/english.ts';
import { say, sayAll } from '../../words/say.ts';
import type { Desk, DeskFailure } from '../desk.ts';
import { alertsOf, type Alert } from './alert.ts';
import type { AlertBook } from './book.ts';

export interface AlertsReport {
  readonly operation: string;
  readonly asOf: Instant;
  /** Null: the operation lives. An instant: it is a story, and tells nobody unless asked to. */
  readonly standsAt: Instant | null;
  /** No plan of the instant is at hand: whether promises are at risk is not known. */
  readonly undecided: boolean;
  readonly alerts: readonly (Alert & {
    /** When it was first noticed; null: nobody has been watching yet. */
    readonly since: Instant | null;
    readonly titleInEnglish: string;
    readonly textInEnglish: string;
  })[];
}

/** `book`: null where there is none, as in a pack. */
export async function alertsNow(desk: Desk, book: Pick<AlertBook, 'standing'> | null, operation: string): Promise<Result<AlertsReport, DeskFailure>> {
  const picture = await desk.picture(operation, {});
  if (!picture.ok) return picture;
  const { asOf, standsAt, plan } = picture.value;
  const board = await desk.onward.board(operation, { asOf: standsAt === asOf ? undefined : asOf });
  if (!board.ok) return board;
  const standing = new Map((book === null ? [] : await book.standing(operation)).map((it) => [it.alert, it]));
  const alerts = alertsOf({ picture: picture.value, orders: board.value.orders }).map((alert) => {
    const held = standing.get(alert.alert);
    return { ...alert, since: held === undefined || held.clearedAt !== null ? null : held.raisedAt, titleInEnglish: say(alert.title, english), textInEnglish: sayAll(alert.text, english) };
  });
  return ok({ operation, asOf, standsAt, undecided: plan === null, alerts });
}
