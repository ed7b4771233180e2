// The parts of a paper that are not tables: fields in a grid, the boxes of a form, sentences. Each is drawn where the flow
// stands and moves it on.

import type { Box, BoxesSection, Field, FieldsSection, TextSection } from '../standards/documents/paper.ts';
import type { Flow } from './flow.ts';
import type { Line } from './lines.ts';
import { LEADING, mm, type Type } from './sheet.ts';

const LABEL: Type = { size: 8, ink: 'faint' };
const VALUE: Type = { size: 10.5 };
const STRONG: Type = { size: 10.5, weight: 'strong' };
const BODY: Type = { size: 10.5 };
const GUTTER = 14;
const PAD = 5;
const AFTER = 10;
const DASH = '–';

export function drawFields(flow: Flow, { title, columns, fields }: FieldsSection): void {
  const width = (flow.width - GUTTER * (columns - 1)) / columns;
  const rows: (readonly Field[])[] = [];
  for (let i = 0; i < fields.length; i += columns) rows.push(fields.slice(i, i + columns));
  const heights = rows.map((row) => Math.max(...row.map(({ label, value }) => heightOf(flow, label, LABEL, width) + heightOf(flow, value || DASH, VALUE, width))));
  flow.heading(title, heights[0] ?? 0);
  rows.forEach((row, i) => {
    flow.room(heights[i] ?? 0);
    row.forEach(({ label, value }, column) => {
      const start = flow.start + column * (width + GUTTER);
      const below = flow.sheets.write(label, LABEL, start, flow.y, width);
      flow.sheets.write(value || DASH, VALUE, start, flow.y + below, width);
    });
    flow.y += (heights[i] ?? 0) + PAD;
  });
  flow.y += AFTER - PAD;
}

interface SetLine {
  readonly line: Line;
  readonly type: Type;
}

/** Each row is as high as its highest box; one that is higher than a page goes on over the next. */
export function drawBoxes(flow: Flow, { title, rows }: BoxesSection): void {
  rows.forEach((row, i) => {
    const shares = row.reduce((sum, box) => sum + (box.share ?? 1), 0);
    const boxes = row.map((box) => {
      const width = (flow.width * (box.share ?? 1)) / shares;
      return { width, lines: boxLines(flow, box, width - 2 * PAD), least: mm(box.heightMm ?? 9) };
    });
    const height = Math.max(...boxes.map(({ lines, least }) => Math.max(least, heightOfAll(lines) + 2 * PAD)));
    if (i === 0) flow.heading(title, Math.min(height, flow.pageful));
    const most = Math.floor(flow.pageful / VALUE.size / 2);
    const parts = height <= flow.pageful ? 1 : Math.ceil(Math.max(...boxes.map(({ lines }) => lines.length)) / most);
    for (let part = 0; part < parts; part++) {
      const slices = parts === 1 ? boxes : boxes.map((box) => ({ ...box, lines: box.lines.slice(part * most, (part + 1) * most), least: 0 }));
      drawBoxRow(flow, slices, parts === 1 ? height : Math.max(...slices.map(({ lines }) => heightOfAll(lines))) + 2 * PAD);
    }
  });
  flow.y += AFTER;
}

function drawBoxRow(flow: Flow, boxes: readonly { readonly width: number; readonly lines: readonly SetLine[] }[], height: number): void {
  flow.room(height);
  let { start } = flow;
  for (const { width, lines } of boxes) {
    flow.sheets.frame(start, flow.y, width, height);
    let y = flow.y + PAD - 1;
    for (const { line, type } of lines) y += flow.sheets.write([line], type, start + PAD, y, width - 2 * PAD);
    start += width;
  }
  flow.y += height;
}

function boxLines(flow: Flow, { number, label, lines, strong }: Box, width: number): SetLine[] {
  const set = (text: string, type: Type): SetLine[] => flow.sheets.lines(text, type, width).map((line) => ({ line, type }));
  return [...set(number === undefined ? label : `${number}   ${label}`, LABEL), ...lines.flatMap((line, i) => set(line, strong === true && i === 0 ? STRONG : VALUE))];
}

const heightOfAll = (lines: readonly SetLine[]): number => lines.reduce((sum, { type }) => sum + LEADING * type.size, 0);

export function drawText(flow: Flow, { title, paragraphs }: TextSection): void {
  flow.heading(title, BODY.size * 3);
  for (const paragraph of paragraphs) {
    for (const line of flow.sheets.lines(paragraph, BODY, flow.width)) {
      flow.room(flow.sheets.heightOf([line], BODY));
      flow.y += flow.sheets.write([line], BODY, flow.start, flow.y, flow.width);
    }
    flow.y += PAD;
  }
  flow.y += AFTER - PAD;
}

const heightOf = (flow: Flow, text: string, type: Type, width: number): number => flow.sheets.heightOf(flow.sheets.lines(text, type, width), type);
