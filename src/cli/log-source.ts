// A transparency log at an address or in a folder, read part by part.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogSource } from '../log/source.ts';

/** That a part could not be asked for; a part that is not there is no failure of the asking. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly code = 'log-unreachable';
  readonly remedy = 'check the address and the network, and try again: what was fetched is kept';
}

const TRIES = 4;
const PAUSE_MS = 500;
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_S = 60;
/** Larger than a bundle of 256 leaves of the greatest length: whoever sends more means harm. */
const PART_BYTES_MOST = 20_000_000;

export const isAddress = (target: string): boolean => /^https?:\/\//i.test(target);

export function logAt(address: string): LogSource {
  const base = address.replace(/\/+$/, '');
  return {
    read: async (path) => {
      let why = '';
      for (let tries = 0; tries < TRIES; tries += 1) {
        try {
          const reply = await fetch(`${base}/${path}`, { headers: { 'accept-encoding': 'gzip, identity' }, signal: AbortSignal.timeout(PATIENCE_MS) });
          if (reply.ok) return await wholeOf(reply);
          await reply.body?.cancel();
          if (reply.status === 404 || reply.status === 410) return null;
          why = `status ${reply.status}`;
          if (reply.status < 500 && reply.status !== 429) break;
          await wait(pauseOf(reply.headers.get('retry-after'), tries));
        } catch (error) {
          if (error instanceof SourceFailure) throw error;
          why = reasonOf(error);
          await wait(PAUSE_MS * 2 ** tries);
        }
      }
      throw new SourceFailure(`${base}/${path} could not be read (${why})`);
    },
  };
}

async function wholeOf(reply: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.length;
    if (bytes > PART_BYTES_MOST) throw new SourceFailure(`${reply.url} sends more than ${PART_BYTES_MOST} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const pauseOf = (asked: string | null, tries: number): number => (asked !== null && /^\d+$/.test(asked) ? Math.min(Number(asked), LONGEST_PAUSE_S) * 1000 : PAUSE_MS * 2 ** tries);

/** Node says only in the cause why a fetch failed. */
const reasonOf = (error: unknown): string => (error instanceof Error ? ((error.cause as { readonly code?: string } | undefined)?.code ?? error.message) : String(error));

export const logIn = (folder: string): LogSource => ({
  read: async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, ...path.split('/'))));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
      throw error;
    }
  },
});
