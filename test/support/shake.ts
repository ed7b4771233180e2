// A shaken pack: the reference operation with other needs, allotments, prices, weights and fewer departures, by a seed.
// What has happened stays as it happened, so that the journal still adds up.

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { PackFiles } from '../../src/standards/packs/write-pack.ts';
import { edited } from './packs.ts';

type Row = Record<string, string>;
type Random = (below: number) => number;

export function shaken(pack: PackFiles, random: Random): PackFiles {
  const used = new Set(rowsOf(pack, 'movements').flatMap(({ route }) => (route ?? '').split(' ')));
  const times = (column: string, from: number, to: number, digits = 0) => (row: Row): Row =>
    row[column] === undefined || row[column] === '' ? row : { ...row, [column]: (Number(row[column]) * (from + ((to - from) * random(1001)) / 1000)).toFixed(digits) };
  const setting = (key: string, choices: readonly string[]) => (row: Row): Row => (row['key'] === key ? { ...row, value: choices[random(choices.length)] ?? '' } : row);

  let shook: PackFiles = pack;
  const change = (sheet: string, edit: (row: Row) => Row | null): void => {
    shook = edited(shook, sheet, (text) => {
      const rows = parse(text, { columns: true }) as Row[];
      return stringify(rows.map(edit).filter((row) => row !== null), { header: true, columns: Object.keys(rows[0] ?? {}) });
    });
  };
  change('needs', times('quantity', 0.2, 2));
  change('stock', times('quantity', 0, 3));
  change('services', (row) => ({ ...times('eur_per_kg', 0.5, 2, 6)(row), pallets: String(Math.max(1, Number(row['pallets'] ?? 1) + random(4) - 1)) }));
  change('charters', times('fixed_eur', 0.3, 3, 2));
  change('departures', (row) => (used.has(row['departure'] ?? '') || random(100) >= 25 ? row : null));
  change('items', times('worth_eur', 0.5, 2, 2));
  change('operation', (row) => [setting('segments', ['1:1', '0.5:3 0.5:1', '0.25:8 0.25:4 0.25:2 0.25:1']), setting('late_share', ['0', '0.5', '0.9']), setting('delay_per_day', ['0', '0.01', '0.05']), setting('co2_weight', ['0', '0.1', '2']), setting('horizon_days', ['7', '14', '20'])].reduce((now, edit) => edit(now), row));
  return shook;
}

const rowsOf = (pack: PackFiles, sheet: string): Row[] => parse(new TextDecoder().decode(pack.get(`${sheet}.csv`)), { columns: true }) as Row[];
