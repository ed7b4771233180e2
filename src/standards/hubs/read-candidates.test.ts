import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../sheets/write-workbook.ts';
import { CANDIDATE_COLUMNS, readCandidates } from './read-candidates.ts';

const shipped = readFileSync(join(import.meta.dirname, '../../../data/hubs/candidates.csv'));
const HEADER = CANDIDATE_COLUMNS.join(',');
const LGG = 'BELGG,LGG,Liège Airport,BE,50.6376,5.4444,Europe/Brussels,06:00,22:00,20,360,120,8,3000,3690,,,,yes,yes,assumption,';
const bytes = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode([HEADER, ...rows].join('\n'));
const cell = (column: string, value: string): string => LGG.split(',').with(CANDIDATE_COLUMNS.indexOf(column), value).join(',');

describe('a sheet of candidates', () => {
  test('the twelve that Airbridge brings', () => {
    const read = readCandidates(shipped);
    if (!read.ok) throw new Error(read.error.map(({ problem }) => problem).join('; '));
    expect(read.value).toHaveLength(12);
    expect(read.value.find(({ place }) => place.iata === 'FRA')).toMatchObject({ place: { place: 'DEFRA', role: 'hub', palletsPerHour: 20, dwellMinutes: 360 }, landsFrom: '05:00', landsUntil: '23:00', hasRail: false, sources: ['ourairports', 'assumption', 'bverwg-2012'] });
  });

  test('as a workbook says the same as the text', () => {
    const rows = [HEADER, LGG].map((row) => row.split(','));
    const book = writeWorkbook([{ name: 'hubs', columns: CANDIDATE_COLUMNS.map(() => ({ width: 12, isText: true })), rows: rows.map((row) => row.map((text) => (text === '' ? null : { text }))), frozen: 1, validations: [] }]);
    expect(readCandidates(book)).toEqual(readCandidates(bytes(LGG)));
  });

  test.each([
    ['an empty file', new Uint8Array(), { problem: 'the file is empty' }],
    ['a header alone', bytes(), { problem: 'there is no candidate under the header' }],
    ['a column that is missing', new TextEncoder().encode(`${HEADER.replace(',latitude', '')}\n`), { row: 1, column: 'latitude', problem: 'the column latitude is missing' }],
    ['a column that nobody knows', new TextEncoder().encode(`${HEADER.replace('docks', 'dock')}\n`), { row: 1, column: 'dock', remedy: 'did you mean docks?' }],
    ['no coordinates, so no distances', bytes(cell('latitude', '')), { row: 2, column: 'latitude', problem: 'latitude is empty', remedy: expect.stringContaining('distances') as string }],
    ['words for a number', bytes(cell('pallets_per_hour', 'twenty')), { row: 2, column: 'pallets_per_hour', value: 'twenty' }],
    ['a latitude off the earth', bytes(cell('latitude', '95')), { row: 2, column: 'latitude', value: '95' }],
    ['a runway too short for a freighter', bytes(cell('runway_m', '900')), { row: 2, column: 'runway_m', value: '900' }],
    ['neither yes nor no', bytes(cell('rail', 'maybe')), { row: 2, column: 'rail', value: 'maybe' }],
    ['a zone that is none', bytes(cell('zone', 'Europe/Liege')), { row: 2, column: 'zone', value: 'Europe/Liege' }],
    ['one end of a night without the other', bytes(cell('lands_from', '05:00')), { row: 2, column: 'lands_until', problem: 'lands_from and lands_until go together, and one of them is empty' }],
    ['no source', bytes(cell('source', '')), { row: 2, column: 'source', problem: 'source is empty' }],
    ['the same code twice', bytes(LGG, LGG), { row: 3, column: 'place', value: 'BELGG', problem: 'Liège Airport stands where Liège Airport of row 2 stands' }],
    ['two names at one place', bytes(LGG, cell('place', 'BELGE')), { row: 3, column: 'place', value: 'BELGE' }],
  ])('is refused with row, column and remedy: %s', (_, content, fault) => {
    const read = readCandidates(content);
    expect(read).toMatchObject({ ok: false, error: [fault] });
    if (!read.ok) for (const { remedy } of read.error) expect(remedy).not.toBe('');
  });

  test('all that is wrong is said at once', () => {
    const read = readCandidates(bytes(cell('latitude', 'north'), LGG, cell('place', 'Liège')));
    expect(read.ok ? [] : read.error.map(({ row, column }) => [row, column])).toEqual([[2, 'latitude'], [4, 'place']]);
  });
});
