// What a language has to have for the public pages.

import type { Language } from '../../../src/words/language.ts';
import type { State } from '../../shared/custody.tsx';
import type { text } from './en.ts';

export interface PublicWords {
  /** For the phrases of the story. */
  readonly language: Language;
  /** The language's own name. */
  readonly own: string;
  readonly text: Readonly<Record<keyof typeof text, string>>;
  readonly state: Readonly<Record<State | 'promised' | 'surplus' | 'landed' | 'share', string>>;
  readonly stateText: Readonly<Record<State, string>>;
  /** After “promised”: to whom. */
  readonly scopeTo: Readonly<Record<string, string>>;
  /** A round number in words; null: it is better in figures. */
  readonly spelled: (n: number) => string | null;
  readonly shareSpelled: (share: number) => string | null;
  /** After a spelled million: `de masques`. */
  readonly of: (item: string) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
}
