// Opens the store on a PostgreSQL server: finds it, looks whether it keeps what it commits, brings its schema up to date.
// Every way in which that can fail is a value with its remedy.

import { sql } from 'kysely';
import type { Head } from '../app/ports.ts';
import type { OperationId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { codeOf, type OpenError, StorageError } from './errors.ts';
import { Journal } from './journal-sql.ts';
import { migrate, type MigrationError } from './migrate.ts';
import { hostOf, reasonOf, ServerConnection } from './server-connection.ts';
import { DatabaseStore, type ServerStore } from './server-store.ts';

const OLDEST = 15;

/** `databaseUrl`: DATABASE_URL, such as postgres://user:password@host:5432/airbridge. */
export async function openServer(databaseUrl: string): Promise<Result<ServerStore, OpenError>> {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) {
    return err(unusable('DATABASE_URL is not the address of a PostgreSQL database', 'Write it as postgres://user:password@host:5432/database.'));
  }
  const journal = new Journal();
  const heads = new Map<OperationId, Head>();
  const server = new ServerConnection(databaseUrl, () => {
    journal.reset();
    heads.clear();
  });
  const opened = await prepare(server, hostOf(databaseUrl)).catch((error: unknown) => err(openError(hostOf(databaseUrl), error)));
  if (opened.ok) return ok(new DatabaseStore(server, journal, heads, opened.value));
  await server.close();
  return opened;
}

interface Settings {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronous: string;
}

/** Answers the notices. */
async function prepare(server: ServerConnection, where: string): Promise<Result<readonly string[], OpenError>> {
  const { rows } = await server.ask(() =>
    sql<Settings>`select current_setting('server_version_num')::integer / 10000 as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous`.execute(server.db),
  );
  const settings = rows[0];
  if (settings === undefined || settings.version < OLDEST) return err(unusable(`The database server at ${where} is older than PostgreSQL ${OLDEST}`, `Use PostgreSQL ${OLDEST} or newer.`));
  if (settings.encoding !== 'UTF8') return err(unusable(`The database ${where} is encoded in ${settings.encoding}`, "Make one with: create database airbridge encoding 'UTF8' template template0."));
  const migrated = await server.ask(() => migrateTogether(server));
  if (!migrated.ok) return err(schemaRefused(where, migrated.error));
  const loose = [settings.fsync === 'off' ? 'fsync' : null, settings.synchronous === 'off' ? 'synchronous_commit' : null].filter((name) => name !== null);
  return ok(loose.map((name) => `The database server at ${where} runs with ${name} = off: what it acknowledges can be lost when its machine stops. Set ${name} = on.`));
}

/** Two who find an empty database may both begin to make its first tables: PostgreSQL then fails one of them, whatever `if not exists` says. */
async function migrateTogether(server: ServerConnection, tries = 3): ReturnType<typeof migrate> {
  try {
    return await migrate(server.db);
  } catch (error) {
    if (tries === 1 || (codeOf(error) !== '23505' && codeOf(error) !== '42P07')) throw error;
    return migrateTogether(server, tries - 1);
  }
}

const unusable = (message: string, remedy: string): OpenError => ({ code: 'database-unusable', message: `${message}.`, remedy });

function schemaRefused(where: string, error: MigrationError): OpenError {
  if (error.code === 'schema-differs') return unusable(`The schema of ${where} is of another version (${error.migration})`, 'Start the version of Airbridge that made it, or a newer one; or name an empty database.');
  return unusable(`The database ${where} does not fit (${error.migration}, ${error.when}: ${error.claim}, ${error.rows} found)`, 'Name an empty database in DATABASE_URL.');
}

function openError(where: string, error: unknown): OpenError {
  if (error instanceof StorageError && (error.code === 'database-unreachable' || error.code === 'disk-full')) return { code: error.code, message: error.message, remedy: error.remedy };
  const [problem, remedy] = refusals[codeOf(error) ?? ''] ?? [`cannot be used (${reasonOf(error)})`, 'Check DATABASE_URL and the log of the database server.'];
  return unusable(`The database ${where} ${problem}`, remedy);
}

/** By SQLSTATE. */
const refusals: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  '28P01': ['refuses this user or password', 'Correct the user and the password in DATABASE_URL.'],
  '28000': ['refuses this user from here', 'Let the user in by pg_hba.conf, or correct the user in DATABASE_URL.'],
  '3D000': ['does not exist', 'Create it with: createdb --encoding=UTF8, or correct DATABASE_URL.'],
  '42501': ['does not let this user make tables', 'Make the user the owner of the database.'],
};
