// Documents and photos as files named by the SHA-256 of their content: evidence/ab/cdef…. Synced before the fact that names
// them is written, and checked against their name whenever they are read.

import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Sha256 } from '../domain/ids.ts';
import { contentHash } from './canonical.ts';
import { type Disk, putFile, TEMPORARY } from './disk.ts';
import { codeOf, diskFailure, StorageError } from './errors.ts';

const pathOf = (home: string, hash: Sha256): string => join(home, 'evidence', hash.slice(0, 2), hash.slice(2));

export async function putEvidence(home: string, disk: Disk, content: Uint8Array): Promise<Sha256> {
  const hash = contentHash(content);
  try {
    if (!(await standsWhole(home, hash))) await putFile(disk, pathOf(home, hash), content);
  } catch (error) {
    throw diskFailure(error, 'A document could not be stored');
  }
  return hash;
}

export async function getEvidence(home: string, hash: Sha256): Promise<Uint8Array | null> {
  const content = await read(pathOf(home, hash));
  if (content === null || contentHash(content) === hash) return content;
  throw new StorageError('evidence-damaged', `The stored document ${hash} is damaged.`, `Put ${pathOf(home, hash)} back from a backup, or store the document again.`);
}

/** All that is stored, by name. */
export async function evidenceHashes(home: string): Promise<Sha256[]> {
  try {
    const names = await readdir(join(home, 'evidence'), { recursive: true });
    return names.flatMap((name) => (/^[0-9a-f]{2}[/\\][0-9a-f]{62}$/.test(name) ? [Sha256.parse(name.replace(/[/\\]/, ''))] : []));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function standsWhole(home: string, hash: Sha256): Promise<boolean> {
  const content = await read(pathOf(home, hash));
  return content !== null && contentHash(content) === hash;
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Removes what writes that were cut off have left in a folder and the folders in it. */
export async function sweep(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return;
  const names = await readdir(folder, { recursive: true });
  for (const name of names) if (name.endsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
}
