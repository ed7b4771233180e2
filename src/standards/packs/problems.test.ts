// Every row is a fault that somebody will make, and the problem that it must be answered with.

import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack.ts';
import { packOf, TINY, tinyWith } from './tiny-pack.ts';

type Told = [file: string, row: number | null, column: string | null, value: string | null, problem: string | RegExp, remedy: string | RegExp];

function expectOnly(files: ReturnType<typeof packOf>, [file, row, column, value, problem, remedy]: Told): void {
  const { problems } = readPack(files);
  expect(problems).toHaveLength(1);
  const [found] = problems;
  expect(found).toMatchObject({ file, row, column, value });
  expect(found?.problem).toMatch(problem);
  expect(found?.remedy).toMatch(remedy);
}

describe('a cell that cannot be read', () => {
  test.each<[what: string, from: string, to: string, told: Told]>([
    ['negative', '100000,,EUROPE', '-5,,EUROPE', ['pledges.csv', 2, 'quantity', '-5', 'a negative number', 'a number of 0 or more, such as 500000']],
    ['fractional', '100000,,EUROPE', '12.5,,EUROPE', ['pledges.csv', 2, 'quantity', '12.5', 'a fraction', 'a whole number']],
    ['thousands with a point', '100000,,EUROPE', '100.000,,EUROPE', ['pledges.csv', 2, 'quantity', '100.000', 'a fraction or a thousands separator', 'such as 100000']],
    ['thousands with a comma', '100000,,EUROPE', '"100,000",,EUROPE', ['pledges.csv', 2, 'quantity', '100,000', 'a fraction or a thousands separator', 'such as 100000']],
    ['thousands with a space', '100000,,EUROPE', '100 000,,EUROPE', ['pledges.csv', 2, 'quantity', '100 000', 'a fraction or a thousands separator', 'such as 100000']],
    ['a word behind', '100000,,EUROPE', '100000pcs,,EUROPE', ['pledges.csv', 2, 'quantity', '100000pcs', 'something behind it', 'such as 100000']],
    ['no number', '100000,,EUROPE', 'many,,EUROPE', ['pledges.csv', 2, 'quantity', 'many', 'not a number', 'such as 500000']],
    ['none at all', '100000,,EUROPE', '0,,EUROPE', ['pledges.csv', 2, 'quantity', '0', 'a pledge is of at least one unit', 'such as 500000']],
    ['too many', '100000,,EUROPE', '9000000000000,,EUROPE', ['pledges.csv', 2, 'quantity', '9000000000000', 'above 1000000000000', 'such as 500000']],
    ['empty', '100000,,EUROPE', ',,EUROPE', ['pledges.csv', 2, 'quantity', '', 'quantity is empty', 'such as 500000']],
    ['a wrong unit', '100000,,EUROPE', '50,cartons,EUROPE', ['pledges.csv', 2, 'unit', 'cartons', 'not one of the known values', 'did you mean carton?']],
    ['a strange unit', '100000,,EUROPE', '50,tonne,EUROPE', ['pledges.csv', 2, 'unit', 'tonne', 'not one of the known values', 'write one of unit, box, carton, pallet']],
    ['a unit beside what is no quantity: one problem', '100000,,EUROPE', 'x,carton,EUROPE', ['pledges.csv', 2, 'quantity', 'x', 'not a number', 'such as 500000']],
    ['neither yes nor no', '2020-03-20,yes', '2020-03-20,true', ['pledges.csv', 2, 'via_hub', 'true', 'neither yes nor no', 'write yes or no']],
    ['a date of another order', '2020-03-20,yes', '20/03/2020,yes', ['pledges.csv', 2, 'due', '20/03/2020', 'not a date', 'year-month-day, such as 2020-03-31']],
    ['a day that does not exist', '2020-03-20,yes', '2020-02-30,yes', ['pledges.csv', 2, 'due', '2020-02-30', 'no such date', 'a day that exists']],
    ['an instant without a zone', '2020-03-11T10:00:00Z', '2020-03-11T10:00', ['pledges.csv', 2, 'made_at', '2020-03-11T10:00', 'not an instant', 'like 2020-03-11T10:00:00Z, or a date like 2020-03-11']],
    ['an instant on no day', '2020-03-11T10:00:00Z', '2020-02-30T10:00Z', ['pledges.csv', 2, 'made_at', '2020-02-30T10:00Z', 'no such date', 'a day that exists']],
    ['an instant at no hour', '2020-03-11T10:00:00Z', '2020-03-11T25:00Z', ['pledges.csv', 2, 'made_at', '2020-03-11T25:00Z', 'no such date or time', 'like 2020']],
    ['a code with a space', 'P1,surgical-mask', 'P 1,surgical-mask', ['pledges.csv', 2, 'pledge', 'P 1', 'a code has 1–64 letters', 'such as P1']],
    ['an area in words', ',EUROPE,', ',Europe,', ['pledges.csv', 2, 'scope', 'Europe', 'an area is an ISO 3166 code', 'such as EUROPE']],
  ])('%s', (_, from, to, told) => expectOnly(tinyWith('pledges.csv', from, to), told));

  test.each<[what: string, file: string, from: string, to: string, column: string, value: string, problem: string, remedy: string]>([
    ['a decimal comma', 'items.csv', '40,38.5', '40,"38,5"', 'height_cm', '38,5', 'a decimal comma', 'write a point: 38.5'],
    ['a comma that may be either', 'items.csv', '40,38.5', '40,"1,385"', 'height_cm', '1,385', 'it is not clear which', 'such as 1385'],
    ['more decimals than are kept', 'items.csv', '40,38.5', '40,38.55', 'height_cm', '38.55', 'more than 1 decimals', 'such as 38.5'],
    ['a negative weight', 'items.csv', '38.5,9.2', '38.5,-9.2', 'carton_kg', '-9.2', 'a negative number', 'such as 9.2'],
    ['no weight', 'items.csv', '38.5,9.2', '38.5,0', 'carton_kg', '0', 'a carton weighs something', 'such as 9.2'],
    ['a weight with its unit', 'items.csv', '38.5,9.2', '38.5,9.2 kg', 'carton_kg', '9.2 kg', 'something behind it', 'such as 9.2'],
    ['a misspelt class', 'items.csv', 'mask,ppe', 'mask,pep', 'class', 'pep', 'not one of the known values', 'did you mean ppe?'],
    ['a latitude off the globe', 'places.csv', '50.637', '150.637', 'latitude', '150.637', 'above 90', 'such as 50.637'],
    ['no such zone', 'places.csv', '5.443,Europe/Brussels', '5.443,Europe/Liege', 'zone', 'Europe/Liege', 'not an IANA time zone', 'such as Europe/Brussels'],
    ['an IATA code for a place', 'places.csv', 'BELGG,', 'LGG,', 'place', 'LGG', 'a place is a UN/LOCODE', 'such as BELGG'],
    ['a time of day with one digit', 'services.csv', '06:30', '6:30', 'departs', '6:30', 'not a time of day', 'such as 06:30'],
    ['a weekday twice', 'services.csv', '1234567', '11', 'days', '11', 'each once', 'such as 135'],
    ['a local time with a zone', 'departures.csv', '2020-03-14T06:30', '2020-03-14T06:30Z', 'departs', '2020-03-14T06:30Z', 'not a local date and time', 'such as 2020-03-14T06:30'],
    ['a local time on no day', 'departures.csv', '2020-03-14T06:30', '2020-02-30T06:30', 'departs', '2020-02-30T06:30', 'no such date or time', 'a time that exists'],
    ['a list with commas', 'earmarks.csv', 'IT FR', '"IT,FR"', 'areas', 'IT,FR', 'a list with commas', 'single spaces, such as IT FR'],
    ['a bad entry in a list', 'earmarks.csv', 'IT FR', 'IT France', 'areas', 'IT France', 'an area is an ISO 3166 code', 'such as IT FR'],
    ['a misspelt word in a list', 'rules.csv', 'EU-402,ppe', 'EU-402,ppe devise', 'classes', 'ppe devise', 'devise is not one', 'did you mean device?'],
    ['boxes of what has none', 'lots.csv', 'surgical-mask,50,carton', 'ventilator,50,box', 'unit', 'box', 'ventilator has no box', 'units_per_box'],
    ['cartons of an unknown item', 'lots.csv', 'surgical-mask,50', 'surgical-masks,50', 'unit', 'carton', 'there is no item surgical-masks', 'did you mean the item surgical-mask?'],
    ['a unit without a quantity', 'movements.csv', 'F1,,,,,', 'F1,,,,carton,', 'unit', 'carton', 'a unit but no quantity', 'leave unit empty'],
    ['an unknown kind', 'movements.csv', 'consignment.arrived', 'consignment.arived', 'kind', 'consignment.arived', 'not one of the known values', 'did you mean consignment.arrived?'],
    ['a column that the kind does not have', 'movements.csv', 'F1,,,,,,,,', 'F1,,,,,,,,why', 'reason', 'why', 'consignment.arrived has no reason', 'leave reason empty'],
    ['a column that the kind asks for', 'movements.csv', 'F1,,,,,,,,', ',,,,,,,,', 'consignment', '', 'consignment.arrived needs consignment', 'such as F1'],
  ])('%s', (_, file, from, to, column, value, problem, remedy) => expectOnly(tinyWith(file, from, to), [file, 2, column, value, problem, remedy]));

  test('what several columns say together', () => {
    expectOnly(tinyWith('movements.csv', 'goods.tallied,2020-03-13T23:00:00Z,,,F1-01,100000,,BELGG', 'goods.lost,2020-03-13T23:00:00Z,F1,,F1-01,100000,,BELGG'), ['movements.csv', 3, null, null, 'exactly one', 'what the kind asks for']);
  });
});

describe('a file that cannot be read', () => {
  const tiny = TINY['recipients.csv'] ?? '';
  const latin = (text: string) => Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
  test.each<[what: string, content: string | Uint8Array, told: Told]>([
    ['Windows-1252', latin(`${tiny}emilia,Emilia \x96 Romagna,IT-45,ITMIL\n`), ['recipients.csv', 3, null, 'byte 0x96', 'not UTF-8: byte 0x96 at row 3; it looks like Windows-1252', 'CSV UTF-8']],
    ['ISO 8859-1', latin('recipient,name,area,place\n"lyon","Lyon\nRhône",FR-ARA,ITMIL\nx,é,FR,ITMIL\n'), ['recipients.csv', 2, null, 'byte 0xf4', 'Windows-1252 or ISO 8859-1', 'CSV UTF-8']],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...[...latin(tiny)].flatMap((byte) => [byte, 0])]), ['recipients.csv', 1, null, null, 'UTF-16', 'CSV UTF-8']],
    ['a workbook', latin('PK\x03\x04'), ['recipients.csv', null, null, null, 'a workbook', 'CSV UTF-8']],
    ['semicolons', tiny.replaceAll(',', ';'), ['recipients.csv', 1, null, null, 'separated by semicolons', 'by commas']],
    ['tabs', tiny.replaceAll(',', '\t'), ['recipients.csv', 1, null, null, 'separated by tabs', 'by commas']],
    ['nothing', '', ['recipients.csv', null, null, null, 'the file is empty', 'header row']],
    ['an open quote', `${tiny}veneto,"Veneto,IT-34,ITMIL\n`, ['recipients.csv', 3, null, null, 'no closing quote', 'twice']],
    ['a stray quote', `${tiny}veneto,Ven"eto",IT-34,ITMIL\n`, ['recipients.csv', 3, null, null, 'a double quote', 'twice']],
    ['too many cells', `${tiny}veneto,Veneto, Venice,IT-34,ITMIL\n`, ['recipients.csv', 3, null, 'ITMIL', 'the row has 5 cells, the header 4', 'in double quotes']],
    ['too few cells', `${tiny}veneto,Veneto\n`, ['recipients.csv', 3, null, null, 'the row has 2 cells, the header 4', 'a comma for each empty cell']],
    ['a misspelt column', tiny.replace('recipient,', 'recipent,'), ['recipients.csv', 1, 'recipent', 'recipent', 'there is no column recipent', 'did you mean recipient?']],
    ['an unknown column', tiny.replace('place\n', 'place,telephone\n').replace('ITMIL\n', 'ITMIL,1\n'), ['recipients.csv', 1, 'telephone', 'telephone', 'there is no column telephone', 'remove it; known are recipient, name']],
    ['a column twice', tiny.replace('place\n', 'place,area\n').replace('ITMIL\n', 'ITMIL,IT\n'), ['recipients.csv', 1, 'area', 'area', 'stands there twice', 'remove one']],
    ['a missing column', 'recipient,name,place\nlombardia,L,ITMIL\n', ['recipients.csv', 1, 'area', null, 'the column area is missing', 'such as IT-25']],
    ['a column without a name', 'recipient,,name,area,place\nlombardia,,L,IT-25,ITMIL\n', ['recipients.csv', 1, null, '', 'column 2 has no name', 'name it']],
    ['a row twice', `${tiny}lombardia,Lombardy,IT-25,ITMIL\n`, ['recipients.csv', 3, 'recipient', 'lombardia', 'lombardia stands in row 2 already', 'remove one of the two']],
  ])('%s', (_, content, told) => expectOnly(packOf({ ...TINY, 'recipients.csv': content }), told));

  test('the first row of a sequence of bytes that is cut at the end', () => {
    expectOnly(packOf({ ...TINY, 'recipients.csv': Uint8Array.from([...latin(tiny), 0xe2, 0x82]) }), ['recipients.csv', 3, null, 'byte 0xe2', 'not UTF-8', 'CSV UTF-8']);
  });
});

describe('a pack without its files', () => {
  const without = (name: string, more: Readonly<Record<string, string>> = {}) => packOf({ ...Object.fromEntries(Object.entries(TINY).filter(([file]) => file !== name)), ...more });
  test.each<[what: string, files: ReturnType<typeof packOf>, told: Told]>([
    ['a required sheet', without('items.csv', { 'lots.csv': 'lot,consignment,pledge,item,quantity,announced_at\n' }), ['items.csv', null, null, null, 'the sheet items is missing', 'add the file items.csv']],
    ['the operation', without('operation.csv'), ['operation.csv', null, null, null, 'the sheet operation is missing', 'add the file operation.csv']],
    ['a misspelt sheet', without('recipients.csv', { 'recipient.csv': TINY['recipients.csv'] ?? '' }), ['recipient.csv', null, null, null, 'there is no sheet recipient', 'did you mean recipients? rename it to recipients.csv']],
    ['a misspelt required sheet', without('places.csv', { 'Place.csv': TINY['places.csv'] ?? '' }), ['Place.csv', null, null, null, 'there is no sheet Place', 'did you mean places?']],
    ['a sheet of something else', packOf({ ...TINY, 'holidays.csv': 'x\n' }), ['holidays.csv', null, null, null, 'there is no sheet holidays', 'remove the file; known are operation.csv']],
  ])('%s', (_, files, told) => expectOnly(files, told));
});

describe('settings of the operation', () => {
  test.each<[what: string, from: string, to: string, row: number | null, column: string, value: string | null, problem: string, remedy: string]>([
    ['no name', 'operation,tiny', 'operation,', 2, 'value', '', 'the operation has no name', 'such as liege-2020'],
    ['a name with capitals', 'operation,tiny', 'operation,Tiny', 2, 'value', 'Tiny', 'lower-case letters', 'such as liege-2020'],
    ['a misspelt setting', 'zone,', 'zone,Europe/Brussels,,,\nhorizon_day,', 6, 'key', 'horizon_day', 'there is no setting horizon_day', 'did you mean horizon_days?'],
    ['a setting twice', 'zone,', 'zone,Europe/Brussels,,,\nzone,', 6, 'key', 'zone', 'stands in row 5 already', 'remove one'],
    ['a wrong unit', 'BELGG,UN/LOCODE', 'BELGG,IATA', 4, 'unit', 'IATA', 'hub is given in UN/LOCODE, not in IATA', 'leave unit empty'],
    ['a missing setting', 'hub,BELGG,UN/LOCODE,,\n', '', null, 'key', null, 'the setting hub is missing', 'add a row with the key hub'],
    ['an unreadable value', '2020-03-11T00:00:00Z', '11 March', 6, 'value', '11 March', 'opened_at cannot be read', 'write an instant such as'],
  ])('%s', (_, from, to, row, column, value, problem, remedy) => expectOnly(tinyWith('operation.csv', from, to), ['operation.csv', row, column, value, problem, remedy]));
});

describe('names that stand twice', () => {
  const twice = (second: string) => packOf({ ...TINY, 'counts.csv': `area,cases,deaths,reported_at,source,key\nIT,6509,,2020-03-16T02:00:00Z,who,\n${second}\n` });
  test('the same area, hour and source again', () => expectOnly(twice('IT,6684,,2020-03-16T03:00+01:00,who,'), ['counts.csv', 3, 'area', 'IT 2020-03-16T02:00:00Z who', 'stands in row 2 already', 'its own text in the column key']));
  test('another source at the same hour is another fact', () => expect(readPack(twice('IT,6684,,2020-03-16T02:00:00Z,ecdc,')).problems).toEqual([]));
  test('a key of its own makes it another fact', () => expect(readPack(twice('IT,6684,,2020-03-16T02:00:00Z,who,later')).problems).toEqual([]));
  test('the same key in another sheet', () => {
    const stock = 'recipient,item,quantity,reported_at,key\nlombardia,surgical-mask,1,2020-03-16,mine\n';
    expectOnly(packOf({ ...TINY, 'stock.csv': stock, 'recipients.csv': 'recipient,name,area,place,key\nlombardia,L,IT-25,ITMIL,mine\n' }), ['stock.csv', 2, 'recipient', 'lombardia surgical-mask 2020-03-16T22:59:59.999Z', 'stands in row 2 of recipients.csv already', 'give each row its own key']);
  });
});

describe('all problems at once', () => {
  test('of all sheets, in their order, two in one row', () => {
    const files = packOf({
      ...TINY,
      'pledges.csv': (TINY['pledges.csv'] ?? '').replace('100000', '-1').replace('yes', 'ja'),
      'items.csv': (TINY['items.csv'] ?? '').replace('item,', 'itme,').replace('12000', '12.000,5'),
      'movements.csv': (TINY['movements.csv'] ?? '').replace('goods.tallied', 'goods.talied'),
    });
    expect(readPack(files).problems.map(({ file, row, column }) => `${file}:${row}:${column}`)).toEqual(['items.csv:1:itme', 'items.csv:3:null', 'pledges.csv:2:quantity', 'pledges.csv:2:via_hub', 'movements.csv:3:kind']);
  });

  test('an items sheet that cannot be read is not blamed on the lots that count its cartons', () => {
    expectOnly(packOf({ ...TINY, 'items.csv': (TINY['items.csv'] ?? '').replaceAll(',', ';') }), ['items.csv', 1, null, null, 'separated by semicolons', 'by commas']);
  });

  test('none speaks in the words of the schema library', () => {
    const garbage = Object.fromEntries(Object.entries(TINY).map(([file, content]) => [file, content.split('\n').map((line, k) => (k === 0 ? line : line.replaceAll(/[^,]+/g, '?!'))).join('\n')]));
    const { problems } = readPack(packOf(garbage));
    expect(problems.length).toBeGreaterThan(60);
    for (const { problem, remedy } of problems) {
      expect(problem).not.toMatch(/Invalid|expected|received|undefined|pattern|Too /);
      expect(remedy).not.toBe('');
    }
  });

  test('a fact with a body of JSON says which field is wrong', () => {
    const facts = 'kind,occurred_at,body\npledge.withdrawn,2020-03-18,"{""pledge"":""P1"",""reason"":""closed"",""why"":1}"\npledge.withdrawn,2020-03-18,{pledge: P1}\noperation.opened,2020-03-18,{}\n';
    expect(readPack(packOf({ ...TINY, 'facts.csv': facts })).problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [2, 'body', 'item: it is missing'],
      [2, 'body', 'there is no field why'],
      [3, 'body', 'not JSON'],
      [4, 'kind', 'not one of the known values'],
    ]);
  });
});
