// Why a need stays unserved: the constraint that stands in the way, the structural before the scarce. No supply; all bound to
// others; no departure; no vehicle that keeps it; a paper or a closed border; expiry; then stock, room, or cost.
// Each test is made on the finished plan and its timetable; nothing is guessed.

import { cartonPrice } from './objective.ts';
import { arrivalsByGroup, deprived } from './figures.ts';
import type { Commodity, Group, Source } from './commodities.ts';
import type { Outcome } from './outcome.ts';
import type { Supply } from './problem.ts';
import { forbiddenRuns } from './forbidden.ts';
import { leadingTo, mayRide, reach, type Reach } from './reach.ts';
import { coveredShares, Searches } from './reasons.ts';
import { cartonsText, clock, euros, list, percent, placeName, whole } from './wording.ts';
import type { Leg } from './timetable.ts';
import type { DepartureId } from '../domain/ids.ts';
import { canKeep, type Rule } from '../domain/places.ts';
import type { UnservedNeed } from '../domain/plan/plan.ts';
import { epochMs } from '../domain/time.ts';
import { units as unitCount } from '../domain/units.ts';

export function shortfalls(outcome: Outcome): UnservedNeed[] {
  const arrivals = arrivalsByGroup(outcome.deliveries);
  const finder = new Finder(outcome);
  return outcome.groups.flatMap((group) => {
    const short = group.units - (arrivals.get(group) ?? []).reduce((sum, arrival) => sum + arrival.units, 0);
    return short <= 0 ? [] : [{ recipient: group.recipient.recipient, item: group.item.item, units: unitCount(short), why: finder.why(group) }];
  });
}

const NOTHING: ReadonlySet<DepartureId> = new Set();

class Finder {
  readonly #outcome: Outcome;
  readonly #searches: Searches;
  readonly #shares: ReturnType<typeof coveredShares>;
  readonly #left: ReadonlyMap<Source, number>;
  readonly #reaches = new Map<string, Reach>();

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
    this.#searches = new Searches(outcome);
    this.#shares = coveredShares(outcome);
    this.#left = leftOver(outcome);
  }

  why(group: Group): string {
    const { problem } = this.#outcome;
    const all = problem.supplies.filter((supply) => supply.item === group.item.item && supply.cartons > 0);
    if (all.length === 0) return `There is no supply of ${group.item.name}, neither on hand nor announced.`;
    const eligible = all.filter((supply) => supply.recipients.includes(group.recipient.recipient));
    if (eligible.length === 0) {
      const bonds = new Set(all.map((supply) => (supply.earmark === null ? `the scope of pledge ${supply.pledge}` : `earmark ${supply.earmark}`)));
      return `All ${whole(unitsOf(all))} units of ${group.item.name} are bound to others: ${list([...bonds])}.`;
    }
    return this.#barred(group, eligible) ?? this.#scarce(group, eligible);
  }

  /** What bars every way whatever the quantities; null where something could come. */
  #barred(group: Group, eligible: readonly Supply[]): string | null {
    const { problem, table } = this.#outcome;
    const { place, name } = group.recipient;
    const item = group.item;
    const ways = (kind: string, usable: (leg: Leg) => boolean): { supply: Supply; reach: Reach }[] =>
      eligible.map((supply) => ({ supply, reach: this.#reach(kind, supply, usable) })).filter((way) => way.reach.to(place) !== null);
    const starts = list([...new Set(eligible.map((supply) => placeName(problem, supply.place)))]);
    const any = ways('any', () => true);
    if (any.length === 0) return `No departure from ${starts} reaches ${placeName(problem, place)} for ${name} before the plan's horizon (${clock(problem, problem.until, place)}).`;
    const kept = ways(`keeps ${item.temperature}`, (leg) => canKeep(leg.run.keeps, item));
    if (kept.length === 0) return `No chain of departures to ${placeName(problem, place)} keeps ${item.temperature} goods.`;
    const free = ways(`free ${item.temperature} ${item.class}`, (leg) => mayRide(table, { item, forbidden: NOTHING }, leg));
    if (free.length === 0) return `Every way to ${placeName(problem, place)} is barred at a border: ${this.#hindrance(group, kept.map((way) => way.reach))}.`;
    const allowed = free.flatMap((way) => this.#allowed(group, way));
    if (allowed.length === 0) return `People forbid every way to ${placeName(problem, place)} for ${name}: departures ${list([...new Set(problem.forbidden.filter(({ recipient }) => recipient === null || recipient === group.recipient.recipient).map(({ run }) => run))])}.`;
    const fresh = allowed.filter(({ supply, reach: found }) => supply.expiresAt === null || (found.to(place)?.arrives ?? Infinity) < epochMs(supply.expiresAt));
    if (fresh.length === 0) {
      const lots = allowed.map(({ supply }) => `${supply.lot} expires ${clock(problem, supply.expiresAt ?? problem.until, place)}`);
      return `Every lot of ${item.name} that may go to ${name} has expired by the time it could be handed over (${list(lots)}).`;
    }
    const inTime = fresh.some((way) => group.needs.some((need) => (way.reach.to(place)?.arrives ?? Infinity) < need.until));
    return inTime || problem.weights.lateShare > 0 ? null : `Nothing can be with ${name} before its due window closes.`;
  }

  /** The way as it is under what people forbid; none where they leave none. */
  #allowed(group: Group, way: { supply: Supply; reach: Reach }): { supply: Supply; reach: Reach }[] {
    const { problem, table } = this.#outcome;
    const forbidden = forbiddenRuns(problem, way.supply.lot, group.recipient.recipient);
    if (forbidden.size === 0) return [way];
    const left = this.#reach(`but ${[...forbidden].join(' ')} ${group.item.temperature} ${group.item.class}`, way.supply, (leg) => mayRide(table, { item: group.item, forbidden }, leg));
    return left.to(group.recipient.place) === null ? [] : [{ supply: way.supply, reach: left }];
  }

  /** The rules on these ways: `it needs paper X (rule R) that nobody holds; it is closed by rule S, from A to B, until D`. */
  #hindrance(group: Group, reaches: readonly Reach[]): string {
    const { problem, table } = this.#outcome;
    const legs = new Set(reaches.flatMap((found) => leadingTo(problem, group.recipient.place, found.boarded)));
    const rules = new Map([...legs].flatMap((leg) => table.hindrances(leg, group.item.class).map((rule) => [rule.rule, rule] as const)));
    const papers = [...rules.values()].filter((rule) => rule.effect === 'paper').map((rule) => `paper ${rule.paper} (rule ${rule.rule}) that nobody holds`);
    const until = (rule: Rule): string => (rule.validUntil === undefined ? '' : `, until ${rule.validUntil}`);
    const closed = [...rules.values()].filter((rule) => rule.effect === 'closed').map((rule) => `rule ${rule.rule}, from ${rule.fromArea} to ${rule.toArea}${until(rule)}`);
    return [...(papers.length === 0 ? [] : [`it needs ${list(papers)}`]), ...(closed.length === 0 ? [] : [`it is closed by ${list(closed)}`])].join('; ');
  }

  #reach(kind: string, supply: Supply, usable: (leg: Leg) => boolean): Reach {
    const key = `${kind} ${supply.place} ${supply.availableAt}`;
    const known = this.#reaches.get(key) ?? reach(this.#outcome.problem, this.#outcome.table, { place: supply.place, availableAt: Math.max(this.#outcome.table.asOf, epochMs(supply.availableAt)) }, usable);
    this.#reaches.set(key, known);
    return known;
  }

  /** Something could come, but not enough of it. */
  #scarce(group: Group, eligible: readonly Supply[]): string {
    const may = (commodity: Commodity): boolean => commodity.item.item === group.item.item && commodity.recipients.has(group.recipient.recipient);
    const rest = this.#outcome.commodities
      .filter(may)
      .flatMap((commodity) => commodity.sources.filter((source) => (this.#left.get(source) ?? 0) > 0).map((source) => ({ commodity, source })));
    if (rest.length === 0) return this.#stockShort(group, eligible);
    const cartons = rest.reduce((sum, { source }) => sum + (this.#left.get(source) ?? 0), 0);
    const open = rest.flatMap(({ commodity, source }) => this.#fresh(commodity, this.#searches.roomy(commodity, source), group).map((way) => ({ commodity, ...way })));
    const [way] = open.toSorted((a, b) => a.arrives - b.arrives);
    return way === undefined ? this.#full(group, rest, cartons) : this.#notWorth(group, way, cartons);
  }

  #stockShort(group: Group, eligible: readonly Supply[]): string {
    const { groups, policy } = this.#outcome;
    const may = new Set(eligible.flatMap((supply) => supply.recipients));
    const asked = groups.filter((other) => other.item.item === group.item.item && may.has(other.recipient.recipient)).reduce((sum, other) => sum + other.units, 0);
    const short = `The supply is short: ${whole(unitsOf(eligible))} units of ${group.item.name} may go to ${group.recipient.name}, and those who may have them ask for ${whole(asked)}; all of it is given out.`;
    const share = percent(this.#shares.get(group) ?? 0);
    if (policy === 'equal-cover') return `${short} Equal cover leaves ${group.recipient.name} with ${share} in time: more would take from somebody no better off, or break a carton.`;
    return `${short} ${policy === 'severity' ? 'It went to the most severe needs first' : 'It went where it relieves most'}; ${group.recipient.name} has ${share} in time.`;
  }

  #fresh(commodity: Commodity, found: Reach, group: Group): { arrives: number; legs: readonly Leg[] }[] {
    const way = found.to(group.recipient.place);
    return way === null || way.arrives >= commodity.expiresAt ? [] : [way];
  }

  #full(group: Group, rest: readonly { commodity: Commodity; source: Source }[], cartons: number): string {
    const { problem, opens } = this.#outcome;
    const place = group.recipient.place;
    const limits = new Set<string>();
    const closed = new Set<string>();
    for (const { commodity, source } of rest) {
      for (const leg of leadingTo(problem, place, this.#searches.open(commodity, source).boarded)) {
        const room = this.#searches.room(commodity, [leg]);
        if (room.cartons === 0) limits.add(room.limit);
      }
      for (const leg of this.#outcome.table.legs) if (leg.run.charter !== null && leg.run.to === place && leg.run.from === source.place && !opens(leg)) closed.add(leg.run.charter.id);
    }
    const left = `${cartonsText(cartons)} of ${group.item.name} ${cartons === 1 ? 'is' : 'are'} left`;
    if (limits.size === 0) return `${left}, but ${this.#unfit(group, rest)}; all other stock that may go there is given out.`;
    return `${left}, but what leads to ${placeName(problem, place)} is full: ${list([...limits], 6)}.${closed.size === 0 ? '' : ` Charter ${list([...closed])} would take off less than it costs.`}`;
  }

  /** Why stock that is left is of no use to a group, whatever the room. */
  #unfit(group: Group, rest: readonly { commodity: Commodity; source: Source }[]): string {
    const { problem } = this.#outcome;
    const place = group.recipient.place;
    const ways = rest.map(({ commodity, source }) => ({ commodity, source, way: this.#searches.open(commodity, source).to(place) }));
    const stuck = ways.filter(({ way }) => way === null);
    const barred = stuck.flatMap(({ source, commodity }) => {
      const anyway = reach(problem, this.#outcome.table, source, (leg) => canKeep(leg.run.keeps, commodity.item));
      return anyway.to(place) === null ? [] : [anyway];
    });
    const starts = list([...new Set(stuck.map(({ source }) => placeName(problem, source.place)))]);
    const spoilt = ways.flatMap(({ commodity, source, way }) => (way !== null && way.arrives >= commodity.expiresAt ? [placeName(problem, source.place)] : []));
    return list([
      ...(stuck.length === 0 ? [] : [`no permitted departure brings what lies at ${starts} to ${placeName(problem, place)}${barred.length === 0 ? '' : ` (${this.#hindrance(group, barred)})`}`]),
      ...(spoilt.length === 0 ? [] : [`what lies at ${list([...new Set(spoilt)])} would have expired by the time of handing over`]),
      ...(stuck.length + spoilt.length === ways.length ? [] : ['the rest finds no chain of departures with room']),
    ]);
  }

  #notWorth(group: Group, way: { commodity: Commodity; arrives: number; legs: readonly Leg[] }, cartons: number): string {
    const { problem, table, deliveries } = this.#outcome;
    const arrivals = arrivalsByGroup(deliveries).get(group) ?? [];
    const relieved = deprived(group, arrivals, table.asOf, problem) - deprived(group, [...arrivals, { at: way.arrives, units: way.commodity.unitsPerCarton }], table.asOf, problem);
    const price = way.legs.reduce((sum, leg) => sum + cartonPrice(leg.run, way.commodity.item, problem.weights), 0);
    const by = way.legs.length === 0 ? 'handed over where it lies' : `by ${list(way.legs.map((leg) => leg.run.id))}`;
    if (price >= relieved) return `${cartonsText(cartons)} of ${group.item.name} could still go, but one more, ${by}, counts ${euros(price)} in cost and CO₂ and relieves ${euros(relieved)}.`;
    return `${cartonsText(cartons)} of ${group.item.name} could still go (${by}); whole cartons and the routes of the plan leave them behind.`;
  }
}

/** Cartons of each source that the plan leaves where they are. */
function leftOver(outcome: Outcome): Map<Source, number> {
  const left = new Map(outcome.commodities.flatMap((commodity) => commodity.sources.map((source) => [source, source.cartons] as const)));
  for (const booking of outcome.booked) left.set(booking.source, (left.get(booking.source) ?? 0) - booking.cartons);
  return left;
}

const unitsOf = (supplies: readonly Supply[]): number => supplies.reduce((sum, supply) => sum + supply.cartons * supply.unitsPerCarton, 0);

/** What a reader must know besides the lines. */
export function planNotes(outcome: Outcome): string[] {
  const { problem, unreachable, floors } = outcome;
  const shares = coveredShares(outcome);
  const below = [...floors].filter(([group, floor]) => (shares.get(group) ?? 0) < floor - 1e-6);
  const worst = below.reduce((most, [group, floor]) => Math.max(most, floor - (shares.get(group) ?? 0)), 0);
  const left = leftOver(outcome);
  // Commodities that differ only in what is forbidden to them have the same stock: it is named once.
  const expiring = [...new Map(outcome.commodities.map((commodity) => [commodity.sources, commodity])).values()]
    .filter((commodity) => commodity.expiresAt <= epochMs(problem.until))
    .flatMap((commodity) => commodity.sources.map((source) => ({ commodity, source, cartons: left.get(source) ?? 0 })))
    .filter(({ cartons }) => cartons > 0);
  return [
    ...[...Map.groupBy(unreachable, (group) => group.item.name)].map(
      ([item, these]) => `${item}: nothing can be in time with ${list(these.map((group) => group.recipient.name))}. Equal cover leaves ${these.length === 1 ? 'that need' : `these ${these.length} needs`} out of its levels.`,
    ),
    ...(below.length === 0 ? [] : [`Whole cartons leave ${below.length} of ${floors.size} needs below the share that equal cover gives them in parts of cartons, by ${percent(worst)} of the need at most.`]),
    ...expiring.map(({ commodity, source, cartons }) => {
      const lots = list(source.lots.map((lot) => lot.supply.lot));
      return `${cartonsText(cartons)} of ${commodity.item.name} at ${placeName(problem, source.place)} expire within the horizon and find no use (lots ${lots}).`;
    }),
  ];
}
