// The database beside the journal file: made from the template, opened, compared, brought up to the file's end, or moved
// aside and rebuilt. PGlite never syncs its files, so after a power loss they are not trusted at all; the file always wins.

import { existsSync, readFileSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { z } from 'zod';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { disagreement } from './agreement.ts';
import { type Disk, putFile, syncFolder } from './disk.ts';
import { diskError, type OpenError } from './errors.ts';
import { corrupt, type JournalFile } from './journal-file.ts';
import type { Journal } from './journal-sql.ts';
import { replayEntry } from './journal-write.ts';
import { bootId } from './lock.ts';
import { migrate } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteProcess } from './pglite-process.ts';
import type { Tables } from './tables.ts';
import { template } from './template.ts';
import { unpack } from './unpack.ts';

export interface Ground {
  readonly home: string;
  readonly disk: Disk;
  readonly file: JournalFile;
  readonly journal: Journal;
  /** The file's end was torn and has been dropped: a database that knows more proves that acknowledged facts were in it. */
  readonly fileWasTorn: boolean;
  readonly notice: (line: string) => void;
}

export interface Running {
  readonly process: PgliteProcess;
  readonly db: Kysely<Tables>;
}

/** What was last known of the folder: `clean` = closed in order and synced. `boot` names the machine's run. */
const State = z.object({ state: z.enum(['clean', 'open']), boot: z.string() });
type Trust = 'clean' | 'unclean' | 'none';

const databaseOf = (home: string): string => join(home, 'database');
const statePath = (home: string): string => join(home, 'database.state');
/** To look through a database and bring it up to date takes this long at most, and as much again a record of the journal. */
const EXAMINE_MS = 60_000;
const EXAMINE_MS_PER_RECORD = 20;
const SYNCED_AT_ONCE = 16;

export async function bringUp(ground: Ground): Promise<Result<Running, OpenError>> {
  const { home, file } = ground;
  const standing = existsSync(databaseOf(home));
  const trust = standing ? trustOf(home) : 'none';
  await writeState(ground, 'open');
  if (!standing) {
    if (file.end.records > 0) ground.notice(`The database folder was missing. It was rebuilt from the journal (${file.end.records} records).`);
    return rebuild(ground);
  }
  if (trust === 'none') return rebuildBecause(ground, 'the machine stopped without warning, and what the database had not yet written may be lost');
  try {
    const found = await examine(ground, trust);
    return found.ok ? ok(found.value) : found.error.code === 'differs' ? await rebuildBecause(ground, found.error.why) : err(found.error.refusal);
  } catch (error) {
    // Whatever it was, a database that cannot be read is worth less than the file.
    return rebuildBecause(ground, error instanceof Error ? error.message : String(error));
  }
}

/** Ends the database in order and syncs its files, so that the next start can trust them whatever happens to the machine. */
export async function putDown(ground: Ground, { process, db }: Running): Promise<void> {
  await process.query('checkpoint');
  await db.destroy();
  await process.close();
  await syncAll(databaseOf(ground.home));
  await writeState(ground, 'clean');
}

type Finding = { readonly code: 'differs'; readonly why: string } | { readonly code: 'refused'; readonly refusal: OpenError };

async function examine(ground: Ground, trust: Trust): Promise<Result<Running, Finding>> {
  const running = await start(ground);
  // A damaged database can also search for ever. Ending it fails whatever is being asked.
  const limit = setTimeout(() => void running.process.end(), EXAMINE_MS + EXAMINE_MS_PER_RECORD * ground.file.end.records);
  try {
    const finding = await findingOf(ground, running, trust);
    if (finding === null) return ok(running);
    await running.process.end();
    return err(finding);
  } catch (error) {
    await running.process.end();
    throw error;
  } finally {
    clearTimeout(limit);
  }
}

async function findingOf(ground: Ground, { db }: Running, trust: Trust): Promise<Finding | null> {
  const { file, journal } = ground;
  const migrated = await migrate(db);
  if (!migrated.ok) return { code: 'differs', why: `its schema is not the one that this version knows (${migrated.error.code}: ${migrated.error.migration})` };
  const seen = await db.selectFrom('journal_position').select(['records', 'hash']).executeTakeFirstOrThrow();
  if (seen.records > file.end.records) {
    if (ground.fileWasTorn) return { code: 'refused', refusal: lostTail(file, seen.records) };
    return { code: 'differs', why: `it had seen ${seen.records} records where the journal has ${file.end.records}` };
  }
  if (!hasRecord(file, seen)) return { code: 'differs', why: `its record ${seen.records} is not the journal's` };
  const difference = trust === 'clean' ? null : await disagreement(db, journal, file, seen.records);
  if (difference !== null) return { code: 'differs', why: difference };
  if (seen.records < file.end.records) ground.notice(`${file.end.records - seen.records} records of the journal were brought into the database.`);
  await replay(ground, db, seen.records);
  return null;
}

function lostTail(file: JournalFile, seen: number): OpenError {
  const error = corrupt(file.path, file.end, `it is cut short, yet the database has seen ${seen} records, all of them acknowledged`);
  return { ...error, remedy: 'Put this file back from a backup. To go on without those records, move the folder database/ away: they are then only in it.' };
}

function hasRecord(file: JournalFile, { records, hash }: { readonly records: number; readonly hash: string }): boolean {
  if (records === 0) return true;
  if (records === file.end.records) return hash === file.end.hash;
  for (const record of file.records()) if (record.records === records) return record.hash === hash;
  return false;
}

async function replay({ file, journal }: Ground, db: Kysely<Tables>, after: number): Promise<void> {
  if (after === file.end.records) return;
  for (const { entries, records, hash } of file.records()) {
    if (records <= after) continue;
    await db.transaction().execute(async (trx) => {
      for (const entry of entries) await replayEntry(trx, entry, await journal.head(trx, entry.operation));
      await trx.updateTable('journal_position').set({ records, hash }).execute();
    });
  }
  await sql`analyze`.execute(db);
}

async function rebuildBecause(ground: Ground, why: string): Promise<Result<Running, OpenError>> {
  const aside = await moveAside(ground.home);
  ground.notice(`The database was rebuilt from the journal (${ground.file.end.records} records): ${why}. The old folder is kept as ${aside}.`);
  return rebuild(ground);
}

async function rebuild(ground: Ground): Promise<Result<Running, OpenError>> {
  let running: Running | null = null;
  try {
    await createFolder(ground.home);
    running = await start(ground);
    invariant((await migrate(running.db)).ok, 'the template has the schema of this version');
    await replay(ground, running.db, 0);
    return ok(running);
  } catch (error) {
    await running?.process.end();
    return err(unusable(error));
  }
}

function unusable(error: unknown): OpenError {
  const onDisk = diskError(error, 'The database could not be built');
  if (onDisk.code !== 'disk-failed') return onDisk;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'database-unusable',
    message: `The database could not be built from the journal: ${reason}.`,
    remedy: 'Check that 100 MB of disk and 1 GB of memory are free, then start again. The journal is whole.',
  };
}

async function start({ home }: Ground): Promise<Running> {
  const process = await PgliteProcess.open(databaseOf(home));
  return { process, db: new Kysely<Tables>({ dialect: pgliteDialect(process) }) };
}

/** Unpacked beside its place and renamed into it: a folder called database/ is never half of one. */
async function createFolder(home: string): Promise<void> {
  const half = `${databaseOf(home)}.new`;
  const attempt = async (standing: 'use' | 'replace') => {
    await rm(half, { recursive: true, force: true });
    unpack(await readFile(await template(standing)), half);
  };
  // A template that was damaged in its cache is made again; a full disk stays full and is reported.
  await attempt('use').catch(() => attempt('replace'));
  await rename(half, databaseOf(home));
  await syncFolder(home);
}

/** Keeps the last one only. */
async function moveAside(home: string): Promise<string> {
  const aside = `${databaseOf(home)}.aside`;
  await rm(aside, { recursive: true, force: true });
  await rename(databaseOf(home), aside);
  await syncFolder(home);
  return aside;
}

function trustOf(home: string): Trust {
  try {
    const { state, boot } = State.parse(JSON.parse(readFileSync(statePath(home), 'utf8')));
    return state === 'clean' ? 'clean' : boot === bootId() ? 'unclean' : 'none';
  } catch {
    return 'none';
  }
}

const writeState = ({ home, disk }: Ground, state: 'clean' | 'open'): Promise<void> => putFile(disk, statePath(home), Buffer.from(JSON.stringify({ state, boot: bootId() })));

async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (let at = 0; at < entries.length; at += SYNCED_AT_ONCE) {
    await Promise.all(
      entries.slice(at, at + SYNCED_AT_ONCE).map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return entry.isDirectory() ? syncFolder(path) : syncFile(path);
      }),
    );
  }
  await syncFolder(folder);
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
