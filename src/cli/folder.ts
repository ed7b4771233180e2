// A pack on the disk: a folder of sheets, or one workbook ↔ its files. What stands in them is not its business.

import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

/** Files that are, or look as if they were meant to be, a sheet; but not what a spreadsheet program keeps beside an open one. */
const SHEET = /^(?!~\$|\.).*\.(csv|tsv|txt|xlsx?|ods)$/i;
const NO_SHEET = { remedy: 'name the folder that holds operation.csv and the other sheets, or a workbook (.xlsx)' };

export const isWorkbook = (path: string): boolean => extname(path).toLowerCase() === '.xlsx';

/** The files of a folder, or the one workbook that the path names. */
export async function readFolder(path: string): Promise<Result<PackFiles, Refusal>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return err({ code: 'no-such-pack', message: `there is no ${isWorkbook(path) ? 'workbook' : 'folder'} ${path}`, ...NO_SHEET });
  if (!found.isDirectory()) return readFileOf(path);
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && SHEET.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) return err({ code: 'no-such-pack', message: `the folder ${path} holds no sheet`, ...NO_SHEET });
  return ok(new Map(await Promise.all(names.toSorted().map(async (name): Promise<[string, Uint8Array]> => [name, new Uint8Array(await readFile(join(path, name)))]))));
}

async function readFileOf(path: string): Promise<Result<PackFiles, Refusal>> {
  if (isWorkbook(path)) return ok(new Map([[basename(path), new Uint8Array(await readFile(path))]]));
  const isSpreadsheet = /\.(xls|xlsm|xlsb|ods|numbers)$/i.test(path);
  return err({
    code: 'no-such-pack',
    message: `${path} is a file; a pack is a folder of CSV files or one workbook (.xlsx)`,
    remedy: isSpreadsheet ? 'open it in the spreadsheet program and save it as "Excel workbook (.xlsx)"' : 'name the folder that the file lies in, or a workbook (.xlsx)',
  });
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

/** Only as a new file: somebody may have filled in the one that stands there. */
export async function writeNew(path: string, content: Uint8Array): Promise<Result<void, Refusal>> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: 'wx' });
    return ok(undefined);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return err({ code: 'target-exists', message: `the file ${path} exists already`, remedy: 'name a new file, or move that one elsewhere' });
    return err({ code: 'cannot-write', message: `cannot write ${path} (${message})`, remedy: 'name a file in a folder that you may write to, on a disk with room' });
  }
}
