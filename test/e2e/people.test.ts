// A server with accounts as people meet it: the link on the terminal, an account, an invitation, a token on the command line, a
// delivery answered by its consignee. Each page is free of axe's findings, on a screen and on a phone.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, newReader } from '../support/browser.ts';
import { canLook, findings, hangsOver } from '../support/pages.ts';
import { airbridge, freePort, serve, type ServerProcess } from './process.ts';

const PASSWORD = 'a hut beside the runway';
const STARTED = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'airbridge-people-'));
const env = { AIRBRIDGE_HOME: join(folder, 'home'), AIRBRIDGE_ACCOUNTS: 'on', PORT: '' };
let server: ServerProcess;
let adminLink: string;

beforeAll(async () => {
  env.PORT = await freePort();
  server = await serve(['--reference'], env);
  while (!server.heard.out.includes('/join#')) await new Promise((resolve) => void setTimeout(resolve, 100));
  adminLink = /http:\S+\/join#\S+/.exec(server.heard.out)?.[0] ?? '';
}, STARTED);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly answer: Record<string, unknown> }> => {
  const reply = await fetch(`${server.url}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url, ...headers }, body: JSON.stringify(body) });
  return { status: reply.status, answer: (await reply.json()) as Record<string, unknown> };
};
const joinBy = (link: string, username: string): Promise<{ readonly status: number }> => post('/v1/people/join', { secret: link.split('#')[1], username, name: `${username} Example`, password: PASSWORD });

describe('at the machine itself', () => {
  test('the key lies in the data folder for its owner alone, and goes when the server goes', () => expect(statSync(join(env.AIRBRIDGE_HOME, 'terminal.key')).mode & 0o777).toBe(0o600));

  test('airbridge admin-link prints a link that makes an administrator, once', async () => {
    const { code, out } = await airbridge(['admin-link', '--json'], env);
    const { url } = JSON.parse(out) as { readonly url: string };
    expect([code, (await joinBy(url, 'ops')).status, (await joinBy(url, 'ops2')).status]).toEqual([0, 200, 410]);
  });

  test('a command is told to bear a token, and does its work with one', async () => {
    const without = await airbridge(['status', 'liege-2020'], env);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('Set AIRBRIDGE_TOKEN')]);
    const made = await airbridge(['token', 'new', 'report', '--member', 'ops', '--permissions', 'operations.read,status.read', '--json'], env);
    const { secret, id } = JSON.parse(made.out) as { readonly secret: string; readonly id: string };
    const status = await airbridge(['status', 'liege-2020', '--json'], { ...env, AIRBRIDGE_TOKEN: secret });
    expect([status.code, (JSON.parse(status.out) as { readonly promises: readonly unknown[] }).promises.length]).toEqual([0, 16]);
    expect((await airbridge(['token', 'list', '--member', 'ops'], env)).out).toContain('report');
    expect((await airbridge(['token', 'revoke', id, '--member', 'ops'], env)).code).toBe(0);
    expect((await airbridge(['status', 'liege-2020'], { ...env, AIRBRIDGE_TOKEN: secret })).code).toBe(2);
  }, STARTED);

  test('a server for others does not start without the address that people type, nor without accounts', async () => {
    const home = join(folder, 'other');
    expect(await airbridge(['serve'], { AIRBRIDGE_HOME: home, HOST: '0.0.0.0' })).toMatchObject({ code: 2, err: expect.stringContaining('AIRBRIDGE_URL') as string });
    expect(await airbridge(['serve'], { AIRBRIDGE_HOME: home, HOST: '0.0.0.0', AIRBRIDGE_ACCOUNTS: 'off' })).toMatchObject({ code: 2, err: expect.stringContaining('without accounts') as string });
  }, STARTED);
});

describe.skipIf(!canLook('the pages of people in a browser'))('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await newReader(browser, { width: 1440, height: 900 });
  });
  afterAll(() => browser.close());

  /** On a screen and on a phone: no finding, and nothing beside the edge. */
  async function isSound(): Promise<void> {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findings(page)).toEqual([]);
      expect(await hangsOver(page)).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  const main = () => page.getByRole('main');

  test('a page asks who is there, and leads back after signing in', async () => {
    await page.goto(adminLink);
    await page.getByLabel('Your name').fill('Ann Example');
    await page.getByLabel('User name').fill('ann');
    await page.getByLabel('Password').fill(PASSWORD);
    await isSound();
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByText('Done. Now sign in.').waitFor();
    await page.goto(`${server.url}/people`);
    await main().getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('User name').fill('ann');
    await page.getByLabel('Password').fill('something else');
    await main().getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await isSound();
    await page.getByLabel('Password').fill(PASSWORD);
    await main().getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Members' }).waitFor();
    expect(await page.locator('.signed-in').innerText()).toContain('Ann Example, administrator');
  });

  test('an administrator sets up an organisation and invites somebody into it', async () => {
    await page.getByRole('button', { name: 'New organisation' }).click();
    await page.getByLabel('Code').fill('LGG-HUB');
    await page.locator('form').getByLabel('Name', { exact: true }).fill('The hub at Liège');
    await page.getByRole('button', { name: 'Bind to something' }).click();
    await page.getByLabel('What', { exact: true }).selectOption('place');
    await page.getByLabel('Which').fill('BELGG');
    await isSound();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('liege-2020: place BELGG').waitFor();
    await page.locator('select[name=role]').selectOption('hub-operator');
    await page.locator('select[name=organisation]').selectOption('LGG-HUB');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.locator('.once code').innerText();
    expect((await joinBy(link, 'bo')).status).toBe(200);
    await isSound();
  });

  test('a consignee answers for a delivery by its link, in French, once', async () => {
    const made = await airbridge(['token', 'new', 'desk', '--member', 'bo', '--permissions', 'fact.record,fact.release,fact.road,link.make', '--json'], env);
    const bearer = { authorization: `Bearer ${(JSON.parse(made.out) as { readonly secret: string }).secret}` };
    const operation = '/v1/operations/liege-2020';
    const fact = (key: string, kind: string, body: object) => post(`${operation}/facts`, { kind, occurredAt: `2020-03-16T19:0${key}:00Z`, body }, { ...bearer, 'idempotency-key': key });
    expect((await fact('1', 'dispatch.released', { dispatch: 'DX', place: 'BELGG', recipient: 'BE', lot: 'F1-SHIELD', units: 2000, route: [] })).status).toBe(200);
    expect((await fact('2', 'dispatch.departed', { dispatch: 'DX' })).status).toBe(200);
    const { answer } = await post(`${operation}/delivery-links`, { dispatch: 'DX' }, bearer);
    await page.goto(String(answer['url']));
    await page.getByRole('button', { name: 'FR' }).click();
    await page.getByLabel('Reçues').fill('1900');
    await page.getByLabel('dont abîmées').fill('100');
    await page.getByLabel('Rendues').fill('100');
    await page.getByLabel('Votre nom').fill('Dr Rossi');
    await isSound();
    await page.getByRole('button', { name: 'Confirmer la réception' }).click();
    await page.getByText('Votre réception est enregistrée').waitFor();
    await isSound();
    await page.reload();
    await page.getByText('Votre réception est enregistrée').waitFor();
  }, STARTED);

  test('a link that opens nothing says so', async () => {
    await page.goto(`${server.url}/r/${'z'.repeat(43)}`);
    expect(await page.getByRole('alert').innerText()).toContain('n’ouvre rien');
    await isSound();
  });
});
