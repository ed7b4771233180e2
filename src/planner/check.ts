// The independent check of a plan: can it be carried out as it stands, and what does it come to? Shares no code with the
// planner's model, only the domain's rules and the problem's types. Not here: whether a better plan exists.

import { cartonLoad, type Item } from '../domain/catalogue.ts';
import type { DepartureId, LotId } from '../domain/ids.ts';
import { canKeep, hindrances, readyAt, type Place } from '../domain/places.ts';
import type { OpenedCharter, PlanLine, Policy, UnservedNeed } from '../domain/plan/plan.ts';
import { latest, localDateIn, nextOpen, type Instant } from '../domain/time.ts';
import { placesByRun } from './check-places.ts';
import { checkFigures, type CheckedFigures } from './check-figures.ts';
import type { PlanningProblem, Run, Supply } from './problem.ts';

export interface PlanToCheck {
  readonly lines: readonly PlanLine[];
  readonly charters: readonly OpenedCharter[];
  readonly unserved: readonly UnservedNeed[];
}
export interface PlanCheck {
  readonly ok: boolean;
  /** One sentence for each rule that is broken; names the line, run, place or lot. */
  readonly violations: string[];
  readonly figures: CheckedFigures;
}

/** Fractions of pallets are summed in another order than the planner's. */
const DUST = 1e-6;

export function checkPlan(problem: PlanningProblem, plan: PlanToCheck, policy: Policy): PlanCheck {
  const runs = new Map(problem.runs.map((run) => [run.id, run]));
  const violations = [
    ...plan.lines.flatMap((line) => checkLine(problem, runs, line)),
    ...checkStock(problem, runs, plan.lines),
    ...checkRuns(problem, runs, plan.lines),
    ...checkHandling(problem, runs, plan.lines),
    ...checkCharters(problem, runs, plan),
    ...checkNeeds(problem, plan),
    ...checkFrozen(problem, plan.lines),
  ];
  return { ok: violations.length === 0, violations, figures: checkFigures(problem, plan, policy) };
}

const routeOf = (runs: ReadonlyMap<DepartureId, Run>, line: PlanLine): Run[] => line.route.flatMap((id) => runs.get(id) ?? []);
const lotSupplies = (problem: PlanningProblem, lot: LotId): Supply[] => problem.supplies.filter((supply) => supply.lot === lot);

/** Where a line's goods lie before it begins. */
function startOf(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, line: PlanLine): string | undefined {
  return routeOf(runs, line)[0]?.from ?? problem.recipients.find(({ recipient }) => recipient === line.recipient)?.place;
}

/** The entries of the lot from which the line may draw: at the right place, in time, for that recipient. */
function drawable(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, line: PlanLine): Supply[] {
  const start = startOf(problem, runs, line);
  return lotSupplies(problem, line.lot).filter((supply) => supply.place === start && supply.availableAt <= line.departs && supply.recipients.includes(line.recipient));
}

function checkLine(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, line: PlanLine): string[] {
  const found: string[] = [];
  const say = (problemFound: string): void => void found.push(`${line.line}: ${problemFound}`);
  const item = problem.items.get(line.item);
  const recipient = problem.recipients.find((candidate) => candidate.recipient === line.recipient);
  if (item === undefined || recipient === undefined) return [`${line.line}: item or recipient is unknown`];
  const [supply] = drawable(problem, runs, line);
  if (supply === undefined) say(`lot ${line.lot} has nothing for ${line.recipient} at ${startOf(problem, runs, line)} by ${line.departs}`);
  else if (supply.item !== line.item) say(`lot ${line.lot} holds ${supply.item}, not ${line.item}`);
  else if (line.units !== line.cartons * supply.unitsPerCarton) say(`${line.cartons} cartons of lot ${line.lot} are not ${line.units} units`);
  if (line.cartons <= 0) say('a line moves at least one carton');
  const missing = line.route.find((id) => !runs.has(id));
  if (missing !== undefined) return [...found, `${line.line}: there is no departure ${missing}`];
  if (line.route.length === 0 && line.arrives !== latest(problem.asOf, line.departs)) say('goods that lie at the recipient are handed over when they are there');
  followLegs(problem, routeOf(runs, line), line, item, say);
  const expires = lotSupplies(problem, line.lot).map((entry) => entry.expiresAt).find((at) => at !== null);
  if (expires !== undefined && expires !== null && line.arrives >= expires) say(`lot ${line.lot} has expired when it arrives (${expires})`);
  return found;
}

function followLegs(problem: PlanningProblem, route: readonly Run[], line: PlanLine, item: Item, say: (problem: string) => void): void {
  const first = route[0];
  if (first === undefined) return;
  if (line.departs !== first.departsAt) say(`it leaves at ${first.departsAt}, not ${line.departs}`);
  for (const [index, run] of route.entries()) {
    const before = route[index - 1];
    if (before !== undefined) {
      if (before.to !== run.from) say(`${run.id} leaves from ${run.from}, the goods are at ${before.to}`);
      const ready = readyAt(placeAt(problem, run.from), before.arrivesAt, before.mode, run.mode);
      if (ready > run.departsAt) say(`the goods are ready at ${run.from} at ${ready}, after ${run.id} has left`);
    }
    if (run.departsAt < problem.asOf) say(`${run.id} has left already`);
    if (run.departsAt > problem.until) say(`${run.id} leaves after the horizon`);
    if (!canKeep(run.keeps, item)) say(`${run.id} cannot keep ${item.temperature} goods`);
    const from = placeAt(problem, run.from);
    const crossing = { itemClass: item.class, from: from.area, to: placeAt(problem, run.to).area, on: localDateIn(run.departsAt, from.zone) };
    if (problem.forbidden.some((each) => each.run === run.id && forbids(each, line))) say(`${run.id} is forbidden to it`);
    for (const rule of hindrances(crossing, problem.rules, problem.papers)) say(`rule ${rule.rule} stands against ${run.id}`);
  }
  const last = route.at(-1) ?? first;
  const recipient = problem.recipients.find((candidate) => candidate.recipient === line.recipient);
  if (last.to !== recipient?.place) say(`it ends at ${last.to}, not at ${recipient?.place}`);
  const arrives = readyAt(placeAt(problem, last.to), last.arrivesAt, last.mode);
  if (line.arrives !== arrives) say(`it arrives at ${arrives}, not ${line.arrives}`);
}

/** A cap on the very lot and recipient of a frozen line leaves that line itself alone. */
const forbids = ({ recipient, lot }: PlanningProblem['forbidden'][number], line: PlanLine): boolean =>
  (recipient === null || recipient === line.recipient) && (lot === null || lot === line.lot) && !(line.frozen && recipient !== null && lot !== null);

function placeAt(problem: PlanningProblem, code: Run['from']): Place {
  const place = problem.places.get(code);
  if (place === undefined) throw new Error(`the place ${code} is not in the problem`);
  return place;
}

/** At no moment have more cartons of a lot left a place than had become available there. */
function checkStock(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, lines: readonly PlanLine[]): string[] {
  const stocks = Map.groupBy(lines, (line) => `${line.lot} at ${startOf(problem, runs, line)}`);
  return [...stocks].flatMap(([stock, drawn]) => {
    const entries = drawn.flatMap((line) => lotSupplies(problem, line.lot).filter((supply) => supply.place === startOf(problem, runs, line)));
    const distinct = [...new Set(entries)];
    const worst = drawn.map((line) => {
      const gone = drawn.filter((other) => other.departs <= line.departs).reduce((sum, other) => sum + other.cartons, 0);
      const there = distinct.filter((supply) => supply.availableAt <= line.departs).reduce((sum, supply) => sum + supply.cartons, 0);
      return gone - there;
    });
    const over = Math.max(0, ...worst);
    return over > 0 ? [`lot ${stock}: ${over} cartons more leave than there are`] : [];
  });
}

function checkRuns(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, lines: readonly PlanLine[]): string[] {
  const loads = new Map<Run, { grams: number; volume: number }>();
  const places = placesByRun(problem, lines);
  for (const line of lines) {
    const item = problem.items.get(line.item);
    if (item === undefined) continue;
    const carton = cartonLoad(item);
    for (const run of routeOf(runs, line)) {
      const sum = loads.get(run) ?? { grams: 0, volume: 0 };
      loads.set(run, { grams: sum.grams + line.cartons * carton.grams, volume: sum.volume + line.cartons * carton.volume });
    }
  }
  return [...loads].flatMap(([run, load]) => [
    ...(load.grams > (run.allotment.grams ?? Infinity) + 0.5 ? [`${run.id} carries ${load.grams / 1000} kg, its allotment is ${(run.allotment.grams ?? 0) / 1000} kg`] : []),
    ...(load.volume > (run.allotment.volume ?? Infinity) + 0.5 ? [`${run.id} carries ${load.volume / 1e6} m³, its allotment is ${(run.allotment.volume ?? 0) / 1e6} m³`] : []),
    ...((places.get(run.id) ?? 0) > (run.allotment.positions ?? Infinity) + DUST ? [`${run.id} carries ${places.get(run.id)} pallets, its allotment is ${run.allotment.positions}`] : []),
  ]);
}

/** Pallets in and out of a place on a local day: goods that come while it is closed are taken in when it opens. */
function checkHandling(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, lines: readonly PlanLine[]): string[] {
  const pallets = new Map<string, { place: Place; day: string; count: number }>();
  const note = (place: Place, at: Instant, count: number): void => {
    if (place.palletsPerHour === undefined) return;
    const day = localDateIn(at, place.zone);
    const known = pallets.get(`${place.place} ${day}`);
    pallets.set(`${place.place} ${day}`, { place, day, count: count + (known?.count ?? 0) });
  };
  for (const [id, count] of placesByRun(problem, lines)) {
    const run = runs.get(id);
    if (run === undefined) continue;
    const to = placeAt(problem, run.to);
    note(placeAt(problem, run.from), run.departsAt, count);
    note(to, nextOpen(run.arrivesAt, to), count);
  }
  return [...pallets.values()].flatMap(({ place, day, count }) => {
    const anyway = problem.handling.filter((load) => load.place === place.place && localDateIn(load.at, place.zone) === day).reduce((sum, load) => sum + load.pallets, 0);
    const room = Math.max(0, (place.palletsPerHour ?? 0) * hoursOpen(place) - anyway);
    return count > room + DUST ? [`${place.place} handles ${count} pallets on ${day}, it has hands for ${room}`] : [];
  });
}

function hoursOpen({ opens, closes }: Place): number {
  if (opens === undefined || closes === undefined || opens === closes) return 24;
  const [openHour, openMinute] = opens.split(':').map(Number);
  const [closeHour, closeMinute] = closes.split(':').map(Number);
  const hours = (closeHour ?? 0) - (openHour ?? 0) + ((closeMinute ?? 0) - (openMinute ?? 0)) / 60;
  return hours > 0 ? hours : hours + 24;
}

function checkCharters(problem: PlanningProblem, runs: ReadonlyMap<DepartureId, Run>, plan: PlanToCheck): string[] {
  const used = new Map<string, Set<string>>();
  for (const line of plan.lines) for (const run of routeOf(runs, line)) if (run.charter !== null) used.set(run.charter.id, (used.get(run.charter.id) ?? new Set()).add(run.id));
  const opened = new Map(plan.charters.map((charter) => [String(charter.charter), charter.copies]));
  const offered = Map.groupBy(problem.runs.filter((run) => run.charter !== null), (run) => String(run.charter?.id));
  return [
    ...[...used].flatMap(([charter, copies]) => (copies.size > (opened.get(charter) ?? 0) ? [`${copies.size} copies of charter ${charter} are used, ${opened.get(charter) ?? 0} opened`] : [])),
    ...[...opened].flatMap(([charter, copies]) => (copies > (offered.get(charter)?.length ?? 0) ? [`${copies} copies of charter ${charter} are opened, ${offered.get(charter)?.length ?? 0} offered`] : [])),
    ...plan.charters.flatMap((charter) => {
      const due = charter.copies * (offered.get(charter.charter)?.[0]?.charter?.fixedEuros ?? 0);
      return Math.abs(due - charter.cost) > 0.005 ? [`charter ${charter.charter} costs €${due}, not €${charter.cost}`] : [];
    }),
  ];
}

/** No more than the need rounded up to whole cartons, unless people froze it so; and what is said to be unserved is. */
function checkNeeds(problem: PlanningProblem, plan: PlanToCheck): string[] {
  const pairs = new Map<string, { asked: number; given: number; frozen: number; carton: number; said: number }>();
  const pair = (recipient: string, item: string): { asked: number; given: number; frozen: number; carton: number; said: number } => {
    const key = `${item} for ${recipient}`;
    const known = pairs.get(key) ?? { asked: 0, given: 0, frozen: 0, carton: 0, said: 0 };
    pairs.set(key, known);
    return known;
  };
  for (const need of problem.needs) pair(need.recipient, need.item).asked += need.units;
  for (const line of plan.lines) {
    const sums = pair(line.recipient, line.item);
    sums.given += line.units;
    if (line.frozen) sums.frozen += line.units;
    else sums.carton = Math.max(sums.carton, line.units / line.cartons);
  }
  for (const unserved of plan.unserved) pair(unserved.recipient, unserved.item).said += unserved.units;
  return [...pairs].flatMap(([key, { asked, given, frozen, carton, said }]) => [
    ...(given > frozen && given >= asked + carton ? [`${given} units of ${key}: only ${asked} are asked for`] : []),
    ...(Math.max(0, asked - given) !== said ? [`${Math.max(0, asked - given)} units of ${key} stay unserved, the plan says ${said}`] : []),
  ]);
}

function checkFrozen(problem: PlanningProblem, lines: readonly PlanLine[]): string[] {
  const key = (line: { lot: string; recipient: string; route: readonly string[] }): string => `lot ${line.lot} to ${line.recipient} by ${line.route.join(', ') || 'hand'}`;
  const asked = new Map<string, number>();
  for (const frozen of problem.frozen) asked.set(key(frozen), (asked.get(key(frozen)) ?? 0) + frozen.cartons);
  const kept = new Map<string, number>();
  for (const line of lines) if (line.frozen) kept.set(key(line), (kept.get(key(line)) ?? 0) + line.cartons);
  return [...new Set([...asked.keys(), ...kept.keys()])].flatMap((line) => ((asked.get(line) ?? 0) === (kept.get(line) ?? 0) ? [] : [`frozen ${line}: ${asked.get(line) ?? 0} cartons, the plan has ${kept.get(line) ?? 0}`]));
}
