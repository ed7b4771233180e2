import { describe, expect, test } from 'vitest';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import { classicAnswers, type Table } from './classic.ts';
import { setsOf } from './sets.ts';

const candidates = ['BELGG', 'ITMXP', 'HUBUD', 'ESZAZ'].map((place) => ({ place: { place } }) as unknown as HubCandidate);
const gateways = ['A', 'B', 'C'] as unknown as PlaceCode[];
/** Rows are gateways. */
const figures = Float64Array.from([1, 4, 9, 5, 6, 1, 3, 7, 8, 5, 1, 9]);
const table: Table = { candidates, gateways, weights: [6, 3, 1], cost: { cost: figures, hours: figures.map((n) => n * 10), co2: figures } };
const answer = (hubs: number, model: 'pmedian' | 'pcentre') => classicAnswers(table, hubs).find((it) => it.model === model && it.of === 'cost');

describe('the classic questions', () => {
  test('one hub: the least mean over what is needed, and the least of the worst', () => {
    // Liège: (6·1 + 3·6 + 1·8) / 10 = 3.2; Milan: (6·4 + 3·1 + 1·5) / 10 = 3.2 too; Budapest 6.4; Zaragoza 6.
    expect(answer(1, 'pmedian')?.objective).toBeCloseTo(3.2);
    expect(answer(1, 'pcentre')).toMatchObject({ objective: 5, places: ['ITMXP'] });
  });

  test('two hubs: each gateway from the nearer', () => {
    // Liège and Milan: (6·1 + 3·1 + 1·5) / 10 = 1.4; Liège and Budapest: (6 + 9 + 1) / 10 = 1.6.
    expect(answer(2, 'pmedian')).toMatchObject({ places: ['BELGG', 'ITMXP'] });
    expect(answer(2, 'pmedian')?.objective).toBeCloseTo(1.4);
    expect(answer(2, 'pcentre')).toMatchObject({ objective: 3, places: ['BELGG', 'HUBUD'] });
  });

  test('each is proven', () => { for (const it of classicAnswers(table, 2)) expect(it.bound).toBeCloseTo(it.objective); });
});

describe('the sets that are planned', () => {
  test('are all of one and of two, and of three those of least mean cost first', () => {
    expect([1, 2, 3].map((hubs) => setsOf(table, hubs).all)).toEqual([4, 6, 4]);
    expect(setsOf(table, 2).planned).toHaveLength(6);
    expect(setsOf(table, 3).planned[0]?.map(({ place }) => place.place)).toEqual(['BELGG', 'ITMXP', 'HUBUD']);
  });

  test('of many sets of three are twenty', () => {
    const many = Array.from({ length: 8 }, (_, k) => candidates[k % 4] as HubCandidate);
    const wide = { ...table, candidates: many, cost: { ...table.cost, cost: new Float64Array(24).fill(1) } };
    expect(setsOf(wide, 3)).toMatchObject({ all: 56, planned: { length: 20 } });
  });
});
