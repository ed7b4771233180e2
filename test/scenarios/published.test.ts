// The reference operation beside what was published: places of UN/LOCODE, the Protezione Civile's regions. The published
// files lie outside the project; where they are absent these tests report themselves skipped.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { REFERENCE } from '../support/packs.ts';

const SHARED = process.env['AIRBRIDGE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const rows = (path: string): Record<string, string>[] => parse(readFileSync(path, 'utf8'), { columns: true, relax_quotes: true, relax_column_count: true }) as Record<string, string>[];
const sheet = (name: string): Record<string, string>[] => rows(fileURLToPath(new URL(`${name}.csv`, REFERENCE)));

const locodes = join(SHARED, 'data/places/unlocode-2022-2.csv');
describe.skipIf(!existsSync(locodes))('places', () => {
  const known = new Set(existsSync(locodes) ? (parse(readFileSync(locodes, 'utf8'), { relax_quotes: true, relax_column_count: true })).map((row) => `${row[1]}${row[2]}`) : []);
  test('every place of the reference operation is one of UN/LOCODE 2022-2', () => {
    expect(sheet('places').map(({ place }) => place).filter((place) => place === undefined || !known.has(place))).toEqual([]);
  });
});

const regions = join(SHARED, 'data/covid/italy-regions-dpc.csv');
/** Code of the region at the statistical office → ISO 3166-2; the two autonomous provinces of Trentino-Südtirol are one region. */
const REGION: Readonly<Record<string, string>> = {
  '01': 'IT-21', '02': 'IT-23', '03': 'IT-25', '04': 'IT-32', '05': 'IT-34', '06': 'IT-36', '07': 'IT-42', '08': 'IT-45', '09': 'IT-52', '10': 'IT-55',
  '11': 'IT-57', '12': 'IT-62', '13': 'IT-65', '14': 'IT-67', '15': 'IT-72', '16': 'IT-75', '17': 'IT-77', '18': 'IT-78', '19': 'IT-82', '20': 'IT-88',
};
describe.skipIf(!existsSync(regions))('Italian regions, as the Protezione Civile published them', () => {
  const published = existsSync(regions) ? rows(regions) : [];
  const sum = (area: string, day: string, column: string): number => {
    const found = published.filter((row) => row['data']?.startsWith(day) === true && REGION[row['codice_regione'] ?? ''] === area);
    return found.length === 0 ? Number.NaN : found.reduce((total, row) => total + Number(row[column]), 0);
  };

  test('cases and deaths', () => {
    const carried = sheet('counts').filter(({ area, source }) => area?.startsWith('IT-') === true && source?.includes('dpc') === true);
    expect(carried.length).toBeGreaterThanOrEqual(12);
    for (const { area, cases, deaths, reported_at: at } of carried) {
      const [region, day] = [area ?? '', at?.slice(0, 10) ?? ''];
      expect([area, at, Number(cases), Number(deaths)]).toEqual([area, at, sum(region, day, 'totale_casi'), sum(region, day, 'deceduti')]);
    }
  });
  test('patients on wards and in intensive care', () => {
    const carried = sheet('census').filter(({ area, source }) => area?.startsWith('IT-') === true && source === 'dpc');
    expect(carried.length).toBeGreaterThanOrEqual(12);
    for (const { area, wards, intensive_care: icu, reported_at: at } of carried) {
      const [region, day] = [area ?? '', at?.slice(0, 10) ?? ''];
      expect([area, at, Number(wards), Number(icu)]).toEqual([area, at, sum(region, day, 'ricoverati_con_sintomi'), sum(region, day, 'terapia_intensiva')]);
    }
  });
});
