// What the hub's docks will be asked to handle, hour by hour: consignments that are due are broken down, released dispatches
// are loaded. Beside it what the hub can handle, so that a planner sees the queue before it stands there.

import { cartonsFor } from '../../domain/catalogue.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import { expectedArrival } from '../../domain/register.ts';
import { epochMs, instantFromMs, latest, nextOpen, type Instant } from '../../domain/time.ts';
import { cartonsOf, itemOf, perCarton } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';

export interface HandlingHour {
  readonly from: Instant;
  /** Pallets that fall due in this hour, in and out. */
  readonly due: number;
  /** Pallets handled in it, of these and of what waited; the hub's rate while it is open. */
  readonly handled: number;
  /** Pallets that still wait at its end. */
  readonly waiting: number;
}

export interface HandlingAhead {
  readonly place: string;
  readonly palletsPerHour: number | null;
  readonly docks: number | null;
  readonly hours: readonly HandlingHour[];
  /** When the longest queue is, in pallets; null: nothing waits over an hour's end. */
  readonly worst: { readonly from: Instant; readonly waiting: number } | null;
}

const HOUR = 3_600_000;
const HOURS_AHEAD = 48;

export function handlingAhead(now: Situation, code: string): HandlingAhead | null {
  const place = now.known.places.get(code as PlaceCode);
  if (place === undefined) return null;
  const first = Math.floor(epochMs(now.asOf) / HOUR) * HOUR;
  const due = Array.from({ length: HOURS_AHEAD }, () => 0);
  const add = (at: Instant, pallets: number): void => {
    const hour = Math.floor((epochMs(latest(at, now.asOf)) - first) / HOUR);
    const standing = due[hour];
    if (standing !== undefined) due[hour] = standing + pallets;
  };
  for (const { at, pallets } of [...inbound(now, code), ...outbound(now, code)]) add(at, pallets);
  const rate = place.palletsPerHour ?? null;
  let waiting = 0;
  const hours = due.map((pallets, index): HandlingHour => {
    const from = instantFromMs(first + index * HOUR);
    const open = nextOpen(from, place) === from;
    const handled = rate === null ? waiting + pallets : Math.min(waiting + pallets, open ? rate : 0);
    waiting += pallets - handled;
    return { from, due: pallets, handled, waiting };
  });
  const longest = hours.reduce<HandlingHour | null>((most, hour) => (hour.waiting > (most?.waiting ?? 0) ? hour : most), null);
  return { place: code, palletsPerHour: rate, docks: place.docks ?? null, hours, worst: longest === null ? null : { from: longest.from, waiting: longest.waiting } };
}

interface Due {
  readonly at: Instant;
  readonly pallets: number;
}

/** Consignments that have not been counted: due when they land. */
function inbound(now: Situation, place: string): Due[] {
  const uncounted = new Map<string, number>();
  for (const { state, at, lot, units } of now.piles) if (state === 'landed' && at === place) uncounted.set(lot, (uncounted.get(lot) ?? 0) + units);
  return [...now.known.consignments.values()].flatMap((consignment) => {
    if (consignment.announced.to !== place) return [];
    const pallets = consignment.lots.reduce((sum, lot) => {
      const cartons = consignment.arrivedAt === null ? cartonsOf(now.known, lot) : cartonsFor(uncounted.get(lot.lot) ?? 0, perCarton(now.known, lot));
      return sum + Math.ceil(cartons / itemOf(now.known, lot).cartonsPerPallet);
    }, 0);
    return pallets === 0 ? [] : [{ at: expectedArrival(consignment), pallets }];
  });
}

/** Dispatches that wait: due an hour before their first departure, or now where that has passed. */
function outbound(now: Situation, place: string): Due[] {
  return now.piles.flatMap(({ state, at, lot: name, units }) => {
    if (state !== 'allocated' || now.ledger.dispatches.get(at)?.place !== place) return [];
    const release = now.known.releases.find((it) => it.release.dispatch === at && it.release.lot === name)?.release;
    const lot = release === undefined ? undefined : now.known.lots.get(release.lot);
    if (release === undefined || lot === undefined) return [];
    const departs = release.route[0] === undefined ? undefined : timesOf(now.known, release.route[0])?.departsAt;
    return [{ at: departs === undefined ? now.asOf : instantFromMs(epochMs(departs) - HOUR), pallets: Math.ceil(cartonsFor(units, perCarton(now.known, lot)) / itemOf(now.known, lot).cartonsPerPallet) }];
  });
}
