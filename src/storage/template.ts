// A database with the schema and nothing in it, kept as a file: to create one from nothing costs 5 s and 700 MB, from this
// file under 1 s. Made once for a version of PGlite and a schema, in a cache that anybody may delete.

import { Kysely } from 'kysely';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '../domain/result.ts';
import { migrate, schemaChecksum } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteProcess } from './pglite-process.ts';
import type { Tables } from './tables.ts';

const COLD_MS = 120_000;

/**
 * The path of the template, made now where there is none, or where the one that stands has proved bad. Two processes may
 * make it at once: both files are right, the later name wins.
 */
export async function template(standing: 'use' | 'replace' = 'use'): Promise<string> {
  const name = `template-${pgliteVersion()}-${schemaChecksum().slice(0, 16)}.tgz`;
  const folders = [fileURLToPath(new URL('../../node_modules/.cache/airbridge', import.meta.url)), join(tmpdir(), `airbridge-${userInfo().uid}`)];
  for (const folder of folders) {
    if (standing === 'use' && (await exists(join(folder, name)))) return join(folder, name);
  }
  const content = await make();
  for (const [index, folder] of folders.entries()) {
    try {
      return await keep(folder, name, content);
    } catch (error) {
      if (index === folders.length - 1) throw error;
    }
  }
  invariant(false, 'one of the folders was written or the last error thrown');
}

async function make(): Promise<Uint8Array> {
  const process = await PgliteProcess.open(null, COLD_MS);
  try {
    const db = new Kysely<Tables>({ dialect: pgliteDialect(process) });
    const migrated = await migrate(db);
    invariant(migrated.ok, 'the schema fits an empty database');
    await process.query('vacuum analyze');
    await process.query('checkpoint');
    return await process.dump();
  } finally {
    await process.end();
  }
}

async function keep(folder: string, name: string, content: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, `${name}.${process.pid}-${performance.now()}`);
  try {
    await writeFile(own, content, { mode: 0o600 });
    await rename(own, join(folder, name));
  } finally {
    await rm(own, { force: true });
  }
  return join(folder, name);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const text = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
