// The public page as a reader without an account meets it, and without a script: the answer at three instants, every number visited,
// the accessibility tree read, a phone, print, right to left; and what other programs read. Each state is free of axe's findings.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublicStory } from '../../src/http/contract/public.ts';
import { CHROMIUM, launchBrowser, patient, READERS, sayThatItIsMissing } from '../support/browser.ts';
import { CHECKOUT, freePort, serve, type ServerProcess } from './process.ts';

const isBuilt = existsSync(join(CHECKOUT, 'dist', 'public', 'render.js'));
if (CHROMIUM === null) sayThatItIsMissing('the public page in a browser');
else if (!isBuilt) process.stderr.write('SKIPPED: the public page in a browser: dist/public is not built. node scripts/setup.mjs builds it.\n');

/** Pictures are kept where PICTURES names a folder. */
const PICTURES = process.env['PICTURES'] ?? '';
const PATH = '/p/liege-2020';

describe.skipIf(CHROMIUM === null || !isBuilt)('the public page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-public-'));
  let server: ServerProcess;
  let browser: Browser;
  beforeAll(async () => {
    const port = await freePort();
    [server, browser] = await Promise.all([serve(['--reference'], { AIRBRIDGE_HOME: join(folder, 'home'), PORT: port }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const reader = async (path: string, { width = 1440, scheme = 'light', script = false }: { readonly width?: number; readonly scheme?: 'light' | 'dark'; readonly script?: boolean } = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script, locale: 'en-GB', reducedMotion: 'reduce' });
    const page = patient(await context.newPage());
    await page.goto(`${server.url}${PATH}${path}`);
    return page;
  };
  const story = async (at: string): Promise<PublicStory> => (await (await fetch(`${server.url}${PATH}/data.json?at=${at}`)).json()) as PublicStory;
  const keep = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === '') return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  test.each([
    ['2020-03-13', '25%', 'At risk', 'no day can be named yet'],
    ['2020-03-16', '40%', 'On course', 'all expected by Fri 27 March'],
    ['2020-03-18', '75%', 'On course', 'all expected by'],
  ])('answers on %s without a script: %s landed, %s', async (at, share, verdict, expected) => {
    const page = await reader(`?at=${at}&lang=en`);
    expect(await page.locator('.lead').innerText()).toContain(`have landed, ${share}`);
    expect(await page.locator('.verdict b').innerText()).toBe(verdict);
    expect(await page.locator('.verdict .expected').innerText()).toContain(expected);
    expect(await page.locator('.question').first().innerText()).toContain(`${Number(at.slice(8))} March 2020`);
    await page.context().close();
  });

  test('leads from every number to the fact or the sum behind it', async () => {
    const page = await reader('?lang=en');
    const numbers = await page.locator('a[data-figure]').evaluateAll((links) => links.map((link) => ({ href: (link as unknown as { readonly href: string }).href, value: Number(link.getAttribute('data-value')), key: link.getAttribute('data-figure') ?? '' })));
    expect(numbers.length).toBeGreaterThan(100);
    // Whatever else looks like an amount stands inside a link as well; dates and hours are not amounts.
    const loose = await page.locator('main').evaluate((main) => {
      const amounts: string[] = [];
      const walker = main.ownerDocument.createTreeWalker(main, 4);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (/\d{1,3}(,\d{3})+/.test(node.textContent ?? '') && node.parentElement?.closest('a, svg') === null) amounts.push(node.textContent ?? '');
      return amounts;
    });
    // What was said elsewhere is quoted with its own figures.
    const said = (await story('')).others.map(({ summary }) => summary);
    expect(loose.filter((text) => !said.includes(text))).toEqual([]);
    await page.context().close();

    const seen = new Map<string, string>();
    const wrong: string[] = [];
    for (const { href, value, key } of numbers) {
      if (!seen.has(href)) {
        const answer = await fetch(href);
        seen.set(href, answer.status === 200 ? await answer.text() : '');
      }
      const text = (seen.get(href) ?? '').replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
      const written = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value);
      if (!text.includes(written)) wrong.push(`${key} = ${written}: not on ${href}`);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(60);
  });

  test('adds up on every figure page, term by term', async () => {
    for (const at of ['', '2020-03-18']) {
      const { arithmetic, answer } = await story(at);
      for (const { figure, how, terms } of arithmetic) if (how === 'sum') expect(Math.round(terms.reduce((sum, { value }) => sum + value, 0)), figure.key).toBe(figure.value);
      expect(Object.values(answer?.parts ?? {}).reduce((sum, { value }) => sum + value, 0)).toBe((answer?.promised.value ?? 0) + (answer?.surplus.value ?? 0));
    }
  });

  test.each(READERS.map(({ locale, colorScheme, width }) => [locale.slice(0, 2), colorScheme, width] as const))('is free of findings in %s, %s, at %d px, and scrolls one way only', async (lang, scheme, width) => {
    for (const path of [`?lang=${lang}`, `/promise/P1?lang=${lang}`, `/figures/${encodeURIComponent('P1:surgical-mask:landed')}?lang=${lang}`, `/thanks/IT-PC?at=2020-03-18&lang=${lang}`, `/card?lang=${lang}`]) {
      const page = await reader(path, { width, scheme, script: true });
      const looked = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).options({ resultTypes: ['violations'] }).analyze();
      expect(looked.violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      await keep(page, `public${path.split('?')[0]?.replaceAll(/\W+/g, '-') ?? ''}-${lang}-${scheme}-${width}`);
      await page.context().close();
    }
  });

  test('is read aloud in order: one title, headings that descend, numbers with their units', async () => {
    const page = await reader('?lang=en', { script: true });
    const tree = await page.locator('body').ariaSnapshot();
    const headings = [...tree.matchAll(/heading "([^"]+)" \[level=(\d)\]/g)].map(([, name, level]) => ({ name, level: Number(level) }));
    expect(headings[0]).toEqual({ name: 'Two million surgical masks promised to Europe. Two fifths have landed.', level: 1 });
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
    for (const [index, { level }] of headings.entries()) expect(level - (headings[index - 1]?.level ?? level)).toBeLessThanOrEqual(1);
    expect(tree).toContain('link "800,000 surgical masks"');
    // By its patients, 11,025 × 11.6 + 1,851 × 19.0; and what its recipients ask for.
    expect(tree).toContain('link "163,059 surgical masks a day"');
    expect(tree).toContain('link "190,855 surgical masks a day"');
    expect(tree).toContain('link "11,025 people"');
    expect(tree).toMatch(/img "1,000 squares: On the way 200,000, At the hub 600,000, On a waybill 1,200,000"/);
    await page.context().close();
  });

  test('is laid out from right to left, and its map is not mirrored', async () => {
    const [left, right] = [await reader('?lang=en'), await reader('?lang=en&dir=rtl')];
    const x = async (page: Page, selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())?.x ?? NaN;
    expect(await x(left, '.top .mark')).toBeLessThan(await x(left, '.top nav'));
    expect(await x(right, '.top .mark')).toBeGreaterThan(await x(right, '.top nav'));
    const map = (page: Page): Promise<string> => page.locator('svg.map.wide .land').evaluate((path) => path.getAttribute('d') ?? '');
    expect(await map(right)).toBe(await map(left));
    await keep(right, 'public-rtl');
    await Promise.all([left.context().close(), right.context().close()]);
  });

  describe('check it yourself', () => {
    const check = async (page: Page): Promise<{ readonly steps: readonly string[]; readonly status: string }> => {
      const place = page.locator('[data-check]');
      await place.getByRole('button').click();
      await place.locator('button:not([aria-disabled])').waitFor();
      return { steps: await place.locator('li').evaluateAll((lines) => lines.map((line) => `${line.getAttribute('data-state')}: ${line.textContent}`)), status: await place.getByRole('status').innerText() };
    };

    test.each(['', '&at=2020-03-18'])('hashes every leaf in the browser, adds them up, and finds the page to say the same (%s); the next time it goes on from there', async (at) => {
      const page = await reader(`?lang=en${at}`, { script: true });
      const asked: string[] = [];
      page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
      const first = await check(page);
      const { head, promises } = await story(at.slice(4));
      expect(first.steps[1]).toBe(`done: ${new Intl.NumberFormat('en').format(head)} leaves hashed; together they give the signed root`);
      expect(first.steps[4]).toBe(`done: ${promises.length * 10} numbers on this page are those of the leaves`);
      expect(first.status).toMatch(/^It holds\./);
      expect(first.status).toContain('the next check shows whether anything was changed since');
      expect(asked.filter((path) => path.startsWith('/log/liege-2020/tile/entries/'))).toHaveLength(Math.ceil(head / 256));
      expect((await check(page)).status).toContain('goes on from the log that this browser checked before');
      await keep(page, `public-check${at}`);
      await page.context().close();
    });

    test('finds a leaf that was changed, and a page that says something else than the leaves', async () => {
      const changed = await reader('?lang=en', { script: true });
      await changed.route('**/tile/entries/000', async (route) => {
        const content = await (await route.fetch()).body();
        content[1000] = (content[1000] ?? 0) ^ 1;
        await route.fulfill({ body: content, contentType: 'application/octet-stream' });
      });
      const found = await check(changed);
      expect(found.steps[1]).toMatch(/^fails/);
      expect(found.status).toMatch(/^It does not hold\./);
      expect(found.status).toContain('tile/');
      await changed.context().close();

      const other = await reader('?lang=fr', { script: true });
      await other.locator('[data-check] script[type="application/json"]').evaluate((script) => void (script.textContent = (script.textContent ?? '').replace('"everLanded":800000', '"everLanded":900000')));
      const { steps, status } = await check(other);
      expect(steps[4]).toMatch(/^fails/);
      expect(status).toContain('cette page dit autre chose de P1 surgical-mask');
      await other.context().close();
    });

    test('without a script there is the command, and no button that does nothing', async () => {
      const page = await reader('?lang=en');
      expect(await page.locator('[data-check] button').isVisible()).toBe(false);
      expect(await page.locator('[data-check] code').innerText()).toMatch(/^npx airbridge verify http:\/\/\S+\/log\/liege-2020$/);
      await page.context().close();
    });
  });

  test('prints to PDF with its numbers', async () => {
    const page = await reader('?lang=en');
    const pdf = await page.pdf({ format: 'A4', printBackground: true, ...(PICTURES !== '' && { path: join(PICTURES, 'public.pdf') }) });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
    await page.context().close();
  });
});
