// What a reading of an announcement answers: proposals of claims, each field with the words that it came from. A person confirms.

import type { AreaCode, ItemCode, PlaceCode } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import type { LocalDate } from '../../domain/time.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where it stands in the text: UTF-16 code units, `end` is the first after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value, and the words that say it. */
export interface Said<T> {
  readonly value: T;
  readonly span: Span;
  /** The text between start and end, as it stands there. */
  readonly words: string;
  /** They stand in another part of the text: “it”, “the rest”, a sentence that names no donor. */
  readonly carried?: true;
}

export const KINDS = ['promise', 'promise-total', 'arrival', 'destination', 'further-flights', 'route', 'support', 'count', 'estimate', 'shortage', 'denial'] as const;
export type Kind = (typeof KINDS)[number];

export interface DonorSaid {
  /** Of a donor of the operation: its name there; of another: as the text has it. */
  readonly name: string;
  readonly isKnown: boolean;
}

export interface ItemSaid {
  readonly item: ItemCode;
  /** What the same words could mean besides. */
  readonly others: readonly ItemCode[];
}

export const QUALIFIERS = ['exactly', 'about', 'nearly', 'more-than', 'at-least', 'up-to', 'between'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];
export type Unit = 'pieces' | 'tonnes' | 'kilograms' | 'packages';

export interface QuantitySaid {
  /** Both the same unless it is a range; null: it can be read in several ways, see `readings`. */
  readonly least: number | null;
  readonly most: number | null;
  readonly qualifier: Qualifier;
  readonly unit: Unit;
  /** Two or more where the marks of thousands and decimals leave it open; else none. */
  readonly readings: readonly number[];
}

export type Share = 'large-part' | 'part' | 'half' | 'rest' | 'all';
/** `done`: it has happened. `planned`: somebody binds himself to it. `possible`: it could, it is said to: not firm. */
export type Certainty = 'done' | 'planned' | 'possible';

/** The first and the last local day; the same for one day. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export interface Fields {
  readonly donor?: Said<DonorSaid>;
  readonly areas?: readonly Said<AreaCode>[];
  readonly item?: Said<ItemSaid>;
  readonly quantity?: Said<QuantitySaid>;
  /** “Hundreds of thousands”, “several million”: no number is made of it. */
  readonly vague?: Said<string>;
  readonly share?: Said<Share>;
  readonly date?: Said<Days>;
  readonly at?: Said<PlaceCode>;
  readonly from?: Said<PlaceCode>;
  readonly via?: Said<PlaceCode>;
  readonly modes?: readonly Said<Mode>[];
  readonly measure?: Said<'deaths' | 'cases'>;
  readonly source?: Said<string>;
  readonly certainty?: Said<Certainty>;
  /** What a denial denies. */
  readonly denied?: Said<'promise' | 'arrival' | 'shortage' | 'statement'>;
}

/** Why it was read so; the page and the command say it in words. */
export const RULES = ['cue', 'headline', 'group', 'called-total', 'conditional', 'other-donor', 'donor-carried', 'item-carried', 'part-of', 'item-open', 'figure-open', 'figure-shared', 'date-reckoned', 'vague', 'said-again'] as const;
export interface Because {
  readonly rule: (typeof RULES)[number];
  readonly span: Span;
}

export interface Proposal {
  readonly kind: Kind;
  /** Its place in `sentences`. */
  readonly sentence: number;
  readonly fields: Fields;
  /** The words that make it a claim of this kind first. */
  readonly because: readonly Because[];
}

/** A figure that is no claim, and what it was taken for. */
export const UNREAD = ['percentage', 'money', 'date', 'time', 'duration', 'distance', 'weight', 'age', 'people', 'phone', 'model', 'no-claim'] as const;
export interface Unread {
  readonly span: Span;
  readonly words: string;
  readonly as: (typeof UNREAD)[number];
}

export interface Reading {
  readonly language: Language;
  readonly sentences: readonly Span[];
  readonly proposals: readonly Proposal[];
  readonly unread: readonly Unread[];
  /** Characters, words and names that were looked at: grows as the text does. */
  readonly steps: number;
}
