// Requests as people meet them, on a server with accounts: a coordinator makes a link; a hospital's clerk asks by it on a phone, is
// asked back, answers, and reads what became of it; a sheet with a wrong row is put right and filed. Every page is free of axe's
// findings, in both languages, light and dark, on a screen and on a phone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, newReader, READERS } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture, wrongOnPaper } from '../support/pages.ts';
import { airbridge, freePort, serve, type ServerProcess } from './process.ts';

const PASSWORD = 'a hut beside the runway';
const STARTED = 180_000;
const LONG = 60_000;

describe.skipIf(!canLook('the pages of requests in a browser'))('requests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-requests-'));
  const env = { AIRBRIDGE_HOME: join(folder, 'home'), AIRBRIDGE_ACCOUNTS: 'on', PORT: '' };
  let server: ServerProcess;
  let browser: Browser;
  /** The coordinator's screen, and the clerk's phone. */
  let desk: Page;
  let phone: Page;
  const noise: string[] = [];

  beforeAll(async () => {
    env.PORT = await freePort();
    [server, browser] = await Promise.all([serve(['--reference'], env), launchBrowser()]);
    await signedUp();
    desk = await newReader(browser, { width: 1440, height: 900 });
    phone = await newReader(browser, { width: 390, height: 844 });
    for (const page of [desk, phone]) {
      page.on('console', (message) => void (message.type() === 'error' && noise.push(message.text())));
      page.on('pageerror', (error) => void noise.push(error.message));
    }
    await desk.goto(`${server.url}/sign-in`);
    await desk.getByLabel('User name').fill('coordinator');
    await desk.getByLabel('Password').fill(PASSWORD);
    await desk.getByRole('button', { name: 'Sign in' }).click();
    await desk.waitForURL((url) => url.pathname === '/');
  }, STARTED);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, method: string, body: object, cookie = ''): Promise<Response> => fetch(`${server.url}/api${path}`, { method, headers: { 'content-type': 'application/json', origin: server.url, cookie }, body: JSON.stringify(body) });

  /** A coordinator with an account, whose organisation is bound to the operation. */
  async function signedUp(): Promise<void> {
    const link = JSON.parse((await airbridge(['admin-link', '--json'], env)).out) as { readonly url: string };
    await ask('/v1/people/join', 'POST', { secret: link.url.split('#')[1], username: 'ops', name: 'Ops Example', password: PASSWORD });
    const signed = await ask('/auth/sign-in/username', 'POST', { username: 'ops', password: PASSWORD });
    const cookie = signed.headers.getSetCookie().map((it) => it.split(';')[0]).join('; ');
    await ask('/v1/people/organisations/COORD', 'PUT', { name: 'Coordination', bindings: [{ operation: 'liege-2020', kind: 'operation', subject: '' }] }, cookie);
    const invited = (await (await ask('/v1/people/invitations', 'POST', { organisation: 'COORD', role: 'planner' }, cookie)).json()) as { readonly url: string };
    await ask('/v1/people/join', 'POST', { secret: invited.url.split('#')[1], username: 'coordinator', name: 'Co Example', password: PASSWORD });
  }

  /** As it stands: no finding and nothing beside the edge, for each of the readers. */
  async function isSound(page: Page, name: string): Promise<void> {
    const size = page.viewportSize();
    for (const { width, colorScheme, locale } of READERS) {
      const language = locale.slice(0, 2);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.getByRole('button', { name: language.toUpperCase(), exact: true }).click();
      await expect.poll(() => page.evaluate<string>('document.documentElement.lang')).toBe(language);
      expect([name, width, colorScheme, language, await findings(page), Math.max(0, await hangsOver(page))]).toEqual([name, width, colorScheme, language, [], 0]);
      await keepPicture(page, `requests-${name}-${width}-${colorScheme}-${language}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (size !== null) await page.setViewportSize(size);
  }

  let link = '';
  test('an empty desk says how requests come, and makes a link that is shown once', async () => {
    await desk.goto(`${server.url}/need/requests?op=liege-2020`);
    await desk.getByRole('heading', { name: 'Nobody has asked for anything yet.' }).waitFor();
    await isSound(desk, 'empty');
    await desk.getByLabel('Recipient', { exact: true }).selectOption('IT-LOM');
    await desk.getByRole('button', { name: 'Make a link' }).click();
    link = (await desk.locator('.once code').textContent()) ?? '';
    expect(new URL(link).pathname).toMatch(/^\/n\/[\w-]{43}$/);
    await desk.getByRole('button', { name: 'Revoke Regione Lombardia' }).waitFor();
  }, LONG);

  test('by link, on a phone: the form says the pieces in cartons, by keyboard alone', async () => {
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'What does Regione Lombardia need?' }).waitFor();
    await isSound(phone, 'link');
    await phone.getByLabel('Item', { exact: true }).selectOption('suit');
    await phone.getByLabel('Pieces').focus();
    await phone.keyboard.type('5000');
    await expect.poll(() => phone.locator('.asking .line .quiet').first().textContent()).toBe('= 100 cartons of 50');
    await phone.getByLabel('How urgent').selectOption('5');
    await phone.getByLabel('Reason (optional)').fill('three new wards');
    await phone.getByLabel('Your name').fill('Ana Example');
    await phone.keyboard.press('Enter');
    await phone.getByText('Thank you. The request is filed.').waitFor();
    expect(await phone.locator('.became').textContent()).toContain('It is being looked at.');
    await isSound(phone, 'sent');
  }, LONG);

  test('a quantity outside the band is asked about at once, with both figures, and the answer corrects it', async () => {
    await phone.getByRole('button', { name: 'Ask for something else' }).click();
    await phone.getByLabel('Item', { exact: true }).selectOption('surgical-mask');
    await phone.getByLabel('Pieces').fill('90000000');
    await phone.getByLabel('Your name').fill('Ana Example');
    await phone.getByRole('button', { name: 'Send the request' }).click();
    await phone.getByText('There is a question for you.').waitFor();
    expect(await phone.locator('.question').textContent()).toMatch(/You ask for 90,000,000 masks\. By the official counts, [\d,]+ to [\d,]+ would be needed in this time\./);
    await isSound(phone, 'asked');
    const question = phone.locator('.became', { hasText: 'There is a question for you.' });
    await question.getByLabel('masks: The number is right').fill('500000');
    await question.getByLabel('Your answer').fill('A zero too many, twice.');
    await question.getByLabel('Your name').fill('Ana Example');
    await question.getByRole('button', { name: 'Send the answer' }).click();
    await phone.getByText('Your answer is being looked at.').waitFor();
  }, LONG);

  test('the desk shows what it stands beside and the band; a question goes out and its answer comes back', async () => {
    await desk.goto(`${server.url}/need/requests?op=liege-2020`);
    await desk.getByRole('heading', { name: '2 requests wait for you.' }).waitFor();
    const row = desk.locator('.list tbody tr', { hasText: 'suits' });
    await row.getByRole('button', { name: 'Look at the request of Regione Lombardia' }).click();
    await desk.locator('.detail').waitFor();
    await isSound(desk, 'desk');
    expect(await wrongOnPaper(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Ask back' }).click();
    await desk.getByLabel('Question to the requester').fill('How many beds?');
    await desk.getByRole('button', { name: 'Send the question' }).click();
    await desk.getByRole('heading', { name: 'One request waits for you. One waits for its requester’s answer.' }).waitFor();
    await phone.reload();
    await phone.getByText('How many beds?').waitFor();
    const question = phone.locator('.became', { hasText: 'How many beds?' });
    await question.getByLabel('Your answer').fill('120 beds.');
    await question.getByLabel('Your name').fill('Ana Example');
    await question.getByRole('button', { name: 'Send the answer' }).click();
    await phone.getByText('How many beds?').waitFor({ state: 'detached' });
    await desk.getByText('120 beds.').waitFor();
  }, LONG);

  test('accepted for less, it says so on the phone; undone by a correction, it waits again', async () => {
    await desk.getByRole('button', { name: 'Accept', exact: true }).click();
    await desk.getByLabel('Pieces accepted of suits').fill('3000');
    await desk.getByLabel(/Reason, if less/).fill('the rest next week');
    await desk.locator('.entry-form').getByRole('button', { name: 'Accept', exact: true }).click();
    await desk.getByRole('button', { name: 'Undo the decision' }).waitFor();
    await phone.reload();
    await expect.poll(() => phone.locator('.became', { hasText: 'suits' }).textContent()).toContain('Accepted: it counts in the plan. 3,000 of 5,000 accepted. Reason: the rest next week');
    await isSound(phone, 'accepted');
    await desk.getByRole('button', { name: 'Undo the decision' }).click();
    await desk.getByLabel('Why it is undone').fill('the wrong one');
    await desk.locator('.entry-form').getByRole('button', { name: 'Undo' }).click();
    await desk.getByRole('heading', { name: '2 requests wait for you.' }).waitFor();
    await desk.getByRole('button', { name: 'Decline', exact: true }).click();
    await desk.getByLabel('Why not').fill('Milan has them in store');
    await desk.locator('.entry-form').getByRole('button', { name: 'Decline' }).click();
    await desk.getByRole('heading', { name: 'One request waits for you.' }).waitFor();
    await phone.reload();
    await expect.poll(() => phone.locator('.became', { hasText: 'suits' }).textContent()).toContain('Declined. Reason: Milan has them in store');
  }, LONG);

  test('a request that waits is what needs a person in the control tower, and leads to the desk', async () => {
    await desk.goto(`${server.url}/?op=liege-2020`);
    await desk.getByRole('link', { name: 'Look at the request' }).click();
    await desk.waitForURL((url) => url.pathname === '/need/requests' && url.searchParams.get('open')?.startsWith('RQ-') === true);
    await desk.locator('.detail').waitFor();
  }, LONG);

  test('a sheet with a wrong row shows it in place, files nothing until it is set aside, then files one request each', async () => {
    await desk.getByRole('link', { name: 'Bring a sheet of requests' }).click();
    await isSound(desk, 'sheet');
    await desk.getByLabel(/Or paste/).fill('Ente\tMateriale\tFabbisogno\tDal\tAl\nIT-VEN\tmascherine chirurgiche\t60000\t17/03/2020\t23/03/2020\nIT-EMR\tmascherine chirurgiche\t60000\t17/03/2020\t23/03/2020\nAtlantis\tmascherine chirurgiche\t5\t17/03/2020\t23/03/2020\n');
    await desk.getByRole('button', { name: 'Read it' }).click();
    await desk.getByText('there is no recipient Atlantis').waitFor();
    await isSound(desk, 'sheet-wrong');
    expect(await wrongOnPaper(desk)).toEqual([]);
    expect(await desk.getByRole('button', { name: 'File the requests' }).isDisabled()).toBe(true);
    await desk.getByRole('button', { name: 'Set aside: 4' }).click();
    await expect.poll(() => desk.getByRole('button', { name: 'File the requests' }).isEnabled()).toBe(true);
    await desk.getByRole('button', { name: 'File the requests' }).click();
    await desk.getByRole('heading', { name: '2 requests are filed.' }).waitFor();
  }, LONG);

  test('revoked, the link opens nothing any more', async () => {
    await desk.goto(`${server.url}/need/requests?op=liege-2020`);
    await desk.getByRole('button', { name: 'Revoke Regione Lombardia' }).click();
    await desk.getByText('No link stands.').waitFor();
    await phone.goto(link);
    await phone.getByText('This link no longer opens anything').waitFor();
  }, LONG);

  test('no page complains', () => expect(noise.filter((text) => !text.includes('410'))).toEqual([]));
});
