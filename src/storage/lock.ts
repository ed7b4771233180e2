// One process at a time on a data folder. The lock is a file made with O_EXCL beside the database, because PGlite has none.
// It says who holds the folder and at which address they serve, so that commands can find the server.

import { readFileSync, renameSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { Instant } from '../domain/time.ts';
import { codeOf, type OpenError } from './errors.ts';

const LOCK_NAME = 'lock';

const Holder = z.object({
  pid: z.int().positive(),
  /** Tells this process from a later one that was given the same number; null where the system does not say. */
  processStart: z.string().nullable(),
  boot: z.string(),
  startedAt: Instant,
  url: z.string().nullable(),
});
export type Holder = z.infer<typeof Holder>;

export interface Lock {
  /** Publishes the address at which this process serves. */
  setUrl(url: string): void;
  release(): void;
}

/** Who has the folder now; null where nobody does, or only a process that is gone. */
export function readLock(home: string): Holder | null {
  const holder = parse(readOrNull(join(home, LOCK_NAME)));
  return holder !== null && isAlive(holder) ? holder : null;
}

/** Takes the folder, also from a process that is gone. The folder must stand. */
export async function takeLock(home: string, startedAt: Instant): Promise<Result<Lock, OpenError>> {
  const path = join(home, LOCK_NAME);
  const holder: Holder = { pid: process.pid, processStart: processStart(process.pid), boot: bootId(), startedAt, url: null };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (create(path, holder)) return ok(lockAt(path, holder));
    const found = readOrNull(path);
    const other = parse(found);
    if (other !== null && isAlive(other)) return err(inUse(home, other));
    // A file without sense may be one that is just being written: it gets a second before it counts as left behind.
    if (found !== null && (other !== null || attempt >= 20)) setAside(path, found);
    await wait(50);
  }
  return err({ code: 'not-writable', message: `The lock ${path} cannot be taken.`, remedy: `Make sure that no Airbridge is running on ${home}, then delete that file.` });
}

function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a left-behind lock. Two may try at once: whoever finds that it moved another's fresh lock puts that back. */
function setAside(path: string, expected: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function lockAt(path: string, holder: Holder): Lock {
  const isOurs = () => {
    const now = parse(readOrNull(path));
    return now?.pid === holder.pid && now.startedAt === holder.startedAt;
  };
  return {
    setUrl(url) {
      if (!isOurs()) return;
      const next = `${path}.${process.pid}.next`;
      writeFileSync(next, JSON.stringify({ ...holder, url }), { mode: 0o600 });
      renameSync(next, path);
    },
    release() {
      if (isOurs()) rmSync(path, { force: true });
    },
  };
}

const inUse = (home: string, { pid, url }: Holder): OpenError => ({
  code: 'folder-in-use',
  pid,
  url,
  message: `The data folder ${home} is in use by process ${pid}${url === null ? '' : `, which serves at ${url}`}.`,
  remedy: `${url === null ? 'Wait until it is done' : 'Use that server'}, stop it (kill ${pid}), or set AIRBRIDGE_HOME to another folder.`,
});

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string | null): Holder | null {
  try {
    return text === null ? null : (Holder.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.boot !== bootId()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (codeOf(error) === 'ESRCH') return false;
  }
  return holder.processStart === null || holder.processStart === processStart(holder.pid);
}

/** Field 22 of /proc/PID/stat: when the process started, in ticks since the machine did. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Names this run of the machine: after another boot, what was not synced may be gone. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // The moment of boot, to ten minutes: clocks are adjusted while a machine runs.
    return `booted-${Math.round((Date.now() / 1000 - uptime()) / 600)}`;
  }
}
