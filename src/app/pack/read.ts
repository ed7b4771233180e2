// A pack that is read and checked, as the journal that it would make; entered nowhere.

import { factId } from '../../domain/fact-id.ts';
import type { Fact, NewFact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { columnOf, readPack, type LocatedFact, type ReadPack } from '../../standards/packs/read-pack.ts';
import type { PackFiles } from '../../standards/packs/write-pack.ts';
import { admit, type Objection } from '../admit.ts';
import type { Failure, Rejection } from '../failure.ts';

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

const numbered = (operation: OperationId, facts: readonly NewFact[], after: number): Fact[] =>
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
