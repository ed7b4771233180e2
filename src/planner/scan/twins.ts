// Goods that stand on a way and cost to be taken off it, as arrays of the scan: for each of them a commodity of its own that can
// only go that way, to that recipient, on a twin of the last departure that is cheaper by the price of change. It draws on the same
// stock and takes the same room, no more of it than stands; and from where the twin comes in it cannot but be handed over. So no engine
// and no checker needs a rule for it. Goods that lie at their recipient's place already ride a departure there that takes a moment.
// Not here: which lines stand and their ways (kept-lines.ts); parts of a plan that runs already (replan/kept.ts).

import { MEASURE, MEASURES, type ScanProblem } from './scan-problem.ts';

/** Numbers are those of the problem without twins. */
export interface Stand {
  readonly commodity: number;
  readonly stock: number;
  /** None where the stock lies at the recipient's place. */
  readonly departures: readonly number[];
  readonly recipient: number;
  /** Euros that a unit gains by keeping to the way. */
  readonly euros: number;
}

export interface Stands {
  readonly stands: readonly Stand[];
  /** Units of several stands together, which are of one item and packed alike: of a line, of a lot at a place. */
  readonly most: readonly { readonly of: readonly number[]; readonly units: number; /** Where it begins a search: euros a unit. */ readonly euros: number }[];
  /** Units that a recipient may get of an item beyond its need, by what stands alone: nobody opens a carton on the way. */
  readonly over: readonly { readonly recipient: number; readonly item: number; readonly units: number }[];
}

export interface Twinned {
  /** Capacities that are more stand after the others; the other numbers change. */
  readonly problem: ScanProblem;
  /** By number here, the number without twins; −1: it goes nowhere. */
  readonly departureOf: Int32Array;
  readonly commodityOf: Int32Array;
  /** By commodity: which of the stands it is; −1: none. */
  readonly standOf: Int32Array;
  /** By departure without twins: itself, then its twins. */
  readonly departuresOf: readonly (readonly number[])[];
  /** By capacity that is more: where a search from prices begins. */
  readonly begins: Float64Array;
}

/** Hours that goods which are there already ride, so that none rides twice: four milliseconds. */
const MOMENT = 1e-6;
/** Above 0, or programs would leave it out; too little to be worth anything. */
const CRUMB = 1e-9;

export function withTwins(problem: ScanProblem, given: Stands): Twinned {
  const { departures, commodities } = problem;
  const { stands } = given;
  if (stands.length === 0) return { problem, departureOf: Int32Array.from(departures.departs.keys()), commodityOf: Int32Array.from(commodities.item.keys()), standOf: new Int32Array(commodities.count).fill(-1), departuresOf: Array.from(departures.departs, (_, departure) => [departure]), begins: new Float64Array(0) };
  const all = [...departures.departs.keys(), ...stands.map(lastOf)];
  const departs = [...departures.departs, ...stands.map((stand) => (lastOf(stand) < 0 ? (problem.stocks.available[stand.stock] as number) : (departures.departs[lastOf(stand)] as number)))];
  const order = [...all.keys()].sort((a, b) => (departs[a] as number) - (departs[b] as number) || a - b);
  const here = new Int32Array(all.length);
  for (const [index, of] of order.entries()) here[of] = index;
  const departureOf = Int32Array.from(order, (of) => all[of] as number);
  const twin = (stand: number): number => here[departures.count + stand] as number;
  const goods = [...commodities.item.keys(), ...stands.map(({ commodity }) => commodity)];
  const lined = [...goods.keys()].sort((a, b) => (commodities.item[goods[a] as number] as number) - (commodities.item[goods[b] as number] as number) || a - b);
  const commodityOf = Int32Array.from(lined, (of) => goods[of] as number);
  const standOf = Int32Array.from(lined, (of) => of - commodities.count).map((stand) => Math.max(-1, stand));
  const departuresOf = Array.from(departures.departs, (_, departure) => [here[departure] as number]);
  for (const [stand, it] of stands.entries()) departuresOf[lastOf(it)]?.push(twin(stand));
  const at: Numbers = { given, departureOf, commodityOf, standOf, here, twin, departuresOf };
  return {
    departureOf, commodityOf, standOf, departuresOf, begins: Float64Array.from(given.most, ({ of: [stand = -1], euros }) => euros / kgOf(problem, stands[stand] as Stand)),
    problem: { ...problem, departures: departuresWith(problem, at), capacities: capacitiesWith(problem, at), commodities: commoditiesWith(problem, at), draws: drawsWith(problem, at), ...needsWith(problem, given) },
  };
}

interface Numbers extends Omit<Twinned, 'problem' | 'begins'> {
  readonly given: Stands;
  /** By departure, then by stand. */
  readonly here: Int32Array;
  readonly twin: (stand: number) => number;
}

const lastOf = ({ departures }: Stand): number => departures.at(-1) ?? -1;

const kgOf = ({ commodities }: ScanProblem, { commodity }: Stand): number => commodities.load[commodity * MEASURES + MEASURE.kg] as number;

function departuresWith(problem: ScanProblem, { given: { stands }, departureOf, twin }: Numbers): ScanProblem['departures'] {
  const { departures, stocks } = problem;
  const rate = new Float64Array(departureOf.length * MEASURES);
  for (const [index, of] of departureOf.entries()) if (of >= 0) rate.set(departures.rate.subarray(of * MEASURES, (of + 1) * MEASURES), index * MEASURES);
  const list = { from: departureOf.map((of) => departures.from[of] ?? -1), to: departureOf.map((of) => departures.to[of] ?? -1), mode: departureOf.map((of) => departures.mode[of] ?? 0), departs: Float64Array.from(departureOf, (of) => departures.departs[of] ?? 0), ready: Float64Array.from(departureOf, (of) => departures.ready[of] ?? 0) };
  for (const [stand, it] of stands.entries()) {
    const index = twin(stand);
    rate[index * MEASURES + MEASURE.kg] = (rate[index * MEASURES + MEASURE.kg] as number) - it.euros / kgOf(problem, it);
    if (lastOf(it) >= 0) continue;
    list.from[index] = list.to[index] = stocks.place[it.stock] as number;
    list.departs[index] = stocks.available[it.stock] as number;
    list.ready[index] = list.departs[index] + MOMENT;
  }
  return { count: departureOf.length, rate, ...list };
}

function capacitiesWith(problem: ScanProblem, { given: { stands, most }, twin, departuresOf }: Numbers): ScanProblem['capacities'] {
  const { capacities } = problem;
  const lists = Array.from(capacities.most, (_, capacity) =>
    [...capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1])].flatMap((target) => (departuresOf[Math.floor(target / MEASURES)] ?? []).map((departure) => departure * MEASURES + (target % MEASURES))));
  for (const { of } of most) lists.push(of.map((stand) => twin(stand) * MEASURES + MEASURE.kg));
  const start = new Int32Array(lists.length + 1);
  for (const [capacity, list] of lists.entries()) start[capacity + 1] = (start[capacity] as number) + list.length;
  return { count: lists.length, start, targets: Int32Array.from(lists.flat()), most: Float64Array.from([...capacities.most, ...most.map(({ of: [stand = -1], units }) => units * kgOf(problem, stands[stand] as Stand))]) };
}

function commoditiesWith({ commodities, recipients }: ScanProblem, { given: { stands, over }, departureOf, commodityOf, standOf, here, twin }: Numbers): ScanProblem['commodities'] {
  const load = new Float64Array(commodityOf.length * MEASURES);
  for (const [index, of] of commodityOf.entries()) load.set(commodities.load.subarray(of * MEASURES, (of + 1) * MEASURES), index * MEASURES);
  const open = commodities.open.map((row) => departureOf.map((of, index) => (of >= 0 && here[of] === index ? (row[of] as number) : 0))).map((row) => Uint8Array.from(row));
  const kinds = open.length;
  for (const [stand, it] of stands.entries()) {
    const base = commodities.open[commodities.kind[it.commodity] as number] as Uint8Array;
    const row = new Uint8Array(departureOf.length);
    for (const leg of it.departures.slice(0, -1)) row[here[leg] as number] = base[leg] as number;
    row[twin(stand)] = base[lastOf(it)] ?? 1;
    open.push(row);
  }
  const mayOf = (index: number): Uint8Array => {
    const [stand, may] = [stands[standOf[index] as number], new Uint8Array(recipients.count + over.length)];
    const base = commodities.may[commodityOf[index] as number] as Uint8Array;
    if (stand === undefined) may.set(base);
    else {
      may[stand.recipient] = base[stand.recipient] as number;
      for (const [at, { recipient }] of over.entries()) if (recipient === stand.recipient) may[recipients.count + at] = base[recipient] as number;
    }
    return may;
  };
  return {
    count: commodityOf.length, load, open, item: commodityOf.map((of) => commodities.item[of] as number), expires: Float64Array.from(commodityOf, (of) => commodities.expires[of] as number),
    kind: commodityOf.map((of, index) => ((standOf[index] as number) < 0 ? (commodities.kind[of] as number) : kinds + (standOf[index] as number))),
    may: Array.from(commodityOf, (_, index) => mayOf(index)),
  };
}

function drawsWith({ draws, commodities }: ScanProblem, { given: { stands }, commodityOf, standOf }: Numbers): ScanProblem['draws'] {
  const index = new Int32Array(commodities.count + stands.length);
  for (const [here, of] of commodityOf.entries()) index[(standOf[here] as number) < 0 ? of : commodities.count + (standOf[here] as number)] = here;
  return { count: draws.count + stands.length, commodity: Int32Array.from([...Array.from(draws.commodity, (of) => index[of] as number), ...stands.map((_, stand) => index[commodities.count + stand] as number)]), stock: Int32Array.from([...draws.stock, ...stands.map(({ stock }) => stock)]) };
}

/** What is over goes to recipients of its own at the same places, which nothing else may serve; their segments stand after the others. */
function needsWith({ recipients, segments }: ScanProblem, { over }: Stands): Pick<ScanProblem, 'recipients' | 'segments'> {
  const floats = (list: Float64Array, more: (it: Stands['over'][number]) => number): Float64Array => Float64Array.from([...list, ...over.map(more)]);
  const whole = (list: Int32Array, more: (it: Stands['over'][number], index: number) => number): Int32Array => Int32Array.from([...list, ...over.map(more)]);
  return {
    recipients: { count: recipients.count + over.length, place: whole(recipients.place, ({ recipient }) => recipients.place[recipient] as number) },
    segments: {
      count: segments.count + over.length, recipient: whole(segments.recipient, (_, index) => recipients.count + index), item: whole(segments.item, ({ item }) => item), from: floats(segments.from, () => 0), until: floats(segments.until, () => Infinity),
      units: floats(segments.units, ({ units }) => units), worth: floats(segments.worth, () => CRUMB), decay: floats(segments.decay, () => 0),
    },
  };
}
