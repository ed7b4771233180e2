// Planning as jobs: begun, watched, cancelled, read for an hour after their end. They live in memory, because a plan that nobody
// recorded can be made again; one that was to be recorded stands in the journal whole or not at all, however its job ended.
// Not here: how they are reached (http/).

import { AsyncLocalStorage } from 'node:async_hooks';
import canonicalize from 'canonicalize';
import type { PlanFigures } from '../domain/plan/plan.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { epochMs, type Instant } from '../domain/time.ts';
import type { PlanProgress } from '../planner/progress.ts';
import type { DecisionsRefused } from './failure.ts';
import type { Clock } from './ports.ts';
import { resultOf, summaryOf, type JobAsk, type JobResult, type PlanningDesk } from './job-kinds.ts';
import { storeFailure } from './store-failure.ts';

/** Jobs under way or waiting. */
const OPEN_AT_MOST = 50;
/** The solver takes one program after the other; more would only be slower together. */
const RUN_AT_ONCE = 4;
const KEPT_AT_MOST = 100;
const KEPT_MS = 3_600_000;
/** So long may nobody watch an attended job: long enough to come back after a break. */
const ABSENT_MS = 5_000;
/** Between two views that a watcher is given: more often nobody can read. */
const BREATH_MS = 100;

export interface JobFailure {
  /** Of the desk's failures, of what a store or the solver throws, or `cancelled` or `broken`. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Of decisions that were refused. */
  readonly release?: DecisionsRefused['release'];
  readonly most?: DecisionsRefused['most'];
}

export interface JobView {
  readonly job: string;
  readonly operation: string;
  readonly kind: JobAsk['kind'];
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Since it was begun, or until its end. */
  readonly seconds: number;
  /** The best plan so far, the bound on any plan, and what lies between, relative; null until the solver has one. */
  readonly progress: (Omit<PlanProgress, 'seconds'> & { readonly gap: number | null }) | null;
  /** Where it is done: which plan and how good; null for what is no single plan. */
  readonly plan: string | null;
  readonly figures: PlanFigures | null;
  readonly failure: JobFailure | null;
}

export interface Job {
  view(): JobView;
  /** Null until it is done. */
  result(): JobResult | null;
  /** How it stands now, then each change, to its end or the signal. */
  watch(signal: AbortSignal): AsyncGenerator<JobView, void>;
  /** Ends it at once, and answers how it ended: done, where it was too late. */
  cancel(): Promise<JobView>;
  /** Fulfilled at its end, however it ended. */
  readonly ended: Promise<void>;
}

export interface JobTerms {
  readonly key: string | null;
  readonly attended: boolean;
  /** Whose it is, and who alone may read it; empty: without accounts. */
  readonly owner: string;
}

export interface JobBoard {
  /** The same key with the same ask answers the same job. An attended job is given up when nobody watches it any more. */
  start(operation: string, ask: JobAsk, how: JobTerms): Result<Job, JobFailure & { readonly code: 'key-reused' | 'too-many-jobs' }>;
  /** Null where it is somebody else's. */
  find(operation: string, job: string, owner: string): Job | null;
  /** Cancels all that is under way. */
  close(): Promise<void>;
}

export interface JobTools {
  readonly clock: Clock;
  newId(): string;
  /** Hears of mistakes of our own. */
  onBroken(error: unknown): void;
}

export function jobBoard(desk: PlanningDesk, tools: JobTools): JobBoard {
  const jobs = new Map<string, Posted>();
  const waiting: Posted[] = [];
  let running = 0;

  const next = (): void => {
    while (running < RUN_AT_ONCE) {
      const job = waiting.shift();
      if (job === undefined) return;
      running += 1;
      void job.begin().finally(() => {
        running -= 1;
        next();
      });
    }
  };

  const forget = (): void => {
    const ended = [...jobs.values()].filter(({ endedAt }) => endedAt !== null);
    const old = epochMs(tools.clock.now()) - KEPT_MS;
    for (const [index, job] of ended.entries()) if (index < ended.length - KEPT_AT_MOST || epochMs(job.endedAt ?? tools.clock.now()) < old) jobs.delete(job.id);
  };

  return {
    start: (operation, ask, { key, attended, owner }) => {
      forget();
      const print = canonicalize(ask) ?? '';
      const standing = key === null ? undefined : [...jobs.values()].find((job) => job.operation === operation && job.key === key && job.owner === owner);
      if (standing !== undefined) return standing.print === print ? ok(standing) : err({ code: 'key-reused', message: `the key ${key ?? ''} stands for another question already`, remedy: 'give each question a key of its own; send the same key only with the same question' });
      if ([...jobs.values()].filter(({ endedAt }) => endedAt === null).length >= OPEN_AT_MOST) return err({ code: 'too-many-jobs', message: `${OPEN_AT_MOST} plans are being made or wait their turn`, remedy: 'wait until one of them is done, or cancel those that nobody needs' });
      const job = new Posted(desk, tools, { id: tools.newId(), operation, ask, key, print, attended, owner });
      jobs.set(job.id, job);
      waiting.push(job);
      next();
      return ok(job);
    },
    find: (operation, id, owner) => {
      forget();
      const found = jobs.get(id);
      return found?.operation === operation && found.owner === owner ? found : null;
    },
    close: async () => {
      await Promise.all([...jobs.values()].map((job) => job.cancel()));
    },
  };
}

interface Posting {
  readonly id: string;
  readonly operation: string;
  readonly ask: JobAsk;
  readonly key: string | null;
  /** The question in canonical form. */
  readonly print: string;
  readonly attended: boolean;
  readonly owner: string;
}

class Posted implements Job {
  readonly id: string;
  readonly operation: string;
  readonly key: string | null;
  readonly print: string;
  readonly owner: string;
  readonly ended: Promise<void>;
  readonly #desk: PlanningDesk;
  readonly #tools: JobTools;
  readonly #ask: JobAsk;
  readonly #attended: boolean;
  readonly #startedAt: Instant;
  readonly #control = new AbortController();
  readonly #watchers = new Set<() => void>();
  readonly #settled = Promise.withResolvers<void>();
  readonly #context = AsyncLocalStorage.snapshot();
  /** Watchers there are. */
  #present = 0;
  #absence: ReturnType<typeof setTimeout> | undefined;
  #status: JobView['status'] = 'waiting';
  #endedAt: Instant | null = null;
  #progress: PlanProgress | null = null;
  #result: JobResult | null = null;
  #failure: JobFailure | null = null;

  constructor(desk: PlanningDesk, tools: JobTools, { id, operation, ask, key, print, attended, owner }: Posting) {
    this.id = id;
    this.operation = operation;
    this.key = key;
    this.print = print;
    this.owner = owner;
    this.#desk = desk;
    this.#tools = tools;
    this.#ask = ask;
    this.#startedAt = tools.clock.now();
    this.ended = this.#settled.promise;
    this.#attended = attended;
    this.#noticeAbsence();
  }

  get endedAt(): Instant | null {
    return this.#endedAt;
  }

  /** In the context of whoever asked for it, though it may have waited for somebody else's to end. */
  begin(): Promise<void> {
    return this.#context(() => this.#run());
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    if (this.#endedAt !== null) return;
    this.#status = 'running';
    this.#told();
    const { signal } = this.#control;
    try {
      const answer = await resultOf(this.#desk, this.operation, this.#ask, { signal, onProgress: (progress) => this.#heard(progress) });
      if (answer.ok) this.#end('done', { result: answer.value });
      else this.#end(signal.aborted ? 'cancelled' : 'failed', { failure: answer.error });
    } catch (error) {
      this.#end(signal.aborted ? 'cancelled' : 'failed', { failure: this.#failureOf(error) });
    }
  }

  view(): JobView {
    const { objective = null, bound = null } = this.#progress ?? {};
    const gap = objective === null || bound === null || objective === 0 ? null : Math.abs((objective - bound) / objective);
    const { seconds: _, ...progress } = this.#progress ?? { seconds: 0 };
    return {
      job: this.id,
      operation: this.operation,
      kind: this.#ask.kind,
      status: this.#status,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      seconds: (epochMs(this.#endedAt ?? this.#tools.clock.now()) - epochMs(this.#startedAt)) / 1000,
      progress: 'phase' in progress ? { ...progress, gap } : null,
      ...summaryOf(this.#result),
      failure: this.#failure,
    };
  }

  result(): JobResult | null {
    return this.#result;
  }

  async *watch(signal: AbortSignal): AsyncGenerator<JobView, void> {
    this.#present += 1;
    clearTimeout(this.#absence);
    try {
      while (!signal.aborted) {
        const changed = this.#change(signal);
        yield this.view();
        if (this.#endedAt !== null) return;
        await changed;
        if (this.#endedAt === null) await new Promise((resolve) => void setTimeout(resolve, BREATH_MS));
      }
    } finally {
      this.#present -= 1;
      this.#noticeAbsence();
    }
  }

  async cancel(): Promise<JobView> {
    this.#control.abort();
    if (this.#status === 'waiting') this.#end('cancelled', {});
    await this.ended;
    return this.view();
  }

  #noticeAbsence(): void {
    if (this.#attended && this.#present === 0 && this.#endedAt === null) this.#absence = setTimeout(() => void this.cancel(), ABSENT_MS);
  }

  #heard(progress: PlanProgress): void {
    this.#progress = progress;
    this.#told();
  }

  #end(status: JobView['status'], { result = null, failure = null }: { readonly result?: JobResult | null; readonly failure?: JobFailure | null }): void {
    clearTimeout(this.#absence);
    this.#endedAt = this.#tools.clock.now();
    this.#status = status;
    this.#result = result;
    this.#failure = status === 'cancelled' ? CANCELLED : failure;
    this.#settled.resolve();
    this.#told();
  }

  #told(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const on = (): void => {
        this.#watchers.delete(on);
        signal.removeEventListener('abort', on);
        resolve();
      };
      this.#watchers.add(on);
      signal.addEventListener('abort', on, { once: true });
    });
  }

  #failureOf(error: unknown): JobFailure {
    if (this.#control.signal.aborted) return CANCELLED;
    const known = storeFailure(error);
    if (known === null) this.#tools.onBroken(error);
    return known ?? { code: 'broken', message: 'the server made a mistake; its log says which', remedy: 'start the job again; if it stays, report it with the log' };
  }
}

const CANCELLED: JobFailure = { code: 'cancelled', message: 'planning was cancelled; the operation is as it was', remedy: 'plan again when you want to' };
