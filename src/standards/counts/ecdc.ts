// ECDC, daily cases and deaths by country (COVID-19-geographic-distribution-worldwide): what was newly reported on each day,
// summed here. A day's figure is what was known at about 10:00 in Stockholm. Where a country took cases back, a day is negative.

import type { OfficialCount } from '../../domain/need/counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { LocalDate } from '../../domain/time.ts';
import { isShip } from './areas.ts';
import { Cells, dayFirst } from './cells.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import { readCountsTable, type Layout, type Refused } from './table.ts';

const LAYOUT: Layout = {
  name: 'ECDC daily',
  needed: ['dateRep', 'cases', 'deaths', 'countriesAndTerritories', 'geoId'],
  ignored: ['day', 'month', 'year', 'countryterritoryCode', 'popData2018', 'popData2019', 'popData2020', 'continentExp', 'Cumulative_number_for_14_days_of_COVID-19_cases_per_100000'],
};
/** Where ECDC's codes are not ISO's. */
const CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

interface Reported {
  readonly name: string;
  readonly date: LocalDate;
  readonly cases: number | null;
  readonly deaths: number | null;
}

export function readEcdc({ name: file, text }: CountsFile): Result<ReadCounts, Refused> {
  const table = readCountsTable(file, text, [LAYOUT]);
  if (!table.ok) return table;
  const cells = new Cells(file);
  const byArea = new Map<string, Reported[]>();
  for (const row of table.value.rows) {
    const date = cells.date(row, 'dateRep', row.cell('dateRep'), dayFirst);
    if (date === null) continue;
    const name = row.cell('countriesAndTerritories').replaceAll('_', ' ');
    const code = row.cell('geoId');
    const isCountry = /^[A-Z]{2}$/.test(code);
    if (!isCountry && !isShip(name)) cells.unknownArea(row, 'geoId', name);
    const area = isCountry ? (CODES[code] ?? code) : name;
    const days = byArea.get(area) ?? [];
    byArea.set(area, days);
    days.push({ name, date, cases: cells.count(row, 'cases'), deaths: cells.count(row, 'deaths') });
  }
  return ok({ counts: [...byArea].flatMap(([area, days]) => summed(area, days)), faults: [...table.value.faults, ...cells.faults], columns: table.value.columns, rows: table.value.lines });
}

/** New → cumulative. A figure that cannot be read leaves its own day empty and is missing in the sums after it. */
function summed(area: string, days: readonly Reported[]): OfficialCount[] {
  let [cases, deaths] = [0, 0];
  return days
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((day) => {
      cases += day.cases ?? 0;
      deaths += day.deaths ?? 0;
      return { area, name: day.name, date: day.date, asOf: null, cases: day.cases === null ? null : cases, deaths: day.deaths === null ? null : deaths, wards: null, intensiveCare: null };
    });
}
