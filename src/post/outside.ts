// An address outside the machine's own network, and nothing else: how it is read, which machines its name means, and that the connection
// goes to the very ones that were looked at. Whoever goes out by an address that people gave goes this way.

import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressProblem } from '../app/alerts/courier.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isOwnNetwork } from './own-network.ts';

/** What is said to whoever gave the address. */
export interface OutsideWords {
  readonly example: string;
  /** The setting that allows hosts within the own network. */
  readonly setting: string;
  /** What to do instead of a name and a password in the address. */
  readonly instead: string;
  /** What stands there. */
  readonly receiver: string;
}

const LONGEST_ADDRESS = 2000;

export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();

/** Hosts of a setting, with commas between. */
export const hostsIn = (setting: string | undefined): ReadonlySet<string> => new Set((setting ?? '').split(',').map((host) => host.trim().toLowerCase().replace(/^\[|\]$/g, '')).filter((host) => host !== ''));

/** The address as it will be asked, or what is wrong with it. Nothing is looked up. */
export function readAddress(text: string, allowed: ReadonlySet<string>, words: OutsideWords): Result<URL, AddressProblem> {
  const url = text.length <= LONGEST_ADDRESS && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return err({ message: `${text.slice(0, 200)} is no web address`, remedy: `write it whole, such as ${words.example}` });
  if (url.username !== '' || url.password !== '') return err({ message: 'the address holds a user name or a password', remedy: words.instead });
  const host = hostOf(url);
  if (allowed.has(host)) return ok(url);
  if (isIP(host) !== 0 && isOwnNetwork(host)) return err(inside(host, words));
  if (url.protocol === 'http:') return err({ message: 'the address is plain http, which anybody on the way can read', remedy: `use https; for ${words.receiver} within your own network, name its host in ${words.setting}` });
  return ok(url);
}

const inside = (host: string, { setting }: OutsideWords): AddressProblem => ({ message: `${host} lies in this machine’s own network`, remedy: `name a host that the internet reaches; whoever runs the server can allow others by ${setting}` });

export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;
export const lookUp: Lookup = (host) => new Promise((found, failed) => resolve(host, { all: true }, (error, addresses) => (error === null ? found(addresses) : failed(error))));

/** The addresses behind the host: all of them outside, or none is asked. */
export async function addressesOf(url: URL, allowed: ReadonlySet<string>, words: OutsideWords, find: Lookup): Promise<Result<readonly LookupAddress[], AddressProblem>> {
  const host = hostOf(url);
  const version = isIP(host);
  try {
    const addresses = version === 0 ? await find(host) : [{ address: host, family: version }];
    if (addresses.length === 0) return err(unknown(host, 'no address'));
    return allowed.has(host) || !addresses.some(({ address }) => isOwnNetwork(address)) ? ok(addresses) : err(inside(host, words));
  } catch (error) {
    return err(unknown(host, (error as NodeJS.ErrnoException).code ?? 'no answer'));
  }
}

const unknown = (host: string, code: string): AddressProblem => ({ message: `the name ${host} is not known (${code})`, remedy: 'check how it is written, and that this machine can look names up' });

/** The addresses that were looked at, and no others: a name may mean another machine the next moment. */
export const pinnedTo =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
