// What each fact moved: the facts of an instant folded once more, with every step kept, so that a published figure can show the
// sum that it is. Not the ledger itself: whoever only wants to know where units are asks the situation.

import type { Fact } from '../../domain/facts.ts';
import { apply } from '../../ledger/apply.ts';
import type { Account, Transfer } from '../../ledger/accounts.ts';
import { emptyLedger, meterOf } from '../../ledger/ledger.ts';
import type { Term } from './shape.ts';

export interface Landed {
  readonly pledge: string;
  readonly item: string;
  readonly lot: string;
  readonly units: number;
}

export interface Step {
  readonly fact: Fact;
  readonly transfers: readonly Transfer[];
  readonly landed: readonly Landed[];
}

/** Facts that hold, in their order; those that moved nothing are left out. O(n). */
export function stepsOf(facts: readonly Fact[]): Step[] {
  const ledger = emptyLedger();
  const steps: Step[] = [];
  for (const fact of facts) {
    const { lot } = fact.body as { readonly lot?: string };
    const row = lot === undefined ? undefined : ledger.lots.get(lot);
    const before = row === undefined ? 0 : meterOf(ledger, row.pledge, row.item).everLanded;
    const done = apply(ledger, fact);
    if (!done.ok) continue;
    const landed = fact.kind === 'consignment.arrived' ? done.value.map(({ pledge, item, to, units }) => ({ pledge, item, lot: to.lot, units })) : row === undefined ? [] : [{ pledge: row.pledge, item: row.item, lot: row.lot, units: meterOf(ledger, row.pledge, row.item).everLanded - before }].filter(({ units }) => units !== 0);
    if (done.value.length > 0 || landed.length > 0) steps.push({ fact, transfers: done.value, landed });
  }
  return steps;
}

type Counts = (account: Account, moved: Pick<Transfer, 'pledge' | 'item'>) => boolean;

/** What each fact added to the accounts that count, and took from them; they add up to what lies there. */
export const termsIn = (steps: readonly Step[], counts: Counts): Term[] =>
  steps.flatMap(({ fact, transfers }) => {
    const value = transfers.reduce((sum, moved) => sum + (counts(moved.to, moved) ? moved.units : 0) - (counts(moved.from, moved) ? moved.units : 0), 0);
    return value === 0 ? [] : [termOf(fact, value)];
  });

/** The same for what came out of a source. */
export const termsOut = (steps: readonly Step[], counts: Counts): Term[] => termsIn(steps, counts).map((term) => ({ ...term, value: -term.value }));

export const termsLanded = (steps: readonly Step[], counts: (landed: Landed) => boolean): Term[] =>
  steps.flatMap(({ fact, landed }) => {
    const value = landed.reduce((sum, it) => sum + (counts(it) ? it.units : 0), 0);
    return value === 0 ? [] : [termOf(fact, value)];
  });

export const termOf = ({ id, kind, occurredAt }: Fact, value: number): Term => ({ fact: id, kind, at: occurredAt, value });
