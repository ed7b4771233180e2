// The problem as one complete arc-flow program, for solvers that are to be compared with: nothing is left out of it that the
// engine's pruning would leave out. Minimises transport less what is relieved, so that nothing shipped is 0. Nodes are a
// commodity, a pool and an hour at which something leaves; goods wait from node to node.
// Shares the timeline with the engine, and nothing else.

import { Matrix, type Entry } from '../matrix.ts';
import type { LinearModel } from '../solver.ts';
import { MEASURES, unitCost, unitValue, type Floors, type ScanProblem } from './scan-problem.ts';
import { timeline, type Timeline } from './timeline.ts';

/** @param base euros that are there whatever is planned: a column that is fixed at 1, so that every solver reads the same objective. */
export function completeModel(problem: ScanProblem, base = 0, floors?: Floors): LinearModel {
  const matrix = new Matrix();
  if (base !== 0) matrix.column('f', [], { cost: base, lower: 1, upper: 1 });
  const rows = new Rows(problem, matrix, floors);
  for (let k = 0; k < problem.commodities.count; k += 1) rows.commodity(k);
  return matrix.finish();
}

class Rows {
  readonly #problem: ScanProblem;
  readonly #matrix: Matrix;
  readonly #line: Timeline;
  /** By pool: the hours at which something leaves it, each once, in order. */
  readonly #hours: readonly (readonly number[])[];
  readonly #capacityRows: readonly number[];
  readonly #stockRows: readonly number[];
  readonly #segmentRows: readonly number[];
  /** By segment; null: it has no floor. */
  readonly #floorRows: readonly (number | null)[];
  /** Departure · MEASURES + measure → capacities. */
  readonly #limits = new Map<number, number[]>();
  readonly #segmentsOf = new Map<string, number[]>();
  readonly #recipientsAt: ReadonlyMap<number, number[]>;
  /** Goods may be left behind somewhere, where nothing is gained by bringing them there: the least of a node's row. */
  readonly #leftBehind: number;
  /** By pool: a mode by which it is left. */
  readonly #mode: ReadonlyMap<number, number>;

  constructor(problem: ScanProblem, matrix: Matrix, floors: Floors | undefined) {
    const { departures, capacities, stocks, segments, recipients } = problem;
    this.#problem = problem;
    this.#matrix = matrix;
    this.#line = timeline(problem);
    this.#leftBehind = departures.rate.some((rate) => rate < 0) ? 0 : -Infinity;
    this.#mode = new Map(Array.from(this.#line.poolOf, (pool, departure) => [pool, departures.mode[departure] as number]));
    const hours = Array.from({ length: this.#line.pools }, () => new Set<number>());
    for (let departure = 0; departure < departures.count; departure += 1) hours[this.#line.poolOf[departure] as number]?.add(departures.departs[departure] as number);
    this.#hours = hours.map((set) => [...set].sort((a, b) => a - b));
    this.#capacityRows = Array.from(capacities.most, (most) => matrix.row('c', -Infinity, most));
    this.#stockRows = Array.from(stocks.units, (units) => matrix.row('l', -Infinity, units));
    this.#segmentRows = Array.from(segments.units, (units) => matrix.row('k', -Infinity, units));
    const floorRows = Array.from(floors?.units ?? [], (units) => (units > 0 ? matrix.row('g', units, Infinity) : null));
    this.#floorRows = Array.from(floors?.ofSegment ?? [], (floor) => floorRows[floor] ?? null);
    for (let capacity = 0; capacity < capacities.count; capacity += 1)
      for (const target of capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1])) this.#limits.set(target, [...(this.#limits.get(target) ?? []), capacity]);
    for (let segment = 0; segment < segments.count; segment += 1) {
      const key = `${segments.recipient[segment]} ${segments.item[segment]}`;
      this.#segmentsOf.set(key, [...(this.#segmentsOf.get(key) ?? []), segment]);
    }
    this.#recipientsAt = Map.groupBy(recipients.place.keys(), (recipient) => recipients.place[recipient] as number);
  }

  commodity(k: number): void {
    const { draws, stocks, departures, commodities, places } = this.#problem;
    const nodes = this.#hours.map((hours) => hours.map(() => this.#matrix.row('n', this.#leftBehind, 0)));
    for (const rows of nodes) for (let node = 0; node + 1 < rows.length; node += 1) this.#matrix.column('w', [[rows[node] as number, 1], [rows[node + 1] as number, -1]]);
    const goesOn = (pool: number, hour: number): number | null => nodes[pool]?.[firstAtOrAfter(this.#hours[pool] ?? [], hour)] ?? null;
    for (let draw = 0; draw < draws.count; draw += 1) {
      if (draws.commodity[draw] !== k) continue;
      const stock = draws.stock[draw] as number;
      const [place, hour] = [stocks.place[stock] as number, stocks.available[stock] as number];
      const into = (this.#line.poolsAt[place] ?? []).map((pool) => goesOn(pool, hour));
      this.#moves('s', k, [[this.#stockRows[stock] as number, 1]], 0, into, place, hour);
    }
    const open = commodities.open[commodities.kind[k] as number];
    for (let departure = 0; departure < departures.count; departure += 1) {
      if (open?.[departure] !== 1) continue;
      const pool = this.#line.poolOf[departure] as number;
      const [to, ready] = [departures.to[departure] as number, departures.ready[departure] as number];
      const into = (this.#line.poolsAt[to] ?? []).map((next) => {
        const change = (places.change[to] as number) > 0 && this.#mode.get(next) !== departures.mode[departure] ? (places.change[to] as number) : 0;
        return goesOn(next, ready + change);
      });
      const takes: Entry[] = [[goesOn(pool, departures.departs[departure] as number) ?? -1, 1], ...this.#takes(k, departure)];
      this.#moves('x', k, takes, unitCost(this.#problem, k, departure), into, to, ready);
    }
  }

  #takes(k: number, departure: number): Entry[] {
    const entries: Entry[] = [];
    for (let measure = 0; measure < MEASURES; measure += 1) {
      const load = this.#problem.commodities.load[k * MEASURES + measure] as number;
      if (load > 0) for (const capacity of this.#limits.get(departure * MEASURES + measure) ?? []) entries.push([this.#capacityRows[capacity] as number, load]);
    }
    return entries;
  }

  /** Goods that come to a place at an hour: straight on where that is all they can do, else over a row that parts them. */
  #moves(letter: string, k: number, takes: readonly Entry[], cost: number, into: readonly (number | null)[], place: number, hour: number): void {
    const onward = into.filter((node) => node !== null);
    const segments = this.#served(k, place, hour);
    if (segments.length === 0 && onward.length === 0) return;
    if (segments.length === 0 && onward.length === 1) {
      this.#matrix.column(letter, [...takes, [onward[0] as number, -1]], { cost });
      return;
    }
    const row = this.#matrix.row('e', 0, 0);
    this.#matrix.column(letter, [...takes, [row, -1]], { cost });
    for (const node of onward) this.#matrix.column('o', [[row, 1], [node, -1]]);
    for (const segment of segments) this.#matrix.column('y', [[row, 1], [this.#segmentRows[segment] as number, 1], ...this.#counts(segment, hour)], { cost: -unitValue(this.#problem, segment, hour) });
  }

  #counts(segment: number, hour: number): Entry[] {
    const row = this.#floorRows[segment] ?? null;
    return row !== null && hour < (this.#problem.segments.until[segment] as number) ? [[row, 1]] : [];
  }

  #served(k: number, place: number, hour: number): readonly number[] {
    const { commodities } = this.#problem;
    if (hour >= (commodities.expires[k] as number)) return [];
    return (this.#recipientsAt.get(place) ?? []).flatMap((recipient) => (commodities.may[k]?.[recipient] === 1 ? (this.#segmentsOf.get(`${recipient} ${commodities.item[k]}`) ?? []) : []));
  }
}

function firstAtOrAfter(hours: readonly number[], hour: number): number {
  let [low, high] = [0, hours.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle] as number) < hour) low = middle + 1;
    else high = middle;
  }
  return low;
}
