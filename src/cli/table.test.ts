import { expect, test } from 'vitest';
import { table } from './table.ts';

test('figures stand to the right, words to the left, a reason below its row', () => {
  const rows = [
    { item: 'surgical-mask', units: '2,000,000', why: null },
    { item: 'kit', units: '5', why: 'by the first train' },
  ];
  expect(table([{ title: 'item', cell: ({ item }) => item }, { title: 'units', cell: ({ units }) => units, right: true }], rows, ({ why }) => why)).toBe(
    ['item               units', '─────────────  ─────────', 'surgical-mask  2,000,000', 'kit                    5', '    by the first train'].join('\n'),
  );
});

test('colours take no room', () => {
  const rows = ['kept', '\u001B[31mbroken\u001B[39m'];
  expect(table([{ title: 'verdict', cell: (row: string) => row }, { title: 'n', cell: () => '1', right: true }], rows).split('\n')).toEqual(['verdict  n', '───────  ─', 'kept     1', '\u001B[31mbroken\u001B[39m   1']);
});
