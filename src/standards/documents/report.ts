// A report as tables of real figures, before anybody asks for a file: written as a workbook whose numbers are numbers, or as a
// paper to print. What stands in a report is the use case's business (app/reports).

import { localIn, writeInstant, type Instant } from '../../domain/time.ts';
import { writeWorkbook, type Worksheet, type WrittenCell } from '../sheets/write-workbook.ts';
import type { Paper, TableSection } from './paper.ts';
import { paperOf, penOf, type Issue, type Pen } from './parts.ts';

/** An instant stays one until it is written: UTC in a workbook, the operation's clock on paper. */
export type ReportCell = string | number | null | { readonly at: Instant };

export interface ReportColumn {
  readonly heading: string;
  readonly kind: 'text' | 'figure';
  /** HXL tag, written on demand; null: none fits. */
  readonly hxl: string | null;
}

export interface ReportSheet {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly empty: string;
}

export interface Report {
  readonly kind: string;
  readonly title: string;
  /** `As of 16 March 2020, 20:40 UTC+01:00`. */
  readonly about: string;
  readonly sheets: readonly ReportSheet[];
}

export function reportPaper(issue: Issue, { title, about, sheets }: Report): Paper {
  const pen = penOf(issue);
  return paperOf(issue, { title, subtitle: about, layout: 'landscape', toComplete: false, sections: sheets.map((sheet) => tableOf(sheet, pen, issue)) });
}

function tableOf({ title, columns, rows, empty }: ReportSheet, pen: Pen, { zone }: Issue): TableSection {
  const text = (cell: ReportCell): string => (cell === null ? '' : typeof cell === 'string' ? pen.name(cell) : typeof cell === 'number' ? pen.count(cell) : localIn(cell.at, zone).replace('T', '\u00a0'));
  // On paper there is no room for a column in which nothing stands.
  const shown = columns.flatMap((column, at) => (rows.length === 0 || rows.some((cells) => (cells[at] ?? '') !== '') ? [{ column, at }] : []));
  return { kind: 'table', title, columns: shown.map(({ column: { heading, kind } }) => ({ heading, kind })), rows: rows.map((cells) => ({ cells: shown.map(({ at }) => text(cells[at] ?? null)) })), empty };
}

const LONGEST_NAME = 31;
const WIDEST = 44;
/** What a sheet's name may not hold. */
const nameOf = (title: string): string => title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME);

/** One worksheet a table, its head frozen, and one that says what the report is and where in the journal it stands. */
export function reportWorkbook(issue: Issue, { title, about, sheets }: Report, { hxl }: { readonly hxl: boolean }): Uint8Array {
  const { position } = issue;
  const facts: readonly (readonly [string, string | number])[] = [[title, issue.number], [issue.operation, about], ['as-of', writeInstant(position.asOf)], ['journal', position.seq], ['SHA-256', position.hash]];
  const last: Worksheet = { name: 'journal', columns: [{ width: 30, isText: true }, { width: 70, isText: true }], rows: facts.map((row) => row.map(cellOf)), frozen: 0, validations: [] };
  return writeWorkbook([...sheets.map((sheet) => worksheetOf(sheet, hxl)), last]);
}

const cellOf = (cell: ReportCell): WrittenCell | null => (cell === null || cell === '' ? null : typeof cell === 'number' ? { text: String(cell), isNumber: true } : { text: typeof cell === 'string' ? cell : writeInstant(cell.at) });

function worksheetOf({ title, columns, rows }: ReportSheet, hxl: boolean): Worksheet {
  const head = columns.map(({ heading }): WrittenCell => ({ text: heading, look: 'head' }));
  const tags = columns.map(({ hxl: tag }): WrittenCell | null => (tag === null ? null : { text: tag, look: 'tag' }));
  const width = ({ heading }: ReportColumn, at: number): number => Math.min(WIDEST, Math.max(heading.length, ...rows.map((cells) => cellOf(cells[at] ?? null)?.text.length ?? 0)) + 2);
  return {
    name: nameOf(title),
    columns: columns.map((column, at) => ({ width: width(column, at), isText: column.kind === 'text' })),
    rows: [head, ...(hxl ? [tags] : []), ...rows.map((cells) => cells.map(cellOf))],
    frozen: hxl ? 2 : 1,
    validations: [],
  };
}
