// The journal as SQL, for any PostgreSQL: numbers facts, recognises repeated keys, asks the caller to decide, and writes
// facts, postings, balances and the publication queue. Whoever calls owns the transaction and makes it durable.

import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Appended, Balance, Decide, Head, KeyReused } from '../app/ports.ts';
import { factId } from '../domain/fact-id.ts';
import { type Fact, FACT_KINDS, type NewFact } from '../domain/facts.ts';
import { type IdempotencyKey, type OperationId, Sha256 } from '../domain/ids.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import type { Posting } from '../ledger/accounts.ts';
import { canonical, canonicalFact, chained, fingerprint, NO_HASH } from './canonical.ts';
import type { Entry } from './record.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** What an append came to, before it is committed. */
export interface Added {
  readonly appended: Appended;
  /** What was written, as canonical JSON of an Entry; null where nothing was. */
  readonly entry: string | null;
}

/** Each was a whole Fact when it was written, and the chain vouches that it still is; only the kind may be of a later version. */
const KINDS: ReadonlySet<unknown> = new Set(FACT_KINDS);
const isOfKnownKind = (row: { readonly kind?: unknown }): boolean => KINDS.has(row.kind);
const StoredFacts = z.custom<Fact[]>((rows) => Array.isArray(rows) && rows.every(isOfKnownKind), 'a fact is of a kind that this version does not know');

const PAGE_ROWS = 5_000;
/** Rows a statement: the embedded database's memory grows with the longest one and never shrinks. */
const WRITE_ROWS = 1_000;

/**
 * Keeps the facts that it has read, because deciding needs all of them each time and a fact never changes: about 1.5 kB
 * each. What other processes added is read on the next call.
 */
export class Journal {
  readonly #read = new Map<OperationId, { readonly facts: Fact[]; readonly byKey: Map<IdempotencyKey, Fact> }>();

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
    const { facts: standing, byKey } = await this.#upTo(trx, operation, head);
    const places = placed(operation, head, facts, byKey);
    if (!places.ok) return places;
    const { all, fresh } = places.value;
    if (fresh.length === 0) return ok({ appended: { facts: all, fresh: 0, head }, entry: null });
    const decided = decide(standing, fresh);
    if (!decided.ok) return decided;
    const { written, head: newHead } = await writeEntry(trx, operation, fresh, decided.value, head);
    const entry = `{"facts":[${written.join(',')}],"head":${canonical(newHead)},"operation":${canonical(operation)},"postings":${canonical(decided.value)}}`;
    return ok({ appended: { facts: all, fresh: fresh.length, head: newHead }, entry });
  }

  /** To be told after the commit. */
  committed(operation: OperationId, { facts, fresh, head }: Appended): void {
    if (this.#known(operation).facts.length === head.seq - fresh) this.#keep(operation, facts);
  }

  /** Forgets what was read; the next call reads again. */
  reset(): void {
    this.#read.clear();
  }

  async #upTo(db: Db, operation: OperationId, head: Head): Promise<{ readonly facts: Fact[]; readonly byKey: ReadonlyMap<IdempotencyKey, Fact> }> {
    for (let from = this.#known(operation).facts.length; from < head.seq; from = this.#known(operation).facts.length) this.#keep(operation, await factPage(db, operation, from));
    return this.#known(operation);
  }

  #known(operation: OperationId): { readonly facts: Fact[]; readonly byKey: Map<IdempotencyKey, Fact> } {
    let known = this.#read.get(operation);
    if (known === undefined) this.#read.set(operation, (known = { facts: [], byKey: new Map() }));
    return known;
  }

  /** Takes in what comes next; what is known already may come again, when two read at once. */
  #keep(operation: OperationId, facts: readonly Fact[]): void {
    const { facts: known, byKey } = this.#known(operation);
    for (const fact of facts) {
      if (fact.seq <= known.length) continue;
      invariant(fact.seq === known.length + 1, `fact ${fact.seq} of ${operation} follows fact ${known.length}`);
      known.push(fact);
      byKey.set(fact.key, fact);
    }
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

/** Writes again what the journal file holds and the database does not. Throws where the two do not fit. */
export async function replayEntry(trx: Transaction<Tables>, journal: Journal, entry: Entry): Promise<void> {
  const { head } = await writeEntry(trx, entry.operation, entry.facts, entry.postings, await journal.head(trx, entry.operation));
  invariant(head.seq === entry.head.seq && head.hash === entry.head.hash, `the facts of ${entry.operation} up to ${entry.head.seq} do not give the head that was recorded`);
}

interface Written {
  /** The facts as canonical JSON. */
  readonly written: readonly string[];
  readonly head: Head;
}

async function writeEntry(trx: Transaction<Tables>, operation: OperationId, facts: readonly Fact[], postings: readonly Posting[], before: Head): Promise<Written> {
  const written = facts.map(canonicalFact);
  let hash = before.hash;
  const hashes = written.map((text) => (hash = chained(hash, text)));
  const head: Head = { seq: before.seq + facts.length, hash };
  await trx
    .insertInto('operation')
    .values({ operation_id: operation, opened: sql<number>`(select coalesce(max(opened), 0) + 1 from operation)`, seq: head.seq, hash })
    .onConflict((it) => it.column('operation_id').doUpdateSet({ seq: head.seq, hash }))
    .execute();
  for (let at = 0; at < facts.length; at += WRITE_ROWS) {
    const rows = facts.slice(at, at + WRITE_ROWS).map((fact, index) => ({ fact, body_hash: fingerprint(fact), hash: hashes[at + index] }));
    await insertFacts(trx, operation, JSON.stringify(rows));
  }
  for (let at = 0; at < postings.length; at += WRITE_ROWS) await insertTransfers(trx, operation, before.seq + 1, at, JSON.stringify(postings.slice(at, at + WRITE_ROWS)));
  const changes = changesOf(postings);
  for (let at = 0; at < changes.length; at += WRITE_ROWS) await changeBalances(trx, operation, JSON.stringify(changes.slice(at, at + WRITE_ROWS)));
  return { written, head };
}

async function insertFacts(trx: Transaction<Tables>, operation: OperationId, rows: string): Promise<void> {
  await sql`
    insert into fact (operation_id, seq, id, kind, occurred_at, recorded_at, actor, key, sources, note, evidence, body, body_hash, hash)
    select ${operation}, (r ->> 'seq')::integer, (r ->> 'id')::uuid, r ->> 'kind', r ->> 'occurredAt', r ->> 'recordedAt', r ->> 'by', r ->> 'key',
      r -> 'sources', r ->> 'note', r -> 'evidence', r -> 'body', row_of ->> 'body_hash', row_of ->> 'hash'
    from jsonb_array_elements(${rows}::text::jsonb) as rows (row_of), lateral (select row_of -> 'fact' as r) as facts`.execute(trx);
  await sql`
    insert into outbox (operation_id, seq)
    select ${operation}, (row_of -> 'fact' ->> 'seq')::integer from jsonb_array_elements(${rows}::text::jsonb) as rows (row_of)`.execute(trx);
}

async function insertTransfers(trx: Transaction<Tables>, operation: OperationId, batch: number, before: number, rows: string): Promise<void> {
  await sql`
    insert into transfer (operation_id, batch, line, of_seq, cause_seq, pledge, item, from_account, from_lot, from_at, to_account, to_lot, to_at, units)
    select ${operation}, ${batch}::integer, ${before}::integer + place::integer, (p ->> 'of')::integer, (p ->> 'cause')::integer, p ->> 'pledge', p ->> 'item',
      p -> 'from' ->> 'name', p -> 'from' ->> 'lot', p -> 'from' ->> 'at', p -> 'to' ->> 'name', p -> 'to' ->> 'lot', p -> 'to' ->> 'at', (p ->> 'units')::bigint
    from jsonb_array_elements(${rows}::text::jsonb) with ordinality as rows (p, place)`.execute(trx);
}

/** New accounts begin at nothing and then change, for PostgreSQL checks a row that is to be inserted before it finds the one that stands. */
async function changeBalances(trx: Transaction<Tables>, operation: OperationId, rows: string): Promise<void> {
  await sql`
    insert into balance (operation_id, pledge, item, account, lot, at, units)
    select ${operation}, c ->> 'pledge', c ->> 'item', c ->> 'account', c ->> 'lot', c ->> 'at', 0 from jsonb_array_elements(${rows}::text::jsonb) as rows (c)
    on conflict (operation_id, pledge, item, account, lot, at) do nothing`.execute(trx);
  await sql`
    update balance b set units = b.units + (c ->> 'units')::bigint from jsonb_array_elements(${rows}::text::jsonb) as rows (c)
    where b.operation_id = ${operation} and b.pledge = c ->> 'pledge' and b.item = c ->> 'item' and b.account = c ->> 'account'
      and b.lot = c ->> 'lot' and b.at = c ->> 'at'`.execute(trx);
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
