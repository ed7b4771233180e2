// Files of counts that a command names: one, or all CSV files of a folder, as JHU CSSE publishes a file a day.

import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

export interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export async function countFilesAt(path: string): Promise<Result<readonly NamedFile[], Refusal>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return err({ code: 'no-such-file', message: `there is no file ${path}`, remedy: 'name a CSV file as the source publishes it' });
  const names = found.isDirectory() ? (await readdir(path)).filter((name) => name.endsWith('.csv')).toSorted().map((name) => join(path, name)) : [path];
  if (names.length === 0) return err({ code: 'no-such-file', message: `the folder ${path} holds no CSV file`, remedy: 'name a CSV file as the source publishes it, or a folder of them' });
  const files: NamedFile[] = [];
  for (const name of names) files.push({ name: basename(name), content: new Uint8Array(await readFile(name)) });
  return ok(files);
}
