// A pack as one workbook: the same facts and the same problems as the folder of CSV files, and what only a spreadsheet can
// do wrong.

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { merged, sheetXml, workbook, type Drawn } from '../sheets/workbook.fixture.ts';
import { readPack } from './read-pack.ts';
import { packOf, TINY } from './tiny-pack.ts';

type Rows = readonly (readonly Drawn[])[];

/** The tiny pack as a workbook in which every cell is text, some sheets replaced. */
function tinyBook(sheets: Readonly<Record<string, Rows | string | null>> = {}): Uint8Array {
  const texts = Object.fromEntries(Object.entries(TINY).map(([file, content]): [string, Rows] => [file.replace('.csv', ''), parse(content).map((row) => row.map((text) => (text === '' ? null : text)))]));
  const all: Record<string, Rows | string | null> = { ...texts, ...sheets };
  return workbook(Object.fromEntries(Object.entries(all).flatMap(([name, rows]) => (rows === null ? [] : [[name, typeof rows === 'string' ? rows : sheetXml(rows)]]))));
}
const read = (sheets?: Parameters<typeof tinyBook>[0]) => readPack(new Map([['tiny.xlsx', tinyBook(sheets)]]));
const body = (kind: string, sheets: Parameters<typeof tinyBook>[0]): unknown => {
  const { facts, problems } = read(sheets);
  expect(problems).toEqual([]);
  return facts.find(({ fact }) => fact.kind === kind)?.fact;
};

const RECIPIENTS: Rows[number] = ['recipient', 'name', 'area', 'place'];
const PLEDGE = { pledge: 'P1', item: 'surgical-mask', donor: 'Foundation', quantity: 100_000, unit: null, scope: 'EUROPE', made_at: '2020-03-11T10:00:00Z', due: null, via_hub: 'yes' };
const pledge = (more: Partial<Record<keyof typeof PLEDGE, Drawn>>): Rows => [Object.keys(PLEDGE), Object.values({ ...PLEDGE, ...more })];

describe('a workbook holds the same facts as the folder of its sheets', () => {
  test('where every cell is text', () => {
    const [folder, book] = [readPack(packOf(TINY)), read()];
    expect(book.problems).toEqual([]);
    expect(book.facts.map(({ fact }) => fact)).toEqual(folder.facts.map(({ fact }) => fact));
    expect(book.facts[1]?.at).toEqual({ file: 'tiny.xlsx', sheet: 'items', row: 2 });
  });
  test('where numbers are numbers and days are dates', () => expect(body('pledge.made', { pledges: pledge({ quantity: 50, unit: 'carton', due: { serial: 43_910 } }) })).toMatchObject({ body: { units: 100_000, due: '2020-03-20' } }));
  test('where an instant is a day: its last moment in the zone of the operation', () => expect(body('pledge.made', { pledges: pledge({ made_at: { serial: 43_901 } }) })).toMatchObject({ occurredAt: '2020-03-11T22:59:59.999Z' }));
  test('where local times are dates and times', () => {
    const departures: Rows = [['departure', 'service', 'departs', 'arrives'], ['D', 'LGG-MIL', { serial: 43_904.270833333336 }, { serial: 43_904.833333333336 }]];
    expect(body('departure.scheduled', { departures })).toMatchObject({ body: { departs: '2020-03-14T06:30', arrives: '2020-03-14T20:00' } });
  });
  test('where a setting is a number or a date', () => {
    const operation: Rows = [['key', 'value'], ['operation', 'tiny'], ['name', 'Tiny'], ['hub', 'BELGG'], ['zone', 'Europe/Brussels'], ['opened_at', { serial: 43_901 }], ['horizon_days', 14]];
    expect(body('operation.opened', { operation })).toMatchObject({ occurredAt: '2020-03-11T22:59:59.999Z' });
  });
  test('with HXL tags, empty rows, empty sheets and sheets of its writer', () => {
    const recipients: Rows = [RECIPIENTS, ['#org+code', null, '#adm1+code'], [], ['lombardia', ' Regione ', 'IT-25', 'ITMIL']];
    const found = read({ recipients, Sheet1: [], _notes: [['whatever', { formula: 'SUM(A1:A9)' }]], stock: [] });
    expect(found.problems).toEqual([]);
    expect(found.facts.find(({ fact }) => fact.kind === 'recipient.registered')).toMatchObject({ at: { row: 4 }, fact: { body: { name: ' Regione ' } } });
  });
  test('where a text goes on in further columns', () => {
    const facts: Rows = [['kind', 'occurred_at', 'body', 'body (2)', 'body (3)'], ['pledge.withdrawn', '2020-03-18', '{"item":"surgical-mask",', '"pledge":"P1","reason"', ':"closed"}']];
    expect(body('pledge.withdrawn', { facts })).toMatchObject({ body: { item: 'surgical-mask', pledge: 'P1', reason: 'closed' } });
  });
});

type Told = [sheet: string, row: number | null, column: string | null, value: string | null, problem: string, remedy: string];

describe('a workbook is refused, and the cell named, for', () => {
  test.each<[what: string, sheets: Parameters<typeof tinyBook>[0], told: Told]>([
    ['a formula', { pledges: pledge({ quantity: { formula: 'B2*2', result: 100_000 } }) }, ['pledges', 2, 'quantity', '=B2*2', 'the cell D2 holds a formula', 'copy D2 and paste it back as a value']],
    ['a formula without a result', { pledges: pledge({ due: { formula: 'TODAY()' } }) }, ['pledges', 2, 'due', '=TODAY()', 'the cell H2 holds a formula', 'as a value']],
    ['a formula in a setting', { operation: [['key', 'value'], ['operation', 'tiny'], ['name', 'Tiny'], ['hub', { formula: 'places!A2' }], ['zone', 'Europe/Brussels'], ['opened_at', '2020-03-11']] }, ['operation', 4, 'value', '=places!A2', 'the cell B4 holds a formula', 'as a value']],
    ['a formula in the header', { recipients: [['recipient', { formula: 'A1' }, 'area', 'place'], ['a', 'A', 'IT', 'ITMIL']] }, ['recipients', 1, null, '=A1', 'the cell B1 holds a formula', 'as a value']],
    ['merged cells', { recipients: sheetXml([RECIPIENTS, ['a', 'A', 'IT', 'ITMIL'], ['b', 'B', null, 'ITMIL']], merged('C2:C3')) }, ['recipients', 2, 'area', 'C2:C3', 'the cells C2:C3 are merged', 'unmerge them']],
    ['a merged header', { recipients: sheetXml([[...RECIPIENTS, 'note'], ['a', 'A', 'IT', 'ITMIL']], merged('E1:F1')) }, ['recipients', 1, 'note', 'E1:F1', 'the cells E1:F1 are merged', 'unmerge them']],
    ['an error', { pledges: pledge({ quantity: { error: '#REF!' } }) }, ['pledges', 2, 'quantity', '#REF!', 'the cell D2 shows an error', 'write the value itself in D2']],
    ['a number where text belongs', { recipients: [RECIPIENTS, [7, 'A', 'IT', 'ITMIL']] }, ['recipients', 2, 'recipient', '7', 'the cell A2 holds a number, and the column takes text', 'format A2 as text, then write it again, such as 7']],
    ['a date where text belongs', { recipients: [RECIPIENTS, [{ serial: 43_833 }, 'A', 'IT', 'ITMIL']] }, ['recipients', 2, 'recipient', '2020-01-03', 'the cell A2 holds a date, and the column takes text', 'format A2 as text']],
    ['a truth value where text belongs', { recipients: [RECIPIENTS, ['a', true, 'IT', 'ITMIL']] }, ['recipients', 2, 'name', 'TRUE', 'holds a truth value', 'format B2 as text']],
    ['a date where a number belongs', { pledges: pledge({ quantity: { serial: 43_833 } }) }, ['pledges', 2, 'quantity', '2020-01-03', 'the cell D2 holds a date, and the column takes a number', 'format D2 as a number']],
    ['a number where a date belongs', { pledges: pledge({ due: 43_910 }) }, ['pledges', 2, 'due', '43910', 'not a date', 'year-month-day']],
    ['a date and time without a zone for an instant', { pledges: pledge({ made_at: { serial: 43_901.5 } }) }, ['pledges', 2, 'made_at', '2020-03-11T12:00', 'not an instant', 'like 2020-03-11T10:00:00Z']],
    ['a day with an hour for a date', { pledges: pledge({ due: { serial: 43_910.5 } }) }, ['pledges', 2, 'due', '2020-03-20T12:00', 'not a date', 'year-month-day']],
    ['a truth value for yes', { pledges: pledge({ via_hub: true }) }, ['pledges', 2, 'via_hub', 'TRUE', 'neither yes nor no', 'write yes or no']],
    ['a fraction of a unit', { pledges: pledge({ quantity: 12.5 }) }, ['pledges', 2, 'quantity', '12.5', 'a fraction', 'a whole number']],
    ['a cell beside the columns', { recipients: [RECIPIENTS, ['a', 'A', 'IT', 'ITMIL', null, 'by phone']] }, ['recipients', 2, null, 'by phone', 'the cell F2 stands under no column', 'name its column']],
    ['an empty first row', { recipients: [[], RECIPIENTS, ['a', 'A', 'IT', 'ITMIL']] }, ['recipients', 1, null, null, 'the first row is empty', 'in the first row']],
    ['a misspelt column', { recipients: [['recipent', 'name', 'area', 'place'], ['a', 'A', 'IT', 'ITMIL']] }, ['recipients', 1, 'recipent', 'recipent', 'there is no column recipent', 'did you mean recipient?']],
    ['a misspelt sheet', { recipients: null, Recipient: [RECIPIENTS, ['a', 'A', 'IT', 'ITMIL']] }, ['Recipient', null, null, null, 'there is no sheet Recipient', 'did you mean recipients? rename it']],
    ['a sheet of something else', { Pivot: [['x']] }, ['Pivot', null, null, null, 'there is no sheet Pivot', 'begin its name with _']],
    ['a missing sheet', { items: null, lots: null }, ['items', null, null, null, 'the sheet items is missing', 'add a sheet items']],
    ['a row twice', { recipients: [RECIPIENTS, ['a', 'A', 'IT', 'ITMIL'], ['a', 'B', 'IT', 'ITMIL']] }, ['recipients', 3, 'recipient', 'a', 'a stands in row 2 already', 'remove one of the two']],
  ])('%s', (_, sheets, [sheet, row, column, value, problem, remedy]) => {
    const { problems } = read(sheets);
    expect(problems).toEqual([{ file: 'tiny.xlsx', sheet, row, column, value, problem: expect.stringContaining(problem) as string, remedy: expect.stringContaining(remedy) as string }]);
  });

  test('a file that is none', () => expect(readPack(new Map([['x.xlsx', new Uint8Array([1, 2])]])).problems).toMatchObject([{ file: 'x.xlsx', problem: 'this is no workbook' }]));
  test('standing beside sheets of another pack', () => expect(readPack(new Map([['a.xlsx', tinyBook()], ...packOf(TINY)])).problems).toMatchObject([{ file: 'a.xlsx', problem: expect.stringMatching(/beside \w+\.csv/) as string, remedy: expect.stringContaining('name the workbook itself') as string }]));
  test('everything at once', () => {
    const { problems } = read({ pledges: pledge({ quantity: { formula: '1' }, due: 1, scope: 'Europe' }), recipients: sheetXml([RECIPIENTS, [1, 'A', 'IT', 'ITMIL']], merged('A5:B5')) });
    expect(problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual(['recipients 2 recipient', 'recipients 5 recipient', 'pledges 2 quantity', 'pledges 2 scope', 'pledges 2 due']);
  });
});
