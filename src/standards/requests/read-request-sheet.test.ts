// Sheets of requests as hospitals, regions and ministries write them. A carton holds 2,000 masks or 50 suits, by hand.

import { describe, expect, test } from 'vitest';
import { Item } from '../../domain/catalogue.ts';
import { RecipientId } from '../../domain/ids.ts';
import { LocalDate } from '../../domain/time.ts';
import { readSheets } from '../sheets/read-sheets.ts';
import { readRequestSheet, type RequestSheet } from './read-request-sheet.ts';
import { severityIn } from './severity.ts';

const item = (code: string, name: string, unitsPerCarton: number): Item =>
  Item.parse({ item: code, name, class: 'ppe', unitsPerCarton, cartonsPerPallet: 20, lengthMm: 500, widthMm: 400, heightMm: 400, cartonGrams: 8000, leastCartonGrams: 1000, mostCartonGrams: 20_000, leastUnitsPerCarton: 1, mostUnitsPerCarton: 10_000, temperature: 'ambient', worthCents: 10 });
const KNOWN = {
  items: [item('surgical-mask', 'Surgical mask', 2000), item('ffp2', 'FFP2 respirator', 1000), item('suit', 'Protective suit', 50)],
  recipients: [['IT-LOM', 'Regione Lombardia'], ['IT-VEN', 'Regione Veneto'], ['FR', 'Santé publique France']].map(([recipient = '', name = '']) => ({ recipient: RecipientId.parse(recipient), name })),
  today: LocalDate.parse('2020-03-16'),
};

function read(text: string, answers: Readonly<Record<string, string>> = {}): RequestSheet {
  const sheets = readSheets(new TextEncoder().encode(text));
  if (!sheets.ok) throw new Error(sheets.error.problem);
  const found = readRequestSheet(sheets.value, KNOWN, new Map(Object.entries(answers)));
  if (!found.ok) throw new Error(found.error.problem);
  return found.value;
}
const lines = (sheet: RequestSheet): unknown[] => sheet.rows.map(({ line }) => line && [line.recipient, line.item, line.units, line.from, line.until, line.severity]);
const wrong = (sheet: RequestSheet): unknown[] => sheet.rows.flatMap(({ problems }) => problems.map(({ row, column, problem }) => [row, column, problem]));

describe('a sheet of requests', () => {
  test('in English: pieces and cartons, a word for the urgency', () => {
    const sheet = read('Recipient,Item,Quantity,Unit,From,Until,Urgency,Reason\nIT-LOM,Surgical masks,12,cartons,2020-03-17,2020-03-23,critical,wards are full\nRegione Veneto,FFP2,5000,pcs,2020-03-17,2020-03-23,4,\n');
    expect(sheet.columns.map(({ field }) => field)).toEqual(['recipient', 'item', 'quantity', 'unit', 'from', 'until', 'severity', 'why']);
    expect(lines(sheet)).toEqual([['IT-LOM', 'surgical-mask', 24_000, '2020-03-17', '2020-03-23', 5], ['IT-VEN', 'ffp2', 5000, '2020-03-17', '2020-03-23', 4]]);
    expect([sheet.questions, wrong(sheet)]).toEqual([[], []]);
  });
  test('in French, with semicolons, a title above and a sum below', () => {
    const sheet = read('Demandes du 16 mars;;;;;\nÉtablissement;Désignation;Quantité demandée;Du;Au;Motif\nSanté publique France;masques chirurgicaux;12 000;17/03/2020;23/03/2020;réanimation\nTotal;;12 000;;;\n');
    expect([sheet.headerRow, sheet.columns.map(({ field }) => field)]).toEqual([2, ['recipient', 'item', 'quantity', 'from', 'until', 'why']]);
    expect(lines(sheet)).toEqual([['FR', 'surgical-mask', 12_000, '2020-03-17', '2020-03-23', 3]]);
  });
  test('in Italian and German: other words for the same columns', () => {
    expect(lines(read('Ente;Materiale;Fabbisogno;Dal;Al;Priorità\nLombardia;mascherine chirurgiche;5000;17/03/2020;23/03/2020;urgente\n'))).toEqual([['IT-LOM', 'surgical-mask', 5000, '2020-03-17', '2020-03-23', 4]]);
    expect(lines(read('Einrichtung;Artikel;Bedarf;Ab;Bis;Dringlichkeit\nIT-LOM;Schutzanzug;40;17.03.2020;23.03.2020;sehr dringend\n'))).toEqual([['IT-LOM', 'suit', 40, '2020-03-17', '2020-03-23', 5]]);
  });
  test('pasted out of a spreadsheet, without a first day: from today', () => expect(lines(read('Hospital\tItem\tQty\tUntil\nIT-LOM\tsuit\t40\t2020-03-23\n'))).toEqual([['IT-LOM', 'suit', 40, '2020-03-16', '2020-03-23', 3]]));

  test('says what is wrong in its row and column, and reads the others', () => {
    const sheet = read('Recipient,Item,Quantity,Unit,From,Until\nIT-LOM,suit,40,,2020-03-17,2020-03-23\nIT-LOMM,suit,40,,2020-03-17,2020-03-23\nIT-VEN,suit,many,,2020-03-17,2020-03-23\nIT-VEN,suit,40,barrels,2020-03-23,2020-03-17\nIT-LOM,suit,7,,2020-03-17,2020-03-29\n');
    expect(lines(sheet)[0]).toEqual(['IT-LOM', 'suit', 40, '2020-03-17', '2020-03-23', 3]);
    expect(wrong(sheet)).toEqual([
      [3, 'A', 'there is no recipient IT-LOMM'],
      [4, 'C', 'this is not a number'],
      [5, 'D', 'barrels is no unit of measure that is known'],
      [6, null, 'row 2 asks for the same item for the same recipient from the same day'],
    ]);
  });
  test('whose last day lies before the first says so', () => expect(wrong(read('Recipient,Item,Quantity,From,Until\nIT-LOM,suit,40,2020-03-23,2020-03-17\n'))).toEqual([[2, 'E', 'the last day, 2020-03-17, lies before the first, 2020-03-23']]));
  test('has rows set aside, and goods asked about that nobody knows', () => {
    const text = 'Recipient,Item,Quantity,Until\nIT-LOM,helmets,40,2020-03-23\nIT-VEN,suit,40,2020-03-23\n';
    expect(read(text).questions.map(({ id }) => id)).toEqual(['item:helmets']);
    expect(read(text, { 'row:2': 'aside' })).toMatchObject({ questions: [], rows: [{ isAside: true }, { isAside: false }] });
    expect(lines(read(text, { 'item:helmets': 'suit' }))[0]).toEqual(['IT-LOM', 'suit', 40, '2020-03-16', '2020-03-23', 3]);
  });
  test('whose days could be read in two ways asks which is meant', () => {
    const text = 'Recipient,Item,Quantity,Until\nIT-LOM,suit,40,04/05/2020\n';
    expect(read(text).questions.map(({ id }) => id)).toEqual(['dates']);
    expect(lines(read(text, { dates: 'month-first' }))).toEqual([['IT-LOM', 'suit', 40, '2020-03-16', '2020-04-05', 3]]);
  });
  test('without a column that it cannot do without asks which it is', () => expect(read('Recipient,Item,Until,Bar\nIT-LOM,suit,2020-03-23,40\n').questions.map(({ id }) => id)).toEqual(['field:quantity']));
});

test.each([['5', 5], ['2/5', 2], ['very urgent', 5], ['Urgente', 4], ['peut attendre', 1], ['gestern', null], ['7', null]] as const)('an urgency of %s is %s', (text, severity) => expect(severityIn(text)).toBe(severity));
