// The Store on a folder of one's own: decide inside the transaction → append to the journal file and sync → commit →
// answer. Appends that wait at the same time share one transaction, one record and one sync (group commit); appends to one
// operation come one after the other. A database that has stopped is brought up again from the file.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { AccountRow, Appended, Archive, Balance, Decide, Entry, Head, KeptPerson, KeyReused, LogState, PersonalData, Store } from '../app/ports.ts';
import type { NewFact } from '../domain/facts.ts';
import type { OperationId, Sha256 } from '../domain/ids.ts';
import { invariant, ok, type Result } from '../domain/result.ts';
import { accountRows, restoreAccountRows } from './accounts/archive.ts';
import { borrowed } from './accounts/borrowed.ts';
import { bringUp, type Ground, putDown, type Running } from './embedded-database.ts';
import { diskFailure, StorageError } from './errors.ts';
import { evidenceHashes, getEvidence, putEvidence } from './evidence.ts';
import { journalEntries, postingsCausedBy } from './journal-entries.ts';
import type { Added } from './journal-sql.ts';
import { replayEntry } from './journal-write.ts';
import type { Lock } from './lock.ts';
import { logStateIn, logStatesIn, putLogState } from './log-state.ts';
import { allPeople, findPerson, forgetPerson, keepPerson, restorePerson } from './people.ts';
import { StatementError } from './pglite-process.ts';
import { Queues } from './queues.ts';
import type { Tables } from './tables.ts';

export interface EmbeddedStore extends Store, Archive {
  /** What opening found and mended, a sentence each, for a person to read. */
  readonly notices: readonly string[];
  /** Publishes in the folder's lock where this process serves. */
  setUrl(url: string): void;
  /** For what stands beside the journal: people and accounts. */
  readonly db: Kysely<Tables>;
}

interface Waiting {
  /** Null: of several. */
  readonly operation: OperationId | null;
  /** Writes within the transaction; answers the entry for the journal, or null; several come with commas between them. */
  readonly write: (trx: Transaction<Tables>) => Promise<string | null>;
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
}

/** Facts in one append from which on statistics may be taken after it. */
const LARGE_BATCH = 500;
const CHECKPOINT_MS = 5 * 60_000;
const VACUUM_MS = 60 * 60_000;

export class FolderStore implements EmbeddedStore {
  readonly notices: readonly string[];
  readonly db = borrowed(async () => {
    this.#mustBeOpen();
    this.#changed = true;
    return (await this.#up()).db;
  });
  readonly #ground: Ground;
  readonly #lock: Lock;
  readonly #waiting: Waiting[] = [];
  readonly #logs = new Queues<OperationId>();
  readonly #timers: readonly NodeJS.Timeout[];
  #running: Running;
  #reviving: Promise<Running> | null = null;
  #working: Promise<void> | null = null;
  #changed = false;
  /** The longest journal for which statistics were taken here. */
  #planned = 0;
  #closed = false;

  constructor(ground: Ground, running: Running, lock: Lock, notices: readonly string[]) {
    this.notices = notices;
    this.#ground = ground;
    this.#running = running;
    this.#lock = lock;
    this.#timers = [setInterval(() => this.#maintain('checkpoint'), CHECKPOINT_MS).unref(), setInterval(() => this.#maintain('vacuum analyze'), VACUUM_MS).unref()];
  }

  setUrl(url: string): void {
    this.#lock.setUrl(url);
  }

  operations(): Promise<OperationId[]> {
    return this.#read((db) => this.#ground.journal.operations(db));
  }

  head(operation: OperationId): Promise<Head> {
    return this.#read((db) => this.#ground.journal.head(db, operation));
  }

  facts(operation: OperationId, after = 0): ReturnType<Store['facts']> {
    return this.#read((db) => this.#ground.journal.facts(db, operation, after));
  }

  balances(operation: OperationId): Promise<Balance[]> {
    return this.#read((db) => this.#ground.journal.balances(db, operation));
  }

  append<E>(operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Appended, KeyReused | E>> {
    let added: Result<Added, KeyReused | E> | null = null;
    return this.#enqueue(
      operation,
      async (trx) => {
        added = await this.#ground.journal.add(trx, operation, facts, decide);
        return added.ok ? (added.value.entry?.text ?? null) : null;
      },
      () => {
        invariant(added !== null, 'what was committed was written before');
        if (!added.ok) return added;
        this.#ground.journal.committed(operation, added.value.appended);
        this.#planAnew(added.value.appended);
        return ok(added.value.appended);
      },
    );
  }

  postings(operation: OperationId, after: number, upTo: number): ReturnType<Store['postings']> {
    return this.#read((db) => postingsCausedBy(db, operation, after, upTo));
  }

  logState(operation: OperationId): Promise<LogState | null> {
    return logStateIn(this.#ground.home, operation);
  }

  logStates(): Promise<LogState[]> {
    return logStatesIn(this.#ground.home);
  }

  keepLogState(state: LogState, before: LogState | null): Promise<boolean> {
    this.#mustBeOpen();
    return this.#logs.run(state.operation, () => putLogState(this.#ground.home, this.#ground.disk, state, before));
  }

  entries(operation: OperationId, upTo: number): AsyncIterable<Entry> {
    return journalEntries(this.#running.db, operation, upTo);
  }

  restoreEntries(entries: readonly Entry[]): Promise<void> {
    const write = async (trx: Transaction<Tables>): Promise<string | null> => {
      const texts: string[] = [];
      for (const entry of entries) texts.push(await replayEntry(trx, entry, await this.#ground.journal.head(trx, entry.operation)));
      return texts.length === 0 ? null : texts.join(',');
    };
    return this.#enqueue(null, write, () => undefined);
  }

  async putEvidence(content: Uint8Array): Promise<Sha256> {
    this.#mustBeOpen();
    return putEvidence(this.#ground.home, this.#ground.disk, content);
  }

  evidence(hash: Sha256): Promise<Uint8Array | null> {
    return getEvidence(this.#ground.home, hash);
  }

  async keepPerson(operation: OperationId, person: PersonalData): Promise<Sha256> {
    this.#mustBeOpen();
    return keepPerson(this.#ground.home, this.#ground.disk, operation, person);
  }

  async restorePerson(kept: KeptPerson): Promise<void> {
    this.#mustBeOpen();
    await restorePerson(this.#ground.home, this.#ground.disk, kept);
  }

  people(): Promise<KeptPerson[]> {
    return allPeople(this.#ground.home);
  }

  accounts(): Promise<AccountRow[]> {
    return accountRows(this.db);
  }

  restoreAccounts(rows: readonly AccountRow[]): Promise<void> {
    return restoreAccountRows(this.db, rows);
  }

  evidenceHashes(): Promise<Sha256[]> {
    return evidenceHashes(this.#ground.home);
  }

  person(operation: OperationId, commitment: Sha256): Promise<PersonalData | null> {
    return findPerson(this.#ground.home, operation, commitment);
  }

  async forgetPerson(operation: OperationId, commitment: Sha256): Promise<boolean> {
    this.#mustBeOpen();
    return forgetPerson(this.#ground.home, this.#ground.disk, operation, commitment);
  }

  /** Serves what waits, closes the database in order and gives the folder free. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#working;
    await this.#logs.drained();
    try {
      // A database that does not close in order is compared with the file at the next start; nothing is lost.
      await putDown(this.#ground, this.#running).catch(() => this.#running.process.end());
    } finally {
      await this.#ground.file.close();
      this.#lock.release();
    }
  }

  /** `answer` is asked once everything is committed. */
  #enqueue<T>(operation: OperationId | null, write: Waiting['write'], answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closedError());
      this.#waiting.push({ operation, write, committed: () => resolve(answer()), failed: reject });
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    // Those who ask in the same turn come together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#commit(this.#nextBatch());
    this.#working = null;
  }

  /** The first in the queue of each operation. */
  #nextBatch(): readonly Waiting[] {
    const operations = new Set<OperationId | null>();
    const batch: Waiting[] = [];
    for (let at = 0; at < this.#waiting.length; ) {
      const waiting = this.#waiting[at];
      if (waiting === undefined || operations.has(waiting.operation)) at += 1;
      else {
        operations.add(waiting.operation);
        batch.push(waiting);
        this.#waiting.splice(at, 1);
      }
    }
    return batch;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const failed = new Set<Waiting>();
    let durable = false;
    try {
      const { db } = await this.#up();
      await db.transaction().execute(async (trx) => {
        const entries = await writeAll(trx, batch, failed);
        if (entries.length === 0) return;
        const record = this.#ground.file.prepare(`{"entries":[${entries.join(',')}]}`);
        await trx.updateTable('journal_position').set({ records: record.end.records, hash: record.end.hash }).execute();
        await this.#ground.file.append(record);
        durable = true;
        this.#changed = true;
      });
    } catch (error) {
      const failure = durable ? await this.#restart() : plainError(error);
      if (failure !== null) {
        for (const waiting of batch) if (!failed.has(waiting)) waiting.failed(failure);
        return;
      }
    }
    for (const waiting of batch) if (!failed.has(waiting)) waiting.committed();
  }

  /** The record is in the file, so it has happened; a database that could not commit it is brought up again to catch up. */
  async #restart(): Promise<unknown> {
    await this.#running.process.end();
    try {
      await this.#up();
      return null;
    } catch (error) {
      return error;
    }
  }

  async #read<T>(ask: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    this.#mustBeOpen();
    const { db, process } = await this.#up();
    try {
      return await ask(db);
    } catch (error) {
      if (!process.isStopped || this.#closed) throw plainError(error);
      return ask((await this.#up()).db);
    }
  }

  async #up(): Promise<Running> {
    if (this.#reviving !== null) return this.#reviving;
    if (!this.#running.process.isStopped) return this.#running;
    this.#reviving = this.#revive().finally(() => {
      this.#reviving = null;
    });
    return this.#reviving;
  }

  async #revive(): Promise<Running> {
    this.#ground.notice('The embedded database had stopped and was opened again.');
    this.#ground.journal.reset();
    const revived = await bringUp(this.#ground);
    if (!revived.ok) throw new StorageError(revived.error.code === 'disk-full' ? 'disk-full' : 'database-unusable', revived.error.message, revived.error.remedy);
    this.#running = revived.value;
    return revived.value;
  }

  /** PGlite runs neither timed checkpoints nor autovacuum. */
  #maintain(statement: 'checkpoint' | 'vacuum analyze' | 'analyze'): void {
    if (this.#closed || this.#running.process.isStopped || (statement === 'checkpoint' && !this.#changed)) return;
    if (statement === 'checkpoint') this.#changed = false;
    sql.raw(statement).execute(this.#running.db).catch((error: unknown) => this.#ground.notice(`${statement} failed: ${error instanceof Error ? error.message : String(error)}`));
  }

  /** The database keeps how it checks references from when its tables were small, until their statistics are taken. */
  #planAnew({ fresh, head }: Appended): void {
    if (fresh < LARGE_BATCH || head.seq < this.#planned * 2) return;
    this.#planned = head.seq;
    this.#maintain('analyze');
  }

  #mustBeOpen(): void {
    if (this.#closed) throw closedError();
  }
}

/** Each append behind a savepoint of its own: one that fails takes no other with it. */
async function writeAll(trx: Transaction<Tables>, batch: readonly Waiting[], failed: Set<Waiting>): Promise<readonly string[]> {
  const entries: string[] = [];
  for (const waiting of batch) {
    await sql`savepoint one`.execute(trx);
    try {
      const entry = await waiting.write(trx);
      if (entry !== null) entries.push(entry);
    } catch (error) {
      await sql`rollback to savepoint one`.execute(trx);
      failed.add(waiting);
      waiting.failed(plainError(error));
    }
    await sql`release savepoint one`.execute(trx);
  }
  return entries;
}

const closedError = (): StorageError => new StorageError('closed', 'The store is closed.', 'Open it again.');

/** PostgreSQL's 53100 is a full disk. */
const plainError = (error: unknown): unknown => (error instanceof StatementError && error.code === '53100' ? diskFailure(error, 'The database could not be written') : error);
