// A large plan that begins from the prices of the plan before it, beside one that begins from none, and beside the library of
// replanning: the same generated network as an operation with names, an hour later, after each of four events. Processor seconds
// are those of building and scanning, the least of some rounds; whole cartons and reasons take the same either way and are not in
// them. What each way could still do for the better is in its gap; their values are compared too.

import { commodities, groups } from '../src/planner/commodities.ts';
import { finer } from '../src/planner/answering.ts';
import { openBook } from '../src/planner/book.ts';
import { takeFrozen } from '../src/planner/frozen.ts';
import { generatedProblem } from '../src/planner/generated.fixture.ts';
import { namedPrices, pricesByName } from '../src/planner/named-prices.ts';
import type { PlanningProblem, Run } from '../src/planner/problem.ts';
import { replan } from '../src/planner/replan/replan.ts';
import type { ReplanEvent } from '../src/planner/replan/events.ts';
import { standing, type Standing } from '../src/planner/replan/standing.ts';
import { bridge, type Bridge } from '../src/planner/scan/bridge.ts';
import { buildInstance } from '../src/planner/scan/build.ts';
import { checkScan } from '../src/planner/scan/check-scan.ts';
import { waysOf } from '../src/planner/scan/decompose.ts';
import { alone, Dual } from '../src/planner/scan/dual.ts';
import { SCALES } from '../src/planner/scan/generate.fixture.ts';
import { emptyLabels } from '../src/planner/scan/labels.ts';
import { ended, type ScanAnswer } from '../src/planner/scan/scan.ts';
import { timetable } from '../src/planner/timetable.ts';
import { Rule } from '../src/domain/places.ts';
import { invariant } from '../src/domain/result.ts';
import { plusMinutes } from '../src/domain/time.ts';
import type { Asked, Row } from './suite.ts';

const ROUNDS = 3;
const GAP = 0.005;
const AGREE = 1e-6;

interface Found {
  readonly answer: Pick<ScanAnswer, 'value' | 'bound' | 'gap'>;
  readonly scans: number | null;
  readonly processor: number;
  readonly fault: string | null;
}

export async function warmSuite({ scale, seed, say }: Asked): Promise<readonly Row[]> {
  const problem = generatedProblem(SCALES[(scale ?? 'L') as keyof typeof SCALES], seed);
  say(`the plan that stands, ${scale ?? 'L'}, seed ${seed}`);
  const before = arraysOf(problem);
  const plan = planned(before);
  const prices = namedPrices(before, plan.prices);
  const rows: Row[] = [];
  for (const [event, { after, same }] of Object.entries(eventsOf(problem, before, plan))) {
    say(event);
    const there = arraysOf({ ...after, asOf: plusMinutes(problem.asOf, 60) });
    const tried: Readonly<Record<string, Found>> = {
      'from no prices': await least(() => scanned(there)),
      'from the plan before': await least(() => scanned(there, pricesByName(there, prices, after))),
      'replanning': await least(() => replanned(plan, same)),
    };
    const cold = tried['from no prices']?.processor ?? Number.NaN;
    for (const [engine, found] of Object.entries(tried)) rows.push(rowOf(`${(scale ?? 'L').padEnd(4)} seed ${seed}  ${event.padEnd(18)} ${engine.padEnd(20)}`, seed, engine, there, found, cold));
  }
  return rows;
}

function arraysOf(problem: PlanningProblem): Bridge {
  const table = timetable(problem);
  const book = openBook(table);
  const left = problem.supplies.map(({ cartons }) => cartons);
  const fixed = takeFrozen(problem, table, book, left);
  invariant(fixed.ok, 'nothing is frozen');
  return bridge({ problem, table, book, groups: groups(problem, 'deprivation'), fixed: fixed.value, networks: [] }, commodities(problem, left));
}

function dualOf({ problem }: Bridge): Dual {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  return new Dual(instance, labels, alone(instance, labels));
}

function planned(arrays: Bridge): Standing {
  const dual = dualOf(arrays);
  const answer = ended(finer(dual, GAP));
  return standing(dual, answer, answer.plan === null ? [] : waysOf(dual.instance, answer.plan));
}

function scanned(arrays: Bridge, prices?: Float64Array): Omit<Found, 'processor'> {
  const dual = dualOf(arrays);
  const answer = ended(finer(dual, GAP, prices));
  const check = (): string | null => checkScan(arrays.problem, answer.plan === null ? [] : waysOf(dual.instance, answer.plan)).faults[0] ?? null;
  return { answer, scans: dual.scans, get fault() { return check(); } };
}

function replanned(plan: Standing, event: ReplanEvent): Omit<Found, 'processor'> {
  const found = replan(plan, { events: [event], hour: 1, gap: GAP });
  invariant(found.ok, 'the event can be planned for');
  return { answer: found.value, scans: null, fault: null };
}

/** The checks are no part of the time. */
async function least(work: () => Omit<Found, 'processor'>): Promise<Found> {
  let [processor, found]: [number, Omit<Found, 'processor'> | null] = [Infinity, null];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    found = work();
    const { user, system } = process.cpuUsage(before);
    processor = Math.min(processor, (user + system) / 1e6);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  invariant(found !== null, 'there is a round');
  return { answer: found.answer, scans: found.scans, fault: found.fault, processor };
}

interface Happened {
  readonly after: PlanningProblem;
  /** In the numbers of the arrays of the plan that stands. */
  readonly same: ReplanEvent;
}

/** The fullest flight and train that leave later than an hour on; the border of the second flight's country, for four days; the lot of which most is planned. */
function eventsOf(problem: PlanningProblem, { sources }: Bridge, { usage, limits, problem: { capacities, departures, commodities: goods } }: Standing): Readonly<Record<string, Happened>> {
  const legs = timetable(problem).legs;
  const fullest = (mode: Run['mode']): number[] => legs.filter(({ run, departs }) => run.mode === mode && run.from === problem.supplies[0]?.place && departs > Date.parse(problem.asOf) + 3_600_000).map(({ index }) => index).toSorted((a, b) => (usage[limits.capacity[limits.start[b] as number] as number] as number) - (usage[limits.capacity[limits.start[a] as number] as number] as number));
  const [flight = 0, second = 0] = fullest('air');
  const train = fullest('rail')[0] ?? second;
  const stock = [...sources.keys()].toSorted((a, b) => (usage[capacities.count + b] as number) - (usage[capacities.count + a] as number))[0] ?? 0;
  const lots = new Set<string>(sources[stock]?.lots.map(({ supply }) => supply.lot));
  const idOf = (index: number): Run['id'] => legs[index]?.run.id ?? ('' as Run['id']);
  const area = problem.places.get(legs[second]?.run.to ?? ('' as never))?.area;
  const rule = Rule.parse({ rule: 'CLOSED', classes: ['device'], fromArea: 'BE', toArea: area, validFrom: '2020-03-13', validUntil: '2020-03-17', effect: 'closed' });
  const table = timetable({ ...problem, rules: [rule] });
  const isClosed = table.legs.map((leg) => table.hindrances(leg, 'device').length > 0);
  const items = [...problem.items.values()];
  const asked = [...new Set(groups(problem, 'deprivation').map(({ item }) => item.item))];
  const devices = [...goods.item.keys()].filter((commodity) => items.find(({ item }) => item === asked[goods.item[commodity] as number])?.class === 'device');
  return {
    'a flight 24 h late': { after: { ...problem, runs: problem.runs.map((run) => (run.id === idOf(flight) ? { ...run, departsAt: plusMinutes(run.departsAt, 1440), arrivesAt: plusMinutes(run.arrivesAt, 1440) } : run)) }, same: { kind: 'moved', departure: flight, departs: (departures.departs[flight] as number) + 24, ready: (departures.ready[flight] as number) + 24 } },
    'a train cancelled': { after: { ...problem, runs: problem.runs.filter(({ id }) => id !== idOf(train)) }, same: { kind: 'cancelled', departure: train } },
    'a border closed': { after: { ...problem, rules: [rule] }, same: { kind: 'closed', departures: [...departures.departs.keys()].filter((departure) => isClosed[departure] === true), commodities: devices } },
    'a lot recalled': { after: { ...problem, supplies: problem.supplies.filter(({ lot }) => !lots.has(lot)) }, same: { kind: 'recalled', stock } },
  };
}

function rowOf(label: string, seed: number, engine: string, { problem }: Bridge, { answer: { value, bound, gap }, scans, processor, fault }: Found, cold: number): Row {
  const ratio = cold / processor;
  return {
    size: problem.departures.count, seed, engine, status: fault === null && gap <= GAP + AGREE ? 'same' : 'differs', tolerance: GAP, seconds: processor, objective: -value, bound: -bound, gap, relativeGap: (bound - value) / value, ratio,
    line: `${label} ${processor.toFixed(3)} processor s${scans === null ? '' : `, ${String(scans).padStart(3)} scans`}  gap ${(gap * 100).toFixed(3)} %  relieves ${value.toFixed(0)} €  ${ratio.toFixed(1)} × from no prices  ${fault ?? 'checked'}`,
  };
}
