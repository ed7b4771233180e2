// Official counts as a source published them, and what is wrong with them. Readers (standards/counts) make these of files,
// the room need/ makes series and forecasts of them. A count keeps its day and, where the source tells it, its hour.

import type { Instant, LocalDate } from '../time.ts';

/** Cases and deaths are cumulative; wards and intensive care are patients at that hour. */
export type Measure = 'cases' | 'deaths' | 'wards' | 'intensiveCare';
export const CUMULATIVE: ReadonlySet<Measure> = new Set(['cases', 'deaths']);

/** Null: the source does not say, or what it says cannot be read. */
export type Counted = Readonly<Record<Measure, number | null>>;

export interface OfficialCount extends Counted {
  /** An ISO 3166 code; where the source counts something that has none (a ship), the source's own name. */
  readonly area: string;
  /** As the source writes it. */
  readonly name: string;
  /** The day that the source gives it. */
  readonly date: LocalDate;
  readonly asOf: Instant | null;
}

export type CountFaultKind =
  | 'falls'
  | 'gap'
  | 'day-twice'
  | 'future-date'
  | 'not-a-number'
  | 'not-a-date'
  | 'parts-differ'
  | 'negative'
  | 'renamed'
  | 'withdrawn'
  | 'shares-differ'
  | 'unknown-column'
  | 'unknown-area'
  | 'stale'
  | 'truncated';

/** Something wrong with counts, where it stands and what to do. Nothing is mended: the figure stays, or stays away. */
export interface CountFault {
  readonly kind: CountFaultKind;
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly area: string | null;
  readonly date: LocalDate | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** A fault with what it names; the rest is null. */
export const countFault = (kind: CountFaultKind, at: Partial<Pick<CountFault, 'file' | 'row' | 'column' | 'area' | 'date' | 'value'>>, problem: string, remedy: string): CountFault => ({
  kind, file: null, row: null, column: null, area: null, date: null, value: null, ...at, problem, remedy,
});
