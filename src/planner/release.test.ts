import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DepartureId } from '../domain/ids.ts';
import { openBook } from './book.ts';
import { takeFrozen } from './frozen.ts';
import type { FrozenLine, PlanningProblem } from './problem.ts';
import { leastRelease } from './release.ts';
import { LOM, PIE, supply, tiny } from './tiny.fixture.ts';
import { timetable } from './timetable.ts';

const frozen = (cartons: number, recipient = LOM, lot = 'LOT-A', departure = 'T1'): FrozenLine => ({ lot: supply(lot, 0, []).lot, recipient, cartons, route: [DepartureId.parse(departure)] });
const taken = (lines: readonly FrozenLine[]): ReturnType<typeof takeFrozen> => {
  const problem: PlanningProblem = { ...tiny, frozen: lines };
  const table = timetable(problem);
  return takeFrozen(problem, table, openBook(table), problem.supplies.map(({ cartons }) => cartons));
};

test('one line too many for the lot of six: the lightest whose release is enough is named', () => {
  const found = taken([frozen(5), frozen(1, PIE), frozen(1)]);
  expect(found).toMatchObject({ ok: false, error: { code: 'frozen-supply', line: 2, release: [1] } });
  if (!found.ok) expect(found.error.remedy).toContain('release frozen line 2 (1 cartons of lot LOT-A to PIE)');
});

test('two contradictions ask for two lines', () => {
  // Lot A has 6 cartons, lot B 4 for Lombardy alone.
  expect(taken([frozen(6), frozen(6, PIE), frozen(4, LOM, 'LOT-B'), frozen(4, LOM, 'LOT-B')])).toMatchObject({ ok: false, error: { release: [0, 2] } });
});

test('lines that stand together are taken', () => {
  expect(taken([frozen(5), frozen(1, PIE)]).ok).toBe(true);
});

test('what is left stands, and no released line can be put back', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 20 }), (cartons, room) => {
      const lines = cartons.map((each) => frozen(each));
      const stand = (kept: readonly FrozenLine[]): boolean => kept.reduce((sum, line) => sum + line.cartons, 0) <= room;
      fc.pre(!stand(lines));
      const released = leastRelease({ frozen: lines }, stand);
      const kept = (out: readonly number[]): FrozenLine[] => lines.filter((_, line) => !out.includes(line));
      expect(stand(kept(released))).toBe(true);
      for (const line of released) expect(stand(kept(released.filter((other) => other !== line)))).toBe(false);
    }),
  );
});
