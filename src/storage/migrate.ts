// Brings a database to the schema that this program knows: SQL files in order, each in a transaction of its own, with
// assertions about the data before and after. An assertion is a query that must answer no rows. For any PostgreSQL.

import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { err, ok, type Result } from '../domain/result.ts';
import type { Tables } from './tables.ts';

interface Assertion {
  readonly claim: string;
  readonly query: string;
}

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly before: readonly Assertion[];
  readonly statements: readonly string[];
  readonly after: readonly Assertion[];
}

export type MigrationError =
  /** An applied migration is not the one that this program has under that name, or is unknown to it. */
  | { readonly code: 'schema-differs'; readonly migration: string }
  | { readonly code: 'assertion-failed'; readonly migration: string; readonly when: 'before' | 'after'; readonly claim: string; readonly rows: number };

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

export function migrations(folder: string = FOLDER): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .map((name) => {
      const read = (file: string) => (existsSync(join(folder, name, file)) ? readFileSync(join(folder, name, file), 'utf8').replaceAll('\r\n', '\n') : '');
      const [before, up, after] = [read('before.sql'), read('up.sql'), read('after.sql')];
      return { name, checksum: hash('sha256', [before, up, after].join('\0')), before: assertions(before), statements: statements(up), after: assertions(after) };
    });
}

/** Changes whenever any migration does. */
export const schemaChecksum = (): string => hash('sha256', migrations().map((it) => `${it.name} ${it.checksum}`).join('\n'));

const withoutComments = (text: string): string => text.replace(/^\s*--.*$/gm, '').trim();
const statements = (text: string): string[] => withoutComments(text).split(/;[ \t]*(?:\n|$)/).map((it) => it.trim()).filter((it) => it !== '');

/** Each assertion begins with a line `-- must be none: what would be wrong`. */
const assertions = (text: string): Assertion[] =>
  text
    .split(/^-- must be none: /m)
    .slice(1)
    .map((part) => ({ claim: part.slice(0, part.indexOf('\n')).trim(), query: withoutComments(part.slice(part.indexOf('\n'))).replace(/;$/, '') }));

/** Answers the names applied now. Several processes may try at once: the lock row lets one through at a time. */
export async function migrate(db: Kysely<Tables>, known: readonly Migration[] = migrations()): Promise<Result<readonly string[], MigrationError>> {
  await ensure(db, 'create table if not exists migration (name text primary key, checksum text not null)');
  await ensure(db, 'create table if not exists migration_lock (id integer primary key check (id = 1))');
  await db.insertInto('migration_lock').values({ id: 1 }).onConflict((it) => it.doNothing()).execute();
  const applied: string[] = [];
  for (;;) {
    const step = await db.transaction().execute((trx) => applyNext(trx, known)).catch(unwrap);
    if (!step.ok) return step;
    if (step.value === null) return ok(applied);
    applied.push(step.value);
  }
}

/** unique_violation in the catalogue, duplicate_table, duplicate_object. */
const TAKEN: ReadonlySet<unknown> = new Set(['23505', '42P07', '42710']);

/** `if not exists` does not see a table that another process is about to commit; the second try does, since the first has waited for it. */
async function ensure(db: Kysely<Tables>, statement: string): Promise<void> {
  try {
    await sql.raw(statement).execute(db);
  } catch (error) {
    if (!TAKEN.has((error as { readonly code?: unknown }).code)) throw error;
    await sql.raw(statement).execute(db);
  }
}

/** Carries an expected failure out of a transaction that must be rolled back. */
class Refused extends Error {
  readonly refusal: MigrationError;

  constructor(refusal: MigrationError) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function unwrap(error: unknown): Result<never, MigrationError> {
  if (error instanceof Refused) return err(error.refusal);
  throw error;
}

async function applyNext(trx: Transaction<Tables>, known: readonly Migration[]): Promise<Result<string | null, MigrationError>> {
  await trx.selectFrom('migration_lock').selectAll().forUpdate().execute();
  const done = new Map((await trx.selectFrom('migration').selectAll().execute()).map((row) => [row.name, row.checksum]));
  for (const [name, checksum] of done) {
    if (known.find((it) => it.name === name)?.checksum !== checksum) throw new Refused({ code: 'schema-differs', migration: name });
  }
  const next = known.find((it) => !done.has(it.name));
  if (next === undefined) return ok(null);
  await assertNone(trx, next, 'before');
  for (const statement of next.statements) await sql.raw(statement).execute(trx);
  await assertNone(trx, next, 'after');
  await trx.insertInto('migration').values({ name: next.name, checksum: next.checksum }).execute();
  return ok(next.name);
}

async function assertNone(trx: Transaction<Tables>, migration: Migration, when: 'before' | 'after'): Promise<void> {
  for (const { claim, query } of migration[when]) {
    const { rows } = await sql.raw(query).execute(trx);
    if (rows.length > 0) throw new Refused({ code: 'assertion-failed', migration: migration.name, when, claim, rows: rows.length });
  }
}
