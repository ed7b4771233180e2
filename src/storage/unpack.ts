// Unpacks the template into a folder. To let PGlite do it costs a second start of it and 100 MB more; this reads the one
// kind of archive that it writes: ustar with plain files and folders.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { invariant } from '../domain/result.ts';

const BLOCK_BYTES = 512;

/** `archive`: gzipped ustar. The folder must not stand. Throws where the archive is cut short or holds anything else. */
export function unpack(archive: Uint8Array, folder: string): void {
  const tar = gunzipSync(archive);
  mkdirSync(folder, { mode: 0o700 });
  for (let at = 0; at + BLOCK_BYTES <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK_BYTES);
    if (header[0] === 0) return;
    const name = text(header, 0, 100);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const type = text(header, 156, 1);
    invariant((type === '0' || type === '5') && !name.split('/').includes('..') && size >= 0, `the template holds something strange: ${name}`);
    const content = tar.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + size);
    invariant(content.length === size, 'the template is cut short');
    if (type === '5') mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
    else writeFileSync(join(folder, name), content, { mode: 0o600 });
    at += BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
}

const text = (header: Buffer, from: number, length: number): string => header.toString('latin1', from, from + length).replace(/\0.*$/s, '').trim();
