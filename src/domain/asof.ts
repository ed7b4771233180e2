// Which facts hold at an instant. `asOf` cuts what occurred later, with every correction known now; `knownAt` also cuts
// what was recorded later, corrections included. The latest correction of a fact is the one that counts.

import { byOccurrence, isKind, type Fact } from './facts.ts';
import type { FactId } from './ids.ts';
import type { Instant } from './time.ts';

export interface When {
  readonly asOf: Instant | null;
  readonly knownAt: Instant | null;
}
export const ALWAYS: When = { asOf: null, knownAt: null };

/** The facts that hold, corrected, in the order in which they take effect. Corrections themselves are not among them. O(n log n). */
export function effective(journal: readonly Fact[], when: When): Fact[] {
  const { asOf, knownAt } = when;
  const known = knownAt === null ? journal : journal.filter((fact) => fact.recordedAt <= knownAt);
  const corrections = new Map<FactId, Fact & { kind: 'correction.made' }>();
  for (const fact of known) {
    if (!isKind(fact, 'correction.made')) continue;
    const standing = corrections.get(fact.body.corrects);
    if (standing === undefined || standing.seq < fact.seq) corrections.set(fact.body.corrects, fact);
  }
  const held: Fact[] = [];
  for (const fact of known) {
    if (fact.kind === 'correction.made') continue;
    const correction = corrections.get(fact.id);
    if (correction === undefined) held.push(fact);
    else if (correction.body.replacement !== undefined) held.push({ ...fact, ...correction.body.replacement } as Fact);
  }
  return held.filter((fact) => asOf === null || fact.occurredAt <= asOf).toSorted(byOccurrence);
}

/**
 * The facts that hold once `fresh` have joined a journal whose effects end with `last`, where they reach back: a correction, or a
 * fact that occurred before the last one. Null where they only go on.
 */
export function rewritten(journal: readonly Fact[], fresh: readonly Fact[], last: Fact | null): readonly Fact[] | null {
  const goesOn = fresh.every((fact) => fact.kind !== 'correction.made' && (last === null || byOccurrence(last, fact) <= 0));
  return goesOn ? null : effective([...journal, ...fresh], ALWAYS);
}
