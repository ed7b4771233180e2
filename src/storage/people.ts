// The erasable vault of the embedded store: one small synced file a person, holding the salt and what is known of them. Not
// in the database, whose log and dead rows would keep what was to be forgotten; not in the journal, which forgets nothing.

import { hash, randomBytes } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PersonalData } from '../app/ports.ts';
import { type OperationId, Sha256 } from '../domain/ids.ts';
import { canonical } from './canonical.ts';
import { type Disk, putFile, syncFolder } from './disk.ts';
import { codeOf, diskFailure } from './errors.ts';

const Kept = z.object({ salt: z.hex(), person: z.object({ name: z.string(), contact: z.string().optional(), role: z.string().optional() }) });
const SALT_BYTES = 32;

const pathOf = (home: string, operation: OperationId, commitment: Sha256): string => join(home, 'vault', operation, `${commitment}.json`);

export async function keepPerson(home: string, disk: Disk, operation: OperationId, person: PersonalData): Promise<Sha256> {
  const salt = randomBytes(SALT_BYTES);
  const text = canonical(person);
  const commitment = Sha256.parse(hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')])));
  try {
    await putFile(disk, pathOf(home, operation, commitment), Buffer.from(`{"person":${text},"salt":"${salt.toString('hex')}"}`, 'utf8'));
  } catch (error) {
    throw diskFailure(error, 'A person could not be kept in the vault');
  }
  return commitment;
}

export async function findPerson(home: string, operation: OperationId, commitment: Sha256): Promise<PersonalData | null> {
  try {
    const { name, contact, role } = Kept.parse(JSON.parse(await readFile(pathOf(home, operation, commitment), 'utf8'))).person;
    return { name, ...(contact === undefined ? {} : { contact }), ...(role === undefined ? {} : { role }) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Overwritten before it is unlinked. A disk that writes elsewhere than where it is told (most SSDs) may keep the old bytes: encrypt it. */
export async function forgetPerson(home: string, disk: Disk, operation: OperationId, commitment: Sha256): Promise<boolean> {
  const path = pathOf(home, operation, commitment);
  try {
    const { size } = await stat(path);
    const file = await disk.open(path, 'update');
    try {
      await file.write(new Uint8Array(size), 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw diskFailure(error, 'A person could not be erased from the vault');
  }
}
