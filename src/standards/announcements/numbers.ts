// Numbers in running text: figures with the marks of either language, words, scales (million, k), halves, ranges. What the
// marks leave open has several readings, and a person is asked.

import { isAmbiguous, readNumeral, styleOf, type NumberStyle } from '../sheets/numerals.ts';
import type { Language } from './shape.ts';
import type { Token } from './tokens.ts';

export interface NumberFound {
  readonly from: number;
  /** The last token, inclusive. */
  readonly to: number;
  /** One: it is that. Several: asked. */
  readonly readings: readonly number[];
  /** A plain whole number in figures, without marks or scale: it may be a year, an age, a model. */
  readonly isBare: boolean;
  /** 2m, 500k: what follows must be goods; two metres are written so too. */
  readonly isShort: boolean;
  /** Of words alone. */
  readonly isWords: boolean;
}

const SCALES: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: new Map([['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['mn', 1e6], ['bn', 1e9], ['k', 1e3]]),
  fr: new Map([['mille', 1e3], ['millier', 1e3], ['million', 1e6], ['milliard', 1e9], ['mio', 1e6], ['k', 1e3]]),
};
const SUFFIXES: ReadonlyMap<string, number> = new Map([['k', 1e3], ['m', 1e6], ['mn', 1e6], ['mio', 1e6], ['bn', 1e9]]);

const pairs = (text: string): [string, number][] => text.split(' ').map((pair) => { const [word = '', value = ''] = pair.split(':'); return [word, Number(value)]; });
const WORDS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: new Map(pairs('one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100')),
  fr: new Map(pairs('un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60 septante:70 octante:80 huitante:80 nonante:90 cent:100 cents:100')),
};

/** Which marks the text proves, by its numbers that can be read in one way only. */
export function numberStyle(tokens: readonly Token[], text: string): NumberStyle | null {
  const numerals = tokens.flatMap(({ kind, start, end }) => (kind === 'number' ? (readNumeral(text.slice(start, end)) ?? []) : []));
  const style = styleOf(numerals);
  return style === 'both' ? null : style;
}

export function numberAt(tokens: readonly Token[], from: number, to: number, text: string, language: Language, proven: NumberStyle | null): NumberFound | null {
  const token = tokens[from];
  if (token === undefined) return null;
  if (token.kind === 'number') return inFigures(tokens, from, to, text, language, proven);
  return token.kind === 'word' ? inWords(tokens, from, to, language) : null;
}

function inFigures(tokens: readonly Token[], from: number, to: number, text: string, language: Language, proven: NumberStyle | null): NumberFound | null {
  const { start = 0, end = 0 } = tokens[from] ?? {};
  const written = text.slice(start, end).replaceAll(/&[#a-z0-9]+;/gi, ' ');
  const numeral = readNumeral(written);
  if (numeral === null) return null;
  const after = tokens[from + 1];
  const suffix = after?.kind === 'word' && after.start === end ? SUFFIXES.get(after.plain) : undefined;
  const scale = suffix ?? (after?.kind === 'word' && from + 1 <= to ? (SCALES[language].get(after.stem) ?? SCALES.en.get(after.stem)) : undefined);
  const convention: NumberStyle = language === 'en' ? 'point' : 'comma';
  const values = openTo(numeral, convention, proven, scale !== undefined).map((value) => times(value, scale ?? 1));
  const last = from + (scale === undefined ? 0 : 1);
  const halved = scale === undefined ? 0 : halfAfter(tokens, last, language);
  return { from, to: last + halved, readings: halved > 0 ? values.map((value) => value + (scale ?? 0) / 2) : values, isBare: scale === undefined && /^\d+$/.test(written), isShort: suffix !== undefined, isWords: false };
}

/** One reading where the language's own marks, or the text's, make groups of it; both where they would make decimals of three digits. */
function openTo(numeral: NonNullable<ReturnType<typeof readNumeral>>, convention: NumberStyle, proven: NumberStyle | null, isScaled: boolean): number[] {
  const { point, comma } = numeral;
  if (!isAmbiguous(numeral) || point === null || comma === null) return [point ?? comma ?? 0];
  if (proven !== null && !isScaled) return [proven === 'point' ? point : comma];
  const [own, other] = convention === 'point' ? [point, comma] : [comma, point];
  return own > other && !isScaled ? [own] : [Math.max(own, other), Math.min(own, other)];
}

const times = (value: number, scale: number): number => Number((value * scale).toPrecision(15));

/** “and a half”, “et demi”: how many tokens. */
function halfAfter(tokens: readonly Token[], at: number, language: Language): number {
  const [a, b, c] = [tokens[at + 1]?.plain, tokens[at + 2]?.plain, tokens[at + 3]?.plain];
  if (language === 'en') return a === 'and' && b === 'a' && c === 'half' ? 3 : 0;
  return a === 'et' && (b === 'demi' || b === 'demie') ? 2 : 0;
}

/** two million; half a million; un demi-million; deux cent mille; a hundred thousand. */
function inWords(tokens: readonly Token[], from: number, to: number, language: Language): NumberFound | null {
  const words = WORDS[language];
  const scales = SCALES[language];
  const plain = (at: number): string => (at <= to && tokens[at]?.kind === 'word' ? (tokens[at]?.plain ?? '') : '');
  const scaleAt = (at: number): number | undefined => (at <= to && tokens[at]?.kind === 'word' && plain(at) !== 'k' ? scales.get(tokens[at]?.stem ?? '') : undefined);
  const found = (last: number, value: number): NumberFound => ({ from, to: last, readings: [value], isBare: false, isShort: false, isWords: true });
  const half = language === 'en' ? (plain(from) === 'half' && plain(from + 1) === 'a' ? 2 : plain(from) === 'a' && plain(from + 1) === 'half' ? 2 : 0) : plain(from) === 'demi' ? 1 : plain(from) === 'un' && plain(from + 1) === 'demi' ? 2 : 0;
  const halfOf = half === 0 ? undefined : scaleAt(from + half);
  if (halfOf !== undefined) return found(from + half, halfOf / 2);
  let [at, whole, part, seen] = [from, 0, 0, false];
  if (language === 'en' && (plain(at) === 'a' || plain(at) === 'one') && (scaleAt(at + 1) !== undefined || plain(at + 1) === 'hundred')) [part, at, seen] = [1, at + 1, true];
  for (; at <= to; at += 1) {
    const value = words.get(plain(at));
    const scale = scaleAt(at);
    if (value !== undefined) part = value === 100 ? Math.max(part, 1) * 100 : plain(at).startsWith('vingt') && part % 100 === 4 ? part - 4 + 80 : part + value;
    else if (scale !== undefined && (seen || plain(at) === 'mille')) [whole, part] = [whole + Math.max(part, 1) * scale, 0];
    else if (!(seen && (plain(at) === 'and' || plain(at) === 'et') && words.has(plain(at + 1)) && part >= 20)) break;
    seen = true;
  }
  if (!seen) return null;
  const last = at - 1;
  const scale = scaleAt(last);
  const halved = scale === undefined ? 0 : halfAfter(tokens, last, language);
  return found(last + halved, whole + part + (halved > 0 ? (scale ?? 0) / 2 : 0));
}
