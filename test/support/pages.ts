// The pages as people see them, for suites that look: a server with the reference operation in a process of its own, a browser, a
// reader, what the console complained of, what axe finds, and pictures. Where Chromium or the built pages are missing, a suite says so.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { invariant } from '../../src/domain/result.ts';
import { CHECKOUT, freePort, serve, type ServerProcess } from '../e2e/process.ts';
import { CHROMIUM, launchBrowser, newReader, sayThatItIsMissing } from './browser.ts';

/** Pictures are kept where PICTURES names a folder. */
const PICTURES = process.env['PICTURES'] ?? '';
const STARTED = 180_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether a suite can look at the pages; where it cannot, it says what would make it. */
export function canLook(suite: string): boolean {
  const isBuilt = existsSync(join(CHECKOUT, 'dist', 'web', 'index.html'));
  if (CHROMIUM === null) sayThatItIsMissing(suite);
  else if (!isBuilt) process.stderr.write(`SKIPPED: ${suite}: dist/web is not built. node scripts/setup.mjs builds it.\n`);
  return CHROMIUM !== null && isBuilt;
}

/** What stands from before the first test of a suite to after its last. */
export interface Pages {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** A reader at 1440 × 900, in English; whatever its console complains of is `noise`. */
  readonly page: Page;
  readonly noise: readonly string[];
  /** Of this suite alone; the server's data lie in it. */
  readonly folder: string;
}

/** To be called in a suite. `prepare` runs when all of it stands. */
export function pagesOfReference(prepare: (pages: Pages) => Promise<void> = () => Promise.resolve(), env: Readonly<Record<string, string>> = {}): Pages {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-pages-'));
  let standing: Pages | null = null;
  const noise: string[] = [];
  beforeAll(async () => {
    const port = await freePort();
    const [server, browser] = await Promise.all([serve(['--reference'], { ...env, AIRBRIDGE_HOME: join(folder, 'home'), PORT: port }), launchBrowser()]);
    const page = await newReader(browser, { width: 1440, height: 900 });
    page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
    page.on('pageerror', (error) => void noise.push(error.message));
    standing = { server, browser, page, noise, folder };
    await prepare(standing);
  }, STARTED);
  afterAll(async () => {
    await standing?.browser.close();
    await standing?.server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const now = (): Pages => {
    invariant(standing !== null, 'the pages stand while the tests of their suite run');
    return standing;
  };
  return {
    get server() { return now().server; },
    get browser() { return now().browser; },
    get page() { return now().page; },
    noise,
    folder,
  };
}

/** What axe objects to. The pages have no frames. `besides`: what is left out, such as the further rows of a long table. */
export async function findings(at: Page, besides?: string): Promise<string[]> {
  const all = new AxeBuilder({ page: at }).setLegacyMode().withTags(RULES).options({ resultTypes: ['violations'] });
  const looked = await (besides === undefined ? all : all.exclude(besides)).analyze();
  return looked.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Where a picture of that name is kept; null: nobody wants pictures. */
export function pictureFile(name: string): string | null {
  if (PICTURES === '') return null;
  mkdirSync(PICTURES, { recursive: true });
  return join(PICTURES, name);
}

/** Keeps a picture of the page, the whole of it or what the window shows. */
export async function keepPicture(at: Page, name: string, { whole = true }: { readonly whole?: boolean } = {}): Promise<void> {
  const path = pictureFile(`${name}.png`);
  if (path !== null) await at.screenshot({ path, fullPage: whole });
}

/** What a page shows on a sheet of A4 that a sheet must not: buttons, fields, what hangs over its edge. It stays as it was after. */
export async function wrongOnPaper(at: Page): Promise<string[]> {
  const size = at.viewportSize();
  // 210 mm less the margins, at 96 dots an inch.
  await at.setViewportSize({ width: 702, height: 1000 });
  await at.emulateMedia({ media: 'print' });
  const shown = await at.locator('main :is(.key, .go, .verb, input:not([type=number]), textarea, form button)').filter({ visible: true }).allInnerTexts();
  const over = await hangsOver(at);
  const named = await at.locator('.top .operation, .drawer .print-only').filter({ visible: true }).count();
  const dated = await at.locator('.as-of b, .answer .print-only, .drawer .print-only').filter({ visible: true }).count();
  await at.emulateMedia({ media: null });
  if (size !== null) await at.setViewportSize(size);
  return [...shown.map((text) => `a button or a field: ${text}`), ...(over > 0 ? [`hangs over by ${over} px`] : []), ...(named === 0 ? ['the operation is not named'] : []), ...(dated === 0 ? ['the instant is not said'] : [])];
}

/** How far the page hangs over the window's edge, in pixels; 0 or less: nothing does. */
export const hangsOver = (at: Page): Promise<number> => at.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
