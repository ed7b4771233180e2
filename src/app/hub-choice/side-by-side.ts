// Many plans, two at a time: while the solver of one works, the other is prepared. Answers come in the order of the questions.

import type { Result } from '../../domain/result.ts';
import { ok } from '../../domain/result.ts';

const AT_ONCE = 2;

/** The first failure ends it; what is under way is waited for. */
export async function sideBySide<T, U, E>(questions: readonly T[], work: (question: T) => Promise<Result<U, E>>): Promise<Result<U[], E>> {
  const answers: U[] = [];
  let [next, failed]: [number, Result<never, E> | null] = [0, null];
  const worker = async (): Promise<void> => {
    while (next < questions.length && failed === null) {
      const at = next;
      next += 1;
      const answer = await work(questions[at] as T);
      if (answer.ok) answers[at] = answer.value;
      else failed ??= answer;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed ?? ok(answers);
}
