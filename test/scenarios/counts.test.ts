// Official counts in the reference operation: published files taken in, again, and in a mended copy. The published files lie outside the
// project; where they are absent these tests report themselves skipped.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { journalOf } from '../../src/app/journal.ts';
import type { CountsAsk, CountsImported, CountsReport } from '../../src/app/need/counts-shape.ts';
import { needOfOperation } from '../../src/app/need/forecast.ts';
import type { Store } from '../../src/app/ports.ts';
import { invariant, type Result } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { noPrinter } from '../support/printer.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const SHARED = process.env['AIRBRIDGE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const [dpc, ecdc] = [join(SHARED, 'data/covid/italy-regions-dpc.csv'), join(SHARED, 'data/covid/ecdc-daily-to-2020-04-24.csv')];
const OP = 'liege-2020';
const file = (path: string, edit: (text: string) => string = (text) => text): CountsAsk['files'] => [{ name: basename(path), content: new TextEncoder().encode(edit(readFileSync(path, 'utf8'))) }];
const value = <T>(result: Result<T, { readonly message: string }>): T => {
  invariant(result.ok, result.ok ? '' : result.error.message);
  return result.value;
};

describe.skipIf(!existsSync(ecdc) || !existsSync(dpc))('counts of spring 2020 in the reference operation', () => {
  let store: Store;
  let desk: Desk;
  let minutes = 0;
  const take = async (ask: CountsAsk): Promise<CountsImported> => value(await desk.counts.import(OP, ask));
  const report = async (ask: { readonly area?: string; readonly asOf?: string; readonly knownAt?: string }): Promise<CountsReport> => value(await desk.counts.report(OP, ask));
  beforeAll(async () => {
    store = await openHome(newFolder());
    // Each look at the clock is a minute later, so that one import can be told from the next.
    const clock = { now: () => instantFromMs(Date.UTC(2020, 3, 25, 12, minutes++)) };
    desk = deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock });
    value(await desk.importPack(readFolder(REFERENCE)));
  }, 60_000);
  afterAll(() => store.close());

  test('the ECDC’s file to 24 April: a fact a day, and one of the file', async () => {
    const taken = await take({ format: 'ecdc', files: file(ecdc) });
    expect(taken).toMatchObject({ series: 'ecdc', source: { isNew: false }, from: '2019-12-31', until: '2020-04-24', figures: { revised: 0, unchanged: 0, absent: 0 }, drift: null });
    expect(taken.facts).toBe(taken.days + 1);
    expect(taken.figures.new).toBeGreaterThan(20_000);
  });
  test('the Protezione Civile’s, with the hour of each day', async () => {
    const taken = await take({ format: 'dpc', files: file(dpc) });
    expect(taken).toMatchObject({ series: 'dpc', figures: { revised: 0, unchanged: 0 } });
    const { days } = await report({ area: 'IT', asOf: '2020-03-16' });
    expect(days[0]).toMatchObject({ date: '2020-03-16', told: [{ sources: ['dpc'], at: '2020-03-16T16:00:00.000Z', figures: { cases: { value: 27_980 }, deaths: { value: 2158 }, wards: { value: 11_025 }, intensiveCare: { value: 1851 } } }, { sources: ['ecdc'] }] });
  });
  test('the same files again: nothing is new', async () => {
    for (const [format, path] of [['ecdc', ecdc], ['dpc', dpc]] as const) expect(await take({ format, files: file(path) })).toMatchObject({ facts: 0, isKnown: true, figures: { new: 0, revised: 0, absent: 0 } });
  });
  test('two sources stand side by side; the one that counted last is used, and it says so', async () => {
    const { areas } = await report({ area: 'IT', asOf: '2020-03-16T19:40:00Z' });
    expect(areas).toMatchObject([{ area: 'IT', used: ['dpc'], why: { rule: 'counted-last', countedAt: '2020-03-16T16:00:00.000Z', before: { sources: ['ecdc'] } } }]);
    const need = value(needOfOperation(value(await journalOf(store, OP)), { asOf: '2020-03-16T19:40:00Z' }, { now: () => instantFromMs(Date.UTC(2020, 3, 26)) }));
    const italy = need.areas.find(({ area, item }) => area === 'IT' && item === 'surgical-mask');
    expect(italy).toMatchObject({ cases: 27_980, deaths: 2158, census: { wards: 11_025, intensiveCare: 1851 }, basis: 'census', perDay: { central: 163_059 } });
    expect(italy?.beside).toContainEqual(expect.objectContaining({ sources: ['ecdc'], countedOn: '2020-03-16' }));
    expect(need.areas.some(({ area }) => area === 'KR')).toBe(true);
  });
  test('6,705 dead is an hour between two mornings: 6,506 on the 16th and 7,102 on the 17th', async () => {
    const { world } = await report({});
    expect(world?.days.find(({ date }) => date === '2020-03-16')).toMatchObject({ deaths: 6506, at: '2020-03-16T09:00:00.000Z' });
    expect(world?.said).toContainEqual({ claim: 'C17', saidAt: '2020-03-16T18:00:00.000Z', figure: 6705, between: { measure: 'deaths', figure: 6705, before: { date: '2020-03-16', at: '2020-03-16T09:00:00.000Z', total: 6506 }, after: { date: '2020-03-17', at: '2020-03-17T09:00:00.000Z', total: 7102 } } });
  });
  test('a mended copy: what changed is revised, and what stood stays readable', async () => {
    const before = await report({ area: 'SE', asOf: '2020-03-16' });
    const [stood] = before.days.find(({ date }) => date === '2020-03-16')?.told.filter(({ sources }) => sources[0] === 'ecdc') ?? [];
    const known = stood?.figures.deaths ?? { value: 0, firstSeen: '' };
    // One day of Sweden with seven deaths more: it and every day after it change.
    const mended = file(ecdc, (text) => text.replace(/^(16\/03\/2020,16,3,2020,-?\d+,)(\d+)(,Sweden,)/m, (_, a: string, deaths: string, b: string) => `${a}${Number(deaths) + 7}${b}`));
    const preview = value(await desk.counts.preview(OP, { format: 'ecdc', files: mended }));
    expect(preview.figures).toMatchObject({ new: 0, revised: 40, absent: 0 });
    const taken = await take({ format: 'ecdc', files: mended });
    expect(taken.revisions.at(-1)).toEqual({ area: 'SE', date: '2020-03-16', measure: 'deaths', before: known.value, firstSeen: known.firstSeen, after: known.value + 7 });
    expect(taken.facts).toBe(40 + 1);
    const after = await report({ area: 'SE', asOf: '2020-03-16' });
    const [stands] = after.days.find(({ date }) => date === '2020-03-16')?.told.filter(({ sources }) => sources[0] === 'ecdc') ?? [];
    expect(stands?.figures.deaths).toMatchObject({ value: known.value + 7, revisions: [{ value: known.value, firstSeen: known.firstSeen, until: stands?.figures.deaths?.firstSeen }] });
    expect(after.series.find(({ series }) => series === 'ecdc')?.revised).toBe(1);
    expect((await report({ asOf: '2020-04-25' })).series.find(({ series }) => series === 'ecdc')?.revised).toBe(40);
    const then = await report({ area: 'SE', asOf: '2020-03-16', knownAt: known.firstSeen });
    expect(then.days.find(({ date }) => date === '2020-03-16')?.told.find(({ sources }) => sources[0] === 'ecdc')?.figures.deaths).toMatchObject({ value: known.value, revisions: [] });
  });
  test('and back again is a further revision, not the first figure that was never away', async () => {
    expect(await take({ format: 'ecdc', files: file(ecdc) })).toMatchObject({ isKnown: true, figures: { new: 0, revised: 40 }, facts: 40 });
    const { days } = await report({ area: 'SE', asOf: '2020-03-16' });
    const told = days.find(({ date }) => date === '2020-03-16')?.told.find(({ sources }) => sources[0] === 'ecdc')?.figures.deaths;
    expect(told?.revisions.map((it) => it.value - (told?.value ?? 0))).toEqual([0, 7]);
  });
  test('a file with a tenth of its rows gone, and its last line cut, is told', async () => {
    const cut = value(await desk.counts.preview(OP, { format: 'dpc', files: file(dpc, (text) => text.slice(0, text.length * 0.8)) }));
    expect(cut.faults.filter(({ kind }) => kind === 'truncated').map(({ problem }) => problem)).toEqual([expect.stringContaining('breaks off'), expect.stringMatching(/^the file has \d+ rows, and the last one had \d+$/)]);
  });
});
