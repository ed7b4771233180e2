// Puts a backup (backup.ts) into an empty store. The whole file is checked before anything is written. What was cut off in
// the middle is taken up again by restoring the same file once more.

import { z } from 'zod';
import { OperationId, Sha256 } from '../domain/ids.ts';
import { BrokenInvariant, err, ok, type Result } from '../domain/result.ts';
import { BACKUP_VERSION, type Carried, LineSum } from './backup.ts';
import type { AccountRow, Archive, Entry, Store } from './ports.ts';

export interface RestoreFailure {
  readonly code: 'backup-damaged' | 'backup-version' | 'store-not-empty';
  readonly message: string;
  readonly remedy: string;
}

const Head = z.object({ seq: z.int().min(1), hash: Sha256 });
const First = z.object({ airbridge: z.literal('backup'), version: z.int(), operations: z.array(Head.extend({ operation: OperationId })) });
const Document = z.object({ sha256: Sha256, base64: z.base64() });
const Person = z.object({ operation: OperationId, commitment: Sha256, salt: z.hex(), person: z.object({ name: z.string(), contact: z.string().exactOptional(), role: z.string().exactOptional() }) });
/** What is inside the facts is vouched for by the chain of hashes. */
const Journalled = z.custom<Entry>((value) => z.object({ operation: OperationId, facts: z.array(z.object({ seq: z.int() })).min(1), postings: z.array(z.looseObject({})), head: Head }).safeParse(value).success);
const Account = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const Log = z.strictObject({
  operation: OperationId,
  keys: z.array(z.strictObject({ vkey: z.string(), seed: z.hex(), from: z.int(), statement: z.string().nullable() })).min(1),
  checkpoint: z.string().nullable(),
});
const Line = z.union([z.strictObject({ log: Log }), z.strictObject({ document: Document }), z.strictObject({ person: Person }), z.strictObject({ account: Account }), z.strictObject({ entry: Journalled })]);
const Last = z.strictObject({ end: z.object({ lines: z.int(), sha256: Sha256 }) });

/** Facts and entries a transaction. */
const FACTS_AT_ONCE = 1_000;
const ENTRIES_AT_ONCE = 500;

/** `lines` gives the file from its beginning, each time that it is called. */
export async function restore(store: Store & Archive, lines: () => AsyncIterable<string>): Promise<Result<Carried, RestoreFailure>> {
  const checked = await check(lines());
  if (!checked.ok) return checked;
  const standing = await standingIn(store, checked.value);
  if (!standing.ok) return standing;
  try {
    await write(store, lines(), standing.value);
  } catch (error) {
    if (error instanceof BrokenInvariant) return err(damaged(`its content contradicts itself: ${error.message}`));
    throw error;
  }
  return ok(checked.value.carried);
}

interface Checked {
  readonly carried: Carried;
  /** `seq hash` after each entry, per operation. */
  readonly heads: ReadonlyMap<OperationId, ReadonlySet<string>>;
}

const headText = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string => `${seq} ${hash}`;

async function check(lines: AsyncIterable<string>): Promise<Result<Checked, RestoreFailure>> {
  const sum = new LineSum();
  const heads = new Map<OperationId, Set<string>>();
  const ends = new Map<OperationId, string>();
  const found = { documents: 0, people: 0, accounts: 0, logs: 0 };
  let first: z.infer<typeof First> | null = null;
  let ended = false;
  let count = 0;
  for await (const text of lines) {
    if (ended) return err(damaged(`something follows its end (line ${count + 2})`));
    const value = parsed(text);
    const end = Last.safeParse(value);
    if (end.success) {
      if (end.data.end.lines !== count || end.data.end.sha256 !== sum.hex()) return err(damaged('its checksum is not that of its content'));
      ended = true;
      continue;
    }
    sum.add(text);
    count += 1;
    if (first === null) {
      const opening = readFirst(value);
      if (!opening.ok) return opening;
      first = opening.value;
      continue;
    }
    const line = Line.safeParse(value);
    if (!line.success) return err(damaged(`line ${count} cannot be read`));
    if ('document' in line.data) found.documents += 1;
    else if ('person' in line.data) found.people += 1;
    else if ('log' in line.data) found.logs += 1;
    else if ('account' in line.data) found.accounts += line.data.account.table === 'member' ? 1 : 0;
    else {
      const { operation, head } = line.data.entry;
      heads.set(operation, (heads.get(operation) ?? new Set()).add(headText(head)));
      ends.set(operation, headText(head));
    }
  }
  if (first === null || !ended) return err(damaged('it is cut short'));
  if (first.operations.length !== ends.size || first.operations.some((it) => ends.get(it.operation) !== headText(it))) return err(damaged('its journals do not end where its first line says'));
  return ok({ carried: { operations: first.operations, ...found }, heads });
}

function readFirst(value: unknown): Result<z.infer<typeof First>, RestoreFailure> {
  const first = First.safeParse(value);
  if (!first.success) return err(damaged('it does not begin like one'));
  if (first.data.version >= 1 && first.data.version <= BACKUP_VERSION) return ok(first.data);
  return err({ code: 'backup-version', message: `the backup is of version ${first.data.version}; this Airbridge reads up to version ${BACKUP_VERSION}`, remedy: 'restore it with the version of Airbridge that wrote it, or a newer one' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const damaged = (why: string): RestoreFailure => ({ code: 'backup-damaged', message: `the backup is damaged: ${why}`, remedy: 'take another copy of it, or an older backup' });

/** Where each journal goes on: at its beginning, or where restoring this same backup was cut off. */
async function standingIn(store: Store, { heads }: Checked): Promise<Result<ReadonlyMap<OperationId, number>, RestoreFailure>> {
  const standing = new Map<OperationId, number>();
  for (const operation of await store.operations()) {
    const head = await store.head(operation);
    if (heads.get(operation)?.has(headText(head)) !== true) {
      return err({ code: 'store-not-empty', message: `the store holds ${operation} already, with ${head.seq} facts that are not the beginning of the backup`, remedy: 'restore into an empty data folder (AIRBRIDGE_HOME) or an empty database (DATABASE_URL)' });
    }
    standing.set(operation, head.seq);
  }
  return ok(standing);
}

async function write(store: Store & Archive, lines: AsyncIterable<string>, standing: ReadonlyMap<OperationId, number>): Promise<void> {
  let waiting: Entry[] = [];
  const accounts: AccountRow[] = [];
  let facts = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await store.restoreEntries(waiting);
    waiting = [];
    facts = 0;
  };
  for await (const text of lines) {
    const line = Line.safeParse(parsed(text));
    if (!line.success) continue;
    if ('document' in line.data) await store.putEvidence(Buffer.from(line.data.document.base64, 'base64'));
    else if ('person' in line.data) await store.restorePerson(line.data.person);
    else if ('account' in line.data) accounts.push(line.data.account);
    // One that stands stays: it is this very one, from the first try.
    else if ('log' in line.data) await store.keepLogState(line.data.log, null);
    else if (line.data.entry.head.seq > (standing.get(line.data.entry.operation) ?? 0)) {
      waiting.push(line.data.entry);
      facts += line.data.entry.facts.length;
      if (facts >= FACTS_AT_ONCE || waiting.length >= ENTRIES_AT_ONCE) await flush();
    }
  }
  await flush();
  await store.restoreAccounts(accounts);
}
