// The totals as the log publishes them beside its checkpoint: what its own ledger says at that tree. Not signed: whoever has the
// leaves can compute them again, and any difference is the answer.

import canonicalize from 'canonicalize';
import { textOf } from './hash.ts';
import { FIGURES, type TotalsRow } from './totals.ts';

export interface TotalsPage {
  readonly origin: string;
  readonly size: number;
  /** Base 64, as in the checkpoint. */
  readonly root: string;
  readonly totals: readonly TotalsRow[];
}

/** Canonical JSON; rows sorted by pledge and item, without those that are nothing but zeros. */
export const writeTotals = ({ origin, size, root, totals }: TotalsPage): string => canonicalize({ origin, size, root, totals: totals.map(rowOf) }) ?? '';

const rowOf = (row: TotalsRow): TotalsRow => ({ pledge: row.pledge, item: row.item, ...(Object.fromEntries(FIGURES.map((figure) => [figure, row[figure]])) as Pick<TotalsRow, (typeof FIGURES)[number]>) });

/** Null: it has not their form, or not the one in which they are written. */
export function readTotals(bytes: Uint8Array): TotalsPage | null {
  const text = textOf(bytes);
  try {
    const page = JSON.parse(text ?? '') as Partial<TotalsPage>;
    const isRow = (row: Partial<TotalsRow>): boolean => typeof row.pledge === 'string' && typeof row.item === 'string' && FIGURES.every((figure) => Number.isSafeInteger(row[figure]));
    if (typeof page.origin !== 'string' || typeof page.size !== 'number' || typeof page.root !== 'string' || !Array.isArray(page.totals) || !page.totals.every(isRow)) return null;
    const whole: TotalsPage = { origin: page.origin, size: page.size, root: page.root, totals: page.totals };
    return writeTotals(whole) === text ? whole : null;
  } catch {
    return null;
  }
}

/** Each difference, in words. */
export function compareTotals(ours: readonly TotalsRow[], published: readonly TotalsRow[]): string[] {
  const key = ({ pledge, item }: TotalsRow): string => `${pledge} ${item}`;
  const byKey = new Map(published.map((row) => [key(row), row]));
  const differences = ours.flatMap((row) => {
    const theirs = byKey.get(key(row));
    byKey.delete(key(row));
    if (theirs === undefined) return [`${key(row)} is not among them`];
    return FIGURES.filter((figure) => row[figure] !== theirs[figure]).map((figure) => `${key(row)}: ${figure} is ${theirs[figure]}, but the leaves give ${row[figure]}`);
  });
  return [...differences, ...[...byKey.keys()].map((name) => `${name} is among them, but in no leaf`)];
}
