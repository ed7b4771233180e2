// The couriers against real receivers on loopback: a web server and a mail server.

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Courier, Letter } from '../app/alerts/courier.ts';
import { invariant } from '../domain/result.ts';
import { Instant } from '../domain/time.ts';
import { isSignedWith, type Mailbox, mailReceiver, type Receiver, webReceiver } from '../../test/support/receivers.ts';
import { chance, courierBy } from './courier.ts';

const AT = Instant.parse('2026-03-01T08:00:00.000Z');
const SECRET = `whsec_${chance.secret()}`;
let web: Receiver;
let box: Mailbox;
let courier: Courier;
const courierWith = (env: Record<string, string>): Courier => {
  const made = courierBy({ env, version: '9.9.9', timeoutMs: 400 });
  invariant(made.ok, 'the settings are read');
  return made.value;
};
beforeAll(async () => {
  [web, box] = await Promise.all([webReceiver(), mailReceiver()]);
  courier = courierWith({ AIRBRIDGE_WEBHOOK_HOSTS: ' Localhost, 127.0.0.1', AIRBRIDGE_SMTP_URL: box.url, AIRBRIDGE_SMTP_FROM: 'airbridge@example.org' });
});
afterAll(() => Promise.all([web.close(), box.close()]));
beforeEach(() => {
  web.answer = 200;
  box.refuses = null;
});

const letter = (over: Partial<Letter> = {}): Letter => ({ id: 'm1', channel: 'webhook', address: web.url, secret: SECRET, language: 'en', subject: 'Ça brûle', body: '{"type":"alerts.changed","data":{}}', at: AT, ...over });
const mail = (over: Partial<Letter> = {}): Letter => letter({ channel: 'e-mail', address: 'duty@example.org', secret: null, body: 'Un vol est en retard.\n.\nFin\n', ...over });

describe('a webhook', () => {
  test('is posted as it is, signed, with the id of the message', async () => {
    expect(await courier.carry(letter())).toEqual({ outcome: 'taken' });
    const got = web.received.at(-1);
    invariant(got, 'it came');
    expect(got.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'm1', 'webhook-timestamp': String(Date.parse(AT) / 1000), 'user-agent': 'Airbridge/9.9.9' });
    expect(got.body).toBe(letter().body);
    expect([isSignedWith(SECRET, got), isSignedWith(`whsec_${chance.secret()}`, got)]).toEqual([true, false]);
  });
  test.each([
    [500, 'failed', 'answered 500'],
    [404, 'failed', 'answered 404'],
    [410, 'gone', 'answered 410'],
    [302, 'failed', 'sends elsewhere'],
    ['hang', 'failed', 'did not answer within 0.4 s'],
  ] as const)('that is answered with %s is %s', async (answer, outcome, why) => {
    web.answer = answer;
    const before = web.received.length;
    expect(await courier.carry(letter())).toEqual({ outcome, why: expect.stringContaining(why) });
    // A redirect is not followed.
    expect(web.received.length).toBe(before + 1);
  });
  test('whose receiver answers and never ends is taken', async () => {
    web.answer = 'drip';
    expect(await courier.carry(letter())).toEqual({ outcome: 'taken' });
  });
  test('to a port where nobody listens fails', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await courier.carry(letter({ address: `http://127.0.0.1:${port}/` }))).toEqual({ outcome: 'failed', why: 'it could not be reached (ECONNREFUSED)' });
  });
  test('into one’s own network is sent nowhere unless its host is named', async () => {
    const strict = courierWith({});
    const before = web.received.length;
    expect(await strict.check('webhook', web.url)).toMatchObject({ ok: false, error: { message: expect.stringContaining('own network'), remedy: expect.stringContaining('AIRBRIDGE_WEBHOOK_HOSTS') } });
    expect(await strict.carry(letter())).toMatchObject({ outcome: 'failed', why: expect.stringContaining('own network') });
    // Names are looked up before they are judged.
    expect(await strict.check('webhook', `https://localhost:${new URL(web.url).port}/`)).toMatchObject({ ok: false, error: { message: expect.stringContaining('own network') } });
    expect(web.received.length).toBe(before);
    expect(await courier.check('webhook', web.url)).toEqual({ ok: true, value: web.url });
  });
  test('is broken off by its signal', async () => {
    web.answer = 'hang';
    expect(await courier.carry(letter(), AbortSignal.timeout(20))).toMatchObject({ outcome: 'failed' });
  });
});

describe('an e-mail', () => {
  test('has one receiver, a subject in any letters, and the same Message-ID over all tries', async () => {
    expect([await courier.carry(mail()), await courier.carry(mail())]).toEqual([{ outcome: 'taken' }, { outcome: 'taken' }]);
    const [first, second] = box.mails.slice(-2);
    expect(first).toMatchObject({ from: 'airbridge@example.org', to: ['duty@example.org'] });
    expect(first?.text).toContain('Message-ID: <m1@example.org>');
    expect(second?.text).toContain('Message-ID: <m1@example.org>');
    expect(first?.text).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(first?.text).toContain('Un vol est en retard.');
  });
  test('cannot be given another header by its subject', async () => {
    await courier.carry(mail({ subject: 'late\r\nBcc: spy@example.org\r\n\r\nBody' }));
    const head = box.mails.at(-1)?.text.split(/\r?\n\r?\n/)[0] ?? '';
    expect(head).not.toMatch(/^Bcc:/m);
    expect(head).toMatch(/^Subject: late Bcc: spy@example.org Body\r?$/m);
    expect(box.mails.at(-1)?.to).toEqual(['duty@example.org']);
  });
  test.each(['duty@example.org, spy@example.org', 'duty@example.org\nBcc: spy@example.org', '"x" <duty@example.org>', 'duty', '@example.org', ''])('is not sent to %j', async (address) => {
    const before = box.mails.length;
    expect(await courier.check('e-mail', address)).toMatchObject({ ok: false, error: { remedy: 'write one address, such as duty@example.org' } });
    expect(await courier.carry(mail({ address }))).toMatchObject({ outcome: 'refused' });
    expect(box.mails.length).toBe(before);
  });
  test.each([
    [550, 'refused'],
    [450, 'failed'],
  ] as const)('that the server answers with %i is %s', async (code, outcome) => {
    box.refuses = { code, text: 'no such mailbox' };
    expect(await courier.carry(mail())).toMatchObject({ outcome, why: expect.stringContaining('no such mailbox') });
  });
  test('whose server is away fails', async () => {
    const gone = courierWith({ AIRBRIDGE_SMTP_URL: 'smtp://127.0.0.1:1', AIRBRIDGE_SMTP_FROM: 'airbridge@example.org' });
    expect(await gone.carry(mail())).toMatchObject({ outcome: 'failed', why: expect.stringContaining('could not be reached') });
  });
  test('whose server never greets is not waited for', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const waiting = courierWith({ AIRBRIDGE_SMTP_URL: `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, AIRBRIDGE_SMTP_FROM: 'airbridge@example.org' });
    expect(await waiting.carry(mail())).toMatchObject({ outcome: 'failed' });
    mute.close();
  });
  test('is off unless it is set up, and says so', async () => {
    const off = courierWith({});
    expect([...off.channels]).toEqual(['webhook']);
    expect(await off.check('e-mail', 'duty@example.org')).toMatchObject({ ok: false, error: { remedy: expect.stringContaining('AIRBRIDGE_SMTP_URL') } });
  });
});

test.each([
  [{ AIRBRIDGE_SMTP_URL: 'mail.example.org', AIRBRIDGE_SMTP_FROM: 'a@example.org' }, 'AIRBRIDGE_SMTP_URL'],
  [{ AIRBRIDGE_SMTP_URL: 'http://mail.example.org', AIRBRIDGE_SMTP_FROM: 'a@example.org' }, 'AIRBRIDGE_SMTP_URL'],
  [{ AIRBRIDGE_SMTP_URL: 'smtp://mail.example.org' }, 'AIRBRIDGE_SMTP_FROM'],
  [{ AIRBRIDGE_SMTP_URL: 'smtp://mail.example.org', AIRBRIDGE_SMTP_FROM: 'Airbridge <a@example.org>' }, 'AIRBRIDGE_SMTP_FROM'],
])('the settings %j are refused', (env, name) => {
  const made = courierBy({ env, version: '9.9.9' });
  expect(made).toMatchObject({ ok: false, error: { message: expect.stringContaining(name) } });
});
