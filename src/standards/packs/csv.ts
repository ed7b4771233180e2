// CSV in and out: bytes → a table of texts with the row numbers that a spreadsheet shows, and back. What a spreadsheet
// saved in another encoding or with another separator is refused with the name of what it is, never guessed at.
// RFC 4180; parser and writer are csv-parse and csv-stringify.

import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CellProblem } from './problem.ts';

interface TableRow {
  /** 1-based; the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly header: readonly string[];
  /** Without rows that are empty, and without a row of HXL tags under the header. */
  readonly rows: readonly TableRow[];
}
type TableProblem = CellProblem & { readonly row: number | null };

const SAVE_AS = 'save the sheet as "CSV UTF-8 (comma delimited)"';
const broken = (row: number | null, problem: string, remedy: string, value: string | null = null): Result<never, TableProblem> => err({ row, column: null, value, problem, remedy });

/** Bytes → table, or the first thing that makes the file unreadable as a whole. */
export function readTable(bytes: Uint8Array): Result<Table, TableProblem> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const separator = foreignSeparator(decoded.value);
  if (separator !== null) return broken(1, `the columns are separated by ${separator}`, `separate them by commas: ${SAVE_AS}`);
  const parsed = records(decoded.value);
  if (!parsed.ok) return parsed;
  const [header, ...rest] = parsed.value;
  if (header === undefined || header.every(isBlank)) return broken(null, 'the file is empty', 'write the header row with the names of the columns, or remove the file');
  const rows = rest.map((cells, k) => ({ row: k + 2, cells }));
  return ok({ header, rows: rows.filter(({ row, cells }) => !cells.every(isBlank) && !(row === 2 && isTagRow(cells))) });
}

export const isBlank = (cell: string): boolean => cell.trim() === '';

/** A row of HXL tags (hxlstandard.org) under the header: every cell is empty or begins with #. */
export const isTagRow = (cells: readonly string[]): boolean => cells.every((cell) => isBlank(cell) || cell.trim().startsWith('#'));

function decode(bytes: Uint8Array): Result<string, TableProblem> {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return broken(null, 'this is a workbook, not CSV', SAVE_AS);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) return broken(1, 'file is not UTF-8: it looks like UTF-16', SAVE_AS);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const offset = firstInvalid(bytes);
    const byte = bytes[offset] ?? 0;
    const likely = byte >= 0x80 && byte <= 0x9f ? 'Windows-1252' : 'Windows-1252 or ISO 8859-1';
    const value = `byte 0x${byte.toString(16).padStart(2, '0')}`;
    const row = rowAt(bytes, offset);
    return broken(row, `file is not UTF-8: ${value} at row ${row}; it looks like ${likely}`, SAVE_AS, value);
  }
}

/** Offset of the first byte that begins no valid UTF-8 sequence: the longest prefix that decodes, by bisection. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodes(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return startOfSequence(bytes, valid);
}

/** A prefix that ends inside a sequence still counts as valid while the sequence may go on. */
function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The byte at which decoding breaks off may only be where a sequence fails to go on; the stray byte is the one that began it. */
function startOfSequence(bytes: Uint8Array, brokenAt: number): number {
  for (let back = 1; back <= 3 && brokenAt - back >= 0; back++) {
    const byte = bytes[brokenAt - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? brokenAt - back : brokenAt;
  }
  return brokenAt;
}
const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** The row in which a byte stands: line breaks inside quotes do not begin a row. */
function rowAt(bytes: Uint8Array, offset: number): number {
  let row = 1;
  let quoted = false;
  for (const byte of bytes.subarray(0, offset)) {
    if (byte === 0x22) quoted = !quoted;
    else if (byte === 0x0a && !quoted) row++;
  }
  return row;
}

const SEPARATORS = [[';', 'semicolons'], ['\t', 'tabs'], ['|', 'bars']] as const;

function foreignSeparator(content: string): string | null {
  const header = content.split(/[\r\n]/, 1)[0] ?? '';
  const times = (character: string): number => header.split(character).length - 1;
  return SEPARATORS.find(([character]) => times(character) > times(','))?.[1] ?? null;
}

function records(content: string): Result<string[][], TableProblem> {
  try {
    return ok(parse(content, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return broken(row, 'a quoted cell has no closing quote', 'close the cell with a double quote, and write a quote inside it twice: ""');
    return broken(row, 'a double quote stands where none may stand', 'put the whole cell in double quotes, and write a quote inside it twice: "type ""IIR"" masks"');
  }
}

/** Texts → bytes: UTF-8 without a mark, LF, quotes only where they are needed or where a space at the ends would be overlooked. */
export const writeTable = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(stringify(rows as string[][], { quoted_match: /[\r\n]|^\s|\s$/ }));
