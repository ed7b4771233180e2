// The zip that a workbook is: its parts by name, each compared with the checksum that it was packed with, so that a bit
// that flipped on a stick or on the way is not read as another number. PKWARE APPNOTE 4.3.12 (central directory).

import { unzipSync } from 'fflate';

export type Parts = Readonly<Record<string, Uint8Array>>;

/** What the parts may hold together once they are unpacked: a small file can claim to be a huge one. */
export const LARGEST_UNPACKED = 512 * 1024 * 1024;
const [ENTRY, ENTRY_LENGTH] = [0x02014b50, 46];
const [END, END_LENGTH] = [0x06054b50, 22];

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The parts that are XML; why not, where the file cannot be trusted. */
export function unpack(bytes: Uint8Array, largest: number = LARGEST_UNPACKED): Parts | 'too large' | 'damaged' {
  let size = 0;
  try {
    const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && (size += originalSize) <= largest });
    if (size > largest) return 'too large';
    const sums = checksums(bytes);
    return Object.entries(parts).every(([name, content]) => sums.get(name) === checksum(content)) ? parts : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Part → the checksum that it was packed with. */
function checksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  while (view.getUint32(end, true) !== END) end--;
  const sums = new Map<string, number>();
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === ENTRY; ) {
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    sums.set(new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + name)), view.getUint32(at + 16, true));
    at += ENTRY_LENGTH + name + extra + comment;
  }
  return sums;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32, as zip has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
