// How figures and dates are written on a paper in each language, and the few words that every paper's frame needs.
// The words of a single paper stand beside that paper. Digits are 0–9 in every language, so that a figure can be held
// against the barcode, the waybill and the customs form beside it.

import { countryOf } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { m3, kg, type CubicCm, type EuroCents, type Grams } from '../../domain/units.ts';
import { localDateIn, localIn, type Instant, type LocalDate, type Zone } from '../../domain/time.ts';

export const PAPER_LANGUAGES = ['en', 'fr', 'it', 'ar'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];
export type Direction = 'ltr' | 'rtl';

export const directionOf = (language: PaperLanguage): Direction => (language === 'ar' ? 'rtl' : 'ltr');

/** British English: day before month. */
const LOCALE: Readonly<Record<PaperLanguage, string>> = { en: 'en-GB', fr: 'fr-BE', it: 'it-IT', ar: 'ar-u-ca-gregory-nu-latn' };

interface FrameWords {
  readonly number: string;
  readonly issued: string;
  readonly page: (page: number, of: number) => string;
  /** At the head of the second page and those after it. */
  readonly continued: (title: string) => string;
  readonly total: string;
  /** Before the place in the journal that the paper was made at. */
  readonly journal: string;
  /** Before the fingerprint of the content. */
  readonly fingerprint: string;
}

export const FRAME_WORDS: Readonly<Record<PaperLanguage, FrameWords>> = {
  en: { number: 'No.', issued: 'Issued', page: (page, of) => `Page ${page} of ${of}`, continued: (title) => `${title}, continued`, total: 'Total', journal: 'Journal', fingerprint: 'Content SHA-256' },
  fr: { number: 'N°', issued: 'Établi le', page: (page, of) => `Page ${page} sur ${of}`, continued: (title) => `${title} (suite)`, total: 'Total', journal: 'Journal', fingerprint: 'Contenu SHA-256' },
  it: { number: 'N.', issued: 'Emesso il', page: (page, of) => `Pagina ${page} di ${of}`, continued: (title) => `${title} (segue)`, total: 'Totale', journal: 'Registro', fingerprint: 'Contenuto SHA-256' },
  ar: { number: 'رقم', issued: 'صدر في', page: (page, of) => `صفحة ${page} من ${of}`, continued: (title) => `${title} (تابع)`, total: 'المجموع', journal: 'السجل', fingerprint: 'بصمة المحتوى SHA-256' },
};

/** The narrow no-break space that French groups with is too thin in print and missing from the face: the wide one stands in. */
const spaced = (text: string): string => text.replaceAll('\u202f', '\u00a0');
/** A number among right-to-left words keeps its own order. */
const isolated = (text: string, language: PaperLanguage): string => (directionOf(language) === 'rtl' ? `\u2066${text}\u2069` : text);

/** A format is dear to make and the same every time: once for each language and number of decimals. */
const formats = new Map<string, Intl.NumberFormat>();

function decimals(value: number, language: PaperLanguage, places: number): string {
  const key = `${language} ${places}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: 'always' });
  formats.set(key, format);
  return spaced(format.format(value));
}

/** Pieces, cartons, pallets: grouped, no unit. */
export const writeCount = (count: number, language: PaperLanguage): string => decimals(count, language, 0);
/** Kilograms to the tenth, with the unit: `170.0 kg`. */
export const writeKg = (weight: Grams, language: PaperLanguage): string => isolated(`${decimals(kg(weight), language, 1)}\u00a0kg`, language);
/** Cubic metres to the thousandth, with the unit: `0.075 m³`. */
export const writeM3 = (volume: CubicCm, language: PaperLanguage): string => isolated(`${decimals(m3(volume), language, 3)}\u00a0m³`, language);
/** Euros and cents, with the currency's code as customs forms want it: `1,250.00 EUR`. */
export const writeEuros = (cents: EuroCents, language: PaperLanguage): string => isolated(`${decimals(cents / 100, language, 2)}\u00a0EUR`, language);

const names = new Map<PaperLanguage, Intl.DisplayNames>();

/** Groups of countries: CLDR knows the Union, and Europe by its UN M49 code. */
const GROUPS: ReadonlyMap<string, string> = new Map([['EU', 'EU'], ['EUROPE', '150']]);
const EFTA: Readonly<Record<PaperLanguage, string>> = { en: 'EFTA', fr: 'AELE', it: 'EFTA', ar: 'EFTA' };

/** The country in which an area lies: `IT-25` → `Italy`; or the group of countries that it is. */
export function writeCountry(area: AreaCode, language: PaperLanguage): string {
  if (area === 'EFTA') return EFTA[language];
  const known = names.get(language) ?? new Intl.DisplayNames(LOCALE[language], { type: 'region' });
  names.set(language, known);
  return known.of(GROUPS.get(area) ?? countryOf(area)) ?? area;
}

const days = new Map<PaperLanguage, Intl.DateTimeFormat>();

/** `16 March 2020`. */
export function writeDate(date: LocalDate, language: PaperLanguage): string {
  const day = Temporal.PlainDate.from(date);
  const format = days.get(language) ?? new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' });
  days.set(language, format);
  return spaced(format.format(Date.UTC(day.year, day.month - 1, day.day)));
}

/** Local day, hour, and the zone's distance from UTC: `16 March 2020, 21:40 UTC+01:00`. */
export function writeInstantIn(instant: Instant, zone: Zone, language: PaperLanguage): string {
  const local = localIn(instant, zone);
  const offset = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset;
  const comma = directionOf(language) === 'rtl' ? '،' : ',';
  return `${writeDate(localDateIn(instant, zone), language)}${comma} ${isolated(`${local.slice(11)} UTC${offset === '+00:00' ? '' : offset}`, language)}`;
}
