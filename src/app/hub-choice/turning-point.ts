// From which value on is the answer another? Both ends are asked; where one differs, bisection narrows it to half a percent, and the
// answer is asked again 1 % before and 1 % beyond. Not here: what is asked.

import { invariant, ok, type Result } from '../../domain/result.ts';

/** The bracket at which bisection ends, relative. */
const CLOSE = 1.005;
const ON_EITHER_SIDE = 1.01;

export interface TurningPoint<T> {
  readonly at: number;
  /** The answer beyond it. */
  readonly beyond: T;
  readonly verified: { readonly before: T; readonly beyond: T; readonly holds: boolean };
}

export interface Span {
  readonly value: number;
  /** Both greater than 0. */
  readonly from: number;
  readonly until: number;
}

/** @param now the answer at `value`. Where the answer changes on both sides, the lower one is taken. @returns null: at neither end is it another. */
export async function turningPoint<T, E>({ value, from, until }: Span, now: T, answerAt: (value: number) => Promise<Result<T, E>>): Promise<Result<TurningPoint<T> | null, E>> {
  for (const end of [from, until]) {
    const there = await answerAt(end);
    if (!there.ok) return there;
    if (there.value === now) continue;
    const found = await bisected(value, { at: end, answer: there.value }, now, answerAt);
    if (!found.ok) return found;
    const outward = end > value ? ON_EITHER_SIDE : 1 / ON_EITHER_SIDE;
    const [before, beyond] = [await answerAt(found.value.at / outward), await answerAt(found.value.at * outward)];
    if (!before.ok) return before;
    if (!beyond.ok) return beyond;
    return ok({ ...found.value, verified: { before: before.value, beyond: beyond.value, holds: before.value === now && beyond.value === found.value.beyond } });
  }
  return ok(null);
}

async function bisected<T, E>(value: number, other: { readonly at: number; readonly answer: T }, now: T, answerAt: (value: number) => Promise<Result<T, E>>): Promise<Result<{ readonly at: number; readonly beyond: T }, E>> {
  invariant(value > 0 && other.at > 0, 'ratios are of figures above 0');
  let [near, far, beyond] = [value, other.at, other.answer];
  while (Math.max(near / far, far / near) > CLOSE) {
    const middle = Math.sqrt(near * far);
    const there = await answerAt(middle);
    if (!there.ok) return there;
    if (there.value === now) near = middle;
    else [far, beyond] = [middle, there.value];
  }
  return ok({ at: Math.sqrt(near * far), beyond });
}
