// What the reader of a pack goes on with, whatever form the pack came in: sheets whose headers are matched and whose cells
// are texts. A CSV folder becomes it in csv-pack.ts, a workbook in workbook-pack.ts.

import type { PackProblem } from './problem.ts';
import type { Sheet } from './sheet.ts';

interface FilledRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly texts: ReadonlyMap<string, string>;
  /** Columns of this row about which everything has been said. */
  readonly refused: ReadonlySet<string>;
}

export interface Filled {
  readonly file: string;
  readonly sheet: Sheet;
  /** Required columns that are not there. */
  readonly missing: ReadonlySet<string>;
  readonly rows: readonly FilledRow[];
}

export interface FilledPack {
  readonly sheets: ReadonlyMap<string, Filled>;
  readonly problems: readonly PackProblem[];
}

export const whole = (file: string, sheet: string, problem: string, remedy: string): PackProblem => ({ file, sheet, row: null, column: null, value: null, problem, remedy });
