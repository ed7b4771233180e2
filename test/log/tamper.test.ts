// Ten thousand changes of one byte each, anywhere in the log of the reference operation: leaves, tiles, checkpoint, keys, totals.
// Each is given to the real check, which must find it. Most are found by hashes; the leaves are read only where hashes found nothing.

import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { importPack } from '../../src/app/pack/import.ts';
import { append } from '../../src/app/record.ts';
import { FACT_BODIES } from '../../src/domain/facts.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import type { VerifySignature } from '../../src/log/hash.ts';
import { nobleVerify } from '../../src/log/noble.ts';
import { countFact } from '../support/facts.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { logsOver, type Parts, partsOf, verified } from '../support/logs.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const OP = OperationId.parse('liege-2020');
const CHANGES = 10_000;
const SEED = 20200316;
/** How many of the changes fall on each kind of part. */
const SHARES = { leaves: 0.4, tiles: 0.4, checkpoint: 0.08, keys: 0.09, totals: 0.03 } as const;
type Kind = keyof typeof SHARES;
const kindOf = (path: string): Kind => (path.startsWith('tile/entries/') ? 'leaves' : path.startsWith('tile/') ? 'tiles' : (path as Kind));

/** Node's own, for parts that no signature covers by itself: a hundred times faster. */
const nodeVerify: VerifySignature = (signature, message, publicKey) => verify(null, message, createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') } }), signature);

let parts: Parts;
beforeAll(async () => {
  const store = await openHome(newFolder());
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  const logs = logsOver(store);
  const summary = await logs.summary(OP);
  invariant(summary.ok && (await logs.rotate(OP, summary.value.key)).ok, 'a second key takes over');
  invariant((await append(store, OP, [{ ...countFact('after-the-rotation'), sources: [], kind: 'stock.reported', body: FACT_BODIES['stock.reported'].parse({ recipient: 'IT-PC', item: 'surgical-mask', units: 7 }) }])).ok, 'the log goes on');
  parts = await partsOf(logs, OP);
  await store.close();
});

/** Numbers in [0, 1) that are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A byte of all those of a kind, each as likely as the others. */
function place(kind: Kind, at: number): readonly [path: string, offset: number] {
  const of = [...parts].filter(([path]) => kindOf(path) === kind);
  let left = Math.floor(at * of.reduce((sum, [, { length }]) => sum + length, 0));
  for (const [path, { length }] of of) {
    if (left < length) return [path, left];
    left -= length;
  }
  throw new Error('the place lies within');
}

/** Null: nothing was found. */
async function found(changed: Parts, kind: Kind): Promise<string | null> {
  const verifySignature = kind === 'checkpoint' || kind === 'keys' ? nobleVerify : nodeVerify;
  for (const read of kind === 'totals' ? [true] : [false, true]) {
    const { problems } = await verified(changed, { verifySignature, read, first: true });
    if (problems[0] !== undefined) return problems[0].code;
  }
  return null;
}

test('what was not changed holds', async () => {
  expect((await verified(parts)).problems).toEqual([]);
  expect((await verified(parts, { verifySignature: nodeVerify })).problems).toEqual([]);
});

test(`each of ${CHANGES} changes of a byte is found`, { timeout: 600_000 }, async () => {
  const random = chance(SEED);
  const codes = new Map<string, number>();
  const counts: Record<Kind, number> = { leaves: 0, tiles: 0, checkpoint: 0, keys: 0, totals: 0 };
  const missed: string[] = [];
  for (const [kind, share] of Object.entries(SHARES) as [Kind, number][]) {
    for (let n = 0; n < Math.round(CHANGES * share); n += 1) {
      const [path, offset] = place(kind, random());
      const part = parts.get(path)?.slice() ?? new Uint8Array(0);
      const flip = 1 + Math.floor(random() * 255);
      part[offset] = (part[offset] ?? 0) ^ flip;
      const code = await found(new Map(parts).set(path, part), kind);
      counts[kind] += 1;
      if (code === null) missed.push(`${path}, byte ${offset}, by ${flip}`);
      else codes.set(`${kind}: ${code}`, (codes.get(`${kind}: ${code}`) ?? 0) + 1);
    }
  }
  process.stdout.write(`${CHANGES} changes of a byte (${Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}), ${CHANGES - missed.length} found: ${[...codes].map(([code, count]) => `${count} ${code}`).join(', ')}\n`);
  expect(missed).toEqual([]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(CHANGES);
});
