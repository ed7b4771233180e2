// What every identifier of the trade has in common when it is typed by a person: spaces and hyphens that do not count, the
// wrong letter in the fourth place, a check digit that does not fit. The error says which character, and what to write.

import { err, ok, type Result } from '../domain/result.ts';

export interface IdentifierProblem {
  /** The character that is wrong, from 1, in the text as it was given; absent where the whole is. */
  readonly at?: number;
  readonly message: string;
  readonly remedy: string;
}

/** Digits that look like letters to a tired eye. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', I: '1', l: '1', i: '1', Z: '2', S: '5', B: '8' };
const SEPARATOR = /[\s\u00a0.-]/u;

/** The digits of a text, with the spaces, dots and hyphens that people group them by left out. */
export function readDigits(text: string, name: string): Result<string, IdentifierProblem> {
  let digits = '';
  let at = 0;
  for (const character of text) {
    at++;
    if (SEPARATOR.test(character)) continue;
    if (!/^[0-9]$/.test(character)) {
      const meant = MISREAD[character];
      return err({ at, message: `character ${at} is “${character}”: ${name} has digits only`, remedy: meant === undefined ? `take “${character}” out, or read the digit again` : `if it is a digit, write ${meant}` });
    }
    digits += character;
  }
  return ok(digits);
}

/** Refuses a wrong count of digits: `an SSCC has 18 digits, this one has 17`. */
export function ofLength(digits: string, lengths: readonly number[], name: string): Result<string, IdentifierProblem> {
  if (lengths.includes(digits.length)) return ok(digits);
  const wanted = lengths.length === 1 ? String(lengths[0]) : `${lengths.slice(0, -1).join(', ')} or ${lengths.at(-1)}`;
  const longest = Math.max(...lengths);
  const remedy = digits.length > longest ? `take out ${digits.length - longest} of them` : `read it again: ${longest - digits.length} more may be missing`;
  return err({ message: `${name} has ${wanted} digits, this one has ${digits.length}`, remedy });
}

/** Why a last digit is wrong, and both ways out: the digit that would fit, or a slip further in front. */
export const wrongCheckDigit = (text: string, written: string, fitting: string): IdentifierProblem => ({
  at: text.trimEnd().length,
  message: `the check digit is ${written}, the others make it ${fitting}`,
  remedy: `compare it with the paper: either the last digit is ${fitting}, or one of the others is wrong`,
});
