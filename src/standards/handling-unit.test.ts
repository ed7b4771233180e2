import { expect, test } from 'vitest';
import { readHandlingUnit } from './handling-unit.ts';

test.each([
  ['the bars', ']C100106141412345678908'],
  ['the bars, without what a scanner puts in front', '00106141412345678908'],
  ['the DataMatrix with all that it holds', ']d2001061414123456789083303187500020952123400001317220313374000\u001d10L-1'],
  ['the same, from a scanner that does not say what it read', '001061414123456789083303187500020952123400001317220313374000\u001d10L-1'],
  ['the square code', 'https://airbridge.example/t/00/106141412345678908'],
  ['the text below the bars', '(00) 1 0614141 234567890 8'],
  ['text with further fields', '(00)106141412345678908(400)A-17'],
  ['digits in groups', '1061 4141 2345 6789 08'],
])('a unit is known by %s', (_, text) => expect(readHandlingUnit(text)).toEqual({ ok: true, value: '106141412345678908' }));

test.each([['PMC 12345 CV', 'PMC12345CV'], ['ake-1234-5x', 'AKE12345X']])('so is a device of an aircraft, %s', (text, id) => expect(readHandlingUnit(text)).toEqual({ ok: true, value: id }));

test.each([
  ['a maker’s barcode', ']d2010950600013435210A', 'this barcode says what the goods are, not which carton or pallet', 'scan the label with the SSCC, the one that begins with (00)'],
  ['a maker’s text', '(01)09506000134352', 'this barcode says what the goods are, not which carton or pallet', 'scan the label with the SSCC, the one that begins with (00)'],
  ['a slip of the finger', '106141412345678980', 'the check digit is 0, the others make it 4', 'compare it with the paper: either the last digit is 4, or one of the others is wrong'],
  ['a page of another kind', 'https://example.org/menu', 'this address holds no GS1 key, such as /00/ and an SSCC', 'scan the square code on the label, not one on the goods'],
  ['a device without its owner', 'PMC12345', 'the owner’s code is missing at the end', 'write the airline’s designator after the serial, such as CV'],
  ['nothing', '', 'an SSCC has 18 digits, this one has 0', 'read it again: 18 more may be missing'],
])('%s names none, and it says what to do', (_, text, message, remedy) => {
  const read = readHandlingUnit(text);
  expect(read.ok ? [] : [read.error.message, read.error.remedy]).toEqual([message, remedy]);
});
