// The desk behind a running server: the same questions, asked over HTTP. The server has the data folder; this process has not.

import type { Desk, DeskFailure, Asked } from '../app/desk.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { err, ok, type Result } from '../domain/result.ts';

interface Request {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

const toBase64 = (files: PackFiles): Record<string, string> => Object.fromEntries([...files].map(([name, content]) => [name, Buffer.from(content).toString('base64')]));
const fromBase64 = (files: Readonly<Record<string, string>>): PackFiles => new Map(Object.entries(files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content, 'base64'))]));

function query(when: Asked | Readonly<Record<string, number | string | undefined>>): string {
  const pairs = Object.entries(when).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/** `url`: where the server announced itself, such as http://127.0.0.1:4020. `token`: AIRBRIDGE_TOKEN, for a server with accounts. */
export function deskOverHttp(url: string, token?: string): Desk {
  const bearer: Readonly<Record<string, string>> = token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` };
  const ask = async <T>(path: string, { method = 'GET', body, signal, headers }: Request = {}): Answer<T> => {
    let reply: Response;
    try {
      reply = await fetch(new URL(`/api/v1${path}`, url), { method, headers: { ...bearer, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }) });
      const answer: unknown = await reply.json();
      return reply.ok ? ok(answer as T) : err(failureIn(answer));
    } catch (error) {
      return err({ code: 'server-failed', message: `the server at ${url} has the data folder, but does not answer (${reasonOf(error)})`, remedy: 'wait until it has started, or stop it and try again' });
    }
  };
  const of = (operation: string): string => `/operations/${encodeURIComponent(operation)}`;
  return {
    operationIds: () => mapped(ask<{ operations: readonly { operation: string }[] }>('/operations'), ({ operations }) => operations.map(({ operation }) => operation)),
    operations: () => mapped(ask<{ operations: Extract<Awaited<ReturnType<Desk['operations']>>, { ok: true }>['value'] }>('/operations'), ({ operations }) => operations),
    importPack: (files) => ask('/operations/import', { method: 'POST', body: { files: toBase64(files) } }),
    exportPack: (operation, form) => mapped(ask<{ files: Record<string, string> }>(`${of(operation)}/export${form === undefined ? '' : query({ as: form.as, hxl: String(form.hxl) })}`), ({ files }) => fromBase64(files)),
    facts: (operation, after, limit) => ask(`${of(operation)}/facts${query({ after, limit })}`),
    record: (operation, draft, key) => ask(`${of(operation)}/facts`, { method: 'POST', body: draft, headers: { 'idempotency-key': key } }),
    status: (operation, when) => ask(`${of(operation)}/status${query(when)}`),
    audit: (operation, when) => ask(operation === null ? '/audit' : `${of(operation)}/audit${query(when)}`),
    plan: (operation, wanted, watch) =>
      mapped(ask<Record<string, unknown> & { mps?: string }>(`${of(operation)}/plans`, { method: 'POST', body: wanted, signal: watch?.signal }), ({ mps, ...report }) => ({ report: report as never, mps: mps ?? null })),
    picture: (operation, when) => ask(`${of(operation)}/picture${query(when)}`),
    standingPlan: (operation, wanted, watch) => ask(`${of(operation)}/standing-plan${query({ asOf: wanted.asOf, policy: wanted.policy })}`, { signal: watch?.signal }),
    explain: (operation, { plan, line, asOf, knownAt }, watch) => ask(`${of(operation)}/plans/${encodeURIComponent(plan)}/lines/${encodeURIComponent(line)}${query({ asOf, knownAt })}`, { signal: watch?.signal }),
    frontier: (operation, when, watch) => ask(`${of(operation)}/frontier${query(when)}`, { signal: watch?.signal }),
    plans: (operation) => mapped(ask<{ plans: Extract<Awaited<ReturnType<Desk['plans']>>, { ok: true }>['value'] }>(`${of(operation)}/plans`), ({ plans }) => plans),
    recordedPlan: async (operation, plan) => {
      const found = await ask<Extract<Awaited<ReturnType<Desk['recordedPlan']>>, { ok: true }>['value']>(`${of(operation)}/plans/${encodeURIComponent(plan)}`);
      return !found.ok && found.error.code === 'unknown-plan' ? ok(null) : found;
    },
  };
}

async function mapped<T, U>(asked: Answer<T>, shape: (value: T) => U): Answer<U> {
  const answer = await asked;
  return answer.ok ? ok(shape(answer.value)) : answer;
}

/** The failure that the problem document was made from. */
function failureIn(answer: unknown): DeskFailure {
  const { code = 'server-failed', detail = 'the server refused', remedy = 'see its log', rejected } = (answer ?? {}) as { readonly code?: string; readonly detail?: string; readonly remedy?: string; readonly rejected?: unknown };
  const told = code === 'sign-in-needed' ? { code: 'forbidden', message: 'the server that has the data folder asks who is there', remedy: 'set AIRBRIDGE_TOKEN to a token that holds; at this machine, make one with: airbridge token new' } : { code, message: detail, remedy };
  return { ...told, ...(rejected !== undefined && { rejected }) } as DeskFailure;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? ((error.cause as { readonly code?: string } | undefined)?.code ?? error.message) : String(error));
