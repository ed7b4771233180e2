import { expect, test } from 'vitest';
import type { OfficialCount } from '../domain/need/counts.ts';
import { LocalDate } from '../domain/time.ts';
import { newNames, renames } from './renamed.ts';

const count = (area: string, name: string, day: number): OfficialCount => ({ area, name, date: LocalDate.parse(`2020-03-${String(day).padStart(2, '0')}`), asOf: null, cases: 1, deaths: null, wards: null, intensiveCare: null });
const KNOWN = new Map([['CZ', 'Czech Republic'], ['IT', 'Italy']]);

test('the same code under another name than in earlier files is told once', () => expect(renames([count('CZ', 'Czechia', 16), count('CZ', 'Czechia', 17), count('IT', 'Italy', 16)], KNOWN)).toMatchObject([{ kind: 'renamed', area: 'CZ', date: '2020-03-16', value: 'Czechia', problem: 'CZ is called Czechia, and was called Czech Republic' }]));
test('within a file, and back, it is told once', () => expect(renames([count('CZ', 'Czech Republic', 1), count('CZ', 'Czechia', 2), count('CZ', 'Czech Republic', 3)], new Map())).toHaveLength(1));
test('a known name under a new code is told with both', () => expect(renames([count('CS', 'Italy', 16)], KNOWN)).toMatchObject([{ kind: 'renamed', area: 'CS', value: 'CS', problem: 'Italy has the code CS, and had IT' }]));
test('what is new is no renaming', () => expect(renames([count('SE', 'Sweden', 1)], KNOWN)).toEqual([]));
test('only names that are new or another are kept, and the last one of each area', () => expect(newNames([count('CZ', 'Czechia', 2), count('CZ', 'Czech Republic', 1), count('IT', 'Italy', 1), count('SE', 'Sweden', 1)], KNOWN)).toEqual([{ area: 'CZ', name: 'Czechia' }, { area: 'SE', name: 'Sweden' }]));
