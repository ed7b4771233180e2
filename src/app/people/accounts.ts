// What a server with accounts is given.

import type { PeopleTools } from './tools.ts';

export interface Accounts {
  readonly tools: PeopleTools;
  /** The address that people type (AIRBRIDGE_URL); also where the links point that are handed out. */
  readonly url: URL;
  /** Whoever can read the data folder bears it; null: there is no folder, the database itself is asked. */
  readonly terminalKey: string | null;
}

/** The secret stands behind the #, which browsers send to nobody. */
export const joinUrl = (url: URL, secret: string): string => new URL(`/join#${secret}`, url).href;
export const requestUrl = (url: URL, secret: string): string => new URL(`/n/${secret}`, url).href;
export const receiptUrl = (url: URL, secret: string): string => new URL(`/r/${secret}`, url).href;
