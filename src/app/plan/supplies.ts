// What there is to give: stock at the hub, what is in the air or announced, and goods that go straight to a receiver's
// place. What cannot be planned with (held, quarantined, left behind, a broken carton) is said in a note.

import { liesIn } from '../../domain/areas.ts';
import type { LotId, RecipientId } from '../../domain/ids.ts';
import { readyAt } from '../../domain/places.ts';
import { expectedArrival, pledgeKey, type ConsignmentOnRecord } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { endOfDay, latest, writeInstant, type Instant } from '../../domain/time.ts';
import type { HandlingLoad, Supply } from '../../planner/problem.ts';
import { cartonsOf, itemOf, overflows, perCarton } from './overflow.ts';
import type { Pile, Situation } from './situation.ts';

export interface Supplies {
  readonly supplies: readonly Supply[];
  readonly handling: readonly HandlingLoad[];
  readonly notes: readonly string[];
}

export function suppliesOf(now: Situation): Supplies {
  const notes: string[] = [];
  const left = new Map<string, number>();
  for (const { consignment, left: behind, limit } of overflows(now.known)) {
    for (const { lot, cartons } of behind) left.set(lot.lot, cartons);
    notes.push(`Consignment ${consignment.consignment}${consignment.run === undefined ? '' : ` (${consignment.run})`} overflows: ${behind.map(({ lot, cartons }) => `${cartons} cartons of lot ${lot.lot}`).join(' and ')} do not fit (${limit}). They need a further flight and are not planned.`);
  }
  const supplies: Supply[] = [];
  for (const pile of now.piles) {
    const spot = whereAndWhen(now, pile, notes);
    if (spot === null) continue;
    const lot = lotOf(now, pile.lot);
    const each = perCarton(now.known, lot);
    const leftBehind = pile.state === 'consigned' ? (left.get(lot.lot) ?? 0) : 0;
    const cartons = Math.floor(pile.units / each) - leftBehind;
    const loose = pile.units % each;
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
      unitsPerCarton: each,
      recipients,
      expiresAt: lot.expires === undefined ? null : endOfDay(lot.expires, now.operation.zone),
      onHand: pile.state === 'available',
    });
  }
  return { supplies: supplies.toSorted((a, b) => (a.availableAt < b.availableAt ? -1 : a.availableAt > b.availableAt ? 1 : a.lot < b.lot ? -1 : 1)), handling: handlingOf(now, left), notes };
}

const lotOf = (now: Situation, name: string): NonNullable<ReturnType<Situation['known']['lots']['get']>> => {
  const lot = now.known.lots.get(name as LotId);
  invariant(lot !== undefined, `lot ${name} has units but no announcement`);
  return lot;
};

/** Where and from when goods in this state can be taken; null where they cannot, with a note if that is a question. */
function whereAndWhen(now: Situation, { state, at, lot, units }: Pile, notes: string[]): { place: Supply['place']; at: Instant } | null {
  const { known, asOf } = now;
  if (now.ledger.recalled.has(lot)) {
    if (state !== 'onward') notes.push(`Lot ${lot}: ${units} units are recalled and cannot be planned until the recall is lifted.`);
    return null;
  }
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
  const arrival = consignment.arrivedAt ?? latest(expectedArrival(consignment), asOf);
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

/** Consignments due at a hub are broken down there; that takes handling too. */
function handlingOf(now: Situation, overflow: ReadonlyMap<string, number>): HandlingLoad[] {
  const loads: HandlingLoad[] = [];
  for (const consignment of now.known.consignments.values()) {
    const { announced, lots, arrivedAt } = consignment;
    if (now.known.places.get(announced.to)?.role !== 'hub' || (arrivedAt !== null && arrivedAt < now.asOf)) continue;
    const pallets = lots.reduce((sum, lot) => sum + (cartonsOf(now.known, lot) - (overflow.get(lot.lot) ?? 0)) / itemOf(now.known, lot).cartonsPerPallet, 0);
    loads.push({ place: announced.to, at: latest(expectedArrival(consignment), now.asOf), pallets });
  }
  return loads;
}
