// Which level a code of an area is of, and which rows hold others.

import { isGroup, liesIn } from '../../domain/areas.ts';
import { AreaCode } from '../../domain/ids.ts';
import type { Level } from './shape.ts';

/** Of counts: a ship and what else has no code is `other`. */
export function levelOf(area: string): Level {
  const code = AreaCode.safeParse(area);
  if (!code.success || isGroup(code.data)) return 'other';
  return area.includes('-') ? 'region' : 'country';
}

/** The narrowest other area among these that holds it; null: none does. */
export function holderOf(area: AreaCode, among: Iterable<AreaCode>): AreaCode | null {
  const holders = [...among].filter((it) => it !== area && liesIn(area, it));
  return holders.toSorted((a, b) => (isGroup(a) ? 1 : 0) - (isGroup(b) ? 1 : 0) || b.length - a.length)[0] ?? null;
}
