// Kills and power cuts at random moments; README.md here says how to run many. A failing run prints its seed.

import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { bootId, readLock } from '../../src/storage/lock.ts';
import { openEmbedded } from '../../src/storage/open.ts';
import { PgliteProcess } from '../../src/storage/pglite-process.ts';
import { acknowledgedIn, losses, runAndKill } from '../support/crashes.ts';
import { breakableDisk, journalOf, losePowerOnDatabase, losePowerOnJournal, randomly, syncedLength } from '../support/disks.ts';
import { countFact, LIEGE, nothingMoves, promising } from '../support/facts.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';

const KILLS = Number(process.env['AIRBRIDGE_KILLS'] ?? 3);
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
    expect(acknowledgedIn(acknowledged).length).toBeGreaterThan(0);
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

const FACTS_STAND = ['a', 'b', 'c'];
let whole: string;
beforeAll(async () => {
  whole = newFolder();
  const store = await openHome(whole);
  await store.append(LIEGE, [countFact('a'), countFact('b')], promising(5));
  await store.append(LIEGE, [countFact('c')], promising(1));
  await store.close();
}, 2 * MINUTES);

/** A closed data folder with two records: facts a and b, then c; 11 units promised. */
function folderWithFacts(): string {
  const home = newFolder();
  cpSync(whole, home, { recursive: true });
  return home;
}

async function keysOf(store: Store): Promise<readonly string[]> {
  return (await store.facts(LIEGE)).map((fact) => fact.key);
}

describe('the database folder', () => {
  async function expectEverything(home: string, notice: RegExp): Promise<void> {
    const store = await openHome(home);
    expect(store.notices.join('\n')).toMatch(notice);
    expect(await keysOf(store)).toEqual(FACTS_STAND);
    expect((await store.balances(LIEGE)).map((it) => [it.account, it.units])).toEqual([['outstanding', 11], ['promised', -11]]);
    expect((await store.append(LIEGE, [countFact('d')], promising(1))).ok).toBe(true);
    await store.close();
  }

  test('can be removed: everything comes back from the journal', async () => {
    const home = folderWithFacts();
    rmSync(join(home, 'database'), { recursive: true });
    await expectEverything(home, /missing. It was rebuilt from the journal \(2 records\)/);
  });

  test.each([
    ['whose control file is noise', 'global/pg_control'],
    ['that lacks its log', 'pg_wal'],
    ['that lacks its tables', 'base'],
  ])('%s is kept aside and rebuilt', async (_, part) => {
    const home = folderWithFacts();
    rmSync(join(home, 'database', part), { recursive: true });
    if (part.endsWith('control')) writeFileSync(join(home, 'database', part), 'noise'.repeat(100));
    await expectEverything(home, /was rebuilt from the journal \(2 records\)/);
    expect(existsSync(join(home, 'database.aside'))).toBe(true);
  });

  test('of another run of the machine, not closed in order, is not trusted', async () => {
    const home = folderWithFacts();
    writeFileSync(join(home, 'database.state'), JSON.stringify({ state: 'open', boot: 'another run' }));
    await expectEverything(home, /stopped without warning/);
  });

  test('that is ahead of the journal, or tells another story, is rebuilt', async () => {
    const home = folderWithFacts();
    const store = await openHome(home);
    await store.append(LIEGE, [countFact('later')], nothingMoves);
    await store.close();
    const longer = readFileSync(journalOf(home));
    writeFileSync(journalOf(home), readFileSync(journalOf(whole)));
    await expectEverything(home, /it had seen 3 records where the journal has 2/);
    writeFileSync(journalOf(home), longer);
    const other = await openHome(home);
    expect(other.notices.join()).toMatch(/its record 3 is not the journal's/);
    expect(await keysOf(other)).toEqual([...FACTS_STAND, 'later']);
    await other.close();
  });

  test('that is behind the journal is brought up to it', async () => {
    const home = folderWithFacts();
    const store = await openHome(home);
    await store.append(LIEGE, [countFact('later')], nothingMoves);
    await store.close();
    for (const part of ['database', 'database.state']) {
      rmSync(join(home, part), { recursive: true });
      cpSync(join(whole, part), join(home, part), { recursive: true });
    }
    const again = await openHome(home);
    expect(again.notices).toEqual(['1 records of the journal were brought into the database.']);
    expect(await keysOf(again)).toEqual([...FACTS_STAND, 'later']);
    await again.close();
  });

  test('whose rows were changed behind the journal’s back is found out after an unclean stop', async () => {
    const home = folderWithFacts();
    const process = await PgliteProcess.open(join(home, 'database'));
    await process.query(`update fact set body = '{"area":"IT","cases":1}' where key = 'b'`);
    await process.close();
    writeFileSync(join(home, 'database.state'), JSON.stringify({ state: 'open', boot: bootId() }));
    await expectEverything(home, /the facts of liege-2020 do not give its head hash/);
  });

  test('is refused without its journal, rather than begun anew', async () => {
    const home = folderWithFacts();
    rmSync(journalOf(home));
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'journal-missing', remedy: expect.stringContaining('backup') } });
  });
});

describe('the journal file', () => {
  const firstRecord = (bytes: Buffer) => bytes.subarray(16, 16 + 80 + bytes.readUInt32BE(16 + 4));

  test('with a torn record at its end opens without it and says how many bytes went', async () => {
    const home = folderWithFacts();
    const torn = firstRecord(readFileSync(journalOf(home))).subarray(0, -1);
    appendFileSync(journalOf(home), torn);
    const store = await openHome(home);
    expect(store.notices).toEqual([expect.stringContaining(`${torn.length} bytes`)]);
    expect(await keysOf(store)).toEqual(FACTS_STAND);
    await store.append(LIEGE, [countFact('next')], nothingMoves);
    await store.close();
    const again = await openHome(home);
    expect(again.notices).toEqual([]);
    expect(await keysOf(again)).toEqual([...FACTS_STAND, 'next']);
    await again.close();
  });

  test('damaged in the middle is refused with file, record, byte and remedy, and is left as it is', async () => {
    const home = folderWithFacts();
    const path = journalOf(home);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(16 + 100) ^ 1, 16 + 100);
    writeFileSync(path, bytes);
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'journal-corrupt', file: path, record: 1, offset: 16, remedy: expect.stringContaining('backup') } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readLock(home)).toBeNull();
  });

  test('whose last record is damaged although the database has seen it is refused too: it had been acknowledged', async () => {
    const home = folderWithFacts();
    const cut = readFileSync(journalOf(home)).subarray(0, -5);
    writeFileSync(journalOf(home), cut);
    expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'journal-corrupt', record: 2 } });
    expect(readFileSync(journalOf(home)).equals(cut)).toBe(true);
  });

  test.each([
    ['is full before a byte is written', { at: 'write', code: 'ENOSPC' }, 'disk-full'],
    ['is full after half a record', { at: 'half-write', code: 'ENOSPC' }, 'disk-full'],
    ['fails to sync', { at: 'sync', code: 'EIO' }, 'disk-failed'],
  ] as const)('on a disk that %s: the append fails with a remedy, leaves nothing, and the store works on when the disk does', async (_, broken, code) => {
    const home = folderWithFacts();
    const disk = breakableDisk();
    const store = await openHome(home, { disk: disk.disk });
    disk.broken = broken;
    for (const key of ['lost', 'lost too']) await expect(store.append(LIEGE, [countFact(key)], promising(100))).rejects.toMatchObject({ code, remedy: expect.stringMatching(/again/) });
    expect(await keysOf(store)).toEqual(FACTS_STAND);
    disk.broken = null;
    expect(await store.append(LIEGE, [countFact('after')], promising(4))).toMatchObject({ ok: true, value: { head: { seq: 4 } } });
    await store.close();
    const again = await openHome(home);
    expect(again.notices).toEqual([]);
    expect(await keysOf(again)).toEqual([...FACTS_STAND, 'after']);
    expect((await again.balances(LIEGE)).find((it) => it.account === 'outstanding')?.units).toBe(15);
    await again.close();
  });
});

test('a second opening of a folder is refused and names who has it and where they serve', async () => {
  const home = folderWithFacts();
  const store = await openHome(home);
  store.setUrl('http://127.0.0.1:4020');
  const second = await openEmbedded(home, { clock: wallClock });
  expect(second).toMatchObject({ ok: false, error: { code: 'folder-in-use', pid: process.pid, url: 'http://127.0.0.1:4020', remedy: expect.stringContaining('AIRBRIDGE_HOME') } });
  await store.close();
  expect(readLock(home)).toBeNull();
});

test('a folder that is a file is refused with a remedy', async () => {
  const home = join(newFolder(), 'taken');
  writeFileSync(home, '');
  expect(await openEmbedded(home, { clock: wallClock })).toMatchObject({ ok: false, error: { code: 'not-writable', remedy: expect.stringContaining('AIRBRIDGE_HOME') } });
});
