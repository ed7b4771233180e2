// Worksheets → an Excel workbook (.xlsx). The same worksheets give the same bytes on every machine, in every zone, at any
// hour. Only what a pack and its template need: texts and numbers, a frozen header, widths, what may be chosen, hints.
// ECMA-376 Part 1, 18.3. Why it is our own: docs/decisions/0007-workbooks.md.

import { zipSync } from 'fflate';
import { rangeName, columnLetters, type Range } from './grid.ts';
import { attribute, cellText } from './xml.ts';

export type Look = 'plain' | 'text' | 'head' | 'headRequired' | 'tag' | 'title';
/** The order is that of the styles below. */
const LOOKS: readonly Look[] = ['plain', 'text', 'head', 'headRequired', 'tag', 'title'];

export interface WrittenCell {
  readonly text: string;
  /** Keep it as a number; `text` is then a plain decimal. */
  readonly isNumber?: boolean;
  readonly look?: Look;
}

export interface WrittenColumn {
  /** In characters. */
  readonly width: number;
  /** What is typed into an empty cell of it stays a text. */
  readonly isText: boolean;
}

/** What the cells of a range may hold, and the hint that is shown beside them. */
export interface Validation {
  readonly range: Range;
  readonly allow: { readonly words: readonly string[] } | { readonly from: { readonly sheet: string; readonly range: Range }; readonly othersToo: boolean } | 'number' | 'anything';
  readonly title: string;
  readonly hint: string;
}

export interface Worksheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly columns: readonly WrittenColumn[];
  /** Null: an empty cell. */
  readonly rows: readonly (readonly (WrittenCell | null)[])[];
  /** Rows that stay in sight when one scrolls. */
  readonly frozen: number;
  readonly validations: readonly Validation[];
}

/** What Excel takes at most: a cell's text, a list of words, a hint and its title. */
export const LONGEST_TEXT = 32_767;
const LONGEST_LIST = 255;
const LONGEST_HINT = 255;
const LONGEST_TITLE = 32;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function writeWorkbook(sheets: readonly Worksheet[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': book(sheets),
    'xl/_rels/workbook.xml.rels': relationships([...sheets.map((_, k): [string, string] => ['worksheet', `worksheets/sheet${k + 1}.xml`]), ['styles', 'styles.xml']]),
    'xl/styles.xml': STYLES,
  };
  for (const [k, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${k + 1}.xml`] = worksheet(sheet, k === sheets.findIndex(({ hidden }) => hidden !== true));
  const encoder = new TextEncoder();
  // A zip entry keeps its time by the clock on the wall: this one reads the same in every zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(HEAD + xml)])), { level: 6, mtime });
}

const contentTypes = (sheets: number): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
  `${Array.from({ length: sheets }, (_, k) => `<Override PartName="/xl/worksheets/sheet${k + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}</Types>`;

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const book = (sheets: readonly Worksheet[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, hidden }, k) => `<sheet name="${attribute(name)}" sheetId="${k + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${k + 1}"/>`).join('')}</sheets></workbook>`;

const fill = (colour: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const format = (number: number, font: number, filled: number): string => `<xf numFmtId="${number}" fontId="${font}" fillId="${filled}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
/** Format 49 is text: what looks like a date or a number is left as it was typed. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="9"/><color rgb="FF5F6B76"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>` +
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E3E8EC')}${fill('BFD9E8')}</fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="${LOOKS.length}">${format(0, 0, 0)}${format(49, 0, 0)}${format(49, 1, 2)}${format(49, 1, 3)}${format(49, 2, 0)}${format(0, 3, 0)}</cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet({ columns, rows, frozen, validations }: Worksheet, isFirst: boolean): string {
  const pane = frozen === 0 ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const widths = columns.map(({ width, isText }, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" style="${LOOKS.indexOf(isText ? 'text' : 'plain')}" customWidth="1"/>`).join('');
  const data = rows.map((cells, k) => `<row r="${k + 1}">${cells.map((cell, c) => (cell === null ? '' : cellXml(cell, `${columnLetters(c + 1)}${k + 1}`))).join('')}</row>`).join('');
  const rules = validations.length === 0 ? '' : `<dataValidations count="${validations.length}">${validations.map(validation).join('')}</dataValidations>`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>${data}</sheetData>${rules}</worksheet>`;
}

function cellXml({ text, isNumber, look = isNumber === true ? 'plain' : 'text' }: WrittenCell, name: string): string {
  const at = `r="${name}" s="${LOOKS.indexOf(look)}"`;
  return isNumber === true ? `<c ${at}><v>${text}</v></c>` : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** Can these words stand in the rule itself? A longer list has to stand in cells. */
export const fitsInRule = (words: readonly string[]): boolean => words.join(',').length <= LONGEST_LIST && words.every((word) => !/[",]/.test(word));

const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
const absolute = ({ sheet, range }: { readonly sheet: string; readonly range: Range }): string =>
  `'${sheet.replaceAll("'", "''")}'!$${columnLetters(range.left)}$${range.top}:$${columnLetters(range.right)}$${range.bottom}`;

function validation({ range, allow, title, hint }: Validation): string {
  const shown = `showInputMessage="1" promptTitle="${attribute(shortened(title, LONGEST_TITLE))}" prompt="${attribute(shortened(hint, LONGEST_HINT))}" sqref="${rangeName(range)}"`;
  const refusal = (text: string): string => `allowBlank="1" showErrorMessage="1" error="${attribute(text)}"`;
  if (allow === 'anything') return `<dataValidation allowBlank="1" ${shown}/>`;
  if (allow === 'number') return `<dataValidation type="decimal" operator="between" ${refusal('Write the number alone, without unit or separators.')} ${shown}><formula1>-1000000000000000</formula1><formula2>1000000000000000</formula2></dataValidation>`;
  if ('words' in allow) return `<dataValidation type="list" ${refusal('Choose one of the words in the list.')} ${shown}><formula1>"${cellText(allow.words.join(','))}"</formula1></dataValidation>`;
  const style = allow.othersToo ? 'errorStyle="warning" ' : '';
  const text = allow.othersToo ? `The sheet ${allow.from.sheet} has no such row. Keep it only where the operation knows it already.` : 'Choose one of the words in the list.';
  return `<dataValidation type="list" ${style}${refusal(text)} ${shown}><formula1>${cellText(absolute(allow.from))}</formula1></dataValidation>`;
}
