// What could be otherwise: for a line, or for a need that stays short, the changes to the problem that are worth a plan of
// their own. Not here: the plans that come of them (counterfactuals.ts).

import type { DepartureId, ItemCode, RecipientId } from '../domain/ids.ts';
import type { PlanLine } from '../domain/plan/plan.ts';
import { canKeep, type Paper, type Rule } from '../domain/places.ts';
import { invariant } from '../domain/result.ts';
import { epochMs } from '../domain/time.ts';
import { itemOf } from './commodities.ts';
import { forbiddenRuns } from './forbidden.ts';
import { cartonEuros } from './objective.ts';
import type { FrozenLine, PlanningProblem, Supply } from './problem.ts';
import { mayRide, reach } from './reach.ts';
import { cartonTakes, runTakes, timetable, type Leg, type Timetable } from './timetable.ts';
import { placeNamed, recipientOf, runsOf } from './named.ts';
import { phrase, type PhraseOf } from '../domain/phrase.ts';

export type AlternativeKind = 'without-departure' | 'another-carton' | 'another-route' | 'unfrozen' | 'border-open' | 'paper-held' | 'earmark-open';

/** The problem as it would be. */
export interface Alternative {
  readonly kind: AlternativeKind;
  /** What is otherwise: the beginning of a sentence. */
  readonly what: PhraseOf<`if.${AlternativeKind}`>;
  readonly problem: PlanningProblem;
  /** For another route: how it compares with the line's own, for the line's cartons. */
  readonly route: RouteDifference | null;
}

export interface RouteDifference {
  readonly departures: readonly DepartureId[];
  /** € of transport more than on the line's own route, for all its cartons; charters' fixed costs apart. */
  readonly euros: number;
  /** Hours later at the recipient. */
  readonly hours: number;
}

/** So many rules, papers and earmarks at most have a plan made without them. */
const MOST_OF_A_KIND = 3;
const MS_PER_HOUR = 3_600_000;

type Line = Pick<PlanLine, 'lot' | 'item' | 'recipient' | 'cartons' | 'route' | 'arrives' | 'frozen'>;

export function lineAlternatives(problem: PlanningProblem, line: Line): Alternative[] {
  const [first] = line.route;
  const own = frozenOf(problem, line);
  return [
    ...(line.frozen && own !== null ? [{ kind: 'unfrozen' as const, what: phrase('if.unfrozen', {}), problem: { ...problem, frozen: problem.frozen.filter((frozen) => frozen !== own) }, route: null }] : []),
    ...(first === undefined || line.frozen ? [] : [withoutDeparture(problem, first)]),
    ...anotherCarton(problem, problem.supplies.filter(({ lot }) => lot === line.lot)),
    ...anotherRoute(problem, line),
  ];
}

export function needAlternatives(problem: PlanningProblem, need: { readonly recipient: RecipientId; readonly item: ItemCode }): Alternative[] {
  const table = timetable(problem);
  const all = problem.supplies.filter(({ item, cartons }) => item === need.item && cartons > 0);
  const eligible = all.filter(({ recipients }) => recipients.includes(need.recipient));
  const bound = Map.groupBy(all.filter((supply) => !eligible.includes(supply)), ({ earmark, pledge }) => earmark ?? `scope ${pledge}`);
  return [
    ...openBorders(problem, table, need),
    ...[...bound.values()].slice(0, MOST_OF_A_KIND).map((supplies): Alternative => ({ kind: 'earmark-open', what: phrase('if.earmark-open', { bond: bondOf(supplies), recipient: recipientOf(problem, need.recipient) }), problem: openTo(problem, supplies, need.recipient), route: null })),
    ...anotherCarton(problem, eligible),
  ];
}

/** What all of them are bound by. */
function bondOf([first]: readonly Supply[]): PhraseOf<'bond.scope' | 'bond.earmark'> {
  invariant(first !== undefined, 'a bond binds some supply');
  return first.earmark === null ? phrase('bond.scope', { pledge: first.pledge }) : phrase('bond.earmark', { earmark: first.earmark });
}

const withoutDeparture = (problem: PlanningProblem, id: DepartureId): Alternative => ({ kind: 'without-departure', what: phrase('if.without-departure', { run: id }), problem: { ...problem, runs: problem.runs.filter((run) => run.id !== id) }, route: null });

function anotherCarton(problem: PlanningProblem, supplies: readonly Supply[]): Alternative[] {
  const [more] = supplies.toSorted((a, b) => (a.availableAt < b.availableAt ? -1 : 1));
  if (more === undefined) return [];
  const changed = problem.supplies.map((supply) => (supply === more ? { ...supply, cartons: supply.cartons + 1 } : supply));
  return [{ kind: 'another-carton', what: phrase('if.another-carton', { lot: more.lot, place: placeNamed(problem, more.place) }), problem: { ...problem, supplies: changed }, route: null }];
}

const openTo = (problem: PlanningProblem, bound: readonly Supply[], recipient: RecipientId): PlanningProblem => ({
  ...problem,
  supplies: problem.supplies.map((supply) => (bound.includes(supply) ? { ...supply, recipients: [...supply.recipients, recipient] } : supply)),
});

/** Each rule that stands between the item and the recipient on a departure into its area, without that rule or with its paper. */
function openBorders(problem: PlanningProblem, table: Timetable, need: { readonly recipient: RecipientId; readonly item: ItemCode }): Alternative[] {
  const item = itemOf(problem, need.item);
  const place = problem.recipients.find(({ recipient }) => recipient === need.recipient)?.place;
  const area = place === undefined ? undefined : problem.places.get(place)?.area;
  const into = table.legs.filter(({ run }) => problem.places.get(run.to)?.area === area && canKeep(run.keeps, item));
  const rules = [...new Map(into.flatMap((leg) => table.hindrances(leg, item.class).map((rule) => [rule.rule, rule] as const))).values()];
  return rules.slice(0, MOST_OF_A_KIND).map((rule): Alternative => {
    const paper = paperFor(rule);
    return paper === null
      ? { kind: 'border-open', what: phrase('if.border-open', { rule: rule.rule, from: { area: rule.fromArea }, to: { area: rule.toArea } }), problem: { ...problem, rules: problem.rules.filter((other) => other.rule !== rule.rule) }, route: null }
      : { kind: 'paper-held', what: phrase('if.paper-held', { paper: { paper: paper.paper }, rule: rule.rule }), problem: { ...problem, papers: [...problem.papers, paper] }, route: null };
  });
}

function paperFor({ effect, paper, classes, fromArea, toArea, validFrom, validUntil }: Rule): Paper | null {
  if (effect === 'closed' || paper === undefined) return null;
  return { paper, reference: 'as if it were held', classes, fromArea, toArea, validFrom, ...(validUntil === undefined ? {} : { validUntil }) };
}

const frozenOf = (problem: PlanningProblem, line: Line): FrozenLine | null =>
  problem.frozen.find(({ lot, recipient, cartons, route }) => lot === line.lot && recipient === line.recipient && cartons === line.cartons && route.join(' ') === line.route.join(' ')) ?? null;

/** The earliest other way for the whole line that leaves out one of its departures; the rest of the plan is free to give way. */
function anotherRoute(problem: PlanningProblem, line: Line): Alternative[] {
  if (line.route.length === 0 || line.frozen) return [];
  const table = timetable(problem);
  const item = itemOf(problem, line.item);
  const place = problem.recipients.find(({ recipient }) => recipient === line.recipient)?.place;
  const own = line.route.flatMap((id) => table.byId.get(id) ?? []);
  const supply = problem.supplies.find(({ lot, place: at }) => lot === line.lot && at === own[0]?.run.from);
  if (place === undefined || supply === undefined) return [];
  const start = { place: supply.place, availableAt: Math.max(table.asOf, epochMs(supply.availableAt)) };
  const goods = { item, forbidden: forbiddenRuns(problem, line.lot, line.recipient) };
  const holds = (leg: Leg): boolean => roomFor(leg, item, line.cartons);
  const ways = own.flatMap((avoided) => reach(problem, table, start, (leg) => leg !== avoided && holds(leg) && mayRide(table, goods, leg)).to(place) ?? []);
  const [next] = ways.filter(({ arrives }) => supply.expiresAt === null || arrives < epochMs(supply.expiresAt)).toSorted((a, b) => a.arrives - b.arrives);
  if (next === undefined) return [];
  const departures = runsOf(next.legs);
  const price = (legs: readonly Leg[]): number => line.cartons * legs.reduce((sum, leg) => sum + cartonEuros(leg.run, item), 0);
  const frozen: FrozenLine = { lot: line.lot, recipient: line.recipient, cartons: line.cartons, route: departures };
  return [{
    kind: 'another-route',
    what: phrase('if.another-route', { cartons: line.cartons, route: departures }),
    problem: { ...problem, frozen: [...problem.frozen, frozen] },
    route: { departures, euros: price(next.legs) - price(own), hours: (next.arrives - epochMs(line.arrives)) / MS_PER_HOUR },
  }];
}

function roomFor(leg: Leg, item: Parameters<typeof cartonTakes>[0], cartons: number): boolean {
  const [takes, room] = [cartonTakes(item), runTakes(leg.run)];
  return cartons * takes.kg <= room.kg && cartons * takes.m3 <= room.m3 && cartons * takes.positions <= room.positions;
}
