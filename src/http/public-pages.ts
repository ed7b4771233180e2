// The public pages of this server: how an address becomes a page, where its bytes are kept, and how they are handed out. The renderer
// is loaded from what the set-up has built; without it the data, which need no words, are there all the same.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { announcer, type Announcer } from '../app/announce/announcer.ts';
import type { Edition } from '../app/announce/edition.ts';
import type { Desk, DeskFailure } from '../app/desk.ts';
import type { Clock } from '../app/ports.ts';
import type { Result } from '../domain/result.ts';
import { writeInstant } from '../domain/time.ts';
import type { PublicStory, Renderer, Wish } from './contract/public.ts';
import { PageCache, TooBusy, type CacheLimits, type KeptPage, type Page } from './page-cache.ts';
import { refuse, type Refusal } from './problems.ts';

export interface PublicTools {
  readonly desk: Desk;
  readonly clock: Clock;
  /** Where render.js lies; null: there are no pages. */
  readonly folder: string | null;
  /** The picture of a link: an SVG as PNG; null: there are none. */
  readonly draw: ((svg: string) => Promise<Uint8Array>) | null;
  /** Null: this machine, at the port that was asked. */
  readonly origin: string | null;
  readonly limits?: Partial<CacheLimits>;
}

/** A page is made of these; null where there is no such thing. */
export interface Making {
  readonly edition: Edition;
  readonly story: PublicStory;
  readonly wish: Wish;
  readonly renderer: Renderer | null;
  readonly draw: PublicTools['draw'];
}
export type Make = (making: Making) => Promise<Page | null> | Page | null;

interface Asked {
  readonly at?: string | undefined;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
}

class NotThere extends Error {
  override readonly name = 'NotThere';
}
class Failed extends Error {
  override readonly name = 'Failed';
  readonly failure: DeskFailure;
  constructor(failure: DeskFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

const NOT_THERE: Refusal = { code: 'unknown-operation', message: 'There is no such public page.', remedy: 'Check the address; an operation that is not public has no pages here.' };
const BUSY: Refusal = { code: 'busy', message: 'Too many different pages of past instants are asked for.', remedy: 'Ask again in two seconds, or read the page of now.' };
const NOT_BUILT: Refusal = { code: 'pages-not-built', message: 'The public pages have not been built.', remedy: 'Stop the server and run npm start, which builds them. The data are there: data.json, data.csv.' };

/** How the proxy before us may keep a page. Never longer than the page may be old. */
const KEEP = 'public, max-age=1, stale-while-revalidate=1, stale-if-error=600';
/** A page without a script may load our own styles, faces and pictures, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
export const CARD_POLICY = POLICY.replace("frame-ancestors 'self'", 'frame-ancestors *');

export class PublicPages {
  readonly cache: PageCache;
  readonly #tools: PublicTools;
  readonly #announcer: Announcer;
  #renderer: Promise<Renderer | null> | null = null;

  constructor(tools: PublicTools) {
    this.#tools = tools;
    this.cache = new PageCache(tools.limits);
    this.#announcer = announcer(tools.desk, tools.clock);
  }

  close(): void {
    this.#announcer.close();
  }

  /** `address`: of the page within the operation, its own parameters included; `needsWords`: it is drawn by the renderer. */
  async answer(request: FastifyRequest, reply: FastifyReply, ask: { readonly operation: string; readonly address: string; readonly query: Asked; readonly needsWords: boolean; readonly make: Make }): Promise<FastifyReply> {
    const { operation, address, query, needsWords, make } = ask;
    const renderer = await this.#loaded();
    const lang = languageOf(query.lang, request.headers['accept-language'], renderer?.languages ?? ['en']);
    const dir = query.dir === 'rtl' ? 'rtl' : 'ltr';
    if (needsWords && renderer === null) return refuse(reply, NOT_BUILT);
    const edition = await this.#announcer.edition(operation);
    if (edition === null) return this.#refused(request, reply, NOT_THERE, 404, { lang, dir, at: null, origin: '' });
    const instant = edition.instantOf(query.at);
    if (!instant.ok) return this.#refused(request, reply, instant.error, 400, { lang, dir, at: null, origin: '' });
    const at = instant.value === null ? null : query.at?.trim().length === 10 ? query.at.trim() : writeInstant(instant.value);
    const origin = this.#tools.origin ?? `http://localhost:${request.socket.localPort ?? 80}`;
    const wish: Wish = { lang, dir, at, origin };
    try {
      const version = instant.value === null ? edition.version : await edition.versionAt(instant.value);
      const made = this.cache.page(`${operation}\n${address}\n${lang}\n${dir}\n${at ?? ''}`, version, at !== null, async () => {
        const story = await edition.story(instant.value);
        if (!story.ok) throw new Failed(story.error);
        const page = await make({ edition, story: story.value, wish, renderer, draw: this.#tools.draw });
        if (page === null) throw new NotThere(address);
        return page;
      });
      return hand(request, reply, made instanceof Promise ? await made : made, query.lang === undefined);
    } catch (error) {
      if (error instanceof NotThere) return this.#refused(request, reply, NOT_THERE, 404, wish);
      if (error instanceof TooBusy) return this.#refused(request, reply.header('retry-after', '2'), BUSY, 503, wish);
      if (error instanceof Failed) return refuse(reply, error.failure);
      throw error;
    }
  }

  async #refused(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, status: number, wish: Wish): Promise<FastifyReply> {
    const renderer = await this.#loaded();
    void reply.header('cache-control', 'no-store');
    if (renderer === null || !(request.headers.accept ?? '').includes('text/html')) return refuse(reply, refusal);
    return reply.status(status).type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(renderer.refusal(status, `${refusal.message} ${refusal.remedy}`, wish));
  }

  #loaded(): Promise<Renderer | null> {
    return (this.#renderer ??= this.#load());
  }

  async #load(): Promise<Renderer | null> {
    const path = this.#tools.folder === null ? null : join(this.#tools.folder, 'render.js');
    if (path === null || !existsSync(path)) return null;
    const { renderer } = (await import(pathToFileURL(path).href)) as { readonly renderer: Renderer };
    return renderer;
  }
}

/** The first of the reader's languages that we have; English where there is none. */
export function languageOf(chosen: string | undefined, header: string | undefined, known: readonly string[]): string {
  const wanted = [
    ...(chosen === undefined ? [] : [chosen]),
    ...(header ?? '')
      .slice(0, 200)
      .split(',')
      .map((part, index) => ({ tag: part.split(';')[0]?.trim() ?? '', quality: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1), index }))
      .toSorted((a, b) => b.quality - a.quality || a.index - b.index)
      .map(({ tag }) => tag),
  ];
  for (const tag of wanted) {
    const found = known.find((lang) => tag.toLowerCase().split('-')[0] === lang);
    if (found !== undefined) return found;
  }
  return known.includes('en') ? 'en' : (known[0] ?? 'en');
}

function hand(request: FastifyRequest, reply: FastifyReply, page: KeptPage, byLanguage: boolean): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  const coding = page.brotli !== null && accepted.includes('br') ? 'br' : page.gzip !== null && accepted.includes('gzip') ? 'gzip' : null;
  const tag = `"${page.tag}${coding === null ? '' : `-${coding}`}"`;
  reply.status(page.status).headers({ 'cache-control': KEEP, etag: tag, vary: byLanguage ? 'accept-encoding, accept-language' : 'accept-encoding', 'content-type': page.type, 'content-security-policy': POLICY, ...page.headers });
  if (page.headers['content-security-policy'] === CARD_POLICY) reply.raw.removeHeader('x-frame-options');
  if (request.headers['if-none-match']?.split(',').some((known) => known.trim().replace(/^W\//, '') === tag) === true) return reply.status(304).send();
  if (coding !== null) reply.header('content-encoding', coding);
  return reply.send(coding === 'br' ? page.brotli : coding === 'gzip' ? page.gzip : page.plain);
}

export const isOk = <T>(result: Result<T, DeskFailure>): T => {
  if (!result.ok) throw new Failed(result.error);
  return result.value;
};
