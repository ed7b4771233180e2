// What the control tower draws at an instant: the shape of the answer, and nothing of how it is found (picture.ts). Units are
// pieces unless a name says cartons; instants are UTC.

import type { Phrase } from '../../domain/phrase.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { Verdict } from '../../domain/promise/promise.ts';
import type { Instant } from '../../domain/time.ts';

/** A number, and the sequence numbers of the facts that it comes out of. */
export interface Figure {
  readonly value: number;
  readonly facts: readonly number[];
}

export type Mode = 'road' | 'rail' | 'air' | 'sea';

/** Each state of custody once; they add up to promised + surplus. `atHub` is without what is allocated. */
export interface PromiseInPicture {
  readonly pledge: string;
  readonly donor: string;
  readonly item: string;
  readonly scope: string;
  readonly viaHub: boolean;
  readonly due: string | null;
  readonly promised: Figure;
  readonly surplus: Figure;
  readonly outstanding: Figure;
  readonly consigned: Figure;
  readonly inTheAir: Figure;
  readonly atHub: Figure;
  readonly allocated: Figure;
  readonly onward: Figure;
  readonly delivered: Figure;
  readonly lost: Figure;
  readonly everLanded: Figure;
  /** null: no plan of this instant is at hand yet. */
  readonly verdict: Verdict | null;
  readonly expectedBy: Instant | null;
  readonly why: string | null;
  /** `why` as phrases. */
  readonly because: readonly Phrase[];
}

/** The first line of the screen. */
export interface Answer {
  readonly item: string;
  readonly scope: string;
  readonly pledge: string;
  readonly landed: Figure;
  readonly promised: Figure;
  readonly delivered: Figure;
  readonly onward: Figure;
  /**
   * The country that needs most a day: by its patients where a census stands, else by what its recipients ask; `asked` stands beside it.
   * `sum`: what an estimate is the sum of, people × pieces that each of them uses a day. Null: nothing is known of the item.
   */
  readonly neediest: { readonly area: string; readonly perDay: Figure; readonly basis: 'census' | 'asked'; readonly sum: readonly { readonly people: number; readonly perPerson: number }[]; readonly asked: Figure | null; readonly reportedAt: Instant; readonly sources: readonly string[] } | null;
  /** The flight to the hub that lands next. */
  readonly next: { readonly consignment: string; readonly arrives: Instant; readonly units: Figure } | null;
}

export interface PlaceInPicture {
  readonly place: string;
  readonly iata: string | null;
  readonly name: string;
  readonly area: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly role: 'origin' | 'hub' | 'gateway' | 'door';
}

export interface Holding {
  readonly item: string;
  readonly perDay: Figure;
  readonly severity: number;
  readonly delivered: Figure;
  readonly onward: number;
  readonly allocated: number;
  readonly planned: number;
  /** Last reported, and when; null: never. */
  readonly stock: (Figure & { readonly at: Instant }) | null;
  /** When stock and deliveries run out at the rate of `use`; null: no stock was reported, or nothing is used. */
  readonly lastsUntil: Instant | null;
  /** What the stock goes down by: by the census of the recipient's own area where one stands, else by what it asks, else by cases; or as measured. `warnDays`: ahead of which somebody has to know. */
  readonly use: { readonly perDay: number; readonly facts: readonly number[]; readonly basis: 'census' | 'asked' | 'cases' | 'burn-rate'; readonly warnDays: number } | null;
}

export interface RecipientInPicture {
  readonly recipient: string;
  readonly name: string;
  readonly area: string;
  readonly place: string;
  readonly holdings: readonly Holding[];
}

export interface Flight {
  readonly consignment: string;
  readonly run: string | null;
  readonly carrier: string;
  readonly aircraft: string | null;
  readonly mode: Mode;
  readonly from: string;
  readonly to: string;
  readonly plannedDeparture: Instant;
  readonly plannedArrival: Instant;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** Arrival as it looks now: what happened, else planned and moved by a late departure. */
  readonly expectedArrival: Instant;
  readonly state: 'announced' | 'in-the-air' | 'landed';
  /** 0 at the origin, 1 at the destination; of the time, not of the ground covered. */
  readonly fraction: number;
  readonly viaHub: boolean;
  readonly load: readonly { readonly item: string; readonly units: number; readonly cartons: number }[];
  readonly facts: readonly number[];
}

export interface Leg {
  readonly run: string;
  readonly mode: Mode;
  readonly from: string;
  readonly to: string;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
}

export interface PlannedLeg extends Leg {
  readonly cartons: number;
  readonly recipients: readonly string[];
  readonly items: readonly string[];
  readonly lines: readonly string[];
}

export interface DispatchInPicture {
  readonly dispatch: string;
  readonly recipient: string;
  readonly cartons: number;
  readonly units: number;
  readonly item: string;
  readonly route: readonly Leg[];
  readonly releasedAt: Instant;
  readonly departedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** When it will be with its receiver: one in ten is earlier than `early`, one in ten later than `late`. null: it is there, or no timetable tells. */
  readonly eta: { readonly early: Instant; readonly likely: Instant; readonly late: Instant } | null;
  readonly state: 'allocated' | 'onward' | 'delivered';
  readonly facts: readonly number[];
}

export interface Attention {
  readonly id: string;
  readonly kind: 'late-flight' | 'discrepancy' | 'paper' | 'closed' | 'held' | 'quarantined' | 'overflow' | 'out-of-stock' | 'stock-out' | 'at-risk' | 'broken' | 'request';
  /** Until when somebody has to act; null: the sooner the better. */
  readonly deadline: Instant | null;
  /** What it is about: a consignment, lot, recipient or pledge. */
  readonly subject: string;
  readonly item: string | null;
  readonly recipient: string | null;
  readonly units: number | null;
  /** A further word for the sentence: a paper, a place, a kind of discrepancy. */
  readonly detail: string | null;
  readonly other: number | null;
  readonly why: string | null;
  /** `why` as phrases. */
  readonly because: readonly Phrase[];
  readonly facts: readonly number[];
}

/** A country that goods of a class cannot enter from the hub on that day. */
export interface Border {
  readonly area: string;
  readonly effect: 'closed' | 'paper';
  readonly paper: string | null;
  readonly until: string | null;
}

export interface Picture {
  readonly operation: string;
  readonly name: string;
  readonly zone: string;
  readonly hub: string;
  readonly asOf: Instant;
  readonly standsAt: Instant | null;
  /** What the time cursor can reach. */
  readonly span: { readonly from: Instant; readonly until: Instant };
  readonly items: readonly { readonly item: string; readonly name: string; readonly unitsPerCarton: number }[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string | null; readonly link: string | null }[];
  readonly places: readonly PlaceInPicture[];
  readonly answer: Answer | null;
  readonly promises: readonly PromiseInPicture[];
  readonly recipients: readonly RecipientInPicture[];
  readonly flights: readonly Flight[];
  readonly dispatches: readonly DispatchInPicture[];
  readonly borders: readonly Border[];
  /** The ways onward that exist at all, by the name of their service or charter. */
  readonly ways: readonly { readonly way: string; readonly mode: Mode; readonly from: string; readonly to: string }[];
  /** Cartons at the hub, step by step; `planned` lies ahead of the instant. */
  readonly stock: readonly { readonly at: Instant; readonly cartons: number; readonly planned: boolean }[];
  readonly attention: readonly Attention[];
  /** null: none of this instant is at hand; GET …/standing-plan makes one, then ask again. */
  readonly plan: (Pick<PlanProposed, 'plan' | 'policy' | 'asOf' | 'coverage' | 'hours' | 'cost' | 'co2Kg'> & { readonly recorded: boolean; readonly lines: number; readonly legs: readonly PlannedLeg[] }) | null;
}
