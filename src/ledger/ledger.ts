// The custody ledger's state: balances, and the little that it must remember of pledges, lots, consignments and dispatches
// to read a fact. Only apply.ts changes it. Reports read it through partition.ts.

import type { Account, AccountName, Held, Transfer } from './accounts.ts';
import type { HandlingUnit } from './handling.ts';

export interface Refusal {
  readonly code:
    | 'already-there'
    | 'unknown-pledge'
    | 'unknown-lot'
    | 'unknown-consignment'
    | 'unknown-dispatch'
    | 'unknown-discrepancy'
    | 'unknown-unit'
    | 'unknown-recall'
    | 'recalled'
    | 'within-itself'
    | 'elsewhere'
    | 'wrong-place'
    | 'wrong-consignment'
    | 'wrong-recipient'
    | 'not-a-hub'
    | 'nothing-there'
    | 'not-enough';
  /** The field of the fact's body that is wrong. */
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

export interface LotRow {
  readonly lot: string;
  readonly pledge: string;
  readonly item: string;
  readonly consignment: string;
}

/** What was sent and what was received differ, or more came than was promised: open until somebody resolves it. */
export interface Discrepancy {
  readonly opened: string;
  readonly lot: string;
  readonly kind: 'beyond-pledge' | 'short' | 'surplus';
  readonly expected: number;
  readonly found: number;
  /** The account in which missing units wait; null where units are surplus. */
  readonly waitsIn: string | null;
  readonly resolved: string | null;
}

interface Meter {
  everLanded: number;
  everDelivered: number;
}

interface Balance {
  readonly account: Account;
  units: number;
}

export interface Ledger {
  /** `promised` and `surplus` run below zero here: they are where units come from. */
  readonly balances: Map<string, Balance & { readonly pledge: string; readonly item: string }>;
  readonly pledges: Map<string, { readonly pledge: string; readonly item: string; withdrawn: boolean }>;
  readonly lots: Map<string, LotRow>;
  readonly consignments: Map<string, { readonly to: string; readonly lots: string[] }>;
  readonly dispatches: Map<string, { readonly recipient: string; readonly place: string; readonly lots: Set<string> }>;
  readonly hubs: Set<string>;
  /** `lot at place` that has been counted: what is cleared or released there afterwards is available. */
  readonly tallied: Set<string>;
  readonly meters: Map<string, Meter>;
  readonly discrepancies: Map<string, Discrepancy>;
  /** Handling units by number, those broken down among them. */
  readonly units: Map<string, HandlingUnit>;
  /** Recalls in force, with their lots. */
  readonly recalls: Map<string, readonly string[]>;
  /** Recalled lots, each with the number of recalls in force. */
  readonly recalled: Map<string, number>;
}

export const emptyLedger = (): Ledger => ({
  balances: new Map(),
  pledges: new Map(),
  lots: new Map(),
  consignments: new Map(),
  dispatches: new Map(),
  hubs: new Set(),
  tallied: new Set(),
  meters: new Map(),
  discrepancies: new Map(),
  units: new Map(),
  recalls: new Map(),
  recalled: new Map(),
});

const SEPARATOR = '\t';
export const rowKey = (pledge: string, item: string): string => pledge + SEPARATOR + item;
export const accountKey = (pledge: string, item: string, account: Account): string => [pledge, item, account.name, account.lot, account.at].join(SEPARATOR);
export const talliedKey = (lot: string, place: string): string => lot + SEPARATOR + place;
export const discrepancyKey = (opened: string, lot: string): string => opened + SEPARATOR + lot;

export const account = (name: AccountName, lot = '', at = ''): Account => ({ name, lot, at });

/** Units in one account; of a source, what has come out of it. */
export function balanceOf(ledger: Ledger, pledge: string, item: string, of: Account): number {
  const units = ledger.balances.get(accountKey(pledge, item, of))?.units ?? 0;
  return of.name === 'promised' || of.name === 'surplus' ? 0 - units : units;
}

/** Units of a lot in a state at a holder. */
export const heldOf = (ledger: Ledger, lot: LotRow, name: Held, at: string): number => balanceOf(ledger, lot.pledge, lot.item, account(name, lot.lot, at));

/** The state of units that are free at a hub: a recalled lot is kept apart. */
export const shelf = (ledger: Ledger, lot: string): 'available' | 'quarantined' => (ledger.recalled.has(lot) ? 'quarantined' : 'available');

export function meterOf(ledger: Ledger, pledge: string, item: string): Meter {
  const key = rowKey(pledge, item);
  let meter = ledger.meters.get(key);
  if (meter === undefined) ledger.meters.set(key, (meter = { everLanded: 0, everDelivered: 0 }));
  return meter;
}

/** Writes one transfer to both of its accounts. */
export function write(ledger: Ledger, { pledge, item, from, to, units }: Transfer): void {
  for (const [of, change] of [[from, -units], [to, units]] as const) {
    const key = accountKey(pledge, item, of);
    const balance = ledger.balances.get(key);
    if (balance === undefined) ledger.balances.set(key, { pledge, item, account: of, units: change });
    else balance.units += change;
  }
}

/** Is this discrepancy still a question? Missing units that were found, lost or returned since close it by themselves. */
export const isOpen = (ledger: Ledger, discrepancy: Discrepancy): boolean =>
  discrepancy.resolved === null && (discrepancy.waitsIn === null || (ledger.balances.get(discrepancy.waitsIn)?.units ?? 0) > 0);
