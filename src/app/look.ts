// Looking at an operation at an instant: its facts, wherever they lie, the instant as people write it, and the situation then.
// What every board, card and paper begins with.

import type { Fact } from '../domain/facts.ts';
import type { Result } from '../domain/result.ts';
import type { Asked } from './desk.ts';
import type { Failure } from './failure.ts';
import { operationOf, whenOf } from './journal.ts';
import type { Present } from './plan/present.ts';
import type { Situation } from './plan/situation.ts';
import type { Clock } from './ports.ts';

export type WithFacts = <T>(operation: string, use: (facts: Fact[]) => Result<T, Failure> | Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;

export type Look = <T>(operation: string, when: Asked, look: (now: Situation, journal: readonly Fact[]) => Result<T, Failure> | Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;

export const lookThrough =
  (withFacts: WithFacts, seen: Present, clock: Clock): Look =>
  (operation, asked, look) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), asked, clock);
      return when.ok ? look(seen(facts, when.value), facts) : when;
    });
