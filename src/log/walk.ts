// Goes over every leaf of a log, in order: hashes it, holds it against the tile that should have that hash, builds the tiles
// above and holds them against those that are served, and looks at the root at every size that somebody has vouched for.
// O(leaves); it keeps a bundle and a tile of each level in memory.

import type { TreeHead } from './checkpoint.ts';
import { HASH_BYTES, isSame, type Sha256Into } from './hash.ts';
import { readLeaf, type Leaf } from './leaf.ts';
import { problem, type Problem, type ProblemCode } from './problem.ts';
import { type LogSource, readAhead, shortHash } from './source.ts';
import { foldRow, Frontier } from './tree.ts';
import { bundleHashes, ENTRIES, leavesIn, TILE_WIDTH, type Tile, tilePath, tilesAt, tilesOf } from './tiles.ts';

/** A tree at some size that the log must have had, and what it means if it had not. */
export interface Mark extends TreeHead {
  readonly code: ProblemCode;
  readonly where: string;
  readonly otherwise: string;
}

export interface Walk {
  readonly source: LogSource;
  readonly sha256: Sha256Into;
  readonly size: number;
  readonly marks: readonly Mark[];
  /** Null: leaves are hashed, and not read. */
  readonly onLeaf: ((leaf: Leaf) => void) | null;
  readonly onProblem: (problem: Problem) => void;
  /** After each bundle. */
  readonly onProgress: (leaves: number) => void;
}

export interface Walked {
  readonly leaves: number;
  readonly tiles: number;
  /** Null: leaves are missing, and their hashes too. */
  readonly root: Uint8Array | null;
}

export async function walk({ source, sha256, size, marks, onLeaf, onProblem, onProgress }: Walk): Promise<Walked> {
  const frontier = new Frontier(sha256);
  const rising = new RisingTiles(sha256, source, onProblem);
  const order = new LeafOrder(onProblem);
  const byPlace = marks.toSorted((a, b) => a.size - b.size);
  const lookAtRoot = (): void => {
    for (let next = byPlace[0]; next !== undefined && next.size <= frontier.size; next = byPlace[0]) {
      byPlace.shift();
      if (!isSame(frontier.root(), next.root)) onProblem(problem(next.code, next.where, next.otherwise));
    }
  };
  lookAtRoot();
  const tiles = readAhead(source, tilesAt(size, 0), tilePath);
  let leaves = 0;
  for await (const [bundle, content] of readAhead(source, tilesAt(size, ENTRIES), tilePath)) {
    const { value: served } = await tiles.next();
    const spans = spansIn(bundle, content, onProblem);
    const hashes = content === null || spans === null ? null : bundleHashes(sha256, content, spans);
    const row = rising.compare({ ...bundle, level: 0 }, hashes, served?.[1] ?? null);
    if (row === null) return { leaves, tiles: rising.compared, root: null };
    for (const [n, [from, to]] of (onLeaf === null ? [] : (spans ?? [])).entries()) {
      const where = `leaf ${bundle.index * TILE_WIDTH + n}`;
      const leaf = readLeaf(content?.subarray(from, to) ?? new Uint8Array(0));
      if (!leaf.ok) onProblem(problem('leaf', where, leaf.error));
      else if (order.take(where, leaf.value)) onLeaf?.(leaf.value);
    }
    const full = bundle.width === TILE_WIDTH ? await rising.full(1, bundle.index, row.slice()) : null;
    const isWatched = (byPlace[0]?.size ?? Number.POSITIVE_INFINITY) < frontier.size + TILE_WIDTH;
    if (full !== null && !isWatched) frontier.push(full, TILE_WIDTH);
    else {
      for (let at = 0; at < row.length; at += HASH_BYTES) {
        frontier.push(row.slice(at, at + HASH_BYTES));
        lookAtRoot();
      }
    }
    lookAtRoot();
    leaves += bundle.width;
    onProgress(leaves);
  }
  await rising.partial(size);
  return { leaves, tiles: rising.compared, root: frontier.root() };
}

/** Null: the bundle cannot be cut into its leaves. */
function spansIn(bundle: Tile, content: Uint8Array | null, onProblem: Walk['onProblem']): readonly (readonly [from: number, to: number])[] | null {
  const spans = content === null ? null : leavesIn(content, bundle.width);
  if (spans?.ok === true) return spans.value;
  onProblem(spans === null ? problem('missing', tilePath(bundle), 'the leaves are not there') : problem('unreadable', tilePath(bundle), spans.error));
  return null;
}

/** Each fact has its leaves one after the other, and no number is left out. */
class LeafOrder {
  readonly #onProblem: Walk['onProblem'];
  #seq = 0;
  #part = 1;
  #parts = 1;

  constructor(onProblem: Walk['onProblem']) {
    this.#onProblem = onProblem;
  }

  take(where: string, { seq, part = 1, parts = 1 }: Leaf): boolean {
    const goesOn = this.#part < this.#parts;
    const fits = goesOn ? seq === this.#seq && part === this.#part + 1 && parts === this.#parts : seq === this.#seq + 1 && part === 1;
    if (!fits) this.#onProblem(problem('leaf', where, `fact ${seq}, part ${part}, follows fact ${this.#seq}, part ${this.#part} of ${this.#parts}`));
    [this.#seq, this.#part, this.#parts] = [seq, part, parts];
    return fits;
  }
}

/** The levels above the leaves, as far as they are built. */
class RisingTiles {
  compared = 0;
  readonly #sha256: Sha256Into;
  readonly #source: LogSource;
  readonly #onProblem: Walk['onProblem'];
  readonly #rows: { bytes: Uint8Array; hashes: number }[] = [];

  constructor(sha256: Sha256Into, source: LogSource, onProblem: Walk['onProblem']) {
    this.#sha256 = sha256;
    this.#source = source;
    this.#onProblem = onProblem;
  }

  /** The hashes to go on with: of the leaves, else of the tile; null: neither is there. */
  compare(tile: Tile, hashes: Uint8Array | null, served: Uint8Array | null): Uint8Array | null {
    const path = tilePath(tile);
    this.compared += 1;
    if (served === null) this.#onProblem(problem('missing', path, 'the tile is not there'));
    else if (served.length !== tile.width * HASH_BYTES) this.#onProblem(problem('unreadable', path, `the tile has ${served.length} bytes, not ${tile.width * HASH_BYTES}`));
    else if (hashes === null) return served;
    else if (!isSame(hashes, served)) this.#onProblem(problem('tile', path, whatDiffers(tile, hashes, served)));
    return hashes;
  }

  /** A tile below is full: its root goes into the row of this level. Answers that root. */
  async full(level: number, index: number, below: Uint8Array): Promise<Uint8Array> {
    const root = foldRow(this.#sha256, below);
    const row = (this.#rows[level] ??= { bytes: new Uint8Array(TILE_WIDTH * HASH_BYTES), hashes: 0 });
    row.bytes.set(root, row.hashes * HASH_BYTES);
    row.hashes += 1;
    if (row.hashes < TILE_WIDTH) return root;
    row.hashes = 0;
    const above: Tile = { level, index: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH };
    this.compare(above, row.bytes, await this.#source.read(tilePath(above)));
    await this.full(level + 1, above.index, row.bytes.slice());
    return root;
  }

  /** The last tile of each level above the leaves, where it is not full. */
  async partial(size: number): Promise<void> {
    for (const tile of tilesOf(size, 1)) {
      if (tile.width === TILE_WIDTH) continue;
      const row = this.#rows[tile.level];
      this.compare(tile, row === undefined ? null : row.bytes.slice(0, tile.width * HASH_BYTES), await this.#source.read(tilePath(tile)));
    }
  }
}

function whatDiffers({ level, index, width }: Tile, hashes: Uint8Array, served: Uint8Array): string {
  const part = (all: Uint8Array, n: number): Uint8Array => all.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES);
  const differing = Array.from({ length: width }, (_, n) => n).filter((n) => !isSame(part(hashes, n), part(served, n)));
  const first = differing[0] ?? 0;
  const what = level === 0 ? `leaf ${index * TILE_WIDTH + first}` : `hash ${first}`;
  return `${what} has the hash ${shortHash(part(hashes, first))}…, but the tile says ${shortHash(part(served, first))}…${differing.length > 1 ? `, and ${differing.length - 1} more differ` : ''}`;
}
