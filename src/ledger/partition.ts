// What status and audit print: per pledge × item, balances that partition the pledge, and cumulative meters by name.
//
//   promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost

import type { AccountName } from './accounts.ts';
import { account, balanceOf, meterOf, type Ledger } from './ledger.ts';

export interface PartitionRow {
  readonly pledge: string;
  readonly item: string;
  /** Net of amendments and withdrawals. */
  readonly promised: number;
  readonly surplus: number;
  readonly outstanding: number;
  readonly consigned: number;
  readonly inTheAir: number;
  readonly atHub: number;
  readonly onward: number;
  readonly delivered: number;
  /** Of which accepted by the receiver. */
  readonly accepted: number;
  readonly lost: number;
  readonly everLanded: number;
  readonly everDelivered: number;
}

export type Column = 'outstanding' | 'consigned' | 'inTheAir' | 'atHub' | 'onward' | 'delivered' | 'lost';
/** The column that an account counts in; null for the sources. */
export const COLUMN: Readonly<Record<AccountName, Column | null>> = {
  promised: null,
  surplus: null,
  outstanding: 'outstanding',
  consigned: 'consigned',
  airborne: 'inTheAir',
  landed: 'atHub',
  held: 'atHub',
  quarantined: 'atHub',
  available: 'atHub',
  allocated: 'atHub',
  onward: 'onward',
  delivered: 'delivered',
  accepted: 'delivered',
  lost: 'lost',
  damaged: 'lost',
  seized: 'lost',
  refused: 'lost',
  recalled: 'lost',
  destroyed: 'lost',
};

/** One row for each pledge × item, in the order in which they were made. O(accounts). */
export function partition(ledger: Ledger): PartitionRow[] {
  const sums = new Map<string, Record<Column | 'accepted', number>>();
  for (const [key] of ledger.pledges) sums.set(key, { outstanding: 0, consigned: 0, inTheAir: 0, atHub: 0, onward: 0, delivered: 0, lost: 0, accepted: 0 });
  for (const { pledge, item, account: of, units } of ledger.balances.values()) {
    const sum = sums.get(`${pledge}\t${item}`);
    const column = COLUMN[of.name];
    if (sum === undefined || column === null) continue;
    sum[column] += units;
    if (of.name === 'accepted') sum.accepted += units;
  }
  return [...ledger.pledges].map(([key, { pledge, item }]) => {
    const sum = sums.get(key) ?? { outstanding: 0, consigned: 0, inTheAir: 0, atHub: 0, onward: 0, delivered: 0, lost: 0, accepted: 0 };
    const { everLanded, everDelivered } = meterOf(ledger, pledge, item);
    const promised = balanceOf(ledger, pledge, item, account('promised'));
    const surplus = balanceOf(ledger, pledge, item, account('surplus'));
    return { pledge, item, promised, surplus, ...sum, everLanded, everDelivered };
  });
}

/** Both sides of the equation; equal always. */
export const partitionSides = (row: Omit<PartitionRow, 'everLanded' | 'everDelivered' | 'accepted'>): readonly [number, number] => [
  row.promised + row.surplus,
  row.outstanding + row.consigned + row.inTheAir + row.atHub + row.onward + row.delivered + row.lost,
];
