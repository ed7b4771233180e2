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
import { itemNamed, limitPhrase, momentAt, placeNamed, placesNamed, recipientNamed, rulePhrase, runsOf } from './named.ts';
import { coveredShares } from './reasons.ts';
import { Searches } from './searches.ts';
import type { Leg } from './timetable.ts';
import type { CharterId, DepartureId, PlaceCode } from '../domain/ids.ts';
import { phrase, type Phrase, type PhraseOf } from '../domain/phrase.ts';
import { canKeep } from '../domain/places.ts';
import type { UnservedNeed } from '../domain/plan/plan.ts';
import { epochMs } from '../domain/time.ts';
import { units as unitCount } from '../domain/units.ts';
import { english } from '../words/en/english.ts';
import { sayAll } from '../words/say.ts';

export function shortfalls(outcome: Outcome): UnservedNeed[] {
  const arrivals = arrivalsByGroup(outcome.deliveries);
  const finder = new Finder(outcome);
  return outcome.groups.flatMap((group) => {
    const short = group.units - (arrivals.get(group) ?? []).reduce((sum, arrival) => sum + arrival.units, 0);
    if (short <= 0) return [];
    const because = finder.why(group);
    return [{ recipient: group.recipient.recipient, item: group.item.item, units: unitCount(short), why: sayAll(because, english), because }];
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

  why(group: Group): Phrase[] {
    const { problem } = this.#outcome;
    const item = itemNamed(group.item);
    const all = problem.supplies.filter((supply) => supply.item === group.item.item && supply.cartons > 0);
    if (all.length === 0) return [phrase('short.none', { item })];
    const eligible = all.filter((supply) => supply.recipients.includes(group.recipient.recipient));
    if (eligible.length === 0) return [phrase('short.bound', { units: unitsOf(all), item, bonds: bondsOf(all) })];
    return this.#barred(group, eligible) ?? this.#scarce(group, eligible);
  }

  /** What bars every way whatever the quantities; null where something could come. */
  #barred(group: Group, eligible: readonly Supply[]): Phrase[] | null {
    const { problem, table } = this.#outcome;
    const { item } = group;
    const end = group.recipient.place;
    const [place, recipient] = [placeNamed(problem, end), recipientNamed(group.recipient)];
    const ways = (kind: string, usable: (leg: Leg) => boolean): { supply: Supply; reach: Reach }[] =>
      eligible.map((supply) => ({ supply, reach: this.#reach(kind, supply, usable) })).filter((way) => way.reach.to(end) !== null);
    const starts = placesNamed(problem, eligible.map((supply) => supply.place));
    if (ways('any', () => true).length === 0) return [phrase('short.no-departure', { starts, place, recipient, until: momentAt(problem, problem.until, end) })];
    const kept = ways(`keeps ${item.temperature}`, (leg) => canKeep(leg.run.keeps, item));
    if (kept.length === 0) return [phrase('short.not-kept', { place, temperature: item.temperature })];
    const free = ways(`free ${item.temperature} ${item.class}`, (leg) => mayRide(table, { item, forbidden: NOTHING }, leg));
    if (free.length === 0) return [phrase('short.barred', { place, rules: this.#hindrance(group, kept.map((way) => way.reach)) })];
    const allowed = free.flatMap((way) => this.#allowed(group, way));
    if (allowed.length === 0) return [phrase('short.forbidden', { place, recipient, runs: forbiddenTo(problem, group) })];
    const fresh = allowed.filter(({ supply, reach: found }) => supply.expiresAt === null || (found.to(end)?.arrives ?? Infinity) < epochMs(supply.expiresAt));
    if (fresh.length === 0) {
      const lots = allowed.map(({ supply: { lot, expiresAt } }) => phrase('lot.expires', { lot, at: momentAt(problem, expiresAt ?? problem.until, end) }));
      return [phrase('short.expired', { item: itemNamed(item), recipient, lots })];
    }
    const inTime = fresh.some((way) => group.needs.some((need) => (way.reach.to(end)?.arrives ?? Infinity) < need.until));
    return inTime || problem.weights.lateShare > 0 ? null : [phrase('short.late', { recipient })];
  }

  /** The way as it is under what people forbid; none where they leave none. */
  #allowed(group: Group, way: { supply: Supply; reach: Reach }): { supply: Supply; reach: Reach }[] {
    const { problem, table } = this.#outcome;
    const forbidden = forbiddenRuns(problem, way.supply.lot, group.recipient.recipient);
    if (forbidden.size === 0) return [way];
    const left = this.#reach(`but ${[...forbidden].join(' ')} ${group.item.temperature} ${group.item.class}`, way.supply, (leg) => mayRide(table, { item: group.item, forbidden }, leg));
    return left.to(group.recipient.place) === null ? [] : [{ supply: way.supply, reach: left }];
  }

  /** The rules on these ways: papers that nobody holds, then closed borders. */
  #hindrance(group: Group, reaches: readonly Reach[]): PhraseOf<'rule.paper' | 'rule.closed'>[] {
    const { problem, table } = this.#outcome;
    const legs = new Set(reaches.flatMap((found) => leadingTo(problem, group.recipient.place, found.boarded)));
    const rules = new Map([...legs].flatMap((leg) => table.hindrances(leg, group.item.class).map((rule) => [rule.rule, rule] as const)));
    const of = (effect: 'paper' | 'closed'): PhraseOf<'rule.paper' | 'rule.closed'>[] => [...rules.values()].filter((rule) => rule.effect === effect).map(rulePhrase);
    return [...of('paper'), ...of('closed')];
  }

  #reach(kind: string, supply: Supply, usable: (leg: Leg) => boolean): Reach {
    const key = `${kind} ${supply.place} ${supply.availableAt}`;
    const known = this.#reaches.get(key) ?? reach(this.#outcome.problem, this.#outcome.table, { place: supply.place, availableAt: Math.max(this.#outcome.table.asOf, epochMs(supply.availableAt)) }, usable);
    this.#reaches.set(key, known);
    return known;
  }

  /** Something could come, but not enough of it. */
  #scarce(group: Group, eligible: readonly Supply[]): Phrase[] {
    const may = (commodity: Commodity): boolean => commodity.item.item === group.item.item && commodity.recipients.has(group.recipient.recipient);
    const rest = this.#outcome.commodities
      .filter(may)
      .flatMap((commodity) => commodity.sources.filter((source) => (this.#left.get(source) ?? 0) > 0).map((source) => ({ commodity, source })));
    if (rest.length === 0) return this.#stockShort(group, eligible);
    const cartons = rest.reduce((sum, { source }) => sum + (this.#left.get(source) ?? 0), 0);
    const open = rest.flatMap(({ commodity, source }) => this.#fresh(commodity, this.#searches.roomy(commodity, source), group).map((way) => ({ commodity, ...way })));
    const [way] = open.toSorted((a, b) => a.arrives - b.arrives);
    return way === undefined ? this.#full(group, rest, cartons) : [this.#notWorth(group, way, cartons)];
  }

  #stockShort(group: Group, eligible: readonly Supply[]): Phrase[] {
    const { groups, policy } = this.#outcome;
    const recipient = recipientNamed(group.recipient);
    const may = new Set(eligible.flatMap((supply) => supply.recipients));
    const asked = groups.filter((other) => other.item.item === group.item.item && may.has(other.recipient.recipient)).reduce((sum, other) => sum + other.units, 0);
    const share = { share: this.#shares.get(group) ?? 0 };
    const rule = policy === 'equal-cover' ? phrase('short.equal', { recipient, share }) : phrase(policy === 'severity' ? 'short.severity' : 'short.relief', { recipient, share });
    return [phrase('short.supply', { units: unitsOf(eligible), item: itemNamed(group.item), recipient, asked }), rule];
  }

  #fresh(commodity: Commodity, found: Reach, group: Group): { arrives: number; legs: readonly Leg[] }[] {
    const way = found.to(group.recipient.place);
    return way === null || way.arrives >= commodity.expiresAt ? [] : [way];
  }

  #full(group: Group, rest: readonly { commodity: Commodity; source: Source }[], cartons: number): Phrase[] {
    const { problem, opens } = this.#outcome;
    const { place } = group.recipient;
    const limits = new Map<string, PhraseOf<'limit.run' | 'limit.handling'>>();
    const closed = new Set<CharterId>();
    for (const { commodity, source } of rest) {
      const leading = leadingTo(problem, place, this.#searches.open(commodity, source).boarded);
      for (const limit of this.#searches.limits(commodity, leading)) limits.set('leg' in limit ? `${limit.leg.run.id} ${limit.of}` : limit.handling, limitPhrase(problem, limit));
      for (const leg of this.#outcome.table.legs) if (leg.run.charter !== null && leg.run.to === place && leg.run.from === source.place && !opens(leg)) closed.add(leg.run.charter.id);
    }
    const item = itemNamed(group.item);
    if (limits.size === 0) return [phrase('short.unfit', { cartons, item, reasons: this.#unfit(group, rest) })];
    const full = phrase('short.full', { cartons, item, place: placeNamed(problem, place), limits: [...limits.values()] });
    return closed.size === 0 ? [full] : [full, phrase('short.charters', { charters: [...closed] })];
  }

  /** Why stock that is left is of no use to a group, whatever the room. */
  #unfit(group: Group, rest: readonly { commodity: Commodity; source: Source }[]): PhraseOf<'unfit.barred' | 'unfit.expired' | 'unfit.no-room'>[] {
    const { problem } = this.#outcome;
    const { place } = group.recipient;
    const ways = rest.map(({ commodity, source }) => ({ commodity, source, way: this.#searches.open(commodity, source).to(place) }));
    const stuck = ways.filter(({ way }) => way === null);
    const barred = stuck.flatMap(({ source, commodity }) => {
      const anyway = reach(problem, this.#outcome.table, source, (leg) => canKeep(leg.run.keeps, commodity.item));
      return anyway.to(place) === null ? [] : [anyway];
    });
    const starts = (these: readonly { readonly source: Source }[]): PlaceCode[] => these.map(({ source }) => source.place);
    const spoilt = ways.filter(({ commodity, way }) => way !== null && way.arrives >= commodity.expiresAt);
    return [
      ...(stuck.length === 0 ? [] : [phrase('unfit.barred', { starts: placesNamed(problem, starts(stuck)), place: placeNamed(problem, place), rules: this.#hindrance(group, barred) })]),
      ...(spoilt.length === 0 ? [] : [phrase('unfit.expired', { starts: placesNamed(problem, starts(spoilt)) })]),
      ...(stuck.length + spoilt.length === ways.length ? [] : [phrase('unfit.no-room', {})]),
    ];
  }

  #notWorth(group: Group, way: { commodity: Commodity; arrives: number; legs: readonly Leg[] }, cartons: number): Phrase {
    const { problem, table, deliveries } = this.#outcome;
    const arrivals = arrivalsByGroup(deliveries).get(group) ?? [];
    const relieves = deprived(group, arrivals, table.asOf, problem) - deprived(group, [...arrivals, { at: way.arrives, units: way.commodity.unitsPerCarton }], table.asOf, problem);
    const euros = way.legs.reduce((sum, leg) => sum + cartonPrice(leg.run, way.commodity.item, problem.weights), 0);
    const left = { cartons, item: itemNamed(group.item), route: runsOf(way.legs) };
    return euros >= relieves ? phrase('short.not-worth', { ...left, euros: { euros }, relieves: { euros: relieves } }) : phrase('short.left', left);
  }
}

/** Cartons of each source that the plan leaves where they are. */
function leftOver(outcome: Outcome): Map<Source, number> {
  const left = new Map(outcome.commodities.flatMap((commodity) => commodity.sources.map((source) => [source, source.cartons] as const)));
  for (const booking of outcome.booked) left.set(booking.source, (left.get(booking.source) ?? 0) - booking.cartons);
  return left;
}

const unitsOf = (supplies: readonly Supply[]): number => supplies.reduce((sum, supply) => sum + supply.cartons * supply.unitsPerCarton, 0);

function bondsOf(supplies: readonly Supply[]): PhraseOf<'bond.scope' | 'bond.earmark'>[] {
  const bonds = new Map(supplies.map(({ earmark, pledge }) => [earmark ?? `scope ${pledge}`, earmark === null ? phrase('bond.scope', { pledge }) : phrase('bond.earmark', { earmark })] as const));
  return [...bonds.values()];
}

/** Departures that people forbid to goods on their way to a group. */
const forbiddenTo = ({ forbidden }: Outcome['problem'], { recipient }: Group): DepartureId[] => [...new Set(forbidden.flatMap((each) => ((each.recipient ?? recipient.recipient) === recipient.recipient ? [each.run] : [])))];

/** Levels nearer than this are what a solver calls exact. */
const LEAST_DELTA = 1e-5;

/** What a reader must know besides the lines. */
export function planNotes(outcome: Outcome): Phrase[] {
  const { problem, unreachable, floors, delta } = outcome;
  const shares = coveredShares(outcome);
  const below = [...floors].filter(([group, floor]) => (shares.get(group) ?? 0) < floor - 1e-6);
  const most = below.reduce((worst, [group, floor]) => Math.max(worst, floor - (shares.get(group) ?? 0)), 0);
  const left = leftOver(outcome);
  // Commodities that differ only in what is forbidden to them have the same stock: it is named once.
  const expiring = [...new Map(outcome.commodities.map((commodity) => [commodity.sources, commodity])).values()]
    .filter((commodity) => commodity.expiresAt <= epochMs(problem.until))
    .flatMap((commodity) => commodity.sources.map((source) => ({ commodity, source, cartons: left.get(source) ?? 0 })))
    .filter(({ cartons }) => cartons > 0);
  return [
    ...[...Map.groupBy(unreachable, (group) => group.item)].map(([item, these]) => phrase('note.unreachable', { item: itemNamed(item), recipients: these.map((group) => recipientNamed(group.recipient)) })),
    ...(delta < LEAST_DELTA ? [] : [phrase('note.levels', { within: { share: Math.ceil(100 * delta) / 100 } })]),
    ...(below.length === 0 ? [] : [phrase('note.below', { below: below.length, all: floors.size, most: { share: most } })]),
    ...expiring.map(({ commodity, source, cartons }) => phrase('note.expiring', { cartons, item: itemNamed(commodity.item), place: placeNamed(problem, source.place), lots: source.lots.map((lot) => lot.supply.lot) })),
  ];
}
