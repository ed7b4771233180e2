// Phrases found in a sequence of words: the longest that begins at a word wins. Phrases are kept by their first word, so that a
// text costs what it is long.

import { tokensOf, type Token } from './tokens.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly meanings: T[];
}

export class Lexicon<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();
  steps = 0;

  add(phrase: string, meaning: T): void {
    const words = tokensOf(phrase).filter(({ kind }) => kind === 'word' || kind === 'number').map(({ stem }) => stem);
    const [first] = words;
    if (first === undefined) return;
    const entries = this.#byFirst.get(first) ?? [];
    this.#byFirst.set(first, entries);
    const known = entries.find((entry) => entry.words.length === words.length && entry.words.every((word, k) => word === words[k]));
    if (known !== undefined) known.meanings.push(meaning);
    else {
      entries.push({ words, meanings: [meaning] });
      entries.sort((a, b) => b.words.length - a.words.length);
    }
  }

  /** The longest phrase that begins at a token and has a meaning that is wanted; its length in tokens. */
  at(tokens: readonly Token[], from: number, to: number, wanted: (meaning: T, length: number) => boolean): { readonly meanings: readonly T[]; readonly length: number } | null {
    const first = tokens[from];
    for (const { words, meanings } of this.#byFirst.get(first?.stem ?? '') ?? []) {
      this.steps += words.length;
      if (from + words.length - 1 > to || !words.every((word, k) => tokens[from + k]?.stem === word && tokens[from + k]?.kind !== 'sign')) continue;
      const fitting = meanings.filter((meaning) => wanted(meaning, words.length));
      if (fitting.length > 0) return { meanings: fitting, length: words.length };
    }
    return null;
  }
}
