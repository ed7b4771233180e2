// Does the database say what the journal file says? Asked after an unclean stop, before the database is trusted again. It
// reads every fact and recomputes the chain and the sums; it shares no code with what wrote them but the hash.

import { type Kysely, sql } from 'kysely';
import type { Head } from '../app/ports.ts';
import type { OperationId } from '../domain/ids.ts';
import { canonicalFact, chained, NO_HASH } from './canonical.ts';
import type { JournalFile } from './journal-file.ts';
import { type Journal, storedFacts } from './journal-sql.ts';
import type { Tables } from './tables.ts';

interface Expected {
  head: Head;
  postings: number;
}

/** What the first `records` records of the file come to, per operation. */
function expectedAt(file: JournalFile, records: number): ReadonlyMap<OperationId, Expected> {
  const expected = new Map<OperationId, Expected>();
  if (records === 0) return expected;
  for (const record of file.records()) {
    for (const { operation, head, postings } of record.entries) expected.set(operation, { head, postings: (expected.get(operation)?.postings ?? 0) + postings.length });
    if (record.records === records) break;
  }
  return expected;
}

/** Null where they agree up to the record that the database has seen; else the first difference, in words. */
export async function disagreement(db: Kysely<Tables>, journal: Journal, file: JournalFile, records: number): Promise<string | null> {
  const expected = expectedAt(file, records);
  const operations = await journal.operations(db);
  if (operations.length !== expected.size) return `it knows ${operations.length} operations, the journal ${expected.size}`;
  for (const [operation, { head, postings }] of expected) {
    const problem = (await chainProblem(db, journal, operation, head)) ?? (await countProblem(db, operation, head, postings)) ?? (await balanceProblem(db, operation));
    if (problem !== null) return problem;
  }
  return null;
}

async function chainProblem(db: Kysely<Tables>, journal: Journal, operation: OperationId, head: Head): Promise<string | null> {
  const stored = await journal.head(db, operation);
  if (stored.seq !== head.seq || stored.hash !== head.hash) return `${operation} ends with another fact`;
  let hash = NO_HASH;
  for await (const fact of storedFacts(db, operation, head.seq)) hash = chained(hash, canonicalFact(fact));
  return hash === head.hash ? null : `the facts of ${operation} do not give its head hash`;
}

async function countProblem(db: Kysely<Tables>, operation: OperationId, head: Head, postings: number): Promise<string | null> {
  const count = async (table: 'fact' | 'transfer') => {
    const { n } = await db.selectFrom(table).select((it) => it.fn.countAll<number | string>().as('n')).where('operation_id', '=', operation).executeTakeFirstOrThrow();
    return Number(n);
  };
  if ((await count('fact')) !== head.seq) return `${operation} has facts beyond its head`;
  return (await count('transfer')) === postings ? null : `${operation} has more or fewer postings than the journal`;
}

async function balanceProblem(db: Kysely<Tables>, operation: OperationId): Promise<string | null> {
  const { rows } = await sql`
    select pledge, item, account, lot, at from (
      select pledge, item, account, lot, at, units from balance where operation_id = ${operation}
      union all select pledge, item, from_account, from_lot, from_at, units from transfer where operation_id = ${operation}
      union all select pledge, item, to_account, to_lot, to_at, -units from transfer where operation_id = ${operation}
    ) as lines group by pledge, item, account, lot, at having sum(units) <> 0 limit 1`.execute(db);
  return rows.length === 0 ? null : `a balance of ${operation} is not the sum of its postings`;
}
