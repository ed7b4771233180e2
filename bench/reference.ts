// The reference operation at the four instants that its plans are judged by: what the suites on plans begin with.

import { readFileSync, readdirSync } from 'node:fs';
import { operationOf, whenOf } from '../src/app/journal.ts';
import { journalOfPack } from '../src/app/pack/read.ts';
import { problemOf } from '../src/app/plan/problem.ts';
import { situation } from '../src/app/plan/situation.ts';
import { invariant } from '../src/domain/result.ts';
import { Instant } from '../src/domain/time.ts';
import type { PlanningProblem } from '../src/planner/problem.ts';

const PACK = new URL('../data/liege-2020/', import.meta.url);
const INSTANTS = ['2020-03-13T23:00:00Z', '2020-03-16', '2020-03-18', '2020-03-21'] as const;
/** Everything is asked as of an instant of March 2020: the clock plays no part. */
const clock = { now: () => Instant.parse('2020-04-02T00:00:00.000Z') };

export interface AtInstant {
  readonly asOf: string;
  readonly problem: PlanningProblem;
}

export function referenceProblems(): AtInstant[] {
  const files = new Map(readdirSync(PACK).filter((name) => name.endsWith('.csv')).map((name) => [name, new Uint8Array(readFileSync(new URL(name, PACK)))]));
  const read = journalOfPack(files);
  invariant(read.ok, 'the reference operation can be read');
  const { facts } = read.value;
  return INSTANTS.map((asOf) => {
    const when = whenOf(operationOf(facts), { asOf }, clock);
    invariant(when.ok, `${asOf} is an instant`);
    return { asOf, problem: problemOf(situation(facts, when.value)).problem };
  });
}
