// Why one choice of hub comes before another: what its plan gains and loses beside the other's, in hours to each receiver, cost, CO₂,
// cover, and hours that flights wait. All of it is looked up in the finished plans.

import type { AreaCode, PlaceCode } from '../../domain/ids.ts';
import { phrase, type Phrase, type PhraseOf, type PlaceNamed } from '../../domain/phrase.ts';
import type { Before } from './before.ts';
import { mark, ranked } from './ranking.ts';
import type { HubOrder, HubOutcome, Shock } from './report.ts';
import type { Trial } from './trial.ts';

type Advantage = PhraseOf<'hub.sooner' | 'hub.mean' | 'hub.euros' | 'hub.co2' | 'hub.cover' | 'hub.waiting'>;

export const namedHubs = ({ network: { hubs } }: Trial): PlaceNamed[] => hubs.map(({ place: { place, name } }) => ({ place, name }));

interface Besides {
  readonly cutOff: readonly PlaceCode[];
  /** Null: it is met, or there is none. */
  readonly budget: number | null;
}

/** The first beside this one, and what is peculiar to this one; of the first itself only the latter. */
export function reasonsOf(before: Before, trial: Trial, first: Trial, { cutOff, budget }: Besides): Phrase[] {
  const hubs = namedHubs(trial);
  const without = trial.network.hubs.filter(({ hasRail }) => !hasRail);
  return [
    ...(trial === first ? [] : [against(before, first, trial)]),
    ...(without.length === hubs.length ? [phrase('hub.no-rail', { hubs })] : []),
    ...(cutOff.length === 0 ? [] : [phrase('hub.unconnected', { hubs, gateways: cutOff.map((place) => ({ place, name: before.situation.known.places.get(place)?.name ?? place })) })]),
    ...(budget === null ? [] : [phrase('hub.over-budget', { hubs, euros: { euros: trial.marks.cost }, budget: { euros: budget } })]),
  ];
}

/** Below these, nobody would choose by it. */
const LEAST = { hours: 1, mean: 0.25, euros: 1, tonnes: 0.05, points: 0.0005 } as const;
const PLACES_NAMED = 2;

function against(before: Before, first: Trial, rival: Trial): Phrase {
  const wins = advantages(before, first, rival);
  const loses = advantages(before, rival, first);
  const named = { hubs: namedHubs(first), rivals: namedHubs(rival) };
  return wins.length + loses.length === 0 ? phrase('hub.same', named) : phrase('hub.against', { ...named, wins, loses });
}

/** In what `one` is better than `other`. */
function advantages(before: Before, one: Trial, other: Trial): Advantage[] {
  const [a, b] = [one.marks, other.marks];
  const waits = other.waitingHours - one.waitingHours;
  const mean = (b.hours.mean ?? 0) - (a.hours.mean ?? 0);
  return [
    ...sooner(before, one, other),
    ...(mean >= LEAST.mean ? [phrase('hub.mean', { hours: { hours: mean } })] : []),
    ...(a.coverage.mean - b.coverage.mean >= LEAST.points ? [phrase('hub.cover', { points: { points: a.coverage.mean - b.coverage.mean } })] : []),
    ...(b.cost - a.cost >= LEAST.euros ? [phrase('hub.euros', { euros: { euros: b.cost - a.cost } })] : []),
    ...((b.co2Kg - a.co2Kg) / 1000 >= LEAST.tonnes ? [phrase('hub.co2', { tonnes: { tonnes: (b.co2Kg - a.co2Kg) / 1000 } })] : []),
    ...(waits >= LEAST.hours ? [phrase('hub.waiting', { hours: { hours: waits } })] : []),
  ];
}

/** The places to which goods come earlier by most, with those cartons that both plans bring there. */
function sooner({ situation: { known } }: Before, one: Trial, other: Trial): PhraseOf<'hub.sooner'>[] {
  const found = [...one.received].flatMap(([recipient, { hours, cartons }]) => {
    const there = other.received.get(recipient);
    const place = known.places.get(known.recipients.get(recipient as never)?.place as PlaceCode);
    return there === undefined || place === undefined ? [] : [{ place: { place: place.place, name: place.name }, hours: there.hours - hours, cartons: Math.min(cartons, there.cartons) }];
  });
  const byPlace = [...Map.groupBy(found, ({ place }) => place.place).values()].flatMap((there) => {
    const [first] = there;
    const cartons = there.reduce((sum, it) => sum + it.cartons, 0);
    return first === undefined ? [] : [{ place: first.place, hours: there.reduce((sum, it) => sum + it.hours * it.cartons, 0) / cartons }];
  });
  return byPlace.filter(({ hours }) => hours >= LEAST.hours).toSorted((a, b) => b.hours - a.hours).slice(0, PLACES_NAMED).map(({ place, hours }) => phrase('hub.sooner', { hours: { hours }, place }));
}

interface Verdict {
  readonly by: HubOrder;
  readonly shocks: readonly Shock[];
  readonly sets: { readonly all: number; readonly planned: readonly unknown[] };
  /** The operation's own hub by itself, where several at once are asked for; null: it is no candidate, or in the ranking. */
  readonly alone: Trial | null;
}

/** What the ranking says: the first and the second, the operation's own hub, who is best in what else, who is first after a shock. */
export function verdict(before: Before, order: readonly Trial[], ranking: readonly HubOutcome[], { by, shocks, sets, alone }: Verdict): Phrase[] {
  const [first, second] = order;
  if (first === undefined) return [];
  const hubs = namedHubs(first);
  return [
    second === undefined ? phrase('hub.only', { hubs }) : lead(first, second, by),
    ...own(before, order),
    ...(alone === null ? [] : [besideOwn(before, first, alone)]),
    ...(by === 'objective' ? tooClose(order) : []),
    ...(['cost', 'hours', 'co2', 'coverage'] as const).flatMap((figure) => { const best = ranked(order, figure)[0]; return best === undefined || figure === by || order.length === 1 ? [] : [phrase('hub.best-by', { by: figure, hubs: namedHubs(best) })]; }),
    ...shocks.flatMap((shock) => afterShock(order, ranking, shock)),
    ...(sets.planned.length < sets.all ? [phrase('hub.screened', { sets: sets.all, planned: sets.planned.length })] : []),
  ];
}

function besideOwn({ hub }: Before, first: Trial, { marks }: Trial): Phrase {
  const less = marks.objective - first.marks.objective;
  return phrase('hub.beside-own', { hubs: namedHubs(first), hub: { place: hub.place, name: hub.name }, less: { euros: less }, share: { share: less / Math.max(1, marks.objective) } });
}

function lead(first: Trial, second: Trial, by: HubOrder): Phrase {
  if (by !== 'objective') return phrase('hub.first-by', { hubs: namedHubs(first), by, second: namedHubs(second) });
  const margin = mark(second, by) - mark(first, by);
  return phrase('hub.first', { hubs: namedHubs(first), euros: { euros: first.marks.objective }, second: namedHubs(second), margin: { euros: margin }, share: { share: margin / Math.max(1, second.marks.objective) } });
}

/** Where the bound of another lies below the plan of the first, the plans alone do not prove the order. */
function tooClose([first, ...others]: readonly Trial[]): Phrase[] {
  if (first === undefined) return [];
  const close = others.filter(({ marks }) => marks.bound < first.marks.objective);
  const same = others.every(({ marks }) => marks.bound >= first.marks.bound);
  return close.length === 0 ? [] : [phrase('hub.close', { hubs: namedHubs(first), rivals: close.map((it) => phrase('hub.hubs', { hubs: namedHubs(it) })), same })];
}

function own({ hub }: Before, order: readonly Trial[]): Phrase[] {
  const at = order.findIndex(({ network: { hubs } }) => hubs.length === 1 && hubs[0]?.place.place === hub.place);
  if (at < 0) return [];
  const named = { place: hub.place, name: hub.name };
  return [at === 0 ? phrase('hub.own-first', { hub: named, of: order.length }) : phrase('hub.own', { hub: named, rank: at + 1, of: order.length })];
}

function afterShock(order: readonly Trial[], ranking: readonly HubOutcome[], { kind, area }: Shock): Phrase[] {
  const struck = ranking.flatMap((outcome, k) => {
    const [after, trial] = [outcome.shocks.find(({ shock }) => shock === kind), order[k]];
    return after === undefined || trial === undefined ? [] : [{ trial, objective: after.objective, harm: after.objective - outcome.objective }];
  });
  const first = struck.toSorted((a, b) => a.objective - b.objective)[0];
  const least = struck.toSorted((a, b) => a.harm - b.harm || a.objective - b.objective)[0];
  return first === undefined || least === undefined ? [] : [phrase('hub.shock', { shock: kind, area: area === null ? null : { area: area as AreaCode }, first: namedHubs(first.trial), least: namedHubs(least.trial) })];
}
