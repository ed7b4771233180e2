// The web app as files: what `vite build` left in a folder. Named files are kept for a year, since their names change with
// their content; the page itself is asked for each time. Addresses of the app answer the page, never those of the interface.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Airbridge</title></head>
<body><h1>Airbridge</h1><p>The server is up, but the pages have not been built. Stop it and run <code>npm start</code>, which builds them.</p>
<p>For programs: <a href="/api/docs">the interface, page by page</a> and <a href="/api/openapi.json">as OpenAPI 3.1</a>.</p></body></html>
`;

/** The addresses that the app itself reads; anything else that is no file is not there. */
const PAGES = ['/', '/plan', '/promises', '/hub', '/hubs', '/need', '/intake', '/dispatch', '/alerts', '/promises/read', '/announce', '/need/requests', '/need/requests/sheet'];
/** Only where there are accounts. */
const PAGES_OF_PEOPLE = ['/sign-in', '/join', '/people', '/r/:secret', '/n/:secret'];

export async function serveSite(app: FastifyInstance, folder: string | null, { withPeople }: { readonly withPeople: boolean }): Promise<void> {
  const isBuilt = folder !== null && existsSync(join(folder, 'index.html'));
  if (isBuilt) await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', index: false, preCompressed: true, immutable: true, maxAge: '365d', dotfiles: 'ignore' });
  for (const page of withPeople ? [...PAGES, ...PAGES_OF_PEOPLE] : PAGES) app.get(page, { config: { permission: 'open' }, schema: { hide: true } }, (_, reply) => (isBuilt ? pageOf(reply, folder) : reply.status(503).type('text/html; charset=utf-8').send(NOT_BUILT)));
}

const pageOf = (reply: FastifyReply, folder: string): FastifyReply => reply.sendFile('index.html', folder, { cacheControl: false, immutable: false }).header('cache-control', 'no-cache');
