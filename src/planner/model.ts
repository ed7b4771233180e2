// The arc-flow model: networks, capacities, handling, charters and needs → one linear program with binary charters.
// Two shapes of it: the program that is exported (costs, segments, floors), and the one that finds the levels of equal
// cover (no costs, every charter free, only what arrives in time). See docs/concepts/planner.md for the rows and columns.

import type { CharterId } from '../domain/ids.ts';
import type { Book } from './book.ts';
import type { Group } from './commodities.ts';
import type { FixedLine } from './frozen.ts';
import { Matrix, type Entry } from './matrix.ts';
import type { Chain, Event, Network } from './network.ts';
import { cartonPrice, counted, delayEuros, inTime } from './objective.ts';
import type { PlanningProblem } from './problem.ts';
import type { LinearModel } from './solver.ts';
import { cartonTakes, type HandlingKey, type Leg, type Timetable } from './timetable.ts';

export interface Parts {
  readonly problem: PlanningProblem;
  readonly table: Timetable;
  /** What frozen lines leave of runs and handling. */
  readonly book: Book;
  readonly networks: readonly Network[];
  readonly groups: readonly Group[];
  readonly fixed: readonly FixedLine[];
}

/** The columns of one event; `enter` is null where its goods cannot go on, or where rides lead straight on. */
export interface EventColumns {
  readonly event: Event;
  readonly rides: readonly number[];
  readonly deliveries: readonly { readonly group: Group; readonly column: number }[];
  readonly enter: number | null;
}
export interface NetworkColumns {
  readonly network: Network;
  readonly events: readonly EventColumns[];
  /** For each chain the column that waits from node k to node k + 1. */
  readonly waits: ReadonlyMap<Chain, readonly number[]>;
}
export interface PlanModel {
  readonly model: LinearModel;
  readonly networks: readonly NetworkColumns[];
  /** Binary column of each charter run, by leg. */
  readonly charters: ReadonlyMap<Leg, number>;
  /** In the shape `levels`: each group's row f ≥ t and its column f. */
  readonly open: ReadonlyMap<Group, number>;
  readonly own: ReadonlyMap<Group, number>;
}

/** `levels`: a share that all groups reach is maximised. `plan`: the objective under floors. */
export type Shape = { readonly kind: 'levels' } | { readonly kind: 'plan'; readonly floors: ReadonlyMap<Group, number> };

/** Taken off every floor, so that rounding in the solver never makes the last program infeasible. */
const FLOOR_SLACK = 1e-7;

/** In the shape `levels`, the column t: the share that all open groups reach. */
export const SHARE_COLUMN = 0;

export function buildModel(parts: Parts, shape: Shape): PlanModel {
  const matrix = new Matrix();
  const limits = new Limits(parts, shape.kind === 'plan');
  const needs = new NeedRows(parts, shape, matrix);
  limits.rows(matrix);
  const networks = parts.networks.map((net) => networkColumns(parts, net, matrix, limits, needs));
  for (const line of parts.fixed) needs.fixedLine(line);
  return { model: matrix.finish(), networks, charters: limits.charters, open: needs.open, own: needs.own };
}

function networkColumns(parts: Parts, net: Network, matrix: Matrix, limits: Limits, needs: NeedRows): NetworkColumns {
  const { commodity } = net;
  const nodeRows = new Map(net.chains.map((chain) => [chain, Array.from({ length: chain.nodes }, () => matrix.row('n', 0, 0))]));
  const nodeRow = (at: { chain: Chain; node: number }): number => nodeRows.get(at.chain)?.[at.node] ?? -1;
  const waits = new Map(net.chains.map((chain) => [chain, Array.from({ length: chain.nodes - 1 }, (_, node) => matrix.column('w', [[nodeRow({ chain, node }), -1], [nodeRow({ chain, node: node + 1 }), 1]]))]));
  const events = net.events.map((event): EventColumns => {
    const most = event.source?.cartons ?? Infinity;
    if (event.groups.length === 0 && event.onward !== null) {
      const into: Entry = [nodeRow(event.onward), 1];
      if (event.source !== null) return { event, rides: [], deliveries: [], enter: matrix.column('s', [into], { upper: most }) };
      return { event, rides: rideColumns(into, event), deliveries: [], enter: null };
    }
    const row = matrix.row('e', event.source === null ? 0 : -Infinity, event.source === null ? 0 : most);
    const out = event.source === null ? -1 : 1;
    const rides = rideColumns([row, 1], event);
    const enter = event.onward === null ? null : matrix.column('s', [[row, out], [nodeRow(event.onward), 1]]);
    const deliveries = event.groups.flatMap((group) => needs.deliver(group, event.at, commodity.unitsPerCarton, [row, out]).map((column) => ({ group, column })));
    return { event, rides, deliveries, enter };
  });
  return { network: net, events, waits };

  function rideColumns(into: Entry, event: Event): number[] {
    return event.rides.map((ride) => {
      const cost = limits.priced ? cartonPrice(ride.leg.run, commodity.item, parts.problem.weights) : 0;
      return matrix.column('x', [[nodeRow(ride), -1], into, ...limits.of(ride.leg, net)], { cost });
    });
  }
}

/** Capacity, handling and charter rows. A row that nothing could bind is left out. */
class Limits {
  readonly charters = new Map<Leg, number>();
  readonly priced: boolean;
  readonly #parts: Parts;
  readonly #capacity = new Map<Leg, readonly (number | null)[]>();
  readonly #handling = new Map<HandlingKey, number>();
  readonly #links = new Map<string, number>();
  readonly #order = new Map<Leg, Entry[]>();
  /** Cartons of each network that could ever ride. */
  readonly #could: ReadonlyMap<Network, number>;

  constructor(parts: Parts, priced: boolean) {
    this.#parts = parts;
    this.priced = priced;
    this.#could = new Map(parts.networks.map((net) => [net, cartonsAtMost(net, parts.groups)]));
  }

  rows(matrix: Matrix): void {
    const riders = new Map<Leg, Network[]>();
    for (const net of this.#parts.networks) for (const { leg } of net.events) if (leg !== null) riders.set(leg, [...(riders.get(leg) ?? []), net]);
    const ridden = [...riders].toSorted(([a], [b]) => a.index - b.index);
    this.#orderCopies(matrix, ridden.map(([leg]) => leg));
    for (const [leg, nets] of ridden) this.#legRows(matrix, leg, nets);
    this.#handlingRows(matrix, riders);
  }

  #legRows(matrix: Matrix, leg: Leg, nets: readonly Network[]): void {
    const opens = this.priced && leg.run.charter !== null;
    const left = this.#parts.book.left(leg);
    const free = [left.kg, left.m3, left.positions];
    const full = (which: number): number => nets.reduce((sum, net) => sum + (this.#could.get(net) ?? 0) * (takesOf(net)[which] ?? 0), 0);
    const rows = free.map((limit, which) => (limit !== Infinity && (opens || full(which) > limit) ? matrix.row('c', -Infinity, opens ? 0 : Math.max(0, limit)) : null));
    this.#capacity.set(leg, rows);
    if (!opens || leg.run.charter === null) return;
    const entries: Entry[] = [...(this.#order.get(leg) ?? []), ...rows.flatMap((row, which) => (row === null ? [] : [[row, -Math.max(0, free[which] ?? 0)] as const]))];
    for (const net of nets) {
      const fits = Math.min(...takesOf(net).map((each, which) => (free[which] ?? Infinity) / each));
      const link = matrix.row('l', -Infinity, 0);
      this.#links.set(`${leg.index} ${net.commodity.index}`, link);
      entries.push([link, -Math.max(0, Math.min(this.#could.get(net) ?? 0, fits))]);
    }
    this.charters.set(leg, matrix.column('z', entries, { cost: this.#parts.problem.weights.costWeight * leg.run.charter.fixedEuros, lower: this.#forced(leg) ? 1 : 0, upper: 1, integer: true }));
  }

  #handlingRows(matrix: Matrix, riders: ReadonlyMap<Leg, readonly Network[]>): void {
    const full = new Map<HandlingKey, number>();
    for (const [leg, nets] of riders)
      for (const key of [leg.out, leg.in]) if (key !== null) full.set(key, (full.get(key) ?? 0) + nets.reduce((sum, net) => sum + (this.#could.get(net) ?? 0) * cartonTakes(net.commodity.item).positions, 0));
    for (const [key, pallets] of [...full].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const limit = Math.max(0, this.#parts.book.handlingLeft(key));
      if (pallets > limit) this.#handling.set(key, matrix.row('h', -Infinity, limit));
    }
  }

  /** Copies of one charter are alike: they open in order, so that no solver tries the same choice twice. */
  #orderCopies(matrix: Matrix, legs: readonly Leg[]): void {
    const before = new Map<CharterId, Leg>();
    for (const leg of legs) {
      if (!this.priced || leg.run.charter === null || this.#forced(leg)) continue;
      const earlier = before.get(leg.run.charter.id);
      before.set(leg.run.charter.id, leg);
      if (earlier === undefined) continue;
      const row = matrix.row('o', 0, Infinity);
      this.#order.set(earlier, [...(this.#order.get(earlier) ?? []), [row, 1]]);
      this.#order.set(leg, [...(this.#order.get(leg) ?? []), [row, -1]]);
    }
  }

  #forced(leg: Leg): boolean {
    return this.#parts.fixed.some((line) => line.legs.includes(leg));
  }

  /** The coefficients of one carton of a network on a leg. */
  of(leg: Leg, net: Network): Entry[] {
    const takes = takesOf(net);
    const entries: Entry[] = (this.#capacity.get(leg) ?? []).flatMap((row, which) => (row === null ? [] : [[row, takes[which] ?? 0] as const]));
    for (const key of [leg.out, leg.in]) {
      const row = key === null ? undefined : this.#handling.get(key);
      if (row !== undefined) entries.push([row, takes[2] ?? 0]);
    }
    const link = this.#links.get(`${leg.index} ${net.commodity.index}`);
    if (link !== undefined) entries.push([link, 1]);
    return entries;
  }
}

const takesOf = (net: Network): [number, number, number] => {
  const takes = cartonTakes(net.commodity.item);
  return [takes.kg, takes.m3, takes.positions];
};

/** No more cartons ever ride than there are, nor than whoever may have them asks for. */
function cartonsAtMost({ commodity }: Network, groups: readonly Group[]): number {
  const there = commodity.sources.reduce((sum, source) => sum + source.cartons, 0);
  const asked = groups.filter((group) => group.item.item === commodity.item.item && commodity.recipients.has(group.recipient.recipient)).reduce((sum, group) => sum + group.units / commodity.unitsPerCarton, 0);
  return Math.min(there, asked);
}

/** Rows of needs, counted in cartons of the item master so that all coefficients stay near 1. */
class NeedRows {
  readonly shares = new Map<Group, number>();
  readonly open = new Map<Group, number>();
  readonly own = new Map<Group, number>();
  readonly #parts: Parts;
  readonly #shape: Shape;
  readonly #matrix: Matrix;
  readonly #inTime = new Map<Group, readonly number[]>();
  readonly #late = new Map<Group, readonly number[]>();
  readonly #rest = new Map<Group, number>();

  constructor(parts: Parts, shape: Shape, matrix: Matrix) {
    this.#parts = parts;
    this.#shape = shape;
    this.#matrix = matrix;
    if (shape.kind === 'levels') this.#levelRows();
    else this.#planRows(shape.floors);
    this.#restRows();
  }

  /** What frozen lines bring is not brought again, even where it could come sooner: new deliveries fill the rest of the need only. */
  #restRows(): void {
    for (const group of this.#parts.groups) {
      const lines = this.#parts.fixed.filter((line) => isFor(line, group));
      if (lines.length === 0) continue;
      const brought = lines.reduce((sum, { frozen, supply }) => sum + frozen.cartons * supply.unitsPerCarton, 0);
      this.#rest.set(group, this.#matrix.row('d', -Infinity, Math.max(0, group.units - brought) / group.item.unitsPerCarton));
    }
  }

  /** share of the group ≥ its own level f ≥ t: a group is settled by letting go of f ≥ t and holding f, which changes bounds only. */
  #levelRows(): void {
    const common: Entry[] = [];
    for (const group of this.#parts.groups) {
      this.#inTime.set(group, group.needs.map((need) => this.#matrix.row('d', -Infinity, need.units / group.item.unitsPerCarton)));
      this.shares.set(group, this.#matrix.row('g', 0, Infinity));
      this.open.set(group, this.#matrix.row('b', 0, Infinity));
      common.push([this.open.get(group) ?? -1, -1]);
    }
    this.#matrix.column('t', common, { cost: -1, upper: 1 });
    for (const group of this.#parts.groups) this.own.set(group, this.#matrix.column('f', [[this.shares.get(group) ?? -1, -1], [this.open.get(group) ?? -1, 1]], { upper: 1 }));
  }

  #planRows(floors: ReadonlyMap<Group, number>): void {
    const fixedEuros = this.#parts.fixed.reduce((sum, line) => sum + line.legs.reduce((each, leg) => each + cartonPrice(leg.run, this.#itemOf(line), this.#parts.problem.weights), 0) * line.frozen.cartons, 0);
    if (fixedEuros > 0) this.#matrix.column('f', [], { cost: fixedEuros, lower: 1, upper: 1 });
    for (const group of this.#parts.groups) {
      const cuts = group.needs.map((need) => this.#segmentRows(group, need));
      this.#inTime.set(group, cuts.map((cut) => cut.inTime));
      this.#late.set(group, cuts.map((cut) => cut.late));
      const floor = floors.get(group) ?? 0;
      if (floor > FLOOR_SLACK) this.shares.set(group, this.#matrix.row('g', floor - FLOOR_SLACK, Infinity));
    }
  }

  /** served in time + served late + unserved = the segment, for each segment. */
  #segmentRows(group: Group, need: Group['needs'][number]): { inTime: number; late: number } {
    const inTimeRow = this.#matrix.row('d', 0, 0);
    const lateRow = this.#matrix.row('d', 0, 0);
    const perCarton = group.item.unitsPerCarton;
    for (const segment of need.weights.segments) {
      const size = (segment.share * need.units) / perCarton;
      const row = this.#matrix.row('k', size, size);
      const euros = need.weights.euros * segment.weight * perCarton;
      this.#matrix.column('v', [[row, 1], [inTimeRow, -1]]);
      this.#matrix.column('v', [[row, 1], [lateRow, -1]], { cost: euros * (1 - this.#parts.problem.weights.lateShare) });
      this.#matrix.column('u', [[row, 1]], { cost: euros });
    }
    return { inTime: inTimeRow, late: lateRow };
  }

  #itemOf(line: FixedLine): Group['item'] {
    const item = this.#parts.problem.items.get(line.supply.item);
    if (item === undefined) throw new Error(`the item ${line.supply.item} is not in the problem`);
    return item;
  }

  /** Columns, in cartons, from an event to each need of the group that an arrival at that moment serves. */
  deliver(group: Group, at: number, unitsPerCarton: number, from: Entry, rest = this.#rest.get(group)): number[] {
    const { weights } = this.#parts.problem;
    const asOf = this.#parts.table.asOf;
    return group.needs.flatMap((need, which) => {
      const timely = inTime(need, at);
      if (!timely && (this.#shape.kind === 'levels' || counted(need, at, weights) === 0)) return [];
      const row = (timely ? this.#inTime : this.#late).get(group)?.[which] ?? -1;
      const share = timely ? this.shares.get(group) : undefined;
      const entries: Entry[] = [from, [row, unitsPerCarton / group.item.unitsPerCarton], ...(share === undefined ? [] : [[share, unitsPerCarton / group.units] as const]), ...(rest === undefined || rest === NO_ROW ? [] : [[rest, unitsPerCarton / group.item.unitsPerCarton] as const])];
      const cost = this.#shape.kind === 'plan' ? delayEuros(need.weights, need, at, asOf, weights) * unitsPerCarton : 0;
      return [this.#matrix.column('y', entries, { cost })];
    });
  }

  /** A frozen line's cartons are delivered whatever happens; which needs they serve is still open. */
  fixedLine(line: FixedLine): void {
    const group = this.#parts.groups.find((candidate) => isFor(line, candidate));
    if (group === undefined) return;
    const row = this.#matrix.row('e', -Infinity, line.frozen.cartons);
    this.deliver(group, line.arrives, line.supply.unitsPerCarton, [row, 1], NO_ROW);
  }
}

const NO_ROW = -1;
const isFor = (line: FixedLine, group: Group): boolean => line.frozen.recipient === group.recipient.recipient && line.supply.item === group.item.item;
