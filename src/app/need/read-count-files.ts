// Files of counts as far as they can be read without the journal: the work of seconds for a large one, so it is done away from whoever
// else is asked (ports.ts, SheetReader). What goes in and comes out is plain data.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Sha256 } from '../../domain/ids.ts';
import { countFault } from '../../domain/need/counts.ts';
import type { SeriesFormat, SheetMapping } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readCounts, type CountsFile, type ReadCounts } from '../../standards/counts/read-counts.ts';
import type { MappingGiven } from '../../standards/counts/sheet-mapping.ts';
import { readCountsSheet, type SheetRead } from '../../standards/counts/sheet.ts';
import type { Refused } from '../../standards/counts/table.ts';
import { decodeText } from '../../standards/sheets/decode-text.ts';
import { LARGEST_SHEET } from '../../standards/sheets/read-sheets.ts';

export interface CountFilesAsk {
  readonly format: SeriesFormat;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly mapping: MappingGiven;
  /** What was learned of the series; null: nothing. */
  readonly learned: SheetMapping | null;
}

export interface CountFilesRead extends ReadCounts {
  readonly documents: readonly { readonly name: string; readonly sha256: Sha256 }[];
  /** Of a sheet of somebody's own. */
  readonly sheet: Pick<SheetRead, 'mapping' | 'questions' | 'settled'> | null;
}

export function readCountFiles({ format, files, mapping, learned }: CountFilesAsk): Result<CountFilesRead, Refused> {
  const large = files.filter(({ content }) => content.length > LARGEST_SHEET);
  if (large.length > 0) return err(large.map(({ name, content }) => countFault('unknown-column', { file: name }, `the file has ${Math.ceil(content.length / 1024 / 1024)} MB; ${LARGEST_SHEET / 1024 / 1024} MB can be read`, 'split it by days')));
  const documents = files.map(({ name, content }) => ({ name, sha256: Sha256.parse(bytesToHex(sha256(content))) }));
  if (format === 'sheet') {
    const [only, another] = files;
    if (only === undefined || another !== undefined) return err([countFault('unknown-column', { file: another?.name ?? null }, 'sheets of one’s own are read one at a time', 'hand them in one after the other')]);
    const read = readCountsSheet(only.name, only.content, mapping, learned);
    if (!read.ok) return read;
    const { mapping: shown, questions, settled, ...counts } = read.value;
    return ok({ ...counts, documents, sheet: { mapping: shown, questions, settled } });
  }
  const texts: CountsFile[] = [];
  for (const { name, content } of files) {
    const decoded = decodeText(content);
    if (decoded === null) return err([countFault('unknown-column', { file: name }, 'this is no text', 'hand in the CSV file as the source publishes it; a workbook is read as a sheet, with its columns told')]);
    texts.push({ name, text: decoded.text });
  }
  const read = readCounts(texts, format);
  return read.ok ? ok({ ...read.value, documents, sheet: null }) : read;
}
