// Runs PGlite in a thread of its own, so that a long statement does not stop the server and a database that aborts or hangs
// can be ended from outside. Speaks the messages of pglite-process.ts. Knows nothing of facts.

import { PGlite } from '@electric-sql/pglite';
import { parentPort } from 'node:worker_threads';
import type { Reply, Request } from './pglite-process.ts';

const port = parentPort;
if (port === null) throw new Error('pglite-worker runs in a worker thread');

// Measured: 310 MB resident after a reopen without it, 180 MB with it.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
let database: PGlite | null = null;

async function answer(request: Request): Promise<unknown> {
  if (request.do === 'open') {
    database = await PGlite.create({ dataDir: request.folder ?? 'memory://', startParams });
    return null;
  }
  if (database === null) throw new Error('the database is not open');
  switch (request.do) {
    case 'query': {
      const { rows, affectedRows } = await database.query<Record<string, unknown>>(request.sql, [...request.parameters]);
      return { rows, affectedRows: affectedRows ?? 0 };
    }
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('gzip')).arrayBuffer());
    case 'close':
      await database.close();
      return null;
  }
}

port.on('message', (request: Request) => {
  answer(request).then(
    (value) => port.postMessage({ id: request.id, ok: true, value } satisfies Reply),
    (error: unknown) => port.postMessage({ id: request.id, ok: false, message: error instanceof Error ? error.message : String(error), code: sqlState(error) } satisfies Reply),
  );
});

const sqlState = (error: unknown): string | null => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null);
