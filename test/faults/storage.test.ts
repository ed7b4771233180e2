// Kills and power cuts at random moments; README.md here says how to run many. A failing run prints its seed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readLock } from '../../src/storage/lock.ts';
import { openEmbedded } from '../../src/storage/open.ts';
import { acknowledgedIn, losses, runAndKill } from '../support/crashes.ts';
import { breakableDisk, journalOf, losePowerOnDatabase, losePowerOnJournal, randomly, syncedLength } from '../support/disks.ts';
import { countFact, LIEGE, nothingMoves, promising } from '../support/facts.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';

const KILLS = Number(process.env['AIRBRIDGE_KILLS'] ?? 5);
const SEED = Number(process.env['AIRBRIDGE_SEED'] ?? 13_032_020);
const WRITER = fileURLToPath(new URL('../support/writer.ts', import.meta.url));
const MINUTES = 60_000;
const timeout = Math.max(2, KILLS) * MINUTES;

function newRun(name: string) {
  const [home, notes] = [newFolder(), newFolder()];
  const [acknowledged, syncs] = [join(notes, 'acknowledged'), join(notes, 'syncs')];
  const random = randomly(SEED + name.length);
  const kill = async () => {
    const since = random(4) === 0 ? 'start' : 'first-answer';
    await runAndKill(WRITER, [home, acknowledged, syncs], { since, afterMs: random(since === 'start' ? 1_500 : 300), acknowledged });
  };
  return { home, acknowledged, syncs, random, kill };
}

async function lost(home: string, acknowledged: string): Promise<readonly string[]> {
  const store = await openHome(home);
  try {
    return await losses(store, acknowledgedIn(acknowledged));
  } finally {
    await store.close();
  }
}

describe(`what was acknowledged is never lost (${KILLS} times each, seed ${SEED})`, () => {
  test('when the process is killed', { timeout }, async () => {
    const { home, acknowledged, kill } = newRun('killed');
    for (let n = 1; n <= KILLS; n += 1) {
      await kill();
      expect(await lost(home, acknowledged), `kill ${n}`).toEqual([]);
    }
    expect(acknowledgedIn(acknowledged).length).toBeGreaterThan(KILLS);
  });

  test('when the power goes: bytes not synced are dropped, the database folder is cut and scrambled', { timeout }, async () => {
    const { home, acknowledged, syncs, random, kill } = newRun('power');
    writeFileSync(syncs, '0\n');
    for (let n = 1; n <= KILLS; n += 1) {
      await kill();
      losePowerOnJournal(home, syncedLength(syncs), random);
      losePowerOnDatabase(home, random);
      expect(await lost(home, acknowledged), `power cut ${n}`).toEqual([]);
    }
    expect(acknowledgedIn(acknowledged).length).toBeGreaterThan(0);
  });
});

describe('the database folder', () => {
  async function withFacts(): Promise<string> {
    const home = newFolder();
    const store = await openHome(home);
    await store.append(LIEGE, [countFact('a'), countFact('b')], promising(5));
    await store.append(LIEGE, [countFact('c')], promising(1));
    await store.close();
    return home;
  }

  async function expectEverything(home: string, notice: RegExp): Promise<void> {
    const store = await openHome(home);
    expect(store.notices.join('\n')).toMatch(notice);
    expect((await store.facts(LIEGE)).map((fact) => fact.key)).toEqual(['a', 'b', 'c']);
    expect((await store.balances(LIEGE)).map((it) => [it.account, it.units])).toEqual([['outstanding', 11], ['promised', -11]]);
    expect((await store.append(LIEGE, [countFact('d')], promising(1))).ok).toBe(true);
    await store.close();
  }

  test('can be removed: everything comes back from the journal', async () => {
    const home = await withFacts();
    rmSync(join(home, 'database'), { recursive: true });
    await expectEverything(home, /missing. It was rebuilt from the journal \(2 records\)/);
  });

  test.each([
    ['whose control file is noise', ['global/pg_control']],
    ['that lacks its log', ['pg_wal']],
    ['that lacks its tables', ['base']],
  ])('%s is kept aside and rebuilt', async (_, parts) => {
    const home = await withFacts();
    for (const part of parts) {
      rmSync(join(home, 'database', part), { recursive: true });
      if (part.endsWith('control')) writeFileSync(join(home, 'database', part), 'noise'.repeat(100));
    }
    await expectEverything(home, /was rebuilt from the journal \(2 records\)/);
  }, 2 * MINUTES);

  test('that is behind the journal is brought up to it; one that is ahead or tells another story is rebuilt', async () => {
    const home = await withFacts();
    const [short, long] = [newFolder(), newFolder()];
    const copy = (from: string, to: string) => writeFileSync(join(to, 'facts'), readFileSync(journalOf(from)));
    copy(home, short);
    const store = await openHome(home);
    await store.append(LIEGE, [countFact('later')], nothingMoves);
    await store.close();
    copy(home, long);
    writeFileSync(journalOf(home), readFileSync(join(short, 'facts')));
    await expectEverything(home, /it had seen 3 records where the journal has 2/);
    writeFileSync(journalOf(home), readFileSync(join(long, 'facts')));
    const other = await openHome(home);
    expect(other.notices.join()).toMatch(/its record 3 is not the journal's/);
    expect((await other.facts(LIEGE)).map((fact) => fact.key)).toEqual(['a', 'b', 'c', 'later']);
    await other.close();
  }, 2 * MINUTES);

  test('is refused without its journal, rather than begun anew', async () => {
    const home = await withFacts();
    rmSync(journalOf(home));
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'journal-missing', remedy: expect.stringContaining('backup') } });
  });
});

describe('the journal file', () => {
  async function withRecords(count: number): Promise<string> {
    const home = newFolder();
    const store = await openHome(home);
    for (let n = 0; n < count; n += 1) await store.append(LIEGE, [countFact(`k${n}`)], nothingMoves);
    await store.close();
    return home;
  }

  test('with a torn record at its end opens without it and says how many bytes went', async () => {
    const home = await withRecords(3);
    const whole = readFileSync(journalOf(home));
    const record = whole.subarray(16, 16 + 80 + whole.readUInt32BE(16 + 4));
    appendFileSync(journalOf(home), record.subarray(0, record.length - 1));
    const store = await openHome(home);
    expect(store.notices).toEqual([expect.stringContaining(`${record.length - 1} bytes`)]);
    expect((await store.head(LIEGE)).seq).toBe(3);
    await store.append(LIEGE, [countFact('next')], nothingMoves);
    await store.close();
    const again = await openHome(home);
    expect(again.notices).toEqual([]);
    expect((await again.head(LIEGE)).seq).toBe(4);
    await again.close();
  });

  test('damaged in the middle is refused with file, record, byte and remedy, and is left as it is', async () => {
    const home = await withRecords(3);
    const path = journalOf(home);
    const bytes = readFileSync(path);
    const second = 16 + 80 + bytes.readUInt32BE(16 + 4);
    bytes.writeUInt8(bytes.readUInt8(second + 100) ^ 1, second + 100);
    writeFileSync(path, bytes);
    const opened = await openEmbedded(home, { clock: wallClock });
    expect(opened).toMatchObject({ ok: false, error: { code: 'journal-corrupt', file: path, record: 2, offset: second, remedy: expect.stringContaining('backup') } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readLock(home)).toBeNull();
  });

  test('whose last record the database has seen, and which is damaged, is refused too: it had been acknowledged', async () => {
    const home = await withRecords(3);
    const path = journalOf(home);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 5));
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'journal-corrupt', record: 3 } });
    expect(readFileSync(path)).toHaveLength(bytes.length - 5);
  });

  test.each([
    ['is full before a byte is written', { at: 'write', code: 'ENOSPC' }, 'disk-full'],
    ['is full after half a record', { at: 'half-write', code: 'ENOSPC' }, 'disk-full'],
    ['fails to sync', { at: 'sync', code: 'EIO' }, 'disk-failed'],
  ] as const)('on a disk that %s: the append fails with a remedy, leaves nothing, and the store works on when the disk does', async (_, broken, code) => {
    const home = newFolder();
    const disk = breakableDisk();
    const store = await openHome(home, { disk: disk.disk });
    await store.append(LIEGE, [countFact('before')], promising(3));
    disk.broken = broken;
    for (const key of ['lost', 'lost too']) await expect(store.append(LIEGE, [countFact(key)], promising(100))).rejects.toMatchObject({ code, remedy: expect.stringMatching(/again/) });
    expect((await store.facts(LIEGE)).map((fact) => fact.key)).toEqual(['before']);
    disk.broken = null;
    expect(await store.append(LIEGE, [countFact('after')], promising(4))).toMatchObject({ ok: true, value: { head: { seq: 2 } } });
    await store.close();
    const again = await openHome(home);
    expect(again.notices).toEqual([]);
    expect((await again.facts(LIEGE)).map((fact) => fact.key)).toEqual(['before', 'after']);
    expect((await again.balances(LIEGE)).find((it) => it.account === 'outstanding')?.units).toBe(7);
    await again.close();
  });
});

describe('the lock', () => {
  test('refuses a second opening and names who has the folder and where it serves', async () => {
    const home = newFolder();
    const store = await openHome(home);
    expect(readLock(home)).toMatchObject({ pid: process.pid, url: null });
    store.setUrl('http://127.0.0.1:4020');
    expect(readLock(home)).toMatchObject({ url: 'http://127.0.0.1:4020' });
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'folder-in-use', pid: process.pid, url: 'http://127.0.0.1:4020', remedy: expect.stringContaining('AIRBRIDGE_HOME') } });
    await store.close();
    expect(readLock(home)).toBeNull();
    await (await openHome(home)).close();
  });

  test('of a process that is gone is taken over', async () => {
    const home = newFolder();
    await (await openHome(home)).close();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    writeFileSync(join(home, 'lock'), JSON.stringify({ pid: child.pid, processStart: null, boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), startedAt: wallClock.now(), url: null }));
    expect(readLock(home)).toBeNull();
    await (await openHome(home)).close();
  });

  test('that was cut off while it was written is taken over', async () => {
    const home = newFolder();
    await (await openHome(home)).close();
    writeFileSync(join(home, 'lock'), '{"pid":');
    await (await openHome(home)).close();
  });

  test('lets one of several through that try at once', async () => {
    const home = newFolder();
    await (await openHome(home)).close();
    const opened = await Promise.all([1, 2, 3].map(() => openEmbedded(home, { clock: wallClock })));
    expect(opened.filter((it) => it.ok)).toHaveLength(1);
    for (const one of opened) if (one.ok) await one.value.close();
  });
});

test('a folder that is a file is refused with a remedy', async () => {
  const home = join(newFolder(), 'taken');
  writeFileSync(home, '');
  expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'not-writable', remedy: expect.stringContaining('AIRBRIDGE_HOME') } });
});
