// Which countries a group of areas holds in March 2020, and whether an area lies in another.
// EU: the customs territory that Regulation (EU) 2020/402 guards; the United Kingdom still counts inside it until
// the end of 2020 (Withdrawal Agreement, art. 127). EFTA: its four members. EUROPE: both and the candidates served.

import type { AreaCode } from './ids.ts';

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const EFTA = 'CH IS LI NO'.split(' ');
const GROUPS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['EU', new Set(EU)],
  ['EFTA', new Set(EFTA)],
  ['EUROPE', new Set([...EU, ...EFTA, 'AL', 'BA', 'ME', 'MK', 'RS', 'XK'])],
]);

/** Is `inner` the same as `outer`, a region of it, or a member of that group? */
export function liesIn(inner: AreaCode, outer: AreaCode): boolean {
  if (inner === outer || inner.startsWith(`${outer}-`)) return true;
  return GROUPS.get(outer)?.has(countryOf(inner)) ?? false;
}

/** Is it a group of countries? */
export const isGroup = (area: AreaCode): boolean => GROUPS.has(area);

/** `IT-25` → `IT`. */
export const countryOf = (area: AreaCode): string => area.slice(0, 2);
