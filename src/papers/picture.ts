// A drawing as a PNG, in the faces that papers are set in: resvg, which knows SVG and nothing of pages, compiled to WebAssembly.
// Not for papers: those are PDF (print.ts).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { fontOfWoff } from './woff.ts';

const require = createRequire(import.meta.url);
const faces = (family: 'source-sans-3' | 'source-serif-4', weights: readonly number[]): Uint8Array[] => {
  const folder = join(dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
  return weights.flatMap((weight) => ['latin', 'latin-ext'].map((subset) => fontOfWoff(readFileSync(join(folder, `${family}-${subset}-${weight}-normal.woff`)))));
};

interface Ready {
  readonly fontBuffers: Uint8Array[];
}
let ready: Promise<Ready> | undefined;

async function begin(): Promise<Ready> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return { fontBuffers: [...faces('source-sans-3', [400, 600]), ...faces('source-serif-4', [600])] };
}

/** The drawing at its own size. @throws where it is no SVG. */
export async function drawPicture(svg: string): Promise<Uint8Array> {
  const { fontBuffers } = await (ready ??= begin());
  const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Source Sans 3', loadSystemFonts: false } });
  const image = drawn.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawn.free();
  }
}
