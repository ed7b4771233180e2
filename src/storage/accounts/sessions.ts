// Sessions and passwords, by better-auth over the tables member, member_session and member_password. Only signing in, signing
// out and changing a password are let through: accounts are made by invitation, and everything else of the library stays shut.

import { randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Kysely } from 'kysely';
import { LEAST_PASSWORD, MOST_PASSWORD } from '../../app/people/limits.ts';
import type { NewAccount, Sessions } from '../../app/people/roster.ts';
import type { Tables } from '../tables.ts';

/** As long as a long shift: after that one signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;
const KEY_BYTES = 32;



/** `url`: the address that people type; over https the cookies are marked secure. */
export async function sessionsOn(db: Kysely<Tables>, url: string): Promise<Sessions> {
  const auth = authOver(db, url, await signingKey(db));
  const { internalAdapter, password: passwords } = await auth.$context;
  return {
    handle: (request) => auth.handler(request),
    memberOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null,
    open: async (account) => {
      const taken = await db.selectFrom('member').select('id').where('username', '=', account.username.toLowerCase()).executeTakeFirst();
      if (taken !== undefined) return null;
      const hash = await passwords.hash(account.password);
      const member = await internalAdapter.createUser(columnsOf(account), { method: 'sign-up' }).catch((error: unknown) => {
        if (isTaken(error)) return null;
        throw error;
      });
      if (member === null) return null;
      await internalAdapter.linkAccount({ userId: member.id, providerId: 'credential', accountId: member.id, password: hash });
      return member.id;
    },
    setPassword: async (member, password) => internalAdapter.updatePassword(member, await passwords.hash(password)),
    endAll: async (member) => {
      await db.deleteFrom('member_session').where('member_id', '=', member).execute();
    },
  };
}

/** Without an address of their own the account bears one that no mail can reach: the library wants one for everybody. */
const columnsOf = ({ username: name, name: fullName, email, role, organisation }: NewAccount): { email: string; name: string } & Record<string, unknown> => ({
  username: name,
  displayUsername: name,
  name: fullName,
  email: email ?? `${name.toLowerCase()}@accounts.invalid`,
  emailVerified: false,
  role,
  organisation,
});

/** SQLSTATE: unique violation; or the library has found the name itself. */
const isTaken = (error: unknown): boolean => error instanceof Error && (('code' in error && error.code === '23505') || /already taken/i.test(error.message));

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

function authOver(db: Kysely<Tables>, url: string, secret: string) {
  return betterAuth({
    appName: 'Airbridge',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db, type: 'postgres', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD, maxPasswordLength: MOST_PASSWORD },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]*$/i.test(name), schema: { user: { fields: { displayUsername: 'display_username' } } } })],
    user: {
      modelName: 'member',
      fields: { ...stamps, emailVerified: 'email_verified' },
      additionalFields: { role: { type: 'string', input: false }, organisation: { type: 'string', input: false } },
    },
    // Asked of the database each time, without a copy in the cookie: who was shut out is out at once.
    session: { modelName: 'member_session', fields: { ...stamps, userId: 'member_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' }, expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: { modelName: 'member_password', fields: { ...stamps, userId: 'member_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at' } },
    verification: { modelName: 'member_check', fields: { ...stamps, expiresAt: 'expires_at' } },
    // The server counts the tries itself (http/routes/sign-in.ts).
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'airbridge', useSecureCookies: url.startsWith('https:'), defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** One for all processes on the same store. */
async function signingKey(db: Kysely<Tables>): Promise<string> {
  await db.insertInto('signing_key').values({ id: 1, secret: randomBytes(KEY_BYTES).toString('base64url') }).onConflict((it) => it.doNothing()).execute();
  return (await db.selectFrom('signing_key').select('secret').executeTakeFirstOrThrow()).secret;
}
