// Recording: facts join the journal of an operation in one transaction, or none of them does.

import type { NewFact } from '../domain/facts.ts';
import type { OperationId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { admit, type Objection } from './admit.ts';
import type { Failure } from './failure.ts';
import type { Appended, KeyReused, Store } from './ports.ts';
import { Standings } from './standing.ts';

type Refused = KeyReused | { readonly code: 'objections'; readonly objections: readonly Objection[] };

const standings = new Standings();

/** Admits and appends. The answer to a repeated key is the fact that stands. */
export const append = (store: Store, operation: OperationId, facts: readonly NewFact[]): Promise<Result<Appended, Refused>> =>
  store.append<{ code: 'objections'; objections: readonly Objection[] }>(operation, facts, (journal, fresh) => {
    const admitted = admit(journal, fresh, standings.take(journal));
    if (!admitted.ok) return err({ code: 'objections', objections: admitted.error });
    standings.keep(journal, admitted.value.standing);
    return ok(admitted.value.postings);
  });

export const keyReused = ({ key, existing }: KeyReused): Failure => ({
  code: 'key-reused',
  message: `the key ${key} stands for another fact already: ${existing.kind} of ${existing.occurredAt}, number ${existing.seq}`,
  remedy: 'to change that fact, record a correction of it; to add another, give it a key of its own',
});

/** Records facts that came in no pack. */
export async function record(store: Store, operation: OperationId, facts: readonly NewFact[]): Promise<Result<Appended, Failure>> {
  const appended = await append(store, operation, facts);
  if (appended.ok) return appended;
  if (appended.error.code === 'key-reused') return err(keyReused(appended.error));
  const rejected = appended.error.objections.map(({ fact, field, value, problem, remedy }) => ({ file: null, sheet: null, row: null, column: `${fact.kind} ${field}`, value, problem, remedy }));
  return err({ code: 'facts-refused', message: `refused: ${rejected[0]?.problem ?? 'nothing was written'}`, remedy: rejected[0]?.remedy ?? '', rejected });
}
