// The dual of the transport problem over prices: a price for each capacity and each stock, none below 0. Joins the scans of
// the parts, whoever runs them, into a gradient and a bound. Not here: how prices are sought (price-search.ts).

import { loopsOf, tallyOf } from './compiled/compiled.ts';
import type { ScanInstance } from './instance.ts';
import type { Labels } from './labels.ts';
import type { Tally } from './tally.ts';

/** Runs the scans of all parts over the labels, to their end, in any order: in this thread or in several. */
export interface Crew {
  temper(temperature: number): void;
  smooth(temperature: number): void;
  hard(): void;
}

/** One thread: part after part. */
export function alone(instance: ScanInstance, labels: Labels): Crew {
  const loops = loopsOf(instance, labels);
  return {
    temper(temperature) {
      for (const which of instance.parts.keys()) loops.temper(which, temperature);
    },
    smooth(temperature) {
      for (const which of instance.parts.keys()) loops.smooth(which, temperature);
    },
    hard() {
      for (const which of instance.parts.keys()) labels.worth[which] = loops.hard(which);
    },
  };
}

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
  readonly #tally: Tally;
  #temperature = Number.NaN;

  constructor(instance: ScanInstance, labels: Labels, crew: Crew, supply: Float64Array = instance.supply) {
    this.instance = instance;
    this.labels = labels;
    this.supply = supply;
    this.#crew = crew;
    this.#tally = tallyOf(instance, labels);
  }

  /** Supply less what goods take at these prices, into `slack`: the gradient. @param temperature euros a kg */
  slack(prices: Float64Array, temperature: number, slack: Float64Array): void {
    if (temperature !== this.#temperature) this.#crew.temper(temperature);
    this.#temperature = temperature;
    this.#tally.quote(prices);
    this.#crew.smooth(temperature);
    this.scans += 1;
    this.#tally.slack(this.supply, slack);
  }

  /** Euros that no plan can relieve more than, transport paid. */
  bound(prices: Float64Array): number {
    this.#tally.quote(prices);
    this.#crew.hard();
    let euros = 0;
    for (let price = 0; price < prices.length; price += 1) euros += (prices[price] as number) * (this.supply[price] as number);
    for (const worth of this.labels.worth) euros += worth;
    return euros + DUST * Math.abs(euros);
  }
}
