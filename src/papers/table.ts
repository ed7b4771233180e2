// A table on a paper: columns as wide as what stands in them, figures with their last digits under one another, the head again
// on every page, a double rule above the totals as a ledger has it. Rows are ruled, not boxed.

import { invariant } from '../domain/result.ts';
import type { Column, Row, TableSection } from '../standards/documents/paper.ts';
import type { Flow } from './flow.ts';
import { leastWidth, naturalWidth, type Line, type TextStyle } from './lines.ts';
import type { Type } from './sheet.ts';

const HEAD: Type = { size: 8, ink: 'faint' };
const CELL: Type = { size: 9.5 };
const STRONG: Type = { size: 9.5, weight: 'strong' };
const GUTTER = 10;
const PAD = 3.5;
const AFTER = 12;

interface Laid {
  readonly columns: readonly Column[];
  /** Of each column, without the gutter after it. */
  readonly widths: readonly number[];
}

interface Cells {
  readonly lines: readonly (readonly Line[])[];
  readonly type: Type;
  readonly height: number;
}

export function drawTable(flow: Flow, section: TableSection): void {
  const { title, columns, rows, totals, empty } = section;
  for (const { cells } of rows) invariant(cells.length === columns.length, `a row of ${columns.length} columns has ${cells.length} cells`);
  invariant(totals === undefined || totals.length === columns.length, 'the totals have a cell for each column');
  const laid: Laid = { columns, widths: widthsOf(flow, section) };
  const head = cellsOf(flow, laid, columns.map(({ heading }) => heading), HEAD);
  const drawHead = (): void => {
    drawCells(flow, laid, head);
    flow.sheets.rule(flow.start, flow.y, flow.width, 0.8);
  };
  flow.heading(title, head.height + 2 * CELL.size);
  flow.room(head.height + 2 * CELL.size);
  drawHead();
  if (rows.length === 0) flow.y += flow.sheets.write(empty, { ...CELL, ink: 'soft' }, flow.start, flow.y + PAD, flow.width) + 2 * PAD;
  const total = totals === undefined ? null : cellsOf(flow, laid, totals, STRONG);
  rows.forEach((row, i) => {
    const cells = cellsOf(flow, laid, row.cells, row.rank === undefined ? CELL : STRONG);
    // The totals never stand on a page alone, nor a group's head at the foot of one.
    const company = i === rows.length - 1 ? (total?.height ?? 0) : row.rank === 'group' ? 2 * (CELL.size + PAD) : 0;
    if (flow.room(Math.min(cells.height + company, flow.pageful))) drawHead();
    for (const [part, slice] of slicesOf(flow, cells).entries()) {
      if (part > 0 && flow.room(slice.height)) drawHead();
      drawRow(flow, laid, row, slice, i);
    }
  });
  if (total !== null) {
    flow.sheets.rule(flow.start, flow.y, flow.width, 0.8);
    flow.sheets.rule(flow.start, flow.y + 2, flow.width, 0.8);
    flow.y += 2;
    drawCells(flow, laid, total);
  }
  flow.y += AFTER;
}

function drawRow(flow: Flow, laid: Laid, { rank }: Row, cells: Cells, index: number): void {
  if (rank === 'group') flow.sheets.fill(flow.start, flow.y, flow.width, cells.height, 'sunk');
  if (rank === 'subtotal') flow.sheets.rule(flow.start, flow.y, flow.width, 0.5);
  else if (index > 0) flow.sheets.rule(flow.start, flow.y, flow.width, 0.4, 'rule');
  drawCells(flow, laid, cells);
}

function cellsOf(flow: Flow, { widths }: Laid, texts: readonly string[], type: Type): Cells {
  const lines = texts.map((text, i) => flow.sheets.lines(text, type, widths[i] ?? 0));
  return { lines, type, height: Math.max(...lines.map((cell) => flow.sheets.heightOf(cell, type))) + 2 * PAD };
}

/** A row that is higher than a page goes on over the next ones: no line of a long list of marks may be lost. */
function slicesOf(flow: Flow, { lines, type, height }: Cells): Cells[] {
  if (height <= flow.pageful) return [{ lines, type, height }];
  const most = Math.floor((flow.pageful / 2) / flow.sheets.heightOf([{ pieces: [], width: 0 }], type));
  const parts = Math.ceil(Math.max(...lines.map((cell) => cell.length)) / most);
  return Array.from({ length: parts }, (_, part) => {
    const slice = lines.map((cell) => cell.slice(part * most, (part + 1) * most));
    return { lines: slice, type, height: Math.max(...slice.map((cell) => flow.sheets.heightOf(cell, type))) + 2 * PAD };
  });
}

/** The head stands on its rule, everything else hangs from the one above. */
function drawCells(flow: Flow, { columns, widths }: Laid, { lines, type, height }: Cells): void {
  let { start } = flow;
  // Digits run from left to right in every language, so their last ones meet at the right.
  const figures = flow.sheets.format.direction === 'rtl' ? 'start' : 'end';
  lines.forEach((cell, i) => {
    const width = widths[i] ?? 0;
    const top = type === HEAD ? flow.y + height - PAD - flow.sheets.heightOf(cell, type) : flow.y + PAD;
    flow.sheets.write(cell, { ...type, align: columns[i]?.kind === 'figure' ? figures : 'start' }, start, top, width);
    start += width + GUTTER;
  });
  flow.y += height;
}

/**
 * Every column gets what its longest word needs; what is left goes to those that would like more, in proportion; what is left
 * after that, to the columns of text. Where not even the longest words fit, all shrink alike and words are broken.
 */
function widthsOf(flow: Flow, { columns, rows, totals = [] }: TableSection): number[] {
  const { direction } = flow.sheets.format;
  const style = (type: Type): TextStyle => ({ size: type.size, weight: type.weight ?? 'plain', direction });
  const available = flow.width - GUTTER * (columns.length - 1);
  const columnTexts = columns.map((_, i) => [...new Set([...rows.map(({ cells }) => cells[i] ?? ''), totals[i] ?? ''])]);
  const natural = columns.map(({ heading }, i) => Math.max(headingWidth(heading, style(HEAD)), ...(columnTexts[i] ?? []).map((text) => naturalWidth(text, style(STRONG)))));
  const least = columns.map(({ heading, kind }, i) => (kind === 'figure' ? (natural[i] ?? 0) : Math.max(leastWidth(heading, style(HEAD)), ...(columnTexts[i] ?? []).map((text) => leastWidth(text, style(STRONG))))));
  const [needed, wanted] = [sum(least), sum(natural)];
  if (needed >= available) return least.map((width) => (width * available) / needed);
  if (wanted > available) return least.map((width, i) => width + ((available - needed) * ((natural[i] ?? 0) - width)) / (wanted - needed));
  const texts = sum(natural.filter((_, i) => columns[i]?.kind === 'text'));
  return natural.map((width, i) => width + (texts === 0 ? (available - wanted) / columns.length : columns[i]?.kind === 'text' ? ((available - wanted) * width) / texts : 0));
}

/** What a heading would like: to stand on two lines, the first of them the longer by a word at most. */
const headingWidth = (heading: string, style: TextStyle): number => Math.max(leastWidth(heading, style), naturalWidth(heading, style) * 0.62);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
