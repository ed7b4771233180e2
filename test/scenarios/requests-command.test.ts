// The commands about requests, in a data folder: a sheet is read, refused while a row is wrong, filed once; what was asked is listed.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invariant } from '../../src/domain/result.ts';
import type { RequestsReport } from '../../src/app/need/requests/shape.ts';
import { airbridge } from '../e2e/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'airbridge-request-'));
const env = { AIRBRIDGE_HOME: join(folder, 'home') };
const sheet = join(folder, 'requests.csv');
const answers = join(folder, 'answers.json');
const LONG = 60_000;

beforeAll(async () => {
  writeFileSync(sheet, 'Ente;Materiale;Fabbisogno;Dal;Al;Priorità\nLombardia;mascherine chirurgiche;300000;17/03/2020;23/03/2020;urgente\nIT-VEN;mascherine chirurgiche;9000000;17/03/2020;23/03/2020;urgente\nIT-XX;ffp2;5;17/03/2020;23/03/2020;\n');
  writeFileSync(answers, '{"row:4": "aside"}');
  invariant((await airbridge(['import', 'data/liege-2020'], env)).code === 0, 'the reference operation is taken in');
}, LONG);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('airbridge request', () => {
  test('reads a sheet, names row, column and remedy, writes nothing, and ends with 1', async () => {
    const { code, out } = await airbridge(['request', 'liege-2020', sheet, '--file'], env);
    expect([code, out]).toEqual([1, expect.stringContaining('requests.csv, row 4, column A: there is no recipient IT-XX (found "IT-XX"). Did you mean IT-') as string]);
    expect(out).toContain('Nothing was written.');
    expect((await airbridge(['requests', 'liege-2020'], env)).out).toContain('Nobody has asked for anything in liege-2020');
  }, LONG);
  test('files one request for each recipient once nothing is wrong, and says which was asked about; the same file again is nothing new', async () => {
    const filed = await airbridge(['request', 'liege-2020', sheet, '--answers', answers, '--file'], env);
    expect([filed.code, filed.out]).toEqual([0, expect.stringMatching(/^2 requests filed: RQ-\w{10} of Regione Lombardia, RQ-\w{10} of Regione Veneto \(asked about\)\.\n$/) as string]);
    expect((await airbridge(['request', 'liege-2020', sheet, '--answers', answers, '--file'], env)).out).toBe('This file was filed before; nothing was written.\n');
  }, LONG);
});

describe('airbridge requests', () => {
  test('lists what waits, for whom, what it stands beside and its band', async () => {
    const { code, out } = await airbridge(['requests', 'liege-2020'], env);
    expect([code, out]).toEqual([0, expect.stringMatching(/^2 requests at 2020-03-16T19:40:00Z; 1 waits for a person\./) as string]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('surgical-mask: 9,000,000 asked, estimate 45,892 to 76,482 for IT-34, above the plausible band.');
  }, LONG);
  test('as JSON has all of it', async () => {
    const { requests } = JSON.parse((await airbridge(['requests', 'liege-2020', '--json'], env)).out) as RequestsReport;
    expect(requests.map(({ recipient, state, lines }) => [recipient, state, lines[0]?.units, lines[0]?.severity])).toEqual([['IT-LOM', 'open', 300_000, 4], ['IT-VEN', 'asked', 9_000_000, 4]]);
  }, LONG);
});
