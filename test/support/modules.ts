// A barcode's modules as a printer would set them, in their quiet zone and nothing else: what a scanner is shown where there is no
// program to make a picture of a PDF.

import type { Modules } from '../../src/papers/symbol.ts';
import type { Pixels } from './poppler.ts';

const SCALE = 3;
const BAR_HEIGHT = 60;

export function drawn(modules: Modules): Pixels {
  const rowHeight = modules.quietSides === 'all' ? SCALE : BAR_HEIGHT;
  const [width, height] = [(modules.columns + 2 * modules.quiet) * SCALE, modules.rows * rowHeight + 2 * modules.quiet * SCALE];
  const grey = new Uint8Array(width * height).fill(255);
  for (const { column, row, columns } of modules.dark) {
    for (let y = row * rowHeight; y < (row + 1) * rowHeight; y++) {
      const from = (y + modules.quiet * SCALE) * width + (modules.quiet + column) * SCALE;
      grey.fill(0, from, from + columns * SCALE);
    }
  }
  return { width, height, grey };
}
