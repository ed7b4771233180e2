// Prices carried from one plan to the next by name: whatever leaves, comes in or changes its place in the arrays, each keeps its own.

import { describe, expect, test } from 'vitest';
import { openBook } from './book.ts';
import { commodities, groups } from './commodities.ts';
import { takeFrozen } from './frozen.ts';
import { generatedProblem } from './generated.fixture.ts';
import { namedPrices, pricesByName } from './named-prices.ts';
import type { PlanningProblem, Run } from './problem.ts';
import { bridge, type Bridge } from './scan/bridge.ts';
import { buildInstance } from './scan/build.ts';
import { alone, Dual } from './scan/dual.ts';
import { SCALES } from './scan/generate.fixture.ts';
import { emptyLabels } from './scan/labels.ts';
import { ended, scan } from './scan/scan.ts';
import { timetable } from './timetable.ts';
import { DepartureId, LotId } from '../domain/ids.ts';
import { plusMinutes } from '../domain/time.ts';

function across(problem: PlanningProblem): Bridge {
  const table = timetable(problem);
  const book = openBook(table);
  const left = problem.supplies.map(({ cartons }) => cartons);
  const fixed = takeFrozen(problem, table, book, left);
  if (!fixed.ok) throw new Error(fixed.error.limit);
  return bridge({ problem, table, book, groups: groups(problem, 'deprivation'), fixed: fixed.value, networks: [] }, commodities(problem, left));
}
function dualOf(arrays: Bridge): Dual {
  const instance = buildInstance(arrays.problem);
  const labels = emptyLabels(instance);
  return new Dual(instance, labels, alone(instance, labels));
}

const problem = generatedProblem(SCALES.S, 1);
const before = across(problem);
const answer = ended(scan(dualOf(before), { gap: 0.005 }));
const named = namedPrices(before, answer.prices);

const lotsIn = ({ lots }: NonNullable<Bridge['sources'][number]>): string => lots.map(({ supply }) => supply.lot).join(' ');

/** What each price of the arrays is of, and the price. */
function ofAll({ capacities, sources, problem: arrays }: Bridge, prices: Float64Array): ReadonlyMap<string, number> {
  const rooms = capacities.map((limited, index) => ['handling' in limited ? limited.handling : `${limited.leg.run.id} ${limited.of}`, prices[index] ?? 0] as const);
  const lots = sources.flatMap((source, stock) => (source === null ? [] : [[lotsIn(source), prices[arrays.capacities.count + stock] ?? 0] as const]));
  return new Map<string, number>([...rooms, ...lots]);
}
const were = ofAll(before, answer.prices);
const someRun = problem.runs[Math.floor(problem.runs.length / 3)] as Run;

describe.each<[string, PlanningProblem, readonly string[]]>([
  ['nothing', problem, []],
  ['a departure is cancelled', { ...problem, runs: problem.runs.filter((run) => run !== someRun) }, []],
  ['a departure leaves 24 hours later', { ...problem, runs: problem.runs.map((run) => (run === someRun ? { ...run, departsAt: plusMinutes(run.departsAt, 1440), arrivesAt: plusMinutes(run.arrivesAt, 1440) } : run)) }, []],
  ['a departure is new, before all others', { ...problem, runs: [{ ...someRun, id: DepartureId.parse('NEW'), departsAt: problem.asOf }, ...problem.runs] }, ['NEW 0', 'NEW 1', 'NEW 2']],
  ['the timetable has moved on by two days', { ...problem, asOf: plusMinutes(problem.asOf, 2 * 1440) }, []],
  ['a lot is recalled', { ...problem, supplies: problem.supplies.slice(1) }, []],
  ['a lot is new', { ...problem, supplies: [{ ...(problem.supplies.at(-1) as PlanningProblem['supplies'][number]), lot: LotId.parse('LOT-NEW'), availableAt: plusMinutes(problem.asOf, 61) }, ...problem.supplies] }, ['LOT-NEW']],
])('where %s', (_, after, fresh) => {
  const there = across(after);
  const prices = pricesByName(there, named, after);

  test('each price is that of the same name, and what is new begins at 0', () => {
    for (const [name, price] of ofAll(there, prices)) {
      if (fresh.includes(name)) expect(price, name).toBe(0);
      // Of lots that lie together from now on, the price of the one that was worth least.
      else expect(Math.abs(price - Math.min(...(name.startsWith('LOT') ? name.split(' ') : [name]).map((each) => were.get(each) ?? Number.NaN))), name).toBeLessThanOrEqual(1e-4 * price);
    }
    expect(prices.filter((price) => price > 0).length).toBeGreaterThan(50);
  });

  test('a bound at these prices is less than half as far from the best as one at none', () => {
    const dual = dualOf(there);
    const best = ended(scan(dual, { gap: 0.005 })).bound;
    expect(dual.bound(prices) - best).toBeLessThan(0.5 * (dual.bound(new Float64Array(prices.length)) - best));
  });
});

test('goods that are frozen begin at what it costs to bring them where they go', () => {
  const way = problem.runs.find(({ id }) => named.rooms[id] !== undefined) as Run;
  const recipient = problem.recipients[0] as PlanningProblem['recipients'][number];
  const lot = problem.supplies.find(({ availableAt, recipients }) => availableAt <= problem.asOf && recipients.includes(recipient.recipient)) as PlanningProblem['supplies'][number];
  const direct: Run = { ...way, from: lot.place, to: recipient.place };
  const changed: PlanningProblem = { ...problem, runs: problem.runs.map((run) => (run === way ? direct : run)), frozen: [{ lot: lot.lot, recipient: recipient.recipient, cartons: 1, route: [way.id] }] };
  const there = across(changed);
  const stock = there.frozen.findIndex((line) => line !== null);
  const item = problem.items.get(lot.item);
  const [kg, m3] = named.rooms[way.id] ?? [0, 0];
  const grams = item?.cartonGrams ?? 0;
  const volume = (item?.lengthMm ?? 0) ** 3 / 1e9;
  const carton = direct.eurosPerChargeableKg * Math.max(grams / 1000, volume * 167) + (kg * grams) / 1000 + m3 * volume;
  const ofLot = named.stocks.find((each) => each.lot === lot.lot)?.euros ?? 0;
  expect(pricesByName(there, named, changed)[there.problem.capacities.count + stock]).toBeCloseTo(ofLot + carton / lot.unitsPerCarton, 3);
});
