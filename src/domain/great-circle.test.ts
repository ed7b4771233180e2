import { expect, test } from 'vitest';
import { greatCircleKm } from './great-circle.ts';

const LIEGE = { latitude: 50.6374, longitude: 5.4432 };

test('from Liège to Milan are 607 km, to Athens 2,029', () => {
  expect(greatCircleKm(LIEGE, { latitude: 45.6306, longitude: 8.7281 })).toBeCloseTo(607, -0.5);
  expect(greatCircleKm(LIEGE, { latitude: 37.9364, longitude: 23.9475 })).toBeCloseTo(2029, -0.5);
});
test('from a place to itself is nothing, and the way back is as long', () => {
  expect(greatCircleKm(LIEGE, LIEGE)).toBe(0);
  const far = { latitude: 30.2295, longitude: 120.4345 };
  expect(greatCircleKm(LIEGE, far)).toBeCloseTo(greatCircleKm(far, LIEGE), 9);
});
test('to the other side of the earth is half a turn', () => expect(greatCircleKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015, 0));
