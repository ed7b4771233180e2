// The growth rate of a cumulative series: the slope of its logarithm by least squares over a stated window, with its
// standard error. Neighbouring days of a cumulative series lean on each other, so that the true error is larger.

import { err, ok, type Result } from '../domain/result.ts';

export interface Growth {
  /** A day, of the logarithm. */
  readonly rate: number;
  readonly standardError: number;
  readonly windowDays: number;
}

/** @param values daily, oldest first, ending with the day that is asked about; the window takes its last days and one more. */
export function growthOf(values: readonly (number | null)[], windowDays: number): Result<Growth, { readonly problem: string }> {
  const logs = values.slice(-(windowDays + 1)).flatMap((value, day) => (value === null || value <= 0 ? [] : [{ day, log: Math.log(value) }]));
  if (logs.length < 3) return err({ problem: `growth over ${windowDays} days needs three days with a count above nought, and there are ${logs.length}` });
  const mean = (of: (it: (typeof logs)[number]) => number): number => logs.reduce((sum, it) => sum + of(it), 0) / logs.length;
  const [day, log] = [mean((it) => it.day), mean((it) => it.log)];
  const spread = logs.reduce((sum, it) => sum + (it.day - day) ** 2, 0);
  const rate = logs.reduce((sum, it) => sum + (it.day - day) * (it.log - log), 0) / spread;
  const left = logs.reduce((sum, it) => sum + (it.log - log - rate * (it.day - day)) ** 2, 0);
  return ok({ rate, standardError: Math.sqrt(left / (logs.length - 2) / spread), windowDays });
}
