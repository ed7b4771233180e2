import { expect, test } from 'vitest';
import { ItemCode, RecipientId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { units } from '../domain/units.ts';
import { fareOf } from './fares.ts';
import type { NetNeed } from './problem.ts';

const at = (day: number): Instant => Instant.parse(`2020-03-${String(day).padStart(2, '0')}T00:00:00.000Z`);
const mask = ItemCode.parse('mask');
const need = (recipient: string, of: number, until = 20): NetNeed => ({ recipient: RecipientId.parse(recipient), item: mask, units: of, from: at(10), until: at(until), severity: 3 });
const line = (recipient: string, of: number, day: number) => ({ recipient: RecipientId.parse(recipient), item: mask, units: units(of), arrives: at(day) });

test('the same shipments cover less of a greater need', () => {
  const lines = [line('IT', 100, 12), line('ES', 50, 12)];
  // IT: 100 of 200, ES: 50 of 50; 100 are missing.
  expect(fareOf([need('IT', 200), need('ES', 50)], lines)).toEqual({ coverage: { min: 0.5, mean: 0.75 }, unserved: 100 });
  // IT: 100 of 400, ES: 50 of 100; 350 are missing.
  expect(fareOf([need('IT', 400), need('ES', 100)], lines)).toEqual({ coverage: { min: 0.25, mean: 0.375 }, unserved: 350 });
});

test('what comes after its window is there, and does not count as covered', () => expect(fareOf([need('IT', 100, 15)], [line('IT', 100, 16)])).toEqual({ coverage: { min: 0, mean: 0 }, unserved: 0 }));

test('what comes beyond the need relieves nobody else', () => expect(fareOf([need('IT', 50), need('ES', 50)], [line('IT', 100, 12)])).toEqual({ coverage: { min: 0, mean: 0.5 }, unserved: 50 }));

test('where nobody needs anything, everything is covered', () => expect(fareOf([need('IT', 0)], [])).toEqual({ coverage: { min: 1, mean: 1 }, unserved: 0 }));
