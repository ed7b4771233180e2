// The Store on a PostgreSQL server, which is the journal itself: what it has committed has happened. Any number of processes
// may write. An append decides on the head that it knows and moves it in one statement; where somebody else was quicker, it
// decides again with the operation's row locked. A server that is away is waited for a moment, then reported, then found again.

import { sql, type Kysely } from 'kysely';
import type { AccountRow, Appended, Archive, Balance, Decide, Entry, Head, KeptPerson, KeyReused, PersonalData, Store } from '../app/ports.ts';
import type { Fact, NewFact } from '../domain/facts.ts';
import type { OperationId, Sha256 } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { accountRows, restoreAccountRows } from './accounts/archive.ts';
import { commitTo } from './commitment.ts';
import { journalEntries } from './journal-entries.ts';
import { type Added, Journal } from './journal-sql.ts';
import { HeadMoved, type Prepared, replayEntry, writeEntry } from './journal-write.ts';
import { Queues } from './queues.ts';
import type { ServerConnection } from './server-connection.ts';
import * as vault from './server-vault.ts';
import type { Tables } from './tables.ts';

export interface ServerStore extends Store, Archive {
  /** What opening found that a person should know, a sentence each. */
  readonly notices: readonly string[];
  /** For what stands beside the journal: people and accounts. */
  readonly db: Kysely<Tables>;
}

/** Facts in one append from which on statistics may be taken after it. */
const LARGE_BATCH = 500;

/** Operations that this process has not seen yet begin one after the other, in the order in which they were asked for. */
const BEGINNING = Symbol('beginning');

export class DatabaseStore implements ServerStore {
  readonly notices: readonly string[];
  readonly db: Kysely<Tables>;
  readonly #server: ServerConnection;
  readonly #journal: Journal;
  /** As last seen; may be old. */
  readonly #heads: Map<OperationId, Head>;
  /** The longest journal for which statistics were taken here. */
  #planned = 0;
  readonly #queues = new Queues<OperationId | typeof BEGINNING>();

  constructor(server: ServerConnection, journal: Journal, heads: Map<OperationId, Head>, notices: readonly string[]) {
    this.#server = server;
    this.#journal = journal;
    this.#heads = heads;
    this.notices = notices;
    this.db = server.db;
  }

  operations(): Promise<OperationId[]> {
    return this.#ask(({ db }) => this.#journal.operations(db));
  }

  head(operation: OperationId): Promise<Head> {
    return this.#ask(({ db }) => this.#journal.head(db, operation));
  }

  facts(operation: OperationId, after = 0): Promise<Fact[]> {
    return this.#ask(({ db }) => this.#journal.facts(db, operation, after));
  }

  balances(operation: OperationId): Promise<Balance[]> {
    return this.#ask(({ db }) => this.#journal.balances(db, operation));
  }

  async append<E>(operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Appended, KeyReused | E>> {
    const work = (): Promise<Result<Appended, KeyReused | E>> => this.#ask(() => this.#append(operation, facts, decide));
    return this.#queues.run(operation, () => (this.#heads.has(operation) ? work() : this.#queues.run(BEGINNING, work)));
  }

  putEvidence(content: Uint8Array): Promise<Sha256> {
    return this.#ask(({ db }) => vault.putEvidence(db, content));
  }

  evidence(hash: Sha256): Promise<Uint8Array | null> {
    return this.#ask(({ db }) => vault.getEvidence(db, hash));
  }

  evidenceHashes(): Promise<Sha256[]> {
    return this.#ask(({ db }) => vault.evidenceHashes(db));
  }

  async keepPerson(operation: OperationId, person: PersonalData): Promise<Sha256> {
    const { commitment, salt } = commitTo(person);
    await this.restorePerson({ operation, commitment, salt, person });
    return commitment;
  }

  restorePerson(kept: KeptPerson): Promise<void> {
    return this.#ask(({ db }) => vault.keep(db, kept));
  }

  async person(operation: OperationId, commitment: Sha256): Promise<PersonalData | null> {
    return (await this.#ask(({ db }) => vault.findKept(db, operation, commitment)))?.person ?? null;
  }

  people(): Promise<KeptPerson[]> {
    return this.#ask(({ db }) => vault.allPeople(db));
  }

  accounts(): Promise<AccountRow[]> {
    return this.#ask(({ db }) => accountRows(db));
  }

  restoreAccounts(rows: readonly AccountRow[]): Promise<void> {
    return this.#ask(({ db }) => restoreAccountRows(db, rows));
  }

  async forgetPerson(operation: OperationId, commitment: Sha256): Promise<boolean> {
    const found = await this.#ask(({ db }) => vault.forget(db, operation, commitment));
    if (found) await this.#ask(({ db }) => vault.wipe(db));
    return found;
  }

  entries(operation: OperationId, upTo: number): AsyncIterable<Entry> {
    return journalEntries(this.#server.db, operation, upTo);
  }

  async restoreEntries(entries: readonly Entry[]): Promise<void> {
    await this.#ask(({ db }) =>
      db.transaction().execute(async (trx) => {
        for (const entry of entries) {
          const head = await this.#journal.head(trx, entry.operation);
          // Already there: the answer to the first try was lost.
          if (head.seq < entry.head.seq) await replayEntry(trx, entry, head);
        }
      }),
    );
  }

  async close(): Promise<void> {
    await this.#queues.drained();
    await this.#server.close();
  }

  #ask<T>(question: (server: ServerConnection) => Promise<T>): Promise<T> {
    return this.#server.ask(() => question(this.#server));
  }

  async #append<E>(operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Appended, KeyReused | E>> {
    const known = this.#heads.get(operation) ?? (await this.#journal.head(this.#server.db, operation));
    const added = (await this.#onKnownHead(operation, known, facts, decide)) ?? (await this.#onLockedHead(operation, facts, decide));
    if (!added.ok) return added;
    const { appended } = added.value;
    if (appended.head.seq > 0) this.#heads.set(operation, appended.head);
    this.#journal.committed(operation, appended);
    await this.#planAnew(appended);
    return ok(appended);
  }

  /** Null where somebody else has written meanwhile: nothing was written. */
  async #onKnownHead<E>(operation: OperationId, head: Head, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Added, KeyReused | E> | null> {
    try {
      const added = await this.#journal.decided(this.#server.db, operation, head, facts, decide);
      if (added.ok && added.value.entry !== null) {
        await this.#write(added.value.entry);
        return added;
      }
      // A refusal, or that nothing is new, holds only if nothing has come in between.
      return (await this.#journal.head(this.#server.db, operation)).hash === head.hash ? added : null;
    } catch (error) {
      if (error instanceof HeadMoved) return null;
      throw error;
    }
  }

  /**
   * The server keeps how it checks references from when the tables were small, and reads them from end to end until their
   * statistics are taken: a batch that doubles the journal has them taken.
   */
  async #planAnew({ fresh, head }: Appended): Promise<void> {
    if (fresh < LARGE_BATCH || head.seq < this.#planned * 2) return;
    this.#planned = head.seq;
    await sql`analyze fact, transfer, balance`.execute(this.#server.db);
  }

  #onLockedHead<E>(operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Added, KeyReused | E>> {
    return this.#server.db.transaction().execute((trx) => this.#journal.add(trx, operation, facts, decide));
  }

  /** One statement is a transaction in itself, and is prepared once for each connection. */
  async #write(entry: Prepared): Promise<void> {
    const [only, ...more] = entry.statements;
    if (only === undefined || more.length > 0) return this.#server.db.transaction().execute((trx) => writeEntry(trx, entry));
    const { rows } = await this.#server.pool.query<{ readonly moved: number }>({ name: nameOf(only.text), text: only.text, values: [...only.values] });
    if (rows[0]?.moved !== 1) throw new HeadMoved();
  }
}

const names = new Map<string, string>();
/** There are few statements, by which parts an entry has. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `append-${names.size + 1}`;
  names.set(text, name);
  return name;
}
