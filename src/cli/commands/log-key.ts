// airbridge log-key OP: the key by which the transparency log of an operation is checked; with --rotate a new one takes over,
// brought in by the old one. At the machine itself: through the server that has the data folder, else on the store opened here.

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { LogSummary, PublicLogs } from '../../app/log/public-logs.ts';
import { err, type Result } from '../../domain/result.ts';
import { logsOf } from '../logs.ts';
import { inFolder } from '../machine.ts';
import { homeOf, isInFolder, withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { readKey } from '../terminal-key.ts';
import type { Refusal, World } from '../world.ts';

type Options = Common & { readonly rotate?: true };

export const logKeyCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('log-key').description('print the key that signs the transparency log of a public operation').argument('<op>', 'an operation in the store'))
    .option('--rotate', 'have a new key sign from here on; the old one brings it in')
    .action(async (op: string, options: Options) => exit(await logKey(world, op, options)));

async function logKey(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const found = await atLog(world, op, options);
  if (!found.ok) return refuse(world, found.error, json);
  if (json) printJson(world, found.value);
  else world.out(`${found.value.key}\n`);
  return 0;
}

async function atLog(world: World, op: string, options: Options): Promise<Result<LogSummary, Refusal>> {
  const home = homeOf(world, options);
  const serving = (await world.holderOf(home))?.url ?? null;
  if (serving !== null) return overServer(serving, await readKey(home), op, options.rotate === true);
  if (isInFolder(world) && !existsSync(home)) return err({ code: 'unknown-operation', message: `there is no operation yet: the data folder ${home} does not exist`, remedy: 'run npm start, or name the folder with --home' });
  return inFolder(world, home, ({ store }, url) => asked(logsOf(world, store, url.host), op, options.rotate === true));
}

async function asked(logs: PublicLogs, op: string, isRotated: boolean): Promise<Result<LogSummary, Refusal>> {
  const summary = await logs.summary(op);
  return summary.ok && isRotated ? logs.rotate(op, summary.value.key) : summary;
}

async function overServer(url: string, key: string | null, op: string, isRotated: boolean): Promise<Result<LogSummary, Refusal>> {
  const ask = async (path: string, request: RequestInit = {}): Promise<Result<LogSummary, Refusal>> => {
    try {
      const reply = await fetch(new URL(`/api/v1/operations/${encodeURIComponent(op)}/log${path}`, url), { ...request, headers: { ...(key !== null && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' } });
      const answer = (await reply.json()) as LogSummary & { readonly code?: string; readonly detail?: string; readonly remedy?: string };
      return reply.ok ? { ok: true, value: answer } : err({ code: answer.code ?? 'server-failed', message: answer.detail ?? 'the server refused', remedy: answer.remedy ?? 'see its log' });
    } catch {
      return err({ code: 'server-failed', message: `the server at ${url} has the data folder, but does not answer`, remedy: 'wait until it has started, or stop it and try again' });
    }
  };
  const summary = await ask('');
  return summary.ok && isRotated ? ask('/rotation', { method: 'POST', body: JSON.stringify({ from: summary.value.key }) }) : summary;
}
