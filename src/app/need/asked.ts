// What a recipient asks for at an instant, as units a day.

import { epochMs, type Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';

const DAY = 86_400_000;

export interface NeedNow {
  /** Units a day, fractional. */
  readonly perDay: number;
  readonly severity: number;
  readonly reportedAt: Instant;
}

/** The due window that the instant lies in, or the next one; null: nothing is asked from here on. */
export function needAt({ known, asOf }: Pick<Situation, 'known' | 'asOf'>, recipient: string, item: string): NeedNow | null {
  const windows = [...known.needs.values()].filter(({ need }) => need.recipient === recipient && need.item === item && need.until > asOf);
  const first = windows.toSorted((a, b) => (a.need.from < b.need.from ? -1 : 1))[0];
  if (first === undefined) return null;
  const { need, reportedAt } = first;
  return { perDay: need.units / ((epochMs(need.until) - epochMs(need.from)) / DAY), severity: need.severity, reportedAt };
}
