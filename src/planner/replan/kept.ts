// What people act on: goods that are to ride in the next hours, packed and announced. Taking a kg of them off their departure
// costs. In the problem this is a twin of the departure for the goods that are planned on it: as large as what is planned,
// and cheaper by that cost. So the penalty needs no rule of its own in the engine, and the bound covers it.

import type { Way } from '../scan/decompose.ts';
import type { ScanInstance } from '../scan/instance.ts';
import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import type { Remaining } from './remaining.ts';

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

export interface Acted {
  /** kg that people act on, and of these what now rides otherwise or not at all. */
  readonly planned: number;
  readonly off: number;
  /** Euros that the engine counted as gained by what stays. */
  readonly gained: number;
}

/** @param shipped by slot of what remains, units. */
export function actedOn({ slotDeparture, slotCommodity }: ScanInstance, { departureOf, commodityOf, keeps, problem }: Remaining, kept: readonly Kept[], shipped: Float64Array | null): Acted {
  const rides = new Map(kept.map((it) => [`${it.departure} ${it.commodity}`, { kg: it.kg, now: 0 }]));
  let gained = 0;
  if (kept.length > 0 && shipped !== null)
    for (let slot = 0; slot < shipped.length; slot += 1) {
      const departure = slotDeparture[slot] as number;
      if (departure < 0 || shipped[slot] === 0) continue;
      const commodity = slotCommodity[slot] as number;
      const kg = (shipped[slot] as number) * (problem.commodities.load[commodity * MEASURES + MEASURE.kg] as number);
      const ride = rides.get(`${departureOf[departure]} ${commodityOf[commodity]}`);
      if (ride !== undefined) ride.now += kg;
      gained += kg * (keeps[departure] as number);
    }
  const all = [...rides.values()];
  return { planned: all.reduce((sum, { kg }) => sum + kg, 0), off: all.reduce((sum, { kg, now }) => sum + Math.max(0, kg - now), 0), gained };
}
