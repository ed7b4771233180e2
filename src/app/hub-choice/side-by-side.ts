// Many plans, two at a time: while the solver of one works, the other is prepared. Answers come in the order of the questions, and who
// waits is told how many are done.

import type { Result } from '../../domain/result.ts';
import { ok } from '../../domain/result.ts';
import type { PlanWatch } from '../../planner/progress.ts';

const AT_ONCE = 2;

/** The first failure ends it; what is under way is waited for. */
export async function sideBySide<T, U, E>(questions: readonly T[], work: (question: T, index: number) => Promise<Result<U, E>>): Promise<Result<U[], E>> {
  const answers: U[] = [];
  let [next, failed]: [number, Result<never, E> | null] = [0, null];
  const worker = async (): Promise<void> => {
    while (next < questions.length && failed === null) {
      const at = next;
      next += 1;
      const answer = await work(questions[at] as T, at);
      if (answer.ok) answers[at] = answer.value;
      else failed ??= answer;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed ?? ok(answers);
}

export type Counted = <T>(work: (watch: PlanWatch) => Promise<T>) => Promise<T>;

/** Tells how many of all plans are done, since none of several at a time says how far all are; and how far the one is that spoke last. */
export function counting(watch: PlanWatch | undefined, parts: number): Counted {
  const { signal, onProgress } = watch ?? {};
  let done = 0;
  const part = (): number => Math.min(done + 1, parts);
  const tell = (): void => onProgress?.({ phase: 'plan', settled: 0, groups: 0, objective: null, bound: null, seconds: 0, part: part(), parts });
  return async (work) => {
    signal?.throwIfAborted();
    tell();
    const answer = await work({ ...(signal && { signal }), ...(onProgress && { onProgress: (progress) => onProgress({ ...progress, part: part(), parts }) }) });
    done += 1;
    tell();
    return answer;
  };
}
