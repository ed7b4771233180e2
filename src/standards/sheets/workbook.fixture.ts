// Workbooks for tests, as other programs write them: with what a test wants to see refused, in whatever XML it likes.

import { strToU8, zipSync, type ZipOptions } from 'fflate';
import { cellName } from './grid.ts';

/** `serial`: a number that its style shows as a date. */
export type Drawn = string | number | boolean | null | { readonly formula: string; readonly result?: number } | { readonly serial: number } | { readonly error: string };

function drawn(cell: Drawn, name: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${name}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('formula' in cell) return `<c r="${name}"><f>${cell.formula}</f>${cell.result === undefined ? '' : `<v>${cell.result}</v>`}</c>`;
  if ('error' in cell) return `<c r="${name}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${name}" s="1"><v>${cell.serial}</v></c>`;
}

export const sheetXml = (rows: readonly (readonly Drawn[])[], more = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((cells, r) => `<row r="${r + 1}">${cells.map((cell, c) => drawn(cell, cellName(r + 1, c + 1))).join('')}</row>`).join('')}</sheetData>${more}</worksheet>`;

export const merged = (...refs: readonly string[]): string => `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const STYLES = '<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>';

/** @param sheets name → the worksheet's XML. @param parts replaces or adds parts of the package; null leaves one out. */
export function workbook(sheets: Readonly<Record<string, string>>, parts: Readonly<Record<string, string | null>> = {}, packing: ZipOptions = {}): Uint8Array {
  const names = Object.keys(sheets);
  const rels = (targets: readonly string[]): string => `<Relationships>${targets.map((target, k) => `<Relationship Id="r${k}" Type="x/${target.includes('worksheets') ? 'worksheet' : target.replace(/^.*\/|\.xml$/g, '')}" Target="${target}"/>`).join('')}</Relationships>`;
  const all: Record<string, string | null> = {
    '_rels/.rels': rels(['xl/workbook.xml']).replace('x/workbook', 'x/officeDocument'),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, k) => `<sheet name="${name}" sheetId="${k + 1}" r:id="r${k}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([...names.map((_, k) => `worksheets/sheet${k}.xml`), 'styles.xml', 'sharedStrings.xml']),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': '<sst/>',
    ...Object.fromEntries(names.map((name, k) => [`xl/worksheets/sheet${k}.xml`, sheets[name] ?? ''])),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).flatMap(([name, xml]) => (xml === null ? [] : [[name, strToU8(xml)]]))), packing);
}
