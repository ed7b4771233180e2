// A shipper's sheet becomes lots, or questions; never a guess.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFolder, REFERENCE } from '../../../test/support/packs.ts';
import { readPack } from '../packs/read-pack.ts';
import { readSheets } from '../sheets/read-sheets.ts';
import { merged, sheetXml, workbook, type Drawn } from '../sheets/workbook.fixture.ts';
import { chineseList, englishList, frenchList } from './lists.fixture.ts';
import { NOTHING_LEARNED, readPackingList, type PackingList } from './packing-list.ts';

const items = readPack(readFolder(REFERENCE)).facts.flatMap(({ fact }) => (fact.kind === 'item.registered' ? [fact.body] : []));

function read(bytes: Uint8Array, answers: Readonly<Record<string, string>> = {}, learned = NOTHING_LEARNED): PackingList {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error(sheets.error.problem);
  const list = readPackingList(sheets.value, { items, learned, today: '2020-03-13' }, new Map(Object.entries(answers)));
  if (!list.ok) throw new Error(list.error.problem);
  return list.value;
}
const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const fieldsOf = (list: PackingList): (string | null)[] => list.columns.map(({ field }) => field);
const brief = (list: PackingList): unknown[] => list.lots.map(({ item, units, cartons, unitsPerCarton, gross, volume, batch, expires }) => [item, units, cartons, unitsPerCarton, gross, volume, batch, expires]);
const asked = (list: PackingList): string[] => list.questions.map(({ id }) => id);
const problems = (list: PackingList): string[] => list.rows.flatMap((row) => row.problems.map(({ row: at, column, problem }) => `${at}${column ?? ''} ${problem}`));

describe('three sheets, each of another shipper, without a question:', () => {
  test('an English workbook with a banner, sums by formula and notes', () => {
    const list = read(englishList());
    expect(fieldsOf(list)).toEqual(['line', 'item', 'quantity', 'unitsPerCarton', 'cartons', 'gross', 'volume', 'batch', 'expires']);
    expect(brief(list)).toEqual([
      ['surgical-mask', 500_000, 250, 2000, 2_125_000, 18_750_000, 'M200301', '2023-02-28'],
      ['ffp2', 40_000, 40, 1000, 400_000, 4_030_000, 'F-77', '2023-02-28'],
      ['suit', 1000, 20, 50, 240_000, 1_920_000, null, null],
    ]);
    expect([list.sheet, list.headerRow, list.questions, problems(list), list.sums.map(({ agrees }) => agrees), list.notRead.map(({ row }) => row)]).toEqual(['Packing List', 4, [], [], [true, true, true, true], [9]]);
    expect(list.banner).toEqual({ waybill: '112-34567890', brokenWaybill: null, sender: 'Qiantang Medical Trading Co.' });
  });
  test('a French CSV in Windows-1252 with semicolons, spaces in thousands and decimal commas', () => {
    const list = read(frenchList());
    expect(fieldsOf(list)).toEqual(['item', 'quantity', 'unit', 'cartons', 'gross', 'batch', 'expires']);
    expect(brief(list)).toEqual([
      ['surgical-mask', 300_000, 150, 2000, 1_275_500, null, 'L2020-03', '2023-02-28'],
      // 5,000 boxes of 100; 28/02 in the row above proves that the day stands first.
      ['gloves', 500_000, 500, 1000, 3_050_000, null, 'G-9', '2025-04-03'],
    ]);
    expect([asked(list), problems(list), list.sums.every(({ agrees }) => agrees)]).toEqual([[], [], true]);
  });
  test('a bilingual Chinese workbook: 万, a header of two merged rows, weight of one carton, volume from dimensions', () => {
    const list = read(chineseList());
    expect(fieldsOf(list)).toEqual(['item', 'quantity', 'cartons', 'length', 'width', 'height', 'gross', 'batch', 'expires']);
    expect(brief(list)).toEqual([
      // 52 × 38 × 38 cm = 75,088 cm³; 100 cartons.
      ['surgical-mask', 200_000, 100, 2000, 850_000, 7_508_800, '20200301', '2022-02-28'],
      ['ffp2', 20_000, 20, 1000, 200_000, 2_016_000, '20200302', '2023-02-28'],
    ]);
    expect([asked(list), problems(list)]).toEqual([[], []]);
  });
});

test('any order of the columns gives the same lots', () => {
  const expected = brief(read(englishList()));
  fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }), (order) => { expect(brief(read(englishList(order)))).toEqual(expected); }), { numRuns: 40 });
});

describe('what can be read in two ways is asked:', () => {
  const dotted = 'Description;Quantity (pcs);Cartons;Gross weight (kg)\nFFP2 masks;2.000;2;20\n';
  test('1.234 or 1,234, with both values in the options', () => {
    const list = read(csv(dotted));
    expect(list.questions).toMatchObject([{ id: 'numbers', about: 'B', rows: [2], options: [{ value: 'point', label: 'the point is the decimal mark: it is 2' }, { value: 'comma', label: 'the comma is the decimal mark: it is 2000' }] }]);
    expect([list.lots, brief(read(csv(dotted), { numbers: 'comma' }))]).toEqual([[], [['ffp2', 2000, 2, 1000, 20_000, null, null, null]]]);
  });
  test('not where another column proves it', () => expect(asked(read(csv(dotted.replace(';20\n', ';20,5\n'))))).toEqual([]));
  test('unless it would cut a unit in two', () => expect(asked(read(csv(dotted.replace('2.000;2;20', '1.234;2;20.5'))))).toEqual(['numbers']));
  test('03/04/2020', () => {
    const sheet = 'Description,Pcs,Cartons,Expiry date\nFFP2 masks,2000,2,03/04/2023\n';
    expect(read(csv(sheet)).questions).toMatchObject([{ id: 'dates', about: 'D', options: [{ label: 'day first: 2023-04-03' }, { label: 'month first: 2023-03-04' }] }]);
    expect(read(csv(sheet), { dates: 'month-first' }).lots[0]?.expires).toBe('2023-03-04');
  });
  test('a mask that could be two things', () => {
    const sheet = 'Description,Pcs,Cartons\nMasks,2000,2\n';
    const [question] = read(csv(sheet)).questions;
    expect([question?.id, question?.options.map(({ value }) => value)]).toEqual(['item:Masks', ['surgical-mask', 'ffp2', 'none']]);
    expect(read(csv(sheet), { 'item:Masks': 'ffp2' }).lots[0]?.item).toBe('ffp2');
  });
  test('what is in no catalogue; its rows may be set aside', () => {
    const sheet = 'Description,Pcs,Cartons\nFFP2 masks,2000,2\nRice,500,1\n';
    expect(asked(read(csv(sheet)))).toEqual(['item:Rice']);
    expect(read(csv(sheet), { 'item:Rice': 'none' })).toMatchObject({ questions: [], rows: [{ isAside: false }, { isAside: true }], lots: [{ item: 'ffp2' }] });
  });
  test('a quantity without a unit', () => {
    const list = read(csv('Description,Quantity\nFFP2 masks,2000\n'));
    expect([asked(list), read(csv('Description,Quantity\nFFP2 masks,2\n'), { 'counts:B': 'carton', 'size:carton:ffp2': '1000' }).lots[0]?.units]).toEqual([['counts:B'], 2000]);
  });
  test('a quantity without a unit is units where cartons stand beside it', () => expect(asked(read(csv('Description,Quantity,Cartons\nFFP2 masks,2000,2\n')))).toEqual([]));
  test('pairs', () => expect([asked(read(csv('Description,Quantity,Unit\nGloves,500,pairs\n'))), read(csv('Description,Quantity,Unit\nGloves,500,pairs\n'), { pair: '2' }).lots[0]?.units]).toEqual([['pair'], 1000]));
  test('kilograms or pounds', () => expect(read(csv('Description,Pcs,Cartons,Weight\nFFP2 masks,2000,2,25\n')).questions).toMatchObject([{ id: 'measure:D', options: [{ value: 'kg row' }, { value: 'lb carton' }] }]));
  test('formulas, once', () => {
    const sheet = workbook({ A: sheetXml([['Description', 'Pcs', 'Cartons'], ['FFP2 masks', { formula: 'C2*1000', result: 2000 }, 2], ['Suits', { formula: 'C3*50', result: 100 }, 2]]) });
    expect([asked(read(sheet)), read(sheet).questions[0]?.rows, brief(read(sheet, { formulas: 'take' })).length]).toEqual([['formulas'], [2, 3], 2]);
  });
  test('sums that do not agree', () => {
    const sheet = 'Description,Pcs,Cartons\nFFP2 masks,2000,2\nTotal,3000,2\n';
    expect([read(csv(sheet)).questions.map(({ id, rows }) => [id, rows]), asked(read(csv(sheet), { totals: 'rows' }))]).toEqual([[['totals', [3]]], []]);
  });
  test('a row that repeats another', () => {
    const sheet = 'No,Description,Pcs,Cartons\n1,FFP2 masks,2000,2\n2,FFP2 masks,2000,2\n';
    expect([asked(read(csv(sheet))), read(csv(sheet), { twice: 'once' }).lots[0]?.units, read(csv(sheet), { twice: 'both' }).lots[0]?.units]).toEqual([['twice'], 2000, 4000]);
  });
  test('which of two sheets', () => {
    const one = sheetXml([['Description', 'Pcs', 'Cartons'], ['FFP2 masks', 2000, 2]]);
    const book = workbook({ A: one, B: one });
    expect([asked(read(book)), brief(read(book, { sheet: 'B' })).length]).toEqual([['sheet'], 1]);
  });
});

describe('what cannot be true is told with its row, its column and the range:', () => {
  test.each<readonly [string, string, string]>([
    ['a weight', 'FFP2 masks,2000,2,200', '2D 2 cartons of ffp2 weigh 12.0–32.0 kg, not 200 kg'],
    ['cartons against quantity', 'FFP2 masks 1000 pcs/ctn,5000,2,20', '2B 2 cartons of 1000 hold 2000, not 5000'],
    ['half a carton', 'FFP2 masks,2000,2.5,20', '2C a carton is not divided'],
    ['nothing', 'FFP2 masks,0,2,20', '2B a row holds at least one unit'],
    ['more than there is', 'FFP2 masks,1000000000000,1000000000,20', '2B this is more than any consignment holds'],
    ['no number', 'FFP2 masks,plenty,2,20', '2B this is not a quantity'],
    ['no description', ',2000,2,20', '2A the row does not say what it holds'],
  ])('%s', (_, row, problem) => expect(problems(read(csv(`Description,Pcs,Cartons,Gross weight (kg)\n${row}\n`)))).toEqual([problem]));

  test('an expired lot, which a person may keep', () => {
    const sheet = 'Description,Pcs,Cartons,Expiry\nFFP2 masks,2000,2,2019-12-31\n';
    expect([problems(read(csv(sheet))), read(csv(sheet)).lots, read(csv(sheet), { 'row:2': 'keep' }).lots.length]).toEqual([['2D it expired on 2019-12-31'], [], 1]);
  });
  test('a formula without a result, an error of the spreadsheet', () => {
    const rows: Drawn[][] = [['Description', 'Pcs', 'Cartons'], ['FFP2 masks', { formula: 'C2*1000' }, 2], ['Suits', 100, { error: '#REF!' }]];
    expect(problems(read(workbook({ A: sheetXml(rows) }))).filter((text) => /formula|#REF/.test(text))).toEqual(['2B this formula has no result in the file', '3C the spreadsheet shows #REF! here']);
  });
  test('a weight merged over two rows is neither row\u2019s', () => {
    const rows: Drawn[][] = [['Description', 'Pcs', 'Cartons', 'Gross weight (kg)'], ['FFP2 masks', 2000, 2, 44], ['Suits', 100, 2]];
    const list = read(workbook({ A: sheetXml(rows, merged('D2:D3')) }), { 'row:2': 'keep' });
    expect(list.lots.map(({ gross }) => gross)).toEqual([null, null]);
  });
  test('a row set aside is neither problem nor lot', () => expect(read(csv('Description,Pcs,Cartons\nFFP2 masks,0,2\nSuits,100,2\n'), { 'row:2': 'aside' })).toMatchObject({ questions: [], rows: [{ isAside: true, problems: [] }, { isAside: false }], lots: [{ item: 'suit' }] }));
});

test('a remark with a date in it is no carton size; a size is one without a header', () => {
  const sheet = 'Description,Pcs,Cartons,Handling,Box\nFFP2 masks,2000,2,"keep cool, expires 2020-12-31",60 x 40 x 42 cm\n';
  expect([fieldsOf(read(csv(sheet))).slice(3), read(csv(sheet)).lots[0]?.volume]).toEqual([[null, 'dimensions'], 201_600]);
});

test('a column can be corrected', () => {
  const sheet = 'Description,Ordered,Pcs,Cartons\nFFP2 masks,9000,2000,2\n';
  expect(read(csv(sheet), { 'column:C': 'none', 'column:B': 'quantity', 'counts:B': 'unit', 'row:2': 'keep' }).columns.map(({ field, by }) => [field, by])).toEqual([['item', 'words'], ['quantity', 'answer'], [null, 'answer'], ['cartons', 'words']]);
});

test('rows alike in goods, batch and packing become one lot', () => {
  const list = read(csv('Description,Pcs,Cartons,Gross weight (kg),Pallet\nFFP2 masks,2000,2,20,P1\nFFP2 masks,3000,3,30,P2\n'));
  expect(list.lots).toMatchObject([{ item: 'ffp2', units: 5000, cartons: 5, gross: 50_000, rows: [2, 3] }]);
});

test('a sheet without a header asks where it is; one without anything is refused', () => {
  expect(asked(read(csv('aaa,bbb\nccc,ddd\n')))).toEqual(['header']);
  expect(() => read(csv('just a note'))).toThrow('no row looks like the header');
});

test('100,000 rows', () => {
  const rows = Array.from({ length: 100_000 }, (_, k) => `FFP2 masks,1000,1,10,B${k % 500},PLT-${k}`).join('\n');
  const list = read(csv(`Description,Pcs,Cartons,Gross weight (kg),Batch,Pallet\n${rows}\n`));
  expect([list.rows.length, list.lots.length, list.questions, list.lots.reduce((sum, { units }) => sum + units, 0)]).toEqual([100_000, 500, [], 100_000_000]);
});
