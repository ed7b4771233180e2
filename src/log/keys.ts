// The keys of a log, as it publishes them: the first one, and each further one with the statement that brings it in, a note
// signed with the key before it and with itself. It says at which tree the new key takes over. Whoever trusts one key can so
// trust those that follow. As canonical JSON, so that no byte of it can change unseen.

import canonicalize from 'canonicalize';
import { err, ok, type Result } from '../domain/result.ts';
import { readRoot, readSize, type TreeHead } from './checkpoint.ts';
import { type Sha256Into, textOf, toBase64, utf8, type VerifySignature } from './hash.ts';
import { readNote, readVerifierKey, signers, type VerifierKey } from './note.ts';

/** The first line of a statement; a checkpoint's first line is an origin, and its second a number. */
const STATEMENT = 'airbridge/log-rotation/v1';

export interface PublishedKey {
  readonly vkey: string;
  /** Signs checkpoints of this size and above, up to where the next key takes over. */
  readonly from: number;
  /** Of the first key: null. */
  readonly statement: string | null;
}

export interface PublishedKeys {
  readonly origin: string;
  readonly keys: readonly PublishedKey[];
}

export interface Rotation extends TreeHead {
  readonly origin: string;
  readonly old: string;
  readonly next: string;
}

export const statementText = ({ origin, size, root, old, next }: Rotation): string => `${STATEMENT}\n${origin}\n${size}\n${toBase64(root)}\n${old}\n${next}\n`;

export const writeKeys = (keys: PublishedKeys): string => canonicalize({ origin: keys.origin, keys: keys.keys.map(({ vkey, from, statement }) => ({ vkey, from, statement })) }) ?? '';

/** A key that the log may sign with, and the trees between which it may: `until` is where the next key took over, null for the last. */
export interface KnownKey {
  readonly key: VerifierKey;
  readonly from: number;
  readonly until: number | null;
}

export interface KnownKeys {
  readonly origin: string;
  readonly keys: readonly KnownKey[];
  /** The trees at which keys changed: each must be a beginning of the log. */
  readonly rotations: readonly TreeHead[];
}

function readPublished(bytes: Uint8Array): PublishedKeys | null {
  const text = textOf(bytes);
  try {
    const value = JSON.parse(text ?? '') as Partial<PublishedKeys>;
    const isKey = (key: Partial<PublishedKey>): boolean => typeof key.vkey === 'string' && typeof key.from === 'number' && (key.statement === null || typeof key.statement === 'string');
    if (typeof value.origin !== 'string' || !Array.isArray(value.keys) || value.keys.length === 0 || !value.keys.every(isKey)) return null;
    const keys: PublishedKeys = { origin: value.origin, keys: value.keys };
    return writeKeys(keys) === text ? keys : null;
  } catch {
    return null;
  }
}

interface Tools {
  readonly sha256: Sha256Into;
  readonly verifySignature: VerifySignature;
}

/** Reads the keys, and checks each statement. The error says which key fails, and why. */
export function readKeys(bytes: Uint8Array, { sha256, verifySignature }: Tools): Result<KnownKeys, string> {
  const published = readPublished(bytes);
  if (published === null) return err('they have not the form of a list of keys');
  const { origin } = published;
  const keys: KnownKey[] = [];
  const rotations: TreeHead[] = [];
  for (const [at, { vkey, from, statement }] of published.keys.entries()) {
    const key = readVerifierKey(sha256, vkey);
    if (!key.ok) return err(`key ${at + 1}: ${key.error}`);
    if (key.value.name !== origin) return err(`key ${at + 1} is not of ${origin}`);
    const before = keys.at(-1);
    if (before === undefined) {
      if (from !== 0 || statement !== null) return err('the first key is brought in by no other');
    } else {
      const rotation = rotationIn(statement ?? '', before.key, key.value, verifySignature);
      if (!rotation.ok) return err(`key ${at + 1}: ${rotation.error}`);
      if (rotation.value.origin !== origin || rotation.value.size !== from || from < before.from) return err(`key ${at + 1}: its statement is of another log or another size`);
      keys[at - 1] = { ...before, until: from };
      rotations.push(rotation.value);
    }
    keys.push({ key: key.value, from, until: null });
  }
  return ok({ origin, keys, rotations });
}

function rotationIn(statement: string, old: VerifierKey, next: VerifierKey, verifySignature: VerifySignature): Result<Rotation, string> {
  const note = readNote(utf8(statement));
  if (!note.ok) return err(`its statement cannot be read: ${note.error}`);
  const signed = signers(note.value, [old, next], verifySignature);
  if (!signed.ok) return err(`its statement does not hold: ${signed.error}`);
  if (!signed.value.includes(old)) return err('its statement is not signed with the key before it');
  if (!signed.value.includes(next) || note.value.signatures.length !== 2) return err('its statement is not signed with itself');
  const [title, origin = '', sizeText = '', rootText = '', oldKey, nextKey, ...more] = note.value.text.slice(0, -1).split('\n');
  const size = readSize(sizeText);
  const root = readRoot(rootText);
  if (title !== STATEMENT || size === null || root === null || oldKey !== old.vkey || nextKey !== next.vkey || more.length > 0) return err('its statement says something else');
  return ok({ origin, size, root, old: old.vkey, next: next.vkey });
}

/** The keys that may have signed a checkpoint of that size. */
export const keysAt = ({ keys }: KnownKeys, size: number): readonly VerifierKey[] => keys.filter(({ from, until }) => size >= from && (until === null || size <= until)).map(({ key }) => key);
