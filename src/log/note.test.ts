import { describe, expect, test } from 'vitest';
import { createHash, generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import { readCheckpoint } from './checkpoint.ts';
import { type Sha256Into, utf8, type VerifySignature } from './hash.ts';
import { nobleSha256, nobleVerify } from './noble.ts';
import { readNote, readVerifierKey, signers, verifierKey, writeNote } from './note.ts';

const sha256: Sha256Into = (data, into, at) => into.set(createHash('sha256').update(data).digest(), at);
const nodeVerify: VerifySignature = (signature, message, publicKey) => verify(null, message, createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') } }), signature);

/** The example of the specification (C2SP signed-note). */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const NOTE = 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const keyOf = (vkey: string): ReturnType<typeof verifierKey> => {
  const key = readVerifierKey(sha256, vkey);
  if (!key.ok) throw new Error(key.error);
  return key.value;
};
const noteOf = (text: string): Parameters<typeof signers>[0] => {
  const note = readNote(utf8(text));
  if (!note.ok) throw new Error(note.error);
  return note.value;
};

describe('a signed note', () => {
  test.each([['Node', nodeVerify], ['noble', nobleVerify]] as const)('of the specification holds, by %s', (_, by) => {
    expect(signers(noteOf(NOTE), [keyOf(VKEY)], by)).toMatchObject({ ok: true, value: [{ name: 'example.com/foo' }] });
  });

  test('does not hold with another text, and is not taken where no known key signed it', () => {
    expect(signers(noteOf(NOTE.replace('example message', 'exemple message')), [keyOf(VKEY)], nobleVerify)).toMatchObject({ ok: false, error: expect.stringContaining('does not belong') });
    const other = verifierKey(sha256, 'example.com/bar', keyOf(VKEY).publicKey);
    expect(signers(noteOf(NOTE), [other], nobleVerify)).toMatchObject({ ok: false, error: 'no known key has signed it' });
  });

  test('may bear signatures of strangers, which are passed over', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const stranger = verifierKey(sha256, 'witness.example', new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)));
    const text = 'This is an example message.\n';
    const both = NOTE + writeNote(text, [{ key: stranger, signature: sign(null, utf8(text), privateKey) }]).slice(text.length + 1);
    expect(signers(noteOf(both), [keyOf(VKEY)], nobleVerify)).toMatchObject({ ok: true, value: [{ name: 'example.com/foo' }] });
    expect(signers(noteOf(both), [keyOf(VKEY), stranger], nobleVerify)).toMatchObject({ ok: true, value: [{ name: 'example.com/foo' }, { name: 'witness.example' }] });
  });

  test.each([
    ['without an empty line', 'text\n— a AAAAAAA=\n'],
    ['without its last line feed', NOTE.slice(0, -1)],
    ['with a hyphen for the dash', NOTE.replace('—', '-')],
    ['with a sign of control', NOTE.replace('an example', 'an\texample')],
    ['with a signature in another form of the same bytes', NOTE.replace('yaQM=', 'yaQN=')],
    ['with a line too many', `${NOTE}\n`],
  ])('%s is none', (_, text) => expect(readNote(utf8(text)).ok).toBe(false));

  test('that is no UTF-8 is none', () => expect(readNote(Uint8Array.of(0xff, 10, 10)).ok).toBe(false));
});

describe('a key', () => {
  test('is written as it was read', () => expect(keyOf(VKEY).vkey).toBe(VKEY));
  test.each([
    ['with another id', VKEY.replace('530d903a', '530d903b')],
    ['with another name', VKEY.replace('foo', 'fop')],
    ['in capitals', VKEY.replace('530d903a', '530D903A')],
    ['of another type', 'example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['cut short', VKEY.slice(0, -4)],
    ['without a name', VKEY.slice('example.com/foo'.length)],
  ])('%s is none', (_, vkey) => expect(readVerifierKey(nobleSha256, vkey).ok).toBe(false));
});

describe('a checkpoint', () => {
  /** The example of the specification (C2SP tlog-checkpoint). */
  const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

  test('of the specification is read', () => expect(readCheckpoint(noteOf(EXAMPLE))).toMatchObject({ ok: true, value: { origin: 'example.com/behind-the-sofa', size: 20_852_163 } }));
  test('may have further lines', () => expect(readCheckpoint(noteOf(EXAMPLE.replace('2I=\n', '2I=\nmore\n'))).ok).toBe(true));
  test.each([
    ['a size with a zero in front', EXAMPLE.replace('20852163', '020852163')],
    ['a size that is no number', EXAMPLE.replace('20852163', '2e7')],
    ['a root in another form of the same bytes', EXAMPLE.replace('q2I=', 'q2J=')],
    ['a root that is too short', EXAMPLE.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYapGGPo4=')],
    ['an empty line within', EXAMPLE.replace('2I=\n', '2I=\n\nmore\n')],
  ])('with %s is none', (_, text) => expect(readCheckpoint(noteOf(text)).ok).toBe(false));
});
