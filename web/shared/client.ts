// The pages' one client of the server that served them. Where a page asks through a query, a refusal is thrown as a Refusal that
// bears the server's own remedy.

import { airbridgeClient, type ClientFailure } from '../../src/client/client.ts';
import type { Fact } from '../../src/domain/facts.ts';
import type { Result } from '../../src/domain/result.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';

export const client = airbridgeClient({ url: '' });

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly remedy: string | null;
  /** false: nobody answered at all. */
  readonly answered: boolean;
  readonly failure: ClientFailure;

  constructor(failure: ClientFailure) {
    super(failure.message);
    this.failure = failure;
    this.answered = failure.status !== null;
    this.remedy = failure.remedy;
  }
}

/** The value, for a query. @throws Refusal */
export async function given<T>(asked: Promise<Result<T, ClientFailure>>): Promise<T> {
  const answer = await asked;
  if (answer.ok) return answer.value;
  throw new Refusal(answer.error);
}

export const askOperations = async (signal: AbortSignal): Promise<readonly OperationSummary[]> => (await given(client.operations({ signal }))).operations;
export const askPicture = (operation: string, asOf: string | undefined, signal: AbortSignal): Promise<Picture> => given(client.picture(operation, { asOf }, { signal }));

/** One fact by its sequence number. */
export async function askFact(operation: string, seq: number, signal: AbortSignal): Promise<Fact | null> {
  const { facts } = await given(client.facts(operation, { after: seq - 1, limit: 1 }, { signal }));
  return facts[0] ?? null;
}
