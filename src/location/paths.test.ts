import { expect, test } from 'vitest';
import { randomNetwork } from '../../test/support/random-locations.ts';
import { shortestPaths, type Ways } from './paths.ts';

const waysOf = (places: number, edges: readonly (readonly [number, number, number])[], both: boolean): Ways => ({ places, from: Int32Array.from(edges, ([from]) => from), to: Int32Array.from(edges, ([, to]) => to), length: Float64Array.from(edges, ([, , length]) => length), both });

/** Floyd 1962 and Warshall 1962: three loops, nothing to get wrong. */
function threeLoops({ places, from, to, length, both }: Ways): Float64Array {
  const table = new Float64Array(places * places).fill(Infinity);
  const shorten = (a: number, b: number, by: number): void => void (table[b * places + a] = Math.min(table[b * places + a] ?? Infinity, by));
  for (let place = 0; place < places; place += 1) shorten(place, place, 0);
  for (let way = 0; way < length.length; way += 1) {
    shorten(from[way] ?? 0, to[way] ?? 0, length[way] ?? 0);
    if (both) shorten(to[way] ?? 0, from[way] ?? 0, length[way] ?? 0);
  }
  for (let by = 0; by < places; by += 1) for (let a = 0; a < places; a += 1) for (let b = 0; b < places; b += 1) shorten(a, b, (table[by * places + a] ?? 0) + (table[b * places + by] ?? 0));
  return table;
}

test.each([true, false])('distances are those of the three loops over all places; both ways: %s', (both) => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const ways = waysOf(30, randomNetwork(30, seed), both);
    expect(shortestPaths(ways)).toEqual(threeLoops(ways));
  }
});

test('a row is the place that is come to, a column where from; there is no way back on a one-way street', () => {
  expect(shortestPaths(waysOf(2, [[0, 1, 7]], false))).toEqual(Float64Array.of(0, Infinity, 7, 0));
});
test('parts that nothing joins stay apart', () => expect(shortestPaths(waysOf(3, [[0, 1, 7]], true))[2]).toBe(Infinity));
