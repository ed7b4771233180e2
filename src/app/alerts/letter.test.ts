import { describe, expect, test } from 'vitest';
import { phrase } from '../../domain/phrase.ts';
import { Instant } from '../../domain/time.ts';
import type { Alert } from './alert.ts';
import type { Subscription } from './book.ts';
import { MOST_IN_WEBHOOK, newsFor, newsLetter, testLetter, type News } from './letter.ts';
import { turned } from './turn.ts';

const AT = Instant.parse('2026-03-01T08:00:00.000Z');
const about = { operation: 'test', name: 'A small operation', zone: 'Europe/Brussels', asOf: AT, at: AT, home: 'https://airbridge.example.org' };
const alertOf = (lot: string, severity: Alert['severity'] = 'notice'): Alert => ({ alert: `held:${lot}`, kind: 'held', severity, subject: lot, item: 'mask', recipient: null, units: 10, deadline: null, measure: 10, title: phrase('alert.held', { lot }), text: [], where: { page: '/hub', card: lot }, facts: [] });
const to = (over: Partial<Subscription> = {}): Subscription => ({ operation: 'test', id: 's', channel: 'e-mail', address: 'duty@example.org', kinds: null, language: 'en', madeBy: '', madeAt: AT, paused: null, secret: null, ...over });
const standingOf = (alerts: readonly Alert[]) => new Map(turned([], alerts, () => false, AT).map((it) => [it.alert, it]));

describe('one subscription hears', () => {
  const standing = standingOf([alertOf('A'), alertOf('B')]);
  const heard = (subscription: Partial<Subscription>, sees: readonly Alert[], told: readonly (readonly [string, number])[] = []): string[] => newsFor(to(subscription), standing, sees, new Map(told))?.raised.map(({ alert }) => alert.subject) ?? [];

  test('what it was not told of', () => expect(heard({}, [alertOf('A'), alertOf('B')], [['held:A', 1]])).toEqual(['B']));
  test('of the kinds that it asked for', () => expect([heard({ kinds: ['late-flight'] }, [alertOf('A')]), heard({ kinds: ['held'] }, [alertOf('A')])]).toEqual([[], ['A']]));
  test('what its maker sees, and nothing else', () => expect(heard({}, [alertOf('B')])).toEqual(['B']));
  test('nothing, where there is nothing new', () => expect(newsFor(to(), standing, [alertOf('A'), alertOf('B')], new Map([['held:A', 1], ['held:B', 1]]))).toBeNull());
  test('that something is over, if it was told that it stands', () => {
    const over = new Map([...standing, ...turned([...standing.values()], [], () => false, AT).map((it) => [it.alert, it] as const)]);
    expect(newsFor(to(), over, [], new Map([['held:A', 1]]))).toMatchObject({ raised: [], cleared: [{ subject: 'A' }] });
  });
});

describe('one look is one message', () => {
  const many: News = { raised: Array.from({ length: 1000 }, (_, n) => ({ alert: alertOf(`L${n}`), since: AT, worse: false })), cleared: [] };

  test('a thousand alerts to a webhook are one message, of which a hundred are named', () => {
    const { alerts, body } = newsLetter(about, to({ channel: 'webhook' }), many);
    const { type, data } = JSON.parse(body) as { type: string; data: { raised: { subject: string; url: string }[]; more: number } };
    expect([alerts, type, data.raised.length, data.more]).toEqual([1000, 'alerts.changed', MOST_IN_WEBHOOK, 900]);
    expect(data.raised[0]).toMatchObject({ subject: 'L0', url: 'https://airbridge.example.org/hub?op=test&card=L0' });
  });
  test('and to a mailbox are one e-mail', () => {
    const { subject, body } = newsLetter(about, to(), many);
    expect(subject).toBe('A small operation: 1,000 things need a person');
    expect(body).toContain('And 960 more.');
    expect(body.split('Customs hold').length).toBe(41);
  });
  test('in the language that was asked for', () => {
    const { subject, body } = newsLetter(about, to({ language: 'fr' }), { raised: [{ alert: alertOf('A'), since: AT, worse: true }], cleared: [] });
    expect(subject.replaceAll('\u00A0', ' ')).toBe('A small operation : La douane retient A');
    expect(body.replaceAll('\u00A0', ' ')).toContain('Aggravation : La douane retient A');
    expect(body).toContain('https://airbridge.example.org/alerts?op=test');
  });
  test('that what was told is over has a subject of its own', () => expect(newsLetter(about, to(), { raised: [], cleared: [...standingOf([alertOf('A')]).values()] }).subject).toBe('A small operation: 1 alert is over'));
  test('a test says that it is one', () => expect([testLetter(about, to()).subject, (JSON.parse(testLetter(about, to({ channel: 'webhook' })).body) as { type: string }).type]).toEqual(['A small operation: a test message', 'alerts.test']));
});
