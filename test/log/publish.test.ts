// What is signed, and what never is: two processes, a journal that went back, a new key, somebody forgotten.

import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { auditStore } from '../../src/app/custody/audit.ts';
import type { Store } from '../../src/app/ports.ts';
import { append } from '../../src/app/record.ts';
import { invariant } from '../../src/domain/result.ts';
import { readNote } from '../../src/log/note.ts';
import { checkpointText } from '../../src/log/checkpoint.ts';
import { utf8 } from '../../src/log/hash.ts';
import { statementText, writeKeys } from '../../src/log/keys.ts';
import { machineSha256 } from '../../src/app/log/machine-sha256.ts';
import { verifierKey, writeNote } from '../../src/log/note.ts';
import { signer } from '../../src/storage/signer.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { hour, journal, type Line } from '../support/journal.ts';
import { HOST, logsOver, partsOf, verified } from '../support/logs.ts';
import { SMALL_ID as OP, STORES } from '../support/served.ts';
import { SENT } from '../support/small-operation.ts';

/** The small operation, open to anybody. */
const PUBLIC: readonly Line[] = SENT.map(([kind, at, body, recorded]): Line => [kind, at, kind === 'operation.opened' ? { ...body, settings: [...(body as { settings: object[] }).settings, { key: 'public', value: 'yes' }] } : body, ...(recorded === undefined ? [] : [recorded])] as unknown as Line);

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
const opened = async <S extends Store>(store: Promise<S>): Promise<S> => {
  open.push(await store);
  return store;
};
async function record(store: Store, lines: readonly Line[], first = PUBLIC.length + 1): Promise<void> {
  const recorded = await append(store, OP, journal(lines, first));
  invariant(recorded.ok, `the facts are taken: ${JSON.stringify(recorded)}`);
}
async function filled<S extends Store>(store: Promise<S>): Promise<S> {
  const made = await opened(store);
  await record(made, PUBLIC, 1);
  return made;
}
const need = (units: number): Line => ['need.reported', 40, { recipient: 'IT', item: 'mask', units, from: hour(72), until: hour(96), severity: 3 }];
const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  invariant(answer.ok, answer.ok ? '' : answer.error.message);
  return answer.value;
};

describe.each(STORES)('over $name', ({ isHere, isShared, newPlace }) => {
  test.skipIf(!isHere)('an operation has a log only where it is public', async () => {
    const store = await opened((await newPlace()).open());
    await append(store, OP, journal(SENT));
    const logs = logsOver(store);
    expect(await logs.checkpoint(OP)).toMatchObject({ ok: false, error: { code: 'log-not-public' } });
    expect(await logs.checkpoint('another')).toMatchObject({ ok: false, error: { code: 'log-not-public' } });
    expect(await store.logState(OP)).toBeNull();
  });

  test.skipIf(!isHere)('goes on with the journal, and each tree extends the one before', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const kept: { where: string; note: Uint8Array }[] = [];
    for (let n = 0; n < 5; n += 1) {
      await record(store, [need(n), need(n + 50)], PUBLIC.length + 1 + 2 * n);
      const parts = await partsOf(logs, OP);
      expect(await verified(parts, { kept })).toMatchObject({ ok: true, problems: [], size: PUBLIC.length + 2 * (n + 1), checked: { kept: n } });
      kept.push({ where: `${n}`, note: parts.get('checkpoint') ?? new Uint8Array(0) });
    }
  });

  test.skipIf(!isHere)('late facts and corrections leave totals that are the ledger’s', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const tally = (await store.facts(OP)).find(({ kind }) => kind === 'goods.tallied');
    await record(store, [['goods.lost', 23, { place: 'BELGG', lot: 'A', units: 10 }, 50]]);
    await record(store, [['correction.made', 51, { corrects: tally?.id, reason: 'counted again', replacement: { occurredAt: tally?.occurredAt, body: { ...tally?.body, units: 590 } } }]], PUBLIC.length + 2);
    const parts = await partsOf(logs, OP);
    const result = await verified(parts);
    expect(result.problems).toEqual([]);
    expect(result.totals).toMatchObject([{ pledge: 'P1', item: 'mask', lost: 10 }]);
    const bundle = Buffer.from(parts.get(`tile/entries/000.p/${result.size}`) ?? '').toString();
    expect(bundle).toContain(`"of":${tally?.seq}`);
    expect(bundle).not.toContain('counted again');
  });

  test.skipIf(!isHere)('a new key takes over; whoever knows the old one can follow, and the old one signs nothing more', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const first = must(await logs.summary(OP));
    const second = must(await logs.rotate(OP, first.key));
    expect(second).toMatchObject({ size: first.size, root: first.root });
    expect(second.key).not.toBe(first.key);
    expect(await logs.rotate(OP, first.key)).toMatchObject({ ok: false, error: { code: 'log-key-changed' } });
    await record(store, [need(1)]);
    must(await logs.rotate(OP, second.key));
    await record(store, [need(2)], PUBLIC.length + 2);
    const parts = await partsOf(logs, OP);
    for (const key of [first.key, second.key, must(await logs.summary(OP)).key]) expect(await verified(parts, { keys: [key] })).toMatchObject({ ok: true, keyIsKnown: true, checked: { keys: 3 } });

    // The first key, stolen after it was replaced.
    const stolen = (await store.logState(OP))?.keys[0];
    const text = checkpointText({ origin: first.origin, size: PUBLIC.length + 2, root: new Uint8Array(32) });
    const [name = '', id = ''] = (stolen?.vkey ?? '').split('+');
    const forged = writeNote(text, [{ key: { name, id: new Uint8Array(Buffer.from(id, 'hex')) }, signature: signer.sign(stolen?.seed ?? '', utf8(text)) }]);
    expect((await verified(new Map(parts).set('checkpoint', utf8(forged)), { keys: [first.key] })).problems).toMatchObject([{ code: 'signature' }]);
  });

  test.skipIf(!isHere)('a key that no key of the log brought in is not its key', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const { key, origin, size } = must(await logs.summary(OP));
    const parts = await partsOf(logs, OP);
    const seed = signer.newSeed();
    const other = verifierKey(machineSha256, origin, signer.publicKey(seed));
    expect((await verified(parts, { keys: [other.vkey] })).problems).toMatchObject([{ code: 'keys', where: 'keys' }]);

    // A checkpoint from another key.
    const note = readNote(parts.get('checkpoint') ?? new Uint8Array(0));
    invariant(note.ok, 'the checkpoint is a note');
    const signedByOther = utf8(writeNote(note.value.text, [{ key: other, signature: signer.sign(seed, utf8(note.value.text)) }]));
    expect((await verified(new Map(parts).set('checkpoint', signedByOther))).problems).toMatchObject([{ code: 'signature', where: 'checkpoint', problem: 'no known key has signed it' }]);

    // And with a list of keys that says so: signed with itself, but not with the key before it.
    const root = (await verified(parts)).root ?? '';
    const text = statementText({ origin, size: size, root: new Uint8Array(Buffer.from(root, 'base64')), old: key, next: other.vkey });
    for (const signatures of [[other], [other, other]]) {
      const statement = writeNote(text, signatures.map((it) => ({ key: it, signature: signer.sign(seed, utf8(text)) })));
      const keys = utf8(writeKeys({ origin, keys: [{ vkey: key, from: 0, statement: null }, { vkey: other.vkey, from: size, statement }] }));
      expect((await verified(new Map(parts).set('checkpoint', signedByOther).set('keys', keys), { keys: [key] })).problems).toMatchObject([{ code: 'keys' }]);
    }
  });

  test.skipIf(!isHere)('a log that claims more leaves than anybody could have costs its reader nothing', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const { origin } = must(await logs.summary(OP));
    const key = (await store.logState(OP))?.keys[0];
    const [name = '', id = ''] = (key?.vkey ?? '').split('+');
    const text = checkpointText({ origin, size: Number.MAX_SAFE_INTEGER, root: new Uint8Array(32) });
    const vast = utf8(writeNote(text, [{ key: { name, id: new Uint8Array(Buffer.from(id, 'hex')) }, signature: signer.sign(key?.seed ?? '', utf8(text)) }]));
    const { problems } = await verified(new Map(await partsOf(logs, OP)).set('checkpoint', vast));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'missing', where: 'tile/entries/000' }));
  });

  test.skipIf(!isHere)('forgetting a person changes no leaf, no proof and no checkpoint', async () => {
    const store = await opened((await newPlace()).open());
    const signedBy = await store.keepPerson(OP, { name: 'Anna Bianchi', role: 'storekeeper' });
    await record(store, PUBLIC, 1);
    await record(store, [['dispatch.delivered', 60, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 400, signedBy }]]);
    const logs = logsOver(store);
    const before = await partsOf(logs, OP);
    const proof = must(await logs.prove(OP, String(PUBLIC.length + 1)));
    expect(proof.leaves[0]?.leaf).toContain(signedBy);
    expect([...before.values()].map((part) => Buffer.from(part).toString('latin1')).join('')).not.toContain('Bianchi');
    expect(await store.forgetPerson(OP, signedBy)).toBe(true);
    // Computed anew, as by a process that starts afterwards.
    const after = await partsOf(logsOver(store), OP);
    expect([...after]).toEqual([...before]);
    expect(must(await logsOver(store).prove(OP, String(PUBLIC.length + 1)))).toEqual(proof);
    expect(await verified(after)).toMatchObject({ ok: true });
  });

  test.skipIf(!isHere)('two processes that sign at once sign one tree, and with one key', async () => {
    const place = await newPlace();
    const store = await filled(place.open());
    const other = isShared ? await opened(place.open()) : store;
    const [a, b] = [logsOver(store), logsOver(other)];
    for (let n = 0; n < 4; n += 1) {
      const [one, two] = await Promise.all([a.checkpoint(OP), b.checkpoint(OP), record(store, [need(n)], PUBLIC.length + 1 + n)]);
      expect([one.ok, two.ok]).toEqual([true, true]);
      expect(must(await a.checkpoint(OP))).toBe(must(await b.checkpoint(OP)));
    }
    expect((await store.logState(OP))?.keys).toHaveLength(1);
    expect(await verified(await partsOf(b, OP))).toMatchObject({ ok: true, size: PUBLIC.length + 4 });
  });

  test.skipIf(!isHere)('a process that would make other leaves signs nothing, and says so', async () => {
    const store = await filled((await newPlace()).open());
    const logs = logsOver(store);
    const signed = must(await logs.checkpoint(OP));
    await record(store, [need(1)]);
    // As a version would that writes leaves otherwise.
    const otherwise: Store = Object.assign(Object.create(store) as Store, { ...bound(store), postings: () => Promise.resolve([]) });
    const changed = logsOver(otherwise);
    expect(must(await changed.checkpoint(OP))).toBe(signed);
    expect(changed.problems()).toMatchObject([{ operation: OP, problem: expect.stringContaining('are not those that were signed') as string }]);
    expect(await changed.rotate(OP, must(await logs.summary(OP)).key)).toMatchObject({ ok: false, error: { code: 'log-refused' } });
    expect(must(await logs.summary(OP))).toMatchObject({ size: PUBLIC.length + 1, problem: null });
  });
});

/** The methods of a store, to be handed on. */
const bound = (store: Store): Partial<Store> => ({ operations: () => store.operations(), head: (...args) => store.head(...args), facts: (...args) => store.facts(...args), logState: (...args) => store.logState(...args), keepLogState: (...args) => store.keepLogState(...args) });

describe('in a data folder', () => {
  test('key and checkpoint are a file of this user alone, and outlive the database', async () => {
    const home = newFolder();
    const store = await filled(openHome(home));
    const signed = must(await logsOver(store).checkpoint(OP));
    await store.close();
    const file = join(home, 'log', `${OP}.json`);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(`${HOST}/log/test+`);
    rmSync(join(home, 'database'), { recursive: true });
    const again = await opened(openHome(home));
    expect(must(await logsOver(again).checkpoint(OP))).toBe(signed);
  });

  test('a journal that went back behind its checkpoint is not signed; the old checkpoint stays, and audit says what is wrong', async () => {
    const home = newFolder();
    const copy = newFolder();
    const store = await filled(openHome(home));
    await store.close();
    cpSync(home, copy, { recursive: true });
    const later = await opened(openHome(home));
    await record(later, [need(1), need(2)]);
    const signed = must(await logsOver(later).checkpoint(OP));
    await later.close();
    // The folder is put back from an older copy; the log's own file is newer.
    for (const part of ['journal', 'database', 'database.state']) {
      rmSync(join(home, part), { recursive: true });
      cpSync(join(copy, part), join(home, part), { recursive: true });
    }
    const back = await opened(openHome(home));
    const logs = logsOver(back);
    expect(must(await logs.checkpoint(OP))).toBe(signed);
    expect(logs.problems()).toMatchObject([{ problem: expect.stringContaining(`but a checkpoint of ${PUBLIC.length + 2} was signed`) as string }]);
    // Other facts, as many as before and more: still another history.
    await record(back, [need(7), need(8), need(9)]);
    expect(must(await logs.checkpoint(OP))).toBe(signed);
    expect(must(await logs.summary(OP)).problem).toContain('are not those that were signed');
    expect(await auditStore(back, OP)).toMatchObject({ ok: true, value: { ok: false, problems: [expect.stringContaining('transparency log: the first') as string] } });
  });
});
