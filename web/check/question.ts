// What the public page hands to its script: the log, the page's own numbers, and the words of its language.

import type { ProblemCode } from '../../src/log/problem.ts';
import type { VerifyStep } from '../../src/log/verify.ts';
import type { TotalsRow } from '../../src/log/totals.ts';

/** The figures of a promise that the leaves must give too. */
export type Shown = Omit<TotalsRow, 'accepted' | 'everDelivered'>;

/** Words with {slots}. */
export interface CheckWords {
  readonly again: string;
  readonly steps: Readonly<Record<VerifyStep | 'page', string>>;
  readonly leaves: string;
  readonly proofs: string;
  readonly totals: string;
  readonly page: string;
  readonly kept: string;
  readonly first: string;
  readonly holds: string;
  readonly fails: string;
  readonly since: string;
  readonly differs: string;
  readonly unreachable: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
}

export interface Question {
  /** Address of the log on this server. */
  readonly log: string;
  readonly lang: string;
  readonly asOf: string;
  /** Number of the last fact that the page is made of. */
  readonly head: number;
  readonly promises: readonly Shown[];
  readonly words: CheckWords;
}
