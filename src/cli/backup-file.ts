// A backup on the disk: lines of JSON, compressed by gzip. Written beside its place and renamed into it, so that a file of
// that name is never half of one. Only its owner may read it: people are in it.

import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

/** Answers the bytes written. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<Result<number, Refusal>> {
  const stands = await access(path).then(() => true, () => false);
  if (stands) return err({ code: 'target-exists', message: `${path} exists already`, remedy: 'name a new file; a backup is never overwritten' });
  const part = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(withLineFeeds(lines)), createGzip(), createWriteStream(part, { mode: 0o600 }));
    const file = await open(part, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return ok((await stat(path)).size);
  } catch (error) {
    await rm(part, { force: true });
    if (isOfFiles(error)) return err({ code: 'cannot-write', message: `cannot write ${path} (${error.message})`, remedy: 'name a file in a folder that you may write to, on a disk with room' });
    throw error;
  }
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const line of lines) yield `${line}\n`;
}

/** Split at line feeds alone: other characters that end a line may stand inside a text. */
export async function* readLines(path: string): AsyncGenerator<string, void, undefined> {
  let begun: Buffer[] = [];
  const source = createReadStream(path);
  const plain = source.pipe(createGunzip());
  source.on('error', (error) => plain.destroy(error));
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)]).toString('utf8');
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
  }
}

/** What reading the file itself can complain about; null: it was something else. */
export function unreadable(path: string, error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code.startsWith('Z_')) return { code: 'backup-damaged', message: `the backup ${path} is damaged or no backup (${error.message})`, remedy: 'take another copy of it, or an older backup' };
  return isOfFiles(error) ? { code: 'no-such-backup', message: `cannot read ${path} (${error.message})`, remedy: 'name the file that airbridge backup wrote' } : null;
}

/** The operating system's own complaint, not a store's, which brings its remedy. */
const isOfFiles = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error && 'path' in error && !('remedy' in error);
