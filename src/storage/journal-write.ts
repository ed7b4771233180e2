// How an entry gets into the tables, for any PostgreSQL: the operation's head moves from the one that was read to the new
// one, or nothing is written. Facts, publication queue, postings and balances go along in the same statement, so that a
// small append is one round trip. Not for deciding what to write: journal-sql.ts.

import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
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
  readonly statements: readonly RawBuilder<{ readonly moved: number }>[];
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
    statements: parts.map((part, index) => statement(operation, before.seq + 1, index === 0 ? moveHead(operation, before, head) : sql`select 1 as n`, part)),
  };
}

/** Writes in the caller's transaction. Throws HeadMoved where the head is not the one that was read. */
export async function writeEntry(trx: Transaction<Tables>, { statements }: Prepared): Promise<void> {
  for (const one of statements) {
    const { rows } = await one.execute(trx);
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

/** Gives one row where the head was as it was read. The row stays locked until the transaction ends. */
const moveHead = (operation: OperationId, before: Head, head: Head): RawBuilder<unknown> =>
  before.seq === 0
    ? sql`insert into operation (operation_id, opened, seq, hash)
        select ${operation}, coalesce(max(opened), 0) + 1, ${head.seq}::integer, ${head.hash} from operation
        on conflict (operation_id) do nothing returning 1 as n`
    : sql`update operation set seq = ${head.seq}::integer, hash = ${head.hash}
        where operation_id = ${operation} and seq = ${before.seq}::integer and hash = ${before.hash} returning 1 as n`;

function statement(operation: OperationId, batch: number, move: RawBuilder<unknown>, { rows, postings, linesBefore, changes }: Part): Prepared['statements'][number] {
  const parts = [sql`moved as (${move})`];
  if (rows.length > 0) parts.push(insertFacts(operation, JSON.stringify(rows)));
  if (postings.length > 0) parts.push(insertTransfers(operation, batch, linesBefore, JSON.stringify(postings)));
  if (changes.length > 0) parts.push(changeBalances(operation, JSON.stringify(changes)));
  return sql<{ readonly moved: number }>`with ${sql.join(parts, sql`, `)} select count(*)::integer as moved from moved`;
}

const insertFacts = (operation: OperationId, rows: string): RawBuilder<unknown> => sql`
  facts as (
    insert into fact (operation_id, seq, id, kind, occurred_at, recorded_at, actor, key, sources, note, evidence, body, body_hash, hash)
    select ${operation}, (r ->> 'seq')::integer, (r ->> 'id')::uuid, r ->> 'kind', r ->> 'occurredAt', r ->> 'recordedAt', r ->> 'by', r ->> 'key',
      r -> 'sources', r ->> 'note', r -> 'evidence', r -> 'body', row_of ->> 'body_hash', row_of ->> 'hash'
    from moved, jsonb_array_elements(${rows}::text::jsonb) as rows (row_of), lateral (select row_of -> 'fact' as r) as parts
    returning seq),
  queued as (insert into outbox (operation_id, seq) select ${operation}, seq from facts)`;

const insertTransfers = (operation: OperationId, batch: number, before: number, rows: string): RawBuilder<unknown> => sql`
  posted as (
    insert into transfer (operation_id, batch, line, of_seq, cause_seq, pledge, item, from_account, from_lot, from_at, to_account, to_lot, to_at, units)
    select ${operation}, ${batch}::integer, ${before}::integer + place::integer, (p ->> 'of')::integer, (p ->> 'cause')::integer, p ->> 'pledge', p ->> 'item',
      p -> 'from' ->> 'name', p -> 'from' ->> 'lot', p -> 'from' ->> 'at', p -> 'to' ->> 'name', p -> 'to' ->> 'lot', p -> 'to' ->> 'at', (p ->> 'units')::bigint
    from moved, jsonb_array_elements(${rows}::text::jsonb) with ordinality as rows (p, place))`;

/** Accounts that stand change, others begin. Not by `on conflict`: PostgreSQL would check the change itself for being below zero. */
const changeBalances = (operation: OperationId, rows: string): RawBuilder<unknown> => sql`
  changes as (
    select c ->> 'pledge' as pledge, c ->> 'item' as item, c ->> 'account' as account, c ->> 'lot' as lot, c ->> 'at' as at, (c ->> 'units')::bigint as units
    from moved, jsonb_array_elements(${rows}::text::jsonb) as rows (c)),
  changed as (
    update balance b set units = b.units + c.units from changes c
    where b.operation_id = ${operation} and b.pledge = c.pledge and b.item = c.item and b.account = c.account and b.lot = c.lot and b.at = c.at),
  begun as (
    insert into balance (operation_id, pledge, item, account, lot, at, units)
    select ${operation}, c.* from changes c where not exists (select 1 from balance b
      where b.operation_id = ${operation} and b.pledge = c.pledge and b.item = c.item and b.account = c.account and b.lot = c.lot and b.at = c.at))`;

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
