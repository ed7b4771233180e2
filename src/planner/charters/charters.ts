// Charters beside a problem of the scan engine: departures that exist only if somebody pays for them, up to so many times.
// The problem's capacities are those with every one flown; what is flown scales them.

import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';

export interface Charters {
  readonly count: number;
  /** Charter v is the departures departures[start[v]] … departures[start[v + 1] − 1], all flown or none. */
  readonly start: Int32Array;
  readonly departures: Int32Array;
  /** How often it can be flown, a whole number. */
  readonly most: Int32Array;
  /** Euros, each time. */
  readonly cost: Float64Array;
}

/** What one flight of each charter brings: its capacities, with the room of one flight; and its kg. */
export interface Rooms {
  readonly start: Int32Array;
  readonly capacity: Int32Array;
  readonly room: Float64Array;
  readonly kg: Float64Array;
}

/** A capacity is a charter's if it limits nothing but departures of it. */
export function roomsOf({ capacities, departures }: ScanProblem, charters: Charters): Rooms {
  const charterOf = new Int32Array(departures.count).fill(-1);
  for (let charter = 0; charter < charters.count; charter += 1)
    for (let at = charters.start[charter] as number; at < (charters.start[charter + 1] as number); at += 1) charterOf[charters.departures[at] as number] = charter;
  const own = Array.from({ length: charters.count }, (): number[] => []);
  const kg = new Float64Array(charters.count);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const targets = capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1]);
    const charter = charterOf[Math.floor((targets[0] ?? 0) / MEASURES)] as number;
    if (charter < 0 || targets.some((target) => charterOf[Math.floor(target / MEASURES)] !== charter)) continue;
    own[charter]?.push(capacity);
    if ((targets[0] as number) % MEASURES === MEASURE.kg) kg[charter] = (kg[charter] as number) + (capacities.most[capacity] as number) / (charters.most[charter] as number);
  }
  const start = new Int32Array(charters.count + 1);
  for (const [charter, list] of own.entries()) start[charter + 1] = (start[charter] as number) + list.length;
  return { start, kg, capacity: Int32Array.from(own.flat()), room: Float64Array.from(own.flatMap((list, charter) => list.map((capacity) => (capacities.most[capacity] as number) / (charters.most[charter] as number)))) };
}

/** The problem in which each charter is flown so often. */
export function withFlown(problem: ScanProblem, charters: Charters, flown: ArrayLike<number>): ScanProblem {
  const { start, capacity, room } = roomsOf(problem, charters);
  const most = problem.capacities.most.slice();
  for (let charter = 0; charter < charters.count; charter += 1)
    for (let at = start[charter] as number; at < (start[charter + 1] as number); at += 1) most[capacity[at] as number] = (room[at] as number) * (flown[charter] as number);
  return { ...problem, capacities: { ...problem.capacities, most } };
}

/** Euros. */
export const costOf = ({ cost }: Charters, flown: ArrayLike<number>): number => cost.reduce((sum, each, charter) => sum + each * (flown[charter] as number), 0);
