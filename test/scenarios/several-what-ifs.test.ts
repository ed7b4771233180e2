// Several what-ifs at once on a small operation: each is planned as it would be by itself, the operation once, one that cannot be tried
// spoils none of the others, and all are asked of one instant, whichever they were kept with.

import { afterAll, describe, expect, test } from 'vitest';
import { whatIfs, type Future, type WhatIfsAsk } from '../../src/app/what-if/several.ts';
import { whatIf } from '../../src/app/what-if/try.ts';
import { Changes, type Change } from '../../src/domain/plan/what-if.ts';
import type { Solver } from '../../src/planner/solver.ts';
import { highsSolvers } from '../../src/solver/highs.ts';
import { hour, journal } from '../support/journal.ts';
import { STOCK } from '../support/small-operation.ts';

const facts = journal(STOCK);
const solver = highsSolvers(2);
afterAll(() => solver.close());
const tools = { solver, clock: { now: () => hour(25) } };
const changesOf = (...changes: readonly object[]): readonly Change[] => Changes.parse(changes);
const FEWER = { name: 'Fewer masks needed', changes: changesOf({ kind: 'need', times: 0.1 }) };
const RAIL = { name: 'Trains', changes: changesOf({ kind: 'rail' }) };
const LOST = { name: 'A lost flight', changes: changesOf({ kind: 'flight', like: 'C2', days: 7, times: 1 }) };
const FLIGHT = { name: 'One more flight', changes: changesOf({ kind: 'flight', like: 'C1', days: 2, times: 1 }) };

const answered = async (futures: readonly Future[], more: Omit<WhatIfsAsk, 'futures'> = {}, by: Parameters<typeof whatIfs>[2] = tools) => {
  const answer = await whatIfs(facts, { ...more, futures }, by);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

/** How large each program was that had to be solved for these. */
async function solvedFor(futures: readonly Future[]): Promise<number[]> {
  const columns: number[] = [];
  const counting: Solver = { solve: (model, ...rest) => (columns.push(model.columnNames.length), solver.solve(model, ...rest)) };
  await answered(futures, {}, { ...tools, solver: counting });
  return columns;
}

describe('several what-ifs at once', () => {
  test('are each planned as they would be alone, in the order in which they were asked for', async () => {
    const report = await answered([FEWER, RAIL, FLIGHT]);
    expect(report).toMatchObject({ operation: 'test', asOf: hour(25) });
    expect(report.futures.map(({ name }) => name)).toEqual(['Fewer masks needed', 'Trains', 'One more flight']);
    for (const { changes, plan, failure } of report.futures) {
      const alone = await whatIf(facts, { changes }, tools);
      expect(alone).toMatchObject({ ok: true, value: { before: report.standing, after: plan } });
      expect([failure, plan?.check]).toEqual([null, { ok: true, violations: [] }]);
    }
  });

  test('are weighed by the operation’s own needs: ten times fewer are all met, and another flight meets twice as much', async () => {
    const { standing, futures } = await answered([FEWER, FLIGHT]);
    expect([standing, ...futures.map(({ plan }) => plan)].map((it) => [it?.cartons, it?.worstOff.toFixed(3)])).toEqual([[6, '0.121'], [5, '1.000'], [12, '0.241']]);
  });

  test('are weighed without the needs that nothing reaches in time, in each plan without the same', async () => {
    const spain = journal([...STOCK, ['need.reported', 2, { recipient: 'ES', item: 'mask', units: 5000, from: hour(24), until: hour(24 + 168), severity: 3 }]]);
    const answer = await whatIfs(spain, { futures: [FLIGHT] }, tools);
    expect(answer).toMatchObject({ ok: true, value: { standing: { coverage: { min: 0 }, worstOff: expect.closeTo(0.121, 3) as number }, futures: [{ plan: { coverage: { min: 0 }, worstOff: expect.closeTo(0.241, 3) as number } }] } });
  });

  test('do not spoil each other: one that cannot be tried says why and what to do, one that cannot be planned too', async () => {
    const largest = Math.max(...(await solvedFor([LOST])));
    const lame: Solver = { solve: async (model, ...rest) => ({ ...(await solver.solve(model, ...rest)), ...(model.columnNames.length > largest && { status: 'stopped' as const }) }) };
    const { standing, futures } = await answered([LOST, RAIL, FLIGHT], {}, { ...tools, solver: lame });
    expect(standing.check.ok).toBe(true);
    expect(futures.map(({ name, plan, failure }) => [name, plan?.check.ok ?? null, failure])).toEqual([
      ['A lost flight', null, { code: 'bad-change', message: 'there is no consignment C2', remedy: 'name one that is announced' }],
      ['Trains', true, null],
      ['One more flight', null, { code: 'planning-failed', message: 'the solver found no plan (stopped)', remedy: expect.stringContaining('plan again') as string }],
    ]);
  });

  test('need the operation planned once, however many they are', async () => {
    const [own, one, other, both] = [await solvedFor([LOST]), await solvedFor([RAIL]), await solvedFor([FLIGHT]), await solvedFor([RAIL, LOST, FLIGHT])];
    expect(own.length).toBeGreaterThan(0);
    expect(both).toHaveLength(one.length + other.length - own.length);
  });

  test('tell how many of the plans are made: the operation’s, and each that can be tried', async () => {
    const told: string[] = [];
    await whatIfs(facts, { futures: [LOST, RAIL, FLIGHT] }, tools, { onProgress: ({ part, parts }) => told.push(`${part} of ${parts}`) });
    expect([told[0], told.at(-1), new Set(told).size]).toEqual(['1 of 3', '3 of 3', 3]);
  });

  test('are given up together', async () => {
    const gone = new AbortController();
    const asked = whatIfs(facts, { futures: [RAIL, FLIGHT] }, tools, { signal: gone.signal, onProgress: () => gone.abort(new Error('enough')) });
    await expect(asked).rejects.toThrow('enough');
  });

  test('answer nothing where the operation itself cannot be planned', async () => {
    const dead: Solver = { solve: async (...asked) => ({ ...(await solver.solve(...asked)), status: 'stopped' }) };
    expect(await whatIfs(facts, { futures: [RAIL] }, { ...tools, solver: dead })).toMatchObject({ ok: false, error: { code: 'planning-failed' } });
  });

  test('read a sheet of candidates once, and only where another hub is asked for', async () => {
    let read = 0;
    const counted = { ...tools, candidates: () => ((read += 1), Promise.resolve({ name: 'none.csv', content: '' })) };
    await answered([RAIL], {}, counted);
    expect(read).toBe(0);
    const hubs = ['ITMXP', 'ESZAZ'].map((place) => ({ name: place, changes: changesOf({ kind: 'hub', place, areas: ['IT'] }) }));
    expect((await answered(hubs, {}, counted)).futures.map(({ failure }) => failure?.code)).toEqual(['sheet-refused', 'sheet-refused']);
    expect(read).toBe(1);
  });
});

describe('the instant of several what-ifs', () => {
  const instants = async (asOf: string | undefined, ...kept: readonly (string | null | undefined)[]): Promise<readonly (string | null)[]> =>
    (await answered(kept.map((keptAsOf, k) => ({ ...LOST, name: `${k}`, keptAsOf })), { asOf })).futures.map(({ keptAsOf }) => keptAsOf);

  test('is one: where the operation stands, and it is said which were kept with another', async () =>
    expect(await instants(undefined, null, undefined, hour(25), hour(30))).toEqual([null, null, null, hour(30)]));
  test('is the one that is named, for those too that were kept for where the operation stands', async () =>
    expect(await instants(hour(30), null, undefined, hour(25), hour(30))).toEqual([hour(25), null, hour(25), null]));
  test('must be one', async () => expect(await whatIfs(facts, { futures: [{ ...RAIL, keptAsOf: 'soon' }] }, tools)).toMatchObject({ ok: false, error: { code: 'bad-instant' } }));
});

describe('several what-ifs are refused', () => {
  const named = (...names: readonly string[]): Future[] => names.map((name) => ({ ...LOST, name }));
  test.each<[string, Future[], string, string]>([
    ['where none is named', [], 'no what-if is named', 'name one at least'],
    ['where two have one name', named('a', 'b', 'a'), 'two what-ifs are named a', 'give each a name of its own, or name it once'],
    ['beyond twelve', named(...Array.from({ length: 13 }, (_, k) => `${k}`)), '13 what-ifs are asked for at once, and 12 are the most', 'choose 12 of them, and ask for the others afterwards'],
  ])('%s', async (_, futures, message, remedy) => expect(await whatIfs(facts, { futures }, tools)).toEqual({ ok: false, error: { code: 'bad-change', message, remedy } }));
  test('and twelve are not', async () => expect((await answered(named(...Array.from({ length: 12 }, (_, k) => `${k}`)))).futures).toHaveLength(12));
});
