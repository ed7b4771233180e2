// How many facts a second the store takes, one, a hundred or a thousand an append, each append durable before the next one
// begins; beside them the same rows by plain INSERT and by COPY into the same server. The peers' table has the columns, checks
// and keys of ours, and nothing of what we do besides: chain, publication queue, foreign keys, postings and balances.
// What the use cases do before (admission against the whole journal) is not measured here.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Decide, Head, Store } from '../src/app/ports.ts';
import type { NewFact } from '../src/domain/facts.ts';
import { Actor, AreaCode, IdempotencyKey, OperationId } from '../src/domain/ids.ts';
import { invariant, ok } from '../src/domain/result.ts';
import { instantFromMs } from '../src/domain/time.ts';
import { openEmbedded } from '../src/storage/open.ts';
import { openServer } from '../src/storage/server-open.ts';
import { copying, insertAll, rowsOf } from './peers.ts';
import { newDatabase } from './postgres.ts';
import { median, timed, type Asked, type Row } from './suite.ts';

const ROUNDS = 9;
const SINGLE = 1_000;
const START_MS = Date.UTC(2020, 2, 1);

/** What is measured: so many facts, so many an append, each moving units or not. */
interface Workload {
  readonly facts: number;
  readonly batch: number;
  readonly moves: boolean;
}

interface Measured {
  readonly engine: string;
  readonly store: 'server' | 'embedded';
  readonly load: Workload;
  /** A time for each round. */
  readonly seconds: number[];
  /** Did every round give the rows that ours gave? */
  same: boolean;
}

const nothingMoves: Decide<never> = () => ok([]);
const promising: Decide<never> = (_, fresh) =>
  ok(fresh.map(({ seq }) => ({ pledge: `P${seq % 20}`, item: 'surgical-mask', from: { name: 'promised', lot: '', at: '' }, to: { name: 'outstanding', lot: '', at: '' }, units: 5, of: seq, cause: seq })));

const factsOf = ({ facts }: Workload): NewFact[] =>
  Array.from({ length: facts }, (_, n): NewFact<'count.reported'> => ({
    kind: 'count.reported',
    occurredAt: instantFromMs(START_MS + n * 1_000),
    recordedAt: instantFromMs(START_MS + n * 1_000),
    by: Actor.parse('bench'),
    key: IdempotencyKey.parse(`count-${n}`),
    sources: ['jhu'],
    note: null,
    evidence: [],
    body: { area: AreaCode.parse('IT'), cases: n },
  }));

async function append(store: Store, operation: OperationId, { batch, moves }: Workload, facts: readonly NewFact[]): Promise<void> {
  for (let at = 0; at < facts.length; at += batch) {
    const appended = await store.append(operation, facts.slice(at, at + batch), moves ? promising : nothingMoves);
    invariant(appended.ok, 'nothing is refused');
  }
}

/** The heads must be those that every store gives for the same facts. */
const headOf = (heads: Map<string, Head>, load: Workload, operation: OperationId, head: Head): boolean => {
  const key = JSON.stringify([load.facts, operation]);
  const known = heads.get(key);
  heads.set(key, head);
  return head.seq === load.facts && (known === undefined || known.hash === head.hash);
};

export async function journalSuite({ size, seed, peer, say }: Asked): Promise<readonly Row[]> {
  const single = size ?? SINGLE;
  const loads: readonly Workload[] = [
    { facts: single, batch: 1, moves: false },
    { facts: single, batch: 1, moves: true },
    { facts: single * 10, batch: 100, moves: false },
    { facts: single * 20, batch: 1_000, moves: false },
  ];
  const heads = new Map<string, Head>();
  const measured = [...(await onServer(loads, heads, peer, say)), ...(await onFolder(loads, heads, say))];
  return measured.map((one) => rowOf(one, seed, measured));
}

async function onServer(loads: readonly Workload[], heads: Map<string, Head>, peer: string | null, say: Asked['say']): Promise<readonly Measured[]> {
  const database = await newDatabase(say);
  if (database === null) return [];
  say(`PostgreSQL ${database.version}`);
  const opened = await openServer(database.url);
  invariant(opened.ok, 'an empty database opens');
  const store = opened.value;
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const measured: Measured[] = [];
    for (const load of loads) {
      say(`server: ${load.facts} facts, ${load.batch} an append${load.moves ? ', each moving units' : ''}`);
      const [ours, insert, copy] = (['airbridge', 'insert', 'copy'] as const).map((engine): Measured => ({ engine, store: 'server', load, seconds: [], same: true }));
      invariant(ours !== undefined && insert !== undefined && copy !== undefined, 'three engines');
      // In turn, so that a slow moment of the machine strikes all.
      for (let round = 0; round < ROUNDS; round += 1) {
        const operation = OperationId.parse(`round-${load.batch}-${load.moves ? 'moving-' : ''}${round}`);
        const facts = factsOf(load);
        ours.seconds.push(await timed(() => append(store, operation, load, facts)));
        ours.same &&= headOf(heads, load, operation, await store.head(operation));
        const rows = await rowsOf(client, operation);
        if (peer === null || peer === 'insert') await besides(client, insert, operation, () => insertAll(client, rows, load.batch));
        if ((peer === null || peer === 'copy') && load.batch > 1) await besides(client, copy, operation, copying(client, rows));
      }
      measured.push(...[ours, insert, copy].filter(({ seconds }) => seconds.length > 0));
    }
    return measured;
  } finally {
    await client.end();
    await store.close();
    await database.drop();
  }
}

async function besides(client: pg.Client, measured: Measured, operation: OperationId, work: () => Promise<void>): Promise<void> {
  await client.query('drop table if exists plain; create table plain (like fact including all)');
  measured.seconds.push(await timed(work));
  const { rows } = await client.query<{ readonly n: string }>(
    'select (select count(*) from plain) as n where not exists (select * from plain except select * from fact where operation_id = $1)', [operation]);
  measured.same &&= Number(rows[0]?.n ?? -1) === measured.load.facts;
}

async function onFolder(loads: readonly Workload[], heads: Map<string, Head>, say: Asked['say']): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  const opened = await openEmbedded(folder, { clock: { now: () => instantFromMs(Date.now()) } });
  invariant(opened.ok, 'an empty folder opens');
  const store = opened.value;
  try {
    const measured: Measured[] = [];
    for (const load of loads) {
      say(`embedded: ${load.facts} facts, ${load.batch} an append${load.moves ? ', each moving units' : ''}`);
      const ours: Measured = { engine: 'airbridge', store: 'embedded', load, seconds: [], same: true };
      for (let round = 0; round < ROUNDS; round += 1) {
        const operation = OperationId.parse(`round-${load.batch}-${load.moves ? 'moving-' : ''}${round}`);
        const facts = factsOf(load);
        ours.seconds.push(await timed(() => append(store, operation, load, facts)));
        ours.same &&= headOf(heads, load, operation, await store.head(operation));
      }
      measured.push(ours);
    }
    return measured;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Against plain INSERT of as many rows a transaction into the same server; without a server there is nothing to compare with. */
function rowOf({ engine, store, load, seconds, same }: Measured, seed: number, all: readonly Measured[]): Row & Record<string, unknown> {
  const insert = all.find((it) => it.engine === 'insert' && it.load === load);
  const ratio = engine !== 'airbridge' || insert === undefined ? null : median(insert.seconds) / median(seconds);
  const speeds = seconds.map((it) => Math.round(load.facts / it)).toSorted((a, b) => a - b);
  const speed = Math.round(load.facts / median(seconds));
  const status = same ? 'same' : 'differs';
  const what = (engine === 'airbridge' ? `airbridge, ${store}` : `${engine}, same server`).padEnd(21);
  const line = `${what} ${String(load.batch).padStart(5)} a transaction${load.moves ? ', moving' : '        '} ${String(load.facts).padStart(7)} facts  ${String(speed).padStart(7)} facts/s (${speeds[0]} to ${speeds.at(-1)})${ratio === null ? '' : `  ${ratio.toFixed(2)} × insert`}  rows ${status}`;
  return {
    size: load.facts, seed, engine, status, tolerance: 0, seconds: median(seconds), objective: load.facts, bound: null, gap: null, relativeGap: null, ratio,
    store, batch: load.batch, moves: load.moves, factsPerSecond: speed, slowest: speeds[0], fastest: speeds.at(-1), line,
  };
}
