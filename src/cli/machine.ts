// What can be done about people at the machine itself: over the server that has the data folder, by the machine's key; else on
// the folder or database opened here.

import { err, ok, type Result } from '../domain/result.ts';
import type { PeopleTools } from '../app/people/tools.ts';
import { addressOf, publicUrl } from './address.ts';
import { homeOf, type Common } from './options.ts';
import { readKey } from './terminal-key.ts';
import type { OpenFolder, Refusal, World } from './world.ts';

export interface ByServer {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** The same thing in two ways; which is taken depends on who has the data folder. */
export interface AtMachine<T> {
  readonly byServer: ByServer;
  readonly here: (tools: PeopleTools, url: URL) => Promise<Result<T, Refusal>>;
}

export async function atMachine<T>(world: World, common: Common, { byServer, here }: AtMachine<T>): Promise<Result<T, Refusal>> {
  const home = homeOf(world, common);
  const holder = await world.holderOf(home);
  const serving = holder?.url ?? null;
  if (serving !== null) return overServer<T>(serving, await readKey(home), byServer);
  return inFolder(world, home, async (folder, url) => here(await folder.people(url), url));
}

/** Over the folder or database, which nobody serves; `url`: the address that people would type. */
export async function inFolder<T>(world: World, home: string, work: (folder: OpenFolder, url: URL) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  const address = addressOf(world.env);
  if (!address.ok) return address;
  const url = publicUrl(world.env['AIRBRIDGE_URL'] ?? '', address.value.host, address.value.port);
  if (!url.ok) return url;
  const folder = await world.openFolder(home);
  if (!folder.ok) return folder;
  try {
    return await work(folder.value, url.value);
  } finally {
    await folder.value.store.close();
  }
}

async function overServer<T>(url: string, key: string | null, { method, path, body }: ByServer): Promise<Result<T, Refusal>> {
  if (key === null) return err({ code: 'no-accounts', message: `the server at ${url} runs without accounts`, remedy: 'stop it and start it with AIRBRIDGE_ACCOUNTS=on' });
  try {
    const reply = await fetch(new URL(`/api/v1${path}`, url), { method, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = (await reply.json()) as T & { readonly code?: string; readonly detail?: string; readonly remedy?: string };
    return reply.ok ? ok(answer) : err({ code: answer.code ?? 'server-failed', message: answer.detail ?? 'the server refused', remedy: answer.remedy ?? 'see its log' });
  } catch {
    return err({ code: 'server-failed', message: `the server at ${url} has the data folder, but does not answer`, remedy: 'wait until it has started, or stop it and try again' });
  }
}
