// The plan page as a planner uses it, in Chromium, once by mouse and once whole by keyboard: compare the policies, read a
// reason and its alternative, decide, be refused, replan, approve; and what stands afterwards. Each state is free of axe's findings.

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { canLook, findings, keepPicture, pagesOfReference } from '../support/pages.ts';
import type { ServerProcess } from './process.ts';

const PLANNED = { timeout: 120_000 } as const;
/** For a machine that has other things to do. */
const SOON = { timeout: 15_000 } as const;

describe.skipIf(!canLook('the plan page in a browser'))('the plan page in a browser', () => {
  let server: ServerProcess;
  let page: Page;
  const { noise } = pagesOfReference(async (pages) => {
    ({ server, page } = pages);
    await page.goto(`${server.url}/plan`);
    await page.locator('.lines tbody tr').first().waitFor(PLANNED);
  });

  const answer = (): Promise<string> => page.locator('#answer h1').innerText();
  /** Of a long table a dozen rows stand for the rest. */
  const LONG = '.lines tbody tr:nth-child(n+12)';
  const clean = async (name: string, at = page): Promise<void> => {
    expect(await findings(at, LONG)).toEqual([]);
    await keepPicture(at, `plan-${name}`, { whole: false });
  };
  const facts = async (): Promise<number> => {
    const reply = await fetch(`${server.url}/api/v1/operations`);
    const { operations } = (await reply.json()) as { operations: { facts: number }[] };
    return operations[0]?.facts ?? 0;
  };
  const kinds = async (after: number): Promise<string[]> => {
    const reply = await fetch(`${server.url}/api/v1/operations/liege-2020/facts?after=${after}&limit=50`);
    return ((await reply.json()) as { facts: { kind: string }[] }).facts.map(({ kind }) => kind);
  };
  const panel = (): ReturnType<Page['locator']> => page.locator('.panel');
  /** By keyboard alone: tabs on until what is focused has this name. */
  const tabTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press(key);
      const focused = await page.evaluate<string>("(() => { const it = document.activeElement; return (it?.getAttribute('aria-label') ?? '') + ' ' + (it?.labels?.[0]?.textContent ?? '') + ' ' + (it?.textContent ?? '').slice(0, 80); })()");
      if (name.test(focused)) return;
    }
    throw new Error(`nothing named ${String(name)} can be reached by ${key}`);
  };

  test('sets three policies side by side, and switches', async () => {
    await expect.poll(() => page.locator('.policies tbody tr').last().innerText(), PLANNED).toMatch(/agrees\s+agrees\s+agrees/);
    const before = await answer();
    await page.getByRole('button', { name: 'Show Deprivation' }).click();
    await expect.poll(answer, SOON).not.toBe(before);
    await page.getByRole('button', { name: 'Show Equal cover' }).click();
    await expect.poll(answer, SOON).toBe(before);
  }, 240_000);

  test('gives the reason of a line, its alternatives, and the road not taken on the map', async () => {
    await page.getByRole('combobox', { name: 'Recipient' }).selectOption({ label: 'Madrid' });
    await page.getByRole('combobox', { name: 'Mode' }).selectOption({ label: 'air' });
    await page.locator('.lines tbody tr').first().getByRole('button').click();
    await panel().locator('.otherwise').waitFor(PLANNED);
    expect(await panel().locator('.why-panel > p').first().innerText()).toMatch(/\. .*\./);
    expect(await panel().locator('.otherwise tbody tr').count()).toBeGreaterThan(1);
    expect(await page.locator('.flows path.not-taken').count()).toBeGreaterThan(0);
    expect(await page.locator('.flows').innerText()).toMatch(/not taken: .*h/);
    expect(await page.locator('.flows .far').count()).toBeGreaterThan(0);
    await clean('why');
  }, 240_000);

  test('draws the frontier when asked, as points that can be chosen', async () => {
    await page.getByRole('button', { name: 'Draw the frontier' }).click();
    await expect.poll(() => page.locator('.frontier .waiting').innerText(), SOON).toMatch(/^Planning ten points\. \d+ s, plan \d+ of 10, .*Cancel$/);
    await page.locator('.frontier .spot').first().waitFor(PLANNED);
    await page.getByRole('button', { name: /^75 % of the levels: worst-off .*gap/ }).press('Enter');
    const rows = page.locator('.frontier .points').first().locator('tbody tr');
    expect(await rows.allInnerTexts()).toHaveLength(4);
    await clean('frontier');
  }, 240_000);

  test('refuses more than fits with the most that does; replans, and records nothing meanwhile', async () => {
    const held = await facts();
    const form = panel().locator('.decide');
    await form.getByLabel('Decision').selectOption('set');
    await form.locator('.count').fill('100000');
    await form.getByLabel('Reason').fill('the ministry asked for all of it');
    await form.getByRole('button', { name: 'Add to the draft' }).click();
    expect(await page.getByRole('button', { name: 'Approve and freeze' }).isDisabled()).toBe(true);
    await panel().getByRole('button', { name: 'Replan' }).click();
    await panel().getByText('This cannot stand').waitFor(PLANNED);
    await clean('refused');
    await panel().getByRole('button', { name: /^Set it to \d+, the most that fits$/ }).click();
    await panel().getByRole('button', { name: 'Undo' }).click();
    expect(await panel().locator('.draft ol li').innerText()).toContain('→ 100,000 cartons');
    await panel().getByRole('button', { name: 'Redo' }).click();
    expect(await panel().locator('.draft ol li').innerText()).not.toContain('100,000');
    await page.reload();
    await panel().locator('.draft ol li').waitFor(PLANNED);
    await panel().getByRole('button', { name: 'Replan' }).click();
    await page.locator('.beside tbody tr').nth(1).waitFor(PLANNED);
    expect(await page.locator('.beside').innerText()).toContain('The independent check agrees.');
    await clean('beside');
    expect(await facts()).toBe(held);
  }, 300_000);

  test('approves it: the plan, the line set by hand, the lines that stand, in one stroke', async () => {
    const held = await facts();
    const planned = await answer();
    await page.getByRole('button', { name: 'Approve and freeze' }).click();
    await page.getByLabel('Reason, for the journal').fill('seen by the cell');
    await clean('approve');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText(/^Approved: \d+ facts recorded, \d+ lines stand from now on\.$/).waitFor(PLANNED);
    expect(await kinds(held)).toEqual(['plan.proposed', 'plan.overridden', 'plan.frozen', 'plan.approved']);
    await expect.poll(answer, PLANNED).toBe(planned);
    expect(await panel().count()).toBe(0);
  }, 240_000);

  test('takes a line that is dragged onto another as cartons to move', async () => {
    await page.goto(`${server.url}/plan`);
    await page.getByRole('combobox', { name: 'Item' }).selectOption({ label: 'gowns' });
    const rows = page.locator('.lines tbody tr');
    const names = await rows.locator('th').allInnerTexts();
    const other = names.findIndex((name) => name !== names[0]);
    await rows.first().dragTo(rows.nth(other));
    await expect.poll(() => panel().locator('.decide').getByLabel('Decision').inputValue(), SOON).toBe('move');
    expect(await panel().locator('.decide select').nth(1).locator('option:checked').innerText()).toContain(names[other] ?? '');
  }, 180_000);

  test('by keyboard alone, in the dark: from line to line, pin, replan, approve', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${server.url}/plan?policy=deprivation`);
    await page.locator('.lines tbody tr').first().waitFor(PLANNED);
    await tabTo(/Show line L\d+ on the map/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel().locator('.decide').waitFor(SOON);
    await tabTo(/^ Decision/);
    await page.keyboard.press('P');
    await tabTo(/^ Reason/);
    await page.keyboard.type('promised by telephone');
    await page.keyboard.press('Enter');
    await panel().locator('.draft ol li').waitFor(SOON);
    expect(await panel().locator('.draft ol li').innerText()).toContain('Pinned');
    await tabTo(/^ {2}Replan$/);
    await page.keyboard.press('Enter');
    await page.locator('.beside').waitFor(PLANNED);
    await clean('beside-dark');
    await tabTo(/Approve and freeze/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Reason, for the journal').waitFor(SOON);
    await page.keyboard.type('no objection');
    const held = await facts();
    await page.keyboard.press('Enter');
    await page.getByText(/^Approved: /).waitFor(PLANNED);
    expect(await kinds(held)).toContain('plan.approved');
    expect(await findings(page, LONG)).toEqual([]);
  }, 300_000);

  // A refusal is an answer; the browser's console calls it an error all the same.
  test('left no error in the browser', () => expect(noise.filter((text) => !text.includes('422'))).toEqual([]));
});
