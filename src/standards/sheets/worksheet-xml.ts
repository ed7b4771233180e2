// One worksheet's XML → its filled cells and what is merged. Beside it, the two parts that cells refer to: shared texts
// and formats. ECMA-376 Part 1, 18.3.1.4 (cells), 18.4 (shared strings), 18.8 (styles).

import { cellAt, type CellValue, type GridCell, type Range } from './grid.ts';
import { dateText, decimalText, isDateFormat } from './serial.ts';
import { listen, unescaped } from './xml.ts';

/** What cells refer to by number. */
export interface Shared {
  readonly texts: readonly string[];
  /** By the number of a cell's style: does it show numbers as dates? */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
  /** Keep what formulas last gave. */
  readonly results: boolean;
  /** No more cells than that are kept in memory. */
  readonly mostCells: number;
}

/** Thrown where a worksheet goes on beyond what was asked for; readWorkbook makes a refusal of it. */
export class TooManyCells extends Error {}

/** The texts that cells share; what tells how to pronounce them is left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let [inText, inPhonetic] = [false, false];
  listen(xml, {
    open: (name) => {
      if (name === 'si') texts.push('');
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) texts.push((texts.pop() ?? '') + text);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  return texts.map(unescaped);
}

/** For each style of a cell: does it show numbers as dates? */
export function dateStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellFormats = false;
  listen(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) styles.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles.map((id) => isDateFormat(id, codes.get(id)));
}

interface Worksheet {
  readonly cells: readonly GridCell[];
  readonly merged: readonly Range[];
}

/** The cell that is being read. */
interface Open {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  formula: string | null;
}

export function readWorksheet(xml: string, shared: Shared): Worksheet {
  const cells: GridCell[] = [];
  const merged: Range[] = [];
  let [row, column] = [0, 0];
  let cell: Open | null = null;
  let [inside, inPhonetic] = ['', false];
  listen(xml, {
    open: (name, attributes) => {
      if (name === 'row') [row, column] = [Number(attributes['r'] ?? row + 1), 0];
      else if (name === 'c') {
        const at = cellAt(attributes['r'] ?? '') ?? { row, column: column + 1 };
        ({ row, column } = at);
        cell = { ...at, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', inline: '', formula: null };
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'mergeCell') merged.push(...rangeOf(attributes['ref'] ?? ''));
      else if (cell !== null && (name === 'v' || name === 't' || name === 'f')) {
        inside = name;
        if (name === 'f') cell.formula = '';
      }
    },
    text: (text) => {
      if (cell === null || inPhonetic) return;
      if (inside === 'v') cell.value += text;
      else if (inside === 't') cell.inline += text;
      else if (inside === 'f') cell.formula = (cell.formula ?? '') + text;
    },
    close: (name) => {
      if (name === 'c' && cell !== null) {
        const value = valueOf(cell, shared);
        if (value !== null && cells.push({ row: cell.row, column: cell.column, value }) > shared.mostCells) throw new TooManyCells();
        cell = null;
      } else if (name === 'rPh') inPhonetic = false;
      else if (name === inside) inside = '';
    },
  });
  return { cells, merged };
}

/** Null: nothing stands in it. */
function valueOf(cell: Open, shared: Shared): CellValue | null {
  if (cell.formula === null) return plainValue(cell, shared);
  const result = shared.results ? plainValue(cell, shared) : null;
  return { kind: 'formula', text: `=${cell.formula}`, ...(result !== null && { result }) };
}

function plainValue({ type, style, value, inline }: Open, { texts, dates, from1904 }: Shared): CellValue | null {
  if (type === 'inlineStr') return textValue(unescaped(inline));
  if (value === '') return null;
  switch (type) {
    case 's': return textValue(texts[Number(value)] ?? '');
    case 'str': return textValue(unescaped(value));
    case 'b': return { kind: 'truth', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'e': return { kind: 'error', text: value };
    case 'd': return { kind: 'date', text: value.replace(/T00:00(:00(\.0+)?)?$/, '') };
    default: {
      const number = decimalText(value);
      if (number === null) return { kind: 'error', text: value };
      return dates[style] === true ? { kind: 'date', text: dateText(Number(value), from1904) } : { kind: 'number', text: number };
    }
  }
}
const textValue = (text: string): CellValue | null => (text === '' ? null : { kind: 'text', text });

function rangeOf(ref: string): Range[] {
  const [from, to] = ref.split(':').map(cellAt);
  return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : [];
}
