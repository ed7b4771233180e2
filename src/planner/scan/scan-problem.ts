// The planning problem as the scan engine takes it: flat arrays, no names, no dates. What a caller fills, from an operation
// (bridge.ts) or a generator, and all that the engine and its checker read. Not here: what the engine makes of it (instance.ts).
//
// Units. Time: hours from the as-of instant. Goods: units of the item, never cartons. Money and deprivation: euros.
// A measure is one of four: 0 gross kg, 1 m³, 2 pallet places, 3 chargeable kg. An array over a pair of things is laid out
// row by row, the first named thing first: `rate` of departure d and measure m stands at d · MEASURES + m.
//
// Frozen decisions come in as what they leave: capacities, stocks and segments are what is still free.

export const MEASURES = 4;
/** Places of the four measures in an array over measures. */
export const MEASURE = { kg: 0, m3: 1, positions: 2, chargeable: 3 } as const;

export interface ScanProblem {
  /** Hours after which nothing departs. */
  readonly horizon: number;
  readonly places: Places;
  readonly departures: Departures;
  readonly capacities: Capacities;
  readonly items: Items;
  readonly commodities: Commodities;
  readonly stocks: Stocks;
  readonly draws: Draws;
  readonly recipients: Recipients;
  readonly segments: Segments;
  /** What a unit counts that arrives after its due window: 0 (nothing) to 1 (as much). */
  readonly lateShare: number;
  /** Hours of waiting beyond which a unit loses no more. */
  readonly mostDelay: number;
}

export interface Places {
  readonly count: number;
  /** Hours that goods take which came by one mode and go on by another. */
  readonly change: Float64Array;
}

/** Dated departures, in order of departure. */
export interface Departures {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** A small whole number; equal means the same mode. */
  readonly mode: Int32Array;
  readonly departs: Float64Array;
  /** When the goods can be handed over at the far end, or go on by the same mode: arrival, opening hours and dwell. */
  readonly ready: Float64Array;
  /** Euros for each of the four measures: departure × measure. */
  readonly rate: Float64Array;
}

/** What is limited: a measure of one departure, or of many together (the pallets that a place handles on a day). */
export interface Capacities {
  readonly count: number;
  /** In the unit of the measure. */
  readonly most: Float64Array;
  /** Capacity c limits the sum over targets[start[c]] … targets[start[c + 1] − 1]; each is departure · MEASURES + measure. */
  readonly start: Int32Array;
  readonly targets: Int32Array;
}

export interface Items {
  readonly count: number;
  /** What temperature is multiplied with for goods of the item: kg a unit, so that a temperature is euros a kg. */
  readonly heat: Float64Array;
}

/** Goods that are alike in item, load, recipients, expiry and where they may ride; in order of item. */
export interface Commodities {
  readonly count: number;
  readonly item: Int32Array;
  /** What a unit takes in each of the four measures: commodity × measure. */
  readonly load: Float64Array;
  /** Hours from which it may no longer be handed over; Infinity: it keeps. */
  readonly expires: Float64Array;
  /** Which row of `open` says where it may ride. */
  readonly kind: Int32Array;
  /** Kind → departure → 1 where goods of the kind may ride: borders, temperature, what people forbid. */
  readonly open: readonly Uint8Array[];
  /** Commodity → recipient → 1 where the recipient may have it. */
  readonly may: readonly Uint8Array[];
}

/** Units that lie at a place from an hour on. */
export interface Stocks {
  readonly count: number;
  readonly place: Int32Array;
  readonly available: Float64Array;
  readonly units: Float64Array;
}

/** Which commodity's goods come from which stock. A stock of which several commodities draw is shared between them. */
export interface Draws {
  readonly count: number;
  readonly commodity: Int32Array;
  readonly stock: Int32Array;
}

export interface Recipients {
  readonly count: number;
  readonly place: Int32Array;
}

/**
 * Pieces of need. A unit of the item that is ready at hour t is worth to one
 *   counted · (worth − decay · min(mostDelay, max(t, from, 0)))    counted: 1 before `until`, else lateShare
 */
export interface Segments {
  readonly count: number;
  readonly recipient: Int32Array;
  readonly item: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly units: Float64Array;
  /** Euros a unit. */
  readonly worth: Float64Array;
  /** Euros a unit an hour. */
  readonly decay: Float64Array;
}

/** What a unit of a commodity takes in each of the four measures, out of the array once: the loops of the scans use it many times. */
export function loadOf({ load }: Pick<Commodities, 'load'>, commodity: number): readonly [kg: number, m3: number, positions: number, chargeable: number] {
  const at = commodity * MEASURES;
  return [load[at] as number, load[at + 1] as number, load[at + 2] as number, load[at + 3] as number];
}

/** Beside a problem: units that must come inside the due windows, for segments together. */
export interface Floors {
  /** By segment, its floor. */
  readonly ofSegment: Int32Array;
  /** By floor; 0: nothing must. */
  readonly units: Float64Array;
}

/** Euros that a unit relieves which is ready at that hour and fills a place in the segment. */
export function unitValue({ segments, lateShare, mostDelay }: Pick<ScanProblem, 'segments' | 'lateShare' | 'mostDelay'>, segment: number, hour: number): number {
  const waited = Math.min(mostDelay, Math.max(hour, segments.from[segment] as number, 0));
  const counted = hour < (segments.until[segment] as number) ? 1 : lateShare;
  return counted * ((segments.worth[segment] as number) - (segments.decay[segment] as number) * waited);
}

/** Euros that a unit of the commodity pays on the departure. */
export function unitCost({ departures, commodities }: Pick<ScanProblem, 'departures' | 'commodities'>, commodity: number, departure: number): number {
  let euros = 0;
  for (let measure = 0; measure < MEASURES; measure += 1) euros += (departures.rate[departure * MEASURES + measure] as number) * (commodities.load[commodity * MEASURES + measure] as number);
  return euros;
}
