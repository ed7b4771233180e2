// What is exported imports again without loss, for facts of every kind with the oddest values that their schemas allow.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FACT_BODIES, FACT_KINDS, type Evidence, type Fact, type FactKind } from '../../domain/facts.ts';
import { BrokenInvariant } from '../../domain/result.ts';
import { instantFromMs } from '../../domain/time.ts';
import { readPack } from './read-pack.ts';
import { writePack, type PackFiles } from './write-pack.ts';

const OPENED = '2020-03-11T00:00:00.000Z';
const SETTINGS = [
  { key: 'name', value: 'Liège, "2020"\nair bridge ' },
  { key: 'hub', value: 'BELGG', unit: 'UN/LOCODE', source: 'assumption', note: 'the hub' },
  { key: 'zone', value: 'Europe/Brussels' },
  { key: 'opened_at', value: '2020-03-11T01:00+01:00' },
  { key: 'stands_at', value: '' },
];

const ODD = ['=1+1', '@SUM(A1)', '-', ' leading', 'trailing ', '\t', 'a\rb', 'a\r\nb', '"', '""', 'a,b', 'a;b', "'", '\uFEFFx', '#tag', 'ё漢🧴', 'null', 'yes', '0', '1,234'];
const oddText = (longest: number) =>
  fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(longest, 12) }).map((it) => it.replaceAll('\0', '0')));

/** Strings whose pattern a generator cannot follow (look-ahead), or whose form is checked by code. */
const SPECIAL: Readonly<Record<string, fc.Arbitrary<string>>> = {
  days: fc.subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 }).map((days) => days.join('')),
  zone: fc.constantFrom('Europe/Brussels', 'Asia/Shanghai', 'UTC'),
  url: fc.constantFrom('https://example.org/daily.csv', 'https://example.org/ü?a="b"'),
  link: fc.constantFrom('https://example.org/a,b?c="d"', 'https://example.org/ü'),
};
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2020, 11, 31) }).map(instantFromMs);
const localTimes = instants.map((at) => at.slice(0, 16));

function stringOf(schema: z.ZodString, field: string): fc.Arbitrary<unknown> {
  if (SPECIAL[field] !== undefined) return SPECIAL[field];
  if (schema.safeParse(OPENED).success && !schema.safeParse('x').success) return instants;
  if (schema.safeParse('2020-03-13T21:30').success && !schema.safeParse('x').success) return localTimes;
  if (schema.safeParse('2020-03-13').success && !schema.safeParse('x').success) return instants.map((at) => at.slice(0, 10));
  if (schema.format === 'uuid') return fc.uuid({ version: 7 });
  const checks: readonly z.core.$ZodCheck[] = schema.def.checks ?? [];
  const [pattern] = checks.flatMap((check) => ('pattern' in check._zod.def && check._zod.def.pattern instanceof RegExp ? [check._zod.def.pattern] : []));
  return pattern === undefined ? oddText(schema.maxLength ?? 40) : fc.stringMatching(pattern);
}

function valueOf(schema: z.core.$ZodType, field: string): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
    const fields = Object.entries(shape).map(([name, inner]) => [name, valueOf(inner, name)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: Object.keys(shape).filter((name) => !(shape[name] instanceof z.ZodOptional)) });
  }
  if (schema instanceof z.ZodOptional) return valueOf(schema.def.innerType, field);
  if (schema instanceof z.ZodNullable) return fc.option(valueOf(schema.def.innerType, field));
  if (schema instanceof z.ZodArray) return fc.array(valueOf(schema.def.element, field), { maxLength: 3 });
  if (schema instanceof z.ZodDiscriminatedUnion) return fc.oneof(...schema.options.map((option) => valueOf(option, field)));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringOf(schema as z.ZodString, field);
  return fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const [min, max] = [Math.max(schema.minValue ?? -1e9, -1e12), Math.min(schema.maxValue ?? 1e9, 1e12)];
  const whole = fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.min(Math.floor(max), min + 50) }), fc.maxSafeInteger().map((n) => Math.round(min + (Math.abs(n) / Number.MAX_SAFE_INTEGER) * (max - min))));
  return schema.isInt ? whole : fc.double({ min, max, noNaN: true }).map((n) => n + 0);
}

const bodyOf = (kind: FactKind): fc.Arbitrary<unknown> =>
  valueOf(FACT_BODIES[kind], '')
    .filter((body) => FACT_BODIES[kind].safeParse(body).success)
    .map((body) => FACT_BODIES[kind].parse(body));

const evidence: fc.Arbitrary<Evidence[]> = fc.array(fc.record({ link: fc.constantFrom('https://example.org/a', 'https://example.org/b,"c"'), title: oddText(20) }, { requiredKeys: ['link'] }), { maxLength: 2 });

interface Loose {
  kind: FactKind;
  body: unknown;
  occurredAt: string;
  recordedAt: string;
  by: string;
  sources: string[];
  note: string | null;
  evidence: Evidence[];
}
const looseFact = (kind: FactKind): fc.Arbitrary<Loose> =>
  fc.record({
    kind: fc.constant(kind),
    body: bodyOf(kind),
    occurredAt: fc.oneof(fc.constant(OPENED), instants),
    recordedAt: fc.oneof(fc.constant(OPENED), instants),
    by: fc.oneof(fc.constant('pack'), oddText(20)),
    sources: fc.uniqueArray(fc.constantFrom('assumption', 'who-2020', 'A.1'), { maxLength: 2 }),
    note: fc.oneof(fc.constant(null), oddText(20)),
    evidence,
  });

const journals = fc
  .tuple(fc.record({ by: fc.constantFrom('pack', 'lead'), occurredAt: fc.constantFrom(OPENED, '2020-03-12T00:00:00.000Z'), note: fc.oneof(fc.constant(null), oddText(20)), evidence }), fc.array(fc.constantFrom(...FACT_KINDS.filter((kind) => kind !== 'operation.opened')).chain(looseFact), { maxLength: 12 }))
  .map(([opening, facts]) => journal({ ...opening, kind: 'operation.opened', recordedAt: opening.occurredAt, sources: ['assumption'], body: { operation: 'liege-2020', settings: SETTINGS } }, facts));

/** Numbers the facts and gives each a key of its own, as a store would hand them out. */
const journal = (opening: Loose, facts: readonly Loose[]): Fact[] =>
  [opening, ...facts].map((fact, k) => numbered({ ...fact, key: `k, ${k}` }, k));
const numbered = (fact: object, k: number): Fact => {
  const standing: unknown = { ...fact, id: `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`, operation: 'liege-2020', seq: k + 1 };
  return standing as Fact;
};

const texts = (files: PackFiles): Record<string, string> => Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
const content = (fact: Omit<Fact, 'id' | 'operation' | 'seq'>) => ({ kind: fact.kind, occurredAt: fact.occurredAt, recordedAt: fact.recordedAt, by: fact.by, key: fact.key, sources: fact.sources, note: fact.note, evidence: fact.evidence, body: fact.body });
const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
const again = (files: PackFiles): Fact[] => readPack(files).facts.map(({ fact }, k) => numbered(fact, k));

/** No sheet of its own; or the empty allotment of a departure, or the source of a source: these its sheet has no cell for. */
const fitsOnlyFacts = ({ kind, body, sources }: Loose): boolean =>
  /^(paper|pledge\.amended|pledge\.withdrawn|waybill|consignment\.estimated|lot\.offloaded|lot\.recalled|recall|handling-unit|release|plan|discrepancy|communique|correction|document|sender|position|need\.parameter-set|need\.requested|request|counts\.|count-feed|what-if)/.test(kind) ||
  (kind === 'source.recorded' && sources.length > 0) ||
  (kind === 'departure.scheduled' && JSON.stringify((body as { allotment?: object }).allotment) === '{}');

describe('export → import → export', () => {
  test('gives every fact back, whatever its kind', () => {
    fc.assert(
      fc.property(journals, (facts) => {
        const read = readPack(writePack(facts));
        expect(read.problems).toEqual([]);
        expect(read.facts.map(({ fact }) => content(fact)).toSorted(byKey)).toEqual(facts.map(content).toSorted(byKey));
      }),
      { numRuns: 100 },
    );
  });

  test('is byte-identical', () => {
    fc.assert(
      fc.property(journals, (facts) => {
        const first = writePack(facts);
        expect(texts(writePack(again(first)))).toEqual(texts(first));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    { as: 'xlsx', hxl: false },
    { as: 'xlsx', hxl: true },
    { as: 'csv', hxl: true },
  ] as const)('written as %o, gives the same facts and the same bytes', (form) => {
    fc.assert(
      fc.property(journals, (facts) => {
        const files = writePack(facts, form);
        const read = readPack(files);
        expect(read.problems).toEqual([]);
        expect(read.facts.map(({ fact }) => content(fact)).toSorted(byKey)).toEqual(facts.map(content).toSorted(byKey));
        expect(writePack(again(files), form)).toEqual(files);
      }),
      { numRuns: 25 },
    );
  });

  test.each(FACT_KINDS.filter((kind) => kind !== 'operation.opened'))('%s', (kind) => {
    const opening: Loose = { kind: 'operation.opened', occurredAt: OPENED, recordedAt: OPENED, by: 'pack', sources: [], note: null, evidence: [], body: { operation: 'liege-2020', settings: SETTINGS } };
    fc.assert(
      fc.property(looseFact(kind), (fact) => {
        const facts = journal(opening, [fact]);
        const files = writePack(facts);
        if (!fitsOnlyFacts(fact)) expect([...files.keys()]).not.toContain('facts.csv');
        expect(readPack(files).facts.map(({ fact: it }) => content(it)).toSorted(byKey)).toEqual(facts.map(content).toSorted(byKey));
        expect(texts(writePack(again(files)))).toEqual(texts(files));
      }),
      { numRuns: 15 },
    );
  });

  test('the operation of a journal without an opening is a broken invariant, not a pack', () => {
    expect(() => writePack([])).toThrow(BrokenInvariant);
  });
});
