// The hash that chains a journal, at any of its facts, reckoned from the facts alone: hash(n) = SHA-256(hash(n−1) ‖ canonical JSON of
// fact n), hash(0) is 64 zeros. The store keeps the same chain by code of its own; the contract suite holds the two together.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Fact } from '../../domain/facts.ts';
import { invariant } from '../../domain/result.ts';

/** By journal; a journal as an array only ever grows, so what was reckoned stays right. */
const reckoned = new WeakMap<readonly Fact[], string[]>();

/** The chain's hash after the fact with this sequence number, from 1. O(facts) the first time. */
export function chainAt(journal: readonly Fact[], seq: number): string {
  const hashes = reckoned.get(journal) ?? ['0'.repeat(64)];
  reckoned.set(journal, hashes);
  for (let n = hashes.length; n <= seq; n++) {
    const fact = journal[n - 1];
    invariant(fact !== undefined && fact.seq === n, `the journal has fact ${n} at its place`);
    const { id, operation, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body } = fact;
    const text = canonicalize({ id, operation, seq: n, kind, occurredAt, recordedAt, by, key, sources, note, evidence, body });
    invariant(text !== undefined, 'a fact has a canonical form');
    hashes.push(bytesToHex(sha256(utf8ToBytes((hashes[n - 1] ?? '') + text))));
  }
  return hashes[seq] ?? '';
}
