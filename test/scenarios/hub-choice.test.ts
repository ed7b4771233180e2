// The Liège question on the reference operation: a few candidates ranked, every plan proven and checked, every sentence said in every
// language; what cannot be answered is explained; and what if something were otherwise.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseHub } from '../../src/app/hub-choice/choose.ts';
import type { HubAsk, HubChoiceReport } from '../../src/app/hub-choice/report.ts';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { whatIf, type WhatIfReport } from '../../src/app/what-if/try.ts';
import { isKind } from '../../src/domain/facts.ts';
import { Changes, type Change } from '../../src/domain/plan/what-if.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { highsSolvers } from '../../src/solver/highs.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { sayAll } from '../../src/words/say.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';

const read = journalOfPack(readFolder(REFERENCE));
if (!read.ok) throw new Error('the reference operation is refused');
const { facts } = read.value;
const solver = highsSolvers(2);
afterAll(() => solver.close());
const [header = '', ...rows] = readFileSync(new URL('../hubs/candidates.csv', REFERENCE), 'utf8').trim().split('\n');
const sheetOf = (...codes: readonly string[]) => ({ name: 'mine.csv', content: Buffer.from([header, ...rows.filter((row) => codes.includes(row.slice(0, 5)))].join('\n')).toString('base64') });
const tools = { solver, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, candidates: () => Promise.resolve(sheetOf('BELGG', 'ITMXP', 'NLAMS')) };
const ask = (wanted: HubAsk, of = facts) => chooseHub(of, wanted, tools);
const answered = async (wanted: HubAsk, of = facts): Promise<HubChoiceReport> => {
  const answer = await ask(wanted, of);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

describe('which hub', () => {
  let report: HubChoiceReport;
  const told: string[] = [];
  beforeAll(async () => {
    const answer = await chooseHub(facts, {}, tools, { onProgress: ({ part, parts }) => told.push(`${part} of ${parts}`) });
    if (!answer.ok) throw new Error(answer.error.message);
    report = answer.value;
  });

  test('each candidate has a plan of its own, proven and checked, before and after each shock', () => {
    expect(report.ranking.map(({ hub, rank }) => [hub, rank])).toEqual([['BELGG', 1], ['NLAMS', 2], ['ITMXP', 3]]);
    for (const { objective, bound, gap, check, shocks } of report.ranking) {
      expect(check).toEqual({ ok: true, violations: [] });
      expect(bound).toBeLessThanOrEqual(objective);
      expect(gap).toBeLessThan(0.005);
      expect(shocks.map(({ shock }) => shock)).toEqual(['hub-closed', 'border-shut', 'rail-strike']);
      for (const it of shocks) expect(it.check.ok).toBe(true);
    }
  });

  test('it begins with the first departure, and hours run from each flight’s own', () => {
    expect(report.asOf).toBe('2020-03-13T08:30:00.000Z');
    for (const { hours, over } of report.ranking) {
      expect(hours.mean).toBeGreaterThan(24);
      expect(hours.mean).toBeLessThan(120);
      expect(over.map(({ share }) => share)).toEqual(over.map(({ share }) => share).toSorted((a, b) => a - b));
    }
  });

  test('who waits is told how many of the plans are made', () => {
    expect(told[0]).toBe('1 of 12');
    expect(told.at(-1)).toBe('12 of 12');
  });

  test('every reason is said in every language, and the English beside it is that phrase', () => {
    expect(report.reasons).toEqual(report.because.map((it) => sayAll([it], LANGUAGES.en)));
    for (const because of [report.because, ...report.ranking.map((it) => it.because)])
      for (const language of Object.values(LANGUAGES)) expect(sayAll(because, language)).not.toMatch(/[{}]|undefined|null|NaN|\[object|Infinity/);
    expect(report.reasons.join(' ')).toContain('The claim holds: of 3 choices, the operation’s own hub Liège Airport is the best.');
    expect(report.ranking[2]?.reasons[0]).toMatch(/^Liège Airport beats Milan Malpensa by .+, and loses .+ hours to .+\.$/);
  });

  test('another figure of the same plans may rank them otherwise', async () => {
    const byLast = await answered({ by: 'coverage' });
    expect(byLast.ranking.map(({ coverage }) => coverage.mean)).toEqual(byLast.ranking.map(({ coverage }) => coverage.mean).toSorted((a, b) => b - a));
    expect(byLast.ranking.find(({ hub }) => hub === 'BELGG')?.objective).toBe(report.ranking[0]?.objective);
  });
});

describe('two hubs at once', () => {
  // A plan through two hubs takes several times as long as through one: the needs of three items are enough to tell pairs apart.
  const items = new Set<string>(['ffp2', 'ventilator', 'suit']);
  const fewer = facts.filter((fact) => !isKind(fact, 'need.reported') || items.has(fact.body.item));

  test('every pair is planned whole, and the best is held against the own hub alone', async () => {
    const { ranking, sets, reasons, classic } = await answered({ hubs: 2 }, fewer);
    expect(sets).toEqual({ all: 3, planned: 3 });
    expect(ranking.map(({ places }) => places.length)).toEqual([2, 2, 2]);
    for (const { check, shocks } of ranking) expect([check.ok, ...shocks.map((it) => it.check.ok)]).toEqual([true, true, true, true]);
    expect(ranking[0]?.places).toContain('BELGG');
    expect(reasons.join(' ')).toMatch(/ together count €[\d,]+ \([\d.]+%\) less than Liège Airport alone\./);
    for (const it of classic) expect(it.places).toHaveLength(2);
  });
});

describe('what cannot be answered is explained:', () => {
  test.each<[string, HubAsk, object]>([
    ['more hubs than candidates', { hubs: 4 }, { code: 'bad-hub', message: '4 hubs are asked for, and there are 3 candidates', remedy: 'ask for 3 at most, or add candidates' }],
    ['a sheet with a mistake', { sheet: { name: 'mine.csv', content: Buffer.from(`${header}\n${(rows[0] ?? '').replace('50.6376', '')}`).toString('base64') } }, { code: 'sheet-refused', rejected: [{ file: 'mine.csv', row: 2, column: 'latitude' }] }],
    ['an instant before any flight is announced', { asOf: '2020-03-11' }, { code: 'bad-hub', message: expect.stringContaining('no consignment is announced for Liège Airport') as string }],
    ['no instant', { asOf: 'soon' }, { code: 'bad-instant' }],
  ])('%s', async (_, wanted, failure) => expect(await ask(wanted)).toMatchObject({ ok: false, error: failure }));

  test('a budget that nobody meets, with the least that would do', async () => {
    const refused = await ask({ sheet: sheetOf('BELGG'), budget: 100 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-hub', message: expect.stringMatching(/^no choice of hub meets a budget of €100: the cheapest, Liège Airport, costs €\d+$/) as string } });
    const least = Number(/€(\d+)$/.exec(refused.ok ? '' : refused.error.message)?.[1]);
    expect(await ask({ sheet: sheetOf('BELGG'), budget: least })).toMatchObject({ ok: true });
  });
});

describe('what if', () => {
  const tried = async (...changes: readonly Change[]): Promise<WhatIfReport> => {
    const answer = await whatIf(facts, { changes }, tools);
    if (!answer.ok) throw new Error(answer.error.message);
    expect([answer.value.before.check, answer.value.after.check]).toEqual([{ ok: true, violations: [] }, { ok: true, violations: [] }]);
    return answer.value;
  };

  test('needs were a fifth higher: the same goods cover less', async () => {
    const { before, after } = await tried({ kind: 'need', times: 1.2 });
    expect(after.coverage.mean).toBeLessThan(before.coverage.mean);
    expect(after.objective).toBeGreaterThan(before.objective);
  });

  test('one more flight came a week later: more is handed over', async () => {
    const { before, after, recipients } = await tried(...Changes.parse([{ kind: 'flight', like: 'F4', days: 7, times: 1 }]));
    expect(after.cartons).toBeGreaterThan(before.cartons);
    expect(after.bound).toBeLessThan(before.bound);
    expect(recipients.some((it) => it.after.cartons > it.before.cartons)).toBe(true);
  });

  test('trains ran instead of trucks: as much is handed over, later and dearer', async () => {
    const { before, after } = await tried({ kind: 'rail' });
    expect(after.cartons / before.cartons).toBeGreaterThan(0.95);
    expect(after.hours.median).toBeGreaterThan((before.hours.median ?? 0) + 12);
    expect(after.objective).toBeGreaterThan(before.objective);
  });

  test('the south had a hub of its own: flights that have not left may land there', async () => {
    const { before, after } = await tried(...Changes.parse([{ kind: 'hub', place: 'ITMXP', areas: ['IT', 'ES', 'PT', 'GR'] }]));
    expect(after.bound).toBeLessThanOrEqual(before.bound * (1 + 1e-6));
  });

  test.each<[string, unknown, string]>([
    ['a flight that nobody announced', { kind: 'flight', like: 'F44', days: 7, times: 1 }, 'did you mean F4?'],
    ['an item that is not there', { kind: 'need', times: 2, item: 'tents' }, 'name one of'],
    ['an area without needs', { kind: 'need', times: 2, area: 'JP' }, 'leave out the area'],
    ['trucks that do not run', { kind: 'rail', to: ['CNPVG'] }, 'name places'],
    ['a hub that is no candidate', { kind: 'hub', place: 'HUBUD', areas: ['IT'] }, 'name one of BELGG, NLAMS, ITMXP'],
    ['the hub itself', { kind: 'hub', place: 'BELGG', areas: ['IT'] }, 'name another candidate'],
    ['areas without gateways', { kind: 'hub', place: 'ITMXP', areas: ['JP'] }, 'name areas'],
  ])('is refused with a remedy: %s', async (_, change, remedy) => {
    const answer = await whatIf(facts, { changes: Changes.parse([change]) }, tools);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-change', remedy: expect.stringContaining(remedy) as string } });
  });
});
