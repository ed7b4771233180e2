// Every number of the control tower leads to its source, in Chromium: by mouse, by keyboard and by touch, in both languages, and
// from within the card of the map. The card closes as a reader would try to close it, and the focus returns.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser, sayThatItIsMissing, patient } from '../support/browser.ts';
import { CHECKOUT, freePort, serve, type ServerProcess } from './process.ts';

const isBuilt = existsSync(join(CHECKOUT, 'dist', 'web', 'index.html'));
if (CHROMIUM === null) sayThatItIsMissing('the sources of numbers');
else if (!isBuilt) process.stderr.write('SKIPPED: the sources of numbers: dist/web is not built. node scripts/setup.mjs builds it.\n');

/** Pictures are kept where PICTURES names a folder. */
const PICTURES = process.env['PICTURES'] ?? '';
/** For a machine that has other things to do. */
const SOON = { timeout: 15_000 } as const;

describe.skipIf(CHROMIUM === null || !isBuilt)('the sources of numbers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-sources-'));
  let server: ServerProcess;
  let browser: Browser;
  const noise: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(['--reference'], { AIRBRIDGE_HOME: join(folder, 'home'), PORT: await freePort() }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function reader(options: BrowserContextOptions): Promise<Page> {
    const page = patient(await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...options }));
    page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
    page.on('pageerror', (error) => void noise.push(error.message));
    await page.goto(server.url);
    await page.locator('.verdict b').first().waitFor();
    return page;
  }

  const isClosed = (page: Page): Promise<void> => page.locator('.popover').waitFor({ state: 'detached' });
  const focused = (page: Page): Promise<string> => page.evaluate<string>("document.activeElement.textContent || document.activeElement.getAttribute('aria-label')");
  const isInWindow = async (page: Page): Promise<boolean> => {
    const [card, view] = [await page.locator('.popover').boundingBox(), page.viewportSize()];
    return card !== null && view !== null && card.x >= 0 && card.y >= 0 && card.x + card.width <= view.width && card.y + card.height <= view.height;
  };
  const holdsFocus = (page: Page): Promise<boolean> => page.evaluate<boolean>("document.querySelector('.popover').contains(document.activeElement)");
  /** The number, read out of the card. */
  const told = (page: Page): Promise<string> => page.locator('.source .value').innerText();

  test.each([
    ['en-GB', 'mouse'],
    ['fr-FR', 'mouse'],
    ['en-GB', 'keyboard'],
    ['fr-FR', 'keyboard'],
    ['en-GB', 'touch'],
    ['fr-FR', 'touch'],
  ] as const)('open for each number: %s, by %s', async (locale, by) => {
    const page = await reader(by === 'touch' ? { locale, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, colorScheme: 'dark' } : { locale });
    try {
      const numbers = page.locator('main .figure');
      const count = await numbers.count();
      expect(count).toBeGreaterThan(15);
      for (let index = 0; index < count; index += 1) {
        const number = numbers.nth(index);
        const written = await number.innerText();
        if (by === 'mouse') await number.click();
        else if (by === 'touch') await number.tap();
        else await number.press('Enter');
        expect(await told(page)).toBe(written);
        expect(await number.getAttribute('aria-expanded')).toBe('true');
        await page.locator('.source li, .source:not(:has(ul)) > p:nth-of-type(3)').first().waitFor();
        await expect.poll(() => isInWindow(page), SOON).toBe(true);
        if (index === 1) {
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('.popover').analyze();
          expect(violations.map(({ id }) => id)).toEqual([]);
        }
        // Pressed again, or left by Escape: either closes it, and neither opens it anew.
        if (by === 'keyboard' || index % 2 === 0) await page.keyboard.press('Escape');
        else if (by === 'mouse') await number.click();
        else await number.tap();
        await isClosed(page);
        expect(await focused(page)).toBe(written);
      }
    } finally {
      await page.close();
    }
  });

  test('close when something else is pressed, and leave the focus there', async () => {
    const page = await reader({});
    try {
      await page.locator('#answer h1 .figure').first().click();
      await page.locator('.source li').first().waitFor();
      await page.getByRole('button', { name: 'FR', exact: true }).click();
      await isClosed(page);
      expect(await focused(page)).toBe('FR');
    } finally {
      await page.close();
    }
  });

  test('close when their number is pressed, however long the click takes to follow the press', async () => {
    const page = await reader({});
    try {
      const number = page.locator('#answer h1 .figure').first();
      await number.click();
      await page.locator('.source li').first().waitFor();
      // As a browser does it that lets other work in between the finger's leaving and the click.
      await page.evaluate<unknown>(`(async () => {
        const [number, card] = [document.querySelector('#answer h1 .figure'), document.querySelector('.popover')];
        number.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        card.hidePopover();
        await new Promise((then) => setTimeout(then, 200));
        number.click();
      })()`);
      await isClosed(page);
      await number.click();
      await page.locator('.source li').first().waitFor();
    } finally {
      await page.close();
    }
  });

  test('keep the keys that are pressed in them, and go round by Tab', async () => {
    const page = await reader({});
    try {
      await page.locator('#answer h1 .figure').first().press('Enter');
      await page.locator('.source li').first().waitFor();
      await expect.poll(() => focused(page), SOON).toContain('Where this number comes from');
      const stops = 1 + (await page.locator('.source a').count());
      for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press('Tab');
      expect(await page.evaluate<boolean>("document.activeElement.matches('.popover')")).toBe(true);
      await page.keyboard.press('Shift+Tab');
      expect(await holdsFocus(page)).toBe(true);
    } finally {
      await page.close();
    }
  });

  test('open from within the card of the map, which stays', async () => {
    const page = await reader({});
    try {
      const map = page.getByRole('group', { name: /Plus and minus zoom/ });
      const slovenia = page.getByRole('button', { name: /^Slovenia: needs/ });
      const card = page.getByRole('dialog', { name: 'Slovenia' });
      await slovenia.click();
      await card.waitFor();
      await page.keyboard.press('+');
      expect(await map.locator('svg > g > g').first().getAttribute('transform')).toBeNull();
      await card.locator('.figure').first().click();
      await page.locator('.source li').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.source').waitFor({ state: 'detached' });
      expect(await card.isVisible()).toBe(true);
      expect(await focused(page)).toContain('needs');
      await page.keyboard.press('Escape');
      await isClosed(page);
      expect(await focused(page)).toMatch(/^Slovenia: needs/);
      await slovenia.click();
      await card.waitFor();
      await slovenia.click();
      await isClosed(page);
    } finally {
      await page.close();
    }
  });

  test.each([
    ['light', 1440, 900, 'en-GB'],
    ['dark', 1440, 900, 'fr-FR'],
    ['light', 390, 844, 'fr-FR'],
    ['dark', 390, 844, 'en-GB'],
  ] as const)('have their picture taken: %s, %i px', async (colorScheme, width, height, locale) => {
    const page = await reader({ colorScheme, locale, viewport: { width, height } });
    try {
      for (const [name, place] of [['answer', '#answer h1 .figure >> nth=0'], ['ledger', '.ledger .figure >> nth=-1'], ['map', '.recipient >> nth=1']] as const) {
        const opener = page.locator(place);
        await opener.scrollIntoViewIfNeeded();
        await opener.press('Enter');
        await page.locator('.popover').waitFor();
        await expect.poll(() => isInWindow(page), SOON).toBe(true);
        if (name !== 'map') await page.locator('.source li').first().waitFor();
        if (PICTURES !== '') {
          mkdirSync(PICTURES, { recursive: true });
          await page.screenshot({ path: join(PICTURES, `source-${name}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`) });
        }
        await page.keyboard.press('Escape');
        await isClosed(page);
      }
    } finally {
      await page.close();
    }
  });

  test('left no error in the browser', () => expect(noise).toEqual([]));
});
