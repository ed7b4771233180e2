// Alerts in a server with accounts: what a message may hold is what its maker's pages would show, whose subscriptions one reaches,
// and what becomes of them when a role or an account ends. "Theirs" is C1, A and D1; C3, B and D2 are somebody else's.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InjectOptions } from 'fastify';
import { look } from '../../src/app/alerts/look.ts';
import { sendDue } from '../../src/app/alerts/post.ts';
import type { AlertTools } from '../../src/app/alerts/tools.ts';
import type { Role } from '../../src/app/people/permissions.ts';
import { invariant } from '../../src/domain/result.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { type House, houseWithPeople } from '../support/people.ts';
import { type Receiver, webReceiver } from '../support/receivers.ts';

let house: House;
let tools: AlertTools;
let web: Receiver;
beforeAll(async () => {
  [house, web] = [await houseWithPeople(await openHome(newFolder())), await webReceiver()];
  tools = house.alerts;
});
afterAll(async () => {
  await house.app.close();
  await house.store.close();
  await web.close();
});

const BOOK = '/api/v1/operations/test/alert-subscriptions';
const ask = (role: Role, method: NonNullable<InjectOptions['method']>, url: string, payload?: object) => house.ask(role, { method, url, ...(payload !== undefined && { payload }) });
async function hook(role: Role): Promise<string> {
  const reply = await ask(role, 'POST', BOOK, { channel: 'webhook', address: `${web.url}${role}` });
  invariant(reply.statusCode === 200, `${role} subscribes: ${reply.body}`);
  return reply.json<{ id: string }>().id;
}
/** Looks, sends, and answers what each address got since the last time. */
async function delivered(): Promise<Record<string, string[]>> {
  const before = web.received.length;
  house.clock.pass(1 / 1440);
  await look(tools, 'test');
  await sendDue(tools, 'test');
  const got: Record<string, string[]> = {};
  for (const { json, path } of web.received.slice(before)) (got[path.slice(1)] ??= []).push(...(json.data.raised ?? []).map(({ alert }) => alert));
  return got;
}

const SEES: readonly Role[] = ['donor', 'carrier', 'hub-operator', 'consignee', 'auditor', 'planner', 'administrator'];

describe('each hears what their pages show', () => {
  test('and nothing else', async () => {
    for (const role of SEES) await hook(role);
    const got = await delivered();
    for (const role of SEES) {
      const shown = await ask(role, 'GET', '/api/v1/operations/test/alerts');
      expect([role, (got[role] ?? []).toSorted()]).toEqual([role, shown.json<{ alerts: { alert: string }[] }>().alerts.map(({ alert }) => alert).toSorted()]);
    }
    expect(got['planner']).toEqual(expect.arrayContaining(['late:C3', 'late-dispatch:D1', 'late-dispatch:D2']));
    expect(got['donor']).toEqual(['late-dispatch:D1']);
    expect(got['consignee']).toEqual(['late-dispatch:D1']);
    expect(JSON.stringify(web.received.filter(({ path }) => path === '/donor').map(({ body }) => body))).not.toMatch(/D2|C3|ES|another donor/);
  });
  test('and is told it once', async () => expect(await delivered()).toEqual({}));
});

describe('one reaches', () => {
  const idsFor = async (role: Role): Promise<string[]> => (await ask(role, 'GET', BOOK)).json<{ subscriptions: { address: string }[] }>().subscriptions.map(({ address }) => address.replace(web.url, '')).toSorted();

  test('one’s own subscriptions; a planner and an administrator, everybody’s', async () => {
    expect(await idsFor('donor')).toEqual(['donor']);
    expect(await idsFor('planner')).toEqual([...SEES].toSorted());
    expect(await idsFor('administrator')).toEqual([...SEES].toSorted());
  });
  test('nobody’s secret', async () => expect((await ask('planner', 'GET', BOOK)).body).not.toContain('whsec_'));
  test('of others nothing: not to pause, try, or remove', async () => {
    const mine = (await ask('planner', 'GET', BOOK)).json<{ subscriptions: { id: string; address: string }[] }>().subscriptions.find(({ address }) => address.endsWith('planner'))?.id ?? '';
    const answers = [await ask('donor', 'PATCH', `${BOOK}/${mine}`, { paused: true }), await ask('donor', 'POST', `${BOOK}/${mine}/test`), await ask('donor', 'DELETE', `${BOOK}/${mine}`)];
    expect(answers.map(({ statusCode, json }) => [statusCode, json<{ code: string }>().code])).toEqual(Array.from({ length: 3 }, () => [404, 'unknown-subscription']));
  });
  test('no operation that is not theirs', async () => {
    const reply = await ask('donor', 'POST', '/api/v1/operations/elsewhere/alert-subscriptions', { channel: 'webhook', address: web.url });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, 'unknown-operation']);
  });
});

describe('what a request holds is checked', () => {
  test.each([
    [{ channel: 'webhook', address: 'https://192.168.0.1/' }, 422, 'bad-address'],
    [{ channel: 'webhook', address: 'nonsense' }, 422, 'bad-address'],
    [{ channel: 'e-mail', address: 'duty@example.org' }, 422, 'channel-off'],
    [{ channel: 'pigeon', address: 'x' }, 400, 'bad-request'],
    [{ channel: 'webhook', address: 'http://127.0.0.1/', kinds: ['nothing'] }, 400, 'bad-request'],
    [{ channel: 'webhook', address: 'http://127.0.0.1/', secret: 'mine' }, 400, 'bad-request'],
  ])('%j', async (payload, status, code) => {
    const reply = await ask('planner', 'POST', BOOK, payload);
    expect([reply.statusCode, reply.json<{ code: string; remedy: string }>().code]).toEqual([status, code]);
    expect(reply.json<{ remedy: string }>().remedy).not.toBe('');
  });
});

describe('whoever may no longer see an operation hears nothing more of it', () => {
  const pausedOf = async (role: Role) => (await tools.book.subscriptions('test')).find(({ madeBy }) => madeBy === house.members[role])?.paused?.why ?? null;

  test('when their organisation is no longer bound to it', async () => {
    const organisation = (await tools.people?.roster.organisation('ORG-DONOR')) ?? null;
    invariant(organisation !== null, 'it is there');
    await tools.people?.roster.putOrganisation({ ...organisation, bindings: [] });
    // Long enough for D1 to be twice as late.
    house.clock.pass(3000);
    const got = await delivered();
    expect(got['planner']).toContain('late-dispatch:D1');
    expect(got['donor']).toBeUndefined();
    expect(await pausedOf('donor')).toBe('not-theirs');
  });
  test('when their account is closed, not even what waited to be sent', async () => {
    house.clock.pass(12_000);
    await look(tools, 'test');
    expect((await tools.book.messages('test', 'queued')).length).toBeGreaterThan(0);
    await ask('administrator', 'PATCH', `/api/v1/people/members/${house.members.consignee}`, { closed: true });
    const before = web.received.length;
    await sendDue(tools, 'test');
    const paths = web.received.slice(before).map(({ path }) => path);
    expect(paths).toContain('/planner');
    expect(paths).not.toContain('/consignee');
    expect(await pausedOf('consignee')).toBe('not-theirs');
  });
  test('and a server without accounts sends nothing for members', async () => {
    house.clock.pass(60_000);
    const alone = { ...tools, people: null };
    const before = web.received.length;
    await look(alone, 'test');
    await sendDue(alone, 'test');
    expect(web.received.length).toBe(before);
    expect(await pausedOf('planner')).toBeNull();
  });
});
