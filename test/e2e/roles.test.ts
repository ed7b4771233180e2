// The pages of the work as members of different roles see them, on a server with accounts: each finds the verbs that their role has and
// no others, and is told where there is nothing for them. What a page hides, the server refuses: test/scenarios/permissions.test.ts.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { invariant } from '../../src/domain/result.ts';
import { newReader } from '../support/browser.ts';
import { canLook, findings, hangsOver, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const PASSWORD = 'a hut beside the runway';
const LIEGE = 'liege-2020';
const MEMBERS = {
  'hub-operator': [{ operation: LIEGE, kind: 'place', subject: 'BELGG' }],
  planner: [{ operation: LIEGE, kind: 'operation', subject: '' }],
  auditor: [{ operation: LIEGE, kind: 'operation', subject: '' }],
  carrier: [{ operation: LIEGE, kind: 'carrier', subject: 'Carrier not named' }],
} as const;
type Role = keyof typeof MEMBERS;

describe.skipIf(!canLook('the pages by role'))('the pages by role', () => {
  let server: ServerProcess;
  let browser: Browser;
  pagesOfReference(async (pages) => {
    ({ server, browser } = pages);
    while (!server.heard.out.includes('/join#')) await new Promise((resolve) => void setTimeout(resolve, 100));
    await join(/http:\S+\/join#\S+/.exec(server.heard.out)?.[0] ?? '', 'ops');
    const signedIn = await ask('POST', '/auth/sign-in/username', { username: 'ops', password: PASSWORD });
    const cookie = signedIn.headers.getSetCookie().map((it) => it.split(';')[0]).join('; ');
    for (const [role, bindings] of Object.entries(MEMBERS)) {
      const organisation = `ORG-${role.toUpperCase()}`;
      const made = await ask('PUT', `/v1/people/organisations/${organisation}`, { name: role, bindings }, cookie);
      invariant(made.status === 200, `${organisation} is made: ${made.status}`);
      const invited = await ask('POST', '/v1/people/invitations', { organisation, role }, cookie);
      await join(((await invited.json()) as { readonly url: string }).url, role);
    }
  }, { AIRBRIDGE_ACCOUNTS: 'on' });

  const ask = (method: string, path: string, body: object, cookie = ''): Promise<Response> => fetch(`${server.url}/api${path}`, { method, headers: { 'content-type': 'application/json', origin: server.url, ...(cookie !== '' && { cookie }) }, body: JSON.stringify(body) });
  const join = async (link: string, username: string): Promise<void> => {
    const joined = await ask('POST', '/v1/people/join', { secret: link.split('#')[1], username, name: `${username} Example`, password: PASSWORD });
    invariant(joined.status === 200, `${username} joins: ${joined.status}`);
  };

  /** A reader of their own, signed in. */
  async function as(role: Role, width = 1440): Promise<Page> {
    const page = await newReader(browser, { width, height: 900 });
    await page.goto(`${server.url}/sign-in?to=/hub`);
    await page.getByLabel('User name').fill(role);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/hub');
    return page;
  }
  const verbs = (page: Page): Promise<string[]> => page.getByRole('main').locator('button:not(.plain):not(.figure), a.key, a.verb').allInnerTexts();

  test('whoever works at the hub is offered its work', async () => {
    const page = await as('hub-operator');
    await page.goto(`${server.url}/hub?op=${LIEGE}&open=F4`);
    await page.locator('.stock table').waitFor();
    expect(await page.locator('.reads-only').count()).toBe(0);
    expect(await verbs(page)).toEqual(expect.arrayContaining(['Bring a shipper’s sheet', 'Departed', 'Landed', 'Book onto another flight', 'File a paper', 'Act']));
    await page.getByRole('button', { name: 'Act on F1-MASK' }).click();
    expect(await page.locator('.lot-actions .key').allInnerTexts()).toEqual(['Held by customs', 'Quarantine', 'Pack and label', 'Recall']);
    await page.goto(`${server.url}/dispatch?op=${LIEGE}`);
    await page.locator('.order').first().waitFor();
    expect(await verbs(page)).toEqual(expect.arrayContaining(['Arrived', 'Record delivery', 'Something went wrong', 'Make it good']));
    await page.close();
  });

  test('a planner splits flights, files papers, recalls and gives orders, and neither packs nor loads', async () => {
    const page = await as('planner');
    await page.goto(`${server.url}/hub?op=${LIEGE}&open=F4`);
    await page.locator('.stock table').waitFor();
    expect(await verbs(page)).toEqual(expect.arrayContaining(['Bring a shipper’s sheet', 'Book onto another flight', 'File a paper', 'Act']));
    await page.getByRole('button', { name: 'Act on F1-MASK' }).click();
    expect(await page.locator('.lot-actions .key').allInnerTexts()).toEqual(['Recall']);
    await page.goto(`${server.url}/dispatch?op=${LIEGE}`);
    await page.locator('.order').first().waitFor();
    await page.getByRole('button', { name: 'Release', exact: true }).waitFor();
    const onward = await verbs(page);
    expect(onward).toEqual(expect.arrayContaining(['Release', 'Make it good']));
    for (const verb of ['Arrived', 'Record delivery', 'Something went wrong']) expect(onward).not.toContain(verb);
    await page.close();
  });

  test.each([1440, 390])('an auditor reads all of it, and is told that there is nothing to enter, at %i px', async (width) => {
    const page = await as('auditor', width);
    await page.goto(`${server.url}/hub?op=${LIEGE}&open=F4`);
    await page.locator('.stock table').waitFor();
    expect(await page.locator('.reads-only').innerText()).toBe('You read this page as auditor; there is nothing on it for you to enter.');
    expect((await verbs(page)).filter((verb) => !['Close', 'Print', 'Who holds it?', '5 consignments that do not come here', 'Goods received note (PDF)'].includes(verb))).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, `hub-auditor-${width}`);
    await page.goto(`${server.url}/dispatch?op=${LIEGE}`);
    await page.locator('.order').first().waitFor();
    expect(await page.locator('.reads-only').count()).toBe(1);
    expect(await verbs(page)).toEqual(['Print']);
    expect(await findings(page)).toEqual([]);
    expect(await hangsOver(page)).toBeLessThanOrEqual(0);
    await page.goto(`${server.url}/intake?op=${LIEGE}`);
    await page.getByText('Shippers’ sheets are not yours to bring as auditor.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  }, 90_000);

  test('a carrier is told that the hub is not theirs to see, in French too', async () => {
    const page = await as('carrier');
    await page.getByRole('heading', { name: 'The hub is not yours to see as carrier.' }).waitFor();
    expect(await page.locator('.stock').count()).toBe(0);
    await page.getByRole('button', { name: 'FR', exact: true }).click();
    await page.getByRole('heading', { name: 'En tant que transporteur, vous ne voyez pas la plateforme.' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'hub-carrier-fr');
    await page.close();
  });
});
