// A folder of CSV files → its sheets, filled.

import { nearest } from '../../domain/nearest.ts';
import { isBlank, readTable, type Table } from './csv.ts';
import { whole, type Filled, type FilledPack } from './filled.ts';
import { readHeader, type Header } from './header.ts';
import type { PackProblem } from './problem.ts';
import type { Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';
import type { PackFiles } from './write-pack.ts';

export function fillFromCsv(files: PackFiles): FilledPack {
  const problems: PackProblem[] = [];
  const sheets = new Map<string, Filled>();
  const named = nameSheets(files, problems);
  for (const sheet of SHEETS) {
    const file = named.get(sheet.name);
    if (file === undefined) continue;
    const filled = fill(sheet, file, files.get(file) ?? new Uint8Array(), problems);
    if (filled !== null) sheets.set(sheet.name, filled);
  }
  return { sheets, problems };
}

/** Sheet → the file that holds it. A misspelt file is reported and read as what it seems to mean. */
function nameSheets(files: PackFiles, problems: PackProblem[]): Map<string, string> {
  const names = SHEETS.map((sheet) => sheet.name);
  const named = new Map(names.filter((name) => files.has(`${name}.csv`)).map((name) => [name, `${name}.csv`]));
  for (const file of [...files.keys()].toSorted()) {
    const name = /^(.*)\.csv$/i.exec(file)?.[1];
    if (name === undefined || (file.endsWith('.csv') && names.includes(name))) continue;
    const meant = nearest(name, names);
    problems.push(whole(file, name, `there is no sheet ${name}`, meant === null ? `remove the file; known are ${names.map((it) => `${it}.csv`).join(', ')}` : `did you mean ${meant}? rename it to ${meant}.csv`));
    if (meant !== null && !named.has(meant)) named.set(meant, file);
  }
  for (const name of names) if (REQUIRED_SHEETS.has(name) && !named.has(name)) problems.push(whole(`${name}.csv`, name, `the sheet ${name} is missing`, `add the file ${name}.csv; docs/pack.md shows its columns`));
  return named;
}

function fill(sheet: Sheet, file: string, bytes: Uint8Array, problems: PackProblem[]): Filled | null {
  const table = readTable(bytes);
  if (!table.ok) {
    problems.push({ file, sheet: sheet.name, ...table.error });
    return null;
  }
  const header = readHeader(sheet, table.value.header);
  problems.push(...header.problems.map((problem) => ({ file, sheet: sheet.name, row: 1, ...problem })));
  return { file, sheet, missing: header.missing, rows: rowsOf(sheet, file, table.value, header, problems) };
}

const NOTHING_REFUSED: ReadonlySet<string> = new Set();

function rowsOf(sheet: Sheet, file: string, table: Table, header: Header, problems: PackProblem[]): Filled['rows'] {
  const width = header.columns.length;
  return table.rows.flatMap(({ row, cells }) => {
    const surplus = cells.slice(width);
    if (cells.length < width || !surplus.every(isBlank)) {
      const remedy = cells.length < width ? 'write a comma for each empty cell too' : 'put a text that contains a comma in double quotes';
      problems.push({ file, sheet: sheet.name, row, column: null, value: surplus.length > 0 ? surplus.join(',') : null, problem: `the row has ${cells.length} cells, the header ${width}`, remedy });
      return [];
    }
    const texts = new Map<string, string>();
    header.columns.forEach((column, k) => column !== null && texts.set(column.name, cells[k] ?? ''));
    return [{ row, texts, refused: NOTHING_REFUSED }];
  });
}
