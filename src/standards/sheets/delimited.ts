// Text with delimited columns → a grid: a CSV of any country, or what one pastes out of a spreadsheet. Which character
// separates is found by which one cuts the lines alike. RFC 4180; the parser is csv-parse.

import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Grid, GridCell } from './grid.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

/** Where two cut the lines equally well, the first: decimal commas cut lines too. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', '|', ','];
const SAMPLE_LINES = 200;
const SAMPLE_CHARACTERS = 200_000;

export interface BrokenText {
  readonly row: number | null;
  readonly problem: string;
  readonly remedy: string;
}

/** @param mostRows no more are read; whoever needs to know asks for one more than allowed. */
export function readDelimited(text: string, mostRows: number): Result<{ readonly grid: Grid; readonly delimiter: Delimiter }, BrokenText> {
  const announced = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const delimiter = DELIMITERS.find((known) => known === announced?.[1]) ?? sniffed(body);
  try {
    const records: string[][] = parse(body, { bom: true, delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], to: mostRows });
    return ok({ grid: { name: '', cells: cellsOf(records, announced === null ? 1 : 2), merged: [] }, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    return err({
      row: Number(error['records'] ?? 0) + 1,
      problem: isOpen ? 'a quoted cell has no closing quote' : 'a double quote stands where none may stand',
      remedy: isOpen ? 'close the cell with a double quote, and write a quote inside it twice: ""' : 'put the whole cell in double quotes, and write a quote inside it twice: "type ""IIR"" masks"',
    });
  }
}

function cellsOf(records: readonly (readonly string[])[], firstRow: number): GridCell[] {
  const cells: GridCell[] = [];
  for (const [r, record] of records.entries()) for (const [c, text] of record.entries()) if (text.trim() !== '') cells.push({ row: firstRow + r, column: c + 1, value: { kind: 'text', text: text.trim() } });
  return cells;
}

/** The character that stands equally often in the most lines; titles and notes among them may differ. */
function sniffed(text: string): Delimiter {
  const lines = unquoted(text.slice(0, SAMPLE_CHARACTERS)).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES);
  let [best, most]: [Delimiter, number] = [',', 0];
  for (const delimiter of DELIMITERS) {
    const times = new Map<number, number>();
    for (const line of lines) {
      const cuts = line.split(delimiter).length - 1;
      if (cuts > 0) times.set(cuts, (times.get(cuts) ?? 0) + 1);
    }
    const alike = Math.max(0, ...times.values());
    if (alike > most) [best, most] = [delimiter, alike];
  }
  return best;
}

/** Without what stands in quotes: delimiters and line breaks inside do not count. */
const unquoted = (text: string): string => text.replaceAll(/"(?:[^"]|"")*"/g, '');
