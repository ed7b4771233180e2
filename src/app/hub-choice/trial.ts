// One trial of hub choice: a set of hubs, planned whole, gone over by the independent checker, and put into figures that can be laid
// beside another set's. Not here: which sets are tried, and what is made of the figures.

import type { PlaceCode } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import type { PlanLine } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { hoursBetween, type Instant } from '../../domain/time.ts';
import { checkPlan } from '../../planner/check.ts';
import { plan, type Planned } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { DEFAULTS } from '../plan/propose.ts';
import type { Before } from './before.ts';
import type { Network } from './network.ts';
import { landing } from './relocate.ts';
import type { CoverageStep, HubHours, PlanMarks } from './report.ts';

export interface Trial {
  readonly network: Network;
  readonly marks: PlanMarks;
  readonly over: readonly CoverageStep[];
  readonly modes: Readonly<Partial<Record<Mode, number>>>;
  /** What all flights together wait until they may land; 0 with several hubs, where they choose. */
  readonly waitingHours: number;
  /** By recipient: mean hours and cartons, and what it has of its need. */
  readonly received: ReadonlyMap<string, Received>;
}

export interface Received {
  readonly cartons: number;
  readonly hours: number;
}

export async function tried(before: Before, network: Network, solver: Solver, watch?: PlanWatch): Promise<Result<Trial, Failure>> {
  const { problem } = network;
  const planned = await plan(problem, DEFAULTS, solver, watch);
  if (!planned.ok) return err({ code: 'planning-failed', message: planned.error.limit, remedy: planned.error.remedy });
  const { objective, bound, gap, relativeGap, coverage, cost, co2Kg, lines } = planned.value;
  const check = checkPlan(problem, planned.value, DEFAULTS.policy);
  const leftAt = departures(before);
  const hours = (line: PlanLine): number => hoursBetween(leftAt.get(line.lot) ?? problem.asOf, line.arrives);
  return ok({
    network,
    marks: { objective, bound, gap, relativeGap, coverage, cost, co2Kg, hours: hoursOf(lines, hours), check: { ok: check.ok, violations: check.violations } },
    over: coverageOver(problem, planned.value),
    modes: modesOf(network, lines),
    waitingHours: waitingFor(before, network),
    received: receivedBy(lines, hours),
  });
}

function waitingFor({ situation: { known }, hub }: Before, { hubs, rules }: Network): number {
  const [only] = hubs;
  if (hubs.length > 1 || only === undefined) return 0;
  return [...known.consignments.values()].filter(({ announced }) => announced.to === hub.place).reduce((sum, it) => sum + landing(it, hub, only, known.places, rules).waitingHours, 0);
}

/** When the flight of each lot leaves. */
function departures({ situation: { known } }: Before): ReadonlyMap<string, Instant> {
  return new Map([...known.consignments.values()].flatMap(({ announced, lots }) => lots.map(({ lot }): [string, Instant] => [lot, announced.plannedDeparture])));
}

function hoursOf(lines: readonly PlanLine[], hours: (line: PlanLine) => number): HubHours {
  const cartons = lines.reduce((sum, line) => sum + line.cartons, 0);
  if (cartons === 0) return { mean: null, last: null };
  return { mean: lines.reduce((sum, line) => sum + line.cartons * hours(line), 0) / cartons, last: Math.max(...lines.map(hours)) };
}

const STEP_HOURS = 12;

/** Units handed over by each half day, as a share of all units that are needed; more than a recipient needs of an item does not count. */
function coverageOver({ asOf, until, needs }: PlanningProblem, { lines }: Pick<Planned, 'lines'>): CoverageStep[] {
  const needed = new Map<string, number>();
  for (const { recipient, item, units } of needs) needed.set(`${recipient}\t${item}`, (needed.get(`${recipient}\t${item}`) ?? 0) + units);
  const all = [...needed.values()].reduce((sum, units) => sum + units, 0);
  if (all === 0) return [];
  const inOrder = lines.toSorted((a, b) => (a.arrives < b.arrives ? -1 : 1));
  const last = Math.ceil(Math.max(hoursBetween(asOf, until), ...inOrder.map(({ arrives }) => hoursBetween(asOf, arrives))) / STEP_HOURS);
  const left = new Map(needed);
  let [at, served] = [0, 0];
  return Array.from({ length: last + 1 }, (_, step) => {
    for (let line = inOrder[at]; line !== undefined && hoursBetween(asOf, line.arrives) <= step * STEP_HOURS; line = inOrder[at]) {
      const key = `${line.recipient}\t${line.item}`;
      const taken = Math.min(line.units, left.get(key) ?? 0);
      left.set(key, (left.get(key) ?? 0) - taken);
      served += taken;
      at += 1;
    }
    return { hours: step * STEP_HOURS, share: served / all };
  });
}

/** By which mode goods leave the hub that they came to; what is handed over at the hub itself leaves by none. */
function modesOf({ hubs, problem }: Network, lines: readonly PlanLine[]): Partial<Record<Mode, number>> {
  const at = new Set<PlaceCode>(hubs.map(({ place }) => place.place));
  const runs = new Map(problem.runs.map((run) => [run.id, run]));
  const cartons = new Map<Mode, number>();
  let all = 0;
  for (const line of lines) {
    const onward = line.route.map((id) => runs.get(id)).find((run) => run !== undefined && at.has(run.from));
    all += line.cartons;
    if (onward !== undefined) cartons.set(onward.mode, (cartons.get(onward.mode) ?? 0) + line.cartons);
  }
  return Object.fromEntries([...cartons].map(([mode, count]) => [mode, count / all]));
}

function receivedBy(lines: readonly PlanLine[], hours: (line: PlanLine) => number): Map<string, Received> {
  return new Map([...Map.groupBy(lines, ({ recipient }): string => recipient)].map(([recipient, own]) => {
    const cartons = own.reduce((sum, line) => sum + line.cartons, 0);
    return [recipient, { cartons, hours: own.reduce((sum, line) => sum + line.cartons * hours(line), 0) / cartons }];
  }));
}
