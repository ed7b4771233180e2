// Cuts the places of a problem into regions, one around each place that charters fly to: what is decided about a region's
// charters is felt in it, and elsewhere only by what goods cost that come through. Any cut gives a bound that holds; one with
// little freight between regions gives a good one. Not here: what is made of it (copies.ts).
// Source of the method: Kruskal 1956, a spanning forest by falling freight, in which no tree has two such places.

import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import type { Charters } from './charters.ts';

export interface Regions {
  readonly count: number;
  /** By place; −1: it is nobody's, such as the hub that charters leave. */
  readonly ofPlace: Int32Array;
  /** By charter. */
  readonly ofCharter: Int32Array;
}

export function regionsOf(problem: ScanProblem, charters: Charters): Regions {
  const { departures, places } = problem;
  const above = Int32Array.from({ length: places.count }, (_, place) => place);
  const root = (place: number): number => {
    while (above[place] !== place) place = above[place] as number;
    return place;
  };
  const seeded = new Uint8Array(places.count);
  const leaves = new Uint8Array(places.count);
  for (let charter = 0; charter < charters.count; charter += 1) {
    const its = charters.departures.subarray(charters.start[charter], charters.start[charter + 1]);
    for (const departure of its) {
      leaves[departures.from[departure] as number] = 1;
      above[root(departures.to[departure] as number)] = root(departures.to[its[0] as number] as number);
      seeded[departures.to[departure] as number] = 1;
    }
  }
  const shared = Uint8Array.from(leaves, (from, place) => (from === 1 && seeded[place] === 0 ? 1 : 0));
  const holds = new Uint8Array(places.count);
  for (let place = 0; place < places.count; place += 1) if (seeded[place] === 1) holds[root(place)] = 1;
  for (const [from, to] of linksByFreight(problem)) {
    const [one, other] = [root(from), root(to)];
    if (shared[from] === 1 || shared[to] === 1 || one === other || (holds[one] === 1 && holds[other] === 1)) continue;
    above[one] = other;
    holds[other] = (holds[one] as number) | (holds[other] as number);
  }
  const numbers = new Map<number, number>();
  const ofPlace = Int32Array.from({ length: places.count }, (_, place) => {
    const its = root(place);
    if (holds[its] === 0) return -1;
    const found = numbers.get(its) ?? numbers.size;
    numbers.set(its, found);
    return found;
  });
  return { count: numbers.size, ofPlace, ofCharter: Int32Array.from({ length: charters.count }, (_, charter) => ofPlace[departures.to[charters.departures[charters.start[charter] as number] as number] as number] as number) };
}

/** Pairs of places, the greatest kg between them first; a departure without a limit counts as the largest. */
function linksByFreight({ departures, capacities, places }: ScanProblem): [from: number, to: number][] {
  const kg = new Float64Array(departures.count).fill(Number.NaN);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const first = capacities.start[capacity] as number;
    const target = capacities.targets[first] as number;
    if ((capacities.start[capacity + 1] as number) - first === 1 && target % MEASURES === MEASURE.kg) kg[Math.floor(target / MEASURES)] = capacities.most[capacity] as number;
  }
  const largest = kg.reduce((most, each) => (each > most ? each : most), 1);
  const freight = new Map<number, number>();
  for (let departure = 0; departure < departures.count; departure += 1) {
    const link = (departures.from[departure] as number) * places.count + (departures.to[departure] as number);
    const each = kg[departure] as number;
    freight.set(link, (freight.get(link) ?? 0) + (Number.isNaN(each) ? largest : each));
  }
  return [...freight].sort(([a, less], [b, more]) => more - less || a - b).map(([link]) => [Math.floor(link / places.count), link % places.count]);
}
