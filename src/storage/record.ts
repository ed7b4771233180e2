// The journal file's layout, field by field. A file begins with 16 bytes of name and version; then come records, one for
// each committed transaction. docs/concepts/storage.md explains why each field is there.
//
//   offset  bytes  field
//        0      4  mark: 0x89 'A' 'B' 'R' (0x89 never begins a character of UTF-8, so no payload holds the mark)
//        4      4  payload length n, unsigned, big-endian
//        8      4  record number, from 1
//       12     32  SHA-256 of the record before (zeros for the first)
//       44     32  SHA-256 of bytes 0–43 and the payload
//       76      4  CRC-32 (ISO-HDLC) of bytes 0–75: tells a damaged header from a payload that was cut short
//       80      n  payload: canonical JSON in UTF-8, `{"entries":[…]}`: appends that shared a transaction share a record

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Sha256 } from '../domain/ids.ts';
import { NO_HASH } from './canonical.ts';

export const FILE_HEADER = Buffer.from('airbridge-jrnl1\n', 'latin1');
const MARK = Buffer.from([0x89, 0x41, 0x42, 0x52]);
export const RECORD_HEADER_BYTES = 80;
const CHUNK_BYTES = 1 << 20;

export interface JournalEnd {
  readonly records: number;
  readonly hash: Sha256;
  /** Bytes of the file up to here. */
  readonly length: number;
}

export const EMPTY_JOURNAL: JournalEnd = { records: 0, hash: NO_HASH, length: FILE_HEADER.length };

export interface PreparedRecord {
  readonly bytes: Buffer;
  readonly end: JournalEnd;
}

export function encodeRecord(after: JournalEnd, payload: string): PreparedRecord {
  const text = Buffer.from(payload, 'utf8');
  const bytes = Buffer.alloc(RECORD_HEADER_BYTES + text.length);
  MARK.copy(bytes, 0);
  bytes.writeUInt32BE(text.length, 4);
  bytes.writeUInt32BE(after.records + 1, 8);
  bytes.write(after.hash, 12, 'hex');
  text.copy(bytes, RECORD_HEADER_BYTES);
  const digest = recordHash(bytes, text);
  digest.copy(bytes, 44);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 76)), 76);
  return { bytes, end: { records: after.records + 1, hash: Sha256.parse(digest.toString('hex')), length: after.length + bytes.length } };
}

const recordHash = (header: Buffer, payload: Buffer): Buffer => createHash('sha256').update(header.subarray(0, 44)).update(payload).digest();

export type Step =
  | { readonly kind: 'record'; readonly payload: Buffer; readonly end: JournalEnd }
  /** What follows the last whole record: a write that was cut off, or damage. Always the last step. */
  | { readonly kind: 'bad'; readonly after: JournalEnd; readonly problem: string; readonly bytes: number; readonly wholeRecordFollows: boolean };

/** Reads a journal from its beginning and checks every byte. Synchronous: it runs before a store opens, a chunk at a time. */
export function* readRecords(path: string): Generator<Step, void, undefined> {
  const file = new BufferedFile(path);
  try {
    const opening = file.read(0, FILE_HEADER.length);
    if (!opening.equals(FILE_HEADER)) {
      const cutOff = file.size < FILE_HEADER.length;
      yield { kind: 'bad', after: { ...EMPTY_JOURNAL, length: 0 }, problem: 'the file does not begin like a journal', bytes: file.size, wholeRecordFollows: !cutOff };
      return;
    }
    for (let end = EMPTY_JOURNAL; end.length < file.size; ) {
      const step = readRecord(file, end);
      yield step;
      if (step.kind === 'bad') return;
      end = step.end;
    }
  } finally {
    file.close();
  }
}

function readRecord(file: BufferedFile, after: JournalEnd): Step {
  const bad = (problem: string): Step => ({ kind: 'bad', after, problem, bytes: file.size - after.length, wholeRecordFollows: headerFollows(file, after.length + 1) });
  const header = file.read(after.length, RECORD_HEADER_BYTES);
  if (!isHeader(header)) return bad(header.length < RECORD_HEADER_BYTES ? 'its header is cut short' : 'its header is damaged');
  if (header.readUInt32BE(8) !== after.records + 1) return bad(`it bears the number ${header.readUInt32BE(8)}`);
  if (header.toString('hex', 12, 44) !== after.hash) return bad('it does not follow from the record before');
  const size = header.readUInt32BE(4);
  const payload = file.read(after.length + RECORD_HEADER_BYTES, size);
  if (payload.length < size) return bad('it is cut short');
  if (!recordHash(header, payload).equals(header.subarray(44, 76))) return bad('its content does not match its checksum');
  const hash = Sha256.parse(header.toString('hex', 44, 76));
  return { kind: 'record', payload, end: { records: after.records + 1, hash, length: after.length + RECORD_HEADER_BYTES + size } };
}

const isHeader = (header: Buffer): boolean =>
  header.length === RECORD_HEADER_BYTES && header.subarray(0, 4).equals(MARK) && crc32(header.subarray(0, 76)) === header.readUInt32BE(76);

/** Records are written one at a time, each after the one before was synced: a whole header further on proves that the bad record had been acknowledged. */
function headerFollows(file: BufferedFile, from: number): boolean {
  for (let at = from; at < file.size; ) {
    const window = file.read(at, CHUNK_BYTES);
    for (let found = window.indexOf(MARK); found !== -1; found = window.indexOf(MARK, found + 1)) {
      if (isHeader(file.read(at + found, RECORD_HEADER_BYTES))) return true;
    }
    at += Math.max(1, window.length - MARK.length + 1);
  }
  return false;
}

/** Answers parts of a file from a chunk in memory; a part is shorter where the file ends. */
class BufferedFile {
  readonly size: number;
  readonly #descriptor: number;
  #chunk = Buffer.alloc(0);
  #start = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  read(position: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    if (position < this.#start || position + wanted > this.#start + this.#chunk.length) this.#load(position, Math.max(wanted, CHUNK_BYTES));
    return this.#chunk.subarray(position - this.#start, position - this.#start + wanted);
  }

  #load(position: number, length: number): void {
    const chunk = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - position)));
    let filled = 0;
    while (filled < chunk.length) {
      const got = readSync(this.#descriptor, chunk, filled, chunk.length - filled, position + filled);
      if (got === 0) break;
      filled += got;
    }
    this.#chunk = chunk.subarray(0, filled);
    this.#start = position;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
