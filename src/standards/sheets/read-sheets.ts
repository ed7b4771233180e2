// Whatever somebody drops or pastes → grids: an Excel workbook, a CSV of any country and program, text pasted out of a
// spreadsheet. What the columns mean is intake/ to say. Operation packs are stricter and come by packs/.

import { err, ok, type Result } from '../../domain/result.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { readDelimited, type Delimiter } from './delimited.ts';
import type { Grid } from './grid.ts';
import { isZip } from './package.ts';
import { readWorkbook } from './read-workbook.ts';

/** What is held in memory at once, and answered in seconds. */
export const LARGEST_SHEET = 50 * 1024 * 1024;
export const MOST_ROWS = 100_000;
const MOST_CELLS = 4_000_000;
const LARGEST_UNPACKED = 256 * 1024 * 1024;
/** Titles, header, totals and notes around the rows of goods. */
const MARGIN_ROWS = 1000;

export interface Sheets {
  readonly form: 'workbook' | 'text';
  /** Of a text; null: a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** Those with something in them. */
  readonly grids: readonly Grid[];
}

export interface UnreadableSheet {
  readonly row: number | null;
  readonly problem: string;
  readonly remedy: string;
}

const refuse = (problem: string, remedy: string, row: number | null = null): Result<never, UnreadableSheet> => err({ row, problem, remedy });
const SPLIT = 'split it into several files and hand them in one after the other';

export function readSheets(bytes: Uint8Array): Result<Sheets, UnreadableSheet> {
  if (bytes.length > LARGEST_SHEET) return refuse(`the file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; ${LARGEST_SHEET / 1024 / 1024} MB can be read`, SPLIT);
  const read = isZip(bytes) || isCompound(bytes) ? readBook(bytes) : readText(bytes);
  if (!read.ok) return read;
  const { grids } = read.value;
  if (grids.length === 0) return refuse('the file is empty', 'hand in the sheet with its header row and its rows of goods');
  const long = grids.find((grid) => (grid.cells.at(-1)?.row ?? 0) > MOST_ROWS + MARGIN_ROWS);
  return long === undefined ? read : refuse(`${long.name === '' ? 'the file' : `sheet ${long.name}`} has more than ${MOST_ROWS} rows`, SPLIT);
}

const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

function readBook(bytes: Uint8Array): Result<Sheets, UnreadableSheet> {
  const read = readWorkbook(bytes, { results: true, largestUnpacked: LARGEST_UNPACKED, mostCells: MOST_CELLS });
  if (!read.ok) return refuse(read.error.problem, read.error.remedy);
  return ok({ form: 'workbook', encoding: null, delimiter: null, grids: read.value.filter(({ cells }) => cells.length > 0) });
}

function readText(bytes: Uint8Array): Result<Sheets, UnreadableSheet> {
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('this is neither a workbook nor a text', 'save it as "Excel workbook (.xlsx)" or as CSV, or copy the cells and paste them');
  const read = readDelimited(decoded.text, MOST_ROWS + MARGIN_ROWS + 1);
  if (!read.ok) return read;
  const { grid, delimiter } = read.value;
  return ok({ form: 'text', encoding: decoded.encoding, delimiter, grids: grid.cells.length > 0 ? [grid] : [] });
}
