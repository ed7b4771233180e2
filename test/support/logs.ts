// Transparency logs for tests: over a store, and copied into memory part by part, to be read, changed and checked.

import { machineSha256 } from '../../src/app/log/machine-sha256.ts';
import { type PublicLogs, publicLogs } from '../../src/app/log/public-logs.ts';
import type { Clock, Signer, Store } from '../../src/app/ports.ts';
import { invariant } from '../../src/domain/result.ts';
import { readCheckpoint } from '../../src/log/checkpoint.ts';
import { utf8 } from '../../src/log/hash.ts';
import { nobleVerify } from '../../src/log/noble.ts';
import { readNote } from '../../src/log/note.ts';
import type { LogSource } from '../../src/log/source.ts';
import { tilePath, tilesOf } from '../../src/log/tiles.ts';
import { type Verified, verifyLog, type VerifyOptions } from '../../src/log/verify.ts';
import { signer } from '../../src/storage/signer.ts';
import { wallClock } from './folders.ts';

export const HOST = '127.0.0.1:4020';

export const logsOver = (store: Store, over: { readonly clock?: Clock; readonly signer?: Signer } = {}): PublicLogs => publicLogs({ store, signer, clock: wallClock, sha256: machineSha256, host: HOST, ...over });

/** All parts of a log, by path. */
export type Parts = Map<string, Uint8Array>;

export async function partsOf(logs: PublicLogs, operation: string): Promise<Parts> {
  const parts: Parts = new Map();
  for (const name of ['checkpoint', 'keys', 'totals'] as const) {
    const part = await logs[name](operation);
    invariant(part.ok, part.ok ? '' : part.error.message);
    parts.set(name, utf8(part.value));
  }
  for (const tile of tilesOf(sizeOf(parts))) {
    const part = await logs.tile(operation, tile);
    invariant(part.ok, `the log has the part ${tilePath(tile)}`);
    parts.set(tilePath(tile), part.value);
  }
  return parts;
}

export function sizeOf(parts: Parts): number {
  const note = readNote(parts.get('checkpoint') ?? new Uint8Array(0));
  const head = note.ok ? readCheckpoint(note.value) : note;
  invariant(head.ok, 'the checkpoint can be read');
  return head.value.size;
}

export const sourceOf = (parts: ReadonlyMap<string, Uint8Array>): LogSource => ({ read: (path) => Promise.resolve(parts.get(path) ?? null) });

export const verified = (parts: ReadonlyMap<string, Uint8Array>, options: Partial<VerifyOptions> = {}): Promise<Verified> => verifyLog(sourceOf(parts), { sha256: machineSha256, verifySignature: nobleVerify, ...options });
