// The chart of accounts of custody. Every unit of a pledge stands in exactly one of them, in double entry, in integers.

/** Along the way, in its order. `promised` and `surplus` are the sources: their balance is what has come out of them, counted positive in reports. */
export const SOURCES = ['promised', 'surplus'] as const;
export const WAY = ['outstanding', 'consigned', 'airborne', 'landed', 'held', 'quarantined', 'available', 'allocated', 'onward', 'delivered', 'accepted'] as const;
export const LOSSES = ['lost', 'damaged', 'seized', 'refused', 'recalled', 'destroyed'] as const;

export type Source = (typeof SOURCES)[number];
export type Held = (typeof WAY)[number] | (typeof LOSSES)[number];
export type AccountName = Source | Held;

/** Where within an account: a consignment, place, dispatch or recipient; empty for sources, `outstanding` and losses. */
export interface Account {
  readonly name: AccountName;
  readonly lot: string;
  readonly at: string;
}

/** Units that go from one account to another of the same pledge × item. Always positive. */
export interface Transfer {
  readonly pledge: string;
  readonly item: string;
  readonly from: Account;
  readonly to: Account;
  readonly units: number;
}

/**
 * A transfer as it is written. It belongs to the fact `of` and was written when fact `cause` was recorded: the same, except
 * where a late fact or a correction changed what an earlier one moves; then the old transfer is written back and the new one follows.
 */
export interface Posting extends Transfer {
  readonly of: number;
  readonly cause: number;
}
