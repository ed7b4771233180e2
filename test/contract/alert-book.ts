// What every book of alerts must do, on either store. A book joins by giving a database, and a second hand on the same one.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlertBook, Kept, NewMessage, Subscription, Turn } from '../../src/app/alerts/book.ts';
import type { Standing } from '../../src/app/alerts/turn.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { Instant, plusMinutes } from '../../src/domain/time.ts';
import { type AccountsDatabase } from '../../src/storage/accounts/people.ts';
import { alertBookOn } from '../../src/storage/alerts/book.ts';

const AT = Instant.parse('2026-03-01T08:00:00.000Z');
const FORGET = Instant.parse('2026-02-01T08:00:00.000Z');
const later = (minutes: number): Instant => plusMinutes(AT, minutes);

export function alertBookContract(name: string, open: () => Promise<{ readonly db: AccountsDatabase; readonly other: AccountsDatabase; close(): Promise<void> }>): void {
  describe(`${name} keeps the book of alerts`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let book: AlertBook;
    let other: AlertBook;
    let rules = 0;
    const newOperation = (): string => `rule-${++rules}`;
    beforeAll(async () => {
      opened = await open();
      [book, other] = [alertBookOn(opened.db), alertBookOn(opened.other)];
    });
    afterAll(() => opened.close());

    const subscription = (operation: string, over: Partial<Subscription> = {}): Subscription => ({ operation, id: 's1', channel: 'webhook', address: 'https://hooks.example.org/', kinds: ['late-flight', 'held'], language: 'fr', madeBy: 'm', madeAt: AT, paused: null, secret: 'whsec_AAAA', ...over });
    const standing = (lot: string, over: Partial<Standing> = {}): Standing => ({ alert: `held:${lot}`, kind: 'held', subject: lot, severity: 'notice', measure: 1.5, raise: 1, raisedAt: AT, clearedAt: null, title: phrase('alert.held', { lot }), ...over });
    const message = (id: string): NewMessage => ({ id, subscription: 's1', alerts: 1, subject: 'Ça', body: '{"é":1}' });
    const nothing: Turn = { changed: [], told: [], messages: [] };
    const withMessages = async (...ids: readonly string[]): Promise<string> => {
      const operation = newOperation();
      await book.putSubscription(subscription(operation), 5);
      await book.turn(operation, AT, FORGET, () => ({ ...nothing, messages: ids.map(message) }));
      return operation;
    };

    test('a subscription comes back as it was given, and is watched until it is paused', async () => {
      const operation = newOperation();
      const given = [subscription(operation), subscription(operation, { id: 's2', channel: 'e-mail', address: 'duty@example.org', kinds: null, secret: null, language: 'en', madeBy: '', paused: { at: later(1), why: 'gone' } })];
      for (const it of given) expect(await book.putSubscription(it, 5)).toBe(true);
      expect(await book.subscriptions(operation)).toEqual(given);
      expect(await book.watched()).toContain(operation);
      expect([await book.pause(operation, 's1', { at: later(2), why: 'by-hand' }), await book.pause(operation, 'nobody', null)]).toEqual([true, false]);
      expect(await book.watched()).not.toContain(operation);
      await book.pause(operation, 's2', null);
      expect((await book.subscriptions(operation)).map(({ paused }) => paused?.why ?? null)).toEqual(['by-hand', null]);
    });

    test('one maker has so many and no more, however many are made at once', async () => {
      const operation = newOperation();
      const put = await Promise.all(Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? book : other).putSubscription(subscription(operation, { id: `s${n}` }), 3)));
      expect(put.filter(Boolean)).toHaveLength(3);
      expect(await book.putSubscription(subscription(operation, { id: 'x', madeBy: 'somebody else' }), 3)).toBe(true);
    });

    test('a look is written whole: alerts, what was told, messages; the next one finds it', async () => {
      const operation = newOperation();
      await book.putSubscription(subscription(operation), 5);
      await book.putSubscription(subscription(operation, { id: 'paused', paused: { at: AT, why: 'by-hand' } }), 5);
      await book.turn(operation, AT, FORGET, () => ({ changed: [standing('A'), standing('B')], told: [{ subscription: 's1', now: new Map([['held:A', 1], ['held:B', 1]]), over: [] }], messages: [message('m1')] }));
      let seen: Kept | null = null;
      await book.turn(operation, later(1), FORGET, (kept) => {
        seen = kept;
        return { changed: [standing('A', { raise: 2, severity: 'critical' }), standing('B', { clearedAt: later(1) })], told: [{ subscription: 's1', now: new Map([['held:A', 2]]), over: ['held:B'] }], messages: [] };
      });
      expect(seen).toEqual({ standing: [standing('A'), standing('B')], subscriptions: new Map([['s1', new Map([['held:A', 1], ['held:B', 1]])]]) });
      await book.turn(operation, later(2), FORGET, (kept) => {
        expect(kept.subscriptions).toEqual(new Map([['s1', new Map([['held:A', 2]])]]));
        return nothing;
      });
      expect(await book.standing(operation)).toEqual([standing('A', { raise: 2, severity: 'critical' }), standing('B', { clearedAt: later(1) })]);
    });

    test('a look that began before the last one written is not written', async () => {
      const operation = newOperation();
      expect(await book.turn(operation, later(5), FORGET, () => ({ ...nothing, changed: [standing('A')] }))).toBe(true);
      expect([await other.turn(operation, later(4), FORGET, () => ({ ...nothing, changed: [standing('B')] })), await other.turn(operation, later(5), FORGET, () => ({ ...nothing, changed: [standing('B')] }))]).toEqual([false, false]);
      expect((await book.standing(operation)).map(({ subject }) => subject)).toEqual(['A']);
    });

    test('looks at once are written one after the other: what one has told, the other finds told', async () => {
      const operation = newOperation();
      await book.putSubscription(subscription(operation), 5);
      const tell = (id: string) => (kept: Kept): Turn => (kept.standing.length > 0 ? nothing : { changed: [standing('A')], told: [], messages: [message(id)] });
      await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? book : other).turn(operation, later(n), FORGET, tell(`m${n}`))));
      expect(await book.messages(operation, 'queued')).toHaveLength(1);
    });

    test('a look that fails leaves nothing', async () => {
      const operation = newOperation();
      await expect(book.turn(operation, AT, FORGET, () => ({ changed: [standing('A')], told: [], messages: [message('m'), message('m')] }))).rejects.toThrow();
      expect(await book.standing(operation)).toEqual([]);
    });

    test('a thousand alerts of one look are kept', async () => {
      const operation = newOperation();
      await book.putSubscription(subscription(operation), 5);
      const all = Array.from({ length: 1000 }, (_, n) => standing(`L${n}`));
      await book.turn(operation, AT, FORGET, () => ({ changed: all, told: [{ subscription: 's1', now: new Map(all.map(({ alert }) => [alert, 1])), over: [] }], messages: [] }));
      await book.turn(operation, later(1), FORGET, ({ standing: found, subscriptions }) => {
        expect([found.length, subscriptions.get('s1')?.size]).toEqual([1000, 1000]);
        return { ...nothing, told: [{ subscription: 's1', now: new Map(), over: all.map(({ alert }) => alert) }] };
      });
    });

    test('a message is claimed by one, counts as tried, and is anybody’s again when its time is over', async () => {
      const operation = await withMessages('m1', 'm2', 'm3');
      const claims = await Promise.all(Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? book : other).claim(operation, AT, later(2), 1)));
      expect(claims.flat().map(({ id, tries, body }) => `${id} ${tries} ${body}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['m1 1 {"é":1}', 'm2 1 {"é":1}', 'm3 1 {"é":1}']);
      expect(await book.claim(operation, later(1), later(3), 9)).toEqual([]);
      expect((await other.claim(operation, later(2), later(4), 9)).map(({ tries }) => tries)).toEqual([2, 2, 2]);
      expect(await book.nextDue(operation)).toBe(later(4));
    });

    test('what came of a try counts only for whoever claimed it last', async () => {
      const operation = await withMessages('m1');
      const [first] = await book.claim(operation, AT, later(2), 1);
      const [second] = await other.claim(operation, later(2), later(4), 1);
      if (first === undefined || second === undefined) throw new Error('each claims it in turn');
      expect([await book.settle(first, { state: 'dead', at: later(3), error: 'too late' }), await other.settle(second, { state: 'sent', at: later(3) }), await other.settle(second, { state: 'sent', at: later(3) })]).toEqual([false, true, false]);
      expect(await book.messages(operation, 'sent')).toMatchObject([{ id: 'm1', state: 'sent', tries: 2, lastError: null, settledAt: later(3) }]);
      expect(await book.nextDue(operation)).toBeNull();
    });

    test('a failed try waits, a dead letter is tried anew or thrown away', async () => {
      const operation = await withMessages('m1', 'm2');
      for (const claimed of await book.claim(operation, AT, later(2), 9)) await book.settle(claimed, claimed.id === 'm1' ? { state: 'queued', nextAt: later(7), error: 'it answered 500' } : { state: 'dead', at: later(1), error: 'it answered 410' });
      expect(await book.nextDue(operation)).toBe(later(7));
      expect([await book.retry(operation, 'm1', later(3)), await book.discard(operation, 'm1')]).toEqual([false, false]);
      expect(await book.retry(operation, 'm2', later(3))).toBe(true);
      expect(await book.claim(operation, later(3), later(5), 9)).toMatchObject([{ id: 'm2', tries: 1, lastError: 'it answered 410', settledAt: null }]);
      const [claimed] = await book.claim(operation, later(7), later(9), 1);
      if (claimed === undefined) throw new Error('it is due');
      await book.settle(claimed, { state: 'dead', at: later(8), error: 'x' });
      expect([await book.discard(operation, claimed.id), await book.discard(operation, claimed.id)]).toEqual([true, false]);
    });

    test('messages of a paused subscription wait, those of a removed one are gone with it', async () => {
      const operation = await withMessages('m1');
      await book.pause(operation, 's1', { at: AT, why: 'by-hand' });
      expect([await book.claim(operation, later(1), later(2), 9), await book.nextDue(operation)]).toEqual([[], null]);
      await book.pause(operation, 's1', null);
      expect(await book.claim(operation, later(1), later(2), 9)).toHaveLength(1);
      expect([await book.remove(operation, 's1'), await book.remove(operation, 's1')]).toEqual([true, false]);
      expect([await book.subscriptions(operation), await book.messages(operation, 'queued')]).toEqual([[], []]);
    });

    test('what is long over is forgotten, what stands or waits is not', async () => {
      const operation = await withMessages('m1', 'm2');
      const [claimed] = await book.claim(operation, AT, later(2), 1);
      if (claimed === undefined) throw new Error('it is due');
      await book.settle(claimed, { state: 'sent', at: later(1) });
      await book.turn(operation, later(1), FORGET, () => ({ ...nothing, changed: [standing('A', { clearedAt: later(1) }), standing('B')] }));
      await book.turn(operation, later(2), later(2), () => nothing);
      expect([(await book.standing(operation)).map(({ subject }) => subject), (await book.messages(operation, 'sent')).length, (await book.messages(operation, 'queued')).length]).toEqual([['B'], 0, 1]);
    });
  });
}
