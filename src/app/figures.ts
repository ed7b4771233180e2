// Figures as text, one way for every place where Airbridge speaks English to a person. Other languages come with the web.

import type { Verdict } from '../domain/promise/promise.ts';
import type { Instant } from '../domain/time.ts';

const LOCALE = 'en-GB';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const factors = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });
const percents = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const moments = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** `500,000` */
export const count = (n: number): string => whole.format(n);
/** `15.5` */
export const decimal = (n: number): string => tenths.format(n);
/** `11.6`, `0.05` */
export const factor = (n: number): string => factors.format(n);
/** `25%`, `33.3%` */
export const percent = (share: number): string => percents.format(share);
/** `Fri 13 Mar 2020, 23:00 UTC` */
export const moment = (instant: Instant | string): string => `${moments.format(new Date(instant)).replace(',', '').replace(/,? (\d\d:\d\d)$/, ', $1')} UTC`;

/** The verdicts in words. */
export const VERDICTS: Readonly<Record<Verdict, string>> = { kept: 'kept', 'on-course': 'on course', 'at-risk': 'at risk', broken: 'broken' };
