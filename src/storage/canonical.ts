// What exactly is hashed: JSON in the one canonical form of RFC 8785, and SHA-256 over it. The chain of an operation:
// hash(n) = SHA-256(hash(n−1) ‖ canonical JSON of fact n), both as text; hash(0) is 64 zeros.

import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fact, NewFact } from '../domain/facts.ts';
import { Sha256 } from '../domain/ids.ts';
import { invariant } from '../domain/result.ts';
import { StorageError } from './errors.ts';

export const NO_HASH = Sha256.parse('0'.repeat(64));

const sha256 = (content: string | Uint8Array): Sha256 => Sha256.parse(hash('sha256', content));

/** PostgreSQL's text cannot hold the character zero, and half a surrogate pair is no text at all. */
export function canonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageError('unstorable', `This cannot be stored: ${reason}.`, 'Remove the damaged characters or numbers and send it again.', { cause: error });
  }
  invariant(text !== undefined, 'only JSON can be stored');
  if (text.includes('\\u0000') && /(?:^|[^\\])(?:\\\\)*\\u0000/.test(text)) {
    throw new StorageError('unstorable', 'This cannot be stored: a text in it holds the character zero.', 'Remove that character and send it again.');
  }
  return text;
}

export const chained = (before: Sha256, written: string): Sha256 => sha256(before + written);
/** What makes two facts under one key the same. */
export const fingerprint = (fact: Pick<NewFact, 'kind' | 'occurredAt' | 'body'>): Sha256 => sha256(canonical({ kind: fact.kind, occurredAt: fact.occurredAt, body: fact.body }));
export const contentHash = (content: Uint8Array): Sha256 => sha256(content);

/** A fact with its members and nothing beside them, in the form that is hashed. */
export function canonicalFact(fact: Fact): string {
  const { id, operation, seq, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body } = fact;
  return canonical({ id, operation, seq, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body });
}
