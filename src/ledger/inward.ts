// From the promise to the hub's stock: pledges, consignments and their lots, landing, tally, customs, quarantine.

import { ok } from '../domain/result.ts';
import type { BodyOf, Fact } from '../domain/facts.ts';
import type { Account, Held, Transfer } from './accounts.ts';
import { account, balanceOf, discrepancyKey, heldOf, meterOf, rowKey, shelf, talliedKey, type Ledger } from './ledger.ts';
import { NOTHING, allOf, count, drawOnPromise, knows, lotOf, piles, refuse, take, type Outcome } from './moves.ts';
import { recallToo } from './recalls.ts';

export function placeRegistered(ledger: Ledger, { place, role }: BodyOf<'place.registered'>): Outcome {
  return role === 'hub' ? ok({ transfers: [], remember: () => ledger.hubs.add(place) }) : NOTHING;
}

const unknownPledge = (pledge: string, item: string): Outcome => refuse('unknown-pledge', 'pledge', `no pledge ${pledge} of ${item} was made`, 'record the pledge first, or name one that was made for this item');

export function pledgeMade(ledger: Ledger, { pledge, item, units }: BodyOf<'pledge.made'>): Outcome {
  if (knows(ledger, pledge, item)) return refuse('already-there', 'pledge', `pledge ${pledge} of ${item} was made already`, 'amend it instead');
  return ok({
    transfers: [{ pledge, item, from: account('promised'), to: account('outstanding'), units }],
    remember: () => ledger.pledges.set(rowKey(pledge, item), { pledge, item, withdrawn: false }),
  });
}

/** Up: surplus that has come already is taken into the pledge first. Down: what has come beyond it becomes surplus. */
export function pledgeAmended(ledger: Ledger, { pledge, item, units }: BodyOf<'pledge.amended'>): Outcome {
  if (!knows(ledger, pledge, item)) return unknownPledge(pledge, item);
  const change = units - balanceOf(ledger, pledge, item, account('promised'));
  const between = (from: 'promised' | 'surplus' | 'outstanding', to: 'promised' | 'surplus' | 'outstanding', moved: number): Transfer[] =>
    moved > 0 ? [{ pledge, item, from: account(from), to: account(to), units: moved }] : [];
  if (change >= 0) {
    const absorbed = Math.min(change, balanceOf(ledger, pledge, item, account('surplus')));
    return ok({ transfers: [...between('promised', 'surplus', absorbed), ...between('promised', 'outstanding', change - absorbed)] });
  }
  const released = Math.min(-change, balanceOf(ledger, pledge, item, account('outstanding')));
  return ok({ transfers: [...between('outstanding', 'promised', released), ...between('surplus', 'promised', -change - released)] });
}

export function pledgeWithdrawn(ledger: Ledger, { pledge, item }: BodyOf<'pledge.withdrawn'>): Outcome {
  const row = ledger.pledges.get(rowKey(pledge, item));
  if (row === undefined) return unknownPledge(pledge, item);
  const units = balanceOf(ledger, pledge, item, account('outstanding'));
  return ok({
    transfers: units > 0 ? [{ pledge, item, from: account('outstanding'), to: account('promised'), units }] : [],
    remember: () => { row.withdrawn ||= units > 0; },
  });
}

export function consignmentAnnounced(ledger: Ledger, { consignment, to }: BodyOf<'consignment.announced'>): Outcome {
  if (ledger.consignments.has(consignment)) return refuse('already-there', 'consignment', `consignment ${consignment} was announced already`, 'correct the first announcement instead');
  return ok({ transfers: [], remember: () => ledger.consignments.set(consignment, { to, lots: [] }) });
}

/** What comes beyond the pledge is a question, unless it says which loss it makes good. */
export function lotAnnounced(ledger: Ledger, { lot, consignment, pledge, item, units, replaces }: BodyOf<'lot.announced'>, fact: Fact): Outcome {
  if (ledger.lots.has(lot)) return refuse('already-there', 'lot', `lot ${lot} was announced already`, 'give this lot a name of its own, or correct the first announcement');
  const carrier = ledger.consignments.get(consignment);
  if (carrier === undefined) return refuse('unknown-consignment', 'consignment', `no consignment ${consignment} was announced`, 'announce the consignment first');
  if (!knows(ledger, pledge, item)) return unknownPledge(pledge, item);
  const { transfers, surplus } = drawOnPromise(ledger, pledge, item, units, account('consigned', lot, consignment));
  return ok({
    transfers,
    remember: () => {
      ledger.lots.set(lot, { lot, pledge, item, consignment });
      carrier.lots.push(lot);
      if (surplus > 0 && replaces === undefined) ledger.discrepancies.set(discrepancyKey(fact.id, lot), { opened: fact.id, lot, kind: 'beyond-pledge', expected: units - surplus, found: units, waitsIn: null, resolved: null });
    },
  });
}

/** One step of a consignment, of one of its lots or of all. */
function carry(ledger: Ledger, body: BodyOf<'consignment.departed'>, from: Held, to: (lot: string) => Account): Outcome {
  const carrier = ledger.consignments.get(body.consignment);
  if (carrier === undefined) return refuse('unknown-consignment', 'consignment', `no consignment ${body.consignment} was announced`, 'announce the consignment first');
  if (body.lot !== undefined && !carrier.lots.includes(body.lot)) return refuse('wrong-consignment', 'lot', `lot ${body.lot} is not on consignment ${body.consignment}`, `name one of ${carrier.lots.join(', ') || 'its lots, once they are announced'}`);
  const transfers: Transfer[] = [];
  for (const name of body.lot === undefined ? carrier.lots : [body.lot]) {
    const lot = lotOf(ledger, name);
    if (!lot.ok) return lot;
    const units = allOf(ledger, lot.value, from, body.consignment, body.lot === undefined ? undefined : body.units);
    if (units === 0 && body.lot === undefined) continue;
    const taken = take(ledger, lot.value, piles(lot.value, [from], body.consignment), Math.max(units, 1), () => to(name));
    if (!taken.ok) return taken;
    transfers.push(...taken.value);
  }
  if (transfers.length === 0) return refuse('nothing-there', 'consignment', `nothing of consignment ${body.consignment} is ${from}`, 'record the step before this one first');
  return ok({ transfers });
}

export function consignmentHandedOver(ledger: Ledger, { consignment }: BodyOf<'consignment.handed-over'>): Outcome {
  return ledger.consignments.has(consignment) ? NOTHING : refuse('unknown-consignment', 'consignment', `no consignment ${consignment} was announced`, 'announce the consignment first');
}

export const consignmentDeparted = (ledger: Ledger, body: BodyOf<'consignment.departed'>): Outcome => carry(ledger, body, 'consigned', (lot) => account('airborne', lot, body.consignment));

/** At a hub the goods have landed; anywhere else they never touch it and are on their way to the receiver at once. */
export function consignmentArrived(ledger: Ledger, body: BodyOf<'consignment.arrived'>): Outcome {
  const place = body.place ?? ledger.consignments.get(body.consignment)?.to ?? '';
  const moved = carry(ledger, body, 'airborne', (lot) => (ledger.hubs.has(place) ? account('landed', lot, place) : account('onward', lot, body.consignment)));
  if (!moved.ok) return moved;
  const { transfers } = moved.value;
  return ok({ transfers, remember: () => { for (const { pledge, item, units } of transfers) meterOf(ledger, pledge, item).everLanded += units; } });
}

const notAHub = (place: string): Outcome => refuse('not-a-hub', 'place', `${place} is not a hub of this operation`, 'name a place whose role is hub');

export function goodsTallied(ledger: Ledger, body: BodyOf<'goods.tallied'>, fact: Fact): Outcome {
  if (!ledger.hubs.has(body.place)) return notAHub(body.place);
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const { pledge, item } = lot.value;
  const counted = count(ledger, lot.value, account('landed', body.lot, body.place), account(shelf(ledger, body.lot), body.lot, body.place), body.units, fact.id, body.partial);
  if (!counted.ok) return counted;
  const { transfers, discrepancy } = counted.value;
  return ok({
    transfers,
    remember: () => {
      ledger.tallied.add(talliedKey(body.lot, body.place));
      if (discrepancy === null) return;
      ledger.discrepancies.set(discrepancyKey(fact.id, body.lot), discrepancy);
      meterOf(ledger, pledge, item).everLanded += Math.max(0, discrepancy.found - discrepancy.expected);
    },
  });
}

/** Found at the hub and on nobody's list. */
export function goodsSurplus(ledger: Ledger, body: BodyOf<'goods.surplus'>, fact: Fact): Outcome {
  if (!ledger.hubs.has(body.place)) return notAHub(body.place);
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const { pledge, item } = lot.value;
  const expected = heldOf(ledger, lot.value, 'available', body.place);
  return ok({
    transfers: drawOnPromise(ledger, pledge, item, body.units, account(shelf(ledger, body.lot), body.lot, body.place)).transfers,
    remember: () => {
      meterOf(ledger, pledge, item).everLanded += body.units;
      ledger.discrepancies.set(discrepancyKey(fact.id, body.lot), { opened: fact.id, lot: body.lot, kind: 'surplus', expected, found: expected + body.units, waitsIn: null, resolved: null });
    },
  });
}

/** Moves stock between states at a hub. What is let go is free if it has been tallied there, else it waits for its tally. */
function restock(ledger: Ledger, body: BodyOf<'customs.held'>, from: readonly Held[], to: Held | 'let-go'): Outcome {
  if (!ledger.hubs.has(body.place)) return notAHub(body.place);
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const name = to !== 'let-go' ? to : ledger.tallied.has(talliedKey(body.lot, body.place)) ? shelf(ledger, body.lot) : 'landed';
  const taken = take(ledger, lot.value, piles(lot.value, from, body.place), body.units, () => account(name, body.lot, body.place));
  return taken.ok ? ok({ transfers: taken.value }) : taken;
}

export const customsHeld = (ledger: Ledger, body: BodyOf<'customs.held'>): Outcome => restock(ledger, body, ['landed', 'available'], 'held');
export const customsCleared = (ledger: Ledger, body: BodyOf<'customs.cleared'>): Outcome => restock(ledger, body, ['held'], 'let-go');
export const goodsQuarantined = (ledger: Ledger, body: BodyOf<'goods.quarantined'>): Outcome => restock(ledger, body, ['landed', 'held', 'available'], 'quarantined');

export const goodsReleased = (ledger: Ledger, body: BodyOf<'goods.released'>): Outcome =>
  ledger.recalled.has(body.lot) ? refuse('recalled', 'lot', `lot ${body.lot} is recalled`, 'lift the recall first') : restock(ledger, body, ['quarantined'], 'let-go');

/** Pieces that stayed behind are booked onto another consignment, as a lot of their own. */
export function lotOffloaded(ledger: Ledger, body: BodyOf<'lot.offloaded'>): Outcome {
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const { pledge, item, consignment } = lot.value;
  const onto = ledger.consignments.get(body.onto);
  if (onto === undefined) return refuse('unknown-consignment', 'onto', `no consignment ${body.onto} was announced`, 'announce the consignment first');
  if (body.onto === consignment) return refuse('wrong-consignment', 'onto', `lot ${body.lot} is booked on ${body.onto} already`, 'name the consignment that the pieces fly with instead');
  if (ledger.lots.has(body.as)) return refuse('already-there', 'as', `lot ${body.as} was announced already`, `give the pieces a lot name of their own, such as ${body.lot}-2`);
  const taken = take(ledger, lot.value, piles(lot.value, ['consigned'], consignment), body.units, () => account('consigned', body.as, body.onto));
  if (!taken.ok) return taken;
  return ok({
    transfers: taken.value,
    remember: () => {
      ledger.lots.set(body.as, { lot: body.as, pledge, item, consignment: body.onto });
      onto.lots.push(body.as);
      recallToo(ledger, body.lot, body.as);
    },
  });
}
