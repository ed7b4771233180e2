// Signed notes (C2SP signed-note): a text, an empty line, and a line for each signature. And the keys that check them, written
// as `name+id+key`. Not here: what the text says (checkpoint.ts, rotation.ts).

import { err, ok, type Result } from '../domain/result.ts';
import { fromBase64, hashOf, isSame, joined, type Sha256Into, textOf, toBase64, toHex, utf8, type VerifySignature } from './hash.ts';

/** The type byte of Ed25519 signatures. */
const ED25519 = 1;
const PUBLIC_KEY_BYTES = 32;
const ID_BYTES = 4;
/** A verifier accepts at least 16; more than this is no checkpoint. */
const SIGNATURES_MOST = 64;

/** A key that checks notes. `name` is the log's origin. */
export interface VerifierKey {
  readonly vkey: string;
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its last line feed: what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const NAME = /^[^\s+]+$/u;

const idOf = (sha256: Sha256Into, name: string, publicKey: Uint8Array): Uint8Array => hashOf(sha256, joined(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, ID_BYTES);

export function verifierKey(sha256: Sha256Into, name: string, publicKey: Uint8Array): VerifierKey {
  const id = idOf(sha256, name, publicKey);
  return { vkey: `${name}+${toHex(id)}+${toBase64(joined(Uint8Array.of(ED25519), publicKey))}`, name, id, publicKey };
}

/** The error says what is wrong with it. */
export function readVerifierKey(sha256: Sha256Into, vkey: string): Result<VerifierKey, string> {
  const [name = '', id = '', ...rest] = vkey.split('+');
  // Base 64 has + among its signs.
  const material = fromBase64(rest.join('+'));
  if (!NAME.test(name) || material === null) return err('a key is written name+id+key, as the log shows it at /keys');
  if (material[0] !== ED25519 || material.length !== PUBLIC_KEY_BYTES + 1) return err('it is no Ed25519 key');
  const key = verifierKey(sha256, name, material.slice(1));
  return key.vkey === `${name}+${id}+${rest.join('+')}` ? ok(key) : err('its id does not belong to its name and key');
}

const control = (text: string): boolean => Array.from(text).some((sign) => sign < ' ' && sign !== '\n');

export function readNote(bytes: Uint8Array): Result<Note, string> {
  const whole = textOf(bytes);
  if (whole === null || control(whole)) return err('it is no text');
  const cut = whole.lastIndexOf('\n\n');
  if (cut === -1 || !whole.endsWith('\n')) return err('it bears no signature');
  const lines = whole.slice(cut + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MOST) return err(`it bears more than ${SIGNATURES_MOST} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', written = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const signed = fromBase64(written);
    if (!NAME.test(name) || signed === null || signed.length <= ID_BYTES) return err('a line of its signatures cannot be read');
    signatures.push({ name, id: signed.slice(0, ID_BYTES), signature: signed.slice(ID_BYTES) });
  }
  return ok({ text: whole.slice(0, cut + 1), signatures });
}

/** Those of the keys that signed it. Signatures of unknown keys are passed over; one of a known key that is wrong refuses the whole note. */
export function signers(note: Note, keys: readonly VerifierKey[], verify: VerifySignature): Result<readonly VerifierKey[], string> {
  const message = utf8(note.text);
  const found: VerifierKey[] = [];
  for (const { name, id, signature } of note.signatures) {
    const key = keys.find((it) => it.name === name && isSame(it.id, id));
    if (key === undefined) continue;
    if (!verify(signature, message, key.publicKey)) return err(`the signature of ${name} does not belong to its text`);
    found.push(key);
  }
  return found.length > 0 ? ok(found) : err('no known key has signed it');
}

/** The note with these signatures under its text. */
export const writeNote = (text: string, signatures: readonly { readonly key: Pick<VerifierKey, 'name' | 'id'>; readonly signature: Uint8Array }[]): string =>
  `${text}\n${signatures.map(({ key, signature }) => `— ${key.name} ${toBase64(joined(key.id, signature))}\n`).join('')}`;
