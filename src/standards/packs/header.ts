// The header of a sheet: which column stands where. A misspelt name is reported once, and read as what it seems to mean,
// so that one look shows the errors of the cells too.

import { nearest } from '../../domain/nearest.ts';
import { isBlank } from './csv.ts';
import type { CellProblem } from './problem.ts';
import type { Column, Sheet } from './sheet.ts';

export interface Header {
  /** By position; null where a column is not known. */
  readonly columns: readonly (Column | null)[];
  /** Names of required columns that are not there. */
  readonly missing: ReadonlySet<string>;
  readonly problems: readonly CellProblem[];
}

export function readHeader(sheet: Sheet, header: readonly string[]): Header {
  const names = header.map((name) => name.trim());
  const known = new Map(sheet.columns.map((column) => [column.name, column]));
  const absent = new Set(sheet.columns.filter((column) => !names.includes(column.name)).map((column) => column.name));
  const problems: CellProblem[] = [];
  const seen = new Set<string>();
  const columns = names.map((name, k) => {
    const exact = known.get(name);
    if (exact !== undefined) {
      if (seen.has(name)) problems.push({ column: name, value: name, problem: `the column ${name} stands there twice`, remedy: 'remove one of the two' });
      return seen.has(name) ? null : (seen.add(name), exact);
    }
    if (isBlank(name)) {
      if (names.slice(k).some((later) => !isBlank(later))) problems.push({ column: null, value: '', problem: `column ${k + 1} has no name`, remedy: 'name it in the header row, or remove it' });
      return null;
    }
    const meant = nearest(name, absent) ?? nearest(name, known.keys());
    problems.push({ column: name, value: name, problem: `there is no column ${name}`, remedy: meant === null ? `remove it; known are ${[...known.keys()].join(', ')}` : `did you mean ${meant}?` });
    if (meant === null || !absent.delete(meant)) return null;
    seen.add(meant);
    return known.get(meant) ?? null;
  });
  const missing = new Set(sheet.columns.filter((column) => column.required && absent.has(column.name)).map((column) => column.name));
  for (const column of sheet.columns)
    if (missing.has(column.name)) problems.push({ column: column.name, value: null, problem: `the column ${column.name} is missing`, remedy: `add a column ${column.name}${column.unit === '' ? '' : ` (${column.unit})`}, such as ${column.example}` });
  return { columns, missing, problems };
}
