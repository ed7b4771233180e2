// A fact that somebody hands in, outside any pack: read, given its instants, and entered once under its key.

import { FACT_BODIES, type Evidence, type Fact, type FactKind, type NewFact } from '../domain/facts.ts';
import { Actor, IdempotencyKey } from '../domain/ids.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { readInstant, type Zone } from '../domain/time.ts';
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
  const recorded = await recordDrafts(store, operation, [draft], () => key, clock);
  if (!recorded.ok) return recorded;
  const [only] = recorded.value;
  invariant(only !== undefined, 'an append answers each fact handed in');
  return ok(only);
}

/** All of them or none. `keyOf` names each by its place among them. */
export async function recordDrafts(store: Store, operation: string, drafts: readonly Draft[], keyOf: (index: number) => string, clock: Clock): Promise<Result<readonly Recorded[], Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const settings = operationOf(journal.value);
  const facts: NewFact[] = [];
  const rejected: Rejection[] = [];
  for (const [index, draft] of drafts.entries()) {
    const read = readDraft(draft, keyOf(index), settings.zone, clock);
    if (read.ok) facts.push(read.value);
    else rejected.push(...read.error.map((it) => (drafts.length === 1 ? it : { ...it, row: index + 1 })));
  }
  if (rejected.length > 0) return err(refused(rejected));
  const appended = await record(store, settings.id, facts);
  if (!appended.ok) return appended;
  const { head, fresh } = appended.value;
  return ok(appended.value.facts.map((fact) => ({ fact, fresh: fact.seq > head.seq - fresh })));
}

function readDraft(draft: Draft, key: string, zone: Zone, clock: Clock): Result<NewFact, Rejection[]> {
  const occurredAt = readInstant(draft.occurredAt, zone);
  if (!occurredAt.ok) return err([rejection('occurredAt', draft.occurredAt, 'it is not an instant', occurredAt.error)]);
  if (draft.kind === 'operation.opened') return err([rejection('kind', draft.kind, 'an operation is opened by its pack', 'import the pack')]);
  const body = FACT_BODIES[draft.kind].safeParse(draft.body);
  if (!body.success) return err(body.error.issues.map(({ path, message }) => rejection(['body', ...path].join('.'), null, message, `see the kind ${draft.kind} in docs/pack.md`)));
  return ok({ kind: draft.kind, occurredAt: occurredAt.value, recordedAt: clock.now(), by: Actor.parse(draft.by), key: IdempotencyKey.parse(key), sources: draft.sources, note: draft.note, evidence: draft.evidence, body: body.data } as NewFact);
}

const rejection = (column: string, value: string | null, problem: string, remedy: string): Rejection => ({ file: null, sheet: null, row: null, column, value, problem, remedy });
const refused = (rejected: readonly Rejection[]): Failure => ({ code: 'facts-refused', message: `refused: ${rejected.map(({ column, problem }) => `${column ?? ''}: ${problem}`).join('; ')}`, remedy: rejected[0]?.remedy ?? '', rejected });
