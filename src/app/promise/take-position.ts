// A person takes a position: which reading of a contradiction is accepted, and why. It weighs the claims that the person saw, so
// that one that came in meanwhile opens the question again.

import { nearest } from '../../domain/nearest.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Failure, Rejection } from '../failure.ts';
import { journalOf, operationOf, whenOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import type { Clock, Store } from '../ports.ts';
import { recordDraft, type Recorded } from '../record-draft.ts';
import { contradictionsIn } from './contradictions/contradictions.ts';

export interface PositionAsk {
  readonly contradiction: string;
  readonly reading: string;
  readonly reason: string;
  /** The claims that were weighed; absent: all that are in it. */
  readonly claims?: readonly string[] | undefined;
  /** When it is taken; absent: where the operation stands, or now. */
  readonly at?: string | undefined;
  readonly by: string;
}

/** Once under its key. */
export async function takePosition(store: Store, operation: string, ask: PositionAsk, key: string, clock: Clock): Promise<Result<Recorded, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const when = whenOf(operationOf(journal.value), { asOf: ask.at }, clock);
  if (!when.ok) return when;
  const { contradictions } = contradictionsIn(situation(journal.value, when.value));
  const found = contradictions.find(({ contradiction }) => contradiction === ask.contradiction);
  if (found === undefined) {
    const close = nearest(ask.contradiction, contradictions.map(({ contradiction }) => contradiction));
    return err({ code: 'unknown-contradiction', message: `at that instant there is no contradiction ${ask.contradiction}`, remedy: close === null ? 'GET …/promises lists those there are' : `did you mean ${close}?` });
  }
  if (found.state === 'context') return refused('contradiction', ask.contradiction, 'counts differ by source and hour; nobody has to decide between them', 'name source and hour with the figure');
  const readings = found.readings.map(({ reading }) => reading);
  if (!readings.includes(ask.reading)) return refused('reading', ask.reading, 'it is none of the readings', `name one of ${readings.join(', ')}`);
  const seen = ask.claims ?? found.claims;
  const stranger = seen.find((claim) => !found.claims.includes(claim));
  if (stranger !== undefined) return refused('claims', stranger, 'it is no part of this contradiction', `leave it out; its claims are ${found.claims.join(', ')}`);
  return recordDraft(store, operation, { kind: 'position.taken', occurredAt: when.value.asOf, by: ask.by, sources: [], note: null, evidence: [], body: { contradiction: ask.contradiction, reading: ask.reading, claims: seen, reason: ask.reason } }, key, clock);
}

function refused(column: string, value: string, problem: string, remedy: string): Result<never, Failure> {
  const rejected: readonly Rejection[] = [{ file: null, sheet: null, row: null, column, value, problem, remedy }];
  return err({ code: 'facts-refused', message: `refused: ${column}: ${problem}`, remedy, rejected });
}
