// Accounts as people live with them, on either store: coming in by a one-time link, signing in and out, tokens, what each sees,
// who stands in the journal, and the consignee's link. Over HTTP, but for what only the machine itself may do.

import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { administratorLink } from '../../src/app/people/invitations.ts';
import type { Store } from '../../src/app/ports.ts';
import { OperationId, Sha256 } from '../../src/domain/ids.ts';
import type { AccountsDatabase } from '../../src/storage/accounts/people.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { cookieIn, type House, houseWithPeople, ORIGIN, PASSWORD, signIn } from '../support/people.ts';
import { hasServer, newDatabase, openDatabase } from '../support/postgres.ts';

const TEST = OperationId.parse('test');
const statusAndCode = (reply: LightMyRequestResponse): readonly [number, string] => [reply.statusCode, reply.json<{ code: string }>().code];
const host = '127.0.0.1:4020';

function suite(open: () => Promise<Store & { readonly db: AccountsDatabase }>): void {
  let house: House;
  beforeAll(async () => {
    house = await houseWithPeople(await open());
  });
  afterAll(async () => {
    await house.app.close();
    await house.store.close();
  });

  const bearer = (secret: string, url: string, method: 'GET' | 'POST' = 'GET', payload?: object) => house.app.inject({ method, url, headers: { host, authorization: `Bearer ${secret}`, 'idempotency-key': 'k' }, ...(payload && { payload }) });
  const withCookie = (cookie: string, url: string) => house.app.inject({ url, headers: { host, cookie } });
  const factOf = (key: string) => ({ method: 'POST' as const, url: '/api/v1/operations/test/facts', headers: { 'idempotency-key': key } });

  describe('a pack', () => {
    const bring = async (who: 'planner' | 'administrator') => {
      const exported = (await house.ask('administrator', { url: '/api/v1/operations/elsewhere/export' })).json<{ files: Record<string, string> }>();
      return house.ask(who, { method: 'POST', url: '/api/v1/operations/import', payload: { files: exported.files } });
    };

    test('of an operation that is not theirs is refused before anything is written; of one that is, its facts are known', async () => {
      const before = await house.store.head(OperationId.parse('elsewhere'));
      expect(statusAndCode(await bring('planner'))).toEqual([403, 'forbidden']);
      expect((await bring('administrator')).json()).toMatchObject({ operation: 'elsewhere', facts: 0, rejected: [] });
      expect(await house.store.head(OperationId.parse('elsewhere'))).toEqual(before);
    });
  });

  describe('a one-time link', () => {
    const join = (secret: string, username: string) => house.ask('nobody', { method: 'POST', url: '/api/v1/people/join', payload: { secret, username, name: 'Kim Example', password: PASSWORD } });

    test('makes one administrator, once', async () => {
      const { secret } = await administratorLink(house.tools);
      expect((await join(secret, 'Kim')).json()).toEqual({ username: 'kim' });
      expect(statusAndCode(await join(secret, 'kim2'))).toEqual([410, 'link-ended']);
      const cookie = await signIn(house.app, 'KIM', PASSWORD);
      expect((await withCookie(cookie, '/api/v1/me')).json()).toMatchObject({ member: { username: 'kim', role: 'administrator' } });
    });
    test('is not used up by a name that is taken', async () => {
      const { secret } = await administratorLink(house.tools);
      expect(statusAndCode(await join(secret, 'donor'))).toEqual([409, 'name-taken']);
      expect((await join(secret, 'kim3')).statusCode).toBe(200);
    });
    test('of two who use it at once lets one in', async () => {
      const { secret } = await administratorLink(house.tools);
      const both = await Promise.all([join(secret, 'first'), join(secret, 'second')]);
      expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 410]));
    });
    test('says the same of one that never was, and of one that is too old', async () => {
      const { secret } = await administratorLink(house.tools);
      house.clock.pass(1);
      expect((await join(secret, 'late')).body).toBe((await join('y'.repeat(43), 'late')).body);
    });
    test('is kept as a hash only', async () => {
      const { secret } = await administratorLink(house.tools);
      expect(JSON.stringify(await (house.store as unknown as { db: AccountsDatabase }).db.selectFrom('invitation').selectAll().execute())).not.toContain(secret);
    });
    test('sets a new password, and ends the sessions of the old one', async () => {
      const before = await signIn(house.app, 'kim', PASSWORD);
      const kim = (await house.tools.roster.members()).find(({ username }) => username === 'kim');
      const made = (await house.ask('administrator', { method: 'POST', url: `/api/v1/people/members/${kim?.id ?? ''}/password-link` })).json<{ url: string }>();
      const secret = made.url.split('#')[1] ?? '';
      await house.ask('nobody', { method: 'POST', url: '/api/v1/people/join', payload: { secret, username: 'kim', name: 'Kim', password: 'quite another hut' } });
      expect((await withCookie(before, '/api/v1/operations')).statusCode).toBe(401);
      await signIn(house.app, 'kim', 'quite another hut');
    });
  });

  describe('a session', () => {
    test('is a cookie that pages cannot read and other sites do not send', async () => {
      const reply = await house.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: ORIGIN, host }, payload: { username: 'donor', password: PASSWORD } });
      expect(reply.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }]);
      expect(reply.body).not.toContain(reply.cookies[0]?.value.split('.')[0] ?? '');
    });
    test('begins anew with each sign-in, whatever cookie was brought along', async () => {
      const planted = 'airbridge.session_token=planted.by-somebody-else';
      const reply = await house.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: ORIGIN, host, cookie: planted }, payload: { username: 'donor', password: PASSWORD } });
      expect(cookieIn(reply)).not.toContain('planted');
      expect((await withCookie(planted, '/api/v1/operations')).statusCode).toBe(401);
    });
    test('ends with signing out, for good', async () => {
      const cookie = await signIn(house.app, 'carrier', PASSWORD);
      expect((await withCookie(cookie, '/api/v1/operations')).statusCode).toBe(200);
      await house.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { origin: ORIGIN, host, cookie } });
      expect((await withCookie(cookie, '/api/v1/operations')).statusCode).toBe(401);
    });
    test('says the same of a wrong password and of a name that nobody has', async () => {
      const tried = async (username: string) => (await house.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: ORIGIN, host }, payload: { username, password: 'wrong, wrong, wrong' } })).body;
      expect(await tried('auditor')).toBe(await tried('nobody-at-all'));
    });
    test('is not given to one who tries one name too often', async () => {
      const tried = async () => (await house.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', remoteAddress: '127.0.0.9', headers: { origin: ORIGIN, host }, payload: { username: 'guessed', password: 'wrong, wrong, wrong' } })).statusCode;
      const statuses: number[] = [];
      for (let n = 0; n < 12; n += 1) statuses.push(await tried());
      expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    });
    test.each([
      ['another site', { origin: 'https://evil.example' }],
      ['nowhere', {}],
      ['a frame without an origin', { origin: 'null' }],
      ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }],
    ])('writes nothing for a page of %s', async (_, headers) => {
      const reply = await house.app.inject({ method: 'POST', url: '/api/v1/tokens', headers: { host, cookie: await house.cookieOf('planner'), ...headers }, payload: { name: 'x', permissions: ['status.read'] } });
      expect(statusAndCode(reply)).toEqual([403, 'foreign-origin']);
    });
    test('of a member whose account is closed ends at once, and no new one begins', async () => {
      const { secret } = await administratorLink(house.tools);
      await house.ask('nobody', { method: 'POST', url: '/api/v1/people/join', payload: { secret, username: 'leaver', name: 'Leaver', password: PASSWORD } });
      const cookie = await signIn(house.app, 'leaver', PASSWORD);
      const id = (await house.tools.roster.members()).find(({ username }) => username === 'leaver')?.id ?? '';
      expect((await house.ask('administrator', { method: 'PATCH', url: `/api/v1/people/members/${id}`, payload: { closed: true } })).statusCode).toBe(200);
      expect((await withCookie(cookie, '/api/v1/operations')).statusCode).toBe(401);
      expect((await house.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: ORIGIN, host }, payload: { username: 'leaver', password: PASSWORD } })).statusCode).toBe(401);
    });
    test('asks for the name that people type', async () => expect(statusAndCode(await house.app.inject({ url: '/api/health', headers: { host: 'evil.example' } }))).toEqual([403, 'foreign-host']));
  });

  describe('a token', () => {
    const make = async (permissions: readonly string[], days = 30) => (await house.ask('planner', { method: 'POST', url: '/api/v1/tokens', payload: { name: 'nightly report', permissions, days } })).json<{ secret: string; id: string }>();

    test('does what it was made for, and nothing else of what its member may', async () => {
      const { secret } = await make(['operations.read', 'status.read']);
      expect((await bearer(secret, '/api/v1/operations/test/status')).statusCode).toBe(200);
      expect(statusAndCode(await bearer(secret, '/api/v1/operations/test/facts'))).toEqual([403, 'forbidden']);
    });
    test('cannot make itself more than it is', async () => {
      expect((await house.ask('planner', { method: 'POST', url: '/api/v1/tokens', payload: { name: 'x', permissions: ['token.manage'] } })).statusCode).toBe(403);
      expect((await house.ask('donor', { method: 'POST', url: '/api/v1/tokens', payload: { name: 'x', permissions: ['plan.make'] } })).statusCode).toBe(403);
      expect((await bearer((await make(['operations.read'])).secret, '/api/v1/tokens')).statusCode).toBe(403);
    });
    test('ends when it is revoked, and when its time is over', async () => {
      const [revoked, old] = [await make(['operations.read']), await make(['operations.read'], 1)];
      await house.ask('planner', { method: 'DELETE', url: `/api/v1/tokens/${revoked.id}` });
      expect((await bearer(revoked.secret, '/api/v1/operations')).statusCode).toBe(401);
      expect((await bearer(old.secret, '/api/v1/operations')).statusCode).toBe(200);
      house.clock.pass(2);
      expect((await bearer(old.secret, '/api/v1/operations')).statusCode).toBe(401);
    });
    test('is shown once and kept as a hash; when it was last used can be seen', async () => {
      const { secret, id } = await make(['operations.read']);
      await bearer(secret, '/api/v1/operations');
      const list = await house.ask('planner', { url: '/api/v1/tokens' });
      expect(list.body).not.toContain(secret);
      expect(list.json<{ tokens: { id: string; lastUsedAt: string | null }[] }>().tokens.find((it) => it.id === id)?.lastUsedAt).not.toBeNull();
    });
  });

  describe('what each sees', () => {
    test('an operation that is not theirs is not there, in the same words as one that is not', async () => {
      const [hidden, none] = [await house.ask('planner', { url: '/api/v1/operations/elsewhere/status' }), await house.ask('planner', { url: '/api/v1/operations/atlantis/status' })];
      expect([hidden.statusCode, hidden.body.replaceAll('elsewhere', 'OP')]).toEqual([404, none.body.replaceAll('atlantis', 'OP')]);
      expect((await house.ask('planner', { url: '/api/v1/operations' })).json<{ operations: { operation: string }[] }>().operations.map(({ operation }) => operation)).toEqual(['test']);
    });
    test('a donor: their own promises and rows, no others’', async () => {
      const status = await house.ask('donor', { url: '/api/v1/operations/test/status' });
      expect(status.json<{ promises: { pledge: string }[] }>().promises.map(({ pledge }) => pledge)).toEqual(['P1']);
      const audit = await house.ask('donor', { url: '/api/v1/audit' });
      expect(audit.json<{ rows: { pledge: string }[] }>().rows.map(({ pledge }) => pledge)).toEqual(['P1']);
      expect((await house.ask('donor', { url: '/api/v1/operations/test/facts' })).body).not.toMatch(/another donor|"D2"|"C2"/);
    });
    test('a carrier: what it carries', async () => {
      const picture = (await house.ask('carrier', { url: '/api/v1/operations/test/picture?asOf=2020-03-02' })).json<{ flights: { consignment: string }[]; dispatches: { dispatch: string }[]; promises: unknown[]; stock: unknown[] }>();
      expect([picture.flights.map(({ consignment }) => consignment), picture.dispatches.map(({ dispatch }) => dispatch), picture.promises, picture.stock]).toEqual([['C1'], ['D1'], [], []]);
    });
    test('a consignee: what comes to them, of flights and plans their own part', async () => {
      const picture = (await house.ask('consignee', { url: '/api/v1/operations/test/picture?asOf=2020-03-02' })).json<{ recipients: { recipient: string }[]; dispatches: { dispatch: string }[]; answer: unknown }>();
      expect([picture.recipients.map(({ recipient }) => recipient), picture.dispatches.map(({ dispatch }) => dispatch), picture.answer]).toEqual([['IT'], ['D1'], null]);
      const plan = (await house.ask('consignee', { url: '/api/v1/operations/test/standing-plan?asOf=2020-03-02' })).json<{ lines: { recipient: string }[]; unserved: { recipient: string }[] }>();
      expect(new Set([...plan.lines, ...plan.unserved].map(({ recipient }) => recipient))).toEqual(new Set(['IT']));
      // Nothing that weighs them against others.
      expect(JSON.stringify(plan)).not.toMatch(/because|weighed|noted|"ES"/);
    });
    test('a donor who follows the journal: the numbers of facts that they may read', async () => {
      await house.app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = house.app.server.address() as AddressInfo;
      const gone = new AbortController();
      const stream = await fetch(`http://127.0.0.1:${port}/api/v1/operations/test/events?after=0`, { headers: { cookie: await house.cookieOf('donor') }, signal: gone.signal });
      const { facts } = (await house.ask('donor', { url: '/api/v1/operations/test/facts' })).json<{ facts: { seq: number }[] }>();
      const last = facts.at(-1)?.seq ?? 0;
      const seen: number[] = [];
      for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        for (const [, seq] of text.matchAll(/event: fact\n(?:.*\n)*?data: \{[^}]*"seq":(\d+)/g)) seen.push(Number(seq));
        if (seen.includes(last)) break;
      }
      gone.abort();
      expect(seen).toEqual(facts.map(({ seq }) => seq));
    });
    test('a planner: everything of the operation', async () => expect((await house.ask('planner', { url: '/api/v1/operations/test/status' })).json<{ promises: { pledge: string }[] }>().promises.map(({ pledge }) => pledge)).toEqual(['P1', 'P2']));
  });

  describe('who stands in the journal', () => {
    test('role, organisation and a commitment; never a name, and never what the client says', async () => {
      const reply = await house.ask('planner', { ...factOf('need-by-planner'), payload: { kind: 'stock.reported', occurredAt: '2020-03-02T12:00:00Z', by: 'the minister', body: { recipient: 'IT', item: 'mask', units: 5 } } });
      const { by } = reply.json<{ fact: { by: string } }>().fact;
      expect(by).toMatch(/^planner:ORG-PLANNER\/[0-9a-f]{64}$/);
      expect(await house.store.person(TEST, Sha256.parse(by.split('/')[1]))).toEqual({ name: 'Jo planner', contact: 'planner', role: 'planner' });
      expect(JSON.stringify(await house.store.facts(TEST))).not.toContain('Jo planner');
    });
    test('also under a plan that was entered, and the same person under the same name', async () => {
      await house.ask('planner', { method: 'POST', url: '/api/v1/operations/test/plans', payload: { policy: 'equal-cover', seed: 1, gap: 0, record: true } });
      const actors = (await house.store.facts(TEST)).filter(({ by }) => by.startsWith('planner:')).map(({ by, kind }) => [kind, by]);
      expect(actors.map(([kind]) => kind)).toEqual(['stock.reported', 'plan.proposed']);
      expect(new Set(actors.map(([, by]) => by)).size).toBe(1);
    });
  });

  describe('a consignee’s link', () => {
    const make = async (dispatch = 'D1', days = 14) => house.ask('hub-operator', { method: 'POST', url: '/api/v1/operations/test/delivery-links', payload: { dispatch, days } });
    const secretOf = (reply: LightMyRequestResponse): string => reply.json<{ url: string }>().url.split('/r/')[1] ?? '';
    const at = (secret: string): string => `/api/v1/receipt/${secret}`;
    const answer = (secret: string, received: number, more: object = {}) => house.ask('nobody', { method: 'POST', url: at(secret), payload: { name: 'Dr Rossi', receivedAt: '2020-03-03T10:00:00Z', lots: [{ lot: 'A', received, ...more }] } });
    let secret: string;
    beforeAll(async () => {
      secret = secretOf(await make());
    });

    test('opens the one delivery, and nothing else', async () => {
      expect((await house.ask('nobody', { url: at(secret) })).json()).toMatchObject({ dispatch: 'D1', recipient: { id: 'IT', name: 'Italy' }, lots: [{ lot: 'A', units: 400 }], answer: null });
      expect((await bearer(secret, '/api/v1/operations')).statusCode).toBe(401);
    });
    test('guessed, opens nothing, and guessing is slowed down', async () => {
      const guess = async () => (await house.app.inject({ url: at('z'.repeat(43)), remoteAddress: '127.0.0.8', headers: { host } })).statusCode;
      const statuses: number[] = [];
      for (let n = 0; n < 32; n += 1) statuses.push(await guess());
      expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
    });
    test('refuses an answer that is not about its lots, before anything is written', async () => {
      const reply = await house.ask('nobody', { method: 'POST', url: at(secret), payload: { name: 'Dr Rossi', lots: [{ lot: 'B', received: 1 }] } });
      expect(statusAndCode(reply)).toEqual([422, 'bad-people']);
    });
    test('takes one answer; the same again is the same facts, another is a question', async () => {
      const before = (await house.store.facts(TEST)).length;
      expect((await answer(secret, 390, { damaged: 5 })).json()).toMatchObject({ answer: { lots: [{ lot: 'A', received: 390, damaged: 5, refused: 0 }] } });
      const facts = (await house.store.facts(TEST)).slice(before);
      expect(facts.map(({ kind, by }) => [kind, by.startsWith('consignee:link/')])).toEqual([['dispatch.delivered', true], ['goods.damaged', true]]);
      expect((await answer(secret, 390, { damaged: 5 })).statusCode).toBe(200);
      expect((await house.store.facts(TEST)).length).toBe(before + 2);
      expect(statusAndCode(await answer(secret, 39, { damaged: 5 }))).toEqual([409, 'answered-otherwise']);
      expect(JSON.stringify(facts)).not.toContain('Rossi');
      const signed = facts.find(({ kind }) => kind === 'dispatch.delivered')?.body as { signedBy: Sha256 };
      expect(await house.store.person(TEST, signed.signedBy)).toMatchObject({ name: 'Dr Rossi' });
    });
    test('of two answers at once lets one stand', async () => {
      const own = secretOf(await house.ask('planner', { method: 'POST', url: '/api/v1/operations/test/delivery-links', payload: { dispatch: 'D2' } }));
      const say = (received: number) => house.ask('nobody', { method: 'POST', url: at(own), payload: { name: 'Dra. García', receivedAt: '2020-03-03T10:00:00Z', lots: [{ lot: 'B', received }] } });
      const both = await Promise.all([say(200), say(199)]);
      expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]));
    });
    test('ends when it is revoked, and when its time is over, and says so', async () => {
      const [revoked, old] = [await make(), await make('D1', 1)];
      await house.ask('hub-operator', { method: 'DELETE', url: `/api/v1/operations/test/delivery-links/${revoked.json<{ id: string }>().id}` });
      expect(statusAndCode(await house.ask('nobody', { url: at(secretOf(revoked)) }))).toEqual([410, 'link-ended']);
      expect((await house.ask('nobody', { url: at(secretOf(old)) })).statusCode).toBe(200);
      house.clock.pass(1.5);
      const ended = await house.ask('nobody', { url: at(secretOf(old)) });
      expect([...statusAndCode(ended), ended.json<{ remedy: string }>().remedy]).toEqual([410, 'link-ended', 'ask the hub for a new one']);
      expect((await answer(secretOf(old), 1)).statusCode).toBe(410);
    });
    test('is made for a dispatch of one’s own hub only', async () => expect((await make('D9')).statusCode).toBe(404));
  });

  test('the last administrator stays', async () => {
    const administrators = (await house.tools.roster.members()).filter(({ role, endedAt }) => role === 'administrator' && endedAt === null);
    const own = house.members.administrator;
    for (const { id } of administrators) if (id !== own) await house.ask('administrator', { method: 'PATCH', url: `/api/v1/people/members/${id}`, payload: { closed: true } });
    expect(statusAndCode(await house.ask('administrator', { method: 'PATCH', url: `/api/v1/people/members/${own}`, payload: { role: 'donor' } }))).toEqual([409, 'last-administrator']);
  });
}

describe('in a folder of one’s own', () => {
  suite(() => openHome(newFolder()));
});
describe.skipIf(!hasServer)('on a PostgreSQL server', () => {
  suite(async () => openDatabase(await newDatabase()));
});
