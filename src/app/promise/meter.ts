// The promise meter: where every promised unit is and what has ever been reached, per pledge, item and country, at any instant
// up to now. A fold of its own over the ledger's transfers, since a country is read from lots, dispatches and earmarks.
//
// Whose country a unit is: its receiver's, once it has one; else its lot's earmark's; else the pledge's scope, where that is one
// country; else where a consignment takes it that never touches the hub. Units bound to nobody stand under no country (null)
// until then: so totals by country change hands, and their sum never does.

import { countryOf } from '../../domain/areas.ts';
import type { Fact } from '../../domain/facts.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { pledgeKey, type Register } from '../../domain/register.ts';
import type { Account, Transfer } from '../../ledger/accounts.ts';
import { apply } from '../../ledger/apply.ts';
import { account, balanceOf, emptyLedger, type Ledger } from '../../ledger/ledger.ts';
import { COLUMN } from '../../ledger/partition.ts';
import type { Situation } from '../plan/situation.ts';

/** Where units are, and how many have ever got so far. */
export interface Tally {
  readonly outstanding: number;
  readonly consigned: number;
  readonly inTheAir: number;
  readonly atHub: number;
  /** Of which of atHub: released for somebody. */
  readonly allocated: number;
  readonly onward: number;
  readonly delivered: number;
  /** Of which of delivered. */
  readonly accepted: number;
  readonly lost: number;
  /** Booked on a consignment. */
  readonly everConsigned: number;
  readonly everDeparted: number;
  readonly everLanded: number;
  readonly everDelivered: number;
}

/** One pledge, item and country at an instant. */
export interface Cell extends Tally {
  /** null: bound to no country. */
  readonly country: string | null;
}

export interface Standing {
  readonly at: Instant;
  /** The fact after which it stands so. */
  readonly seq: number;
  readonly promised: number;
  readonly surplus: number;
  readonly cells: readonly Cell[];
}

export interface Meter {
  /** By pledge, tab, item: how it stood after each fact that moved units of it, oldest first. */
  readonly rows: ReadonlyMap<string, { readonly pledge: string; readonly item: string; readonly standings: readonly Standing[] }>;
}

/** How a pledge of an item stood at an instant; null: it had not been made. */
export type MeterAt = (pledge: string, item: string, at: Instant) => Standing | null;

export const NOTHING: Tally = { outstanding: 0, consigned: 0, inTheAir: 0, atHub: 0, allocated: 0, onward: 0, delivered: 0, accepted: 0, lost: 0, everConsigned: 0, everDeparted: 0, everLanded: 0, everDelivered: 0 };
export const TALLY_KEYS = Object.keys(NOTHING) as (keyof Tally)[];

export const added = (a: Tally, b: Tally): Tally => Object.fromEntries(TALLY_KEYS.map((key) => [key, a[key] + b[key]])) as Record<keyof Tally, number>;
export const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(added, NOTHING);
/** The states of custody, each once: promised + surplus. */
export const totalOf = ({ outstanding, consigned, inTheAir, atHub, onward, delivered, lost }: Tally): number => outstanding + consigned + inTheAir + atHub + onward + delivered + lost;

type Counts = { -readonly [Key in keyof Tally]: number };
interface Row {
  readonly pledge: string;
  readonly item: string;
  readonly cells: Map<string | null, Counts>;
  /** Units booked under each earmark. */
  readonly drawn: Map<string, number>;
  readonly standings: Standing[];
}

/** O(facts + moves × countries). */
export function meterOf({ facts, known }: Pick<Situation, 'facts' | 'known'>): Meter {
  const ledger = emptyLedger();
  const rows = new Map<string, Row>();
  const earmarks = new Map<string, Extract<Fact, { kind: 'earmark.set' }>['body']>();
  for (const fact of facts) {
    if (fact.kind === 'earmark.set') earmarks.set(fact.body.earmark, fact.body);
    const done = apply(ledger, fact);
    const transfers = done.ok ? done.value : [];
    const touched = new Set<Row>();
    for (const transfer of transfers) {
      const key = pledgeKey(transfer.pledge, transfer.item);
      const row = rows.get(key) ?? { pledge: transfer.pledge, item: transfer.item, cells: new Map<string | null, Counts>(), drawn: new Map<string, number>(), standings: [] };
      rows.set(key, row);
      touched.add(row);
      move(row, transfer, fact.kind, known, ledger);
    }
    const rebound = fact.kind === 'earmark.set' ? rows.get(pledgeKey(fact.body.pledge, fact.body.item)) : undefined;
    if (rebound !== undefined) touched.add(rebound);
    for (const row of touched) row.standings.push(standingOf(row, fact, known, ledger, earmarks));
  }
  return { rows };
}

/** A search from the end: rules ask about instants of late. */
export const meterAt = ({ rows }: Meter): MeterAt => (pledge, item, at) => rows.get(pledgeKey(pledge, item))?.standings.findLast((it) => it.at <= at) ?? null;

function move({ cells, drawn }: Row, { pledge, item, from, to, units }: Transfer, kind: Fact['kind'], known: Register, ledger: Ledger): void {
  const cellOf = (of: Account): Counts => {
    const country = countryOfAccount(pledge, item, of, known, ledger);
    const held = cells.get(country) ?? { ...NOTHING };
    cells.set(country, held);
    return held;
  };
  for (const [of, change] of [[from, -units], [to, units]] as const) {
    const column = COLUMN[of.name];
    // What is outstanding lies with nobody; it is shared out by earmarks when it is read.
    if (column === null || column === 'outstanding') continue;
    const cell = cellOf(of);
    cell[column] += change;
    if (of.name === 'allocated' || of.name === 'accepted') cell[of.name] += change;
  }
  const isFromSource = from.name === 'outstanding' || from.name === 'surplus';
  if (isFromSource && to.name === 'consigned') {
    cellOf(to).everConsigned += units;
    const earmark = known.lots.get(to.lot as never)?.earmark;
    if (earmark !== undefined) drawn.set(earmark, (drawn.get(earmark) ?? 0) + units);
  }
  if (from.name === 'consigned' && to.name === 'airborne') cellOf(to).everDeparted += units;
  if ((kind === 'consignment.arrived' && from.name === 'airborne') || ((kind === 'goods.tallied' || kind === 'goods.surplus') && isFromSource)) cellOf(to).everLanded += units;
  if (kind === 'dispatch.delivered' && to.name === 'delivered') cellOf(to).everDelivered += units;
}

function standingOf(row: Row, { occurredAt, seq }: Fact, known: Register, ledger: Ledger, earmarks: ReadonlyMap<string, { readonly earmark: string; readonly pledge: string; readonly item: string; readonly units: number; readonly areas: readonly AreaCode[]; readonly recipients: readonly string[] }>): Standing {
  const { pledge, item, cells, drawn } = row;
  const open = new Map<string | null, number>();
  let left = balanceOf(ledger, pledge, item, account('outstanding'));
  for (const mark of earmarks.values()) {
    const country = mark.pledge === pledge && mark.item === item ? countryOfEarmark(mark, known) : null;
    if (country === null) continue;
    const units = Math.min(left, Math.max(0, mark.units - (drawn.get(mark.earmark) ?? 0)));
    open.set(country, (open.get(country) ?? 0) + units);
    left -= units;
  }
  const rest = countryOfScope(pledge, item, known);
  open.set(rest, (open.get(rest) ?? 0) + left);
  const countries = new Set([...cells.keys(), ...open.keys()]);
  // A cell that nothing moved is the very one of before: a journal of many moves keeps few of them.
  const before = new Map(row.standings.at(-1)?.cells.map((cell) => [cell.country, cell]));
  const standing = [...countries].map((country): Cell => {
    const now: Cell = { country, ...(cells.get(country) ?? NOTHING), outstanding: open.get(country) ?? 0 };
    const last = before.get(country);
    return last !== undefined && TALLY_KEYS.every((key) => last[key] === now[key]) ? last : now;
  });
  return {
    at: occurredAt,
    seq,
    promised: balanceOf(ledger, pledge, item, account('promised')),
    surplus: balanceOf(ledger, pledge, item, account('surplus')),
    cells: standing.filter((cell) => TALLY_KEYS.some((key) => cell[key] !== 0)),
  };
}

function countryOfAccount(pledge: string, item: string, { name, lot, at }: Account, known: Register, ledger: Ledger): string | null {
  const recipient = name === 'delivered' || name === 'accepted' ? at : name === 'allocated' || name === 'onward' ? ledger.dispatches.get(at)?.recipient : undefined;
  const receiver = recipient === undefined ? undefined : known.recipients.get(recipient as never);
  if (receiver !== undefined) return countryOf(receiver.area);
  const announced = known.lots.get(lot as never);
  const mark = announced?.earmark === undefined ? undefined : known.earmarks.get(announced.earmark);
  const bound = (mark === undefined ? null : countryOfEarmark(mark, known)) ?? countryOfScope(pledge, item, known);
  if (bound !== null) return bound;
  const to = announced === undefined ? undefined : known.places.get(known.consignments.get(announced.consignment)?.announced.to as never);
  return to === undefined || to.role === 'hub' ? null : countryOf(to.area);
}

/** The one country that an earmark binds to; null: it binds to several, or to a group of countries. */
function countryOfEarmark({ areas, recipients }: { readonly areas: readonly AreaCode[]; readonly recipients: readonly string[] }, { recipients: known }: Register): string | null {
  const all = new Set([...areas.map(oneCountry), ...recipients.map((it) => oneCountry(known.get(it as never)?.area))]);
  const [only] = all;
  return all.size === 1 ? (only ?? null) : null;
}

const countryOfScope = (pledge: string, item: string, known: Register): string | null => oneCountry(known.pledges.get(pledgeKey(pledge, item))?.scope);

/** `IT`, `IT-25` → `IT`; a group such as EUROPE → null. */
const oneCountry = (area: AreaCode | undefined): string | null => (area !== undefined && /^[A-Z]{2}(-|$)/.test(area) && area !== 'EU' ? countryOf(area) : null);
