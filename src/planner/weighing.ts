// The road not taken: for each line the next best way, and why it was not chosen. Looked up in the finished plan and in the
// duals of its program; nothing is guessed. Not here: a plan with the other way in it (counterfactuals.ts).

import type { Weighed } from '../domain/plan/plan.ts';
import { phrase, type Phrase, type RecipientNamed } from '../domain/phrase.ts';
import { instantFromMs } from '../domain/time.ts';
import type { Arrival } from './attribution.ts';
import type { Limit } from './book.ts';
import type { Booked } from './cartons.ts';
import { arrivalsByGroup, deprived } from './figures.ts';
import { limitPhrase, momentAt, placeNamed, recipientNamed, runsOf } from './named.ts';
import { cartonPrice } from './objective.ts';
import type { Workings } from './plan.ts';
import { roomPrice } from './prices.ts';
import type { Searches, Way } from './searches.ts';
import type { Leg } from './timetable.ts';

export interface Weighing {
  readonly because: readonly Phrase[];
  readonly weighed: Weighed | null;
}

const MS_PER_HOUR = 3_600_000;
/** Less than this, in €, is not written. */
const DUST = 0.005;

/** For cartons that travel; those that are handed over where they lie have nothing to weigh. */
export class Weigher {
  readonly #workings: Workings;
  readonly #searches: Searches;
  readonly #arrivals: ReturnType<typeof arrivalsByGroup>;

  constructor(workings: Workings, searches: Searches) {
    this.#workings = workings;
    this.#searches = searches;
    this.#arrivals = arrivalsByGroup(workings.outcome.deliveries);
  }

  weigh(booking: Booked): Weighing {
    const { commodity, source, group, arrives } = booking;
    const { place } = group.recipient;
    const first = this.#searches.open(commodity, source).to(place);
    if (first === null || first.arrives >= arrives) return this.#later(booking);
    const roomy = this.#searches.roomy(commodity, source).to(place);
    return roomy === null || roomy.arrives >= arrives ? this.#full(booking, first) : this.#earlier(booking, roomy);
  }

  /** Nothing is earlier: the next best comes later, or at the same hour. */
  #later(booking: Booked): Weighing {
    const { commodity, source, legs, group } = booking;
    const { problem } = this.#workings.outcome;
    const { place } = group.recipient;
    const next = this.#searches.another(commodity, source, legs, place);
    if (next === null) return { because: [phrase('weighed.none', { from: placeNamed(problem, source.place), place: placeNamed(problem, place) })], weighed: null };
    const compared = this.#compared(booking, next);
    return {
      because: [phrase('weighed.later', { route: runsOf(next.legs), arrives: momentAt(problem, next.arrives, place), later: { hours: compared.hours }, euros: { euros: compared.euros } })],
      weighed: { ...compared, verdict: 'later', holders: [], worth: 0 },
    };
  }

  #full(booking: Booked, first: Way): Weighing {
    const { commodity, group } = booking;
    const { problem } = this.#workings.outcome;
    const limits = this.#searches.limits(commodity, first.legs);
    const holders = this.#holders(limits, booking);
    const worth = roomPrice(first.legs, commodity.item.item, this.#workings);
    const compared = this.#compared(booking, first);
    const said = phrase('weighed.full', { route: runsOf(first.legs), arrives: momentAt(problem, first.arrives, group.recipient.place), earlier: { hours: -compared.hours }, full: limits.map((limit) => limitPhrase(problem, limit)), euros: { euros: compared.euros } });
    return {
      because: [said, ...(holders.length === 0 || worth < DUST ? [] : [phrase('weighed.holders', { recipients: holders, worth: { euros: worth } })])],
      weighed: { ...compared, verdict: 'full', holders: holders.map(({ recipient }) => recipient), worth },
    };
  }

  /** Something is earlier and has room. */
  #earlier(booking: Booked, roomy: Way): Weighing {
    const { problem } = this.#workings.outcome;
    const compared = this.#compared(booking, roomy);
    const gained = this.#gained(booking, roomy.arrives);
    const ways = { route: runsOf(roomy.legs), arrives: momentAt(problem, roomy.arrives, booking.group.recipient.place), earlier: { hours: -compared.hours } };
    const dearer = compared.euros - gained > DUST;
    return {
      because: [dearer ? phrase('weighed.dearer', { ...ways, euros: { euros: compared.euros }, gained: { euros: gained } }) : phrase('weighed.same', ways)],
      weighed: { ...compared, verdict: dearer ? 'dearer' : 'same', holders: [], worth: 0 },
    };
  }

  #compared({ legs, commodity, arrives }: Booked, other: Way): Pick<Weighed, 'route' | 'departs' | 'arrives' | 'euros' | 'hours'> {
    const { weights } = this.#workings.outcome.problem;
    const price = (way: readonly Leg[]): number => way.reduce((sum, leg) => sum + cartonPrice(leg.run, commodity.item, weights), 0);
    const euros = price(other.legs) - price(legs);
    return {
      route: runsOf(other.legs),
      departs: instantFromMs(other.legs[0]?.departs ?? other.arrives),
      arrives: instantFromMs(other.arrives),
      euros: Math.abs(euros) < DUST ? 0 : euros,
      hours: (other.arrives - arrives) / MS_PER_HOUR,
    };
  }

  /** € of deprivation that one carton of the booking takes away more, if it comes at that hour. */
  #gained({ group, arrives, commodity: { unitsPerCarton } }: Booked, at: number): number {
    const { problem, table } = this.#workings.outcome;
    const now = this.#arrivals.get(group) ?? [];
    const moved: Arrival[] = [...now, { at: arrives, units: -unitsPerCarton }, { at, units: unitsPerCarton }];
    return deprived(group, now, table.asOf, problem) - deprived(group, moved, table.asOf, problem);
  }

  /** Others whose goods have the room. */
  #holders(limits: readonly Limit[], { group }: Booked): RecipientNamed[] {
    const takes = (leg: Leg): boolean => limits.some((limit) => ('leg' in limit ? limit.leg === leg : leg.out === limit.handling || leg.in === limit.handling));
    const others = this.#workings.outcome.deliveries.filter((delivery) => delivery.group !== null && delivery.group.recipient !== group.recipient && delivery.legs.some(takes));
    const cartons = new Map<RecipientNamed['recipient'], { readonly named: RecipientNamed; readonly cartons: number }>();
    for (const { group: holder, cartons: more } of others) {
      if (holder === null) continue;
      const { recipient } = holder.recipient;
      cartons.set(recipient, { named: recipientNamed(holder.recipient), cartons: more + (cartons.get(recipient)?.cartons ?? 0) });
    }
    return [...cartons.values()].toSorted((a, b) => b.cartons - a.cartons).map(({ named }) => named);
  }
}
