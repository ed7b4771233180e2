// From smoothed flows to a plan that can be carried out. Smoothed flows overload departures a little and draw a little more
// than stocks hold. Backward in time each departure's flow is cut to what it can carry, so that nothing is fetched that could
// not go on; forward in time goods are taken from what is really there, in proportion where they do not all fit.
// Deliveries keep the smoothed proportions: to give the best options first costs more than it gains.
// Not here: what is left over (fill.ts).

import type { Dual } from './dual.ts';
import { evenly, type ScanInstance } from './instance.ts';
import { MEASURES } from './scan-problem.ts';
import { LOST, NEAR, servedShare, splitByLogarithm } from './smooth.ts';
import type { Traffic } from './traffic.ts';

/** Units, in the numbering of an instance. */
export interface ScanPlan {
  /** By slot: what rides, or is drawn. */
  readonly shipped: Float64Array;
  /** By value (piece and option): what is handed over. */
  readonly delivered: Float64Array;
  /** By arrival: what of a slot's goods goes into that pool. */
  readonly forwarded: Float64Array;
}

export const emptyPlan = (instance: ScanInstance): ScanPlan => ({
  shipped: new Float64Array(instance.slotDeparture.length),
  delivered: new Float64Array(instance.value.length),
  forwarded: new Float64Array(instance.arrivalSlot.length),
});

/** What a plan leaves: of each capacity, each stock, each piece. */
export interface Rest {
  readonly capacity: Float64Array;
  readonly stock: Float64Array;
  readonly piece: Float64Array;
}

/** Makes flows of the labels that the last smoothed scan left. */
export class Shipper {
  readonly #dual: Dual;
  readonly #traffic: Traffic;
  readonly #wanted: Float64Array;
  readonly #wantedOn: Float64Array;
  /** By departure: the part of what is wanted of it that it can take. */
  readonly #fitting: Float64Array;
  /** Commodity × pool: units asked for each unit of weight, then units that came by a departure and wait. */
  readonly #waiting: Float64Array;
  /** Commodity × pool: the draw that came last; before it the ones of `#below`. */
  readonly #drawn: Int32Array;
  readonly #below: Int32Array;
  /** By capacity of many departures: the part of its load that it can take. */
  readonly #bears: Float64Array;

  constructor(dual: Dual, traffic: Traffic) {
    const { instance } = dual;
    this.#dual = dual;
    this.#traffic = traffic;
    this.#wanted = new Float64Array(instance.slotDeparture.length);
    this.#wantedOn = new Float64Array(instance.arrivalSlot.length);
    this.#fitting = new Float64Array(instance.problem.departures.count);
    this.#waiting = new Float64Array(instance.problem.commodities.count * instance.line.pools);
    this.#drawn = new Int32Array(this.#waiting.length);
    this.#below = new Int32Array(instance.arrivalSlot.length);
    this.#bears = new Float64Array(instance.problem.capacities.count);
  }

  /** @param slack of the same scan. @param into is overwritten. @returns what is left. */
  ship(slack: Float64Array, temperature: number, into: ScanPlan): Rest {
    const { instance, supply } = this.#dual;
    const { capacities, stocks } = instance.problem;
    const rest: Rest = { capacity: supply.slice(0, capacities.count), stock: supply.slice(capacities.count, capacities.count + stocks.count), piece: instance.pieceUnits.slice() };
    this.#share(slack);
    this.#cut();
    this.#load(rest, into);
    this.#handOver(temperature, rest, into);
    return rest;
  }

  /** What part of its load each capacity bears that several departures share: cut alike for all, not first come first served. */
  #share(slack: Float64Array): void {
    const { start, count } = this.#dual.instance.problem.capacities;
    for (let capacity = 0; capacity < count; capacity += 1) {
      const shared = (start[capacity + 1] as number) - (start[capacity] as number) > 1;
      const most = this.#dual.supply[capacity] as number;
      const load = most - (slack[capacity] as number);
      this.#bears[capacity] = shared && load > most ? most / load : 1;
    }
  }

  /** Backward: what each slot should carry, when no departure carries more than it can. */
  #cut(): void {
    const { instance, labels } = this.#dual;
    const { arrivalSlot, arrivalPool, slotCommodity, slotPool, optionSlot, line: { pools } } = instance;
    const { arrivalWeight, arrivalKeeps, slotSum, optionFlow } = labels;
    const { eventDeparture, riderStart, riders, comingStart, coming } = this.#traffic;
    const wanted = this.#wanted;
    const waiting = this.#waiting;
    wanted.fill(0);
    waiting.fill(0);
    for (let option = 0; option < optionSlot.length; option += 1) wanted[optionSlot[option] as number] = (wanted[optionSlot[option] as number] as number) + (optionFlow[option] as number);
    for (let event = eventDeparture.length - 1; event >= 0; event -= 1) {
      const departure = eventDeparture[event] as number;
      for (let at = (comingStart[event + 1] as number) - 1; at >= (comingStart[event] as number); at -= 1) {
        const arrival = coming[at] as number;
        const slot = arrivalSlot[arrival] as number;
        const pool = (slotCommodity[slot] as number) * pools + (arrivalPool[arrival] as number);
        const flow = (waiting[pool] as number) * (arrivalWeight[arrival] as number);
        this.#wantedOn[arrival] = flow;
        wanted[slot] = (wanted[slot] as number) + flow;
        waiting[pool] = (waiting[pool] as number) * (arrivalKeeps[arrival] as number);
      }
      if (departure < 0) continue;
      const fits = this.#fits(departure);
      this.#fitting[departure] = fits;
      for (let at = riderStart[departure] as number; at < (riderStart[departure + 1] as number); at += 1) {
        const slot = riders[at] as number;
        const flow = (wanted[slot] as number) * fits;
        const pool = (slotCommodity[slot] as number) * pools + (slotPool[slot] as number);
        if (flow > 0) waiting[pool] = (waiting[pool] as number) + flow / (slotSum[slot] as number);
      }
    }
  }

  /** The part of what is wanted of a departure that its own capacities take, and that shared ones bear. */
  #fits(departure: number): number {
    const { riderStart, riders, limitStart, limits, limitMeasure } = this.#traffic;
    const { slotCommodity, problem } = this.#dual.instance;
    const { load } = problem.commodities;
    let [kg, m3, positions] = [0, 0, 0];
    for (let at = riderStart[departure] as number; at < (riderStart[departure + 1] as number); at += 1) {
      const slot = riders[at] as number;
      const flow = this.#wanted[slot] as number;
      const k = (slotCommodity[slot] as number) * MEASURES;
      kg += flow * (load[k] as number);
      m3 += flow * (load[k + 1] as number);
      positions += flow * (load[k + 2] as number);
    }
    let fits = 1;
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
      const capacity = limits[at] as number;
      const measure = limitMeasure[at] as number;
      const asked = measure === 0 ? kg : measure === 1 ? m3 : positions;
      const most = this.#dual.supply[capacity] as number;
      if (asked > most) fits = Math.min(fits, most / asked);
      fits = Math.min(fits, this.#bears[capacity] as number);
    }
    return fits;
  }

  /** Forward: goods are taken from what is there. */
  #load(rest: Rest, { shipped, forwarded }: ScanPlan): void {
    const { instance } = this.#dual;
    const { eventDeparture, comingStart, coming } = this.#traffic;
    shipped.fill(0);
    forwarded.fill(0);
    this.#waiting.fill(0);
    this.#drawn.fill(-1);
    for (let event = 0; event < eventDeparture.length; event += 1) {
      for (let at = comingStart[event] as number; at < (comingStart[event + 1] as number); at += 1) {
        const arrival = coming[at] as number;
        const slot = instance.arrivalSlot[arrival] as number;
        const pool = (instance.slotCommodity[slot] as number) * instance.line.pools + (instance.arrivalPool[arrival] as number);
        if ((instance.slotDeparture[slot] as number) < 0) {
          this.#below[arrival] = this.#drawn[pool] as number;
          this.#drawn[pool] = arrival;
        } else if ((shipped[slot] as number) > 0) {
          const flow = (shipped[slot] as number) * ((this.#wantedOn[arrival] as number) / (this.#wanted[slot] as number));
          forwarded[arrival] = flow;
          this.#waiting[pool] = (this.#waiting[pool] as number) + flow;
        }
      }
      const departure = eventDeparture[event] as number;
      if (departure >= 0) this.#depart(departure, rest, shipped, forwarded);
      else for (const slot of this.#traffic.drawsAt(event)) this.#drawHere(slot, rest, shipped);
    }
  }

  /** What recipients take where the stock lies. */
  #drawHere(slot: number, rest: Rest, shipped: Float64Array): void {
    const stock = -1 - (this.#dual.instance.slotDeparture[slot] as number);
    const wanted = this.#traffic.optionsOf(slot).reduce((sum, option) => sum + (this.#dual.labels.optionFlow[option] as number), 0);
    const taken = Math.min(wanted, rest.stock[stock] as number);
    this.#wanted[slot] = wanted;
    shipped[slot] = taken;
    rest.stock[stock] = (rest.stock[stock] as number) - taken;
  }

  #depart(departure: number, rest: Rest, shipped: Float64Array, forwarded: Float64Array): void {
    const { slotCommodity, slotPool, line: { pools }, problem: { commodities } } = this.#dual.instance;
    const { riderStart, riders, limitStart, limits, limitMeasure } = this.#traffic;
    const [first, end] = [riderStart[departure] as number, riderStart[departure + 1] as number];
    const fitting = this.#fitting[departure] as number;
    let [kg, m3, positions] = [0, 0, 0];
    for (let at = first; at < end; at += 1) {
      const slot = riders[at] as number;
      const k = slotCommodity[slot] as number;
      const flow = Math.min((this.#wanted[slot] as number) * fitting, this.#there(k * pools + (slotPool[slot] as number), rest));
      shipped[slot] = flow;
      kg += flow * (commodities.load[k * MEASURES] as number);
      m3 += flow * (commodities.load[k * MEASURES + 1] as number);
      positions += flow * (commodities.load[k * MEASURES + 2] as number);
    }
    let part = 1;
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
      const measure = limitMeasure[at] as number;
      const asked = measure === 0 ? kg : measure === 1 ? m3 : positions;
      const left = rest.capacity[limits[at] as number] as number;
      if (asked > left) part = Math.min(part, left / asked);
    }
    [kg, m3, positions] = [0, 0, 0];
    for (let at = first; at < end; at += 1) {
      const slot = riders[at] as number;
      const k = slotCommodity[slot] as number;
      const flow = this.#take(k * pools + (slotPool[slot] as number), (shipped[slot] as number) * part, rest, shipped, forwarded);
      shipped[slot] = flow;
      kg += flow * (commodities.load[k * MEASURES] as number);
      m3 += flow * (commodities.load[k * MEASURES + 1] as number);
      positions += flow * (commodities.load[k * MEASURES + 2] as number);
    }
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
      const measure = limitMeasure[at] as number;
      const capacity = limits[at] as number;
      rest.capacity[capacity] = Math.max(0, (rest.capacity[capacity] as number) - (measure === 0 ? kg : measure === 1 ? m3 : positions));
    }
  }

  /** Units that a departure could take out of a pool. */
  #there(pool: number, rest: Rest): number {
    let units = this.#waiting[pool] as number;
    for (let arrival = this.#drawn[pool] as number; arrival >= 0; arrival = this.#below[arrival] as number) units += rest.stock[this.#stockOf(arrival)] as number;
    return units;
  }

  /** First what has travelled already, then from the stock that came last: what came early can still go anywhere. @returns units taken */
  #take(pool: number, units: number, rest: Rest, shipped: Float64Array, forwarded: Float64Array): number {
    const waited = Math.min(units, this.#waiting[pool] as number);
    this.#waiting[pool] = (this.#waiting[pool] as number) - waited;
    let open = units - waited;
    for (let arrival = this.#drawn[pool] as number; arrival >= 0 && open > 0; arrival = this.#below[arrival] as number) {
      const stock = this.#stockOf(arrival);
      const drawn = Math.min(open, rest.stock[stock] as number);
      const slot = this.#dual.instance.arrivalSlot[arrival] as number;
      rest.stock[stock] = (rest.stock[stock] as number) - drawn;
      shipped[slot] = (shipped[slot] as number) + drawn;
      forwarded[arrival] = (forwarded[arrival] as number) + drawn;
      open -= drawn;
    }
    return units - open;
  }

  #stockOf(arrival: number): number {
    const { slotDeparture, arrivalSlot } = this.#dual.instance;
    return -1 - (slotDeparture[arrivalSlot[arrival] as number] as number);
  }

  /** Each option hands over to the pieces in the proportions of the smoothed split. */
  #handOver(temperature: number, rest: Rest, { shipped, delivered }: ScanPlan): void {
    const { instance, labels } = this.#dual;
    const { optionStart, optionSlot, pieceStart, pieceUnits, pieceBest, valueStart, temperedStart, blockItem, problem } = instance;
    const { slotBase, optionWeight, tempered } = labels;
    delivered.fill(0);
    const part = this.#handedPart(shipped);
    for (let block = 0; block < instance.blocks; block += 1) {
      const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
      if (first === end) continue;
      const perHeat = 1 / (temperature * (problem.items.heat[blockItem[block] as number] as number));
      let least = Infinity;
      for (let option = first; option < end; option += 1) least = Math.min(least, slotBase[optionSlot[option] as number] as number);
      const [firstPiece, endPiece] = [pieceStart[block] as number, pieceStart[block + 1] as number];
      const width = evenly(endPiece - firstPiece);
      for (let piece = firstPiece; piece < endPiece; piece += 1) {
        const gain = ((pieceBest[piece] as number) - least) * perHeat;
        if (gain < -NEAR) continue;
        const at = (valueStart[piece] as number) - first;
        const rows = (temperedStart[block] as number) + piece - firstPiece;
        let served = 0;
        for (let option = first, row = rows; option < end; option += 1, row += width) served += (tempered[row] as number) * (optionWeight[option] as number);
        let handed = 0;
        const give = (option: number, units: number): void => {
          const flow = units * (part[option] as number);
          delivered[at + option] = flow;
          handed += flow;
        };
        if (served < LOST) for (const [option, units] of splitByLogarithm(instance, labels, block, piece, perHeat)) give(option, units);
        else {
          const perWeight = (pieceUnits[piece] as number) * servedShare(gain, served);
          for (let option = first, row = rows; option < end; option += 1, row += width) give(option, perWeight * (tempered[row] as number) * (optionWeight[option] as number));
        }
        rest.piece[piece] = Math.max(0, (pieceUnits[piece] as number) - handed);
      }
    }
  }

  /** By option: the part of its smoothed flow that really came. */
  #handedPart(shipped: Float64Array): Float64Array {
    return Float64Array.from(this.#dual.instance.optionSlot, (slot) => {
      const wanted = this.#wanted[slot] as number;
      return wanted > 0 ? Math.min(1, (shipped[slot] as number) / wanted) : 0;
    });
  }
}
