// What-ifs that somebody kept under a name: the questions alone. Each is asked anew of what is known when it is opened (try.ts).

import { ALWAYS, effective } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import type { Actor, FactId } from '../../domain/ids.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import type { Instant } from '../../domain/time.ts';

export interface KeptWhatIf {
  readonly name: string;
  readonly changes: readonly Change[];
  /** Asked of this instant; null: of where the operation stands. */
  readonly asOf: Instant | null;
  readonly at: Instant;
  readonly by: Actor;
  readonly seq: number;
  /** All that hold under this name, the latest first: it is the one that counts, and once it is struck out the one before it. */
  readonly facts: readonly FactId[];
}

/** One a name, the names in alphabetical order. What was kept last counts, whenever it is said to have occurred. */
export function keptIn(journal: readonly Fact[]): readonly KeptWhatIf[] {
  const asked = journal.filter(({ kind }) => kind === 'what-if.kept' || kind === 'correction.made');
  const byName = new Map<string, KeptWhatIf>();
  for (const fact of effective(asked, ALWAYS).toSorted((a, b) => a.seq - b.seq)) {
    if (!isKind(fact, 'what-if.kept')) continue;
    const { name, changes, asOf = null } = fact.body;
    byName.set(name, { name, changes, asOf, at: fact.recordedAt, by: fact.by, seq: fact.seq, facts: [fact.id, ...(byName.get(name)?.facts ?? [])] });
  }
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
