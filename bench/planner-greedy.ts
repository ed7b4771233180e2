// What a person with a spreadsheet does: the needs that relieve most a unit first, each filled by the earliest goods that it
// may have and that still find room, until nothing is left. Costs play no part. For what a plan is worth beside it.

import type { CheckedWay } from '../src/planner/scan/check-scan.ts';
import { MEASURES, unitValue, type ScanProblem } from '../src/planner/scan/scan-problem.ts';
import { timeline, type Timeline } from '../src/planner/scan/timeline.ts';

/** Left of a unit: nothing. */
const DUST = 1e-6;

export function severityFirst(problem: ScanProblem): CheckedWay[] {
  const desk = new Desk(problem);
  const { segments } = problem;
  const order = Array.from({ length: segments.count }, (_, segment) => segment).toSorted((a, b) => (segments.worth[b] ?? 0) / (problem.items.heat[segments.item[b] ?? 0] ?? 1) - (segments.worth[a] ?? 0) / (problem.items.heat[segments.item[a] ?? 0] ?? 1) || a - b);
  for (const segment of order) desk.fill(segment);
  return desk.ways;
}

interface Found {
  readonly commodity: number;
  readonly stock: number;
  readonly departures: readonly number[];
  readonly ready: number;
}

class Desk {
  readonly ways: CheckedWay[] = [];
  readonly #problem: ScanProblem;
  readonly #line: Timeline;
  readonly #room: Float64Array;
  readonly #stock: Float64Array;
  /** Departure → its capacities, each with its measure. */
  readonly #limits: readonly (readonly (readonly [capacity: number, measure: number])[])[];

  constructor(problem: ScanProblem) {
    this.#problem = problem;
    this.#line = timeline(problem);
    this.#room = problem.capacities.most.slice();
    this.#stock = problem.stocks.units.slice();
    const limits = Array.from({ length: problem.departures.count }, (): [number, number][] => []);
    for (let capacity = 0; capacity < problem.capacities.count; capacity += 1)
      for (const target of problem.capacities.targets.subarray(problem.capacities.start[capacity], problem.capacities.start[capacity + 1])) limits[Math.floor(target / MEASURES)]?.push([capacity, target % MEASURES]);
    this.#limits = limits;
  }

  fill(segment: number): void {
    const { segments, commodities } = this.#problem;
    let open = segments.units[segment] ?? 0;
    const recipient = segments.recipient[segment] ?? -1;
    while (open > DUST) {
      const found = Array.from(commodities.item.keys())
        .filter((k) => commodities.item[k] === segments.item[segment] && commodities.may[k]?.[recipient] === 1)
        .flatMap((k) => this.#earliest(k, this.#problem.recipients.place[recipient] ?? -1) ?? [])
        .toSorted((a, b) => a.ready - b.ready);
      const first = found.find(({ commodity, ready }) => ready < (commodities.expires[commodity] ?? 0) && unitValue(this.#problem, segment, ready) > 0);
      if (first === undefined) return;
      const units = this.#take(first, open);
      if (units <= DUST) return;
      open -= units;
      this.ways.push({ commodity: first.commodity, stock: first.stock, departures: first.departures, segment, units });
    }
  }

  /** Connection scan over what has room. */
  #earliest(k: number, place: number): Found | null {
    const { draws, stocks, departures, commodities } = this.#problem;
    const line = this.#line;
    const before = new Map<number, { readonly stock: number; readonly by: number }>();
    const came = new Map<number, { readonly stock: number; readonly from: number | null }>();
    const open = commodities.open[commodities.kind[k] ?? 0];
    const sources = Array.from(draws.stock).filter((stock, draw) => draws.commodity[draw] === k && (this.#stock[stock] ?? 0) > DUST).toSorted((a, b) => (stocks.available[a] ?? 0) - (stocks.available[b] ?? 0));
    let best: Found | null = null;
    let next = 0;
    for (let entry = 0; entry < line.hour.length; entry += 1) {
      const hour = line.hour[entry] ?? 0;
      if (best !== null && hour >= best.ready) break;
      for (let stock = sources[next]; stock !== undefined && (stocks.available[stock] ?? 0) <= hour; stock = sources[(next += 1)])
        for (const pool of line.poolsAt[stocks.place[stock] ?? -1] ?? []) if (!before.has(pool)) before.set(pool, { stock, by: -1 });
      const departure = line.departure[entry] ?? -1;
      const pool = line.pool[entry] ?? -1;
      if (pool >= 0) {
        const from = came.get(departure);
        if (from !== undefined && !before.has(pool)) before.set(pool, { stock: from.stock, by: departure });
        continue;
      }
      const goods = before.get(line.poolOf[departure] ?? -1);
      if (goods === undefined || open?.[departure] !== 1 || this.#fits(k, [departure]) <= DUST) continue;
      came.set(departure, { stock: goods.stock, from: goods.by < 0 ? null : goods.by });
      const ready = departures.ready[departure] ?? Infinity;
      if (departures.to[departure] === place && (best === null || ready < best.ready)) best = { commodity: k, stock: goods.stock, departures: back(came, departure), ready };
    }
    return best;
  }

  #fits(k: number, departures: readonly number[]): number {
    const along = new Map<number, number>();
    for (const departure of departures) for (const [capacity, measure] of this.#limits[departure] ?? []) along.set(capacity, (along.get(capacity) ?? 0) + (this.#problem.commodities.load[k * MEASURES + measure] ?? 0));
    return Math.min(...[...along].map(([capacity, load]) => (load > 0 ? (this.#room[capacity] ?? 0) / load : Infinity)));
  }

  #take({ commodity, stock, departures }: Found, most: number): number {
    const units = Math.min(most, this.#stock[stock] ?? 0, this.#fits(commodity, departures));
    this.#stock[stock] = (this.#stock[stock] ?? 0) - units;
    for (const departure of departures)
      for (const [capacity, measure] of this.#limits[departure] ?? []) this.#room[capacity] = Math.max(0, (this.#room[capacity] ?? 0) - units * (this.#problem.commodities.load[commodity * MEASURES + measure] ?? 0));
    return units;
  }
}

function back(came: ReadonlyMap<number, { readonly from: number | null }>, last: number): number[] {
  const departures: number[] = [];
  for (let departure: number | null = last; departure !== null; departure = came.get(departure)?.from ?? null) departures.unshift(departure);
  return departures;
}
