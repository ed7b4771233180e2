// SHA-256 and Ed25519 by library, for whoever has no faster ones: a reader's browser.

import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Sha256Into, VerifySignature } from './hash.ts';

hashes.sha512 = sha512;

export const nobleSha256: Sha256Into = (data, into, at) => into.set(sha256(data), at);

/** `zip215: false`: as strict as RFC 8032, like the server's own. */
export const nobleVerify: VerifySignature = (signature, message, publicKey) => {
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
