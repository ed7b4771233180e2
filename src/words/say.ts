// Says phrases in a language. Not here: what is to be said (the planner and app make phrases), nor the words (en/, fr/).

import type { Code, Day, Euros, Figured, Moment, Phrase, Value } from '../domain/phrase.ts';
import type { Phrases } from '../domain/phrases.ts';
import { invariant } from '../domain/result.ts';
import type { Forms, Language, Pen } from './language.ts';

/** What a page calls things, where that differs from what the phrase carries: one thing has one name on a page. */
export interface Called {
  readonly recipient?: (code: string) => string | undefined;
  readonly item?: (code: string) => string | undefined;
}

const MOST_LISTED = 4;
/** From here on nobody needs the cents. */
const WITHOUT_CENTS = 1000;

/** One phrase. @throws where the language does not know it: ask `knows` first about what an older journal holds. */
export function say(said: Phrase, language: Language, called: Called = {}): string {
  return language.typeset(sayWith(said, language, penFor(language, called)));
}

/** A phrase as words with what it writes of figures, moments and days kept apart. */
export type Spoken = { readonly words: string } | { readonly of: Figured | Moment | Day; readonly text: string };

/** The same in parts, in their order: whoever publishes a number must be able to say where it stands. */
export function sayInParts(said: Phrase, language: Language, called: Called = {}): Spoken[] {
  const kept: (Figured | Moment | Day)[] = [];
  const between: Mark = (value, text) => `${OPEN}${kept.push(value) - 1}${MIDDLE}${text}${CLOSE}`;
  return language
    .typeset(sayWith(said, language, penFor(language, called, between)))
    .split(MARKED)
    .filter((piece) => piece !== '')
    .map((piece): Spoken => {
      if (!piece.startsWith(OPEN)) return { words: piece };
      const [index, text] = piece.slice(1, -1).split(MIDDLE);
      const of = kept[Number(index)];
      invariant(of !== undefined && text !== undefined, 'a marked value is one that was kept');
      return { of, text };
    });
}

/** Signs that no text bears: Unicode keeps them for private use. */
const [OPEN, MIDDLE, CLOSE] = ['\uE000', '\uE001', '\uE002'];
const MARKED = new RegExp(`(${OPEN}\\d+${MIDDLE}[^${CLOSE}]*${CLOSE})`);
/** What becomes of a written figure, moment or day. */
type Mark = (value: Figured | Moment | Day, text: string) => string;
const unmarked: Mark = (_, text) => text;

/** Sentences, one after the other. */
export const sayAll = (phrases: readonly Phrase[], language: Language, called: Called = {}): string => phrases.map((each) => say(each, language, called)).join(' ');

/** The phrases in the language; where there are none, or one that this version does not know, the English that was recorded with them. */
export function saidOr(english: string, phrases: readonly Phrase[] | undefined, language: Language, called: Called = {}): { readonly text: string; readonly tag: string } {
  return phrases !== undefined && phrases.length > 0 && phrases.every((each) => knows(each, language)) ? { text: sayAll(phrases, language, called), tag: language.tag } : { text: english, tag: 'en' };
}

const isPhrase = (value: unknown): value is Phrase => typeof value === 'object' && value !== null && 'say' in value;
function knows({ say: code, with: values }: Phrase, language: Language): boolean {
  const nested = Object.values(values).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value])).filter(isPhrase);
  return Object.hasOwn(language.words, code) && nested.every((each) => knows(each, language));
}

function sayWith<C extends Code>({ say: code, with: values }: { readonly say: C; readonly with: Phrases[C] }, { words }: Language, pen: Pen): string {
  return words[code](values, pen);
}

const pens = new Map<Language, Formats>();
interface Formats {
  readonly count: Intl.NumberFormat;
  readonly euros: Intl.NumberFormat;
  readonly wholeEuros: Intl.NumberFormat;
  readonly share: Intl.NumberFormat;
  readonly tenths: Intl.NumberFormat;
  readonly hundredths: Intl.NumberFormat;
  readonly measures: Intl.NumberFormat;
  readonly hours: Intl.NumberFormat;
  readonly list: Intl.ListFormat;
  readonly plural: Intl.PluralRules;
  readonly day: Intl.DateTimeFormat;
  readonly regions: Intl.DisplayNames;
}

function formatsOf(language: Language): Formats {
  const known = pens.get(language);
  if (known !== undefined) return known;
  const { tag } = language;
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat => new Intl.NumberFormat(tag, options);
  const made: Formats = {
    count: number({ maximumFractionDigits: 0 }),
    euros: number({ style: 'currency', currency: 'EUR' }),
    wholeEuros: number({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
    share: number({ style: 'percent', maximumFractionDigits: 0 }),
    tenths: number({ maximumFractionDigits: 1 }),
    hundredths: number({ maximumFractionDigits: 2 }),
    measures: number({ maximumSignificantDigits: 3 }),
    hours: number({ style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: 1 }),
    list: new Intl.ListFormat(tag, { type: 'conjunction' }),
    plural: new Intl.PluralRules(tag),
    day: new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    regions: new Intl.DisplayNames([tag], { type: 'region' }),
  };
  pens.set(language, made);
  return made;
}

function penFor(language: Language, called: Called, mark = unmarked): Pen {
  const formats = formatsOf(language);
  const form = (n: number, forms: Forms): string => forms[formats.plural.select(n)] ?? forms.other;
  const euros = ({ euros: n }: Euros): string => (Math.abs(n) >= WITHOUT_CENTS ? formats.wholeEuros : formats.euros).format(n);
  const pen: Pen = {
    write: (value) => written(value, { language, called, pen, mark }),
    counted: (n, forms) => `${formats.count.format(n)} ${form(n, forms)}`,
    form,
    list: (values, most = MOST_LISTED) => {
      const shown = values.length > most ? [...values.slice(0, most).map(pen.write), pen.counted(values.length - most, language.more)] : values.map(pen.write);
      return formats.list.format(shown);
    },
    signed: (value) => `${value.euros > 0 ? '+' : value.euros < 0 ? '−' : '±'}${euros({ euros: Math.abs(value.euros) })}`,
    zoned: (moment) => mark(moment, `${momentIn(moment, language)} ${zoneName(moment, language)}`),
  };
  return pen;
}

interface Writing {
  readonly language: Language;
  readonly called: Called;
  readonly pen: Pen;
  readonly mark: Mark;
}

function written(value: Value, { language, called, pen, mark }: Writing): string {
  const formats = formatsOf(language);
  const { names } = language;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formats.count.format(value);
  if ('say' in value) return sayWith(value, language, pen);
  if ('euros' in value) return (Math.abs(value.euros) >= WITHOUT_CENTS ? formats.wholeEuros : formats.euros).format(value.euros);
  if ('share' in value) return formats.share.format(value.share);
  if ('points' in value) return (Math.abs(value.points) < 0.01 ? formats.hundredths : formats.tenths).format(value.points * 100);
  if ('hours' in value) return formats.hours.format(value.hours);
  if ('m3' in value) return `${formats.tenths.format(value.m3)} m³`;
  if ('tonnes' in value) return `${formats.tenths.format(value.tonnes)} t`;
  if ('measure' in value) return `${formats.measures.format(value.measure)} ${value.unit}`;
  if ('figure' in value) return mark(value, figureIn(value, language));
  if ('at' in value) return mark(value, momentIn(value, language));
  if ('day' in value) return mark(value, dayIn(value, language));
  if ('item' in value) return called.item?.(value.item) ?? names.items[value.item] ?? value.name;
  if ('recipient' in value) return called.recipient?.(value.recipient) ?? value.name;
  if ('place' in value) return value.name;
  if ('paper' in value) return names.papers[value.paper] ?? value.paper;
  return names.areas[value.area] ?? (/^[A-Z]{2}$/.test(value.area) ? (formats.regions.of(value.area) ?? value.area) : value.area);
}

/** A figure as the language writes it: `500,000`, `25%`, `3.1`. */
export function figureIn({ value, unit }: Pick<Figured, 'value' | 'unit'>, language: Language): string {
  const { count, share, tenths } = formatsOf(language);
  return language.typeset(unit === 'percent' ? share.format(value / 100) : unit === 'days' ? tenths.format(value) : count.format(value));
}

export const dayIn = ({ day }: Day, language: Language): string => formatsOf(language).day.format(new Date(day));

/** Both ways in which a language writes an instant: without and with the name of its zone. */
export const momentsIn = (moment: Moment, language: Language): readonly [string, string] => {
  const text = momentIn(moment, language);
  return [language.typeset(text), language.typeset(`${text} ${zoneName(moment, language)}`)];
};

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string, { tag, weekday }: Language): Intl.DateTimeFormat {
  const key = `${tag} ${zone}`;
  const known = clocks.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: zone, weekday, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
  clocks.set(key, known);
  return known;
}

const partsOf = ({ at, zone }: Moment, language: Language): ReadonlyMap<string, string> => new Map(clockOf(zone, language).formatToParts(new Date(at)).map(({ type, value }) => [type, value]));

/** Put together from Intl's parts: their order and commas differ from one release of the tables to the next. */
function momentIn(moment: Moment, language: Language): string {
  const parts = partsOf(moment, language);
  const part = (name: string): string => parts.get(name) ?? '';
  return language.moment({ weekday: part('weekday'), day: part('day'), month: part('month'), hour: part('hour'), minute: part('minute') });
}

const zoneName = (moment: Moment, language: Language): string => partsOf(moment, language).get('timeZoneName') ?? 'UTC';
