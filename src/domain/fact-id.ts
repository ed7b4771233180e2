// Ids of facts are derived, never random: the same pack gives the same ids everywhere, so that a correction can name its
// fact before either has been stored. Layout: UUIDv7, RFC 9562 section 5.7.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { FactId, type IdempotencyKey, type OperationId } from './ids.ts';
import { invariant } from './result.ts';
import { epochMs, type Instant } from './time.ts';

/** UUIDv7 whose time is `recordedAt` in milliseconds and whose 74 free bits are the first 74 of SHA-256(operation ‖ 0x00 ‖ key), each in UTF-8. */
export function factId(operation: OperationId, key: IdempotencyKey, recordedAt: Instant): FactId {
  const time = epochMs(recordedAt);
  invariant(time >= 0, `a fact cannot be recorded before 1970: ${recordedAt}`);
  const digest = bytesToHex(sha256(concatBytes(utf8ToBytes(operation), Uint8Array.of(0), utf8ToBytes(key))));
  const bits = BigInt(`0x${digest.slice(0, 20)}`) >> 6n;
  const first12 = (bits >> 62n).toString(16).padStart(3, '0');
  const last62 = ((2n << 62n) | (bits & ((1n << 62n) - 1n))).toString(16).padStart(16, '0');
  const hex = `${time.toString(16).padStart(12, '0')}7${first12}${last62}`;
  return FactId.parse([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'));
}
