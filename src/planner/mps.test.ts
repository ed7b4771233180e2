import { expect, test } from 'vitest';
import { Matrix } from './matrix.ts';
import { writeMps } from './mps.ts';

test('rows, markers, ranges and every bound are written out', () => {
  const matrix = new Matrix();
  const equal = matrix.row('a', 3, 3);
  const between = matrix.row('b', 1, 4.5);
  const least = matrix.row('c', 2, Infinity);
  matrix.column('x', [[equal, 1], [between, 0.1 + 0.2]], { cost: 2 });
  matrix.column('z', [[least, -1]], { upper: 1, integer: true });
  matrix.column('f', [], { cost: 7, lower: 1, upper: 1 });
  matrix.column('y', [[least, 1]], { lower: -Infinity });
  expect([...writeMps(matrix.finish(), 'a plan')].join('')).toBe(`NAME          a-plan FREE
ROWS
 N  OBJ
 E  a0
 L  b1
 G  c2
COLUMNS
 x0  OBJ  2
 x0  a0  1
 x0  b1  0.30000000000000004
 M1  'MARKER'  'INTORG'
 z1  c2  -1
 M2  'MARKER'  'INTEND'
 f2  OBJ  7
 y3  c2  1
RHS
 RHS  a0  3
 RHS  b1  4.5
 RHS  c2  2
RANGES
 RNG  b1  3.5
BOUNDS
 LO BND  x0  0
 PL BND  x0
 LO BND  z1  0
 UP BND  z1  1
 FX BND  f2  1
 MI BND  y3
 PL BND  y3
ENDATA
`);
});
