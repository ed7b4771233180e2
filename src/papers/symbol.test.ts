import { describe, expect, test } from 'vitest';
import { drawn } from '../../test/support/modules.ts';
import { scan } from '../../test/support/scanner.ts';
import { gs1128, gs1DataMatrix, qrCode } from './symbol.ts';

describe('a reader of other people’s making finds', () => {
  test('GS1-128, and knows it for GS1', async () => {
    expect(await scan(drawn(gs1128('00106141412345678908')))).toEqual([{ format: 'Code128', symbology: ']C1', text: '00106141412345678908' }]);
  });
  test('GS1 DataMatrix, with a separator after a field of open length', async () => {
    expect(await scan(drawn(gs1DataMatrix('010950600013435210A(B)-1\u001d17220301')))).toEqual([{ format: 'DataMatrix', symbology: ']d2', text: '010950600013435210A(B)-1\u001d17220301' }]);
  });
  test('a QR code', async () => {
    const link = 'https://id.gs1.org/00/106141412345678908';
    expect(await scan(drawn(qrCode(link)))).toEqual([{ format: 'QRCode', symbology: ']Q1', text: link }]);
  });
});

test('the bars of a symbol begin and end it: no white is counted to it', () => {
  const { columns, dark } = gs1128('00106141412345678908');
  const last = dark.at(-1);
  expect([dark[0]?.column, (last?.column ?? 0) + (last?.columns ?? 0)]).toEqual([0, columns]);
});
