// English or French, by the small words that only one of them has.

import type { Language } from './shape.ts';
import type { Token } from './tokens.ts';

const ENGLISH = new Set('the of and to in is for with that has have will from are was this by at more their'.split(' '));
const FRENCH = new Set("le la les des du de et à en est pour avec que qui a l' d' une un dans par sur au aux ses leur ont n' qu' plus".split(' '));

export function recognise(tokens: readonly Token[]): Language {
  let balance = 0;
  for (const { plain } of tokens) balance += ENGLISH.has(plain) ? 1 : FRENCH.has(plain) ? -1 : 0;
  return balance >= 0 ? 'en' : 'fr';
}
