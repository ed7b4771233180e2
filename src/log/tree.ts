// The Merkle tree of RFC 6962, section 2.1: a leaf's hash is SHA-256(00 ‖ leaf), a node's SHA-256(01 ‖ left ‖ right), and the
// root over n leaves splits at the largest power of two below n. Frontier grows by one hash after the other and knows the
// root at each size. How hashes lie in tiles is in tiles.ts.

import { HASH_BYTES, hashOf, joined, type Sha256Into } from './hash.ts';

const LEAF = Uint8Array.of(0);
const NODE = 1;

export const leafHash = (sha256: Sha256Into, leaf: Uint8Array): Uint8Array => hashOf(sha256, joined(LEAF, leaf));

/** Writes the hash of a node into `into` at `at`; both sides may lie in `into`. */
export type NodeInto = (left: Uint8Array, right: Uint8Array, into: Uint8Array, at: number) => void;

export function nodeHasher(sha256: Sha256Into): NodeInto {
  const node = new Uint8Array(1 + 2 * HASH_BYTES);
  node[0] = NODE;
  return (left, right, into, at) => {
    node.set(left, 1);
    node.set(right, 1 + HASH_BYTES);
    sha256(node, into, at);
  };
}

export function nodeHash(sha256: Sha256Into, left: Uint8Array, right: Uint8Array): Uint8Array {
  const hash = new Uint8Array(HASH_BYTES);
  nodeHasher(sha256)(left, right, hash, 0);
  return hash;
}

/**
 * The root over a row of hashes whose number is a power of two, such as a full tile: they lie one after the other in `row`,
 * which is used up. O(n) hashes, nothing is allocated.
 */
export function foldRow(sha256: Sha256Into, row: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + 2 * HASH_BYTES);
  node[0] = NODE;
  for (let width = row.length / HASH_BYTES; width > 1; width /= 2) {
    for (let at = 0; at < width; at += 2) {
      // By hand: a view for each pair costs as much as its hash.
      const from = at * HASH_BYTES;
      for (let byte = 0; byte < 2 * HASH_BYTES; byte += 1) node[byte + 1] = row[from + byte] ?? 0;
      sha256(node, row, from / 2);
    }
  }
  return row.slice(0, HASH_BYTES);
}

/** The right edge of a growing tree: the roots of its full subtrees, the largest first. */
export class Frontier {
  size = 0;
  readonly #sha256: Sha256Into;
  readonly #node: NodeInto;
  readonly #peaks: { readonly leaves: number; readonly hash: Uint8Array }[] = [];

  constructor(sha256: Sha256Into) {
    this.#sha256 = sha256;
    this.#node = nodeHasher(sha256);
  }

  /** Adds the root of a full subtree of so many leaves, a power of two that divides the size. */
  push(hash: Uint8Array, leaves = 1): void {
    let grown = { leaves, hash };
    for (let last = this.#peaks.at(-1); last !== undefined && last.leaves === grown.leaves; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      const merged = new Uint8Array(HASH_BYTES);
      this.#node(last.hash, grown.hash, merged, 0);
      grown = { leaves: last.leaves * 2, hash: merged };
    }
    this.#peaks.push(grown);
    this.size += leaves;
  }

  /** Of no leaves it is the hash of nothing. */
  root(): Uint8Array {
    const last = this.#peaks.at(-1);
    if (last === undefined) return hashOf(this.#sha256, new Uint8Array(0));
    let root = last.hash;
    for (const { hash } of this.#peaks.slice(0, -1).toReversed()) root = nodeHash(this.#sha256, hash, root);
    return root;
  }
}
