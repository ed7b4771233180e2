// What can be asked of the way onward: the dispatch board, and release orders out of an approved plan.

import type { Fact } from '../../domain/facts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import type { Clock } from '../ports.ts';
import { dispatchBoard, type DispatchBoard } from './board.ts';
import type { ReleaseAsk, ReleaseReport } from './release.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface OnwardDesk {
  board(operation: string, when: Asked): Answer<DispatchBoard>;
  release(operation: string, ask: ReleaseAsk): Answer<ReleaseReport>;
}

type WithFacts = <T>(operation: string, use: (facts: Fact[]) => Result<T, Failure>) => Promise<Result<T, Failure>>;

export const onwardDesk = (withFacts: WithFacts, clock: Clock): Pick<OnwardDesk, 'board'> => ({
  board: (operation, { asOf, knownAt }) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) }, clock);
      return when.ok ? ok(dispatchBoard(situation(facts, when.value))) : when;
    }),
});
