// The rides of one commodity: of the timeline, what its stock reaches and after which a need follows, in rounds. The backward
// pass asks what leads to a need, the forward pass what stock reaches; the rest is left out of every scan.

import { Wholes } from './memory.ts';
import type { Blocks } from './needs.ts';
import { unitValue, type ScanProblem } from './scan-problem.ts';
import type { Timeline } from './timeline.ts';

/** The rides of a commodity in the order of time; numbers of slots count within the commodity. */
export interface Trace {
  readonly slots: number;
  readonly arrivals: number;
  /** The departure; of a draw −1 − stock. */
  readonly slotDeparture: Wholes;
  readonly slotPool: Wholes;
  readonly slotRound: Wholes;
  readonly arrivalSlot: Wholes;
  readonly arrivalPool: Wholes;
  readonly arrivalRound: Wholes;
  /** Entry of the timeline; of a draw −1 − stock. */
  readonly arrivalEntry: Wholes;
  /** Pairs of a slot and a block that it can serve. */
  readonly optionSlot: Wholes;
  readonly optionBlock: Wholes;
}

export class Tracer {
  readonly #problem: ScanProblem;
  readonly #line: Timeline;
  readonly #blocks: Blocks;
  readonly #recipientsAt: readonly (readonly number[])[];
  readonly #stocksOf: readonly (readonly number[])[];
  /** 1 where a departure leads to a need, and where what it brings into a pool does (by entry). */
  readonly #leads: Uint8Array;
  readonly #leadsOn: Uint8Array;
  readonly #goesOn: Uint8Array;
  readonly #found: number[] = [];
  readonly #wants: Uint8Array;
  /** The slot of a departure, while a commodity is traced. */
  readonly #slotOf: Int32Array;
  readonly #has: Uint8Array;
  readonly #lastRide: Int32Array;
  readonly #lastArrival: Int32Array;
  readonly #trace = {
    slotDeparture: new Wholes(), slotPool: new Wholes(), slotRound: new Wholes(), arrivalSlot: new Wholes(), arrivalPool: new Wholes(),
    arrivalRound: new Wholes(), arrivalEntry: new Wholes(), optionSlot: new Wholes(), optionBlock: new Wholes(),
  };

  constructor(problem: ScanProblem, line: Timeline, blocks: Blocks) {
    this.#problem = problem;
    this.#line = line;
    this.#blocks = blocks;
    const at = Array.from({ length: problem.places.count }, (): number[] => []);
    for (const [recipient, place] of problem.recipients.place.entries()) at[place]?.push(recipient);
    this.#recipientsAt = at;
    const drawn = Array.from({ length: problem.commodities.count }, (): number[] => []);
    for (const [draw, commodity] of problem.draws.commodity.entries()) drawn[commodity]?.push(problem.draws.stock[draw] as number);
    const { available } = problem.stocks;
    this.#stocksOf = drawn.map((stocks) => stocks.toSorted((a, b) => (available[a] as number) - (available[b] as number) || a - b));
    this.#leads = new Uint8Array(problem.departures.count);
    this.#goesOn = new Uint8Array(problem.departures.count);
    this.#slotOf = new Int32Array(problem.departures.count);
    this.#leadsOn = new Uint8Array(line.hour.length);
    this.#wants = new Uint8Array(line.pools);
    this.#has = new Uint8Array(line.pools);
    this.#lastRide = new Int32Array(line.pools);
    this.#lastArrival = new Int32Array(line.pools);
  }

  /** The answer is overwritten by the next commodity's. */
  trace(commodity: number): Trace {
    for (const list of Object.values(this.#trace)) list.clear();
    this.#backward(commodity);
    this.#forward(commodity);
    return { ...this.#trace, slots: this.#trace.slotDeparture.length, arrivals: this.#trace.arrivalSlot.length };
  }

  /** Blocks that goods of the commodity serve which are ready there at that hour. The list is overwritten by the next. */
  #served(commodity: number, place: number, hour: number): readonly number[] {
    const there = this.#recipientsAt[place] ?? [];
    this.#found.length = 0;
    if (there.length === 0 || hour >= (this.#problem.commodities.expires[commodity] as number)) return this.#found;
    const item = this.#problem.commodities.item[commodity] as number;
    const may = this.#problem.commodities.may[commodity];
    for (const recipient of there) {
      const block = may?.[recipient] === 1 ? this.#blocks.of(item, recipient) : -1;
      if (block >= 0 && this.#worthwhile(block, hour)) this.#found.push(block);
    }
    return this.#found;
  }

  #worthwhile(block: number, hour: number): boolean {
    for (let piece = this.#blocks.pieceStart[block] as number; piece < (this.#blocks.pieceStart[block + 1] as number); piece += 1)
      if (unitValue(this.#problem, this.#blocks.pieceSegment[piece] as number, hour) > 0) return true;
    return false;
  }

  #backward(commodity: number): void {
    const { departure, pool } = this.#line;
    const { to, ready } = this.#problem.departures;
    const open = this.#problem.commodities.open[this.#problem.commodities.kind[commodity] as number] as Uint8Array;
    this.#wants.fill(0);
    this.#leads.fill(0);
    this.#goesOn.fill(0);
    for (let entry = departure.length - 1; entry >= 0; entry -= 1) {
      const of = departure[entry] as number;
      const into = pool[entry] as number;
      if (into >= 0) {
        this.#leadsOn[entry] = this.#wants[into] as number;
        if (this.#wants[into] === 1) this.#goesOn[of] = 1;
      } else if (open[of] === 1 && (this.#goesOn[of] === 1 || this.#served(commodity, to[of] as number, ready[of] as number).length > 0)) {
        this.#leads[of] = 1;
        this.#wants[this.#line.poolOf[of] as number] = 1;
      }
    }
  }

  #forward(commodity: number): void {
    const { hour, departure, pool } = this.#line;
    const { available } = this.#problem.stocks;
    const stocks = this.#stocksOf[commodity] ?? [];
    this.#has.fill(0);
    this.#lastRide.fill(-1);
    this.#lastArrival.fill(-1);
    this.#slotOf.fill(-1);
    let drawn = 0;
    for (let entry = 0; entry < departure.length; entry += 1) {
      while (drawn < stocks.length && (available[stocks[drawn] as number] as number) <= (hour[entry] as number)) this.#draw(commodity, stocks[drawn++] as number);
      const of = departure[entry] as number;
      const into = pool[entry] as number;
      if (into >= 0) {
        if ((this.#slotOf[of] as number) >= 0 && this.#leadsOn[entry] === 1) this.#arrive(this.#slotOf[of] as number, into, entry);
      } else if (this.#leads[of] === 1 && this.#has[this.#line.poolOf[of] as number] === 1) this.#ride(commodity, of);
    }
    while (drawn < stocks.length) this.#draw(commodity, stocks[drawn++] as number);
  }

  #draw(commodity: number, stock: number): void {
    const place = this.#problem.stocks.place[stock] as number;
    const served = this.#served(commodity, place, this.#problem.stocks.available[stock] as number);
    const pools = (this.#line.poolsAt[place] ?? []).filter((pool) => this.#wants[pool] === 1);
    if (served.length === 0 && pools.length === 0) return;
    const slot = this.#slot(-1 - stock, -1, 0, served);
    for (const pool of pools) this.#arrive(slot, pool, -1 - stock);
  }

  #ride(commodity: number, departure: number): void {
    const { to, ready } = this.#problem.departures;
    const pool = this.#line.poolOf[departure] as number;
    const round = (this.#lastArrival[pool] as number) + 1;
    this.#lastRide[pool] = round;
    this.#slotOf[departure] = this.#slot(departure, pool, round, this.#served(commodity, to[departure] as number, ready[departure] as number));
  }

  #slot(departure: number, pool: number, round: number, served: readonly number[]): number {
    const slot = this.#trace.slotDeparture.length;
    this.#trace.slotDeparture.push(departure);
    this.#trace.slotPool.push(pool);
    this.#trace.slotRound.push(round);
    for (const block of served) {
      this.#trace.optionSlot.push(slot);
      this.#trace.optionBlock.push(block);
    }
    return slot;
  }

  /** An arrival changes its pool: it comes after every ride that left the pool before it. */
  #arrive(slot: number, pool: number, entry: number): void {
    const round = Math.max(this.#trace.slotRound.at(slot), this.#lastRide[pool] as number, this.#lastArrival[pool] as number);
    this.#lastArrival[pool] = round;
    this.#has[pool] = 1;
    this.#trace.arrivalSlot.push(slot);
    this.#trace.arrivalPool.push(pool);
    this.#trace.arrivalRound.push(round);
    this.#trace.arrivalEntry.push(entry);
  }
}
