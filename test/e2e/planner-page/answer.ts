// One question to the planner as a library, for whoever runs it: Node, a page, a worker of a page. The answer is plain, so that it can be
// carried from one to another and compared to the last bit.

import { checkPlan, plan, readProblem, scanHere, type Host, type PlanProgress } from '../../../src/planner/planner.ts';

export interface Question {
  /** A problem file. */
  readonly text: string;
  readonly policy: 'deprivation' | 'severity';
  readonly gap: number;
  /** After so many rests it is enough, or cancelled; 0: never. A rest then follows each step of the search. */
  readonly enough: number;
  readonly cancel: number;
}

export interface Answer {
  /** Of the plan, without what is said in words: those depend on the calendar of the machine. Null where it was cancelled. */
  readonly plan: object | null;
  readonly violations: readonly string[];
  readonly progress: readonly Pick<PlanProgress, 'phase' | 'objective' | 'bound'>[];
  /** The reason of a cancelled planning. */
  readonly reason: string | null;
}

/** In a worker as in a page and in Node: others have the thread for a moment. */
const rest = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

export async function answer({ text, policy, gap, enough, cancel }: Question): Promise<Answer> {
  const read = readProblem(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [ending, cancelling] = [new AbortController(), new AbortController()];
  let [ticks, rests] = [0, 0];
  const counted: Host = {
    now: () => (ticks += 1000),
    rest: async () => {
      rests += 1;
      if (rests % 50 === 0) await rest();
      if (rests === enough) ending.abort();
      if (rests === cancel) cancelling.abort(new Error('cancelled by the reader'));
    },
  };
  const progress: Answer['progress'][number][] = [];
  const stopped = enough > 0 || cancel > 0;
  try {
    const found = await plan(read.value, { policy, seed: 1, gap, engine: 'scan' }, scanHere(stopped ? counted : { now: () => performance.now(), rest }), {
      signal: cancelling.signal,
      enough: ending.signal,
      onProgress: (told) => void progress.push({ phase: told.phase, objective: told.objective, bound: told.bound }),
    });
    if (!found.ok) throw new Error(found.error.limit);
    const { model: _model, workings: _workings, notes: _notes, lines, unserved, ...figures } = found.value;
    const wordless = { ...figures, lines: lines.map(({ why: _why, ...line }) => line), unserved: unserved.map(({ why: _why, ...need }) => need) };
    return { plan: wordless, violations: checkPlan(read.value, found.value, policy).violations, progress, reason: null };
  } catch (error) {
    if (!cancelling.signal.aborted) throw error;
    return { plan: null, violations: [], progress, reason: error instanceof Error ? error.message : String(error) };
  }
}
