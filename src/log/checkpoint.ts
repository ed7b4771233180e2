// Checkpoints (C2SP tlog-checkpoint): the log's name, how many leaves it has, and the root of its tree, as a signed note.

import { err, ok, type Result } from '../domain/result.ts';
import { fromBase64, HASH_BYTES, toBase64 } from './hash.ts';
import type { Note } from './note.ts';

/** A tree at a size. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

/** What is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`;

/** A number of leaves as it is written: digits without a zero in front. Null: it is not. */
export function readSize(text: string): number | null {
  const size = Number(text);
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(size) ? size : null;
}

/** A root as it is written. Null: it is not. */
export function readRoot(text: string): Uint8Array | null {
  const root = fromBase64(text);
  return root?.length === HASH_BYTES ? root : null;
}

/** Further lines are opaque, and signed with the others. */
export function readCheckpoint({ text }: Note): Result<Checkpoint, string> {
  const [origin = '', sizeText = '', rootText = '', ...more] = text.slice(0, -1).split('\n');
  const size = readSize(sizeText);
  const root = readRoot(rootText);
  if (origin === '' || size === null || root === null || more.includes('')) return err('it does not say origin, size and root, each on its line');
  return ok({ origin, size, root });
}
