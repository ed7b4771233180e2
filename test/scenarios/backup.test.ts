// A backup carries a store from the embedded kind to a server and back, and nothing changes on the way.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupLines, LineSum } from '../../src/app/backup.ts';
import { auditStore } from '../../src/app/custody/audit.ts';
import { importPack } from '../../src/app/pack/import.ts';
import { newToken, viewerOfToken } from '../../src/app/people/tokens.ts';
import type { Subscription } from '../../src/app/alerts/book.ts';
import type { Archive, Entry, Store } from '../../src/app/ports.ts';
import { restore } from '../../src/app/restore.ts';
import { readLines, writeLines } from '../../src/cli/backup-file.ts';
import { readFolder } from '../../src/cli/folder.ts';
import { OperationId, type Sha256 } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import { alertBookOn } from '../../src/storage/alerts/book.ts';
import { countFact, LIEGE, nothingMoves, promising } from '../support/facts.ts';
import { type AccountsDatabase, peopleOn } from '../../src/storage/accounts/people.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';
import { logsOver } from '../support/logs.ts';
import { hasServer, newDatabase, openDatabase } from '../support/postgres.ts';

type AnyStore = Store & Archive & { readonly db: AccountsDatabase };
const OTHER = OperationId.parse('another');
const open: AnyStore[] = [];
const opened = async (store: Promise<AnyStore>): Promise<AnyStore> => {
  open.push(await store);
  return store;
};
const folder = newFolder();
let files = 0;

let home: AnyStore;
let photo: Sha256;
let forgotten: Sha256;
let known: Sha256;
let token: string;
const HERE = new URL('http://127.0.0.1:4020');
const PASSWORD = 'a hut beside the runway';
const HERE_SINCE = Instant.parse('2026-03-01T08:00:00.000Z');
const SUBSCRIPTIONS: readonly Subscription[] = [
  { operation: LIEGE, id: 's1', channel: 'webhook', address: 'https://hooks.example.org/', kinds: ['late-flight'], language: 'fr', madeBy: '', madeAt: HERE_SINCE, paused: null, secret: 'whsec_AAAA' },
  { operation: LIEGE, id: 's2', channel: 'e-mail', address: 'duty@example.org', kinds: null, language: 'en', madeBy: '', madeAt: HERE_SINCE, paused: { at: HERE_SINCE, why: 'by-hand' }, secret: null },
];
beforeAll(async () => {
  home = await opened(openHome(newFolder()));
  const pack = await readFolder(join(import.meta.dirname, '..', '..', 'data', 'liege-2020'));
  invariant(pack.ok && (await importPack(home, pack.value)).ok, 'the reference operation is taken in');
  // Appends that move something, between appends that do not.
  for (const [key, decide] of [['a', nothingMoves], ['b', nothingMoves], ['c', promising(3)], ['d', nothingMoves], ['e', promising(4)], ['f', promising(5)]] as const) {
    invariant((await home.append(OTHER, [countFact(key), countFact(`${key}2`)], decide)).ok, 'nothing is refused');
  }
  await home.append(OTHER, Array.from({ length: 2_100 }, (_, n) => countFact(`many-${n}`, n)), nothingMoves);
  invariant((await logsOver(home).checkpoint(LIEGE)).ok, 'the log is signed');
  photo = await home.putEvidence(new Uint8Array(2_500_000).map((_, n) => n % 251));
  known = await home.keepPerson(LIEGE, { name: 'Ana\u2028Ferreira', role: 'nurse' });
  forgotten = await home.keepPerson(OTHER, { name: 'Bo' });
  await home.forgetPerson(OTHER, forgotten);
  const tools = { ...(await peopleOn(home.db, HERE)), store: home, clock: wallClock };
  await tools.roster.putOrganisation({ organisation: 'LGG-HUB', name: 'The hub', bindings: [{ operation: LIEGE, kind: 'place', subject: 'BELGG' }] });
  const ann = await tools.sessions.open({ username: 'ann', name: 'Ann Example', password: PASSWORD, email: null, role: 'hub-operator', organisation: 'LGG-HUB' });
  const member = await tools.roster.member(ann ?? '');
  invariant(member !== null, 'the account stands');
  const made = await newToken(tools, member, { name: 'report', permissions: ['status.read'], days: 30 });
  invariant(made.ok, 'the token is made');
  token = made.value.secret;
  const book = alertBookOn(home.db);
  for (const subscription of SUBSCRIPTIONS) await book.putSubscription(subscription, 5);
  await book.turn(LIEGE, wallClock.now(), HERE_SINCE, () => ({ changed: [], told: [{ subscription: 's1', now: new Map([['late:F4', 1]]), over: [] }], messages: [{ id: 'm1', subscription: 's1', alerts: 1, subject: 'x', body: '{}' }] }));
});
afterAll(async () => {
  for (const store of open) await store.close();
});

/** Everything that a store answers of what it holds. */
async function everything(store: AnyStore): Promise<unknown> {
  const operations = await store.operations();
  const each = operations.map(async (operation) => {
    const head = await store.head(operation);
    const entries: Entry[] = [];
    for await (const entry of store.entries(operation, head.seq)) entries.push(entry);
    return { operation, head, facts: await store.facts(operation), balances: await store.balances(operation), entries };
  });
  return { operations: await Promise.all(each), photo: await store.evidence(photo), people: await store.people(), accounts: await store.accounts(), logs: await store.logStates() };
}

async function backedUp(store: AnyStore): Promise<string> {
  const file = join(folder, `${++files}.backup`);
  invariant((await writeLines(file, backupLines(store, wallClock, () => undefined))).ok, 'the backup is written');
  return file;
}

/** Through a file into an empty store. */
async function carried(from: AnyStore, to: AnyStore): Promise<AnyStore> {
  const file = await backedUp(from);
  expect(await restore(to, () => readLines(file))).toMatchObject({ ok: true, value: { documents: 1, people: 1, accounts: 1, logs: 1 } });
  return to;
}

async function expectTheSame(store: AnyStore): Promise<void> {
  expect(await everything(store)).toEqual(await everything(home));
  expect((await auditStore(store, LIEGE))).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
  expect(await store.person(OTHER, forgotten)).toBeNull();
  expect(await store.person(LIEGE, known)).toEqual({ name: 'Ana\u2028Ferreira', role: 'nurse' });
}

test('who had an account has it again, with password, role and tokens, and signs in anew', async () => {
  const store = await carried(home, await opened(openHome(newFolder())));
  const tools = { ...(await peopleOn(store.db, HERE)), store, clock: wallClock };
  const signIn = (password: string) => tools.sessions.handle(new Request(new URL('/api/auth/sign-in/username', HERE), { method: 'POST', headers: { 'content-type': 'application/json', origin: HERE.origin }, body: JSON.stringify({ username: 'ann', password }) }));
  expect([(await signIn(PASSWORD)).status, (await signIn('another password')).status]).toEqual([200, 401]);
  expect(await viewerOfToken(tools, token)).toMatchObject({ holder: 'hub-operator', bindings: [{ subject: 'BELGG' }], member: { username: 'ann' } });
});

test('who was told of alerts is told again, by the same secret, and first of what stands', async () => {
  const store = await carried(home, await opened(openHome(newFolder())));
  const book = alertBookOn(store.db);
  expect(await book.subscriptions(LIEGE)).toEqual(SUBSCRIPTIONS);
  expect(await book.messages(LIEGE, 'queued')).toEqual([]);
  await book.turn(LIEGE, wallClock.now(), HERE_SINCE, ({ subscriptions }) => {
    expect(subscriptions).toEqual(new Map([['s1', new Map()]]));
    return { changed: [], told: [], messages: [] };
  });
});

test('embedded → embedded gives the same journal, balances, documents and people', async () => {
  await expectTheSame(await carried(home, await opened(openHome(newFolder()))));
});

test.skipIf(!hasServer)('embedded → server → embedded gives the same, and goes on from there', async () => {
  const server = await carried(home, await opened(openDatabase(await newDatabase())));
  await expectTheSame(server);
  const back = await carried(server, await opened(openHome(newFolder())));
  await expectTheSame(back);
  const [one, other] = await Promise.all([server, back].map((store) => store.append(OTHER, [countFact('next')], promising(1))));
  expect(one).toEqual(other);
});

describe('a backup is refused as a whole', () => {
  let target: AnyStore;
  let file: string;
  beforeAll(async () => {
    target = await opened(openHome(newFolder()));
    file = await backedUp(home);
  });
  const changed = (change: (lines: string[]) => string[]): string => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
    const path = join(folder, `${++files}.backup`);
    writeFileSync(path, gzipSync(change(lines).map((line) => `${line}\n`).join('')));
    return path;
  };
  /** Puts a right checksum under lines that were changed. */
  const resealed = (lines: readonly string[]): string[] => {
    const sum = new LineSum();
    const content = lines.slice(0, -1);
    for (const line of content) sum.add(line);
    return [...content, JSON.stringify({ end: { lines: content.length, sha256: sum.hex() } })];
  };

  test.each<[string, (lines: string[]) => string[], string]>([
    ['that is cut short', (lines) => lines.slice(0, -1), 'backup-damaged'],
    ['that lacks a line', (lines) => lines.toSpliced(2, 1), 'backup-damaged'],
    ['in which a figure was changed', (lines) => lines.map((line) => line.replace('"cases":17660', '"cases":17661')), 'backup-damaged'],
    ['of a version to come', (lines) => resealed([lines[0]?.replace('"version":3', '"version":4') ?? '', ...lines.slice(1)]), 'backup-version'],
    ['that is none', () => ['{"hello":1}'], 'backup-damaged'],
  ])('%s', async (_, change, code) => {
    const path = changed(change);
    expect(await restore(target, () => readLines(path))).toMatchObject({ ok: false, error: { code } });
    expect(await target.operations()).toEqual([]);
    expect(await target.people()).toEqual([]);
  });

  test('whose facts were changed and whose checksum was made anew: the chain of hashes tells', async () => {
    const path = changed((lines) => resealed(lines.map((line) => line.replace('"cases":17660', '"cases":17661'))));
    const other = await opened(openHome(newFolder()));
    expect(await restore(other, () => readLines(path))).toMatchObject({ ok: false, error: { code: 'backup-damaged' } });
  });

  test('where the store holds something else', async () => {
    const other = await opened(openHome(newFolder()));
    await other.append(OTHER, [countFact('own')], nothingMoves);
    expect(await restore(other, () => readLines(file))).toMatchObject({ ok: false, error: { code: 'store-not-empty' } });
    expect(await other.operations()).toEqual([OTHER]);
  });
});

test('what was cut off in the middle is taken up again by the same file', async () => {
  const file = await backedUp(home);
  const store = await opened(openHome(newFolder()));
  const failing: AnyStore = Object.assign(Object.create(store) as AnyStore, {
    operations: () => store.operations(),
    head: (operation: OperationId) => store.head(operation),
    putEvidence: (content: Uint8Array) => store.putEvidence(content),
    keepLogState: (state: Parameters<Store['keepLogState']>[0]) => store.keepLogState(state, null),
    restorePerson: (kept: Parameters<Archive['restorePerson']>[0]) => store.restorePerson(kept),
    restoreEntries: async (entries: readonly Entry[]) => {
      if (entries.some(({ operation }) => operation === OTHER)) throw new Error('the power went');
      await store.restoreEntries(entries);
    },
  });
  await expect(restore(failing, () => readLines(file))).rejects.toThrow('the power went');
  expect(await restore(store, () => readLines(file))).toMatchObject({ ok: true });
  await expectTheSame(store);
});
