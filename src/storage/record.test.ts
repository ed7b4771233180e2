import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { EMPTY_JOURNAL, encodeRecord, FILE_HEADER, readRecords, RECORD_HEADER_BYTES, type Step } from './record.ts';

const folder = mkdtempSync(join(tmpdir(), 'airbridge-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

function journal(payloads: readonly string[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  let end = EMPTY_JOURNAL;
  const parts = payloads.map((payload) => {
    const record = encodeRecord(end, payload);
    end = record.end;
    return record;
  });
  return { bytes: Buffer.concat([FILE_HEADER, ...parts.map((it) => it.bytes)]), ends: [FILE_HEADER.length, ...parts.map((it) => it.end.length)] };
}

function read(bytes: Uint8Array): readonly Step[] {
  const path = join(folder, 'journal');
  writeFileSync(path, bytes);
  return [...readRecords(path)];
}

const payloadsOf = (steps: readonly Step[]) => steps.flatMap((step) => (step.kind === 'record' ? [step.payload.toString('utf8')] : []));
const payloads = fc.array(fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed()), { minLength: 1, maxLength: 6 });

describe('a journal file', () => {
  test('reads back record by record what was written', () => {
    fc.assert(fc.property(payloads, (given) => {
      const { bytes, ends } = journal(given);
      const steps = read(bytes);
      expect(payloadsOf(steps)).toEqual(given);
      expect(steps.map((step) => step.kind === 'record' && step.end.length)).toEqual(ends.slice(1));
    }));
  });

  test('cut at any byte gives every record before the cut, and says how much of the next there is', () => {
    fc.assert(fc.property(payloads, fc.nat(), (given, at) => {
      const { bytes, ends } = journal(given);
      const cut = FILE_HEADER.length + (at % (bytes.length - FILE_HEADER.length));
      const whole = ends.filter((end) => end <= cut).length - 1;
      const steps = read(bytes.subarray(0, cut));
      expect(payloadsOf(steps)).toEqual(given.slice(0, whole));
      const rest = cut - (ends[whole] ?? 0);
      expect(steps.at(-1)?.kind === 'bad').toBe(rest > 0);
      if (rest > 0) expect(steps.at(-1)).toMatchObject({ kind: 'bad', bytes: rest, wholeRecordFollows: false });
    }));
  });

  test('with any one bit changed in any record but the last is known to have lost what was acknowledged', () => {
    fc.assert(fc.property(payloads, fc.nat(), fc.nat(7), (given, at, bit) => {
      const { bytes, ends } = journal([...given, 'the last']);
      const changed = FILE_HEADER.length + (at % ((ends.at(-2) ?? 0) - FILE_HEADER.length));
      bytes.writeUInt8(bytes.readUInt8(changed) ^ (1 << bit), changed);
      const record = ends.filter((end) => end <= changed).length - 1;
      expect(read(bytes).at(-1)).toMatchObject({ kind: 'bad', wholeRecordFollows: true, after: { records: record, length: ends[record] } });
    }));
  });

  test('does not take a record of another journal for its own', () => {
    const ours = journal(['one', 'two']);
    const theirs = journal(['uno', 'two']);
    const from = ours.ends[1] ?? 0;
    expect(read(Buffer.concat([ours.bytes.subarray(0, from), theirs.bytes.subarray(from)])).at(-1)).toMatchObject({ kind: 'bad', problem: 'it does not follow from the record before' });
  });

  test('holds payloads longer than what is read at once', () => {
    const long = 'é'.repeat(1_500_000);
    expect(payloadsOf(read(journal(['a', long, 'b']).bytes))).toEqual(['a', long, 'b']);
  });

  test('has the layout that the documentation gives', () => {
    const { bytes } = journal(['{}']);
    expect(bytes.toString('latin1', 0, 16)).toBe('airbridge-jrnl1\n');
    expect(bytes.subarray(16, 20).toString('hex')).toBe('89414252');
    expect(bytes.readUInt32BE(20)).toBe(2);
    expect(bytes.readUInt32BE(24)).toBe(1);
    expect(bytes.length).toBe(16 + RECORD_HEADER_BYTES + 2);
  });
});
