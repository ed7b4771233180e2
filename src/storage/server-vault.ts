// Evidence and the vault of people as tables on a server. The embedded store keeps both in files (evidence.ts, people.ts).

import { type Kysely, sql } from 'kysely';
import type { KeptPerson } from '../app/ports.ts';
import { OperationId, Sha256 } from '../domain/ids.ts';
import { canonical, contentHash } from './canonical.ts';
import { readKept } from './commitment.ts';
import { StorageError } from './errors.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Bytes a row: neither side then needs the whole document twice. */
const PART_BYTES = 1 << 20;

export async function putEvidence(db: Db, content: Uint8Array): Promise<Sha256> {
  const hash = contentHash(content);
  const standing = await db.selectFrom('evidence').select('part').where('sha256', '=', hash).limit(1).executeTakeFirst();
  if (standing !== undefined) return hash;
  await db.transaction().execute(async (trx) => {
    for (let at = 0, part = 0; part === 0 || at < content.length; at += PART_BYTES, part += 1) {
      await trx
        .insertInto('evidence')
        .values({ sha256: hash, part, content: Buffer.from(content.subarray(at, at + PART_BYTES)) })
        .onConflict((it) => it.doNothing())
        .execute();
    }
  });
  return hash;
}

export async function getEvidence(db: Db, hash: Sha256): Promise<Uint8Array | null> {
  const parts = await db.selectFrom('evidence').select('content').where('sha256', '=', hash).orderBy('part').execute();
  if (parts.length === 0) return null;
  const content = new Uint8Array(Buffer.concat(parts.map((part) => part.content)));
  if (contentHash(content) === hash) return content;
  throw new StorageError('evidence-damaged', `The stored document ${hash} is damaged.`, 'Delete its rows in the table evidence and store the document again, or restore a backup.');
}

export async function evidenceHashes(db: Db): Promise<Sha256[]> {
  const rows = await db.selectFrom('evidence').select('sha256').where('part', '=', 0).orderBy('sha256').execute();
  return rows.map(({ sha256 }) => Sha256.parse(sha256));
}

export async function keep(db: Db, { operation, commitment, salt, person }: KeptPerson): Promise<void> {
  await db.insertInto('vault').values({ operation_id: operation, commitment, salt, person: canonical(person) }).onConflict((it) => it.doNothing()).execute();
}

export async function findKept(db: Db, operation: OperationId, commitment: Sha256): Promise<KeptPerson | null> {
  const row = await db.selectFrom('vault').selectAll().where('operation_id', '=', operation).where('commitment', '=', commitment).executeTakeFirst();
  return row === undefined ? null : { operation, commitment, ...readKept(row) };
}

export async function allPeople(db: Db): Promise<KeptPerson[]> {
  const rows = await db.selectFrom('vault').selectAll().orderBy('operation_id').orderBy('commitment').execute();
  return rows.map((row) => ({ operation: OperationId.parse(row.operation_id), commitment: Sha256.parse(row.commitment), ...readKept(row) }));
}

export async function forget(db: Db, operation: OperationId, commitment: Sha256): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('vault').where('operation_id', '=', operation).where('commitment', '=', commitment).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Writes the table anew without its dead rows: deleting alone leaves them in the file until somebody needs the room. */
export async function wipe(db: Db): Promise<void> {
  await sql`vacuum full vault`.execute(db);
}
