// A file that an option of a command names, written, and overwritten where it is there already.

import { writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

/** @param what as in `the model`. @param pieces of a text, which may be too long for one string. */
export async function writeOver(path: string, what: string, pieces: Iterable<string>): Promise<Result<void, Refusal>> {
  const failed = await writeFile(path, pieces).then(() => null, (error: Error) => error.message);
  return failed === null ? ok(undefined) : err({ code: 'cannot-write', message: `cannot write ${what} to ${path} (${failed})`, remedy: 'name a file in a folder that you may write to' });
}
