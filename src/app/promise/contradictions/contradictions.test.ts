// What contradicts what, rule by rule, on the smallest journal that shows it; and how a position settles it and a claim reopens it.

import { describe, expect, test } from 'vitest';
import { factIdOf, hour, journal, type Line } from '../../../../test/support/journal.ts';
import { LANDED, SMALL } from '../../../../test/support/small-operation.ts';
import { situation } from '../../plan/situation.ts';
import { contradictionsIn, type Contradictions } from './contradictions.ts';

const at = (lines: readonly Line[], h: number): Contradictions => contradictionsIn(situation(journal(lines), { asOf: hour(h), knownAt: null }));
const claim = (code: string, h: number, body: object): Line => ['claim.recorded', h, { claim: code, author: `author of ${code}`, channel: 'article', language: 'en', link: `https://news.example/${code}`, summary: code, item: 'mask', pledge: 'P1', stance: 'supports', ...body }];
const position = (h: number, contradiction: string, reading: string, claims: readonly string[]): Line => ['position.taken', h, { contradiction, reading, claims, reason: 'the later word holds' }];
/** The small operation promises 1,000 masks; 600 of them, lot A for Italy, land on C1 at hour 20. */
const named = (found: Contradictions): string[] => found.contradictions.map(({ contradiction, state }) => `${contradiction} ${state}`);
const figures = (found: Contradictions, name: string): (readonly [string, number | null])[] => found.contradictions.find(({ contradiction }) => contradiction === name)?.readings.map(({ reading, units }) => [reading, units] as const) ?? [];

describe('the amount of a pledge', () => {
  const amounts = 'amounts:P1:mask';
  const told = [...SMALL, claim('A', 5, { about: 'total', units: 900 }), claim('B', 6, { about: 'total', units: 1000 })];
  test('told in two figures, with what is accepted beside them', () => {
    expect(named(at(told, 7))).toEqual([`${amounts} open`]);
    expect(figures(at(told, 7), amounts)).toEqual([['pledge', 1000], ['units:900', 900], ['units:1000', 1000]]);
  });
  test('told as it is, it contradicts nothing', () => {
    expect(named(at(told.filter((line) => line[0] !== 'claim.recorded' || (line[2] as { units?: number }).units !== 900), 7))).toEqual([]);
  });
  test('a figure that was right when it was told is no contradiction after an amendment', () => {
    const amended: Line = ['pledge.amended', 8, { pledge: 'P1', item: 'mask', units: 1200, reason: 'more' }];
    expect(named(at([...SMALL, claim('B', 6, { about: 'total', units: 1000 }), amended, claim('C', 9, { about: 'total', units: 1200 })], 10))).toEqual([]);
    expect(named(at([...SMALL, amended, claim('B', 9, { about: 'total', units: 1000 })], 10))).toEqual([`${amounts} open`]);
  });
  test('a claim that names no pledge is matched by item and area', () => {
    expect(named(at([...SMALL, claim('A', 5, { about: 'total', units: 900, pledge: undefined, scope: 'EUROPE' })], 7))).toEqual([`${amounts} open`]);
  });
  test('one announcement that names two totals is a case of its own', () => {
    const twice = [claim('A', 5, { about: 'total', units: 900, link: 'https://news.example/x' }), claim('B', 5, { about: 'total', units: 950, link: 'https://news.example/x' })];
    expect(named(at([...SMALL, ...twice], 7))).toEqual(['two-totals:A open']);
  });
  test('a position settles it, a claim that joins opens it again, a further position settles that', () => {
    const settled = [...told, position(7, amounts, 'pledge', ['A', 'B'])];
    expect(named(at(settled, 7))).toEqual([`${amounts} settled`]);
    const joined = [...settled, claim('C', 8, { about: 'total', units: 900 })];
    expect(at(joined, 8).contradictions[0]).toMatchObject({ state: 'reopened', joined: ['C'], position: { reading: 'pledge' } });
    const revised = [...joined, position(9, amounts, 'units:900', ['A', 'B', 'C'])];
    expect(at(revised, 9).contradictions[0]).toMatchObject({ state: 'settled', position: { reading: 'units:900' }, positions: [{ reading: 'pledge' }, { reading: 'units:900' }] });
    expect(named(at(revised, 6))).toEqual([`${amounts} open`]);
  });
  test('struck out, a position leaves the question open; without its claim it lies about', () => {
    const settled = [...told, position(7, amounts, 'pledge', ['A', 'B'])];
    expect(named(at([...settled, ['correction.made', 8, { corrects: factIdOf(settled.length), reason: 'too early' }]], 9))).toEqual([`${amounts} open`]);
    const without = at([...settled, ['correction.made', 8, { corrects: factIdOf(SMALL.length + 1), reason: 'never said' }]], 9);
    expect([named(without), without.stray.map(({ contradiction }) => contradiction)]).toEqual([[], [amounts]]);
  });
});

describe('arrivals', () => {
  test('that exceed the promise, as somebody added them up', () => {
    expect(named(at([...LANDED, claim('A', 21, { about: 'arrivals', units: 1500 })], 22))).toEqual(['arrivals:P1:mask open']);
  });
  test('that exceed the promise, as we add them up: each shipment once, at the largest figure told of it', () => {
    const told = [claim('A', 21, { about: 'arrival', units: 600, scope: 'IT', consignment: 'C1' }), claim('B', 22, { about: 'arrival', units: 580, scope: 'IT' }), claim('C', 22, { about: 'arrival', units: 500, scope: 'ES' })];
    expect(figures(at([...LANDED, ...told], 23), 'arrivals:P1:mask')).toEqual([['pledge', 1000], ['ledger', 600], ['sum', 1100]]);
    expect(named(at([...LANDED, ...told.slice(0, 2)], 23))).not.toContain('arrivals:P1:mask open');
  });
});

describe('claims against the ledger', () => {
  const ledger = 'ledger:C1:mask:IT';
  test('a shipment that brought fewer than was told', () => {
    expect(figures(at([...LANDED, claim('A', 21, { about: 'arrival', units: 700, scope: 'IT', consignment: 'C1' })], 22), ledger)).toEqual([['ledger', 600], ['units:700', 700]]);
  });
  test('told right, and told before the ledger knew, it is none', () => {
    const early = [...LANDED, claim('A', 19, { about: 'arrival', units: 600, scope: 'IT', consignment: 'C1' })];
    expect(named(at(early, 19))).toEqual([`${ledger} open`]);
    expect(named(at(early, 22))).toEqual([]);
  });
  test('a sum within the promise that the ledger does not have', () => {
    expect(named(at([...LANDED, claim('A', 21, { about: 'arrivals', units: 800, scope: 'EUROPE' })], 22))).toEqual(['ledger:P1:mask:EUROPE open']);
    expect(named(at([...LANDED, claim('A', 21, { about: 'arrivals', units: 600, scope: 'IT' })], 22))).toEqual([]);
  });
});

describe('one shipment', () => {
  const ways = [
    claim('A', 21, { about: 'arrival', units: 500, scope: 'ES', mode: 'road', day: '2020-03-02' }),
    claim('B', 22, { about: 'arrival', units: 500, scope: 'ES', mode: 'air', run: 'XX 12' }),
    claim('C', 23, { about: 'arrival', units: 520, scope: 'ES', mode: 'air', run: 'XX13', day: '2020-03-03' }),
  ];
  test('told three ways: by road, by air, under two numbers, in two quantities', () => {
    const [found] = at([...SMALL, ...ways], 24).contradictions;
    expect(found).toMatchObject({ contradiction: 'shipment:A', kind: 'shipment', state: 'open', differs: ['mode', 'run', 'day', 'units'] });
    expect(found?.readings.map(({ reading, mode, run }) => [reading, mode, run])).toEqual([['A', 'road', null], ['B', 'air', 'XX 12'], ['C', 'air', 'XX13']]);
  });
  test('tellings that agree are one way; days later, or elsewhere, it is another shipment', () => {
    const [first, second] = ways;
    if (first === undefined || second === undefined) throw new Error('there are three');
    expect(named(at([...SMALL, second, claim('D', 23, { about: 'arrival', units: 500, scope: 'ES', mode: 'air', day: '2020-03-03' })], 24))).toEqual([]);
    expect(named(at([...SMALL, first, claim('E', 21 + 80, { about: 'arrival', units: 500, scope: 'ES', mode: 'air' })], 120))).toEqual([]);
    expect(named(at([...SMALL, first, claim('F', 22, { about: 'arrival', units: 500, scope: 'BE', mode: 'air' })], 24))).toEqual([]);
  });
  test('on record, its waybill is one of the ways', () => {
    const [found] = at([...LANDED, claim('A', 21, { about: 'arrival', scope: 'IT', consignment: 'C1', mode: 'road' })], 22).contradictions;
    expect(found?.readings.map(({ reading, mode, place }) => [reading, mode, place])).toEqual([['ledger', 'air', 'BELGG'], ['A', 'road', null]]);
  });
});

test('a way that was announced for all, and a consignment that goes another', () => {
  const away: Line[] = [['consignment.announced', 4, { consignment: 'C2', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'ESZAZ', plannedDeparture: hour(5), plannedArrival: hour(20) }], ['lot.announced', 4, { lot: 'B', consignment: 'C2', pledge: 'P1', item: 'mask', units: 400 }]];
  const said = claim('A', 3, { about: 'way', units: 1000, scope: 'EUROPE', place: 'BELGG' });
  expect(named(at([...SMALL, said], 4))).toEqual([]);
  expect(named(at([...SMALL, said, ...away], 4))).toEqual(['way:A open']);
});

test('counts differ by source and hour: context, on which nobody takes a position', () => {
  const counts: Line[] = [['count.reported', 5, { area: 'IT', cases: 10, deaths: 1 }], ['count.reported', 6, { area: 'IT', cases: 12, deaths: 2 }], ['count.reported', 6, { area: 'FR', cases: 3 }]];
  const world = [claim('A', 5, { about: 'count', units: 7, item: undefined, pledge: undefined }), claim('B', 6, { about: 'count', units: 8, item: undefined, pledge: undefined })];
  expect(named(at([...SMALL, ...counts, ...world], 7))).toEqual(['counts:IT:2020-03-01 context', 'counts:world:2020-03-01 context']);
});
