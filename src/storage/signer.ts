// Ed25519 by Node, for the keys of transparency logs. A key is kept as its seed of 32 bytes (RFC 8032).

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../app/ports.ts';
import { invariant } from '../domain/result.ts';

/** What stands before the seed in a private key by PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

function keyOf(seed: string): KeyObject {
  const bytes = Buffer.from(seed, 'hex');
  invariant(bytes.length === KEY_BYTES, 'the seed of a key has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
}

const tail = (der: Buffer): Buffer => der.subarray(der.length - KEY_BYTES);

export const signer: Signer = {
  newSeed: () => tail(generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })).toString('hex'),
  publicKey: (seed) => new Uint8Array(tail(createPublicKey(keyOf(seed)).export({ format: 'der', type: 'spki' }))),
  sign: (seed, message) => new Uint8Array(sign(null, message, keyOf(seed))),
};
