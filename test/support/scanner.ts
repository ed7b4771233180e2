// A barcode reader of other people's making (ZXing-C++), on grey pixels. Its WebAssembly comes from the installed package:
// left to itself it would fetch it from the network.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { Pixels } from './poppler.ts';

export interface Scan {
  readonly format: string;
  /** What a scanner hands over, group separators kept. */
  readonly text: string;
  /** Which kind of barcode it was, `]C1` for GS1-128. */
  readonly symbology: string;
}

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });

/** Every barcode in a picture, from the top down. */
export async function scan({ width, height, grey }: Pixels): Promise<Scan[]> {
  // A portable grey map is a picture file that the reader knows: a head, and the pixels.
  const found = await readBarcodes(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]), { textMode: 'Plain', formats: ['Code128', 'DataMatrix', 'QRCode'], tryHarder: true, maxNumberOfSymbols: 32 });
  return found.filter(({ isValid }) => isValid).sort((a, b) => topOf(a) - topOf(b)).map(({ format, text, symbologyIdentifier }) => ({ format, text, symbology: symbologyIdentifier }));
}

const topOf = ({ position }: ReadResult): number => position.topLeft.y;
