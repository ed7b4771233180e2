// What may befall a hub, the same for each candidate: it is closed for two days; the borders of the country that needs most (besides
// the hub's own) are shut for road and rail for a week; no goods train runs. Hours and days are assumptions; they stand in the answer.

import { countryOf } from '../../domain/areas.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import { expectedArrival, type Register } from '../../domain/register.ts';
import { plusMinutes, type Instant } from '../../domain/time.ts';
import { cartonsOf, itemOf } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import type { Before } from './before.ts';
import type { Shock } from './report.ts';

const CLOSED_HOURS = 48;
const SHUT_DAYS = 7;

/** The hub is closed from the landing of the flight that brings the most pallets, the border from the first landing; the strike lasts as long as plans look ahead. */
export function shocksFor({ situation, hub }: Before): Shock[] {
  const { known, asOf, operation } = situation;
  const landings = [...known.consignments.values()]
    .filter(({ announced }) => announced.to === hub.place)
    .map((it) => ({ at: expectedArrival(it), pallets: it.lots.reduce((sum, lot) => sum + cartonsOf(known, lot) / itemOf(known, lot).cartonsPerPallet, 0) }));
  const first = landings.map(({ at }) => at).toSorted()[0] ?? asOf;
  const biggest = landings.toSorted((a, b) => b.pallets - a.pallets)[0]?.at ?? asOf;
  return [
    { kind: 'hub-closed', from: biggest, until: plusMinutes(biggest, CLOSED_HOURS * 60), area: null },
    { kind: 'border-shut', from: first, until: plusMinutes(first, SHUT_DAYS * 24 * 60), area: neediest(known, countryOf(hub.area)) },
    { kind: 'rail-strike', from: asOf, until: plusMinutes(asOf, operation.horizonDays * 24 * 60), area: null },
  ];
}

/** The country that needs the most cartons, besides the one in which the operation has its hub. */
function neediest({ needs, recipients, items }: Register, own: string): string | null {
  const cartons = new Map<string, number>();
  for (const { need } of needs.values()) {
    const [recipient, item] = [recipients.get(need.recipient), items.get(need.item)];
    if (recipient !== undefined && item !== undefined) cartons.set(countryOf(recipient.area), (cartons.get(countryOf(recipient.area)) ?? 0) + need.units / item.unitsPerCarton);
  }
  return [...cartons].filter(([country]) => country !== own).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The situation with what the shock takes away: runs that would leave while it lasts; flights wait until the hub is open again. */
export function shocked(situation: Situation, hub: PlaceCode, shock: Shock): Situation {
  const { known } = situation;
  const isGone = (run: string): boolean => {
    const times = timesOf(known, run);
    if (times === null || times.departsAt < shock.from || times.departsAt >= shock.until) return false;
    if (shock.kind === 'hub-closed') return times.from === hub;
    if (shock.kind === 'rail-strike') return times.mode === 'rail';
    return (times.mode === 'road' || times.mode === 'rail') && crosses(known, times, shock.area);
  };
  const consignments = shock.kind === 'hub-closed' ? new Map([...known.consignments].map(([id, it]) => [id, it.announced.to === hub && within(expectedArrival(it), shock) ? { ...it, announced: { ...it.announced, plannedArrival: shock.until } } : it])) : known.consignments;
  return {
    ...situation,
    known: { ...known, consignments, departures: new Map([...known.departures].filter(([id]) => !isGone(id))), charters: new Map([...known.charters].filter(([id]) => !isGone(id))) },
  };
}

const within = (at: Instant, { from, until }: Shock): boolean => at >= from && at < until;

function crosses({ places }: Register, { from, to }: { readonly from: string; readonly to: string }, area: string | null): boolean {
  const country = (code: string): string | null => { const place = places.get(code as PlaceCode); return place === undefined ? null : countryOf(place.area); };
  return (country(from) === area) !== (country(to) === area);
}
