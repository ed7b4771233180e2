// Cells of count files: whole numbers and dates, as these sources write them. What cannot be read is told with its row and
// column, and the figure stays away.

import { countFault, type CountFault } from '../../domain/need/counts.ts';
import { Instant, instantFromMs, LocalDate } from '../../domain/time.ts';
import type { CountsRow } from './table.ts';

/** Reads the cells of one file and gathers what is wrong with them. */
export class Cells {
  readonly faults: CountFault[] = [];
  readonly file: string;
  constructor(file: string) {
    this.file = file;
  }

  /** An empty cell is not counted: null. `12.0` is 12, as some of these files have been saved. */
  count({ row, cell }: CountsRow, column: string): number | null {
    const text = cell(column);
    if (text === '') return null;
    if (/^-?\d{1,12}(\.0+)?$/.test(text)) return Number(text);
    this.faults.push(countFault('not-a-number', { file: this.file, row, column, value: text }, `${column} is ${JSON.stringify(text)}, which is no whole number`, 'correct the cell after the source; the figure is not read'));
    return null;
  }

  /** A date that `read` makes of the text, where there is such a day. */
  date({ row }: CountsRow, column: string, text: string, read: (text: string) => string | null): LocalDate | null {
    const date = LocalDate.safeParse(read(text));
    if (date.success) return date.data;
    this.faults.push(countFault('not-a-date', { file: this.file, row, column, value: text }, `${column} is ${JSON.stringify(text)}, which is no date as this source writes them`, 'correct the cell after the source; the line is not read'));
    return null;
  }

  unknownArea({ row }: CountsRow, column: string, name: string): void {
    this.faults.push(countFault('unknown-area', { file: this.file, row, column, area: name, value: name }, `no country or territory is known as ${name}`, 'the source may have renamed it: add the name to the list of names; until then it stands alone under this name'));
  }
}

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** 16/03/2020, and 2020-03-16 as later files have it. */
export const dayFirst = (text: string): string | null => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${two(month)}-${two(day)}`;
};

/** 3/13/20 and 3/13/2020. */
export const monthFirst = (text: string): string | null => {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text) ?? [];
  return year === undefined ? null : `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
};

/** `1/22/2020 17:00`, `3/8/20 5:31`, `2020-02-02T19:43:02`, `2020-03-22 23:45:00`, all of them UTC → the instant; null: none of these. */
export function utcStamp(text: string): Instant | null {
  const [, written = '', hours, minutes, seconds] = /^([\d/-]+)[T ](\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const day = LocalDate.safeParse(written.includes('/') ? monthFirst(written) : written);
  const at = day.success ? Date.parse(`${day.data}T${two(hours)}:${two(minutes)}:${two(seconds)}.000Z`) : Number.NaN;
  return Number.isNaN(at) ? null : instantFromMs(at);
}
