// How a plan fares when needs and delays come out otherwise: each line is walked along its route; goods that miss a departure wait for
// the next one to the same place that has room left. The plan is carried out as it stands; nobody replans. Not here: a better plan.

import { epochMs } from '../../domain/time.ts';
import type { PlanLine } from '../../domain/plan/plan.ts';
import { invariant } from '../../domain/result.ts';
import { openBook, type Book } from '../book.ts';
import { groupKey, groups, itemOf, type Group } from '../commodities.ts';
import { coveredShare } from '../figures.ts';
import type { PlanningProblem } from '../problem.ts';
import { changeMs, placeOf, timetable, type Leg, type Timetable } from '../timetable.ts';
import { factorAt, type Outlook, type Scenario } from './outlook.ts';

const HOUR_MS = 3_600_000;

export interface Fare {
  /** Share of all needs × items that arrived in time, each counting once. */
  readonly mean: number;
  /** Of the worst-off among those that the plan serves at all. */
  readonly worstOff: number;
  /** Units that arrived after every due window, or never. */
  readonly unitsLate: number;
  readonly missedConnections: number;
}

export interface Fares {
  readonly scenarios: number;
  /** Mean over the scenarios. */
  readonly expected: Fare;
  /** Mean over the tenth of the scenarios in which least arrives in time. */
  readonly worstTenth: Fare;
}

/** @param lines of a plan of this very problem. O(scenarios × lines × legs). */
export function fares(problem: PlanningProblem, lines: readonly PlanLine[], outlook: Outlook, drawn: readonly Scenario[]): Fares {
  const ground = groundOf(problem, lines);
  const each = drawn.map((scenario) => fare(ground, outlook, scenario)).toSorted((a, b) => a.mean - b.mean || a.worstOff - b.worstOff);
  return { scenarios: each.length, expected: meanOf(each), worstTenth: meanOf(each.slice(0, Math.max(1, Math.floor(each.length / 10)))) };
}

interface Ground {
  readonly problem: PlanningProblem;
  readonly lines: readonly PlanLine[];
  readonly table: Timetable;
  /** Room that the plan leaves. */
  readonly book: Book;
  /** By place of departure and arrival, in order of departure. */
  readonly between: ReadonlyMap<string, readonly Leg[]>;
  readonly groups: readonly Group[];
}

const pairKey = ({ run }: Leg): string => `${run.from} ${run.to}`;

function groundOf(problem: PlanningProblem, lines: readonly PlanLine[]): Ground {
  const table = timetable(problem);
  const book = openBook(table);
  const opened = new Set(lines.flatMap(({ route }) => route));
  for (const line of lines) book.take(itemOf(problem, line.item), legsOf(table, line), line.cartons, line.recipient);
  const running = table.legs.filter(({ run }) => run.charter === null || opened.has(run.id));
  return { problem, lines: lines.toSorted((a, b) => (a.departs < b.departs ? -1 : a.departs > b.departs ? 1 : 0)), table, book, between: Map.groupBy(running, pairKey), groups: groups(problem, 'deprivation') };
}

function legsOf(table: Timetable, { route }: PlanLine): Leg[] {
  return route.map((id) => {
    const leg = table.byId.get(id);
    invariant(leg !== undefined, `a plan of this problem uses no departure ${id} that is not in it`);
    return leg;
  });
}

function fare(ground: Ground, outlook: Outlook, scenario: Scenario): Fare {
  const book = ground.book.copy();
  const arrivals = new Map<string, { at: number; units: number }[]>();
  let missedConnections = 0;
  for (const line of ground.lines) {
    const { at, missed } = walked(ground, book, outlook, scenario, line);
    missedConnections += missed;
    const key = groupKey(line.recipient, line.item);
    if (at !== null) arrivals.set(key, [...(arrivals.get(key) ?? []), { at, units: line.units }]);
  }
  const shares = ground.groups.map((group) => {
    const own = arrivals.get(groupKey(group.recipient.recipient, group.item.item)) ?? [];
    return { served: own.length > 0, share: Math.min(1, coveredShare(scaled(group, factorAt(outlook.needBand(group.recipient.recipient, group.item.item), scenario.need)), own)), group, own };
  });
  const served = shares.filter(({ served: is }) => is);
  const sent = ground.lines.reduce((sum, { units }) => sum + units, 0);
  const inTime = shares.reduce((sum, { own, group }) => sum + own.reduce((units, arrival) => units + (group.needs.some(({ until }) => arrival.at < until) ? arrival.units : 0), 0), 0);
  return {
    mean: shares.length === 0 ? 1 : shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
    worstOff: served.length === 0 ? 1 : Math.min(...served.map(({ share }) => share)),
    unitsLate: sent - inTime,
    missedConnections,
  };
}

const scaled = (group: Group, factor: number): Group => ({ ...group, units: group.units * factor, needs: group.needs.map((need) => ({ ...need, units: need.units * factor })) });

/** When the line's goods are handed over; null: within the horizon never. */
function walked({ problem, table, between }: Ground, book: Book, outlook: Outlook, scenario: Scenario, line: PlanLine): { readonly at: number | null; readonly missed: number } {
  const supply = problem.supplies.find((it) => it.lot === line.lot && it.availableAt <= line.departs) ?? problem.supplies.find((it) => it.lot === line.lot);
  let ready = supply === undefined ? table.asOf : epochMs(supply.availableAt) + outlook.supplyHoursLate(supply, scenario.share(supply.lot)) * HOUR_MS;
  let by: Leg | null = null;
  let missed = 0;
  for (const planned of legsOf(table, line)) {
    const from = placeOf(problem, planned.run.from);
    const canLeave = (leg: Leg): boolean => leg.departs >= ready + changeMs(from, by?.run.mode ?? null, leg.run.mode);
    let taken: Leg | undefined = planned;
    if (!canLeave(planned)) {
      missed += 1;
      const item = itemOf(problem, line.item);
      taken = between.get(pairKey(planned))?.find((leg) => canLeave(leg) && book.room(item, [leg], null).cartons >= line.cartons);
      if (taken === undefined) return { at: null, missed };
      // Where pallets are whole, the place that was theirs leaves empty: it was sold.
      book.take(item, [planned], 0 - line.cartons, null);
      book.take(item, [taken], line.cartons, line.recipient);
    }
    ready = taken.ready + outlook.hoursLate(taken.run, scenario.share(taken.run.id)) * HOUR_MS;
    by = taken;
  }
  return { at: Math.max(ready, table.asOf), missed };
}

function meanOf(each: readonly Fare[]): Fare {
  const mean = (of: (fare: Fare) => number): number => (each.length === 0 ? Number.NaN : each.reduce((sum, it) => sum + of(it), 0) / each.length);
  return { mean: mean((it) => it.mean), worstOff: mean((it) => it.worstOff), unitsLate: mean((it) => it.unitsLate), missedConnections: mean((it) => it.missedConnections) };
}
