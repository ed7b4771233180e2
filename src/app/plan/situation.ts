// The situation at an instant: the register and the ledger of the facts that hold, side by side. What planning and
// status both begin with.

import { effective, type When } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import type { Operation } from '../../domain/operation.ts';
import { timed } from '../../domain/places.ts';
import { charterOfRun, register, type Register } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { fold } from '../../ledger/apply.ts';
import type { Held } from '../../ledger/accounts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { operationOf } from '../journal.ts';

/** Units of one lot in one state at one holder. */
export interface Pile {
  readonly pledge: string;
  readonly item: string;
  readonly lot: string;
  readonly state: Held;
  readonly at: string;
  readonly units: number;
}

export interface Situation {
  readonly operation: Operation;
  readonly asOf: Instant;
  readonly facts: readonly Fact[];
  readonly known: Register;
  readonly ledger: Ledger;
  readonly piles: readonly Pile[];
}

export function situation(journal: readonly Fact[], when: When & { readonly asOf: Instant }): Situation {
  const facts = effective(journal, when);
  const { ledger } = fold(facts);
  return { operation: operationOf(facts.some((fact) => isKind(fact, 'operation.opened')) ? facts : journal), asOf: when.asOf, facts, known: register(facts), ledger, piles: pilesOf(ledger) };
}

/** Units of lots wherever they stand, out of the ledger's balances. */
export const pilesOf = (ledger: Ledger): Pile[] =>
  [...ledger.balances.values()].flatMap(({ pledge, item, account: { name, lot, at }, units }) =>
    name === 'promised' || name === 'surplus' || lot === '' || units === 0 ? [] : [{ pledge, item, lot, state: name, at, units }]);

/** When a dated departure, or a copy of a charter, leaves and arrives; null where it is not on record. */
export function timesOf(known: Register, run: string): { departsAt: Instant; arrivesAt: Instant; from: string; to: string; mode: 'road' | 'rail' | 'air' | 'sea' } | null {
  const departure = known.departures.get(run as never);
  const charter = departure === undefined ? charterOfRun(known, run) : undefined;
  const ends = departure === undefined ? charter : known.services.get(departure.service);
  const wall = departure ?? charter;
  if (ends === undefined || wall === undefined) return null;
  const from = known.places.get(ends.from);
  const to = known.places.get(ends.to);
  if (from === undefined || to === undefined) return null;
  const times = timed(wall, from, to);
  return times.ok ? { ...times.value, from: ends.from, to: ends.to, mode: ends.mode } : null;
}
