// The planning problem out of a journal: what can be given, what is still asked, which ways are open.

import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { LANDED, SENT, SMALL, STOCK } from '../../../test/support/small-operation.ts';
import { NO_DECISIONS, PlanForbidden, type PlanDecisions } from '../../domain/plan/decisions.ts';
import { invariant } from '../../domain/result.ts';
import type { ForbiddenRun } from '../../planner/problem.ts';
import { problemOf } from './problem.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import { situation } from './situation.ts';

const at = (lines: readonly Line[], asOf: number): ReturnType<typeof problemOf> => problemOf(situation(journal(lines), { asOf: hour(asOf), knownAt: null }));

describe('supplies', () => {
  test('announced: from planned arrival plus the hub\'s dwell', () =>
    expect(at(SMALL, 10).problem.supplies).toMatchObject([{ lot: 'A', place: 'BELGG', availableAt: hour(22), cartons: 6, recipients: ['IT'], onHand: false }]));
  test('landed and not tallied: from arrival plus dwell', () => expect(at(LANDED, 21).problem.supplies).toMatchObject([{ availableAt: hour(22), onHand: false }]));
  test('available: from now on', () => expect(at(STOCK, 23).problem.supplies).toMatchObject([{ availableAt: hour(23), cartons: 6, onHand: true }]));
  test('what is released is no supply any more', () => expect(at(SENT, 25).problem.supplies).toMatchObject([{ cartons: 2 }]));
  test('without an earmark everyone in the scope may have it', () => {
    const free = SMALL.map((line): Line => (line[0] === 'lot.announced' ? [line[0], line[1], { ...line[2], earmark: undefined }] : line));
    expect(at(free, 10).problem.supplies[0]?.recipients).toEqual(['IT', 'ES']);
  });
  test('goods that go straight to a receiver lie at its place', () => {
    const direct: Line[] = [...SMALL,
      ['consignment.announced', 2, { consignment: 'C2', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'ESZAZ', plannedDeparture: hour(3), plannedArrival: hour(20) }],
      ['lot.announced', 2, { lot: 'B', consignment: 'C2', pledge: 'P1', item: 'mask', units: 200 }]];
    expect(at(direct, 10).problem.supplies.find((it) => it.lot === 'B')).toMatchObject({ place: 'ESZAZ', availableAt: hour(21), cartons: 2 });
  });
  test('held by customs: not planned, and said', () => {
    const { problem, notes } = at([...STOCK, ['customs.held', 23, { place: 'BELGG', lot: 'A', units: 600 }]], 24);
    expect(problem.supplies).toEqual([]);
    expect(notes.map((note) => say(note, english))).toEqual([expect.stringContaining('600 units are held by customs')]);
  });
  test('a broken carton: not planned, and said', () => {
    const { problem, notes } = at([...LANDED, ['goods.tallied', 22, { place: 'BELGG', lot: 'A', units: 550 }], ['goods.short', 22.5, { place: 'BELGG', lot: 'A', units: 50 }]], 23);
    expect(problem.supplies).toMatchObject([{ cartons: 5 }]);
    expect(notes.map((note) => say(note, english))).toEqual([expect.stringContaining('50 units lie in a broken carton')]);
  });
  test('what does not fit into the aircraft: not planned, and said', () => {
    // 6 cartons of 0.1 m³ on 0.45 m³: 4 fit.
    const small = SMALL.map((line): Line => (line[0] === 'consignment.announced' ? [line[0], line[1], { ...line[2], volume: 450_000 }] : line));
    const { problem, notes } = at(small, 10);
    expect(problem.supplies).toMatchObject([{ cartons: 4 }]);
    expect(notes.map((note) => say(note, english))[0]).toMatch(/C1.* overflows: 2 cartons of lot A do not fit \(its load takes 0\.6 m³/);
  });
});

describe('net needs', () => {
  const asked = (lines: readonly Line[], asOf: number): number | undefined => at(lines, asOf).problem.needs.find((need) => need.recipient === 'IT')?.units;
  test('before its window: all of it', () => expect(asked(SMALL, 10)).toBe(5000));
  test('in its window: the part that is still to come (half of the week)', () => expect(asked(SMALL, 24 + 84)).toBe(2500));
  test('after its window: nothing', () => expect(asked(SMALL, 24 + 168)).toBeUndefined());
  test('less what is reported in stock', () => expect(asked([...SMALL, ['stock.reported', 3, { recipient: 'IT', item: 'mask', units: 700 }]], 10)).toBe(4300));
  test('less what is released or on the road', () => {
    expect(asked(SENT, 25)).toBe(Math.ceil((5000 * 167) / 168) - 400);
    expect(asked(SENT, 31)).toBe(Math.ceil((5000 * 161) / 168) - 400);
  });
  test('less what was delivered since it was reported', () =>
    expect(asked([...SENT, ['dispatch.delivered', 55, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 400 }]], 60)).toBe(Math.ceil((5000 * 132) / 168) - 400));
  test('a later report replaces the earlier one of the same window', () =>
    expect(asked([...SMALL, ['need.reported', 9, { recipient: 'IT', item: 'mask', units: 800, from: hour(24), until: hour(192), severity: 3 }]], 10)).toBe(800));
});

describe('runs', () => {
  test('only what has not left', () => expect(at(STOCK, 31).problem.runs.map((run) => run.id)).toEqual(['ROAD-3', 'ROAD-4']));
  test('an allotment is what is left of it: 4 cartons begin one pallet place of two', () => {
    expect(at(STOCK, 25).problem.runs[0]).toMatchObject({ id: 'ROAD-2', allotment: { positions: 2 }, eurosPerChargeableKg: 0.05, co2KgPerKg: 0.15 });
    expect(at(SENT, 25).problem.runs[0]).toMatchObject({ id: 'ROAD-2', allotment: { positions: 1 } });
  });
  test('a charter is offered copy by copy, and a copy in use is paid for', () => {
    const offer: Line = ['charter.offered', 0, { charter: 'CH', mode: 'road', carrier: 'x', from: 'BELGG', to: 'ITROM', departs: '2020-03-02T07:00', arrives: '2020-03-03T07:00', allotment: { positions: 33 }, fixedCents: 100_000, count: 2, co2: 1, keeps: [] }];
    const used = [...STOCK, offer].map((line) => line);
    used.push(['dispatch.released', 24, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 100, route: ['CH-1'] }]);
    expect(at(used, 25).problem.runs.filter((run) => run.id.startsWith('CH')).map(({ id, charter }) => [id, charter?.fixedEuros ?? 'paid'])).toEqual([['CH-1', 'paid'], ['CH-2', 1000]]);
  });
});

describe('prohibitions', () => {
  const asked = (forbidden: PlanDecisions['forbidden']): readonly ForbiddenRun[] => problemOf(situation(journal(STOCK), { asOf: hour(23), knownAt: null }), { ...NO_DECISIONS, forbidden }).problem.forbidden;
  const [run] = at(STOCK, 23).problem.runs;

  test('are of departures, lots and recipients of the problem, and of no others', () => {
    invariant(run !== undefined, 'a departure has not left');
    const ban = (more: object): PlanDecisions['forbidden'][number] => PlanForbidden.parse({ departure: run.id, reason: 'x', ...more });
    expect(asked([ban({}), ban({ lot: 'A', recipient: 'IT' })])).toEqual([{ run: run.id, recipient: null, lot: null }, { run: run.id, recipient: 'IT', lot: 'A' }]);
    expect(asked([ban({ departure: 'GONE' }), ban({ lot: 'GONE' }), ban({ recipient: 'NOBODY' })])).toEqual([]);
  });
});
