// Replanning on generated networks: the fullest flight a day late, the fullest train cancelled, a border closed to a third of
// the items for four days, the lot of which most is planned recalled. Times run from the event to the new plan with its bound,
// the way of each good not yet followed; they do not count the plan that stood before. The checker follows the merged plan.
// `M` and smaller: HiGHS is asked for the optimum of the changed network, which must lie between plan and bound.

import { buildInstance } from '../src/planner/scan/build.ts';
import { checkScan } from '../src/planner/scan/check-scan.ts';
import { completeModel } from '../src/planner/scan/complete-model.ts';
import { waysOf } from '../src/planner/scan/decompose.ts';
import { alone, Dual } from '../src/planner/scan/dual.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { emptyLabels } from '../src/planner/scan/labels.ts';
import { ended, scan } from '../src/planner/scan/scan.ts';
import { MEASURES, type ScanProblem } from '../src/planner/scan/scan-problem.ts';
import type { ReplanEvent } from '../src/planner/replan/events.ts';
import { mergedWays, replan, type ReplanAnswer } from '../src/planner/replan/replan.ts';
import { standing, type Standing } from '../src/planner/replan/standing.ts';
import { highsSolver } from '../src/solver/highs.ts';
import type { Asked, Row } from './suite.ts';

type ScaleName = keyof typeof SCALES;
const ROUNDS = 5;
const GAP = { near: 0.005, far: 0.01 } as const;
/** Networks on which a whole per cent is asked for. */
const FAR: readonly string[] = ['C5', 'C20'];
const COMPARED: readonly string[] = ['tiny', 'S', 'M'];
const AGREE = 1e-6;

export async function replanSuite({ scale, seed, peer, say }: Asked): Promise<readonly Row[]> {
  const [name, constraints] = (scale ?? 'L').split('-') as [ScaleName, 'full' | undefined];
  const gap = FAR.includes(name) ? GAP.far : GAP.near;
  say(`the plan that stands, ${scale ?? 'L'}, seed ${seed}`);
  const plan = planned(generate({ scale: SCALES[name], seed, constraints: constraints ?? 'bare' }));
  const solver = highsSolver();
  const rows: Row[] = [];
  try {
    for (const [event, of] of Object.entries(eventsOf(plan))) {
      say(event);
      const times: { readonly wall: number; readonly processor: number }[] = [];
      let answer: ReplanAnswer | null = null;
      for (let round = 0; round < ROUNDS; round += 1) {
        const [before, began] = [process.cpuUsage(), performance.now()];
        const found = replan(plan, { events: [of], hour: 0, gap });
        const { user, system } = process.cpuUsage(before);
        times.push({ wall: (performance.now() - began) / 1_000, processor: (user + system) / 1e6 });
        if (found.ok) answer = found.value;
      }
      if (answer === null) continue;
      const optimum = COMPARED.includes(name) && peer !== 'none' ? -(await solver.solve(completeModel(answer.problem), { relativeGap: 0, seed: 1 })).objective : null;
      rows.push(rowOf({ label: `${(scale ?? 'L').padEnd(8)} seed ${seed}  ${event.padEnd(18)}`, seed, plan, answer, optimum: of.kind === 'recalled' ? null : optimum }, Math.min(...times.map(({ wall }) => wall)), Math.min(...times.map(({ processor }) => processor))));
    }
  } finally {
    await solver.close();
  }
  return rows;
}

function planned(problem: ScanProblem): Standing {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const dual = new Dual(instance, labels, alone(instance, labels));
  const answer = ended(scan(dual, { gap: 0.0045 }));
  return standing(dual, answer, answer.plan === null ? [] : waysOf(instance, answer.plan));
}

function eventsOf({ problem, usage, limits }: Standing): Readonly<Record<string, ReplanEvent>> {
  const { departures, commodities, capacities, stocks } = problem;
  const kg = (departure: number): number => usage[limits.capacity[limits.start[departure] as number] as number] as number;
  const fullest = (mode: number): number[] => [...departures.departs.keys()].filter((departure) => departures.from[departure] === 0 && departures.mode[departure] === mode).sort((a, b) => kg(b) - kg(a));
  const [flight = 0, second = 0] = fullest(0);
  const train = fullest(2)[0] ?? second;
  const stock = [...stocks.units.keys()].sort((a, b) => (usage[capacities.count + b] as number) - (usage[capacities.count + a] as number))[0] ?? 0;
  const border = [...departures.departs.keys()].filter((departure) => departures.from[departure] === 0 && departures.to[departure] === departures.to[second] && (departures.departs[departure] as number) < 96);
  return {
    'a flight 24 h late': { kind: 'moved', departure: flight, departs: (departures.departs[flight] as number) + 24, ready: (departures.ready[flight] as number) + 24 },
    'a train cancelled': { kind: 'cancelled', departure: train },
    'a border closed': { kind: 'closed', departures: border, commodities: [...commodities.item.keys()].filter((commodity) => (commodities.item[commodity] as number) % 3 === 1) },
    'a lot recalled': { kind: 'recalled', stock },
  };
}

interface Measured {
  readonly label: string;
  readonly seed: number;
  readonly plan: Standing;
  readonly answer: ReplanAnswer;
  readonly optimum: number | null;
}

function rowOf({ label, seed, plan, answer, optimum }: Measured, seconds: number, processor: number): Row {
  const check = checkScan(answer.problem, mergedWays(plan, answer.affected, answer.ways()));
  const agrees = Math.abs(check.value - answer.value) <= AGREE * Math.abs(answer.value);
  const between = optimum === null || (answer.value <= optimum * (1 + AGREE) && optimum <= answer.bound * (1 + AGREE));
  const status = check.faults.length === 0 && agrees && between ? 'same' : 'differs';
  const relativeGap = (answer.bound - answer.value) / Math.abs(answer.value);
  const part = answer.whole ? 'all planned again' : `${answer.affected.reduce((sum, it) => sum + it, 0)} of ${answer.affected.length} blocks planned again`;
  return {
    size: plan.problem.departures.count * MEASURES, seed, engine: 'airbridge', status, tolerance: AGREE, seconds, objective: answer.value, bound: answer.bound, gap: answer.gap, relativeGap, ratio: null,
    line: `${label}  ${seconds.toFixed(3)} s (${processor.toFixed(3)} processor s, best of ${ROUNDS})  gap ${(answer.gap * 100).toFixed(3)} %  ${part}  ${optimum === null ? '' : `optimum by HiGHS ${optimum.toFixed(0)}, ours ${answer.value.toFixed(0)}  `}check ${check.faults.length === 0 ? 'clean' : check.faults[0]}  ${status}`,
  };
}
