import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { plainPath, plainProof, plainRoot } from '../../test/support/plain-tree.ts';
import { toHex, type Sha256Into } from './hash.ts';
import { nobleSha256 } from './noble.ts';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof, rootByTiles, type TiledTree } from './proofs.ts';
import { bundleHashes, encodeBundle, ENTRIES, leavesIn, readTilePath, TileTree, type Tile, tilePath, tilesOf } from './tiles.ts';
import { Frontier, leafHash } from './tree.ts';

const sha256: Sha256Into = (data, into, at) => into.set(createHash('sha256').update(data).digest(), at);

/** The eight leaves and their roots that implementations of RFC 6962 are compared by. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const madeOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => new Uint8Array(Buffer.from(`leaf ${n}`)));

function treeOver(leaves: readonly Uint8Array[]): TileTree & { readonly tiled: TiledTree } {
  const tree = new TileTree(sha256);
  for (const leaf of leaves) tree.append(leafHash(sha256, leaf));
  return Object.assign(tree, { tiled: { sha256, size: leaves.length, tile: (tile: Tile) => tree.tile(tile) } });
}

describe('the tree', () => {
  test.each([['Node’s SHA-256', sha256], ['noble’s SHA-256', nobleSha256]] as const)('has the published roots, by %s', (_, by) => {
    const frontier = new Frontier(by);
    const roots = [toHex(frontier.root())];
    for (const leaf of LEAVES) {
      frontier.push(leafHash(by, leaf));
      roots.push(toHex(frontier.root()));
    }
    expect(roots).toEqual(ROOTS);
  });

  test('has the published path of the first of eight leaves', async () => {
    const { tiled } = treeOver(LEAVES);
    expect((await inclusionProof(tiled, 0)).map(toHex)).toEqual(['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']);
  });

  test.each([1, 2, 3, 7, 255, 256, 257, 300, 511, 512, 600, 777])('of %i leaves has the root of the definition, by growth and by tiles', async (size) => {
    const leaves = madeOf(size);
    const tree = treeOver(leaves);
    const root = new Uint8Array(plainRoot(leaves));
    expect(tree.root()).toEqual(root);
    expect(await rootByTiles(tree.tiled)).toEqual(root);
  });

  test('grows by whole subtrees as by leaves', () => {
    const leaves = madeOf(256 * 3 + 5);
    const byLeaf = treeOver(leaves);
    const frontier = new Frontier(sha256);
    for (const index of [0, 1, 2]) {
      const root = byLeaf.tile({ level: 1, index: 0, width: 3 })?.slice(index * 32, index * 32 + 32);
      frontier.push(root ?? new Uint8Array(0), 256);
    }
    for (const leaf of leaves.slice(256 * 3)) frontier.push(leafHash(sha256, leaf));
    expect(frontier.root()).toEqual(byLeaf.root());
  });
});

describe('proofs', () => {
  test('of every leaf in every tree up to 40, and of some in larger ones, are those of the definition, and hold', async () => {
    for (const size of [...Array.from({ length: 40 }, (_, n) => n + 1), 255, 256, 257, 700]) {
      const leaves = madeOf(size);
      const { tiled } = treeOver(leaves);
      const root = new Uint8Array(plainRoot(leaves));
      const indices = size <= 40 ? leaves.keys() : [0, 1, 127, 128, 200, size - 2, size - 1].values();
      for (const index of indices) {
        const proof = await inclusionProof(tiled, index);
        expect(proof.map(toHex)).toEqual(plainPath(index, leaves).map(toHex));
        const claim = { leafHash: leafHash(sha256, leaves[index] ?? new Uint8Array(0)), index, size, proof, root };
        expect(checkInclusion(sha256, claim)).toBe(true);
        expect(checkInclusion(sha256, { ...claim, index: index + 1 })).toBe(false);
        expect(checkInclusion(sha256, { ...claim, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(checkInclusion(sha256, { ...claim, proof: proof.slice(1) })).toBe(false);
      }
    }
  });

  test('that a tree extends an earlier one are those of the definition, and hold for no other', async () => {
    for (const size of [...Array.from({ length: 34 }, (_, n) => n + 1), 257, 600]) {
      const leaves = madeOf(size);
      const { tiled } = treeOver(leaves);
      const later = { size, root: new Uint8Array(plainRoot(leaves)) };
      const sizes = size <= 34 ? Array.from({ length: size }, (_, n) => n + 1) : [1, 2, 128, 255, 256, 257].filter((n) => n <= size);
      for (const earlier of sizes) {
        const proof = await consistencyProof(tiled, earlier);
        expect(proof.map(toHex)).toEqual(plainProof(earlier, leaves).map(toHex));
        const before = { size: earlier, root: new Uint8Array(plainRoot(leaves.slice(0, earlier))) };
        expect(checkConsistency(sha256, before, later, proof)).toBe(true);
        expect(checkConsistency(sha256, { ...before, root: new Uint8Array(32) }, later, proof)).toBe(false);
        expect(checkConsistency(sha256, before, { ...later, root: new Uint8Array(32) }, proof)).toBe(false);
        if (earlier > 1) expect(checkConsistency(sha256, { ...before, size: earlier - 1 }, later, proof)).toBe(false);
      }
    }
  });
});

describe('tiles', () => {
  test('lie at the paths of C2SP', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 17 })).toBe('tile/2/000.p/17');
    expect(tilePath({ level: ENTRIES, index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    for (const path of ['tile/0/x001/x234/067', 'tile/2/000.p/17', 'tile/entries/273.p/112', 'tile/63/999']) expect(tilePath(readTilePath(path) ?? { level: 0, index: 0, width: 1 })).toBe(path);
  });

  test.each(['tile/0/0', 'tile/00/000', 'tile/0/x000/067', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/07', 'tile/0/000/', 'tile/-1/000', 'tile/0/1234', 'tile/entries/x001'])('%s is no path', (path) => expect(readTilePath(path)).toBeNull());

  test('of 70,000 leaves are those that the specification counts', () => {
    const tiles = [...tilesOf(70_000, 0)];
    const full = (level: number): number => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
    const partial = (level: number): (number | undefined)[] => tiles.filter((tile) => tile.level === level && tile.width < 256).map(({ width }) => width);
    expect([full(0), partial(0), full(1), partial(1), full(2), partial(2), full(3), partial(3)]).toEqual([273, [112], 1, [17], 0, [1], 0, []]);
    expect([...tilesOf(256, 0)]).toEqual([{ level: 0, index: 0, width: 256 }, { level: 1, index: 0, width: 1 }]);
  });

  test('hold leaves in bundles that are read back, and hash as leaves do', () => {
    const leaves = [...LEAVES, new Uint8Array(65_535).fill(7)];
    const bundle = encodeBundle(leaves);
    const spans = leavesIn(bundle, leaves.length);
    expect(spans.ok && spans.value.map(([from, to]) => bundle.slice(from, to))).toEqual(leaves);
    expect(spans.ok && toHex(bundleHashes(sha256, bundle, spans.value))).toBe(leaves.map((leaf) => toHex(leafHash(sha256, leaf))).join(''));
    expect(bundle).toEqual(encodeBundle(leaves));
    for (const [bytes, width] of [[bundle.slice(0, -1), 9], [bundle, 8], [bundle, 10], [bundle.slice(0, 1), 1]] as const) expect(leavesIn(bytes, width).ok).toBe(false);
  });
});
