// Proofs made out of the tiles that a log serves, and checked: that leaves are in the tree that was signed, and that this tree
// extends each earlier one that somebody vouched for.

import type { TreeHead } from './checkpoint.ts';
import { HASH_BYTES, type Sha256Into } from './hash.ts';
import { problem, type Problem } from './problem.ts';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof, type TiledTree, TileMissing } from './proofs.ts';
import type { LogSource } from './source.ts';
import { TILE_WIDTH, type Tile, tilePath, widthAt } from './tiles.ts';

/** Once every tile has been held against the leaves, the proofs of all leaves follow; these many are made all the same, over the whole log. */
const INCLUSIONS = 64;

/** Tiles of a tree of that size, each read once, as long as they are few. */
export function tilesFrom(source: LogSource, sha256: Sha256Into, size: number): TiledTree {
  const held = new Map<string, Promise<Uint8Array | null>>();
  return {
    sha256,
    size,
    tile: (tile) => {
      const path = tilePath(tile);
      const known = held.get(path) ?? source.read(path);
      held.set(path, known);
      return known;
    },
  };
}

/** Answers how many proofs were made. */
export async function checkProofs(source: LogSource, sha256: Sha256Into, head: TreeHead, earlier: readonly TreeHead[], onProblem: (found: Problem) => void): Promise<number> {
  const tree = tilesFrom(source, sha256, head.size);
  let proofs = 0;
  const prove = async (where: string, holds: () => Promise<boolean>, otherwise: string): Promise<void> => {
    proofs += 1;
    try {
      if (!(await holds())) onProblem(problem('proof', where, otherwise));
    } catch (error) {
      if (!(error instanceof TileMissing)) throw error;
      onProblem(problem('missing', tilePath(error.tile), 'a proof needs the tile'));
    }
  };
  for (const index of spread(head.size)) await prove(`leaf ${index}`, async () => checkInclusion(sha256, { leafHash: await leafAt(tree, index), index, ...head, proof: await inclusionProof(tree, index) }), 'the tiles do not prove that it is in the tree');
  for (const { size, root } of earlier) {
    if (size === 0 || size > head.size) continue;
    await prove(`tree of ${size} leaves`, async () => checkConsistency(sha256, { size, root }, head, await consistencyProof(tree, size)), 'the tiles do not prove that the log extends it');
  }
  return proofs;
}

/** The first, the last, and others between at equal distances. */
const spread = (size: number): readonly number[] => [...new Set(Array.from({ length: Math.min(size, INCLUSIONS) }, (_, n, count = Math.min(size, INCLUSIONS)) => (count === 1 ? 0 : Math.round((n * (size - 1)) / (count - 1)))))];

async function leafAt({ size, tile }: TiledTree, index: number): Promise<Uint8Array> {
  const at = Math.floor(index / TILE_WIDTH);
  const wanted: Tile = { level: 0, index: at, width: Math.min(TILE_WIDTH, widthAt(size, 0) - at * TILE_WIDTH) };
  const hashes = await tile(wanted);
  if (hashes === null) throw new TileMissing(wanted);
  return hashes.slice((index % TILE_WIDTH) * HASH_BYTES, ((index % TILE_WIDTH) + 1) * HASH_BYTES);
}
