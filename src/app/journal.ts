// Where a journal comes from: the store, or a pack that is read and checked but entered nowhere.

import type { Fact, NewFact } from '../domain/facts.ts';
import { factId } from '../domain/fact-id.ts';
import type { OperationId } from '../domain/ids.ts';
import { nearest } from '../domain/nearest.ts';
import { readOperation, type Operation } from '../domain/operation.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { readInstant, type Instant } from '../domain/time.ts';
import type { When } from '../domain/asof.ts';
import { columnOf, readPack, type LocatedFact, type ReadPack } from '../standards/packs/read-pack.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { admit, type Objection } from './admit.ts';
import type { Failure, Rejection } from './failure.ts';
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

/** A pack's facts as the journal that they would make, numbered and named; refused like an import would be. */
export function journalOfPack(files: PackFiles): Result<{ operation: OperationId; facts: Fact[] }, Failure> {
  const read = factsOfPack(readPack(files));
  if (!read.ok) return read;
  const { operation, located } = read.value;
  const facts = numbered(operation, located.map(({ fact }) => fact), 0);
  const admitted = admit([], facts);
  return admitted.ok ? ok({ operation, facts }) : err(packRefused(rejections(admitted.error, facts, located)));
}

/** Facts only where every row could be read. */
export function factsOfPack({ operation, facts, problems }: ReadPack): Result<{ operation: OperationId; located: readonly LocatedFact[] }, Failure> {
  if (problems.length > 0) return err(packRefused(problems));
  invariant(operation !== null, 'a pack without problems names its operation');
  return ok({ operation, located: facts });
}

export const numbered = (operation: OperationId, facts: readonly NewFact[], after: number): Fact[] =>
  facts.map((fact, index) => ({ ...fact, id: factId(operation, fact.key, fact.recordedAt), operation, seq: after + index + 1 }));

export const packRefused = (rejected: readonly Rejection[]): Failure => ({
  code: 'pack-refused',
  message: `the pack was refused: ${rejected.length} ${rejected.length === 1 ? 'problem' : 'problems'}, nothing was written`,
  remedy: 'correct the rows named and import it again',
  rejected,
});

/** Objections to facts → where they stand in the sheets. `located` runs along `facts`. */
export function rejections(objections: readonly Objection[], facts: readonly Fact[], located: readonly LocatedFact[]): Rejection[] {
  const index = new Map(facts.map((fact, at) => [fact.seq, at]));
  return objections.map(({ fact, field, value, problem, remedy }) => {
    const from = located[index.get(fact.seq) ?? -1];
    return { file: from?.at.file ?? null, sheet: from?.at.sheet ?? null, row: from?.at.row ?? null, column: from === undefined ? field : columnOf(from, field), value, problem, remedy };
  });
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
