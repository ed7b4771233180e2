// What a worksheet is, before anybody asks what it means: cells by row and column, each with what the spreadsheet keeps
// in it. A formula is not its result, and a date is not a text: that stands here, so that nothing is lost unseen.

export interface CellValue {
  readonly kind: 'text' | 'number' | 'date' | 'truth' | 'formula' | 'error';
  /**
   * `number`: plain decimal, without exponent. `date`: 2020-03-13, 2020-03-13T21:30 or 21:30, by no clock's zone.
   * `truth`: TRUE or FALSE. `formula`: with its equals sign. `error`: as it is shown, #REF!.
   */
  readonly text: string;
  /** Of a formula: what the spreadsheet program last worked out, where it was asked for and the file has it. */
  readonly result?: CellValue;
}

export interface GridCell {
  /** 1-based, as the spreadsheet numbers them. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  /** Filled cells only, in the order of the file. */
  readonly cells: readonly GridCell[];
  readonly merged: readonly Range[];
}

/** 3 → C, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;
export const rangeName = ({ top, left, bottom, right }: Range): string => `${cellName(top, left)}:${cellName(bottom, right)}`;

/** C5 → row 5, column 3; null where it is no such name. */
export function cellAt(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (letters === '') return null;
  return { row: Number(digits), column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}
