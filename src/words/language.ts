// What a language has to bring: words for each phrase, a few names, and how it writes a moment. Numbers, money, lists,
// plurals, days and countries come from Intl. To add one: docs/how-to/language.md.

import type { Code, Euros, Moment, Value } from '../domain/phrase.ts';
import type { Phrases } from '../domain/phrases.ts';

/** Word forms by CLDR's plural categories: English has two of them, Arabic six. */
export type Forms = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Writes values as the language does. */
export interface Pen {
  readonly write: (value: Value) => string;
  /** `41 cartons` */
  readonly counted: (n: number, forms: Forms) => string;
  /** The word alone: for a verb or an adjective that agrees with a number. */
  readonly form: (n: number, forms: Forms) => string;
  /** `A, B and C`; what goes beyond `most` (default 4) is counted. */
  readonly list: (values: readonly Value[], most?: number) => string;
  /** `+€40.00`, `−€40.00` */
  readonly signed: (value: Euros) => string;
  /** With the name of its zone: for a clock that is not the reader's own. */
  readonly zoned: (moment: Moment) => string;
}

export type Words = { readonly [C in Code]: (values: Phrases[C], pen: Pen) => string };
/** The words of the phrases whose codes begin so. */
export type WordsOf<Begin extends string> = Pick<Words, Extract<Code, `${Begin}.${string}`>>;

/** As Intl writes them in the language. */
export interface MomentParts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly hour: string;
  readonly minute: string;
}

/** Code → name. What is not here goes by the name that the operation gives it. */
export interface Names {
  readonly items: Readonly<Record<string, string>>;
  readonly areas: Readonly<Record<string, string>>;
  readonly papers: Readonly<Record<string, string>>;
}

export interface Language {
  /** BCP 47, for Intl and for the attribute lang. */
  readonly tag: string;
  readonly words: Words;
  readonly names: Names;
  readonly weekday: 'short' | 'long';
  readonly moment: (parts: MomentParts) => string;
  /** After a number: `3 more`. */
  readonly more: Forms;
  /** A sentence as its typographers would have it: spaces that must not break. */
  readonly typeset: (text: string) => string;
}
