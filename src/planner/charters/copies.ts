// The problem with each region laid out several times, once for each choice of its charters that may be best: a copy has its
// own departures, rooms, stocks and recipients, and so prices of its own. Goods come to it from places that are nobody's, or
// through other regions, whose room they pay for at one price whatever is chosen there.
// Not here: what a copy is worth, and how much of each is had (copies-dual.ts).
// Sources: Lagrangian relaxation (Geoffrion 1974), here of regions with all their choices side by side (Dantzig & Wolfe 1960).

import { MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import { roomsOf, type Charters } from './charters.ts';
import { Layout, type Copy } from './layout.ts';
import type { Regions } from './regions.ts';

/** Whose a price is where it is no copy's: everybody's, or what others pay for room and stock of a region. */
export const OWNER: { readonly everybody: number; readonly others: number } = { everybody: -1, others: -2 };

/** What a price of the problem with copies is for. */
export interface Limit {
  /** A price of the problem itself. */
  readonly of: number;
  /** A copy, or one of OWNER. */
  readonly owner: number;
  /** Of a charter, one flight of it brings `most`; −1: none. */
  readonly charter: number;
  readonly most: number;
  /** Of a copy's: the price that others pay for the same; −1: none can leave the region. */
  readonly others: number;
  /** How much of it can leave the region at most. */
  readonly leaving: number;
}

export interface Copies {
  readonly problem: ScanProblem;
  readonly charters: Charters;
  readonly copies: readonly Copy[];
  /** By region. */
  readonly copiesOf: readonly (readonly number[])[];
  readonly chartersOf: readonly (readonly number[])[];
  /** By recipient: the copy; −1: none. */
  readonly copyOfRecipient: Int32Array;
  /** By price. */
  readonly limits: readonly Limit[];
}

export function withCopies(problem: ScanProblem, charters: Charters, regions: Regions, copies: readonly Copy[]): Copies {
  const layout = new Layout(problem, regions, copies);
  const { views, placeOf, recipients } = layout;
  const { departures, commodities } = problem;
  const rate = new Float64Array(views.length * MEASURES);
  for (const [view, { departure }] of views.entries()) rate.set(departures.rate.subarray(departure * MEASURES, (departure + 1) * MEASURES), view * MEASURES);
  const rooms = roomLimits(layout, charters);
  const stocks = stockLimits(layout);
  return {
    charters, copies, copiesOf: layout.copiesOf, limits: [...rooms.limits, ...withOthers(stocks.limits, rooms.limits.length)],
    chartersOf: layout.copiesOf.map((_, region) => [...regions.ofCharter.keys()].filter((charter) => regions.ofCharter[charter] === region)),
    copyOfRecipient: Int32Array.from(recipients, ({ copy }) => copy),
    problem: {
      ...problem,
      places: { count: placeOf.length, change: Float64Array.from(placeOf, (place) => problem.places.change[place] as number) },
      departures: {
        count: views.length, from: Int32Array.from(views, ({ from }) => from), to: Int32Array.from(views, ({ to }) => to), mode: Int32Array.from(views, ({ departure }) => departures.mode[departure] as number),
        departs: Float64Array.from(views, ({ departure }) => departures.departs[departure] as number), ready: Float64Array.from(views, ({ departure }) => departures.ready[departure] as number), rate,
      },
      capacities: { count: rooms.limits.length, most: Float64Array.from(rooms.limits, ({ most }) => most), start: rooms.start, targets: rooms.targets },
      commodities: {
        ...commodities,
        open: commodities.open.map((open) => Uint8Array.from(views, ({ departure }) => open[departure] as number)),
        may: commodities.may.map((may) => Uint8Array.from(recipients, ({ recipient }) => may[recipient] as number)),
      },
      stocks: stocks.stocks, draws: stocks.draws,
      recipients: { count: recipients.length, place: Int32Array.from(recipients, ({ recipient, copy }) => layout.place(copy, problem.recipients.place[recipient] as number)) },
      segments: segmentsOf(layout),
    },
  };
}

/** Each segment for each copy of its recipient. */
function segmentsOf({ problem: { segments }, recipients }: Layout): ScanProblem['segments'] {
  const numbers = Map.groupBy(recipients.keys(), (number) => recipients[number]?.recipient ?? -1);
  const all = [...segments.recipient.keys()].flatMap((segment) => (numbers.get(segments.recipient[segment] as number) ?? []).map((recipient) => ({ segment, recipient })));
  const of = (list: Float64Array): Float64Array => Float64Array.from(all, ({ segment }) => list[segment] as number);
  return {
    count: all.length, recipient: Int32Array.from(all, ({ recipient }) => recipient), item: Int32Array.from(all, ({ segment }) => segments.item[segment] as number),
    from: of(segments.from), until: of(segments.until), units: of(segments.units), worth: of(segments.worth), decay: of(segments.decay),
  };
}

/** A limit on departures of one region is there for each of its copies, and once for others; any other for all together. */
function roomLimits(layout: Layout, charters: Charters): { readonly limits: Limit[]; readonly start: Int32Array; readonly targets: Int32Array } {
  const { problem, views, regionOf } = layout;
  const { capacities } = problem;
  const { charterOf, room } = charteredRoom(problem, charters);
  const viewsOf = Map.groupBy(views.keys(), (view) => views[view]?.departure ?? -1);
  const leaving = leavingRoom(layout);
  const limits: Limit[] = [];
  const start = [0];
  const targets: number[] = [];
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const its = capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1]);
    const charter = charterOf[capacity] as number;
    const most = (charter < 0 ? capacities.most : room)[capacity] as number;
    const region = regionOf[Math.floor((its[0] as number) / MEASURES)] as number;
    const shared = region < 0 || its.some((target) => regionOf[Math.floor(target / MEASURES)] !== region);
    const seen = [...its].flatMap((target) => (viewsOf.get(Math.floor(target / MEASURES)) ?? []).map((view) => ({ copy: views[view]?.copy ?? -1, target: view * MEASURES + (target % MEASURES) })));
    let others = -1;
    for (const [copy, targetsOf] of shared ? [[OWNER.everybody, seen] as const] : Map.groupBy(seen, ({ copy: of }) => of)) {
      const owner = shared ? OWNER.everybody : copy < 0 ? OWNER.others : copy;
      if (owner === OWNER.others) others = limits.length;
      limits.push({ of: capacity, owner, charter, most, others: owner >= 0 ? others : -1, leaving: owner >= 0 && others >= 0 ? leaving(region, its) : 0 });
      targets.push(...targetsOf.map(({ target }) => target));
      start.push(targets.length);
    }
  }
  return { limits, start: Int32Array.from(start), targets: Int32Array.from(targets) };
}

function charteredRoom(problem: ScanProblem, charters: Charters): { readonly charterOf: Int32Array; readonly room: Float64Array } {
  const rooms = roomsOf(problem, charters);
  const charterOf = new Int32Array(problem.capacities.count).fill(-1);
  const room = new Float64Array(problem.capacities.count);
  for (let charter = 0; charter < charters.count; charter += 1)
    for (let at = rooms.start[charter] as number; at < (rooms.start[charter + 1] as number); at += 1) {
      charterOf[rooms.capacity[at] as number] = charter;
      room[rooms.capacity[at] as number] = rooms.room[at] as number;
    }
  return { charterOf, room };
}

/** What can leave a region of goods that came by these departures: the room of all that leave it later, in the same measure; goods may have come by several of them. */
function leavingRoom({ problem, regions, regionOf }: Layout): (region: number, targets: Int32Array) => number {
  const { departures, capacities } = problem;
  const roomOf = new Float64Array(departures.count * MEASURES).fill(Infinity);
  for (let capacity = 0; capacity < capacities.count; capacity += 1)
    for (const target of capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1])) roomOf[target] = Math.min(roomOf[target] as number, capacities.most[capacity] as number);
  const leaves = Map.groupBy([...departures.from.keys()].filter((departure) => regions.ofPlace[departures.from[departure] as number] !== regionOf[departure]), (departure) => regions.ofPlace[departures.from[departure] as number]);
  return (region, targets) => {
    const measure = (targets[0] as number) % MEASURES;
    const first = targets.reduce((hour, target) => Math.min(hour, departures.departs[Math.floor(target / MEASURES)] as number), Infinity);
    return targets.length * (leaves.get(region) ?? []).reduce((sum, departure) => sum + ((departures.departs[departure] as number) >= first ? (roomOf[departure * MEASURES + measure] as number) : 0), 0);
  };
}

/** A stock that lies in a region is there for each of its copies, and once for others where goods can leave. */
function stockLimits(layout: Layout): { readonly limits: Limit[]; readonly stocks: ScanProblem['stocks']; readonly draws: ScanProblem['draws'] } {
  const { problem: { stocks, draws, capacities }, regions, leadsOut } = layout;
  const all = [...stocks.place.keys()].flatMap((stock) => {
    const place = stocks.place[stock] as number;
    const region = regions.ofPlace[place] as number;
    if (region < 0) return [{ stock, owner: OWNER.everybody, place }];
    const own = layout.owners(region).map((copy) => ({ stock, owner: copy, place: layout.place(copy, place) }));
    return leadsOut[place] === 1 ? [{ stock, owner: OWNER.others, place }, ...own] : own;
  });
  const numbers = Map.groupBy(all.keys(), (number) => all[number]?.stock ?? -1);
  const drawn = [...draws.stock.keys()].flatMap((draw) => (numbers.get(draws.stock[draw] as number) ?? []).map((stock) => ({ stock, commodity: draws.commodity[draw] as number })));
  return {
    limits: all.map(({ stock, owner }): Limit => ({ of: capacities.count + stock, owner, charter: -1, most: stocks.units[stock] as number, others: -1, leaving: Infinity })),
    stocks: { count: all.length, place: Int32Array.from(all, ({ place }) => place), available: Float64Array.from(all, ({ stock }) => stocks.available[stock] as number), units: Float64Array.from(all, ({ stock }) => stocks.units[stock] as number) },
    draws: { count: drawn.length, commodity: Int32Array.from(drawn, ({ commodity }) => commodity), stock: Int32Array.from(drawn, ({ stock }) => stock) },
  };
}

/** Stocks' limits once more, each copy's with the price that others pay for the same stock. */
function withOthers(limits: readonly Limit[], first: number): Limit[] {
  const others = new Map(limits.flatMap(({ of, owner }, index) => (owner === OWNER.others ? [[of, first + index] as const] : [])));
  return limits.map((limit) => (limit.owner >= 0 ? { ...limit, others: others.get(limit.of) ?? -1 } : limit));
}
