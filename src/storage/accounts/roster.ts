// The roster on a database: organisations, members, one-time links, tokens, links to deliveries. The same on both stores.
// Not for sessions and passwords: sessions.ts.

import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { PERMISSIONS, ROLES, type Permission } from '../../app/people/permissions.ts';
import type { BindingKind, DeliveryLink, Invitation, Member, Organisation, RequestLink, Roster, Token } from '../../app/people/roster.ts';
import { Sha256 } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import type { Tables } from '../tables.ts';

type Db = Kysely<Tables>;

const Role = z.enum(ROLES);
const Kind = z.enum(['donor', 'carrier', 'recipient', 'place', 'operation'] satisfies BindingKind[]);
const Answer = z.object({
  lots: z.array(z.object({ lot: z.string(), received: z.int(), damaged: z.int(), refused: z.int() })),
  note: z.string().nullable(),
  receivedAt: Instant,
  answeredAt: Instant,
  signedBy: Sha256,
});
const instant = (text: string | null): Instant | null => (text === null ? null : Instant.parse(text));
const isPermission = (name: string): name is Permission => PERMISSIONS.some((it) => it === name);

export function rosterOn(db: Db): Roster {
  return { ...organisationsOn(db), ...membersOn(db), ...invitationsOn(db), ...tokensOn(db), ...linksOn(db), ...requestLinksOn(db), ...actorsOn(db) };
}

function organisationsOn(db: Db): Pick<Roster, 'organisations' | 'organisation' | 'putOrganisation'> {
  const all = async (): Promise<readonly Organisation[]> => {
    const rows = await db.selectFrom('organisation').selectAll().orderBy('organisation').execute();
    const bindings = await db.selectFrom('binding').selectAll().orderBy('operation_id').orderBy('kind').orderBy('subject').execute();
    return rows.map(({ organisation, name }) => ({
      organisation,
      name,
      bindings: bindings.filter((it) => it.organisation === organisation).map((it) => ({ operation: it.operation_id, kind: Kind.parse(it.kind), subject: it.subject })),
    }));
  };
  return {
    organisations: all,
    organisation: async (code) => (await all()).find(({ organisation }) => organisation === code) ?? null,
    putOrganisation: ({ organisation, name, bindings }) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('organisation').values({ organisation, name }).onConflict((it) => it.column('organisation').doUpdateSet({ name })).execute();
        await trx.deleteFrom('binding').where('organisation', '=', organisation).execute();
        if (bindings.length > 0) await trx.insertInto('binding').values(bindings.map(({ operation, kind, subject }) => ({ operation_id: operation, organisation, kind, subject }))).onConflict((it) => it.doNothing()).execute();
      }),
  };
}

const memberOf = (row: Pick<Selectable<Tables['member']>, 'id' | 'username' | 'name' | 'role' | 'organisation' | 'ended_at'>): Member => ({ id: row.id, username: row.username, name: row.name, role: Role.parse(row.role), organisation: row.organisation, endedAt: instant(row.ended_at) });
const MEMBER = ['id', 'username', 'name', 'role', 'organisation', 'ended_at'] as const;

function membersOn(db: Db): Pick<Roster, 'members' | 'member' | 'changeMember'> {
  return {
    members: async () => (await db.selectFrom('member').select(MEMBER).orderBy('username').execute()).map(memberOf),
    member: async (id) => {
      const row = await db.selectFrom('member').select(MEMBER).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : memberOf(row);
    },
    changeMember: async (id, { role, organisation, endedAt }) => {
      await db.updateTable('member').set({ role, organisation, ended_at: endedAt }).where('id', '=', id).execute();
    },
  };
}

function invitationsOn(db: Db): Pick<Roster, 'putInvitation' | 'invitation' | 'useInvitation' | 'returnInvitation'> {
  return {
    putInvitation: async ({ hash, id, organisation, role, member, madeBy, madeAt, expiresAt, usedAt }) => {
      await db.insertInto('invitation').values({ hash, id, organisation, role, member_id: member, made_by: madeBy, made_at: madeAt, expires_at: expiresAt, used_at: usedAt }).execute();
    },
    invitation: async (hash) => {
      const row = await db.selectFrom('invitation').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : invitationOf(row);
    },
    useInvitation: async (hash, at) => {
      const { numUpdatedRows } = await db.updateTable('invitation').set({ used_at: at }).where('hash', '=', hash).where('used_at', 'is', null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    returnInvitation: async (hash) => {
      await db.updateTable('invitation').set({ used_at: null }).where('hash', '=', hash).execute();
    },
  };
}

const invitationOf = (row: Selectable<Tables['invitation']>): Invitation => ({
  id: row.id,
  hash: Sha256.parse(row.hash),
  organisation: row.organisation,
  role: Role.parse(row.role),
  member: row.member_id,
  madeBy: row.made_by,
  madeAt: Instant.parse(row.made_at),
  expiresAt: Instant.parse(row.expires_at),
  usedAt: instant(row.used_at),
});

function tokensOn(db: Db): Pick<Roster, 'putToken' | 'token' | 'tokensOf' | 'revokeToken' | 'touchToken'> {
  return {
    putToken: async ({ hash, id, member, name, permissions, madeAt, expiresAt, revokedAt, lastUsedAt }) => {
      await db.insertInto('token').values({ hash, id, member_id: member, name, permissions: JSON.stringify(permissions), made_at: madeAt, expires_at: expiresAt, revoked_at: revokedAt, last_used_at: lastUsedAt }).execute();
    },
    token: async (hash) => {
      const row = await db.selectFrom('token').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : tokenOf(row);
    },
    tokensOf: async (member) => (await db.selectFrom('token').selectAll().where('member_id', '=', member).orderBy('made_at').orderBy('id').execute()).map(tokenOf),
    revokeToken: async (member, id, at) => {
      const { numUpdatedRows } = await db.updateTable('token').set({ revoked_at: at }).where('member_id', '=', member).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    touchToken: async (hash, at) => {
      await db.updateTable('token').set({ last_used_at: at }).where('hash', '=', hash).execute();
    },
  };
}

const tokenOf = (row: Selectable<Tables['token']>): Token => ({
  id: row.id,
  hash: Sha256.parse(row.hash),
  member: row.member_id,
  name: row.name,
  permissions: row.permissions.filter(isPermission),
  madeAt: Instant.parse(row.made_at),
  expiresAt: Instant.parse(row.expires_at),
  revokedAt: instant(row.revoked_at),
  lastUsedAt: instant(row.last_used_at),
});

function linksOn(db: Db): Pick<Roster, 'putLink' | 'link' | 'links' | 'revokeLink' | 'answerLink' | 'clearAnswer'> {
  const changed = async (operation: string, id: string, set: { revoked_at?: string; answer?: string }, only: 'revoked_at' | 'answer'): Promise<boolean> => {
    const { numUpdatedRows } = await db.updateTable('delivery_link').set(set).where('operation_id', '=', operation).where('id', '=', id).where(only, 'is', null).executeTakeFirst();
    return numUpdatedRows > 0n;
  };
  return {
    putLink: async ({ id, hash, operation, dispatch, recipient, madeBy, madeAt, expiresAt, revokedAt, answer }) => {
      await db.insertInto('delivery_link').values({ operation_id: operation, id, hash, dispatch, recipient, made_by: madeBy, made_at: madeAt, expires_at: expiresAt, revoked_at: revokedAt, answer: answer === null ? null : JSON.stringify(answer) }).execute();
    },
    link: async (hash) => {
      const row = await db.selectFrom('delivery_link').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : linkOf(row);
    },
    links: async (operation) => (await db.selectFrom('delivery_link').selectAll().where('operation_id', '=', operation).orderBy('made_at').orderBy('id').execute()).map(linkOf),
    revokeLink: (operation, id, at) => changed(operation, id, { revoked_at: at }, 'revoked_at'),
    answerLink: (operation, id, answer) => changed(operation, id, { answer: JSON.stringify(answer) }, 'answer'),
    clearAnswer: async (operation, id) => {
      await db.updateTable('delivery_link').set({ answer: null }).where('operation_id', '=', operation).where('id', '=', id).execute();
    },
  };
}

const linkOf = (row: Selectable<Tables['delivery_link']>): DeliveryLink => ({
  id: row.id,
  hash: Sha256.parse(row.hash),
  operation: row.operation_id,
  dispatch: row.dispatch,
  recipient: row.recipient,
  madeBy: row.made_by,
  madeAt: Instant.parse(row.made_at),
  expiresAt: Instant.parse(row.expires_at),
  revokedAt: instant(row.revoked_at),
  answer: row.answer === null ? null : Answer.parse(row.answer),
});

function requestLinksOn(db: Db): Pick<Roster, 'putRequestLink' | 'requestLink' | 'requestLinks' | 'revokeRequestLink'> {
  return {
    putRequestLink: async ({ id, hash, operation, recipient, madeBy, madeAt, expiresAt, revokedAt }) => {
      await db.insertInto('request_link').values({ operation_id: operation, id, hash, recipient, made_by: madeBy, made_at: madeAt, expires_at: expiresAt, revoked_at: revokedAt }).execute();
    },
    requestLink: async (hash) => {
      const row = await db.selectFrom('request_link').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : requestLinkOf(row);
    },
    requestLinks: async (operation) => (await db.selectFrom('request_link').selectAll().where('operation_id', '=', operation).orderBy('made_at').orderBy('id').execute()).map(requestLinkOf),
    revokeRequestLink: async (operation, id, at) => {
      const { numUpdatedRows } = await db.updateTable('request_link').set({ revoked_at: at }).where('operation_id', '=', operation).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

const requestLinkOf = (row: Selectable<Tables['request_link']>): RequestLink => ({
  id: row.id,
  hash: Sha256.parse(row.hash),
  operation: row.operation_id,
  recipient: row.recipient,
  madeBy: row.made_by,
  madeAt: Instant.parse(row.made_at),
  expiresAt: Instant.parse(row.expires_at),
  revokedAt: instant(row.revoked_at),
});

function actorsOn(db: Db): Pick<Roster, 'actor' | 'putActor'> {
  const actor = async (operation: string, member: string): Promise<Sha256 | null> => {
    const row = await db.selectFrom('actor').select('commitment').where('operation_id', '=', operation).where('member_id', '=', member).executeTakeFirst();
    return row === undefined ? null : Sha256.parse(row.commitment);
  };
  return {
    actor,
    putActor: async (operation, member, commitment) => {
      await db.insertInto('actor').values({ operation_id: operation, member_id: member, commitment }).onConflict((it) => it.doNothing()).execute();
      return (await actor(operation, member)) ?? commitment;
    },
  };
}
