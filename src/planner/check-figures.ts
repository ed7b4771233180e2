// The checker's own reckoning of what a plan comes to: objective, coverage, hours, cost, CO₂, price of change. Written from the
// formulas in docs/concepts/planner.md, without the planner's code. Which need a unit serves is found by cancelling cycles
// (Klein 1967) from a first guess, where the planner augments paths.

import { cartonLoad, chargeableKg } from '../domain/catalogue.ts';
import type { PlanFigures, PlanLine, Policy } from '../domain/plan/plan.ts';
import { hoursBetween, latest, type Instant } from '../domain/time.ts';
import type { PlanToCheck } from './check.ts';
import { placesByRun } from './check-places.ts';
import type { NetNeed, PlanningProblem } from './problem.ts';

export type CheckedFigures = Pick<PlanFigures, 'objective' | 'coverage' | 'hours' | 'cost' | 'co2Kg'> & { /** € of the objective for what is taken off lines that stand. */ readonly change: number };

export function checkFigures(problem: PlanningProblem, plan: PlanToCheck, policy: Policy): CheckedFigures {
  const pairs = [...Map.groupBy(problem.needs.filter((need) => need.units > 0), (need) => `${need.recipient} ${need.item}`).values()];
  const linesFor = (needs: readonly NetNeed[]): PlanLine[] => plan.lines.filter((line) => line.recipient === needs[0]?.recipient && line.item === needs[0]?.item);
  const transport = plan.lines.map((line) => legCosts(problem, line));
  const places = placesByRun(problem, plan.lines);
  const cost = sum(transport.map((leg) => leg.euros)) + sum(problem.runs.map((run) => run.eurosPerPallet * (places.get(run.id) ?? 0))) + sum(plan.charters.map((charter) => charter.cost));
  const co2Kg = sum(transport.map((leg) => leg.co2Kg));
  const change = priceOfChange(problem, plan.lines);
  const deprivation = sum(pairs.map((needs) => deprivationOf(problem, needs, linesFor(needs), policy)));
  return {
    objective: deprivation + problem.weights.costWeight * cost + problem.weights.co2Weight * co2Kg + change,
    change,
    coverage: spread(pairs.map((needs) => timelyShare(needs, linesFor(needs)))),
    hours: arrivalHours(problem, plan.lines),
    cost,
    co2Kg,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** By weight; pallet places apart. */
function legCosts(problem: PlanningProblem, line: PlanLine): { euros: number; co2Kg: number } {
  const item = problem.items.get(line.item);
  const runs = line.route.flatMap((id) => problem.runs.find((run) => run.id === id) ?? []);
  if (item === undefined) return { euros: 0, co2Kg: 0 };
  const { grams, volume } = cartonLoad(item);
  const gross = (line.cartons * grams) / 1000;
  const chargeable = line.cartons * chargeableKg(grams, volume);
  return { euros: sum(runs.map((run) => chargeable * run.eurosPerChargeableKg)), co2Kg: sum(runs.map((run) => gross * run.co2KgPerKg)) };
}

/** For each line that stands, the cartons that no line of the plan takes of the same lot to the same recipient by the same departures. */
function priceOfChange({ standing }: PlanningProblem, lines: readonly PlanLine[]): number {
  return sum(
    standing.map((stood) => {
      const still = lines.filter((line) => line.lot === stood.lot && line.recipient === stood.recipient && line.route.length === stood.route.length && line.route.every((run, at) => run === stood.route[at]));
      return stood.eurosPerCarton * Math.max(0, stood.cartons - sum(still.map((line) => line.cartons)));
    }),
  );
}

/** The worth of the need's places, the heaviest segment first, and what an arrival in each of them relieves. */
function deprivationOf(problem: PlanningProblem, needs: readonly NetNeed[], lines: readonly PlanLine[], policy: Policy): number {
  const { weights } = problem;
  const places = needs.flatMap((need) => {
    const severity = (policy === 'severity' ? weights.severityFirst : weights.severity)[need.severity - 1] ?? 1;
    const euros = ((problem.items.get(need.item)?.worthCents ?? 0) / 100) * severity;
    const segments = policy === 'severity' ? [{ share: 1, weight: sum(weights.segments.map((segment) => segment.share * segment.weight)) }] : weights.segments;
    const lightest = euros * (segments.at(-1)?.weight ?? 0);
    return segments.map((segment) => ({ need, units: need.units * segment.share, euros: euros * segment.weight, lightest }));
  });
  const relief = (arrives: Instant, place: (typeof places)[number]): number => {
    const counts = arrives < place.need.until ? 1 : weights.lateShare;
    const days = Math.max(0, hoursBetween(problem.asOf, latest(arrives, place.need.from))) / 24;
    return counts * (place.euros - place.lightest * Math.min(0.9, weights.delayPerDay * days));
  };
  const nothing = sum(places.map((place) => place.units * place.euros));
  return nothing - bestRelief(lines.map((line) => line.units), places.map((place) => place.units), lines.map((line) => places.map((place) => relief(line.arrives, place))));
}

/**
 * The most that a transport from rows (what arrives) to columns (places in needs) can relieve. A last row and a last column take
 * what is left over, at no gain, so that every cycle of changes is a cycle of a complete table.
 */
function bestRelief(rows: readonly number[], columns: readonly number[], gains: readonly number[][]): number {
  const height = rows.length + 1;
  const width = columns.length + 1;
  const gain = (row: number, column: number): number => gains[row]?.[column] ?? 0;
  const flow = firstGuess([...rows, sum(columns)], [...columns, sum(rows)]);
  for (;;) {
    const cycle = gainingCycle(height, width, gain, flow);
    if (cycle === null) break;
    const amount = Math.min(...cycle.filter((step) => !step.adds).map((step) => flow[step.row]?.[step.column] ?? 0));
    for (const { row, column, adds } of cycle) {
      const line = flow[row];
      if (line !== undefined) line[column] = (line[column] ?? 0) + (adds ? amount : -amount);
    }
  }
  return sum(flow.map((line, row) => sum(line.map((units, column) => units * gain(row, column)))));
}

/** North-west corner rule. */
function firstGuess(rows: readonly number[], columns: readonly number[]): number[][] {
  const left = [...columns];
  return rows.map((units) => {
    let open = units;
    return left.map((room, column) => {
      const taken = Math.min(open, room);
      open -= taken;
      left[column] = room - taken;
      return taken;
    });
  });
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly adds: boolean;
}

/** Differences below this many euros a unit, relative to the largest, are rounding. */
const DUST = 1e-12;

/** A cycle of the residual graph along which the total rises: Bellman–Ford from all nodes at once, then back along the parents. */
function gainingCycle(height: number, width: number, gain: (row: number, column: number) => number, flow: readonly number[][]): Change[] | null {
  const best = new Float64Array(height + width);
  const from = new Int32Array(height + width).fill(-1);
  const scale = Math.max(1, ...flow.flatMap((line, row) => line.map((_, column) => gain(row, column))));
  let changed = -1;
  const relax = (a: number, b: number, by: number): void => {
    if ((best[a] ?? 0) + by > (best[b] ?? 0) + DUST * scale * 10) { best[b] = (best[a] ?? 0) + by; from[b] = a; changed = b; }
  };
  for (let round = 0; round <= height + width; round += 1) {
    changed = -1;
    for (let row = 0; row < height; row += 1)
      for (let column = 0; column < width; column += 1) {
        relax(row, height + column, gain(row, column));
        if ((flow[row]?.[column] ?? 0) > 1e-9) relax(height + column, row, -gain(row, column));
      }
    if (changed < 0) return null;
  }
  let node = changed;
  for (let step = 0; step < height + width; step += 1) node = from[node] ?? node;
  const cycle: Change[] = [];
  for (let at = node; cycle.length === 0 || at !== node; ) {
    const before = from[at] ?? -1;
    if (before < 0) return null;
    cycle.push(at >= height ? { row: before, column: at - height, adds: true } : { row: at, column: before - height, adds: false });
    at = before;
  }
  return cycle;
}

/** Share of what a pair asks that can be in its due windows: windows by their end, each filled from the arrivals before it, earliest window first. */
function timelyShare(needs: readonly NetNeed[], lines: readonly PlanLine[]): number {
  const arrivals = lines.map((line) => ({ at: line.arrives, units: Number(line.units) })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  let covered = 0;
  for (const need of needs.toSorted((a, b) => (a.until < b.until ? -1 : 1))) {
    let open = need.units;
    for (const arrival of arrivals) {
      if (arrival.at >= need.until) break;
      const taken = Math.min(open, arrival.units);
      arrival.units -= taken;
      open -= taken;
      covered += taken;
    }
  }
  return covered / sum(needs.map((need) => need.units));
}

/** Gini coefficient as half the mean absolute difference, relative to the mean. */
function spread(shares: readonly number[]): PlanFigures['coverage'] {
  if (shares.length === 0) return { min: 1, mean: 1, gini: 0 };
  const mean = sum(shares) / shares.length;
  const differences = sum(shares.map((a) => sum(shares.map((b) => Math.abs(a - b)))));
  return { min: Math.min(...shares), mean, gini: mean === 0 ? 0 : differences / (2 * shares.length ** 2 * mean) };
}

function arrivalHours(problem: PlanningProblem, lines: readonly PlanLine[]): PlanFigures['hours'] {
  const hours = lines.map((line) => ({ after: hoursBetween(problem.asOf, line.arrives), cartons: Number(line.cartons) })).toSorted((a, b) => a.after - b.after);
  const half = sum(hours.map((line) => line.cartons)) / 2;
  const reached = hours.findIndex((_, index) => sum(hours.slice(0, index + 1).map((line) => line.cartons)) >= half);
  return { median: hours[reached]?.after ?? null, last: hours.at(-1)?.after ?? null };
}
