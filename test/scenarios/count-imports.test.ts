// Counts taken in over HTTP, from files, from pasted text, and from sheets of one's own: all of it or nothing, once, and what was settled
// of a sheet is known the next time.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { readHere } from '../../src/app/read-here.ts';
import type { Store } from '../../src/app/ports.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { invariant, type Result } from '../../src/domain/result.ts';
import { threadedReader } from '../../src/reading/sheet-reader.ts';
import { ECDC, JHU_SECOND, WHO } from '../../src/standards/counts/counts.fixture.ts';
import { newFolder, openHome, wallClock } from '../support/folders.ts';
import { noPrinter } from '../support/printer.ts';
import { serveStore, SMALL_ID, withSmall, type Served } from '../support/served.ts';

const OP = 'test';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const value = <T>(result: Result<T, { readonly message: string }>): T => {
  invariant(result.ok, result.ok ? '' : result.error.message);
  return result.value;
};

let store: Store;
let served: Served;
beforeAll(async () => {
  store = await withSmall(await openHome(newFolder()));
  served = await serveStore(store);
});
afterAll(async () => {
  await served.close();
  await store.close();
});
const counts = () => served.client.counts;
const length = async (): Promise<number> => (await store.facts(SMALL_ID)).length;
const last = async (n: number): Promise<Fact[]> => (await store.facts(SMALL_ID)).slice(-n);

describe('a published file', () => {
  test('looked at, nothing is written', async () => {
    const before = await length();
    const preview = value(await counts().preview(OP, { format: 'ecdc', text: ECDC }));
    expect(preview).toMatchObject({ series: 'ecdc', source: { isNew: true, title: 'Daily new cases and deaths worldwide' }, isKnown: false, isReady: true, questions: [], drift: null, from: '2020-03-10', until: '2020-03-16' });
    expect(preview.faultKinds).toContainEqual({ kind: 'negative', count: 1 });
    expect(await length()).toBe(before);
  });
  test('taken in: its source, a fact a day, and one of the file', async () => {
    const taken = value(await counts().import(OP, { format: 'ecdc', text: ECDC }));
    expect(taken.facts).toBe(1 + 3 + 1);
    expect((await last(5)).map(({ kind }) => kind)).toEqual(['source.recorded', 'counts.published', 'counts.published', 'counts.published', 'counts.imported']);
  });
  test('by several at once, and again: it stands once', async () => {
    const before = await length();
    const all = await Promise.all([1, 2, 3].map(() => counts().import(OP, { format: 'who', text: WHO })));
    expect(all.map(value).reduce((sum, { facts }) => sum + facts, 0)).toBe(1 + 2 + 1);
    expect(value(await counts().import(OP, { format: 'who', text: WHO }))).toMatchObject({ facts: 0, isKnown: true });
    expect(await length()).toBe(before + 4);
  });
  test('two that differ, at the same moment: the later one revises the earlier', async () => {
    const [one, other] = await Promise.all(['25000', '26000'].map((cases) => counts().import(OP, { format: 'who', text: WHO.replace('24747', cases) })));
    expect([one, other].map((it) => it?.ok)).toEqual([true, true]);
    const { days } = value(await counts().report(OP, { area: 'IT', asOf: '2020-03-17' }));
    const told = days.find(({ date }) => date === '2020-03-16')?.told.find(({ sources }) => sources[0] === 'who')?.figures.cases;
    expect([told?.value, ...(told?.revisions ?? []).map((it) => it.value)].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([24_747, 25_000, 26_000]);
  });
  test('with columns that came and went since the last one', async () => {
    const moved = WHO.replace('WHO_region', 'Region').replaceAll(',EURO', ',EURO').split('\n').map((line, k) => (line === '' ? '' : `${line},${k === 0 ? 'Tests' : '1'}`)).join('\n');
    const preview = value(await counts().preview(OP, { format: 'who', text: moved }));
    expect(preview.drift).toMatchObject({ came: ['Region', 'Tests'], went: ['WHO_region'] });
    expect(preview.faults.filter(({ kind }) => kind === 'unknown-column').map(({ column }) => column)).toEqual(['Region', 'Tests']);
  });
  test('with a country under a new name', async () => expect(value(await counts().preview(OP, { format: 'who', text: WHO.replace('Czechia', 'Czech Republic') })).faults).toContainEqual(expect.objectContaining({ kind: 'renamed', area: 'CZ', value: 'Czech Republic' })));
  test('with stale hours keeps each row’s own hour, and says so', async () => {
    const taken = value(await counts().import(OP, { format: 'jhu', files: [{ name: '03-16-2020.csv', content: base64(JHU_SECOND) }] }));
    expect(taken.faultKinds).toContainEqual({ kind: 'stale', count: 1 });
    const [published] = (await last(2)).flatMap((fact) => (fact.kind === 'counts.published' ? [fact.body.areas] : []));
    expect(published?.find(({ area }) => area === 'KR')).toEqual({ area: 'KR', cases: 8236, deaths: 75, at: '2020-03-16T09:53:06.000Z' });
    expect(published?.find(({ area }) => area === 'GF')).toMatchObject({ cases: 11 });
  });
  test.each([['a page', '<!doctype html>'], ['another source’s file', WHO]])('%s is refused, and nothing is written', async (_, text) => {
    const before = await length();
    const refused = await counts().import(OP, { format: 'ecdc', text });
    expect(refused).toMatchObject({ ok: false, error: { status: 422, code: 'sheet-refused', rejected: expect.arrayContaining([expect.objectContaining({ file: 'pasted.csv', row: 1, remedy: expect.any(String) })]) } });
    expect(await length()).toBe(before);
  });
  test('a file and an address at once is no question', async () => expect(await counts().preview(OP, { format: 'ecdc', text: ECDC, url: 'https://counts.example.org/' })).toMatchObject({ ok: false, error: { status: 400 } }));
});

describe('a sheet of one’s own', () => {
  const SHEET = 'Jour;Région;Cas\n03/04/2020;IT-25;5\n04/04/2020;IT-25;7\n';
  test('needs a series, and a title where nobody knows the source', async () => {
    expect(await counts().preview(OP, { format: 'sheet', text: SHEET })).toMatchObject({ ok: false, error: { message: expect.stringContaining('needs a series') } });
    expect(await counts().preview(OP, { format: 'sheet', series: 'ats', text: SHEET })).toMatchObject({ ok: false, error: { message: 'nobody is on record as the source ats' } });
  });
  test('what is open is asked, and until then nothing is written', async () => {
    const before = await length();
    const preview = value(await counts().preview(OP, { format: 'sheet', series: 'ats', title: 'Health agency', text: SHEET }));
    expect([preview.isReady, preview.questions.map(({ id }) => id)]).toEqual([false, ['counting', 'dates']]);
    expect(preview.mapping?.columns.map(({ header, field }) => [header, field])).toEqual([['Jour', 'date'], ['Région', 'area'], ['Cas', 'cases']]);
    expect(await counts().import(OP, { format: 'sheet', series: 'ats', title: 'Health agency', text: SHEET })).toMatchObject({ ok: false, error: { status: 422, code: 'intake-open' } });
    expect(await length()).toBe(before);
  });
  test('answered, it is taken in, and the answers are learned', async () => {
    const taken = value(await counts().import(OP, { format: 'sheet', series: 'ats', title: 'Health agency', text: SHEET, mapping: { counting: 'new', dates: 'day-first' } }));
    expect(taken.figures.new).toBe(2);
    expect((await last(5)).map(({ kind }) => kind)).toEqual(['source.recorded', 'counts.mapping-learned', 'counts.published', 'counts.published', 'counts.imported']);
    const { days } = value(await counts().report(OP, { area: 'IT-25', asOf: '2020-04-10' }));
    expect(days.map(({ date, told }) => [date, told[0]?.figures.cases?.value])).toEqual([['2020-04-04', 12], ['2020-04-03', 5]]);
  });
  test('the next one asks nothing, though its columns moved', async () => {
    const next = value(await counts().import(OP, { format: 'sheet', series: 'ats', text: `Région;Cas;Jour\nIT-25;5;03/04/2020\nIT-25;7;04/04/2020\nIT-25;9;05/04/2020\n` }));
    expect(next.figures).toEqual({ new: 1, revised: 0, unchanged: 2, absent: 0 });
    expect((await last(2)).map(({ kind }) => kind)).toEqual(['counts.published', 'counts.imported']);
  });
});

test('an operation with counts goes out as a pack and comes in again, word for word', async () => {
  const tools = { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock: wallClock };
  const files = value(await deskOverStore(store, tools).exportPack(OP));
  const elsewhere = await openHome(newFolder());
  try {
    const desk = deskOverStore(elsewhere, tools);
    value(await desk.importPack(files));
    const asked = { area: 'IT', asOf: '2020-04-10' };
    expect(value(await desk.counts.report(OP, asked))).toEqual(value(await deskOverStore(store, tools).counts.report(OP, asked)));
  } finally {
    await elsewhere.close();
  }
});

test('a file is read in a thread as it is here', async () => {
  const ask = { format: 'ecdc', files: [{ name: 'a.csv', content: new TextEncoder().encode(ECDC) }], mapping: {}, learned: null } as const;
  const reader = threadedReader();
  try {
    expect(await reader.counts(ask)).toEqual(await readHere.counts(ask));
    const broken = { ...ask, files: [{ name: 'a.csv', content: new TextEncoder().encode('x') }] };
    expect(await reader.counts(broken)).toEqual(await readHere.counts(broken));
  } finally {
    await reader.close();
  }
});
