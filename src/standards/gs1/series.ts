// How an operation gives out its own SSCCs: number 0, 1, 2 … of one series under its company prefix. Deterministic, so that a
// journal played again gives the same labels, and without gaps, so that a missing label is seen. A series is no counter: who
// allocates says how many are given out already.

import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import type { IdentifierProblem } from '../identifier.ts';
import { checkDigit } from './check-digit.ts';
import { CompanyPrefix, Sscc } from './keys.ts';

/** `extension`: the first digit, free to choose; two offices with one prefix take different ones. */
export const SsccSeries = z.strictObject({ prefix: CompanyPrefix, extension: z.int().min(0).max(9) });
export type SsccSeries = z.infer<typeof SsccSeries>;

/** Digits left for the serial number: extension, prefix, serial and check digit make 18. */
const serialDigits = ({ prefix }: SsccSeries): number => 16 - prefix.length;

/** How many SSCCs a series has: 10,000 under a prefix of twelve digits, 10¹² under one of four. */
export const sizeOf = (series: SsccSeries): number => 10 ** serialDigits(series);

/** The `n`th SSCC of a series, from 0. */
export function ssccAt(series: SsccSeries, n: number): Result<Sscc, IdentifierProblem> {
  const size = sizeOf(series);
  if (!Number.isSafeInteger(n) || n < 0 || n >= size) {
    return err({ message: `the series ${series.extension} ${series.prefix} has ${size} numbers, 0 to ${size - 1}: ${n} is none of them`, remedy: 'go on in a series with another extension digit, or under a shorter prefix' });
  }
  const body = `${series.extension}${series.prefix}${String(n).padStart(serialDigits(series), '0')}`;
  return ok(Sscc.parse(body + checkDigit(body)));
}

/** The next `count` SSCCs after `given` that are out already. All or none. */
export function allocate(series: SsccSeries, given: number, count: number): Result<readonly Sscc[], IdentifierProblem> {
  const all: Sscc[] = [];
  for (let n = given; n < given + count; n++) {
    const sscc = ssccAt(series, n);
    if (!sscc.ok) return sscc;
    all.push(sscc.value);
  }
  return ok(all);
}

/** Which number of the series an SSCC is; null where it is of another series. */
export function numberIn(series: SsccSeries, sscc: Sscc): number | null {
  const front = `${series.extension}${series.prefix}`;
  return sscc.startsWith(front) ? Number(sscc.slice(front.length, 17)) : null;
}
