// The reference operation in words: at four instants and under three policies every reason, note and verdict is said in every
// language, and the English beside a phrase is that phrase.

import { afterAll, describe, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { propose } from '../../src/app/plan/propose.ts';
import { status } from '../../src/app/promise/status.ts';
import { POLICIES, type Policy } from '../../src/domain/plan/plan.ts';
import type { Phrase } from '../../src/domain/phrase.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { english } from '../../src/words/en/english.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { sayAll } from '../../src/words/say.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';

const read = journalOfPack(readFolder(REFERENCE));
if (!read.ok) throw new Error('the reference operation is refused');
const { facts } = read.value;
const solver = highsSolver();
afterAll(() => solver.close());
const tools = { solver, clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) } };

const INSTANTS = ['2020-03-13T23:00:00Z', '2020-03-16', '2020-03-18', '2020-03-21'];
interface Said {
  readonly why: string;
  readonly because?: readonly Phrase[] | undefined;
}

function expectSaid(all: readonly Said[]): void {
  for (const { why, because = [] } of all) {
    expect(because.length).toBeGreaterThan(0);
    expect(sayAll(because, english)).toBe(why);
    for (const language of Object.values(LANGUAGES)) expect(sayAll(because, language)).not.toMatch(/[{}]|undefined|null|NaN|\[object|Infinity/);
  }
}

describe.each(INSTANTS)('at %s', (asOf) => {
  test.each(POLICIES)('under %s each line and each short need says why, in every language', async (policy: Policy) => {
    const proposed = await propose(facts, { policy, seed: 1, gap: 0, asOf }, tools);
    if (!proposed.ok) throw new Error(proposed.error.message);
    const { lines, unserved, notes, noted = [] } = proposed.value.proposal;
    expectSaid([...lines, ...unserved]);
    expect(noted).toHaveLength(notes.length);
    expectSaid(notes.map((why, index) => ({ why, because: noted.slice(index, index + 1) })));
  });

  test('the road not taken is another one, and stands to the line as its verdict says', async () => {
    const proposed = await propose(facts, { policy: 'equal-cover', seed: 1, gap: 0, asOf }, tools);
    if (!proposed.ok) throw new Error(proposed.error.message);
    const { workings, proposal } = proposed.value;
    expect(proposal.lines.filter(({ weighed }) => weighed !== null && weighed !== undefined).length).toBeGreaterThan(proposal.lines.length / 2);
    for (const { route, arrives, weighed } of proposal.lines) {
      if (weighed === null || weighed === undefined) continue;
      const legs = weighed.route.map((id) => workings.outcome.table.byId.get(id));
      expect(legs).not.toContain(undefined);
      expect(weighed.route).not.toEqual(route);
      expect(weighed.arrives < arrives).toBe(weighed.verdict !== 'later');
      expect(Math.sign(weighed.hours)).toBe(Math.sign(Date.parse(weighed.arrives) - Date.parse(arrives)));
      if (weighed.verdict === 'full') expect(legs.some((leg) => leg !== undefined && workings.outcome.book.left(leg).positions < 1)).toBe(true);
    }
  });

  test('each promise says how it stands, in every language', async () => {
    const report = await status(facts, { asOf }, tools);
    if (!report.ok) throw new Error(report.error.message);
    expect(report.value.promises.length).toBeGreaterThan(0);
    expectSaid(report.value.promises);
  });
});
