// Where the server listens, and whether with accounts: PORT, HOST, AIRBRIDGE_URL, AIRBRIDGE_ACCOUNTS. Beyond this machine it
// serves with accounts only.

import { isLoopback } from '../app/loopback.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

const PORT = 4020;

export interface Address {
  readonly host: string;
  readonly port: number;
  /** The address that people type, where there are accounts; null: local mode. */
  readonly url: URL | null;
}

export function addressOf(env: Readonly<Record<string, string | undefined>>): Result<Address, Refusal> {
  const written = env['PORT'] ?? '';
  const port = written === '' ? PORT : /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65_535)) return err({ code: 'bad-port', message: `PORT is ${JSON.stringify(written)}, which is no port`, remedy: `set it to a number from 1024 to 65535, or leave it out for ${PORT}` });
  const host = env['HOST'] === undefined || env['HOST'] === '' ? '127.0.0.1' : env['HOST'];
  const accounts = env['AIRBRIDGE_ACCOUNTS'] ?? '';
  if (!['', 'on', 'off'].includes(accounts)) return err({ code: 'bad-accounts', message: `AIRBRIDGE_ACCOUNTS is ${JSON.stringify(accounts)}`, remedy: 'set it to on or off, or leave it out' });
  if (accounts !== 'on' && isLoopback(host)) return ok({ host, port, url: null });
  // Refused by the server itself, in its words.
  if (accounts === 'off') return ok({ host, port, url: null });
  const url = publicUrl(env['AIRBRIDGE_URL'] ?? '', host, port);
  return url.ok ? ok({ host, port, url: url.value }) : url;
}

export function publicUrl(written: string, host: string, port: number): Result<URL, Refusal> {
  if (written === '') {
    if (isLoopback(host)) return ok(new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`));
    return err({ code: 'bad-url', message: `HOST is ${host}, but the address that people type is not known`, remedy: 'set AIRBRIDGE_URL to it, such as https://airbridge.example.org' });
  }
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '') return ok(url);
  return err({ code: 'bad-url', message: `AIRBRIDGE_URL is ${JSON.stringify(written)}, which is no address of a server`, remedy: 'write scheme and host alone, such as https://airbridge.example.org' });
}
