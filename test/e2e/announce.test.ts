// The page Announce as a person uses it, in Chromium: sentences chosen, a number in free words refused, a text approved and
// published, what a correction makes of it, and the correction drafted. Each state is free of axe's findings.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { newReader } from '../support/browser.ts';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const OP = 'liege-2020';

describe.skipIf(!canLook('the page Announce in a browser'))('the page Announce in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;

  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
    await page.goto(`${server.url}/announce`);
  });

  const shoot = (at: Page, name: string): Promise<void> => keepPicture(at, `announce-${name}`);
  const text = (): Promise<string> => page.locator('.text blockquote').innerText();

  test('drafts what the ledger holds, each number with its facts', async () => {
    await page.locator('.text blockquote').waitFor();
    expect(await text()).toContain('800,000 of the 2,000,000 surgical masks promised to Europe have landed');
    await page.locator('.sentences .figure').first().click();
    await page.locator('.source li').first().waitFor();
    expect(await page.locator('.source .value').innerText()).toBe('800,000');
    await page.keyboard.press('Escape');
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'draft');
  });

  test('leaves a sentence out by keyboard', async () => {
    await page.getByRole('checkbox', { name: /Italy needs/ }).focus();
    await page.keyboard.press('Space');
    expect(await text()).not.toContain('Italy needs');
  });

  test('refuses a number in free words and says what to do', async () => {
    await page.getByLabel('A sentence of your own, without numbers').fill('We expect 3 more flights.');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('button', { name: 'Approve this text' }).click();
    const refused = page.locator('.text [role=alert]');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('3: a number stands in free words; leave it out');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take it out' }).click();
  });

  test('approves and publishes', async () => {
    await page.getByLabel('A sentence of your own, without numbers').fill('Questions go to the press office.');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByLabel('Name', { exact: true }).fill('monday-evening');
    await page.getByRole('button', { name: 'Approve this text' }).click();
    await page.locator('.texts h3', { hasText: 'monday-evening' }).waitFor();
    expect(await page.locator('#answer h1').innerText()).toBe('1 approved text waits to be published.');
    await page.getByLabel(/Where it is published/).fill('https://example.org/news/1');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.locator('.texts .state', { hasText: 'published' }).waitFor();
    expect(await page.locator('#answer h1').innerText()).toBe('1 text is published, and says what the record holds.');
    expect(await findings(page)).toEqual([]);
  });

  test('tells when a correction has made it wrong, and drafts the correction', async () => {
    const pages = await Promise.all([0, 1000, 2000].map((after) => client.facts(OP, { after, limit: 1000 })));
    const pledged = pages.flatMap((read) => (read.ok ? read.value.facts : [])).find((fact) => fact.kind === 'pledge.made' && fact.body.pledge === 'P1');
    if (pledged?.kind !== 'pledge.made') throw new Error('P1 was made');
    const corrected = await client.record(OP, { kind: 'correction.made', occurredAt: '2020-03-31T00:00:00Z', body: { corrects: pledged.id, reason: 'The letter of the donor was read wrong', replacement: { occurredAt: pledged.occurredAt, body: { ...pledged.body, units: 2_050_000 } } } }, 'e2e-correction');
    expect(corrected.ok).toBe(true);
    await page.locator('.texts .state[data-state=stale]').waitFor({ timeout: 15_000 });
    expect(await page.locator('.changes').innerText()).toContain('said 2,000,000, is 2,050,000');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Draft the correction' }).click();
    await page.locator('.text blockquote', { hasText: 'Correction of our text of Mon 16 March, 20:40' }).waitFor();
    expect(await text()).toContain('we said 2,000,000; it was 2,050,000.');
    await page.getByRole('button', { name: 'Approve this text' }).click();
    await page.locator('.texts h3', { hasText: 'monday-evening-corrected' }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.locator('.texts .state', { hasText: 'corrected by monday-evening-corrected' }).waitFor();
    expect(await page.locator('#answer h1').innerText()).toBe('1 text is published, and says what the record holds.');
    await shoot(page, 'corrected');
  });

  test('stands on the public page, both texts, with what puts which right', async () => {
    const reader = await newReader(browser, { width: 1440, height: 900 });
    await reader.goto(`${server.url}/p/${OP}?lang=en`);
    const texts = reader.locator('section[aria-labelledby=texts] li');
    expect(await texts.count()).toBe(2);
    expect(await texts.first().innerText()).toContain('puts “monday-evening” right');
    expect(await texts.last().innerText()).toMatch(/800,000 of the 2,000,000 surgical masks[\s\S]*put right since · where it was published/);
    expect(await findings(reader)).toEqual([]);
    await shoot(reader, 'public-texts');
    await texts.last().getByRole('link').first().click();
    await reader.getByText('Questions go to the press office.').waitFor();
    expect(await findings(reader)).toEqual([]);
    await reader.context().close();
  });

  test.each([[390, 'dark'], [390, 'light'], [1440, 'dark']] as const)('in French at %d px, %s', async (width, scheme) => {
    const reader = await newReader(browser, { width, height: 844 });
    try {
      await reader.emulateMedia({ colorScheme: scheme });
      await reader.goto(`${server.url}/announce?language=fr&tone=warm`);
      await reader.getByRole('button', { name: 'FR', exact: true }).click();
      await reader.locator('.text blockquote', { hasText: 'promesse faite à l’Europe' }).waitFor();
      expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await findings(reader)).toEqual([]);
      await shoot(reader, `fr-${width}-${scheme}`);
    } finally {
      await reader.context().close();
    }
  });

  test('without a complaint in the console', () => expect(noise.filter((it) => !it.includes('422'))).toEqual([]));
});
