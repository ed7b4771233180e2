// A command as the shell runs it: what it prints, and the code that it ends with.

import { readHere } from '../../src/app/read-here.ts';
import { run } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { err, ok } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import { noFetcher } from './fetcher.ts';
import { noPrinter } from './printer.ts';

/** A process in which nothing is set up: no store, no solver, no server. */
export async function saidIn(folder: string, args: readonly string[], world: Partial<World> = {}): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const code = await run(
    {
      version: '9.9.9',
      checkout: folder,
      base: folder,
      env: {},
      clock: { now: () => Instant.parse('2026-01-01T00:00:00.000Z') },
      out: (text) => void (heard.out += text),
      err: (text) => void (heard.err += text),
      isTerminal: { out: false, err: false },
      printer: noPrinter,
      fetcher: noFetcher,
      solver: () => Promise.resolve({ solve: () => Promise.reject(new Error('there is no solver here')) }),
      reader: () => Promise.resolve(readHere),
      openFolder: (home) => Promise.resolve(err({ code: 'folder-in-use', message: `${home} is in use by process 7`, remedy: 'stop it' })),
      signer: { newSeed: () => '', publicKey: () => new Uint8Array(0), sign: () => new Uint8Array(0) },
      holderOf: () => Promise.resolve(null),
      courier: () => Promise.resolve(ok({ courier: { channels: new Set<never>(), check: () => Promise.reject(new Error('nothing is sent')), carry: () => Promise.reject(new Error('nothing is sent')) }, chance: { secret: () => '', id: () => '', share: () => 0 } })),
      serve: () => Promise.resolve(err({ code: 'port-in-use', message: 'port 4020 is in use', remedy: 'set PORT' })),
      onStop: () => undefined,
      ...world,
    },
    args,
  );
  return { code, ...heard };
}
