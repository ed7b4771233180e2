// Numbers, dates and names for a reader's language, one way for all pages. Times are wall-clock in the operation's zone.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Figures {
  readonly count: (n: number) => string;
  readonly decimal: (n: number, digits?: number) => string;
  /** `11.6`, `19.0`, `0.05` */
  readonly factor: (n: number) => string;
  readonly percent: (share: number) => string;
  readonly euros: (n: number) => string;
  /** `Mon 16 March, 20:40` */
  readonly moment: (at: string) => string;
  /** `Wed 18, 12:45`; in another month than the page's instant, `Fri 3 Apr, 15:00`. */
  readonly hour: (at: string) => string;
  /** `Mon 16` */
  readonly day: (at: string) => string;
  /** `16 March` */
  readonly date: (at: string) => string;
  /** A calendar day with its year, of no zone: `3 Apr 2025` */
  readonly calendar: (day: string) => string;
  /** `23 November 2026, 17:24`: of another year than the operation's, as a rule. */
  readonly stamp: (at: string) => string;
  /** `1 h 35` */
  readonly span: (minutes: number) => string;
  readonly item: (code: string) => string;
  readonly area: (code: string) => string;
}

/** French groups with a no-break space: this face's narrow one is too thin to see. */
const plainSpaces = (text: string): string => text.replaceAll('\u202F', '\u00A0');

/** What a page calls an item or an area; undefined: it has no word for it. */
export type Called = (kind: 'item' | 'area', code: string) => string | undefined;

/** `near`: the instant that the page speaks of. */
export function useFigures(zone: string, near = ''): Figures {
  const month = near.slice(0, 7);
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => figuresIn(language, zone, month, (kind, code) => t(`${kind}.${code}`, { defaultValue: '' }) || undefined), [language, zone, month, t]);
}

/** `month`: of the instant that the page speaks of, `2020-03`; empty: any. */
export function figuresIn(language: string, zone: string, month: string, called: Called): Figures {
  const locale = language === 'en' ? 'en-GB' : language;
  const number = (options: Intl.NumberFormatOptions): ((n: number) => string) => {
    const format = new Intl.NumberFormat(locale, options);
    return (n) => plainSpaces(format.format(n));
  };
  const clock = (options: Intl.DateTimeFormatOptions): ((at: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at) => format.format(new Date(at)).replace(' at ', ', ').replace(' à ', ', ');
  };
  const regions = new Intl.DisplayNames([locale], { type: 'region' });
  const whole = number({ maximumFractionDigits: 0 });
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const weekday = clock({ weekday: 'short' });
  const clockTime = clock(time);
  return {
    count: whole,
    factor: number({ minimumFractionDigits: 1, maximumFractionDigits: 3 }),
    decimal: (n, digits = 1) => number({ minimumFractionDigits: digits, maximumFractionDigits: digits })(n),
    percent: number({ style: 'percent', maximumFractionDigits: 1 }),
    euros: number({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
    moment: (at) => `${weekday(at)} ${clock({ day: 'numeric', month: 'long' })(at)}, ${clockTime(at)}`,
    hour: (at) => `${weekday(at)} ${clock(month === '' || at.startsWith(month) ? { day: 'numeric' } : { day: 'numeric', month: 'short' })(at)}, ${clockTime(at)}`,
    day: (at) => `${weekday(at)} ${clock({ day: 'numeric' })(at)}`,
    stamp: (at) => `${clock({ day: 'numeric', month: 'long', year: 'numeric' })(at)}, ${clockTime(at)}`,
    date: clock({ day: 'numeric', month: 'long' }),
    calendar: (day) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(day)),
    span: (minutes) => (minutes < 60 ? `${Math.round(minutes)} min` : `${Math.floor(minutes / 60)} h${Math.round(minutes % 60) === 0 ? '' : ` ${String(Math.round(minutes % 60)).padStart(2, '0')}`}`),
    item: (code) => called('item', code) ?? code,
    area: (code) => called('area', code) ?? (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  };
}
