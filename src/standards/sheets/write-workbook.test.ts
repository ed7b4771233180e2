import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook, type Worksheet } from './write-workbook.ts';
import { listen } from './xml.ts';

const sheet = (more: Partial<Worksheet>): Worksheet => ({ name: 'one', columns: [], rows: [], frozen: 0, validations: [], ...more });
const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe('a workbook is written', () => {
  test('so that every text comes back, whatever stands in it', () => {
    const texts = fc.oneof(fc.constantFrom('=1+1', '_x000D_', '_x005F_x0041_', 'a\r\nb', '\t', ' both ends ', '<a & "b">', '\0\u0008\u001f', '\ufffe\uffff', '🧴'), fc.string({ unit: 'binary', minLength: 1 }));
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1 }), (column) => {
        const read = readWorkbook(writeWorkbook([sheet({ name: "it's <one>", rows: column.map((text) => [{ text }]) })]));
        expect(read.ok && read.value.map(({ name, cells }) => [name, ...cells.map(({ value }) => value.text)])).toEqual([["it's <one>", ...column]]);
      }),
      { numRuns: 25 },
    );
  });

  test('with numbers as numbers, and texts that look like numbers as texts', () => {
    const read = readWorkbook(writeWorkbook([sheet({ rows: [[{ text: '38.5', isNumber: true }, null, { text: '0385' }]] })]));
    expect(read.ok && read.value[0]?.cells).toEqual([{ row: 1, column: 1, value: { kind: 'number', text: '38.5' } }, { row: 1, column: 3, value: { kind: 'text', text: '0385' } }]);
  });

  test('of well-formed parts, each of which is declared', () => {
    const range = { top: 2, bottom: 9, left: 1, right: 1 };
    const parts = partsOf(writeWorkbook([
      sheet({ frozen: 1, columns: [{ width: 9, isText: true }], validations: [{ range, allow: { words: ['a', 'b'] }, title: 'x'.repeat(40), hint: 'say "so"\n' }, { range, allow: 'number', title: 'n', hint: '' }, { range, allow: { from: { sheet: "o'two", range }, othersToo: true }, title: 'r', hint: 'x'.repeat(300) }, { range, allow: 'anything', title: 't', hint: 'h' }] }),
      sheet({ name: "o'two", hidden: true }),
    ]));
    for (const xml of Object.values(parts)) expect(() => listen(xml, {})).not.toThrow();
    for (const name of Object.keys(parts)) if (!/\.rels$|^\[/.test(name)) expect(parts['[Content_Types].xml']).toContain(`PartName="/${name}"`);
    const one = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect([...one.matchAll(/<formula1>([^<]*)/g)].map((it) => it[1])).toEqual(['"a,b"', '-1000000000000000', "'o''two'!$A$2:$A$9"]);
    for (const [, hint = ''] of one.matchAll(/ prompt="([^"]*)"/g)) expect(hint.length).toBeLessThanOrEqual(265);
    expect(one).toMatch(/^<\?xml[^>]*>\n<worksheet[^>]*><sheetViews>.*<\/sheetViews><sheetFormatPr[^>]*><cols>.*<\/cols><sheetData>.*<\/sheetData><dataValidations count="4">/);
    expect(parts['xl/workbook.xml']).toContain('state="hidden"');
  });

  test('the same at any hour: its entries carry no time of writing', () => {
    const bytes = writeWorkbook([sheet({ rows: [[{ text: 'a' }]] })]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(10, true)).toBe(0x00210000);
    expect(writeWorkbook([sheet({ rows: [[{ text: 'a' }]] })])).toEqual(bytes);
  });
});
