// The HTTP server: builds it over a desk, and listens. What it answers lies in routes/; what it refuses with, in problems.ts.
// Local mode: no accounts, so it listens on this machine only and answers only to this machine's names. With accounts it answers
// to the name that people type as well, and asks each request who it comes from (permitted.ts).

import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Desk } from '../app/desk.ts';
import { jobBoard } from '../app/jobs.ts';
import type { PublicLogs } from '../app/log/public-logs.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Accounts } from '../app/people/accounts.ts';
import { isLoopback } from '../app/loopback.ts';
import { instantFromMs } from '../domain/time.ts';
import { compressLarge } from './compressed.ts';
import { describeApi } from './documentation.ts';
import { eventStreams, type StreamLimits } from './event-streams.ts';
import { askWhoIsThere, requirePermissions } from './permitted.ts';
import { onError, refuse } from './problems.ts';
import { alertRoutes, type AlertsAtServer } from './routes/alerts.ts';
import { announcementRoutes } from './routes/announcements.ts';
import { PublicPages, type PublicTools } from './public-pages.ts';
import { choiceRoutes } from './routes/choice.ts';
import { communiqueRoutes } from './routes/communiques.ts';
import { countRoutes } from './routes/counts.ts';
import { eventRoutes } from './routes/events.ts';
import { fundingRoutes } from './routes/funding.ts';
import { healthRoute } from './routes/health.ts';
import { intakeRoutes } from './routes/intake.ts';
import { logProofRoutes, logRoutes } from './routes/log.ts';
import { hubRoutes } from './routes/hub.ts';
import { needRoutes } from './routes/need.ts';
import { onwardRoutes } from './routes/onward.ts';
import { operationRoutes } from './routes/operations.ts';
import { paperRoutes } from './routes/papers.ts';
import { pictureRoutes } from './routes/picture.ts';
import { peopleRoutes } from './routes/people.ts';
import { planJobRoutes } from './routes/plan-jobs.ts';
import { planRoutes } from './routes/plans.ts';
import { promiseRoutes } from './routes/promises.ts';
import { publicRoutes } from './routes/public.ts';
import { receiptRoutes } from './routes/receipt.ts';
import { requestLinkRoutes } from './routes/request-links.ts';
import { requestRoutes } from './routes/requests.ts';
import { selfRoute, signInRoutes } from './routes/sign-in.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { serveSite } from './site.ts';
import { Asking, viewerDesk } from './viewer-desk.ts';

const LARGEST_REQUEST = 64 * 1024 * 1024;
const REQUESTS_A_MINUTE = 3000;

export interface ServerOptions {
  readonly version: string;
  readonly log?: FastifyBaseLogger;
  /** Where the built web app lies; null or absent: it is not served. */
  readonly site?: string | null;
  /** Where the renderer of the public pages lies, and what draws the picture of a link; null or absent: there are none. */
  readonly pages?: Pick<PublicTools, 'folder' | 'draw' | 'limits'> | null;
  /** Until it says so, every request is told to come back; absent: ready at once. */
  readonly ready?: () => boolean;
  /** How many readers may follow at once, and how often they hear that the stream lives. */
  readonly streams?: Partial<StreamLimits>;
  /** Null or absent: local mode. */
  readonly accounts?: Accounts | null;
  /** Absent: nobody is told of alerts. */
  readonly alerts?: AlertsAtServer;
  /** The transparency logs of public operations; null or absent: none is served. */
  readonly logs?: PublicLogs | null;
}

export async function buildServer(desk: Desk, { version, log, site = null, pages = null, ready = () => true, streams: limits, accounts = null, alerts, logs = null }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({ ...(log ? { loggerInstance: log } : { logger: false }), bodyLimit: LARGEST_REQUEST, forceCloseConnections: true, ...(accounts !== null && { trustProxy: 'loopback' }), routerOptions: { maxParamLength: 200 } });
  app.setValidatorCompiler(validatorCompiler);
  // The schemas describe the answers; they do not trim them.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => refuse(reply, { code: 'unknown-route', message: `There is nothing at ${request.method} ${request.url.split('?')[0] ?? ''}.`, remedy: 'See /api/docs for what there is.' }));

  requirePermissions(app);
  app.decorateRequest('viewer', null);
  // A page elsewhere that points its own name at 127.0.0.1 must not read this journal (DNS rebinding).
  app.addHook('onRequest', async (request, reply) => {
    if (!isLoopback(request.hostname) && request.hostname !== accounts?.url.hostname) return refuse(reply, { code: 'foreign-host', message: `The request asks for the host ${request.hostname}.`, remedy: `Use ${accounts?.url.origin ?? 'http://localhost or http://127.0.0.1'}.` });
    if (!ready()) return refuse(reply.header('retry-after', '1'), { code: 'starting', message: 'The server is still reading its journal or making its first plan.', remedy: 'Ask again in a second.' });
    return undefined;
  });
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], scriptSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], objectSrc: ["'none'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false, referrerPolicy: { policy: 'no-referrer' } });
  // Files cost next to nothing, and readers behind one proxy are one address.
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: '1 minute', allowList: ({ url }) => url.startsWith('/assets/') });
  const asking = new Asking();
  if (accounts !== null) askWhoIsThere(app, accounts, asking);
  app.addHook('onSend', compressLarge);
  await describeApi(app, version);

  const asked = accounts === null ? desk : viewerDesk(desk, accounts.tools, asking);
  const streams = eventStreams(limits);
  const board = jobBoard(asked, { clock: { now: () => instantFromMs(Date.now()) }, newId: randomUUID, onBroken: (error) => app.log.error(error) });
  app.addHook('preClose', async () => {
    streams.close();
    await board.close();
  });

  await app.register(healthRoute(desk, version, logs), { prefix: '/api' });
  for (const routes of [operationRoutes(asked), intakeRoutes(asked), promiseRoutes(asked), announcementRoutes(asked), pictureRoutes(asked), planRoutes(asked, board), planJobRoutes(asked, board, streams), choiceRoutes(asked), eventRoutes(asked, streams), hubRoutes(asked), needRoutes(asked), onwardRoutes(asked), paperRoutes(asked), fundingRoutes(asked), requestRoutes(asked), communiqueRoutes(asked), countRoutes(asked), selfRoute(accounts)]) await app.register(routes, { prefix: '/api/v1' });
  if (alerts !== undefined) await app.register(alertRoutes(asked, alerts), { prefix: '/api/v1' });
  if (accounts !== null) {
    await app.register(signInRoutes(accounts), { prefix: '/api/auth' });
    for (const routes of [peopleRoutes(accounts), tokenRoutes(accounts), receiptRoutes(accounts, desk), requestLinkRoutes(accounts, desk)]) await app.register(routes, { prefix: '/api/v1' });
  }
  if (logs !== null) {
    await app.register(logRoutes(logs));
    await app.register(logProofRoutes(logs), { prefix: '/api/v1' });
  }
  const shown = new PublicPages({ desk, clock: { now: () => instantFromMs(Date.now()) }, folder: null, draw: null, origin: accounts?.url.origin ?? null, ...pages });
  app.addHook('preClose', () => shown.close());
  await app.register(publicRoutes(shown), { prefix: '/p' });
  await serveSite(app, site, { withPeople: accounts !== null });
  await app.ready();
  return app;
}

export interface ListenRefusal {
  readonly code: 'port-in-use' | 'host-not-local' | 'cannot-listen';
  readonly message: string;
  readonly remedy: string;
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

export interface Where {
  readonly host: string;
  readonly port: number;
  /** Only then may the host be another than this machine's loopback. */
  readonly withAccounts?: boolean;
}

/** Port 0 takes any that is free. */
export async function listen(app: FastifyInstance, { host, port, withAccounts = false }: Where): Promise<Result<Listening, ListenRefusal>> {
  if (!withAccounts && !isLoopback(host)) return err({ code: 'host-not-local', message: `HOST is ${host}, but without accounts Airbridge serves this machine only`, remedy: 'leave HOST out, or set it to 127.0.0.1; to reach it from elsewhere, serve with accounts (AIRBRIDGE_ACCOUNTS=on)' });
  try {
    return ok({ url: await app.listen({ host, port }), close: () => app.close() });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return err({ code: 'port-in-use', message: `port ${port} on ${host} is in use by another program`, remedy: `stop that program, or set PORT to another number, such as PORT=${port + 1}` });
    return err({ code: 'cannot-listen', message: `cannot listen on ${host} port ${port} (${message})`, remedy: 'set PORT to a free number from 1024 to 65535 and HOST to an address of this machine, such as 127.0.0.1' });
  }
}
