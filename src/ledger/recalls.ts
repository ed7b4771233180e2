// Recalls in the ledger: free stock of a recalled lot goes into quarantine at once, units under a release order with it; what
// is counted, cleared or comes back later goes there too, until the recall is lifted. What is out is not moved: it is asked for.

import type { BodyOf } from '../domain/facts.ts';
import { ok } from '../domain/result.ts';
import type { Transfer } from './accounts.ts';
import { account, type Ledger } from './ledger.ts';
import { refuse, type Outcome } from './moves.ts';

const COULD_LEAVE: ReadonlySet<string> = new Set(['available', 'allocated']);

export function lotsRecalled(ledger: Ledger, { recall, lots }: BodyOf<'lot.recalled'>): Outcome {
  if (ledger.recalls.has(recall)) return refuse('already-there', 'recall', `recall ${recall} was issued already`, 'give a further recall a number of its own');
  for (const lot of lots) if (!ledger.lots.has(lot)) return refuse('unknown-lot', 'lots', `no consignment carries a lot ${lot}`, 'announce the lot first, or name one that was announced');
  const named = new Set<string>(lots);
  const transfers: Transfer[] = [];
  for (const { pledge, item, account: of, units } of ledger.balances.values()) {
    if (!named.has(of.lot) || units <= 0 || !COULD_LEAVE.has(of.name)) continue;
    const place = of.name === 'allocated' ? (ledger.dispatches.get(of.at)?.place ?? '') : of.at;
    transfers.push({ pledge, item, from: of, to: account('quarantined', of.lot, place), units });
  }
  return ok({
    transfers,
    remember: () => {
      ledger.recalls.set(recall, lots);
      for (const lot of lots) ledger.recalled.set(lot, (ledger.recalled.get(lot) ?? 0) + 1);
    },
  });
}

export function recallLifted(ledger: Ledger, { recall }: BodyOf<'recall.lifted'>): Outcome {
  const lots = ledger.recalls.get(recall);
  if (lots === undefined) return refuse('unknown-recall', 'recall', `there is no recall ${recall} in force`, 'name one that was issued and not lifted');
  return ok({
    transfers: [],
    remember: () => {
      ledger.recalls.delete(recall);
      for (const lot of lots) {
        const left = (ledger.recalled.get(lot) ?? 1) - 1;
        if (left === 0) ledger.recalled.delete(lot);
        else ledger.recalled.set(lot, left);
      }
    },
  });
}

/** Pieces split off a recalled lot are recalled with it. */
export function recallToo(ledger: Ledger, lot: string, pieces: string): void {
  for (const [recall, lots] of ledger.recalls) if (lots.includes(lot)) ledger.recalls.set(recall, [...lots, pieces]);
  const inForce = ledger.recalled.get(lot);
  if (inForce !== undefined) ledger.recalled.set(pieces, inForce);
}
