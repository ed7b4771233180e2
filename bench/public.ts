// The public page under load on loopback, beside a bare static file of the same server and about the same size, in one run: answers
// a second and the slowest in a hundred. Then the same while facts come in, with every answer checked: each is one of the pages that
// were made, each page adds up, and none is older than it may be.

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';
import { airbridgeClient } from '../src/client/client.ts';
import { invariant } from '../src/domain/result.ts';
import { CHECKOUT, freePort, serve } from '../test/e2e/process.ts';
import type { LoadAsked, LoadDone } from './load-worker.ts';
import { median, type Asked, type Row } from './suite.ts';

const PAGE = '/p/liege-2020';
const ASSETS = join(CHECKOUT, 'dist', 'web', 'assets');
const ROUNDS = 3;
const ANSWERS = 4_000;
const CONNECTIONS = 16;
const FACTS = 30;
const FACT_EVERY_MS = 250;
/** The readers stay so long after the last fact. */
const AFTER_MS = 3_000;
const AIM = { ratio: 0.5, ageMs: 2_000 } as const;
const EACH = 1_000;
const STATES = ['delivered', 'lost', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned', 'outstanding'] as const;

export async function publicSuite({ size, seed, say }: Asked): Promise<readonly Row[]> {
  if (!existsSync(join(CHECKOUT, 'dist', 'public', 'render.js'))) {
    say('SKIPPED: bench public: dist/public is not built. node scripts/setup.mjs builds it.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-public-'));
  const PORT = await freePort();
  const server = await serve(['--reference'], { AIRBRIDGE_HOME: join(folder, 'home'), PORT });
  try {
    const answers = size ?? ANSWERS;
    const asked = (path: string, n: number | null = answers): LoadAsked => ({ port: Number(PORT), path, connections: CONNECTIONS, answers: n });
    const ask = (path: string, n?: number): Promise<LoadDone> => readers(asked(path, n)).done;
    const first = await ask(PAGE, 200);
    const file = `/assets/${nearest(first.bytes / first.answers)}`;
    await ask(file, 200);
    const [files, pages]: [LoadDone[], LoadDone[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`public: round ${round + 1} of ${ROUNDS}`);
      files.push(await ask(file));
      pages.push(await ask(PAGE));
    }
    say('public: while facts come in');
    const busy = await whileFactsComeIn(server.url, readers(asked(PAGE, null)));
    return rowsOf({ file, files, pages, busy, answers, seed });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Readers {
  readonly done: Promise<LoadDone>;
  readonly stop: () => void;
}

function readers(asked: LoadAsked): Readers {
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: asked });
  const done = new Promise<LoadDone>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { done, stop: () => worker.postMessage('stop') };
}

/** The file whose compressed size is nearest to that of the page. */
function nearest(bytes: number): string {
  const files = readdirSync(ASSETS).filter((name) => name.endsWith('.br')).map((name) => ({ name: name.slice(0, -'.br'.length), size: statSync(join(ASSETS, name)).size }));
  const [first] = files.toSorted((a, b) => Math.abs(a.size - bytes) - Math.abs(b.size - bytes));
  invariant(first !== undefined, 'the pages have been built');
  return first.name;
}

interface Busy {
  readonly load: LoadDone;
  /** Pages that do not add up, or are not one page. */
  readonly torn: number;
  /** From the acknowledgement of a fact to the first page that shows it, ms; the longest. */
  readonly ageMs: number;
}

/** With each fact a thousand masks more than listed are found at the hub. */
async function whileFactsComeIn(url: string, { done: loading, stop }: Readers): Promise<Busy> {
  const client = airbridgeClient({ url });
  const acknowledged: { readonly found: number; readonly at: number }[] = [];
  // Whatever ends first says why.
  loading.catch(() => undefined);
  for (let n = 1; n <= FACTS; n += 1) {
    const next = new Promise((resolve) => void setTimeout(resolve, FACT_EVERY_MS));
    const recorded = await client.record('liege-2020', { kind: 'goods.surplus', occurredAt: '2020-03-16T19:00:00Z', body: { place: 'BELGG', lot: 'F1-MASK', units: EACH } }, `bench-public-${n}`);
    invariant(recorded.ok, recorded.ok ? '' : recorded.error.message);
    acknowledged.push({ found: n * EACH, at: Date.now() });
    await next;
  }
  await new Promise((resolve) => void setTimeout(resolve, AFTER_MS));
  stop();
  const done = await loading;
  const seen = done.bodies.map(({ at, coding, body }) => ({ at, ...partsOf(coding === 'br' ? brotliDecompressSync(body).toString() : Buffer.from(body).toString()) }));
  const ages = acknowledged.map(({ found, at }) => Math.max(0, Math.min(...seen.filter((page) => page.found >= found).map((page) => page.at)) - at));
  return { load: done, torn: seen.filter(({ adds }) => !adds).length, ageMs: Math.max(...ages) };
}

/** The account of the page's promise: its parts add up to what was promised, wherever the page says them. */
function partsOf(html: string): { readonly found: number; readonly adds: boolean } {
  const values = Map.groupBy([...html.matchAll(/data-figure="P1:surgical-mask:([\w-]+)" data-value="(\d+)"/g)].map(([, name = '', value]) => ({ name, value: Number(value) })), ({ name }) => name);
  const one = (name: string): number => {
    const said = new Set((values.get(name) ?? []).map(({ value }) => value));
    return said.size === 1 ? ([...said][0] ?? Number.NaN) : Number.NaN;
  };
  const parts = STATES.reduce((sum, state) => sum + one(state), 0);
  // A page without a surplus does not speak of it.
  const found = values.has('surplus') ? one('surplus') : 0;
  const whole = one('promised') + found;
  return { found, adds: parts === whole && one('landed') + one('to-land') === whole };
}

function rowsOf({ file, files, pages, busy, answers, seed }: { readonly file: string; readonly files: readonly LoadDone[]; readonly pages: readonly LoadDone[]; readonly busy: Busy; readonly answers: number; readonly seed: number }): Row[] {
  const rate = (load: LoadDone): number => load.answers / load.seconds;
  const row = (engine: string, loads: readonly LoadDone[], beside: number | null, more = '', isRight = true): Row => {
    const [perSecond, p50, p99] = [median(loads.map(rate)), median(loads.map((it) => it.p50)), median(loads.map((it) => it.p99))];
    const wrong = loads.reduce((sum, it) => sum + it.wrong, 0);
    const bytes = (loads[0]?.bytes ?? 0) / Math.max(1, loads[0]?.answers ?? 1);
    const ratio = beside === null ? null : perSecond / beside;
    return {
      size: answers, seed, engine, status: wrong === 0 && isRight ? 'same' : 'differs', tolerance: 0, seconds: 1 / perSecond, objective: null, bound: null, gap: null, relativeGap: null, ratio,
      line: `${engine.padEnd(30)} ${Math.round(perSecond).toLocaleString('en-GB').padStart(7)} answers/s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ${(bytes / 1_000).toFixed(1)} kB each${wrong === 0 ? '' : `  ${wrong} wrong`}${ratio === null ? '' : `  ratio ${ratio.toFixed(2)}`}${more}`,
    };
  };
  const bare = median(files.map(rate));
  const told = `  ${busy.load.bodies.length} pages, ${busy.torn} torn; newest fact on the page within ${busy.ageMs} ms (aim ${AIM.ageMs} ms: ${busy.ageMs <= AIM.ageMs ? 'reached' : 'missed'})`;
  const reached = median(pages.map(rate)) >= AIM.ratio * bare;
  return [row(`static ${file.replace('/assets/', '').slice(0, 22)}`, files, null), row('airbridge', pages, bare, ` (aim ${AIM.ratio}: ${reached ? 'reached' : 'missed'})`), row('airbridge, facts coming in', [busy.load], bare, told, busy.torn === 0 && Number.isFinite(busy.ageMs))];
}
