// The pages while the journal grows, the server comes and goes, and a plan takes its time: in Chromium, against a process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { airbridgeClient } from '../../src/client/client.ts';
import { launchBrowser, newReader } from '../support/browser.ts';
import { canLook, keepPicture } from '../support/pages.ts';
import { freePort, serve, type ServerProcess } from './process.ts';

/** For a machine that has other things to do. */
const SOON = { timeout: 30_000 } as const;

describe.skipIf(!canLook('the pages live'))('the pages live', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-live-'));
  let env: { readonly AIRBRIDGE_HOME: string; readonly PORT: string };
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    env = { AIRBRIDGE_HOME: join(folder, 'home'), PORT: await freePort() };
    [server, browser] = await Promise.all([serve(['--reference'], env), launchBrowser()]);
    page = await newReader(browser, { width: 1440, height: 900 });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const picture = (name: string): Promise<void> => keepPicture(page, name, { whole: false });
  const answer = (): Promise<string> => page.locator('#answer h1').innerText();
  const sign = (): Promise<string | null> => page.locator('.live').getAttribute('data-state');
  const amend = async (units: number): Promise<void> => {
    const recorded = await airbridgeClient({ url: server.url }).record('liege-2020', { kind: 'pledge.amended', occurredAt: '2020-03-16T12:00:00Z', body: { pledge: 'P1', item: 'surgical-mask', units, reason: 'the donor gives more' } }, `more-${units}`);
    expect(recorded).toMatchObject({ ok: true });
  };

  test('change by themselves when a fact comes in', async () => {
    await page.goto(server.url);
    await expect.poll(answer, SOON).toContain('of 2,000,000 masks');
    await expect.poll(sign, SOON).toBe('live');
    await amend(2_100_000);
    await expect.poll(answer, SOON).toContain('of 2,100,000 masks');
    await picture('live-1440');
  });

  test('say that the server has gone, come back with it, and show what came in', async () => {
    await server.stop();
    await expect.poll(sign, SOON).toBe('reconnecting');
    expect(await page.locator('.live').innerText()).toBe('Reconnecting …');
    await picture('reconnecting-1440');
    server = await serve([], env);
    await expect.poll(sign, SOON).toBe('live');
    await amend(2_200_000);
    await expect.poll(answer, SOON).toContain('of 2,200,000 masks');
  });

  test('tell how far a plan is, and give it up and make it at a person’s word', async () => {
    // The one solver has other things to do, so that a quick machine is not done before it is asked.
    const client = airbridgeClient({ url: server.url });
    const busy = new AbortController();
    const others = [12, 14, 17, 19].map((day) => client.job('liege-2020', { kind: 'frontier', asOf: `2020-03-${day}T05:00:00Z` }, { signal: busy.signal }));
    await page.goto(`${server.url}/?at=2020-03-15T10:00:00Z`);
    const planning = page.locator('.planning');
    await expect.poll(() => planning.innerText(), SOON).toMatch(/Planning this instant \d+ s, (raising the worst-off: \d+ of \d+ needs settled|choosing ways.*|waits its turn) Cancel/);
    await picture('planning-1440');
    await planning.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect.poll(() => planning.innerText(), SOON).toBe('Planning was cancelled. Plan again');
    await picture('cancelled-1440');
    busy.abort();
    await Promise.all(others);
    await planning.getByRole('button', { name: 'Plan again' }).press('Enter');
    await expect.poll(() => planning.innerText(), { timeout: 60_000 }).toMatch(/^Plan equal cover, \d+ lines/);
  }, 90_000);

  test.each([['light', 'fr-FR'], ['dark', 'en-GB']] as const)('fit a phone: %s, %s', async (colorScheme, locale) => {
    const look = await newReader(browser, { width: 390, height: 844, colorScheme, locale });
    try {
      await look.goto(server.url);
      await expect.poll(() => look.locator('.live').getAttribute('data-state'), SOON).toBe('live');
      expect(await look.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      await keepPicture(look, `live-390-${colorScheme}`, { whole: false });
    } finally {
      await look.close();
    }
  });
});
