// What is wrong with a pack, where, and what to write instead.

export interface PackProblem {
  readonly file: string;
  readonly sheet: string;
  /** As a spreadsheet numbers it: the header is row 1. Null where the problem is the file's. */
  readonly row: number | null;
  readonly column: string | null;
  /** What stands in the cell. */
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** A problem inside a row: the reader adds where the row stands. */
export type CellProblem = Pick<PackProblem, 'column' | 'value' | 'problem' | 'remedy'>;
