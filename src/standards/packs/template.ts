// A workbook to fill in: every sheet with its header, lists to choose from, a hint at each cell, and a guide in front. With
// what an operation knows already (places, items, recipients, pledges, lots) it is filled so far, so that codes can be
// chosen; what people report stays empty. Importing known rows again changes nothing.

import { SETTINGS } from '../../domain/operation.ts';
import type { Worksheet, WrittenCell } from '../sheets/write-workbook.ts';
import { fillFromCsv } from './csv-pack.ts';
import type { Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS } from './sheets/all.ts';
import { NETWORK_SHEETS } from './sheets/network.ts';
import { operation as operationSheet } from './sheets/operation.ts';
import { workbookOf } from './workbook-out.ts';
import type { PackFiles, PackTable } from './write-pack.ts';

/** What other sheets name by its code. */
const NAMED: ReadonlySet<string> = new Set([operationSheet.name, ...NETWORK_SHEETS.map(({ name }) => name), 'pledges', 'earmarks', 'consignments', 'lots']);

/** @param known the CSV files of an operation's own export; null: an empty template. */
export function writeTemplate(known: PackFiles | null, { hxl }: { readonly hxl: boolean }): Uint8Array {
  const filled = known === null ? new Map() : fillFromCsv(known).sheets;
  const tables = SHEETS.map((sheet): PackTable => {
    const rows: PackTable['rows'] = NAMED.has(sheet.name) ? (filled.get(sheet.name)?.rows.map(({ texts }: { readonly texts: ReadonlyMap<string, string> }) => texts) ?? []) : [];
    const columns = sheet.columns.filter((column) => !column.onDemand || rows.some((texts) => texts.has(column.name)));
    return { sheet, columns, rows: sheet === operationSheet && rows.length === 0 ? emptyOperation() : rows };
  });
  return workbookOf(tables, { hxl, guide: [guide()] });
}

/** All settings; those that have a default show it, the others wait to be filled in. */
const emptyOperation = (): PackTable['rows'] => [
  new Map([['key', 'operation'], ['value', ''], ['note', 'The name of the operation in lower-case letters, digits and -, such as liege-2020.']]),
  ...SETTINGS.map(({ key, unit, meaning, default: standard }) => new Map([['key', key], ['value', standard ?? ''], ['unit', unit], ['note', meaning]])),
];

const LINES = [
  'Fill in the sheets operation, items and places first; then those for which you have something to say. Leave the others empty.',
  'One row is one fact. Do not rename sheets or columns, and do not merge cells. Columns with a dark header must be filled in.',
  'Write values, not formulas: a formula is refused. Paste figures from another workbook with Paste Special, Values.',
  'Write instants as text in UTC or with an offset: 2020-03-13T20:30:00Z, 2020-03-13T21:30+01:00. A bare date, 2020-03-13, means the end of that day.',
  'Write numbers without separators and units: 500000, 38.5. A quantity counts units, unless the column unit says box, carton or pallet.',
  'A sheet whose name begins with _ is left alone, as this one: keep your notes and sums on such sheets.',
  'Bring it in with: airbridge import FILE.xlsx. Every error is told at once, with its sheet, row and column, and nothing is written until none is left.',
];

function guide(): Worksheet {
  const text = (written: string, look: WrittenCell['look'] = 'text'): WrittenCell => ({ text: written, look });
  const head = ['sheet', 'column', 'required', 'unit', 'example', 'meaning', 'HXL tag'].map((name) => text(name, 'head'));
  const rows = SHEETS.flatMap((sheet) => [
    [text(sheet.name, 'head'), null, text(REQUIRED_SHEETS.has(sheet.name) ? 'must be there' : ''), null, null, text(sheet.meaning)],
    ...columnsOf(sheet).map(({ name, required, unit, example, meaning, hxl }) => [text(sheet.name), text(name), text(required ? 'yes' : ''), text(unit), text(example), text(meaning), text(hxl ?? '')]),
  ]);
  const widths = [14, 22, 14, 18, 30, 100, 34];
  return {
    name: '_guide',
    columns: widths.map((width) => ({ width, isText: true })),
    rows: [[text('An Airbridge operation pack, to fill in', 'title')], ...LINES.map((line) => [text(line, 'plain')]), [], head, ...rows.map((row) => row.map((cell) => (cell?.text === '' ? null : cell)))],
    frozen: 0,
    validations: [],
  };
}

const columnsOf = (sheet: Sheet): Sheet['columns'] => sheet.columns.filter(({ onDemand }) => !onDemand);
