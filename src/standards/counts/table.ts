// A published file of counts → its rows by column name, after a look at whether it still has the shape that it is known by:
// a column that is missing refuses it, an unknown one is told, a line that breaks off is told and left out. RFC 4180; csv-parse.

import { CsvError, parse } from 'csv-parse/sync';
import { countFault, type CountFault } from '../../domain/need/counts.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';

export interface Layout {
  /** As it is told to people: "ECDC daily". */
  readonly name: string;
  readonly needed: readonly string[];
  /** Known, and not read. */
  readonly ignored: readonly string[];
}

export interface CountsTable {
  readonly file: string;
  readonly layout: Layout;
  /** Of the header, without those that may stand besides. */
  readonly columns: readonly string[];
  readonly rows: readonly CountsRow[];
  /** Lines below the header, those that are not read among them. */
  readonly lines: number;
  readonly faults: readonly CountFault[];
}

export interface CountsRow {
  /** As a spreadsheet numbers it; the header is 1. */
  readonly row: number;
  /** Trimmed; empty where the column is not there. */
  readonly cell: (column: string) => string;
}

/** Why a file cannot be read at all: the first thing is the cause. */
export type Refused = readonly CountFault[];

/** @param fits which layout a header has; null: none of them. @param isOpen columns that may stand besides, such as dates. */
export function readCountsTable(file: string, text: string, fits: readonly Layout[], isOpen: (column: string) => boolean = () => false): Result<CountsTable, Refused> {
  const again = 'download the file again';
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return err([countFault('unknown-column', { file, row: 1 }, 'this is a web page, not a table', 'download the file itself: the address answered with a page about it')]);
  const parsed = records(text);
  if (!parsed.ok) return err([countFault('truncated', { file, row: parsed.error.row }, parsed.error.problem, again)]);
  const [header, ...rest] = parsed.value;
  if (header === undefined || header.every((cell) => cell.trim() === '')) return err([countFault('truncated', { file, row: 1 }, 'the file is empty', again)]);
  const names = header.map((cell) => cell.trim());
  const layout = fits.find(({ needed }) => needed.every((column) => names.includes(column)));
  if (layout === undefined) return err(missing(file, names, fits));
  const known = new Set([...layout.needed, ...layout.ignored]);
  const unknown = names.flatMap((column) => (known.has(column) || isOpen(column) ? [] : [countFault('unknown-column', { file, row: 1, column }, `${layout.name} files have no column ${column === '' ? 'without a name' : column}`, 'look up what the source changed; the column is not read')]));
  const last = rest.length - 1;
  const at = new Map(names.map((column, k) => [column, k]));
  const faults: CountFault[] = [];
  const rows = rest.flatMap((cells, k): CountsRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length < names.length) {
      const [problem, remedy] = k === last ? ['the last line breaks off: the download was cut short', `${again}; the line is not read`] : ['the line has fewer cells than the header', 'look at the line in the source; it is not read'];
      faults.push(countFault('truncated', { file, row: k + 2, value: cells.join(',') }, problem, remedy));
      return [];
    }
    return [{ row: k + 2, cell: (column) => cells[at.get(column) ?? -1]?.trim() ?? '' }];
  });
  return ok({ file, layout, columns: names.filter((column) => !isOpen(column)), rows, lines: rest.length, faults: [...unknown, ...faults] });
}

/** Against the layout that is nearest: the one of which the fewest are missing. */
function missing(file: string, names: readonly string[], fits: readonly Layout[]): Refused {
  const gaps = fits.map((layout) => ({ layout, columns: layout.needed.filter((column) => !names.includes(column)) })).toSorted((a, b) => a.columns.length - b.columns.length);
  const [closest] = gaps;
  return (closest?.columns ?? []).map((column) => {
    const like = nearest(column, names);
    return countFault('unknown-column', { file, row: 1, column, value: like }, `the column ${column} of ${closest?.layout.name} files is missing`, like === null ? 'look whether this is the file that you meant, and whether the source has changed it' : `the source may have renamed it to ${like}: look it up, and rename it back in a copy`);
  });
}

function records(text: string): Result<string[][], { readonly row: number; readonly problem: string }> {
  try {
    return ok(parse(text, { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ row: Number(error['records'] ?? 0) + 1, problem: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'the file ends inside a quoted cell: the download was cut short' : 'a double quote stands where none may stand' });
  }
}
