import { describe, expect, test } from 'vitest';
import { dateIn, isOpen, orderOf, readDate } from './dates.ts';
import { isAmbiguous, readNumeral, styleOf } from './numerals.ts';
import { LARGEST_SHEET, MOST_ROWS, readSheets } from './read-sheets.ts';
import { merged, sheetXml, workbook } from './workbook.fixture.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, { little }: { little: boolean }): Uint8Array => Uint8Array.from(Array.from(text).flatMap((letter) => { const code = letter.charCodeAt(0); return little ? [code & 255, code >> 8] : [code >> 8, code & 255]; }));
const rows = (bytes: Uint8Array): string[][] => {
  const read = readSheets(bytes);
  if (!read.ok) throw new Error(read.error.problem);
  const table: string[][] = [];
  for (const { row, column, value } of read.value.grids[0]?.cells ?? []) (table[row - 1] ??= [])[column - 1] = value.text;
  return table;
};

describe('a text of any program is read:', () => {
  test.each([
    ['UTF-8', utf8('Désignation,Qté\nmasque,5')],
    ['UTF-8 with a mark', utf8('\uFEFFDésignation,Qté\nmasque,5')],
    ['Windows-1252', latin('D\xe9signation;Qt\xe9\r\nmasque;5')],
    ['UTF-16 with a mark, as Excel writes "Unicode text"', wide('\uFEFFDésignation\tQté\r\nmasque\t5', { little: true })],
    ['UTF-16 the other way round', wide('\uFEFFDésignation\tQté\r\nmasque\t5', { little: false })],
    ['UTF-16 without a mark', wide('Désignation\tQté\r\nmasque\t5', { little: true })],
    ['with bars', utf8('Désignation|Qté\nmasque|5')],
    ['with the separator announced', utf8('sep=;\nDésignation;Qté\nmasque;5')],
  ])('%s', (_, bytes) => expect(rows(bytes).filter((row) => row.length > 0)).toEqual([['Désignation', 'Qté'], ['masque', '5']]));

  test('GB 18030, as Excel saves in China', () => {
    const [kou, zhao, shu, liang] = [[0xbf, 0xda], [0xd5, 0xd6], [0xca, 0xfd], [0xc1, 0xbf]];
    expect(rows(Uint8Array.from([...kou, ...zhao, 0x2c, ...shu, ...liang, 0x0a, 0x35, 0x2c, 0x36]))).toEqual([['口罩', '数量'], ['5', '6']]);
  });
  test('semicolons win over decimal commas', () => expect(rows(utf8('a;b;c\n1,5;2,5;3\n2,5;3,5;4'))[1]).toEqual(['1,5', '2,5', '3']));
  test('a delimiter in quotes cuts nothing', () => expect(rows(utf8('a,b\n"1;2;3","x\ny"'))[1]).toEqual(['1;2;3', 'x\ny']));
});

describe('what cannot be read is refused with a remedy:', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', utf8('  \n ;; \n'), 'the file is empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0]), 'this is neither a workbook nor a text'],
    ['.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'the workbook has a password, or is of the old form .xls'],
    ['a workbook cut short', workbook({ A: sheetXml([['a']]) }).subarray(0, 200), 'the workbook is damaged or was cut off'],
    ['a quote that never closes', utf8('a,b\n"x,1\n2,3'), 'a quoted cell has no closing quote'],
    ['more than 50 MB', new Uint8Array(LARGEST_SHEET + 1), 'the file has 51 MB; 50 MB can be read'],
    ['too many rows', utf8('a,b\n' + '1,2\n'.repeat(MOST_ROWS + 1001)), `the file has more than ${MOST_ROWS} rows`],
  ])('%s', (_, bytes, problem) => {
    const read = readSheets(bytes);
    expect(read).toMatchObject({ ok: false, error: { problem } });
    if (!read.ok) expect(read.error.remedy).not.toBe('');
  });
});

test('a formula comes with what it last gave; merged cells are told', () => {
  const read = readSheets(workbook({ A: sheetXml([[{ formula: 'SUM(B1:B2)', result: 1500 }, { formula: 'A1*2' }, { serial: 43_903 }]], merged('A1:B1')) }));
  expect(read.ok && read.value.grids[0]).toEqual({
    name: 'A',
    cells: [
      { row: 1, column: 1, value: { kind: 'formula', text: '=SUM(B1:B2)', result: { kind: 'number', text: '1500' } } },
      { row: 1, column: 2, value: { kind: 'formula', text: '=A1*2' } },
      { row: 1, column: 3, value: { kind: 'date', text: '2020-03-13' } },
    ],
    merged: [{ top: 1, left: 1, bottom: 1, right: 2 }],
  });
});

describe('a number has the readings that it can have:', () => {
  test.each<readonly [string, number | null, number | null]>([
    ['1234', 1234, 1234], ['1.234', 1.234, 1234], ['1,234', 1234, 1.234], ['1 234', 1234, 1234], ['1\u202F234,5', null, 1234.5], ["1'234.5", 1234.5, null],
    ['1.234,56', null, 1234.56], ['1,234.56', 1234.56, null], ['1.234.567', null, 1_234_567], ['0,125', null, 0.125], ['12,5', null, 12.5], ['1234,567', null, 1234.567],
    ['1.2万', 12_000, null], ['5万', 50_000, 50_000], ['2 million', 2_000_000, 2_000_000], ['２０００', 2000, 2000], ['8.5 kg', 8.5, null], ['USD 1,200.00', 1200, null],
  ])('%s', (text, point, comma) => expect(readNumeral(text)).toMatchObject({ point, comma }));
  test.each(['', 'kg', '50 × 2000', '52x38x38', '1,23,4'])('%j is not one number', (text) => expect(readNumeral(text)).toBeNull());
  test('the column decides', () => {
    const numerals = ['1.234', '12,5'].flatMap((text) => readNumeral(text) ?? []);
    expect([numerals.map(isAmbiguous), styleOf(numerals), styleOf(numerals.slice(0, 1))]).toEqual([[true, false], 'comma', null]);
  });
  test('a column that contradicts itself decides nothing', () => expect(styleOf(['1.5', '1,5'].flatMap((text) => readNumeral(text) ?? []))).toBe('both'));
});

describe('a date has the readings that it can have:', () => {
  test.each<readonly [string, string | null, string | null]>([
    ['2020-04-03', '2020-04-03', '2020-04-03'], ['03/04/2020', '2020-04-03', '2020-03-04'], ['13/04/2020', '2020-04-13', null], ['04/13/2020', null, '2020-04-13'], ['3.4.20', '2020-04-03', '2020-04-03'],
    ['2020年4月3日', '2020-04-03', '2020-04-03'], ['20200403', '2020-04-03', '2020-04-03'], ['3 avr. 2020', '2020-04-03', '2020-04-03'], ['Apr 3, 2020', '2020-04-03', '2020-04-03'],
    ['juil. 2020', '2020-07-31', '2020-07-31'], ['02/2024', '2024-02-29', '2024-02-29'], ['2022-11', '2022-11-30', '2022-11-30'], ['13 de marzo de 2020', '2020-03-13', '2020-03-13'],
  ])('%s', (text, dayFirst, monthFirst) => expect(readDate(text)).toEqual({ dayFirst, monthFirst }));
  test.each(['30/02/2020', 'LOT 2020-A', '2000', '43903', '99/99/99'])('%j is none', (text) => expect(readDate(text)).toBeNull());
  test('the column decides', () => {
    const dates = ['03/04/2020', '25/12/2020'].flatMap((text) => readDate(text) ?? []);
    expect([dates.map(isOpen), orderOf(dates), dates.map((date) => dateIn(date, 'day-first'))]).toEqual([[true, false], 'day-first', ['2020-04-03', '2020-12-25']]);
  });
});
