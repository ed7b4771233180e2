import { expect, test } from 'vitest';
import { roundAbove } from './axis.ts';

test.each([[0, 1], [1, 1], [1_800_000, 2_000_000], [2_000_001, 2_500_000], [130_000, 200_000], [800, 1000]])('above %d stands %d', (n, above) => expect(roundAbove(n)).toBe(above));
