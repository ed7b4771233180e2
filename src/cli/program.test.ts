import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ECDC } from '../standards/counts/counts.fixture.ts';
import type { World } from './world.ts';
import { saidIn } from '../../test/support/shell.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'airbridge-cli-'));
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'operation.csv'), 'key,value\n');
  writeFileSync(join(folder, 'full.ods'), 'PK');
  writeFileSync(join(folder, 'mine.xlsx'), 'mine');
});
afterAll(() => rmSync(folder, { recursive: true }));

const said = (args: readonly string[], world: Partial<World> = {}): ReturnType<typeof saidIn> => saidIn(folder, args, world);

describe('the shell gets 0 for', () => {
  test('help', async () => expect(await said(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('status [options] <op>') as string }));
  test('the version', async () => expect(await said(['--version'])).toEqual({ code: 0, out: '9.9.9\n', err: '' }));
});

describe('a text read against the reference pack', () => {
  const pack = fileURLToPath(new URL('../../data/liege-2020/', import.meta.url));
  const text = (): string => join(folder, 'post.txt');
  beforeAll(() => writeFileSync(text(), 'The foundation will donate 2 million masks to Europe. Shares rose by 3%.'));
  test('is printed with its words marked, its claims and what was set aside', async () => {
    const { code, out } = await said(['read', pack, text(), '--author', 'A paper', '--channel', 'article']);
    expect(code).toBe(0);
    expect(out).toContain('The [foundation](1) [will](1) [donate](1) [2 million](1) [masks](1) to [Europe](1). Shares rose by 3%.');
    expect(out).toMatch(/1\. promise-total: 2,000,000 surgical masks will be given to Europe by Foundation of the e-commerce group\.\n +supports P1\./);
    expect(out).toContain('Figures set aside: 3 (percentage).');
  });
  test('speaks French on request', async () => expect((await said(['read', pack, text(), '--lang', 'fr'])).out).toMatch(/Don promis/));
  test('is one JSON value with --json', async () => expect(JSON.parse((await said(['read', pack, text(), '--json'])).out)).toMatchObject({ operation: 'liege-2020', language: 'en', proposals: [{ kind: 'promise-total' }], drafts: [{ body: { pledge: 'P1', stance: 'supports' } }] }));
  test('is refused with a remedy where it is not there, or its day is none', async () => {
    expect(await said(['read', pack, join(folder, 'none.txt')])).toMatchObject({ code: 2, err: expect.stringMatching(/Name a text file/) as string });
    expect(await said(['read', pack, text(), '--published-at', 'Friday'])).toMatchObject({ code: 2, err: expect.stringMatching(/[Ww]rite an instant/) as string });
  });
});

describe('at the hub, straight from the reference pack,', () => {
  const pack = fileURLToPath(new URL('../../data/liege-2020/', import.meta.url));
  test.each([
    ['stock', [], /surgical-mask +2 +F2-MASK .* 300,000/],
    ['stock', ['--lot', 'F1-GLOVES'], /goods\.lost +lost +– +1,000 +39,000/],
    ['need', ['--as-of', '2020-03-16T20:00:00Z'], /IT +surgical-mask +163,059 +122,294 +203,824 +census/],
    ['orders', [], /D-IT-1 .* on-the-road .* 03-17 13:06 – 03-17 15:54/],
    ['holders', ['--lot', 'F1-MASK', 'F2-MASK', '--as-of', '2020-03-18'], /recipient IT-PC .* 200,000 of F1-MASK accepted/],
  ])('%s %j', async (command, options, told) => expect(await said([command, pack, ...options])).toEqual({ code: 0, out: expect.stringMatching(told) as string, err: '' }));
  test.each([
    ['without a change', [], /no change is named\. Add --change need\*1\.2/],
    ['of a change that is none', ['--change', 'tax*2'], /Write a change such as need\*1\.2/],
    ['under a name that is not kept', ['--kept', 'More masks'], /no what-if is kept as More masks\. See what is kept with --list\./],
    ['of an item that is not there', ['--change', 'need::masks*2'], /there is no item masks/],
  ])('no what-if %s', async (_, options, told) => expect(await said(['what-if', pack, ...options])).toEqual({ code: 2, out: '', err: expect.stringMatching(told) as string }));
  test('what-ifs before any is kept', async () => expect(await said(['what-if', pack, '--list', '--json'])).toEqual({ code: 0, err: '', out: '{\n  "whatIfs": []\n}\n' }));
  test('a batch that nobody announced', async () => expect(await said(['holders', pack, '--batch', '7'])).toMatchObject({ code: 2, err: expect.stringContaining('no lot bears the batch number 7') as string }));
});

describe('hubs are chosen', () => {
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  // A street of four: 1 –3– 2 –4– 3 –5– 4. One hub: the second, 3 + 0 + 4 + 9; two: 2 and 4, or 1 and 3, …: 3 + 4.
  const street = (): string => file('street.txt', ' 4 4 1\n 1 2 9\n 2 3 4\n 3 4 5\n 1 2 3\n');
  const stores = (): string => file('stores.txt', ' 2 2\n 10 100\n 10 30\n 6\n 1 60\n 6\n 50 2\n');

  test('of a network, with the proof', async () => {
    expect(await said(['locate', street(), '--model', 'pmedian'])).toEqual({ code: 0, err: '', out: expect.stringMatching(/4 customers, 4 candidates, 1 to open\n\nobjective 16; proven: no choice is below 16; [\d.]+ s\n\nhub  customers  cost of service\n.*\n {2}2 +4 +16\n\nTo know\n +1 of the edges/) as string });
  });
  test('and as one JSON value', async () => {
    const { out, code } = await said(['locate', street(), '--model', 'pmedian', '--p', '2', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ model: 'pmedian', p: 2, status: 'optimal', objective: 7, bound: 7, gap: 0, relativeGap: 0, seconds: expect.any(Number) as number, open: [2, 4], assignment: [{ customer: 1, hub: 2, share: 1, cost: 3 }, { customer: 2, hub: 2, cost: 0 }, { customer: 3, hub: 2, cost: 4 }, { customer: 4, hub: 4, cost: 0 }], notes: [{ code: 'edge-replaced' }] });
  });
  // The second alone would be best, 30 + 60 + 2, but holds 10 of 12: both, 100 + 30 + 1 + 2.
  test.each([
    ['pcentre', street, [], { objective: 7, open: [3], p: 1 }],
    ['ufl', stores, [], { objective: 92, open: [2], p: null }],
    ['cfl', stores, [], { objective: 133, open: [1, 2] }],
    ['pmedian', stores, ['--format', 'cap', '--p', '1'], { objective: 51, open: [1] }],
  ])('by %s', async (model, path, options, wanted) => expect(JSON.parse((await said(['locate', path(), '--model', model, ...options, '--json'])).out)).toMatchObject({ status: 'optimal', ...wanted }));
  test('a capacity that the file leaves open is asked for', async () => {
    const path = file('open.txt', ' 1 1\n capacity 5\n 3\n 2\n');
    expect(await said(['locate', path, '--model', 'cfl'])).toMatchObject({ code: 2, err: expect.stringContaining('Add --capacity N.') as string });
    expect((await said(['locate', path, '--model', 'cfl', '--capacity', '3'])).out).toContain('objective 7;');
    expect(await said(['locate', path, '--model', 'cfl', '--capacity', '2'])).toMatchObject({ code: 2, err: expect.stringMatching(/open\.txt: customer 1 asks for 3, and all candidates together can serve 2\. Raise capacities/) as string });
  });
  test.each<[string, () => string[], RegExp]>([
    ['a file that is not there', () => [join(folder, 'none.txt'), '--model', 'ufl'], /cannot be read\. Name a file in a form of the OR-Library/],
    ['a fault in a file: row, figure, what was expected', () => [file('bad.txt', '3 1 1\n1 9 2\n'), '--model', 'pmedian'], /bad\.txt, row 2, column 2: the second node of edge 1 of 1 is no whole number from 1 to 3 \(found "9"\)\. Write/],
    ['openings asked of a network', () => [street(), '--model', 'ufl', '--format', 'pmed'], /Ask for --model pmedian or pcentre/],
    ['warehouses without a number', () => [stores(), '--model', 'pmedian', '--format', 'cap'], /Add --p N\./],
    ['more hubs than places', () => [street(), '--model', 'pmedian', '--p', '9'], /p is 9, and there are 4 candidates\. Write a whole number from 1 to 4\./],
    ['half a hub', () => [street(), '--model', 'pmedian', '--p', '1.5'], /Write a whole number, such as 5\./],
    ['no model', () => [street()], /required option '--model <model>'/],
  ])('or not: %s', async (_, args, told) => expect(await said(['locate', ...args()])).toMatchObject({ code: 2, err: expect.stringMatching(told) as string }));
});

describe('the shell gets 2 and a line on stderr for', () => {
  test.each([
    ['an unknown command', ['statos', 'x'], 'Did you mean status?'],
    ['a missing argument', ['status'], "missing required argument 'op'"],
    ['an unknown option', ['status', 'x', '--asof', '2020-03-13'], 'Did you mean --as-of?'],
    ['an unknown policy', ['plan', 'x', '--policy', 'fair'], 'Allowed choices are equal-cover, deprivation, severity'],
    ['a seed that is no number', ['plan', 'x', '--seed', '-1'], 'Write a whole number'],
    ['a prohibition that names nothing', ['plan', 'x', '--forbid', ':IT'], 'Write a departure'],
    ['a gap above 1', ['plan', 'x', '--gap', '2'], 'Write a share from 0'],
    ['need of nothing', ['need'], 'name an operation'],
    ['need of two things', ['need', 'x', '--counts', 'y.csv'], 'leave out OP'],
    ['counts of an unknown format', ['need', '--counts', 'y.csv', '--format', 'rki'], 'Allowed choices are ecdc, jhu, dpc, who'],
    ['counts without a day', ['need', '--counts', 'FILE', '--format', 'ecdc'], 'add a day like --at'],
    ['counts that are not there', ['need', '--counts', './nowhere.csv', '--format', 'ecdc', '--at', '2020-03-16'], 'There is no file'],
    ['a pack that is not there', ['status', './nowhere'], 'There is no folder'],
    ['a folder without sheets', ['import', 'EMPTY'], 'holds no sheet'],
    ['a file in the place of a folder', ['import', 'FILE'], 'is a file; a pack is a folder'],
    ['a workbook that is not there', ['import', './nowhere.xlsx'], 'There is no workbook'],
    ['a workbook of another form', ['import', 'ODS'], 'save it as "Excel workbook (.xlsx)"'],
    ['an operation where no data folder is', ['status', 'liege'], 'The data folder'],
    ['a template that is no workbook', ['template', 'x.ods'], 'ends in .xlsx'],
    ['a template where a file stands', ['template', 'BOOK'], 'exists already'],
    ['a data folder that another process has', ['import', 'FULL'], 'in use by process 7'],
  ])('%s', async (_, args, line) => {
    const places: Readonly<Record<string, string>> = { EMPTY: join(folder, 'empty'), FILE: join(folder, 'full', 'operation.csv'), FULL: join(folder, 'full'), ODS: join(folder, 'full.ods'), BOOK: join(folder, 'mine.xlsx') };
    const { code, out, err: text } = await said(args.map((arg) => places[arg] ?? arg));
    expect(text.toLowerCase()).toContain(line.toLowerCase());
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('a port that is none', async () => expect(await said(['serve'], { env: { PORT: '70000' } })).toMatchObject({ code: 2, err: expect.stringContaining('PORT is "70000"') as string }));
});

test('a refusal with --json is one JSON value on stdout', async () => {
  const { code, out } = await said(['status', './nowhere', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ operation: null, rejected: [], error: { code: 'no-such-pack' } });
});

test('a pack with errors is refused with a line for each on stderr, and with all of them as JSON on stdout', async () => {
  const { code, out, err: text } = await said(['status', join(folder, 'full'), '--json']);
  expect(code).toBe(2);
  const { rejected } = JSON.parse(out) as { rejected: { file: string; remedy: string }[] };
  expect(rejected.length).toBeGreaterThan(1);
  expect(text.trim().split('\n')).toHaveLength(rejected.length + 1);
});

test('published counts are read without an operation, and refused by file, row and column', async () => {
  const ask = (name: string) => said(['need', '--counts', join(folder, name), '--format', 'ecdc', '--at', '2020-03-16', '--json']);
  writeFileSync(join(folder, 'counts.csv'), ECDC);
  writeFileSync(join(folder, 'renamed.csv'), ECDC.replace('deaths', 'death'));
  const { code, out } = await ask('counts.csv');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ asOf: '2020-03-16', areas: expect.arrayContaining([expect.objectContaining({ area: 'IT', item: 'ffp2', cases: 40, deaths: 3, stock: null, daysOfSupply: null, sources: ['ecdc'] })]) });
  expect(await ask('renamed.csv')).toMatchObject({ code: 2, err: expect.stringContaining('renamed.csv, row 1, column deaths: the column deaths of ECDC daily files is missing') as string });
});

test('a store that gives way is one line with its remedy, not a trace', async () => {
  const full = Object.assign(new Error('The journal could not be written: no space is left.'), { code: 'disk-full', remedy: 'Free some space.' });
  expect(await said(['import', join(folder, 'full')], { openFolder: () => Promise.reject(full) })).toEqual({ code: 2, out: '', err: 'airbridge: The journal could not be written: no space is left. Free some space.\n' });
});

test('our own mistake is thrown on', async () => {
  await expect(said(['import', join(folder, 'full')], { openFolder: () => Promise.reject(new TypeError('undefined is not a function')) })).rejects.toThrow('undefined is not a function');
});
