// What a number counts, by what stands around it: goods, or one of the many things that a report is full of and that are no claim.

import type { Unit, UNREAD } from './shape.ts';
import type { NumberFound } from './numbers.ts';
import type { Ground } from './mentions.ts';
import type { Token } from './tokens.ts';

export type FigureAs = 'quantity' | (typeof UNREAD)[number];

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** By the stem of the word after the number. */
const AFTER: readonly (readonly [FigureAs, ReadonlySet<string>])[] = [
  ['percentage', set('% percent pourcent point')],
  ['money', set('$ € £ ¥ dollar euro cent centime yuan pound franc usd eur rmb')],
  ['distance', set('km kilometre kilometer metre meter mile m cm')],
  ['weight', set('kg kilo kilogram kilogramme tonne ton lb lbs t')],
  ['duration', set('hour heure hrs minute min day jour week semaine month moi year an ans annee second seconde century siecle decade time foi')],
  ['time', set('h am pm a.m p.m')],
];
const MONEY_BEFORE = set('$ € £ ¥ us$');
const MODELS = set('boeing airbus vol flight a type modele model airline covid sars room article page chapitre number numero');
const AGES = set('aged age agee');

export function kindOfFigure({ tokens, lexicon, language, text }: Ground, { from, to, isBare, isShort, isWords, readings }: NumberFound, end: number): FigureAs {
  const token = tokens[from];
  const before = tokens[from - 1];
  const plain = (at: number): string => (at <= end ? (tokens[at]?.stem ?? '') : '');
  if (before !== undefined && MONEY_BEFORE.has(before.plain)) return 'money';
  if (token?.isJoined === true && before?.kind === 'word' && token.start !== before.end) return 'model';
  if (token?.isJoined === true && before?.kind === 'sign' && (before.plain === ':' || before.plain === '/')) return 'time';
  if (before !== undefined && MODELS.has(before.plain)) return 'model';
  const next = plain(to + 1);
  // Of / de / d' between a scale and its unit: 56 milliards de dollars.
  const unit = ["of", 'de', "d'", 'pour', 'per'].includes(next) ? plain(to + 2) : next;
  if (next === 'pour' || next === 'per') return unit === 'cent' ? 'percentage' : 'quantity';
  for (const [as, words] of AFTER) {
    if (!words.has(unit) || (unit !== next && as !== 'money')) continue;
    if (as === 'duration' && (unit === 'ans' || unit === 'an' || unit === 'year') && (plain(to + 2) === 'old' || plain(from - 1) === 'de' || AGES.has(tokens[from - 1]?.plain ?? '') || before?.plain === ',')) return 'age';
    return as;
  }
  // A hyphen: 35-hour, 747-400.
  if (tokens[to + 1]?.isJoined === true && tokens[to + 1]?.kind === 'word' && (tokens[to + 1]?.start ?? 0) === (tokens[to]?.end ?? 0) && !isShort) return /^\d{4}s$/.test(text.slice(token?.start, tokens[to + 1]?.end)) ? 'date' : 'model';
  const [value = 0] = readings;
  if (isBare && AGES.has(before?.plain ?? '')) return 'age';
  const holds = (type: 'item' | 'goods' | 'packages'): boolean => [to + 1, to + 2, to + 3].some((at) => at <= end && tokens[at]?.kind === 'word' && lexicon.at(tokens, at, end, (meaning) => meaning.type === type) !== null);
  const counts = holds('item') || holds('packages');
  if (isBare && !counts && value >= 1900 && value < 2100 && token !== undefined && token.end - token.start === 4) return 'date';
  if (isBare && !counts && value < 120 && before?.plain === ',' && [',', ')', '.', undefined].includes(tokens[to + 1]?.plain)) return 'age';
  const people = [to + 1, to + 2].some((at) => at <= end && lexicon.at(tokens, at, end, (meaning) => meaning.type === 'cue' && meaning.cue.is === 'people') !== null);
  if (people && !counts) return 'people';
  const isArticle = isWords && to === from && value === 1;
  if (isArticle || (isBare && text[(token?.start ?? 0) - 1] === '#')) return 'no-claim';
  return language === 'en' && isShort && !counts && plain(to + 1) === '' ? 'distance' : 'quantity';
}

/** +32 4 234 84 11, 0800 14 689: the last token, or null. */
export function phoneAt(tokens: readonly Token[], at: number, end: number, text: string): number | null {
  const first = tokens[at];
  const isPlus = first?.kind === 'sign' && first.plain === '+' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.start === first.end;
  if (!isPlus && !(first?.kind === 'number' && /^0\d/.test(text.slice(first.start, first.start + 2)))) return null;
  let last = isPlus ? at + 1 : at;
  for (let next = last + 1; next <= end && next - at < 16; next += 1) {
    const token = tokens[next];
    if (token?.kind === 'number' && token.start - (tokens[next - 1]?.end ?? 0) <= 1) last = next;
    else if (token?.kind !== 'sign' || !'/.-()'.includes(token.plain)) break;
  }
  const digits = text.slice(first.start, tokens[last]?.end).replaceAll(/\D/g, '').length;
  return digits >= 7 ? last : null;
}

/** 17:00, 20h30, 17 h: the last token, or null. */
export function timeAt(tokens: readonly Token[], at: number, end: number): number | null {
  const [hour, mark, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (hour?.kind !== 'number' || !/^\d{1,2}$/.test(hour.plain) || mark === undefined || at + 1 > end) return null;
  const isMinutes = minutes?.kind === 'number' && at + 2 <= end && minutes.isJoined && /^\d\d$/.test(minutes.plain);
  if (mark.plain === ':' && mark.start === hour.end && isMinutes) return at + 2;
  if (/^h\d\d$/.test(mark.plain) && mark.start === hour.end) return at + 1;
  return null;
}

export const unitAfter = (plain: string): Unit => (/^(?:tonnes?|tons?|t)$/.test(plain) ? 'tonnes' : /^(?:kg|kilo|kilos|kilograms?|kilogrammes?)$/.test(plain) ? 'kilograms' : 'pieces');
