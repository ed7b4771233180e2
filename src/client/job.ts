// A planning job from its start to its result, watched on the way, cancelled at the asker's signal.

import { err, ok } from '../domain/result.ts';
import type { JobAnswer, JobResults } from '../http/contract/answers.ts';
import type { JobAsk, JobKind } from '../http/contract/questions.ts';
import { lasting } from './stream.ts';
import type { Answer, ClientFailure, Wire } from './wire.ts';

export interface JobOptions {
  /** The same key with the same question finds the same job; absent: a new one. */
  readonly key?: string | undefined;
  /** Cancels the job, not only the waiting for it. So does the end of the program that waits. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((job: JobAnswer) => void) | undefined;
}

export async function runJob<K extends JobKind>(wire: Wire, operation: string, ask: JobAsk<K>, { key = crypto.randomUUID(), signal, onProgress }: JobOptions): Answer<JobResults[K]> {
  const jobs = `/v1/operations/${encodeURIComponent(operation)}/plan-jobs`;
  // Without the signal: a start whose answer is lost would leave a job that nobody can cancel.
  const started = await wire.ask<JobAnswer>(jobs, { method: 'POST', query: { attended: true }, body: ask, headers: { 'idempotency-key': key } });
  if (!started.ok) return started;
  if (isOver(started.value)) return outcome(started.value);
  const path = `${jobs}/${encodeURIComponent(started.value.job)}`;
  for await (const received of lasting(wire, `${path}/events`, { signal })) {
    if (!received.ok) return received;
    const job = received.value.data as JobAnswer;
    onProgress?.(job);
    if (!isOver(job)) continue;
    const ended = await wire.ask<JobAnswer>(path);
    return ended.ok ? outcome(ended.value) : ended;
  }
  const cancelled = await wire.ask<JobAnswer>(path, { method: 'DELETE' });
  return err(cancelled.ok ? (failureOf(cancelled.value) ?? TOO_LATE) : cancelled.error);
}

const isOver = ({ status }: JobAnswer): boolean => status === 'done' || status === 'failed' || status === 'cancelled';

async function outcome<K extends JobKind>(job: JobAnswer): Answer<JobResults[K]> {
  const failure = failureOf(job);
  return failure === null ? ok(job.result as JobResults[K]) : err(failure);
}

const failureOf = ({ failure }: JobAnswer): ClientFailure | null => (failure === null ? null : { ...failure, status: 200 });
const TOO_LATE: ClientFailure = { code: 'aborted', message: 'the job was done before it could be cancelled', remedy: 'look whether its plan was recorded', status: 200 };
