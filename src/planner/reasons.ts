// Why a line is as it is: who gets what and by which way, what was weighed against it, what it comes to, and last whose goods
// they are. All of it is looked up in the finished plan. Not here: needs that stay short (shortfalls.ts), words (words/).

import { phrase, type Phrase } from '../domain/phrase.ts';
import { lineKey } from '../domain/plan/line-key.ts';
import type { Weighed } from '../domain/plan/plan.ts';
import type { Arrival } from './attribution.ts';
import type { Booked } from './cartons.ts';
import { itemOf, type Group } from './commodities.ts';
import { consignmentKeys, consignmentsByKey, type Consignment } from './consignments.ts';
import { arrivalsByGroup, coveredShare } from './figures.ts';
import type { FixedLine } from './frozen.ts';
import { itemNamed, legPhrases, momentAt, placeNamed, recipientNamed, recipientOf, runsOf } from './named.ts';
import type { Outcome } from './outcome.ts';
import type { Workings } from './plan.ts';
import type { PlanningProblem, StandingLine, Supply } from './problem.ts';
import { Searches } from './searches.ts';
import { Weigher } from './weighing.ts';

export interface Reason {
  readonly because: Phrase[];
  readonly weighed: Weighed | null;
}

/** Covered share of each group in the finished plan. */
export function coveredShares(outcome: Outcome): ReadonlyMap<Group, number> {
  const arrivals = arrivalsByGroup(outcome.deliveries);
  return new Map(outcome.groups.map((group) => [group, coveredShare(group, arrivals.get(group) ?? [])]));
}

/** Shares that differ by less are one. */
const DUST = 1e-9;

/** Gives the reasons of one finished plan. */
export class Reasons {
  readonly #outcome: Outcome;
  readonly #weigher: Weigher;
  readonly #arrivals: ReadonlyMap<Group, readonly Arrival[]>;
  readonly #shares: ReadonlyMap<Group, number>;
  readonly #consignments: ReadonlyMap<string, Consignment>;
  /** Least covered share of those that can be reached. */
  readonly #least: number;
  /** Lines that stand, each by its key. */
  readonly #standing: ReadonlyMap<string, StandingLine>;

  constructor(workings: Workings) {
    const { outcome } = workings;
    this.#outcome = outcome;
    this.#weigher = new Weigher(workings, new Searches(outcome));
    this.#standing = new Map(outcome.problem.standing.map((line) => [lineKey(line), line]));
    this.#arrivals = arrivalsByGroup(outcome.deliveries);
    this.#shares = coveredShares(outcome);
    this.#consignments = outcome.problem.pallets === 'whole' ? consignmentsByKey(outcome.deliveries) : new Map();
    this.#least = Math.min(1, ...[...this.#shares].flatMap(([group, share]) => (outcome.unreachable.includes(group) ? [] : [share])));
  }

  /** @param cartons of the line: several bookings may have become one. */
  ofLine(booking: Booked, supply: Supply, cartons: number): Reason {
    const { problem } = this.#outcome;
    const { group, legs, arrives } = booking;
    const { place } = group.recipient;
    const who = { recipient: recipientNamed(group.recipient), cartons, item: itemNamed(group.item) };
    const rest = [...this.#pallets(booking), ...this.#kept(booking, supply, cartons), this.#cover(booking), ...whose(supply, booking, problem)];
    if (legs.length === 0) return { because: [phrase('line.lies', { ...who, place: placeNamed(problem, place), from: momentAt(problem, arrives, place) }), ...rest], weighed: null };
    const { because, weighed } = this.#weigher.weigh(booking);
    return { because: [phrase('line.gets', { ...who, route: legPhrases(problem, legs), arrives: momentAt(problem, arrives, place) }), ...because, ...rest], weighed };
  }

  ofFrozen({ frozen, supply, legs }: FixedLine, cartons: number): Reason {
    const { problem } = this.#outcome;
    const recipient = recipientOf(problem, frozen.recipient);
    const said = phrase('line.frozen', { recipient, cartons, item: itemNamed(itemOf(problem, supply.item)), lot: supply.lot, pledge: supply.pledge, route: legPhrases(problem, legs) });
    return { because: [said], weighed: null };
  }

  /** Where pallets are whole: those that its first departure carries it on. */
  #pallets({ legs, group, commodity: { item } }: Booked): Phrase[] {
    const [key] = consignmentKeys(group.recipient.recipient, item, legs);
    const on = key === undefined ? undefined : this.#consignments.get(key);
    return on === undefined ? [] : [phrase('line.pallets', { run: on.leg.run.id, pallets: on.places, filled: Math.round(on.parts * 100) / 100, shared: on.cargo.length > 1 })];
  }

  /** Where the line stood so in the plan before: that it did, and what it would count to change it. */
  #kept({ group, legs }: Booked, { lot }: Supply, cartons: number): Phrase[] {
    const line = this.#standing.get(lineKey({ lot, recipient: group.recipient.recipient, route: runsOf(legs) }));
    return line === undefined ? [] : [phrase('line.kept', { kept: Math.min(cartons, line.cartons), cartons: line.cartons, price: { euros: line.eurosPerCarton } })];
  }

  /** What the recipient has in all, and what one more carton at that hour would add. */
  #cover({ group, arrives, commodity: { unitsPerCarton } }: Booked): Phrase {
    const share = this.#shares.get(group) ?? 0;
    const added = coveredShare(group, [...(this.#arrivals.get(group) ?? []), { at: arrives, units: unitsPerCarton }]) - share;
    return phrase('line.cover', { recipient: recipientNamed(group.recipient), share: { share }, more: { points: added < DUST ? 0 : added }, worst: share <= this.#least + DUST });
  }
}

function whose(supply: Supply, { group: { recipient } }: Booked, problem: PlanningProblem): Phrase[] {
  const { pledge, earmark } = supply;
  const named = recipientNamed(recipient);
  const all = supply.recipients.length === problem.recipients.length;
  return [
    earmark !== null ? phrase('line.bound', { earmark, pledge, recipient: named, recipients: supply.recipients.length }) : all ? phrase('line.free', { pledge }) : phrase('line.scope', { pledge, recipient: named }),
    ...(supply.onHand ? [] : [phrase('line.announced', { place: placeNamed(problem, supply.place), at: momentAt(problem, supply.availableAt, supply.place) })]),
  ];
}
