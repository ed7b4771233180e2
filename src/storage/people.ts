// The erasable vault of the embedded store: one small synced file a person, holding the salt and what is known of them. Not
// in the database, whose log and dead rows would keep what was to be forgotten; not in the journal, which forgets nothing.

import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeptPerson, PersonalData } from '../app/ports.ts';
import { OperationId, Sha256 } from '../domain/ids.ts';
import { canonical } from './canonical.ts';
import { commitTo, readKept } from './commitment.ts';
import { type Disk, putFile, syncFolder } from './disk.ts';
import { codeOf, diskFailure } from './errors.ts';

const pathOf = (home: string, operation: OperationId, commitment: Sha256): string => join(home, 'vault', operation, `${commitment}.json`);

export async function keepPerson(home: string, disk: Disk, operation: OperationId, person: PersonalData): Promise<Sha256> {
  const { commitment, salt } = commitTo(person);
  await restorePerson(home, disk, { operation, commitment, salt, person });
  return commitment;
}

export async function restorePerson(home: string, disk: Disk, { operation, commitment, salt, person }: KeptPerson): Promise<void> {
  try {
    await putFile(disk, pathOf(home, operation, commitment), Buffer.from(`{"person":${canonical(person)},"salt":"${salt}"}`, 'utf8'));
  } catch (error) {
    throw diskFailure(error, 'A person could not be kept in the vault');
  }
}

export async function findPerson(home: string, operation: OperationId, commitment: Sha256): Promise<PersonalData | null> {
  return (await findKept(home, operation, commitment))?.person ?? null;
}

export async function allPeople(home: string): Promise<KeptPerson[]> {
  const people: KeptPerson[] = [];
  for (const name of await namesIn(join(home, 'vault'))) {
    const operation = OperationId.safeParse(name);
    if (!operation.success) continue;
    for (const file of await namesIn(join(home, 'vault', name))) {
      const commitment = /^([0-9a-f]{64})\.json$/.exec(file)?.[1];
      const kept = commitment === undefined ? null : await findKept(home, operation.data, Sha256.parse(commitment));
      if (kept !== null) people.push(kept);
    }
  }
  return people;
}

async function findKept(home: string, operation: OperationId, commitment: Sha256): Promise<KeptPerson | null> {
  try {
    return { operation, commitment, ...readKept(JSON.parse(await readFile(pathOf(home, operation, commitment), 'utf8'))) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
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
