// The moves that the stages share: find the lot, take units out of accounts in a given order, draw on the promise.
// A move only proposes transfers; apply.ts writes them once the whole fact is accepted.

import { err, ok, type Result } from '../domain/result.ts';
import type { Account, Held, Transfer } from './accounts.ts';
import { account, accountKey, balanceOf, heldOf, rowKey, type Discrepancy, type Ledger, type LotRow, type Refusal } from './ledger.ts';

/** What a fact does: its transfers, and what else the ledger must remember once they are written. */
export interface Effect {
  readonly transfers: readonly Transfer[];
  readonly remember?: () => void;
}
export type Outcome = Result<Effect, Refusal>;

export const NOTHING: Outcome = ok({ transfers: [] });
export const refuse = (code: Refusal['code'], field: string, problem: string, remedy: string): { readonly ok: false; readonly error: Refusal } => err({ code, field, problem, remedy });

export function lotOf(ledger: Ledger, lot: string): Result<LotRow, Refusal> {
  const row = ledger.lots.get(lot);
  return row === undefined ? refuse('unknown-lot', 'lot', `no consignment carries a lot ${lot}`, 'announce the lot first, or name one that was announced') : ok(row);
}

/** The accounts of a lot that lie in these states at one holder, in that order. */
export const piles = (lot: LotRow, names: readonly Held[], at: string): Account[] => names.map((name) => account(name, lot.lot, at));

/**
 * Takes `units` of a lot out of the given accounts, first to last, into `to`.
 * Refused with `nothing-there` where they are empty, `not-enough` where they hold less.
 */
export function take(ledger: Ledger, lot: LotRow, from: readonly Account[], units: number, to: (source: Account) => Account): Result<Transfer[], Refusal> {
  const transfers: Transfer[] = [];
  let missing = units;
  for (const source of from) {
    const taken = Math.min(missing, balanceOf(ledger, lot.pledge, lot.item, source));
    if (taken > 0) transfers.push({ pledge: lot.pledge, item: lot.item, from: source, to: to(source), units: taken });
    missing -= taken;
  }
  if (missing === 0) return ok(transfers);
  const where = from.map((source) => `${source.name}${source.at === '' ? '' : ` at ${source.at}`}`).join(' or ');
  const there = units - missing;
  return there === 0
    ? refuse('nothing-there', 'lot', `nothing of lot ${lot.lot} is ${where}`, 'record the step before this one first, or correct the lot or the place')
    : refuse('not-enough', 'units', `only ${there} units of lot ${lot.lot} are ${where}, not ${units}`, `give at most ${there} units, or record first what brought the others`);
}

/** Units that nobody has accounted for yet come out of what is outstanding; beyond that they are surplus. */
export function drawOnPromise(ledger: Ledger, pledge: string, item: string, units: number, to: Account): { transfers: Transfer[]; surplus: number } {
  const outstanding = Math.min(units, balanceOf(ledger, pledge, item, account('outstanding')));
  const surplus = units - outstanding;
  const transfers: Transfer[] = [];
  if (outstanding > 0) transfers.push({ pledge, item, from: account('outstanding'), to, units: outstanding });
  if (surplus > 0) transfers.push({ pledge, item, from: account('surplus'), to, units: surplus });
  return { transfers, surplus };
}

/**
 * A count by whoever receives: `counted` units move from one account to another. Fewer than are there leave the rest
 * where it is, more draw on the promise; both open a discrepancy, unless there are fewer and counting `goesOn`. An account with nothing in it cannot be counted.
 */
export function count(ledger: Ledger, lot: LotRow, from: Account, to: Account, counted: number, opened: string, goesOn = false): Result<{ transfers: Transfer[]; discrepancy: Discrepancy | null }, Refusal> {
  const there = balanceOf(ledger, lot.pledge, lot.item, from);
  if (there === 0) return refuse('nothing-there', 'lot', `nothing of lot ${lot.lot} is ${from.name}${from.at === '' ? '' : ` at ${from.at}`}`, 'record the step before this one first; to change an earlier count, correct that fact');
  const expected = Math.min(counted, there);
  const transfers: Transfer[] = expected > 0 ? [{ pledge: lot.pledge, item: lot.item, from, to, units: expected }] : [];
  const base = { opened, lot: lot.lot, expected: there, found: counted, resolved: null };
  if (counted < there && goesOn) return ok({ transfers, discrepancy: null });
  if (counted < there) return ok({ transfers, discrepancy: { ...base, kind: 'short', waitsIn: accountKey(lot.pledge, lot.item, from) } });
  if (counted === there) return ok({ transfers, discrepancy: null });
  transfers.push(...drawOnPromise(ledger, lot.pledge, lot.item, counted - there, to).transfers);
  return ok({ transfers, discrepancy: { ...base, kind: 'surplus', waitsIn: null } });
}

/** Units of a lot that a step without a number speaks of: all that lie there. */
export const allOf = (ledger: Ledger, lot: LotRow, name: Held, at: string, named: number | undefined): number => named ?? heldOf(ledger, lot, name, at);

export const knows = (ledger: Ledger, pledge: string, item: string): boolean => ledger.pledges.has(rowKey(pledge, item));
