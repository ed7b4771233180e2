// What the log is made of: SHA-256 and Ed25519, both handed in, so that a server hashes with its machine's own code and a page
// with a library (noble.ts); and the codecs of keys and notes. Every text has one encoding: what decodes to the same bytes
// but was written otherwise is refused, so that no byte of a checkpoint can change unseen.

/** SHA-256 of `data`, written into `into` from `at` on: 32 bytes. */
export type Sha256Into = (data: Uint8Array, into: Uint8Array, at: number) => void;
/** Ed25519 (RFC 8032): is this the signature of that key under the message? Never throws. */
export type VerifySignature = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

export const HASH_BYTES = 32;

export function hashOf(sha256: Sha256Into, data: Uint8Array): Uint8Array {
  const hash = new Uint8Array(HASH_BYTES);
  sha256(data, hash, 0);
  return hash;
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Null: no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Null: no Base 64 in its one right form (RFC 4648, section 4). */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
