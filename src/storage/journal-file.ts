// The journal file: what is in it has happened. Append-only, synced before anybody is told. It knows records, not what
// they mean; record.ts has the layout. Not for reading facts in daily work: the database is for that.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../app/ports.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import type { Sha256 } from '../domain/ids.ts';
import { type Disk, type DiskFile, makeFolder, syncFolder } from './disk.ts';
import { diskFailure, type OpenError } from './errors.ts';
import { EMPTY_JOURNAL, encodeRecord, FILE_HEADER, type JournalEnd, type PreparedRecord, readRecords } from './record.ts';

export const JOURNAL_NAME = 'facts.journal';

export interface OpenedJournal {
  readonly file: JournalFile;
  /** Bytes after the last whole record, of which nobody had been told; null where the file ended well. */
  readonly torn: number | null;
}

export class JournalFile {
  readonly path: string;
  readonly #file: DiskFile;
  #end: JournalEnd;
  /** Bytes stand beyond the end, of a write that failed or was cut off, and must go before the next record. */
  #untidy: boolean;

  private constructor(path: string, file: DiskFile, end: JournalEnd, untidy: boolean) {
    this.path = path;
    this.#file = file;
    this.#end = end;
    this.#untidy = untidy;
  }

  /** Makes the file, or reads all of it and checks every byte. Changes nothing in a file that stands: tidy() drops a torn end. */
  static async open(folder: string, disk: Disk): Promise<Result<OpenedJournal, OpenError>> {
    const path = join(folder, JOURNAL_NAME);
    await makeFolder(folder);
    if (!existsSync(path)) return ok({ file: await JournalFile.#create(path, folder, disk), torn: null });
    const { end, torn, damage } = inspect(path);
    if (damage !== null) return err(damage);
    return ok({ file: new JournalFile(path, await disk.open(path, 'update'), end, torn !== null), torn });
  }

  static async #create(path: string, folder: string, disk: Disk): Promise<JournalFile> {
    const file = new JournalFile(path, await disk.open(path, 'create'), EMPTY_JOURNAL, true);
    await file.tidy();
    await syncFolder(folder);
    return file;
  }

  get end(): JournalEnd {
    return this.#end;
  }

  prepare(payload: string): PreparedRecord {
    return encodeRecord(this.#end, payload);
  }

  /**
   * Writes and syncs one prepared record; when it answers, the record is on the medium. Throws StorageError, and then the
   * record does not count: what was written of it is cut off, at once or before the next one.
   */
  async append(record: PreparedRecord): Promise<void> {
    invariant(record.end.records === this.#end.records + 1, 'a record is written right after it was prepared');
    try {
      await this.tidy();
      await this.#file.write(record.bytes, this.#end.length);
      await this.#file.sync();
    } catch (error) {
      this.#untidy = true;
      await this.tidy().catch(() => undefined);
      throw diskFailure(error, 'The journal could not be written');
    }
    this.#end = record.end;
  }

  /** All records, from the first, with their entries parsed. The file was checked when it was opened; damage since then throws. */
  *records(): Generator<{ readonly entries: readonly Entry[]; readonly records: number; readonly hash: Sha256 }, void, undefined> {
    for (const step of readRecords(this.path)) {
      if (step.kind === 'bad') {
        invariant(step.after.records >= this.#end.records, `${this.path} has changed under a running store`);
        return;
      }
      yield { entries: entriesOf(step.payload), records: step.end.records, hash: step.end.hash };
      if (step.end.records === this.#end.records) return;
    }
  }

  /** Cuts off what stands beyond the last whole record. */
  async tidy(): Promise<void> {
    if (!this.#untidy) return;
    if (this.#end.records === 0) await this.#file.write(FILE_HEADER, 0);
    await this.#file.truncate(this.#end.length);
    await this.#file.sync();
    this.#untidy = false;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

const entriesOf = (payload: Buffer): readonly Entry[] => (JSON.parse(payload.toString('utf8')) as { readonly entries: readonly Entry[] }).entries;

function inspect(path: string): { readonly end: JournalEnd; readonly torn: number | null; readonly damage: OpenError | null } {
  let end = EMPTY_JOURNAL;
  for (const step of readRecords(path)) {
    if (step.kind === 'record') end = step.end;
    else if (step.wholeRecordFollows) return { end, torn: null, damage: corrupt(path, step.after, step.problem) };
    else return { end, torn: step.bytes, damage: null };
  }
  return { end, torn: null, damage: null };
}

/** Acknowledged facts are damaged. Never repaired by leaving them out. */
export function corrupt(path: string, after: JournalEnd, problem: string): OpenError {
  const record = after.records + 1;
  return {
    code: 'journal-corrupt',
    file: path,
    record,
    offset: after.length,
    message: `The journal is damaged: record ${record} of ${path}, at byte ${after.length} of ${statSync(path).size}: ${problem}.`,
    remedy: 'Nothing was changed. Put this file back from a backup. The facts before that record are whole; those in it and after it cannot be trusted.',
  };
}
