// The reference operation, held to what is known of March 2020: what had landed when, what was said of the promise, who
// could be served, what did not fit. Every plan is gone over by the checker, and its model by another solver where there is one.

import { afterAll, describe, expect, test } from 'vitest';
import { cartonLoad } from '../../src/domain/catalogue.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { POLICIES, type Policy } from '../../src/domain/plan/plan.ts';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { propose, type Proposed } from '../../src/app/plan/propose.ts';
import { explain } from '../../src/app/plan/explain.ts';
import { status, type StatusReport } from '../../src/app/promise/status.ts';
import { audit } from '../../src/app/custody/audit.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { partitionSides } from '../../src/ledger/partition.ts';
import { writeMps } from '../../src/planner/mps.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { cbcOptimum, hasCbc } from '../support/cbc.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';

const read = journalOfPack(readFolder(REFERENCE));
if (!read.ok) throw new Error('the reference operation is refused');
const { facts } = read.value;
const solver = highsSolver();
afterAll(() => solver.close());
// A clock that stands still: nothing may depend on it.
const tools = { solver, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) } };

const INSTANTS = ['2020-03-13T23:00:00Z', '2020-03-16', '2020-03-18', '2020-03-21'];
const proposals = new Map<string, Promise<Proposed>>();
function proposed(asOf: string, policy: Policy = 'equal-cover'): Promise<Proposed> {
  const key = `${asOf} ${policy}`;
  const known = proposals.get(key);
  if (known !== undefined) return known;
  const made = propose(facts, { policy, seed: 1, gap: 0, asOf }, tools).then((result) => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  });
  proposals.set(key, made);
  return made;
}
async function statusAt(asOf: string): Promise<StatusReport> {
  const report = await status(facts, { asOf }, tools);
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

describe('the promise of 2,000,000 masks to Europe (P1)', () => {
  test.each([
    ['2020-03-13T23:00:00Z', 0.25],
    ['2020-03-16', 0.4],
    ['2020-03-18', 0.75],
    ['2020-03-20', 1],
  ])('at %s a share of %d has landed', async (asOf, share) => {
    const [row] = (await statusAt(asOf)).promises.filter(({ pledge }) => pledge === 'P1');
    expect(row).toMatchObject({ promised: 2_000_000, surplus: 0, landedShare: share, everLanded: 2_000_000 * share });
  });
  test('on the 16th it is on course, and the reason says so', async () => {
    const [row] = (await statusAt('2020-03-16')).promises.filter(({ pledge }) => pledge === 'P1');
    expect(row?.verdict).toBe('on-course');
    expect(row?.why).toMatch(/^800,000 of 2,000,000 units have landed; the plan delivers the rest by \w{3} 2\d March, \d\d:\d\d CET, before the due date 31 March 2020\.$/);
  });
  test('1.8 and 2.0 million stand as claims that contradict each other', async () => {
    const said = (await statusAt('2020-03-16')).claims.filter(({ pledge, item }) => pledge === 'P1' && item === 'surgical-mask');
    expect(said.filter(({ units }) => units === 1_800_000).map(({ stance }) => stance)).toContain('contradicts');
    expect(said.filter(({ units }) => units === 2_000_000).map(({ stance }) => stance)).toContain('supports');
  });
});

describe('every unit accounted for', () => {
  const every6h = Array.from({ length: 4 * 33 }, (_, step) => new Date(Date.UTC(2020, 2, 1, 6 * step)).toISOString());
  test('the partition and the independent audit hold every six hours of the operation', () => {
    for (const asOf of every6h) {
      const report = audit(facts, { asOf });
      expect(report.ok && report.value.problems).toEqual([]);
      if (report.ok) for (const row of report.value.rows) expect(partitionSides(row)[0]).toBe(partitionSides(row)[1]);
    }
  });
});

describe('the plan', () => {
  test.each(INSTANTS.flatMap((asOf) => POLICIES.map((policy) => [asOf, policy] as const)))('%s, %s: proven, checked, whole cartons', async (asOf, policy) => {
    const { proposal } = await proposed(asOf, policy);
    expect(proposal.check).toEqual({ ok: true, violations: [] });
    expect(proposal.bound).toBeLessThanOrEqual(proposal.modelObjective);
    expect(proposal.modelObjective - proposal.bound).toBeLessThanOrEqual(1e-6 * Math.abs(proposal.modelObjective));
    expect(proposal.gap).toBeGreaterThanOrEqual(0);
    expect(proposal.lines.length).toBeGreaterThan(5);
  });

  test.runIf(hasCbc).each(INSTANTS.flatMap((asOf) => POLICIES.map((policy) => [asOf, policy] as const)))('%s, %s: CBC proves the same optimum on the exported model', async (asOf, policy) => {
    const { proposal, model } = await proposed(asOf, policy);
    const optimum = cbcOptimum(writeMps(model(), 'AIRBRIDGE'));
    expect(Math.abs(optimum - proposal.modelObjective)).toBeLessThanOrEqual(1e-6 * Math.abs(proposal.modelObjective));
    expect(proposal.bound).toBeLessThanOrEqual(optimum + 1e-9 * Math.abs(optimum));
  }, 600_000);

  test("the first aircraft's masks go to Italy, under its earmark", async () => {
    const { proposal } = await proposed('2020-03-13T23:00:00Z');
    const lines = proposal.lines.filter(({ lot }) => lot === 'F1-MASK');
    expect(lines.reduce((sum, { units }) => sum + units, 0)).toBe(500_000);
    expect(lines.filter(({ recipient }) => !recipient.startsWith('IT-'))).toEqual([]);
    for (const { why } of lines) expect(why).toContain('P1-IT');
  });
  test('Switzerland is unserved on the 16th for want of a paper, which is named, and served on the 21st', async () => {
    const before = (await proposed('2020-03-16')).proposal;
    expect(before.lines.filter(({ recipient }) => recipient === 'CH')).toEqual([]);
    const missing = before.unserved.filter(({ recipient, why }) => recipient === 'CH' && why.includes('export-authorisation') && why.includes('EU-2020-402-EFTA'));
    expect(missing.map(({ item }) => item)).toEqual(expect.arrayContaining(['ffp2', 'gown', 'gloves', 'face-shield']));
    const after = (await proposed('2020-03-21')).proposal;
    expect(after.lines.filter(({ recipient }) => recipient === 'CH').length).toBeGreaterThan(0);
    expect(after.unserved.filter(({ recipient, why }) => recipient === 'CH' && why.includes('export-authorisation'))).toEqual([]);
  });
  test('F5 overflows, and the plan says by how much', async () => {
    const { proposal } = await proposed('2020-03-16');
    expect(proposal.notes.filter((note) => /F5.* overflows: 251 cartons of lot F5-SUIT do not fit \(its load takes 760\.1 m³ and it holds 736 m³\)/.test(note))).toHaveLength(1);
  });
  test('at least five departures are full, and a charter is opened', async () => {
    const { proposal, problem } = await proposed('2020-03-16');
    expect(proposal.charters.length).toBeGreaterThan(0);
    const full = problem.runs.filter((run) => {
      if (run.charter !== null || run.allotment.positions === undefined) return false;
      const used = proposal.lines.filter(({ route }) => route.includes(run.id)).reduce((sum, { item, cartons }) => {
        const master = problem.items.get(item);
        return sum + (master === undefined ? 0 : cartons * cartonLoad(master).positions);
      }, 0);
      return used > run.allotment.positions - 1 / 12;
    });
    expect(full.length).toBeGreaterThanOrEqual(5);
  });
  test('the same plan, byte for byte, a second time', async () => {
    const again = await propose(facts, { policy: 'equal-cover', seed: 1, gap: 0, asOf: '2020-03-21' }, tools);
    expect(again.ok && JSON.stringify(again.value.proposal)).toBe(JSON.stringify((await proposed('2020-03-21')).proposal));
  });
});

describe('why, and what would change it', () => {
  test('with the paper held Switzerland is served: a plan of its own says so, and what it asks of the others', async () => {
    const { proposal } = await proposed('2020-03-16');
    const answer = await explain(facts, { plan: proposal.plan, line: 'CH/ffp2', asOf: '2020-03-16' }, tools);
    if (!answer.ok) throw new Error(answer.error.message);
    const held = answer.value.counterfactuals.find(({ kind }) => kind === 'paper-held');
    expect(held?.what).toContain('export-authorisation');
    expect(held?.proven).toBe(true);
    expect(held?.delta?.share).toBeGreaterThan(0.05);
    expect(held?.delta?.worstOff).toBeLessThanOrEqual(0);
  }, 60_000);

  test('a line of a recorded plan is planned again from the facts before it', async () => {
    const { proposal } = await proposed('2020-03-21');
    const last = facts.at(-1);
    if (last === undefined) throw new Error('the operation has facts');
    const recorded = { ...last, kind: 'plan.proposed', seq: last.seq + 1, body: proposal } as Fact;
    const answer = await explain([...facts, recorded], { plan: 'latest', line: 'L1' }, tools);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value).toMatchObject({ plan: proposal.plan, why: proposal.lines[0]?.why, notes: [] });
    expect(answer.value.counterfactuals.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['without-departure', 'another-carton', 'another-route']));
    for (const { proven, delta } of answer.value.counterfactuals) expect([proven, delta !== null]).toEqual([true, true]);
    // To lose a departure never makes the most equal plan of the worst-off better.
    expect(answer.value.counterfactuals.find(({ kind }) => kind === 'without-departure')?.delta?.worstOff).toBeLessThanOrEqual(1 / 50);
  }, 60_000);

  test.each([['there is no plan', { plan: 'latest', line: 'L1' }, 'unknown-plan'], ['it is another plan', { plan: 'severity-000000000000', line: 'L1' }, 'unknown-plan']] as const)('where %s it says so', async (_, ask, code) => {
    expect(await explain(facts, ask, tools)).toMatchObject({ ok: false, error: { code } });
  });
});
