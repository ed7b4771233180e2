import { describe, expect, test } from 'vitest';
import { FACT_BODIES } from '../../domain/facts.ts';
import { factIdOf, hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { admit } from '../admit.ts';
import { newsIn } from '../plan/standing.ts';
import { keptIn } from './kept.ts';

const small = journal(SMALL);
const NEXT = small.length + 1;
const keeping = (changes: readonly object[], more: object = {}): Line => ['what-if.kept', 40, { name: 'More masks', changes, ...more }];
const FIFTH = { kind: 'need', times: 1.2 };
const RAIL = { kind: 'rail', to: ['ITROM'] };
const strikingOut = (seq: number): Line => ['correction.made', 41, { corrects: factIdOf(seq), reason: 'not asked any more' }];
/** Of each fact after the small operation's, whether it could change a plan of a later instant. */
const newsOf = (...lines: readonly Line[]): boolean[] => {
  const facts = [...small, ...journal(lines, NEXT)];
  const isNews = newsIn(facts);
  return facts.slice(small.length).map((fact) => isNews(fact, hour(99)));
};
const listed = (...lines: readonly Line[]) => keptIn([...small, ...journal(lines, NEXT)]);

describe('a what-if that is kept', () => {
  test('is listed by its name, with who kept it and when', () =>
    expect(listed(keeping([FIFTH], { asOf: hour(30) }), ['what-if.kept', 40, { name: ' Fewer flights ', changes: [RAIL] }])).toMatchObject([
      { name: 'Fewer flights', changes: [RAIL], asOf: null },
      { name: 'More masks', changes: [FIFTH], asOf: hour(30), at: hour(40), by: 'test', seq: NEXT, facts: [factIdOf(NEXT)] },
    ]));

  test('takes the place of what stood under its name, also where it is said to have occurred before', () =>
    expect(listed(keeping([FIFTH]), ['what-if.kept', 5, { name: 'More masks', changes: [RAIL] }, 41])).toMatchObject([{ changes: [RAIL], seq: NEXT + 1, facts: [factIdOf(NEXT + 1), factIdOf(NEXT)] }]));

  test('is struck out by a correction: what stood before it stands again, and without such nothing', () => {
    expect(listed(keeping([FIFTH]), keeping([RAIL]), strikingOut(NEXT + 1))).toMatchObject([{ changes: [FIFTH], facts: [factIdOf(NEXT)] }]);
    expect(listed(keeping([FIFTH]), keeping([RAIL]), strikingOut(NEXT), strikingOut(NEXT + 1))).toEqual([]);
  });

  test('outdates no plan when it is struck out either; a need that is struck out does, and so does a decision', () => {
    expect(newsOf(keeping([FIFTH]), strikingOut(NEXT))).toEqual([false, false]);
    const need = small.findIndex(({ kind }) => kind === 'need.reported') + 1;
    expect(newsOf(keeping([FIFTH]), strikingOut(need), ['plan.forbidden', 40, { departure: 'ROAD-2', reason: 'snow' }], strikingOut(NEXT + 2))).toEqual([false, true, true, true]);
  });

  test('outdates no plan, and neither posts nor needs a unit', () => {
    expect(newsOf(keeping([FIFTH]))).toEqual([false]);
    expect(admit(small, journal([keeping([FIFTH, RAIL, { kind: 'flight', like: 'C1', days: 7, times: 1 }, { kind: 'hub', place: 'ITMXP', areas: ['IT'] }])], NEXT))).toMatchObject({ ok: true, value: { postings: [] } });
  });
});

describe('a what-if is not kept', () => {
  test.each([
    ['of an item that is not there', { kind: 'need', times: 2, item: 'masks' }, 'changes.1.item', 'there is no item masks', 'did you mean mask?'],
    ['of an area in which nobody receives', { kind: 'need', times: 2, area: 'FR' }, 'changes.1.area', 'no recipient is in FR', 'leave the area out, or name one in which there are recipients'],
    ['of a flight like one that is not there', { kind: 'flight', like: 'C2', days: 7, times: 1 }, 'changes.1.like', 'there is no consignment C2', 'register the consignment first, or name one that is registered'],
    ['of trains to a place that is not there', { kind: 'rail', to: ['ITFCO'] }, 'changes.1.to', 'there is no place ITFCO', expect.any(String) as string],
    ['of the hub that it has', { kind: 'hub', place: 'BELGG', areas: ['IT'] }, 'changes.1.place', 'BELGG is the hub already', 'name another candidate'],
    ['of a hub for an area without a place', { kind: 'hub', place: 'ITMXP', areas: ['IT', 'FR'] }, 'changes.1.areas', 'the operation has no place in FR', 'name areas in which the operation has gateways'],
  ])('%s', (_, change, field, problem, remedy) => {
    const answer = admit(small, journal([keeping([FIFTH, change])], NEXT));
    expect(answer.ok ? [] : answer.error.map((it) => [it.field, it.problem, it.remedy])).toEqual([[field, problem, remedy]]);
  });

  test('of two other hubs at once', () => {
    const answer = admit(small, journal([keeping([{ kind: 'hub', place: 'ITMXP', areas: ['IT'] }, { kind: 'hub', place: 'ESZAZ', areas: ['ES'] }])], NEXT));
    expect(answer.ok ? [] : answer.error.map(({ problem, remedy }) => [problem, remedy])).toEqual([['2 other hubs are asked for at once', 'keep one at a time']]);
  });

  test.each([['without a change', { name: 'x', changes: [] }], ['without a name', { name: '  ', changes: [FIFTH] }], ['under a name of two lines', { name: 'a\nb', changes: [FIFTH] }], ['under a name of 81 characters', { name: 'x'.repeat(81), changes: [FIFTH] }]])('%s', (_, body) => expect(FACT_BODIES['what-if.kept'].safeParse(body).success).toBe(false));
});
