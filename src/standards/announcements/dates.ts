// Days as announcements name them, reckoned from the day of publication: Friday, vendredi soir, yesterday, 13 mars, March 13,
// this week, d'ici dimanche. A weekday is the last one where something has happened, the next one where it is still to.

import { LocalDate } from '../../domain/time.ts';
import type { Certainty, Days, Language } from './shape.ts';
import type { Token } from './tokens.ts';

/** What the words say; which day that is, `resolve` knows once it is clear whether it has happened. */
export type DayWords =
  | { readonly say: 'days'; readonly days: Days; readonly isReckoned: boolean }
  | { readonly say: 'weekday'; readonly weekday: number; readonly turn: 'last' | 'next' | null }
  | { readonly say: 'same-day' };

export interface DateFound {
  readonly from: number;
  readonly to: number;
  readonly says: DayWords;
}

const list = (text: string): ReadonlyMap<string, number> => new Map(text.split(' ').flatMap((names, k) => names.split('|').map((name): [string, number] => [name, k + 1])));
const MONTHS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: list('january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec'),
  fr: list('janvier|janv fevrier|fev mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov decembre|dec'),
};
const WEEKDAYS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: list('monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun'),
  fr: list('lundi mardi mercredi jeudi vendredi samedi dimanche'),
};
/** Days from the day of publication. */
const RELATIVE: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { yesterday: -1, today: 0, tonight: 0, tomorrow: 1, 'this morning': 0, 'this afternoon': 0, 'this evening': 0, 'last night': -1, 'the day before yesterday': -2, 'the day after tomorrow': 2 },
  fr: { hier: -1, "aujourd'hui": 0, demain: 1, 'avant hier': -2, 'apres demain': 2, 'ce matin': 0, 'ce midi': 0, 'cet apres midi': 0, 'ce soir': 0, 'cette nuit': 0, 'ce jour': 0 },
};
const WEEKS: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { 'this week': 0, 'later this week': 0, 'earlier this week': 0, 'last week': -1, 'next week': 1 },
  fr: { 'cette semaine': 0, 'la semaine derniere': -1, 'la semaine passee': -1, 'la semaine prochaine': 1, 'semaine derniere': -1, 'semaine prochaine': 1 },
};
const SAME: Readonly<Record<Language, readonly string[]>> = { en: ['the same day', 'that same day', 'that day'], fr: ['le meme jour', 'ce meme jour', 'ce jour la'] };
const PARTS: Readonly<Record<Language, ReadonlySet<string>>> = { en: new Set(['morning', 'afternoon', 'evening', 'night']), fr: new Set(['matin', 'midi', 'soir', 'apres', 'nuit']) };
const TURNS: Readonly<Record<Language, Readonly<Record<string, 'last' | 'next'>>>> = { en: { last: 'last', next: 'next', past: 'last', coming: 'next' }, fr: { dernier: 'last', passe: 'last', prochain: 'next' } };

const day = (date: Temporal.PlainDate): Days => ({ first: LocalDate.parse(date.toString()), last: LocalDate.parse(date.toString()) });

export function dateAt(tokens: readonly Token[], from: number, to: number, language: Language, published: LocalDate): DateFound | null {
  const today = Temporal.PlainDate.from(published);
  const plain = (at: number): string => (at <= to && tokens[at]?.kind !== 'sign' ? (tokens[at]?.plain ?? '') : '');
  const phrase = (words: string): number | null => {
    const parts = words.split(' ');
    return parts.every((word, k) => plain(from + k) === word) ? from + parts.length - 1 : null;
  };
  const days = (last: number, value: Days, isReckoned = true): DateFound => ({ from, to: last, says: { say: 'days', days: value, isReckoned } });
  for (const same of SAME[language]) {
    const last = phrase(same);
    if (last !== null) return { from, to: last, says: { say: 'same-day' } };
  }
  for (const [words, weeks] of Object.entries(WEEKS[language])) {
    const last = phrase(words);
    if (last === null) continue;
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 7 * weeks });
    return days(last, { first: LocalDate.parse(monday.toString()), last: LocalDate.parse(monday.add({ days: 6 }).toString()) });
  }
  for (const [words, offset] of Object.entries(RELATIVE[language])) {
    const last = phrase(words);
    if (last !== null) return days(partOf(plain, last, language), day(today.add({ days: offset })));
  }
  const exact = calendarDay(tokens, from, to, language, today);
  if (exact !== null) return days(exact.to, day(exact.date), !exact.hasYear);
  return weekdayAt(tokens, from, to, language, today);
}

const partOf = (plain: (at: number) => string, last: number, language: Language): number => (!PARTS[language].has(plain(last + 1)) ? last : plain(last + 1) === 'apres' && plain(last + 2) === 'midi' ? last + 2 : plain(last + 1) === 'apres' ? last : last + 1);

/** 13 March 2020, March 13, 13 mars, 1er avril, le 13/03/2020, 2020-03-13. */
function calendarDay(tokens: readonly Token[], from: number, to: number, language: Language, today: Temporal.PlainDate): { readonly to: number; readonly date: Temporal.PlainDate; readonly hasYear: boolean } | null {
  const plain = (at: number): string => (at <= to ? (tokens[at]?.plain ?? '') : '');
  const dayIn = (at: number): number => (/^\d{1,2}$/.test(plain(at)) ? Number(plain(at)) : 0);
  const monthIn = (at: number): number => MONTHS[language].get(plain(at)) ?? 0;
  const ordinal = (at: number): number => (/^(?:st|nd|rd|th|er)$/.test(plain(at)) && tokens[at]?.start === tokens[at - 1]?.end ? 1 : 0);
  const withYear = (month: number, dayOf: number, last: number): ReturnType<typeof calendarDay> => {
    const comma = plain(last + 1) === ',' ? 1 : 0;
    const year = /^(?:19|20)\d\d$/.test(plain(last + 1 + comma)) ? Number(plain(last + 1 + comma)) : null;
    const date = dateOf(year ?? today.year, month, dayOf);
    if (date === null) return null;
    // Without a year it is the nearest one.
    const near = year !== null ? date : [-1, 0, 1].flatMap((off) => dateOf(today.year + off, month, dayOf) ?? []).toSorted((a, b) => Math.abs(today.until(a).total('days')) - Math.abs(today.until(b).total('days')))[0];
    return near === undefined ? null : { to: year === null ? last : last + 1 + comma, date: near, hasYear: year !== null };
  };
  if (tokens[from]?.kind === 'number' && dayIn(from) > 0) {
    const skip = ordinal(from + 1);
    const of = plain(from + 1 + skip) === 'of' ? 1 : 0;
    if (monthIn(from + 1 + skip + of) > 0) return withYear(monthIn(from + 1 + skip + of), dayIn(from), from + 1 + skip + of);
    const marks = [plain(from + 1), plain(from + 3)];
    const year = plain(from + 4);
    // Day and month by numbers: only day first where the language writes it so, or where it can be nothing else.
    if (marks[0] === '/' && marks[1] === '/' && /^20\d\d$/.test(year) && (language === 'fr' || dayIn(from) > 12)) {
      const date = dateOf(Number(year), dayIn(from + 2), dayIn(from));
      return date === null ? null : { to: from + 4, date, hasYear: true };
    }
  }
  if (monthIn(from) > 0 && tokens[from]?.isCapital === true && language === 'en' && dayIn(from + 1) > 0) return withYear(monthIn(from), dayIn(from + 1), from + 1 + ordinal(from + 2));
  if (/^20\d\d$/.test(plain(from)) && plain(from + 1) === '-' && plain(from + 3) === '-' && dayIn(from + 2) > 0 && dayIn(from + 4) > 0) {
    const date = dateOf(Number(plain(from)), dayIn(from + 2), dayIn(from + 4));
    return date === null ? null : { to: from + 4, date, hasYear: true };
  }
  return null;
}

function dateOf(year: number, month: number, dayOf: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOf }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function weekdayAt(tokens: readonly Token[], from: number, to: number, language: Language, today: Temporal.PlainDate): DateFound | null {
  const plain = (at: number): string => (at <= to && tokens[at]?.kind !== 'sign' ? (tokens[at]?.plain ?? '') : '');
  const before = language === 'en' ? TURNS.en[plain(from)] : undefined;
  const at = before === undefined ? from : from + 1;
  const weekday = WEEKDAYS[language].get(plain(at));
  // sun and mon are words of their own.
  if (weekday === undefined || (language === 'en' && tokens[at]?.isCapital !== true)) return null;
  const after = language === 'fr' ? TURNS.fr[plain(at + 1)] : undefined;
  const last = partOf(plain, after === undefined ? at : at + 1, language);
  const comma = tokens[last + 1]?.plain === ',' ? 1 : 0;
  const exact = last + 1 + comma <= to ? calendarDay(tokens, last + 1 + comma, to, language, today) : null;
  if (exact !== null) return { from, to: partOf(plain, exact.to, language), says: { say: 'days', days: day(exact.date), isReckoned: false } };
  return { from, to: last, says: { say: 'weekday', weekday, turn: before ?? after ?? null } };
}

/** @param earlier the day that was last spoken of; null: none. Null where the words lean on a day that was never named. */
export function resolve(says: DayWords, certainty: Certainty, published: LocalDate, earlier: Days | null): { readonly days: Days; readonly isReckoned: boolean } | null {
  if (says.say === 'days') return says;
  if (says.say === 'same-day') return earlier === null ? null : { days: earlier, isReckoned: true };
  const today = Temporal.PlainDate.from(published);
  const back = (today.dayOfWeek - says.weekday + 7) % 7;
  const isPast = says.turn === 'last' || (says.turn === null && certainty === 'done');
  // Papers call the day of publication by its name: “expected on Monday” on a Monday is today.
  const ahead = back === 0 && says.turn === null ? 0 : 7 - back;
  const offset = isPast ? -(back === 0 && says.turn === 'last' ? 7 : back) : ahead;
  return { days: day(today.add({ days: offset })), isReckoned: true };
}
