// Work at the hub in the browser: freight split across flights, cartons and pallets built and packed onto a unit load device, broken
// down, taken back; a lot recalled, its holders told, the recall lifted. After each step the journal is asked what it says.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { airbridgeClient, type AirbridgeClient } from '../../src/client/client.ts';
import { invariant } from '../../src/domain/result.ts';
import { newReader, READERS } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference, wrongOnPaper } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const LIEGE = 'liege-2020';
const ULD = 'PMC10007CV';

describe.skipIf(!canLook('work at the hub in a browser'))('work at the hub in a browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let client: AirbridgeClient;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, browser, page } = pages);
    client = airbridgeClient({ url: server.url });
    const flight = (consignment: string, day: number): object => ({ consignment, mode: 'air', carrier: 'A carrier', aircraft: '777F', payload: 103_000_000, volume: 30_000_000, positions: 3, from: 'CNHGH', to: 'BELGG', plannedDeparture: `2020-03-${day}T01:00:00.000Z`, plannedArrival: `2020-03-${day}T13:00:00.000Z` });
    const lot = (name: string, consignment: string, item: string, units: number): object => ({ lot: name, consignment, pledge: 'P77', item, units });
    // The reference operation goes on for weeks: what is done on its 16 March is done to goods that nobody has touched since.
    const facts = [
      ['pledge.made', { pledge: 'P77', item: 'surgical-mask', donor: 'A donor', units: 1_100_000, scope: 'EUROPE', viaHub: true }], ['pledge.made', { pledge: 'P77', item: 'ffp2', donor: 'A donor', units: 100_000, scope: 'EUROPE', viaHub: true }],
      ['consignment.announced', flight('T1', 21)], ['consignment.announced', flight('T2', 22)], ['consignment.announced', { ...flight('T3', 16), plannedDeparture: '2020-03-15T20:00:00.000Z' }],
      ['lot.announced', lot('T1-MASK', 'T1', 'surgical-mask', 1_000_000)], ['lot.announced', lot('T3-MASK', 'T3', 'surgical-mask', 100_000)], ['lot.announced', { ...lot('T3-FFP2', 'T3', 'ffp2', 40_000), batch: 'B-7' }],
      ['consignment.departed', { consignment: 'T3' }], ['consignment.arrived', { consignment: 'T3' }],
      ['goods.tallied', { place: 'BELGG', lot: 'T3-MASK', units: 100_000, by: 'count' }], ['goods.tallied', { place: 'BELGG', lot: 'T3-FFP2', units: 40_000, by: 'count' }],
    ] as const;
    const entered = await client.recordAll(LIEGE, { facts: facts.map(([kind, body], n) => ({ kind, body: { ...body }, occurredAt: `2020-03-16T10:${String(n).padStart(2, '0')}:00Z`, by: 'test' })) }, 'e2e-floor');
    invariant(entered.ok, JSON.stringify(entered));
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await page.waitForSelector('.stock table');
  });

  type Board = Extract<Awaited<ReturnType<AirbridgeClient['hub']['board']>>, { ok: true }>['value'];
  const board = async (): Promise<Board> => {
    const found = await client.hub.board(LIEGE);
    invariant(found.ok, 'the board answers');
    return found.value;
  };
  const units = async (within?: string, asOf?: string) => {
    const found = await client.hub.units(LIEGE, { in: within, asOf });
    invariant(found.ok, 'the units are listed');
    return found.value;
  };
  const recorded = (what: string): Promise<void> => page.locator('.strike-out form', { hasText: what }).waitFor();
  const takeBack = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Strike out/ }).click();
    await page.locator('.strike-out form').waitFor({ state: 'detached' });
  };

  test('a part of a lot is booked onto another flight, under a lot of its own, and taken back', async () => {
    expect((await board()).arrivals.find(({ consignment }) => consignment === 'T1')?.overflow).toEqual([{ lot: 'T1-MASK', cartons: 101, binding: 'volume', onto: 'T2', fits: 101 }]);
    await page.goto(`${server.url}/hub?op=${LIEGE}&open=T1`);
    await page.getByRole('button', { name: 'Book onto another flight' }).click();
    const form = page.getByRole('form', { name: 'Book onto another flight' });
    await form.getByLabel('Cartons').fill('150');
    await form.getByLabel('Onto flight').selectOption('T2');
    await form.getByLabel(/^Reason/).fill('too much for one aircraft');
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'hub-split');
    await form.getByRole('button', { name: 'Book onto another flight' }).click();
    await recorded('T1-MASK partly moved to T2');
    const after = await board();
    expect(after.arrivals.find(({ consignment }) => consignment === 'T2')?.lots).toMatchObject([{ lot: 'T1-MASK.2', cartons: 150, units: 300_000 }]);
    expect(after.arrivals.find(({ consignment }) => consignment === 'T1')?.overflow).toEqual([]);
    await takeBack();
    expect((await board()).arrivals.find(({ consignment }) => consignment === 'T2')?.lots).toEqual([]);
    await page.getByRole('button', { name: 'Book 101 cartons onto T2' }).click();
    await recorded('T1-MASK partly moved to T2');
    expect((await board()).arrivals.find(({ consignment }) => consignment === 'T1')?.overflow).toEqual([]);
  });

  test('loose units become labelled cartons on pallets, all of which one press takes back', async () => {
    const pack = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Act on T3-MASK' }).click();
      await page.getByRole('button', { name: 'Pack and label' }).click();
      const form = page.getByRole('form', { name: 'Pack and label' });
      await form.getByLabel(/^Units \(masks\)/).fill('90000');
      await form.getByLabel(/^Bin or dock/).fill('dock 4');
      await form.getByRole('button', { name: 'Pack and label' }).click();
      await page.locator('.built').getByText('45 cartons and 3 pallets were numbered.').waitFor();
    };
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await pack();
    expect(await units()).toMatchObject({ count: 3 });
    await keepPicture(page, 'hub-built');
    await takeBack();
    expect(await units()).toMatchObject({ count: 0 });
    await page.reload();
    await pack();
    expect((await units()).units.map(({ type, at, holds }) => [type, at.bin, holds])).toEqual([['pallet', 'dock 4', 20], ['pallet', 'dock 4', 20], ['pallet', 'dock 4', 5]]);
  });

  test('two pallets are ticked and go into a new unit load device; a number that cannot be is refused at its field', async () => {
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    const table = page.locator('.units');
    await table.getByRole('checkbox').first().check();
    await table.getByRole('checkbox').nth(1).check();
    const form = page.getByRole('form', { name: 'Put in' });
    await form.getByLabel('Into').selectOption({ label: 'a new unit load device' });
    await form.getByLabel(/^Number/).fill('PMC1CV');
    await form.getByRole('button', { name: 'Put in' }).click();
    await form.locator('.wrong').first().waitFor();
    expect(await form.locator('.wrong').first().getAttribute('lang')).toBe('en');
    expect(await units()).toMatchObject({ count: 3 });
    await form.getByLabel(/^Number/).fill('pmc 10007 cv');
    await form.getByRole('button', { name: 'Put in' }).click();
    await recorded(`2 units put into ${ULD}`);
    expect((await units()).units.map(({ unit, type, holds }) => [type === 'uld' ? unit : type, holds])).toEqual([[ULD, 2], ['pallet', 5]]);
    expect(await findings(page)).toEqual([]);
  });

  test('what stands in it is opened in place; one is taken out; it is set down in a bin; it is broken down, and taken back', async () => {
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await page.getByRole('button', { name: `Act on ${ULD}` }).click();
    const inner = page.getByRole('group', { name: `What stands in ${ULD}` });
    await inner.getByRole('button', { name: /^Act on/ }).first().click();
    await keepPicture(page, 'hub-units');
    await inner.getByRole('button', { name: `Take out of ${ULD}` }).click();
    await recorded(`taken out of ${ULD}`);
    expect((await units(ULD)).count).toBe(1);
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await page.getByRole('button', { name: `Act on ${ULD}` }).click();
    await page.getByRole('button', { name: 'Set down' }).click();
    const form = page.getByRole('form', { name: 'Set down' });
    await form.getByLabel(/^Bin or dock at/).fill('cold room');
    await form.getByRole('button', { name: 'Set down' }).click();
    await recorded(`${ULD} set down`);
    expect((await units()).units.find(({ unit }) => unit === ULD)?.at).toMatchObject({ place: 'BELGG', bin: 'cold room' });
    // At one instant things take effect in the order of the way: what is broken down after it was set down has a minute of its own.
    const later = '2020-03-16T19:41:00Z';
    await page.goto(`${server.url}/hub?op=${LIEGE}&at=${later}`);
    await page.getByRole('button', { name: `Act on ${ULD}` }).click();
    await page.getByRole('button', { name: 'Break down' }).click();
    await recorded(`${ULD} broken down`);
    expect((await units(undefined, later)).units.map(({ type }) => type)).toEqual(['pallet', 'pallet', 'pallet']);
    await takeBack();
    expect((await units(undefined, later)).units.map(({ type }) => type)).toEqual(['uld', 'pallet', 'pallet']);
  }, 90_000);

  test('a lot is recalled once its holders are known, they are told, each with a notice to print, and the recall is lifted', async () => {
    await page.goto(`${server.url}/hub?op=${LIEGE}`);
    await page.getByRole('button', { name: 'Act on T3-FFP2' }).click();
    await page.getByRole('button', { name: 'Recall', exact: true }).click();
    const form = page.locator('.recall-form');
    await form.getByText(/holder/).first().waitFor();
    await form.getByLabel('Number of the recall').fill('R1');
    await form.getByLabel('Reason').fill('half of the samples let particles through');
    await form.getByRole('button', { name: 'Recall', exact: true }).click();
    await recorded('T3-FFP2 recalled');
    expect((await board()).stock.find(({ lot }) => lot === 'T3-FFP2')?.units).toMatchObject({ available: 0, quarantined: 40_000 });
    const recall = page.locator('.recalls article');
    await recall.waitFor();
    await keepPicture(page, 'hub-recall');
    const [holder] = (await board()).recalls[0]?.holders ?? [];
    invariant(holder !== undefined, 'somebody holds the lot');
    const notice = await recall.getByRole('link', { name: `Recall notice to ${holder.name} as PDF` }).getAttribute('href');
    expect((await fetch(`${server.url}${notice ?? ''}`)).headers.get('content-type')).toBe('application/pdf');
    await recall.getByLabel(`How ${holder.name} was told`).selectOption('e-mail');
    await recall.getByRole('button', { name: 'Told' }).first().click();
    await recorded(`${holder.name} told`);
    expect((await board()).recalls[0]?.holders[0]?.notifiedAt).not.toBeNull();
    await recall.getByRole('button', { name: 'Lift the recall' }).click();
    await recall.getByLabel('Reason').fill('the second laboratory found nothing');
    await recall.getByRole('button', { name: 'Lift the recall' }).click();
    await recorded('Recall R1 lifted');
    expect((await board()).recalls[0]?.liftedAt).not.toBeNull();
    expect(await recall.getByRole('button', { name: 'Lift the recall' }).count()).toBe(0);
  });

  test.each(READERS)('with all that is open, axe finds nothing and nothing hangs over: $colorScheme, $locale, $width px', async ({ colorScheme, locale, width }) => {
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/hub?op=${LIEGE}&open=T2`);
    await reader.locator('.units table').first().waitFor();
    await reader.locator('.units').getByRole('checkbox').nth(1).check();
    await reader.getByRole('button', { name: new RegExp(`${ULD}$`) }).first().click();
    await reader.locator('.unit-open .sheet').waitFor();
    await reader.locator('.way .verb').last().click();
    expect(await findings(reader)).toEqual([]);
    expect(await hangsOver(reader)).toBeLessThanOrEqual(0);
    await keepPicture(reader, `hub-work-${colorScheme}-${locale.slice(0, 2)}-${width}`);
    await reader.close();
  });

  test.each(['', '&open=T2', '&card=T3-MASK'])('on paper there are no buttons, nothing is cut, and operation and instant are said: /hub%s', async (search) => {
    await page.goto(`${server.url}/hub?op=${LIEGE}${search}`);
    await page.locator(search.includes('card') ? '.drawer table' : '.stock table').waitFor();
    expect(await wrongOnPaper(page)).toEqual([]);
  }, 30_000);

  test('nothing was complained of in the console, but for what was refused', () => expect(noise.filter((line) => !line.includes('422'))).toEqual([]));
});
