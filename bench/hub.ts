// The hub with tens of thousands of handling units in one operation, on both stores: building them in batches, beside the same
// rows by plain INSERT and by COPY into the same server; then each thing that a person at a screen waits for, one after the
// other, through the desk, durable before it answers. The stores' heads and boards are compared.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Desk } from '../src/app/desk.ts';
import type { ScanAsk } from '../src/app/hub/scan.ts';
import { deskOverStore } from '../src/app/local-desk.ts';
import type { Head, Store } from '../src/app/ports.ts';
import { append } from '../src/app/record.ts';
import { OperationId } from '../src/domain/ids.ts';
import { invariant, type Result } from '../src/domain/result.ts';
import { plusMinutes, type Instant } from '../src/domain/time.ts';
import { noPrinter } from '../test/support/printer.ts';
import { openEmbedded } from '../src/storage/open.ts';
import { openServer } from '../src/storage/server-open.ts';
import { CARTONS_PER_PALLET, FRESH_LOT, HALL, hallFacts, instantAt, lotName, UNITS_PER_CARTON } from './hub-operation.ts';
import { copying, insertAll, rowsOf } from './peers.ts';
import { newDatabase } from './postgres.ts';
import { median, timed, type Asked, type Row } from './suite.ts';

const UNITS = 50_000;
/** Handling units in one batch. */
const BATCH = 2_500;
const ROUNDS = 60;
const RARE_ROUNDS = 12;
const OPERATION = OperationId.parse('hall');

interface Timing {
  readonly what: string;
  readonly seconds: readonly number[];
  /** Rows of one round; null where it is no matter of rows. */
  readonly rows: number | null;
}

interface Walked {
  readonly store: string;
  readonly timings: readonly Timing[];
  readonly head: Head;
  /** The hub's board after everything. */
  readonly board: string;
}

export async function hubSuite({ size, seed, peer, say }: Asked): Promise<readonly Row[]> {
  const units = size ?? UNITS;
  const walked: Walked[] = [];
  const peers: { readonly engine: string; readonly timing: Timing; readonly same: boolean }[] = [];
  const database = await newDatabase(say);
  if (database !== null) {
    say(`PostgreSQL ${database.version}`);
    const opened = await openServer(database.url);
    invariant(opened.ok, 'an empty database opens');
    try {
      walked.push(await walk(opened.value, 'server', units, say));
      for (const engine of ['insert', 'copy']) if (peer === null || peer === engine) peers.push({ engine, ...(await besides(database.url, engine, say)) });
    } finally {
      await opened.value.close();
      await database.drop();
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  const opened = await openEmbedded(folder, { clock: { now: () => instantAt(0) } });
  invariant(opened.ok, 'an empty folder opens');
  try {
    walked.push(await walk(opened.value, 'embedded', units, say));
  } finally {
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const same = walked.every(({ head, board }) => head.hash === walked[0]?.head.hash && board === walked[0].board);
  const insert = peers.find(({ engine }) => engine === 'insert');
  return [
    ...walked.flatMap(({ store, timings }) => timings.map((timing) => rowOf(`airbridge, ${store}`, timing, { seed, same, units, beside: store === 'server' ? insert?.timing : undefined }))),
    ...peers.map((it) => rowOf(`${it.engine}, same server`, it.timing, { seed, same: it.same, units, beside: undefined })),
  ];
}

/** The same steps in the same order at the same instants on each store. */
async function walk(store: Store, name: string, units: number, say: Asked['say']): Promise<Walked> {
  let second = 40_000;
  const clock = { now: () => instantAt((second += 1)) };
  const desk = deskOverStore(store, { clock, solver: { solve: () => Promise.reject(new Error('the hub plans nothing')) }, printer: noPrinter });
  const lots = Math.ceil(units / BATCH);
  const cartons = Math.floor((BATCH * CARTONS_PER_PALLET) / (CARTONS_PER_PALLET + 1));
  const opened = await append(store, OPERATION, hallFacts(OPERATION, lots, cartons, ROUNDS * 3));
  invariant(opened.ok, opened.ok ? '' : JSON.stringify(opened.error));
  const fresh = await freshCartons(store);
  const timings: Timing[] = [];
  const time = async (what: string, rounds: number, act: (round: number) => Promise<unknown>, rows: number | null = null): Promise<void> => {
    say(`${name}: ${what}`);
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) seconds.push(await timed(async () => void (await act(round))));
    timings.push({ what, seconds, rows });
  };
  const pallets: string[][] = [];
  const before = (await store.head(OPERATION)).seq;
  await time('build a batch', lots, async (n) => void pallets.push([...given(await desk.hub.build(OPERATION, { lot: lotName(n), units: cartons * UNITS_PER_CARTON, place: HALL, cartonsPerPallet: CARTONS_PER_PALLET, by: 'hub' }, `build-${n}`)).pallets]), BATCH);
  const built = (await store.head(OPERATION)).seq - before;
  timings.splice(0, 1, { ...(timings[0] ?? { what: '', seconds: [] }), rows: built / lots });
  await steps({ desk, now: clock.now, pallets, fresh }, time);
  const board = JSON.stringify(given(await desk.hub.board(OPERATION, {})));
  return { store: name, timings, head: await store.head(OPERATION), board };
}

type Time = (what: string, rounds: number, act: (round: number) => Promise<unknown>) => Promise<void>;

interface Hall {
  readonly desk: Desk;
  readonly now: () => Instant;
  /** By lot. */
  readonly pallets: readonly (readonly string[])[];
  /** Still on their consignment. */
  readonly fresh: readonly string[];
}

async function steps({ desk, now, pallets, fresh }: Hall, time: Time): Promise<void> {
  let scans = 0;
  const scan = async (code: string, doing: ScanAsk['doing'], rest: Partial<ScanAsk> = {}): Promise<void> => {
    const done = given(await desk.hub.scan(OPERATION, { code, doing, by: 'hub', ...rest }, `scan-${(scans += 1)}`));
    invariant(done.entered > 0, 'each scan enters something');
  };
  const record = async (kind: 'goods.tallied' | 'lot.recalled', body: object, key: string, occurredAt: Instant = now()): Promise<void> => {
    given(await desk.record(OPERATION, { kind, occurredAt, by: 'hub', sources: [], note: null, evidence: [], body }, key));
  };
  const pallet = (row: number, n: number): string => pallets[row]?.[n % (pallets[row]?.length ?? 1)] ?? '';
  await time('scan: receive a carton', ROUNDS, (n) => scan(fresh[n] ?? '', 'receive'));
  await time('scan: move a pallet of 50 cartons', ROUNDS, (n) => scan(pallet(1, n), 'put', { bin: `A-${n}` }));
  await time('scan: load a pallet of 50 cartons', Math.min(ROUNDS, pallets[0]?.length ?? 0), (n) => scan(pallet(0, n), 'load', { dispatch: 'D1' }));
  await time('tally', ROUNDS, (n) => record('goods.tallied', { place: HALL, lot: FRESH_LOT, units: UNITS_PER_CARTON, partial: true }, `tally-${n}`));
  await time('scan: move, then the hub board', RARE_ROUNDS, async (n) => {
    await scan(pallet(1, n), 'put', { bin: `B-${n}` });
    given(await desk.hub.board(OPERATION, {}));
  });
  await time('the dispatch board', RARE_ROUNDS, async () => void given(await desk.onward.board(OPERATION, {})));
  await time('who holds a lot', RARE_ROUNDS, async (n) => void given(await desk.hub.holders(OPERATION, { lots: [lotName(n % pallets.length)] })));
  await time('a recall of a lot', Math.min(RARE_ROUNDS, pallets.length - 1), (n) => record('lot.recalled', { recall: `R-${n}`, lots: [lotName(n + 1)], reason: 'a measured recall' }, `recall-${n}`));
  await time('a late fact', RARE_ROUNDS, (n) => record('goods.tallied', { place: HALL, lot: FRESH_LOT, units: UNITS_PER_CARTON, partial: true }, `late-${n}`, plusMinutes(now(), -5)));
}

/** Labelled by the sender, and still on their consignment. */
async function freshCartons(store: Store): Promise<string[]> {
  const names = Array.from({ length: ROUNDS }, (_, n) => `PMC${String(n).padStart(5, '0')}CV`);
  const [template] = hallFacts(OPERATION, 1, 1, 1);
  invariant(template !== undefined, 'the hall has facts');
  const built = names.map((unit, n) => ({ ...template, kind: 'handling-unit.built', key: `fresh-${n}`, occurredAt: instantAt(36_500), recordedAt: instantAt(36_500), body: { unit, type: 'uld', at: { consignment: 'C2' }, contents: [{ lot: FRESH_LOT, units: UNITS_PER_CARTON }] } }) as typeof template);
  const appended = await append(store, OPERATION, built);
  invariant(appended.ok, appended.ok ? '' : JSON.stringify(appended.error));
  return names;
}

/** The very rows, once more; the peers keep no chain, post no units and check no references. */
async function besides(url: string, engine: string, say: Asked['say']): Promise<{ readonly timing: Timing; readonly same: boolean }> {
  say(`${engine}, same rows`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows = await rowsOf(client, OPERATION);
    await client.query('drop table if exists plain; create table plain (like fact including all)');
    const seconds = await timed(engine === 'insert' ? () => insertAll(client, rows, BATCH) : copying(client, rows));
    const { rows: found } = await client.query<{ readonly n: string }>('select count(*) as n from (select * from fact where operation_id = $1 except select * from plain) as missing', [OPERATION]);
    return { timing: { what: 'build a batch', seconds: [seconds], rows: rows.length }, same: found[0]?.n === '0' };
  } finally {
    await client.end();
  }
}

function given<T>(answer: Result<T, { readonly message: string; readonly remedy: string }>): T {
  invariant(answer.ok, answer.ok ? '' : `${answer.error.message}; ${answer.error.remedy}`);
  return answer.value;
}

const ms = (seconds: number): string => (seconds * 1_000).toFixed(seconds < 0.01 ? 1 : 0);

function rowOf(engine: string, { what, seconds, rows }: Timing, { seed, same, units, beside }: { readonly seed: number; readonly same: boolean; readonly units: number; readonly beside: Timing | undefined }): Row & Record<string, unknown> {
  const sorted = seconds.toSorted((a, b) => a - b);
  const [p50, p95] = [median(seconds), sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN];
  const speed = rows === null ? null : Math.round((rows * seconds.length) / seconds.reduce((sum, it) => sum + it, 0));
  const ratio = speed === null || beside === undefined || beside.rows === null ? null : speed / (beside.rows / median(beside.seconds));
  const status = same ? 'same' : 'differs';
  const told = speed === null ? `p50 ${ms(p50).padStart(6)} ms  p95 ${ms(p95).padStart(6)} ms  (${seconds.length} rounds)` : `${speed} rows/s${ratio === null ? '' : `, ${ratio.toFixed(2)} × insert`}`;
  return { size: units, seed, engine, status, tolerance: 0, seconds: p50, objective: null, bound: null, gap: null, relativeGap: null, ratio, what, p50, p95, rowsPerSecond: speed, rounds: seconds.length, line: `${engine.padEnd(21)} ${what.padEnd(36)} ${told}  answers ${status}` };
}
