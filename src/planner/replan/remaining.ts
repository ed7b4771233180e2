// What is left to decide after an event, as a problem of its own: the affected blocks, the departures that lead to them, what
// room and stock the others leave, and goods that are on their way. A good aboard starts at a place of its own, from which
// nothing leaves but its departure, so that connections and arrivals hold as for any other.

import { invariant } from '../../domain/result.ts';
import type { Way } from '../scan/decompose.ts';
import { MEASURE, MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import type { ScanInstance } from '../scan/instance.ts';
import type { Kept, Stability } from './kept.ts';
import { limitsOf, type Limits, type Standing } from './standing.ts';
import type { Aboard, Travelled } from './travelled.ts';

export interface Remaining {
  /** Capacities and stocks whole, so that their prices move as they would in the whole. */
  readonly problem: ScanProblem;
  /** What of each capacity and stock is left. */
  readonly supply: Float64Array;
  /** Of the whole's capacities, then stocks: what is taken by ways that are not affected, and by what has been travelled. */
  readonly taken: Float64Array;
  /** Numbers here → numbers of the whole problem. Of a capacity that only keeps goods on their departure −1; of a stock aboard −1. */
  readonly departureOf: Int32Array;
  readonly capacityOf: Int32Array;
  readonly stockOf: Int32Array;
  readonly commodityOf: Int32Array;
  readonly segmentOf: Int32Array;
  /** By departure here: euros that a kg gains by keeping to it; 0: it is not a twin. */
  readonly keeps: Float64Array;
  /** By stock here: the goods aboard that it is. Of foreign ones nothing is left. */
  readonly aboardOf: readonly (Aboard | null)[];
}

export interface RemainingParts {
  /** With the events. */
  readonly problem: ScanProblem;
  readonly limits: Limits;
  readonly standing: Standing;
  readonly hour: number;
  /** 1 by block of the standing plan. */
  readonly affected: Uint8Array;
  /** Ways to affected blocks, and what of them has been travelled. */
  readonly ways: readonly Way[];
  readonly travelled: Travelled;
  /** What is aboard for others. */
  readonly foreign: readonly Aboard[];
  readonly recalled: ReadonlySet<number>;
  readonly kept: readonly Kept[];
  readonly stability: Stability;
}

/** A departure of the whole problem, perhaps for one commodity alone. */
interface Ride {
  readonly departure: number;
  readonly from: number;
  /** By number of the whole problem; null: whatever may ride. */
  readonly commodity: number | null;
  readonly kept: Kept | null;
  readonly limited: boolean;
}

/** `taken`, and what the plan of what remains takes. @param shipped by slot here, units */
export function takenWith({ problem, taken, capacityOf, stockOf }: Remaining, whole: ScanProblem, { slotDeparture, slotCommodity }: ScanInstance, shipped: Float64Array | null): Float64Array {
  const all = taken.slice();
  if (shipped === null) return all;
  const { start, capacity, measure } = limitsOf(problem);
  const add = (price: number, amount: number): void => void (all[price] = (all[price] as number) + amount);
  for (let slot = 0; slot < shipped.length; slot += 1) {
    const departure = slotDeparture[slot] as number;
    const units = shipped[slot] as number;
    if (units === 0) continue;
    if (departure < 0) {
      const stock = stockOf[-1 - departure] as number;
      if (stock >= 0) add(whole.capacities.count + stock, units);
      continue;
    }
    for (let at = start[departure] as number; at < (start[departure + 1] as number); at += 1) {
      const price = capacityOf[capacity[at] as number] as number;
      if (price >= 0) add(price, units * (problem.commodities.load[(slotCommodity[slot] as number) * MEASURES + (measure[at] as number)] as number));
    }
  }
  return all;
}

export function remaining(parts: RemainingParts): Remaining {
  return new Draft(parts).finish();
}

class Draft {
  readonly #parts: RemainingParts;
  readonly #commodityOf: Int32Array;
  readonly #segmentOf: Int32Array;
  readonly #recipientOf: Int32Array;
  readonly #aboard: readonly Aboard[];
  readonly #rides: readonly Ride[];
  readonly #departureOf: Int32Array;
  /** Capacity, then stock: what blocks that are not affected use, and what has been used for those that are. */
  readonly #taken: Float64Array;

  constructor(parts: RemainingParts) {
    const { problem, standing, affected } = parts;
    const { commodities, segments } = problem;
    this.#parts = parts;
    const isAffected = (segment: number): boolean => affected[standing.blockOf[segment] as number] === 1;
    const items = new Uint8Array(problem.items.count);
    const recipients = new Uint8Array(problem.recipients.count);
    const segmentOf: number[] = [];
    for (let segment = 0; segment < segments.count; segment += 1) {
      if (!isAffected(segment)) continue;
      segmentOf.push(segment);
      items[segments.item[segment] as number] = 1;
      recipients[segments.recipient[segment] as number] = 1;
    }
    this.#segmentOf = Int32Array.from(segmentOf);
    this.#recipientOf = numbersOf(recipients.length, (recipient) => recipients[recipient] === 1);
    this.#commodityOf = numbersOf(commodities.count, (commodity) => items[commodities.item[commodity] as number] === 1);
    this.#aboard = [...parts.travelled.aboard, ...parts.foreign.filter(({ commodity }) => items[commodities.item[commodity] as number] === 1)];
    this.#rides = this.#ridesOf();
    this.#departureOf = Int32Array.from(this.#rides, ({ departure }) => departure);
    this.#taken = this.#takenOf();
  }

  finish(): Remaining {
    const { problem } = this.#parts;
    const stocks = this.#stocks();
    const capacities = this.#capacities();
    const { items, places } = problem;
    const aboard = this.#aboard.length;
    const change = new Float64Array(places.count + aboard);
    change.set(places.change);
    return {
      taken: this.#taken,
      supply: Float64Array.from([...capacities.left, ...stocks.left]),
      problem: {
        horizon: problem.horizon, lateShare: problem.lateShare, mostDelay: problem.mostDelay,
        places: { count: change.length, change },
        departures: this.#departures(),
        capacities: capacities.capacities,
        items,
        commodities: this.#commodities(),
        stocks: stocks.stocks,
        draws: stocks.draws,
        recipients: { count: this.#recipientOf.length, place: this.#recipientOf.map((recipient) => problem.recipients.place[recipient] as number) },
        segments: this.#segments(),
      },
      departureOf: this.#departureOf,
      capacityOf: capacities.capacityOf, stockOf: stocks.stockOf, commodityOf: this.#commodityOf, segmentOf: this.#segmentOf, aboardOf: stocks.aboardOf,
      keeps: Float64Array.from(this.#rides, ({ kept }) => (kept === null ? 0 : this.#parts.stability.eurosPerKg)),
    };
  }

  /** In order of departure. */
  #ridesOf(): Ride[] {
    const { problem: { departures, places }, hour, kept } = this.#parts;
    const leads = leadingPlaces(this.#parts.problem, this.#recipientOf);
    const rides: Ride[] = [];
    const open = new Uint8Array(departures.count);
    for (let departure = 0; departure < departures.count; departure += 1)
      if ((departures.departs[departure] as number) >= hour && leads[departures.to[departure] as number] === 1) {
        open[departure] = 1;
        rides.push({ departure, from: departures.from[departure] as number, commodity: null, kept: null, limited: true });
      }
    for (const [index, { departure, commodity }] of this.#aboard.entries()) rides.push({ departure, from: places.count + index, commodity, kept: null, limited: false });
    for (const it of kept) if (open[it.departure] === 1) rides.push({ departure: it.departure, from: departures.from[it.departure] as number, commodity: it.commodity, kept: it, limited: true });
    return rides.sort((a, b) => (departures.departs[a.departure] as number) - (departures.departs[b.departure] as number));
  }

  #takenOf(): Float64Array {
    const { standing, travelled, ways, limits, problem } = this.#parts;
    const taken = standing.usage.slice();
    for (const way of ways) {
      const load = way.commodity * MEASURES;
      // What a moved departure's ways used counts where it was counted before the event.
      for (const departure of way.departures)
        for (let at = standing.limits.start[departure] as number; at < (standing.limits.start[departure + 1] as number); at += 1) {
          const capacity = standing.limits.capacity[at] as number;
          taken[capacity] = (taken[capacity] as number) - way.units * (problem.commodities.load[load + (standing.limits.measure[at] as number)] as number);
        }
      taken[problem.capacities.count + way.stock] = (taken[problem.capacities.count + way.stock] as number) - way.units;
    }
    invariant(limits.start.length === standing.limits.start.length, 'events keep the numbers of departures');
    return taken.map((amount, price) => Math.max(0, amount) + (travelled.all.used[price] as number));
  }

  #departures(): ScanProblem['departures'] {
    const { problem: { departures, commodities }, stability } = this.#parts;
    const rate = new Float64Array(this.#rides.length * MEASURES);
    for (const [index, { departure, kept, limited }] of this.#rides.entries()) {
      if (!limited) continue;
      rate.set(departures.rate.subarray(departure * MEASURES, (departure + 1) * MEASURES), index * MEASURES);
      if (kept !== null && (commodities.load[kept.commodity * MEASURES] as number) > 0) rate[index * MEASURES] = (rate[index * MEASURES] as number) - stability.eurosPerKg;
    }
    const of = this.#departureOf;
    return {
      count: of.length, from: Int32Array.from(this.#rides, ({ from }) => from), to: picked(departures.to, of), mode: picked(departures.mode, of),
      departs: pickedFloats(departures.departs, of), ready: pickedFloats(departures.ready, of), rate,
    };
  }

  #capacities(): { readonly capacities: ScanProblem['capacities']; readonly left: readonly number[]; readonly capacityOf: Int32Array } {
    const { problem, limits } = this.#parts;
    const lists = new Map<number, number[]>();
    const own: { readonly most: number; readonly target: number }[] = [];
    for (const [index, { departure, kept, limited }] of this.#rides.entries()) {
      if (!limited) continue;
      for (let at = limits.start[departure] as number; at < (limits.start[departure + 1] as number); at += 1) {
        const capacity = limits.capacity[at] as number;
        const target = index * MEASURES + (limits.measure[at] as number);
        const list = lists.get(capacity);
        if (list === undefined) lists.set(capacity, [target]);
        else list.push(target);
      }
      if (kept !== null) own.push({ most: kept.kg, target: index * MEASURES + MEASURE.kg });
    }
    const shared = [...lists].sort(([a], [b]) => a - b);
    const most = [...shared.map(([capacity]) => problem.capacities.most[capacity] as number), ...own.map((it) => it.most)];
    const left = most.map((amount, index) => Math.max(0, amount - (this.#taken[shared[index]?.[0] ?? -1] ?? 0)));
    const targets = [...shared.map(([, list]) => list), ...own.map(({ target }) => [target])];
    const start = new Int32Array(targets.length + 1);
    for (const [index, list] of targets.entries()) start[index + 1] = (start[index] as number) + list.length;
    return {
      capacities: { count: most.length, most: Float64Array.from(most), start, targets: Int32Array.from(targets.flat()) },
      left,
      capacityOf: Int32Array.from([...shared.map(([capacity]) => capacity), ...own.map(() => -1)]),
    };
  }

  #stocks(): { readonly stocks: ScanProblem['stocks']; readonly draws: ScanProblem['draws']; readonly left: readonly number[]; readonly stockOf: Int32Array; readonly aboardOf: readonly (Aboard | null)[] } {
    const { problem: { stocks, draws, places, departures, capacities, commodities }, recalled } = this.#parts;
    const here = inverse(this.#commodityOf, commodities.count);
    const drawn = new Uint8Array(stocks.count);
    for (let draw = 0; draw < draws.count; draw += 1) if ((here[draws.commodity[draw] as number] as number) >= 0) drawn[draws.stock[draw] as number] = 1;
    const stockOf = numbersOf(stocks.count, (stock) => drawn[stock] === 1 && !recalled.has(stock));
    const stockHere = inverse(stockOf, stocks.count);
    const pairs: (readonly [commodity: number, stock: number])[] = [];
    for (let draw = 0; draw < draws.count; draw += 1) {
      const [commodity, stock] = [here[draws.commodity[draw] as number] as number, stockHere[draws.stock[draw] as number] as number];
      if (commodity >= 0 && stock >= 0) pairs.push([commodity, stock]);
    }
    for (const [index, { commodity }] of this.#aboard.entries()) pairs.push([here[commodity] as number, stockOf.length + index]);
    const aboard = this.#aboard;
    const list = (of: (stock: number) => number, ofAboard: (it: Aboard, index: number) => number): number[] => [...Array.from(stockOf, of), ...aboard.map(ofAboard)];
    return {
      stocks: {
        count: stockOf.length + aboard.length,
        place: Int32Array.from(list((stock) => stocks.place[stock] as number, (_, index) => places.count + index)),
        available: Float64Array.from(list((stock) => stocks.available[stock] as number, ({ departure }) => departures.departs[departure] as number)),
        units: Float64Array.from(list((stock) => stocks.units[stock] as number, ({ units }) => units)),
      },
      draws: { count: pairs.length, commodity: Int32Array.from(pairs, ([commodity]) => commodity), stock: Int32Array.from(pairs, ([, stock]) => stock) },
      left: list((stock) => Math.max(0, (stocks.units[stock] as number) - (this.#taken[capacities.count + stock] as number)), ({ units, foreign }) => (foreign ? 0 : units)),
      stockOf: Int32Array.from(list((stock) => stock, () => -1)),
      aboardOf: [...Array.from(stockOf, () => null), ...aboard],
    };
  }

  #commodities(): ScanProblem['commodities'] {
    const { problem: { commodities } } = this.#parts;
    const of = this.#commodityOf;
    const load = new Float64Array(of.length * MEASURES);
    for (const [index, commodity] of of.entries()) load.set(commodities.load.subarray(commodity * MEASURES, (commodity + 1) * MEASURES), index * MEASURES);
    return {
      count: of.length, load,
      item: of.map((commodity) => commodities.item[commodity] as number),
      expires: Float64Array.from(of, (commodity) => commodities.expires[commodity] as number),
      kind: Int32Array.from(of, (_, index) => index),
      open: Array.from(of, (commodity) => this.#open(commodity)),
      may: Array.from(of, (commodity) => Uint8Array.from(this.#recipientOf, (recipient) => commodities.may[commodity]?.[recipient] ?? 0)),
    };
  }

  #open(commodity: number): Uint8Array {
    const { commodities } = this.#parts.problem;
    const open = commodities.open[commodities.kind[commodity] as number];
    const here = new Uint8Array(this.#rides.length);
    for (const [index, ride] of this.#rides.entries())
      if ((ride.commodity === null || ride.commodity === commodity) && (!ride.limited || open?.[ride.departure] === 1)) here[index] = 1;
    return here;
  }

  #segments(): ScanProblem['segments'] {
    const { problem: { segments, recipients }, travelled } = this.#parts;
    const here = inverse(this.#recipientOf, recipients.count);
    const of = this.#segmentOf;
    const units = pickedFloats(segments.units, of);
    for (let index = 0; index < of.length; index += 1) units[index] = Math.max(0, (units[index] as number) - (travelled.served[of[index] as number] as number));
    return {
      count: of.length, recipient: picked(segments.recipient, of).map((recipient) => here[recipient] as number), item: picked(segments.item, of), units,
      from: pickedFloats(segments.from, of), until: pickedFloats(segments.until, of), worth: pickedFloats(segments.worth, of), decay: pickedFloats(segments.decay, of),
    };
  }
}

function picked(list: Int32Array, of: Int32Array): Int32Array {
  const found = new Int32Array(of.length);
  for (let index = 0; index < of.length; index += 1) found[index] = list[of[index] as number] as number;
  return found;
}

function pickedFloats(list: Float64Array, of: Int32Array): Float64Array {
  const found = new Float64Array(of.length);
  for (let index = 0; index < of.length; index += 1) found[index] = list[of[index] as number] as number;
  return found;
}

/** 1 by place: from there goods can come to one of the recipients, at some time. */
function leadingPlaces({ departures, places, recipients }: ScanProblem, of: Int32Array): Uint8Array {
  const leads = new Uint8Array(places.count);
  for (const recipient of of) leads[recipients.place[recipient] as number] = 1;
  // Backward over departures in any order, until nothing is added: as often as a way is long.
  for (let added = true; added; ) {
    added = false;
    for (let departure = 0; departure < departures.count; departure += 1) {
      const from = departures.from[departure] as number;
      if (leads[from] === 1 || leads[departures.to[departure] as number] !== 1) continue;
      leads[from] = 1;
      added = true;
    }
  }
  return leads;
}

function numbersOf(count: number, which: (index: number) => boolean): Int32Array {
  const numbers: number[] = [];
  for (let index = 0; index < count; index += 1) if (which(index)) numbers.push(index);
  return Int32Array.from(numbers);
}

/** Numbers of the whole → numbers here; −1: not here. */
function inverse(of: Int32Array, count: number): Int32Array {
  const here = new Int32Array(count).fill(-1);
  for (let index = 0; index < of.length; index += 1) here[of[index] as number] = index;
  return here;
}
