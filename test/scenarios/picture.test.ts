// The picture of the reference operation, before and after its plan is at hand; and the plan behind it, which is made once for
// many who ask and given up when nobody waits.

import { afterAll, describe, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { drawingDesk } from '../../src/app/picture/drawing-desk.ts';
import type { Picture } from '../../src/app/picture/shape.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import type { Solver } from '../../src/planner/solver.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';

const read = journalOfPack(readFolder(REFERENCE));
if (!read.ok) throw new Error('the reference operation is refused');
const { facts } = read.value;
const real = highsSolver();
afterAll(() => real.close());
let solved = 0;
const solver: Solver = {
  solve: (...asked) => {
    solved += 1;
    return real.solve(...asked);
  },
};
const desk = drawingDesk({ solver, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) } });
const ASK = { asOf: '2020-03-14T08:00:00Z', policy: 'equal-cover' } as const;
const drawn = (asOf?: string): Picture => {
  const made = desk.picture(facts, { asOf });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};

describe('the picture', () => {
  test.each([
    ['2020-03-13T23:00:00Z', 500_000],
    ['2020-03-16', 800_000],
    ['2020-03-18', 1_500_000],
    ['2020-03-20', 2_000_000],
  ])('of %s says that %i have landed', (asOf, landed) => expect(drawn(asOf).answer).toMatchObject({ pledge: 'P1', landed: { value: landed }, neediest: { area: 'IT' } }));

  test.each(['2020-03-13', '2020-03-16', '2020-03-19', '2020-03-30'])('of %s accounts for every promised unit', (asOf) => {
    for (const { pledge, promised, surplus, ...it } of drawn(asOf).promises) {
      const states = [it.outstanding, it.consigned, it.inTheAir, it.atHub, it.allocated, it.onward, it.delivered, it.lost];
      expect(states.reduce((sum, { value }) => sum + value, 0), pledge).toBe(promised.value + surplus.value);
    }
  });

  test('has F3 in the air on the morning of the 18th, between Hangzhou and Liège', () => {
    const flight = drawn('2020-03-18T09:00:00Z').flights.find(({ consignment }) => consignment === 'F3');
    expect(flight).toMatchObject({ state: 'in-the-air', from: 'CNHGH', to: 'BELGG' });
    expect(flight?.fraction).toBeCloseTo(9.25 / 12, 6);
  });

  test('says that Zürich lacks a paper on the 16th, and no longer on the 21st', () => {
    const papers = (asOf: string): string[] => drawn(asOf).attention.flatMap(({ kind, subject }) => (kind === 'paper' ? [subject] : []));
    expect(papers('2020-03-16')).toEqual(['CH']);
    expect(papers('2020-03-21T12:00:00Z')).toEqual([]);
  });

  test('says that F5 is too big for its aircraft', () => expect(drawn().attention.find(({ kind }) => kind === 'overflow')).toMatchObject({ subject: 'F5', other: 251 }));

  test('names only facts that are in the journal', () => {
    const known = new Set(facts.map(({ seq }) => seq));
    const { promises, attention, flights } = drawn();
    const named = [...promises.flatMap(({ promised, atHub }) => [...promised.facts, ...atHub.facts]), ...attention.flatMap((it) => it.facts), ...flights.flatMap((it) => it.facts)];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((seq) => !known.has(seq))).toEqual([]);
  });
});

describe('the plan behind it', () => {
  test('is given up when the only one who waits leaves', async () => {
    const control = new AbortController();
    const asked = desk.standingPlan(facts, ASK, { signal: control.signal });
    control.abort();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'planning-failed' } });
    expect(drawn(ASK.asOf).plan).toBeNull();
  });

  test('is made once for all who ask, though one of them leaves, and then stands in the picture', async () => {
    expect(drawn(ASK.asOf)).toMatchObject({ plan: null });
    expect(drawn(ASK.asOf).promises.every(({ verdict }) => verdict === null)).toBe(true);
    const leaving = new AbortController();
    const [left, first, second] = [desk.standingPlan(facts, ASK, { signal: leaving.signal }), desk.standingPlan(facts, ASK), desk.standingPlan(facts, ASK)];
    leaving.abort();
    expect(await left).toMatchObject({ ok: false, error: { code: 'planning-failed' } });
    const [one, other] = await Promise.all([first, second]);
    if (!one.ok || !other.ok) throw new Error('the plan was not made');
    expect(one.value).toBe(other.value);
    const before = solved;
    expect(await desk.standingPlan(facts, ASK)).toMatchObject({ ok: true, value: { plan: one.value.plan } });
    expect(solved).toBe(before);
    const picture = drawn(ASK.asOf);
    expect(picture.plan).toMatchObject({ plan: one.value.plan, recorded: false, lines: one.value.lines.length });
    expect(picture.promises.every(({ verdict }) => verdict !== null)).toBe(true);
    const riding = picture.plan?.legs.filter(({ from }) => from === picture.hub).reduce((sum, { cartons }) => sum + cartons, 0);
    const onRoad = one.value.lines.filter(({ route }) => route.length > 0).reduce((sum, { cartons }) => sum + cartons, 0);
    expect(riding).toBeGreaterThan(0);
    expect(riding).toBeLessThanOrEqual(onRoad);
  });
});
