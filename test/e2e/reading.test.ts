// The reading of announcements as a person uses it, in Chromium, over the reference operation: three texts pasted, what was read looked
// over, changed, left out, recorded; what is open is asked; both languages, a phone, the keyboard. Each state is free of axe's findings.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { AGENCY_REPORT, FOUNDATION_POST, NEWSPAPER_ARTICLE } from '../../src/standards/announcements/texts.fixture.ts';
import { newReader, READERS } from '../support/browser.ts';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const OP = 'liege-2020';

describe.skipIf(!canLook('the reading of announcements in a browser'))('the reading of announcements in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;
  /** Facts of the reference operation. */
  let before = 0;

  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
    const operation = await client.operation(OP);
    before = operation.ok ? operation.value.facts : 0;
    await page.goto(`${server.url}/promises/read`);
  });

  const shoot = (at: Page, name: string): Promise<void> => keepPicture(at, `reading-${name}`);
  const paste = async (at: Page, text: string, author: string, published: string): Promise<void> => {
    await at.getByLabel(/^The text|^Le texte/).fill(text);
    await at.getByLabel(/^Who says it|^Qui le dit/).fill(author);
    await at.getByLabel(/^Published|^Publié/).fill(published);
    await at.getByRole('button', { name: /^(Read it|Lire)$/ }).click();
    await at.locator('.pasted').waitFor();
  };
  /** Once the words of the language are there. */
  const summaries = async (at: Page): Promise<string[]> => {
    const shown = (): Promise<string[]> => at.locator('.claim .summary').allInnerTexts();
    await expect.poll(shown, { timeout: 15_000 }).not.toContain('');
    return shown();
  };
  const claims = async (): Promise<Record<string, unknown>[]> => {
    const facts = await client.facts(OP, { after: before, limit: 1000 });
    return facts.ok ? facts.value.facts.flatMap(({ kind, body }) => (kind === 'claim.recorded' ? [body as Record<string, unknown>] : [])) : [];
  };

  test('begins with what to do, and is free of findings', async () => {
    await page.getByRole('button', { name: 'Read it' }).waitFor();
    expect(await page.locator('#answer h1').innerText()).toBe('What does it promise?');
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'empty-1440');
  });
  test('says what is missing, each at its field, and asks nobody', async () => {
    await page.getByRole('button', { name: 'Read it' }).click();
    expect(await page.locator('.paste .wrong').allInnerTexts()).toEqual(['Paste the text first.', 'Name the organisation or the paper that says it.']);
    expect(await findings(page)).toEqual([]);
  });
  test('marks the words of the foundation’s post beside five claims', async () => {
    await paste(page, FOUNDATION_POST.text, 'Foundation of the e-commerce group', '2020-03-13T17:00');
    expect(await page.locator('#answer h1').innerText()).toBe('5 claims are proposed. Are they right?');
    expect(await summaries(page)).toEqual([
      '2,000,000 masks will be given to Europe by Foundation of the e-commerce group.',
      expect.stringContaining('are expected at Liège Airport from Hangzhou Xiaoshan Airport on 13 March 2020') as string,
      '500,000 test kits will be given to the United States by Foundation of the e-commerce group (13 March 2020).',
      '1,000,000 masks will be given to the United States by Foundation of the e-commerce group (13 March 2020).',
      'Foundation of the e-commerce group gives support to Italy, Spain, Iran, South Korea and Japan.',
    ]);
    expect(await page.locator('.pasted mark').allInnerTexts()).toEqual(expect.arrayContaining(['foundation', 'will', 'donate', '2 million', 'masks', 'Europe', '500,000', 'test kits']));
    expect(await page.locator('.unread summary').innerText()).toBe('5 figures were set aside');
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'post-1440');
  });
  test('leaves one out, changes another, and records the rest in one', async () => {
    await page.locator('#claim-2').getByLabel('Record it').uncheck();
    await page.locator('#claim-1').getByText('Change its fields').click();
    await page.locator('#claim-1').getByLabel('In our words').fill('Two million masks for Europe, says the foundation.');
    await page.getByRole('button', { name: 'Record 4 claims' }).click();
    await page.getByText('4 claims are recorded.').waitFor({ timeout: 15_000 });
    expect(await findings(page)).toEqual([]);
    expect(await claims()).toMatchObject([
      { summary: 'Two million masks for Europe, says the foundation.', item: 'surgical-mask', units: 2_000_000, scope: 'EUROPE', pledge: 'P1', stance: 'supports', channel: 'communiqué', author: 'Foundation of the e-commerce group' },
      { item: 'test-kit', units: 500_000, scope: 'US', pledge: 'P6', stance: 'supports' },
      { item: 'surgical-mask', units: 1_000_000, scope: 'US', pledge: 'P6', stance: 'supports' },
      { stance: 'context' },
    ]);
  }, 30_000);
  test('knows the text again: what was recorded is not recorded twice', async () => {
    await page.getByRole('button', { name: 'Read another text' }).first().click();
    await paste(page, FOUNDATION_POST.text, 'Foundation of the e-commerce group', '2020-03-13T17:00');
    expect(await page.locator('.claim .in').allInnerTexts()).toEqual(['Recorded before', 'Record it', 'Recorded before', 'Recorded before', 'Recorded before']);
    expect(await page.locator('.record .go').innerText()).toBe('Record one claim');
  });
  test('reads the agency’s report by keyboard, and records its seven claims', async () => {
    await page.getByRole('button', { name: 'Read another text' }).first().click();
    await page.getByLabel('The text, in English or French').focus();
    await page.keyboard.insertText(AGENCY_REPORT.text);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('An agency');
    await page.getByLabel('Published').fill('2020-03-14T07:30');
    await page.getByLabel('Link').focus();
    await page.keyboard.press('Enter');
    await page.locator('.pasted').waitFor();
    expect((await summaries(page))[0]).toBe('About 500,000 masks have arrived at Liège Airport from Hangzhou Xiaoshan Airport on 13 March 2020.');
    await page.locator('a.number-of').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#claim-1').getAttribute('data-looked')).toBe('true');
    await page.getByRole('button', { name: 'Record 7 claims' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('7 claims are recorded.').waitFor({ timeout: 15_000 });
    expect((await claims()).slice(4)).toMatchObject([{ units: 500_000, pledge: 'P1' }, { item: 'test-kit', pledge: 'P5' }, { scope: 'IT', pledge: 'P1' }, { units: 2_000_000, pledge: 'P1' }, { pledge: 'P1', stance: 'context' }, { stance: 'context' }, { scope: 'IT', stance: 'context' }]);
  }, 30_000);
  test('asks which figure is meant where two can be read, and holds back until then', async () => {
    await page.getByRole('button', { name: 'Read another text' }).first().click();
    await paste(page, 'The foundation will donate 500.000 masks to Italy. Shares fell by 2 percent.', 'A paper', '2020-03-16T19:00');
    expect(await page.locator('.record .go').isDisabled()).toBe(true);
    expect(await page.locator('.record').innerText()).toMatch(/One claim has something open/);
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'asked-1440');
    await page.getByLabel('Units').selectOption('500000');
    expect(await page.locator('.record .go').isEnabled()).toBe(true);
    expect(await summaries(page)).toEqual(['500,000 masks will be given to Italy by Foundation of the e-commerce group.']);
  });
  test('says what to do where a text claims nothing', async () => {
    await page.getByRole('button', { name: 'Read another text' }).first().click();
    await paste(page, 'Shares of the group rose by 3 percent to 198 dollars.', 'A paper', '2020-03-16T19:00');
    expect(await page.locator('#answer h1').innerText()).toMatch(/claims nothing/);
    expect(await page.locator('.claims').innerText()).toMatch(/record the claim by hand/);
    expect(await findings(page)).toEqual([]);
  });
  test.each(READERS.map(({ colorScheme, locale, width }) => [colorScheme, locale, width] as const))('in %s, %s, %i px wide the newspaper’s article is read, free of findings, and nothing hangs over', async (colorScheme, locale, width) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/promises/read`);
    await reader.getByRole('button', { name: /^(Read it|Lire)$/ }).waitFor();
    await shoot(reader, `empty-${colorScheme}-${locale}-${width}`);
    await paste(reader, NEWSPAPER_ARTICLE.text, 'Un journal', '2020-03-16T19:00');
    expect(await reader.locator('.claim').count()).toBe(10);
    expect(await findings(reader)).toEqual([]);
    expect(await reader.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await shoot(reader, `${colorScheme}-${locale}-${width}`);
    await reader.close();
  });
  test('records the newspaper’s article in French, in the page’s words', async () => {
    const reader = await newReader(browser, { width: 1440, height: 900, locale: 'fr-FR' });
    await reader.goto(`${server.url}/promises/read`);
    await paste(reader, NEWSPAPER_ARTICLE.text, 'Un journal', '2020-03-16T19:00');
    await reader.getByRole('button', { name: 'Enregistrer 10 déclarations' }).click();
    await reader.getByText('10 déclarations sont enregistrées.').waitFor({ timeout: 15_000 });
    const counted = (await claims()).slice(11).find(({ summary }) => typeof summary === 'string' && summary.startsWith('Décompte'));
    expect(counted).toMatchObject({ language: 'fr', stance: 'context', summary: expect.stringMatching(/^Décompte officiel \(16\smars\s2020\)\s: 6\s705 décès \(source\s: un décompte de sources officielles\)\.$/) as string });
    await reader.close();
  });
  test('made no noise in the console', () => expect(noise).toEqual([]));
});
