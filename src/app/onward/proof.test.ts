import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, openHome } from '../../../test/support/folders.ts';
import { SMALL_ID, withSmall } from '../../../test/support/served.ts';
import { Sha256 } from '../../domain/ids.ts';
import type { Store } from '../ports.ts';
import { keepEvidence, keepSignatory } from './proof.ts';

let store: Store;
beforeAll(async () => {
  store = await openHome(newFolder());
  await withSmall(store);
}, 60_000);
afterAll(() => store.close());

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a photo is kept by its content, and the same photo again is the same evidence', async () => {
  const kept = await keepEvidence(store, 'test', PNG);
  expect(kept).toMatchObject({ ok: true, value: { type: 'image/png', bytes: 11 } });
  expect(await keepEvidence(store, 'test', PNG)).toEqual(kept);
  expect(kept.ok && (await store.evidence(Sha256.parse(kept.value.sha256)))).toEqual(PNG);
});

test.each([
  ['a page that calls itself a picture', new TextEncoder().encode('<script>'), /neither a JPEG/],
  ['nothing at all', new Uint8Array(), /empty/],
  ['a RIFF file that is no WebP', new TextEncoder().encode('RIFF....WAVE'), /neither/],
  ['a file of 16 MB', new Uint8Array(16 * 1_048_576), /16 MB; at most 15 MB/],
])('%s is refused with a remedy', async (_, content, told) => {
  expect(await keepEvidence(store, 'test', content)).toMatchObject({ ok: false, error: { code: 'evidence-refused', message: expect.stringMatching(told) as string, remedy: expect.stringMatching(/./) as string } });
});

test('who signed can be read from the vault, and erased', async () => {
  const kept = await keepSignatory(store, 'test', { name: 'Anna Rossi', role: 'pharmacist' });
  const commitment = Sha256.parse(kept.ok && kept.value.signedBy);
  expect(await store.person(SMALL_ID, commitment)).toEqual({ name: 'Anna Rossi', role: 'pharmacist' });
  await store.forgetPerson(SMALL_ID, commitment);
  expect(await store.person(SMALL_ID, commitment)).toBeNull();
});
