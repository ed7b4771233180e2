// Secrets that are handed out once and kept as hashes: tokens, one-time links, links to deliveries. They are 256 random bits, so
// that a plain SHA-256 is enough, and looking a secret up by its hash tells nothing by the time that it takes.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Sha256 } from '../../domain/ids.ts';

export const hashOf = (secret: string): Sha256 => Sha256.parse(bytesToHex(sha256(utf8ToBytes(secret))));

/** Names a thing in lists and addresses; tells nothing of its secret. */
export const idOf = (hash: Sha256): string => hash.slice(0, 12);

export const MINUTES_PER_DAY = 24 * 60;
