// A WOFF file → the plain font in it (sfnt), its tables unpacked once. Read packed, a font is inflated anew for every paper that is set
// in it, by slow code; a paper in Arabic took half a second for that alone. W3C, WOFF File Format 1.0, sections 3 to 5.

import { inflateSync } from 'node:zlib';
import { invariant } from '../domain/result.ts';

const SIGNATURE = 0x77_4f_46_46;
const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly content: Uint8Array;
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

export function fontOfWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  invariant(view.getUint32(0) === SIGNATURE, 'a face is a WOFF file');
  const flavour = view.getUint32(4);
  const tables = Array.from({ length: view.getUint16(12) }, (_, i) => tableAt(woff, view, HEADER + i * ENTRY));
  const font = new Uint8Array(SFNT_HEADER + tables.length * SFNT_ENTRY + tables.reduce((sum, { content }) => sum + padded(content.length), 0));
  const out = new DataView(font.buffer);
  out.setUint32(0, flavour);
  writeSearchHints(out, tables.length);
  let offset = SFNT_HEADER + tables.length * SFNT_ENTRY;
  tables.forEach(({ tag, checksum, content }, i) => {
    [tag, checksum, offset, content.length].forEach((word, k) => out.setUint32(SFNT_HEADER + i * SFNT_ENTRY + k * 4, word));
    font.set(content, offset);
    offset += padded(content.length);
  });
  return font;
}

function tableAt(woff: Uint8Array, view: DataView, at: number): Table {
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((k) => view.getUint32(at + k));
  invariant(tag !== undefined && offset !== undefined && packed !== undefined && length !== undefined && checksum !== undefined, 'a table has its entry');
  const stored = woff.subarray(offset, offset + packed);
  const content = packed < length ? new Uint8Array(inflateSync(stored)) : stored;
  invariant(content.length === length, 'a table unpacks to the length that it names');
  return { tag, checksum, content };
}

/** How many tables, and what a binary search over them starts from. */
function writeSearchHints(out: DataView, count: number): void {
  const power = Math.floor(Math.log2(count));
  out.setUint16(4, count);
  out.setUint16(6, 2 ** power * SFNT_ENTRY);
  out.setUint16(8, power);
  out.setUint16(10, (count - 2 ** power) * SFNT_ENTRY);
}
