// The page of need as people use it: the first line with its sums, the ranking sorted, filtered and opened, the map, counts with their
// charts and projections, infections marked as never for allocation, counts brought in, a parameter set; by keyboard where it says so.
// Free of axe's findings in both languages, light and dark, wide and narrow; empty, and with five thousand areas.

import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import type { NeedAnswer } from '../../src/http/contract/answers.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import { newReader, READERS } from '../support/browser.ts';
import { crowded, crowdedNeed } from '../support/crowd.ts';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference, wrongOnPaper } from '../support/pages.ts';
import { freePort, serve, type ServerProcess } from './process.ts';

const OP = 'liege-2020';
const STANDS = '2020-03-16T19:40:00Z';
const SOON = { timeout: 15_000 } as const;
const PEOPLE = ['IT', 'ES', 'FR'] as const;

/** The WHO's daily file for forty days up to 16 March, growing a fifth a day: enough to project from. */
function whoFile(): string {
  const days = Array.from({ length: 40 }, (_, k) => new Date(Date.UTC(2020, 1, 6) + k * 86_400_000).toISOString().slice(0, 10));
  const rows = PEOPLE.flatMap((code, index) => days.map((date, k) => [date, code, code, 'EURO', '', Math.round((index + 2) * 20 * 1.17 ** k), '', Math.round((index + 1) * 1.16 ** k)].join(',')));
  return ['Date_reported,Country_code,Country,WHO_region,New_cases,Cumulative_cases,New_deaths,Cumulative_deaths', ...rows].join('\n');
}

describe.skipIf(!canLook('need in a browser'))('need in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;

  const { noise, folder } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
  });

  const shoot = (at: Page, name: string): Promise<void> => keepPicture(at, `need-${name}`);
  const answer = (at = page): Promise<string> => at.locator('#answer h1').innerText();
  const source = (): Locator => page.locator('.source');
  const open = async (view: string, more = ''): Promise<void> => {
    await page.goto(`${server.url}/need?view=${view}${more}`);
    await page.locator('.of-need .floor').waitFor();
  };
  const names = (): Promise<string[]> => page.locator('.ranking tbody tr:not(.acts) th .plain').allInnerTexts();
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await source().waitFor({ state: 'detached' });
  };

  test('the first line says who needs how much, how long what has landed lasts, and who is shortest', async () => {
    await open('shortage');
    await page.locator('#answer h1', { hasText: 'lasts' }).waitFor();
    expect(await answer()).toMatch(/^Italy needs 163,059 masks a day; what has landed for it lasts 3\.1 days\. .*(Shortest: .+, [\d.]+ days|has nothing left)/);
    expect(await page.locator('#answer p').innerText()).toMatch(/^Counted by Dati COVID-19 Italia, by region, Mon 16, 17:00\./);
    await shoot(page, 'shortage');
  });

  test('its figures lead to their sums and their facts', async () => {
    await page.locator('#answer').getByRole('button', { name: '163,059' }).click();
    await source().locator('li', { hasText: 'census.reported' }).first().waitFor();
    expect(await source().innerText()).toMatch(/11,025 patients on wards × 11\.6\s+127,890\s+1,851 patients in intensive care × 19\s+35,169[\s\S]*163,059[\s\S]*census\.reported · Mon 16 March, 17:00[\s\S]*Dati COVID-19 Italia/);
    await close();
    await page.locator('#answer').getByRole('button', { name: '3.1' }).click();
    expect(await source().innerText()).toMatch(/landed for Italy\s+500,000[\s\S]*163,059[\s\S]*3\.1/);
    await source().locator('li', { hasText: 'consignment.arrived' }).first().waitFor();
    await close();
  });

  test('every number of the ranking opens its source', async () => {
    const figures = page.locator('.ranking tbody tr:nth-child(-n+4) .figure');
    const count = await figures.count();
    expect(count).toBeGreaterThan(20);
    for (let n = 0; n < count; n += 1) {
      await figures.nth(n).click();
      await source().waitFor();
      expect(await source().innerText(), await figures.nth(n).innerText()).toMatch(/Unit: /);
      expect(await source().innerText()).not.toContain('No fact moves this figure');
      await close();
    }
  });

  test('is sorted by each column, either way, with what is not known last', async () => {
    const first = await names();
    expect(first[0]).toBe('Italy');
    for (const column of ['Area', 'Days of supply, 0 to 14', 'A day', 'Stock', 'Under way', 'Missing in a week', 'Share of need']) {
      const button = page.getByRole('button', { name: `Sort by ${column}` });
      await button.click();
      const head = page.locator('.ranking th', { has: button });
      const before = await head.getAttribute('aria-sort');
      await button.click();
      expect(new Set([before, await head.getAttribute('aria-sort')]), column).toEqual(new Set(['ascending', 'descending']));
    }
    await page.getByRole('button', { name: 'Sort by A day' }).click();
    await page.getByRole('button', { name: 'Sort by A day' }).click();
    const perDay = await page.locator('.ranking tbody tr:not(.acts) td:nth-of-type(2) > .figure').allInnerTexts();
    const numbers = perDay.map((text) => Number(text.replaceAll(',', '')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await page.getByRole('button', { name: 'Sort by Days of supply' }).click();
  });

  test('is filtered by text and by country, and copied as tab-separated text', async () => {
    await page.getByLabel('Find an area').fill('lombárd');
    await expect.poll(names, SOON).toEqual(['Lombardy']);
    expect(page.url()).toContain('text=');
    await page.getByLabel('Find an area').fill('');
    await page.getByLabel('Country').selectOption('BE');
    await expect.poll(names, SOON).toEqual(['Belgium']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as a table' }).click();
    await page.getByText('1 lines copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    const [head, row] = copied.split('\n').map((line) => line.split('\t'));
    expect(head?.slice(0, 3)).toEqual(['ISO 3166', 'Area', 'Days of supply, 0 to 14, low']);
    expect(row?.[0]).toBe('BE');
    expect(row).toHaveLength(head?.length ?? 0);
    await page.getByLabel('Country').selectOption('');
  });

  test('a row is opened by keyboard: its sum, what was measured beside the forecast, who counted', async () => {
    await page.getByRole('button', { name: 'Open Lombardy' }).focus();
    await page.keyboard.press('Enter');
    const detail = page.locator('.row-detail');
    await detail.waitFor();
    expect(page.url()).toContain('area=IT-25');
    expect(await detail.innerText()).toMatch(/6,171 patients on wards × 11\.6\s+71,584\s+823 patients in intensive care × 19\s+15,637[\s\S]*87,221[\s\S]*Not included[\s\S]*measured\s+6,761[\s\S]*forecast used[\s\S]*Used: the forecast\. Who has little uses little[\s\S]*All parameters of this row are the published ones/);
    expect(await findings(page, '.ranking tbody tr:nth-child(n+12)')).toEqual([]);
    await shoot(page, 'row');
    await page.getByRole('button', { name: 'Close Lombardy' }).first().press('Enter');
    await detail.waitFor({ state: 'detached' });
  });

  test('a circle of the map says what it stands for, and leads to its row', async () => {
    await page.locator('.shortage-map').getByRole('button', { name: /^Veneto: needs/ }).press('Enter');
    const card = page.getByRole('dialog', { name: 'Veneto' });
    await card.waitFor();
    expect(await card.innerText()).toMatch(/needs 8,741 a day[\s\S]*Days of supply/);
    await card.getByRole('button', { name: 'Open its row' }).click();
    await page.locator('.row-detail').waitFor();
    expect(page.url()).toContain('area=IT-34');
  });

  test('the cursor moves all of it', async () => {
    const slider = page.getByRole('slider', { name: 'Time cursor' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.as-of b', { hasText: 'Mon 16 March, 20:00' }).waitFor();
    await page.goto(`${server.url}/need?at=2020-03-14T08:00:00Z`);
    await expect.poll(() => answer(), SOON).toMatch(/^Italy needs 111,\d{3} masks a day/);
    await page.getByRole('button', { name: /^Back to/ }).click();
    await expect.poll(() => answer(), SOON).toMatch(/^Italy needs 163,059 masks a day/);
  });

  test('what the next landing changes is said before and after, and how it was shared', async () => {
    expect(await page.locator('.next-landing').innerText()).toMatch(/F3 lands Wed 18, 12:45 with 1,500,000 masks\. (Shared as the standing plan shares it|No plan is at hand: shared by its earmarks)\.[\s\S]*Missing before\s+Missing after[\s\S]*France\s+[\d,]+\s+132,484\s+0/);
  });

  test('on paper there are no buttons and nothing hangs over', async () => expect(await wrongOnPaper(page)).toEqual([]));

  test('counts are pasted, looked at and taken in; taken in again, nothing is new', async () => {
    await open('bring');
    await page.getByLabel('Or paste rows, with their heads').fill(whoFile());
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.says').waitFor(SOON);
    expect(await page.getByLabel('Laid out as').inputValue()).toBe('who');
    expect(await page.locator('.says').innerText()).toMatch(/120 rows, 3 areas, 6 Feb 2020 to 16 Mar 2020\. 240 figures are new, 0 are revised, 0 stand as they are\./);
    expect(await findings(page)).toEqual([]);
    await shoot(page, 'bring');
    await page.getByRole('button', { name: 'Take the counts in' }).press('Enter');
    await page.locator('.done', { hasText: 'Taken in: 240 new figures' }).waitFor(SOON);
    await page.getByRole('button', { name: 'Bring another' }).click();
    await page.getByLabel('Or paste rows, with their heads').fill(whoFile());
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.says', { hasText: '0 figures are new' }).waitFor(SOON);
  });

  test('a sheet of one’s own: whose it is, what its columns hold, what is open', async () => {
    await page.getByRole('button', { name: 'Bring another' }).click();
    await page.getByLabel('Or paste rows, with their heads').fill('Land\tDatum\tFälle\nIT\t2020-03-15\t100\nIT\t2020-03-16\t120\n');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('needs to say whose counts it has').waitFor();
    await page.getByLabel('What the source is called').fill('A hospital’s own list');
    await page.getByLabel('What the source is called').press('Tab');
    await page.getByLabel('Code of the source').fill('own-list');
    await page.getByLabel('Code of the source').press('Enter');
    await page.locator('#mapping-title').waitFor(SOON);
    expect(await page.getByLabel(/^What column A, Land, holds/).inputValue()).toBe('area');
    const take = page.getByRole('button', { name: 'Take the counts in' });
    if (await take.isDisabled()) {
      await page.locator('.asked select').first().selectOption('cumulative');
      await expect.poll(() => take.isEnabled(), SOON).toBe(true);
    }
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring another' }).click();
  }, 30_000);

  test('charts have their text, and their lines differ without colour', async () => {
    await open('counts', '&area=IT');
    const charts = page.locator('.counts-chart svg[role=img]');
    await charts.first().waitFor();
    const labels = await charts.evaluateAll((all) => all.map((it) => it.getAttribute('aria-label') ?? ''));
    expect(labels).toHaveLength(4);
    expect(labels[0]).toMatch(/^Cases, Italy: dpc 27,980 on Mon 16, 17:00; ecdc 23,980 on Mon 16, 10:00/);
    const dashes = await charts.first().locator('path.line').evaluateAll((all) => all.map((it) => it.getAttribute('stroke-dasharray') ?? 'whole'));
    expect(dashes.length).toBeGreaterThan(2);
    expect(new Set(dashes).size).toBe(dashes.length);
    // No line or band has a colour: what tells them apart survives a grey copy.
    const colours = await page.evaluate<string[]>("[...document.querySelectorAll('.counts-chart path')].flatMap((it) => [getComputedStyle(it).stroke, getComputedStyle(it).fill]).filter((it) => it.startsWith('rgb'))");
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours) {
      const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map(Number);
      expect(Math.max(r, g, b) - Math.min(r, g, b), colour).toBeLessThan(24);
    }
    await shoot(page, 'counts');
  });

  test('sources stand side by side with hour and first sight; every count is in the table', async () => {
    const sides = page.locator('section', { has: page.locator('#sides-title') });
    expect(await sides.innerText()).toMatch(/Sources side by side[\s\S]*27,980[\s\S]*23,980/);
    await sides.getByRole('button', { name: '27,980' }).click();
    expect(await source().innerText()).toMatch(/counted Mon 16 March, 17:00[\s\S]*First seen here/);
    await close();
    await page.locator('.all-days summary').click();
    expect(await page.locator('.all-days tbody tr').count()).toBeGreaterThan(40);
    expect(await findings(page, '.all-days tbody tr:nth-child(n+6)')).toEqual([]);
  });

  test('what is projected names its method, band and baselines; the scores stand beside it', async () => {
    await open('counts', '&area=ES');
    const projection = page.locator('section', { has: page.locator('#projection-title') });
    await projection.locator('tbody tr').first().waitFor();
    expect(await page.locator('.counts-chart svg').first().getAttribute('aria-label')).toMatch(/who [\d,]+ on .*; projected [\d,]+/);
    expect(await page.locator('.counts-chart path.ahead').first().getAttribute('stroke-dasharray')).toBe('1 4');
    expect(await projection.innerText()).toMatch(/Cases\s+3, 19 March\s+[\d,]+\s+([\d,]+–[\d,]+|none yet)/);
    await projection.locator('.figure').first().click();
    expect(await source().innerText()).toMatch(/last value, a baseline[\s\S]*same increments, a baseline|same growth, a baseline/);
    await close();
    const scores = page.locator('.scores');
    expect(await scores.innerText()).toMatch(/÷ last value[\s\S]*On wards\s+all\s+3\s+20\s+1,160\s+59\.5\s+0\.57/);
    expect(await scores.innerText()).toMatch(/held out/);
  });

  test('infections are marked wherever they stand, with the sum of hundreds of thousands', async () => {
    await open('infections', '&area=IT');
    await page.locator('.hundreds').waitFor();
    const told = await page.locator('.infections').innerText();
    expect(told.match(/Never used for allocation/g)?.length).toBeGreaterThanOrEqual(3);
    expect(told).toMatch(/6,705 deaths ÷ 1 % = 670,500 infections/);
    await page.locator('.told-figures .figure').first().click();
    expect(await source().innerText()).toMatch(/deaths in Italy\s+2,158[\s\S]*Flaxman et al\. 2020[\s\S]*÷ 1\.245 %[\s\S]*173,333[\s\S]*Never used for allocation/);
    await close();
    expect(await page.locator('.band-chart svg').getAttribute('aria-label')).toMatch(/at least [\d,]+, .*Never used for allocation\.$/);
    await shoot(page, 'infections');
  });

  test('a parameter is set with its source for one region: its row says so, and it is struck out again', async () => {
    await open('parameters', '&area=IT-25');
    await page.getByRole('button', { name: 'Set use a ward bed-day, masks', exact: true }).click();
    const form = page.getByRole('form', { name: /^Set use a ward bed-day/ });
    expect(await form.getByLabel('Area').inputValue()).toBe('IT-25');
    await form.getByLabel('Value').fill('20000');
    await form.getByLabel('Source').fill('assumption');
    await form.getByRole('button', { name: 'Set it' }).click();
    await form.locator('.wrong', { hasText: 'write a number from 0 to 1000' }).waitFor(SOON);
    await form.getByLabel('Value').fill('12,5');
    await form.getByLabel('Source').fill('the region’s own stock book');
    await form.getByRole('button', { name: 'Set it' }).click();
    await page.locator('.strike-out form', { hasText: 'is 12,5' }).waitFor(SOON);
    await page.getByRole('link', { name: 'Shortage' }).click();
    const detail = page.locator('.row-detail');
    // By hand: 6,171 × 12.5 + 823 × 19.
    await detail.getByText('92,775').first().waitFor(SOON);
    expect(await detail.innerText()).toMatch(/6,171 patients on wards × 12\.5\s+77,138[\s\S]*Parameters that differ[\s\S]*use a ward bed-day, masks: 12\.5 published 11\.6/);
    await page.locator('.strike-out').getByRole('button', { name: /^Strike out/ }).click();
    await detail.getByText('All parameters of this row are the published ones').waitFor(SOON);
    const report = await client.need(OP, { item: 'surgical-mask', asOf: STANDS });
    expect(report.ok && report.value.areas.find(({ area }) => area === 'IT-25')?.changed).toEqual([]);
  });

  test('an item that the method has no figure for says so, and what to do', async () => {
    await page.goto(`${server.url}/need?item=ventilator`);
    await page.locator('#answer h1', { hasText: 'Nobody’s need of ventilators is known at this instant.' }).waitFor();
    expect(await page.locator('#answer p').innerText()).toMatch(/bring counts/);
    expect(await page.locator('.ranking').innerText()).toContain('No area has a figure for ventilators');
    expect(await findings(page)).toEqual([]);
  });

  test('before anything was counted each part says what is missing', async () => {
    for (const view of ['shortage', 'counts', 'infections']) {
      await open(view, '&at=2020-01-02T00:00:00Z');
      await page.locator('#answer h1', { hasText: 'is known at this instant' }).waitFor();
      expect(await findings(page)).toEqual([]);
    }
  });

  test.each(READERS.map(({ colorScheme, locale, width }) => [colorScheme, locale, width] as const))('in %s, %s, %i px wide it is free of findings and nothing hangs over', async (colorScheme, locale, width) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    try {
      for (const view of ['shortage', 'counts', 'infections', 'bring', 'parameters']) {
        await reader.goto(`${server.url}/need?view=${view}&area=IT-25&at=${STANDS}`);
        await reader.locator(view === 'counts' ? '.scores tbody tr' : view === 'infections' ? '.hundreds' : view === 'shortage' ? '.row-detail' : '.floor').first().waitFor();
        expect(await hangsOver(reader), view).toBeLessThanOrEqual(0);
        expect(await findings(reader, ':is(.ranking, .scores, .infections, .parameters) tbody tr:nth-child(n+14)'), view).toEqual([]);
        await shoot(reader, `${view}-${colorScheme}-${locale}-${width}`);
      }
    } finally {
      await reader.close();
    }
  });

  test('holds five thousand areas: the map grouped, the table in parts, still clean', async () => {
    const full = await newReader(browser, { width: 1440, height: 900 });
    try {
      await full.route('**/picture*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: crowded((await response.json()) as Picture, 5000) });
      });
      await full.route('**/need?*', async (route) => {
        if (route.request().resourceType() === 'document') return route.continue();
        const response = await route.fetch();
        return route.fulfill({ response, json: crowdedNeed((await response.json()) as NeedAnswer, 5000) });
      });
      await full.goto(`${server.url}/need`);
      await full.locator('.recipient .several').first().waitFor(SOON);
      expect(await full.locator('.recipient').count()).toBeLessThan(300);
      expect(await full.locator('.ranking tbody tr').count()).toBe(40);
      await full.getByLabel('Find an area').fill('Area 4999');
      await expect.poll(() => full.locator('.ranking tbody tr').count(), SOON).toBe(1);
      await full.getByLabel('Find an area').fill('');
      await full.getByRole('button', { name: / \+ \d+: needs/ }).first().press('Enter');
      await full.getByRole('button', { name: 'Zoom in to them' }).click();
      expect(await findings(full, '.ranking tbody tr:nth-child(n+12)')).toEqual([]);
      await keepPicture(full, 'need-full', { whole: false });
    } finally {
      await full.close();
    }
  });

  test('an empty journal says how to bring an operation in', async () => {
    const empty = await serve([], { AIRBRIDGE_HOME: join(folder, 'empty'), PORT: await freePort() });
    const reader = await newReader(browser, { width: 1440, height: 900 });
    try {
      await reader.goto(`${empty.url}/need`);
      await reader.getByText('npx airbridge import').waitFor();
      expect(await findings(reader)).toEqual([]);
    } finally {
      await reader.close();
      await empty.stop();
    }
  });

  test('made no noise in the console but the one refusal', () => expect(noise).toEqual([expect.stringContaining('422') as string]));
});
