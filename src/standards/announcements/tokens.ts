// A text cut into words, numbers and signs, each with its place. HTML, addresses and emoji are stepped over. One pass, no
// pattern that could look twice at the same letter.

import type { Span } from './shape.ts';

export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'sign' | 'code' | 'break';
  /** Without case and accents; a sign as it is. */
  readonly plain: string;
  /** `plain` without the s or x of a plural: what names and cues are found by. */
  readonly stem: string;
  readonly isCapital: boolean;
  /** Nothing, a hyphen or an apostrophe parts it from the token before. */
  readonly isJoined: boolean;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\d/;
const isLetter = (char: string | undefined): boolean => char !== undefined && (char < '\u0080' ? (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') : LETTER.test(char));
const isDigit = (char: string | undefined): boolean => char !== undefined && DIGIT.test(char);

/** Without case, accents and ligatures. */
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
const stemOf = (plain: string): string => (plain.length > 3 && (plain.endsWith('s') || plain.endsWith('x')) ? plain.slice(0, -1) : plain);

/** Between the groups of a number. */
const THIN = [' ', '\u00A0', '\u202F', '\u2009', '&nbsp;', '&#160;', '&#8239;', '&thinsp;'];
const thinAt = (text: string, at: number): number => THIN.find((space) => text.startsWith(space, at))?.length ?? 0;
const ENGLISH_ENDINGS = new Set(['s', 're', 've', 'll', 'd', 'm']);
const BLOCKS = new Set(['p', 'br', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'tr', 'td', 'th', 'blockquote', 'article', 'section', 'header', 'footer', 'figcaption']);
/** Longer runs of digits and marks, tags and entities are cut: nobody writes them. */
const [LONGEST_NUMBER, LONGEST_TAG, LONGEST_ENTITY] = [40, 2000, 10];

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let joined = false;
  const push = (kind: Token['kind'], start: number, end: number, plain?: string): number => {
    const letters = text.slice(start, end);
    // « à » is no « a ».
    const written = plain ?? (letters === 'à' || letters === 'À' ? 'à' : fold(letters));
    const first = text[start] ?? '';
    tokens.push({ kind, start, end, plain: written, stem: kind === 'word' ? stemOf(written) : written, isCapital: kind === 'word' && first !== first.toLowerCase(), isJoined: joined });
    joined = true;
    return end;
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    if (isLetter(char)) at = wordFrom(text, at, push);
    else if (isDigit(char)) at = push('number', at, numberEnd(text, at));
    else if (char === '\n' || char === '\r') {
      let end = at;
      while (text[end] === '\n' || text[end] === '\r' || text[end] === ' ' || text[end] === '\t') end += 1;
      push('break', at, end, text.slice(at, end).replaceAll(/[^\n]/g, '').length > 1 ? 'paragraph' : 'line');
      at = end;
      joined = false;
    } else if (char === '<' && (isLetter(text[at + 1]) || text[at + 1] === '/' || text[at + 1] === '!')) {
      const end = text.slice(at, at + LONGEST_TAG).indexOf('>');
      const name = /^<\/?([a-z0-9]{1,12})/i.exec(text.slice(at, at + 16))?.[1]?.toLowerCase() ?? '';
      if (end < 0) at = push('sign', at, at + 1, '<');
      else {
        if (BLOCKS.has(name)) push('break', at, at + end + 1, 'paragraph');
        at += end + 1;
        joined = joined && !BLOCKS.has(name);
      }
    } else if (char === '&' && /^&(#\d{1,6}|[a-z]{2,7});/i.test(text.slice(at, at + LONGEST_ENTITY))) {
      at += text.slice(at, at + LONGEST_ENTITY).indexOf(';') + 1;
      joined = false;
    } else if (char === '@' && (isLetter(text[at + 1]) || isDigit(text[at + 1]))) at = codeFrom(text, at, push);
    else if ((char === '-' || char === '‐' || char === '‑') && joined && (isLetter(text[at + 1]) || isDigit(text[at + 1])) && tokens.at(-1)?.kind !== 'number') at += 1;
    else if (char.trim() === '') {
      at += 1;
      joined = false;
    } else at = push('sign', at, at + (char >= '\uD800' && char <= '\uDBFF' ? 2 : 1), char);
  }
  return tokens;
}

type Push = (kind: Token['kind'], start: number, end: number, plain?: string) => number;

function wordFrom(text: string, start: number, push: Push): number {
  let end = start;
  while (isLetter(text[end]) || isDigit(text[end])) end += 1;
  if ((text.startsWith('://', end) || (text[end] === '.' && end - start === 3 && text.startsWith('www', start))) && end < text.length) return codeFrom(text, start, push);
  const mark = text[end];
  if (mark === '@' && isLetter(text[end + 1])) return codeFrom(text, start, push);
  if (mark !== "'" && mark !== '’') return push('word', start, end);
  let after = end + 1;
  while (isLetter(text[after])) after += 1;
  const rest = text.slice(end + 1, after).toLowerCase();
  if (rest === 't' && text[end - 1]?.toLowerCase() === 'n') return push('word', start, after);
  if (rest === 'hui') return push('word', start, after);
  // Italy's: the ending is a word of its own. l’Italie: the article is.
  if (ENGLISH_ENDINGS.has(rest) || rest === '') {
    push('word', start, end);
    return rest === '' ? end + 1 : push('word', end, after);
  }
  return push('word', start, end + 1);
}

/** An address or a handle: to the next space. */
function codeFrom(text: string, start: number, push: Push): number {
  let end = start + 1;
  while (end < text.length && (text[end] ?? ' ').trim() !== '' && text[end] !== '<') end += 1;
  return push('code', start, end, '');
}

/** 500 000, 1,8, 1.000.000, 20h30 and 17:00 without what follows the first part. */
function numberEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text[end]) && end - start < LONGEST_NUMBER) end += 1;
  for (;;) {
    const mark = text[end] ?? '';
    const thin = end - start <= 3 + 4 * 4 || end - start < LONGEST_NUMBER ? thinAt(text, end) : 0;
    const step = mark === '.' || mark === ',' || mark === "'" || mark === '’' ? 1 : thin;
    if (step === 0 || end - start >= LONGEST_NUMBER) return end;
    let next = end + step;
    while (isDigit(text[next]) && next - end - step < 12) next += 1;
    const digits = next - end - step;
    if (digits === 0) return end;
    // A space or an apostrophe parts groups of three only, and the first group has three digits at most.
    if (mark !== '.' && mark !== ',' && (digits !== 3 || !/^\d{1,3}(?:\D|$)/.test(text.slice(start, start + 4)) || text[start] === '0')) return end;
    end = next;
  }
}
