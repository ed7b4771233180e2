// Kysely on the one connection of an embedded database. Whoever has acquired the connection has it alone until release: a
// query beside a running transaction waits for its end instead of slipping into it or blocking both. Inside a transaction
// ask only through the transaction.

import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { PgliteProcess } from './pglite-process.ts';

class Connection implements DatabaseConnection {
  readonly #process: PgliteProcess;

  constructor(process: PgliteProcess) {
    this.#process = process;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#process.query(query.sql, query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded database does not stream: read by pages');
  }
}

class ExclusiveDriver implements Driver {
  readonly #connection: Connection;
  readonly #queue: (() => void)[] = [];
  #taken = false;

  constructor(process: PgliteProcess) {
    this.#connection = new Connection(process);
  }

  async init(): Promise<void> {
    // The thread was started before.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#taken = true;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#queue.shift();
    if (next === undefined) this.#taken = false;
    else next();
  }

  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    // Whoever started the thread ends it.
  }
}

export const pgliteDialect = (process: PgliteProcess): Dialect => ({
  createDriver: () => new ExclusiveDriver(process),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
});
