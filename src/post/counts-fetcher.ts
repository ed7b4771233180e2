// Fetches files of counts: https only, or plain http from a host that the setting allows; never from the machine's own network; within a
// size and a time; few redirects, each of them looked at like the first address. It says what it has with ETag and Last-Modified.

import type { LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { CountsFetcher, Fetched } from '../app/ports.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { addressesOf, hostsIn, lookUp, pinnedTo, readAddress, type Lookup, type OutsideWords } from './outside.ts';

export interface FetcherOptions {
  /** AIRBRIDGE_FEED_HOSTS: hosts with commas between that may lie in the machine's own network and be asked over plain http. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** For one file, from looking the name up to its last byte. */
  readonly timeoutMs?: number;
  readonly largestBytes?: number;
}

const TIMEOUT_MS = 60_000;
/** As much as is read of a sheet (standards/sheets). */
const LARGEST_BYTES = 50 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const WORDS: OutsideWords = { example: 'https://counts.example.org/daily.csv', setting: 'AIRBRIDGE_FEED_HOSTS', instead: 'leave them out: name an address that anybody may read', receiver: 'a source' };

type Failed = Exclude<Fetched, { readonly outcome: 'fetched' | 'unchanged' }>;
type Known = Parameters<CountsFetcher['fetch']>[1];
type Step = Fetched | { readonly outcome: 'moved'; readonly to: string };

const failed = (outcome: Failed['outcome'], detail: string, remedy: string): Failed => ({ outcome, detail, remedy });
const WAIT = 'nothing: it is asked again; where it stays so, look whether the source still answers';

export function countsFetcherBy({ env, version, timeoutMs = TIMEOUT_MS, largestBytes = LARGEST_BYTES }: FetcherOptions, find: Lookup = lookUp): CountsFetcher {
  const allowed = hostsIn(env['AIRBRIDGE_FEED_HOSTS']);
  const limits = { version, timeoutMs, largestBytes };
  return {
    check: async (text) => {
      const url = readAddress(text.trim(), allowed, WORDS);
      return url.ok ? ok(url.value.href) : url;
    },
    fetch: async (text, known, signal) => {
      const over = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
      let at = text;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const to = await whereTo(at, allowed, find, over);
        if (!to.ok) return to.error;
        const step = await ask(to.value.url, to.value.addresses, known, limits, over);
        if (step.outcome !== 'moved') return step;
        if (!URL.canParse(step.to, to.value.url)) return failed('unreachable', `it sends to ${step.to.slice(0, 200)}, which is no address`, 'look the address up at the source');
        at = new URL(step.to, to.value.url).href;
      }
      return failed('unreachable', `it sends elsewhere more than ${MOST_REDIRECTS} times`, 'name the address that it ends at');
    },
  };
}

async function whereTo(text: string, allowed: ReadonlySet<string>, find: Lookup, over: AbortSignal): Promise<Result<{ readonly url: URL; readonly addresses: readonly LookupAddress[] }, Failed>> {
  const url = readAddress(text, allowed, WORDS);
  if (!url.ok) return err(failed('refused', url.error.message, url.error.remedy));
  const found = await Promise.race([addressesOf(url.value, allowed, WORDS, find), new Promise<null>((late) => over.addEventListener('abort', () => late(null), { once: true }))]);
  if (found === null) return err(failed('unreachable', 'its name was not found in time', WAIT));
  if (found.ok) return ok({ url: url.value, addresses: found.value });
  return err(failed(found.error.message.includes('own network') ? 'refused' : 'unreachable', found.error.message, found.error.remedy));
}

interface Limits {
  readonly version: string;
  readonly timeoutMs: number;
  readonly largestBytes: number;
}

function ask(url: URL, addresses: readonly LookupAddress[], known: Known, limits: Limits, over: AbortSignal): Promise<Step> {
  return new Promise((answered) => {
    const lost = (error: NodeJS.ErrnoException): void => answered(failed('unreachable', over.aborted ? `it did not answer within ${limits.timeoutMs / 1000} s` : `it could not be reached (${error.code ?? error.message})`, WAIT));
    const headers = { accept: 'text/csv, text/plain, */*', 'accept-encoding': 'identity', 'user-agent': `Airbridge/${limits.version}`, ...(known.etag !== null && { 'if-none-match': known.etag }), ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }) };
    const asked = (url.protocol === 'https:' ? overHttps : overHttp)(url, { method: 'GET', headers, agent: false, signal: over, lookup: pinnedTo(addresses) }, (answer) => {
      const refusal = refusalOf(answer);
      if (refusal === null) taken(answer, url, limits, over).then(answered, lost);
      else {
        answer.on('error', () => undefined).destroy();
        answered(refusal);
      }
    });
    asked.on('error', lost);
    asked.end();
  });
}

/** Null: the file comes. */
function refusalOf({ statusCode: status = 0, headers }: IncomingMessage): Step | null {
  if (status === 200) return null;
  if (status === 304) return { outcome: 'unchanged' };
  if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) return { outcome: 'moved', to: headers.location };
  if (status === 404 || status === 410) return failed('disappeared', `it answered ${status}: there is no such file`, 'look whether the source has moved the file, and set the new address; what was taken in stays');
  return failed('unreachable', `it answered ${status}`, WAIT);
}

async function taken(answer: IncomingMessage, url: URL, { largestBytes, timeoutMs }: Limits, over: AbortSignal): Promise<Fetched> {
  const large = (): Failed => failed('too-large', `the file has more than ${Math.floor(largestBytes / 1024 / 1024)} MB`, 'name a smaller file, such as one of the last weeks');
  const told = Number(answer.headers['content-length'] ?? Number.NaN);
  if (told > largestBytes) {
    answer.on('error', () => undefined).destroy();
    return large();
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > largestBytes) return large();
      parts.push(part);
    }
  } catch {
    if (over.aborted) return failed('unreachable', `the file did not come within ${timeoutMs / 1000} s`, WAIT);
    return failed('truncated', `the connection ended after ${bytes} bytes${Number.isNaN(told) ? '' : ` of ${told}`}`, 'nothing: it is asked again, and nothing of the broken file was taken in');
  }
  const header = (name: 'etag' | 'last-modified'): string | null => answer.headers[name] ?? null;
  return { outcome: 'fetched', name: nameIn(url), content: new Uint8Array(Buffer.concat(parts)), etag: header('etag'), lastModified: header('last-modified') };
}

/** The last part of the path: readers of daily reports look for the day in it. */
function nameIn({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || host;
  } catch {
    return last;
  }
}
