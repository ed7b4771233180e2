// Where each thing of a problem goes when its regions are laid out in copies: places, departures and recipients by copy.
// A departure belongs to the region that it goes to. Each copy of that region has a view of it; one view more is for goods of
// others that come through. Not here: rooms, stocks and prices (copies.ts).

import type { ScanProblem } from '../scan/scan-problem.ts';
import type { Regions } from './regions.ts';

export interface Copy {
  readonly region: number;
  /** By charter; NaN: left open, a part of a flight may be had. Those of other regions do not count. */
  readonly flown: Float64Array;
}

/** A departure as a copy sees it; copy −1: as goods of others do, and of what is nobody's. */
export interface View {
  readonly departure: number;
  readonly copy: number;
  readonly from: number;
  readonly to: number;
}

export class Layout {
  readonly problem: ScanProblem;
  readonly regions: Regions;
  readonly copies: readonly Copy[];
  /** By region. */
  readonly copiesOf: readonly (readonly number[])[];
  /** By departure: the region that it goes to; −1: nobody's. */
  readonly regionOf: Int32Array;
  /** By place of the problem with copies: the place that it is. Those of the problem itself come first, and are for others. */
  readonly placeOf: number[];
  readonly views: readonly View[];
  /** Recipients of copies, and those that are nobody's. */
  readonly recipients: readonly { readonly recipient: number; readonly copy: number }[];
  /** By place: goods can go on from it out of its region. */
  readonly leadsOut: Uint8Array;
  readonly #numbers: readonly ReadonlyMap<number, number>[];

  constructor(problem: ScanProblem, regions: Regions, copies: readonly Copy[]) {
    const { departures, places, recipients } = problem;
    const { ofPlace } = regions;
    const placesOf = Map.groupBy(ofPlace.keys(), (place) => ofPlace[place] as number);
    const placeOf = Array.from({ length: places.count }, (_, place) => place);
    this.#numbers = copies.map(({ region }) => new Map((placesOf.get(region) ?? []).map((place) => [place, placeOf.push(place) - 1])));
    [this.problem, this.regions, this.copies, this.placeOf] = [problem, regions, copies, placeOf];
    this.copiesOf = Array.from({ length: regions.count }, (_, region) => [...copies.keys()].filter((copy) => copies[copy]?.region === region));
    this.regionOf = Int32Array.from(departures.to, (to) => ofPlace[to] as number);
    this.leadsOut = leadingOut(problem, regions);
    this.views = [...departures.from.keys()].flatMap((departure) => this.#viewsOf(departure));
    this.recipients = [...recipients.place.keys()].flatMap((recipient) => this.owners(ofPlace[recipients.place[recipient] as number] as number).map((copy) => ({ recipient, copy })));
  }

  /** The copies of a region; of what is nobody's −1. */
  owners(region: number): readonly number[] {
    return region < 0 ? [-1] : (this.copiesOf[region] as readonly number[]);
  }

  /** A place as a copy has it: its own, if it lies in its region. */
  place(copy: number, place: number): number {
    return this.#numbers[copy]?.get(place) ?? place;
  }

  #viewsOf(departure: number): View[] {
    const { departures } = this.problem;
    const [from, to] = [departures.from[departure] as number, departures.to[departure] as number];
    const region = this.regionOf[departure] as number;
    const own = this.owners(region).map((copy): View => ({ departure, copy, from: this.place(copy, from), to: this.place(copy, to) }));
    return region >= 0 && this.leadsOut[to] === 1 ? [{ departure, copy: -1, from, to }, ...own] : own;
  }
}

function leadingOut({ departures, places }: ScanProblem, { ofPlace }: Regions): Uint8Array {
  const out = new Uint8Array(places.count);
  for (let changed = true; changed; ) {
    changed = false;
    for (let departure = 0; departure < departures.count; departure += 1) {
      const [from, to] = [departures.from[departure] as number, departures.to[departure] as number];
      if (out[from] === 1 || (ofPlace[from] as number) < 0 || (ofPlace[from] === ofPlace[to] && out[to] === 0)) continue;
      out[from] = 1;
      changed = true;
    }
  }
  return out;
}
