// A journal followed over any number of breaks and restarts: each fact once, in order.

import type { FactEvent, HeadEvent } from '../http/contract/answers.ts';
import { lasting, type StreamState } from './stream.ts';
import type { ClientFailure, Wire } from './wire.ts';

export interface Follow {
  /** The last sequence number that the reader has; absent: from now on. */
  readonly after?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onState?: ((state: StreamState) => void) | undefined;
}

export type ClientEvent =
  | ({ readonly event: 'fact' } & FactEvent)
  /** At each connection: where the journal ends now. */
  | { readonly event: 'head'; readonly seq: number }
  /** The journal is another one, restored from an older copy, and ends here: read everything anew. */
  | { readonly event: 'reset'; readonly seq: number }
  /** The last: coming back would not mend it. */
  | { readonly event: 'refused'; readonly failure: ClientFailure };

export async function* journalEvents(wire: Wire, operation: string, { after, ...options }: Follow): AsyncGenerator<ClientEvent, void> {
  let last = after ?? null;
  for await (const received of lasting(wire, `/v1/operations/${encodeURIComponent(operation)}/events`, { ...options, query: { after } })) {
    if (!received.ok) return yield { event: 'refused', failure: received.error };
    const { event, data } = received.value;
    if (event === 'fact') {
      const fact = data as FactEvent;
      if (last !== null && fact.seq <= last) continue;
      last = fact.seq;
      yield { event, ...fact };
    } else if (event === 'head' || event === 'reset') {
      const { seq } = data as HeadEvent;
      if (last === null || event === 'reset') last = seq;
      yield { event, seq };
    }
  }
}
