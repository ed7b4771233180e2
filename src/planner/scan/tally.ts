// Between prices and scans: prices are quoted for each departure's measures, and what goods took of them is tallied up by
// capacity and stock. The definition; on large instances compiled/ does the same.

import type { ScanInstance } from './instance.ts';
import type { Labels } from './labels.ts';
import { MEASURES } from './scan-problem.ts';

export interface Tally {
  /** What a unit of each measure costs on each departure, and a unit of each stock, into the labels. */
  quote(prices: Float64Array): void;
  /** Supply less what the parts' goods take, which the labels have. Adds all parts' usage up in the first's. */
  slack(supply: Float64Array, into: Float64Array): void;
}

export function plainTally({ problem: { capacities, departures, stocks } }: ScanInstance, { price, usage }: Labels): Tally {
  const { start, targets, count } = capacities;
  const [all, ...others] = usage;
  return {
    quote(prices) {
      price.set(departures.rate);
      for (let capacity = 0; capacity < count; capacity += 1) {
        const each = prices[capacity] as number;
        if (each !== 0) for (let at = start[capacity] as number; at < (start[capacity + 1] as number); at += 1) price[targets[at] as number] = (price[targets[at] as number] as number) + each;
      }
      for (let stock = 0; stock < stocks.count; stock += 1) price[departures.count * MEASURES + stock] = prices[count + stock] as number;
    },
    slack(supply, into) {
      into.set(supply);
      if (all === undefined) return;
      for (const part of others) for (let at = 0; at < all.length; at += 1) all[at] = (all[at] as number) + (part[at] as number);
      for (let capacity = 0; capacity < count; capacity += 1) {
        let used = 0;
        for (let at = start[capacity] as number; at < (start[capacity + 1] as number); at += 1) used += all[targets[at] as number] as number;
        into[capacity] = (supply[capacity] as number) - used;
      }
      for (let stock = 0; stock < stocks.count; stock += 1) into[count + stock] = (supply[count + stock] as number) - (all[departures.count * MEASURES + stock] as number);
    },
  };
}
