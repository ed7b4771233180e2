// What a subscription is told of one look, and how: one message, however many alerts. A webhook gets JSON, an e-mail gets text;
// both in the subscription's language. Pure.

import type { Instant } from '../../domain/time.ts';
import { Zone } from '../../domain/time.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { say, sayAll } from '../../words/say.ts';
import type { Alert, Where } from './alert.ts';
import type { NewMessage, Subscription, Told } from './book.ts';
import type { Standing } from './turn.ts';

/** What is new to one subscription. */
export interface News {
  readonly raised: readonly { readonly alert: Alert; readonly since: Instant; readonly worse: boolean }[];
  readonly cleared: readonly Standing[];
}

/** More than these are counted, not named. */
export const MOST_IN_WEBHOOK = 100;
const MOST_IN_MAIL = 40;

/** `sees`: what its maker may see now. Null: nothing new. */
export function newsFor({ kinds }: Pick<Subscription, 'kinds'>, standing: ReadonlyMap<string, Standing>, sees: readonly Alert[], told: Told): News | null {
  const raised = sees.flatMap((alert) => {
    const held = standing.get(alert.alert);
    if (held === undefined || held.clearedAt !== null || (kinds !== null && !kinds.includes(alert.kind)) || told.get(alert.alert) === held.raise) return [];
    return [{ alert, since: held.raisedAt, worse: told.has(alert.alert) }];
  });
  const cleared = [...told.keys()].flatMap((alert) => {
    const held = standing.get(alert);
    return held?.clearedAt === null || held === undefined ? [] : [held];
  });
  return raised.length + cleared.length === 0 ? null : { raised, cleared };
}

export interface About {
  readonly operation: string;
  readonly name: string;
  readonly zone: string;
  /** The instant that was looked at. */
  readonly asOf: Instant;
  /** When the look was made. */
  readonly at: Instant;
  /** The address that people type. */
  readonly home: string;
}

const pageOf = ({ home, operation }: About, { page, ...search }: Where | { readonly page: '/alerts' }): string => {
  const url = new URL(page, home);
  for (const [name, value] of Object.entries({ op: operation, ...search })) url.searchParams.set(name, value);
  return url.href;
};

export function newsLetter(about: About, subscription: Subscription, news: News): Omit<NewMessage, 'id' | 'subscription'> {
  const language = LANGUAGES[subscription.language];
  const said = (each: Phrase): string => say(each, language);
  const { raised, cleared } = news;
  const { name: operation } = about;
  const [first] = raised;
  const subject = first === undefined ? said(phrase('alert.letter.cleared', { operation, n: cleared.length })) : raised.length === 1 ? said(phrase('alert.letter.one', { operation, what: first.alert.title })) : said(phrase('alert.letter.many', { operation, n: raised.length }));
  const alerts = raised.length + cleared.length;
  if (subscription.channel === 'webhook') return { alerts, subject, body: jsonOf(about, subscription, news) };
  const onClock = (at: Instant) => ({ at, zone: Zone.parse(about.zone) });
  const blocks = [
    said(phrase('alert.letter.as-of', { operation, at: onClock(about.asOf) })),
    ...raised.slice(0, MOST_IN_MAIL).map(({ alert: { title, text, deadline, where }, worse }) =>
      [worse ? said(phrase('alert.letter.worse', { what: title })) : said(title), sayAll(text, language), ...(deadline === null || deadline <= about.asOf ? [] : [said(phrase('alert.letter.by', { at: onClock(deadline) }))]), pageOf(about, where)].filter((line) => line !== '').join('\n'),
    ),
    ...(raised.length > MOST_IN_MAIL ? [said(phrase('alert.letter.more', { n: raised.length - MOST_IN_MAIL }))] : []),
    ...(cleared.length === 0 ? [] : [[said(phrase('alert.letter.over', {})), ...cleared.slice(0, MOST_IN_MAIL).map(({ title }) => `- ${said(title)}`), ...(cleared.length > MOST_IN_MAIL ? [said(phrase('alert.letter.more', { n: cleared.length - MOST_IN_MAIL }))] : [])].join('\n')]),
    footOf(about, subscription),
  ];
  return { alerts, subject, body: `${blocks.join('\n\n')}\n` };
}

function footOf(about: About, { language }: Subscription): string {
  const url = pageOf(about, { page: '/alerts' });
  return ['-- ', say(phrase('alert.letter.all', { url }), LANGUAGES[language]), say(phrase('alert.letter.why', { url }), LANGUAGES[language])].join('\n');
}

function jsonOf(about: About, { language: code }: Subscription, { raised, cleared }: News): string {
  const language = LANGUAGES[code];
  return JSON.stringify({
    type: 'alerts.changed',
    timestamp: about.at,
    data: {
      operation: about.operation,
      name: about.name,
      asOf: about.asOf,
      url: pageOf(about, { page: '/alerts' }),
      raised: raised.slice(0, MOST_IN_WEBHOOK).map(({ alert: { alert, kind, severity, subject, item, recipient, units, deadline, title, text, where }, since, worse }) => ({ alert, kind, severity, worse, subject, item, recipient, units, deadline, since, title: say(title, language), text: sayAll(text, language), url: pageOf(about, where) })),
      cleared: cleared.slice(0, MOST_IN_WEBHOOK).map(({ alert, kind, subject, title, clearedAt }) => ({ alert, kind, subject, title: say(title, language), clearedAt })),
      more: Math.max(0, raised.length - MOST_IN_WEBHOOK) + Math.max(0, cleared.length - MOST_IN_WEBHOOK),
    },
  });
}

export function testLetter(about: About, subscription: Subscription): Omit<NewMessage, 'id' | 'subscription'> {
  const language = LANGUAGES[subscription.language];
  const subject = say(phrase('alert.letter.test', { operation: about.name }), language);
  const text = say(phrase('alert.letter.test.text', { operation: about.name }), language);
  const body = subscription.channel === 'webhook' ? JSON.stringify({ type: 'alerts.test', timestamp: about.at, data: { operation: about.operation, name: about.name, text } }) : `${text}\n\n${footOf(about, subscription)}\n`;
  return { alerts: 0, subject, body };
}
