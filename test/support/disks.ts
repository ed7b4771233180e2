// Disks that misbehave on purpose, and what is left of a data folder when the power goes.

import { appendFileSync, closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, type DiskFile, realDisk } from '../../src/storage/disk.ts';
import { JOURNAL_NAME } from '../../src/storage/journal-file.ts';

export const journalOf = (home: string): string => join(home, 'journal', JOURNAL_NAME);

/** Whole numbers below n, always the same for a seed (mulberry32). */
export function randomly(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The real disk, which also notes in a side file how many bytes of the journal are certainly on the medium. */
export function recordingDisk(sideFile: string): Disk {
  return {
    async open(path, mode) {
      const file = await realDisk.open(path, mode);
      if (!path.endsWith(JOURNAL_NAME)) return file;
      let end = mode === 'update' ? statSync(path).size : 0;
      return {
        ...file,
        async write(bytes, position) {
          await file.write(bytes, position);
          end = position + bytes.length;
        },
        async truncate(length) {
          await file.truncate(length);
          end = length;
        },
        async sync() {
          const synced = end;
          await file.sync();
          appendFileSync(sideFile, `${synced}\n`);
        },
      };
    },
  };
}

/** The length that the last sync made certain; 0 before the first. */
export function syncedLength(sideFile: string): number {
  const lines = readFileSync(sideFile, 'utf8').trim().split('\n');
  return Number(lines.at(-1) ?? 0);
}

/** A disk whose journal fails while `broken` says how: before anything is written, after half of it, or at the sync. */
export function breakableDisk(): { readonly disk: Disk; broken: { readonly at: 'write' | 'half-write' | 'sync'; readonly code: string } | null } {
  const state: ReturnType<typeof breakableDisk> = {
    broken: null,
    disk: {
      async open(path, mode) {
        const file = await realDisk.open(path, mode);
        return path.endsWith(JOURNAL_NAME) ? breaking(file) : file;
      },
    },
  };
  const fail = (code: string) => Object.assign(new Error(`${code}: made up by a test`), { code });
  const breaking = (file: DiskFile): DiskFile => ({
    ...file,
    async write(bytes, position) {
      const broken = state.broken;
      if (broken?.at === 'half-write') await file.write(bytes.subarray(0, bytes.length >> 1), position);
      if (broken !== null && broken.at !== 'sync') throw fail(broken.code);
      await file.write(bytes, position);
    },
    async sync() {
      if (state.broken?.at === 'sync') throw fail(state.broken.code);
      await file.sync();
    },
    async truncate(length) {
      if (state.broken !== null) throw fail(state.broken.code);
      await file.truncate(length);
    },
  });
  return state;
}

/** What was not synced is gone, or partly there: the journal ends at any byte from the synced length on, perhaps in noise or zeros. */
export function losePowerOnJournal(home: string, synced: number, random: (below: number) => number): void {
  const path = journalOf(home);
  const size = statSync(path).size;
  const kept = synced + random(size - synced + 1);
  truncateSync(path, kept);
  const beyond = random(3);
  if (beyond === 0) appendFileSync(path, Buffer.from(Array.from({ length: random(300) }, () => random(256))));
  // A file system may have made the file longer before it wrote what stands there.
  if (beyond === 1) appendFileSync(path, Buffer.alloc(random(9_000)));
}

/** PGlite never syncs: any of its files may be cut, scrambled or missing. The folder then says that the machine ran another time. */
export function losePowerOnDatabase(home: string, random: (below: number) => number): void {
  const folder = join(home, 'database');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files) {
    const fate = random(10);
    const size = statSync(file).size;
    if (fate === 0) rmSync(file);
    else if (fate === 1) truncateSync(file, random(size + 1));
    else if (fate === 2 && size > 0) scramble(file, random(size), random);
  }
  writeFileSync(join(home, 'database.state'), JSON.stringify({ state: 'open', boot: 'the run before the power went' }));
}

function scramble(file: string, from: number, random: (below: number) => number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from(Array.from({ length: 64 }, () => random(256))), 0, 64, from);
  closeSync(descriptor);
}
