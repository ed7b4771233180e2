import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const SHEETS = ['operation', 'places', 'recipients', 'departures'];

describe('the nearest known name', () => {
  test.each([
    ['recipient', SHEETS, 'recipients'],
    ['Places', SHEETS, 'places'],
    [' places ', SHEETS, 'places'],
    ['depatrures', SHEETS, 'departures'],
    ['warehouse', SHEETS, null],
    ['boxes', ['unit', 'box', 'carton', 'pallet'], 'box'],
    ['p1', ['P1', 'P2'], 'P1'],
    ['P3', ['P1', 'P2'], null],
    ['BELGX', ['BEBRU', 'BELGG'], 'BELGG'],
    ['surgical-masks', ['surgical-mask', 'ffp2'], 'surgical-mask'],
    ['itme', ['name', 'item'], 'item'],
    ['', ['P1'], null],
    ['anything', [], null],
  ])('%j among %j is %j', (value, known, expected) => {
    expect(nearest(value, known)).toBe(expected);
  });

  test('of two equally close ones it is the first', () => {
    expect(nearest('mask3', ['mask1', 'mask2'])).toBe('mask1');
  });
});
