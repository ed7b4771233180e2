// Frozen lines that contradict each other: the fewest to release so that all others stand, and among
// as few the ones with the fewest cartons. One or two are found by trying;
// where it takes more, a deletion filter gives a set of which none can be kept, which is not always the smallest.
// Not here: whether lines stand (frozen.ts).
// Source of the filter: Chinneck & Dravnieks 1991.

import type { FrozenLine, PlanningProblem } from './problem.ts';

/** Pairs are tried among at most so many lines. */
const MOST_FOR_PAIRS = 80;

/** @returns positions from 0, in order. `stand` is asked about lines in the order of the problem. */
export function leastRelease({ frozen }: Pick<PlanningProblem, 'frozen'>, stand: (kept: readonly FrozenLine[]) => boolean): number[] {
  const without = (released: readonly number[]): FrozenLine[] => frozen.filter((_, line) => !released.includes(line));
  const lines = [...frozen.keys()];
  const weight = (released: readonly number[]): number => released.reduce((sum, line) => sum + (frozen[line]?.cartons ?? 0), 0);
  const lightest = (sets: readonly (readonly number[])[]): readonly number[] | undefined => sets.toSorted((a, b) => weight(a) - weight(b)).find((released) => stand(without(released)));
  const pairs = (): number[][] => (frozen.length > MOST_FOR_PAIRS ? [] : lines.flatMap((first) => lines.filter((line) => line > first).map((second) => [first, second])));
  const few = lightest(lines.map((line) => [line])) ?? lightest(pairs());
  if (few !== undefined) return [...few];
  let released: readonly number[] = lines;
  for (const line of lines.toSorted((a, b) => weight([b]) - weight([a]))) {
    const fewer = released.filter((other) => other !== line);
    if (stand(without(fewer))) released = fewer;
  }
  return [...released];
}
