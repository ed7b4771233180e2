// Dates as people of many countries write them: 2021-04-03, 03/04/2021, 3.4.2021, 3 avr. 2021, 2021年4月3日, 04/2021. A day
// and a month that could stand either way round have two readings; the rest of the column says which, or a person.

/** Day first or month first. */
export type DateOrder = 'day-first' | 'month-first';

/** ISO dates; null where it cannot be read so. */
export interface DateReadings {
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
}

/** The first letters of the months in English, French, Italian, German, Dutch, Spanish, long enough to differ. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'janv', 'gen', 'ene', 'jän'], ['feb', 'fev', 'fév'], ['mar', 'mär', 'maa', 'mrt', 'mrz'], ['apr', 'avr', 'abr'], ['may', 'mai', 'mag', 'mei'], ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'], ['aug', 'aou', 'aoû', 'ago'], ['sep', 'set'], ['oct', 'okt', 'ott'], ['nov'], ['dec', 'déc', 'dic', 'dez'],
];

const monthNamed = (word: string): number => {
  const letters = word.toLowerCase();
  // The longest beginning wins: juil is July, though jui would begin June in French.
  const hits = MONTHS.flatMap((beginnings, k) => beginnings.filter((beginning) => letters.startsWith(beginning)).map((beginning) => ({ month: k + 1, length: beginning.length })));
  return hits.toSorted((a, b) => b.length - a.length)[0]?.month ?? 0;
};

/** What only a person's word for a batch would be: years before and after these are no expiry and no flight. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2099];

function iso(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (full < FIRST_YEAR || full > LAST_YEAR) return null;
  try {
    return Temporal.PlainDate.from({ year: full, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** A month alone means its last day: so expiries are meant (GS1 General Specifications, AI 17, a day of 00). */
const endOfMonth = (year: number, month: number): string | null => (month < 1 || month > 12 ? null : iso(year, month, Temporal.PlainYearMonth.from({ year: year < 100 ? 2000 + year : year, month }).daysInMonth));

/** Null where it is no date at all. */
export function readDate(text: string): DateReadings | null {
  const written = text.normalize('NFKC').trim().replace(/[T\s]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?$/, '');
  const both = (date: string | null): DateReadings | null => (date === null ? null : { dayFirst: date, monthFirst: date });
  const n = (part: string | undefined): number => Number(part ?? Number.NaN);
  let m = /^(\d{4})(?:[-/.年]\s*)(\d{1,2})(?:[-/.月]\s*)(\d{1,2})日?$/.exec(written) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(written);
  if (m !== null) return both(iso(n(m[1]), n(m[2]), n(m[3])));
  m = /^(\d{4})(?:[-/.年]\s*)(\d{1,2})月?$/.exec(written);
  if (m !== null) return both(endOfMonth(n(m[1]), n(m[2])));
  m = /^(\d{1,2})[-/.](\d{4})$/.exec(written);
  if (m !== null) return both(endOfMonth(n(m[2]), n(m[1])));
  m = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)$/.exec(written);
  if (m !== null) {
    const dayFirst = iso(n(m[4]), n(m[3]), n(m[1]));
    // Dots are written day first everywhere that they are written.
    const monthFirst = m[2] === '.' ? dayFirst : iso(n(m[4]), n(m[1]), n(m[3]));
    return dayFirst === null && monthFirst === null ? null : { dayFirst, monthFirst };
  }
  return both(named(written));
}

function named(written: string): string | null {
  const parts = written.toLowerCase().split(/[\s,./-]+/).filter((part) => part !== '' && part !== 'de');
  const month = parts.map((part) => (/^\p{L}{3,}$/u.test(part) ? monthNamed(part) : 0)).find((found) => found > 0) ?? 0;
  const numbers = parts.flatMap((part) => /^(\d{1,4})(?:st|nd|rd|th|er)?$/.exec(part)?.[1] ?? []);
  if (month === 0 || parts.length !== numbers.length + 1) return null;
  const year = numbers.find((part) => part.length === 4) ?? numbers.at(-1);
  if (numbers.length === 1) return endOfMonth(Number(year), month);
  const day = numbers.find((part) => part !== year);
  return numbers.length === 2 && day !== undefined ? iso(Number(year), month, Number(day)) : null;
}

export const isOpen = ({ dayFirst, monthFirst }: DateReadings): boolean => dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;

/** Which order the dates prove; `both`: they contradict each other; null: nothing is proved. */
export function orderOf(dates: Iterable<DateReadings>): DateOrder | 'both' | null {
  let found: DateOrder | null = null;
  for (const { dayFirst, monthFirst } of dates) {
    if ((dayFirst === null) === (monthFirst === null)) continue;
    const order = dayFirst === null ? 'month-first' : 'day-first';
    if (found !== null && found !== order) return 'both';
    found = order;
  }
  return found;
}

export const dateIn = ({ dayFirst, monthFirst }: DateReadings, order: DateOrder): string => (order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)) ?? '';
