// Replanning: the draft's plan is made by the server and set beside the one that stands; nothing is recorded. One at a time; it
// can be given up.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanAnswer } from '../../src/http/contract/answers.ts';
import { useJob, type PlanJob } from '../shared/plan-jobs.ts';
import { isCancelled } from '../shared/progress.tsx';
import { asked, keyOf, type Decision } from './draft.ts';
import type { Policy } from './policies.ts';
import { replan, type Wishes } from './questions.ts';

export interface Preview {
  readonly report: PlanAnswer;
  readonly decisions: readonly Decision[];
  readonly wishes: Wishes;
}

export interface Replan {
  readonly preview: Preview | null;
  readonly isRunning: boolean;
  readonly making: PlanJob;
  /** Why the decisions that were asked for have no plan. */
  readonly failed: { readonly error: Error; readonly decisions: readonly Decision[] } | null;
  readonly run: (decisions: readonly Decision[], wishes: Wishes) => void;
  readonly discard: () => void;
}

export const sameDecisions = (a: readonly Decision[], b: readonly Decision[]): boolean => JSON.stringify(a.map(textOf).toSorted()) === JSON.stringify(b.map(textOf).toSorted());
const textOf = (decision: Decision): string => `${keyOf(decision)} ${JSON.stringify(decision)}`;

/** `name`: what it is about; with another, what was found is forgotten. */
export function useReplan(name: string, operation: string, ask: { readonly policy: Policy; readonly asOf: string | undefined }): Replan {
  const [found, setFound] = useState<{ readonly preview: Preview | null; readonly failed: Replan['failed']; readonly isRunning: boolean }>({ preview: null, failed: null, isRunning: false });
  const control = useRef<AbortController | null>(null);
  useEffect(() => {
    setFound({ preview: null, failed: null, isRunning: false });
    return () => control.current?.abort();
  }, [name]);
  const { policy, asOf } = ask;
  const job = `replan ${name}`;
  const making = useJob(job);
  const run = useCallback(
    (decisions: readonly Decision[], wishes: Wishes) => {
      control.current?.abort();
      const own = new AbortController();
      control.current = own;
      setFound(({ preview }) => ({ preview, failed: null, isRunning: true }));
      const make = async (): Promise<void> => {
        try {
          const report = await replan(job, operation, { policy, asOf, decisions: asked(decisions), ...wishes }, own.signal);
          if (!own.signal.aborted) setFound({ preview: { report, decisions, wishes }, failed: null, isRunning: false });
        } catch (error) {
          if (own.signal.aborted) return;
          const failed = error instanceof Error ? error : new Error(String(error));
          // Given up: what was there before stays.
          setFound(({ preview }) => (isCancelled(failed) ? { preview, failed: null, isRunning: false } : { preview: null, failed: { error: failed, decisions }, isRunning: false }));
        }
      };
      void make();
    },
    [job, operation, policy, asOf],
  );
  const discard = useCallback(() => setFound({ preview: null, failed: null, isRunning: false }), []);
  return { ...found, making, run, discard };
}
