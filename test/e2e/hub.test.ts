// A shipper's sheet that nobody has seen before, from the drop to the count at the hub, as a person does it in the browser: three
// layouts, three languages. The clicks and keys that it takes are counted and printed. Once more by keyboard alone. Each page is
// free of axe's findings in both languages, light and dark, wide and narrow.

import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient } from '../../src/client/client.ts';
import { invariant } from '../../src/domain/result.ts';
import { chineseList, englishList, frenchList } from '../../src/standards/intake/lists.fixture.ts';
import { newReader, READERS } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture as keep, pagesOfReference, wrongOnPaper } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const LIEGE = 'liege-2020';
/** What a screen reader would say first of what has the focus: its group, its name. */
const FOCUSED = `(() => { const at = document.activeElement; const group = at.closest('.questions fieldset')?.querySelector('legend')?.textContent ?? ''; const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''; return at.matches('input') ? name.trim() : (group + ' ' + name).trim(); })()`;

/** What a person does, counted: each press of a button is a click, each key a key. */
class Person {
  readonly page: Page;
  clicks = 0;
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(name: string | RegExp, within = 'body'): Promise<void> {
    await this.page.locator(within).getByRole('button', { name }).first().click();
    this.clicks += 1;
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
    this.clicks += 1;
  }

  async write(name: string | RegExp, text: string, within = 'body'): Promise<void> {
    const field = this.page.locator(within).getByLabel(name).first();
    await field.fill(text);
    await field.press('Enter');
    this.clicks += 1;
    this.keys += text.length + 1;
  }

  async choose(name: string | RegExp, value: string): Promise<void> {
    await this.page.getByRole('group', { name }).getByRole('combobox').first().selectOption(value);
    this.clicks += 2;
  }
}

describe.skipIf(!canLook('the hub in a browser'))('the hub in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  const { noise } = pagesOfReference((pages) => {
    ({ server, browser, page } = pages);
    return Promise.resolve();
  });

  /** What the server says of a consignment, whatever the page shows. */
  const arrivalOf = async (consignment: string): Promise<{ state: string; uncounted: number; open: number }> => {
    const board = await airbridgeClient({ url: server.url }).hub.board(LIEGE);
    invariant(board.ok, 'the board answers');
    const found = board.value.arrivals.find((it) => it.consignment === consignment);
    return { state: found?.state ?? 'unknown', uncounted: found?.lots.reduce((sum, { uncounted }) => sum + uncounted, 0) ?? -1, open: board.value.questions.filter(({ lot, kind }) => kind !== 'beyond-pledge' && lot.startsWith(`${consignment}-`)).length };
  };

  /** Brings the sheet to /hub by dropping it anywhere. */
  async function drop(name: string, content: Uint8Array): Promise<void> {
    const data = await page.evaluateHandle(`(() => { const held = new DataTransfer(); held.items.add(new File([Uint8Array.from(${JSON.stringify([...content])})], ${JSON.stringify(name)})); return held; })()`);
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await page.waitForURL(/\/intake/);
  }

  /** The questions about the way, which no packing list answers. */
  async function sayHowItFlies(person: Person, consignment: string): Promise<void> {
    await person.write(/^Which consignment is it/, consignment);
    await person.click('air', '.questions');
    await person.write(/^Who carries it/, 'A carrier');
    await person.choose(/^Where does it leave from/, 'CNHGH');
    await person.choose(/^Where does it arrive/, 'BELGG');
    await person.write(/^When is it planned to leave/, '2020-03-16T02:00');
    await person.write(/^When is it planned to arrive/, '2020-03-16T18:00');
  }

  const SHEETS = [
    { language: 'English', consignment: 'N1', name: 'packing list.xlsx', content: englishList() },
    { language: 'French', consignment: 'N2', name: 'liste.csv', content: frenchList() },
    { language: 'Chinese', consignment: 'N3', name: 'list.xlsx', content: chineseList() },
  ] as const;

  test.each(SHEETS)('a sheet in $language goes from the drop to the goods-received note, one carton short', async ({ language, consignment, name, content }) => {
    const person = new Person(page);
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await page.waitForSelector('.arrivals');
    await drop(name, content);
    person.clicks += 1;
    await page.waitForSelector('.questions');
    await keep(page, `intake-${consignment}`);
    await sayHowItFlies(person, consignment);
    for (;;) {
      await page.locator('.progress:empty').waitFor({ state: 'attached' });
      await page.waitForTimeout(400);
      if (await page.locator('.accept .go:enabled').count()) break;
      const open = page.locator('.questions li[data-open="true"]').first();
      if (await open.count()) {
        const list = open.getByRole('combobox');
        if (await list.count()) await list.selectOption({ index: 1 });
        else await open.getByRole('button').first().click();
        person.clicks += (await list.count()) ? 2 : 1;
      } else await person.click(/^Set aside/, '.rows');
    }
    await keep(page, `intake-${consignment}-ready`);
    await person.click(/^Accept/);
    await person.follow('To the consignment');
    await person.click('Landed', '.way');
    const counted = page.getByLabel(/^Counted of/).first();
    await counted.waitFor();
    const announced = Number(await counted.inputValue());
    await counted.fill(String(announced - 1));
    person.clicks += 1;
    person.keys += String(announced - 1).length;
    await person.click('Close the tally');
    await page.getByText('question open').waitFor();
    expect(await arrivalOf(consignment)).toMatchObject({ state: 'arrived', open: 1 });
    await keep(page, `hub-${consignment}-short`);
    await person.click('Resolve', '.discrepancies li:has-text("are missing")');
    await person.write('What was found out', 'one carton torn at loading, left behind', '.discrepancies');
    await page.locator('.strike-out').getByText('resolved').waitFor();
    expect(await arrivalOf(consignment)).toEqual({ state: 'counted', uncounted: 0, open: 0 });
    const note = await page.getByRole('link', { name: 'Goods received note' }).getAttribute('href');
    const printed = await fetch(`${server.url}${note ?? ''}`);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    person.clicks += 1;
    process.stderr.write(`A sheet in ${language} to a goods-received note: ${person.clicks} clicks, ${person.keys} keys\n`);
    expect(person.clicks + person.keys).toBeLessThan(300);
  });

  test('what was just entered can be struck out, with a reason, and stays in the journal as struck out', async () => {
    await page.goto(`${server.url}/hub?op=${LIEGE}&open=F4`);
    const person = new Person(page);
    const late = page.locator('.arrivals tr.selected .late');
    await person.click('Enter an estimate', '.way');
    await page.getByLabel('Expected to land').fill('2020-03-21T15:00');
    await person.click('Enter an estimate', '.entry-form');
    await late.waitFor();
    expect(await late.innerText()).toContain('25 h late');
    await person.click(/^Strike out/);
    await late.waitFor({ state: 'detached' });
    const facts = await airbridgeClient({ url: server.url }).facts(LIEGE, { after: 2000, limit: 1000 });
    invariant(facts.ok, 'the journal answers');
    const estimate = facts.value.facts.findLast(({ kind }) => kind === 'consignment.estimated');
    expect(facts.value.facts.at(-1)).toMatchObject({ kind: 'correction.made', body: { corrects: estimate?.id, reason: 'entered by mistake' } });
  });

  test('what is refused is said at the field, with its remedy, and nothing is entered', async () => {
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    const person = new Person(page);
    await person.click('Act on F1-KIT');
    await person.click('Recall', '.lot-actions');
    await page.locator('.recall-form').getByText('One holder has').waitFor();
    await person.write('Number of the recall', 'R 1');
    await person.write('Reason', 'a maker withdrew it', '.recall-form');
    await page.locator('.recall-form .field .wrong').waitFor();
    const board = await airbridgeClient({ url: server.url }).hub.board(LIEGE);
    expect(board.ok && board.value.recalls).toEqual([]);
  });

  test.each(READERS)('axe finds nothing: $colorScheme, $locale, $width px', async ({ colorScheme, locale, width }) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    const tag = `${colorScheme}-${locale.slice(0, 2)}-${width}`;
    await reader.goto(`${server.url}/hub?op=${LIEGE}&open=N1`);
    await reader.waitForSelector('.consignment');
    await reader.locator('.stock .verb').first().click();
    expect(await findings(reader)).toEqual([]);
    await keep(reader, `hub-${tag}`);
    expect(await hangsOver(reader)).toBeLessThanOrEqual(0);
    await reader.goto(`${server.url}/hub?op=${LIEGE}&card=F1-MASK`);
    await reader.waitForSelector('.drawer table');
    expect(await findings(reader)).toEqual([]);
    await keep(reader, `card-${tag}`);
    await reader.goto(`${server.url}/intake?op=${LIEGE}`);
    await reader.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('Article;Qté unités;Colis;Poids brut\nProtection type B;4.000;2;17\nMasques;0;1;1\n') });
    await reader.waitForSelector('.questions');
    expect(await findings(reader)).toEqual([]);
    expect(await wrongOnPaper(reader)).toEqual([]);
    await keep(reader, `intake-${tag}`);
    expect(await hangsOver(reader)).toBeLessThanOrEqual(0);
    await reader.close();
  });

  test('by keyboard alone: a pasted sheet is read, accepted, landed and counted', async () => {
    await page.goto(`${server.url}/intake?op=${LIEGE}`);
    const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };
    /** Tab until the focus is on what bears the name: a person without a mouse has no other way. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 150; step += 1) {
        const focused = await page.evaluate<string>(FOCUSED);
        if (name.test(focused)) return;
        await press('Tab');
      }
      throw new Error(`no way by Tab to ${String(name)}`);
    };
    await page.waitForSelector('.bring-sheet');
    await tabTo(/^Or paste/);
    await page.keyboard.insertText('Description\tQuantity (pcs)\tCartons\tGross weight (kg)\nDisposable surgical masks\t20000\t10\t85\n');
    await tabTo(/^Read it$/);
    await press('Enter');
    await page.waitForSelector('.questions');
    const type = async (name: RegExp, text: string): Promise<void> => { await tabTo(name); await page.keyboard.type(text); await press('Enter'); await page.waitForTimeout(500); };
    const choose = async (name: RegExp, text: string): Promise<void> => { await tabTo(name); await page.keyboard.type(text); await page.waitForTimeout(500); };
    await type(/^Which consignment is it/, 'N4');
    await tabTo(/^How does it come.*air$/);
    await press('Enter');
    await type(/^Who carries it/, 'A carrier');
    await choose(/^Where does it leave from/, 'CNHGH');
    await choose(/^Where does it arrive/, 'BELGG');
    await type(/^When is it planned to leave/, '031620200200AM');
    await type(/^When is it planned to arrive/, '031620200600PM');
    await choose(/^Which pledge/, 'P1:');
    await tabTo(/^For whom.*(anybody|P1)/);
    await press('Enter');
    await page.waitForSelector('.accept .go:enabled');
    await tabTo(/^Accept/);
    await press('Enter');
    await page.waitForSelector('.done');
    await tabTo(/^To the consignment$/);
    await press('Enter');
    await page.waitForSelector('.way');
    await tabTo(/^Landed$/);
    await press('Enter');
    await page.waitForSelector('.close-tally');
    await tabTo(/^All as announced$/);
    await press('Enter');
    await page.locator('.tally').getByText('counted', { exact: true }).waitFor();
    expect(await arrivalOf('N4')).toEqual({ state: 'counted', uncounted: 0, open: 0 });
  });

  test('nothing was complained of in the console, but for what was refused', () => {
    expect(noise.filter((line) => !/\b4(09|22|00)\b/.test(line))).toEqual([]);
  });
});
