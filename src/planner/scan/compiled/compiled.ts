// The loops of the scan as WebAssembly, over an instance and labels that lie in its memory. What they reckon is defined by
// ../smooth.ts, ../hard.ts, ../tally.ts and ../vectors.ts; kernels/, from which code.ts is compiled, gives the same to the last bit.

import { hardScan } from '../hard.ts';
import type { Part, ScanInstance, Share } from '../instance.ts';
import type { Labels, PoolLabels } from '../labels.ts';
import { memoryIn, type CompiledMemory } from '../memory.ts';
import { loadOf, MEASURES } from '../scan-problem.ts';
import { serveLost, smoothScan, temper } from '../smooth.ts';
import { plainTally, type Tally } from '../tally.ts';
import { plainVectors, type Vectors } from '../vectors.ts';
import { at, loopsIn } from './start.ts';

/** What a thread runs over one instance and its labels. */
export interface Loops {
  /** @param which part */
  temper(which: number, temperature: number): void;
  smooth(which: number, temperature: number): void;
  /** @returns the part's share of a bound, euros */
  hard(which: number): number;
}

/** @param labels in the memory of the instance */
export function loopsOf(instance: ScanInstance, labels: Labels): Loops {
  const { compiled, parts } = instance;
  if (compiled !== null) return new CompiledLoops(instance, labels, compiled);
  return {
    temper: (which, temperature) => temper(instance, labels, parts[which] as Part, temperature),
    smooth: (which, temperature) => smoothScan(instance, labels, which, temperature),
    hard: (which) => hardScan(instance, labels, which),
  };
}

class CompiledLoops implements Loops {
  readonly #instance: ScanInstance;
  readonly #labels: Labels;
  readonly #loops: ReturnType<typeof loopsIn>;

  constructor(instance: ScanInstance, labels: Labels, memory: CompiledMemory) {
    this.#instance = instance;
    this.#labels = labels;
    this.#loops = loopsIn(memory);
  }

  temper(which: number, temperature: number): void {
    const { parts, blockItem, optionStart, pieceStart, pieceBest, valueStart, value, temperedStart } = this.#instance;
    const { heat, tempered } = this.#labels;
    const { blocks: [from, to] } = parts[which] as Part;
    this.#loops.temper(from, to, temperature, at(heat), at(blockItem), at(optionStart), at(pieceStart), at(pieceBest), at(valueStart), at(value), at(temperedStart), at(tempered));
  }

  smooth(which: number, temperature: number): void {
    const instance = this.#instance;
    const labels = this.#labels;
    const part = instance.parts[which] as Part;
    const pools = labels.pools[which] as PoolLabels;
    const usage = labels.usage[which] as Float64Array;
    usage.fill(0);
    for (const { commodities: [from, to], blocks } of part.items) {
      for (let k = from; k < to; k += 1) this.#forward(k, pools, temperature);
      const lost = this.#serve(blocks, pools, temperature);
      if (lost > 0) serveLost(instance, labels, blocks, pools.lost.subarray(0, lost), temperature);
      for (let k = from; k < to; k += 1) this.#backward(k, pools, usage);
    }
  }

  hard(which: number): number {
    const { parts, optionStart, optionSlot, pieceStart, pieceUnits, pieceBest, valueStart, value } = this.#instance;
    const { commodities: [firstCommodity, endCommodity], blocks: [from, to] } = parts[which] as Part;
    for (let k = firstCommodity; k < endCommodity; k += 1) this.#cheapest(k, this.#labels.pools[which] as PoolLabels);
    return this.#loops.gains(from, to, at(optionStart), at(optionSlot), at(pieceStart), at(pieceUnits), at(pieceBest), at(valueStart), at(value), at(this.#labels.slotCost));
  }

  #cheapest(k: number, { base }: PoolLabels): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = this.#instance;
    const { price, slotCost } = this.#labels;
    const [kg, m3, positions, chargeable] = loadOf(problem.commodities, k);
    this.#loops.cheapest(
      slotStart[k] as number, arrivalStart[k] as number, roundStart[k] as number, roundStart[k + 1] as number, kg, m3, positions, chargeable, problem.departures.count * MEASURES, base.length,
      at(slotEnd), at(arrivalEnd), at(slotDeparture), at(slotPool), at(arrivalSlot), at(arrivalPool), at(price), at(slotCost), at(base),
    );
  }

  #forward(k: number, { sum, base }: PoolLabels, temperature: number): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = this.#instance;
    const { price, heat, slotSum, slotBase, slotFlow, arrivalWeight, arrivalKeeps } = this.#labels;
    const [kg, m3, positions, chargeable] = loadOf(problem.commodities, k);
    const perHeat = 1 / (temperature * (heat[problem.commodities.item[k] as number] as number));
    this.#loops.forward(
      slotStart[k] as number, arrivalStart[k] as number, roundStart[k] as number, roundStart[k + 1] as number, kg, m3, positions, chargeable, perHeat, problem.departures.count * MEASURES, sum.length,
      at(slotEnd), at(arrivalEnd), at(slotDeparture), at(slotPool), at(arrivalSlot), at(arrivalPool), at(price), at(slotSum), at(slotBase), at(slotFlow), at(arrivalWeight), at(arrivalKeeps), at(sum), at(base),
    );
  }

  #serve([from, to]: Share['blocks'], { perWeight, lost }: PoolLabels, temperature: number): number {
    const { blockItem, optionStart, optionSlot, pieceStart, pieceUnits, pieceBest, temperedStart } = this.#instance;
    const { heat, tempered, slotSum, slotBase, slotFlow, optionWeight, optionFlow } = this.#labels;
    return this.#loops.serve(
      from, to, temperature, at(heat), at(blockItem), at(optionStart), at(optionSlot), at(pieceStart), at(pieceUnits), at(pieceBest), at(temperedStart), at(tempered),
      at(slotSum), at(slotBase), at(slotFlow), at(optionWeight), at(optionFlow), at(perWeight), at(lost),
    );
  }

  #backward(k: number, { sum }: PoolLabels, usage: Float64Array): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = this.#instance;
    const { slotSum, slotFlow, arrivalWeight, arrivalKeeps } = this.#labels;
    const [kg, m3, positions] = loadOf(problem.commodities, k);
    this.#loops.backward(
      (slotStart[k + 1] as number) - 1, (arrivalStart[k + 1] as number) - 1, (roundStart[k + 1] as number) - 1, slotStart[k] as number, arrivalStart[k] as number, roundStart[k] as number, kg, m3, positions, problem.departures.count * MEASURES, sum.length,
      at(slotEnd), at(arrivalEnd), at(slotDeparture), at(slotPool), at(arrivalSlot), at(arrivalPool), at(slotSum), at(slotFlow), at(arrivalWeight), at(arrivalKeeps), at(sum), at(usage),
    );
  }
}

/** @param count of prices */
export function vectorsFor(memory: CompiledMemory | null, count: number): Vectors {
  if (memory === null) return plainVectors(count);
  const loops = loopsIn(memory);
  return {
    zeros: () => memoryIn(memory).floats(count),
    findFree: (prices, slack, free) => void loops.findFree(count, at(prices), at(slack), at(free)),
    fall: (direction, slack, free, other) => loops.fall(count, at(direction), at(slack), at(free), at(other)),
    add: (direction, free, part, by, other) => loops.add(count, at(direction), at(free), part, at(by), at(other)),
    stretch: (direction, part, steepness, other) => loops.stretch(count, at(direction), part, at(steepness), at(other)),
    move: (next, prices, direction, length) => void loops.move(count, at(next), at(prices), at(direction), length),
    along: (slack, next, prices) => loops.along(count, at(slack), at(next), at(prices)),
    product: (free, one, other) => loops.product(count, at(free), at(one), at(other)),
    square: (free, one, steepness) => loops.square(count, at(free), at(one), at(steepness)),
    difference: (into, after, before) => void loops.difference(count, at(into), at(after), at(before)),
  };
}

/** For one thread alone: it has places of its own in the memory. */
export function tallyOf(instance: ScanInstance, labels: Labels): Tally {
  const { compiled, prices: count, problem: { capacities, departures, stocks } } = instance;
  if (compiled === null) return plainTally(instance, labels);
  const loops = loopsIn(compiled);
  const memory = memoryIn(compiled);
  const kept = <Kind extends Float64Array | Int32Array>(place: Kind, list: Kind): Kind => {
    place.set(list);
    return place;
  };
  const rate = kept(memory.floats(departures.rate.length), departures.rate);
  const start = kept(memory.whole(capacities.start.length), capacities.start);
  const targets = kept(memory.whole(capacities.targets.length), capacities.targets);
  const [asked, given, left] = [memory.floats(count), memory.floats(count), memory.floats(count)];
  const { price, usage: [all, ...others] } = labels;
  const stockPrices = departures.count * MEASURES;
  return {
    quote(prices) {
      asked.set(prices);
      loops.quote(capacities.count, stocks.count, stockPrices, at(start), at(targets), at(rate), at(asked), at(price));
    },
    slack(supply, into) {
      given.set(supply);
      if (all === undefined) {
        into.set(supply);
        return;
      }
      for (const usage of others) loops.plus(all.length, at(all), at(usage));
      loops.tally(capacities.count, stocks.count, stockPrices, at(start), at(targets), at(all), at(given), at(left));
      into.set(left);
    },
  };
}
