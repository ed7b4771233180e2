// A server in this process, over a store of either kind, with the client that asks it. For tests that go over HTTP.

import { deskOverStore } from '../../src/app/local-desk.ts';
import type { Clock, SheetReader, Store } from '../../src/app/ports.ts';
import { append } from '../../src/app/record.ts';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { FACT_BODIES, type NewFact } from '../../src/domain/facts.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { buildServer, listen, type ServerOptions } from '../../src/http/server.ts';
import type { Solver } from '../../src/planner/solver.ts';
import { countFact, EVENING } from './facts.ts';
import { newFolder, openHome, wallClock } from './folders.ts';
import { journal } from './journal.ts';
import { hasServer, newDatabase, openDatabase } from './postgres.ts';
import { STOCK } from './small-operation.ts';
import { noPrinter } from './printer.ts';

export interface Served {
  readonly url: string;
  readonly client: AirbridgeClient;
  close(): Promise<void>;
}

const nothingPlanned: Solver = { solve: () => Promise.reject(new Error('nothing is planned here')) };

/** Serves the store; closing it leaves the store open. Port 0 is any that is free. */
export async function serveStore(store: Store, options: { readonly solver?: Solver; readonly clock?: Clock; readonly port?: number; readonly reader?: SheetReader } & Pick<ServerOptions, 'streams'> = {}): Promise<Served> {
  const { solver = nothingPlanned, clock = wallClock, port = 0, streams, reader } = options;
  const app = await buildServer(deskOverStore(store, { solver, printer: noPrinter, clock, ...(reader && { reader }) }), { version: '9.9.9', ...(streams && { streams }) });
  const listening = await listen(app, { host: '127.0.0.1', port });
  invariant(listening.ok, listening.ok ? '' : listening.error.message);
  const { url } = listening.value;
  return { url, client: airbridgeClient({ url }), close: () => listening.value.close() };
}

/** Where a store lies: opened any number of times, one after the other, or, on a server, side by side. */
export interface Place {
  open(): Promise<Store>;
}

export const STORES: readonly { readonly name: string; readonly isHere: boolean; readonly isShared: boolean; readonly newPlace: () => Promise<Place> }[] = [
  {
    name: 'the embedded store',
    isHere: true,
    isShared: false,
    newPlace: () => {
      const home = newFolder();
      return Promise.resolve({ open: () => openHome(home) });
    },
  },
  {
    name: 'the store on a PostgreSQL server',
    isHere: hasServer,
    isShared: true,
    newPlace: async () => {
      const url = await newDatabase();
      return { open: () => openDatabase(url) };
    },
  },
];

export const SMALL_ID = OperationId.parse('test');

/** A store with the small operation in it. */
export async function withSmall(store: Store): Promise<Store> {
  invariant((await append(store, SMALL_ID, journal(STOCK))).ok, 'the small operation is taken');
  return store;
}

/** What Italy has of masks. */
const stockFact = (key: string, units: number): NewFact => ({ ...countFact(key), sources: [], kind: 'stock.reported', body: FACT_BODIES['stock.reported'].parse({ recipient: 'IT', item: 'mask', units }) });

/** The same over HTTP. */
export const stockDraft = (units: number): Parameters<AirbridgeClient['record']>[1] => ({ kind: 'stock.reported', occurredAt: EVENING, body: { recipient: 'IT', item: 'mask', units } });

/** Stock reports under the keys first … first + n − 1, in one append, as another process would write them. */
export async function addReports(store: Store, first: number, n: number): Promise<void> {
  const facts = Array.from({ length: n }, (_, index) => stockFact(`report-${first + index}`, first + index));
  invariant((await append(store, SMALL_ID, facts)).ok, 'the reports are taken');
}
