// A pack on the disk: a folder of sheets ↔ its files. What stands in them is not its business.

import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

/** Files that are, or look as if they were meant to be, a sheet. */
const SHEET = /\.(csv|tsv|txt|xlsx?|ods)$/i;

export async function readFolder(path: string): Promise<Result<PackFiles, Refusal>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return err({ code: 'no-such-pack', message: `there is no folder ${path}`, remedy: 'name the folder that holds operation.csv and the other sheets' });
  if (!found.isDirectory()) return err({ code: 'no-such-pack', message: `${path} is a file; a pack is a folder of CSV files`, remedy: 'name the folder; save a workbook as one CSV file for each sheet' });
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && SHEET.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) return err({ code: 'no-such-pack', message: `the folder ${path} holds no sheet`, remedy: 'name the folder that holds operation.csv and the other sheets' });
  return ok(new Map(await Promise.all(names.toSorted().map(async (name): Promise<[string, Uint8Array]> => [name, new Uint8Array(await readFile(join(path, name)))]))));
}

/** Only into a new or an empty folder: a sheet left over from another export would belong to the pack. */
export async function writeFolder(path: string, files: PackFiles): Promise<Result<void, Refusal>> {
  try {
    const there = await readdir(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(error)));
    if (there.length > 0) return err({ code: 'target-not-empty', message: `the folder ${path} is not empty`, remedy: 'name a new or an empty folder' });
    await mkdir(path, { recursive: true });
    for (const [name, content] of files) await writeFile(join(path, basename(name)), content);
    return ok(undefined);
  } catch (error) {
    return err({ code: 'cannot-write', message: `cannot write to ${path} (${(error as Error).message})`, remedy: 'name a folder that you may write to, on a disk with room' });
  }
}
