import { describe, expect, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import { turningPoint } from './turning-point.ts';

const asked = (answer: (value: number) => string) => {
  const values: number[] = [];
  return { values, at: (value: number) => { values.push(value); return Promise.resolve(ok(answer(value))); } };
};

describe('a turning point', () => {
  test('is found to half a percent, and holds when it is asked again', async () => {
    for (const turn of [0.55, 0.99, 1.31, 1.9]) {
      const question = asked((value) => ((value > turn) === (turn > 1) ? 'B' : 'A'));
      const found = await turningPoint({ value: 1, from: 0.5, until: 2 }, 'A', question.at);
      expect(found).toMatchObject({ ok: true, value: { beyond: 'B', verified: { before: 'A', beyond: 'B', holds: true } } });
      if (!found.ok || found.value === null) throw new Error('it is found');
      expect(Math.abs(found.value.at / turn - 1)).toBeLessThan(0.005);
      expect(question.values.slice(-2).map((value) => value / (found.value as { at: number }).at).toSorted((a, b) => a - b)).toEqual([expect.closeTo(1 / 1.01), expect.closeTo(1.01)]);
    }
  });

  test('is none where both ends answer as now', async () => expect(await turningPoint({ value: 1, from: 0.5, until: 2 }, 'A', asked(() => 'A').at)).toEqual(ok(null)));

  test('does not hold where the answer swings back 1 % beyond', async () =>
    expect(await turningPoint({ value: 1, from: 0.5, until: 2 }, 'A', asked((value) => (value === 2 ? 'B' : 'A')).at)).toMatchObject({ ok: true, value: { beyond: 'B', verified: { before: 'A', beyond: 'A', holds: false } } }));

  test('a question that cannot be answered ends it', async () => expect(await turningPoint({ value: 1, from: 0.5, until: 2 }, 'A', () => Promise.resolve({ ok: false as const, error: 'no plan' }))).toEqual({ ok: false, error: 'no plan' }));
});
