import { describe, expect, test } from 'vitest';
import type { Holding } from '../../src/http/contract/picture.ts';
import { groupsOf, type Asking } from './clusters.ts';

const holding = (perDay: number): Holding => ({ item: 'surgical-mask', perDay: { value: perDay, facts: [perDay] }, severity: 1, delivered: { value: 10, facts: [] }, onward: 1, allocated: 2, planned: 3, stock: null, lastsUntil: null, use: null });
const asking = (recipient: string, area: string, perDay: number, x: number, y: number): Asking => ({ recipient: { recipient, name: recipient, area, place: recipient, holdings: [] }, holding: holding(perDay), home: [x, y] });

describe('recipients on the map', () => {
  test('stand alone where their country has room for them', () => {
    const groups = groupsOf([asking('IT-LOM', 'IT-25', 900, 0, 0), asking('IT', 'IT', 400, 60, 80)]);
    expect(groups.map(({ id, country }) => [id, country])).toEqual([['IT-LOM', null], ['IT', null]]);
  });

  test('become one circle of their country, with its sum, where they would crowd', () => {
    const [italy, ...others] = groupsOf([asking('A', 'IT-25', 100, 0, 0), asking('B', 'IT-21', 300, 10, 0), asking('C', 'IT', 200, 20, 0)]);
    expect(others).toEqual([]);
    expect(italy).toMatchObject({ country: 'IT', holding: { perDay: { value: 600, facts: [300, 200, 100] }, delivered: { value: 30 }, onward: 3, allocated: 6, planned: 9 } });
    // By need: (0 × 100 + 10 × 300 + 20 × 200) / 600.
    expect(italy?.home[0]).toBeCloseTo(11.667, 3);
  });

  test('of two countries are never added up', () => {
    expect(groupsOf([asking('BE', 'BE', 100, 0, 0), asking('NL', 'NL', 100, 1, 0)])).toHaveLength(2);
  });

  test('join their largest neighbour where a country has very many, each in one group only', () => {
    const many = Array.from({ length: 500 }, (_, n) => asking(`R${n}`, 'FR', 1 + ((n * 7919) % 500), (n * 37) % 400, (n * 53) % 300));
    const groups = groupsOf(many);
    expect(groups.length).toBeLessThan(80);
    const members = groups.flatMap((group) => group.members.map(({ recipient }) => recipient.recipient));
    expect(members).toHaveLength(500);
    expect(new Set(members).size).toBe(500);
    expect(groupsOf(many.toReversed())).toEqual(groups);
  });
});
