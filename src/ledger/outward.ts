// From the hub's stock to the signed receipt: release orders, the road, delivery, acceptance, refusal, losses, returns.

import { ok } from '../domain/result.ts';
import type { BodyOf, Fact } from '../domain/facts.ts';
import type { Held, Transfer } from './accounts.ts';
import { account, discrepancyKey, meterOf, shelf, type Ledger } from './ledger.ts';
import { NOTHING, allOf, count, lotOf, piles, refuse, take, type Outcome } from './moves.ts';

export function dispatchReleased(ledger: Ledger, body: BodyOf<'dispatch.released'>): Outcome {
  if (!ledger.hubs.has(body.place)) return refuse('not-a-hub', 'place', `${body.place} is not a hub of this operation`, 'name a place whose role is hub');
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const standing = ledger.dispatches.get(body.dispatch);
  if (standing !== undefined && standing.recipient !== body.recipient) return refuse('wrong-recipient', 'recipient', `dispatch ${body.dispatch} goes to ${standing.recipient}`, 'release these units under a dispatch of their own');
  if (standing !== undefined && standing.place !== body.place) return refuse('wrong-place', 'place', `dispatch ${body.dispatch} starts at ${standing.place}`, 'release these units under a dispatch of their own');
  if (ledger.recalled.has(body.lot)) return refuse('recalled', 'lot', `lot ${body.lot} is recalled`, 'release another lot, or lift the recall first');
  const taken = take(ledger, lot.value, piles(lot.value, ['available'], body.place), body.units, () => account('allocated', body.lot, body.dispatch));
  if (!taken.ok) return taken;
  return ok({
    transfers: taken.value,
    remember: () => {
      const row = standing ?? { recipient: body.recipient, place: body.place, lots: new Set<string>() };
      ledger.dispatches.set(body.dispatch, row);
      row.lots.add(body.lot);
    },
  });
}

const unknownDispatch = (dispatch: string): Outcome => refuse('unknown-dispatch', 'dispatch', `no dispatch ${dispatch} was released`, 'release it first, or name one that was released');

/** The hub declines the order: what waits under it is free again. */
export function releaseRefused(ledger: Ledger, { dispatch }: BodyOf<'release.refused'>): Outcome {
  const row = ledger.dispatches.get(dispatch);
  if (row === undefined) return unknownDispatch(dispatch);
  const transfers: Transfer[] = [];
  for (const name of row.lots) {
    const lot = lotOf(ledger, name);
    if (!lot.ok) return lot;
    const units = allOf(ledger, lot.value, 'allocated', dispatch, undefined);
    if (units > 0) transfers.push({ pledge: lot.value.pledge, item: lot.value.item, from: account('allocated', name, dispatch), to: account(shelf(ledger, name), name, row.place), units });
  }
  return transfers.length > 0 ? ok({ transfers }) : refuse('nothing-there', 'dispatch', `nothing of dispatch ${dispatch} waits to depart`, 'what is on the road is refused by its receiver, or returned');
}

/** Loading and calling at a place on the way move nothing between accounts. */
export const dispatchNoted = (ledger: Ledger, { dispatch }: BodyOf<'dispatch.loaded'>): Outcome => (ledger.dispatches.has(dispatch) ? NOTHING : unknownDispatch(dispatch));

export function dispatchDeparted(ledger: Ledger, body: BodyOf<'dispatch.departed'>): Outcome {
  const dispatch = ledger.dispatches.get(body.dispatch);
  if (dispatch === undefined) return unknownDispatch(body.dispatch);
  const transfers: Transfer[] = [];
  for (const name of body.lot === undefined ? dispatch.lots : [body.lot]) {
    const lot = lotOf(ledger, name);
    if (!lot.ok) return lot;
    const units = allOf(ledger, lot.value, 'allocated', body.dispatch, body.lot === undefined ? undefined : body.units);
    if (units === 0 && body.lot === undefined) continue;
    const taken = take(ledger, lot.value, piles(lot.value, ['allocated'], body.dispatch), Math.max(units, 1), () => account('onward', name, body.dispatch));
    if (!taken.ok) return taken;
    transfers.push(...taken.value);
  }
  return transfers.length > 0 ? ok({ transfers }) : refuse('nothing-there', 'dispatch', `nothing of dispatch ${body.dispatch} waits to depart`, 'release units under it first');
}

/** Who brings it: a dispatch that was released for this recipient, or a consignment that never touched the hub. */
function carrierOf(ledger: Ledger, body: { readonly dispatch?: string | undefined; readonly consignment?: string | undefined; readonly recipient: string }): Outcome | string {
  if (body.dispatch !== undefined) {
    const dispatch = ledger.dispatches.get(body.dispatch);
    if (dispatch === undefined) return unknownDispatch(body.dispatch);
    if (dispatch.recipient !== body.recipient) return refuse('wrong-recipient', 'recipient', `dispatch ${body.dispatch} goes to ${dispatch.recipient}, not to ${body.recipient}`, `name ${dispatch.recipient}, or correct the release order`);
    return body.dispatch;
  }
  const consignment = body.consignment ?? '';
  return ledger.consignments.has(consignment) ? consignment : refuse('unknown-consignment', 'consignment', `no consignment ${consignment} was announced`, 'announce the consignment first');
}

export function delivered(ledger: Ledger, body: BodyOf<'dispatch.delivered'>, fact: Fact): Outcome {
  const carrier = carrierOf(ledger, body);
  if (typeof carrier !== 'string') return carrier;
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const counted = count(ledger, lot.value, account('onward', body.lot, carrier), account('delivered', body.lot, body.recipient), body.units, fact.id, body.partial);
  if (!counted.ok) return counted;
  const { transfers, discrepancy } = counted.value;
  return ok({
    transfers,
    remember: () => {
      meterOf(ledger, lot.value.pledge, lot.value.item).everDelivered += body.units;
      if (discrepancy !== null) ledger.discrepancies.set(discrepancyKey(fact.id, body.lot), discrepancy);
    },
  });
}

export function accepted(ledger: Ledger, body: BodyOf<'dispatch.accepted'>): Outcome {
  const carrier = carrierOf(ledger, body);
  if (typeof carrier !== 'string') return carrier;
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const taken = take(ledger, lot.value, piles(lot.value, ['delivered'], body.recipient), body.units, () => account('accepted', body.lot, body.recipient));
  return taken.ok ? ok({ transfers: taken.value }) : taken;
}

/** Refused at the door, while still on the way; else after delivery. */
export function refused(ledger: Ledger, body: BodyOf<'dispatch.refused'>): Outcome {
  const carrier = carrierOf(ledger, body);
  if (typeof carrier !== 'string') return carrier;
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const from = [...piles(lot.value, ['onward'], carrier), ...piles(lot.value, ['delivered'], body.recipient)];
  const taken = take(ledger, lot.value, from, body.units, () => account('refused', body.lot));
  return taken.ok ? ok({ transfers: taken.value }) : taken;
}

/** States a loss may come out of, by who held the units, the furthest from the receiver first. */
const HELD_BY = {
  consignment: ['consigned', 'airborne', 'onward'],
  place: ['landed', 'held', 'quarantined', 'available'],
  dispatch: ['allocated', 'onward'],
  recipient: ['delivered', 'accepted'],
} as const satisfies Record<string, readonly Held[]>;

export function lose(ledger: Ledger, body: BodyOf<'goods.lost'>, as: Held): Outcome {
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const holder = (['consignment', 'place', 'dispatch', 'recipient'] as const).find((key) => body[key] !== undefined) ?? 'place';
  const states: readonly Held[] = HELD_BY[holder];
  if (body.state !== undefined && !states.includes(body.state)) return refuse('nothing-there', 'state', `units with a ${holder} are never ${body.state}`, `write one of ${states.join(', ')}, or nothing`);
  const from = piles(lot.value, body.state === undefined ? states : [body.state], body[holder] ?? '');
  const taken = take(ledger, lot.value, from, body.units, () => account(as, body.lot));
  return taken.ok ? ok({ transfers: taken.value }) : taken;
}

/** Back to a hub: what was on the road or with a receiver waits for a new tally; what never left is available again. */
export function returned(ledger: Ledger, body: BodyOf<'goods.returned'>): Outcome {
  if (!ledger.hubs.has(body.place)) return refuse('not-a-hub', 'place', `${body.place} is not a hub of this operation`, 'name a place whose role is hub');
  const lot = lotOf(ledger, body.lot);
  if (!lot.ok) return lot;
  const from =
    body.dispatch !== undefined ? piles(lot.value, ['onward', 'allocated'], body.dispatch)
    : body.recipient !== undefined ? piles(lot.value, ['delivered', 'accepted'], body.recipient)
    : piles(lot.value, [body.lossOf ?? 'lost'], '');
  const taken = take(ledger, lot.value, from, body.units, (source) => account(source.name === 'allocated' ? shelf(ledger, body.lot) : 'landed', body.lot, body.place));
  return taken.ok ? ok({ transfers: taken.value }) : taken;
}

export function discrepancyResolved(ledger: Ledger, body: BodyOf<'discrepancy.resolved'>): Outcome {
  const key = discrepancyKey(body.opened, body.lot);
  const discrepancy = ledger.discrepancies.get(key);
  if (discrepancy === undefined) return refuse('unknown-discrepancy', 'opened', `fact ${body.opened} opened no discrepancy of lot ${body.lot}`, 'name the fact that counted less or more than was sent');
  return ok({ transfers: [], remember: () => ledger.discrepancies.set(key, { ...discrepancy, resolved: body.how }) });
}
