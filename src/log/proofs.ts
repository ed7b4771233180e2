// Proofs of RFC 6962, made out of tiles and checked without them: that a leaf is in a tree (inclusion), and that a later tree
// only adds to an earlier one (consistency). Making follows the definition (RFC 6962, 2.1.1 and 2.1.2); checking is the
// procedure of RFC 9162, 2.1.3.2 and 2.1.4.2, which shares nothing with it.

import { invariant } from '../domain/result.ts';
import { HASH_BYTES, isSame, type Sha256Into } from './hash.ts';
import { nodeHash } from './tree.ts';
import { TILE_WIDTH, type Tile, widthAt } from './tiles.ts';

/** A tile of hashes; null: it is not there. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array | null> | Uint8Array | null;

/** A tree whose hashes lie in tiles. */
export interface TiledTree {
  readonly sha256: Sha256Into;
  readonly size: number;
  readonly tile: ReadTile;
}

/** A tile that a proof needs is not there. */
export class TileMissing extends Error {
  override readonly name = 'TileMissing';
  readonly tile: Tile;

  constructor(tile: Tile) {
    super('a tile is missing');
    this.tile = tile;
  }
}

const HEIGHT = 8;

/** Root of the full subtree over the leaves from index × 2^height on. */
async function fullSubtree({ sha256, size, tile }: TiledTree, height: number, index: number): Promise<Uint8Array> {
  const level = Math.floor(height / HEIGHT);
  const leaves = 2 ** (height % HEIGHT);
  const first = index * leaves;
  const at = Math.floor(first / TILE_WIDTH);
  const wanted: Tile = { level, index: at, width: Math.min(TILE_WIDTH, widthAt(size, level) - at * TILE_WIDTH) };
  const hashes = await tile(wanted);
  if (hashes?.length !== wanted.width * HASH_BYTES) throw new TileMissing(wanted);
  let row: Uint8Array[] = Array.from({ length: leaves }, (_, n) => hashes.slice((first % TILE_WIDTH + n) * HASH_BYTES, (first % TILE_WIDTH + n + 1) * HASH_BYTES));
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, n) => nodeHash(sha256, row[2 * n] ?? new Uint8Array(0), row[2 * n + 1] ?? new Uint8Array(0)));
  return row[0] ?? new Uint8Array(0);
}

/** The largest power of two below n, n > 1. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** Root over the leaves [from, to), where `from` is a multiple of the smallest power of two that is not below their number. */
async function subtree(tree: TiledTree, from: number, to: number): Promise<Uint8Array> {
  const leaves = to - from;
  const height = Math.log2(leaves);
  if (Number.isInteger(height)) return fullSubtree(tree, height, from / leaves);
  const middle = from + splitOf(leaves);
  return nodeHash(tree.sha256, await subtree(tree, from, middle), await subtree(tree, middle, to));
}

/** Root of the tree by its tiles, or of the tree that it was at an earlier size. */
export const rootByTiles = (tree: TiledTree, size: number = tree.size): Promise<Uint8Array> => subtree(tree, 0, size);

/** From the leaf upwards. Throws TileMissing. */
export async function inclusionProof(tree: TiledTree, index: number): Promise<Uint8Array[]> {
  invariant(index >= 0 && index < tree.size, `a tree of ${tree.size} leaves has a leaf ${index}`);
  const path: Uint8Array[] = [];
  let [from, to] = [0, tree.size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = index < middle;
    path.push(isLeft ? await subtree(tree, middle, to) : await subtree(tree, from, middle));
    if (isLeft) to = middle;
    else from = middle;
  }
  return path.toReversed();
}

/** That the tree of the first `earlier` leaves is its beginning; 0 < earlier ≤ size. Throws TileMissing. */
export async function consistencyProof(tree: TiledTree, earlier: number): Promise<Uint8Array[]> {
  invariant(earlier > 0 && earlier <= tree.size, `a tree of ${tree.size} leaves had ${earlier} leaves`);
  const path: Uint8Array[] = [];
  let [from, to] = [0, tree.size];
  while (earlier < to) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      path.push(await subtree(tree, middle, to));
      to = middle;
    } else {
      path.push(await subtree(tree, from, middle));
      from = middle;
    }
  }
  // The subtree that ends where the earlier tree does: both sides know it where it is that whole tree.
  if (from > 0) path.push(await subtree(tree, from, to));
  return path.toReversed();
}

export interface Inclusion {
  /** Of the leaf (tree.ts, leafHash). */
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Bits of an index or a size, lowest first; numbers go beyond 32 bits. */
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

export function checkInclusion(sha256: Sha256Into, { leafHash, index, size, proof, root }: Inclusion): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [at, last] = [index, size - 1];
  let hash = leafHash;
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, beside, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(sha256, hash, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

export function checkConsistency(sha256: Sha256Into, earlier: Head, later: Head, proof: readonly Uint8Array[]): boolean {
  if (earlier.size === later.size) return proof.length === 0 && isSame(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0;
  if (!(earlier.size < later.size)) return false;
  const path = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      before = nodeHash(sha256, beside, before);
      after = nodeHash(sha256, beside, after);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else after = nodeHash(sha256, after, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(before, earlier.root) && isSame(after, later.root);
}
