// What there is to give: stock at the hub, what is in the air or announced, and goods that go straight to a receiver's
// place. What cannot be planned with (held, quarantined, left behind, a broken carton) is said in a note.

import type { ConsignmentAnnounced, LotAnnounced } from '../../domain/airlift/consignment.ts';
import { liesIn } from '../../domain/areas.ts';
import type { LotId, RecipientId } from '../../domain/ids.ts';
import { readyAt } from '../../domain/places.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { expectedArrival, pledgeKey } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { endOfDay, latest, type Instant } from '../../domain/time.ts';
import type { HandlingLoad, Supply } from '../../planner/problem.ts';
import { cartonsOf, itemOf, overflows, perCarton } from './overflow.ts';
import type { Pile, Situation } from './situation.ts';

export interface Supplies {
  readonly supplies: readonly Supply[];
  readonly handling: readonly HandlingLoad[];
  readonly notes: readonly Phrase[];
}

export function suppliesOf(now: Situation): Supplies {
  const notes: Phrase[] = [];
  const left = new Map<string, number>();
  for (const { consignment, left: behind, limit } of overflows(now)) {
    for (const { lot, cartons } of behind) left.set(lot.lot, cartons);
    notes.push(phrase('note.overflow', { consignment: nameOf(consignment), left: behind.map(({ lot: { lot }, cartons }) => phrase('lot.cartons', { cartons, lot })), limit }));
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
    if (loose > 0 && leftBehind === 0) notes.push(phrase('note.broken-carton', { lot: lot.lot, units: loose }));
    const recipients = mayHave(now.known, { ...lot, pledge: pile.pledge as LotAnnounced['pledge'], item: pile.item as LotAnnounced['item'] });
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
function whereAndWhen(now: Situation, { state, at, lot, units }: Pile, notes: Phrase[]): { place: Supply['place']; at: Instant } | null {
  const { known, asOf } = now;
  if (now.ledger.recalled.has(lot)) {
    if (state !== 'onward') notes.push(phrase('note.recalled', { lot: lotOf(now, lot).lot, units }));
    return null;
  }
  if (state === 'available') return { place: at as Supply['place'], at: asOf };
  if (state === 'held' || state === 'quarantined') {
    const place = at as Supply['place'];
    notes.push(phrase(state === 'held' ? 'note.held' : 'note.quarantined', { lot: lotOf(now, lot).lot, units, place: { place, name: known.places.get(place)?.name ?? at } }));
    return null;
  }
  if (state !== 'landed' && state !== 'consigned' && state !== 'airborne' && state !== 'onward') return null;
  const consignment = known.consignments.get(lotOf(now, lot).consignment);
  if (consignment === undefined) return null;
  if (state === 'onward' && at !== consignment.announced.consignment) return null;
  if (state === 'consigned' && consignment.departedAt !== null) {
    notes.push(phrase('note.left-behind', { lot: lotOf(now, lot).lot, units, consignment: nameOf(consignment.announced), at: { at: consignment.departedAt, zone: now.operation.zone } }));
    return null;
  }
  const place = known.places.get(state === 'landed' ? (at as Supply['place']) : consignment.announced.to);
  if (place === undefined) return null;
  const arrival = consignment.arrivedAt ?? latest(expectedArrival(consignment), asOf);
  return { place: place.place, at: latest(readyAt(place, arrival), asOf) };
}

/** `C5 (FLIGHT-5)` */
const nameOf = ({ consignment, run }: ConsignmentAnnounced): string => `${consignment}${run === undefined ? '' : ` (${run})`}`;

/** Who may have it: those whom the earmark names, or everyone in the pledge's scope. */
export function mayHave(known: Situation['known'], { pledge, item, earmark: bound }: Pick<LotAnnounced, 'pledge' | 'item' | 'earmark'>): RecipientId[] {
  const earmark = bound === undefined ? undefined : known.earmarks.get(bound);
  const scope = known.pledges.get(pledgeKey(pledge, item))?.scope;
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
