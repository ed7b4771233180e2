// A barcode as dark modules on a grid, ready to be drawn as rectangles of exactly one module's width: GS1-128, GS1 DataMatrix
// and QR codes by bwip-js. Sizes and quiet zones of the labels are in labels.ts; the content is made by standards/gs1.

import barcodes from 'bwip-js';
import { BrokenInvariant } from '../domain/result.ts';
import { GROUP_SEPARATOR } from '../standards/gs1/element-string.ts';

export interface Modules {
  readonly columns: number;
  readonly rows: number;
  /** Dark rectangles in modules, from the top left. */
  readonly dark: readonly { readonly column: number; readonly row: number; readonly columns: number; readonly rows: number }[];
  /** White that must stay on every side, in modules; `sideOnly`: left and right. */
  readonly quiet: number;
  readonly quietSides: 'all' | 'left and right';
}

/** ISO/IEC 15417 and 16022, 18004; GS1 General Specifications 5.4.4, 5.6.3.4, 5.7.3. */
const QUIET = { linear: 10, dataMatrix: 1, qr: 4 } as const;

/** GS1-128 of what a scanner is to send (standards/gs1/element-string.ts): Code 128 that begins with FNC1. A single row of bars. */
export const gs1128 = (content: string): Modules => linear(barcodes.raw('code128', withFunctions(content), 'parsefnc'));
/** GS1 DataMatrix of the same. */
export const gs1DataMatrix = (content: string): Modules => matrix(barcodes.raw('datamatrix', withFunctions(content), 'parsefnc'), QUIET.dataMatrix);
/** QR code of a link, error correction level M: 15 % of it may be torn or dirty. */
export const qrCode = (link: string): Modules => matrix(barcodes.raw('qrcode', link, 'eclevel=M'), QUIET.qr);

/** FNC1 marks the barcode as GS1's, and stands for each separator. GS1's character set has no `^`, which is how FNC1 is written here. */
const withFunctions = (content: string): string => `^FNC1${content.replaceAll(GROUP_SEPARATOR, '^FNC1')}`;

type Raw = readonly ({ readonly sbs: readonly number[] } | { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number })[];

function linear([symbol]: Raw): Modules {
  if (symbol === undefined || !('sbs' in symbol)) throw new BrokenInvariant('a linear symbol consists of bars and spaces');
  let columns = 0;
  const dark: { column: number; row: number; columns: number; rows: number }[] = [];
  symbol.sbs.forEach((width, i) => {
    if (i % 2 === 0) dark.push({ column: columns, row: 0, columns: width, rows: 1 });
    columns += width;
  });
  return { columns, rows: 1, dark, quiet: QUIET.linear, quietSides: 'left and right' };
}

/** Dark modules side by side become one rectangle: smaller, and without hairlines between them. */
function matrix([symbol]: Raw, quiet: number): Modules {
  if (symbol === undefined || !('pixs' in symbol)) throw new BrokenInvariant('a matrix symbol consists of modules');
  const { pixs, pixx, pixy } = symbol;
  const dark: { column: number; row: number; columns: number; rows: number }[] = [];
  for (let row = 0; row < pixy; row++) {
    for (let column = 0; column < pixx; column++) {
      if (pixs[row * pixx + column] !== 1) continue;
      let columns = 1;
      while (column + columns < pixx && pixs[row * pixx + column + columns] === 1) columns++;
      dark.push({ column, row, columns, rows: 1 });
      column += columns;
    }
  }
  return { columns: pixx, rows: pixy, dark, quiet, quietSides: 'all' };
}
