import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countFact, EVENING, LIEGE, nothingMoves, promising } from '../support/facts.ts';
import type { Decide } from '../../src/app/ports.ts';
import { invariant, ok } from '../../src/domain/result.ts';
import { type Disk, realDisk } from '../../src/storage/disk.ts';
import { bringUp, type Running } from '../../src/storage/embedded-database.ts';
import { FolderStore } from '../../src/storage/embedded-store.ts';
import { JOURNAL_NAME, JournalFile } from '../../src/storage/journal-file.ts';
import { Journal } from '../../src/storage/journal-sql.ts';
import { takeLock } from '../../src/storage/lock.ts';

// The store is put together by hand here, so that its database can be ended at a moment of our choosing.
let home: string;
let store: FolderStore;
let running: Running;
let notices: string[];
let onSync: (() => Promise<void>) | null = null;

const watchedDisk: Disk = {
  async open(path, mode) {
    const file = await realDisk.open(path, mode);
    if (!path.endsWith(JOURNAL_NAME)) return file;
    return {
      ...file,
      async sync() {
        await file.sync();
        await onSync?.();
      },
    };
  },
};

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'airbridge-store-'));
  notices = [];
  const lock = await takeLock(home, EVENING);
  const journal = await JournalFile.open(join(home, 'journal'), watchedDisk);
  invariant(lock.ok && journal.ok, 'a new folder opens');
  const ground = { home, disk: watchedDisk, file: journal.value.file, journal: new Journal(), fileWasTorn: false, notice: (line: string) => notices.push(line) };
  const up = await bringUp(ground);
  invariant(up.ok, 'a new database opens');
  running = up.value;
  store = new FolderStore(ground, running, lock.value, notices);
  invariant((await store.append(LIEGE, [countFact('a'), countFact('b')], promising(2))).ok, 'the first facts are taken');
});
afterEach(async () => {
  onSync = null;
  await store.close();
  rmSync(home, { recursive: true });
});

describe('a store whose database stops', () => {
  test('opens it again for the next that reads or writes', async () => {
    await running.process.end();
    expect((await store.facts(LIEGE)).map((fact) => fact.key)).toEqual(['a', 'b']);
    expect(await store.append(LIEGE, [countFact('c')], promising(2))).toMatchObject({ ok: true, value: { fresh: 1, head: { seq: 3 } } });
    expect((await store.balances(LIEGE)).find((it) => it.account === 'outstanding')?.units).toBe(6);
    expect(notices.join()).toContain('had stopped and was opened again');
  });

  test('between the sync and the commit answers all the same, for the record is in the file', async () => {
    onSync = async () => {
      onSync = null;
      await running.process.end();
    };
    const answers = await Promise.all([store.append(LIEGE, [countFact('c')], promising(2)), store.append(LIEGE, [countFact('d')], promising(2))]);
    expect(answers.map((answer) => answer.ok && answer.value.facts.map((fact) => fact.seq))).toEqual([[3], [4]]);
    expect((await store.facts(LIEGE)).map((fact) => fact.key)).toEqual(['a', 'b', 'c', 'd']);
    expect((await store.balances(LIEGE)).find((it) => it.account === 'outstanding')?.units).toBe(8);
  });

  test('before the sync refuses, having written nothing, and takes the same facts again afterwards', async () => {
    const ending: Decide<never> = () => {
      void running.process.end();
      return ok([]);
    };
    await expect(store.append(LIEGE, [countFact('c')], ending)).rejects.toMatchObject({ code: 'database-unusable' });
    expect(await store.append(LIEGE, [countFact('c')], nothingMoves)).toMatchObject({ ok: true, value: { fresh: 1, head: { seq: 3 } } });
  });
});

describe('a closed store', () => {
  test('refuses what comes later and has served what came before', async () => {
    const before = store.append(LIEGE, [countFact('c')], nothingMoves);
    await store.close();
    expect((await before).ok).toBe(true);
    await expect(store.append(LIEGE, [countFact('d')], nothingMoves)).rejects.toMatchObject({ code: 'closed' });
    await expect(store.keepPerson(LIEGE, { name: 'Bo' })).rejects.toMatchObject({ code: 'closed' });
    await expect(store.facts(LIEGE)).rejects.toMatchObject({ code: 'closed' });
  });
});
