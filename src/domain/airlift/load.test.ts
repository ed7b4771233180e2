import { describe, expect, test } from 'vitest';
import type { Item } from '../catalogue.ts';
import { LotId } from '../ids.ts';
import { cubicCm, grams } from '../units.ts';
import { Positions } from '../units.ts';
import { loadAircraft, positionsNeeded, type LoadedLot } from './load.ts';

// A carton of 50 × 40 × 50 cm: 0.1 m³ and 10 kg. The aircraft: 10 positions of 10 m³, 100 t. A position takes 100 loose cartons.
const item = { lengthMm: 500, widthMm: 400, heightMm: 500, cartonGrams: 10_000, cartonsPerPallet: 20 } as Item;
const aircraft = { payload: grams(100_000_000), volume: cubicCm(100_000_000), positions: Positions.parse(10) };
const lot = (name: string, cartons: number, built?: LoadedLot['built']): LoadedLot => ({ lot: LotId.parse(name), item, cartons, built });

describe('positions of an aircraft', () => {
  test('loose cartons take them by volume: 950 cartons of 0.1 m³ need nine and a half', () => expect(positionsNeeded([lot('A', 950)], aircraft)).toBeCloseTo(9.5, 9));
  test('what fits by volume fits by positions, as long as it is loose', () => {
    expect(loadAircraft([lot('A', 1000)], aircraft).overflow).toEqual([]);
    expect(loadAircraft([lot('A', 1001)], aircraft).overflow).toEqual([{ lot: 'A', cartons: 1, binding: 'volume' }]);
  });
  test('goods on pallets take theirs whatever their volume: 60 pallets of 10 cartons, five a position, are 12 of 10', () => {
    // 600 cartons are 60 m³ of 100 m³, and yet 12 positions: 500 cartons fill the ten there are.
    const palletised = [lot('A', 600, { cartons: 600, positions: 12 })];
    expect(positionsNeeded(palletised, aircraft)).toBeCloseTo(12, 9);
    expect(loadAircraft(palletised, aircraft)).toMatchObject({ overflow: [{ lot: 'A', cartons: 100, binding: 'positions' }], binding: 'positions' });
  });
  test('loose cartons have what the pallets leave: eight positions of pallets, so 200 of 300 cartons', () =>
    expect(loadAircraft([lot('A', 400, { cartons: 400, positions: 8 }), lot('B', 300)], aircraft).overflow).toEqual([{ lot: 'B', cartons: 100, binding: 'positions' }]));
  test('a lot of which a part is built is loaded built part first', () => expect(loadAircraft([lot('A', 700, { cartons: 300, positions: 6 })], aircraft).overflow).toEqual([]));
  test('weight binds before room where it is short', () => expect(loadAircraft([lot('A', 600, { cartons: 600, positions: 9 })], { ...aircraft, payload: grams(1_000_000) }).overflow).toEqual([{ lot: 'A', cartons: 500, binding: 'payload' }]));
  test('with positions alone each holds 17.5 m³, an assumption', () => {
    const known = { positions: Positions.parse(2) };
    expect(positionsNeeded([lot('A', 350)], known)).toBeCloseTo(2, 9);
    expect(loadAircraft([lot('A', 351)], known).overflow).toEqual([{ lot: 'A', cartons: 1, binding: 'positions' }]);
  });
  test('without a number of positions nothing is said of them, and nothing binds', () => {
    expect(positionsNeeded([lot('A', 1)], { volume: cubicCm(1_000_000) })).toBeNull();
    expect(loadAircraft([lot('A', 600, { cartons: 600, positions: 99 })], { volume: cubicCm(100_000_000) }).overflow).toEqual([]);
  });
});
