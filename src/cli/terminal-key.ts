// The key of the machine itself: a server with accounts leaves it in its data folder, readable by its owner alone. Whoever can
// read the folder could read everything in it anyway; so they may let in an administrator and make tokens.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const pathIn = (home: string): string => join(home, 'terminal.key');

export async function writeKey(home: string, key: string): Promise<void> {
  await rm(pathIn(home), { force: true });
  await writeFile(pathIn(home), `${key}\n`, { mode: 0o600, flag: 'wx' });
}

/** Null: there is none, or it is not ours to read. */
export const readKey = (home: string): Promise<string | null> =>
  readFile(pathIn(home), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );

export const removeKey = (home: string): Promise<void> => rm(pathIn(home), { force: true });
