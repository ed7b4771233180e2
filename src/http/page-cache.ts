// Rendered pages as bytes: made once for a journal's head, compressed once, and handed to any number of readers. While facts come in,
// a page that is no older than a second is still handed out and the next one is made behind it; an older one is never. Pages of other
// instants can be asked for without end, so they are made at a measured rate and all together take no more than so much memory.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Page {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface KeptPage {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
  /** Of the content, without quotes. */
  readonly tag: string;
}

interface Entry {
  /** Of the page that is kept; empty: none yet. */
  version: string;
  page: KeptPage | null;
  making: Promise<KeptPage> | null;
  /** When the page was last known to be the newest, ms. */
  freshAt: number;
  madeAt: number;
  /** How long it took, ms. */
  took: number;
}

export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
  /** Pages of other instants: how many at once, and how many more each second. */
  readonly burst: number;
  readonly perSecond: number;
}
const LIMITS: CacheLimits = { entries: 400, bytes: 64 * 1024 * 1024, burst: 12, perSecond: 2 };

/** A page that is no longer the newest is handed out for so long, ms. */
const STALE_MS = 1_000;
/** Between two makings of a page, ms: some times what it took, within bounds, so that neither the processor nor the page runs late. */
const PAUSE = { times: 4, least: 250, most: 600 } as const;
/** Smaller is not worth it. */
const LEAST_BYTES = 1_024;
const TAG_LENGTH = 22;
const squeeze = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };

/** Too many different pages are being asked for. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

export class PageCache {
  readonly #entries = new Map<string, Entry>();
  readonly #limits: CacheLimits;
  readonly #now: () => number;
  #bytes = 0;
  #made = 0;
  #allowance: number;
  #allowedAt: number;

  constructor(limits: Partial<CacheLimits> = {}, now: () => number = () => performance.now()) {
    this.#limits = { ...LIMITS, ...limits };
    this.#now = now;
    this.#allowance = this.#limits.burst;
    this.#allowedAt = now();
  }

  /** How many pages were made, how many are kept, and how many bytes they take. */
  get state(): { readonly made: number; readonly entries: number; readonly bytes: number } {
    return { made: this.#made, entries: this.#entries.size, bytes: this.#bytes };
  }

  /** `rare`: a page that there is no end of. @throws TooBusy for such a page, where too many were asked for. */
  page(key: string, version: string, rare: boolean, make: () => Promise<Page>): KeptPage | Promise<KeptPage> {
    const now = this.#now();
    const entry = this.#entries.get(key);
    if (entry?.page !== null && entry?.page !== undefined && entry.version === version) {
      entry.freshAt = now;
      return entry.page;
    }
    if (entry?.page !== null && entry?.page !== undefined && now - entry.freshAt < STALE_MS) {
      if (entry.making === null && now - entry.madeAt >= Math.min(PAUSE.most, Math.max(PAUSE.least, entry.took * PAUSE.times))) void this.#begin(key, entry, version, make).catch(() => undefined);
      return entry.page;
    }
    if (entry?.making) return entry.making;
    if (rare) this.#allow(now);
    return this.#begin(key, entry ?? this.#enter(key), version, make);
  }

  #enter(key: string): Entry {
    const entry: Entry = { version: '', page: null, making: null, freshAt: -Infinity, madeAt: -Infinity, took: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #allow(now: number): void {
    this.#allowance = Math.min(this.#limits.burst, this.#allowance + ((now - this.#allowedAt) / 1_000) * this.#limits.perSecond);
    this.#allowedAt = now;
    if (this.#allowance < 1) throw new TooBusy('too many different pages are asked for');
    this.#allowance -= 1;
  }

  #begin(key: string, entry: Entry, version: string, make: () => Promise<Page>): Promise<KeptPage> {
    const begun = this.#now();
    const work = async (): Promise<KeptPage> => {
      try {
        const page = await keep(await make());
        this.#made += 1;
        this.#weigh(entry.page, page);
        Object.assign(entry, { page, version, freshAt: begun, madeAt: this.#now(), took: this.#now() - begun });
        // Last made, last to go.
        if (this.#entries.delete(key)) this.#entries.set(key, entry);
        this.#shed(key);
        return page;
      } catch (error) {
        if (entry.page === null) this.#entries.delete(key);
        throw error;
      } finally {
        entry.making = null;
      }
    };
    entry.making = work();
    return entry.making;
  }

  #weigh(before: KeptPage | null, after: KeptPage | null): void {
    const weight = (page: KeptPage | null): number => (page === null ? 0 : page.plain.length + (page.gzip?.length ?? 0) + (page.brotli?.length ?? 0));
    this.#bytes += weight(after) - weight(before);
  }

  #shed(but: string): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.#limits.entries && this.#bytes <= this.#limits.bytes) return;
      if (key === but || entry.making !== null) continue;
      this.#weigh(entry.page, null);
      this.#entries.delete(key);
    }
  }
}

async function keep({ type, body, status = 200, headers = {} }: Page): Promise<KeptPage> {
  const plain = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const isText = /^(text\/|application\/(json|.*\+json|.*\+xml))/.test(type);
  const worthIt = isText && plain.length >= LEAST_BYTES;
  const [zipped, squeezed] = worthIt ? await Promise.all([squeeze.gzip(plain), squeeze.brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })]) : [null, null];
  return { status, type, headers, plain, gzip: zipped, brotli: squeezed, tag: createHash('sha256').update(plain).digest('base64url').slice(0, TAG_LENGTH) };
}
