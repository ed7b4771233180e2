// The plan page with whole pallets: the replan form offers them, the plan made anew tells what each departure loads and is set
// beside the one that stands, and it is approved as it was asked for.

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const PLANNED = { timeout: 120_000 } as const;
const SOON = { timeout: 15_000 } as const;
/** Of a long table a dozen rows stand for the rest. */
const LONG = ':is(.lines, .fares) tbody tr:nth-child(n+12)';
const CHOICE = 'Load whole pallets: what goes together to a recipient takes and pays the pallets that it begins';

interface Recorded {
  readonly pallets?: readonly { readonly places: number; readonly filled: number }[];
}

describe.skipIf(!canLook('whole pallets in a browser'))('whole pallets in a browser', () => {
  let server: ServerProcess;
  let page: Page;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, page } = pages);
  });

  test('are asked for, seen on each departure, and approved', async () => {
    await page.goto(`${server.url}/plan`);
    await page.locator('.lines tbody tr').first().getByRole('button').click(PLANNED);
    expect(await page.getByRole('heading', { name: 'Pallets' }).count()).toBe(0);
    const box = page.getByRole('checkbox', { name: CHOICE });
    expect(await box.isChecked()).toBe(false);
    await box.check();
    expect(await page.getByRole('button', { name: 'Approve and freeze' }).isDisabled()).toBe(true);
    await box.uncheck();
    expect(await page.getByRole('button', { name: 'Approve and freeze' }).isDisabled()).toBe(false);
    await box.check();
    await page.getByRole('button', { name: 'Replan' }).click();
    await page.getByRole('heading', { name: 'Pallets' }).waitFor(PLANNED);
    await page.getByRole('heading', { name: 'Pallets' }).click();
    const summary = await page.locator('details', { has: page.getByRole('heading', { name: 'Pallets' }) }).innerText();
    expect(summary).toMatch(/\d+ places, \d+(\.\d+)? ?% filled/);
    expect(await page.getByRole('button', { name: 'Replan' }).count()).toBe(0);
    expect(await findings(page, LONG)).toEqual([]);
    await page.locator('table.pallets').scrollIntoViewIfNeeded();
    await keepPicture(page, 'plan-pallets', { whole: false });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page, LONG)).toEqual([]);
    expect(await hangsOver(page)).toBeLessThanOrEqual(0);
    await page.locator('table.pallets').scrollIntoViewIfNeeded();
    await keepPicture(page, 'plan-pallets-narrow', { whole: false });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.getByRole('button', { name: 'Approve and freeze' }).click(SOON);
    await page.getByLabel('Reason, for the journal').fill('the forwarder sells whole places');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText(/^Approved: \d+ facts recorded/).waitFor(PLANNED);
    const recorded = (await (await fetch(`${server.url}/api/v1/operations/liege-2020/plans/latest`)).json()) as Recorded;
    expect(recorded.pallets?.length).toBeGreaterThan(0);
    for (const { places, filled } of recorded.pallets ?? []) expect(filled).toBeLessThanOrEqual(places + 1e-6);
  }, 300_000);

  test('left no error in the browser', () => expect(noise).toEqual([]));
});
