// The planner as a library outside Node: it is bundled without a module of Node's, and in a page and in a module worker of Chromium it
// answers what it answers in Node, to the last bit; with progress, cancelled, and stopped with the best plan at hand.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomProblem, type Size } from '../../src/planner/random.fixture.ts';
import { writeProblem } from '../../src/planner/planner.ts';
import { CHROMIUM, launchBrowser, sayThatItIsMissing, patient } from '../support/browser.ts';
import { answer, type Answer, type Question } from './planner-page/answer.ts';

const SIZE: Size = { gateways: 6, recipients: 10, items: 4, days: 10, headway: 24, charters: 4, lots: 12 };
const question = (seed: number, more: Partial<Question> = {}): Question => ({ text: [...writeProblem(randomProblem(seed, SIZE))].join(''), policy: 'deprivation', gap: 0.001, enough: 0, cancel: 0, ...more });

const folder = mkdtempSync(join(tmpdir(), 'airbridge-planner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Modules of Node that something in the bundle asks for. */
const ofNode: string[] = [];
const watching = (): Plugin => ({
  name: 'modules-of-node',
  enforce: 'pre',
  resolveId(source, importer) {
    if (isBuiltin(source)) ofNode.push(`${source} in ${importer ?? ''}`);
    return null;
  },
});

async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'planner-page'),
    base: './',
    logLevel: 'error',
    plugins: [watching()],
    worker: { format: 'es', plugins: () => [watching()] },
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', modulePreload: false, rolldownOptions: { input: join(import.meta.dirname, 'planner-page', 'page.ts'), output: { entryFileNames: 'page.js' }, checks: { pluginTimings: false } } },
  });
}

beforeAll(bundle);

test('it is bundled with no module of Node', () => {
  expect(ofNode).toEqual([]);
  const text = readFileSync(join(folder, 'page.js'), 'utf8');
  expect(text).not.toMatch(/__vite-browser-external|\bfrom\s*["'](?!\.)/);
  expect(text.length).toBeGreaterThan(50_000);
});

if (CHROMIUM === null) sayThatItIsMissing('the planner in a browser');

describe.skipIf(CHROMIUM === null)('in Chromium', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const noise: string[] = [];
  beforeAll(async () => {
    server = createServer((request, reply) => {
      const path = request.url ?? '/';
      if (path === '/') reply.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><title>planner</title><link rel=icon href=data:,><script type=module src=/page.js></script>');
      else reply.setHeader('content-type', extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream').end(readFileSync(join(folder, path)));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    page = patient(await browser.newPage());
    page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
    page.on('pageerror', (error) => void noise.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.planner !== undefined');
  });
  afterAll(async () => {
    await browser.close();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  });

  const inPage = (asked: Question): Promise<Answer & { readonly others: number }> => page.evaluate(`planner.here(${JSON.stringify(asked)})`);
  const inWorker = (asked: Question): Promise<Answer> => page.evaluate(`planner.inWorker(${JSON.stringify(asked)})`);
  /** As it is after a journey through JSON, as an answer out of the browser is. */
  const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

  test.each([1, 2, 3, 5])('problem %i: page, worker and Node have the same plan, value and bound', async (seed) => {
    const asked = question(seed, { policy: seed === 2 ? 'severity' : 'deprivation' });
    const [node, there, worker] = [await answer(asked), await inPage(asked), await inWorker(asked)];
    expect(node.violations).toEqual([]);
    expect(there.plan).toEqual(carried(node.plan));
    expect(worker.plan).toEqual(carried(node.plan));
    expect((node.plan as { readonly lines: readonly unknown[] }).lines.length).toBeGreaterThan(5);
    expect(there.violations).toEqual([]);
    expect(there.progress.length).toBeGreaterThan(0);
    expect(worker.progress.length).toBeGreaterThan(0);
  });

  test('others have the thread of the page while it plans', async () => expect((await inPage(question(5))).others).toBeGreaterThan(0));

  test('stopped after as many steps, each has the same best plan, which can be carried out', async () => {
    const asked = question(5, { enough: 60 });
    const [node, there, worker] = [await answer(asked), await inPage(asked), await inWorker(asked)];
    expect(node.violations).toEqual([]);
    expect(node.progress).toHaveLength(60);
    expect(there).toMatchObject(carried(node));
    expect(worker).toEqual(carried(node));
    expect(node.plan).not.toEqual((await answer(question(5))).plan);
  });

  test('cancelled, there is no plan and the reason comes back', async () => {
    const asked = question(5, { cancel: 10 });
    for (const found of [await answer(asked), await inPage(asked), await inWorker(asked)]) {
      expect(found).toMatchObject({ plan: null, reason: 'cancelled by the reader' });
      expect(found.progress).toHaveLength(10);
    }
  });

  test('left no error in the browser', () => expect(noise).toEqual([]));
});
