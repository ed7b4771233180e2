// The book of alerts on a database, the same on both stores: subscriptions, looks, messages. A look is written behind the lock of
// its operation's row; a message is claimed by moving its time on, which one process at a time can.

import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { ALERT_KINDS, SEVERITIES } from '../../app/alerts/alert.ts';
import { type AlertBook, CHANNELS, type Kept, type Message, type Subscription, type Turn } from '../../app/alerts/book.ts';
import type { Standing } from '../../app/alerts/turn.ts';
import { Phrase, type PhraseOf } from '../../domain/phrase.ts';
import type { AlertTitle } from '../../domain/phrases.ts';
import { Instant } from '../../domain/time.ts';
import type { Tables } from '../tables.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** Rows a statement: far below what PostgreSQL takes of parameters. */
const AT_ONCE = 500;

const Kind = z.enum(ALERT_KINDS);
const Subscribed = z.object({ channel: z.enum(CHANNELS), language: z.enum(['en', 'fr']), kinds: z.array(Kind).nullable(), paused_why: z.enum(['by-hand', 'gone', 'not-theirs']).nullable() });
const State = z.enum(['queued', 'sent', 'dead']);
/** What was written is a title: nothing else is. */
const Title = z.custom<PhraseOf<AlertTitle>>((value) => Phrase.safeParse(value).success);
const instant = (text: string | null): Instant | null => (text === null ? null : Instant.parse(text));

export function alertBookOn(db: Db): AlertBook {
  return { ...subscriptionsOn(db), ...looksOn(db), ...messagesOn(db) };
}

function subscriptionOf(row: Selectable<Tables['alert_subscription']>): Subscription {
  const { channel, language, kinds, paused_why: why } = Subscribed.parse(row);
  const at = instant(row.paused_at);
  return { operation: row.operation_id, id: row.id, channel, address: row.address, kinds, language, madeBy: row.made_by, madeAt: Instant.parse(row.made_at), paused: at === null || why === null ? null : { at, why }, secret: row.secret };
}

function subscriptionsOn(db: Db): Pick<AlertBook, 'watched' | 'subscriptions' | 'putSubscription' | 'pause' | 'remove'> {
  return {
    watched: async () => (await db.selectFrom('alert_subscription').select('operation_id').distinct().where('paused_at', 'is', null).orderBy('operation_id').execute()).map((row) => row.operation_id),
    subscriptions: async (operation) => (await db.selectFrom('alert_subscription').selectAll().where('operation_id', '=', operation).orderBy('made_at').orderBy('id').execute()).map(subscriptionOf),
    putSubscription: ({ operation, id, channel, address, kinds, language, madeBy, madeAt, paused, secret }, most) =>
      db.transaction().execute(async (trx) => {
        await lockLook(trx, operation);
        const { held } = await trx.selectFrom('alert_subscription').select((it) => it.fn.countAll<number | string>().as('held')).where('operation_id', '=', operation).where('made_by', '=', madeBy).executeTakeFirstOrThrow();
        if (Number(held) >= most) return false;
        await trx.insertInto('alert_subscription').values({ operation_id: operation, id, channel, address, kinds: kinds === null ? null : JSON.stringify(kinds), language, made_by: madeBy, made_at: madeAt, paused_at: paused?.at ?? null, paused_why: paused?.why ?? null, secret }).execute();
        return true;
      }),
    pause: async (operation, id, paused) => {
      const { numUpdatedRows } = await db.updateTable('alert_subscription').set({ paused_at: paused?.at ?? null, paused_why: paused?.why ?? null }).where('operation_id', '=', operation).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: (operation, id) =>
      db.transaction().execute(async (trx) => {
        await lockLook(trx, operation);
        await trx.deleteFrom('alert_told').where('operation_id', '=', operation).where('subscription', '=', id).execute();
        await trx.deleteFrom('alert_message').where('operation_id', '=', operation).where('subscription', '=', id).execute();
        const { numDeletedRows } = await trx.deleteFrom('alert_subscription').where('operation_id', '=', operation).where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

const NEVER = '0000-01-01T00:00:00.000Z';

/** Waits until no other look at the operation is being written; answers when the last one began. */
async function lockLook(trx: Trx, operation: string): Promise<string> {
  await trx.insertInto('alert_look').values({ operation_id: operation, began_at: NEVER }).onConflict((it) => it.doNothing()).execute();
  return (await trx.selectFrom('alert_look').select('began_at').where('operation_id', '=', operation).forUpdate().executeTakeFirstOrThrow()).began_at;
}

const standingOf = (row: Selectable<Tables['alert']>): Standing => ({
  alert: row.alert,
  kind: Kind.parse(row.kind),
  subject: row.subject,
  severity: z.enum(SEVERITIES).parse(row.severity),
  measure: row.measure,
  raise: row.raise,
  raisedAt: Instant.parse(row.raised_at),
  clearedAt: instant(row.cleared_at),
  title: Title.parse(row.title),
});

const standingIn = async (db: Db, operation: string): Promise<Standing[]> => (await db.selectFrom('alert').selectAll().where('operation_id', '=', operation).orderBy('alert').execute()).map(standingOf);

function looksOn(db: Db): Pick<AlertBook, 'standing' | 'turn'> {
  return {
    standing: (operation) => standingIn(db, operation),
    turn: (operation, at, forget, decide) =>
      db.transaction().execute(async (trx) => {
        if ((await lockLook(trx, operation)) >= at) return false;
        await trx.updateTable('alert_look').set({ began_at: at }).where('operation_id', '=', operation).execute();
        await write(trx, operation, at, decide(await keptIn(trx, operation)));
        await trx.deleteFrom('alert').where('operation_id', '=', operation).where('cleared_at', '<', forget).execute();
        await trx.deleteFrom('alert_message').where('operation_id', '=', operation).where('settled_at', '<', forget).execute();
        return true;
      }),
  };
}

async function keptIn(trx: Trx, operation: string): Promise<Kept> {
  const ids = await trx.selectFrom('alert_subscription').select('id').where('operation_id', '=', operation).where('paused_at', 'is', null).orderBy('id').execute();
  const told = await trx.selectFrom('alert_told').select(['subscription', 'alert', 'raise']).where('operation_id', '=', operation).execute();
  const bySubscription = Map.groupBy(told, ({ subscription }) => subscription);
  return { standing: await standingIn(trx, operation), subscriptions: new Map(ids.map(({ id }) => [id, new Map((bySubscription.get(id) ?? []).map(({ alert, raise }) => [alert, raise]))])) };
}

async function write(trx: Trx, operation: string, at: Instant, { changed, told, messages }: Turn): Promise<void> {
  for (const part of parts(changed))
    await trx
      .insertInto('alert')
      .values(part.map(({ alert, kind, subject, severity, measure, raise, raisedAt, clearedAt, title }) => ({ operation_id: operation, alert, kind, subject, severity, measure, raise, raised_at: raisedAt, cleared_at: clearedAt, title: JSON.stringify(title) })))
      .onConflict((it) =>
        it.columns(['operation_id', 'alert']).doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), severity: eb.ref('excluded.severity'), measure: eb.ref('excluded.measure'), raise: eb.ref('excluded.raise'), raised_at: eb.ref('excluded.raised_at'), cleared_at: eb.ref('excluded.cleared_at'), title: eb.ref('excluded.title') })),
      )
      .execute();
  for (const { subscription, now, over } of told) {
    for (const part of parts([...now])) await trx.insertInto('alert_told').values(part.map(([alert, raise]) => ({ operation_id: operation, subscription, alert, raise }))).onConflict((it) => it.columns(['operation_id', 'subscription', 'alert']).doUpdateSet((eb) => ({ raise: eb.ref('excluded.raise') }))).execute();
    for (const part of parts(over)) await trx.deleteFrom('alert_told').where('operation_id', '=', operation).where('subscription', '=', subscription).where('alert', 'in', part).execute();
  }
  for (const part of parts(messages)) await trx.insertInto('alert_message').values(part.map(({ id, subscription, alerts, subject, body }) => ({ operation_id: operation, id, subscription, made_at: at, state: 'queued', tries: 0, next_at: at, last_error: null, settled_at: null, alerts, subject, body }))).execute();
}

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

const messageOf = (row: Selectable<Tables['alert_message']>): Message => ({
  operation: row.operation_id,
  id: row.id,
  subscription: row.subscription,
  madeAt: Instant.parse(row.made_at),
  state: State.parse(row.state),
  tries: row.tries,
  nextAt: Instant.parse(row.next_at),
  lastError: row.last_error,
  settledAt: instant(row.settled_at),
  alerts: row.alerts,
  subject: row.subject,
  body: row.body,
});

/** The most that a list of messages shows. */
const LISTED = 200;

function messagesOn(db: Db): Pick<AlertBook, 'claim' | 'settle' | 'nextDue' | 'messages' | 'retry' | 'discard'> {
  return {
    claim: async (operation, now, until, most) => {
      const claimed = await sql<Selectable<Tables['alert_message']>>`
        with due as materialized (
          select m.id from alert_message m join alert_subscription s on s.operation_id = m.operation_id and s.id = m.subscription
          where m.operation_id = ${operation} and m.state = 'queued' and m.next_at <= ${now} and s.paused_at is null
          order by m.next_at, m.id limit ${most} for update of m skip locked)
        update alert_message set next_at = ${until}, tries = tries + 1
        where operation_id = ${operation} and id in (select id from due)
        returning *`.execute(db);
      return claimed.rows.map(messageOf);
    },
    settle: async ({ operation, id, tries }, settlement) => {
      const set = settlement.state === 'queued' ? { state: 'queued', next_at: settlement.nextAt, last_error: settlement.error } : { state: settlement.state, settled_at: settlement.at, ...(settlement.state === 'dead' && { last_error: settlement.error }) };
      const { numUpdatedRows } = await db.updateTable('alert_message').set(set).where('operation_id', '=', operation).where('id', '=', id).where('state', '=', 'queued').where('tries', '=', tries).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    nextDue: async (operation) => {
      const row = await db.selectFrom('alert_message as m').innerJoin('alert_subscription as s', (on) => on.onRef('s.operation_id', '=', 'm.operation_id').onRef('s.id', '=', 'm.subscription')).select('m.next_at').where('m.operation_id', '=', operation).where('m.state', '=', 'queued').where('s.paused_at', 'is', null).orderBy('m.next_at').limit(1).executeTakeFirst();
      return instant(row?.next_at ?? null);
    },
    messages: async (operation, state) => (await db.selectFrom('alert_message').selectAll().where('operation_id', '=', operation).where('state', '=', state).orderBy('made_at', 'desc').orderBy('id').limit(LISTED).execute()).map(messageOf),
    retry: async (operation, id, at) => {
      const { numUpdatedRows } = await db.updateTable('alert_message').set({ state: 'queued', tries: 0, next_at: at, settled_at: null }).where('operation_id', '=', operation).where('id', '=', id).where('state', '=', 'dead').executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    discard: async (operation, id) => {
      const { numDeletedRows } = await db.deleteFrom('alert_message').where('operation_id', '=', operation).where('id', '=', id).where('state', '=', 'dead').executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
