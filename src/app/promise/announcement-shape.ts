// What the reading of an announcement asks and answers: plain values, as they go over the wire and to the page.

import type { Phrase } from '../../domain/phrase.ts';
import type { ClaimRecorded } from '../../domain/promise/promise.ts';
import type { Instant } from '../../domain/time.ts';
import type { Language, Proposal, Span, Unread } from '../../standards/announcements/shape.ts';

export interface AnnouncementAsk {
  readonly text: string;
  /** As people write instants; absent: where the operation stands, or now. */
  readonly publishedAt?: string | undefined;
  /** Absent: recognised. */
  readonly language?: Language | undefined;
  readonly link?: string | undefined;
  /** Who says it, an organisation or a paper. */
  readonly author?: string | undefined;
  /** communiqué, post, article, … */
  readonly channel?: string | undefined;
}

/** What a person must settle before the claim can be recorded. */
export interface OpenField {
  readonly field: 'author' | 'channel' | 'units' | 'item' | 'pledge';
  /** Values to choose from; none: to be written. */
  readonly options: readonly string[];
  /** False: it may be recorded as it is, but should be looked at. */
  readonly isNeeded: boolean;
}

/** The claim of one proposal, ready to be confirmed. */
export interface ClaimDraft {
  /** Its place among the proposals. */
  readonly proposal: number;
  readonly occurredAt: Instant;
  /** The summary is in English; `summary` says it in every language. Author and channel are empty where nobody named them. */
  readonly body: ClaimRecorded;
  readonly summary: Phrase;
  /** Why it supports, contradicts or merely accompanies the pledge. */
  readonly because: readonly Phrase[];
  readonly open: readonly OpenField[];
  /** Somebody confirmed it before. */
  readonly isRecorded: boolean;
}

export interface AnnouncementReading {
  readonly operation: string;
  /** Under this key the same text is recorded once. */
  readonly key: string;
  readonly publishedAt: Instant;
  readonly language: Language;
  readonly sentences: readonly Span[];
  readonly proposals: readonly Proposal[];
  readonly unread: readonly Unread[];
  readonly drafts: readonly ClaimDraft[];
}
