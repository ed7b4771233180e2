// Signing in and out, a new password, and who one is. The session library answers behind; what it says is told in our own words,
// which are the same whatever was wrong.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { PERMISSIONS } from '../../app/people/permissions.ts';
import { scopeOf, type Viewer } from '../../app/people/viewer.ts';
import type { Accounts } from '../../app/people/accounts.ts';
import { Done, PasswordChange, Self, SignIn } from '../contract/people.ts';
import { responses } from '../contract/responses.ts';
import { viewerOf } from '../permitted.ts';
import { refuse, type Refusal } from '../problems.ts';

const tags = ['People'];
const TRIES_FROM_ONE_ADDRESS = { max: 60, timeWindow: '1 minute' };
const TRIES_OF_ONE_NAME = { max: 10, timeWindow: '5 minutes' };

const FAILED: Refusal = { code: 'sign-in-failed', message: 'User name and password do not go together.', remedy: 'Try again; an administrator can send you a link to a new password.' };
const TOO_MANY: Refusal = { code: 'too-many', message: 'Too many tries for this user name from here.', remedy: 'Wait five minutes, then try again; an administrator can send you a link to a new password.' };

/** Under /api/auth. */
export const signInRoutes =
  (accounts: Accounts): FastifyPluginAsyncZod =>
  async (app) => {
    const { tools } = accounts;
    const triesOfName = app.createRateLimit({ ...TRIES_OF_ONE_NAME, keyGenerator: ({ ip, body }: FastifyRequest) => `${ip} ${(body as z.infer<typeof SignIn>).username.toLowerCase()}` });

    app.post('/sign-in/username', { config: { permission: 'open', rateLimit: TRIES_FROM_ONE_ADDRESS }, schema: { tags, summary: 'Sign in: sets the cookie of a session', body: SignIn, response: responses('Signed in.', Self, 401) } }, async (request, reply) => {
      const tries = await triesOfName(request);
      if (!tries.isAllowed && tries.isExceeded) return refuse(reply, TOO_MANY);
      const answered = await passOn(accounts, request, '/sign-in/username', request.body);
      if (!answered.ok) return refuse(reply, FAILED);
      const cookies = answered.headers.getSetCookie();
      const viewer = await viewerOf({ headers: { cookie: cookies.map((it) => it.split(';')[0]).join('; ') } }, accounts);
      if (viewer === null) return refuse(reply, FAILED);
      return reply.header('set-cookie', cookies).send(selfOf(viewer));
    });

    app.post('/sign-out', { config: { permission: 'open' }, schema: { tags, summary: 'Sign out: ends the session', response: responses('Signed out.', Done) } }, async (request, reply) => {
      const answered = await passOn(accounts, request, '/sign-out');
      return reply.header('set-cookie', answered.headers.getSetCookie()).send({ done: true });
    });

    app.post('/change-password', { config: { permission: 'account.self', rateLimit: TRIES_FROM_ONE_ADDRESS }, schema: { tags, summary: 'Change one’s password; ends all other sessions', body: PasswordChange, response: responses('Changed.', Done, 401) } }, async (request, reply) => {
      const answered = await passOn(accounts, request, '/change-password', { ...request.body, revokeOtherSessions: true });
      if (!answered.ok) return refuse(reply, { ...FAILED, message: 'The present password is wrong.' });
      return reply.header('set-cookie', answered.headers.getSetCookie()).send({ done: true });
    });

    /** The library sees what it needs and nothing else of the request. */
    function passOn({ url }: Accounts, { headers }: FastifyRequest, path: string, body?: unknown): Promise<Response> {
      const passed = new Headers({ origin: url.origin, 'content-type': 'application/json' });
      if (headers.cookie !== undefined) passed.set('cookie', headers.cookie);
      return tools.sessions.handle(new Request(new URL(`/api/auth${path}`, url), { method: 'POST', headers: passed, body: JSON.stringify(body ?? {}) }));
    }
  };

/** Who is signed in, also where nobody is, and where there are no accounts. */
export const selfRoute =
  (accounts: Accounts | null): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/me', { config: { permission: 'open' }, schema: { tags, summary: 'Who is signed in, and what they may do', response: responses('Oneself.', Self) } }, async (request, reply): Promise<FastifyReply> => {
      if (accounts === null) return reply.send({ accounts: false, member: null, permissions: null });
      const viewer = await viewerOf(request, accounts);
      return reply.send(viewer === null ? { accounts: true, member: null, permissions: {} } : selfOf(viewer));
    });
  };

function selfOf(viewer: Viewer): z.infer<typeof Self> {
  const permissions: Record<string, 'all' | 'own'> = {};
  for (const permission of PERMISSIONS) {
    const scope = scopeOf(viewer, permission);
    if (scope !== 'none') permissions[permission] = scope;
  }
  const { member } = viewer;
  return { accounts: true, member: member === null ? null : { id: member.id, username: member.username, name: member.name, role: member.role, organisation: member.organisation }, permissions };
}
