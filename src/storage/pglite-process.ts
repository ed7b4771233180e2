// The near side of the database's thread: starts it, asks, waits no longer than it must, ends it. A database that has
// stopped fails every question that is open or comes later with StorageError 'database-unusable'; reviving it is for others.

import { Worker } from 'node:worker_threads';
import { StorageError } from './errors.ts';

export type Request = { readonly id: number } & (
  | { readonly do: 'open'; readonly folder: string | null }
  | { readonly do: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly do: 'dump' }
  | { readonly do: 'close' }
);
type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;
export type Reply = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  /** `code` is PostgreSQL's SQLSTATE; null where the complaint is not PostgreSQL's. */
  | { readonly ok: false; readonly message: string; readonly code: string | null }
);

/** PostgreSQL's own complaint about a statement; `code` is its SQLSTATE. The database lives on. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export interface Rows {
  readonly rows: Record<string, unknown>[];
  readonly affectedRows: number;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

// The compiled package holds .js beside .js, the checkout .ts beside .ts.
const WORKER = new URL(`./pglite-worker${import.meta.url.endsWith('.js') ? '.js' : '.ts'}`, import.meta.url);
const OPEN_MS = 20_000;

export class PgliteProcess {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #stopped: StorageError | null = null;

  private constructor() {
    this.#worker = new Worker(WORKER, { execArgv: [], stdout: true, stderr: true });
    // What PostgreSQL prints is nobody's concern; unread it would pile up.
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#stop(error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', () => this.#stop('its thread ended'));
  }

  /** `folder` null: a new database in memory. Throws where it does not open in time. */
  static async open(folder: string | null, withinMs = OPEN_MS): Promise<PgliteProcess> {
    const process = new PgliteProcess();
    try {
      await process.#within(withinMs, process.#ask({ do: 'open', folder }));
      return process;
    } catch (error) {
      await process.end();
      throw error;
    }
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<Rows> {
    return (await this.#ask({ do: 'query', sql, parameters })) as Rows;
  }

  /** The whole database as a gzipped tar. */
  async dump(): Promise<Uint8Array> {
    return (await this.#ask({ do: 'dump' })) as Uint8Array;
  }

  /** Lets the database shut down in order, then ends its thread in any case. */
  async close(): Promise<void> {
    try {
      await this.#within(OPEN_MS, this.#ask({ do: 'close' }));
    } finally {
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
    this.#stop('it was ended');
  }

  #ask(question: Question): Promise<unknown> {
    if (this.#stopped !== null) return Promise.reject(this.#stopped);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...question, id } satisfies Request);
    });
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else if (reply.code !== null) waiting?.reject(new StatementError(reply.message, reply.code));
    else this.#fail(reply.message, waiting);
  }

  /** An error that is not PostgreSQL's own: the engine has aborted, and nothing that it says from now on can be trusted. */
  #fail(why: string, waiting: Waiting | undefined): void {
    this.#stop(why);
    if (this.#stopped !== null) waiting?.reject(this.#stopped);
    void this.#worker.terminate();
  }

  #stop(why: string): void {
    const remedy = 'Try again: the database is opened again or rebuilt from the journal. What was acknowledged is safe.';
    this.#stopped ??= new StorageError('database-unusable', `The embedded database has stopped: ${why}.`, remedy);
    for (const { reject } of this.#waiting.values()) reject(this.#stopped);
    this.#waiting.clear();
  }

  async #within(ms: number, answer: Promise<unknown>): Promise<unknown> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`the database gave no answer within ${ms} ms`)), ms);
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
      answer.catch(() => undefined);
    }
  }
}
