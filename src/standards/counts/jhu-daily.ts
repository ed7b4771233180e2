// JHU CSSE daily reports (csse_covid_19_daily_reports/MM-DD-YYYY.csv): cumulative cases and deaths, a file a day, in three layouts:
// to 29 February 2020, to 21 March, and since. The day is the file's name; "Last Update" is the hour of the row (UTC), and a row
// whose hour is days old has not been counted that day.

import { countFault, type Counted, type OfficialCount } from '../../domain/need/counts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { endOfDay, epochMs, latest, LocalDate, Zone, type Instant } from '../../domain/time.ts';
import { Cells, utcStamp } from './cells.ts';
import { added, whomOf } from './jhu-areas.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import { readCountsTable, type Layout, type Refused } from './table.ts';

interface DailyLayout extends Layout {
  readonly province: string;
  readonly country: string;
  readonly updated: string;
}
const layout = (name: string, [province, country, updated]: readonly [string, string, string], ignored: readonly string[]): DailyLayout =>
  ({ name, province, country, updated, needed: [province, country, updated, 'Confirmed', 'Deaths', ...(ignored.includes('Latitude') ? ['Latitude'] : [])], ignored: ['Recovered', ...ignored] });
/** The one with more columns first: the first layout lacks only what the second added. */
const LAYOUTS: readonly DailyLayout[] = [
  layout('JHU daily since 22 March 2020', ['Province_State', 'Country_Region', 'Last_Update'], ['FIPS', 'Admin2', 'Lat', 'Long_', 'Active', 'Combined_Key', 'Incidence_Rate', 'Incident_Rate', 'Case-Fatality_Ratio', 'Case_Fatality_Ratio']),
  layout('JHU daily of 1 to 21 March 2020', ['Province/State', 'Country/Region', 'Last Update'], ['Latitude', 'Longitude']),
  layout('JHU daily to 29 February 2020', ['Province/State', 'Country/Region', 'Last Update'], []),
];
const STALE_HOURS = 36;
const UTC = Zone.parse('UTC');

export function readJhuDaily({ name: file, text }: CountsFile): Result<ReadCounts, Refused> {
  const [, month, dayOfMonth, year] = /(\d\d)-(\d\d)-(\d{4})\.csv$/.exec(file) ?? [];
  const day = LocalDate.safeParse(`${year}-${month}-${dayOfMonth}`);
  if (!day.success) return err([countFault('not-a-date', { file, value: file }, 'the name of a daily report tells its day, and this one does not', 'name the file as the source does: 03-16-2020.csv')]);
  const table = readCountsTable(file, text, LAYOUTS);
  if (!table.ok) return table;
  const columns = LAYOUTS.find((known) => known === table.value.layout);
  if (columns === undefined) return err(table.value.faults);
  const date = day.data;
  const cells = new Cells(file);
  const byArea = new Map<string, { readonly name: string; counted: Counted; asOf: Instant | null }>();
  const seen = new Set<string>();
  const end = epochMs(endOfDay(date, UTC));
  for (const row of table.value.rows) {
    const { area, name } = whomOf(row, columns, cells);
    const key = [row.cell('FIPS'), row.cell('Admin2'), row.cell(columns.province), row.cell(columns.country)].join('\t');
    if (seen.has(key)) cells.faults.push(countFault('day-twice', { file, row: row.row, column: columns.province, area, date }, `${[row.cell('Admin2'), row.cell(columns.province), name].filter((part) => part !== '').join(', ')} stands twice in this report`, 'remove the row that is wrong; until then both are counted, as the source does'));
    seen.add(key);
    const asOf = utcStamp(row.cell(columns.updated));
    if (asOf === null) cells.faults.push(countFault('not-a-date', { file, row: row.row, column: columns.updated, area, date, value: row.cell(columns.updated) }, `${columns.updated} cannot be read`, 'correct the cell after the source; the count stands without its hour'));
    else if (end - epochMs(asOf) > STALE_HOURS * 3_600_000) cells.faults.push(countFault('stale', { file, row: row.row, column: columns.updated, area, date, value: row.cell(columns.updated) }, `${row.cell(columns.province) || name} was last updated ${Math.round((end - epochMs(asOf)) / 3_600_000)} hours before the day ended`, 'do not read the unchanged figure as no new cases: ask the country’s own source'));
    const standing = byArea.get(area);
    const counted = added(standing?.counted, { cases: cells.count(row, 'Confirmed'), deaths: cells.count(row, 'Deaths') });
    byArea.set(area, { name: standing?.name ?? name, counted, asOf: later(standing?.asOf ?? null, asOf) });
  }
  const counts = [...byArea].map(([area, { name, counted, asOf }]): OfficialCount => ({ area, name, date, asOf, ...counted }));
  return ok({ counts, faults: [...table.value.faults, ...cells.faults], columns: table.value.columns, rows: table.value.lines });
}

const later = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? (a ?? b) : latest(a, b));
