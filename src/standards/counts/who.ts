// WHO, COVID-19 global daily data (WHO-COVID-19-global-daily-data.csv): a row a country and day, new and cumulative cases and deaths.
// The cumulative ones are read; where they do not grow by what is said to be new, that is told.

import { countFault, type OfficialCount } from '../../domain/need/counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import { areaNamed, isShip } from './areas.ts';
import { Cells } from './cells.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import { readCountsTable, type CountsRow, type Layout, type Refused } from './table.ts';

const LAYOUT: Layout = { name: 'WHO global daily', needed: ['Date_reported', 'Country_code', 'Country', 'New_cases', 'Cumulative_cases', 'New_deaths', 'Cumulative_deaths'], ignored: ['WHO_region'] };
const MEASURES = [['cases', 'New_cases', 'Cumulative_cases'], ['deaths', 'New_deaths', 'Cumulative_deaths']] as const;

interface Said {
  readonly row: CountsRow;
  readonly count: OfficialCount;
  /** Of the day; null: not told. */
  readonly fresh: Readonly<Record<'cases' | 'deaths', number | null>>;
}

export function readWho({ name: file, text }: CountsFile): Result<ReadCounts, Refused> {
  const table = readCountsTable(file, text, [LAYOUT]);
  if (!table.ok) return table;
  const cells = new Cells(file);
  const byArea = new Map<string, Said[]>();
  for (const row of table.value.rows) {
    const date = cells.date(row, 'Date_reported', row.cell('Date_reported'), (written) => written);
    if (date === null) continue;
    const [code, name] = [row.cell('Country_code'), row.cell('Country')];
    const known = /^[A-Z]{2}$/.test(code) ? code : areaNamed(name);
    if (known === null && !isShip(name)) cells.unknownArea(row, 'Country', name);
    const area = known ?? name;
    const [cases, deaths] = MEASURES.map(([, , cumulative]) => cells.count(row, cumulative));
    const [newCases, newDeaths] = MEASURES.map(([, fresh]) => cells.count(row, fresh));
    const said = byArea.get(area) ?? [];
    byArea.set(area, said);
    said.push({ row, count: { area, name, date, asOf: null, cases: cases ?? null, deaths: deaths ?? null, wards: null, intensiveCare: null }, fresh: { cases: newCases ?? null, deaths: newDeaths ?? null } });
  }
  const all = [...byArea.values()].map((said) => said.toSorted((a, b) => (a.count.date < b.count.date ? -1 : 1)));
  const differ = all.flatMap((said) => said.flatMap((one, k) => sumsOf(file, said[k - 1], one)));
  return ok({ counts: all.flatMap((said) => said.map(({ count }) => count)), faults: [...table.value.faults, ...cells.faults, ...differ], columns: table.value.columns, rows: table.value.lines });
}

const DAY_MS = 86_400_000;

/** A day's new figure against what the cumulative one grew by since the day before, where both are told. */
function sumsOf(file: string, before: Said | undefined, { row, count, fresh }: Said): ReadCounts['faults'] {
  if (before === undefined || Date.parse(count.date) - Date.parse(before.count.date) !== DAY_MS) return [];
  return MEASURES.flatMap(([measure, column]) => {
    const [earlier, now, said] = [before.count[measure], count[measure], fresh[measure]];
    if (earlier === null || now === null || said === null || now - earlier === said) return [];
    return [countFault('parts-differ', { file, row: row.row, column, area: count.area, date: count.date, value: String(said) }, `${said} new ${measure}, but the cumulative figure grows by ${now - earlier}`, 'ask the source which of the two it stands by; the cumulative figure is used as it is')];
  });
}
