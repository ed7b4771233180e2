// What is left of runs and of handling while whole cartons are booked onto them, one line after the other; pallets by the part,
// or whole by consignment.
// Not here: the model's capacity rows (model.ts), and the checker's (check.ts).

import type { Item } from '../domain/catalogue.ts';
import type { CharterId, RecipientId } from '../domain/ids.ts';
import { consignmentKeys, restOfPallet, wholePallets } from './consignments.ts';
import { cartonTakes, runTakes, type HandlingKey, type Leg, type Load, type Timetable } from './timetable.ts';

/** Sums of fractions of a pallet are rounded by less than this. */
const DUST = 1e-7;

interface Room {
  readonly cartons: number;
  /** What binds first; null where nothing does. */
  readonly limit: Limit | null;
}
/** One of the figures of a run, or the handling of a place on a day. */
export type Limit = { readonly leg: Leg; readonly of: 'weight' | 'volume' | 'places' } | { readonly handling: HandlingKey };

export interface Book {
  /** How many more cartons of the item to the recipient fit on all of these legs together, and what binds. Where pallets are whole, no recipient: goods that go with none that are there. */
  room(item: Item, legs: readonly Leg[], recipient: RecipientId | null): Room;
  take(item: Item, legs: readonly Leg[], cartons: number, recipient: RecipientId | null): void;
  /** What is left of a run, pallets by the part. */
  left(leg: Leg): Load;
  /** Pallets by the part. */
  handlingLeft(key: HandlingKey): number;
  /** Pallets by the part that are there of each consignment that such a carton would be part of, and whole places that are free: leg by leg. Only where pallets are whole. */
  begun(item: Item, legs: readonly Leg[], recipient: RecipientId | null): readonly Begun[];
  copy(): Book;
}
export interface Begun {
  readonly parts: number;
  readonly free: number;
}

export const charterOf = (leg: Leg): CharterId | null => leg.run.charter?.id ?? null;

export function openBook(table: Timetable): Book {
  return bookFrom(table.legs.map((leg) => runTakes(leg.run)), new Map(table.handling), table.pallets === 'whole' ? stowageOf(table) : null);
}

/** What is on whole pallets: by consignment its pallets by the part, and the whole places that are free. */
interface Stowage {
  readonly parts: Map<string, number>;
  readonly places: number[];
  readonly handling: Map<HandlingKey, number>;
}
const stowageOf = (table: Timetable): Stowage => ({ parts: new Map(), places: table.legs.map((leg) => Math.floor(runTakes(leg.run).positions + DUST)), handling: new Map(table.handling) });

function bookFrom(runs: Load[], handling: Map<HandlingKey, number>, stowage: Stowage | null): Book {
  const left = (leg: Leg): Load => runs[leg.index] ?? { kg: 0, m3: 0, positions: 0 };
  const begun = (item: Item, legs: readonly Leg[], recipient: RecipientId | null): Begun[] =>
    stowage === null ? [] : consignmentKeys(recipient, item, legs).map((key, at) => ({ parts: recipient === null ? 0 : (stowage.parts.get(key) ?? 0), free: stowage.places[legs[at]?.index ?? -1] ?? 0 }));
  return {
    left,
    begun,
    handlingLeft: (key) => handling.get(key) ?? Infinity,
    room(item, legs, recipient) {
      const takes = cartonTakes(item);
      let room: Room = { cartons: Infinity, limit: null };
      const narrow = (free: number, each: number, limit: () => Limit): void => {
        const cartons = each <= 0 ? Infinity : Math.max(0, Math.floor(free / each + DUST));
        if (cartons < room.cartons) room = { cartons, limit: limit() };
      };
      const there = begun(item, legs, recipient);
      for (const [at, leg] of legs.entries()) {
        const free = left(leg);
        narrow(free.kg, takes.kg, () => ({ leg, of: 'weight' }));
        narrow(free.m3, takes.m3, () => ({ leg, of: 'volume' }));
        narrow(stowage === null ? free.positions : (there[at]?.free ?? 0) + restOfPallet(there[at]?.parts ?? 0), takes.positions, () => ({ leg, of: 'places' }));
      }
      if (stowage === null) for (const [key, times] of handlingTimes(legs)) narrow(handling.get(key) ?? Infinity, takes.positions * times, () => ({ handling: key }));
      else for (const key of handlingTimes(legs).keys()) narrow(handledAtMost(stowage.handling.get(key) ?? Infinity, legs.flatMap((leg, at) => (leg.out === key || leg.in === key ? [there[at]?.parts ?? 0] : [])), takes.positions), 1, () => ({ handling: key }));
      return room;
    },
    take(item, legs, cartons, recipient) {
      const takes = cartonTakes(item);
      for (const leg of legs) {
        const free = left(leg);
        runs[leg.index] = { kg: free.kg - cartons * takes.kg, m3: free.m3 - cartons * takes.m3, positions: free.positions - cartons * takes.positions };
      }
      for (const [key, times] of handlingTimes(legs)) handling.set(key, (handling.get(key) ?? Infinity) - cartons * takes.positions * times);
      if (stowage === null) return;
      for (const [at, key] of consignmentKeys(recipient, item, legs).entries()) {
        const leg = legs[at];
        if (leg === undefined) continue;
        const parts = stowage.parts.get(key) ?? 0;
        const now = Math.max(0, parts + cartons * takes.positions);
        const places = wholePallets(now) - wholePallets(parts);
        stowage.parts.set(key, now);
        stowage.places[leg.index] = (stowage.places[leg.index] ?? 0) - places;
        for (const day of [leg.out, leg.in]) if (day !== null) stowage.handling.set(day, (stowage.handling.get(day) ?? Infinity) - places);
      }
    },
    copy: () => bookFrom([...runs], new Map(handling), stowage === null ? null : { parts: new Map(stowage.parts), places: [...stowage.places], handling: new Map(stowage.handling) }),
  };
}

/** The most cartons with which the pallets that they begin can still be handled. @param there pallets by the part of each consignment that takes from it. */
function handledAtMost(free: number, there: readonly number[], each: number): number {
  if (free === Infinity) return Infinity;
  const begins = (cartons: number): number => there.reduce((sum, parts) => sum + (wholePallets(parts + cartons * each) - wholePallets(parts)), 0);
  let [fits, over] = [0, Math.ceil((Math.max(0, free) + 2) / each)];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (begins(middle) <= free + DUST) fits = middle;
    else over = middle;
  }
  return fits;
}

/** A place that goods reach and leave on the same day handles them twice. */
function handlingTimes(legs: readonly Leg[]): Map<HandlingKey, number> {
  const times = new Map<HandlingKey, number>();
  for (const leg of legs) for (const key of [leg.out, leg.in]) if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
