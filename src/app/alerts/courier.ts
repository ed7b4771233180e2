// The ways out of the house, as a port: what carries a message to an address, and says what became of it.

import type { Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { LanguageCode } from '../../words/languages.ts';
import type { Channel } from './book.ts';

export interface Letter {
  /** The same over all tries. */
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly secret: string | null;
  readonly language: LanguageCode;
  readonly subject: string;
  readonly body: string;
  /** When this try is made. */
  readonly at: Instant;
}

/** failed: worth another try. gone: the receiver wants no more at all. refused: this message will never be taken. */
export type Carried = { readonly outcome: 'taken' } | { readonly outcome: 'failed' | 'gone' | 'refused'; readonly why: string };

export interface AddressProblem {
  readonly message: string;
  readonly remedy: string;
}

export interface Courier {
  /** What this server can send by. */
  readonly channels: ReadonlySet<Channel>;
  /** Before an address is taken: can it be written to at all, and may it? */
  check(channel: Channel, address: string): Promise<Result<string, AddressProblem>>;
  /** One try. Never throws for what the receiver does; the signal breaks it off, where that can be done. */
  carry(letter: Letter, signal?: AbortSignal): Promise<Carried>;
}

/** Chance, given from outside. */
export interface Chance {
  /** 256 bits that nobody can guess, in base64. */
  secret(): string;
  /** Of a message or a subscription: never the same twice. */
  id(): string;
  /** From 0 up to 1. */
  share(): number;
}
