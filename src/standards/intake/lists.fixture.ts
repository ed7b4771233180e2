// Three shippers' sheets of our own making, none like the other: an English workbook with a banner and sums by formula, a
// French CSV as Excel saves it in France, a bilingual Chinese workbook with a header of two merged rows and dimensions.

import { merged, sheetXml, workbook, type Drawn } from '../sheets/workbook.fixture.ts';

/** 250 + 40 + 20 cartons: 500,000 masks, 40,000 FFP2, 1,000 suits. 112-34567890: the serial 3456789 is 7 × 493,827. */
const ENGLISH: readonly (readonly Drawn[])[] = [
  ['PACKING LIST', null, null, null, null, null, null],
  ['Shipper:', 'Qiantang Medical Trading Co.', null, null, 'AWB No.:', '112-34567890', null],
  [null],
  ['No.', 'Description of Goods', 'Qty (pcs)', 'Pcs/Ctn', 'Cartons', 'G.W. (kgs)', 'Volume (CBM)', 'Lot No.', 'Expiry date'],
  [1, 'Disposable surgical masks type IIR', 500000, 2000, 250, 2125, 18.75, 'M200301', { serial: 44_985 }],
  [2, 'FFP2 respirators', 40000, 1000, 40, 400, 4.03, 'F-77', { serial: 44_985 }],
  [3, 'Protective suits', 1000, 50, 20, 240, 1.92, null, null],
  ['TOTAL', null, 541000, null, { formula: 'SUM(E5:E7)', result: 310 }, { formula: 'SUM(F5:F7)', result: 2765 }, 24.7],
  ['We certify that the above is true and correct.'],
];
export const englishList = (columns: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8]): Uint8Array =>
  workbook({ 'Packing List': sheetXml(ENGLISH.map((row, r) => (r < 3 || r > 7 ? row : columns.map((c) => row[c] ?? null))), merged('A1:G1')), Notes: sheetXml([['Please handle with care.']]) });

const FRENCH = [
  'Liste de colisage;;;;;;',
  'Désignation des marchandises;Qté;Unité;Nb de colis;Poids brut (kg);N° de lot;Date de péremption',
  'Masques chirurgicaux type IIR;300 000;pièces;150;1 275,5;L2020-03;28/02/2023',
  'Gants d\u2019examen nitrile, boîtes de 100;5 000;boîtes;500;3 050,0;G-9;03/04/2025',
  'Total;;;650;4 325,5;;',
].join('\r\n');
/** Windows-1252: what is not Latin-1 in it is the apostrophe, 0x92. */
export const frenchList = (text: string = FRENCH): Uint8Array => Uint8Array.from(text, (letter) => (letter === '\u2019' ? 0x92 : letter.charCodeAt(0)));

const CHINESE: readonly (readonly Drawn[])[] = [
  ['装箱单 PACKING LIST'],
  ['品名 Description', '数量 Quantity', '箱数 CTNS', '外箱尺寸 Carton size (cm)', null, null, '毛重 G.W./CTN (kg)', '批号 Batch', '有效期'],
  [null, null, null, '长 L', '宽 W', '高 H', null, null, null],
  ['一次性医用口罩', '20万只', 100, 52, 38, 38, 8.5, '20200301', '2022年2月28日'],
  ['KN95 口罩', '2万只', 20, 60, 40, 42, 10, '20200302', '2023年2月28日'],
  ['合计', null, 120],
];
export const chineseList = (): Uint8Array => workbook({ 箱单: sheetXml(CHINESE, merged('A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3', 'H2:H3', 'I2:I3')) });
