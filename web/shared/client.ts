// Questions to the server, typed by its contract. A refusal is thrown as a Refusal that bears the server's own remedy.

import type { Fact } from '../../src/domain/facts.ts';
import type { PlanProposed, Policy } from '../../src/domain/plan/plan.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';

/** What a page may make use of in a problem document. */
interface ProblemDocument {
  readonly code?: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly release?: readonly { readonly lot: string; readonly recipient: string; readonly route: readonly string[]; readonly cartons: number }[];
  readonly most?: number | null;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly remedy: string | null;
  /** false: nobody answered at all. */
  readonly answered: boolean;
  /** The whole problem document, for whoever knows its code. */
  readonly problem: ProblemDocument | null;

  constructor(message: string, remedy: string | null, answered: boolean, problem: ProblemDocument | null = null) {
    super(message);
    this.problem = problem;
    this.remedy = remedy;
    this.answered = answered;
  }
}

export const ofOperation = (operation: string): string => `/api/v1/operations/${encodeURIComponent(operation)}`;

/** A body that is handed in, once under its key where it is recorded. */
export interface Handed {
  readonly body: unknown;
  readonly key?: string;
}

export async function ask<T>(path: string, query: Readonly<Record<string, string | undefined>> = {}, signal?: AbortSignal, handed?: Handed): Promise<T> {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const address = pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
  let reply: Response;
  try {
    reply = await fetch(address, { ...(signal && { signal }), ...(handed && { method: 'POST', body: JSON.stringify(handed.body), headers: { 'content-type': 'application/json', ...(handed.key !== undefined && { 'idempotency-key': handed.key }) } }) });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refusal('', null, false);
  }
  const answer = (await reply.json().catch(() => null)) as (T & ProblemDocument) | null;
  if (reply.ok && answer !== null) return answer;
  throw new Refusal(answer?.detail ?? reply.statusText, answer?.remedy ?? null, answer !== null, answer);
}

export const askOperations = async (signal: AbortSignal): Promise<readonly OperationSummary[]> => (await ask<{ readonly operations: readonly OperationSummary[] }>('/api/v1/operations', {}, signal)).operations;
export const askPicture = (operation: string, asOf: string | undefined, signal: AbortSignal): Promise<Picture> => ask(`${ofOperation(operation)}/picture`, { asOf }, signal);
export const askPlan = (operation: string, asOf: string | undefined, policy: Policy, signal: AbortSignal): Promise<PlanProposed> => ask(`${ofOperation(operation)}/standing-plan`, { asOf, policy }, signal);

/** One fact by its sequence number. */
export async function askFact(operation: string, seq: number, signal: AbortSignal): Promise<Fact | null> {
  const { facts } = await ask<{ readonly facts: readonly Fact[] }>(`${ofOperation(operation)}/facts`, { after: String(seq - 1), limit: '1' }, signal);
  return facts[0] ?? null;
}
