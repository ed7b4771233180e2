// The arc-flow model: networks, capacities, handling, charters and needs → one linear program with binary charters.
// Two shapes of it: the program that is exported (costs, segments, floors), and the one that finds the levels of equal
// cover (no costs, every charter free, only what arrives in time). See docs/concepts/planner.md for the rows and columns.

import type { Book } from './book.ts';
import type { Group, Source } from './commodities.ts';
import type { FixedLine } from './frozen.ts';
import { keptColumns, keptLines, type KeptColumn, type KeptLine } from './kept-lines.ts';
import { Limits } from './limits.ts';
import { Matrix, type Entry } from './matrix.ts';
import { NeedRows } from './need-rows.ts';
import type { Chain, Event, Network } from './network.ts';
import { cartonPrice } from './objective.ts';
import type { PlanningProblem } from './problem.ts';
import type { LinearModel } from './solver.ts';
import type { HandlingKey, Leg, Timetable } from './timetable.ts';

export interface Parts {
  readonly problem: PlanningProblem;
  readonly table: Timetable;
  /** What frozen lines leave of runs and handling. */
  readonly book: Book;
  readonly networks: readonly Network[];
  readonly groups: readonly Group[];
  readonly fixed: readonly FixedLine[];
}

/** The columns of one event; `enter` is null where its goods cannot go on, or where rides lead straight on. `row` is null where `enter` alone bounds a source. */
export interface EventColumns {
  readonly event: Event;
  readonly row: number | null;
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
  /** Cartons that stay on the ways of lines that stand; none in the shape `levels`. */
  readonly kept: readonly KeptColumn[];
  /** Binary column of each charter run, by leg. */
  readonly charters: ReadonlyMap<Leg, number>;
  /** In the shape `levels`: each group's row f ≥ t and its column f. */
  readonly open: ReadonlyMap<Group, number>;
  readonly own: ReadonlyMap<Group, number>;
  /** Rows that prices are read from: of each leg by kg, m³ and pallet places (null: it cannot bind), of each place and day, of each need in time, of each floor. */
  readonly rows: {
    readonly capacity: ReadonlyMap<Leg, readonly (number | null)[]>;
    readonly handling: ReadonlyMap<HandlingKey, number>;
    readonly inTime: ReadonlyMap<Group, readonly number[]>;
    readonly floors: ReadonlyMap<Group, number>;
  };
}

/** `levels`: a share that all groups reach is maximised. `plan`: the objective under floors. */
export type Shape = { readonly kind: 'levels' } | { readonly kind: 'plan'; readonly floors: ReadonlyMap<Group, number> };

/** In the shape `levels`, the column t: the share that all open groups reach. */
export const SHARE_COLUMN = 0;

export function buildModel(parts: Parts, shape: Shape): PlanModel {
  const matrix = new Matrix();
  // What is kept rides as it could anyway: levels are the same without.
  const standing = shape.kind === 'plan' ? keptLines(parts) : [];
  const limits = new Limits(parts, shape.kind === 'plan', standing);
  const needs = new NeedRows(parts, shape, matrix);
  limits.rows(matrix);
  const sources = sourceRows(parts.networks, standing, matrix);
  const networks = parts.networks.map((net) => networkColumns(parts, net, matrix, limits, needs, sources));
  for (const line of parts.fixed) needs.fixedLine(line);
  const kept = keptColumns(parts, standing, { matrix, limits, needs, sources });
  return { model: matrix.finish(), networks, kept, charters: limits.charters, open: needs.open, own: needs.own, rows: { capacity: limits.capacity, handling: limits.handling, inTime: needs.inTime, floors: needs.shares } };
}

/** One row for each source that several networks draw from, or a network and lines that stand. */
function sourceRows(networks: readonly Network[], standing: readonly KeptLine[], matrix: Matrix): ReadonlyMap<Source, number> {
  const keeping = standing.flatMap(({ ways }) => ways.map(({ source }) => source));
  const drawn = Map.groupBy([...networks.flatMap(({ events }) => events.flatMap(({ source }) => source ?? [])), ...keeping], (source) => source);
  return new Map([...drawn].flatMap(([source, draws]) => (draws.length > 1 ? [[source, matrix.row('e', -Infinity, source.cartons)] as const] : [])));
}

function networkColumns(parts: Parts, net: Network, matrix: Matrix, limits: Limits, needs: NeedRows, sources: ReadonlyMap<Source, number>): NetworkColumns {
  const { commodity } = net;
  const nodeRows = new Map(net.chains.map((chain) => [chain, Array.from({ length: chain.nodes }, () => matrix.row('n', 0, 0))]));
  const nodeRow = (at: { chain: Chain; node: number }): number => nodeRows.get(at.chain)?.[at.node] ?? -1;
  const waits = new Map(net.chains.map((chain) => [chain, Array.from({ length: chain.nodes - 1 }, (_, node) => matrix.column('w', [[nodeRow({ chain, node }), -1], [nodeRow({ chain, node: node + 1 }), 1]]))]));
  const events = net.events.map((event): EventColumns => {
    const most = event.source?.cartons ?? Infinity;
    const shared = event.source === null ? undefined : sources.get(event.source);
    if (event.groups.length === 0 && event.onward !== null) {
      const into: Entry = [nodeRow(event.onward), 1];
      if (event.source !== null) return { event, row: shared ?? null, rides: [], deliveries: [], enter: matrix.column('s', shared === undefined ? [into] : [into, [shared, 1]], { upper: most }) };
      return { event, row: null, rides: rideColumns(into, event), deliveries: [], enter: null };
    }
    const row = shared ?? matrix.row('e', event.source === null ? 0 : -Infinity, event.source === null ? 0 : most);
    const out = event.source === null ? -1 : 1;
    const rides = rideColumns([row, 1], event);
    const enter = event.onward === null ? null : matrix.column('s', [[row, out], [nodeRow(event.onward), 1]]);
    const deliveries = event.groups.flatMap((group) => needs.deliver(group, event.at, commodity.unitsPerCarton, [row, out]).map((column) => ({ group, column })));
    return { event, row, rides, deliveries, enter };
  });
  return { network: net, events, waits };

  function rideColumns(into: Entry, event: Event): number[] {
    return event.rides.map((ride) => {
      const cost = limits.priced ? cartonPrice(ride.leg.run, commodity.item, parts.problem.weights) : 0;
      return matrix.column('x', [[nodeRow(ride), -1], into, ...limits.of(ride.leg, net)], { cost });
    });
  }
}
