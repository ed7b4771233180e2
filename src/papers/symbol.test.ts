import { describe, expect, test } from 'vitest';
import { scan, type Picture } from '../../test/support/scanner.ts';
import { gs1128, gs1DataMatrix, qrCode, type Modules } from './symbol.ts';

const SCALE = 3;

/** The modules in their quiet zone, as a printer would set them, and nothing else. */
function pictureOf(modules: Modules): Picture {
  const rowScale = modules.quietSides === 'all' ? SCALE : 60;
  const [width, height] = [(modules.columns + 2 * modules.quiet) * SCALE, modules.rows * rowScale + 2 * modules.quiet * SCALE];
  const grey = new Uint8Array(width * height).fill(255);
  for (const { column, row, columns } of modules.dark) {
    for (let y = row * rowScale; y < (row + 1) * rowScale; y++) {
      const from = (y + modules.quiet * SCALE) * width + (modules.quiet + column) * SCALE;
      grey.fill(0, from, from + columns * SCALE);
    }
  }
  return { width, height, grey };
}

describe('a reader of other people’s making finds', () => {
  test('GS1-128, and knows it for GS1', async () => {
    expect(await scan(pictureOf(gs1128('(00)106141412345678908')))).toEqual([{ format: 'Code128', symbology: ']C1', text: '00106141412345678908' }]);
  });
  test('GS1 DataMatrix, with a separator after a field of open length', async () => {
    expect(await scan(pictureOf(gs1DataMatrix('(01)09506000134352(10)ABC-1(17)220301')))).toEqual([{ format: 'DataMatrix', symbology: ']d2', text: '010950600013435210ABC-1\u001d17220301' }]);
  });
  test('a QR code', async () => {
    const link = 'https://id.gs1.org/00/106141412345678908';
    expect(await scan(pictureOf(qrCode(link)))).toEqual([{ format: 'QRCode', symbology: ']Q1', text: link }]);
  });
});

test('the bars of a symbol begin and end it: no white is counted to it', () => {
  const { columns, dark } = gs1128('(00)106141412345678908');
  const last = dark.at(-1);
  expect([dark[0]?.column, (last?.column ?? 0) + (last?.columns ?? 0)]).toEqual([0, columns]);
});
