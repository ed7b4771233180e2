// The faces that papers are set in, which of them holds a character, and how wide a word is in it. Source Sans 3 for Latin,
// Greek and Cyrillic (with tabular figures), IBM Plex Sans Arabic for Arabic; both SIL Open Font License, embedded as subsets.
// Not for placing words on a line: lines.ts.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { invariant } from '../domain/result.ts';
import { fontOfWoff } from './woff.ts';

export type Weight = 'plain' | 'strong';

const require = createRequire(import.meta.url);
const FOLDERS = {
  sans: dirname(require.resolve('@fontsource/source-sans-3/package.json')),
  arabic: dirname(require.resolve('@fontsource/ibm-plex-sans-arabic/package.json')),
} as const;
/** In the order in which a character looks for its face. */
const SUBSETS = [
  ['sans', 'source-sans-3-latin'],
  ['sans', 'source-sans-3-latin-ext'],
  ['sans', 'source-sans-3-vietnamese'],
  ['sans', 'source-sans-3-greek'],
  ['sans', 'source-sans-3-cyrillic'],
  ['sans', 'source-sans-3-cyrillic-ext'],
  ['arabic', 'ibm-plex-sans-arabic-arabic'],
] as const;
const HEAVINESS: Readonly<Record<Weight, number>> = { plain: 400, strong: 600 };

export interface Face {
  /** Unique: what the document registers it as. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
  readonly widths: Map<string, number>;
}

const opened = new Map<Weight, readonly Face[]>();

/** All faces of a weight, read once in the life of the process. */
function facesOf(weight: Weight): readonly Face[] {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const faces = SUBSETS.map(([family, subset]): Face => {
    const name = `${subset}-${HEAVINESS[weight]}-normal`;
    const bytes = Buffer.from(fontOfWoff(readFileSync(join(FOLDERS[family], 'files', `${name}.woff`))));
    const font = create(bytes);
    invariant('layout' in font, `${name} is one font, not a collection`);
    return { name, bytes, font, widths: new Map() };
  });
  opened.set(weight, faces);
  return faces;
}

const homes = new Map<Weight, Map<string, Face | null>>([['plain', new Map()], ['strong', new Map()]]);

/** The face that holds a character; null where none does. */
export function faceFor(character: string, weight: Weight): Face | null {
  const found = homes.get(weight)?.get(character);
  if (found !== undefined) return found;
  const face = facesOf(weight).find(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ?? null;
  homes.get(weight)?.set(character, face);
  return face;
}

/** What stands for a character that no face holds, until the paper is refused for it. */
export const fallbackFace = (weight: Weight): Face => {
  const [first] = facesOf(weight);
  invariant(first !== undefined, 'there is a first face');
  return first;
};

const MOST_REMEMBERED = 20_000;

/** Width of a text in a face at a size of 1: multiply by the size. The text is shaped as it will be drawn. */
export function widthIn(face: Face, text: string): number {
  const known = face.widths.get(text);
  if (known !== undefined) return known;
  const width = face.font.layout(text).advanceWidth / face.font.unitsPerEm;
  if (face.widths.size >= MOST_REMEMBERED) face.widths.clear();
  face.widths.set(text, width);
  return width;
}
