// A webhook: one POST of JSON, signed, within a time, to an address outside the machine's own network. The name is looked up once,
// and the connection goes to the very addresses that were looked at; an answer that sends elsewhere is not followed.

import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { AddressProblem, Carried, Letter } from '../app/alerts/courier.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { epochMs } from '../domain/time.ts';
import { isOwnNetwork } from './own-network.ts';
import { signedHeaders } from './signature.ts';

export interface WebhookOptions {
  /** Hosts by name or address that may lie in the machine's own network, and may be asked over plain http. */
  readonly allowed: ReadonlySet<string>;
  readonly version: string;
  /** For one try, from looking the name up to the end of the answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const LONGEST_ADDRESS = 2000;

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();

/** The address as it will be asked, or what is wrong with it. Nothing is looked up. */
export function readAddress(text: string, allowed: ReadonlySet<string>): Result<URL, AddressProblem> {
  const url = text.length <= LONGEST_ADDRESS && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return err({ message: `${text.slice(0, 200)} is no web address`, remedy: 'write it whole, such as https://hooks.example.org/airbridge' });
  if (url.username !== '' || url.password !== '') return err({ message: 'the address holds a user name or a password', remedy: 'leave them out: each message is signed, and the receiver checks the signature' });
  const host = hostOf(url);
  if (allowed.has(host)) return ok(url);
  if (isIP(host) !== 0 && isOwnNetwork(host)) return err(inside(host));
  if (url.protocol === 'http:') return err({ message: 'the address is plain http, which anybody on the way can read', remedy: 'use https; for a receiver within your own network, name its host in AIRBRIDGE_WEBHOOK_HOSTS' });
  return ok(url);
}

const inside = (host: string): AddressProblem => ({ message: `${host} lies in this machine’s own network`, remedy: 'name a host that the internet reaches; whoever runs the server can allow others by AIRBRIDGE_WEBHOOK_HOSTS' });

type Lookup = (host: string) => Promise<readonly LookupAddress[]>;
const lookUp: Lookup = (host) => new Promise((found, failed) => resolve(host, { all: true }, (error, addresses) => (error === null ? found(addresses) : failed(error))));

/** The addresses behind the host: all of them outside, or none is asked. */
async function addressesOf(url: URL, allowed: ReadonlySet<string>, find: Lookup): Promise<Result<readonly LookupAddress[], AddressProblem>> {
  const host = hostOf(url);
  const version = isIP(host);
  try {
    const addresses = version === 0 ? await find(host) : [{ address: host, family: version }];
    if (addresses.length === 0) return err(unknown(host, 'no address'));
    return allowed.has(host) || !addresses.some(({ address }) => isOwnNetwork(address)) ? ok(addresses) : err(inside(host));
  } catch (error) {
    return err(unknown(host, (error as NodeJS.ErrnoException).code ?? 'no answer'));
  }
}

const unknown = (host: string, code: string): AddressProblem => ({ message: `the name ${host} is not known (${code})`, remedy: 'check how it is written, and that this machine can look names up' });

export async function checkWebhook(text: string, { allowed }: WebhookOptions, find: Lookup = lookUp): Promise<Result<string, AddressProblem>> {
  const url = readAddress(text.trim(), allowed);
  if (!url.ok) return url;
  const addresses = await addressesOf(url.value, allowed, find);
  return addresses.ok ? ok(url.value.href) : addresses;
}

export async function carryWebhook({ id, address, secret, body, at }: Letter, { allowed, version, timeoutMs = TIMEOUT_MS }: WebhookOptions, signal?: AbortSignal, find: Lookup = lookUp): Promise<Carried> {
  const url = readAddress(address, allowed);
  if (!url.ok) return { outcome: 'failed', why: url.error.message };
  const over = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  const found = await Promise.race([addressesOf(url.value, allowed, find), new Promise<null>((late) => over.addEventListener('abort', () => late(null), { once: true }))]);
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
        // The addresses that were looked at, and no others: a name may mean another machine the next moment.
        lookup: (_, options, done) => {
          const [first] = addresses;
          if (options.all === true) done(null, [...addresses]);
          else done(null, first?.address ?? '', first?.family);
        },
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
