// How an entry gets into the tables, for any PostgreSQL: the operation's head moves from the one that was read to the new
// one, or nothing is written. Facts, postings and balances go along in the same statement, so that a
// small append is one round trip. Not for deciding what to write: journal-sql.ts.

import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Balance, Entry, Head } from '../app/ports.ts';
import type { Fact } from '../domain/facts.ts';
import type { OperationId, Sha256 } from '../domain/ids.ts';
import { invariant } from '../domain/result.ts';
import type { Posting } from '../ledger/accounts.ts';
import { canonical, canonicalFact, chained, fingerprint } from './canonical.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables> | Transaction<Tables>;

/** Somebody else wrote to the operation since its head was read. Nothing of the append was written. */
export class HeadMoved extends Error {
  override readonly name = 'HeadMoved';
}

/** Rows a statement: the embedded database's memory grows with the longest one and never shrinks. */
const WRITE_ROWS = 1_000;

export interface Prepared {
  /** The entry as canonical JSON. */
  readonly text: string;
  readonly head: Head;
  /** One wherever it fits; then no transaction is needed around it. */
  readonly statements: readonly Statement[];
}

/** Answers `moved`: 1 where the head was as it was read, and all was written; 0 where nothing was. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Chains the facts to `before` and makes the statements that write them. */
export function prepareEntry(operation: OperationId, facts: readonly Fact[], postings: readonly Posting[], before: Head): Prepared {
  const written = facts.map(canonicalFact);
  let hash = before.hash;
  const rows = facts.map((fact, index): FactRow => ({ fact, body_hash: fingerprint(fact), hash: (hash = chained(hash, written[index] ?? '')) }));
  const head: Head = { seq: before.seq + facts.length, hash };
  const changes = changesOf(postings);
  const fits = rows.length <= WRITE_ROWS && postings.length <= WRITE_ROWS && changes.length <= WRITE_ROWS;
  const parts: readonly Part[] = fits
    ? [{ rows, postings, linesBefore: 0, changes }]
    : [
        ...slices(rows).map(([part]) => ({ ...NOTHING, rows: part })),
        ...slices(postings).map(([part, linesBefore]) => ({ ...NOTHING, postings: part, linesBefore })),
        ...slices(changes).map(([part]) => ({ ...NOTHING, changes: part })),
      ];
  return {
    text: `{"facts":[${written.join(',')}],"head":${canonical(head)},"operation":${canonical(operation)},"postings":${canonical(postings)}}`,
    head,
    statements: parts.map((part, index) => statement(operation, before.seq + 1, index === 0 ? moveHead(operation, before, head) : headStands, part)),
  };
}

/** Writes in the caller's transaction. Throws HeadMoved where the head is not the one that was read. */
export async function writeEntry(trx: Transaction<Tables>, { statements }: Prepared): Promise<void> {
  for (const { text, values } of statements) {
    const { rows } = await trx.executeQuery<{ readonly moved: number }>(CompiledQuery.raw(text, [...values]));
    if (rows[0]?.moved !== 1) throw new HeadMoved();
  }
}

/** Writes again what was written before, here or in another store; answers its text. Throws where it does not give the head that was recorded. */
export async function replayEntry(trx: Transaction<Tables>, entry: Entry, before: Head): Promise<string> {
  const prepared = prepareEntry(entry.operation, entry.facts, entry.postings, before);
  const { head, text } = prepared;
  invariant(head.seq === entry.head.seq && head.hash === entry.head.hash, `the facts of ${entry.operation} up to ${entry.head.seq} do not give the head that was recorded`);
  await writeEntry(trx, prepared);
  return text;
}

interface FactRow {
  readonly fact: Fact;
  readonly body_hash: Sha256;
  readonly hash: Sha256;
}

interface Part {
  readonly rows: readonly FactRow[];
  readonly postings: readonly Posting[];
  /** Postings of the same entry in earlier parts. */
  readonly linesBefore: number;
  readonly changes: readonly Balance[];
}
const NOTHING: Part = { rows: [], postings: [], linesBefore: 0, changes: [] };

function slices<T>(all: readonly T[]): readonly (readonly [part: readonly T[], before: number])[] {
  return Array.from({ length: Math.ceil(all.length / WRITE_ROWS) }, (_, n) => [all.slice(n * WRITE_ROWS, (n + 1) * WRITE_ROWS), n * WRITE_ROWS]);
}

/** A statement in the making: its text, and the values that stand in its places. */
class Draft {
  readonly values: unknown[] = [];

  value(value: unknown, type: string): string {
    return `$${this.values.push(value)}::${type}`;
  }

  /** Rows to select from, as `r`. A few stand in the text itself, where the server need not take JSON apart; many come as one value. */
  rows(columns: readonly Column[], rows: readonly (readonly unknown[])[]): string {
    if (rows.length > FEW_ROWS) return `jsonb_to_recordset(${this.value(JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(([name], at) => [name, row[at]])))), 'text')}::jsonb) as r (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`;
    const written = rows.map((row) => `(${columns.map(([, type], at) => this.value(type === 'jsonb' ? JSON.stringify(row[at]) : row[at], type)).join(', ')})`);
    return `(values ${written.join(', ')}) as r (${namesOf(columns)})`;
  }
}

/** Name and type. */
type Column = readonly [name: string, type: string];
const FEW_ROWS = 4;
const namesOf = (columns: readonly Column[]): string => columns.map(([name]) => name).join(', ');

/** Gives one row where the head was as it was read. The row stays locked until the transaction ends. */
const moveHead = (operation: OperationId, before: Head, head: Head) => (draft: Draft): string => {
  const [of, seq, hash] = [draft.value(operation, 'text'), draft.value(head.seq, 'integer'), draft.value(head.hash, 'text')];
  return before.seq === 0
    ? `insert into operation (operation_id, opened, seq, hash) select ${of}, coalesce(max(opened), 0) + 1, ${seq}, ${hash} from operation
        on conflict (operation_id) do nothing returning 1 as n`
    : `update operation set seq = ${seq}, hash = ${hash}
        where operation_id = ${of} and seq = ${draft.value(before.seq, 'integer')} and hash = ${draft.value(before.hash, 'text')} returning 1 as n`;
};
const headStands = (): string => 'select 1 as n';

function statement(operation: OperationId, batch: number, move: (draft: Draft) => string, { rows, postings, linesBefore, changes }: Part): Statement {
  const draft = new Draft();
  const parts = [`moved as (${move(draft)})`];
  if (rows.length > 0) parts.push(insertFacts(draft, operation, rows));
  if (postings.length > 0) parts.push(insertTransfers(draft, operation, batch, linesBefore, postings));
  if (changes.length > 0) parts.push(changeBalances(draft, operation, changes));
  return { text: `with ${parts.join(', ')} select count(*)::integer as moved from moved`, values: draft.values };
}

const FACT: readonly Column[] = [
  ['seq', 'integer'], ['id', 'uuid'], ['kind', 'text'], ['occurred_at', 'text'], ['recorded_at', 'text'], ['actor', 'text'], ['key', 'text'],
  ['sources', 'jsonb'], ['note', 'text'], ['evidence', 'jsonb'], ['body', 'jsonb'], ['body_hash', 'text'], ['hash', 'text'],
];
function insertFacts(draft: Draft, operation: OperationId, rows: readonly FactRow[]): string {
  const cells = rows.map(({ fact: { seq, id, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body }, body_hash, hash }) => [seq, id, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body, body_hash, hash]);
  return `facts as (insert into fact (operation_id, ${namesOf(FACT)}) select ${draft.value(operation, 'text')}, r.* from moved, ${draft.rows(FACT, cells)})`;
}

const TRANSFER: readonly Column[] = [
  ['line', 'integer'], ['of_seq', 'integer'], ['cause_seq', 'integer'], ['pledge', 'text'], ['item', 'text'],
  ['from_account', 'text'], ['from_lot', 'text'], ['from_at', 'text'], ['to_account', 'text'], ['to_lot', 'text'], ['to_at', 'text'], ['units', 'bigint'],
];
function insertTransfers(draft: Draft, operation: OperationId, batch: number, before: number, postings: readonly Posting[]): string {
  const cells = postings.map(({ of, cause, pledge, item, from, to, units }, at) => [before + at + 1, of, cause, pledge, item, from.name, from.lot, from.at, to.name, to.lot, to.at, units]);
  return `posted as (insert into transfer (operation_id, batch, ${namesOf(TRANSFER)}) select ${draft.value(operation, 'text')}, ${draft.value(batch, 'integer')}, r.* from moved, ${draft.rows(TRANSFER, cells)})`;
}

const BALANCE: readonly Column[] = [['pledge', 'text'], ['item', 'text'], ['account', 'text'], ['lot', 'text'], ['at', 'text'], ['units', 'bigint']];
/** Accounts that stand change, others begin. Not by `on conflict`: PostgreSQL would check the change itself for being below zero. */
function changeBalances(draft: Draft, operation: OperationId, changes: readonly Balance[]): string {
  const of = draft.value(operation, 'text');
  const cells = changes.map(({ pledge, item, account, lot, at, units }) => [pledge, item, account, lot, at, units]);
  const same = `b.operation_id = ${of} and b.pledge = c.pledge and b.item = c.item and b.account = c.account and b.lot = c.lot and b.at = c.at`;
  return `changes as (select r.* from moved, ${draft.rows(BALANCE, cells)}),
    changed as (update balance b set units = b.units + c.units from changes c where ${same}),
    begun as (insert into balance (operation_id, ${namesOf(BALANCE)}) select ${of}, c.* from changes c where not exists (select 1 from balance b where ${same}))`;
}

/** Postings → one change for each account that they touch. */
function changesOf(postings: readonly Posting[]): readonly Balance[] {
  const changes = new Map<string, Balance>();
  for (const { pledge, item, from, to, units } of postings) {
    for (const [account, change] of [[from, -units], [to, units]] as const) {
      const key = JSON.stringify([pledge, item, account.name, account.lot, account.at]);
      changes.set(key, { pledge, item, lot: account.lot, account: account.name, at: account.at, units: (changes.get(key)?.units ?? 0) + change });
    }
  }
  return [...changes.values()].filter((change) => change.units !== 0);
}
