// Kysely over the connection of another Kysely, which may be replaced while we run: an embedded database that stopped is
// opened again, and whoever holds the old one would hold nothing. Each connection is borrowed from the one that runs then.

import { type DatabaseConnection, type Dialect, type Driver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, CompiledQuery } from 'kysely';
import type { Tables } from '../tables.ts';

class BorrowingDriver implements Driver {
  readonly #lender: () => Promise<Kysely<Tables>>;
  readonly #lent = new Map<DatabaseConnection, () => void>();

  constructor(lender: () => Promise<Kysely<Tables>>) {
    this.#lender = lender;
  }

  async init(): Promise<void> {
    // The lender is open.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const lender = await this.#lender();
    const { promise: connected, resolve, reject } = Promise.withResolvers<DatabaseConnection>();
    const { promise: given, resolve: giveBack } = Promise.withResolvers<void>();
    lender
      .getExecutor()
      .provideConnection(async (lent) => {
        // A name of its own, so that the same connection can be lent twice in turn.
        const connection: DatabaseConnection = { executeQuery: (query) => lent.executeQuery(query), streamQuery: (query, chunk) => lent.streamQuery(query, chunk) };
        this.#lent.set(connection, giveBack);
        resolve(connection);
        await given;
      })
      .catch(reject);
    return connected;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#lent.get(connection)?.();
    this.#lent.delete(connection);
  }

  async destroy(): Promise<void> {
    // Whoever lends closes.
  }
}

export function borrowed(lender: () => Promise<Kysely<Tables>>): Kysely<Tables> {
  const dialect: Dialect = {
    createDriver: () => new BorrowingDriver(lender),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
  return new Kysely<Tables>({ dialect });
}
