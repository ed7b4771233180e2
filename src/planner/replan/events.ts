// What happens to an operation whose plan is already running: departures that move or are cancelled, borders that close,
// lots that are recalled. An event makes another problem of the problem; numbers of departures, capacities, stocks and
// segments stay what they were, so that prices and plans can be carried over.
// Not here: what is left to decide (remaining.ts), and what to do about it (replan.ts).

import { err, ok, type Result } from '../../domain/result.ts';
import { MEASURES, type ScanProblem } from '../scan/scan-problem.ts';

export type ReplanEvent =
  /** `departs` and `ready` are hours; a departure that has left can only be ready later. */
  | { readonly kind: 'moved'; readonly departure: number; readonly departs: number; readonly ready: number; readonly limits?: readonly MovedLimit[] }
  | { readonly kind: 'cancelled'; readonly departure: number }
  /** A border: these commodities may no longer ride on these departures. What has left goes on. */
  | { readonly kind: 'closed'; readonly departures: readonly number[]; readonly commodities: readonly number[] }
  /** Nothing of the stock is handed over any more, wherever it is. */
  | { readonly kind: 'recalled'; readonly stock: number };

/** A limit of many departures (the pallets of a day) that the moved one leaves, and the one that it comes under. */
export interface MovedLimit {
  readonly from: number;
  readonly to: number;
}

export interface ReplanFailure {
  readonly code: 'unknown' | 'departed';
  /** Which of the events, from 0. */
  readonly event: number;
  readonly remedy: string;
}

/** @param hour of the event: what departs before it has left. */
export function changed(problem: ScanProblem, events: readonly ReplanEvent[], hour: number): Result<ScanProblem, ReplanFailure> {
  const draft = new Changes(problem, hour);
  for (const [index, event] of events.entries()) {
    const failure = draft.refusal(event);
    if (failure !== null) return err({ ...failure, event: index });
    draft.apply(event);
  }
  return ok(draft.finish());
}

class Changes {
  readonly #problem: ScanProblem;
  readonly #hour: number;
  readonly #departs: Float64Array;
  readonly #ready: Float64Array;
  readonly #kind: Int32Array;
  readonly #open: Uint8Array[];
  readonly #moves: { readonly departure: number; readonly limits: readonly MovedLimit[] }[] = [];

  constructor(problem: ScanProblem, hour: number) {
    this.#problem = problem;
    this.#hour = hour;
    this.#departs = problem.departures.departs.slice();
    this.#ready = problem.departures.ready.slice();
    this.#kind = problem.commodities.kind.slice();
    this.#open = [...problem.commodities.open];
  }

  refusal(event: ReplanEvent): Omit<ReplanFailure, 'event'> | null {
    const { departures, commodities, stocks, capacities } = this.#problem;
    const unknown = (what: string, number: number, count: number): Omit<ReplanFailure, 'event'> | null =>
      Number.isInteger(number) && number >= 0 && number < count ? null : { code: 'unknown', remedy: `there is no ${what} ${number}: name one from 0 to ${count - 1}` };
    switch (event.kind) {
      case 'recalled':
        return unknown('stock', event.stock, stocks.count);
      case 'closed':
        for (const it of event.departures) if (unknown('departure', it, departures.count) !== null) return unknown('departure', it, departures.count);
        for (const it of event.commodities) if (unknown('commodity', it, commodities.count) !== null) return unknown('commodity', it, commodities.count);
        return null;
      case 'cancelled':
        return unknown('departure', event.departure, departures.count) ?? this.#left(event.departure, 'it can no longer be cancelled: say when it is ready instead');
      case 'moved': {
        for (const { from, to } of event.limits ?? []) for (const it of [from, to]) if (unknown('capacity', it, capacities.count) !== null) return unknown('capacity', it, capacities.count);
        const absent = unknown('departure', event.departure, departures.count);
        if (absent !== null) return absent;
        if (event.departs !== departures.departs[event.departure]) return this.#left(event.departure, 'give the hour at which it really departed') ?? this.#late(event.departs);
        return null;
      }
    }
  }

  #left(departure: number, remedy: string): Omit<ReplanFailure, 'event'> | null {
    const departs = this.#departs[departure] as number;
    return departs < this.#hour ? { code: 'departed', remedy: `departure ${departure} left at hour ${departs}, before hour ${this.#hour}: ${remedy}` } : null;
  }

  #late(departs: number): Omit<ReplanFailure, 'event'> | null {
    return departs < this.#hour ? { code: 'departed', remedy: `hour ${departs} is before hour ${this.#hour}: move the departure to an hour that is still to come` } : null;
  }

  apply(event: ReplanEvent): void {
    switch (event.kind) {
      case 'moved':
        this.#departs[event.departure] = event.departs;
        this.#ready[event.departure] = event.ready;
        if (event.limits !== undefined) this.#moves.push({ departure: event.departure, limits: event.limits });
        return;
      case 'cancelled':
        return this.#close([event.departure], Array.from(this.#kind, (_, commodity) => commodity));
      case 'closed':
        return this.#close(event.departures.filter((departure) => (this.#departs[departure] as number) >= this.#hour), event.commodities);
      case 'recalled':
        return;
    }
  }

  /** Commodities of one kind that close alike stay of one kind. */
  #close(departures: readonly number[], commodities: readonly number[]): void {
    const kinds = new Map<number, number>();
    for (const commodity of commodities) {
      const before = this.#kind[commodity] as number;
      let kind = kinds.get(before);
      if (kind === undefined) {
        const open = (this.#open[before] as Uint8Array).slice();
        for (const departure of departures) open[departure] = 0;
        kind = this.#open.push(open) - 1;
        kinds.set(before, kind);
      }
      this.#kind[commodity] = kind;
    }
  }

  finish(): ScanProblem {
    const { departures, commodities } = this.#problem;
    return {
      ...this.#problem,
      departures: { ...departures, departs: this.#departs, ready: this.#ready },
      commodities: { ...commodities, kind: this.#kind, open: this.#open },
      capacities: this.#moves.length === 0 ? this.#problem.capacities : this.#limits(),
    };
  }

  #limits(): ScanProblem['capacities'] {
    const { capacities } = this.#problem;
    const lists = Array.from(capacities.most, (_, capacity) => [...capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1])]);
    for (const { departure, limits } of this.#moves)
      for (const { from, to } of limits) {
        const own = (lists[from] ?? []).filter((target) => Math.floor(target / MEASURES) === departure);
        lists[from] = (lists[from] ?? []).filter((target) => !own.includes(target));
        lists[to]?.push(...own);
      }
    const start = Int32Array.from({ length: lists.length + 1 });
    for (const [capacity, list] of lists.entries()) start[capacity + 1] = (start[capacity] as number) + list.length;
    return { ...capacities, start, targets: Int32Array.from(lists.flat()) };
  }
}

/** Stocks of which nothing is handed over any more. */
export const recalledBy = (events: readonly ReplanEvent[]): ReadonlySet<number> => new Set(events.flatMap((event) => (event.kind === 'recalled' ? [event.stock] : [])));
