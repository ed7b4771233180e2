// Publication: signs the tree of an operation's journal as it stands. What is signed is kept before anybody sees it, and a tree
// that does not extend what was signed last is never signed: the old checkpoint stays, and the log says what is wrong.

import type { OperationId } from '../../domain/ids.ts';
import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { checkpointText, readCheckpoint, type TreeHead } from '../../log/checkpoint.ts';
import { isSame, type Sha256Into, toBase64, utf8 } from '../../log/hash.ts';
import { type PublishedKeys, statementText } from '../../log/keys.ts';
import { readNote, readVerifierKey, verifierKey, type VerifierKey, writeNote } from '../../log/note.ts';
import type { Failure } from '../failure.ts';
import type { Clock, LogKey, LogState, Signer, Store } from '../ports.ts';
import type { OperationLog } from './operation-log.ts';

export interface LogTools {
  readonly store: Store;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly sha256: Sha256Into;
  /** Host and port, as people type them: the name of each log begins with it. */
  readonly host: string;
}

/** The name of an operation's log: its address without the scheme, as it was when the log was opened. It stays when the server moves. */
const originOf = (host: string, operation: OperationId): string => `${host}/log/${operation}`;

export interface Signed extends TreeHead {
  readonly origin: string;
  readonly checkpoint: string;
  readonly keys: PublishedKeys;
  /** Why nothing newer was signed; null: it is of the journal as it stands. */
  readonly problem: string | null;
}

/** More often than this no two processes sign at the very same time. */
const TRIES = 10;

/** Signs the tree as it stands, if it extends what was signed last. */
export async function sign(log: OperationLog, tools: LogTools): Promise<Signed> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await tools.store.logState(log.operation);
    const standing = before === null ? null : signedIn(before);
    const problem = standing === null ? null : await contradiction(log, standing);
    if (before !== null && standing !== null && (problem !== null || isCurrent(log, before, standing))) return { ...standing, problem };
    const keys = before?.keys ?? [firstKey(log, tools)];
    const state: LogState = { operation: log.operation, keys, checkpoint: checkpointOf(log, keys, tools) };
    if (await tools.store.keepLogState(state, before)) return { ...signedIn(state), problem: null };
  }
  throw new Error(`the log of ${log.operation} could not be signed: others kept signing it at the same time`);
}

/** A new key takes over from the tree as it stands; `from`: the key that is to be replaced, so that asking twice replaces once. */
export async function rotate(log: OperationLog, tools: LogTools, from: string): Promise<Result<Signed, Failure>> {
  const signed = await sign(log, tools);
  if (signed.problem !== null) return err({ code: 'log-refused', message: `nothing is signed: ${signed.problem}`, remedy: 'put the journal back from a backup first' });
  const before = await tools.store.logState(log.operation);
  const old = before?.keys.at(-1);
  invariant(before !== null && old !== undefined, 'what was signed was kept');
  if (old.vkey !== from) return err({ code: 'log-key-changed', message: `${from} does not sign any more`, remedy: `the key that signs is ${old.vkey}` });
  const { origin } = signed;
  const seed = tools.signer.newSeed();
  const next = verifierKey(tools.sha256, origin, tools.signer.publicKey(seed));
  const text = statementText({ origin, size: log.size, root: log.root(), old: old.vkey, next: next.vkey });
  const statement = writeNote(text, [{ key: keyOf(old, tools), signature: tools.signer.sign(old.seed, utf8(text)) }, { key: next, signature: tools.signer.sign(seed, utf8(text)) }]);
  const keys = [...before.keys, { vkey: next.vkey, seed, from: log.size, statement }];
  const state: LogState = { operation: log.operation, keys, checkpoint: checkpointOf(log, keys, tools) };
  if (await tools.store.keepLogState(state, before)) return ok({ ...signedIn(state), problem: null });
  return err({ code: 'log-key-changed', message: 'somebody else changed the log at the same time', remedy: 'look at its key, and try again' });
}

/** What is wrong with the tree, held against the last checkpoint; null: it extends it. */
export async function contradiction(log: OperationLog, { size, root }: TreeHead): Promise<string | null> {
  if (size > log.size) return `the journal gives ${log.size} leaves, but a checkpoint of ${size} was signed`;
  if (isSame(await log.rootAt(size), root)) return null;
  return `the first ${size} leaves that the journal gives are not those that were signed (root ${toBase64(root)})`;
}

/** What stands in a state that was kept. It was written here; that it cannot be read is no expected failure. */
export function signedIn({ keys, checkpoint }: LogState): Signed {
  const note = readNote(utf8(checkpoint ?? ''));
  invariant(note.ok, 'a kept checkpoint is a note');
  const head = readCheckpoint(note.value);
  invariant(head.ok, 'a kept checkpoint can be read');
  const { origin } = head.value;
  return { ...head.value, checkpoint: checkpoint ?? '', keys: { origin, keys: keys.map(({ vkey, from, statement }) => ({ vkey, from, statement })) }, problem: null };
}

/** Of this tree, and signed with the key that signs now. */
function isCurrent(log: OperationLog, { keys }: LogState, { size, checkpoint }: Signed): boolean {
  const id = /\+([0-9a-f]{8})\+/.exec(keys.at(-1)?.vkey ?? '')?.[1] ?? '';
  const note = readNote(utf8(checkpoint));
  return size === log.size && note.ok && note.value.signatures.some((it) => Buffer.from(it.id).toString('hex') === id);
}

function firstKey({ operation }: OperationLog, { signer, sha256, host }: LogTools): LogKey {
  const seed = signer.newSeed();
  return { vkey: verifierKey(sha256, originOf(host, operation), signer.publicKey(seed)).vkey, seed, from: 0, statement: null };
}

function keyOf({ vkey }: LogKey, { sha256 }: LogTools): VerifierKey {
  const key = readVerifierKey(sha256, vkey);
  invariant(key.ok, 'a kept key can be read');
  return key.value;
}

function checkpointOf(log: OperationLog, keys: readonly LogKey[], tools: LogTools): string {
  const last = keys.at(-1);
  invariant(last !== undefined, 'a log has a key');
  const key = keyOf(last, tools);
  const text = checkpointText({ origin: key.name, size: log.size, root: log.root() });
  return writeNote(text, [{ key, signature: tools.signer.sign(last.seed, utf8(text)) }]);
}
