import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { fontOfWoff } from './woff.ts';

const file = (name: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(name));

test.each([
  ['@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff', 'قائمة التعبئة'],
  ['@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff', 'Packing list 0123'],
])('%s sets a text as the packed file does', (name, text) => {
  const shaped = (bytes: Buffer): unknown => {
    const font = create(bytes);
    if (!('layout' in font)) throw new Error('a collection');
    const { glyphs, positions, advanceWidth } = font.layout(text);
    return { ids: glyphs.map(({ id }) => id), positions, advanceWidth, type: font.postscriptName };
  };
  const unpacked = Buffer.from(fontOfWoff(file(name)));
  expect(unpacked.readUInt32BE(0)).toBe(0x00010000);
  expect(shaped(unpacked)).toEqual(shaped(file(name)));
});

test('what is no WOFF file is a fault of the program', () => expect(() => fontOfWoff(new Uint8Array(64))).toThrow('a face is a WOFF file'));
