// A fact that somebody hands in, outside any pack: read, given its instants, and entered once under its key.

import { FACT_BODIES, type Evidence, type Fact, type FactKind, type NewFact } from '../domain/facts.ts';
import { Actor, IdempotencyKey } from '../domain/ids.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { readInstant } from '../domain/time.ts';
import type { Failure, Rejection } from './failure.ts';
import { journalOf, operationOf } from './journal.ts';
import type { Clock, Store } from './ports.ts';
import { record } from './record.ts';

export interface Draft {
  readonly kind: FactKind;
  /** As people write instants. */
  readonly occurredAt: string;
  readonly by: string;
  readonly sources: readonly string[];
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
  readonly body: unknown;
}

export interface Recorded {
  readonly fact: Fact;
  /** False where the fact stood already under this key. */
  readonly fresh: boolean;
}

export async function recordDraft(store: Store, operation: string, draft: Draft, key: string, clock: Clock): Promise<Result<Recorded, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const { id, zone } = operationOf(journal.value);
  const occurredAt = readInstant(draft.occurredAt, zone);
  if (!occurredAt.ok) return err({ code: 'bad-instant', message: `occurredAt is ${draft.occurredAt}, which is not an instant`, remedy: occurredAt.error });
  if (draft.kind === 'operation.opened') return err(refused([rejection('kind', draft.kind, 'an operation is opened by its pack', 'import the pack')]));
  const body = FACT_BODIES[draft.kind].safeParse(draft.body);
  if (!body.success) return err(refused(body.error.issues.map(({ path, message }) => rejection(['body', ...path].join('.'), null, message, `see the kind ${draft.kind} in docs/pack.md`))));
  const fact = { kind: draft.kind, occurredAt: occurredAt.value, recordedAt: clock.now(), by: Actor.parse(draft.by), key: IdempotencyKey.parse(key), sources: draft.sources, note: draft.note, evidence: draft.evidence, body: body.data } as NewFact;
  const appended = await record(store, id, [fact]);
  if (!appended.ok) return appended;
  const [stands] = appended.value.facts;
  invariant(stands !== undefined, 'an append answers each fact handed in');
  return ok({ fact: stands, fresh: appended.value.fresh > 0 });
}

const rejection = (column: string, value: string | null, problem: string, remedy: string): Rejection => ({ file: null, sheet: null, row: null, column, value, problem, remedy });
const refused = (rejected: readonly Rejection[]): Failure => ({ code: 'facts-refused', message: `refused: ${rejected.map(({ column, problem }) => `${column ?? ''}: ${problem}`).join('; ')}`, remedy: rejected[0]?.remedy ?? '', rejected });
