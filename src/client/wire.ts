// One question over HTTP, one answer: the value, or the problem document as a failure with its remedy. Knows no route.

import { err, ok, type Result } from '../domain/result.ts';
import type { Rejection } from '../http/contract/answers.ts';

/** A refusal as the server words it, or that nobody answered. */
export interface ClientFailure {
  /** As in the problem document; `server-failed`: nobody answered, or not in these words; `aborted`: by the asker's own signal. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Of HTTP; null: nobody answered. */
  readonly status: number | null;
  /** Each field of the request that cannot be read. */
  readonly fields?: readonly { readonly field: string; readonly problem: string }[];
  /** Of decisions that were refused: the fewest lines whose release lets all others stand, and the most cartons that the refused line could have. */
  readonly release?: readonly { readonly lot: string; readonly recipient: string; readonly route: readonly string[]; readonly cartons: number }[];
  readonly most?: number | null;
  /** Each row or field that was refused. */
  readonly rejected?: readonly Rejection[];
}

export type Answer<T> = Promise<Result<T, ClientFailure>>;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** A file as the server hands it out. */
export interface WireFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Wire {
  ask<T>(path: string, request?: Request): Answer<T>;
  file(path: string, request?: Request): Answer<WireFile>;
  /** The answer itself, for what is read as it comes in. */
  open(path: string, request: Request): Answer<Response>;
}

export interface WireOptions {
  /** Where the server stands, such as http://127.0.0.1:4020; empty in a page that the server itself serves. */
  readonly url: string;
  /** An API token, for a server with accounts; a page has its session instead. */
  readonly token?: string;
  /** Another fetch than the platform's: to log, to add a header. */
  readonly fetch?: typeof globalThis.fetch;
}

export function wireTo({ url, token, fetch = globalThis.fetch }: WireOptions): Wire {
  const base = url.replace(/\/+$/, '');
  const open: Wire['open'] = async (path, { method = 'GET', query = {}, body, headers, signal }) => {
    const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]));
    const address = `${base}/api${path}${pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`}`;
    try {
      const reply = await fetch(address, { method, headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }) });
      return reply.ok ? ok(reply) : err(failureIn(await reply.json().catch(() => null), reply.status));
    } catch (error) {
      return err(signal?.aborted === true ? ABORTED : noAnswer(base, error));
    }
  };
  return {
    open,
    ask: async <T>(path: string, request: Request = {}): Answer<T> => {
      const reply = await open(path, request);
      if (!reply.ok) return reply;
      try {
        return ok((await reply.value.json()) as T);
      } catch (error) {
        return err(request.signal?.aborted === true ? ABORTED : noAnswer(base, error));
      }
    },
    file: async (path, request = {}) => {
      const reply = await open(path, request);
      if (!reply.ok) return reply;
      try {
        const { headers } = reply.value;
        const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'file';
        return ok({ name, type: (headers.get('content-type') ?? '').split(';')[0] ?? '', content: new Uint8Array(await reply.value.arrayBuffer()) });
      } catch (error) {
        return err(request.signal?.aborted === true ? ABORTED : noAnswer(base, error));
      }
    },
  };
}

const ABORTED: ClientFailure = { code: 'aborted', message: 'the question was taken back', remedy: 'ask again', status: null };

const noAnswer = (base: string, error: unknown): ClientFailure => ({
  code: 'server-failed',
  message: `the server${base === '' ? '' : ` at ${base}`} does not answer (${reasonOf(error)})`,
  remedy: 'wait until it has started, or check the address and the network',
  status: null,
});

/** Node says only in the cause why a fetch failed. */
const reasonOf = (error: unknown): string => (error instanceof Error ? ((error.cause as { readonly code?: string } | undefined)?.code ?? error.message) : String(error));

/** The failure that the problem document (RFC 9457) was made from, with whatever else it says. */
function failureIn(answer: unknown, status: number): ClientFailure {
  const { type: _, title: __, detail = `the server answered with status ${status} and no reason`, ...more } = (answer ?? {}) as { readonly type?: string; readonly title?: string; readonly detail?: string } & Partial<ClientFailure>;
  return { code: 'server-failed', remedy: 'see its log', ...more, message: detail, status };
}
