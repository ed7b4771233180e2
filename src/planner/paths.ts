// Flows of the solved model → paths: so many cartons (still fractional) from a source by these legs to a recipient.
// Flow decomposition on a network without cycles: follow each delivery back to where its goods came from.

import type { Commodity, Group, Source } from './commodities.ts';
import type { Chain, Event } from './network.ts';
import type { EventColumns, NetworkColumns, PlanModel } from './model.ts';
import type { Leg } from './timetable.ts';

export interface Path {
  readonly commodity: Commodity;
  readonly source: Source;
  readonly legs: readonly Leg[];
  readonly group: Group;
  /** Milliseconds since 1970. */
  readonly arrives: number;
  readonly cartons: number;
}

/** Flows below this many cartons are rounding. */
const DUST = 1e-7;

export function paths(plan: PlanModel, columns: Float64Array): Path[] {
  return plan.networks.flatMap((net) => new Decomposition(net, columns).paths());
}

/** Where goods at a node may have come from. */
type Inflow = { readonly kind: 'wait'; readonly column: number } | { readonly kind: 'event'; readonly of: EventColumns; readonly column: number | null };

class Decomposition {
  readonly #net: NetworkColumns;
  readonly #left: Map<number, number> = new Map();
  readonly #inflows = new Map<Chain, Inflow[][]>();

  constructor(net: NetworkColumns, columns: Float64Array) {
    this.#net = net;
    for (const { rides, deliveries, enter } of net.events)
      for (const column of [...rides, ...deliveries.map((delivery) => delivery.column), ...(enter === null ? [] : [enter])]) this.#left.set(column, Math.max(0, columns[column] ?? 0));
    for (const [chain, waits] of net.waits) {
      for (const column of waits) this.#left.set(column, Math.max(0, columns[column] ?? 0));
      this.#inflows.set(chain, Array.from({ length: chain.nodes }, (_, node) => (node === 0 ? [] : [{ kind: 'wait', column: waits[node - 1] ?? -1 }])));
    }
    for (const of of net.events) {
      const onward = of.event.onward;
      if (onward !== null) this.#inflows.get(onward.chain)?.[onward.node]?.push({ kind: 'event', of, column: of.enter });
    }
  }

  paths(): Path[] {
    const found: Path[] = [];
    for (const of of this.#net.events)
      for (const { group, column } of of.deliveries)
        while (this.#flow(column) > DUST) {
          const trace = this.#traceBack(of);
          const cartons = Math.min(this.#flow(column), trace.most);
          this.#spend([column, ...trace.columns], cartons);
          if (trace.source === null) { this.#left.set(column, 0); break; }
          if (cartons > DUST) found.push({ commodity: this.#net.network.commodity, source: trace.source, legs: trace.legs, group, arrives: of.event.at, cartons });
        }
    return found;
  }

  #flow(column: number): number {
    return this.#left.get(column) ?? 0;
  }

  #spend(columns: readonly number[], cartons: number): void {
    for (const column of columns) this.#left.set(column, Math.max(0, this.#flow(column) - cartons));
  }

  /** Always by the column with most flow left, so that paths are few. `source` is null where only rounding is left. */
  #traceBack(end: EventColumns): { source: Source | null; legs: Leg[]; columns: number[]; most: number } {
    const legs: Leg[] = [];
    const columns: number[] = [];
    let most = Infinity;
    const pass = (column: number): boolean => {
      columns.push(column);
      most = Math.min(most, this.#flow(column));
      return this.#flow(column) > DUST / 10;
    };
    let event: Event = end.event;
    let rides: readonly number[] = end.rides;
    for (;;) {
      if (event.source !== null) return { source: event.source, legs, columns, most };
      const best = rides.reduce((top, column, index) => (this.#flow(column) > this.#flow(rides[top] ?? -1) ? index : top), 0);
      const ride = event.rides[best];
      if (ride === undefined || !pass(rides[best] ?? -1)) return { source: null, legs, columns: [], most: 0 };
      legs.unshift(ride.leg);
      const before = this.#comeFrom(ride.chain, ride.node, pass);
      if (before === null) return { source: null, legs, columns: [], most: 0 };
      event = before.event;
      rides = before.rides;
    }
  }

  #comeFrom(chain: Chain, start: number, pass: (column: number) => boolean): EventColumns | null {
    for (let node = start; node >= 0; node -= 1) {
      const flows = (this.#inflows.get(chain)?.[node] ?? []).map((inflow) => ({ inflow, flow: this.#inflowOf(inflow) }));
      const best = flows.reduce<(typeof flows)[number] | null>((top, candidate) => (top === null || candidate.flow > top.flow ? candidate : top), null);
      if (best === null || best.flow <= DUST / 10) return null;
      if (best.inflow.column !== null && !pass(best.inflow.column)) return null;
      if (best.inflow.kind === 'event') return best.inflow.of;
    }
    return null;
  }

  /** Rides that lead straight to a node carry the event's flow themselves. */
  #inflowOf(inflow: Inflow): number {
    return inflow.column !== null ? this.#flow(inflow.column) : inflow.kind === 'event' ? Math.max(0, ...inflow.of.rides.map((column) => this.#flow(column))) : 0;
  }
}
