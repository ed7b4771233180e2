// All commodities' rides at once, in the order of time: which slots ride on a departure, what comes in when, what limits a
// departure. The scans go commodity by commodity and need none of it; repair does, because goods share departures.

import type { ScanInstance } from './instance.ts';
import { MEASURES } from './scan-problem.ts';

export interface Traffic {
  /** Events in the order of time: a departure leaves (its number), or goods come in (−1): off departures, or a stock. */
  readonly eventDeparture: Int32Array;
  /** Event e brings the arrivals coming[comingStart[e]] …. */
  readonly comingStart: Int32Array;
  readonly coming: Int32Array;
  /** Departure d carries the slots riders[riderStart[d]] …. */
  readonly riderStart: Int32Array;
  readonly riders: Int32Array;
  /** Departure d is limited by the capacities limits[limitStart[d]] …, in the measure that stands at the same index. */
  readonly limitStart: Int32Array;
  readonly limits: Int32Array;
  readonly limitMeasure: Int32Array;
  /** Draws whose goods may be handed over where they lie, by event. */
  drawsAt(event: number): readonly number[];
  optionsOf(drawSlot: number): readonly number[];
}

export function trafficOf(instance: ScanInstance): Traffic {
  const { departures } = instance.problem;
  const { eventDeparture, eventOfEntry, eventOfStock } = events(instance);
  const coming = gathered(instance.arrivalEntry.length, eventDeparture.length, (arrival) => {
    const entry = instance.arrivalEntry[arrival] as number;
    return (entry < 0 ? eventOfStock[-1 - entry] : eventOfEntry[entry]) as number;
  });
  const riders = gathered(instance.slotDeparture.length, departures.count, (slot) => instance.slotDeparture[slot] as number);
  return { eventDeparture, comingStart: coming.start, coming: coming.list, riderStart: riders.start, riders: riders.list, ...limitsOf(instance), ...draws(instance, eventOfStock) };
}

/** The timeline, with each stock put in where it becomes available, before whatever happens at that hour. */
function events({ problem: { stocks }, line }: ScanInstance): { eventDeparture: Int32Array; eventOfEntry: Int32Array; eventOfStock: Int32Array } {
  const waiting = [...stocks.available.keys()].sort((a, b) => (stocks.available[a] as number) - (stocks.available[b] as number) || a - b);
  const eventDeparture = new Int32Array(line.hour.length + stocks.count).fill(-1);
  const eventOfEntry = new Int32Array(line.hour.length);
  const eventOfStock = new Int32Array(stocks.count);
  let [event, next] = [0, 0];
  for (let entry = 0; entry < line.hour.length; entry += 1) {
    while (next < waiting.length && (stocks.available[waiting[next] as number] as number) <= (line.hour[entry] as number)) eventOfStock[waiting[next++] as number] = event++;
    if ((line.pool[entry] as number) < 0) eventDeparture[event] = line.departure[entry] as number;
    eventOfEntry[entry] = event++;
  }
  while (next < waiting.length) eventOfStock[waiting[next++] as number] = event++;
  return { eventDeparture, eventOfEntry, eventOfStock };
}

/** 0 … count − 1 gathered by key, each key's in their order; a negative key is left out. */
function gathered(count: number, keys: number, keyOf: (index: number) => number): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(keys + 1);
  for (let index = 0; index < count; index += 1) {
    const key = keyOf(index);
    if (key >= 0) start[key + 1] = (start[key + 1] as number) + 1;
  }
  for (let key = 0; key < keys; key += 1) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const next = start.slice();
  const list = new Int32Array(start[keys] as number);
  for (let index = 0; index < count; index += 1) {
    const key = keyOf(index);
    if (key < 0) continue;
    list[next[key] as number] = index;
    next[key] = (next[key] as number) + 1;
  }
  return { start, list };
}

/** What limits each departure. */
export function limitsOf({ problem: { capacities, departures } }: Pick<ScanInstance, 'problem'>): Pick<Traffic, 'limitStart' | 'limits' | 'limitMeasure'> {
  const { start, list } = gathered(capacities.targets.length, departures.count, (at) => Math.floor((capacities.targets[at] as number) / MEASURES));
  const capacityOf = new Int32Array(capacities.targets.length);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) capacityOf.fill(capacity, capacities.start[capacity], capacities.start[capacity + 1]);
  return { limitStart: start, limits: list.map((at) => capacityOf[at] as number), limitMeasure: list.map((at) => (capacities.targets[at] as number) % MEASURES) };
}

function draws(instance: ScanInstance, eventOfStock: Int32Array): Pick<Traffic, 'drawsAt' | 'optionsOf'> {
  const options = new Map<number, number[]>();
  for (const [option, slot] of instance.optionSlot.entries()) if ((instance.slotDeparture[slot] as number) < 0) options.set(slot, [...(options.get(slot) ?? []), option]);
  const at = Map.groupBy(options.keys(), (slot) => eventOfStock[-1 - (instance.slotDeparture[slot] as number)] as number);
  return { drawsAt: (event) => at.get(event) ?? [], optionsOf: (slot) => options.get(slot) ?? [] };
}
