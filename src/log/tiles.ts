// Tiles (C2SP tlog-tiles): the tree's hashes in rows of 256, and the leaves in bundles of 256, each at a path that never
// changes its content once full. TileTree holds the hashes of a growing tree; its leaves lie elsewhere.

import { err, invariant, ok, type Result } from '../domain/result.ts';
import { HASH_BYTES, type Sha256Into } from './hash.ts';
import { foldRow, Frontier } from './tree.ts';

export const TILE_WIDTH = 256;
/** Of a leaf in a bundle, by its length of two bytes. */
export const LEAF_BYTES_MOST = 65_535;
const LENGTH_BYTES = 2;

/** Level -1 here: a bundle of leaves. */
export const ENTRIES = -1;

export interface Tile {
  /** 0: hashes of leaves; each above: hashes of full tiles below; ENTRIES: the leaves themselves. */
  readonly level: number;
  readonly index: number;
  /** 1–255 of a partial tile, 256 of a full one. */
  readonly width: number;
}

/** `tile/0/x001/234.p/17` */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(3, '0');
  const whole = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = whole.match(/\d{3}/g) ?? [];
  const name = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/');
  return `tile/${level === ENTRIES ? 'entries' : level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Null: no path of a tile, or not in its one right form. */
export function readTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) return null;
  const tile: Tile = { level: match[1] === 'entries' ? ENTRIES : Number(match[1]), index: Number((match[2] ?? '').replaceAll(/[x/]/g, '')), width: match[3] === undefined ? TILE_WIDTH : Number(match[3]) };
  return tile.width > 0 && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : null;
}

/** How many hashes a level has in a tree of that size. */
export const widthAt = (size: number, level: number): number => Math.floor(size / TILE_WIDTH ** Math.max(0, level));

/** Of each level from `from` on, the tiles of a tree of that size, the last one partial where it is. */
export function* tilesOf(size: number, from: number = ENTRIES): Generator<Tile, void> {
  for (let level = from; level <= 0 || widthAt(size, level) > 0; level += 1) yield* tilesAt(size, level);
}

/** One by one: a log may claim any size, and only what it can show should cost anything. */
export function* tilesAt(size: number, level: number): Generator<Tile, void> {
  const hashes = widthAt(size, level);
  for (let index = 0; index * TILE_WIDTH < hashes; index += 1) yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
}

/** Is this tile one of a tree of that size? A partial one also where the tree has grown beyond it. */
export const isWithin = ({ level, index, width }: Tile, size: number): boolean => index * TILE_WIDTH + width <= widthAt(size, level);

/** Leaves, each after its length as two bytes, the higher first. */
export function encodeBundle(leaves: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(leaves.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const leaf of leaves) {
    invariant(leaf.length <= LEAF_BYTES_MOST, `a leaf has at most ${LEAF_BYTES_MOST} bytes`);
    bundle[at] = leaf.length >> 8;
    bundle[at + 1] = leaf.length & 255;
    bundle.set(leaf, at + LENGTH_BYTES);
    at += LENGTH_BYTES + leaf.length;
  }
  return bundle;
}

/** Where each of `width` leaves begins and ends in the bundle; the error says why it is no such bundle. */
export function leavesIn(bundle: Uint8Array, width: number): Result<readonly (readonly [from: number, to: number])[], string> {
  const spans: (readonly [number, number])[] = [];
  let at = 0;
  while (at < bundle.length && spans.length < width) {
    const from = at + LENGTH_BYTES;
    const to = from + ((bundle[at] ?? 0) << 8) + (bundle[at + 1] ?? 0);
    if (to > bundle.length) return err(`leaf ${spans.length + 1} of it is cut short`);
    spans.push([from, to]);
    at = to;
  }
  if (spans.length < width) return err(`it holds ${spans.length} leaves, not ${width}`);
  return at === bundle.length ? ok(spans) : err(`something follows its ${width} leaves`);
}

/** The hash of each leaf of a bundle, one after the other. The bundle is changed meanwhile, and is afterwards as it was: copying it would cost as much as hashing half of it. */
export function bundleHashes(sha256: Sha256Into, bundle: Uint8Array, spans: readonly (readonly [from: number, to: number])[]): Uint8Array {
  const hashes = new Uint8Array(spans.length * HASH_BYTES);
  for (const [n, [from, to]] of spans.entries()) {
    // The byte before a leaf, the lower half of its length, becomes the 00 that RFC 6962 puts before it.
    const length = bundle[from - 1] ?? 0;
    bundle[from - 1] = 0;
    sha256(bundle.subarray(from - 1, to), hashes, n * HASH_BYTES);
    bundle[from - 1] = length;
  }
  return hashes;
}

/** All hashes of a tree that tiles need: 32 bytes a leaf, and a 255th of that above. */
export class TileTree {
  readonly #sha256: Sha256Into;
  readonly #frontier: Frontier;
  /** By level; each grows by doubling. */
  readonly #rows: { bytes: Uint8Array; hashes: number }[] = [];

  constructor(sha256: Sha256Into) {
    this.#sha256 = sha256;
    this.#frontier = new Frontier(sha256);
  }

  get size(): number {
    return this.#frontier.size;
  }

  root(): Uint8Array {
    return this.#frontier.root();
  }

  append(leaf: Uint8Array): void {
    this.#put(0, leaf);
    this.#frontier.push(leaf);
  }

  /** Null where the tree has no such tile. */
  tile(tile: Tile): Uint8Array | null {
    const row = this.#rows[tile.level];
    if (row === undefined || !isWithin(tile, this.size)) return null;
    const from = tile.index * TILE_WIDTH * HASH_BYTES;
    return row.bytes.slice(from, from + tile.width * HASH_BYTES);
  }

  #put(level: number, hash: Uint8Array): void {
    const row = (this.#rows[level] ??= { bytes: new Uint8Array(TILE_WIDTH * HASH_BYTES), hashes: 0 });
    if ((row.hashes + 1) * HASH_BYTES > row.bytes.length) {
      const wider = new Uint8Array(row.bytes.length * 2);
      wider.set(row.bytes);
      row.bytes = wider;
    }
    row.bytes.set(hash, row.hashes * HASH_BYTES);
    row.hashes += 1;
    if (row.hashes % TILE_WIDTH === 0) this.#put(level + 1, foldRow(this.#sha256, row.bytes.slice((row.hashes - TILE_WIDTH) * HASH_BYTES, row.hashes * HASH_BYTES)));
  }
}
