import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { LANDED, SENT, SMALL, STOCK } from '../../../test/support/small-operation.ts';
import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { picture, stockHistory } from './picture.ts';
import type { Picture } from './shape.ts';

const draw = (facts: readonly Fact[], at: number, plan: PlanProposed | null = null): Picture => picture(facts, hour(at), plan === null ? null : { plan, recorded: false }, stockHistory(facts));
const factOf = (facts: readonly Fact[], seq: number | undefined): string | undefined => facts.find((fact) => fact.seq === seq)?.kind;

describe('a promise in the picture', () => {
  const facts = journal(SENT);
  const { promises } = draw(facts, 31);
  const promise = promises[0];
  if (promise === undefined) throw new Error('the small operation has a promise');

  test('has each unit in one state, and they add up', () => {
    const { outstanding, consigned, inTheAir, atHub, allocated, onward, delivered, lost } = promise;
    expect([outstanding, consigned, inTheAir, atHub, allocated, onward, delivered, lost].map(({ value }) => value)).toEqual([400, 0, 0, 200, 0, 400, 0, 0]);
    expect(promise.promised.value).toBe(1000);
  });
  test('leads from each figure to facts of the right kind', () => {
    expect(promise.promised.facts.map((seq) => factOf(facts, seq))).toEqual(['pledge.made']);
    expect(promise.onward.facts.map((seq) => factOf(facts, seq))).toContain('dispatch.departed');
    expect(promise.atHub.facts.map((seq) => factOf(facts, seq))).toContain('goods.tallied');
    expect(promise.delivered.facts).toEqual([]);
  });
  test('has no verdict before there is a plan', () => expect(promise.verdict).toBeNull());
  test('takes what is released, but not gone, out of the hub’s own stock', () => {
    const [before] = draw(facts, 25).promises;
    expect([before?.atHub.value, before?.allocated.value]).toEqual([200, 400]);
  });
});

describe('a flight in the picture', () => {
  // Announced for hours 3 to 20; departs at 3.
  test.each([
    [2, 'announced', 0],
    [3, 'in-the-air', 0],
    [11.5, 'in-the-air', 0.5],
    [20, 'landed', 1],
  ])('at hour %d is %s, at share %d of its way', (at, state, fraction) => expect(draw(journal(LANDED), at).flights[0]).toMatchObject({ state, fraction, viaHub: true }));

  test('that left late is expected late, and needs a person', () => {
    const { flights, attention } = draw(journal([...SMALL, ['consignment.departed', 5, { consignment: 'C1' }]]), 6);
    expect(flights[0]?.expectedArrival).toBe(hour(22));
    expect(attention.find(({ kind }) => kind === 'late-flight')).toMatchObject({ subject: 'C1', other: 120, deadline: hour(22) });
  });
  test('that is due and has not come is late by what has passed', () => expect(draw(journal(SMALL), 23).attention.find(({ kind }) => kind === 'late-flight')).toMatchObject({ other: 180 }));
  test('that keeps its times needs nobody', () => expect(draw(journal(LANDED), 10).attention.filter(({ kind }) => kind === 'late-flight')).toEqual([]));
});

describe('what needs a person', () => {
  test('is a count that differs from what was sent', () => {
    const { attention } = draw(journal([...LANDED, ['goods.tallied', 22, { place: 'BELGG', lot: 'A', units: 550 }]]), 23);
    expect(attention.find(({ kind }) => kind === 'discrepancy')).toMatchObject({ subject: 'A', units: 50, other: 550, detail: 'short' });
  });
  test('is what customs hold', () => {
    const { attention } = draw(journal([...LANDED, ['customs.held', 21, { place: 'BELGG', lot: 'A', units: 100 }]]), 23);
    expect(attention.find(({ kind }) => kind === 'held')).toMatchObject({ subject: 'A', units: 100 });
  });
  test('is a paper that nobody holds, where a departure goes', () => {
    const rule = ['rule.set', 4, { rule: 'R', classes: ['ppe'], fromArea: 'BE', toArea: 'IT', validFrom: '2020-03-01', effect: 'paper', paper: 'licence' }] as const;
    const { attention, borders } = draw(journal([...SMALL, rule]), 5);
    expect(attention.find(({ kind }) => kind === 'paper')).toMatchObject({ subject: 'IT', detail: 'licence', recipient: 'IT' });
    expect(borders).toEqual([{ area: 'IT', effect: 'paper', paper: 'licence', until: null }]);
  });
  test('is stock that runs out within days, by the need a day', () => {
    // 5,000 a week are 714.3 a day; 1,000 from hour 2 on last 33.6 hours.
    const { attention } = draw(journal([...SMALL, ['stock.reported', 2, { recipient: 'IT', item: 'mask', units: 1000 }]]), 5);
    expect(attention.find(({ kind }) => kind === 'stock-out')).toMatchObject({ recipient: 'IT', deadline: hour(2 + 33.6) });
  });
  test('comes soonest deadline first', () => {
    const { attention } = draw(journal([...SMALL, ['stock.reported', 2, { recipient: 'IT', item: 'mask', units: 1000 }], ['consignment.departed', 6, { consignment: 'C1' }]]), 7);
    const deadlines = attention.map(({ deadline }) => deadline ?? '9999');
    expect(deadlines.length).toBeGreaterThan(1);
    expect(deadlines).toEqual(deadlines.toSorted());
  });
});

describe('the hub’s stock', () => {
  test('steps up with a landing and down with a departure, in cartons', () => {
    const facts = journal(SENT);
    expect(draw(facts, 31).stock).toEqual([{ at: hour(20), cartons: 6, planned: false }, { at: hour(22), cartons: 6, planned: false }, { at: hour(30), cartons: 2, planned: false }]);
  });
  test('looks ahead to what is announced', () => expect(draw(journal(SMALL), 5).stock).toEqual([{ at: hour(20), cartons: 6, planned: true }]));
});

test('the answer is of the largest promise and the country that asks for most', () => {
  const { answer } = draw(journal(STOCK), 25);
  expect(answer).toMatchObject({ pledge: 'P1', landed: { value: 600 }, promised: { value: 1000 }, neediest: { area: 'IT', perDay: { value: 714 } }, next: null });
});

test('where a census stands, the answer is by its patients, with the sum and what is asked beside it', () => {
  const use = (parameter: string, value: number): Line => ['need.parameter-set', 2, { parameter, item: 'mask', value, source: 'by hand' }];
  const { answer } = draw(journal([...STOCK, use('use-ward', 10), use('use-intensive-care', 20), ['census.reported', 23, { area: 'IT', wards: 90, intensiveCare: 5 }]]), 25);
  expect(answer?.neediest).toMatchObject({ area: 'IT', basis: 'census', perDay: { value: 1000 }, sum: [{ people: 90, perPerson: 10 }, { people: 5, perPerson: 20 }], asked: { value: 714 }, reportedAt: hour(23) });
});

test('a recipient has what is on the road to it, and nothing that it was not sent', () => {
  const { recipients, dispatches } = draw(journal(SENT), 31);
  expect(recipients.find(({ recipient }) => recipient === 'IT')?.holdings[0]).toMatchObject({ item: 'mask', onward: 400, delivered: { value: 0 } });
  expect(recipients.find(({ recipient }) => recipient === 'ES')?.holdings).toEqual([]);
  expect(dispatches[0]).toMatchObject({ dispatch: 'D1', state: 'onward', cartons: 4, departedAt: hour(30) });
});
