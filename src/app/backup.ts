// A backup: everything that a store holds as lines of JSON, to be carried into an empty store of either kind (restore.ts).
// First the heads, then documents, people, accounts, logs and journals, so that no fact comes before what it names; last a checksum over all
// that came before. docs/concepts/storage.md has the format. Not for exchange with others: that is a pack.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OperationId } from '../domain/ids.ts';
import { invariant } from '../domain/result.ts';
import type { Archive, Clock, Head, Store } from './ports.ts';

/** 2: with accounts. 3: with subscriptions to alerts. 3: with transparency logs. */
export const BACKUP_VERSION = 3;

/** How much went into a backup, or came out of one. */
export interface Carried {
  readonly operations: readonly (Head & { readonly operation: OperationId })[];
  readonly documents: number;
  readonly people: number;
  /** Members of a server with accounts. */
  readonly accounts: number;
  /** Transparency logs, each with its keys and its last checkpoint. */
  readonly logs: number;
}

/** SHA-256 over lines, each with its line feed. */
export class LineSum {
  readonly #sum = sha256.create();

  add(line: string): void {
    this.#sum.update(utf8ToBytes(`${line}\n`));
  }

  hex(): string {
    return bytesToHex(this.#sum.digest());
  }
}

/** Lines without their line feeds. The store may be written to meanwhile: the backup has the heads that stood when it began. */
export async function* backupLines(store: Store & Archive, clock: Clock, done: (carried: Carried) => void): AsyncGenerator<string, void, undefined> {
  const sum = new LineSum();
  let lines = 0;
  const line = (value: object): string => {
    const text = JSON.stringify(value);
    sum.add(text);
    lines += 1;
    return text;
  };
  // Before the heads: no checkpoint is then of more than the journal that is carried.
  const logs = await store.logStates();
  const operations = await headsOf(store);
  yield line({ airbridge: 'backup', version: BACKUP_VERSION, madeAt: clock.now(), operations });
  const documents = await store.evidenceHashes();
  for (const hash of documents) {
    const content = await store.evidence(hash);
    invariant(content !== null, `the document ${hash} was listed`);
    yield line({ document: { sha256: hash, base64: Buffer.from(content).toString('base64') } });
  }
  const people = await store.people();
  for (const person of people) yield line({ person });
  const accounts = await store.accounts();
  for (const account of accounts) yield line({ account });
  // Before the journals: whoever restores does not open a log that stands under another key.
  for (const log of logs) yield line({ log });
  for (const { operation, seq, hash } of operations) {
    let last: string | null = null;
    for await (const entry of store.entries(operation, seq)) {
      last = entry.head.hash;
      yield line({ entry });
    }
    invariant(last === hash, `the facts of ${operation} give its head`);
  }
  yield JSON.stringify({ end: { lines, sha256: sum.hex() } });
  done({ operations, documents: documents.length, people: people.length, accounts: accounts.filter(({ table }) => table === 'member').length, logs: logs.length });
}

async function headsOf(store: Store): Promise<Carried['operations']> {
  const heads: (Head & { readonly operation: OperationId })[] = [];
  for (const operation of await store.operations()) heads.push({ operation, ...(await store.head(operation)) });
  return heads;
}
