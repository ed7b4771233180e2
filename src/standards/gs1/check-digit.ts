// The check digit of GS1 keys: weights 3 and 1 from the right, modulo 10. It finds every wrong digit, and every swap of two
// neighbours unless they differ by five. GS1 General Specifications, 7.9.1.

import { invariant } from '../../domain/result.ts';

/** The digit that belongs behind these. */
export function checkDigit(digits: string): string {
  invariant(/^\d+$/.test(digits), 'a check digit is made of digits');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** Does the last digit fit the others? */
export const hasValidCheckDigit = (digits: string): boolean => /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1);
