// Rows and columns of the model that speak of needs: segments, deliveries, floors, levels, and what frozen lines bring.
// Not here: networks (model.ts), capacities (limits.ts).

import { itemOf, type Group } from './commodities.ts';
import { serves, unitsBrought, type FixedLine } from './frozen.ts';
import type { Entry, Matrix } from './matrix.ts';
import type { Parts, Shape } from './model.ts';
import { cartonPrice, counted, delayEuros, inTime } from './objective.ts';

/** Taken off every floor, so that rounding in the solver never makes the last program infeasible. */
export const FLOOR_SLACK = 1e-7;

/** Rows of needs, counted in cartons of the item master so that all coefficients stay near 1. */
export class NeedRows {
  readonly shares = new Map<Group, number>();
  readonly open = new Map<Group, number>();
  readonly own = new Map<Group, number>();
  readonly #parts: Parts;
  readonly #shape: Shape;
  readonly #matrix: Matrix;
  readonly inTime = new Map<Group, readonly number[]>();
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
      if (!this.#parts.fixed.some((line) => serves(line, group))) continue;
      const brought = unitsBrought(this.#parts.fixed, group);
      this.#rest.set(group, this.#matrix.row('d', -Infinity, Math.max(0, group.units - brought) / group.item.unitsPerCarton));
    }
  }

  /** share of the group ≥ its own level f ≥ t: a group is settled by letting go of f ≥ t and holding f, which changes bounds only. */
  #levelRows(): void {
    const common: Entry[] = [];
    for (const group of this.#parts.groups) {
      this.inTime.set(group, group.needs.map((need) => this.#matrix.row('d', -Infinity, need.units / group.item.unitsPerCarton)));
      this.shares.set(group, this.#matrix.row('g', 0, Infinity));
      this.open.set(group, this.#matrix.row('b', 0, Infinity));
      common.push([this.open.get(group) ?? -1, -1]);
    }
    this.#matrix.column('t', common, { cost: -1, upper: 1 });
    for (const group of this.#parts.groups) this.own.set(group, this.#matrix.column('f', [[this.shares.get(group) ?? -1, -1], [this.open.get(group) ?? -1, 1]], { upper: 1 }));
  }

  #planRows(floors: ReadonlyMap<Group, number>): void {
    const { problem, fixed } = this.#parts;
    const price = ({ legs, supply }: FixedLine): number => legs.reduce((sum, leg) => sum + cartonPrice(leg.run, itemOf(problem, supply.item), problem.weights), 0);
    const fixedEuros = fixed.reduce((sum, line) => sum + line.frozen.cartons * price(line), 0);
    if (fixedEuros > 0) this.#matrix.column('f', [], { cost: fixedEuros, lower: 1, upper: 1 });
    for (const group of this.#parts.groups) {
      const cuts = group.needs.map((need) => this.#segmentRows(group, need));
      this.inTime.set(group, cuts.map((cut) => cut.inTime));
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

  /** Columns, in cartons, from an event to each need of the group that an arrival at that moment serves. */
  deliver(group: Group, at: number, unitsPerCarton: number, from: Entry): number[] {
    const rest = this.#rest.get(group);
    return this.#columns(group, at, unitsPerCarton, rest === undefined ? [from] : [from, [rest, unitsPerCarton / group.item.unitsPerCarton]]);
  }

  #columns(group: Group, at: number, unitsPerCarton: number, from: readonly Entry[]): number[] {
    const { weights } = this.#parts.problem;
    const asOf = this.#parts.table.asOf;
    return group.needs.flatMap((need, which) => {
      const timely = inTime(need, at);
      if (!timely && (this.#shape.kind === 'levels' || counted(need, at, weights) === 0)) return [];
      const row = (timely ? this.inTime : this.#late).get(group)?.[which] ?? -1;
      const share = timely ? this.shares.get(group) : undefined;
      const entries: Entry[] = [...from, [row, unitsPerCarton / group.item.unitsPerCarton], ...(share === undefined ? [] : [[share, unitsPerCarton / group.units] as const])];
      const cost = this.#shape.kind === 'plan' ? delayEuros(need.weights, need, at, asOf, weights) * unitsPerCarton : 0;
      return [this.#matrix.column('y', entries, { cost })];
    });
  }

  /** A frozen line's cartons are delivered whatever happens; which needs they serve is still open. */
  fixedLine(line: FixedLine): void {
    const group = this.#parts.groups.find((candidate) => serves(line, candidate));
    if (group === undefined) return;
    const row = this.#matrix.row('e', -Infinity, line.frozen.cartons);
    this.#columns(group, line.arrives, line.supply.unitsPerCarton, [[row, 1]]);
  }
}
