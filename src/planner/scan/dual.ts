// The dual of the transport problem over prices: a price for each capacity and each stock, none below 0. Joins the scans of
// the parts, whoever runs them, into a gradient and a bound. Not here: how prices are sought (price-search.ts).

import { hardScan } from './hard.ts';
import type { ScanInstance } from './instance.ts';
import type { Labels } from './labels.ts';
import { MEASURES } from './scan-problem.ts';
import { smoothScan, temper } from './smooth.ts';

/** Runs the scans of all parts over the labels, to their end, in any order: in this thread or in several. */
export interface Crew {
  temper(temperature: number): void;
  smooth(temperature: number): void;
  hard(): void;
}

/** One thread: part after part. */
export const alone = (instance: ScanInstance, labels: Labels): Crew => ({
  temper(temperature) {
    for (const part of instance.parts) temper(instance, labels, part, temperature);
  },
  smooth(temperature) {
    for (const index of instance.parts.keys()) smoothScan(instance, labels, index, temperature);
  },
  hard() {
    for (const index of instance.parts.keys()) labels.worth[index] = hardScan(instance, labels, index);
  },
});

/** Taken onto a bound, relative: sums of doubles are off by less. */
const DUST = 1e-10;

export class Dual {
  readonly instance: ScanInstance;
  readonly labels: Labels;
  /** What there is to each price. The instance's own, unless the caller has other plans for a capacity. */
  readonly supply: Float64Array;
  /** Smoothed scans so far. */
  scans = 0;
  readonly #crew: Crew;
  #temperature = Number.NaN;

  constructor(instance: ScanInstance, labels: Labels, crew: Crew, supply: Float64Array = instance.supply) {
    this.instance = instance;
    this.labels = labels;
    this.supply = supply;
    this.#crew = crew;
  }

  /** Supply less what goods take at these prices, into `slack`: the gradient. @param temperature euros a kg */
  slack(prices: Float64Array, temperature: number, slack: Float64Array): void {
    if (temperature !== this.#temperature) this.#crew.temper(temperature);
    this.#temperature = temperature;
    this.#quote(prices);
    this.#crew.smooth(temperature);
    this.scans += 1;
    const { capacities, departures, stocks } = this.instance.problem;
    const { start, targets, count } = capacities;
    const [all, ...others] = this.labels.usage;
    slack.set(this.supply);
    if (all === undefined) return;
    for (const usage of others) for (let at = 0; at < all.length; at += 1) all[at] = (all[at] as number) + (usage[at] as number);
    for (let capacity = 0; capacity < count; capacity += 1) {
      const first = start[capacity] as number;
      let used = all[targets[first] as number] as number;
      for (let at = first + 1; at < (start[capacity + 1] as number); at += 1) used += all[targets[at] as number] as number;
      slack[capacity] = (this.supply[capacity] as number) - used;
    }
    for (let stock = 0; stock < stocks.count; stock += 1) slack[count + stock] = (this.supply[count + stock] as number) - (all[departures.count * MEASURES + stock] as number);
  }

  /** Euros that no plan can relieve more than, transport paid. */
  bound(prices: Float64Array): number {
    this.#quote(prices);
    this.#crew.hard();
    let euros = 0;
    for (let price = 0; price < prices.length; price += 1) euros += (prices[price] as number) * (this.supply[price] as number);
    for (const worth of this.labels.worth) euros += worth;
    return euros + DUST * Math.abs(euros);
  }

  /** What a unit of each measure costs on each departure at these prices. */
  #quote(prices: Float64Array): void {
    const { price } = this.labels;
    const { departures, capacities, stocks } = this.instance.problem;
    const { start, targets, count } = capacities;
    price.set(departures.rate);
    for (let capacity = 0; capacity < count; capacity += 1) {
      const each = prices[capacity] as number;
      if (each !== 0) for (let at = start[capacity] as number; at < (start[capacity + 1] as number); at += 1) price[targets[at] as number] = (price[targets[at] as number] as number) + each;
    }
    for (let stock = 0; stock < stocks.count; stock += 1) price[departures.count * MEASURES + stock] = prices[count + stock] as number;
  }
}
