// A PostgreSQL server for tests: the one that DATABASE_URL_TEST names, such as the one that `.ci/postgres start FOLDER` prints.
// Each test file makes databases of its own there. Without a server these tests are skipped, and say so.

import { randomBytes } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import process from 'node:process';
import pg from 'pg';
import { afterAll } from 'vitest';
import { invariant } from '../../src/domain/result.ts';
import { openServer } from '../../src/storage/server-open.ts';
import type { ServerStore } from '../../src/storage/server-store.ts';

const address = process.env['DATABASE_URL_TEST'] ?? '';
export const hasServer = address !== '';
if (!hasServer) process.stderr.write('\nSKIPPED: THE STORE ON A POSTGRESQL SERVER. Set DATABASE_URL_TEST, or run .ci/run, which starts one.\n\n');

const made: string[] = [];
afterAll(async () => {
  for (const name of made.splice(0)) await onServer(`drop database if exists ${name} with (force)`);
});

/** The address of a new empty database; call it inside a test file only. */
export async function newDatabase(): Promise<string> {
  const name = `airbridge_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} encoding 'UTF8' template template0`);
  made.push(name);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens a database that must open. */
export async function openDatabase(url: string): Promise<ServerStore> {
  const opened = await openServer(url);
  invariant(opened.ok, opened.ok ? '' : `${opened.error.message} ${opened.error.remedy}`);
  return opened.value;
}

/** A wire to the database that can be cut. */
export interface Wire {
  readonly url: string;
  /** Ends all connections and lets none in until `mend`. */
  cut(): void;
  mend(): void;
  /** Ends all connections; new ones get through. */
  shake(): void;
  /** Ends the connection on which the server next answers, before the answer arrives. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  let losing = false;
  const shake = (): void => {
    for (const socket of open) socket.destroy();
  };
  const wire = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(Number(target.port === '' ? 5432 : target.port), target.hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (asked) => far.write(asked));
    far.on('data', (answered) => {
      if (!losing) return void near.write(answered);
      losing = false;
      near.destroy();
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(wire.address() as AddressInfo).port}`;
  return {
    url: through.href,
    cut() {
      whole = false;
      shake();
    },
    mend: () => void (whole = true),
    shake,
    loseNextAnswer: () => void (losing = true),
    async close() {
      shake();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}
