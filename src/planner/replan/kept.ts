// What people act on: goods that are to ride in the next hours, packed and announced. Taking a kg of them off their departure
// costs. In the problem this is a twin of the departure for the goods that are planned on it: as large as what is planned,
// and cheaper by that cost. So the penalty needs no rule of its own in the engine, and the bound covers it.

import type { Way } from '../scan/decompose.ts';
import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';

export interface Stability {
  /** Departures of so many hours from the event on are acted upon. */
  readonly hours: number;
  /** Euros for each kg that leaves its departure. */
  readonly eurosPerKg: number;
}

/** kg of one commodity that are planned on one departure and acted upon. */
export interface Kept {
  readonly departure: number;
  readonly commodity: number;
  readonly kg: number;
}

export function keptOf({ departures, commodities }: ScanProblem, ways: readonly Way[], hour: number, { hours }: Stability): Kept[] {
  const sums = new Map<number, number>();
  for (const way of ways)
    for (const departure of way.departures) {
      const departs = departures.departs[departure] as number;
      if (departs < hour || departs >= hour + hours) continue;
      const key = departure * commodities.count + way.commodity;
      sums.set(key, (sums.get(key) ?? 0) + way.units * (commodities.load[way.commodity * MEASURES + MEASURE.kg] as number));
    }
  return [...sums].map(([key, kg]) => ({ departure: Math.floor(key / commodities.count), commodity: key % commodities.count, kg }));
}

/** kg that were planned and acted upon, and of them those that left their departure. @param ways after replanning, of the same blocks */
export function takenOff(problem: ScanProblem, kept: readonly Kept[], ways: readonly Way[], hour: number, stability: Stability): { readonly planned: number; readonly off: number } {
  const now = new Map(keptOf(problem, ways, hour, stability).map(({ departure, commodity, kg }) => [`${departure} ${commodity}`, kg]));
  let [planned, off] = [0, 0];
  for (const { departure, commodity, kg } of kept) {
    planned += kg;
    off += Math.max(0, kg - (now.get(`${departure} ${commodity}`) ?? 0));
  }
  return { planned, off };
}
