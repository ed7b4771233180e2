import { describe, expect, test } from 'vitest';
import { examine } from './examine.ts';
import type { Capacitated, Instance } from './instance.ts';
import { locate } from './locate.ts';

const X = Infinity;
const table = (customers: number, cost: number[]): { customers: number; candidates: number; cost: Float64Array } => ({ customers, candidates: cost.length / customers, cost: Float64Array.from(cost) });
const median = (customers: number, cost: number[], p = 1): Instance => ({ model: 'pmedian', ...table(customers, cost), p });
const warehouses = (cost: number[], demand: number[], capacity: number[]): Capacitated => ({ model: 'cfl', ...table(demand.length, cost), fixed: new Float64Array(capacity.length), demand: Float64Array.from(demand), capacity: Float64Array.from(capacity) });

describe('there is no answer, and the error says why and what to do', () => {
  test.each<[string, Instance, string, RegExp, RegExp]>([
    ['p above the candidates', median(2, [1, 2, 3, 4], 3), 'bad-p', /p is 3, and there are 2 candidates/, /from 1 to 2/],
    ['p 0', median(1, [1], 0), 'bad-p', /p is 0, and there is 1 candidate$/, /from 1 to 1/],
    ['half a p', median(2, [1, 2, 3, 4], 1.5), 'bad-p', /p is 1.5/, /whole number/],
    ['a negative cost', median(2, [1, 2, -3, 4]), 'bad-figure', /cost of customer 2 at candidate 1 is -3/, /0 or more/],
    ['a cost that is none', median(1, [Number.NaN]), 'bad-figure', /is NaN/, /0 or more/],
    ['customers whom nobody reaches', median(3, [1, X, X, X, X, X]), 'unreachable', /no candidate reaches customers 2 and 3/, /add a way/],
    ['an opening that costs infinitely much', { model: 'ufl', ...table(1, [1]), fixed: Float64Array.of(X) }, 'bad-figure', /opening candidate 1 costs is Infinity/, /0 or more/],
    ['a customer without demand', warehouses([1, 1], [0, 5], [9]), 'bad-figure', /demand of customer 1 is 0/, /leave the customer out/],
    ['a negative capacity', warehouses([1], [5], [-9]), 'bad-figure', /capacity of candidate 1 is -9/, /0 or more/],
    ['more demand than capacity', warehouses([1, 1, 1, 1], [50, 60], [40, 30]), 'too-little-capacity', /customers 1 and 2 ask for 110, and all candidates together can serve 70/, /raise capacities/],
    ['capacity enough, but not where it is needed', warehouses([1, X, 1, X, 5, 1], [50, 60, 7], [60, 900]), 'too-little-capacity', /customers 1 and 2 ask for 110, and candidate 1, beyond whom they reach nobody with room, can serve 60/, /these customers reach/],
    ['one customer whose candidate is too small', warehouses([1, X, 5, 1], [50, 7], [40, 900]), 'too-little-capacity', /customer 1 asks for 50, and candidate 1, beyond whom it reaches nobody with room, can serve 40/, /raise/],
  ])('%s', (_, instance, code, message, remedy) => {
    const answer = locate(instance);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.error).toMatchObject([{ kind: 'error', code, message: expect.stringMatching(message) as string, remedy: expect.stringMatching(remedy) as string }]);
  });

  // Three parts: {1, 2}, {3}, {4}.
  const parts = [0, 5, X, X, 5, 0, X, X, X, X, 0, X, X, X, X, 0];
  test.each(['pmedian', 'pcentre'] as const)('%s: parts that too few candidates cannot reach; it says how many it takes', (model) => {
    expect(locate({ model, ...table(4, parts), p: 2 })).toMatchObject({ ok: false, error: [{ code: 'too-few', remedy: expect.stringContaining('at least 3') as string }] });
    expect(locate({ model, ...table(4, parts), p: 3 })).toMatchObject({ ok: true, value: { located: { objective: 5, status: 'optimal' } } });
  });
});

describe('there is an answer, and a note says what is odd', () => {
  test.each<[string, Instance, string, RegExp]>([
    ['a candidate that reaches nobody', median(2, [1, X, 2, X]), 'reaches-nobody', /candidate 2 reaches no customer/],
    ['two candidates at one place', median(2, [1, 1, 2, 2]), 'same-place', /candidates 1 and 2 cost the same to every customer/],
    ['pairs without a way', median(3, [0, 1, 9, 1, 0, X, 9, X, 0]), 'no-way', /1 of 3 pairs of places have no way/],
    ['a one-way street', median(3, [0, 1, 2, 1, 0, X, 2, 3, 0]), 'not-symmetric', /1 of 3 pairs of places cost more one way/],
  ])('%s', (_, instance, code, message) => {
    expect(examine(instance)).toEqual([expect.objectContaining({ kind: 'note', code, message: expect.stringMatching(message) as string })]);
    expect(locate(instance)).toMatchObject({ ok: true, value: { notes: [{ code }] } });
  });
  test('nothing is odd about a plain table', () => expect(examine(median(2, [1, 2, 3, 1]))).toEqual([]));
});
