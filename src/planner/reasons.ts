// Why a line is as it is, in a few plain sentences: whose goods, which way, and why not an earlier one. Everything said here is
// looked up in the finished plan; nothing is guessed. Not here: needs that stay short (shortfalls.ts).

import type { Booked } from './cartons.ts';
import type { Commodity, Source } from './commodities.ts';
import { arrivalsByGroup, coveredShare } from './figures.ts';
import { cartonPrice } from './objective.ts';
import type { Outcome } from './outcome.ts';
import type { PlanningProblem, Supply } from './problem.ts';
import { mayRide, reach, type Reach } from './reach.ts';
import { clock, euros, list, percent, placeName, routeText } from './wording.ts';
import type { Leg } from './timetable.ts';

/** Answers that many lines ask for, kept for one plan. */
export class Searches {
  readonly #outcome: Outcome;
  readonly #open = new Map<string, Reach>();
  readonly #roomy = new Map<string, Reach>();

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** Ways of a source over everything that runs and is allowed, however full. */
  open(commodity: Commodity, source: Source): Reach {
    return this.#kept(this.#open, commodity, source, (leg) => this.#outcome.opens(leg) && mayRide(this.#outcome.table, commodity, leg));
  }

  /** The same over legs that still take a carton of it. */
  roomy(commodity: Commodity, source: Source): Reach {
    return this.#kept(this.#roomy, commodity, source, (leg) => this.#outcome.opens(leg) && mayRide(this.#outcome.table, commodity, leg) && this.room(commodity, [leg]).cartons > 0);
  }

  room(commodity: Commodity, legs: readonly Leg[]): { cartons: number; limit: string } {
    return this.#outcome.book.room(commodity.item, legs);
  }

  #kept(known: Map<string, Reach>, commodity: Commodity, source: Source, usable: (leg: Leg) => boolean): Reach {
    const key = `${commodity.index} ${commodity.sources.indexOf(source)}`;
    const found = known.get(key) ?? reach(this.#outcome.problem, this.#outcome.table, source, usable);
    known.set(key, found);
    return found;
  }
}

/** Covered share of each group in the finished plan. */
export function coveredShares(outcome: Outcome): ReadonlyMap<Outcome['groups'][number], number> {
  const arrivals = arrivalsByGroup(outcome.deliveries);
  return new Map(outcome.groups.map((group) => [group, coveredShare(group, arrivals.get(group) ?? [])]));
}

export function lineReason(booking: Booked, supply: Supply, outcome: Outcome, searches: Searches, shares: ReadonlyMap<Outcome['groups'][number], number>): string {
  const { group, legs } = booking;
  const { problem } = outcome;
  const way =
    legs.length === 0
      ? `The goods lie at ${placeName(problem, supply.place)}, where ${group.recipient.name} takes them over.`
      : `${capital(routeText(problem, legs))}, handed over at ${clock(problem, booking.arrives, group.recipient.place)} local time.`;
  const share = `In all ${group.recipient.name} has ${percent(shares.get(group) ?? 0)} of its need of ${group.item.name} covered in time.`;
  return [whose(supply, group.recipient.name, problem), way, ...(legs.length === 0 ? [] : [whyNotEarlier(booking, outcome, searches)]), share].join(' ');
}

export const frozenReason = (supply: Supply, legs: readonly Leg[], problem: PlanningProblem): string =>
  `Frozen by people: the plan takes it as it is, before anything else. Lot ${supply.lot} of pledge ${supply.pledge}${legs.length === 0 ? ', handed over where it lies' : `, ${routeText(problem, legs)}`}.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function whose(supply: Supply, recipient: string, problem: PlanningProblem): string {
  const announced = supply.onHand ? '' : `, announced at ${placeName(problem, supply.place)} for ${clock(problem, supply.availableAt, supply.place)} local time`;
  if (supply.earmark !== null) {
    const whom = supply.recipients.length === 1 ? recipient : `${supply.recipients.length} recipients, ${recipient} among them`;
    return `Earmark ${supply.earmark} of pledge ${supply.pledge} binds the lot to ${whom}${announced}.`;
  }
  return supply.recipients.length === problem.recipients.length ? `Free stock of pledge ${supply.pledge}${announced}.` : `Stock of pledge ${supply.pledge}, whose scope takes in ${recipient}${announced}.`;
}

function whyNotEarlier({ commodity, source, legs, group, arrives }: Booked, outcome: Outcome, searches: Searches): string {
  const { problem } = outcome;
  const place = group.recipient.place;
  const first = searches.open(commodity, source).to(place);
  if (first === null || first.arrives >= arrives) return `No permitted way from ${placeName(problem, source.place)} arrives earlier.`;
  const when = clock(problem, first.arrives, place);
  const roomy = searches.roomy(commodity, source).to(place);
  if (roomy === null || roomy.arrives >= arrives) {
    const full = first.legs.filter((leg) => searches.room(commodity, [leg]).cartons === 0).map((leg) => searches.room(commodity, [leg]).limit);
    return `It is the first way with room: the earliest, there at ${when}, is full on ${list(full)}.`;
  }
  const price = (way: readonly Leg[]): number => way.reduce((sum, leg) => sum + cartonPrice(leg.run, commodity.item, problem.weights), 0);
  const dearer = price(roomy.legs) - price(legs);
  const other = `${list(roomy.legs.map((leg) => leg.run.id))}, there at ${clock(problem, roomy.arrives, place)}`;
  if (dearer > 0) return `An earlier way with room (${other}) counts ${euros(dearer)} a carton more in cost and CO₂, for ${hoursText(arrives - roomy.arrives)} less.`;
  return `An earlier way (${other}) has room too and counts no more: the objective does not tell them apart, or whole cartons have left that room.`;
}

const hoursText = (ms: number): string => `${Math.round(ms / 3_600_000)} h`;
