import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { instantFromMs, type Instant } from '../domain/time.ts';
import type { PlanProgress } from '../planner/progress.ts';
import type { DeskFailure, Watch } from './desk.ts';
import type { PlanningDesk } from './job-kinds.ts';
import type { FrontierReport } from './plan/frontier.ts';
import { jobBoard, type Job, type JobBoard } from './jobs.ts';

const HOUR_MS = 3_600_000;
const report: FrontierReport = { operation: 'x', asOf: instantFromMs(0), points: [], policies: [] };
const progress: PlanProgress = { phase: 'plan', settled: 0, groups: 0, part: 1, parts: 1, objective: 110, bound: 99, seconds: 1 };

const NEVER = new Promise<never>(() => undefined);
type Answer = Result<FrontierReport, DeskFailure>;

interface Asked {
  readonly finish: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
  readonly watch: Watch;
}

interface SetUp {
  readonly board: JobBoard;
  readonly asked: readonly Asked[];
  readonly broken: readonly unknown[];
  readonly pass: (ms: number) => void;
  readonly begin: (key?: string | null, asOf?: string, attended?: boolean) => Job;
}

/** A desk whose frontiers end when the test says so, a clock that it sets, and a board over them. */
function setUp(): SetUp {
  const asked: Asked[] = [];
  const broken: unknown[] = [];
  let now = 0;
  let ids = 0;
  const desk: PlanningDesk = {
    plan: () => NEVER,
    standingPlan: () => NEVER,
    explain: () => NEVER,
    choice: { hub: () => NEVER, whatIf: () => NEVER, whatIfs: () => NEVER, kept: () => NEVER },
    hedge: () => NEVER,
    frontier: (_, __, watch = {}) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      watch.signal?.addEventListener('abort', () => reject(watch.signal?.reason));
      asked.push({ finish: resolve, fail: reject, watch });
      return promise;
    },
  };
  const board = jobBoard(desk, { clock: { now: (): Instant => instantFromMs(now) }, newId: () => `job-${(ids += 1)}`, onBroken: (error) => broken.push(error) });
  return {
    board,
    asked,
    broken,
    pass: (ms) => void (now += ms),
    begin: (key = null, asOf, attended = false) => {
      const started = board.start('x', { kind: 'frontier', asOf }, { key, attended, owner: 'ann' });
      invariant(started.ok, 'the job is begun');
      return started.value;
    },
  };
}

describe('a job', () => {
  test('tells its progress with the gap, and its seconds', () => {
    const { begin, asked, pass } = setUp();
    const job = begin();
    asked[0]?.watch.onProgress?.(progress);
    pass(2500);
    expect(job.view()).toMatchObject({ status: 'running', seconds: 2.5, endedAt: null, progress: { phase: 'plan', objective: 110, bound: 99, gap: 0.1 } });
  });

  test('is done with its result', async () => {
    const { begin, asked } = setUp();
    const job = begin();
    expect(job.result()).toBeNull();
    asked[0]?.finish(ok(report));
    await job.ended;
    expect([job.view().status, job.result()]).toEqual(['done', { kind: 'frontier', answer: report }]);
  });

  test('has failed with the failure that the desk answered', async () => {
    const { begin, asked } = setUp();
    const job = begin();
    asked[0]?.finish(err({ code: 'planning-failed', message: 'm', remedy: 'r' }));
    await job.ended;
    expect(job.view()).toMatchObject({ status: 'failed', failure: { code: 'planning-failed', message: 'm', remedy: 'r' } });
  });

  test.each([
    ['a store or a solver that gave way', Object.assign(new Error('m'), { code: 'solver-lost', remedy: 'r' }), { code: 'solver-lost', message: 'm', remedy: 'r' }, 0],
    ['our own mistake, without the inside', new Error('a secret'), { code: 'broken', message: 'the server made a mistake; its log says which' }, 1],
  ])('has failed by %s', async (_, error, failure, logged) => {
    const { begin, asked, broken } = setUp();
    const job = begin();
    asked[0]?.fail(error);
    await job.ended;
    expect(job.view()).toMatchObject({ status: 'failed', failure });
    expect(broken).toHaveLength(logged);
  });

  test('that is cancelled when it is done stays done', async () => {
    const { begin, asked } = setUp();
    const job = begin();
    asked[0]?.finish(ok(report));
    await job.ended;
    expect((await job.cancel()).status).toBe('done');
  });
});

describe('an attended job', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watching = (job: Job): { readonly leave: () => Promise<unknown> } => {
    const gone = new AbortController();
    const views = job.watch(gone.signal);
    const read = (async () => {
      for await (const _ of views) if (gone.signal.aborted) return;
    })();
    return {
      leave: () => {
        gone.abort();
        return vi.advanceTimersByTimeAsync(200).then(() => read);
      },
    };
  };

  test('goes on while somebody watches, also over a short break, and is given up when nobody comes back', async () => {
    const job = setUp().begin(null, undefined, true);
    const first = watching(job);
    await vi.advanceTimersByTimeAsync(60_000);
    await first.leave();
    await vi.advanceTimersByTimeAsync(3_000);
    const second = watching(job);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(job.view().status).toBe('running');
    await second.leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(job.view().status).toBe('cancelled');
  });

  test('is given up when nobody ever comes', async () => {
    const job = setUp().begin(null, undefined, true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(job.view().status).toBe('cancelled');
  });

  test('any other goes on unwatched', async () => {
    const job = setUp().begin();
    await watching(job).leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(job.view().status).toBe('running');
  });
});

describe('the board', () => {
  test('runs four at once; the others wait, may be cancelled while they wait, and follow', async () => {
    const { begin, asked } = setUp();
    const all = Array.from({ length: 6 }, () => begin());
    expect(all.map((job) => job.view().status)).toEqual(['running', 'running', 'running', 'running', 'waiting', 'waiting']);
    expect((await all[4]?.cancel())?.status).toBe('cancelled');
    asked[0]?.finish(ok(report));
    await all[0]?.ended;
    await expect.poll(() => all[5]?.view().status).toBe('running');
    expect(asked).toHaveLength(5);
  });

  test('takes fifty at a time, and then says what to do', () => {
    const { begin, board } = setUp();
    for (let n = 0; n < 50; n += 1) begin();
    expect(board.start('x', { kind: 'frontier' }, { key: null, attended: false, owner: 'ann' })).toMatchObject({ ok: false, error: { code: 'too-many-jobs', remedy: expect.stringContaining('cancel') as string } });
  });

  test('runs a job that had to wait in the context of whoever began it, not of whose end made room', async () => {
    const who = new AsyncLocalStorage<string>();
    const heard: (string | undefined)[] = [];
    const first = Promise.withResolvers<Answer>();
    const desk: PlanningDesk = { plan: () => NEVER, standingPlan: () => NEVER, explain: () => NEVER, hedge: () => NEVER, choice: { hub: () => NEVER, whatIf: () => NEVER, whatIfs: () => NEVER, kept: () => NEVER }, frontier: () => (heard.push(who.getStore()), heard.length === 1 ? first.promise : NEVER) };
    const board = jobBoard(desk, { clock: { now: (): Instant => instantFromMs(0) }, newId: () => `job-${Math.random()}`, onBroken: () => undefined });
    const begin = (owner: string) => who.run(owner, () => board.start('x', { kind: 'frontier' }, { key: null, attended: false, owner }));
    for (const owner of ['a', 'b', 'c', 'd', 'e']) begin(owner);
    expect(heard).toEqual(['a', 'b', 'c', 'd']);
    first.resolve(ok(report));
    await vi.waitFor(() => expect(heard).toEqual(['a', 'b', 'c', 'd', 'e']));
  });

  test('answers the same job under the same key, of each operation its own, and refuses another question', () => {
    const { begin, board } = setUp();
    const job = begin('k', '2020-03-16');
    expect(begin('k', '2020-03-16')).toBe(job);
    expect(board.start('y', { kind: 'frontier', asOf: '2020-03-16' }, { key: 'k', attended: false, owner: 'ann' })).not.toMatchObject({ value: job });
    expect(board.start('x', { kind: 'frontier', asOf: '2020-03-17' }, { key: 'k', attended: false, owner: 'ann' })).toMatchObject({ ok: false, error: { code: 'key-reused' } });
  });

  test('forgets a job and its key an hour after its end, not after its start', async () => {
    const { begin, board, asked, pass } = setUp();
    const job = begin('k');
    const { job: id } = job.view();
    pass(2 * HOUR_MS);
    expect(board.find('x', id, 'ann')).toBe(job);
    asked[0]?.finish(ok(report));
    await job.ended;
    pass(HOUR_MS);
    expect(board.find('x', id, 'ann')).toBe(job);
    pass(1);
    expect(board.find('x', id, 'ann')).toBeNull();
    expect(begin('k')).not.toBe(job);
  });

  test('shows a job to its owner only, whose keys are their own', () => {
    const { begin, board } = setUp();
    const job = begin('k');
    expect(board.find('x', job.view().job, 'bo')).toBeNull();
    expect(board.start('x', { kind: 'frontier' }, { key: 'k', attended: false, owner: 'bo' })).not.toMatchObject({ value: job });
  });

  test('shows a job to its own operation only', () => {
    const { begin, board } = setUp();
    expect(board.find('y', begin().view().job, 'ann')).toBeNull();
  });

  test('cancels everything when it is closed', async () => {
    const { begin, board } = setUp();
    const all = Array.from({ length: 5 }, () => begin());
    await board.close();
    expect(all.map((job) => job.view().status)).toEqual(Array.from({ length: 5 }, () => 'cancelled'));
  });
});
