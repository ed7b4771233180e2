// The pages as a person uses them, in Chromium: the answer, the time cursor by keyboard and by mouse, both languages, a phone,
// an empty journal, a server that has gone. Each state is free of axe's findings. What a planner does: plan-page.test.ts.

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newReader } from '../support/browser.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import { crowded } from '../support/crowd.ts';
import { canLook, findings as found, keepPicture, pagesOfReference } from '../support/pages.ts';
import { freePort, serve, type ServerProcess } from './process.ts';

const PLANNED = 60_000;
/** For a machine that has other things to do. */
const SOON = { timeout: 15_000 } as const;

describe.skipIf(!canLook('the pages in a browser'))('the pages in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  const { noise, folder } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    await page.goto(server.url);
  });

  const answer = (): Promise<string> => page.locator('#answer h1').innerText();
  const clock = (): Promise<string> => page.locator('.as-of b').innerText();
  /** Of a long table a dozen rows stand for the rest. */
  const findings = (at: Page): Promise<string[]> => found(at, '.lines tbody tr:nth-child(n+12)');

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

  test('lead through the whole operation day by day: what has landed never shrinks', async () => {
    const slider = page.getByRole('slider', { name: 'Time cursor' });
    await slider.press('Home');
    await expect.poll(clock, SOON).toBe('Fri 13 March, 00:00');
    await expect.poll(answer, SOON).toContain('nothing has been promised');
    const landed: number[] = [];
    for (let day = 0; day < 20; day += 1) {
      const before = await clock();
      // The clock moves at once, the figures when they come.
      await Promise.all([page.waitForResponse((response) => response.url().includes('/picture'), SOON), slider.press('PageUp')]);
      await expect.poll(clock, SOON).not.toBe(before);
      landed.push(Number(/^[\d,]+/.exec(await answer())?.[0].replaceAll(',', '') ?? '0'));
    }
    expect(landed.toSorted((a, b) => a - b)).toEqual(landed);
    expect(landed.at(-1)).toBeGreaterThan(landed[0] ?? 0);
  });

  test('move the cursor by mouse too, and back to where the operation stands', async () => {
    const whole = await page.locator('.whole-span').boundingBox();
    const lanes = await page.locator('.lanes').boundingBox();
    if (lanes === null || whole === null) throw new Error('the timeline has no place on the page');
    const drag = async (box: typeof lanes, y: number, from: number, to: number): Promise<void> => {
      await page.mouse.move(box.x + box.width * from, box.y + y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * to, box.y + y, { steps: 6 });
      await page.mouse.up();
    };
    await drag(whole, whole.height / 2, 0.9, 0.1);
    await expect.poll(clock, SOON).toMatch(/1[3-6] March/);
    const before = await clock();
    await drag(lanes, 12, 0.7, 0.4);
    await expect.poll(clock, SOON).not.toBe(before);
    await page.getByRole('button', { name: 'Back to Mon 16' }).click();
    await expect.poll(answer, SOON).toContain('800,000 of 2,000,000');
    expect(await findings(page)).toEqual([]);
  });

  test('bring the map closer by keyboard, by button and by the wheel with its key; the wheel alone says so', async () => {
    const map = page.getByRole('group', { name: /Plus and minus zoom/ });
    const scale = async (): Promise<number> => Number(/scale\(([\d.]+)\)/.exec((await map.locator('svg > g > g').first().getAttribute('transform')) ?? '')?.[1] ?? '1');
    await map.press('+');
    await expect.poll(scale, SOON).toBeCloseTo(1.6, 2);
    await map.press('ArrowRight');
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect.poll(scale, SOON).toBeCloseTo(2.56, 2);
    await map.press('0');
    await expect.poll(scale, SOON).toBe(1);
    await map.hover({ position: { x: 300, y: 300 } });
    await page.mouse.wheel(0, -240);
    await page.getByText('hold Ctrl').waitFor();
    expect(await scale()).toBe(1);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(scale, SOON).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'The whole operation' }).click();
    await expect.poll(scale, SOON).toBe(1);
  });

  test('tell of a recipient on the map, by keyboard, and give the focus back', async () => {
    const slovenia = page.getByRole('button', { name: /^Slovenia: needs/ });
    await slovenia.press('Enter');
    await page.getByRole('dialog', { name: 'Slovenia' }).getByText('commodity reserves').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Slovenia' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate<string | null>("document.activeElement.getAttribute('aria-label')"), SOON).toMatch(/^Slovenia: needs/);
  });

  test('change the language, and keep it', async () => {
    await page.getByRole('button', { name: 'FR', exact: true }).click();
    await expect.poll(answer, SOON).toContain('masques ont atterri');
    await page.reload();
    await expect.poll(answer, SOON).toContain('masques ont atterri');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await expect.poll(answer, SOON).toContain('masks have landed');
  });

  test('hold five thousand recipients: grouped, each counted once, still clean', async () => {
    const full = await newReader(browser, { width: 1440, height: 900 });
    try {
      await full.route('**/picture*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: crowded((await response.json()) as Picture, 5000) });
      });
      await full.goto(server.url);
      await full.locator('.recipient .several').first().waitFor();
      expect(await full.locator('.recipient').count()).toBeLessThan(300);
      await keepPicture(full, 'tower-full', { whole: false });
      await full.getByRole('button', { name: / \+ \d+: needs/ }).first().press('Enter');
      await full.getByRole('button', { name: 'Zoom in to them' }).click();
      await expect.poll(() => full.locator('.zoom-keys button').last().isEnabled(), SOON).toBe(true);
      expect(await findings(full)).toEqual([]);
    } finally {
      await full.close();
    }
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
    const look = await newReader(browser, { width, height, colorScheme, locale });
    try {
      for (const path of ['/', '/plan']) {
        await look.goto(server.url + path + search);
        await look.locator(path === '/' ? '.verdict b' : '.lines tbody tr').first().waitFor({ timeout: PLANNED });
        expect(await look.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
        expect(await look.evaluate<string>('document.documentElement.lang')).toBe(locale.slice(0, 2));
        if (path === '/plan') await expect.poll(() => look.locator('.lines .why p').first().innerText(), SOON).toMatch(locale === 'fr-FR' ? /trajet|place/ : /way|room/);
        expect(await look.locator('main [lang="en"]').count()).toBe(0);
        expect(await findings(look)).toEqual([]);
        await keepPicture(look, `${path === '/' ? 'tower' : 'plan'}-${width}-${colorScheme}-${locale.slice(0, 2)}`, { whole: width < 1000 });
      }
    } finally {
      await look.close();
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
  });

  test('left no error in the browser while the server was there', () => expect(noise.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]));
});
