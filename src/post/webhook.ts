// A webhook: one POST of JSON, signed, within a time, to an address outside the machine's own network. The name is looked up once,
// and the connection goes to the very addresses that were looked at; an answer that sends elsewhere is not followed.

import type { LookupAddress } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { AddressProblem, Carried, Letter } from '../app/alerts/courier.ts';
import { ok, type Result } from '../domain/result.ts';
import { epochMs } from '../domain/time.ts';
import { addressesOf, lookUp, pinnedTo, readAddress, type Lookup, type OutsideWords } from './outside.ts';
import { signedHeaders } from './signature.ts';

export interface WebhookOptions {
  /** Hosts by name or address that may lie in the machine's own network, and may be asked over plain http. */
  readonly allowed: ReadonlySet<string>;
  readonly version: string;
  /** For one try, from looking the name up to the end of the answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

const WORDS: OutsideWords = { example: 'https://hooks.example.org/airbridge', setting: 'AIRBRIDGE_WEBHOOK_HOSTS', instead: 'leave them out: each message is signed, and the receiver checks the signature', receiver: 'a receiver' };
export async function checkWebhook(text: string, { allowed }: WebhookOptions, find: Lookup = lookUp): Promise<Result<string, AddressProblem>> {
  const url = readAddress(text.trim(), allowed, WORDS);
  if (!url.ok) return url;
  const addresses = await addressesOf(url.value, allowed, WORDS, find);
  return addresses.ok ? ok(url.value.href) : addresses;
}

export async function carryWebhook({ id, address, secret, body, at }: Letter, { allowed, version, timeoutMs = TIMEOUT_MS }: WebhookOptions, signal?: AbortSignal, find: Lookup = lookUp): Promise<Carried> {
  const url = readAddress(address, allowed, WORDS);
  if (!url.ok) return { outcome: 'failed', why: url.error.message };
  const over = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  const found = await Promise.race([addressesOf(url.value, allowed, WORDS, find), new Promise<null>((late) => over.addEventListener('abort', () => late(null), { once: true }))]);
  if (found === null) return { outcome: 'failed', why: `its name was not found within ${timeoutMs / 1000} s` };
  if (!found.ok) return { outcome: 'failed', why: found.error.message };
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': `Airbridge/${version}`, ...signedHeaders({ id, secret: secret ?? '', body, seconds: Math.floor(epochMs(at) / 1000) }) };
  return post(url.value, headers, body, found.value, over, timeoutMs);
}

function post(url: URL, headers: Readonly<Record<string, string | number>>, body: string, addresses: readonly LookupAddress[], over: AbortSignal, timeoutMs: number): Promise<Carried> {
  return new Promise((carried) => {
    const failed = (error: NodeJS.ErrnoException): void => carried({ outcome: 'failed', why: over.aborted ? `it did not answer within ${timeoutMs / 1000} s` : `it could not be reached (${error.code ?? error.message})` });
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    const asked = send(
      url,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: over,
        lookup: pinnedTo(addresses),
      },
      (answer) => {
        const { statusCode: status = 0 } = answer;
        answer.on('error', failed);
        // What it says does not matter; a receiver that never ends is not waited for.
        answer.destroy();
        carried(outcomeOf(status));
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
}

function outcomeOf(status: number): Carried {
  if (status >= 200 && status < 300) return { outcome: 'taken' };
  if (status === 410) return { outcome: 'gone', why: 'it answered 410: it wants no more messages' };
  if (status >= 300 && status < 400) return { outcome: 'failed', why: `it answered ${status}, which sends elsewhere; that is not followed` };
  return { outcome: 'failed', why: `it answered ${status}` };
}
