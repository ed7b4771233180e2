// Opens a data folder: takes its lock, checks the journal file to the last byte, brings the database up to it. Every way in
// which that can fail is a value with its remedy; what could be mended was, and stands in the store's notices.
//
//   lock            who has the folder
//   journal/        facts.journal: everything that was acknowledged
//   database/       PGlite's files: can be deleted at any time while nobody has the folder
//   database.state  whether the database was closed in order, and in which run of the machine it was open
//   evidence/       documents and photos by their hash
//   vault/          personal data, a file a person
//   log/            keys and last checkpoint of each transparency log, a file an operation

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../app/ports.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Disk, makeFolder, realDisk } from './disk.ts';
import { bringUp } from './embedded-database.ts';
import { type EmbeddedStore, FolderStore } from './embedded-store.ts';
import { codeOf, diskError, type OpenError } from './errors.ts';
import { sweep } from './evidence.ts';
import { JOURNAL_NAME, JournalFile } from './journal-file.ts';
import { Journal } from './journal-sql.ts';
import { type Lock, takeLock } from './lock.ts';

export interface EmbeddedOptions {
  readonly clock: Clock;
  /** Hears the notices as they arise, also while the store runs. */
  readonly log?: (line: string) => void;
  /** Another disk than the real one: tests cut its power. */
  readonly disk?: Disk;
}

/** `home`: AIRBRIDGE_HOME, made where it is missing. */
export async function openEmbedded(home: string, options: EmbeddedOptions): Promise<Result<EmbeddedStore, OpenError>> {
  let lock: Lock | null = null;
  try {
    await makeFolder(home);
    const locked = await takeLock(home, options.clock.now());
    if (!locked.ok) return locked;
    lock = locked.value;
    const opened = await openLocked(home, options, lock);
    if (!opened.ok) lock.release();
    return opened;
  } catch (error) {
    lock?.release();
    if (codeOf(error) === undefined) throw error;
    return err(diskError(error, `The data folder ${home} cannot be opened`));
  }
}

async function openLocked(home: string, { disk = realDisk, log }: EmbeddedOptions, lock: Lock): Promise<Result<EmbeddedStore, OpenError>> {
  const folder = join(home, 'journal');
  if (existsSync(join(home, 'database')) && !existsSync(join(folder, JOURNAL_NAME))) return err(journalMissing(home));
  await sweep(join(home, 'evidence'));
  await sweep(join(home, 'vault'));
  await sweep(join(home, 'log'));
  const notices: string[] = [];
  const notice = (line: string) => {
    notices.push(line);
    log?.(line);
  };
  const opened = await JournalFile.open(folder, disk);
  if (!opened.ok) return opened;
  const { file, torn } = opened.value;
  const ground = { home, disk, file, journal: new Journal(), fileWasTorn: torn !== null, notice };
  const running = await bringUp(ground).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  if (!running.ok) {
    await file.close();
    return running;
  }
  if (torn !== null && torn > 0) notice(`The last write to the journal had been cut off. ${torn} bytes of it, which nobody had been told were stored, were dropped.`);
  await file.tidy();
  return ok(new FolderStore(ground, running.value, lock, notices));
}

const journalMissing = (home: string): OpenError => ({
  code: 'journal-missing',
  message: `The data folder ${home} has a database but no journal (${join('journal', JOURNAL_NAME)}).`,
  remedy: 'Put the folder journal/ back from a backup. To begin with nothing, move the folder database/ away.',
});
