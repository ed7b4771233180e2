// An instance as a program for a solver of linear programs. Its answer is a plan; its duals are prices. Rows and columns as in
// complete-model.ts, but pools have a node only where something comes in after something could leave. Floors are rows besides:
// units that a block gets in time; charters are integer columns that give their capacities their room.
// Not here: what is near the best alone, for a solver of our own (scan/polish/restricted.ts).

import { Matrix, type Entry } from '../matrix.ts';
import type { LinearModel, Solution } from '../solver.ts';
import { roomsOf, type Charters } from '../charters/charters.ts';
import type { Dual } from '../scan/dual.ts';
import { MEASURES, unitCost, type Floors } from '../scan/scan-problem.ts';
import { limitsOf } from '../scan/traffic.ts';
import { emptyPlan, type ScanPlan } from '../scan/ship.ts';
import { handOver, type Gathered } from './parting.ts';

export interface Besides {
  readonly floors?: Floors;
  /** The dual's supply is with every one flown. */
  readonly charters?: Charters;
}

interface ArcProgram {
  readonly model: LinearModel;
  /** @param prices of what has no row in the program. */
  read(solution: Solution, prices: Float64Array): ArcSolution;
}

export interface ArcSolution {
  readonly plan: ScanPlan;
  readonly prices: Float64Array;
  /** By floor: euros that a unit less of it would relieve; 0 where it is 0. */
  readonly floorPrices: Float64Array;
  /** By charter, how often it is flown. */
  readonly flown: Float64Array;
}

export function arcProgram(dual: Dual, besides: Besides = {}): ArcProgram {
  const builder = new Builder(dual, besides);
  const model = builder.build();
  return { model, read: (solution, prices) => builder.read(solution, prices) };
}

class Builder {
  readonly #dual: Dual;
  readonly #besides: Besides;
  readonly #matrix = new Matrix();
  readonly #limits: ReturnType<typeof limitsOf>;
  /** By price: the row; −1: none yet. */
  readonly #rows: Int32Array;
  readonly #gathered: Gathered[] = [];
  /** By floor; −1: it is 0. */
  readonly #floorRows: Int32Array;
  /** 1 where a capacity is a charter's: it has no room of its own. */
  readonly #chartered: Uint8Array;
  #flights: readonly number[] = [];
  /** Column of each slot and arrival; −1: none. A slot without a column of its own is the sum of what leaves it. */
  readonly #slotColumn: Int32Array;
  readonly #arrivalColumn: Int32Array;
  /** By slot: what leaves it stands on this row, or on the row of the pool that it takes from. */
  readonly #nodeOf: Int32Array;
  readonly #rowOf: Int32Array;

  constructor(dual: Dual, besides: Besides) {
    const { instance } = dual;
    this.#dual = dual;
    this.#besides = besides;
    this.#limits = limitsOf(instance);
    this.#floorRows = new Int32Array(besides.floors?.units.length ?? 0).fill(-1);
    this.#chartered = new Uint8Array(instance.prices);
    this.#rows = new Int32Array(instance.prices).fill(-1);
    this.#slotColumn = new Int32Array(instance.slotDeparture.length).fill(-1);
    this.#arrivalColumn = new Int32Array(instance.arrivalSlot.length).fill(-1);
    this.#nodeOf = new Int32Array(instance.slotDeparture.length).fill(-1);
    this.#rowOf = new Int32Array(instance.slotDeparture.length).fill(-1);
  }

  build(): LinearModel {
    const { charters } = this.#besides;
    const rooms = charters === undefined ? null : roomsOf(this.#dual.instance.problem, charters);
    for (const capacity of rooms?.capacity ?? []) this.#chartered[capacity] = 1;
    for (let k = 0; k < this.#dual.instance.problem.commodities.count; k += 1) this.#commodity(k);
    this.#deliveries();
    if (charters !== undefined && rooms !== null)
      this.#flights = Array.from(charters.cost, (cost, charter) => {
        const room: Entry[] = [];
        for (let at = rooms.start[charter] as number; at < (rooms.start[charter + 1] as number); at += 1) room.push([this.#row(rooms.capacity[at] as number), -(rooms.room[at] as number)]);
        return this.#matrix.column('z', room, { cost, upper: charters.most[charter] as number, integer: true });
      });
    return this.#matrix.finish();
  }

  #row(price: number): number {
    if ((this.#rows[price] as number) < 0) this.#rows[price] = this.#matrix.row('c', -Infinity, this.#chartered[price] === 1 ? 0 : (this.#dual.supply[price] as number));
    return this.#rows[price] as number;
  }

  /** What a unit of the slot takes: of the pool's node, and of everything that is limited. */
  #takes(slot: number): { readonly entries: Entry[]; readonly cost: number } {
    const { slotDeparture, slotCommodity, problem } = this.#dual.instance;
    const departure = slotDeparture[slot] as number;
    const k = slotCommodity[slot] as number;
    if (departure < 0) return { entries: [[this.#row(problem.capacities.count - 1 - departure), 1]], cost: 0 };
    const entries: Entry[] = [[this.#nodeOf[slot] as number, 1]];
    const { limitStart, limits, limitMeasure } = this.#limits;
    for (let measure = 0; measure < MEASURES; measure += 1) {
      const load = problem.commodities.load[k * MEASURES + measure] as number;
      if (load > 0) for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) if (limitMeasure[at] === measure) entries.push([this.#row(limits[at] as number), load]);
    }
    return { entries, cost: unitCost(problem, k, departure) };
  }

  #commodity(k: number): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line } = this.#dual.instance;
    const ways = this.#leaving(k);
    const node = new Int32Array(line.pools).fill(-1);
    const left = new Uint8Array(line.pools);
    const enter = (pool: number): number => {
      const old = node[pool] as number;
      if (old >= 0 && left[pool] === 0) return old;
      const fresh = this.#matrix.row('n', -Infinity, 0);
      if (old >= 0) this.#matrix.column('w', [[old, 1], [fresh, -1]]);
      left[pool] = 0;
      return (node[pool] = fresh);
    };
    let slot = slotStart[k] as number;
    let arrival = arrivalStart[k] as number;
    for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
      for (; slot < (slotEnd[round] as number); slot += 1) {
        const pool = slotPool[slot] as number;
        if ((slotDeparture[slot] as number) >= 0) {
          if ((node[pool] as number) < 0) continue;
          this.#nodeOf[slot] = node[pool] as number;
          left[pool] = 1;
        }
        // Goods that go to one pool and nowhere else need no row to part them.
        if ((ways[slot - (slotStart[k] as number)] as number) === 1) continue;
        this.#rowOf[slot] = this.#matrix.row('e', 0, 0);
        const { entries, cost } = this.#takes(slot);
        this.#slotColumn[slot] = this.#matrix.column('x', [...entries, [this.#rowOf[slot] as number, -1]], { cost });
      }
      for (; arrival < (arrivalEnd[round] as number); arrival += 1) {
        const from = arrivalSlot[arrival] as number;
        if (!this.#stands(from)) continue;
        const into = enter(arrivalPool[arrival] as number);
        if ((this.#rowOf[from] as number) >= 0) this.#arrivalColumn[arrival] = this.#matrix.column('o', [[this.#rowOf[from] as number, 1], [into, -1]]);
        else {
          const { entries, cost } = this.#takes(from);
          this.#arrivalColumn[arrival] = this.#matrix.column('x', [...entries, [into, -1]], { cost });
        }
      }
    }
  }

  #stands(slot: number): boolean {
    return (this.#dual.instance.slotDeparture[slot] as number) < 0 || (this.#nodeOf[slot] as number) >= 0;
  }

  /** For each slot of a commodity: 1 where its goods go into one pool only, or to recipients only. */
  #leaving(k: number): Uint8Array {
    const { slotStart, arrivalStart, arrivalSlot } = this.#dual.instance;
    const [first, end] = [slotStart[k] as number, slotStart[k + 1] as number];
    const pools = new Uint8Array(end - first);
    for (let arrival = arrivalStart[k] as number; arrival < (arrivalStart[k + 1] as number); arrival += 1) pools[(arrivalSlot[arrival] as number) - first] = Math.min(3, (pools[(arrivalSlot[arrival] as number) - first] as number) + 1);
    return pools.map((count, slot) => (count + (this.#delivers[first + slot] as number) <= 1 ? 1 : 2));
  }

  /** 1 where a slot has an option. */
  get #delivers(): Uint8Array {
    if (this.#options === null) {
      this.#options = new Uint8Array(this.#slotColumn.length);
      for (const slot of this.#dual.instance.optionSlot) this.#options[slot] = 1;
    }
    return this.#options;
  }
  #options: Uint8Array | null = null;

  /** What is handed over in time, and what late, is first gathered by need and then parted among its pieces: waiting costs them the same. A need of one piece has nothing to part. */
  #deliveries(): void {
    const { blocks, optionStart, optionSlot, pieceSegment, valueStart, value, pieceUnits, problem: { segments, lateShare } } = this.#dual.instance;
    for (const [floor, units] of this.#besides.floors?.units.entries() ?? []) if (units > 0) this.#floorRows[floor] = this.#matrix.row('g', units, Infinity);
    for (let block = 0; block < blocks; block += 1)
      for (const pieces of this.#needsOf(block)) {
        const [first] = pieces as [number, ...number[]];
        const segment = pieceSegment[first] as number;
        const only = pieces.length === 1 ? first : null;
        const gathered: Gathered = { only, timely: { row: -1, options: [], parts: [] }, late: { row: -1, options: [], parts: [] } };
        for (let option = optionStart[block] as number; option < (optionStart[block + 1] as number); option += 1) {
          const offset = option - (optionStart[block] as number);
          const slot = optionSlot[option] as number;
          const timely = this.#readyAt(slot) < (segments.until[segment] as number);
          const floor = timely ? (this.#floorRows[this.#besides.floors?.ofSegment[segment] ?? -1] ?? -1) : -1;
          if (!this.#stands(slot) || (floor < 0 && pieces.every((piece) => (value[(valueStart[piece] as number) + offset] as number) <= 0))) continue;
          const side = timely ? gathered.timely : gathered.late;
          if (side.row < 0) {
            side.row = only === null ? this.#matrix.row('d', 0, 0) : this.#matrix.row('k', -Infinity, pieceUnits[only] as number);
            if (only !== null) gathered.timely.row = gathered.late.row = side.row;
          }
          const row = this.#rowOf[slot] as number;
          const { entries, cost } = row >= 0 ? { entries: [[row, 1] as Entry], cost: 0 } : this.#takes(slot);
          const onto: Entry[] = [[side.row, 1], ...(floor < 0 ? [] : [[floor, 1] as const])];
          const parting = only === null ? (timely ? 1 : lateShare) * (segments.worth[segment] as number) : 0;
          side.options.push({ offset, slot, column: this.#matrix.column('y', [...entries, ...onto], { cost: cost + parting - (value[(valueStart[first] as number) + offset] as number) }) });
        }
        if (only === null) for (const piece of pieces) {
          const full = this.#matrix.row('k', -Infinity, pieceUnits[piece] as number);
          for (const [side, counted] of [[gathered.timely, 1], [gathered.late, lateShare]] as const)
            if (side.row >= 0) side.parts.push({ piece, column: this.#matrix.column('v', [[side.row, -1], [full, 1]], { cost: -counted * (segments.worth[pieceSegment[piece] as number] as number) }) });
        }
        this.#gathered.push(gathered);
      }
  }

  /** Pieces of a block by what they have in common: window, and what waiting costs. */
  #needsOf(block: number): Iterable<readonly number[]> {
    const { optionStart, pieceStart, pieceSegment, problem: { segments } } = this.#dual.instance;
    if (optionStart[block] === optionStart[block + 1]) return [];
    const pieces = Array.from({ length: (pieceStart[block + 1] as number) - (pieceStart[block] as number) }, (_, at) => (pieceStart[block] as number) + at);
    return Map.groupBy(pieces, (piece) => [segments.from, segments.until, segments.decay].map((of) => of[pieceSegment[piece] as number]).join(' ')).values();
  }

  #readyAt(slot: number): number {
    const { slotDeparture, problem: { departures, stocks } } = this.#dual.instance;
    const departure = slotDeparture[slot] as number;
    return (departure >= 0 ? departures.ready[departure] : stocks.available[-1 - departure]) as number;
  }

  read({ columns, duals }: Solution, prices: Float64Array): ArcSolution {
    const { instance } = this.#dual;
    const plan = emptyPlan(instance);
    const flow = (column: number): number => (column < 0 ? 0 : Math.max(0, columns[column] ?? 0));
    for (const [arrival, column] of this.#arrivalColumn.entries()) {
      plan.forwarded[arrival] = flow(column);
      const slot = instance.arrivalSlot[arrival] as number;
      if ((this.#rowOf[slot] as number) < 0) plan.shipped[slot] = (plan.shipped[slot] as number) + flow(column);
    }
    for (const [slot, column] of this.#slotColumn.entries()) if (column >= 0) plan.shipped[slot] = flow(column);
    for (const need of this.#gathered) {
      for (const { slot, column } of [...need.timely.options, ...need.late.options]) if ((this.#rowOf[slot] as number) < 0) plan.shipped[slot] = (plan.shipped[slot] as number) + flow(column);
      handOver(need, flow, (piece, offset, units) => void (plan.delivered[(instance.valueStart[piece] as number) + offset] = units));
    }
    return {
      plan,
      prices: prices.map((price, index) => ((this.#rows[index] as number) < 0 ? price : Math.max(0, -(duals[this.#rows[index] as number] ?? 0)))),
      floorPrices: Float64Array.from(this.#floorRows, (row) => Math.max(0, duals[row] ?? 0)),
      flown: Float64Array.from(this.#flights, (column) => Math.round(columns[column] ?? 0)),
    };
  }
}
