// Where a card stands: the wanted side, the other one where there is no room, never outside the window.

import { describe, expect, test } from 'vitest';
import { placed, type Anchor } from './place.ts';

const VIEW = { width: 1000, height: 600 };
const CARD = { width: 300, height: 200, tallest: 200 };
const at = (left: number, top: number): Anchor => ({ left, top, width: 60, height: 20 });

describe('a card below its number', () => {
  test('begins where the number begins', () => expect(placed(at(100, 100), CARD, VIEW, 'below')).toEqual({ left: 100, top: 126 }));
  test('ends where the number ends, when the page is read from the right', () => expect(placed(at(500, 100), CARD, VIEW, 'below', true)).toEqual({ left: 260, top: 126 }));
  test('stands above it where the window ends', () => expect(placed(at(100, 500), CARD, VIEW, 'below')).toEqual({ left: 100, top: 294 }));
  test('stands above it from the first where it will be too tall, and grows from there', () => {
    expect(placed(at(100, 330), { ...CARD, tallest: 360 }, VIEW, 'below')).toEqual({ left: 100, top: 124 });
    expect(placed(at(100, 330), { ...CARD, height: 310, tallest: 360 }, VIEW, 'below')).toEqual({ left: 100, top: 14 });
  });
  test('keeps to the window at its right edge', () => expect(placed(at(930, 100), CARD, VIEW, 'below')).toEqual({ left: 692, top: 126 }));
  test('covers its number rather than leave a window that is too low', () => expect(placed(at(100, 90), CARD, { width: 1000, height: 230 }, 'below')).toEqual({ left: 100, top: 22 }));
});

describe('a card beside its circle', () => {
  test('follows it at half its height', () => expect(placed(at(100, 300), CARD, VIEW, 'beside')).toEqual({ left: 166, top: 210 }));
  test('stands before it where the window ends', () => expect(placed(at(800, 300), CARD, VIEW, 'beside')).toEqual({ left: 494, top: 210 }));
  test('keeps to a telephone’s window', () => expect(placed(at(150, 10), CARD, { width: 390, height: 800 }, 'beside')).toEqual({ left: 82, top: 8 }));
});
