// Packaging arithmetic, held to figures that can be done by hand.

import { describe, expect, test } from 'vitest';
import { cartonLoad, cartonVolume, cartonsFor, chargeableKg, layeredCartonsPerPallet } from './catalogue.ts';
import type { Item } from './catalogue.ts';
import { implausible } from './airlift/consignment.ts';
import { loadAircraft } from './airlift/load.ts';
import { ItemCode, LotId } from './ids.ts';
import { cubicCm, grams, units } from './units.ts';

const carton = (lengthMm: number, widthMm: number, heightMm: number): Pick<Item, 'lengthMm' | 'widthMm' | 'heightMm'> => ({ lengthMm, widthMm, heightMm }) as Item;
const mask = {
  ...carton(520, 380, 380), item: ItemCode.parse('surgical-mask'), cartonGrams: grams(8500), unitsPerCarton: units(2000), cartonsPerPallet: 20,
  leastCartonGrams: grams(5000), mostCartonGrams: grams(14_000), leastUnitsPerCarton: units(1000), mostUnitsPerCarton: units(4000),
} as Item;

test('a mask carton of 52 × 38 × 38 cm takes 75,088 cm³', () => expect(cartonVolume(mask)).toBe(75_088));
test('a volume is rounded up: no load looks smaller than it is', () => expect(cartonVolume(carton(101, 101, 101))).toBe(1031));
test('chargeable weight is the greater of gross and 167 kg a cubic metre', () => {
  expect(chargeableKg(grams(8500), cubicCm(75_088))).toBeCloseTo(12.54, 2);
  expect(chargeableKg(grams(25_000), cubicCm(75_088))).toBe(25);
});
test('20 mask cartons stand on a EUR pallet: four on a layer, five layers', () => expect(layeredCartonsPerPallet(mask)).toBe(20));
test('a carton larger than the pallet stands on none', () => expect(layeredCartonsPerPallet(carton(1300, 900, 500))).toBe(0));
test('two million masks are 1,000 cartons on 50 pallets', () => {
  expect(cartonsFor(2_000_000, 2000)).toBe(1000);
  expect(cartonsFor(2_000_000, 2000) * cartonLoad(mask).positions).toBeCloseTo(50, 9);
});
test('a broken carton counts whole', () => expect(cartonsFor(2001, 2000)).toBe(2));

describe('published loads that cannot be true', () => {
  const declared = (count: number, kg: number): ReturnType<typeof implausible> => implausible({ units: units(count), unitsPerCarton: undefined, gross: grams(kg * 1000), volume: undefined }, mask);
  test('64 million masks do not weigh 30.6 t', () => expect(declared(64_000_000, 30_600)).toEqual([{ field: 'gross', problem: '32000 cartons of surgical-mask weigh 160000–448000 kg, not 30600 kg' }]));
  test('2 million masks do not weigh 2,500 lb', () => expect(declared(2_000_000, 1134)).toHaveLength(1));
  test('500,000 masks may weigh 2,125 kg', () => expect(declared(500_000, 2125)).toEqual([]));
  test('nor do 5,000 masks fit a carton', () => expect(implausible({ units: units(5000), unitsPerCarton: units(5000), gross: undefined, volume: undefined }, mask)[0]?.field).toBe('unitsPerCarton'));
});

describe('the load of F5 on a 747-400F of 736 m³', () => {
  const ventilator = { ...mask, ...carton(600, 600, 600), cartonGrams: grams(25_000) };
  const suit = { ...mask, ...carton(600, 400, 400), cartonGrams: grams(12_000) };
  const lots = [{ lot: LotId.parse('V'), item: ventilator, cartons: 800 }, { lot: LotId.parse('M'), item: mask, cartons: 150 }, { lot: LotId.parse('S'), item: suit, cartons: 6000 }];
  test('takes 760 m³, so 251 cartons of suits stay behind', () => {
    // 800 × 0.216 + 150 × 0.075088 = 184.0632 m³; (736 − 184.0632) ÷ 0.096 = 5,749.3 cartons.
    const load = loadAircraft(lots, { payload: grams(113_000_000), volume: cubicCm(736_000_000) });
    expect(load.overflow).toEqual([{ lot: 'S', cartons: 251, binding: 'volume' }]);
    expect(load.binding).toBe('volume');
    expect(load.volume).toBeLessThanOrEqual(736_000_000);
  });
  test('fits an aircraft that is large enough', () => expect(loadAircraft(lots, { payload: grams(113_000_000), volume: cubicCm(761_000_000) }).overflow).toEqual([]));
});
