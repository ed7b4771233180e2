// Seeded networks of the sizes that PLANNER figures are given for: one hub, airports behind it, depots behind these, hospitals
// behind the depots; needs in two windows of three segments; each item in a general lot series and one earmarked to a third of
// the countries. `bare` has weight, volume and lots alone; `full` adds pallet places, handling, connection times, opening
// hours, shelf lives, closed borders and due windows. For benchmarks and tests. Not for problems of an operation's shape.

import { generator } from '../mulberry.fixture.ts';
import { MEASURES, type ScanProblem } from './scan-problem.ts';

export interface Scale {
  readonly recipients: number;
  readonly items: number;
  readonly days: number;
}
export const SCALES = {
  tiny: { recipients: 6, items: 2, days: 4 },
  S: { recipients: 60, items: 5, days: 14 },
  M: { recipients: 200, items: 8, days: 14 },
  L: { recipients: 500, items: 10, days: 14 },
  XL: { recipients: 500, items: 20, days: 30 },
  C5: { recipients: 5_000, items: 5, days: 14 },
  C20: { recipients: 5_000, items: 20, days: 30 },
} as const satisfies Record<string, Scale>;

export interface GenerateOptions {
  readonly scale: Scale;
  readonly seed: number;
  /** Weight, volume and lots alone, or every constraint. */
  readonly constraints: 'bare' | 'full';
}

const MOST_COUNTRIES = 30;
const HANDLING_HOURS = 2;
const SEGMENT_WEIGHTS = [1, 0.55, 0.25];
const PERIODS = 2;
const SUPPLY_RATIO = 0.7;
const MODE = { air: 0, road: 1, rail: 2 } as const;

interface Place { readonly country: number; readonly x: number; readonly y: number }
interface Departure { readonly from: number; readonly to: number; readonly mode: number; readonly departs: number; readonly arrives: number; readonly kg: number; readonly m3: number; readonly euros: number }
interface Piece { readonly recipient: number; readonly item: number; readonly from: number; readonly units: number; readonly worth: number }

/** Everything of a network before it becomes arrays. */
class Draft {
  readonly roll: () => number;
  readonly hours: number;
  readonly places: Place[] = [{ country: -1, x: 0, y: 0 }];
  readonly airports: number[] = [];
  readonly depots: number[] = [];
  readonly hospitals: number[] = [];
  /** kg and m³ a unit. */
  readonly items: { readonly kg: number; readonly m3: number }[] = [];
  readonly pieces: Piece[] = [];
  readonly departures: Departure[] = [];
  readonly kgOfCountry: number[];
  readonly kgOfHospital = new Map<number, number>();
  readonly unitsOfItem: number[];

  constructor({ scale, seed }: GenerateOptions) {
    this.roll = generator(seed);
    this.hours = 24 * scale.days;
    const countries = Math.min(MOST_COUNTRIES, Math.max(4, scale.recipients >> 2));
    this.kgOfCountry = Array.from({ length: countries }, () => 0);
    this.unitsOfItem = Array.from({ length: scale.items }, () => 0);
    this.#lay(scale, countries);
    this.#ask(scale);
    for (const airport of this.airports) this.#flights(airport);
    for (const depot of this.depots) this.#lorries(depot);
    for (const hospital of this.hospitals) this.#lastMile(hospital);
    this.departures.sort((a, b) => a.departs - b.departs);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.roll();
  }

  #near(at: Place, km: number): Place {
    return { country: at.country, x: at.x + this.between(-km, km), y: at.y + this.between(-km, km) };
  }

  #place(place: Place): number {
    return this.places.push(place) - 1;
  }

  #lay({ recipients, items }: Scale, countries: number): void {
    for (let country = 0; country < countries; country += 1) {
      const angle = this.between(0, 2 * Math.PI);
      const km = this.between(300, 8_000);
      this.airports.push(this.#place({ country, x: km * Math.cos(angle), y: km * Math.sin(angle) }));
    }
    const depots = Math.max(1, Math.round(recipients / 100 / countries));
    for (const airport of this.airports) for (let k = 0; k < depots; k += 1) this.depots.push(this.#place(this.#near(this.places[airport] as Place, 300)));
    for (let k = 0; k < recipients; k += 1) {
      const airport = this.airports[Math.floor(this.roll() * this.roll() * countries)] ?? 1;
      this.hospitals.push(this.#place(this.#near(this.places[airport] as Place, 400)));
    }
    for (let item = 0; item < items; item += 1) {
      const kg = Math.exp(this.between(Math.log(0.2), Math.log(20)));
      this.items.push({ kg, m3: kg / this.between(120, 400) });
    }
  }

  #ask({ items }: Scale): void {
    for (const [recipient, place] of this.hospitals.entries()) {
      const people = Math.exp(this.between(0, 3));
      const severity = this.between(0.3, 1);
      for (let item = 0; item < items; item += 1) {
        if (this.roll() > 0.6) continue;
        const { kg } = this.items[item] as { kg: number };
        const units = (people * this.between(5, 30)) / kg;
        const worth = (this.between(5, 50) * kg * 0.5 + this.between(1, 10)) * severity;
        for (let period = 0; period < PERIODS; period += 1) this.#askIn({ recipient, place, item, units, worth }, period);
      }
    }
  }

  #askIn(need: { recipient: number; place: number; item: number; units: number; worth: number }, period: number): void {
    const from = Math.floor(((period * this.hours) / PERIODS) * 0.8) + Math.floor(this.between(0, 24));
    const country = this.places[need.place]?.country ?? 0;
    for (const weight of SEGMENT_WEIGHTS) {
      const units = Math.max(1, Math.round((need.units * this.between(0.5, 1.5)) / SEGMENT_WEIGHTS.length));
      this.pieces.push({ recipient: need.recipient, item: need.item, from, units, worth: need.worth * weight });
      const kg = units * (this.items[need.item]?.kg ?? 0);
      this.unitsOfItem[need.item] = (this.unitsOfItem[need.item] ?? 0) + units;
      this.kgOfCountry[country] = (this.kgOfCountry[country] ?? 0) + kg;
      this.kgOfHospital.set(need.place, (this.kgOfHospital.get(need.place) ?? 0) + kg);
    }
  }

  #depart(from: number, to: number, mode: number, departs: number, takes: number, kg: number, m3: number, euros: number): void {
    const tenth = (hour: number): number => Math.round(hour * 10) / 10;
    if (departs + takes <= this.hours) this.departures.push({ from, to, mode, departs: tenth(departs), arrives: tenth(departs + takes), kg, m3, euros });
  }

  #flights(airport: number): void {
    const { country, x, y } = this.places[airport] as Place;
    const km = Math.hypot(x, y);
    const kgAsked = this.kgOfCountry[country] ?? 0;
    const service = (mode: number, first: number, every: number, takes: number, least: number, kg: () => number, density: readonly [number, number], euros: () => number): void => {
      for (let hour = first; hour < this.hours; hour += every) {
        const room = Math.max(least, kg());
        this.#depart(0, airport, mode, hour, takes, room, room / this.between(...density), euros());
      }
    };
    const everyFlight = this.between(20, 72);
    service(MODE.air, this.between(0, everyFlight), everyFlight, km / 700 + 1, 500, () => (kgAsked / Math.floor(this.hours / everyFlight)) * this.between(0.3, 0.9), [150, 260], () => this.between(1.2, 4));
    if (km < 3_500) {
      const every = this.between(20, 48);
      service(MODE.road, this.between(0, 24), every, km / 55, 500, () => (kgAsked / (this.hours / every)) * this.between(0.2, 0.6), [180, 300], () => km * 0.00012);
    }
    if (km < 5_000 && this.roll() < 0.4) service(MODE.rail, this.between(0, 72), 72, km / 35 + 12, 1_000, () => (kgAsked / (this.hours / 72)) * this.between(0.3, 0.8), [200, 300], () => km * 0.00005);
    const other = this.airports[Math.floor(this.roll() * this.airports.length)] ?? airport;
    if (other === airport || this.roll() >= 0.6) return;
    for (let hour = this.between(0, 72); hour < this.hours; hour += 72) this.#depart(airport, other, MODE.air, hour, 3, Math.max(300, kgAsked * 0.05), Math.max(300, kgAsked * 0.05) / 200, 1);
  }

  #lorries(depot: number): void {
    const { country } = this.places[depot] as Place;
    const share = (this.kgOfCountry[country] ?? 0) / this.depots.filter((other) => this.places[other]?.country === country).length;
    const every = this.between(12, 30);
    for (let hour = this.between(0, every); hour < this.hours; hour += every) {
      const kg = Math.max(500, (share / (this.hours / every)) * this.between(0.6, 1.6));
      this.#depart(this.airports[country] ?? 0, depot, MODE.road, hour, this.between(3, 9), kg, kg / this.between(180, 320), 0.1);
    }
  }

  #lastMile(hospital: number): void {
    const { country } = this.places[hospital] as Place;
    const depots = this.depots.filter((depot) => this.places[depot]?.country === country);
    const rounds = this.roll() < 0.25 && depots.length > 1 ? 2 : 1;
    for (let round = 0; round < rounds; round += 1) {
      const depot = depots[Math.floor(this.roll() * depots.length)] ?? 0;
      const every = this.between(36, 110);
      for (let hour = this.between(0, every); hour < this.hours; hour += every) {
        const kg = Math.max(50, ((this.kgOfHospital.get(hospital) ?? 0) / (this.hours / every) / rounds) * this.between(0.6, 1.8));
        this.#depart(depot, hospital, MODE.road, hour, this.between(2, 14), kg, kg / this.between(150, 300), this.between(0.1, 0.6));
      }
    }
  }
}

interface Goods { readonly item: number; readonly mayCountry: readonly boolean[]; readonly lots: { readonly hour: number; readonly units: number }[] }

/** Each item twice: for everybody, and earmarked to about a third of the countries. */
function goods(draft: Draft): Goods[] {
  return draft.items.flatMap((_, item) => {
    const earmarked = draft.airports.map(() => draft.roll() < 0.33);
    return [false, true].map((earmark): Goods => {
      const count = earmark ? 3 : 6;
      const total = (draft.unitsOfItem[item] ?? 0) * SUPPLY_RATIO * (earmark ? 0.25 : 0.75);
      const lots = Array.from({ length: count }, (__, lot) => ({ hour: Math.floor(lot === 0 ? 0 : draft.between(0, draft.hours * 0.6)), units: Math.max(1, Math.round((total / count) * draft.between(0.6, 1.4))) }));
      return { item, mayCountry: earmark ? earmarked : draft.airports.map(() => true), lots };
    });
  });
}

/** The next opening of a place that is open from 6 to 20 of each day. */
const opened = (hour: number): number => (hour % 24 < 6 ? hour - (hour % 24) + 6 : hour % 24 >= 20 ? hour - (hour % 24) + 30 : hour);

export function generate(options: GenerateOptions): ScanProblem {
  const draft = new Draft(options);
  const stock = goods(draft);
  const full = options.constraints === 'full';
  const { departures, pieces, places, hospitals, items, hours } = draft;
  const isHospital = new Set(hospitals);
  const handling = (to: number): number => (isHospital.has(to) ? 0 : HANDLING_HOURS);
  const closes = new Set(draft.depots.filter((_, index) => full && index % 3 === 0));
  const ready = departures.map(({ to, arrives }) => (closes.has(to) ? opened(arrives) : arrives) + handling(to));
  const floats = <T>(list: readonly T[], of: (it: T, index: number) => number): Float64Array => Float64Array.from(list, of);
  const whole = <T>(list: readonly T[], of: (it: T, index: number) => number): Int32Array => Int32Array.from(list, of);
  const rate = new Float64Array(departures.length * MEASURES);
  for (const [index, { euros }] of departures.entries()) rate[index * MEASURES] = euros;
  const load = new Float64Array(stock.length * MEASURES);
  for (const [index, { item }] of stock.entries()) {
    const { kg, m3 } = items[item] as { kg: number; m3: number };
    load.set([kg, m3, full ? m3 / 1.5 : 0, Math.max(kg, m3 * 167)], index * MEASURES);
  }
  const lots = stock.flatMap((it, commodity) => it.lots.map((lot) => ({ ...lot, commodity })));
  const far = hours * 1.5;
  const late = (piece: Piece): number => (full ? piece.from + hours * 0.45 : Infinity);
  return {
    horizon: hours,
    places: { count: places.length, change: floats(places, (_, place) => (full && draft.airports.includes(place) ? 3 : 0)) },
    departures: { count: departures.length, from: whole(departures, (it) => it.from), to: whole(departures, (it) => it.to), mode: whole(departures, (it) => it.mode), departs: floats(departures, (it) => it.departs), ready: Float64Array.from(ready), rate },
    capacities: capacities(draft, full),
    items: { count: items.length, heat: floats(items, ({ kg }) => kg) },
    commodities: {
      count: stock.length, item: whole(stock, ({ item }) => item), load,
      expires: floats(stock, ({ item }) => (full && item % 4 === 1 ? hours * 0.8 : Infinity)),
      kind: whole(stock, ({ item }) => (full ? item % 3 : 0)),
      open: Array.from({ length: full ? 3 : 1 }, (_, kind) => Uint8Array.from(departures, ({ to, departs }) => (full && kind > 0 && closedBorder(places[to]?.country ?? 0, kind, departs / hours) ? 0 : 1))),
      may: stock.map(({ mayCountry }) => Uint8Array.from(hospitals, (place) => (mayCountry[places[place]?.country ?? -1] === true ? 1 : 0))),
    },
    stocks: { count: lots.length, place: new Int32Array(lots.length), available: floats(lots, ({ hour }) => hour), units: floats(lots, ({ units }) => units) },
    draws: { count: lots.length, commodity: whole(lots, ({ commodity }) => commodity), stock: whole(lots, (_, lot) => lot) },
    recipients: { count: hospitals.length, place: Int32Array.from(hospitals) },
    segments: {
      count: pieces.length, recipient: whole(pieces, (it) => it.recipient), item: whole(pieces, (it) => it.item), from: floats(pieces, (it) => it.from), until: floats(pieces, late),
      units: floats(pieces, (it) => it.units), worth: floats(pieces, (it) => 2 * it.worth), decay: floats(pieces, (it) => it.worth / far),
    },
    lateShare: 0.5,
    mostDelay: Infinity,
  };
}

/** One country in five is closed to a kind of goods for a fifth of the time. */
const closedBorder = (country: number, kind: number, time: number): boolean => country % 5 === kind && time > 0.3 && time < 0.5;

/** kg and m³ of each departure; in full also its pallet places, and what hub, airports and depots handle on a day. */
function capacities(draft: Draft, full: boolean): ScanProblem['capacities'] {
  const most: number[] = [];
  const targets: number[][] = [];
  const limit = (amount: number, of: number[]): void => {
    most.push(amount);
    targets.push(of);
  };
  for (const [index, { kg }] of draft.departures.entries()) limit(kg, [index * MEASURES]);
  for (const [index, { m3 }] of draft.departures.entries()) limit(m3, [index * MEASURES + 1]);
  if (full) {
    for (const [index, { m3 }] of draft.departures.entries()) limit(m3 / 1.6, [index * MEASURES + 2]);
    const days = new Map<string, number[]>();
    for (const [index, { from, departs }] of draft.departures.entries()) {
      const key = `${from} ${Math.floor(departs / 24)}`;
      days.set(key, [...(days.get(key) ?? []), index]);
    }
    for (const list of days.values()) if (list.length > 1) limit(0.85 * list.reduce((sum, index) => sum + (draft.departures[index]?.m3 ?? 0) / 1.6, 0), list.map((index) => index * MEASURES + 2));
  }
  const start = [0];
  for (const list of targets) start.push((start.at(-1) ?? 0) + list.length);
  return { count: most.length, most: Float64Array.from(most), start: Int32Array.from(start), targets: Int32Array.from(targets.flat()) };
}
