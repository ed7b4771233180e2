import { describe, expect, test } from 'vitest';
import { readCap } from './cap.ts';
import { readPmed } from './pmed.ts';

/** Four nodes, five rows; the pair 1–2 stands twice, the other way round. */
const PMED = ' 4 5 2\n 1 2 30\n 2 3 4\n 3 4 5\n 4 1 6\n 2 1 3\n';
/** Two candidates, three customers; the costs of the second customer run over two rows. */
const CAP = ' 2 3\n 100 7500.00000\n 80 0.\n 40\n 6739.725 10\n 30\n 20.\n 30.5\n 50\n 1 2\n';

describe('a p-median file', () => {
  test('gives its network, each pair of nodes once, by the later row', () => {
    const read = readPmed(PMED);
    expect(read).toEqual({ ok: true, value: { nodes: 4, p: 2, from: Int32Array.of(0, 1, 2, 0), to: Int32Array.of(1, 2, 3, 3), length: Float64Array.of(3, 4, 5, 6), replaced: 1 } });
  });
  test('may end its lines as on Windows, and have blank ones', () => expect(readPmed(PMED.replaceAll('\n', '\r\n\r\n'))).toMatchObject({ ok: true }));
  test('may have an edge from a node to itself, which leads nowhere', () => expect(readPmed('2 2 1\n1 1 5\n1 2 3\n')).toMatchObject({ ok: true, value: { length: Float64Array.of(3), replaced: 1 } }));

  test.each([
    ['nothing', '', null, null, /the file ends where the number of nodes should stand/],
    ['a word for the nodes', 'x 5 2', 1, 1, /the number of nodes is no whole number from 1/],
    ['half an edge count', '4 2.5 2', 1, 2, /the number of edges is no whole number of 0 or more/],
    ['no candidate to open', '4 1 0\n1 2 3', 1, 3, /p is no whole number of 1 or more/],
    ['a node that there is not', '4 1 2\n1 5 3', 2, 2, /the second node of edge 1 of 1 is no whole number from 1 to 4/],
    ['a negative length', '4 1 2\n1 2 -3', 2, 3, /the length of edge 1 of 1 is no number of 0 or more/],
    ['an edge without length', '4 1 2\n1 2', 2, null, /the file ends where the length of edge 1 of 1 should stand/],
    ['too few edges', '4 3 2\n1 2 3', 2, null, /the file ends where the first node of edge 2 of 3 should stand/],
    ['too many edges', '4 1 2\n1 2 3\n2 3 4', 3, 1, /the file goes on after 1 edges/],
    ['hexadecimal', '4 1 2\n1 0x2 3', 2, 2, /the second node/],
  ])('with %s is refused: row, figure, what was expected, remedy', (_, text, row, figure, problem) => {
    const read = readPmed(text);
    expect(read).toMatchObject({ ok: false, error: [{ row, figure, problem: expect.stringMatching(problem) as string, remedy: expect.stringMatching(/^(write|fetch|correct) /) as string }] });
  });
  test('has all its rows looked at before it is refused, up to twenty faults', () => {
    expect(readPmed('4 2 2\n1 9 x\n9 1 2\n')).toMatchObject({ ok: false, error: [{ row: 2, figure: 2 }, { row: 2, figure: 3 }, { row: 3, figure: 1 }] });
    const read = readPmed(`4 99 2\n${'9 9 x\n'.repeat(99)}`);
    expect(read.ok ? 0 : read.error.length).toBeLessThanOrEqual(22);
  });
});

describe('a file of warehouses', () => {
  test('gives capacities, openings, demands and costs, wherever its lines end', () => {
    expect(readCap(CAP)).toEqual({ ok: true, value: { candidates: 2, customers: 3, capacity: Float64Array.of(100, 80), fixed: Float64Array.of(7500, 0), demand: Float64Array.of(40, 30, 50), cost: Float64Array.of(6739.725, 10, 20, 30.5, 1, 2) } });
  });
  test('may leave a capacity open by the word for it', () => expect(readCap(CAP.replace('100', 'capacity'))).toMatchObject({ ok: true, value: { capacity: Float64Array.of(Infinity, 80) } }));

  test.each([
    ['a negative opening', CAP.replace('7500', '-7500'), 2, 2, /what opening candidate 1 costs is no number of 0 or more/],
    ['a cost that is a word', CAP.replace('30.5', 'far'), 8, 1, /the cost of customer 2 at candidate 2 is no number/],
    ['a demand that is a word', CAP.replace('\n 50', '\n capacity'), 9, 1, /the demand of customer 3 is no number/],
    ['too few costs', CAP.replace(' 1 2\n', ' 1\n'), 10, null, /the file ends where the cost of customer 3 at candidate 2 should stand/],
    ['too many', `${CAP}7`, 11, 1, /the file goes on after 2 candidates and 3 customers/],
    ['no customer', '2 0', 1, 2, /the number of customers is no whole number from 1/],
    ['more than can be held', '20000 20000', 1, 2, /promises 20000 × 20000 costs/],
  ])('with %s is refused', (_, text, row, figure, problem) => {
    expect(readCap(text)).toMatchObject({ ok: false, error: [{ row, figure, problem: expect.stringMatching(problem) as string }] });
  });
});
