// What is kept of alerts: who is told of what, by which way; what stands; and the messages on their way. A port: the two stores
// keep it in their database, beside the journal and never in it.

import type { Instant } from '../../domain/time.ts';
import type { LanguageCode } from '../../words/languages.ts';
import type { AlertKind } from './alert.ts';
import type { Standing } from './turn.ts';

export const CHANNELS = ['webhook', 'e-mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `by-hand`: somebody paused it. `gone`: the receiver answered that it is no more. `not-theirs`: whoever made it may no longer see the operation. */
export type PauseReason = 'by-hand' | 'gone' | 'not-theirs';

export interface Subscription {
  readonly operation: string;
  readonly id: string;
  readonly channel: Channel;
  /** An https address, or an e-mail address. */
  readonly address: string;
  /** Null: of every kind. */
  readonly kinds: readonly AlertKind[] | null;
  readonly language: LanguageCode;
  /** A member's id; empty: the machine's own, made without accounts. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly paused: { readonly at: Instant; readonly why: PauseReason } | null;
  /** What a webhook is signed with; null: an e-mail. Never handed out again. */
  readonly secret: string | null;
}

/** queued: waits for its turn, or for its next try. sent: taken by the receiver. dead: given up; a person decides. */
export type MessageState = 'queued' | 'sent' | 'dead';

export interface Message {
  readonly operation: string;
  /** The same over all tries, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly subscription: string;
  readonly madeAt: Instant;
  readonly state: MessageState;
  readonly tries: number;
  /** Not before. While it is being sent: until when nobody else may. */
  readonly nextAt: Instant;
  readonly lastError: string | null;
  readonly settledAt: Instant | null;
  /** Alerts in it, raised and cleared. */
  readonly alerts: number;
  readonly subject: string;
  readonly body: string;
}

export type NewMessage = Pick<Message, 'id' | 'subscription' | 'alerts' | 'subject' | 'body'>;

/** What a subscription has been told: alert → which raising of it. */
export type Told = ReadonlyMap<string, number>;

export interface Kept {
  readonly standing: readonly Standing[];
  /** Those that are not paused, with what each was told. */
  readonly subscriptions: ReadonlyMap<string, Told>;
}

export interface Turn {
  readonly changed: readonly Standing[];
  readonly told: readonly { readonly subscription: string; readonly now: Told; readonly over: readonly string[] }[];
  readonly messages: readonly NewMessage[];
}

export type Settlement = { readonly state: 'sent'; readonly at: Instant } | { readonly state: 'queued'; readonly nextAt: Instant; readonly error: string } | { readonly state: 'dead'; readonly at: Instant; readonly error: string };

export interface AlertBook {
  /** Operations with a subscription that is not paused. */
  watched(): Promise<readonly string[]>;
  subscriptions(operation: string): Promise<readonly Subscription[]>;
  /** False: there are that many already, of this maker. */
  putSubscription(subscription: Subscription, most: number): Promise<boolean>;
  pause(operation: string, id: string, paused: Subscription['paused']): Promise<boolean>;
  /** With what it was told, and with its messages. */
  remove(operation: string, id: string): Promise<boolean>;

  standing(operation: string): Promise<readonly Standing[]>;
  /**
   * One look at an operation, decided and written in one transaction, one after the other however many processes look. `at`: when
   * the look began; false where a later one was written already, and nothing is. Forgets what lies behind `forget`.
   */
  turn(operation: string, at: Instant, forget: Instant, decide: (kept: Kept) => Turn): Promise<boolean>;

  /** Takes messages whose time has come, for nobody else until `until`; each counts as tried. Those of paused subscriptions wait. */
  claim(operation: string, now: Instant, until: Instant, most: number): Promise<readonly Message[]>;
  /** What came of the try that was claimed; false: another has claimed it since. */
  settle(message: Pick<Message, 'operation' | 'id' | 'tries'>, settlement: Settlement): Promise<boolean>;
  /** When the next message of the operation is due; null: none waits. */
  nextDue(operation: string): Promise<Instant | null>;
  /** Newest first. */
  messages(operation: string, state: MessageState): Promise<readonly Message[]>;
  /** Out of the dead letters, under its own id, as if it had not been tried. */
  retry(operation: string, id: string, at: Instant): Promise<boolean>;
  /** Out of the dead letters for good. */
  discard(operation: string, id: string): Promise<boolean>;
}
