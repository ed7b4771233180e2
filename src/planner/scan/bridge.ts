// An operation's problem → the arrays of the scan engine, and its ways → paths. Goods are counted in units, so that packings
// of one item can serve one need. A frozen line comes in as stock that lies at its recipient from when it arrives: it serves
// the needs that it serves best, and takes no room but what the book has taken off already.
// Lines that stand have twins (twins.ts). Each copy of a charter is one of its own; one that frozen lines ride on is flown anyway, like any other departure.

import { chargeableKg, cartonLoad } from '../../domain/catalogue.ts';
import { invariant } from '../../domain/result.ts';
import type { Charters } from '../charters/charters.ts';
import { itemOf, type Commodity, type Group, type Source } from '../commodities.ts';
import type { FixedLine } from '../frozen.ts';
import { keptWays, standsOf, type Kept } from '../kept-by-scan.ts';
import type { Parts } from '../model.ts';
import { MOST_DELAY } from '../objective.ts';
import type { Path } from '../paths.ts';
import { mayRide } from '../reach.ts';
import { cartonTakes, placeOf, type HandlingKey, type Leg } from '../timetable.ts';
import type { Way } from './decompose.ts';
import { MEASURE, MEASURES, type ScanProblem } from './scan-problem.ts';
import { withTwins } from './twins.ts';

const MS_PER_HOUR = 3_600_000;
/** Added to departures, in hours: four milliseconds, so that goods that are ready to the minute are not late by a rounding. */
const GRACE = 1e-6;

/** What each capacity and each stock of the arrays is in the operation. */
export type Limited = { readonly leg: Leg; readonly of: 0 | 1 | 2 } | { readonly handling: HandlingKey };
export interface Bridge {
  readonly problem: ScanProblem;
  /** As if nothing stood: the same needs, the same room, no twins. */
  readonly plain: ScanProblem;
  /** Ways of standing lines that have a twin. */
  readonly kept: readonly Kept[];
  /** Euros of standing lines that a plan might keep and the arrays cannot say. */
  readonly unsaid: number;
  /** Which of the kept ways' twins it rides on; −1: none. */
  readonly standOf: (way: Way) => number;
  /** Of the capacities of twins, which stand after those below: where a search from prices begins. */
  readonly begins: Float64Array;
  /** Those that are to be decided, in the order of the legs. */
  readonly charters: Charters;
  readonly chartered: readonly Leg[];
  readonly capacities: readonly Limited[];
  /** By stock; a frozen line's has none. */
  readonly sources: readonly (Source | null)[];
  /** By stock: the frozen line that it is. */
  readonly frozen: readonly (FixedLine | null)[];
  /** By segment. */
  readonly groups: readonly Group[];
  /** Ways of frozen goods are left out: they are lines already. */
  paths(ways: Iterable<Way>): Path[];
}

/** Goods of one item, as they are packed: a commodity of the operation, or a frozen line. */
interface Goods {
  readonly commodity: Commodity | null;
  readonly fixed: FixedLine | null;
  readonly item: number;
  readonly unitsPerCarton: number;
}

export function bridge(parts: Parts, commodities: readonly Commodity[]): Bridge {
  const { problem, table, groups } = parts;
  const hour = (ms: number): number => (ms - table.asOf) / MS_PER_HOUR;
  const items = [...new Set(groups.map(({ item }) => item))];
  const goods = goodsOf(parts, commodities, items.map(({ item }) => item));
  const places = [...problem.places.keys()];
  const placeIndex = new Map(places.map((place, index) => [place, index]));
  const at = (place: string): number => placeIndex.get(place as never) ?? -1;
  const recipients = [...new Set(groups.map(({ recipient }) => recipient))];
  const { stocks, draws, sources, frozen } = supply(goods, at, hour, parts);
  const limits = capacities(parts);
  const legs = table.legs;
  const kinds = kindsOf(goods, parts);
  const pieces = segments(parts, items.map(({ item }) => item), recipients.map(({ recipient }) => recipient), hour);
  const plain: ScanProblem = {
    horizon: hour(Date.parse(problem.until)),
    places: { count: places.length, change: Float64Array.from(places, (place) => placeOf(problem, place).changeMinutes / 60) },
    departures: {
      count: legs.length, from: Int32Array.from(legs, ({ run }) => at(run.from)), to: Int32Array.from(legs, ({ run }) => at(run.to)), mode: modes(legs),
      departs: Float64Array.from(legs, ({ departs }) => hour(departs) + GRACE), ready: Float64Array.from(legs, ({ ready }) => hour(ready)), rate: rates(parts),
    },
    capacities: limits.capacities,
    items: { count: items.length, heat: Float64Array.from(items, (item) => cartonTakes(item).kg / item.unitsPerCarton) },
    commodities: {
      count: goods.length, item: Int32Array.from(goods, ({ item }) => item), load: loads(goods, items),
      expires: Float64Array.from(goods, ({ commodity }) => (commodity === null ? Infinity : hour(commodity.expiresAt))),
      ...kinds, may: goods.map((it) => Uint8Array.from(recipients, ({ recipient }) => ((it.fixed === null ? it.commodity?.recipients.has(recipient) : it.fixed.frozen.recipient === recipient) === true ? 1 : 0))),
    },
    stocks, draws,
    recipients: { count: recipients.length, place: Int32Array.from(recipients, ({ place }) => at(place)) },
    segments: pieces.segments,
    lateShare: problem.weights.lateShare,
    mostDelay: problem.weights.delayPerDay > 0 ? (MOST_DELAY / problem.weights.delayPerDay) * 24 : Infinity,
  };
  const { undecided: chartered } = charteredLegs(parts);
  const standing = keptWays(parts, commodities);
  const kept = standing.lines.flatMap(({ line, ways }) => ways.map((way) => ({ line, way })));
  const stands = standsOf(parts, commodities, standing.lines, kept, {
    commodity: (of) => goods.findIndex(({ commodity }) => commodity === of), stock: (of) => sources.indexOf(of), recipient: ({ recipient }) => recipients.indexOf(recipient), item: ({ item }) => items.indexOf(item),
  });
  const twinned = withTwins(plain, stands);
  const all = [...pieces.groups, ...stands.overOf];
  const named = { legs: Array.from(twinned.departureOf, (of) => legs[of] ?? null), goods: Array.from(twinned.commodityOf, (of) => goods[of] as Goods), sources, groups: all };
  return {
    problem: twinned.problem, plain, kept, unsaid: standing.unsaid, begins: twinned.begins, standOf: ({ commodity }) => twinned.standOf[commodity] as number,
    charters: chartersOf(chartered, problem.weights.costWeight, twinned.departuresOf), chartered, capacities: limits.of, sources, frozen, groups: all, paths: (ways) => pathsOf(ways, named),
  };
}

/** Copies of charters: those that frozen lines ride on, which are flown anyway, and those that are to be decided. */
export function charteredLegs({ table, fixed }: Parts): { readonly flown: readonly Leg[]; readonly undecided: readonly Leg[] } {
  const ridden = new Set(fixed.flatMap(({ legs }) => legs));
  const chartered = table.legs.filter(({ run }) => run.charter !== null);
  return { flown: chartered.filter((leg) => ridden.has(leg)), undecided: chartered.filter((leg) => !ridden.has(leg)) };
}

/** @param departuresOf by leg: its departure and the twins of it */
function chartersOf(legs: readonly Leg[], costWeight: number, departuresOf: readonly (readonly number[])[]): Charters {
  const lists = legs.map(({ index }) => departuresOf[index] ?? []);
  const start = [0];
  for (const list of lists) start.push((start.at(-1) ?? 0) + list.length);
  return {
    count: legs.length, start: Int32Array.from(start), departures: Int32Array.from(lists.flat()),
    most: new Int32Array(legs.length).fill(1), cost: Float64Array.from(legs, ({ run }) => costWeight * (run.charter?.fixedEuros ?? 0)),
  };
}

/** In order of item, as the arrays want them; goods that nobody asks for stay out. */
function goodsOf({ fixed }: Parts, commodities: readonly Commodity[], items: readonly string[]): Goods[] {
  const all: Goods[] = [
    ...commodities.map((commodity): Goods => ({ commodity, fixed: null, item: items.indexOf(commodity.item.item), unitsPerCarton: commodity.unitsPerCarton })),
    ...fixed.map((line): Goods => ({ commodity: null, fixed: line, item: items.indexOf(line.supply.item), unitsPerCarton: line.supply.unitsPerCarton })),
  ];
  return all.filter(({ item }) => item >= 0).sort((a, b) => a.item - b.item);
}

function modes(legs: readonly Leg[]): Int32Array {
  const known = [...new Set(legs.map(({ run }) => run.mode))];
  return Int32Array.from(legs, ({ run }) => known.indexOf(run.mode));
}

/** What counts in the objective for each measure on each leg: cost by chargeable weight and pallet place, CO₂ by gross weight. */
function rates({ problem: { weights }, table }: Parts): Float64Array {
  const rate = new Float64Array(table.legs.length * MEASURES);
  for (const { index, run } of table.legs) {
    rate[index * MEASURES + MEASURE.kg] = weights.co2Weight * run.co2KgPerKg;
    rate[index * MEASURES + MEASURE.positions] = weights.costWeight * run.eurosPerPallet;
    rate[index * MEASURES + MEASURE.chargeable] = weights.costWeight * run.eurosPerChargeableKg;
  }
  return rate;
}

/** What a unit takes. Goods that are frozen go nowhere. */
function loads(goods: readonly Goods[], items: readonly Commodity['item'][]): Float64Array {
  const load = new Float64Array(goods.length * MEASURES);
  for (const [index, { item: which, unitsPerCarton }] of goods.entries()) {
    const item = items[which];
    invariant(item !== undefined, 'goods are of an item that somebody asks for');
    const takes = cartonTakes(item);
    const { grams, volume } = cartonLoad(item);
    load.set([takes.kg, takes.m3, takes.positions, chargeableKg(grams, volume)].map((carton) => carton / unitsPerCarton), index * MEASURES);
  }
  return load;
}

/** Where goods may ride, once for goods that are alike in what decides it. */
function kindsOf(goods: readonly Goods[], { table }: Parts): Pick<ScanProblem['commodities'], 'kind' | 'open'> {
  const open: Uint8Array[] = [];
  const known = new Map<string, number>();
  const kind = Int32Array.from(goods, ({ commodity }) => {
    const key = commodity === null ? '' : [commodity.item.class, commodity.item.temperature, ...[...commodity.forbidden].toSorted()].join(' ');
    const found = known.get(key) ?? open.push(Uint8Array.from(table.legs, (leg) => (commodity !== null && mayRide(table, commodity, leg) ? 1 : 0))) - 1;
    known.set(key, found);
    return found;
  });
  return { kind, open };
}

function supply(goods: readonly Goods[], at: (place: string) => number, hour: (ms: number) => number, { problem }: Parts): { stocks: ScanProblem['stocks']; draws: ScanProblem['draws']; sources: (Source | null)[]; frozen: (FixedLine | null)[] } {
  const sources: (Source | null)[] = [];
  const frozen: (FixedLine | null)[] = [];
  const [place, available, units, commodity, stock]: number[][] = [[], [], [], [], []];
  const known = new Map<Source, number>();
  const add = (where: string, ms: number, amount: number, source: Source | null, line: FixedLine | null): number => {
    frozen.push(line);
    place?.push(at(where));
    available?.push(hour(ms));
    units?.push(amount);
    return sources.push(source) - 1;
  };
  for (const [index, { commodity: its, fixed, unitsPerCarton }] of goods.entries()) {
    const drawn = fixed === null ? (its?.sources ?? []).map((source) => {
      const found = known.get(source) ?? add(source.place, source.availableAt, source.cartons * unitsPerCarton, source, null);
      known.set(source, found);
      return found;
    }) : [add(problem.recipients.find(({ recipient }) => recipient === fixed.frozen.recipient)?.place ?? '', fixed.arrives, fixed.frozen.cartons * unitsPerCarton, null, fixed)];
    for (const which of drawn) {
      commodity?.push(index);
      stock?.push(which);
    }
  }
  return {
    sources, frozen,
    stocks: { count: sources.length, place: Int32Array.from(place ?? []), available: Float64Array.from(available ?? []), units: Float64Array.from(units ?? []) },
    draws: { count: stock?.length ?? 0, commodity: Int32Array.from(commodity ?? []), stock: Int32Array.from(stock ?? []) },
  };
}

/** What is left of each leg and each day's handling, in the order of the legs. */
function capacities({ problem, table, book }: Parts): { capacities: ScanProblem['capacities']; of: Limited[] } {
  const of: Limited[] = [];
  const most: number[] = [];
  const targets: number[][] = [];
  const limit = (what: Limited, amount: number, on: number[]): void => {
    if (amount === Infinity) return;
    of.push(what);
    most.push(Math.max(0, amount));
    targets.push(on);
  };
  const handled = new Map<HandlingKey, number[]>();
  const everything = problem.supplies.reduce((sum, { item, cartons }) => sum + cartons * cartonTakes(itemOf(problem, item)).kg, 0);
  for (const leg of table.legs) {
    const left = book.left(leg);
    // A charter has some limit, or nothing would close it.
    const endless = leg.run.charter !== null && [left.kg, left.m3, left.positions].every((amount) => amount === Infinity);
    for (const [measure, amount] of [endless ? everything : left.kg, left.m3, left.positions].entries()) limit({ leg, of: measure as 0 | 1 | 2 }, amount, [leg.index * MEASURES + measure]);
    for (const key of [leg.out, leg.in]) if (key !== null) handled.set(key, [...(handled.get(key) ?? []), leg.index * MEASURES + MEASURE.positions]);
  }
  for (const [handling, on] of handled) limit({ handling }, book.handlingLeft(handling), on);
  const start = [0];
  for (const on of targets) start.push((start.at(-1) ?? 0) + on.length);
  return { of, capacities: { count: most.length, most: Float64Array.from(most), start: Int32Array.from(start), targets: Int32Array.from(targets.flat()) } };
}

function segments({ groups, problem: { weights } }: Parts, items: readonly string[], recipients: readonly string[], hour: (ms: number) => number): { segments: ScanProblem['segments']; groups: Group[] } {
  const all = groups.flatMap((group) => group.needs.flatMap((need) => need.weights.segments.map(({ share, weight }) => ({ group, need, units: share * need.units, weight }))));
  const recipientIndex = new Map(recipients.map((recipient, index) => [recipient, index]));
  const whole = (of: (it: (typeof all)[number]) => number): Int32Array => Int32Array.from(all, of);
  const floats = (of: (it: (typeof all)[number]) => number): Float64Array => Float64Array.from(all, of);
  return {
    groups: all.map(({ group }) => group),
    segments: {
      count: all.length, recipient: whole(({ group }) => recipientIndex.get(group.recipient.recipient) ?? -1), item: whole(({ group }) => items.indexOf(group.item.item)),
      from: floats(({ need }) => hour(need.from)), until: floats(({ need }) => hour(need.until)), units: floats(({ units }) => units),
      worth: floats(({ need, weight }) => need.weights.euros * weight), decay: floats(({ need }) => (need.weights.euros * need.weights.lightest * weights.delayPerDay) / 24),
    },
  };
}

function pathsOf(ways: Iterable<Way>, { legs, goods, sources, groups }: { readonly legs: readonly (Leg | null)[]; readonly goods: readonly Goods[]; readonly sources: readonly (Source | null)[]; readonly groups: readonly Group[] }): Path[] {
  const found: Path[] = [];
  for (const { commodity: which, stock, departures, segment, units } of ways) {
    const { commodity, unitsPerCarton } = goods[which] as Goods;
    const source = sources[stock] ?? null;
    if (commodity === null || source === null) continue;
    const ridden = departures.flatMap((departure) => legs[departure] ?? []);
    found.push({ commodity, source, legs: ridden, group: groups[segment] as Group, arrives: ridden.at(-1)?.ready ?? source.availableAt, cartons: units / unitsPerCarton });
  }
  return found;
}
