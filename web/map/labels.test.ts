import { describe, expect, test } from 'vitest';
import { placeLabels, type Wanted } from './labels.ts';

const FRAME = { width: 400, height: 300 };
const label = (id: string, x: number, y: number, weight: number, must = false): Wanted => ({ id, x, y, r: 5, lines: [id], weight, must, place: 'led' });

describe('labels on the map', () => {
  test('stand at the end of their point where nothing is in the way', () => {
    const placed = placeLabels([label('Liège', 100, 100, 1)], [], [], FRAME);
    expect(placed.get('Liège')).toMatchObject({ anchor: 'start', x: 111, leader: null });
  });

  test('never cover one another: the lighter one gives way', () => {
    const placed = placeLabels([label('Padova', 104, 100, 1), label('Milano', 100, 100, 9)], [], [], FRAME);
    expect(placed.get('Milano')).toMatchObject({ anchor: 'start', leader: null });
    expect(placed.get('Padova')?.anchor).not.toBe('start');
  });

  test('move out and draw a leader line where the places beside the point are taken', () => {
    const circles = [{ x: 200, y: 150, r: 40 }];
    const placed = placeLabels([label('Bologna', 200, 150, 1)], circles, [], FRAME);
    expect(placed.get('Bologna')?.leader).not.toBeNull();
  });

  test('keep off a route if another place is free', () => {
    const route = Array.from({ length: 20 }, (_, n) => ({ point: [100 + n * 5, 100] as const, strain: 6 }));
    expect(placeLabels([label('Lyon', 100, 100, 1)], [], [], FRAME, route).get('Lyon')?.anchor).toBe('end');
  });

  test('stay away where there is no room at all, unless they must stand', () => {
    const full = [{ x: 200, y: 150, r: 200 }];
    expect(placeLabels([label('Roma', 200, 150, 1)], full, [], FRAME).size).toBe(0);
    expect(placeLabels([label('Roma', 200, 150, 1, true)], full, [], FRAME).size).toBe(1);
  });

  test('stay away from a point that something else of the page covers', () => {
    expect(placeLabels([label('Poland', 380, 20, 1, true)], [], [{ left: 350, top: 0, right: 400, bottom: 40 }], FRAME).size).toBe(0);
  });
});
