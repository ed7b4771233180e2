// Who may ask for what. Every route names its permission in its config; a server with a route that names none does not start, so
// that nothing stands open by oversight. With accounts, each request is asked who it comes from, and whether its role has the
// permission at all; what of the answer is theirs is the desk's business (app/people/member-desk.ts).

import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbidden } from '../app/people/gate.ts';
import { viewerOfSession } from '../app/people/members.ts';
import type { Permission } from '../app/people/permissions.ts';
import { hashOf } from '../app/people/secrets.ts';
import { viewerOfToken } from '../app/people/tokens.ts';
import { scopeOf, TERMINAL, type Viewer } from '../app/people/viewer.ts';
import { invariant } from '../domain/result.ts';
import type { Accounts } from '../app/people/accounts.ts';
import { isLoopback } from '../app/loopback.ts';
import { refuse, type Refusal } from './problems.ts';
import type { Asking } from './viewer-desk.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `open`: for anybody, signed in or not. */
    permission?: Permission | 'open';
  }
  interface FastifyInstance {
    /** Every route of ours, in the order in which it was added. */
    permittedRoutes: readonly Address[];
  }
  interface FastifyRequest {
    /** Null: without accounts, or at an open address. */
    viewer: Viewer | null;
  }
}

/** Files and descriptions that plug-ins put up, without anybody's business in them. */
const OPEN_PLUGINS = ['/api/docs', '/assets/'];
const isPluginsOwn = (url: string): boolean => OPEN_PLUGINS.some((prefix) => url === prefix || url.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));

export interface Address {
  readonly method: string;
  readonly url: string;
  readonly permission: Permission | 'open';
}

/** To be called before any route is added. */
export function requirePermissions(app: FastifyInstance): void {
  const addresses: Address[] = [];
  app.decorate('permittedRoutes', addresses);
  app.addHook('onRoute', ({ method, url, config }) => {
    invariant(config?.permission !== undefined || isPluginsOwn(url), `the route ${String(method)} ${url} names its permission`);
    if (config?.permission !== undefined) for (const one of [method].flat()) addresses.push({ method: one, url, permission: config.permission });
  });
}

export function askWhoIsThere(app: FastifyInstance, accounts: Accounts, asking: Asking): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isForeignWrite(request, accounts)) return refuse(reply, FOREIGN_ORIGIN);
    const { permission = 'open' } = request.routeOptions.config;
    if (permission === 'open') return undefined;
    const viewer = await viewerOf(request, accounts);
    if (viewer === null) return refuse(reply.header('www-authenticate', 'Bearer realm="airbridge"'), request.headers.authorization === undefined ? NOT_SIGNED_IN : DEAD_TOKEN);
    if (scopeOf(viewer, permission) === 'none') return refuse(reply, forbidden(viewer, permission));
    request.viewer = viewer;
    return undefined;
  });
  // The last hook before the route: what reads the body runs in contexts of its own.
  app.addHook('preHandler', (request, _: FastifyReply, done) => (request.viewer === null ? done() : asking.run(request.viewer, done)));
}

/** Null: nobody whom we know. */
export async function viewerOf({ headers }: { readonly headers: Pick<FastifyRequest['headers'], 'authorization' | 'cookie'> }, { tools, terminalKey }: Accounts): Promise<Viewer | null> {
  if (headers.authorization !== undefined) {
    const secret = /^Bearer\s+([\w-]{20,100})$/i.exec(headers.authorization)?.[1];
    if (secret === undefined) return null;
    return terminalKey !== null && isSame(secret, terminalKey) ? TERMINAL : viewerOfToken(tools, secret);
  }
  return headers.cookie === undefined ? null : viewerOfSession(tools, new Headers({ cookie: headers.cookie }));
}

/** Whose a job is: a member's, or of whoever sits at a server without accounts. */
export const ownerOf = ({ viewer }: Pick<FastifyRequest, 'viewer'>): string => viewer?.member?.id ?? '';

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser brings its cookie along even where another site's page made it ask; it says then where the page came from. */
function isForeignWrite({ method, headers, hostname, host }: FastifyRequest, { url }: Accounts): boolean {
  if (SAFE.has(method) || headers.authorization !== undefined) return false;
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'same-origin';
  return origin !== url.origin && !(isLoopback(hostname) && URL.canParse(origin) && new URL(origin).host === host);
}

const FOREIGN_ORIGIN: Refusal = { code: 'foreign-origin', message: 'The request does not say that it comes from a page of this server.', remedy: 'Use the pages of this server; a program bears a token (Authorization: Bearer …).' };
const NOT_SIGNED_IN: Refusal = { code: 'sign-in-needed', message: 'Nobody is signed in.', remedy: 'Sign in at /sign-in; a program bears a token (Authorization: Bearer …), which a member makes under People.' };
const DEAD_TOKEN: Refusal = { code: 'sign-in-needed', message: 'The token is unknown, has expired or was revoked.', remedy: 'Make a new one under People, or with: airbridge token new.' };
