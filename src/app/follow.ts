// Following a journal: what stands after a number, page by page, and then each fact as it comes in, whoever writes it. What
// this process writes is heard at once; what others write into the same database is found by looking at the head.
// Not here: how it reaches a reader (http/).

import type { OperationId } from '../domain/ids.ts';
import type { Fact } from '../domain/facts.ts';
import type { FactNotice, JournalEvent } from './desk.ts';
import type { Store } from './ports.ts';

/** How long a fact that another process wrote may stay unseen. */
const LOOK_MS = 1_000;
/** Facts handed on at a time: a reader that is slow holds no more than this. */
const PAGE = 500;

export interface FollowedStore {
  /** The same store; whoever follows hears at once of what is appended through it. */
  readonly store: Store;
  /**
   * Never ends by itself. Begins with the head, or with a reset where the journal ends before `after`: it was restored from an
   * older copy. `after` null: from the present head on. Throws what the store throws.
   */
  readonly follow: (operation: OperationId, after: number | null, signal: AbortSignal) => AsyncGenerator<readonly JournalEvent[], void>;
}

export function followed(store: Store): FollowedStore {
  const listening = new Map<OperationId, Set<() => void>>();
  const wake = (operation: OperationId): void => {
    for (const listener of listening.get(operation) ?? []) listener();
  };

  /** Comes back when something was appended here, after a while, or when the reader has gone. */
  const pause = (operation: OperationId, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const listeners = listening.get(operation) ?? new Set();
      listening.set(operation, listeners);
      const on = (): void => {
        clearTimeout(timer);
        listeners.delete(on);
        signal.removeEventListener('abort', on);
        resolve();
      };
      const timer = setTimeout(on, LOOK_MS);
      listeners.add(on);
      signal.addEventListener('abort', on, { once: true });
      if (signal.aborted) on();
    });

  async function* follow(operation: OperationId, after: number | null, signal: AbortSignal): AsyncGenerator<readonly JournalEvent[], void> {
    const begin = await store.head(operation);
    let seen = Math.min(after ?? begin.seq, begin.seq);
    yield [after !== null && after > begin.seq ? { event: 'reset', seq: seen } : { event: 'head', seq: begin.seq }];
    while (!signal.aborted) {
      const { seq } = await store.head(operation);
      if (seq < seen) yield [{ event: 'reset', seq: (seen = seq) }];
      if (seq <= seen) await pause(operation, signal);
      else {
        const page = (await store.facts(operation, seen)).slice(0, PAGE);
        yield page.map(noticeOf);
        seen = page.at(-1)?.seq ?? seen;
      }
    }
  }

  return {
    follow,
    store: {
      operations: () => store.operations(),
      head: (operation) => store.head(operation),
      facts: (operation, after) => store.facts(operation, after),
      append: async (operation, facts, decide) => {
        const appended = await store.append(operation, facts, decide);
        if (appended.ok && appended.value.fresh > 0) wake(operation);
        return appended;
      },
      balances: (operation) => store.balances(operation),
      putEvidence: (content) => store.putEvidence(content),
      evidence: (hash) => store.evidence(hash),
      keepPerson: (operation, person) => store.keepPerson(operation, person),
      person: (operation, commitment) => store.person(operation, commitment),
      forgetPerson: (operation, commitment) => store.forgetPerson(operation, commitment),
      postings: (operation, after, upTo) => store.postings(operation, after, upTo),
      logState: (operation) => store.logState(operation),
      keepLogState: (state, before) => store.keepLogState(state, before),
      close: () => store.close(),
    },
  };
}

/** For facts that lie in a pack: they never change. */
export async function* stillJournal(facts: readonly Fact[], after: number | null, signal: AbortSignal): AsyncGenerator<readonly JournalEvent[], void> {
  yield [{ event: 'head', seq: facts.length }];
  const rest = facts.slice(after ?? facts.length);
  if (rest.length > 0) yield rest.map(noticeOf);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

const noticeOf = ({ seq, kind, occurredAt, recordedAt }: Fact): FactNotice => ({ event: 'fact', seq, kind, occurredAt, recordedAt });
