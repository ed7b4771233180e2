// The parts of a paper that are not tables: fields in a grid, the boxes of a form, sentences. Each is drawn where the flow
// stands and moves it on.

import type { Box, BoxesSection, Field, FieldsSection, TextSection } from '../standards/documents/paper.ts';
import type { Flow } from './flow.ts';
import { mm, type Type } from './sheet.ts';

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

export function drawBoxes(flow: Flow, { title, rows }: BoxesSection): void {
  rows.forEach((row, i) => {
    const shares = row.reduce((sum, box) => sum + (box.share ?? 1), 0);
    const widths = row.map((box) => (flow.width * (box.share ?? 1)) / shares);
    const height = Math.max(...row.map((box, column) => boxHeight(flow, box, (widths[column] ?? 0) - 2 * PAD)));
    if (i === 0) flow.heading(title, height);
    flow.room(height);
    let { start } = flow;
    row.forEach((box, column) => {
      const width = widths[column] ?? 0;
      flow.sheets.frame(start, flow.y, width, height);
      drawBox(flow, box, start + PAD, flow.y + PAD - 1, width - 2 * PAD);
      start += width;
    });
    flow.y += height;
  });
  flow.y += AFTER;
}

const labelOf = ({ number, label }: Box): string => (number === undefined ? label : `${number}   ${label}`);
const typeOf = (box: Box, line: number): Type => (box.strong === true && line === 0 ? STRONG : VALUE);

function boxHeight(flow: Flow, box: Box, width: number): number {
  const text = box.lines.reduce((sum, line, i) => sum + heightOf(flow, line, typeOf(box, i), width), heightOf(flow, labelOf(box), LABEL, width));
  return Math.max(text + 2 * PAD, mm(box.heightMm ?? 9));
}

function drawBox(flow: Flow, box: Box, start: number, top: number, width: number): void {
  let y = top + flow.sheets.write(labelOf(box), LABEL, start, top, width);
  box.lines.forEach((line, i) => {
    y += flow.sheets.write(line, typeOf(box, i), start, y, width);
  });
}

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
