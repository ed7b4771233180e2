// JHU CSSE time series (time_series_covid19_confirmed_global.csv, …_deaths_global.csv): one measure, a row for each province, a column for
// each day (M/D/YY), cumulative. Which measure it is stands in the file's name only.

import { countFault, type Counted, type OfficialCount } from '../../domain/need/counts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { LocalDate } from '../../domain/time.ts';
import { Cells, monthFirst } from './cells.ts';
import { added, whomOf } from './jhu-areas.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import { readCountsTable, type Layout, type Refused } from './table.ts';

const COLUMNS = { province: 'Province/State', country: 'Country/Region' } as const;
const LAYOUT: Layout = { name: 'JHU time series', needed: Object.values(COLUMNS), ignored: ['Lat', 'Long'] };

export function readJhuSeries({ name: file, text }: CountsFile): Result<ReadCounts, Refused> {
  const measure = /death/i.test(file) ? 'deaths' : /confirmed|cases/i.test(file) ? 'cases' : null;
  if (measure === null) return err([countFault('unknown-column', { file, value: file }, 'the name of a time series tells what it counts, and this one does not', 'name the file as the source does: time_series_covid19_deaths_global.csv')]);
  const dates = (text.split(/\r?\n/, 1)[0] ?? '').split(',').flatMap((column) => {
    const date = LocalDate.safeParse(monthFirst(column.trim()));
    return date.success ? [{ column: column.trim(), date: date.data }] : [];
  });
  if (dates.length === 0) return err([countFault('unknown-column', { file, row: 1 }, 'no column bears a date such as 3/16/20', 'look whether this is the file that you meant, and whether the source has changed it')]);
  const known = new Set(dates.map(({ column }) => column));
  const table = readCountsTable(file, text, [LAYOUT], (column) => known.has(column));
  if (!table.ok) return table;
  const cells = new Cells(file);
  const byArea = new Map<string, { readonly name: string; readonly days: Map<LocalDate, Counted> }>();
  for (const row of table.value.rows) {
    const { area, name } = whomOf(row, COLUMNS, cells);
    const standing = byArea.get(area) ?? { name, days: new Map<LocalDate, Counted>() };
    byArea.set(area, standing);
    for (const { column, date } of dates) {
      const value = cells.count(row, column);
      standing.days.set(date, added(standing.days.get(date), { cases: measure === 'cases' ? value : null, deaths: measure === 'deaths' ? value : null }));
    }
  }
  const counts = [...byArea].flatMap(([area, { name, days }]) => [...days].map(([date, counted]): OfficialCount => ({ area, name, date, asOf: null, ...counted })));
  return ok({ counts, faults: [...table.value.faults, ...cells.faults], columns: table.value.columns, rows: table.value.lines });
}
