// The Merkle tree as RFC 6962 defines it, word for word and without thought of speed: what the log's own is held against.

import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
const splitOf = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

/** MTH(D[n]), section 2.1. */
export function plainRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), only);
  const k = splitOf(leaves.length);
  return sha256(Buffer.of(1), plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
}

/** PATH(m, D[n]), section 2.1.1. */
export function plainPath(m: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return m < k ? [...plainPath(m, leaves.slice(0, k)), plainRoot(leaves.slice(k))] : [...plainPath(m - k, leaves.slice(k)), plainRoot(leaves.slice(0, k))];
}

/** PROOF(m, D[n]), section 2.1.2. */
export function plainProof(m: number, leaves: readonly Uint8Array[], whole = true): Buffer[] {
  if (m === leaves.length) return whole ? [] : [plainRoot(leaves)];
  const k = splitOf(leaves.length);
  return m <= k ? [...plainProof(m, leaves.slice(0, k), whole), plainRoot(leaves.slice(k))] : [...plainProof(m - k, leaves.slice(k), false), plainRoot(leaves.slice(0, k))];
}
