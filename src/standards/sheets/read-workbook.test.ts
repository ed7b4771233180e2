import { describe, expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { sheetXml, workbook } from './workbook.fixture.ts';

const gridsOf = (bytes: Uint8Array) => {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.problem);
  return read.value;
};
/** The cells of the first sheet: name → kind and text. */
const cellsOf = (bytes: Uint8Array) => gridsOf(bytes)[0]?.cells.map(({ row, column, value }) => `${row}.${column} ${value.kind} ${value.text}`);

describe('a workbook of another program is read', () => {
  test('with texts that cells share, in runs of several looks, without what tells how to say them', () => {
    const shared = '<sst><si><t>plain</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si><si><t xml:space="preserve"> a_x000D_b &amp;amp; </t></si></sst>';
    const sheet = '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c t="s"><v>0</v></c></row><row><c t="s"><v>2</v></c></row></sheetData></worksheet>';
    expect(cellsOf(workbook({ one: sheet }, { 'xl/sharedStrings.xml': shared }))).toEqual(['2.2 text two runs', '2.3 text plain', '3.1 text  a\rb &amp; ']);
  });

  test('with prefixed elements and parts that are named from the root', () => {
    const sheet = '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>text</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const relations = '<Relationships><Relationship Id="r0" Type="x/worksheet" Target="/xl/worksheets/sheet0.xml"/></Relationships>';
    expect(cellsOf(workbook({ one: sheet }, { 'xl/_rels/workbook.xml.rels': relations, 'xl/styles.xml': null, 'xl/sharedStrings.xml': null }))).toEqual(['1.1 text text']);
  });

  test('with numbers in their shortest form, and truth values, errors and formulas as such', () => {
    const row = [9.2, 0.1 + 0.2, 1e-7, 1.5e21, -0, true, { error: '#REF!' }, { formula: 'A1*2', result: 18.4 }, { formula: 'TODAY()' }];
    const bytes = workbook({ one: sheetXml([row]).replace('>9.2<', '>9.1999999999999993<') });
    expect(cellsOf(bytes)).toEqual(['1.1 number 9.2', '1.2 number 0.30000000000000004', '1.3 number 0.0000001', '1.4 number 1500000000000000000000', '1.5 number 0', '1.6 truth TRUE', '1.7 error #REF!', '1.8 formula =A1*2', '1.9 formula =TODAY()']);
  });

  test('with dates as they are shown, by no zone', () => {
    const row = [{ serial: 43_903 }, { serial: 43_903.895833333336 }, { serial: 0.270833333333333 }, { serial: 43_903.00001157407 }, { serial: 59 }, { serial: -1 }];
    expect(cellsOf(workbook({ one: sheetXml([row]) }))).toEqual(['1.1 date 2020-03-13', '1.2 date 2020-03-13T21:30', '1.3 date 06:30', '1.4 date 2020-03-13T00:00:01', '1.5 date 59', '1.6 date -1']);
  });

  test('with the dates of a workbook that counts from 1904', () => {
    const bytes = workbook({ one: sheetXml([[{ serial: 42_441 }]]) }, { 'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="one" r:id="r0"/></sheets></workbook>' });
    expect(cellsOf(bytes)).toEqual(['1.1 date 2020-03-13']);
  });

  test.each([
    ['yyyy-mm-dd', true], ['[$-409]d mmm yy;@', true], ['h:mm', true], ['[h]:mm', true], ['[Red]0.00', false], ['0.00" days"', false], ['#,##0\\d', false], ['General', false], ['0.00E+00', false], ['_-* #,##0_-', false],
  ])('the format %s shows dates: %s', (code, isDate) => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
    expect(cellsOf(workbook({ one: sheetXml([[{ serial: 43_903 }]]) }, { 'xl/styles.xml': styles }))).toEqual([isDate ? '1.1 date 2020-03-13' : '1.1 number 43903']);
  });

  test('with what is merged', () => {
    const [grid] = gridsOf(workbook({ one: sheetXml([['a']], '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="AA10:AB11"/></mergeCells>') }));
    expect(grid?.merged).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }, { top: 10, left: 27, bottom: 11, right: 28 }]);
  });
});

describe('what is no workbook is refused', () => {
  const good = workbook({ one: sheetXml([['a']]) });
  const declared = (size: number): Uint8Array => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    return bytes;
  };
  /** In the text of a number, where the part still reads well. */
  const flipped = (): Uint8Array => {
    const bytes = workbook({ one: sheetXml([[500_000]]) }, {}, { level: 0 });
    const at = bytes.findIndex((_, k) => new TextDecoder().decode(bytes.subarray(k, k + 6)) === '500000');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  test.each<[string, Uint8Array, string, string]>([
    ['nothing', new Uint8Array(), 'no workbook', 'save it as'],
    ['CSV under another name', new TextEncoder().encode('key,value\n'), 'no workbook', 'save it as'],
    ['a workbook of old, or with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'a password', 'take the password away'],
    ['a file that was cut off', good.slice(0, good.length - 40), 'cut off', 'take the file anew'],
    ['a file in which one bit has flipped', flipped(), 'damaged', 'take the file anew'],
    ['a zip of something else', workbook({}, { '_rels/.rels': null }), 'no Excel workbook', 'save it as'],
    ['XML that is not well-formed', workbook({ one: '<worksheet><sheetData><row>' }), 'damaged', 'save it as'],
    ['an entity of its own', workbook({ one: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>' }), 'damaged', 'save it as'],
    ['a small file that claims to be huge', declared(0x3fffffff), 'too large', 'remove pictures'],
  ])('%s', (_, bytes, problem, remedy) => {
    const read = readWorkbook(bytes);
    expect(read).toMatchObject({ ok: false, error: { problem: expect.stringContaining(problem) as string, remedy: expect.stringContaining(remedy) as string } });
  });
});
