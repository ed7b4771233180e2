// Alerts on either store, against receivers on loopback: watched by facts and by time, told once however many processes watch,
// and what becomes of messages whose receiver or whose sender fails.

import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { MOST_TRIES } from '../../src/app/alerts/backoff.ts';
import { look } from '../../src/app/alerts/look.ts';
import { sendDue } from '../../src/app/alerts/post.ts';
import { messagesFor, settleDead, subscribe, subscriptionsFor, tryOut, type Wish } from '../../src/app/alerts/subscriptions.ts';
import type { AlertTools } from '../../src/app/alerts/tools.ts';
import { watchAlerts, type Watching } from '../../src/app/alerts/watch.ts';
import type { Desk } from '../../src/app/desk.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import type { Clock, Store } from '../../src/app/ports.ts';
import { append } from '../../src/app/record.ts';
import { FACT_BODIES, type NewFact } from '../../src/domain/facts.ts';
import type { PlanProposed } from '../../src/domain/plan/plan.ts';
import { err, invariant, ok } from '../../src/domain/result.ts';
import { epochMs, type Instant, instantFromMs } from '../../src/domain/time.ts';
import { chance, courierBy } from '../../src/post/courier.ts';
import type { AccountsDatabase } from '../../src/storage/accounts/people.ts';
import { alertBookOn } from '../../src/storage/alerts/book.ts';
import { countFact } from '../support/facts.ts';
import { hour, journal, type Line } from '../support/journal.ts';
import { noPrinter } from '../support/printer.ts';
import { isSignedWith, mailReceiver, type Receiver, webReceiver } from '../support/receivers.ts';
import { SMALL_ID, STORES } from '../support/served.ts';
import { SMALL, STOCK } from '../support/small-operation.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
const later: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of later) await close();
});

/** Goes with the wall, from an hour of the small operation; can be put on. */
class WalkingClock implements Clock {
  #from = epochMs(hour(19)) - Date.now();
  now(): Instant {
    return instantFromMs(this.#from + Date.now());
  }
  pass(minutes: number): void {
    this.#from += minutes * 60_000;
  }
}

interface House {
  readonly tools: AlertTools;
  readonly clock: WalkingClock;
  readonly store: Store;
  readonly web: Receiver;
  /** The same house in another process. */
  readonly beside: () => Promise<AlertTools>;
  readonly watch: (tools?: AlertTools) => Watching;
  readonly hook: (wish?: Partial<Wish>) => Promise<{ readonly id: string; readonly secret: string }>;
}

const PACE = { settleMs: 20, roundMs: 50 };
const ASKER = (tools: AlertTools) => ({ desk: tools.desk, viewer: null });

async function houseIn(newPlace: (typeof STORES)[number]['newPlace'], lines: readonly Line[] = SMALL, env: Record<string, string> = {}): Promise<House> {
  const [place, web, clock] = [await newPlace(), await webReceiver(), new WalkingClock()];
  const open = async (): Promise<{ tools: AlertTools; store: Store }> => {
    // Both kinds of store have their database beside the journal.
    const store = (await place.open()) as Store & { readonly db: AccountsDatabase };
    closing.push(() => store.close());
    const courier = courierBy({ env: { AIRBRIDGE_WEBHOOK_HOSTS: '127.0.0.1', ...env }, version: '9.9.9', timeoutMs: 500 });
    invariant(courier.ok, 'the settings are read');
    const desk = deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, clock, printer: noPrinter });
    return { store, tools: { desk, book: alertBookOn(store.db), courier: courier.value, chance, clock, people: null, home: () => 'http://127.0.0.1:4020' } };
  };
  const first = await open();
  invariant((await append(first.store, SMALL_ID, journal(lines))).ok, 'the small operation is taken');
  closing.push(() => web.close());
  return {
    ...first,
    clock,
    web,
    beside: async () => (await open()).tools,
    watch: (tools = first.tools) => {
      const watching = watchAlerts(tools, () => undefined, PACE);
      closing.push(() => watching.stop());
      return watching;
    },
    hook: async (wish = {}) => {
      const made = await subscribe(first.tools, ASKER(first.tools), 'test', { channel: 'webhook', address: web.url, kinds: null, language: 'en', evenPast: false, ...wish });
      invariant(made.ok && made.value.secret !== null, `the subscription is made: ${JSON.stringify(made)}`);
      return { id: made.value.id, secret: made.value.secret };
    },
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
const subjects = ({ received }: Receiver): string[] => received.flatMap(({ json }) => [...(json.data.raised ?? []).map(({ subject }) => `+${subject}`), ...(json.data.cleared ?? []).map(({ subject }) => `-${subject}`)]);
const fact = (kind: 'consignment.departed' | 'consignment.arrived' | 'customs.held' | 'customs.cleared', key: string, at: Instant, body: object): NewFact => ({ ...countFact(key), sources: [], occurredAt: at, recordedAt: at, kind, body: FACT_BODIES[kind].parse(body) }) as NewFact; // the schema has proved the body
const held = (at: Instant, units = 40, key = 'held'): NewFact => fact('customs.held', key, at, { place: 'BELGG', lot: 'A', units });

describe.each(STORES)('on $name', ({ isHere, isShared, newPlace }) => {
  test.skipIf(!isHere)('a flight becomes late without a fact, is told once, signed, and is over when it has landed', async () => {
    const { web, clock, store, watch, hook } = await houseIn(newPlace);
    const { secret } = await hook();
    watch();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(web.received).toEqual([]);
    clock.pass(80);
    await until(() => web.received.length > 0);
    const [first] = web.received;
    invariant(first, 'it came');
    expect(first.json).toMatchObject({ type: 'alerts.changed', data: { raised: [{ alert: 'late:C1', kind: 'late-flight', severity: 'notice', worse: false, title: 'C1 is late', url: 'http://127.0.0.1:4020/hub?op=test&open=C1' }], more: 0 } });
    expect(isSignedWith(secret, first)).toBe(true);
    const now = clock.now();
    const landed = await append(store, SMALL_ID, [fact('consignment.departed', 'left', hour(3), { consignment: 'C1' }), fact('consignment.arrived', 'landed', now, { consignment: 'C1' })]);
    invariant(landed.ok, `it has landed: ${JSON.stringify(landed)}`);
    await until(() => web.received.length > 1);
    expect(subjects(web)).toEqual(['+C1', '-C1']);
  });

  test.skipIf(!isHere)('what gets worse is told again, what stays as it is is not', async () => {
    const { web, clock, tools, hook } = await houseIn(newPlace);
    await hook();
    for (const minutes of [80, 10, 10, 60, 200]) {
      clock.pass(minutes);
      await look(tools, 'test');
      await sendDue(tools, 'test');
    }
    expect(web.received.map(({ json }) => json.data.raised?.map(({ subject, worse }) => [subject, worse]))).toEqual([[['C1', false]], [['C1', true]], [['C1', true]]]);
  });

  test.skipIf(!isHere)('a new subscription is told what stands; one that was paused, what changed meanwhile', async () => {
    const { web, clock, tools, store, hook } = await houseIn(newPlace, STOCK);
    clock.pass(300);
    await append(store, SMALL_ID, [held(clock.now())]);
    await look(tools, 'test');
    const { id } = await hook();
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(subjects(web)).toEqual(['+A']);
    await tools.book.pause('test', id, { at: clock.now(), why: 'by-hand' });
    await append(store, SMALL_ID, [fact('customs.cleared', 'cleared', clock.now(), { place: 'BELGG', lot: 'A', units: 40 })]);
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(web.received).toHaveLength(1);
    await tools.book.pause('test', id, null);
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(subjects(web)).toEqual(['+A', '-A']);
  });

  test.skipIf(!isHere)('a receiver that fails is tried again under the same id, then given up; a person has it sent again, or throws it away', async () => {
    const { web, clock, tools, hook } = await houseIn(newPlace);
    const { secret } = await hook();
    web.answer = 500;
    clock.pass(80);
    await look(tools, 'test');
    for (let n = 0; n < MOST_TRIES + 3; n += 1) {
      await sendDue(tools, 'test');
      clock.pass(7 * 60);
    }
    expect(web.received).toHaveLength(MOST_TRIES);
    expect(new Set(web.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(web.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(MOST_TRIES);
    expect(new Set(web.received.map(({ body }) => body)).size).toBe(1);
    expect(web.received.every((it) => isSignedWith(secret, it))).toBe(true);
    const dead = await messagesFor(tools, ASKER(tools), 'test', 'dead');
    invariant(dead.ok && dead.value[0], 'it is given up');
    expect(dead.value).toMatchObject([{ state: 'dead', tries: MOST_TRIES, lastError: 'it answered 500', subject: 'A small operation: C1 is late' }]);
    web.answer = 204;
    expect(await settleDead(tools, ASKER(tools), 'test', dead.value[0].id, 'retry')).toMatchObject({ ok: true });
    expect(await sendDue(tools, 'test')).toBeNull();
    expect(web.received.at(-1)?.headers['webhook-id']).toBe(web.received[0]?.headers['webhook-id']);
    expect(await settleDead(tools, ASKER(tools), 'test', dead.value[0].id, 'discard')).toMatchObject({ ok: false, error: { code: 'unknown-message' } });
  });

  test.skipIf(!isHere)('a receiver that is gone pauses its subscription, which says so', async () => {
    const { web, clock, tools, hook } = await houseIn(newPlace);
    await hook();
    web.answer = 410;
    clock.pass(80);
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(await subscriptionsFor(tools, ASKER(tools), 'test')).toMatchObject({ ok: true, value: [{ paused: { why: 'gone' } }] });
    expect(await messagesFor(tools, ASKER(tools), 'test', 'dead')).toMatchObject({ ok: true, value: [{ lastError: 'it answered 410: it wants no more messages' }] });
  });

  test.skipIf(!isHere)('one that hangs holds up nobody else', async () => {
    const { web, clock, tools, watch, hook } = await houseIn(newPlace);
    const hanging = await webReceiver();
    closing.push(() => hanging.close());
    hanging.answer = 'hang';
    await hook({ address: hanging.url });
    await hook();
    watch();
    clock.pass(80);
    await until(() => web.received.length > 0 && hanging.received.length > 0);
    await until(async () => (await tools.book.messages('test', 'queued')).some(({ lastError }) => lastError === 'it did not answer within 0.5 s'));
  });

  test.skipIf(!isHere)('a process that is killed between claiming and sending loses nothing: it goes out later, under its id', async () => {
    const { web, clock, tools, hook } = await houseIn(newPlace);
    await hook();
    clock.pass(80);
    await look(tools, 'test');
    const now = clock.now();
    const [claimed] = await tools.book.claim('test', now, instantFromMs(epochMs(now) + 120_000), 8);
    await sendDue(tools, 'test');
    expect(web.received).toEqual([]);
    clock.pass(3);
    await sendDue(tools, 'test');
    expect(web.received.map(({ headers }) => headers['webhook-id'])).toEqual([claimed?.id]);
  });

  test.skipIf(!isHere)('a message that ends its process each time is given up as well', async () => {
    const { web, clock, tools, hook } = await houseIn(newPlace);
    await hook();
    clock.pass(80);
    await look(tools, 'test');
    for (let n = 0; n < MOST_TRIES; n += 1) {
      await tools.book.claim('test', clock.now(), clock.now(), 8);
      clock.pass(1);
    }
    await sendDue(tools, 'test');
    expect(web.received).toEqual([]);
    expect(await tools.book.messages('test', 'dead')).toMatchObject([{ lastError: 'each try ended with its process' }]);
  });

  test.skipIf(!isHere || !isShared)('two processes that watch tell nobody twice, and each hears what the other writes', async () => {
    const { web, clock, store, tools, beside, watch, hook } = await houseIn(newPlace, STOCK);
    await hook();
    const other = await beside();
    const [one, two] = [watch(tools), watch(other)];
    clock.pass(300);
    for (let n = 1; n <= 4; n += 1) {
      // 10, 20, 40, 80 units: each time twice as many.
      invariant((await append(store, SMALL_ID, [held(clock.now(), n === 1 ? 10 : 10 * 2 ** (n - 2), `held-${n}`)])).ok, 'it is recorded');
      one.wake('test');
      two.wake('test');
      await until(() => web.received.length === n);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(web.received.map(({ json }) => json.data.raised?.map(({ worse }) => worse))).toEqual([[false], [true], [true], [true]]);
    expect(new Set(web.received.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
  });

  test.skipIf(!isHere)('an e-mail says what, in French, and a test goes out at once', async () => {
    const box = await mailReceiver();
    closing.push(() => box.close());
    const { tools, clock } = await houseIn(newPlace, SMALL, { AIRBRIDGE_SMTP_URL: box.url, AIRBRIDGE_SMTP_FROM: 'airbridge@example.org' });
    const made = await subscribe(tools, ASKER(tools), 'test', { channel: 'e-mail', address: 'astreinte@example.org', kinds: ['late-flight'], language: 'fr', evenPast: false });
    invariant(made.ok, 'the subscription is made');
    expect(made.value.secret).toBeNull();
    expect(await tryOut(tools, ASKER(tools), 'test', made.value.id)).toEqual({ ok: true, value: { outcome: 'taken' } });
    clock.pass(80);
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(box.mails).toHaveLength(2);
    expect(box.mails[1]?.to).toEqual(['astreinte@example.org']);
    expect(box.mails[1]?.text).toMatch(/Content-Language: fr/);
  });
});

describe('an operation that stands in the past', () => {
  const STORY: readonly Line[] = SMALL.map(([kind, at, body]): Line => [kind, at, 'settings' in body && Array.isArray(body.settings) ? { ...body, settings: [...(body.settings as unknown[]), { key: 'stands_at', value: '2020-03-02T00:00:00Z' }] } : body]);
  const [embedded] = STORES;
  invariant(embedded, 'there is an embedded store');

  test('tells nobody, unless somebody asks for just that', async () => {
    const { web, tools, hook } = await houseIn(embedded.newPlace, STORY);
    const wish: Wish = { channel: 'webhook', address: web.url, kinds: null, language: 'en', evenPast: false };
    expect(await subscribe(tools, ASKER(tools), 'test', wish)).toMatchObject({ ok: false, error: { code: 'past-operation', remedy: expect.stringContaining('evenPast') } });
    await hook({ evenPast: true });
    await look(tools, 'test');
    await sendDue(tools, 'test');
    await look(tools, 'test');
    await sendDue(tools, 'test');
    expect(subjects(web)).toEqual(['+C1']);
  });

  test('is judged by a plan of where it stands, one that lives by a plan of now', async () => {
    const asked: (string | undefined)[] = [];
    for (const lines of [STORY, SMALL]) {
      const { web, clock, tools, watch, hook } = await houseIn(embedded.newPlace, lines);
      clock.pass(80);
      const desk: Desk = { ...tools.desk, standingPlan: (_, { asOf }) => Promise.resolve(asked.push(asOf) > 2 ? err({ code: 'planning-failed', message: 'x', remedy: 'x' }) : ok({} as PlanProposed)) };
      await hook({ evenPast: true });
      const before = asked.length;
      const watching = watch({ ...tools, desk });
      await until(() => asked.length > before && web.received.length > 0);
      await watching.stop();
      expect(subjects(web)).toEqual(['+C1']);
    }
    expect(asked).toEqual([undefined, expect.stringMatching(/^2020-03-01T2/)]);
  });
});
