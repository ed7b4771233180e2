// Several kept what-ifs side by side on the page "Why this hub?", in Chromium: chosen, planned, one of them not to be tried; sorted by the
// keyboard, the best in bold, copied, printed, one opened by itself. Each state is free of axe's findings, light and dark, wide and narrow.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient } from '../../src/client/client.ts';
import { invariant } from '../../src/domain/result.ts';
import { newReader } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference, wrongOnPaper } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const LIEGE = 'liege-2020';
const PLANNED = { timeout: 240_000 } as const;
const SOON = { timeout: 20_000 } as const;
const KEPT = [
  ['A fifth more', [{ kind: 'need', times: 1.2 }]],
  // F1 left on 13 March: a day later has passed.
  ['An early flight', [{ kind: 'flight', like: 'F1', days: 1, times: 1 }]],
  ['Trains', [{ kind: 'rail' }]],
] as const;

describe.skipIf(!canLook('several what-ifs, in a browser'))('several what-ifs, in a browser', () => {
  let server: ServerProcess;
  let page: Page;
  let browser: Browser;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    await page.goto(`${server.url}/hubs`);
    await page.getByText('None is kept yet.').waitFor(PLANNED);
    // A reader whose page is open sees what another keeps.
    await keep(KEPT);
    await page.getByRole('link', { name: 'Trains' }).waitFor(SOON);
  });
  const keep = async (what: readonly (readonly [name: string, changes: readonly object[]])[]): Promise<void> => {
    const facts = what.map(([name, changes]) => ({ kind: 'what-if.kept', body: { name, changes }, occurredAt: '2020-03-16T10:00:00Z', by: 'planner' }) as const);
    const entered = await airbridgeClient({ url: server.url }).recordAll(LIEGE, { facts }, `e2e-what-ifs-${what.length}`);
    invariant(entered.ok, JSON.stringify(entered));
  };
  const rows = (at = page): Promise<string[]> => at.locator('.several tbody th').evaluateAll((cells) => cells.map((it) => it.firstElementChild?.textContent ?? it.textContent ?? ''));
  const chosen = (name: string) => page.getByRole('checkbox', { name: `Compare ${name}` });

  test('nothing is compared before something is chosen; all are chosen at once', async () => {
    const go = page.getByRole('button', { name: 'Compare side by side' });
    expect(await go.isDisabled()).toBe(true);
    await chosen('Trains').focus();
    await page.keyboard.press('Space');
    expect([await go.isDisabled(), await page.getByText('1 chosen').count()]).toEqual([false, 1]);
    await page.getByRole('checkbox', { name: 'All' }).check();
    expect(await chosen('A fifth more').isChecked()).toBe(true);
    expect(await findings(page)).toEqual([]);
    await go.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Planning each.').waitFor(SOON);
    await page.locator('.several tbody tr').first().waitFor(PLANNED);
  }, 300_000);

  test('each has a row beside the operation as it stands; the one that cannot be tried says why', async () => {
    expect(await rows()).toEqual(['As it stands', 'A fifth more', 'An early flight', 'Trains']);
    const [, more = '', early = ''] = await page.locator('.several tbody tr').allInnerTexts();
    expect(more).toMatch(/needs 20% higher[^]*−[\d.]+ points/);
    expect(early).toMatch(/a day after F1 lies before Mon 16 Mar 2020, 19:40 UTC\. name more days, or a later flight\./);
    expect(await page.locator('.several tbody b').count()).toBeGreaterThan(3);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'what-ifs-wide');
  });

  test('it is sorted by any column, by the keyboard; the operation stays first, what has no figure last', async () => {
    const cost = page.getByRole('button', { name: 'Sort by Cost' });
    const euros = (): Promise<number[]> => page.locator('.several td[data-label="Cost"]').evaluateAll((cells) => cells.map((it) => Number((it.firstChild?.textContent ?? '').replaceAll(/\D/g, ''))));
    await cost.focus();
    await page.keyboard.press('Enter');
    const [standing, ...up] = await euros();
    expect([(await rows())[0], (await rows())[3], up.slice(0, 2)]).toEqual(['As it stands', 'An early flight', up.slice(0, 2).toSorted((a, b) => a - b)]);
    await page.keyboard.press('Enter');
    expect(await euros()).toEqual([standing, ...up.slice(0, 2).toReversed(), up[2]]);
    expect(await page.locator('.several th[aria-sort="descending"]').innerText()).toMatch(/^Cost/);
    await page.getByRole('button', { name: 'Sort by What-if' }).click();
    expect(await rows()).toEqual(['As it stands', 'A fifth more', 'An early flight', 'Trains']);
  });

  test('it is copied for a spreadsheet, and printed without its buttons', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.several').getByRole('button', { name: 'Copy as a table' }).click(SOON);
    await page.getByText('4 lines copied').waitFor();
    const copied = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n').map((line) => line.split('\t'));
    expect(copied.map((cells) => [cells[0], cells[1], cells.length])).toEqual([['What-if', 'Changes', 11], ['As it stands', '', 11], ['A fifth more', 'needs 20% higher', 11], ['An early flight', 'another flight like F1, a day later', 11], ['Trains', 'trains instead of trucks', 11]]);
    expect(await wrongOnPaper(page)).toEqual([]);
  });

  test('a name opens its comparison by itself, with the same figures, and the table stays', async () => {
    await page.locator('.several').getByRole('link', { name: 'A fifth more' }).click();
    const single = page.getByRole('group', { name: 'What if?' }).getByRole('row', { name: /^Cost/ });
    await single.waitFor(PLANNED);
    expect(page.url()).toContain('changes=need');
    const [, changed] = await single.getByRole('cell').allInnerTexts();
    expect(await page.locator('.several tbody tr').nth(1).locator('td[data-label="Cost"]').innerText()).toContain(changed ?? 'nothing');
    expect(await rows()).toHaveLength(4);
  }, 300_000);

  test.each([
    ['dark', 'fr-FR', 1440],
    ['light', 'en-GB', 390],
    ['dark', 'fr-FR', 390],
  ] as const)('%s, %s, %d px wide: nothing is cut off, and axe finds nothing', async (colorScheme, locale, width) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/hubs`);
    await reader.locator('.choosing').getByRole('checkbox').check(PLANNED);
    await reader.locator('.choosing button').click();
    await reader.locator('.several tbody tr').first().waitFor(PLANNED);
    expect(await rows(reader)).toEqual([locale === 'fr-FR' ? 'Tel quel' : 'As it stands', 'A fifth more', 'An early flight', 'Trains']);
    expect(await hangsOver(reader)).toBeLessThanOrEqual(0);
    expect(await findings(reader)).toEqual([]);
    await keepPicture(reader, `what-ifs-${colorScheme}-${width}`);
    await reader.close();
  }, 300_000);

  test('when somebody records more, the same is asked again, and what was answered stands meanwhile', async () => {
    await keep(Array.from({ length: 10 }, (_, k) => [`More ${k}`, [{ kind: 'need', times: 1 + (k + 1) / 100 }]] as const));
    await page.getByRole('link', { name: 'More 9' }).waitFor(SOON);
    await page.getByText('Planning each.').waitFor(SOON);
    expect(await rows()).toHaveLength(4);
    await page.locator('.choosing ~ .waiting').getByRole('button').click(SOON);
    await page.getByText('Given up; nothing was changed.').waitFor(SOON);
  });

  test('thirteen are too many at once, and twelve are not', async () => {
    const go = page.getByRole('button', { name: 'Compare side by side' });
    await page.getByRole('checkbox', { name: 'All' }).check();
    expect([await go.isDisabled(), await page.locator('.choosing').innerText()]).toEqual([true, expect.stringContaining('13 chosen: 12 at once are the most.')]);
    await chosen('More 9').uncheck();
    expect([await go.isDisabled(), await page.getByRole('checkbox', { name: 'All' }).isChecked()]).toEqual([false, false]);
  });

  test('nothing in the console', () => expect(noise).toEqual([]));
});
