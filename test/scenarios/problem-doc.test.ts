// docs/planning-problem.md has every field from the declarations that reader and writer follow, and an example that is planned
// here. After a change, `vitest run test/scenarios/problem-doc.test.ts -u` writes tables and result anew.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { run } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { GROUPS, NEEDED, TABLE_NAMES, TABLES, toldOf, WEIGHTS } from '../../src/planner/file/format.ts';
import { readProblem } from '../../src/planner/file/read-problem.ts';
import { writeProblem } from '../../src/planner/file/write-problem.ts';
import { highsSolver } from '../../src/solver/highs.ts';

const DOC = join(import.meta.dirname, '..', '..', 'docs', 'planning-problem.md');
const REFERENCE = join(import.meta.dirname, '..', '..', 'data', 'liege-2020');
const written = readFileSync(DOC, 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(written)?.[1] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'airbridge-problem-'));
const solver = highsSolver();
afterAll(() => {
  rmSync(folder, { recursive: true });
  return solver.close();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function airbridge(...args: readonly string[]): Promise<Said> {
  const heard = { out: '', err: '' };
  const world: Partial<World> = { version: '9.9.9', env: {}, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, out: (text) => void (heard.out += text), err: (text) => void (heard.err += text), isTerminal: { out: false, err: false }, solver: () => Promise.resolve(solver) };
  const code = await run(world as World, args);
  return { code, ...heard };
}

function solve(content: string, ...options: readonly string[]): Promise<Said> {
  const file = join(folder, 'problem.json');
  writeFileSync(file, content);
  return airbridge('solve', file, ...options);
}

const tick = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const TITLES: Readonly<Record<(typeof TABLE_NAMES)[number], string>> = {
  items: 'What a thing is, and how it is packed.',
  places: 'Where goods lie, change and are handed over.',
  recipients: 'Who is served.',
  supplies: 'What there is to give.',
  needs: 'Who lacks what. Several of one recipient and item are served together.',
  runs: 'What leaves when. Waiting for it costs nothing.',
  rules: 'What borders ask.',
  papers: 'What is held for them.',
  frozen: 'Lines that the plan takes as they are, first. One of 0 cartons is passed over, and may name what is not there.',
  standing: 'Lines of a plan on which people act already: [steadiness](concepts/steadiness.md). No two have lot, recipient and route alike, and none is frozen.',
  forbidden: 'Runs that people forbid.',
  handling: 'What places handle anyway.',
};

function table(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, field]) => {
    const { unit, example: shown, meaning } = toldOf(field) ?? { unit: '', example: '', meaning: '' };
    return `| ${tick(name)} | ${field.safeParse(undefined).success ? 'no' : 'yes'} | ${unit} | ${tick(JSON.stringify(shown))} | ${meaning} |`;
  });
  return ['| field | required | unit | example | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}

function fields(): string {
  const head = ['| field | meaning |', '|---|---|', '| `asOf` | The instant of the plan: nothing leaves before it. |', '| `until` | Nothing departs after it. |', '| `weights` | What the objective counts. |', ...TABLE_NAMES.map((name) => `| ${tick(name)} | ${TITLES[name]}${NEEDED.has(name) ? '' : ' May be left out.'} |`)];
  const groups = (of: string): string[] => Object.entries(GROUPS).flatMap(([path, schema]) => (path.startsWith(`${of}.`) ? [`### ${path}\n\n${table(schema)}`] : []));
  return [head.join('\n'), `### weights\n\n${table(WEIGHTS)}`, ...groups('weights'), ...TABLE_NAMES.flatMap((name) => [`### ${name}\n\n${table(TABLES[name])}`, ...groups(name)])].join('\n\n');
}

describe('docs/planning-problem.md', () => {
  test('has an example that is planned, with what is printed, and every field', async () => {
    const { code, out, err } = await solve(example);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = written.replace(/(```text\n)[\s\S]*?(```\n<!-- \/example -->)/, (_, head: string, tail: string) => `${head}${out}${tail}`);
    const right = printed.replace(/(<!-- fields -->\n)[\s\S]*?(<!-- \/fields -->)/, (_, head: string, tail: string) => `${head}${fields()}\n${tail}`);
    await expect(right).toMatchFileSnapshot(DOC);
  });

  test('has an example of one lot, two recipients and three departures, in the form in which it is written', () => {
    const read = readProblem(example);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect([...writeProblem(read.value)].join('')).toBe(example);
    expect([read.value.supplies.length, read.value.recipients.length, read.value.runs.length]).toEqual([1, 2, 3]);
  });

  test('has its sum by hand', async () => {
    const { code, out } = await solve(example, '--json');
    const plan = JSON.parse(out) as { readonly objective: number; readonly cost: number; readonly co2Kg: number; readonly coverage: { readonly min: number }; readonly seconds: number };
    expect(code).toBe(0);
    expect(plan).toMatchObject({ cost: 78, co2Kg: 16, coverage: { min: 0.8, mean: 0.8, gini: 0 } });
    expect(plan.objective).toBeCloseTo(479.6, 9);
    expect(plan.seconds).toBeGreaterThan(0);
  });
});

describe('airbridge solve', () => {
  test('writes the model', async () => {
    const model = join(folder, 'model.mps');
    expect(await solve(example, '--policy', 'deprivation', '--mps', model)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(model, 'utf8')).toMatch(/^NAME {10}deprivation-[0-9a-f]{12} FREE\nROWS\n/);
  });

  test('plans by the scan where it is asked to, and the plans are alike', async () => {
    const by = async (engine: string): Promise<number> => (JSON.parse((await solve(example, '--policy', 'deprivation', '--engine', engine, '--gap', '0.001', '--json')).out) as { readonly objective: number }).objective;
    const exact = await by('exact');
    expect(Math.abs((await by('scan')) - exact)).toBeLessThan(0.01 * exact);
    const equal = await solve(example, '--engine', 'scan', '--gap', '0.001', '--json');
    expect(JSON.parse(equal.out)).toMatchObject({ policy: 'equal-cover', coverage: { min: 0.8, mean: 0.8 }, check: { ok: true } });
  });

  test('refuses a file with every fault, its path and its remedy', async () => {
    const { code, out, err } = await solve(example.replace('"BELGG","to"', '"BELG","to"').replace('"severity":2', '"severity":7').replaceAll('"mode":"road","from":"ITMXP"', '"mode":"road","from":"ITMXQ"'), '--json');
    expect(code).toBe(2);
    expect(err.split('\n').slice(0, 3).map((line) => line.replace(/:.*/, ''))).toEqual(['problem.json, needs[1].severity', 'problem.json, runs[0].from', 'problem.json, runs[2].from']);
    expect(err).toContain('problem.json, runs[2].from: there is no place ITMXQ in places (found "ITMXQ"). Did you mean ITMXP?');
    expect(JSON.parse(out)).toMatchObject({ rejected: [{ path: 'needs[1].severity' }, {}, {}], error: { code: 'file-refused' } });
  });

  test('says what cannot be honoured, and which file it cannot read or write', async () => {
    const frozen = example.replace('"frozen": []', '"frozen": [{"lot":"LOT-A","recipient":"LOM","cartons":7,"route":["T1"]}]');
    expect(await solve(frozen)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('has room for 6 cartons only') as string });
    expect(await solve(example, '--mps', join(folder, 'no', 'model.mps'))).toMatchObject({ code: 2, err: expect.stringContaining('cannot write the model') as string });
    expect(await solve('\0\0')).toMatchObject({ code: 2, err: expect.stringContaining('is no text') as string });
  });
});

describe('the reference operation', () => {
  test.each(['2020-03-13T23:00:00Z', '2020-03-16', '2020-03-21'])('at %s gives a problem whose file has the same plan', async (asOf) => {
    const file = join(folder, `${asOf.slice(8, 10)}.json`);
    const [plan, forbidden] = [['plan', REFERENCE, '--as-of', asOf, '--policy', 'deprivation', '--json'], ['--forbid', 'ROAD-LGG-BRU-20200329:GB']];
    const proposed = await airbridge(...plan, ...(asOf === '2020-03-16' ? forbidden : []), '--problem', file);
    const solved = await airbridge('solve', file, '--policy', 'deprivation', '--json');
    expect([proposed.code, solved.code, proposed.err, solved.err]).toEqual([0, 0, '', '']);
    // Notes about how the problem came about are an operation's alone, and a plan is named after its notes too.
    const same = ({ out }: Said): unknown => { const { plan: _plan, notes: _notes, noted: _noted, seconds: _seconds, fares: _fares, beside: _beside, decisions: _decisions, ...rest } = JSON.parse(out) as Record<string, unknown>; return rest; };
    expect(same(solved)).toEqual(same(proposed));
    const read = readProblem(readFileSync(file, 'utf8'));
    expect(read.ok && [...writeProblem(read.value)].join('')).toBe(readFileSync(file, 'utf8'));
  });
});
