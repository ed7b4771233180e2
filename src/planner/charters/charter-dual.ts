// The dual of a problem with charters. Where nothing is decided each charter is flown as often as its room is worth its cost,
// a part of a flight counting as such; softened, the part follows the logistic function. Where flights are decided, room is
// what they bring. Either way a bound by the hard scan; and at any prices a straight line over the flights that no plan passes.

import { Dual, type Crew } from '../scan/dual.ts';
import { logistic } from '../scan/exponential.ts';
import type { ScanInstance } from '../scan/instance.ts';
import type { Labels } from '../scan/labels.ts';
import { roomsOf, type Charters, type Rooms } from './charters.ts';

/** No plan's value less its charters passes base + Σ slope · flights, whatever the flights are. Euros. */
export interface Cut {
  readonly base: number;
  readonly slope: Float64Array;
}

export class CharterDual extends Dual {
  readonly charters: Charters;
  readonly #crew: Crew;
  readonly #rooms: Rooms;
  /** By charter; NaN: not decided. */
  readonly #flown: Float64Array;
  /** By charter, 0 to 1: the part of its flights that the last slack reckoned with. */
  readonly shares: Float64Array;

  constructor(instance: ScanInstance, labels: Labels, crew: Crew, charters: Charters) {
    super(instance, labels, crew, instance.supply.slice());
    this.charters = charters;
    this.#crew = crew;
    this.#rooms = roomsOf(instance.problem, charters);
    this.shares = new Float64Array(charters.count).fill(1);
    this.#flown = new Float64Array(charters.count).fill(Number.NaN);
  }

  /** @param flown by charter; NaN: left open, a part of a flight may be had. */
  decide(flown: Float64Array): void {
    this.#flown.set(flown);
    this.#reckon(flown.map((times, charter) => (Number.isNaN(times) ? (this.charters.most[charter] as number) : times)));
  }

  /** What the flights decided leave to plan, charters not paid; until others are decided. */
  decided(): Dual {
    return new Dual(this.instance, this.labels, this.#crew, this.supply);
  }

  override slack(prices: Float64Array, temperature: number, slack: Float64Array): void {
    const { most, cost } = this.charters;
    const worth = this.worth(prices);
    const flown = this.#flown.map((times, charter) => {
      if (!Number.isNaN(times)) return times;
      const share = logistic(((worth[charter] as number) - (cost[charter] as number)) / this.#heat(charter, temperature));
      this.shares[charter] = share;
      return share * (most[charter] as number);
    });
    this.#reckon(flown);
    super.slack(prices, temperature, slack);
  }

  override bound(prices: Float64Array): number {
    const { base, slope } = this.cut(prices);
    return slope.reduce((sum, each, charter) => {
      const times = this.#flown[charter] as number;
      return sum + (Number.isNaN(times) ? Math.max(0, each) * (this.charters.most[charter] as number) : each * times);
    }, base);
  }

  cut(prices: Float64Array): Cut {
    const kept = this.supply.slice();
    this.#reckon(new Float64Array(this.charters.count));
    const base = super.bound(prices);
    this.supply.set(kept);
    return { base, slope: this.worth(prices).map((worth, charter) => worth - (this.charters.cost[charter] as number)) };
  }

  /** Euros that the room of one flight of each charter is worth at the prices. */
  worth(prices: Float64Array): Float64Array {
    const { start, capacity, room, kg } = this.#rooms;
    const worth = new Float64Array(kg.length);
    for (let charter = 0; charter < kg.length; charter += 1)
      for (let at = start[charter] as number; at < (start[charter + 1] as number); at += 1) worth[charter] = (worth[charter] as number) + (room[at] as number) * (prices[capacity[at] as number] as number);
    return worth;
  }

  /** Euros by which worth may miss cost for a flight to be neither flown nor left: temperature × kg. */
  #heat(charter: number, temperature: number): number {
    const kg = this.#rooms.kg[charter] as number;
    return Math.max(Number.MIN_VALUE, temperature * (kg > 0 ? kg : (this.charters.cost[charter] as number) / this.instance.scale));
  }

  #reckon(flown: Float64Array): void {
    const { start, capacity, room } = this.#rooms;
    for (let charter = 0; charter < flown.length; charter += 1)
      for (let at = start[charter] as number; at < (start[charter + 1] as number); at += 1) this.supply[capacity[at] as number] = (room[at] as number) * (flown[charter] as number);
  }
}
