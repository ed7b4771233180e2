// The log over HTTP, and from the command line: addresses, headers, verify, mirror, and what a fork looks like to whoever kept
// a copy. A second program in another language checks root and proofs, where there is one.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { importPack } from '../../src/app/pack/import.ts';
import { append } from '../../src/app/record.ts';
import { run } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { FACT_BODIES, type NewFact } from '../../src/domain/facts.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { err, invariant, ok } from '../../src/domain/result.ts';
import { buildServer, listen, type Listening } from '../../src/http/server.ts';
import { ENTRIES, tilePath, tilesOf } from '../../src/log/tiles.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import { readHere } from '../../src/app/read-here.ts';
import { signer } from '../../src/storage/signer.ts';
import { countFact } from '../support/facts.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';
import { logsOver } from '../support/logs.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';
import { noFetcher } from '../support/fetcher.ts';
import { noPrinter } from '../support/printer.ts';

const OP = OperationId.parse('liege-2020');
const PRIVATE = OperationId.parse('test');
const home = newFolder();
let store: EmbeddedStore;
let server: Listening;
let url: string;
/** Facts of the reference operation. */
let HEAD: number;

async function serve(over: EmbeddedStore, port = 0): Promise<Listening> {
  const app = await buildServer(deskOverStore(over, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock: wallClock }), { version: '9.9.9', logs: logsOver(over) });
  const listening = await listen(app, { host: '127.0.0.1', port });
  invariant(listening.ok, 'it listens');
  return listening.value;
}

beforeAll(async () => {
  store = await openHome(home);
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  HEAD = (await store.facts(OP)).length;
  await append(store, PRIVATE, []);
  server = await serve(store);
  url = `${server.url}/log/${OP}`;
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const need = (key: string, units: number): NewFact => ({ ...countFact(key), sources: [], kind: 'need.reported', body: FACT_BODIES['need.reported'].parse({ recipient: 'IT-PC', item: 'surgical-mask', units, from: '2020-04-01T00:00:00.000Z', until: '2020-04-08T00:00:00.000Z', severity: 3 }) });

async function airbridge(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const world: World = {
    version: '0.0.0', checkout: home, base: home, env: {}, clock: wallClock, signer,
    out: (text) => void (heard.out += text),
    err: (text) => void (heard.err += text),
    isTerminal: { out: false, err: false },
    printer: noPrinter,
    fetcher: noFetcher,
    reader: () => Promise.resolve(readHere),
    courier: () => Promise.reject(new Error('nothing is sent from here')),
    solver: () => Promise.reject(new Error('nothing is planned here')),
    openFolder: () => Promise.resolve(ok({ store: Object.assign(Object.create(store) as EmbeddedStore, { close: () => Promise.resolve() }), notices: [], announce: () => undefined, people: () => Promise.reject(new Error('nobody has an account here')), alerts: () => Promise.reject(new Error('nobody is told of anything here')) })),
    holderOf: () => Promise.resolve({ pid: 1, url: server.url }),
    serve: () => Promise.resolve(err({ code: 'port-in-use', message: '', remedy: '' })),
    onStop: () => undefined,
  };
  return { code: await run(world, args), ...heard };
}
async function json(...args: readonly string[]): Promise<Record<string, unknown> & { code: number }> {
  const { code, out } = await airbridge(...args, '--json');
  return { ...(JSON.parse(out) as Record<string, unknown>), code };
}

describe('over HTTP', () => {
  test('parts have their types, tags and times', async () => {
    const checkpoint = await fetch(`${url}/checkpoint`);
    expect([checkpoint.status, checkpoint.headers.get('content-type'), checkpoint.headers.get('cache-control')]).toEqual([200, 'text/plain; charset=utf-8', 'no-cache']);
    expect((await checkpoint.text()).split('\n')[0]).toBe('127.0.0.1:4020/log/liege-2020');
    const again = await fetch(`${url}/checkpoint`, { headers: { 'if-none-match': checkpoint.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const tile = await fetch(`${url}/tile/0/000`);
    expect([tile.status, tile.headers.get('content-type'), tile.headers.get('cache-control')]).toEqual([200, 'application/octet-stream', 'public, max-age=31536000, immutable']);
    expect((await tile.arrayBuffer()).byteLength).toBe(8192);
    const entries = await fetch(`${url}/tile/entries/000`, { headers: { 'accept-encoding': 'gzip' } });
    expect([entries.status, entries.headers.get('content-encoding')]).toEqual([200, 'gzip']);
  });

  test.each(['tile/0/999', 'tile/0/0', 'tile/0/000.p/0', 'tile/9/000', 'tile/entries/008', 'tile/x', 'tile/'])('%s is not there, with a remedy', async (path) => {
    const reply = await fetch(`${url}/${path}`);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ code: 'no-such-tile', remedy: expect.stringMatching(/./) as string });
  });

  test.each(['checkpoint', 'keys', 'totals', 'tile/0/000'])('%s of an operation that is not public, or not there, is not there', async (path) => {
    for (const operation of [PRIVATE, 'nothing', '..%2f..']) {
      const reply = await fetch(`${server.url}/log/${operation}/${path}`);
      expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([404, 'log-not-public']);
    }
  });

  test('a fact comes with its leaf and the proof that it is in the log, by number or id', async () => {
    const tally = (await store.facts(OP)).find(({ kind }) => kind === 'goods.tallied');
    for (const name of [tally?.seq, tally?.id]) {
      const proof = (await (await fetch(`${server.url}/api/v1/operations/${OP}/log/facts/${name}`)).json()) as { leaves: { index: number; leaf: string; proof: string[] }[]; size: number; root: string };
      expect(proof.leaves).toMatchObject([{ index: (tally?.seq ?? 0) - 1, leaf: expect.stringContaining('"kind":"goods.tallied"') as string }]);
    }
    expect((await fetch(`${server.url}/api/v1/operations/${OP}/log/facts/999999`)).status).toBe(404);
  });

  test('health says that the logs go on', async () => expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({ status: 'ok', logs: [] }));
});

describe('airbridge verify', () => {
  test('finds the log whole, at its address and in a copy', async () => {
    const copy = join(newFolder(), 'copy');
    expect(await json('verify', url)).toMatchObject({ code: 0, ok: true, size: HEAD, problems: [], totals: expect.arrayContaining([expect.objectContaining({ pledge: 'P1', item: 'surgical-mask', promised: 2_000_000, everLanded: 2_000_000 })]) as unknown });
    expect((await airbridge('mirror', url, copy)).code).toBe(0);
    expect(await json('verify', copy)).toMatchObject({ code: 0, ok: true, size: HEAD, checked: { kept: 1 } });
    const { code, out } = await airbridge('verify', copy, '--as-of', '2020-03-13T23:00:00Z');
    expect(code).toBe(0);
    expect(out).toContain(`The log holds: ${HEAD.toLocaleString('en')} leaves`);
    expect(out).toMatch(/P1 +surgical-mask +2,000,000 +1,500,000 .*500,000/);
  });

  test('names what was changed, and answers 1', async () => {
    const copy = join(newFolder(), 'copy');
    await airbridge('mirror', url, copy);
    const tile = join(copy, 'tile', '0', '003');
    const bytes = readFileSync(tile);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(tile, bytes);
    const found = await json('verify', copy);
    expect(found).toMatchObject({ code: 1, ok: false, problems: [{ code: 'tile', where: 'tile/0/003', problem: expect.stringContaining(`leaf ${3 * 256 + 31} has the hash`) as string }] });
    rmSync(tile);
    expect(await json('verify', copy)).toMatchObject({ code: 1, problems: expect.arrayContaining([expect.objectContaining({ code: 'missing', where: 'tile/0/003' })]) as unknown });
  });

  test.each([
    [['verify', '/nothing/here'], 'no-such-log'],
    [['verify', 'URL/../'], 'no-such-log'],
    [['verify', 'URL', '--key', 'nonsense'], 'bad-key'],
    [['verify', 'URL', '--as-of', 'yesterday'], 'bad-instant'],
    [['verify', 'URL', '--checkpoint', '/nothing/here'], 'no-such-file'],
    [['mirror', '/nothing', '/nothing'], 'no-such-log'],
    [['log-key', 'test'], 'log-not-public'],
  ] as const)('%j is bad input, with a remedy', async (args, code) => {
    const said = await airbridge(...args.map((arg) => arg.replace('URL', url)), '--json');
    expect(said.code).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({ error: { code, remedy: expect.stringMatching(/./) as string } });
  });

  test('an address where nobody answers is bad input', async () => {
    const said = await airbridge('verify', 'http://127.0.0.1:1/log/x');
    expect(said.code).toBe(2);
    expect(said.err).toContain('could not be read');
  });
});

describe('airbridge mirror', () => {
  test('goes on where it stopped, follows the log, and keeps every checkpoint', async () => {
    const copy = join(newFolder(), 'copy');
    expect(await json('mirror', url, copy)).toMatchObject({ code: 0, ok: true, before: null, fetched: 19 });
    expect(await json('mirror', url, copy)).toMatchObject({ code: 0, before: { size: HEAD }, fetched: 0 });
    invariant((await append(store, OP, [need('a', 1), need('b', 2)])).ok, 'the facts are taken');
    expect(await json('mirror', url, copy)).toMatchObject({ code: 0, size: HEAD + 2, before: { size: HEAD }, fetched: 2 });
    expect(readdirSync(join(copy, 'checkpoints'))).toHaveLength(2);
    expect(readdirSync(join(copy, 'tile', 'entries', '008.p'))).toEqual([String((HEAD + 2) % 256)]);
    expect(existsSync(join(copy, 'incoming'))).toBe(false);
    expect(await json('verify', copy)).toMatchObject({ code: 0, checked: { kept: 2 } });
    const { key } = (await json('log-key', OP)) as unknown as { key: string };
    expect(await json('log-key', OP, '--rotate')).toMatchObject({ code: 0, size: HEAD + 2 });
    expect(await json('mirror', url, copy, '--key', key)).toMatchObject({ code: 0, before: { size: HEAD + 2 } });
    // An old checkpoint in the place of the present one.
    cpSync(join(copy, 'checkpoints', readdirSync(join(copy, 'checkpoints'))[0] ?? ''), join(copy, 'checkpoint'));
    const old = await json('verify', copy);
    expect(old).toMatchObject({ code: 1, ok: false, size: HEAD });
    expect((old['problems'] as { code: string }[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['shrunk', 'totals']));
  });

  test('writes into no folder that holds something else', async () => {
    const other = newFolder();
    writeFileSync(join(other, 'mine.txt'), 'mine');
    expect(await airbridge('mirror', url, other)).toMatchObject({ code: 2 });
    expect(readdirSync(other)).toEqual(['mine.txt']);
  });

  test('says when the log was changed or cut short, keeps both checkpoints, and leaves the copy as it was', async () => {
    // The operation's own folder as it was, from which another history goes on: with its own key, so that every signature holds.
    const before = newFolder();
    await server.close();
    await store.close();
    cpSync(home, before, { recursive: true });
    store = await openHome(home);
    server = await serve(store);
    url = `${server.url}/log/${OP}`;
    const copy = join(newFolder(), 'copy');
    invariant((await append(store, OP, [need('c', 3), need('d', 4)])).ok, 'the facts are taken');
    const seen = await json('mirror', url, copy);
    expect(seen).toMatchObject({ code: 0 });

    for (const [facts, code] of [[[need('c', 333), need('d', 4), need('e', 5)], 'forked'], [[need('c', 3)], 'shrunk'], [[need('c', 3), need('d', 444)], 'forked']] as const) {
      const folder = newFolder();
      cpSync(before, folder, { recursive: true });
      const other = await openHome(folder);
      invariant((await append(other, OP, facts)).ok, 'the other history is taken');
      const liar = await serve(other);
      const told = await json('mirror', `${liar.url}/log/${OP}`, copy);
      expect(told).toMatchObject({ code: 1, ok: false, before: { size: seen['size'] }, problems: [{ code, remedy: expect.stringContaining('keep both checkpoints') as string }] });
      const evidence = told['evidence'] as string[];
      expect(evidence).toHaveLength(2);
      expect(evidence.map((path) => readFileSync(join(copy, path), 'utf8').split('\n')[1])).toEqual([String(seen['size']), String(told['size'])]);
      // Whoever kept a checkpoint alone finds it too.
      const kept = join(copy, evidence[0] ?? '');
      expect(await json('verify', `${liar.url}/log/${OP}`, '--checkpoint', kept)).toMatchObject({ code: 1, problems: [{ code, where: kept }] });
      expect(await json('verify', copy)).toMatchObject({ code: 0, size: seen['size'] });
      await liar.close();
      await other.close();
    }
    expect(await json('mirror', url, copy)).toMatchObject({ code: 0, ok: true });

    // The same facts under another key: whoever lost the log's file, or took the server over.
    const folder = newFolder();
    await store.close();
    cpSync(home, folder, { recursive: true });
    rmSync(join(folder, 'log'), { recursive: true });
    store = await openHome(home);
    await server.close();
    server = await serve(store);
    url = `${server.url}/log/${OP}`;
    const other = await openHome(folder);
    const liar = await serve(other);
    expect(await json('mirror', `${liar.url}/log/${OP}`, copy)).toMatchObject({ code: 1, ok: false, problems: [{ code: 'keys' }], evidence: [expect.any(String), expect.any(String)] });
    await liar.close();
    await other.close();
  }, 300_000);
});

const PYTHON = `
import base64, hashlib, json, sys
def h(*parts): return hashlib.sha256(b''.join(parts)).digest()
folder = sys.argv[1]
note = open(folder + '/checkpoint', encoding='utf-8').read().split('\\n')
size, root = int(note[1]), base64.b64decode(note[2])
leaves = []
for bundle in sys.argv[3:]:
    data, at = open(folder + '/' + bundle, 'rb').read(), 0
    while at < len(data):
        n = int.from_bytes(data[at:at + 2], 'big')
        leaves.append(data[at + 2:at + 2 + n]); at += 2 + n
def mth(d):
    if len(d) == 1: return h(b'\\0', d[0])
    k = 1
    while k * 2 < len(d): k *= 2
    return h(b'\\1', mth(d[:k]), mth(d[k:]))
assert len(leaves) == size and mth(leaves) == root, 'root'
proof = json.load(open(sys.argv[2]))
one = proof['leaves'][0]
assert one['leaf'].encode() == leaves[one['index']], 'leaf'
fn, sn, r = one['index'], proof['size'] - 1, h(b'\\0', one['leaf'].encode())
for p in map(base64.b64decode, one['proof']):
    if fn & 1 or fn == sn:
        r = h(b'\\1', p, r)
        while fn and not fn & 1: fn >>= 1; sn >>= 1
    else: r = h(b'\\1', r, p)
    fn >>= 1; sn >>= 1
assert sn == 0 and r == base64.b64decode(proof['root']), 'proof'
units = 0
for leaf in leaves:
    for t in json.loads(leaf)['transfers']:
        if t['pledge'] == 'P1' and t['item'] == 'surgical-mask':
            units += t['units'] * ((t['to']['account'] in ('delivered', 'accepted')) - (t['from']['account'] in ('delivered', 'accepted')))
print(size, units)
`;
const hasPython = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('\nSKIPPED: THE LOG CHECKED BY A SECOND PROGRAM. There is no python3.\n');
    return false;
  }
})();

test.skipIf(!hasPython)('the program in the documentation does what it says', async () => {
  const doc = readFileSync(new URL('../../docs/concepts/transparency-log.md', import.meta.url), 'utf8');
  const program = /```python\n([\s\S]*?)```/.exec(doc)?.[1] ?? '';
  expect(program).toContain("LOG = 'http://127.0.0.1:4020/log/liege-2020'");
  // In another thread than the server's, which is here.
  const { stdout } = await promisify(execFile)('python3', ['-c', program.replace('http://127.0.0.1:4020/log/liege-2020', url)]);
  expect(stdout).toMatch(/^2,?\d{3} leaves; 2000000 units of P1 delivered\n$/);
});

test.skipIf(!hasPython)('a second program, in Python, finds the same root, the same proof and the same units', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-log-'));
  try {
    const copy = join(folder, 'copy');
    expect((await airbridge('mirror', url, copy)).code).toBe(0);
    const proof = await (await fetch(`${server.url}/api/v1/operations/${OP}/log/facts/1663`)).text();
    writeFileSync(join(folder, 'proof.json'), proof);
    const parts = [...tilesOf((JSON.parse(proof) as { size: number }).size)].filter(({ level }) => level === ENTRIES).map(tilePath);
    const said = execFileSync('python3', ['-c', PYTHON, copy, join(folder, 'proof.json'), ...parts], { encoding: 'utf8' });
    expect(said.trim()).toBe(`${(JSON.parse(proof) as { size: number }).size} 2000000`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
