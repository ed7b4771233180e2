// The transparency log at a million leaves: how fast it grows, how large it is, how long the whole check takes and the check of
// one proof, beside a bare SHA-256 over the same bytes in the same run. Roots and paths are compared with the definition of RFC
// 6962, word for word, over a sample; totals with figures that were counted where the facts are made.

import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { leavesOfFacts } from '../src/app/log/leaves.ts';
import { machineSha256 } from '../src/app/log/machine-sha256.ts';
import { logIn } from '../src/cli/log-source.ts';
import { invariant } from '../src/domain/result.ts';
import { checkpointText } from '../src/log/checkpoint.ts';
import { hashOf, toBase64, toHex, utf8 } from '../src/log/hash.ts';
import { writeKeys } from '../src/log/keys.ts';
import { nobleSha256, nobleVerify } from '../src/log/noble.ts';
import { verifierKey, writeNote } from '../src/log/note.ts';
import { checkInclusion, inclusionProof } from '../src/log/proofs.ts';
import { tilesFrom } from '../src/log/prove.ts';
import { readAhead } from '../src/log/source.ts';
import { encodeBundle, ENTRIES, leavesIn, TILE_WIDTH, TileTree, tilePath, tilesOf } from '../src/log/tiles.ts';
import { compareTotals, writeTotals } from '../src/log/totals-page.ts';
import { leafHash } from '../src/log/tree.ts';
import { verifyLog } from '../src/log/verify.ts';
import { signer } from '../src/storage/signer.ts';
import { pageOf, totalsAfter } from './log-operation.ts';
import { median, timed, type Asked, type Row } from './suite.ts';

const LEAVES = 1_000_000;
const ROUNDS = 3;
const PROOFS = 2_000;
const SAMPLE = 20_000;
const ORIGIN = 'bench.example/log/bench';
/** Facts at a time; a multiple of a bundle. */
const PAGE = 40 * TILE_WIDTH;

export async function logSuite({ size, seed, say }: Asked): Promise<readonly Row[]> {
  const leaves = size ?? LEAVES;
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-log-'));
  try {
    return await measured(folder, leaves, seed, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In seconds. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const before = process.cpuUsage();
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1e6 };
}

interface Grown {
  readonly root: Uint8Array;
  readonly vkey: string;
  readonly bytes: { readonly leaves: number; readonly tiles: number };
  readonly making: Cost;
  readonly hashing: Cost;
}

async function measured(folder: string, leaves: number, seed: number, say: Asked['say']): Promise<readonly Row[]> {
  say(`growing a log of ${leaves} leaves`);
  const grown = await grow(folder, leaves);
  const bundles = [...tilesOf(leaves)].filter(({ level }) => level === ENTRIES).map(tilePath);
  const times: Record<'bare' | 'each' | 'hashed' | 'whole', Cost[]> = { bare: [], each: [], hashed: [], whole: [] };
  let same = sampleAgrees(folder, leaves);
  for (let round = 0; round < ROUNDS; round += 1) {
    say(`round ${round + 1} of ${ROUNDS}`);
    times.bare.push(await costOf(() => bare(folder, bundles)));
    times.each.push(await costOf(() => bareEach(folder, bundles, leaves)));
    times.hashed.push(await costOf(async () => void (same = (await check(folder, grown, leaves, false)) && same)));
    times.whole.push(await costOf(async () => void (same = (await check(folder, grown, leaves, true)) && same)));
  }
  const proofs = await proofTimes(folder, grown.root, leaves, seed);
  same &&= proofs.hold;
  const middle = (costs: readonly Cost[]): Cost => ({ wall: median(costs.map(({ wall }) => wall)), processor: median(costs.map(({ processor }) => processor)) });
  const pass = middle(times.bare);
  const per = (seconds: number): string => `${Math.round(leaves / seconds).toLocaleString('en')} leaves/s`;
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const row = (engine: string, seconds: number, ratio: number | null, line: string): Row => ({ size: leaves, seed, engine, status: same ? 'same' : 'differs', tolerance: 0, seconds, objective: null, bound: null, gap: null, relativeGap: null, ratio, line: `${engine.padEnd(34)} ${line}${same ? '' : '  DIFFERS'}` });
  /** Where others use the machine, the processor's time says more than the clock's. */
  const beside = (engine: string, { wall, processor }: Cost): Row => row(engine, wall, pass.processor / processor, `${wall.toFixed(2)} s, ${processor.toFixed(2)} s of the processor, ${per(wall)}: ${(wall / pass.wall).toFixed(2)} × the bare pass by the clock, ${(processor / pass.processor).toFixed(2)} × by the processor`);
  const { making, hashing } = grown;
  const all = making.wall + hashing.wall;
  return [
    row('size', 0, null, `${mb(grown.bytes.leaves)} of leaves, ${mb(grown.bytes.tiles)} of tiles: ${Math.round(grown.bytes.leaves / leaves)} + ${Math.round(grown.bytes.tiles / leaves)} bytes a leaf`),
    row('airbridge, append', all, null, `${per(all)} by the clock, ${per(making.processor + hashing.processor)} by the processor: ${per(making.processor)} to make a leaf of a fact, ${per(hashing.processor)} to hash it into the tree`),
    row('sha256, one pass', pass.wall, null, `${pass.wall.toFixed(2)} s, ${pass.processor.toFixed(2)} s of the processor, ${mb(grown.bytes.leaves / pass.wall)}/s`),
    beside('sha256, leaf by leaf', middle(times.each)),
    beside('airbridge, verify without totals', middle(times.hashed)),
    beside('airbridge, verify whole', middle(times.whole)),
    row('airbridge, make and check a proof', proofs.made, null, `${(proofs.made * 1e3).toFixed(2)} ms, tiles from the disk`),
    row('airbridge, check a proof', proofs.checked, null, `${(proofs.checked * 1e6).toFixed(0)} µs of ${proofs.hashes} hashes; by the library that pages use ${(proofs.byLibrary * 1e6).toFixed(0)} µs`),
  ];
}

function put(folder: string, path: string, content: Uint8Array): number {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return content.length;
}

/** Makes the leaves, hashes them, and lays the log out in a folder; making facts and writing files are not measured. */
async function grow(folder: string, leaves: number): Promise<Grown> {
  const tree = new TileTree(machineSha256);
  let bytes = 0;
  const making = { wall: 0, processor: 0 };
  const hashing = { wall: 0, processor: 0 };
  const add = (sum: { wall: number; processor: number }, { wall, processor }: Cost): void => {
    sum.wall += wall;
    sum.processor += processor;
  };
  for (let first = 1; first <= leaves; first += PAGE) {
    const page = pageOf(first, Math.min(PAGE, leaves - first + 1));
    let made: Uint8Array[] = [];
    add(making, await costOf(() => Promise.resolve(void (made = leavesOfFacts(machineSha256, page.facts, page.facts, page.postings).flat()))));
    add(hashing, await costOf(() => {
      for (const leaf of made) tree.append(leafHash(machineSha256, leaf));
      return Promise.resolve();
    }));
    for (let at = 0; at < made.length; at += TILE_WIDTH) {
      const part = made.slice(at, at + TILE_WIDTH);
      bytes += put(folder, tilePath({ level: ENTRIES, index: (first - 1 + at) / TILE_WIDTH, width: part.length }), encodeBundle(part));
    }
  }
  let tileBytes = 0;
  for (const tile of tilesOf(leaves, 0)) tileBytes += put(folder, tilePath(tile), tree.tile(tile) ?? new Uint8Array(0));
  const root = tree.root();
  const key = verifierKey(machineSha256, ORIGIN, signer.publicKey('07'.repeat(32)));
  const text = checkpointText({ origin: ORIGIN, size: leaves, root });
  put(folder, 'checkpoint', utf8(writeNote(text, [{ key, signature: signer.sign('07'.repeat(32), utf8(text)) }])));
  put(folder, 'keys', utf8(writeKeys({ origin: ORIGIN, keys: [{ vkey: key.vkey, from: 0, statement: null }] })));
  put(folder, 'totals', utf8(writeTotals({ origin: ORIGIN, size: leaves, root: toBase64(root), totals: totalsAfter(leaves) })));
  return { root, vkey: key.vkey, bytes: { leaves: bytes, tiles: tileBytes }, making, hashing };
}

/** The bytes of all bundles through SHA-256, read from the disk as the check reads them, some ahead. */
async function bare(folder: string, bundles: readonly string[]): Promise<void> {
  const sum: Hash = createHash('sha256');
  for await (const [, bundle] of readAhead(logIn(folder), bundles, (path) => path)) sum.update(bundle ?? new Uint8Array(0));
  invariant(sum.digest().length === 32, 'a sum was made');
}

/** The same, a hash for each leaf: what calls cost. */
async function bareEach(folder: string, bundles: readonly string[], leaves: number): Promise<void> {
  const into = new Uint8Array(32);
  let hashed = 0;
  for await (const [, content] of readAhead(logIn(folder), bundles, (path) => path)) {
    const bundle = content ?? new Uint8Array(0);
    const spans = leavesIn(bundle, Math.min(TILE_WIDTH, leaves - hashed));
    invariant(spans.ok, 'the bundle was written here');
    for (const [from, to] of spans.value) machineSha256(bundle.subarray(from, to), into, 0);
    hashed += spans.value.length;
  }
  invariant(hashed === leaves, 'every leaf was hashed');
}

async function check(folder: string, { root, vkey }: Grown, leaves: number, read: boolean): Promise<boolean> {
  const verified = await verifyLog(logIn(folder), { sha256: machineSha256, verifySignature: nobleVerify, keys: [vkey], read });
  for (const { where, problem } of verified.problems.slice(0, 5)) process.stderr.write(`${where}: ${problem}\n`);
  return verified.ok && verified.size === leaves && verified.root === toBase64(root) && (!read || compareTotals(verified.totals, totalsAfter(leaves)).length === 0);
}

/** RFC 6962, section 2.1, word for word. */
function plainRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return createHash('sha256').update(Buffer.of(0)).update(only).digest();
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash('sha256').update(Buffer.of(1)).update(plainRoot(leaves.slice(0, k))).update(plainRoot(leaves.slice(k))).digest();
}

/** Is the root over the first leaves that of the definition? */
function sampleAgrees(folder: string, leaves: number): boolean {
  const count = Math.min(SAMPLE, leaves);
  const sample: Uint8Array[] = [];
  for (const bundle of [...tilesOf(leaves)].filter((tile) => tile.level === ENTRIES && tile.index * TILE_WIDTH < count)) {
    const bytes = new Uint8Array(readFileSync(join(folder, tilePath(bundle))));
    const spans = leavesIn(bytes, bundle.width);
    if (!spans.ok) return false;
    sample.push(...spans.value.map(([from, to]) => bytes.subarray(from, to)));
  }
  const tree = new TileTree(machineSha256);
  for (const leaf of sample.slice(0, count)) tree.append(leafHash(machineSha256, leaf));
  return toHex(tree.root()) === plainRoot(sample.slice(0, count)).toString('hex');
}

async function proofTimes(folder: string, root: Uint8Array, leaves: number, seed: number): Promise<{ readonly made: number; readonly checked: number; readonly byLibrary: number; readonly hashes: number; readonly hold: boolean }> {
  const source = logIn(folder);
  const times: Record<'made' | 'checked' | 'byLibrary', number[]> = { made: [], checked: [], byLibrary: [] };
  let hold = true;
  let hashes = 0;
  for (let n = 0; n < PROOFS; n += 1) {
    const index = Number(BigInt(`0x${createHash('sha256').update(`${seed} ${n}`).digest('hex').slice(0, 12)}`) % BigInt(leaves));
    const bundle = new Uint8Array(readFileSync(join(folder, tilePath({ level: ENTRIES, index: Math.floor(index / TILE_WIDTH), width: Math.min(TILE_WIDTH, leaves - Math.floor(index / TILE_WIDTH) * TILE_WIDTH) }))));
    const spans = leavesIn(bundle, Math.min(TILE_WIDTH, leaves - Math.floor(index / TILE_WIDTH) * TILE_WIDTH));
    const [from, to] = (spans.ok ? spans.value[index % TILE_WIDTH] : undefined) ?? [0, 0];
    const leaf = bundle.subarray(from, to);
    let claim = { leafHash: hashOf(machineSha256, leaf), index, size: leaves, proof: [] as Uint8Array[], root };
    times.made.push(
      await timed(async () => {
        claim = { ...claim, leafHash: leafHash(machineSha256, leaf), proof: await inclusionProof(tilesFrom(source, machineSha256, leaves), index) };
        hold = checkInclusion(machineSha256, claim) && hold;
      }),
    );
    times.checked.push(await timed(() => Promise.resolve(void (hold = checkInclusion(machineSha256, { ...claim, leafHash: leafHash(machineSha256, leaf) }) && hold))));
    times.byLibrary.push(await timed(() => Promise.resolve(void (hold = checkInclusion(nobleSha256, { ...claim, leafHash: leafHash(nobleSha256, leaf) }) && hold))));
    hold = !checkInclusion(machineSha256, { ...claim, index: (index + 1) % leaves }) && hold;
    hashes = claim.proof.length + 1;
  }
  return { made: median(times.made), checked: median(times.checked), byLibrary: median(times.byLibrary), hashes, hold };
}
