// What is left of runs and of handling while whole cartons are booked onto them, one line after the other.
// Not here: the model's capacity rows (model.ts), and the checker's (check.ts).

import type { Item } from '../domain/catalogue.ts';
import type { CharterId } from '../domain/ids.ts';
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
  /** How many more cartons of the item fit on all of these legs together, and what binds. */
  room(item: Item, legs: readonly Leg[]): Room;
  take(item: Item, legs: readonly Leg[], cartons: number): void;
  /** What is left of a run. */
  left(leg: Leg): Load;
  handlingLeft(key: HandlingKey): number;
  copy(): Book;
}

export const charterOf = (leg: Leg): CharterId | null => leg.run.charter?.id ?? null;

export function openBook(table: Timetable): Book {
  return bookFrom(table.legs.map((leg) => runTakes(leg.run)), new Map(table.handling));
}

function bookFrom(runs: Load[], handling: Map<HandlingKey, number>): Book {
  const left = (leg: Leg): Load => runs[leg.index] ?? { kg: 0, m3: 0, positions: 0 };
  return {
    left,
    handlingLeft: (key) => handling.get(key) ?? Infinity,
    room(item, legs) {
      const takes = cartonTakes(item);
      let room: Room = { cartons: Infinity, limit: null };
      const narrow = (free: number, each: number, limit: () => Limit): void => {
        const cartons = each <= 0 ? Infinity : Math.max(0, Math.floor(free / each + DUST));
        if (cartons < room.cartons) room = { cartons, limit: limit() };
      };
      for (const leg of legs) {
        const free = left(leg);
        narrow(free.kg, takes.kg, () => ({ leg, of: 'weight' }));
        narrow(free.m3, takes.m3, () => ({ leg, of: 'volume' }));
        narrow(free.positions, takes.positions, () => ({ leg, of: 'places' }));
      }
      for (const [key, times] of handlingTimes(legs)) narrow(handling.get(key) ?? Infinity, takes.positions * times, () => ({ handling: key }));
      return room;
    },
    take(item, legs, cartons) {
      const takes = cartonTakes(item);
      for (const leg of legs) {
        const free = left(leg);
        runs[leg.index] = { kg: free.kg - cartons * takes.kg, m3: free.m3 - cartons * takes.m3, positions: free.positions - cartons * takes.positions };
      }
      for (const [key, times] of handlingTimes(legs)) handling.set(key, (handling.get(key) ?? Infinity) - cartons * takes.positions * times);
    },
    copy: () => bookFrom([...runs], new Map(handling)),
  };
}

/** A place that goods reach and leave on the same day handles them twice. */
function handlingTimes(legs: readonly Leg[]): Map<HandlingKey, number> {
  const times = new Map<HandlingKey, number>();
  for (const leg of legs) for (const key of [leg.out, leg.in]) if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
