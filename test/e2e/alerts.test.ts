// Alerts in a browser, as a person sets them up: an address added, tried, paused and removed, a receiver that is gone, a dead letter
// sent again; a new alert that appears by itself. Once by keyboard alone. Free of axe's findings in both languages, light and
// dark, wide and narrow.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { airbridgeClient } from '../../src/client/client.ts';
import { invariant } from '../../src/domain/result.ts';
import { CHROMIUM, launchBrowser, newReader, READERS, sayThatItIsMissing } from '../support/browser.ts';
import { isSignedWith, type Mailbox, mailReceiver, type Receiver, webReceiver } from '../support/receivers.ts';
import { CHECKOUT, freePort, serve, type ServerProcess } from './process.ts';

const isBuilt = existsSync(join(CHECKOUT, 'dist', 'web', 'index.html'));
if (CHROMIUM === null) sayThatItIsMissing('alerts in a browser');
else if (!isBuilt) process.stderr.write('SKIPPED: alerts in a browser: dist/web is not built. node scripts/setup.mjs builds it.\n');

/** Pictures are kept where PICTURES names a folder. */
const PICTURES = process.env['PICTURES'] ?? '';
const LIEGE = 'liege-2020';

describe.skipIf(CHROMIUM === null || !isBuilt)('alerts in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-alerts-'));
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let web: Receiver;
  let box: Mailbox;
  const noise: string[] = [];

  beforeAll(async () => {
    [web, box] = await Promise.all([webReceiver(), mailReceiver()]);
    const env = { AIRBRIDGE_HOME: join(folder, 'home'), PORT: await freePort(), AIRBRIDGE_WEBHOOK_HOSTS: '127.0.0.1', AIRBRIDGE_SMTP_URL: box.url, AIRBRIDGE_SMTP_FROM: 'airbridge@example.org' };
    [server, browser] = await Promise.all([serve(['--reference'], env), launchBrowser()]);
    page = await newReader(browser, { width: 1440, height: 900 });
    page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
    page.on('pageerror', (error) => void noise.push(error.message));
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await Promise.all([web.close(), box.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = async (at: Page, name: string): Promise<void> => {
    if (PICTURES === '') return;
    mkdirSync(PICTURES, { recursive: true });
    await at.screenshot({ path: join(PICTURES, `alerts-${name}.png`), fullPage: true });
  };
  const findings = async (at: Page): Promise<string[]> => {
    const looked = await new AxeBuilder({ page: at }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).options({ resultTypes: ['violations'] }).analyze();
    return looked.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const rowOf = (address: string) => page.locator('.who .subscriptions li', { hasText: address });

  test('says what needs a person, that nobody is told, and what to do about it', async () => {
    await page.goto(`${server.url}/alerts?op=${LIEGE}`);
    await page.locator('.raised .entry').first().waitFor();
    expect(await page.locator('h1').innerText()).toMatch(/^\d+ things need a person now\. \d+ (is|are) critical\.$|^\d+ things need a person now\. One is critical\.$/);
    expect(await page.locator('.story').innerText()).toContain('it is a story, and tells nobody by itself');
    await page.locator('.who .quiet').waitFor();
    await page.locator('.dead .quiet').waitFor();
    expect(await page.locator('.who').innerText()).toContain('Nobody yet. Add an e-mail address or a webhook');
    expect(await page.locator('.dead').innerText()).toContain('No message was given up.');
    await keep(page, 'empty');
  });

  test('each alert leads to where it is solved', async () => {
    await page.getByRole('link', { name: 'To the hub' }).first().click();
    await page.waitForURL(/\/hub\?.*open=F5/);
    await page.locator('#consignment-title', { hasText: 'F5' }).waitFor();
    await page.goBack();
    await page.locator('.raised .entry').first().waitFor();
  });

  test('an address that cannot be written to is refused, with its remedy', async () => {
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByLabel('How', { exact: true }).selectOption('webhook');
    await page.getByLabel('Address', { exact: true }).fill('https://10.0.0.1/hook');
    await page.getByLabel(/although the operation is a story/).check();
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.locator('.problem').waitFor();
    expect(await page.locator('.problem').innerText()).toContain('lies in this machine’s own network. name a host that the internet reaches');
  });

  test('a webhook is added, its secret shown once, and what stands is told, signed with it', async () => {
    await page.getByLabel('Address', { exact: true }).fill(web.url);
    await page.getByRole('button', { name: 'Add it' }).click();
    const secret = await page.locator('.once code').innerText();
    await keep(page, 'secret');
    await until(() => web.received.length === 1);
    const [first] = web.received;
    invariant(first, 'it came');
    expect(isSignedWith(secret, first)).toBe(true);
    expect(first.json.data.raised?.map(({ alert }) => alert)).toContain('out-of-stock');
    await page.getByRole('button', { name: 'Done' }).click();
    await rowOf(web.url).waitFor();
    expect(await page.content()).not.toContain(secret);
    await rowOf(web.url).getByRole('button', { name: /^Send a test/ }).click();
    await rowOf(web.url).getByText('The test was taken.').waitFor();
    expect(web.received.at(-1)?.json.type).toBe('alerts.test');
  });

  test('a new alert appears by itself, and goes out', async () => {
    const before = web.received.length;
    const recorded = await airbridgeClient({ url: server.url }).record(LIEGE, { kind: 'consignment.estimated', occurredAt: '2020-03-16T18:00:00Z', body: { consignment: 'F4', arrival: '2020-03-21T14:00:00.000Z' } }, 'a late estimate');
    invariant(recorded.ok, `it is recorded: ${JSON.stringify(recorded)}`);
    await page.getByText('F4 is late').waitFor();
    await until(() => web.received.length > before);
    expect(web.received.at(-1)?.json.data.raised?.map(({ subject }) => subject)).toEqual(['F4']);
  });

  test('a receiver that is gone pauses its address; its message stands as a dead letter, is sent again, or thrown away', async () => {
    web.answer = 410;
    const better = await airbridgeClient({ url: server.url }).record(LIEGE, { kind: 'consignment.estimated', occurredAt: '2020-03-16T18:30:00Z', body: { consignment: 'F4', arrival: '2020-03-20T13:00:00.000Z' } }, 'a better estimate');
    invariant(better.ok, `it is recorded: ${JSON.stringify(better)}`);
    const dead = page.locator('.dead li').first();
    await dead.waitFor({ timeout: 40_000 });
    await rowOf(web.url).getByText(/^Paused .*the receiver answered that it wants no more messages/).waitFor({ timeout: 40_000 });
    expect(await dead.innerText()).toContain('it answered 410: it wants no more messages.');
    await keep(page, 'dead');
    web.answer = 200;
    const [gone, before] = [web.received.at(-1), web.received.length];
    await rowOf(web.url).getByRole('button', { name: /^Resume/ }).click();
    await dead.getByRole('button', { name: /^Send again/ }).click();
    await dead.waitFor({ state: 'detached' });
    await until(() => web.received.length > before);
    expect(web.received.slice(before).map(({ headers }) => headers['webhook-id'])).toContain(gone?.headers['webhook-id']);
  });

  test('an address is removed only when one says so twice', async () => {
    await rowOf(web.url).getByRole('button', { name: /^Remove/ }).click();
    await rowOf(web.url).getByRole('button', { name: /^Keep it/ }).click();
    await rowOf(web.url).getByRole('button', { name: /^Remove/ }).click();
    await rowOf(web.url).getByRole('button', { name: /^Remove for good/ }).click();
    await rowOf(web.url).waitFor({ state: 'detached' });
  });

  test('by keyboard alone: an e-mail address for late flights, in French', async () => {
    await page.goto(`${server.url}/alerts?op=${LIEGE}`);
    await page.getByRole('button', { name: 'Add an address' }).waitFor();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        const focused = await page.evaluate<string>(`(() => { const at = document.activeElement; return (at.labels?.[0]?.textContent ?? at.textContent ?? '').trim(); })()`);
        if (name.test(focused)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by Tab to ${String(name)}`);
    };
    await tabTo(/^Add an address$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Address$/);
    await page.keyboard.type('astreinte@example.org');
    await tabTo(/^Language$/);
    await page.keyboard.type('French');
    await tabTo(/^What of$/);
    await page.keyboard.type('Only');
    await tabTo(/^loads too big$/);
    await page.keyboard.press('Space');
    await tabTo(/although the operation is a story$/);
    await page.keyboard.press('Space');
    await tabTo(/^Add it$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Done$/);
    await page.keyboard.press('Enter');
    await rowOf('astreinte@example.org').waitFor();
    expect(await rowOf('astreinte@example.org').innerText()).toContain('only: loads too big, in French');
    await until(() => box.mails.length > 0);
    expect(box.mails[0]?.to).toEqual(['astreinte@example.org']);
  });

  test.each(READERS)('axe finds nothing: $colorScheme, $locale, $width px', async ({ colorScheme, locale, width }) => {
    const client = airbridgeClient({ url: server.url });
    web.answer = 410;
    const made = await client.alerts.subscribe(LIEGE, { channel: 'webhook', address: `${web.url}${colorScheme}-${locale}-${width}/a-rather-long-path-that-somebody-gave-to-this-hook`, evenPast: true });
    invariant(made.ok, 'the subscription is made');
    for (let dead = 0; dead === 0; ) {
      const found = await client.alerts.messages(LIEGE);
      dead = found.ok ? found.value.messages.length : 0;
    }
    const reader = await newReader(browser, { width, height: 900, colorScheme, locale });
    await reader.goto(`${server.url}/alerts?op=${LIEGE}`);
    await reader.locator('.dead li').first().waitFor();
    await reader.locator('.raised .entry').first().waitFor();
    await reader.waitForTimeout(600);
    expect(await findings(reader)).toEqual([]);
    const tag = `${colorScheme}-${locale.slice(0, 2)}-${width}`;
    await keep(reader, tag);
    expect(await reader.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await reader.locator('.add').click();
    await reader.locator('.subscribe .choice').last().selectOption('some');
    expect(await findings(reader)).toEqual([]);
    await keep(reader, `form-${tag}`);
    expect(await reader.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await reader.close();
    invariant((await client.alerts.remove(LIEGE, made.value.id)).ok, 'it is removed');
  });

  test('nothing was complained of in the console, but for what was refused', () => expect(noise.filter((line) => !/\b422\b/.test(line))).toEqual([]));
});
