// The log of one operation as far as it can be computed: the tree over the leaves of all facts up to a number. Hashes stay in
// memory, 32 bytes a leaf; leaves are made again from the journal when somebody asks for them.

import type { Fact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { invariant } from '../../domain/result.ts';
import { isSame, type Sha256Into, HASH_BYTES } from '../../log/hash.ts';
import { rootByTiles, type TiledTree } from '../../log/proofs.ts';
import { encodeBundle, TILE_WIDTH, type Tile, TileTree } from '../../log/tiles.ts';
import { leafHash } from '../../log/tree.ts';
import type { Store } from '../ports.ts';
import { leavesOfFacts } from './leaves.ts';

/** Facts whose leaves are made at a time; between them others have their turn. */
const PAGE = 1_000;

export class OperationLog {
  readonly operation: OperationId;
  readonly #store: Store;
  readonly #sha256: Sha256Into;
  readonly #tree: TileTree;
  /** Facts of more than one leaf: the rest have theirs at their number less one, moved on by what is more before them. */
  readonly #long: { readonly seq: number; readonly parts: number }[] = [];
  #seq = 0;

  constructor(operation: OperationId, store: Store, sha256: Sha256Into) {
    this.operation = operation;
    this.#store = store;
    this.#sha256 = sha256;
    this.#tree = new TileTree(sha256);
  }

  /** The last fact whose leaves are in it. */
  get seq(): number {
    return this.#seq;
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  rootAt(size: number): Promise<Uint8Array> {
    return size === this.size ? Promise.resolve(this.root()) : rootByTiles(this.tiled(), size);
  }

  tiled(): TiledTree {
    return { sha256: this.#sha256, size: this.size, tile: (tile) => this.#tree.tile(tile) };
  }

  tile(tile: Tile): Uint8Array | null {
    return this.#tree.tile(tile);
  }

  /** Takes in what the journal has beyond. One at a time. */
  async extend(journal: readonly Fact[]): Promise<void> {
    while (this.#seq < journal.length) {
      const page = journal.slice(this.#seq, this.#seq + PAGE);
      for (const leaves of await this.#leavesOf(journal, page)) {
        for (const leaf of leaves) this.#tree.append(leafHash(this.#sha256, leaf));
        this.#seq += 1;
        if (leaves.length > 1) this.#long.push({ seq: this.#seq, parts: leaves.length });
      }
    }
  }

  /** Where the leaves of a fact lie: from its first one to before the next fact's. */
  placeOf(seq: number): readonly [from: number, to: number] {
    let [from, parts] = [seq - 1, 1];
    for (const long of this.#long) {
      if (long.seq < seq) from += long.parts - 1;
      if (long.seq === seq) parts = long.parts;
    }
    return [from, from + parts];
  }

  /** The leaves from one index to before another. */
  async leaves(from: number, to: number): Promise<Uint8Array[]> {
    const journal = await this.#store.facts(this.operation);
    const [first, last] = [this.#factAt(from), this.#factAt(to - 1)];
    const made = (await this.#leavesOf(journal, journal.slice(first - 1, last))).flat();
    const offset = this.placeOf(first)[0];
    const leaves = made.slice(from - offset, to - offset);
    for (const [n, leaf] of leaves.entries()) {
      const index = from + n;
      const tile = this.#tree.tile({ level: 0, index: Math.floor(index / TILE_WIDTH), width: (index % TILE_WIDTH) + 1 });
      invariant(tile !== null && isSame(tile.subarray(-HASH_BYTES), leafHash(this.#sha256, leaf)), `leaf ${index} of ${this.operation} is the one that was hashed`);
    }
    return leaves;
  }

  async bundle({ index, width }: Tile): Promise<Uint8Array> {
    return encodeBundle(await this.leaves(index * TILE_WIDTH, index * TILE_WIDTH + width));
  }

  async #leavesOf(journal: readonly Fact[], facts: readonly Fact[]): Promise<Uint8Array[][]> {
    const [first, last] = [facts[0]?.seq ?? 0, facts.at(-1)?.seq ?? 0];
    return leavesOfFacts(this.#sha256, journal, facts, await this.#store.postings(this.operation, first - 1, last));
  }

  #factAt(index: number): number {
    let seq = index + 1;
    for (const long of this.#long) {
      if (long.seq >= seq) break;
      seq = Math.max(long.seq, seq - (long.parts - 1));
    }
    return seq;
  }
}
