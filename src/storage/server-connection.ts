// The way to a PostgreSQL server: a pool of connections, and patience where one of them is lost or two transactions stand
// in each other's way. What cannot be mended by waiting a moment is said in plain words. Not for what is asked: server-store.ts.

import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { codeOf, diskFailure, type OpenError, StorageError } from './errors.ts';
import { HeadMoved } from './journal-write.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** Before each further try. In sum shorter than a person waits, longer than a server takes to restart its workers. */
const WAITS_MS = [20, 100, 400, 1_000] as const;

/** Codes of the operating system that say that nobody answers there, or no longer. */
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENOENT']);
/** SQLSTATE: shutting down, crashed, starting, too many connections, read only (a standby, before it takes over). */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '25006']);
/** SQLSTATE: serialization failure, deadlock. */
const IN_THE_WAY = new Set(['40001', '40P01']);
/** The driver gives these no code. */
const LOST_WORDS = /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed/;

export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error) ?? '';
  if (LOST.has(code) || AWAY.has(code) || code.startsWith('08') || LOST_WORDS.test(error.message)) return true;
  // Every address of a name was tried.
  return error instanceof AggregateError && error.errors.some(isLost);
}

const isInTheWay = (error: unknown): boolean => error instanceof HeadMoved || IN_THE_WAY.has(codeOf(error) ?? '');

export class ServerConnection {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly #where: string;
  readonly #onLost: () => void;
  #closed = false;

  /** `onLost` hears each time that a connection was lost: what was read may be of another server than the next. */
  constructor(databaseUrl: string, onLost: () => void) {
    this.#where = hostOf(databaseUrl);
    this.#onLost = onLost;
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, keepAlive: true, keepAliveInitialDelayMillis: 10_000, application_name: 'airbridge' });
    // A connection that ends is replaced when it is needed. The pool hears of idle ones only; one at work would end the process.
    this.pool.on('error', onLost);
    this.pool.on('connect', (client) => client.on('error', onLost));
    this.db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: this.pool }) });
  }

  /** Asks, and asks again where that can help. What is asked must be safe to ask twice: the answer to the first may have been lost. */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      if (this.#closed) throw new StorageError('closed', 'The store is closed.', 'Open it again.');
      try {
        return await question();
      } catch (error) {
        const lost = isLost(error);
        if (lost) this.#onLost();
        else if (!isInTheWay(error)) throw codeOf(error) === '53100' ? diskFailure(error, 'The database server could not write') : error;
        const pause = WAITS_MS[tries];
        if (pause === undefined) throw lost ? this.#failure(error) : busy(error);
        await wait(pause);
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.db.destroy();
  }

  #failure(error: unknown): StorageError {
    const { code, message, remedy } = unreachable(this.#where, error);
    return new StorageError(code, message, remedy, { cause: error });
  }
}

const busy = (error: unknown): StorageError =>
  new StorageError('database-unreachable', 'Others kept writing to this operation; nothing of this was written.', 'Send it again under the same key.', { cause: error });

export function unreachable(where: string, error: unknown): OpenError & { readonly code: 'database-unreachable' } {
  return {
    code: 'database-unreachable',
    message: `The database server at ${where} does not answer (${reasonOf(error)}).`,
    remedy: 'Start it, or check DATABASE_URL and the network; Airbridge goes on by itself once it answers. What was acknowledged is safe. Send what was not acknowledged again under the same key.',
  };
}

export const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(reasonOf).join(', ') : error instanceof Error && error.message !== '' ? error.message : (codeOf(error) ?? String(error));

/** Host and port, without the password that the address may hold. */
export function hostOf(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}
