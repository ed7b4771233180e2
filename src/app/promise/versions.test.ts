// The versions of a pledge: what it was, until when, and why it is another now.

import { expect, test } from 'vitest';
import { factIdOf, hour, journal, type Line } from '../../../test/support/journal.ts';
import { LANDED, SMALL } from '../../../test/support/small-operation.ts';
import { situation } from '../plan/situation.ts';
import { meterAt, meterOf } from './meter.ts';
import { versionsOf, type Version } from './versions.ts';

const seqOf = (kind: string): number => SMALL.findIndex(([it]) => it === kind) + 1;
function versions(lines: readonly Line[], asOf: number, knownAt: number | null = null): Version[] {
  const facts = journal(lines);
  const when = { asOf: hour(asOf), knownAt: knownAt === null ? null : hour(knownAt) };
  return versionsOf(facts, when, meterAt(meterOf(situation(facts, when))));
}
const told = (all: readonly Version[]): (readonly unknown[])[] => all.map(({ what, earmark, was, units, reason }) => [what, earmark, was, units, reason]);

test('made, bound, amended, bound again', () => {
  const lines: Line[] = [...SMALL, ['pledge.amended', 5, { pledge: 'P1', item: 'mask', units: 1200, reason: 'more' }], ['earmark.set', 6, { earmark: 'P1-IT', pledge: 'P1', item: 'mask', units: 700, areas: ['IT'], recipients: [] }]];
  expect(told(versions(lines, 6))).toEqual([['made', null, null, 1000, null], ['earmarked', 'P1-IT', null, 600, null], ['amended', null, 1000, 1200, 'more'], ['earmarked-again', 'P1-IT', 600, 700, null]]);
  expect(versions(lines, 6)[2]).toMatchObject({ due: '2020-03-10', at: hour(5) });
  expect(versions(lines, 5)).toHaveLength(3);
});

test('withdrawn after shipping: what had left stands on', () => {
  expect(told(versions([...LANDED, ['pledge.withdrawn', 21, { pledge: 'P1', item: 'mask', reason: 'no more' }]], 22)).at(-1)).toEqual(['withdrawn', null, 1000, 600, 'no more']);
});

test('a correction that lowers a published total leaves its trace, and so does the next', () => {
  const { body, made } = { body: { pledge: 'P1', item: 'mask', donor: 'a foundation', units: 800, scope: 'EUROPE', due: '2020-03-10', viaHub: true }, made: factIdOf(seqOf('pledge.made')) };
  const correct = (h: number, units: number): Line => ['correction.made', h, { corrects: made, reason: `${units} it was`, replacement: { occurredAt: hour(1), body: { ...body, units } } }];
  const lines = [...SMALL, correct(30, 800), correct(40, 900)];
  const all = versions(lines, 50);
  expect(told(all)).toEqual([['made', null, null, 900, null], ['earmarked', 'P1-IT', null, 600, null], ['corrected', null, 1000, 800, '800 it was'], ['corrected', null, 800, 900, '900 it was']]);
  expect(all[2]).toMatchObject({ at: hour(30), corrects: seqOf('pledge.made') });
  expect(told(versions(lines, 50, 35)).at(-1)).toEqual(['corrected', null, 1000, 800, '800 it was']);
  expect(told(versions([...SMALL, ['correction.made', 30, { corrects: factIdOf(seqOf('earmark.set')), reason: 'never set' }]], 50)).at(-1)).toEqual(['struck-out', 'P1-IT', 600, null, 'never set']);
});
