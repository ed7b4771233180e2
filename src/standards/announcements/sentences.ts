// Where sentences end: at . ! ? before a capital, at paragraphs, at a line that ends short. A sentence is never longer than
// MOST_TOKENS, so that what looks at all of a sentence stays linear in the text.

import type { Token } from './tokens.ts';

/** From the first token to the last, inclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

const MOST_TOKENS = 160;
const TITLES = new Set(['m', 'mm', 'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'ste', 'no', 'art', 'approx', 'env', 'sen', 'gov', 'jr', 'vs', 'cf']);

export function sentencesOf(tokens: readonly Token[], text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number, next: number): void => {
    if (to >= from) sentences.push({ from, to });
    from = next;
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'break') {
      if (token.plain === 'paragraph' || endsLine(tokens, from, at)) end(at - 1, at + 1);
    } else if (token.kind === 'sign' && isDateline(tokens, from, at)) end(at, at + 1);
    else if (token.kind === 'sign' && (token.plain === '!' || token.plain === '?' || token.plain === '…' || (token.plain === '.' && endsSentence(tokens, at, text)))) end(at, at + 1);
    else if (at - from + 1 >= MOST_TOKENS) end(at, at + 1);
  }
  end(tokens.length - 1, tokens.length);
  return sentences;
}

/** “LIÈGE, Belgium, March 13 (Agency) –”: names and a day, no word in small letters. */
function isDateline(tokens: readonly Token[], from: number, at: number): boolean {
  const mark = tokens[at];
  if (mark === undefined || !'–—-'.includes(mark.plain) || at - from > 12 || at === from || mark.isJoined) return false;
  return tokens.slice(from, at).every(({ kind, isCapital, plain }) => kind !== 'word' || isCapital || plain.length < 3 || MONTHS.has(plain));
}
const MONTHS = new Set(['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']);

/** A line ends a sentence where the next begins one, or where it is a heading: short, and a capital, a figure or a sign follows. */
function endsLine(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after === undefined) return true;
  if (before.kind === 'sign' && '.!?:;'.includes(before.plain)) return true;
  return (after.isCapital || after.kind !== 'word') && (tokens[at]?.start ?? 0) - (tokens[from]?.start ?? 0) < 70;
}

function endsSentence(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (after === undefined || after.kind === 'break') return true;
  // U.S., e.g.: no space, or one letter before the stop.
  if (after.start === (tokens[at]?.end ?? 0) && after.kind !== 'sign') return false;
  if (before?.kind === 'word' && (TITLES.has(before.plain) || (before.plain.length === 1 && before.isCapital))) return false;
  return after.kind !== 'word' || after.isCapital || /[«“"']/.test(text[after.start] ?? '');
}
