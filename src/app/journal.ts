// A journal out of the store, the settings of its operation, and the instant that somebody asks for.

import type { Fact } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import { readOperation, type Operation } from '../domain/operation.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { readInstant, type Instant } from '../domain/time.ts';
import type { When } from '../domain/asof.ts';
import type { Failure } from './failure.ts';
import type { Clock, Store } from './ports.ts';

/** The whole journal of an operation in the store. */
export async function journalOf(store: Store, operation: string): Promise<Result<Fact[], Failure>> {
  const known = await store.operations();
  const found = known.find((id) => id === operation);
  if (found === undefined) {
    const close = nearest(operation, known);
    const remedy = close !== null ? `did you mean ${close}?` : known.length > 0 ? `name one of ${known.join(', ')}, or the folder of a pack` : 'import a pack first: airbridge import data/liege-2020';
    return err({ code: 'unknown-operation', message: `there is no operation ${operation}`, remedy });
  }
  return ok(await store.facts(found));
}

/** The settings of a journal's operation, as they stand now. */
export function operationOf(journal: readonly Fact[]): Operation {
  const opened = journal.findLast((fact) => fact.kind === 'operation.opened');
  invariant(opened?.kind === 'operation.opened', 'a journal begins with the opening of its operation');
  const operation = readOperation(opened.body);
  invariant(operation.ok, 'an operation enters the journal only with settings that can be read');
  return operation.value;
}

/** `--as-of` and `--known-at` as people write them; without `asOf`: where the operation stands, or now. */
export function whenOf(operation: Operation, asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }, clock: Clock): Result<When & { readonly asOf: Instant }, Failure> {
  const read = (text: string): Result<Instant, Failure> => {
    const at = readInstant(text, operation.zone);
    return at.ok ? at : err({ code: 'bad-instant', message: `${text} is not an instant`, remedy: at.error });
  };
  const asOf = asked.asOf === undefined ? ok(operation.standsAt ?? clock.now()) : read(asked.asOf);
  if (!asOf.ok) return asOf;
  const knownAt = asked.knownAt === undefined ? ok(null) : read(asked.knownAt);
  if (!knownAt.ok) return knownAt;
  return ok({ asOf: asOf.value, knownAt: knownAt.value });
}
