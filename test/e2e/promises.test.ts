// The page of promises as people use it: the 13th, 16th and 18th of March, numbers clicked to their facts, a position taken and struck
// out, a claim recorded with its source, once by keyboard alone. Free of axe's findings in both languages, light and dark, wide and narrow.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { newReader, READERS } from '../support/browser.ts';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const OP = 'liege-2020';
const AMOUNTS = 'amounts:P1:surgical-mask';
const PDF = Buffer.from('%PDF-1.4\n%the page as it was read\n');

describe.skipIf(!canLook('promises in a browser'))('promises in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;

  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
  });

  const shoot = (at: Page, name: string): Promise<void> => keepPicture(at, `promises-${name}`);
  const card = (contradiction: string, at = page) => at.locator(`[id="${contradiction}"]`);
  const answer = (at = page): Promise<string> => at.locator('#answer h1').innerText();
  const stateOf = async (contradiction: string): Promise<string | undefined> => {
    const report = await client.promises.report(OP, { asOf: '2020-03-16T19:40:00Z' });
    return report.ok ? report.value.contradictions.find((it) => it.contradiction === contradiction)?.state : undefined;
  };

  test.each([
    ['2020-03-13T23:00:00Z', /^500,000 of 2,000,000 masks for Europe have landed \(25%\)\. At risk, and no day can be named\. No contradiction waits for a position\.$/],
    ['2020-03-16T19:40:00Z', /^800,000 of 2,000,000 masks for Europe have landed \(40%\)\. On course, expected by .*2\d, \d\d:\d\d\. 2 contradictions wait for a position\.$/],
    ['2020-03-18T22:30:00Z', /^1,500,000 of 2,000,000 masks for Europe have landed \(75%\)\. On course, expected by .*2\d, \d\d:\d\d\. 1 contradiction waits for a position\.$/],
  ])('at %s the first line says share, verdict, expected day, and what is open', async (at, wanted) => {
    await page.goto(`${server.url}/promises?at=${at}`);
    // The verdict follows with the plan.
    await page.locator('#answer h1', { hasText: /On course|At risk/ }).waitFor({ timeout: 90_000 });
    expect(await answer()).toMatch(wanted);
    await shoot(page, at.slice(0, 10));
  });

  test('the ledger beside the bar adds up to what is promised', async () => {
    const rows = await page.locator('.meter .ledger').first().locator('tr').evaluateAll((all) => all.map((row) => Number((row.querySelector('.number')?.textContent ?? '').replaceAll(/\D/g, ''))));
    const sum = rows.pop();
    expect(rows.reduce((total, n) => total + n, 0)).toBe(sum);
    expect(sum).toBe(2_000_000);
  });

  test('a number leads to its facts, each with source and hour', async () => {
    await page.goto(`${server.url}/promises?at=2020-03-16T19:40:00Z`);
    await page.locator('#answer').getByRole('button', { name: '800,000' }).click();
    const source = page.locator('.source');
    await source.locator('li').nth(1).waitFor();
    expect(await source.innerText()).toMatch(/consignment\.arrived.*Fri 13 March, 21:30[\s\S]*consignment\.arrived.*Mon 16 March, 12:30/);
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'detached' });
  });

  test('1.8 million still printed on the 16th, beside the 2 million accepted', async () => {
    expect(await card(AMOUNTS).innerText()).toMatch(/open again[\s\S]*2,000,000 masks[\s\S]*accepted as the pledge[\s\S]*1,800,000 masks[\s\S]*Daily paper, Mon 16/);
    await card(AMOUNTS).getByRole('button', { name: 'Read the claim C14' }).first().click();
    await page.locator('.source li').first().waitFor();
    expect(await page.locator('.source').innerText()).toMatch(/claim\.recorded · Mon 16 March, 07:00/);
    await page.keyboard.press('Escape');
    const row = page.locator('.claims tr', { hasText: 'still prints 1.8 million' });
    expect(await row.innerText()).toMatch(/1,800,000 masks\s+2,000,000 masks\s+open again/);
  });

  test('a position is taken with its reason, by keyboard alone, and can be struck out', async () => {
    await card(AMOUNTS).getByRole('button', { name: 'Take another position' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('the donor has confirmed it in writing');
    await page.keyboard.press('Enter');
    await card(AMOUNTS).locator('h3', { hasText: 'position taken' }).waitFor({ timeout: 15_000 });
    expect(await stateOf(AMOUNTS)).toBe('settled');
    expect(await card(AMOUNTS).innerText()).toMatch(/accepted[\s\S]*by planner:[\s\S]*the donor has confirmed it in writing[\s\S]*1 earlier position/);
    await page.locator('.strike-out').getByRole('button', { name: /^Strike out/ }).click();
    await card(AMOUNTS).locator('h3', { hasText: 'open again' }).waitFor({ timeout: 15_000 });
    expect(await stateOf(AMOUNTS)).toBe('reopened');
  });

  test('another reading can be accepted; the first position stays in the history', async () => {
    await card('way:C07').getByRole('button', { name: 'Take a position' }).click();
    await card('way:C07').getByRole('radio', { name: /our ledger/ }).check();
    await card('way:C07').getByLabel('Why').fill('the waybill of CK217 says so');
    await card('way:C07').getByRole('button', { name: 'Take this position' }).click();
    await card('way:C07').locator('h3', { hasText: 'position taken' }).waitFor({ timeout: 15_000 });
    expect(await stateOf('way:C07')).toBe('settled');
    await card('way:C07').getByRole('button', { name: 'Strike the position out' }).click();
    await card('way:C07').getByLabel(/^Why it is struck out/).fill('asked again');
    await card('way:C07').getByRole('button', { name: 'Strike out' }).click();
    await card('way:C07').locator('h3', { hasText: 'open' }).waitFor({ timeout: 15_000 });
  });

  test('a claim without a source is refused with the remedy; with one it joins, and what it contradicts opens', async () => {
    await page.getByRole('button', { name: 'Record a claim' }).click();
    const form = page.getByRole('form', { name: 'Record a claim' });
    const code = await form.getByLabel('Code').inputValue();
    expect(code).toMatch(/^C-\w{6,}$/);
    await form.getByLabel('Code').fill('E2E-1');
    await form.getByLabel('Author').fill('Evening paper');
    await form.getByLabel('Channel').fill('article');
    await form.getByLabel('What was said, in our words').fill('2.2 million masks are promised.');
    await form.getByLabel('It tells of').selectOption('total');
    await form.getByLabel('Quantity').fill('2200000');
    await form.getByLabel('Said at').fill('2020-03-16T20:00');
    await form.getByRole('button', { name: 'Record a claim' }).click();
    await form.locator('.wrong', { hasText: 'a claim without a source is worth nothing: give its link' }).waitFor();
    await form.getByLabel(/^Link/).fill('https://paper.example/2-2-million');
    await form.getByLabel(/^Snapshot/).setInputFiles({ name: 'page.pdf', mimeType: 'application/pdf', buffer: PDF });
    await form.getByRole('button', { name: 'Record a claim' }).click();
    await card(AMOUNTS).locator('h3', { hasText: '1,800,000, 2,000,000 and 2,200,000' }).waitFor({ timeout: 15_000 });
    const report = await client.promises.report(OP, { asOf: '2020-03-16T19:40:00Z' });
    expect(report.ok && report.value.claims.find(({ claim }) => claim === 'E2E-1')).toMatchObject({ about: 'total', units: 2_200_000, pledge: 'P1', link: 'https://paper.example/2-2-million', snapshot: expect.stringMatching(/^[0-9a-f]{64}$/) as string, at: '2020-03-16T19:00:00.000Z' });
    expect(await page.locator('.claims tr', { hasText: '2.2 million' }).innerText()).toMatch(/Read it · snapshot/);
  });

  test('the same post again is shown as seen again, not counted twice', async () => {
    const before = await page.locator('#answer p').innerText();
    const draft = { kind: 'claim.recorded', occurredAt: '2020-03-16T19:10:00Z', body: { claim: 'E2E-2', author: 'A reader', channel: 'post', language: 'en', link: 'https://www.paper.example/2-2-million?utm_source=x', summary: 'Look: 2.2 million!', item: 'surgical-mask', units: 2_200_000, scope: 'EUROPE', pledge: 'P1', stance: 'contradicts', about: 'total' } } as const;
    expect((await client.record(OP, draft, 'e2e-again')).ok).toBe(true);
    await page.locator('.claims', { hasText: 'Also seen at' }).waitFor({ timeout: 30_000 });
    const count = (text: string): string | undefined => /(\d+) claims/.exec(text)?.[1];
    expect(count(await page.locator('#answer p').innerText())).toBe(count(before));
    expect(await page.locator('#answer p').innerText()).toMatch(/1 seen again and counted once/);
  });

  test('by donor, item and country; a row chosen is what the meter and its history show', async () => {
    await page.getByRole('button', { name: 'by country' }).click();
    await page.getByRole('button', { name: 'Show Italy, masks' }).click();
    await page.locator('.meter h3', { hasText: 'for Italy' }).waitFor();
    expect(await page.locator('.meter').innerText()).toMatch(/1,000,000 masks[\s\S]*ever landed\s+500,000/);
    await page.getByRole('button', { name: 'by pledge' }).click();
    await page.getByRole('button', { name: 'Show P2, France, masks' }).click();
    await page.locator('.meter h3', { hasText: 'P2, France' }).waitFor();
    await page.goto(`${server.url}/promises?at=2020-03-16T19:40:00Z`);
    await page.locator('.history svg[role=img]').first().waitFor();
    await page.getByText('As a table').click();
    await page.locator('.history tbody tr').first().locator('.figure').click();
    await page.locator('.source li').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('the cursor moves the page, and the address with it', async () => {
    await page.getByRole('slider', { name: 'Time cursor' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.as-of b', { hasText: /Mon 16 March, 2[12]:00/ }).waitFor();
    expect(page.url()).toMatch(/at=2020-03-16T/);
    await page.getByRole('button', { name: /^Back to/ }).click();
    await page.locator('.as-of b', { hasText: 'Mon 16 March, 20:40' }).waitFor();
  }, 30_000);

  test('before anything was promised it says so, and what to do', async () => {
    await page.goto(`${server.url}/promises?at=2020-03-01T02:00:00Z`);
    await page.locator('#answer h1', { hasText: 'Nothing has been promised at this instant.' }).waitFor();
    expect(await page.locator('.meter').innerText()).toMatch(/Move the cursor on, or import a pack/);
    expect(await findings(page)).toEqual([]);
  });

  test.each(READERS.map(({ colorScheme, locale, width }) => [colorScheme, locale, width] as const))('in %s, %s, %i px wide it is free of findings and nothing hangs over', async (colorScheme, locale, width) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/promises?at=2020-03-16T19:40:00Z`);
    await card(AMOUNTS, reader).waitFor();
    await card('way:C07', reader).getByRole('button').last().click();
    await reader.locator('.found details summary').first().click();
    await reader.locator('.history details summary').click();
    expect(await findings(reader)).toEqual([]);
    expect(await reader.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await shoot(reader, `${colorScheme}-${locale}-${width}`);
    await reader.close();
  });

  test('made no noise in the console but the one refusal', () => expect(noise).toEqual([expect.stringContaining('422') as string]));
});
