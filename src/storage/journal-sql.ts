// The journal as SQL, for any PostgreSQL: reads it, numbers facts, recognises repeated keys, asks the caller to decide.
// journal-write.ts writes what was decided. Whoever calls owns the transaction and makes it durable.

import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Appended, Balance, Decide, Head, KeyReused } from '../app/ports.ts';
import { factId } from '../domain/fact-id.ts';
import { type Fact, FACT_KINDS, type NewFact } from '../domain/facts.ts';
import { type IdempotencyKey, type OperationId, Sha256 } from '../domain/ids.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { canonical, fingerprint, NO_HASH } from './canonical.ts';
import { type Db, HeadMoved, type Prepared, prepareEntry, writeEntry } from './journal-write.ts';
import type { Tables } from './tables.ts';

/** What an append comes to, before it is committed. */
export interface Added {
  readonly appended: Appended;
  /** What is to be written; null where nothing is. */
  readonly entry: Prepared | null;
}

/** Each was a whole Fact when it was written, and the chain vouches that it still is; only the kind may be of a later version. */
const KINDS: ReadonlySet<unknown> = new Set(FACT_KINDS);
const isOfKnownKind = (row: { readonly kind?: unknown }): boolean => KINDS.has(row.kind);
const StoredFacts = z.custom<Fact[]>((rows) => Array.isArray(rows) && rows.every(isOfKnownKind), 'a fact is of a kind that this version does not know');

const PAGE_ROWS = 5_000;

/**
 * Keeps the facts that it has read, because deciding needs all of them each time and a fact never changes: about 1.5 kB
 * each. What other processes added is read on the next call.
 */
export class Journal {
  readonly #read = new Map<OperationId, Known>();

  async operations(db: Db): Promise<OperationId[]> {
    const rows = await db.selectFrom('operation').select('operation_id').orderBy('opened').orderBy('operation_id').execute();
    return rows.map((row) => row.operation_id as OperationId);
  }

  async head(db: Db, operation: OperationId): Promise<Head> {
    return headOf(await db.selectFrom('operation').select(['seq', 'hash']).where('operation_id', '=', operation).executeTakeFirst());
  }

  async facts(db: Db, operation: OperationId, after = 0): Promise<Fact[]> {
    return (await this.#upTo(db, operation, await this.head(db, operation))).facts.slice(after);
  }

  async balances(db: Db, operation: OperationId): Promise<Balance[]> {
    const rows = await db
      .selectFrom('balance')
      .select(['pledge', 'item', 'lot', 'account', 'at', 'units'])
      .where('operation_id', '=', operation)
      .where('units', '<>', 0)
      .orderBy('pledge')
      .orderBy('item')
      .orderBy('account')
      .orderBy('lot')
      .orderBy('at')
      .execute();
    return rows.map((row) => ({ ...row, units: Number(row.units) }));
  }

  /** Decides and writes in the caller's transaction. Where it answers an error, or nothing new, nothing was written. */
  async add<E>(trx: Transaction<Tables>, operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Added, KeyReused | E>> {
    const head = headOf(await trx.selectFrom('operation').select(['seq', 'hash']).where('operation_id', '=', operation).forUpdate().executeTakeFirst());
    const added = await this.decided(trx, operation, head, facts, decide);
    if (added.ok && added.value.entry !== null) await writeEntry(trx, added.value.entry);
    return added;
  }

  /** What the append comes to after this head. Writes nothing. Throws HeadMoved where more than this head is known already. */
  async decided<E>(db: Db, operation: OperationId, head: Head, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Added, KeyReused | E>> {
    const { facts: standing, byKey } = await this.#upTo(db, operation, head);
    if (standing.length > head.seq) throw new HeadMoved();
    const places = placed(operation, head, facts, byKey);
    if (!places.ok) return places;
    const { all, fresh } = places.value;
    if (fresh.length === 0) return ok({ appended: { facts: all, fresh: 0, head }, entry: null });
    const decided = decide(standing, fresh);
    if (!decided.ok) return decided;
    const entry = prepareEntry(operation, fresh, decided.value, head);
    return ok({ appended: { facts: all, fresh: fresh.length, head: entry.head }, entry });
  }

  /** To be told after the commit. */
  committed(operation: OperationId, { facts, fresh, head }: Appended): void {
    const known = this.#known(operation);
    if (known.facts.length === head.seq - fresh) keep(known, facts);
  }

  /** Forgets what was read; the next call reads again. Whoever is reading now ends with what it began with. */
  reset(): void {
    this.#read.clear();
  }

  async #upTo(db: Db, operation: OperationId, head: Head): Promise<Known> {
    const known = this.#known(operation);
    while (known.facts.length < head.seq) keep(known, await factPage(db, operation, known.facts.length));
    return known;
  }

  #known(operation: OperationId): Known {
    let known = this.#read.get(operation);
    if (known === undefined) this.#read.set(operation, (known = { facts: [], byKey: new Map() }));
    return known;
  }
}

interface Known {
  readonly facts: Fact[];
  readonly byKey: Map<IdempotencyKey, Fact>;
}

/** Takes in what comes next; what is known already may come again, when two read at once. */
function keep(known: Known, facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.seq <= known.facts.length) continue;
    invariant(fact.seq === known.facts.length + 1, `fact ${fact.seq} of ${fact.operation} follows fact ${known.facts.length}`);
    known.facts.push(fact);
    known.byKey.set(fact.key, fact);
  }
}

const headOf = (row: { readonly seq: number; readonly hash: string } | undefined): Head =>
  row === undefined ? { seq: 0, hash: NO_HASH } : { seq: row.seq, hash: Sha256.parse(row.hash) };

interface Placed {
  /** One for each that was handed in. */
  readonly all: readonly Fact[];
  readonly fresh: readonly Fact[];
}

/** Gives each new fact its place and id; a repeated key stands for the fact that bears it already. */
function placed(operation: OperationId, head: Head, facts: readonly NewFact[], byKey: ReadonlyMap<IdempotencyKey, Fact>): Result<Placed, KeyReused> {
  const all: Fact[] = [];
  const fresh: Fact[] = [];
  const freshByKey = new Map<IdempotencyKey, Fact>();
  for (const [index, fact] of facts.entries()) {
    const existing = byKey.get(fact.key) ?? freshByKey.get(fact.key);
    if (existing !== undefined) {
      if (fingerprint(existing) !== fingerprint(fact)) return err({ code: 'key-reused', key: fact.key, index, existing });
      all.push(existing);
      continue;
    }
    const { kind, occurredAt, recordedAt, by, key, sources, note, evidence, body } = fact;
    const seq = head.seq + fresh.length + 1;
    // Through text and back, so that what the caller holds and may change is not what the journal holds.
    const made = JSON.parse(canonical({ id: factId(operation, key, recordedAt), operation, seq, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body })) as Fact;
    fresh.push(made);
    freshByKey.set(key, made);
    all.push(made);
  }
  return ok({ all, fresh });
}

/** As one text, parsed here: a hundred thousand rows of twelve columns through the database's thread took ten times as long. */
async function factPage(db: Db, operation: OperationId, after: number): Promise<Fact[]> {
  const { rows } = await sql<{ readonly facts: string | null }>`
    select json_agg(json_build_object('id', id, 'operation', operation_id, 'seq', seq, 'kind', kind, 'occurredAt', occurred_at, 'recordedAt', recorded_at,
      'by', actor, 'key', key, 'sources', sources, 'note', note, 'evidence', evidence, 'body', body) order by seq)::text as facts
    from (select * from fact where operation_id = ${operation} and seq > ${after}::integer and seq <= ${after + PAGE_ROWS}::integer) as page`.execute(db);
  const text = rows[0]?.facts ?? null;
  invariant(text !== null, `fact ${after + 1} of ${operation} is missing from the database`);
  return StoredFacts.parse(JSON.parse(text));
}

/** All facts as they stand in the database, page by page, past any memory. */
export async function* storedFacts(db: Db, operation: OperationId, upTo: number): AsyncGenerator<Fact, void, undefined> {
  for (let after = 0; after < upTo; ) {
    const page = await factPage(db, operation, after);
    yield* page;
    after = page.at(-1)?.seq ?? upTo;
  }
}
