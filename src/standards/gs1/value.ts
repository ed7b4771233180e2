// One value of an application identifier: is it of the right length, of the right characters, does its check digit fit, is there
// such a day; and what it means: dates, and weights with an implied decimal point. GS1 General Specifications, 3 and 7.11–7.12.

import { LocalDate } from '../../domain/time.ts';
import { CubicCm, Grams } from '../../domain/units.ts';
import { wrongCheckDigit, type IdentifierProblem } from '../identifier.ts';
import type { ApplicationIdentifier, Part } from './application-identifiers.ts';
import { checkDigit } from './check-digit.ts';

/** Character set 82: letters, digits and these. */
const SET_82 = /^[A-Za-z0-9!"%&'()*+,\-./:;<=>?_]$/;

/** The first thing wrong with a value, or null. `from`: which character of the whole text is its first. */
export function faultOf({ ai, title, parts }: ApplicationIdentifier, value: string, from = 1): IdentifierProblem | null {
  const name = `(${ai}) ${title}`;
  let start = 0;
  for (const part of parts) {
    const piece = value.slice(start, start + part.most);
    if (piece.length < part.least) return { message: `${name} has ${lengthIn(parts)}, this one has ${value.length}`, remedy: 'scan it again, or compare it with the text under the barcode' };
    const fault = partFault(part, piece, name, from + start);
    if (fault !== null) return fault;
    start += piece.length;
  }
  return value.length > start ? { at: from + start, message: `${name} has ${lengthIn(parts)}, this one has ${value.length}`, remedy: `end it before character ${from + start}` } : null;
}

function lengthIn(parts: readonly Part[]): string {
  const [least, most] = [parts.reduce((sum, part) => sum + part.least, 0), parts.reduce((sum, part) => sum + part.most, 0)];
  return `${least === most ? most : `${least} to ${most}`} ${parts.every(({ set }) => set === 'N') ? 'digits' : 'characters'}`;
}

function partFault({ set, checks }: Part, piece: string, name: string, from: number): IdentifierProblem | null {
  const wrong = Array.from(piece).findIndex((character) => !(set === 'N' ? /^[0-9]$/ : SET_82).test(character));
  if (wrong !== -1) return { at: from + wrong, message: `character ${from + wrong} is “${Array.from(piece)[wrong]}”: ${name} takes ${set === 'N' ? 'digits only' : 'unaccented letters, digits and !"%&\'()*+,-./:;<=>?_ only'}`, remedy: set === 'N' ? 'read the digit again' : 'leave it out, or write it with one of these' };
  if (checks.includes('csum') && checkDigit(piece.slice(0, -1)) !== piece.at(-1)) return { ...wrongCheckDigit(piece, piece.at(-1) ?? '', checkDigit(piece.slice(0, -1))), at: from + piece.length - 1 };
  if (checks.includes('yymmd0') && !isDate(piece, true)) return { at: from, message: `${piece} is no day: ${name} is written YYMMDD`, remedy: 'write year, month, day with two digits each; 00 for the day means the end of the month' };
  if (checks.includes('yymmdd') && !isDate(piece, false)) return { at: from, message: `${piece} is no day: ${name} begins with YYMMDD`, remedy: 'write year, month, day with two digits each' };
  if (checks.includes('hhmi') && !/^([01]\d|2[0-3])[0-5]\d$/.test(piece)) return { at: from, message: `${piece} is no time of day: ${name} ends with HHMM`, remedy: 'write hours 00–23 and minutes 00–59' };
  return null;
}

/** The century does not matter to whether there is such a day, but for 29 February: 2000 was a leap year as 2096 will be. */
function isDate(yymmdd: string, endOfMonth: boolean): boolean {
  const day = yymmdd.slice(4) === '00' && endOfMonth ? '01' : yymmdd.slice(4);
  return LocalDate.safeParse(`20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${day}`).success;
}

/** `220300` → 31 March 2022, as seen in `year`: two digits mean the year that is at most 49 before and 50 after it. @throws on no day */
export function readYymmdd(value: string, year: number): LocalDate {
  const century = Math.floor(year / 100) * 100;
  const near = century + Number(value.slice(0, 2));
  const whole = near - year >= 51 ? near - 100 : near - year <= -50 ? near + 100 : near;
  const month = Temporal.PlainYearMonth.from({ year: whole, month: Number(value.slice(2, 4)) });
  const day = Number(value.slice(4, 6)) || month.daysInMonth;
  return LocalDate.parse(month.toPlainDate({ day }).toString());
}

/** 31 March 2022 → `220331`. */
export const writeYymmdd = (date: LocalDate): string => date.slice(2).replaceAll('-', '');

/** A weight for (3100)–(3105) and (3300)–(3305): as many decimals as it needs and as fit. Null above 999,999 kg. */
export const kilogramElement = (ai: '310' | '330', weight: Grams): { readonly ai: string; readonly value: string } | null => decimal(ai, weight, 1000, 3);
/** A volume for (3360)–(3365), m³. */
export const volumeElement = (volume: CubicCm): { readonly ai: string; readonly value: string } | null => decimal('336', volume, 1_000_000, 5);

/** The last digit of the identifier is the number of decimals; rounded to what six digits hold. */
function decimal(ai: string, quantity: number, perUnit: number, most: number): { readonly ai: string; readonly value: string } | null {
  for (let decimals = most; decimals >= 0; decimals--) {
    const digits = Math.round((quantity * 10 ** decimals) / perUnit);
    if (digits <= 999_999) return { ai: `${ai}${decimals}`, value: String(digits).padStart(6, '0') };
  }
  return null;
}

/** (3302) `001250` → 12,500 g. */
export const readKilograms = ({ ai, value }: { readonly ai: string; readonly value: string }): Grams => Grams.parse(Math.round((Number(value) * 1000) / 10 ** Number(ai.at(-1))));
