// The journal of an operation as the entries that wrote it, read back from the tables to be carried into another store. The
// hash chain is computed from the facts here, so that a damaged fact shows as a head that is not the operation's.

import type { Kysely, Selectable } from 'kysely';
import type { Entry } from '../app/ports.ts';
import type { Fact } from '../domain/facts.ts';
import type { OperationId } from '../domain/ids.ts';
import { invariant } from '../domain/result.ts';
import type { AccountName, Posting } from '../ledger/accounts.ts';
import { canonicalFact, chained, NO_HASH } from './canonical.ts';
import { storedFacts } from './journal-sql.ts';
import type { Tables } from './tables.ts';

const FACTS_AN_ENTRY = 1_000;

interface Span {
  readonly first: number;
  readonly last: number;
  readonly hasPostings: boolean;
}

/** Postings stay with the append that made them; appends that moved nothing are joined and cut as is convenient. */
export async function* journalEntries(db: Kysely<Tables>, operation: OperationId, upTo: number): AsyncGenerator<Entry, void, undefined> {
  const facts = storedFacts(db, operation, upTo);
  let hash = NO_HASH;
  for (const { first, last, hasPostings } of await spansOf(db, operation, upTo)) {
    const part: Fact[] = [];
    for (let seq = first; seq <= last; seq += 1) {
      const { value } = await facts.next();
      invariant(value?.seq === seq, `fact ${seq} of ${operation} is missing from the database`);
      part.push(value);
      hash = chained(hash, canonicalFact(value));
    }
    yield { operation, facts: part, postings: hasPostings ? await postingsOf(db, operation, first) : [], head: { seq: last, hash } };
  }
}

async function spansOf(db: Kysely<Tables>, operation: OperationId, upTo: number): Promise<readonly Span[]> {
  const batches = await db
    .selectFrom('transfer')
    .select(['batch', (it) => it.fn.max('of_seq').as('of'), (it) => it.fn.max('cause_seq').as('cause')])
    .where('operation_id', '=', operation)
    .where('batch', '<=', upTo)
    .groupBy('batch')
    .orderBy('batch')
    .execute();
  const spans: Span[] = [];
  const still = (first: number, before: number): void => {
    for (let at = first; at < before; at += FACTS_AN_ENTRY) spans.push({ first: at, last: Math.min(at + FACTS_AN_ENTRY, before) - 1, hasPostings: false });
  };
  still(1, Math.min(batches[0]?.batch ?? upTo + 1, upTo + 1));
  for (const [index, { batch, of, cause }] of batches.entries()) {
    const next = batches[index + 1]?.batch ?? upTo + 1;
    const last = Math.max(batch, of, cause, Math.min(batch + FACTS_AN_ENTRY, next) - 1);
    spans.push({ first: batch, last, hasPostings: true });
    still(last + 1, next);
  }
  return spans;
}

async function postingsOf(db: Kysely<Tables>, operation: OperationId, batch: number): Promise<Posting[]> {
  const rows = await db.selectFrom('transfer').selectAll().where('operation_id', '=', operation).where('batch', '=', batch).orderBy('line').execute();
  return rows.map(posting);
}

/** Those that facts with after < seq ≤ upTo caused, in the order in which they were written. */
export async function postingsCausedBy(db: Kysely<Tables>, operation: OperationId, after: number, upTo: number): Promise<Posting[]> {
  const rows = await db.selectFrom('transfer').selectAll().where('operation_id', '=', operation).where('cause_seq', '>', after).where('cause_seq', '<=', upTo).orderBy('batch').orderBy('line').execute();
  return rows.map(posting);
}

const posting = (row: Selectable<Tables['transfer']>): Posting => ({
  pledge: row.pledge,
  item: row.item,
  from: { name: row.from_account as AccountName, lot: row.from_lot, at: row.from_at },
  to: { name: row.to_account as AccountName, lot: row.to_lot, at: row.to_at },
  units: Number(row.units),
  of: row.of_seq,
  cause: row.cause_seq,
});
