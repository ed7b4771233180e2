// A problem written and read again is the same problem, in one form; and everything that is wrong with a file is told at once.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DepartureId, EarmarkId, LotId } from '../../domain/ids.ts';
import type { PlanningProblem } from '../problem.ts';
import { randomProblem } from '../random.fixture.ts';
import { at, charterRuns, LOM, PIE, run, supply, tiny } from '../tiny.fixture.ts';
import { TABLE_NAMES, TABLES, toldOf } from './format.ts';
import { readProblem, type ProblemFault } from './read-problem.ts';
import { writeProblem } from './write-problem.ts';

const written = (problem: PlanningProblem): string => [...writeProblem(problem)].join('');

/** A problem with every table filled, out of a random one. */
function decided(seed: number): PlanningProblem {
  const problem = randomProblem(seed);
  const [lot, other] = problem.supplies;
  const [first, second] = problem.runs;
  const [recipient] = problem.recipients;
  if (lot === undefined || other === undefined || first === undefined || second === undefined || recipient === undefined) throw new Error('too small');
  const line = { lot: lot.lot, recipient: recipient.recipient, cartons: 1 + (seed % 3) };
  return {
    ...problem,
    frozen: [{ ...line, route: [first.id] }, { ...line, lot: LotId.parse('GONE'), route: [DepartureId.parse('GONE-TOO')], cartons: 0 }],
    standing: [{ ...line, route: [second.id], eurosPerCarton: seed / 7 }],
    forbidden: [{ run: first.id, recipient: null, lot: null }, { run: second.id, recipient: recipient.recipient, lot: null }, { run: second.id, recipient: null, lot: other.lot }],
  };
}

type File = Record<string, Record<string, unknown>[]>;
const fileOf = (): File => JSON.parse(written({ ...tiny, runs: [...tiny.runs, ...charterRuns(900, 2)] })) as File;

/** Faults of the tiny problem's file after values were set at paths such as runs.1.departsAt; undefined: left out. */
function after(changes: Readonly<Record<string, unknown>>): readonly ProblemFault[] {
  const file: unknown = fileOf();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], file) as Record<string, unknown>;
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  const read = readProblem(JSON.stringify(file));
  return read.ok ? [] : read.error;
}

describe('a problem that is written and read', () => {
  test('is the same, whatever the problem', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (seed, more) => {
        const problem = more ? decided(seed) : randomProblem(seed);
        const read = readProblem(written(problem));
        expect(read.ok ? read.value : read.error).toEqual(problem);
        expect(read.ok && written(read.value)).toBe(written(problem));
      }),
      { numRuns: 100 },
    );
  });

  test('is written one way, whatever the order of its fields and the form of its instants', () => {
    const text = written(decided(7));
    const turned = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([key, each]) => [key, turned(each)])) : typeof value === 'string' && /^2020-03-1\dT0\d.*Z$/.test(value) ? value.replace(/T0(\d)(.*)Z$/, (_, hour: string, rest: string) => `T${Number(hour) + 10}${rest}+10:00`) : value;
    const read = readProblem(`\uFEFF${JSON.stringify(turned(JSON.parse(text)), null, 1)}`);
    expect(read.ok && written(read.value)).toBe(text);
    expect(JSON.stringify(turned(JSON.parse(text)))).toContain('+10:00');
  });

  test('says "all" for everybody, and names whoever else may have a lot', () => {
    expect(written(tiny)).toContain('"recipients":"all"');
    expect(written(tiny)).toContain('"recipients":["LOM"]');
    const turned = { ...tiny, supplies: [supply('LOT-A', 6, [PIE, LOM])] };
    const read = readProblem(written(turned));
    expect(read.ok && read.value.supplies[0]?.recipients).toEqual([PIE, LOM]);
  });

  test('may leave out what is none, and tables that nothing stands in', () => {
    expect(after({ rules: undefined, papers: undefined, frozen: undefined, standing: undefined, forbidden: undefined, handling: undefined })).toEqual([]);
    const bound = { ...tiny, supplies: [supply('LOT-A', 6, [LOM], { earmark: EarmarkId.parse('E-LOM'), expiresAt: at('19T00:00') })] };
    expect(readProblem(written(bound).replace(',"earmark":"E-LOM"', ',"earmark":null'))).toMatchObject({ ok: true, value: { supplies: [{ earmark: null, expiresAt: at('19T00:00') }] } });
  });
});

describe('a file that is refused', () => {
  const runs = fileOf()['runs'] ?? [];
  const rule = { rule: 'R', classes: ['ppe'], fromArea: 'BE', toArea: 'IT', validFrom: '2020-03-15', effect: 'closed', paper: 'X' };
  const standing = [1, 2].map((cartons) => ({ lot: 'LOT-A', recipient: 'LOM', cartons, route: ['T1'], eurosPerCarton: 1 }));

  test.each<readonly [string, Readonly<Record<string, unknown>>, Partial<ProblemFault>]>([
    ['a time that is none', { 'runs.1.departsAt': 'tomorrow' }, { path: 'runs[1].departsAt', value: 'tomorrow', problem: 'it is no instant', remedy: 'write an instant, such as 2020-03-14T08:00:00Z' }],
    ['a bare date', { asOf: '2020-03-13' }, { path: 'asOf', value: '2020-03-13', problem: 'it is no instant' }],
    ['a figure below 0', { 'runs.0.eurosPerChargeableKg': -1 }, { path: 'runs[0].eurosPerChargeableKg', value: '-1', problem: 'it is below 0', remedy: 'write €/kg, such as 1' }],
    ['a figure within a group', { 'runs.0.allotment': { grams: 1.5 } }, { path: 'runs[0].allotment.grams', value: '1.5', problem: 'it is not a whole number', remedy: 'write g, such as 100000' }],
    ['a figure within a group that may be left out', { 'runs.0.charter': { id: 'C', fixedEuros: 'x' } }, { path: 'runs[0].charter.fixedEuros', value: 'x', problem: 'it is not a number', remedy: 'write €, such as 900' }],
    ['a field that is missing', { 'items.0.cartonGrams': undefined }, { path: 'items[0].cartonGrams', value: null, problem: 'it is missing' }],
    ['a field that is misspelt', { 'runs.0.eurosPerPalet': 1 }, { path: 'runs[0].eurosPerPalet', problem: 'there is no field eurosPerPalet', remedy: 'did you mean eurosPerPallet?' }],
    ['a table that is misspelt', { forbiden: [] }, { path: 'forbiden', problem: 'there is no field forbiden', remedy: 'did you mean forbidden?' }],
    ['a table that is missing', { needs: undefined }, { path: 'needs', value: null, problem: 'it is missing' }],
    ['a table that is no list', { rules: {} }, { path: 'rules', problem: 'it is not a list' }],
    ['a row that is null', { 'needs.2': null }, { path: 'needs[2]', value: 'null' }],
    ['a name that stands twice', { 'runs.4': runs[0] }, { path: 'runs[4].id', value: 'T1', problem: 'runs[0] has the same name' }],
    ['a place that is not there', { 'runs.0.to': 'ITMXQ' }, { path: 'runs[0].to', value: 'ITMXQ', problem: 'there is no place ITMXQ in places', remedy: 'did you mean ITMXP?' }],
    ['a recipient that is not there', { 'supplies.1.recipients': ['LOM', 'NOBODY'] }, { path: 'supplies[1].recipients[1]', value: 'NOBODY' }],
    ['a lot that is not there', { frozen: [{ lot: 'ELSE', recipient: 'LOM', cartons: 1, route: ['T1'] }] }, { path: 'frozen[0].lot', value: 'ELSE', problem: 'there is no lot ELSE in supplies' }],
    ['a run that is forbidden and not there', { forbidden: [{ run: 'T9' }] }, { path: 'forbidden[0].run', value: 'T9' }],
    ['a recipient that stands twice', { 'supplies.1.recipients': ['LOM', 'LOM'] }, { path: 'supplies[1].recipients[1]', problem: 'it stands there twice' }],
    ['a run that arrives before it leaves', { 'runs.0.arrivesAt': '2020-03-14T07:00:00Z' }, { path: 'runs[0].arrivesAt', problem: 'it arrives before it leaves' }],
    ['a window that ends before it begins', { 'needs.0.until': '2020-03-13T06:00:00Z' }, { path: 'needs[0].until' }],
    ['a horizon before the beginning', { until: '2020-03-01T00:00:00Z' }, { path: 'until', problem: 'it is before asOf' }],
    ['shares that are not the whole', { 'weights.segments': [{ share: 0.4, weight: 1 }] }, { path: 'weights.segments', problem: 'the shares add up to 0.4' }],
    ['weights that rise', { 'weights.segments': [{ share: 0.5, weight: 1 }, { share: 0.5, weight: 2 }] }, { path: 'weights.segments[1].weight', value: '2' }],
    ['five weights that are four', { 'weights.severity': [1, 2, 3, 4] }, { path: 'weights.severity' }],
    ['a place that only opens', { 'places.0.opens': '06:00' }, { path: 'places[0].closes' }],
    ['a lot of two packings', { 'supplies.2': { ...fileOf()['supplies']?.[0], unitsPerCarton: 500 } }, { path: 'supplies[2].unitsPerCarton', value: '500' }],
    ['copies that are not alike', { 'runs.3.mode': 'air' }, { path: 'runs[3].charter.id', value: 'CH-MXP' }],
    ['a paper where none is asked for', { rules: [rule] }, { path: 'rules[0].paper', value: 'X' }],
    ['a rule that ends before it begins', { rules: [{ ...rule, paper: undefined, validUntil: '2020-03-14' }] }, { path: 'rules[0].validUntil' }],
    ['a line that stands twice', { standing }, { path: 'standing[1]' }],
    ['another format', { format: 'mps' }, { path: 'format', value: 'mps' }],
    ['a later version', { version: 2 }, { path: 'version', value: '2' }],
  ])('%s', (_, changes, expected) => {
    const faults = after(changes);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(expected);
  });

  test.each(['', '[]', '{', 'null', '"x"'])('%j is no object', (text) => expect(readProblem(text)).toMatchObject({ ok: false, error: [{ path: '', value: null }] }));

  test('for everything at once, and not again for what follows from a fault', () => {
    const faults = after({ 'places.1.zone': 'Mars/North', 'runs.0.mode': 'sledge', 'needs.0.item': 'maks', 'needs.1.severity': 6 });
    expect(faults.map(({ path, problem }) => `${path}: ${problem}`)).toEqual(['places[1].zone: not an IANA time zone such as Europe/Brussels', 'needs[1].severity: it is above 5', 'runs[0].mode: it is none of road, rail, air, sea', 'needs[0].item: there is no item maks in items']);
    expect(faults.at(-1)?.remedy).toBe('did you mean mask?');
  });

  test('never with less than a path, a problem and a remedy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLE_NAMES), fc.nat(3), fc.nat(20), fc.jsonValue(), (table, row, key, value) => {
        const keys = Object.keys(TABLES[table].shape);
        if ((fileOf()[table] ?? []).length === 0) return;
        const faults = after({ [`${table}.${row % (fileOf()[table]?.length ?? 1)}.${keys[key % keys.length]}`]: value });
        for (const { path, problem, remedy } of faults) expect([path, problem, remedy].every((text) => text.length > 2)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('every field is told of, with an example that can be read', () => {
  for (const table of TABLE_NAMES)
    for (const [name, schema] of Object.entries(TABLES[table].shape)) {
      const telling = toldOf(schema);
      expect(telling, `${table}.${name}`).toBeDefined();
      expect(schema.safeParse(telling?.example).success, `${table}.${name}`).toBe(true);
      expect(telling?.meaning).toMatch(/[.…,a-z]$/);
    }
});

test('a run of the tiny problem is the run that its fixture makes', () => {
  const read = readProblem(written({ ...tiny, runs: [run('T1', '14T08:00', '14T20:00', 10, 1)] }));
  expect(read.ok && read.value.runs).toEqual([tiny.runs[0]]);
});
