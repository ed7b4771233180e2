// Where an operation stands, kept between appends: register, ledger and index of facts, so that a scan at the hub costs what
// it adds and not what the journal holds. An attempt uses it up and leaves the one that would stand after it, which counts only
// where the journal then ends with the very facts of that attempt.

import { ALWAYS, effective } from '../domain/asof.ts';
import { byOccurrence, type Fact } from '../domain/facts.ts';
import type { FactId } from '../domain/ids.ts';
import { extendRegister, register, type Register } from '../domain/register.ts';
import { fold, type Folded } from '../ledger/apply.ts';

export interface Standing {
  /** How many facts of the journal it has seen. */
  readonly facts: number;
  /** The last of them. */
  readonly head: Fact | null;
  readonly known: Register;
  readonly byId: Map<FactId, Fact>;
  readonly folded: Folded;
}

export function standingOf(journal: readonly Fact[]): Standing {
  const facts = effective(journal, ALWAYS);
  return { facts: journal.length, head: journal.at(-1) ?? null, known: register(facts), byId: new Map(journal.map((fact) => [fact.id, fact])), folded: fold(facts) };
}

/** What is known once these facts have joined: the standing register goes on, unless the facts that hold are `rewritten`. */
export function knownWith(standing: Standing, fresh: readonly Fact[], rewritten: readonly Fact[] | null): Register {
  if (rewritten !== null) return register(rewritten);
  extendRegister(standing.known, fresh.toSorted(byOccurrence));
  return standing.known;
}

/** One for each journal, by the very array that the store hands out. */
export class Standings {
  readonly #kept = new WeakMap<readonly Fact[], Standing>();

  /** Takes it away, for the taker to use up. */
  take(journal: readonly Fact[]): Standing {
    const kept = this.#kept.get(journal);
    this.#kept.delete(journal);
    return kept !== undefined && kept.facts === journal.length && kept.head === (journal.at(-1) ?? null) ? kept : standingOf(journal);
  }

  keep(journal: readonly Fact[], standing: Standing): void {
    this.#kept.set(journal, standing);
  }
}
