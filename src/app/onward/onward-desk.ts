// What can be asked of the way onward: the dispatch board, and release orders out of an approved plan.

import type { Fact } from '../../domain/facts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { Present } from '../plan/present.ts';
import type { Clock } from '../ports.ts';
import { dispatchBoard, type DispatchBoard } from './board.ts';
import type { PersonalData } from '../ports.ts';
import type { KeptEvidence } from './proof.ts';
import type { ReleaseAsk, ReleaseReport } from './release.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface OnwardDesk {
  board(operation: string, when: Asked): Answer<DispatchBoard>;
  release(operation: string, ask: ReleaseAsk): Answer<ReleaseReport>;
  /** A photo, a signature or a document, named by its content. */
  keepEvidence(operation: string, content: Uint8Array): Answer<KeptEvidence>;
  /** Who signed, kept in the vault under the commitment that a fact bears. */
  keepSignatory(operation: string, person: PersonalData): Answer<{ readonly signedBy: string }>;
}

type WithFacts = <T>(operation: string, use: (facts: Fact[]) => Result<T, Failure>) => Promise<Result<T, Failure>>;

export const onwardDesk = (withFacts: WithFacts, present: Present, clock: Clock): Pick<OnwardDesk, 'board'> => ({
  board: (operation, { asOf, knownAt }) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) }, clock);
      return when.ok ? ok(dispatchBoard(present(facts, when.value))) : when;
    }),
});
