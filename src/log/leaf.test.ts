import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Sha256Into, utf8 } from './hash.ts';
import { leavesOf, type LeafFact, type LeafTransfer, readLeaf } from './leaf.ts';
import { LEAF_BYTES_MOST } from './tiles.ts';

const sha256: Sha256Into = (data, into, at) => into.set(createHash('sha256').update(data).digest(), at);
const fact: LeafFact = { seq: 7, id: 'f', kind: 'goods.tallied', occurredAt: '2020-03-14T06:00:00.000Z', recordedAt: '2020-03-14T06:00:00.000Z', by: null, body: { units: 5, lot: 'A' } };
const transfer: LeafTransfer = { pledge: 'P1', item: 'mask', from: { account: 'landed', lot: 'A', at: 'BELGG' }, to: { account: 'available', lot: 'A', at: 'BELGG' }, units: 5 };
const textOf = (leaf: Uint8Array | undefined): string => Buffer.from(leaf ?? new Uint8Array(0)).toString();

describe('a leaf', () => {
  test('is canonical JSON, and is read back', () => {
    const [leaf, ...more] = leavesOf(sha256, fact, [transfer]);
    expect(more).toEqual([]);
    expect(textOf(leaf)).toBe('{"body":{"lot":"A","units":5},"by":null,"id":"f","kind":"goods.tallied","occurredAt":"2020-03-14T06:00:00.000Z","recordedAt":"2020-03-14T06:00:00.000Z","seq":7,"transfers":[{"from":{"account":"landed","at":"BELGG","lot":"A"},"item":"mask","pledge":"P1","to":{"account":"available","at":"BELGG","lot":"A"},"units":5}],"v":1}');
    expect(readLeaf(leaf ?? new Uint8Array(0))).toMatchObject({ ok: true, value: { seq: 7, transfers: [transfer] } });
  });

  test('of a fact that moves a great deal goes on in further leaves, each below 65,535 bytes at the longest names', () => {
    const long = 'x'.repeat(64);
    const side = { account: 'outstanding', lot: long, at: long };
    const transfers = Array.from({ length: 250 }, (_, n): LeafTransfer => ({ pledge: long, item: long, from: side, to: side, units: 1_000_000_000_000, of: 1_000_000 + n }));
    // Every sign of it takes six bytes as JSON.
    const leaves = leavesOf(sha256, { ...fact, body: { text: '\u0001'.repeat(1_660) } }, transfers);
    const read = leaves.map((leaf) => readLeaf(leaf));
    expect(read.map((leaf) => leaf.ok && [leaf.value.part, leaf.value.parts, leaf.value.transfers.length])).toEqual([[1, 3, 100], [2, 3, 100], [3, 3, 50]]);
    expect(Math.max(...leaves.map(({ length }) => length))).toBeLessThanOrEqual(LEAF_BYTES_MOST);
    expect(read.flatMap((leaf) => (leaf.ok ? leaf.value.transfers : []))).toEqual(transfers);
  });

  test('bears the hash of a body that is too long', () => {
    const body = { text: 'x'.repeat(70_000) };
    const [leaf] = leavesOf(sha256, { ...fact, body }, []);
    expect(JSON.parse(textOf(leaf))).toMatchObject({ body: null, long: { bytes: 70_011, sha256: createHash('sha256').update(JSON.stringify(body)).digest('hex') } });
    expect(readLeaf(leaf ?? new Uint8Array(0)).ok).toBe(true);
  });
});

describe('what is no leaf', () => {
  const [whole] = leavesOf(sha256, fact, [transfer]);
  const text = textOf(whole);
  test.each([
    ['other JSON', '[]'],
    ['no JSON', text.slice(1)],
    ['a space in it', text.replace(',', ', ')],
    ['a name twice', text.replace('"by":null', '"by":null,"by":null')],
    ['its names in another order', text.replace('"by":null,"id":"f"', '"id":"f","by":null')],
    ['a number written otherwise', text.replace('"units":5}],', '"units":5.0}],')],
    ['another version', text.replace('"v":1', '"v":2')],
    ['units that are no number', text.replace('"units":5}],', '"units":"5"}],')],
    ['fewer than one unit', text.replace('"units":5}],', '"units":-5}],')],
    ['half a unit', text.replace('"units":5}],', '"units":0.5}],')],
    ['no instant', text.replace('"occurredAt":"2020-03-14T06:00:00.000Z",', '')],
    ['a part without parts', text.replace('"recordedAt"', '"part":1,"recordedAt"')],
  ])('%s', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(readLeaf(utf8(changed)).ok).toBe(false);
  });
});
