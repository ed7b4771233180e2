// What there is to give: stock at the hub, what is in the air or announced, and goods that go straight to a receiver's
// place. What cannot be planned with (held, quarantined, left behind, a broken carton) is said in a note.

import { loadAircraft } from '../../domain/airlift/consignment.ts';
import { liesIn } from '../../domain/areas.ts';
import { cartonsFor } from '../../domain/catalogue.ts';
import type { LotId, RecipientId } from '../../domain/ids.ts';
import { readyAt } from '../../domain/places.ts';
import { pledgeKey, type ConsignmentOnRecord } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { endOfDay, latest, writeInstant, type Instant } from '../../domain/time.ts';
import type { HandlingLoad, Supply } from '../../planner/problem.ts';
import type { Pile, Situation } from './situation.ts';

export interface Supplies {
  readonly supplies: readonly Supply[];
  readonly handling: readonly HandlingLoad[];
  readonly notes: readonly string[];
}

export function suppliesOf(now: Situation): Supplies {
  const notes: string[] = [];
  const overflow = overflowOf(now, notes);
  const supplies: Supply[] = [];
  for (const pile of now.piles) {
    const spot = whereAndWhen(now, pile, notes);
    if (spot === null) continue;
    const lot = lotOf(now, pile.lot);
    const perCarton = lot.unitsPerCarton ?? itemOf(now, pile).unitsPerCarton;
    const leftBehind = pile.state === 'consigned' ? (overflow.get(lot.lot) ?? 0) : 0;
    const cartons = Math.floor(pile.units / perCarton) - leftBehind;
    const loose = pile.units % perCarton;
    if (loose > 0 && leftBehind === 0) notes.push(`Lot ${pile.lot}: ${loose} units lie in a broken carton and are not planned; release them by hand.`);
    const recipients = eligible(now, pile);
    if (cartons <= 0 || recipients.length === 0) continue;
    supplies.push({
      lot: lot.lot,
      item: lot.item,
      pledge: lot.pledge,
      earmark: lot.earmark ?? null,
      place: spot.place,
      availableAt: spot.at,
      cartons,
      unitsPerCarton: perCarton,
      recipients,
      expiresAt: lot.expires === undefined ? null : endOfDay(lot.expires, now.operation.zone),
      onHand: pile.state === 'available',
    });
  }
  return { supplies: supplies.toSorted((a, b) => (a.availableAt < b.availableAt ? -1 : a.availableAt > b.availableAt ? 1 : a.lot < b.lot ? -1 : 1)), handling: handlingOf(now, overflow), notes };
}

const lotOf = (now: Situation, name: string): NonNullable<ReturnType<Situation['known']['lots']['get']>> => {
  const lot = now.known.lots.get(name as LotId);
  invariant(lot !== undefined, `lot ${name} has units but no announcement`);
  return lot;
};
const itemOf = (now: Situation, pile: { readonly item: string }): NonNullable<ReturnType<Situation['known']['items']['get']>> => {
  const item = now.known.items.get(pile.item as never);
  invariant(item !== undefined, `item ${pile.item} has units but is not in the catalogue`);
  return item;
};

/** Where and from when goods in this state can be taken; null where they cannot, with a note if that is a question. */
function whereAndWhen(now: Situation, { state, at, lot, units }: Pile, notes: string[]): { place: Supply['place']; at: Instant } | null {
  const { known, asOf } = now;
  if (state === 'available') return { place: at as Supply['place'], at: asOf };
  if (state === 'held' || state === 'quarantined') {
    notes.push(`Lot ${lot}: ${units} units are ${state === 'held' ? 'held by customs' : 'in quarantine'} at ${at} and cannot be planned until they are let go.`);
    return null;
  }
  if (state !== 'landed' && state !== 'consigned' && state !== 'airborne' && state !== 'onward') return null;
  const consignment = known.consignments.get(lotOf(now, lot).consignment);
  if (consignment === undefined) return null;
  if (state === 'onward' && at !== consignment.announced.consignment) return null;
  if (state === 'consigned' && consignment.departedAt !== null) {
    notes.push(`Lot ${lot}: ${units} units stayed behind when ${nameOf(consignment)} departed ${writeInstant(consignment.departedAt)}; no further flight is announced for them.`);
    return null;
  }
  const place = known.places.get(state === 'landed' ? (at as Supply['place']) : consignment.announced.to);
  if (place === undefined) return null;
  const arrival = consignment.arrivedAt ?? latest(consignment.announced.plannedArrival, asOf);
  return { place: place.place, at: latest(readyAt(place, arrival), asOf) };
}

const nameOf = ({ announced }: ConsignmentOnRecord): string => `consignment ${announced.consignment}${announced.run === undefined ? '' : ` (${announced.run})`}`;

/** Who may have it: those whom the earmark names, or everyone in the pledge's scope. */
function eligible(now: Situation, pile: Pile): RecipientId[] {
  const { known } = now;
  const lot = lotOf(now, pile.lot);
  const earmark = lot.earmark === undefined ? undefined : known.earmarks.get(lot.earmark);
  const scope = known.pledges.get(pledgeKey(pile.pledge, pile.item))?.scope;
  return [...known.recipients.values()]
    .filter(({ recipient, area }) => (earmark !== undefined ? earmark.recipients.includes(recipient) || earmark.areas.some((it) => liesIn(area, it)) : scope !== undefined && liesIn(area, scope)))
    .map(({ recipient }) => recipient);
}

/** Cartons of each lot that a consignment which has not left cannot take on its aircraft, said in a note. */
function overflowOf(now: Situation, notes: string[]): Map<string, number> {
  const overflow = new Map<string, number>();
  for (const consignment of now.known.consignments.values()) {
    if (consignment.departedAt !== null) continue;
    const { announced, lots } = consignment;
    const load = loadAircraft(lots.map((lot) => ({ lot: lot.lot, item: itemOf(now, lot), cartons: cartonsFor(lot.units, lot.unitsPerCarton ?? itemOf(now, lot).unitsPerCarton) })), announced);
    if (load.overflow.length === 0) continue;
    const whole = lots.reduce((sum, lot) => sum + (loadAircraft([{ lot: lot.lot, item: itemOf(now, lot), cartons: cartonsFor(lot.units, lot.unitsPerCarton ?? itemOf(now, lot).unitsPerCarton) }], {})).volume, 0);
    const limit = load.binding === 'volume' ? `its load takes ${(whole / 1e6).toFixed(1)} m³ and it holds ${((announced.volume ?? 0) / 1e6).toFixed(0)} m³` : `its payload is ${((announced.payload ?? 0) / 1e6).toFixed(1)} t`;
    for (const { lot, cartons } of load.overflow) overflow.set(lot, cartons);
    notes.push(`${nameOf(consignment).replace(/^c/, 'C')} overflows: ${load.overflow.map(({ lot, cartons }) => `${cartons} cartons of lot ${lot}`).join(' and ')} do not fit (${limit}). They need a further flight and are not planned.`);
  }
  return overflow;
}

/** Consignments due at a hub are broken down there; that takes handling too. */
function handlingOf(now: Situation, overflow: ReadonlyMap<string, number>): HandlingLoad[] {
  const loads: HandlingLoad[] = [];
  for (const { announced, lots, arrivedAt } of now.known.consignments.values()) {
    if (now.known.places.get(announced.to)?.role !== 'hub' || (arrivedAt !== null && arrivedAt < now.asOf)) continue;
    const pallets = lots.reduce((sum, lot) => {
      const item = itemOf(now, lot);
      return sum + (cartonsFor(lot.units, lot.unitsPerCarton ?? item.unitsPerCarton) - (overflow.get(lot.lot) ?? 0)) / item.cartonsPerPallet;
    }, 0);
    loads.push({ place: announced.to, at: latest(announced.plannedArrival, now.asOf), pallets });
  }
  return loads;
}
