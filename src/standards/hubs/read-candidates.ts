// A sheet of candidates for the hub (CSV or workbook) → the candidates, or everything that is wrong with it by row and column.
// docs/how-to/add-a-hub-candidate.md describes the columns. Not here: what a candidate is good for.

import { greatCircleKm } from '../../domain/great-circle.ts';
import { HubCandidate } from '../../domain/hub/candidate.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Grid } from '../sheets/grid.ts';
import { readSheets } from '../sheets/read-sheets.ts';

export interface CandidateFault {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

type Reading = 'text' | 'number' | 'yes-no' | 'codes';
/** Column → where its value stands in a candidate, how it is read, and an example for whoever must correct it. */
const COLUMNS: readonly { readonly column: string; readonly path: readonly string[]; readonly reading: Reading; readonly needed: boolean; readonly example: string }[] = [
  { column: 'place', path: ['place', 'place'], reading: 'text', needed: true, example: 'a UN/LOCODE such as BELGG' },
  { column: 'iata', path: ['place', 'iata'], reading: 'text', needed: false, example: 'three capitals such as LGG' },
  { column: 'name', path: ['place', 'name'], reading: 'text', needed: true, example: 'what people call the airport' },
  { column: 'area', path: ['place', 'area'], reading: 'text', needed: true, example: 'an ISO 3166 code such as BE or IT-25' },
  { column: 'latitude', path: ['place', 'latitude'], reading: 'number', needed: true, example: 'degrees north such as 50.6376: distances are worked out from it' },
  { column: 'longitude', path: ['place', 'longitude'], reading: 'number', needed: true, example: 'degrees east such as 5.4444: distances are worked out from it' },
  { column: 'zone', path: ['place', 'zone'], reading: 'text', needed: true, example: 'an IANA time zone such as Europe/Brussels' },
  { column: 'opens', path: ['place', 'opens'], reading: 'text', needed: false, example: 'a local time such as 06:00, or nothing for day and night' },
  { column: 'closes', path: ['place', 'closes'], reading: 'text', needed: false, example: 'a local time such as 22:00, or nothing for day and night' },
  { column: 'pallets_per_hour', path: ['place', 'palletsPerHour'], reading: 'number', needed: false, example: 'whole pallets in and out an hour such as 20' },
  { column: 'dwell_minutes', path: ['place', 'dwellMinutes'], reading: 'number', needed: true, example: 'minutes from blocks to tallied stock such as 360' },
  { column: 'change_minutes', path: ['place', 'changeMinutes'], reading: 'number', needed: true, example: 'further minutes where the mode changes such as 120' },
  { column: 'docks', path: ['place', 'docks'], reading: 'number', needed: false, example: 'a whole number such as 8' },
  { column: 'floor_m2', path: ['place', 'floorM2'], reading: 'number', needed: false, example: 'whole square metres such as 3000' },
  { column: 'runway_m', path: ['runwayM'], reading: 'number', needed: true, example: 'metres of the longest runway, 1500 to 6000' },
  { column: 'lands_from', path: ['landsFrom'], reading: 'text', needed: false, example: 'the local time from which aircraft may land, or nothing for day and night' },
  { column: 'lands_until', path: ['landsUntil'], reading: 'text', needed: false, example: 'the local time until which aircraft may land, or nothing for day and night' },
  { column: 'freighter_stands', path: ['freighterStands'], reading: 'number', needed: false, example: 'a whole number from 1, or nothing where it is not known' },
  { column: 'rail', path: ['hasRail'], reading: 'yes-no', needed: true, example: 'yes or no: do goods trains load there?' },
  { column: 'customs', path: ['hasCustoms'], reading: 'yes-no', needed: true, example: 'yes or no' },
  { column: 'source', path: ['sources'], reading: 'codes', needed: true, example: 'one source or more, separated by spaces; a guess says assumption' },
  { column: 'note', path: ['note'], reading: 'text', needed: false, example: '' },
];

/** The columns in their order, for a template. */
export const CANDIDATE_COLUMNS: readonly string[] = COLUMNS.map(({ column }) => column);

const fault = (at: Partial<CandidateFault>, problem: string, remedy: string): CandidateFault => ({ sheet: null, row: null, column: null, value: null, ...at, problem, remedy });

/** @returns the candidates in the order of the sheet, at least one; or all faults of all rows. */
export function readCandidates(content: Uint8Array): Result<readonly HubCandidate[], readonly CandidateFault[]> {
  const sheets = readSheets(content);
  if (!sheets.ok) return err([fault({ row: sheets.error.row }, sheets.error.problem, sheets.error.remedy)]);
  const [grid] = sheets.value.grids;
  if (grid === undefined) return err([fault({}, 'the file is empty', 'write one row for each candidate, under the columns of docs/how-to/add-a-hub-candidate.md')]);
  const sheet = sheets.value.form === 'workbook' ? grid.name : null;
  const rows = rowsOf(grid);
  const [header] = rows;
  if (header === undefined) return err([fault({ sheet }, 'the sheet is empty', 'begin with a row of column names')]);
  const columns = new Map([...header.cells].map(([at, text]) => [text.trim().toLowerCase(), at]));
  const unfit = headerFaults(sheet, header.row, [...columns.keys()]);
  if (unfit.length > 0) return err(unfit);
  const faults: CandidateFault[] = [];
  const found: { readonly row: number; readonly candidate: HubCandidate }[] = [];
  for (const { row, cells } of rows.slice(1)) {
    const read = candidateIn((column) => cells.get(columns.get(column) ?? -1)?.trim() ?? '');
    if (read.ok) found.push({ row, candidate: read.value });
    else faults.push(...read.error.map((it) => ({ ...it, sheet, row })));
  }
  faults.push(...atOnePlace(found).map((it) => ({ ...it, sheet })));
  if (faults.length > 0) return err(faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  if (found.length === 0) return err([fault({ sheet }, 'there is no candidate under the header', 'write one row for each candidate')]);
  return ok(found.map(({ candidate }) => candidate));
}

interface Row {
  readonly row: number;
  readonly cells: ReadonlyMap<number, string>;
}

function rowsOf({ cells }: Grid): Row[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  return [...rows].toSorted(([a], [b]) => a - b).map(([row, own]) => ({ row, cells: new Map(own.map(({ column, value }) => [column, (value.result ?? value).text])) })).filter(({ cells: own }) => [...own.values()].some((text) => text.trim() !== ''));
}

function headerFaults(sheet: string | null, row: number, names: readonly string[]): CandidateFault[] {
  const missing = COLUMNS.filter(({ column, needed }) => needed && !names.includes(column)).map(({ column, example }) => fault({ sheet, row, column }, `the column ${column} is missing`, `add it: ${example}`));
  const unknown = names.filter((name) => name !== '' && !CANDIDATE_COLUMNS.includes(name)).map((name) => {
    const like = nearest(name, CANDIDATE_COLUMNS);
    return fault({ sheet, row, column: name }, `there is no column ${name}`, like === null ? 'leave it out, or write it into note' : `did you mean ${like}?`);
  });
  return [...missing, ...unknown];
}

function candidateIn(cell: (column: string) => string): Result<HubCandidate, CandidateFault[]> {
  const draft: Record<string, unknown> & { place: Record<string, unknown> } = { place: { role: 'hub' }, note: '' };
  const faults: CandidateFault[] = [];
  for (const { column, path, reading, needed, example } of COLUMNS) {
    const text = cell(column);
    if (text === '') {
      if (needed) faults.push(fault({ column }, `${column} is empty`, `write ${example}`));
      continue;
    }
    const value = valueOf(text, reading);
    if (value === null) faults.push(fault({ column, value: text }, `${column} is ${JSON.stringify(text)}, which cannot be read`, `write ${example}`));
    else (path.length === 2 ? draft.place : draft)[path.at(-1) ?? ''] = value;
  }
  for (const [from, until] of [['opens', 'closes'], ['lands_from', 'lands_until']] as const)
    if ((cell(from) === '') !== (cell(until) === '')) faults.push(fault({ column: cell(from) === '' ? from : until }, `${from} and ${until} go together, and one of them is empty`, 'fill both, or neither for day and night'));
  if (faults.length > 0) return err(faults);
  const candidate = HubCandidate.safeParse(draft);
  if (candidate.success) return ok(candidate.data);
  return err(candidate.error.issues.map(({ path, message }) => {
    const about = COLUMNS.find((it) => it.path.join('.') === path.join('.')) ?? COLUMNS.find((it) => it.path[0] === path[0]);
    return fault({ column: about?.column ?? null, value: about === undefined ? null : cell(about.column) }, `${about?.column ?? 'the row'} does not fit: ${message}`, about === undefined ? 'correct the row' : `write ${about.example}`);
  }));
}

function valueOf(text: string, reading: Reading): string | number | boolean | string[] | null {
  if (reading === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  if (reading === 'yes-no') return /^(yes|true)$/i.test(text) ? true : /^(no|false)$/i.test(text) ? false : null;
  return reading === 'codes' ? text.split(/\s+/) : text;
}

/** Nearer than this, two names stand for one airport. */
const ONE_PLACE_KM = 1;

function atOnePlace(found: readonly { readonly row: number; readonly candidate: HubCandidate }[]): CandidateFault[] {
  return found.flatMap(({ row, candidate: { place } }, k) => {
    const other = found.slice(0, k).find(({ candidate }) => candidate.place.place === place.place || greatCircleKm(candidate.place, place) < ONE_PLACE_KM);
    return other === undefined ? [] : [fault({ row, column: 'place', value: place.place }, `${place.name} stands where ${other.candidate.place.name} of row ${other.row} stands`, 'keep one of the two rows, or correct the coordinates')];
  });
}
