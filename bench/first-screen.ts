// The first screen of the control tower over the reference operation, as a reader on a slow machine meets it: bytes that travel,
// first and largest contentful paint, and how long an interaction waits for the next paint. Chromium with the CPU slowed four
// times and a cold cache each run; the figures come from its own traces. No network is slowed: server and reader share a machine.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { BrokenInvariant, invariant } from '../src/domain/result.ts';
import { CHECKOUT, freePort, serve } from '../test/e2e/process.ts';
import { CHROMIUM, sayThatItIsMissing } from '../test/support/browser.ts';
import type { Asked, Row } from './suite.ts';
import { kindOf, longestInteraction, paintsOf, readTrace, type Kind } from './trace.ts';

const SLOWED = 4;
const ROUNDS = 5;
const SETTLES_MS = 2500;
/** How often a visit is made anew whose trace came without its paints. */
const AGAIN = 3;
const KINDS: readonly Kind[] = ['script', 'style', 'font', 'data', 'page'];
const AIMS = { bytes: 350_000, 'first paint': 1.5, 'largest paint': null, interaction: 0.2 } as const;

interface Round {
  readonly answer: string;
  readonly bytes: ReadonlyMap<Kind, number>;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Seconds from the event to the next paint. */
  readonly delays: ReadonlyMap<string, number>;
}

export async function firstScreenSuite({ size, seed, say }: Asked): Promise<readonly Row[]> {
  if (CHROMIUM === null || !existsSync(join(CHECKOUT, 'dist', 'web', 'index.html'))) {
    if (CHROMIUM === null) sayThatItIsMissing('bench first-screen');
    else say('SKIPPED: bench first-screen: dist/web is not built. node scripts/setup.mjs builds it.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-first-screen-'));
  const server = await serve(['--reference'], { AIRBRIDGE_HOME: join(folder, 'home'), PORT: await freePort() });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    // The server has been asked before; the reader's browser has not.
    await visit(browser, server.url, say);
    const rounds: Round[] = [];
    for (let round = 0; round < (size ?? ROUNDS); round += 1) {
      say(`first-screen: round ${round + 1} of ${size ?? ROUNDS}`);
      rounds.push(await visit(browser, server.url, say));
    }
    return rowsOf(rounds, seed);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A visit whose traces are whole. One that is not says nothing about speed, good or bad: it is set aside, aloud. */
async function visit(browser: Browser, url: string, say: Asked['say']): Promise<Round> {
  for (let again = 0; again <= AGAIN; again += 1) {
    const round = await tryVisit(browser, url);
    if (typeof round !== 'string') return round;
    say(`first-screen: the trace of ${round} came without its paints; ${again < AGAIN ? 'the visit is made again' : 'that was the last try'}`);
  }
  throw new BrokenInvariant(`of ${AGAIN + 1} visits one has a whole trace`);
}

/** One visit in a fresh profile: loads, then the interactions. A text: what the trace is missing of. */
async function tryVisit(browser: Browser, url: string): Promise<Round | string> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const bytes = new Map<Kind, number>();
    const kinds = new Map<string, Kind>();
    wire.on('Network.responseReceived', ({ requestId, response }) => void kinds.set(requestId, kindOf(response.mimeType)));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'page';
      bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    });
    const loading = await traced(browser, page, async () => {
      await page.goto(url);
      await page.locator('.verdict b').first().waitFor();
      // What follows the first drawing belongs to the bytes too: the finer land, the map's gestures.
      await page.waitForTimeout(SETTLES_MS);
    });
    const paints = paintsOf(readTrace(loading));
    if (paints === null) return 'the loading';
    const answer = await page.locator('#answer h1').innerText();
    const loaded = new Map(bytes);
    const delays = new Map<string, number>();
    for (const [name, act] of INTERACTIONS) {
      const delay = longestInteraction(readTrace(await traced(browser, page, () => act(page))));
      if (delay === null) return name;
      delays.set(name, delay);
    }
    return { answer, bytes: loaded, ...paints, delays };
  } finally {
    await context.close();
  }
}

const INTERACTIONS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'cursor moved by an hour',
    async (page) => {
      await page.getByRole('slider', { name: 'Time cursor' }).focus();
      for (let hour = 0; hour < 3; hour += 1) {
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(900);
      }
    },
  ],
  [
    'number opened',
    async (page) => {
      await page.locator('#answer h1 .figure').first().click();
      await page.locator('.source li').first().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
    },
  ],
  [
    'map zoomed',
    async (page) => {
      await page.getByRole('button', { name: 'Closer' }).click();
      await page.waitForTimeout(900);
    },
  ],
  [
    'language changed',
    async (page) => {
      await page.getByRole('button', { name: 'FR', exact: true }).click();
      await page.waitForTimeout(900);
    },
  ],
];

async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Buffer> {
  await browser.startTracing(page, { categories: ['loading', 'devtools.timeline', 'blink.user_timing'] });
  await act();
  return browser.stopTracing();
}

function rowsOf(rounds: readonly Round[], seed: number): Row[] {
  const [first] = rounds;
  invariant(first !== undefined, 'at least one round was made');
  const agrees = rounds.every(({ answer }) => answer === first.answer);
  const row = (measure: string, values: readonly number[], unit: 'B' | 's', aim: number | null): Row & Measured => {
    const sorted = values.toSorted((a, b) => a - b);
    const [least, median, most] = [sorted[0] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
    const say = (value: number): string => (unit === 'B' ? `${(value / 1000).toFixed(1)} kB` : `${Math.round(value * 1000)} ms`);
    const beside = aim === null ? '' : `, aim ${say(aim)}: ${median <= aim ? 'reached' : 'missed'}`;
    return { size: rounds.length, seed, engine: 'airbridge', status: agrees ? 'same' : 'differs', tolerance: 0, seconds: unit === 's' ? median : 0, objective: null, bound: null, gap: null, relativeGap: null, ratio: null, measure, unit, median, least, most, aim, line: `${measure.padEnd(32)} ${say(median).padStart(9)}  (${say(least)} to ${say(most)}${beside})` };
  };
  const total = ({ bytes }: Round): number => [...bytes.values()].reduce((sum, n) => sum + n, 0);
  return [
    row('bytes, all', rounds.map(total), 'B', AIMS.bytes),
    ...KINDS.map((kind) => row(`bytes, ${kind}`, rounds.map(({ bytes }) => bytes.get(kind) ?? 0), 'B', null)),
    row('first contentful paint', rounds.map(({ firstPaint }) => firstPaint), 's', AIMS['first paint']),
    row('largest contentful paint', rounds.map(({ largestPaint }) => largestPaint), 's', AIMS['largest paint']),
    ...INTERACTIONS.map(([name]) => row(name, rounds.map(({ delays }) => delays.get(name) ?? 0), 's', AIMS.interaction)),
  ];
}

/** What this suite's rows say besides. */
interface Measured {
  readonly measure: string;
  readonly unit: 'B' | 's';
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly aim: number | null;
}
