// The dual scan watched and stopped: progress that only gets better, the same answer whoever runs it, no answer once it is
// cancelled, and at any step at which it is enough a plan that can be carried out with a bound that holds.

import { afterAll, describe, expect, test } from 'vitest';
import { CharterDual } from '../planner/charters/charter-dual.ts';
import { charterModel } from '../planner/charters/charter-model.ts';
import { costOf, withFlown, type Charters } from '../planner/charters/charters.ts';
import { withCharters } from '../planner/charters/charters.fixture.ts';
import { choosing } from '../planner/charters/choose.ts';
import { checkPlan } from '../planner/check.ts';
import { engineHere, type Host } from '../planner/engine-here.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanProgress, PlanWatch } from '../planner/progress.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { alone } from '../planner/scan/dual.ts';
import type { ScanEngine, ScanFound, ScanRequest } from '../planner/scan/engine.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { highsSolver } from './highs.ts';
import { scanEngine } from './scan-engine.ts';

const solver = highsSolver();
afterAll(() => solver.close());

/** A host whose clock ticks so fast that each step is followed by a rest, at which something may be done. */
function ticking(atRest: (rests: number) => void = () => undefined): Host {
  let [ticks, rests] = [0, 0];
  return { now: () => (ticks += 1000), rest: () => Promise.resolve(atRest((rests += 1))) };
}

const NO_CHARTERS: Charters = { count: 0, start: new Int32Array(1), departures: new Int32Array(0), most: new Int32Array(0), cost: new Float64Array(0) };
/** Charters for a third of what they usually cost. */
function cheap(recipients: number, charters: number, seed: number): Pick<ScanRequest, 'problem' | 'charters'> {
  const made = withCharters(generate({ scale: { recipients, items: 2, days: 6 }, seed, constraints: 'full' }), charters, seed);
  return { ...made, charters: { ...made.charters, cost: made.charters.cost.map((cost) => cost / 3) } };
}
const REQUESTS: readonly (readonly [string, ScanRequest])[] = [
  ['without charters', { problem: generate({ scale: { recipients: 40, items: 3, days: 10 }, seed: 3, constraints: 'full' }), gap: 0.0001 }],
  ['with charters', { ...cheap(24, 8, 4), gap: 0 }],
];

describe.each(REQUESTS)('%s', (_, request) => {
  const { problem, charters = NO_CHARTERS } = request;

  /** The ways can be gone, they come to the value, and the bound is not below the optimum. */
  function expectSound({ ways, flown, value, bound }: ScanFound, optimum: number): void {
    const check = checkScan(withFlown(problem, charters, flown), ways);
    expect(check.faults).toEqual([]);
    expect(Math.abs(check.value - costOf(charters, flown) - value)).toBeLessThanOrEqual(1e-7 * value);
    expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6 * Math.abs(optimum));
    expect(value).toBeLessThanOrEqual(optimum + 1e-6 * Math.abs(optimum));
  }

  test('in this thread and in a worker the answer is the same, to the last bit', async () => {
    const [here, there] = [await engineHere(ticking()).scan(request), await scanEngine().scan(request)];
    expect(there).toEqual(here);
    expect(here.ways.length).toBeGreaterThan(0);
  });

  test('progress only gets better, and comes from the first step on', async () => {
    const told: { readonly value: number; readonly bound: number; readonly seconds: number }[] = [];
    const found = await engineHere(ticking()).scan(request, { onProgress: (progress) => void told.push(progress) });
    expect(told.length).toBeGreaterThan(20);
    expect(told[0]?.value).toBe(0);
    for (const [index, { value, bound, seconds }] of told.slice(1).entries()) {
      const before = told[index];
      expect(value).toBeGreaterThanOrEqual(before?.value ?? Infinity);
      expect(bound).toBeLessThanOrEqual(before?.bound ?? -Infinity);
      expect(seconds).toBeGreaterThan(before?.seconds ?? Infinity);
    }
    expect(told.some(({ value }) => value > 0 && value < found.value)).toBe(true);
    expect(told.at(-1)?.value).toBeLessThanOrEqual(found.value);
  });

  test('at whatever step it is enough, what stands can be carried out and the bound holds', async () => {
    const optimum = -(await solver.solve(charterModel(problem, charters), { relativeGap: 0, seed: 1 })).objective;
    const whole = await engineHere(ticking()).scan(request);
    expectSound(whole, optimum);
    let [last, planned] = [-Infinity, 0];
    for (let at = 1; ; at += 5) {
      const enough = new AbortController();
      let stopped = false;
      const found = await engineHere(ticking((rests) => void (rests === at && ((stopped = true), enough.abort())))).scan(request, { enough: enough.signal });
      expectSound(found, optimum);
      expect(found.value).toBeGreaterThanOrEqual(last);
      if (at === 1) expect(found).toMatchObject({ value: 0, ways: [] });
      last = found.value;
      if (found.value > 0) planned += 1;
      if (!stopped) break;
    }
    expect(planned).toBeGreaterThan(1);
    expect(last).toBe(whole.value);
  }, 240_000);

  test.each<readonly [string, (atRest?: (rests: number) => void) => ScanEngine]>([['in this thread', (atRest) => engineHere(ticking(atRest))], ['in a worker', () => scanEngine()]])('cancelled, there is no answer: %s', async (__, engine) => {
    const cancel = new AbortController();
    const running = engine((rests) => void (rests === 3 && cancel.abort(new Error('not wanted')))).scan(request, { signal: cancel.signal });
    setTimeout(() => cancel.abort(new Error('not wanted')), 5);
    await expect(running).rejects.toThrow('not wanted');
    await expect(engine().scan(request, { signal: cancel.signal })).rejects.toThrow('not wanted');
  });

  test('a worker that is told that it is enough before it begins ships nothing', async () => {
    expect(await scanEngine().scan(request, { enough: AbortSignal.abort() })).toMatchObject({ value: 0, ways: [] });
  });
});

test('a choice that is stopped before a plan has nothing flown, and a bound that only falls', () => {
  const { problem, charters } = withCharters(generate({ scale: SCALES.tiny, seed: 1, constraints: 'bare' }), 4, 1);
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const run = choosing(new CharterDual(instance, labels, alone(instance, labels), charters), { gap: 0 });
  const first = run.next().value;
  expect(first).toMatchObject({ value: 0, gap: 1, tries: 0, answer: { plan: null } });
  expect([...first.flown]).toEqual([0, 0, 0, 0]);
  let step = run.next();
  for (; step.done !== true; step = run.next()) expect(step.value.bound).toBeLessThanOrEqual(first.bound);
  expect(step.value.bound).toBeLessThan(first.bound);
});

describe('a plan of an operation', () => {
  const problem = randomProblem(5, { gateways: 6, recipients: 10, items: 4, days: 10, headway: 24, charters: 4, lots: 12 });
  const planned = async (host: Host, watch?: PlanWatch): Promise<Planned> => {
    const found = await plan(problem, { policy: 'deprivation', seed: 1, gap: 0, engine: 'scan' }, { large: engineHere(host), solve: () => Promise.reject(new Error('no programs')) }, watch);
    if (!found.ok) throw new Error(found.error.limit);
    return found.value;
  };

  test('with charters is told about while they are chosen, in objective euros', async () => {
    const told: PlanProgress[] = [];
    const found = await planned(ticking(), { onProgress: (progress) => void told.push(progress) });
    expect(problem.runs.some(({ charter }) => charter !== null)).toBe(true);
    expect(told.length).toBeGreaterThan(50);
    for (const { phase, objective, bound } of told) {
      expect(phase).toBe('plan');
      expect(objective).toBeGreaterThanOrEqual(bound ?? Infinity);
      expect(bound).toBeLessThanOrEqual(found.objective);
    }
    expect(told.at(-1)?.bound).toBeCloseTo(found.bound, 3);
  });

  test('is sound wherever it is stopped, and no better than one that is not', async () => {
    const whole = await planned(ticking());
    for (const at of [1, 40, 120, 200]) {
      const enough = new AbortController();
      const found = await planned(ticking((rests) => void (rests === at && enough.abort())), { enough: enough.signal });
      expect(checkPlan(problem, found, 'deprivation').violations).toEqual([]);
      expect(found.bound).toBeLessThanOrEqual(whole.objective);
      expect(found.gap).toBeGreaterThanOrEqual(0);
    }
  });
});
