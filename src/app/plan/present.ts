// The situation at the head of each journal, kept and carried on with what is added, so that a scan or a board costs what is
// new and not what the journal holds. An instant before the last fact, a correction or a late fact is folded anew.

import { ALWAYS, effective, type When } from '../../domain/asof.ts';
import { byOccurrence, type Fact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { extendRegister, register, type Register } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { apply, fold } from '../../ledger/apply.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { operationOf } from '../journal.ts';
import { pilesOf, situation, type Situation } from './situation.ts';

interface Kept {
  /** How many facts of the journal it has seen. */
  seen: number;
  /** The last of those, by the very object that the store hands out. */
  head: Fact | undefined;
  /** Those that hold, in the order in which they take effect. */
  readonly facts: Fact[];
  readonly known: Register;
  readonly ledger: Ledger;
}

/** A situation that it hands out goes on with the journal: it is good until the next await. */
export type Present = (journal: readonly Fact[], when: When & { readonly asOf: Instant }) => Situation;

export function keptPresent(): Present {
  const kept = new Map<OperationId, Kept>();
  return (journal, when) => {
    const operation = journal[0]?.operation;
    if (operation === undefined || when.knownAt !== null) return situation(journal, when);
    const standing = kept.get(operation);
    const present = standing !== undefined && carriedOn(standing, journal) ? standing : afresh(journal);
    kept.set(operation, present);
    const last = present.facts.at(-1);
    if (last === undefined || last.occurredAt > when.asOf) return situation(journal, when);
    return { operation: operationOf(journal), asOf: when.asOf, facts: present.facts, known: present.known, ledger: present.ledger, piles: pilesOf(present.ledger) };
  };
}

function afresh(journal: readonly Fact[]): Kept {
  const facts = effective(journal, ALWAYS);
  return { seen: journal.length, head: journal.at(-1), facts, known: register(facts), ledger: fold(facts).ledger };
}

/** Takes in what was added; false where the journal is another, or where what was added reaches back. */
function carriedOn(kept: Kept, journal: readonly Fact[]): boolean {
  if (journal[kept.seen - 1] !== kept.head) return false;
  if (journal.length === kept.seen) return true;
  const added = journal.slice(kept.seen).toSorted(byOccurrence);
  const [first] = added;
  const last = kept.facts.at(-1);
  if (added.some(({ kind }) => kind === 'correction.made') || (first !== undefined && last !== undefined && byOccurrence(last, first) > 0)) return false;
  extendRegister(kept.known, added);
  for (const fact of added) {
    apply(kept.ledger, fact);
    kept.facts.push(fact);
  }
  kept.seen = journal.length;
  kept.head = journal.at(-1);
  return true;
}
