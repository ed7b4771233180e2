// The dual of a problem whose regions are laid out in copies. A region is worth what its best copy is worth at the prices;
// softened, a part of each copy is had, in proportion to exp(worth ÷ heat). What a copy's choice is worth to a region is a straight
// line over its flights, so that choices without a copy are bounded too. The bound holds at any prices: what goes from region
// to region is sold and bought at one price, and each region does what is best for it.
// Not here: how prices are sought (price-search.ts), which copies there are (tighten.ts).

import { MEASURES } from '../scan/scan-problem.ts';
import { Dual, type Crew } from '../scan/dual.ts';
import { decay, logistic, softplus } from '../scan/exponential.ts';
import { gains } from '../scan/hard.ts';
import type { ScanInstance } from '../scan/instance.ts';
import type { Labels } from '../scan/labels.ts';
import { heatOfMeasures } from '../scan/price-search.ts';
import { OWNER, type Copies, type Limit } from './copies.ts';
import { RegionLines } from './region-lines.ts';
import { softWorth } from './soft-worth.ts';

/** Parts of copies that differ by less than this from those that were scanned with are taken as the same. */
const SAME = 0.01;
const MOST_SCANS = 3;

export class CopiesDual extends Dual {
  readonly copies: Copies;
  /** By copy: the part of it that is had. Those of a region sum to 1. */
  readonly parts: Float64Array;
  readonly #units: Float64Array;
  readonly #copyOfBlock: Int32Array;
  /** By price: kg of heat that go with a unit of its measure. */
  readonly #kg: Float64Array;
  /** By region: kg of a flight. */
  readonly #flightKg: Float64Array;
  /** By copy and charter: flights, those that are open by their part; and euros that all of a copy's are worth less their cost. */
  readonly #flown: readonly Float64Array[];
  readonly #flights: Float64Array;

  constructor(copies: Copies, instance: ScanInstance, labels: Labels, crew: Crew) {
    super(instance, labels, crew, instance.supply.slice());
    this.copies = copies;
    this.#units = instance.pieceUnits.slice();
    this.#copyOfBlock = Int32Array.from({ length: instance.blocks }, (_, block) => copies.copyOfRecipient[instance.blockRecipient[block] as number] as number);
    this.#kg = kgOfPrices(instance);
    this.parts = Float64Array.from(copies.copies, ({ region }) => 1 / (copies.copiesOf[region] as readonly number[]).length);
    this.#flightKg = flightKgOf(copies, this.#kg);
    this.#flown = copies.copies.map(() => new Float64Array(copies.charters.count));
    this.#flights = new Float64Array(copies.copies.length);
  }

  /** At each temperature the parts are those of the prices, within SAME. */
  override slack(prices: Float64Array, temperature: number, slack: Float64Array): void {
    for (let scan = 0; scan < MOST_SCANS; scan += 1) {
      this.#reckon(prices, temperature);
      super.slack(prices, temperature, slack);
      if (this.#share(prices, temperature) < SAME) return;
    }
  }

  override bound(prices: Float64Array): number {
    return this.lines(prices).most;
  }

  /** What the hard scan says of all choices at the prices. */
  lines(prices: Float64Array): RegionLines {
    super.bound(prices);
    const { copies, copiesOf, chartersOf, limits, charters } = this.copies;
    const worth = this.#worthByCopy((block) => gains(this.instance, this.labels, { blocks: [block, block + 1] }, this.#units));
    const slopes = copies.map(() => charters.cost.map((cost) => -cost));
    for (const [price, { owner, charter, most, others, leaving }] of limits.entries()) {
      if (owner < 0) continue;
      const own = prices[price] as number;
      const sold = others < 0 ? 0 : Math.min(most, leaving) * Math.max(0, (prices[others] as number) - own);
      if (charter < 0) worth.copies[owner] = (worth.copies[owner] as number) + own * most + sold;
      else (slopes[owner] as Float64Array)[charter] = (slopes[owner]?.[charter] as number) + own * most + sold;
    }
    const shared = limits.reduce((sum, { owner, most }, price) => (owner === OWNER.everybody ? sum + (prices[price] as number) * most : sum), worth.rest);
    return new RegionLines(charters, chartersOf, shared, copiesOf.map((its, region) => its.map((copy) => ({ base: worth.copies[copy] as number, slope: Float64Array.from(chartersOf[region] as readonly number[], (charter) => slopes[copy]?.[charter] as number) }))));
  }

  /** Supply and units, each copy's by the part of it that is had; what others can have of a region is what its copies sell. */
  #reckon(prices: Float64Array, temperature: number): void {
    const { limits } = this.copies;
    this.#fly(prices, temperature);
    for (const [price, { owner, most }] of limits.entries()) this.supply[price] = owner === OWNER.everybody ? most : 0;
    for (const [price, { owner, charter, most, others, leaving }] of limits.entries()) {
      if (owner < 0) continue;
      const part = (this.parts[owner] as number) * (charter < 0 ? 1 : (this.#flown[owner]?.[charter] as number));
      const sold = others < 0 ? 0 : part * Math.min(most, leaving) * logistic(((prices[others] as number) - (prices[price] as number)) / (temperature * (this.#kg[price] as number)));
      this.supply[price] = (this.supply[price] as number) + part * most - sold;
      if (others >= 0) this.supply[others] = (this.supply[others] as number) + sold;
    }
    const { blocks, pieceStart, pieceUnits } = this.instance;
    for (let block = 0; block < blocks; block += 1) {
      const copy = this.#copyOfBlock[block] as number;
      if (copy >= 0) for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) pieceUnits[piece] = (this.#units[piece] as number) * (this.parts[copy] as number);
    }
  }

  /** What each copy's flights are worth, less their cost; those that it leaves open are flown in part. */
  #fly(prices: Float64Array, temperature: number): void {
    const { limits, copies, chartersOf, charters } = this.copies;
    const gain = copies.map(() => charters.cost.map((cost) => -cost));
    for (const [price, limit] of limits.entries()) {
      const { owner, charter } = limit;
      if (owner >= 0 && charter >= 0) (gain[owner] as Float64Array)[charter] = (gain[owner]?.[charter] as number) + this.#worthOf(limit, price, prices, temperature);
    }
    for (const [copy, { region, flown }] of copies.entries()) {
      let euros = 0;
      for (const charter of chartersOf[region] as readonly number[]) {
        const each = gain[copy]?.[charter] as number;
        const most = charters.most[charter] as number;
        const heat = temperature * (this.#flightKg[region] as number);
        const open = Number.isNaN(flown[charter]);
        (this.#flown[copy] as Float64Array)[charter] = open ? most * logistic(each / heat) : (flown[charter] as number);
        euros += open ? most * heat * softplus(each / heat) : each * (flown[charter] as number);
      }
      this.#flights[copy] = euros;
    }
  }

  /** Euros that the whole of a limit is worth to a copy, with what others pay for part of it. */
  #worthOf({ most, others, leaving }: Limit, price: number, prices: Float64Array, temperature: number): number {
    const own = prices[price] as number;
    if (others < 0) return own * most;
    const heat = temperature * (this.#kg[price] as number);
    return own * most + Math.min(most, leaving) * heat * softplus(((prices[others] as number) - own) / heat);
  }

  /** Parts by what copies are worth, softened, at the labels of the last scan. @returns by how much a part changed at most */
  #share(prices: Float64Array, temperature: number): number {
    const { limits, copiesOf } = this.copies;
    const worth = this.#worthByCopy((block) => softWorth(this.instance, this.labels, block, temperature, this.#units)).copies;
    for (const [price, limit] of limits.entries()) if (limit.owner >= 0 && limit.charter < 0) worth[limit.owner] = (worth[limit.owner] as number) + this.#worthOf(limit, price, prices, temperature);
    let changed = 0;
    for (const [region, its] of copiesOf.entries()) {
      const euros = its.map((copy) => (worth[copy] as number) + (this.#flights[copy] as number));
      const most = Math.max(...euros);
      const weights = euros.map((each) => decay((most - each) / (temperature * (this.#flightKg[region] as number))));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, copy] of its.entries()) {
        const part = Math.max(LEAST_PART, (weights[index] as number) / all);
        changed = Math.max(changed, Math.abs(part - (this.parts[copy] as number)));
        this.parts[copy] = part;
      }
    }
    return changed;
  }

  #worthByCopy(of: (block: number) => number): { readonly copies: Float64Array; readonly rest: number } {
    const copies = new Float64Array(this.copies.copies.length);
    let rest = 0;
    for (let block = 0; block < this.instance.blocks; block += 1) {
      const copy = this.#copyOfBlock[block] as number;
      if (copy < 0) rest += of(block);
      else copies[copy] = (copies[copy] as number) + of(block);
    }
    return { copies, rest };
  }
}

/** Heats of the goods in the heat of a flight: with less, parts jump between copies from step to step. */
const PART_HEAT = 16;
/** A copy that is hardly had still has prices to seek. */
const LEAST_PART = 1e-3;

/** kg of heat that go with a unit of each price's measure, or of its stock. */
function kgOfPrices(instance: ScanInstance): Float64Array {
  const { prices, problem: { capacities, commodities, items, draws } } = instance;
  const perMeasure = heatOfMeasures(instance);
  const kg = new Float64Array(prices).fill(1);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const each = perMeasure[(capacities.targets[capacities.start[capacity] as number] as number) % MEASURES] as number;
    if (each > 0) kg[capacity] = each;
  }
  for (let draw = 0; draw < draws.count; draw += 1) kg[capacities.count + (draws.stock[draw] as number)] = items.heat[commodities.item[draws.commodity[draw] as number] as number] as number;
  return kg;
}

/** By region: kg that a flight of its charters brings, on average. */
function flightKgOf({ limits, chartersOf, copies }: Copies, kg: Float64Array): Float64Array {
  const [sum, count] = [new Float64Array(chartersOf.length), new Float64Array(chartersOf.length)];
  for (const [price, { owner, charter, most }] of limits.entries()) {
    if (owner < 0 || charter < 0) continue;
    const { region } = copies[owner] as (typeof copies)[number];
    sum[region] = (sum[region] as number) + most * (kg[price] as number);
    count[region] = (count[region] as number) + 1;
  }
  return sum.map((each, region) => Math.max(Number.MIN_VALUE, (PART_HEAT * each) / Math.max(1, count[region] as number)));
}
