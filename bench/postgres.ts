// A PostgreSQL server to measure on: the one that DATABASE_URL_TEST names, else one of our own for the length of the run.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import pg from 'pg';

const script = join(dirname(import.meta.dirname), '.ci', 'postgres');

export interface Database {
  readonly url: string;
  /** As the server names itself. */
  readonly version: string;
  drop(): Promise<void>;
}

/** A new empty database; null where there is no server and none can be started. */
export async function newDatabase(say: (line: string) => void): Promise<Database | null> {
  const given = process.env['DATABASE_URL_TEST'] ?? '';
  const server = given === '' ? started(say) : { address: given, stop: () => undefined };
  if (server === null) return null;
  const name = `airbridge_bench_${process.pid}`;
  const url = new URL(server.address);
  const version = await on(server.address, `create database ${name} encoding 'UTF8' template template0`);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    version,
    drop: async () => {
      await on(server.address, `drop database ${name} with (force)`);
      server.stop();
    },
  };
}

function started(say: (line: string) => void): { readonly address: string; stop(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  try {
    chmodSync(folder, 0o711);
    const address = execFileSync('bash', [script, 'start', join(folder, 'postgres')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return {
      address,
      stop: () => {
        execFileSync('bash', [script, 'stop', join(folder, 'postgres')]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch {
    rmSync(folder, { recursive: true, force: true });
    say('NO PostgreSQL SERVER: only the embedded store is measured. Install Debian’s postgresql, or set DATABASE_URL_TEST.');
    return null;
  }
}

async function on(address: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
    const { rows } = await client.query<{ readonly server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}
