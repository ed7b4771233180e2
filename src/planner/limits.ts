// Rows of the model that limit what moves: capacities of runs, handling, charters that must be opened first.
// Not here: networks (model.ts), needs (need-rows.ts).

import type { CharterId } from '../domain/ids.ts';
import type { Group } from './commodities.ts';
import { mostOver, type KeptLine } from './kept-lines.ts';
import type { Entry, Matrix } from './matrix.ts';
import type { Parts } from './model.ts';
import type { Network } from './network.ts';
import { cartonTakes, type HandlingKey, type Leg } from './timetable.ts';

/** Capacity, handling and charter rows. A row that nothing could bind is left out. */
export class Limits {
  readonly charters = new Map<Leg, number>();
  readonly priced: boolean;
  readonly #parts: Parts;
  readonly capacity = new Map<Leg, readonly (number | null)[]>();
  readonly handling = new Map<HandlingKey, number>();
  readonly #links = new Map<string, number>();
  readonly #order = new Map<Leg, Entry[]>();
  /** Cartons of each network that could ever ride. */
  readonly #could: ReadonlyMap<Network, number>;

  constructor(parts: Parts, priced: boolean, standing: readonly KeptLine[]) {
    this.#parts = parts;
    this.priced = priced;
    const over = mostOver(parts.networks.map(({ commodity }) => commodity), parts.fixed, standing);
    this.#could = new Map(parts.networks.map((net) => [net, cartonsAtMost(net, parts.groups, over)]));
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
    this.capacity.set(leg, rows);
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
      if (pallets > limit) this.handling.set(key, matrix.row('h', -Infinity, limit));
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
  of(leg: Leg, net: Pick<Network, 'commodity'>): Entry[] {
    const takes = takesOf(net);
    const entries: Entry[] = (this.capacity.get(leg) ?? []).flatMap((row, which) => (row === null ? [] : [[row, takes[which] ?? 0] as const]));
    for (const key of [leg.out, leg.in]) {
      const row = key === null ? undefined : this.handling.get(key);
      if (row !== undefined) entries.push([row, takes[2] ?? 0]);
    }
    const link = this.#links.get(`${leg.index} ${net.commodity.index}`);
    if (link !== undefined) entries.push([link, 1]);
    return entries;
  }
}

const takesOf = (net: Pick<Network, 'commodity'>): [number, number, number] => {
  const takes = cartonTakes(net.commodity.item);
  return [takes.kg, takes.m3, takes.positions];
};

/** No more cartons ever ride than there are, nor than whoever may have them asks for, with what may be over on lines that stand. */
function cartonsAtMost({ commodity }: Network, groups: readonly Group[], over: ReadonlyMap<Group, number>): number {
  const there = commodity.sources.reduce((sum, source) => sum + source.cartons, 0);
  const asked = groups.filter((group) => group.item.item === commodity.item.item && commodity.recipients.has(group.recipient.recipient)).reduce((sum, group) => sum + (group.units + (over.get(group) ?? 0)) / commodity.unitsPerCarton, 0);
  return Math.min(there, asked);
}
