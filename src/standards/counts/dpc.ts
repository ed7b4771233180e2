// Protezione Civile, dati regionali (dpc-covid19-ita-regioni): cumulative cases and deaths, patients on wards and in intensive
// care, by region, at 17:00 or 18:00 in Italy. Bolzano and Trento are added up to their region. Italy is the sum of its regions on
// the days on which all of them report.

import { countFault, type Counted, type Measure, type OfficialCount } from '../../domain/need/counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import { atZone, LocalDateTime, Zone, type Instant, type LocalDate } from '../../domain/time.ts';
import { ITALIAN_REGIONS } from './areas.ts';
import { Cells } from './cells.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import { readCountsTable, type Layout, type Refused } from './table.ts';

const COLUMNS: Readonly<Record<Measure, string>> = { cases: 'totale_casi', deaths: 'deceduti', wards: 'ricoverati_con_sintomi', intensiveCare: 'terapia_intensiva' };
const LAYOUT: Layout = {
  name: 'Protezione Civile, regions',
  needed: ['data', 'codice_regione', 'denominazione_regione', ...Object.values(COLUMNS)],
  ignored: [
    'stato', 'lat', 'long', 'totale_ospedalizzati', 'isolamento_domiciliare', 'totale_positivi', 'totale_attualmente_positivi', 'variazione_totale_positivi', 'nuovi_attualmente_positivi', 'nuovi_positivi', 'dimessi_guariti', 'tamponi', 'casi_testati',
    'note', 'note_it', 'note_en', 'note_test', 'note_casi', 'casi_da_sospetto_diagnostico', 'casi_da_screening', 'ingressi_terapia_intensiva', 'totale_positivi_test_molecolare', 'totale_positivi_test_antigenico_rapido', 'tamponi_test_molecolare', 'tamponi_test_antigenico_rapido', 'codice_nuts_1', 'codice_nuts_2',
  ],
};
const ROME = Zone.parse('Europe/Rome');
const REGIONS = new Set(Object.values(ITALIAN_REGIONS)).size;

interface Day {
  readonly asOf: Instant;
  readonly rows: OfficialCount[];
}

export function readDpc({ name: file, text }: CountsFile): Result<ReadCounts, Refused> {
  const table = readCountsTable(file, text, [LAYOUT]);
  if (!table.ok) return table;
  const cells = new Cells(file);
  const days = new Map<LocalDate, Day>();
  const seen = new Set<string>();
  for (const row of table.value.rows) {
    const written = row.cell('data').replace(' ', 'T');
    const date = cells.date(row, 'data', row.cell('data'), () => written.slice(0, 10));
    const wall = LocalDateTime.safeParse(written.slice(0, 16));
    const asOf = wall.success ? atZone(wall.data, ROME) : null;
    if (date === null) continue;
    if (asOf === null || !asOf.ok) {
      cells.faults.push(countFault('not-a-date', { file, row: row.row, column: 'data', date, value: row.cell('data') }, 'the hour of the report cannot be read', 'write it like 2020-03-16T17:00:00; the line is not read'));
      continue;
    }
    const [code, name] = [row.cell('codice_regione').padStart(2, '0'), row.cell('denominazione_regione')];
    const area = ITALIAN_REGIONS[code];
    if (area === undefined) cells.unknownArea(row, 'codice_regione', `${code} ${name}`);
    const key = `${date}\t${code}\t${name}`;
    // Of a region of two provinces the second row is added; of a province that stands twice it is not.
    if (seen.has(key)) cells.faults.push(countFault('day-twice', { file, row: row.row, column: 'data', area: area ?? name, date }, `${name} stands twice on this day`, 'remove the row that is wrong; the second is not read'));
    else {
      seen.add(key);
      const day = days.get(date) ?? { asOf: asOf.value, rows: [] };
      days.set(date, day);
      day.rows.push({ area: area ?? name, name, date, asOf: asOf.value, ...countedIn((measure) => cells.count(row, COLUMNS[measure])) });
    }
  }
  const counts = [...days.values()].flatMap(({ rows }) => {
    const regions = addedUp(rows);
    return regions.length < REGIONS ? regions : [...regions, total('IT', 'Italia', regions)];
  });
  return ok({ counts, faults: [...table.value.faults, ...cells.faults], columns: table.value.columns, rows: table.value.lines });
}

const countedIn = (read: (measure: Measure) => number | null): Counted => ({ cases: read('cases'), deaths: read('deaths'), wards: read('wards'), intensiveCare: read('intensiveCare') });

/** Rows of one area become one. */
function addedUp(rows: readonly OfficialCount[]): OfficialCount[] {
  const byArea = Map.groupBy(rows, ({ area }) => area);
  return [...byArea].map(([area, parts]) => (parts.length === 1 && parts[0] !== undefined ? parts[0] : total(area, parts.map(({ name }) => name).join(' + '), parts)));
}

/** A sum with a part that is not known is not known. */
function total(area: string, name: string, parts: readonly OfficialCount[]): OfficialCount {
  const [first] = parts as readonly [OfficialCount, ...OfficialCount[]];
  const sum = (measure: Measure): number | null => parts.reduce<number | null>((all, part) => (all === null || part[measure] === null ? null : all + part[measure]), 0);
  return { area, name, date: first.date, asOf: first.asOf, ...countedIn(sum) };
}
