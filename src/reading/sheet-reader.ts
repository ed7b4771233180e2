// The SheetReader in threads of their own: a sheet of 100,000 rows takes a quarter of a minute, and meanwhile the server answers.
// As many at once as there are threads here, the rest in the order in which they came; whoever goes away ends the work. A thread is
// kept for the next file for a while, because people answer one question after the other, and ended when it has been idle.

import { Worker } from 'node:worker_threads';
import type { ListRead, Unread } from '../app/airlift/read-list.ts';
import type { RequestSheetRead } from '../app/need/requests/read-sheet.ts';
import type { CountFilesRead } from '../app/need/read-count-files.ts';
import type { SheetReader } from '../app/ports.ts';
import { countFault } from '../domain/need/counts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refused } from '../standards/counts/table.ts';
import type { ReadPack } from '../standards/packs/read-pack.ts';
import type { ReadAnswer, ReadRequest } from './sheet-worker.ts';

const AT_ONCE = 2;
const IDLE_MS = 20_000;
/** A workbook of 50 MB unpacked and its rows as objects; a file that would need more is refused, and the server lives on. */
const MOST_MEGABYTES = 2_048;

export interface ThreadedReader extends SheetReader {
  /** Ends all threads; what is under way is rejected. */
  close(): Promise<void>;
}

// Node runs the TypeScript itself from a checkout and the compiled JavaScript from a package.
const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.js', import.meta.url);

interface Job {
  readonly request: ReadRequest;
  readonly signal: AbortSignal | undefined;
  /** Parts come in before the answer, so that a large one is not taken in at a stroke. */
  readonly parts: unknown[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

const TOO_LARGE: Unread = { row: null, problem: 'the file needs more memory than a file may take here', remedy: 'split it by consignment, or save it again without pictures and empty sheets' };

class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/** One thread and what it is reading. */
class Thread {
  readonly #onFree: () => void;
  #worker: Worker | null = null;
  #job: Job | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(onFree: () => void) {
    this.#onFree = onFree;
  }

  get isFree(): boolean {
    return this.#job === null;
  }

  isReading(job: Job): boolean {
    return this.#job === job;
  }

  read(job: Job): void {
    clearTimeout(this.#idle);
    this.#job = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(job.request);
  }

  /** What it was reading is rejected with the reason. */
  async end(reason: unknown): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#worker;
    this.#worker = null;
    this.#settle((job) => job.reject(reason));
    await ending?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    worker.on('message', (answer: ReadAnswer) => {
      if (worker !== this.#worker || this.#job === null) return;
      // One after the other, each a turn of the event loop of its own.
      if (answer.kind === 'part') this.#job.parts.push(...answer.items);
      else if (answer.kind === 'read') this.#settle((job) => job.resolve(answer.value));
      else this.#settle((job) => job.reject(new Error(`the reading thread failed: ${answer.message}`)));
    });
    const lost = (reason: Error): void => {
      if (worker !== this.#worker) return;
      this.#worker = null;
      this.#settle((job) => job.reject(reason));
    };
    worker.on('error', (error) => lost(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfMemory(error.message) : error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => lost(new Error(`the reading thread ended before it had an answer (exit ${code})`)));
    return worker;
  }

  #settle(finish: (job: Job) => void): void {
    const job = this.#job;
    this.#job = null;
    if (job !== null) finish(job);
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.end(new Error('idle')), IDLE_MS).unref();
    this.#onFree();
  }
}

/** What was read; a file that needs more memory than it may take is refused. */
async function fitting<T>(asked: Promise<{ readonly value: unknown }>): Promise<Result<T, Unread>> {
  try {
    return (await asked).value as Result<T, Unread>;
  } catch (error) {
    if (error instanceof OutOfMemory) return err(TOO_LARGE);
    throw error;
  }
}

export function threadedReader(): ThreadedReader {
  const waiting: Job[] = [];
  const next = (): void => {
    for (const thread of threads) {
      if (!thread.isFree) continue;
      const job = waiting.shift();
      if (job === undefined) return;
      thread.read(job);
    }
  };
  const threads = Array.from({ length: AT_ONCE }, () => new Thread(next));

  /** The answer, and the parts that came before it. */
  async function ask(request: ReadRequest, signal: AbortSignal | undefined): Promise<{ readonly value: unknown; readonly parts: readonly unknown[] }> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const job: Job = { request, signal, parts: [], resolve, reject };
    const onAbort = (): void => {
      const queued = waiting.indexOf(job);
      if (queued >= 0) {
        waiting.splice(queued, 1);
        reject(signal?.reason);
      } else void threads.find((thread) => thread.isReading(job))?.end(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    waiting.push(job);
    next();
    try {
      return { value: await promise, parts: job.parts };
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    list: (list, signal) => fitting<ListRead>(ask({ kind: 'list', ask: list }, signal)),
    requests: (sheet, signal) => fitting<RequestSheetRead>(ask({ kind: 'requests', ask: sheet }, signal)),
    pack: async (files, signal) => {
      const { value, parts } = await ask({ kind: 'pack', files }, signal);
      return { ...(value as Omit<ReadPack, 'facts'>), facts: parts as ReadPack['facts'] };
    },
    counts: async (asked, signal) => {
      try {
        const { value, parts } = await ask({ kind: 'counts', ask: asked }, signal);
        const read = value as Result<CountFilesRead, Refused>;
        return read.ok ? ok({ ...read.value, counts: parts as CountFilesRead['counts'] }) : read;
      } catch (error) {
        if (error instanceof OutOfMemory) return err([countFault('unknown-column', { file: asked.files[0]?.name ?? null }, TOO_LARGE.problem, 'split it by days')]);
        throw error;
      }
    },
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(new Error('the reader was closed'));
      await Promise.all(threads.map((thread) => thread.end(new Error('the reader was closed'))));
    },
  };
}
