// Spreadsheets keep a date as a number: days since 30 December 1899 (or 1 January 1904), the hour as a fraction. Which
// numbers are dates, their number format says. Read exactly, to the millisecond, by no zone's clock.
// ECMA-376 Part 1, 18.17.4 (dates) and 18.8.30 (formats).

const DAY_MS = 86_400_000;
/** 1900 had no 29 February, but spreadsheets count one: before 1 March 1900 they disagree about the day. */
const FIRST_SURE = 61;
const DAYS_TO_1904 = 1462;

/** Serial number → 2020-03-13, 2020-03-13T21:30 or, below one day, 21:30; the number itself where the day is not sure. */
export function dateText(serial: number, from1904: boolean): string {
  const sure = from1904 ? 0 : FIRST_SURE;
  if (!(serial >= 0) || (serial >= 1 && serial < sure) || serial > 2_958_465) return String(serial);
  const ms = Math.round(serial * DAY_MS);
  const days = Math.floor(ms / DAY_MS);
  const time = clock(ms % DAY_MS);
  if (serial < 1) return time ?? '00:00';
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: days + (from1904 ? DAYS_TO_1904 : 0) }).toString();
  return time === null ? day : `${day}T${time}`;
}

/** 21:30, with seconds and milliseconds only where there are any; null at midnight. */
function clock(ms: number): string | null {
  if (ms === 0) return null;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const [seconds, rest] = [(ms % 60_000) / 1000, ms % 1000];
  const minutes = `${two(ms / 3_600_000)}:${two((ms % 3_600_000) / 60_000)}`;
  return seconds === 0 ? minutes : `${minutes}:${two(seconds)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
}

/** Formats that need no definition of their own: dates, times, and the same of East Asia. */
const isBuiltIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Does a number under this format show as a date or time? @param code the format's own definition, where it has one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  const [positive = ''] = code.split(';');
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** A number as a workbook writes it (9.1999999999999993, 1.5E-3) → its shortest plain decimal; null where it is none. */
export function decimalText(written: string): string | null {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return null;
  const [mantissa = '', exponent] = String(value + 0).split('e');
  if (exponent === undefined) return mantissa;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d)(?:\.(\d+))?$/.exec(mantissa) ?? [];
  const shift = Number(exponent);
  const digits = whole + fraction;
  return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}` : `${sign}${digits.padEnd(shift + 1, '0')}`;
}
