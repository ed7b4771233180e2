// A generated network with so many charters from the hub: dealt round its airports, the one behind which most is asked for first,
// at any time in the first four fifths. Each brings 15 to 40 % of what is asked for behind its airport and costs 1 to 2.5 € a kg, so
// that a quarter to a half is worth its cost. For benchmarks and tests.

import { generator } from '../mulberry.fixture.ts';
import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import type { Charters } from './charters.ts';

const AIR = 0;
const HUB = 0;
interface Flight { readonly to: number; readonly departs: number; readonly takes: number; readonly kg: number; readonly m3: number; readonly cost: number }

export function withCharters(problem: ScanProblem, count: number, seed: number): { readonly problem: ScanProblem; readonly charters: Charters } {
  const roll = generator(seed ^ 0x5eed);
  const between = (low: number, high: number): number => low + (high - low) * roll();
  const flights: Flight[] = [];
  const all = [...airports(problem)].sort(([a, { kg: less }], [b, { kg: more }]) => more - less || a - b);
  for (let index = 0; index < count; index += 1) {
    const found = all[index % all.length];
    if (found === undefined) break;
    const [to, { takes, kg: asked }] = found;
    const kg = Math.max(Math.min(2_000, 0.4 * asked), asked * between(0.15, 0.4));
    flights.push({ to, departs: Math.round(between(0, problem.horizon * 0.8) * 10) / 10, takes, kg, m3: kg / between(150, 260), cost: kg * between(1, 2.5) });
  }
  return joined(problem, flights);
}

/** Airports that are flown to from the hub and have needs behind them: hours that it takes, and kg that are asked for behind it. */
function airports({ departures, segments, items, recipients }: ScanProblem): ReadonlyMap<number, { readonly takes: number; readonly kg: number }> {
  const before = new Map<number, number>();
  const takes = new Map<number, number>();
  for (let departure = departures.count - 1; departure >= 0; departure -= 1) {
    const [from, to] = [departures.from[departure] as number, departures.to[departure] as number];
    if (from === HUB && departures.mode[departure] === AIR) takes.set(to, (departures.ready[departure] as number) - (departures.departs[departure] as number));
    else if (from !== HUB && !takes.has(to)) before.set(to, from);
  }
  const kg = new Map<number, number>();
  for (let segment = 0; segment < segments.count; segment += 1) {
    let place = recipients.place[segments.recipient[segment] as number] as number;
    for (let hops = 0; hops < 4 && !takes.has(place); hops += 1) place = before.get(place) ?? place;
    kg.set(place, (kg.get(place) ?? 0) + (segments.units[segment] as number) * (items.heat[segments.item[segment] as number] as number));
  }
  return new Map([...takes].filter(([airport]) => (kg.get(airport) ?? 0) > 0).map(([airport, hours]) => [airport, { takes: hours, kg: kg.get(airport) ?? 0 }]));
}

/** In order of departure: every number of a departure moves up by the charters before it. */
function joined(problem: ScanProblem, flights: readonly Flight[]): { readonly problem: ScanProblem; readonly charters: Charters } {
  const { departures, capacities, commodities } = problem;
  const all = [...Array.from({ length: departures.count }, (_, index) => ({ hour: departures.departs[index] as number, index })), ...flights.map(({ departs }, index) => ({ hour: departs, index: departures.count + index }))];
  all.sort((a, b) => a.hour - b.hour || a.index - b.index);
  const numberOf = new Int32Array(all.length);
  for (const [number, { index }] of all.entries()) numberOf[index] = number;
  const list = (old: ArrayLike<number>, of: (flight: Flight) => number): number[] => all.map(({ index }) => (index < departures.count ? (old[index] as number) : of(flights[index - departures.count] as Flight)));
  const rate = new Float64Array(all.length * MEASURES);
  for (let index = 0; index < departures.count; index += 1) rate.set(departures.rate.subarray(index * MEASURES, (index + 1) * MEASURES), (numberOf[index] as number) * MEASURES);
  const targets = Array.from(capacities.targets, (target) => (numberOf[Math.floor(target / MEASURES)] as number) * MEASURES + (target % MEASURES));
  const start = [...capacities.start];
  const most = [...capacities.most];
  for (const [index, { kg, m3 }] of flights.entries()) {
    const number = numberOf[departures.count + index] as number;
    rate[number * MEASURES] = 0.3;
    for (const [measure, room] of [[MEASURE.kg, kg], [MEASURE.m3, m3]] as const) {
      targets.push(number * MEASURES + measure);
      start.push(targets.length);
      most.push(room);
    }
  }
  return {
    problem: {
      ...problem,
      departures: {
        count: all.length, from: Int32Array.from(list(departures.from, () => HUB)), to: Int32Array.from(list(departures.to, ({ to }) => to)), mode: Int32Array.from(list(departures.mode, () => AIR)),
        departs: Float64Array.from(list(departures.departs, ({ departs }) => departs)), ready: Float64Array.from(list(departures.ready, ({ departs, takes }) => departs + takes)), rate,
      },
      capacities: { count: most.length, most: Float64Array.from(most), start: Int32Array.from(start), targets: Int32Array.from(targets) },
      commodities: { ...commodities, open: commodities.open.map((open) => Uint8Array.from(list(open, () => 1))) },
    },
    charters: {
      count: flights.length, start: Int32Array.from({ length: flights.length + 1 }, (_, index) => index), departures: Int32Array.from(flights, (_, index) => numberOf[departures.count + index] as number),
      most: new Int32Array(flights.length).fill(1), cost: Float64Array.from(flights, ({ cost }) => cost),
    },
  };
}
