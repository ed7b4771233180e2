// `airbridge iati` as a person types it, over the reference pack: what is written, what is said, and what is refused.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { newFolder } from '../support/folders.ts';
import { PUBLISHED, textOfFile } from '../support/iati-journals.ts';
import { signer } from '../../src/storage/signer.ts';
import { readHere } from '../../src/app/read-here.ts';
import { REFERENCE } from '../support/packs.ts';
import { noFetcher } from '../support/fetcher.ts';
import { noPrinter } from '../support/printer.ts';

const folder = newFolder();
const pack = fileURLToPath(REFERENCE);

async function airbridge(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const code = await run(
    {
      version: '0.0.0', checkout: folder, base: folder, env: {}, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) },
      out: (text) => void (heard.out += text), err: (text) => void (heard.err += text), isTerminal: { out: false, err: false },
      printer: noPrinter, fetcher: noFetcher, reader: () => Promise.resolve(readHere), solver: () => Promise.resolve({ solve: () => Promise.reject(new Error('nothing is planned here')) }), openFolder: () => Promise.reject(new Error('no folder is opened here')),
      holderOf: () => Promise.resolve(null), serve: () => Promise.reject(new Error('nothing is served here')), signer, courier: () => Promise.reject(new Error('nothing is sent from here')), onStop: () => undefined,
    },
    args,
  );
  return { code, ...heard };
}

describe('airbridge iati', () => {
  const [xml, csv] = [join(folder, 'a.xml'), join(folder, 'a.csv')];
  const of16 = PUBLISHED.find(({ name }) => name.endsWith('2020-03-16')) ?? PUBLISHED[0];

  test('writes both files, of the instant at which the operation stands', async () => {
    const { code, out } = await airbridge('iati', pack, '-o', xml, '--flat', csv);
    expect([code, out.split('\n')[0]]).toEqual([0, 'BE-BCE_KBO-0000000000-liege-2020: 64 transactions, 16 indicators; 30 flat rows.']);
    if (of16 === undefined) throw new Error('there is no such file');
    expect(readFileSync(xml, 'utf8')).toBe(textOfFile(of16, 'iati.xml'));
    expect(readFileSync(csv, 'utf8')).toBe(textOfFile(of16, 'funding.csv'));
  });

  test('says the same as JSON', async () => {
    const { code, out } = await airbridge('iati', pack, '-o', join(folder, 'b.xml'), '--as-of', '2020-03-13', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { operation: 'liege-2020', asOf: '2020-03-13T22:59:59.999Z', identifier: 'BE-BCE_KBO-0000000000-liege-2020', transactions: 31, indicators: 12, rows: 13, notes: [], files: [{ file: join(folder, 'b.xml'), bytes: readFileSync(join(folder, 'b.xml')).length }] }]);
  });

  test('writes over nothing', async () => {
    const { code, err } = await airbridge('iati', pack, '-o', xml);
    expect([code, err]).toEqual([2, expect.stringContaining('exists already') as string]);
  });
});
