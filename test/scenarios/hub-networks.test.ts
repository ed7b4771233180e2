// The network of a hub as the planner is given it, on the reference operation: one hub or several, before and after each shock.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HubCandidate } from '../../src/domain/hub/candidate.ts';
import { Instant } from '../../src/domain/time.ts';
import { Minutes } from '../../src/domain/units.ts';
import { highsSolvers } from '../../src/solver/highs.ts';
import { readCandidates } from '../../src/standards/hubs/read-candidates.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { situation } from '../../src/app/plan/situation.ts';
import { beforeTheFirst, type Before } from '../../src/app/hub-choice/before.ts';
import { networkThrough } from '../../src/app/hub-choice/network.ts';
import { shocksFor } from '../../src/app/hub-choice/shocks.ts';
import { tried } from '../../src/app/hub-choice/trial.ts';
import { valuesOf, WAY_RULES } from '../../src/app/hub-choice/way-rules.ts';

const rules = valuesOf(WAY_RULES);
const solver = highsSolvers(2);
afterAll(() => solver.close());
let before: Before;
let candidates: readonly HubCandidate[];
beforeAll(() => {
  const pack = journalOfPack(readFolder(REFERENCE));
  const read = readCandidates(readFileSync(new URL('../hubs/candidates.csv', REFERENCE)));
  if (!pack.ok || !read.ok) throw new Error('the reference operation and the candidates are read');
  const found = beforeTheFirst(situation(pack.value.facts, { asOf: Instant.parse('2020-03-16T19:40:00.000Z'), knownAt: null }));
  if (!found.ok) throw new Error(found.error.message);
  before = found.value;
  candidates = read.value;
});
const hub = (iata: string): HubCandidate => {
  const found = candidates.find(({ place }) => place.iata === iata);
  if (found === undefined) throw new Error(`${iata} is a candidate`);
  return found;
};
const planned = async (hubs: readonly HubCandidate[]) => {
  const answer = await tried(before, networkThrough(before, hubs, rules), solver);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.marks.check).toEqual({ ok: true, violations: [] });
  return answer.value.marks;
};

test('two hubs of which one is of no use count what the other counts alone; a useful second counts less', async () => {
  const useless = { ...hub('LUX'), place: { ...hub('LUX').place, dwellMinutes: Minutes.parse(60_000) } };
  const [alone, beside, useful] = await Promise.all([planned([hub('LGG')]), planned([hub('LGG'), useless]), planned([hub('LGG'), hub('LUX')])]);
  expect(Math.abs(beside.objective / alone.objective - 1)).toBeLessThan(1e-4);
  expect(useful.bound).toBeLessThan(alone.bound);
});

test('each flight begins at a place of its own and may be split between the hubs', () => {
  const { problem } = networkThrough(before, [hub('LGG'), hub('MXP')], rules);
  const beginnings = new Set(problem.supplies.map(({ place }) => place));
  expect(beginnings.size).toBe(5);
  for (const place of beginnings) expect(new Set(problem.runs.filter(({ from }) => from === place).map(({ to }) => to))).toEqual(new Set(['BELGG', 'ITMXP']));
});

test('a closed hub sends nothing and takes in nothing while it is closed; a strike stops every train', () => {
  const [closed, , strike] = shocksFor(before);
  if (closed === undefined || strike === undefined) throw new Error('there are three shocks');
  const shut = networkThrough(before, [hub('LGG')], rules, closed).problem;
  expect(shut.runs.filter(({ from, departsAt }) => from === 'BELGG' && departsAt >= closed.from && departsAt < closed.until)).toEqual([]);
  expect(shut.supplies.filter(({ availableAt }) => availableAt >= closed.from && availableAt < closed.until)).toEqual([]);
  expect(networkThrough(before, [hub('LGG')], rules, strike).problem.runs.filter(({ mode }) => mode === 'rail')).toEqual([]);
});

test('a shut border stops trucks and trains over it, not within the country and not aircraft', () => {
  const border = shocksFor(before)[1];
  if (border === undefined) throw new Error('there are three shocks');
  expect(border.area).toBe('DE');
  const open = networkThrough(before, [hub('LEJ')], rules).problem.runs;
  const left = new Set(networkThrough(before, [hub('LEJ')], rules, border).problem.runs.map(({ id }) => id));
  const gone = open.filter(({ id }) => !left.has(id));
  expect(gone.length).toBeGreaterThan(0);
  for (const { mode, from, to } of gone) {
    expect(mode).not.toBe('air');
    expect(from.startsWith('DE')).not.toBe(to.startsWith('DE'));
  }
});
