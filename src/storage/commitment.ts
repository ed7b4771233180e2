// The commitment to a person that a fact may bear: SHA-256(32 random bytes ‖ canonical JSON of the person). Whoever does not
// have the salt cannot tell from it who is meant, not even by trying all names.

import { hash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { KeptPerson, PersonalData } from '../app/ports.ts';
import { Sha256 } from '../domain/ids.ts';
import { canonical } from './canonical.ts';

const SALT_BYTES = 32;
const Kept = z.object({ salt: z.hex(), person: z.object({ name: z.string(), contact: z.string().optional(), role: z.string().optional() }) });

export function commitTo(person: PersonalData): { readonly commitment: Sha256; readonly salt: string } {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return { commitment: commitmentOf(salt, person), salt };
}

const commitmentOf = (salt: string, person: PersonalData): Sha256 => Sha256.parse(hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonical(person), 'utf8')])));

/** What a vault holds of a person, read back. */
export function readKept(stored: unknown): Pick<KeptPerson, 'salt' | 'person'> {
  const { salt, person } = Kept.parse(stored);
  const { name, contact, role } = person;
  return { salt, person: { name, ...(contact === undefined ? {} : { contact }), ...(role === undefined ? {} : { role }) } };
}
