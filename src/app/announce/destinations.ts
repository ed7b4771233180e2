// Where goods are meant for, in the words of IATI: a country, or a region. A group of countries (domain/areas.ts) lies in Europe, for
// which the OECD DAC has one region.

import { countryOf, isGroup, liesIn } from '../../domain/areas.ts';
import { AreaCode, type EarmarkId, type LotId, type RecipientId } from '../../domain/ids.ts';
import { pledgeKey } from '../../domain/register.ts';
import { SCOPE, type Activity, type Destination } from '../../standards/iati/activity.ts';
import type { Situation } from '../plan/situation.ts';
import type { Flow } from './flows.ts';

const EUROPE = AreaCode.parse('EUROPE');
const IN_EUROPE: Destination = { region: '89', vocabulary: '1', name: 'Europe, regional' };
const ELSEWHERE: Destination = { region: 'operation', vocabulary: '99', name: 'The countries of the operation' };

/** Of a pledge, a lot, what a receiver got. The nearest word counts: the receiver's area, the earmark's where it is one, the promise's. Null: no pledge was made. */
export function areaOf({ known }: Situation, { pledge, item, lot, recipient }: Pick<Flow, 'pledge' | 'item' | 'lot' | 'recipient'>): AreaCode | null {
  const receiver = known.recipients.get(recipient as RecipientId);
  if (receiver !== undefined) return receiver.area;
  const earmark = known.earmarks.get(known.lots.get(lot as LotId)?.earmark ?? ('' as EarmarkId));
  const [area, ...others] = [...(earmark?.areas ?? []), ...(earmark?.recipients ?? []).flatMap((id) => known.recipients.get(id)?.area ?? [])];
  return area !== undefined && others.length === 0 ? area : (known.pledges.get(pledgeKey(pledge, item))?.scope ?? null);
}

/** Null: it is a group of countries. */
export const countryIn = (area: AreaCode): string | null => (isGroup(area) ? null : countryOf(area));

export function destinationOf(area: AreaCode | null): Destination {
  if (area === null) return ELSEWHERE;
  const country = countryIn(area);
  return country === null ? IN_EUROPE : { country };
}

/** Every area that something is promised, sent or handed over to. */
export const areasOf = (now: Situation, flows: readonly Flow[]): AreaCode[] => [...new Set([...[...now.known.pledges.values()].map(({ scope }) => scope), ...flows.flatMap((flow) => areaOf(now, flow) ?? [])])];

/** One destination for all: a country, a region; else one of the publisher's own, since IATI wants shares where there are several. */
export function wholeOf(areas: readonly AreaCode[]): Destination {
  const countries = new Set(areas.map(countryIn));
  const [only] = countries;
  if (countries.size === 1 && typeof only === 'string') return { country: only };
  return areas.length > 0 && areas.every((area) => isGroup(area) || liesIn(area, EUROPE)) ? IN_EUROPE : ELSEWHERE;
}

export function scopeOf(areas: readonly AreaCode[]): Activity['scope'] {
  const at = wholeOf(areas);
  return 'country' in at ? SCOPE.national : at.vocabulary === '1' ? SCOPE.regional : SCOPE.multinational;
}
