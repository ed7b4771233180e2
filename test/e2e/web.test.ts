// The pages as a person uses them, in Chromium: the answer, the time cursor by keyboard and by mouse, both languages, a phone,
// an empty journal, a server that has gone. Each state is free of axe's findings. What a planner does: plan-page.test.ts.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser, sayThatItIsMissing } from '../support/browser.ts';
import { CHECKOUT, freePort, serve, type ServerProcess } from './process.ts';

const isBuilt = existsSync(join(CHECKOUT, 'dist', 'web', 'index.html'));
if (CHROMIUM === null) sayThatItIsMissing('the pages in a browser');
else if (!isBuilt) process.stderr.write('SKIPPED: the pages in a browser: dist/web is not built. node scripts/setup.mjs builds it.\n');

/** Pictures are kept where PICTURES names a folder. */
const PICTURES = process.env['PICTURES'] ?? '';
const PLANNED = 60_000;
/** For a machine that has other things to do. */
const SOON = { timeout: 15_000 } as const;

describe.skipIf(CHROMIUM === null || !isBuilt)('the pages in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-web-'));
  let server: ServerProcess;
  let browser: BrowserContext;
  let page: Page;
  const noise: string[] = [];

  beforeAll(async () => {
    server = await serve(['--reference'], { AIRBRIDGE_HOME: join(folder, 'home'), PORT: await freePort() });
    browser = await openBrowser({ width: 1440, height: 900 });
    page = browser.pages()[0] ?? (await browser.newPage());
    page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
    page.on('pageerror', (error) => void noise.push(error.message));
    await page.goto(server.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const answer = (): Promise<string> => page.locator('#answer h1').innerText();
  const clock = (): Promise<string> => page.locator('.as-of b').innerText();
  const findings = async (at: Page): Promise<string[]> => (await new AxeBuilder({ page: at }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);

  test('answer the question in the first line', async () => {
    await page.waitForSelector('.ledger');
    expect(await answer()).toMatch(/^800,000 of 2,000,000 masks have landed\. Italy alone needs [\d,]+ a day: \d+ days’ worth\.$/);
    expect(await clock()).toBe('Mon 16 March, 20:40');
  });

  test('show a ledger that adds up', async () => {
    const numbers = (selector: string): Promise<number[]> => page.locator(selector).evaluateAll((cells) => cells.map((cell) => Number((cell.textContent ?? '').replaceAll(',', ''))));
    const [rows, sum] = [await numbers('.ledger tr:not(.subtotal):not(.sum) .number'), await numbers('.ledger .sum .number')];
    expect(rows).toHaveLength(8);
    expect(rows.reduce((total, n) => total + n, 0)).toBe(sum[0]);
  });

  test('lead from a number to the facts behind it', async () => {
    await page.locator('#answer h1 .figure').nth(1).click();
    const source = page.locator('.source');
    await source.getByText('pledge.made').waitFor();
    expect(await source.innerText()).toContain('2,000,000');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'detached' });
  });

  test('move the cursor by keyboard, and everything with it', async () => {
    const slider = page.getByRole('slider', { name: 'Time cursor' });
    await slider.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect.poll(clock, SOON).toBe('Wed 18 March, 20:45');
    await expect.poll(answer, SOON).toContain('1,500,000 of 2,000,000 masks');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(clock, SOON).toBe('Wed 18 March, 19:45');
    await page.keyboard.press('Home');
    await expect.poll(clock, SOON).toBe('Fri 13 March, 00:00');
    await expect.poll(answer, SOON).toContain('nothing has been promised');
    await page.keyboard.press('End');
    await expect.poll(clock, SOON).toBe('Thu 2 April, 23:59');
  });

  test('move it by mouse too, and back to where the operation stands', async () => {
    const lanes = await page.locator('.lanes').boundingBox();
    if (lanes === null) throw new Error('the timeline has no place on the page');
    const before = await clock();
    await page.mouse.move(lanes.x + lanes.width * 0.7, lanes.y + 12);
    await page.mouse.down();
    await page.mouse.move(lanes.x + lanes.width * 0.4, lanes.y + 12, { steps: 6 });
    await page.mouse.up();
    await expect.poll(clock, SOON).not.toBe(before);
    await page.getByRole('button', { name: 'Back to Mon 16' }).click();
    await expect.poll(answer, SOON).toContain('800,000 of 2,000,000');
    expect(await findings(page)).toEqual([]);
  });

  test('plan an instant that nobody planned before, and say so meanwhile', async () => {
    await page.goto(`${server.url}/?at=2020-03-14T08:00:00Z`);
    await page.getByText('Planning this instant').waitFor();
    await page.getByText(/^Plan equal cover, \d+ lines$/).waitFor({ timeout: PLANNED });
    expect(await page.locator('.verdict b').innerText()).toMatch(/on course|at risk/);
  }, 90_000);

  test.each([
    ['light', 'en-GB', 1440, 900, ''],
    ['dark', 'fr-FR', 1440, 900, '?at=2020-03-18T09:00:00Z'],
    ['dark', 'en-GB', 390, 844, ''],
    ['light', 'fr-FR', 390, 844, '?at=2020-03-18T09:00:00Z'],
  ] as const)('are clean and do not scroll sideways: %s, %s, %i px', async (colorScheme, locale, width, height, search) => {
    const other = await openBrowser({ width, height, colorScheme, locale });
    try {
      const look = await other.newPage();
      for (const path of ['/', '/plan']) {
        await look.goto(server.url + path + search);
        await look.locator(path === '/' ? '.verdict b' : '.lines tbody tr').first().waitFor({ timeout: PLANNED });
        expect(await look.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
        expect(await look.evaluate<string>('document.documentElement.lang')).toBe(locale.slice(0, 2));
        expect(await findings(look)).toEqual([]);
        if (PICTURES === '') continue;
        mkdirSync(PICTURES, { recursive: true });
        await look.screenshot({ path: join(PICTURES, `${path === '/' ? 'tower' : 'plan'}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`), fullPage: width < 1000 });
      }
    } finally {
      await other.close();
    }
  }, 180_000);

  test('say what to do in an empty journal, and when the server has gone', async () => {
    const empty = await serve([], { AIRBRIDGE_HOME: join(folder, 'empty'), PORT: await freePort() });
    await page.goto(empty.url);
    await page.getByText('npx airbridge import').waitFor();
    expect(await findings(page)).toEqual([]);
    await empty.stop();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('The server does not answer').waitFor({ timeout: 20_000 });
    expect(await page.getByRole('alert').innerText()).toContain('npm start');
  }, 60_000);

  test('left no error in the browser while the server was there', () => expect(noise.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]));
});
