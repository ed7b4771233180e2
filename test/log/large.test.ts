// A log of 70,000 leaves: the smallest in which tiles of the second level are full and there is a third, as the specification
// counts them. Tree, proofs and the whole check against the definition of RFC 6962.

import { beforeAll, expect, test } from 'vitest';
import { machineSha256 as sha256 } from '../../src/app/log/machine-sha256.ts';
import { checkpointText } from '../../src/log/checkpoint.ts';
import { toBase64, toHex, utf8 } from '../../src/log/hash.ts';
import { writeKeys } from '../../src/log/keys.ts';
import { leavesOf } from '../../src/log/leaf.ts';
import { verifierKey, writeNote } from '../../src/log/note.ts';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof } from '../../src/log/proofs.ts';
import { tilesFrom } from '../../src/log/prove.ts';
import { encodeBundle, ENTRIES, TILE_WIDTH, TileTree, tilePath, tilesOf } from '../../src/log/tiles.ts';
import { writeTotals } from '../../src/log/totals-page.ts';
import { leafHash } from '../../src/log/tree.ts';
import { signer } from '../../src/storage/signer.ts';
import { type Parts, sourceOf, verified } from '../support/logs.ts';
import { plainPath, plainProof, plainRoot } from '../support/plain-tree.ts';

const SIZE = 70_000;
const ORIGIN = 'test.example/log/large';
const leaves: Uint8Array[] = [];
const parts: Parts = new Map();
let root: Uint8Array;

beforeAll(() => {
  const tree = new TileTree(sha256);
  for (let seq = 1; seq <= SIZE; seq += 1) {
    const [leaf = new Uint8Array(0)] = leavesOf(sha256, { seq, id: `f${seq}`, kind: 'pledge.made', occurredAt: 'x', recordedAt: 'x', by: null, body: null }, [{ pledge: 'P1', item: 'mask', from: { account: 'promised' }, to: { account: 'outstanding' }, units: 2 }]);
    leaves.push(leaf);
    tree.append(leafHash(sha256, leaf));
  }
  root = tree.root();
  for (const tile of tilesOf(SIZE)) parts.set(tilePath(tile), tile.level === ENTRIES ? encodeBundle(leaves.slice(tile.index * TILE_WIDTH, tile.index * TILE_WIDTH + tile.width)) : (tree.tile(tile) ?? new Uint8Array(0)));
  const key = verifierKey(sha256, ORIGIN, signer.publicKey('05'.repeat(32)));
  const text = checkpointText({ origin: ORIGIN, size: SIZE, root });
  parts.set('checkpoint', utf8(writeNote(text, [{ key, signature: signer.sign('05'.repeat(32), utf8(text)) }])));
  parts.set('keys', utf8(writeKeys({ origin: ORIGIN, keys: [{ vkey: key.vkey, from: 0, statement: null }] })));
  const none = { surplus: 0, consigned: 0, inTheAir: 0, atHub: 0, onward: 0, delivered: 0, accepted: 0, lost: 0, everLanded: 0, everDelivered: 0 };
  parts.set('totals', utf8(writeTotals({ origin: ORIGIN, size: SIZE, root: toBase64(root), totals: [{ pledge: 'P1', item: 'mask', promised: 2 * SIZE, outstanding: 2 * SIZE, ...none }] })));
});

test('has the root of the definition, and holds', async () => {
  expect(toHex(root)).toBe(plainRoot(leaves).toString('hex'));
  expect(await verified(parts)).toMatchObject({ ok: true, problems: [], checked: { leaves: SIZE, tiles: 274 + 2 + 1 } });
});

test('proofs are those of the definition, and hold', async () => {
  const tree = tilesFrom(sourceOf(parts), sha256, SIZE);
  for (const index of [255, 65_536, SIZE - 1]) {
    const proof = await inclusionProof(tree, index);
    expect(proof.map(toHex)).toEqual(plainPath(index, leaves).map(toHex));
    expect(checkInclusion(sha256, { leafHash: leafHash(sha256, leaves[index] ?? new Uint8Array(0)), index, size: SIZE, proof, root })).toBe(true);
  }
  for (const size of [256, 65_536, 65_537]) {
    const proof = await consistencyProof(tree, size);
    expect(proof.map(toHex)).toEqual(plainProof(size, leaves).map(toHex));
    expect(checkConsistency(sha256, { size, root: new Uint8Array(plainRoot(leaves.slice(0, size))) }, { size: SIZE, root }, proof)).toBe(true);
  }
});

test.each(['tile/0/100', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1', 'tile/entries/200'])('a byte changed in %s is found', async (path) => {
  const part = parts.get(path)?.slice() ?? new Uint8Array(0);
  part[7] = (part[7] ?? 0) ^ 1;
  const { problems } = await verified(new Map(parts).set(path, part), { read: false });
  expect(problems.map(({ where }) => where)).toContain(path.replace('entries', '0'));
  expect((await verified(new Map([...parts].filter(([name]) => name !== path)), { read: false })).problems).toContainEqual(expect.objectContaining({ code: 'missing', where: path }));
});
