// The plan page once a plan is approved and no line frozen: the replan form says how many lines people act on, plans anew around
// a cancelled departure so that they stay, shows what is changed all the same, and that plan is approved as it was asked for.

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const PLANNED = { timeout: 120_000 } as const;
const SOON = { timeout: 15_000 } as const;
/** Of a long table a dozen rows stand for the rest. */
const LONG = '.lines tbody tr:nth-child(n+12)';

interface Standing {
  readonly plan: string;
  readonly acted?: { readonly lines: number };
}

describe.skipIf(!canLook('a steady plan in a browser'))('a steady plan in a browser', () => {
  let server: ServerProcess;
  let page: Page;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, page } = pages);
  });
  const api = async <T>(path: string, body?: object): Promise<T> => {
    const reply = await fetch(`${server.url}/api/v1/operations/liege-2020/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': path }, body: JSON.stringify(body) });
    expect(reply.status).toBe(200);
    return (await reply.json()) as T;
  };

  test('keeps what people act on, says what changes, and is approved so', async () => {
    const before = await api<Standing>('standing-plan');
    expect(before.acted).toBeUndefined();
    await api(`plans/${before.plan}/approval`, { reason: 'seen by the cell', freeze: 'decided' });
    const { acted } = await api<Standing>('standing-plan');
    const lines = acted?.lines ?? 0;
    expect(lines).toBeGreaterThan(1);

    await page.goto(`${server.url}/plan`);
    await page.locator('.lines tbody tr').first().getByRole('button').click(PLANNED);
    const box = page.getByRole('checkbox', { name: `Keep what people act on: ${lines} approved lines leave within 24 h, and changing them counts` });
    await box.waitFor(SOON);
    expect(await page.getByRole('button', { name: 'Replan' }).count()).toBe(0);
    await box.check();
    expect(await page.getByRole('button', { name: 'Approve and freeze' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Replan' }).click();
    await page.locator('.changed').waitFor(PLANNED);
    expect(await page.locator('.changed').innerText()).toMatch(/What people act on\s+[\d,]+ of [\d,]+ cartons stay; the change counts €/);
    expect(await page.getByRole('button', { name: 'Replan' }).count()).toBe(0);
    expect(await findings(page, LONG)).toEqual([]);
    await keepPicture(page, 'plan-steady', { whole: false });

    await page.getByRole('button', { name: 'Approve and freeze' }).click();
    await page.getByLabel('Reason, for the journal').fill('as steady as can be');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText(/^Approved: \d+ facts recorded/).waitFor(PLANNED);
    expect(await api('plans/latest')).toMatchObject({ steady: { plan: before.plan, hours: 24, lines } });
  }, 240_000);

  test('left no error in the browser', () => expect(noise).toEqual([]));
});
