// The planning problem with whole pallets as one mixed program for any solver: cartons on each way, pallet places of each
// consignment in whole numbers. Needs, sources and prices are those of the model by the part, which is a relaxation of it.
// Not here: the model by the part (model.ts), which gives bound and prices; plans (load.ts).

import { wayKey, type Way } from '../ways.ts';
import { itemOf, type Commodity, type Group, type Source } from '../commodities.ts';
import { consignmentKeys, consignmentsByKey, wholePallets } from '../consignments.ts';
import { keptLines, priceOfAll } from '../kept-lines.ts';
import { Matrix, type Entry } from '../matrix.ts';
import type { Parts } from '../model.ts';
import { NeedRows } from '../need-rows.ts';
import { network, type Network } from '../network.ts';
import { carriedPrice } from '../objective.ts';
import type { LinearModel } from '../solver.ts';
import { cartonTakes, runTakes, type HandlingKey, type Leg } from '../timetable.ts';
import { everyWay } from './every-way.ts';

/** With more ways than this there is no program: it would have millions of columns. */
const MOST_WAYS = 200_000;

/**
 * Cartons may be parts, as in the model by the part; where a solver is told that `x` is integer too, its optimum is that of whole
 * cartons, for a group may get less than a carton more than it asks for (`o`).
 * @returns null where there are too many ways.
 */
export function wholeModel(parts: Parts, goods: readonly Commodity[], floors: ReadonlyMap<Group, number>): LinearModel | null {
  const networks = goods.map((commodity) => network(parts.problem, parts.table, commodity, parts.groups));
  const ways = everyWay(networks, MOST_WAYS);
  return ways === null ? null : new Program({ ...parts, networks }, networks, ways, floors).finish();
}

class Program {
  readonly #parts: Parts;
  readonly #matrix = new Matrix();
  readonly #needs: NeedRows;
  readonly #sources = new Map<Source, number>();
  /** Row of each consignment. */
  readonly #together = new Map<string, number>();
  readonly #legs = new Map<Leg, { readonly kg: number; readonly m3: number; readonly positions: number; readonly opened: number | null }>();
  readonly #handling = new Map<HandlingKey, number>();
  readonly #brings = new Map<string, number>();
  readonly #over = new Map<Group, number>();
  /** For ways of lines that stand: cartons that stay ride. */
  readonly #rides = new Map<string, number>();

  constructor(parts: Parts, networks: readonly Network[], ways: readonly Way[], floors: ReadonlyMap<Group, number>) {
    this.#parts = parts;
    this.#needs = new NeedRows(parts, { kind: 'plan', floors }, this.#matrix);
    for (const leg of new Set([...parts.fixed.flatMap(({ legs }) => legs), ...ways.flatMap(({ legs }) => legs)].toSorted((a, b) => a.index - b.index))) this.#legRows(leg);
    this.#places(ways);
    for (const { commodity: { sources } } of networks) for (const source of sources) if (!this.#sources.has(source)) this.#sources.set(source, this.#matrix.row('e', -Infinity, source.cartons));
    const kept = this.#keptRows();
    for (const way of ways) this.#way(way);
    for (const line of parts.fixed) this.#needs.fixedLine(line);
    for (const { rows, euros } of kept) this.#matrix.column('a', rows.map((row): Entry => [row, 1]), { cost: -euros });
  }

  finish(): LinearModel {
    return this.#matrix.finish();
  }

  #legRows(leg: Leg): void {
    const { book, problem, fixed, table } = this.#parts;
    const { charter } = leg.run;
    const left = book.left(leg);
    const room = { kg: left.kg, m3: left.m3, positions: Math.floor(runTakes(leg.run).positions) };
    const row = (most: number): number => (most === Infinity ? -1 : this.#matrix.row('c', -Infinity, charter === null ? Math.max(0, most) : 0));
    const opened = charter === null ? null : this.#matrix.row('l', -Infinity, 0);
    const rows = { kg: row(room.kg), m3: row(room.m3), positions: row(room.positions), opened };
    this.#legs.set(leg, rows);
    for (const day of [leg.out, leg.in]) if (day !== null && !this.#handling.has(day)) this.#handling.set(day, this.#matrix.row('h', -Infinity, table.handling.get(day) ?? 0));
    if (charter === null || opened === null) return;
    const all = problem.supplies.reduce((sum, { cartons }) => sum + cartons, 0);
    const gives: Entry[] = ([['kg', room.kg], ['m3', room.m3], ['positions', room.positions]] as const).flatMap(([of, most]) => (rows[of] < 0 ? [] : [[rows[of], -Math.max(0, most)] as const]));
    this.#matrix.column('z', [...gives, [opened, -all]], { cost: problem.weights.costWeight * charter.fixedEuros, lower: fixed.some(({ legs }) => legs.includes(leg)) ? 1 : 0, upper: 1, integer: true });
  }

  /** A row and a whole column for each consignment. What frozen lines begin is there; their price by the part comes off, for their places are columns. */
  #places(ways: readonly Way[]): void {
    const { fixed, problem } = this.#parts;
    const frozen = fixed.map(({ frozen: { recipient, cartons }, supply, legs }) => ({ recipient, cartons, item: itemOf(problem, supply.item), legs }));
    const there = new Map([...consignmentsByKey(frozen)].map(([key, { parts }]) => [key, parts]));
    const most = new Map<string, { leg: Leg; parts: number }>();
    const note = ({ recipient, item, legs }: (typeof frozen)[number], parts: number): void => {
      for (const [at, key] of consignmentKeys(recipient, item, legs).entries()) {
        const leg = legs[at];
        if (leg !== undefined) most.set(key, { leg, parts: (most.get(key)?.parts ?? there.get(key) ?? 0) + parts });
      }
    };
    for (const line of frozen) note(line, 0);
    for (const way of ways) note({ recipient: way.group.recipient.recipient, item: way.commodity.item, legs: way.legs, cartons: 0 }, mostOn(way) * cartonTakes(way.commodity.item).positions);
    let byPart = 0;
    for (const [key, { leg, parts }] of most) {
      const begun = there.get(key) ?? 0;
      const row = this.#matrix.row('p', -Infinity, -begun);
      const limits = [this.#legs.get(leg)?.positions ?? -1, ...[leg.out, leg.in].map((day) => (day === null ? -1 : (this.#handling.get(day) ?? -1)))].filter((limit) => limit >= 0);
      const price = problem.weights.costWeight * leg.run.eurosPerPallet;
      byPart += begun * price;
      this.#together.set(key, row);
      this.#matrix.column('p', [[row, -1], ...limits.map((limit): Entry => [limit, 1])], { cost: price, lower: wholePallets(begun), upper: wholePallets(parts), integer: true });
    }
    if (byPart > 0) this.#matrix.column('f', [], { cost: -byPart, lower: 1, upper: 1 });
  }

  #way(way: Way): void {
    const { commodity, source, legs, group } = way;
    const takes = cartonTakes(commodity.item);
    const entries: Entry[] = [[this.#sources.get(source) ?? -1, 1], [this.#bringsRow(way), 1]];
    for (const [at, key] of consignmentKeys(group.recipient.recipient, commodity.item, legs).entries()) {
      const leg = legs[at];
      const rows = leg === undefined ? undefined : this.#legs.get(leg);
      if (rows === undefined) continue;
      entries.push([this.#together.get(key) ?? -1, takes.positions]);
      if (rows.kg >= 0) entries.push([rows.kg, takes.kg]);
      if (rows.m3 >= 0) entries.push([rows.m3, takes.m3]);
      if (rows.opened !== null) entries.push([rows.opened, 1]);
    }
    const rides = this.#rides.get(wayKey(way));
    if (rides !== undefined) entries.push([rides, -1]);
    this.#matrix.column('x', entries, { cost: legs.reduce((sum, leg) => sum + carriedPrice(leg.run, commodity.item, this.#parts.problem.weights), 0), upper: mostOn(way) });
  }

  /** What comes to a group at a moment, in cartons of one packing, goes to its needs; or is over. */
  #bringsRow({ commodity, group, arrives }: Way): number {
    const key = `${group.index} ${arrives} ${commodity.unitsPerCarton}`;
    const known = this.#brings.get(key);
    if (known !== undefined) return known;
    const row = this.#matrix.row('b', 0, 0);
    this.#brings.set(key, row);
    this.#needs.deliver(group, arrives, commodity.unitsPerCarton, [row, -1]);
    this.#matrix.column('o', [[row, -1], [this.#overRow(group), commodity.unitsPerCarton / group.item.unitsPerCarton]]);
    return row;
  }

  /** Less than the largest carton of the item. */
  #overRow(group: Group): number {
    const known = this.#over.get(group);
    if (known !== undefined) return known;
    const largest = Math.max(...this.#parts.networks.flatMap(({ commodity }) => (commodity.item.item === group.item.item ? [commodity.unitsPerCarton] : [])));
    const row = this.#matrix.row('d', -Infinity, (largest - 1) / group.item.unitsPerCarton);
    this.#over.set(group, row);
    return row;
  }

  /** Cartons that stay on lines that stand: no more than the line has, than its lot has there, than ride on its way. Their rows stand before the ways'. */
  #keptRows(): Kept[] {
    const price = priceOfAll(this.#parts.problem);
    if (price > 0) this.#matrix.column('f', [], { cost: price, lower: 1, upper: 1 });
    const lots = new Map<string, number>();
    const rowOf = (known: Map<string, number>, key: string, most: number): number => {
      const row = known.get(key) ?? this.#matrix.row('e', -Infinity, most);
      known.set(key, row);
      return row;
    };
    return keptLines(this.#parts).flatMap(({ line, ways }) => {
      const stays = this.#matrix.row('e', -Infinity, line.cartons);
      return ways.map((way): Kept => ({ rows: [stays, rowOf(this.#rides, wayKey(way), 0), rowOf(lots, `${way.commodity.index} ${way.commodity.sources.indexOf(way.source)} ${line.lot}`, way.lotCartons)], euros: line.eurosPerCarton }));
    });
  }
}

interface Kept {
  readonly rows: readonly number[];
  readonly euros: number;
}

/** Whole cartons of a way, at most. */
const mostOn = ({ source, group, commodity }: Way): number => Math.min(source.cartons, Math.ceil(group.units / commodity.unitsPerCarton));
