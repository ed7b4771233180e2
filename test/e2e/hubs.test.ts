// The page "Why this hub?" as somebody who doubts the choice uses it, in Chromium: hands in a sheet of three candidates, reads the verdict and
// the reasons, looks at the map, tries a change and sends the link. Each state is free of axe's findings.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import { REFERENCE } from '../support/packs.ts';
import type { ServerProcess } from './process.ts';

const PLANNED = { timeout: 240_000 } as const;
const SOON = { timeout: 20_000 } as const;
const [header = '', ...rows] = readFileSync(new URL('../hubs/candidates.csv', REFERENCE), 'utf8').trim().split('\n');
const sheet = (lines: readonly string[]) => ({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) });
const THREE = rows.filter((row) => /^(BELGG|NLAMS|ITMXP)/.test(row));

describe.skipIf(!canLook('why this hub, in a browser'))('why this hub, in a browser', () => {
  let server: ServerProcess;
  let page: Page;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, page } = pages);
    await page.goto(`${server.url}/hubs`);
    await page.getByRole('button', { name: 'Try every candidate' }).waitFor(PLANNED);
  });
  const clean = async (name: string): Promise<void> => {
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, `hubs-${name}`, { whole: true });
  };
  const ask = async (lines: readonly string[]): Promise<void> => {
    await page.getByLabel('Your own candidates').setInputFiles(sheet(lines));
    await page.getByRole('button', { name: 'Try every candidate' }).click();
  };

  test('says what it would do, and is reached from the plan', async () => {
    await clean('empty');
    await page.goto(`${server.url}/plan`);
    await page.getByRole('link', { name: 'Why this hub? And what if …' }).click(SOON);
    await page.getByRole('button', { name: 'Try every candidate' }).waitFor(SOON);
  }, 240_000);

  test('a sheet with a mistake is explained', async () => {
    await ask([(THREE[0] ?? '').replace('50.6376', 'north')]);
    await expect.poll(() => page.getByRole('alert').innerText(), SOON).toContain('mine.csv, row 2, column latitude: latitude is "north", which cannot be read. write degrees north');
    await clean('mistake');
  });

  test('three candidates are ranked, with the verdict in one line and the reasons under a row', async () => {
    await ask(THREE);
    await page.locator('.ranking tbody tr').first().waitFor(PLANNED);
    expect(await page.locator('#answer h1').innerText()).toMatch(/^Liège Airport comes first/);
    expect(await page.locator('.verdict').innerText()).toContain('The claim holds: of 3 choices');
    expect(await page.locator('.ranking tbody tr:not(.acts)').count()).toBe(3);
    await page.getByRole('button', { name: 'Look at Milan Malpensa', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.because').innerText()).toMatch(/^Liège Airport beats Milan Malpensa by/);
    await page.getByRole('button', { name: 'rail' }).click();
    await expect.poll(() => page.locator('.isochrone').count(), SOON).toBeGreaterThan(0);
    await clean('ranked');
  }, 300_000);

  test('in French, in the dark, and on a phone nothing is cut off', async () => {
    await page.getByRole('button', { name: 'FR', exact: true }).click();
    await expect.poll(() => page.locator('#answer h1').innerText(), SOON).toMatch(/^Liège Airport vient en tête/);
    await page.locator('.top .end button.plain').first().click();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean('phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'EN', exact: true }).click();
  });

  test('a change is tried, stands in the address, and the address asks it again', async () => {
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('button', { name: 'Plan both' }).click();
    await page.locator('.what-if tbody tr').first().waitFor(PLANNED);
    expect(await page.locator('.what-if').innerText()).toContain('needs 20% higher');
    expect(page.url()).toContain('changes=need');
    const before = await page.locator('.what-if tbody').first().innerText();
    await page.goto(page.url());
    await page.locator('.what-if tbody tr').first().waitFor(PLANNED);
    expect(await page.locator('.what-if tbody').first().innerText()).toBe(before);
    await clean('what-if');
  }, 300_000);

  test('a what-if is kept under a name, opened by it after a reload, and struck out', async () => {
    await page.getByLabel('Keep it as').fill('A fifth more');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('link', { name: 'A fifth more' }).waitFor(SOON);
    await page.goto(`${server.url}/hubs`);
    await page.getByRole('link', { name: 'A fifth more' }).click(SOON);
    await page.locator('.what-if tbody tr').first().waitFor(PLANNED);
    expect([page.url(), await page.locator('.what-if .changes').innerText()]).toEqual([expect.stringContaining('changes=need'), expect.stringContaining('needs 20% higher')]);
    await clean('kept');
    await page.getByRole('button', { name: 'Strike out A fifth more' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.what-if').innerText(), SOON).toContain('None is kept yet.');
    expect(await page.locator('.what-if tbody tr').count()).toBeGreaterThan(0);
  }, 300_000);

  test('nothing in the console', () => expect(noise).toEqual([]));
});
