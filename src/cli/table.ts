// Plain text tables: figures to the right, words to the left, two spaces between columns. It knows no figures itself.

import { stripVTControlCharacters } from 'node:util';
import { wrap } from './wrap.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Figures stand to the right. */
  readonly right?: boolean;
}

const GAP = '  ';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Colours take no room.
const widthOf = (text: string): number => Array.from(graphemes.segment(stripVTControlCharacters(text))).length;

/** Header, a rule and a line for each row; `below` adds indented lines of text under a row. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], below?: (row: Row) => string | null): string {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = columns.map(({ title }, k) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[k] ?? ''))));
  const line = (texts: readonly string[]): string =>
    columns
      .map(({ right }, k) => {
        const text = texts[k] ?? '';
        const space = ' '.repeat((widths[k] ?? 0) - widthOf(text));
        return right === true ? space + text : text + space;
      })
      .join(GAP)
      .trimEnd();
  const body = rows.flatMap((row, k) => {
    const note = below?.(row) ?? null;
    return [line(cells[k] ?? []), ...(note === null ? [] : [wrap(note, '    ')])];
  });
  return [line(columns.map(({ title }) => title)), widths.map((width) => '─'.repeat(width)).join(GAP), ...body].join('\n');
}
