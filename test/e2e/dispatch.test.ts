// The dispatch page as a person uses it, in Chromium: an order verified, accepted, loaded, sent and delivered in parts by mouse
// and by keyboard, refused with a reason, undone; both languages, a phone. Each state is free of axe's findings.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { newReader, READERS } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference, wrongOnPaper } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const OP = 'liege-2020';
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe.skipIf(!canLook('the dispatch page in a browser'))('the dispatch page in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
    const hub = await client.hub.board(OP);
    const lot = hub.ok ? hub.value.stock.find(({ units, recalled }) => units.available >= 3000 && !recalled) : undefined;
    if (lot === undefined) throw new Error('the reference operation has free stock');
    for (const [dispatch, units] of [['D-TEST-1', 2000], ['D-TEST-2', 1000]] as const) {
      const released = await client.record(OP, { kind: 'dispatch.released', occurredAt: '2020-03-16T19:30:00Z', body: { dispatch, place: 'BELGG', recipient: 'IT-PC', lot: lot.lot, units, route: ['CH-FCO-0316-1'] } }, `e2e-${dispatch}`);
      if (!released.ok) throw new Error(released.error.message);
    }
    await page.goto(`${server.url}/dispatch`);
  });

  const order = (name = 'D-TEST-1') => page.locator(`#${name}`);
  const state = (name = 'D-TEST-1'): Promise<string> => order(name).locator('.state').innerText();
  const becomes = (name: string, wanted: string): Promise<void> => order(name).locator('.state', { hasText: new RegExp(`^${wanted}$`) }).waitFor({ timeout: 15_000 });
  const step = async (name: string, button: string, wanted: string, at = '2020-03-16T20:40'): Promise<void> => {
    await order(name).getByRole('button', { name: button, exact: true }).click();
    await order(name).getByLabel('When').fill(at);
    await order(name).getByRole('button', { name: 'Enter', exact: true }).click();
    await becomes(name, wanted);
  };
  const shoot = (at: Page, name: string): Promise<void> => keepPicture(at, `dispatch-${name}`);

  test('answers in the first line what leaves next, what is late, what was not confirmed', async () => {
    await order().waitFor();
    expect(await page.locator('#answer h1').innerText()).toMatch(/^No departure is ahead\. 2 orders missed their departure\. 2 orders are late\. Every delivery that was due is confirmed\.$/);
  });
  test('tells what stands in an order’s way before anybody verifies it', async () => {
    expect(await order().locator('.obstacles').innerText()).toMatch(/departure CH-FCO-0316-1 has left without it/);
  });
  test('lists the load of each departure against what it holds', async () => {
    expect(await page.locator('.load-list').first().innerText()).toMatch(/of 33/);
  });
  test('takes an order from ordered to the road by keyboard', async () => {
    await order().getByRole('button', { name: 'Verify', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await becomes('D-TEST-1', 'verified');
    await step('D-TEST-1', 'Accept', 'accepted');
    await step('D-TEST-1', 'Loaded', 'loaded');
    await step('D-TEST-1', 'Departed', 'on the road', '2020-03-16T20:33');
  });
  test('undoes the last step by a correction', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await becomes('D-TEST-1', 'loaded');
    await step('D-TEST-1', 'Departed', 'on the road', '2020-03-16T20:33');
  }, 30_000);
  test('takes a delivery in parts, with who signed and a photo, and keeps the name out of the journal', async () => {
    await shoot(page, 'road-1440');
    await order().getByRole('button', { name: 'Record delivery' }).click();
    await order().getByLabel(/^Units of/).fill('1200');
    await order().getByLabel(/Unloading goes on/).check();
    await order().getByLabel('When').fill('2020-03-16T20:35');
    await order().getByLabel('Signed by').fill('Anna Rossi');
    await order().locator('input[type=file]').setInputFiles({ name: 'pallet.png', mimeType: 'image/png', buffer: PHOTO });
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'delivery-1440');
    await order().getByRole('button', { name: 'Enter', exact: true }).click();
    await becomes('D-TEST-1', 'partly delivered');
    const journal = await client.facts(OP, { after: 2184, limit: 1000 });
    const delivered = journal.ok ? journal.value.facts.find(({ kind }) => kind === 'dispatch.delivered') : undefined;
    expect(delivered).toMatchObject({ evidence: [{ title: 'pallet.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }], body: { units: 1200, partial: true, signedBy: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
    expect(JSON.stringify(journal)).not.toContain('Rossi');
  }, 30_000);
  test('asks for the report number of a theft, then records it', async () => {
    await order().getByRole('button', { name: 'Something went wrong' }).click();
    await order().getByLabel('What happened').selectOption('stolen');
    await order().getByLabel('Units', { exact: true }).fill('300');
    await order().getByRole('button', { name: 'Enter', exact: true }).click();
    expect(await order().innerText()).toMatch(/A theft or a seizure has a report number/);
    await order().getByLabel('When').fill('2020-03-16T20:36');
    await order().getByLabel('Report number').fill('PV 4711');
    await order().getByRole('button', { name: 'Enter', exact: true }).click();
    await page.locator('.said', { hasText: 'Stolen: D-TEST-1.' }).waitFor();
  }, 30_000);
  test('shows the photo and who signed beside the order, opens it in place, and hands it out as what it is', async () => {
    await order().getByText('1 proof, signed').click();
    await order().getByRole('button', { name: 'Open Delivery, pallet.png' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delivery, pallet.png' });
    await dialog.getByRole('img').waitFor();
    await expect.poll(() => dialog.getByRole('img').evaluate((image) => (image as unknown as { readonly naturalWidth: number }).naturalWidth)).toBe(1);
    const address = await dialog.getByRole('img').getAttribute('src');
    const file = await fetch(`${server.url}${address ?? ''}`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition'), Buffer.from(await file.arrayBuffer()).equals(PHOTO)]).toEqual([200, 'image/png', 'inline; filename="pallet.png"', true]);
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'proof-1440');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect((await fetch(`${server.url}/api/v1/operations/${OP}/evidence/${'0'.repeat(64)}`)).status).toBe(404);
  }, 30_000);
  test('a theft is made good from stock by an order that names it, and each leads to the other', async () => {
    const loss = page.locator('.losses li', { hasText: 'PV 4711' });
    expect(await loss.innerText()).toMatch(/300 are not made good yet/);
    await loss.getByRole('button', { name: 'Make it good' }).click();
    const form = page.getByRole('form', { name: 'Make it good' });
    await form.getByLabel('Units').fill('300');
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'replace-1440');
    await form.getByRole('button', { name: 'Enter', exact: true }).click();
    await loss.getByText('300 made good by').waitFor();
    const board = await client.onward.board(OP);
    const replaced = board.ok ? board.value.losses.find(({ reference }) => reference === 'PV 4711') : undefined;
    expect(replaced).toMatchObject({ kind: 'goods.lost', dispatch: 'D-TEST-1', recipient: 'IT-PC', open: 0, replacedBy: [{ kind: 'dispatch', units: 300 }] });
    const name = replaced?.replacedBy[0]?.name ?? '';
    expect(await order(name).innerText()).toMatch(/makes good 300 lost, D-TEST-1/);
    await order(name).getByRole('link', { name: /^makes good/ }).click();
    expect(page.url()).toContain(`#loss-${replaced?.seq ?? ''}`);
    await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
    await loss.getByText('300 are not made good yet').waitFor();
  });
  test('takes the rest, and the order is delivered', async () => {
    await step('D-TEST-1', 'Record delivery', 'delivered');
  }, 30_000);
  test('refuses an order only with a reason', async () => {
    await order('D-TEST-2').getByRole('button', { name: 'Refuse', exact: true }).click();
    await page.keyboard.press('Enter');
    expect(await order('D-TEST-2').innerText()).toMatch(/Say why/);
    await order('D-TEST-2').getByLabel('Reason').fill('export authorisation missing');
    await page.keyboard.press('Enter');
    await becomes('D-TEST-2', 'refused');
    expect(await state('D-TEST-2')).toBe('refused');
    expect(await order('D-TEST-2').innerText()).toMatch(/Refused: export authorisation missing/);
  }, 30_000);
  test('says why a plan that nobody approved cannot be released', async () => {
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.locator('.release .wrong', { hasText: 'has not been approved' }).waitFor();
  });
  test('on paper it is the load lists, without a button', async () => expect(await wrongOnPaper(page)).toEqual([]));
  test.each(READERS.map(({ colorScheme, locale, width }) => [colorScheme, locale, width] as const))('in %s, %s, %i px wide it is free of findings and nothing hangs over', async (colorScheme, locale, width) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/dispatch`);
    await reader.locator('#D-TEST-1').waitFor();
    expect(await findings(reader)).toEqual([]);
    expect(await hangsOver(reader)).toBeLessThanOrEqual(0);
    await shoot(reader, `${colorScheme}-${locale}-${width}`);
    await reader.close();
  });
  test('made no noise in the console but the one refusal', () => expect(noise).toEqual([expect.stringContaining('409') as string]));
});
