// The program that is left when only rides, arrivals and values near the best are kept, and only the capacities that are
// nearly full. Pools have a node where something that is kept comes in after something that is kept could leave; a slot whose
// goods can go several ways has a row that parts them. Every row says "at most". Columns are kg of heat, rows are scaled so
// that entries are about 1, and costs are shares of what a kg of need is worth.
// Not here: which are near (near.ts), where the solution begins (start.ts), what it says (solution.ts).

import type { Dual } from '../dual.ts';
import { loadOf, unitCost } from '../scan-problem.ts';
import type { ScanPlan } from '../ship.ts';
import type { Traffic } from '../traffic.ts';
import type { Program } from './interior.ts';

/** 1 where it is kept. Grows from round to round. */
export interface Kept {
  readonly slot: Uint8Array;
  readonly arrival: Uint8Array;
  readonly value: Uint8Array;
  /** Of the prices: a capacity that is left out has room enough. */
  readonly price: Uint8Array;
}

/** Numbers of columns and rows by what they are; −1: none. Nodes and waits by the arrival that opened the node. */
export interface Restricted {
  readonly program: Program;
  /** Kg of heat that a column's 1 is, and euros that the objective's 1 is. */
  readonly kg: number;
  readonly euros: number;
  readonly slotColumn: Int32Array;
  readonly arrivalColumn: Int32Array;
  readonly valueColumn: Int32Array;
  readonly priceRow: Int32Array;
  /** What a row's entries were divided by. */
  readonly rowScale: Float64Array;
  /** Where the solution begins: columns, as the plan at hand has them; rows, as the labels price them. */
  readonly flow: Float64Array;
  readonly worth: Float64Array;
}

export function restricted(dual: Dual, traffic: Traffic, kept: Kept, plan: ScanPlan | null, prices: Float64Array): Restricted {
  return new Builder(dual, traffic, kept, plan, prices).build();
}

class Builder {
  readonly #dual: Dual;
  readonly #traffic: Traffic;
  readonly #kept: Kept;
  readonly #plan: ScanPlan | null;
  readonly #prices: Float64Array;
  readonly #kg: number;
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];
  readonly #cost: number[] = [];
  readonly #flow: number[] = [];
  readonly #most: number[] = [];
  readonly #scale: number[] = [];
  readonly #worth: number[] = [];
  readonly #slotColumn: Int32Array;
  readonly #arrivalColumn: Int32Array;
  readonly #valueColumn: Int32Array;
  readonly #priceRow: Int32Array;
  readonly #nodeOf: Int32Array;
  readonly #rowOf: Int32Array;
  readonly #ways: Uint8Array;

  constructor(dual: Dual, traffic: Traffic, kept: Kept, plan: ScanPlan | null, prices: Float64Array) {
    const { instance } = dual;
    this.#dual = dual;
    this.#traffic = traffic;
    this.#kept = kept;
    this.#plan = plan;
    this.#prices = prices;
    this.#kg = kgOfPieces(instance);
    this.#slotColumn = new Int32Array(instance.slotDeparture.length).fill(-1);
    this.#arrivalColumn = new Int32Array(instance.arrivalSlot.length).fill(-1);
    this.#valueColumn = new Int32Array(instance.value.length).fill(-1);
    this.#priceRow = new Int32Array(instance.prices).fill(-1);
    this.#nodeOf = new Int32Array(instance.slotDeparture.length).fill(-1);
    this.#rowOf = new Int32Array(instance.slotDeparture.length).fill(-1);
    this.#ways = waysFrom(instance, kept);
  }

  build(): Restricted {
    const { instance } = this.#dual;
    for (let k = 0; k < instance.problem.commodities.count; k += 1) this.#commodity(k);
    for (let block = 0; block < instance.blocks; block += 1) this.#deliveries(block);
    return {
      program: { starts: Int32Array.from(this.#starts), rows: Int32Array.from(this.#rows), values: Float64Array.from(this.#values), cost: Float64Array.from(this.#cost), most: Float64Array.from(this.#most) },
      kg: this.#kg, euros: this.#kg * instance.scale,
      slotColumn: this.#slotColumn, arrivalColumn: this.#arrivalColumn, valueColumn: this.#valueColumn, priceRow: this.#priceRow,
      rowScale: Float64Array.from(this.#scale), flow: Float64Array.from(this.#flow), worth: Float64Array.from(this.#worth),
    };
  }

  /** @param worth euros for 1 of what the row is counted in. @param scale what its entries and its limit are divided by. */
  #row(most: number, worth: number, scale: number): number {
    this.#most.push(most / scale);
    this.#worth.push((worth * scale) / (this.#kg * this.#dual.instance.scale));
    this.#scale.push(scale);
    return this.#most.length - 1;
  }

  /** @param perUnit units that 1 of the column is. @param cost euros a unit. @param units where it begins. */
  #column(perUnit: number, cost: number, units: number): number {
    this.#starts.push(this.#rows.length);
    this.#cost.push((cost * perUnit) / (this.#kg * this.#dual.instance.scale));
    this.#flow.push(units / perUnit);
    return this.#cost.length - 1;
  }

  #entry(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /** @param takes of the price's supply, 1 of a column. */
  #limit(price: number, takes: number): void {
    if ((this.#priceRow[price] as number) < 0) this.#priceRow[price] = this.#row(this.#dual.supply[price] as number, this.#prices[price] as number, takes);
    const row = this.#priceRow[price] as number;
    this.#entry(row, takes / (this.#scale[row] as number));
  }

  #perUnit(k: number): number {
    const { items, commodities } = this.#dual.instance.problem;
    return this.#kg / (items.heat[commodities.item[k] as number] as number);
  }

  /** Entries of what 1 of a column takes when it rides or is drawn. @returns euros a unit */
  #takes(slot: number): number {
    const { slotDeparture, slotCommodity, problem } = this.#dual.instance;
    const { limitStart, limits, limitMeasure } = this.#traffic;
    const departure = slotDeparture[slot] as number;
    const k = slotCommodity[slot] as number;
    const perUnit = this.#perUnit(k);
    if (departure < 0) {
      this.#limit(problem.capacities.count - 1 - departure, perUnit);
      return 0;
    }
    this.#entry(this.#nodeOf[slot] as number, 1);
    const load = loadOf(problem.commodities, k);
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
      const capacity = limits[at] as number;
      const each = load[limitMeasure[at] as number] as number;
      if (each > 0 && this.#kept.price[capacity] === 1) this.#limit(capacity, each * perUnit);
    }
    return unitCost(problem, k, departure);
  }

  #commodity(k: number): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line } = this.#dual.instance;
    const { slotCost } = this.#dual.labels;
    const perUnit = this.#perUnit(k);
    const scale = perUnit;
    const node = new Int32Array(line.pools).fill(-1);
    const left = new Uint8Array(line.pools);
    const waiting = new Float64Array(line.pools);
    const flow = (of: 'shipped' | 'forwarded', at: number): number => this.#plan?.[of][at] ?? 0;
    const enter = (pool: number, cost: number): number => {
      const old = node[pool] as number;
      if (old >= 0 && left[pool] === 0) {
        this.#worth[old] = Math.min(this.#worth[old] as number, (cost * scale) / (this.#kg * this.#dual.instance.scale));
        return old;
      }
      const before = old < 0 ? Infinity : (this.#worth[old] as number);
      const fresh = this.#row(0, cost, scale);
      this.#worth[fresh] = Math.min(this.#worth[fresh] as number, before);
      if (old >= 0) {
        this.#entry(old, 1);
        this.#entry(fresh, -1);
        this.#column(perUnit, 0, Math.max(0, waiting[pool] as number));
      }
      left[pool] = 0;
      return (node[pool] = fresh);
    };
    let slot = slotStart[k] as number;
    let arrival = arrivalStart[k] as number;
    for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
      for (; slot < (slotEnd[round] as number); slot += 1) {
        if (this.#kept.slot[slot] === 0) continue;
        const pool = slotPool[slot] as number;
        if ((slotDeparture[slot] as number) >= 0) {
          if ((node[pool] as number) < 0) continue;
          this.#nodeOf[slot] = node[pool] as number;
          waiting[pool] = (waiting[pool] as number) - flow('shipped', slot);
          left[pool] = 1;
        }
        // Goods that go to one pool, or to one value, and nowhere else need no row to part them.
        if ((this.#ways[slot] as number) <= 1) continue;
        const cost = this.#takes(slot);
        const row = this.#row(0, slotCost[slot] as number, scale);
        this.#rowOf[slot] = row;
        this.#entry(row, -1);
        this.#slotColumn[slot] = this.#column(perUnit, cost, flow('shipped', slot));
      }
      for (; arrival < (arrivalEnd[round] as number); arrival += 1) {
        const from = arrivalSlot[arrival] as number;
        if (this.#kept.arrival[arrival] === 0 || !this.#stands(from)) continue;
        const pool = arrivalPool[arrival] as number;
        const into = enter(pool, slotCost[from] as number);
        waiting[pool] = (waiting[pool] as number) + flow('forwarded', arrival);
        const row = this.#rowOf[from] as number;
        let cost = 0;
        if (row >= 0) this.#entry(row, 1);
        else cost = this.#takes(from);
        this.#entry(into, -1);
        this.#arrivalColumn[arrival] = this.#column(perUnit, cost, flow('forwarded', arrival));
      }
    }
  }

  #stands(slot: number): boolean {
    return this.#kept.slot[slot] === 1 && ((this.#dual.instance.slotDeparture[slot] as number) < 0 || (this.#nodeOf[slot] as number) >= 0);
  }

  #deliveries(block: number): void {
    const { optionStart, optionSlot, pieceStart, valueStart, value, pieceUnits, slotCommodity } = this.#dual.instance;
    const { slotCost } = this.#dual.labels;
    const first = optionStart[block] as number;
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) {
      if (!((pieceUnits[piece] as number) > 0)) continue;
      let row = -1;
      for (let option = first; option < (optionStart[block + 1] as number); option += 1) {
        const at = (valueStart[piece] as number) + option - first;
        const slot = optionSlot[option] as number;
        if (this.#kept.value[at] === 0 || !this.#stands(slot)) continue;
        const perUnit = this.#perUnit(slotCommodity[slot] as number);
        const worth = (value[at] as number) - (slotCost[slot] as number);
        if (row < 0) row = this.#row(pieceUnits[piece] as number, 0, perUnit);
        this.#worth[row] = Math.max(this.#worth[row] as number, (worth * perUnit) / (this.#kg * this.#dual.instance.scale));
        this.#entry(row, 1);
        let cost = 0;
        if ((this.#rowOf[slot] as number) >= 0) this.#entry(this.#rowOf[slot] as number, 1);
        else cost = this.#takes(slot);
        this.#valueColumn[at] = this.#column(perUnit, cost - (value[at] as number), this.#plan?.delivered[at] ?? 0);
      }
    }
  }
}

/** Kg of a piece of need, on average. */
function kgOfPieces({ pieceUnits, pieceStart, blocks, blockItem, problem }: Dual['instance']): number {
  let kg = 0;
  for (let block = 0; block < blocks; block += 1) for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) kg += (pieceUnits[piece] as number) * (problem.items.heat[blockItem[block] as number] as number);
  return kg > 0 ? kg / pieceUnits.length : 1;
}

/** By slot: columns that its goods can go by; 2 for many. */
function waysFrom({ slotDeparture, arrivalSlot, blocks, optionStart, optionSlot, pieceStart, valueStart }: Dual['instance'], kept: Kept): Uint8Array {
  const ways = new Uint8Array(slotDeparture.length);
  const add = (slot: number): void => void (ways[slot] = Math.min(2, (ways[slot] as number) + 1));
  for (let arrival = 0; arrival < arrivalSlot.length; arrival += 1) if (kept.arrival[arrival] === 1) add(arrivalSlot[arrival] as number);
  for (let block = 0; block < blocks; block += 1)
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1)
      for (let option = optionStart[block] as number; option < (optionStart[block + 1] as number); option += 1) if (kept.value[(valueStart[piece] as number) + option - (optionStart[block] as number)] === 1) add(optionSlot[option] as number);
  return ways;
}
